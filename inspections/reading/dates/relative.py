"""Dates that lean on the day of the source: "earlier this month", "last July", a month without its year."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from inspections.reading import rules
from inspections.reading.dates.calendar_words import (
    MONTH,
    SEASONS,
    WEEKDAY,
    YEAR,
    month,
    month_bounds,
    real_day,
    season_bounds,
    weekday_number,
)
from inspections.reading.dates.mentions import Mention
from inspections.reading.dates.signs import found_from, signs_of
from inspections.text import Span

_RELATIVE = re.compile(
    rf"\b(?P<today>today|this\s+(?:morning|afternoon|evening))\b|\b(?P<yesterday>[Yy]esterday|[Ll]ast\s+night)\b"
    rf"|\b(?:earlier\s+(?:in\s+)?|later\s+|at\s+the\s+(?:start|end"
    rf"|beginning)\s+of\s+)?(?P<thismonth>[Tt]his\s+month)\b|\b(?:[Ll]ate\s+|[Ee]arly\s+"
    rf"|[Ee]arlier\s+)?(?P<lastmonth>[Ll]ast\s+month)\b"
    rf"|\b(?P<thisyear>(?:[Ee]arlier\s+)?[Tt]his\s+year)\b|\b(?P<lastyear>[Ll]ast\s+year)\b"
    rf"|\b(?P<monththis>{MONTH})\s+(?:this\s+year|of\s+this\s+year)\b"
    rf"|\b(?:(?:[Ll]ast|[Tt]his\s+past)\s+)?(?P<monthlast>{MONTH})\s+(?:of\s+)?last\s+year\b"
    rf"|\b(?:[Ll]ast|[Tt]his\s+past)\s+(?P<lastnamed>{MONTH})(?!\s+(?:{YEAR}|\d))|\b[Tt]his\s+(?P<thisnamed>{MONTH})(?!\s+(?:{YEAR}|\d))"
    rf"|\b(?P<season>(?:[Ll]ast|[Tt]his)\s+(?:spring|summer|autumn|winter))\b|\b(?:[Ee]arlier\s+)?(?P<week>(?:[Ll]ast|[Tt]his)\s+week)\b(?!\s+of\b)"
    rf"|(?:(?<=\bin\sthe\s)|(?<=\bover\sthe\s)|(?<=\bduring\sthe\s))(?P<theseason>spring|summer|autumn)\b"
    rf"(?!\s+(?:of\b|{YEAR}|(?:\w+\s+)?(?:break|budget|statement|holidays?|fair|school)\b))"
    rf"|\b(?P<weekday>(?:[Ll]ast|[Tt]his|[Oo]n)\s+{WEEKDAY})\b(?!,?\s+\(?(?:the\s+)?\d)",
)
_BARE_MONTH = re.compile(
    rf"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]y|until|[Ff]rom|[Ee]arly|mid|[Ll]ate|of|and|for|to)\s+(?P<part>(?:early|mid"
    rf"|late)[\s-]+)?(?P<m>{MONTH})(?!\w|\s+(?:{YEAR}|\d|and\s+not))"
)


class LastOfMonth(date):
    """The day that a source dated by its month is read from: what leans on one day ("yesterday") stays unknown."""


# "in November and December", "November to January": the month that stands before another
_AND_THE_NEXT = re.compile(rf"\b(?P<m>{MONTH})\s+(?:and|to)\s+$")


def scan_bare_months(text: str, span: Span, anchor: date | None, taken: Sequence[Span]) -> Iterator[Mention]:
    held: Mention | None = None
    for found in _bare_months(text, span, anchor):
        before = text[max(span.start, found.span.start - 20) : found.span.start]
        first = _AND_THE_NEXT.search(before) if found.relative and before.endswith(("and ", "to ")) else None
        start = found.span.start - len(before) + first.start("m") if first is not None else -1
        alone = first is None or (held is not None and held.span.start == start)  # which are joined later
        held = found
        if alone or _OF_WHICH_YEAR.match(text, found.span.end) or first is None:
            yield found
        else:
            yield _months(Span(start, found.span.end), month(first["m"]), found)


def _months(where: Span, first: int, last: Mention) -> Mention:
    """Two months that stand together, of the year that the last of them has."""
    if last.earliest is None:
        return Mention(where, f"XXXX-{first:02}/{last.edtf}", None, None, "period")
    year = last.earliest.year - (first > last.earliest.month)
    earliest = month_bounds(year, first)[0]
    return Mention(
        where, f"{year}-{first:02}/{last.edtf}", earliest, last.latest, "period", None, True, last.note, "derived"
    )


def _bare_months(text: str, span: Span, anchor: date | None) -> Iterator[Mention]:
    for m in found_from(signs_of(text).bare, _BARE_MONTH, text, span):
        where = Span(m.start("m"), m.end("m"))
        if text[where.start : where.end] in ("MAY", "MAR", "JUN") or rules.match(
            r"\s+(?:be|have|not|well|also)\b", text[where.end : where.end + 8]
        ):
            continue
        if short := SHORT_YEAR.match(text, where.end):
            year, number = 2000 + int(short["y"]), month(m["m"])
            yield Mention(Span(where.start, short.end()), f"{year}-{number:02}", *month_bounds(year, number), "month")
            continue
        of_another = of_that_year(text, where.end) or _told_of_another_year(text, span, where, anchor)
        yield _month_only(where, month(m["m"]), None if of_another else anchor)


# "rated good in March 2022, those in Essex in May": of the page's year, or of that one?
_A_MONTH_OF = re.compile(rf"\b(?P<m>{MONTH})\s+(?P<y>(?:19|20)\d\d)\b")
_JUST_BEFORE = 200  # characters
_ENDED = re.compile(r"[.?!;:]\s")
_TO_COME = re.compile(
    r"\b(?:will|shall|planned|due|expect\w*|schedul\w*|next|going\s+to|intends?|hopes?|later\s+this)\b", re.I
)


def _told_of_another_year(text: str, span: Span, where: Span, anchor: date | None) -> bool:
    """Was an earlier month told of just before, of a year that is not the one a bare month would be given?"""
    if anchor is None:
        return False
    begun = max(text.rfind("\n", 0, where.start) + 1, min(span.start, where.start - _JUST_BEFORE))
    told = list(_A_MONTH_OF.finditer(text, begun, where.start))
    before = bool(told) and told[-1].start() < span.start
    if not told or (_TO_COME if before else _ENDED).search(text, span.start if before else told[-1].end(), where.start):
        return False
    number = month(text[where.start : where.end])
    return int(told[-1]["y"]) != anchor.year - (number > anchor.month) and month(told[-1]["m"]) < number


def _month_only(where: Span, month_: int, anchor: date | None) -> Mention:
    if anchor is None:
        return Mention(where, f"XXXX-{month_:02}", None, None, "month")
    year = anchor.year - (month_ > anchor.month)
    return Mention(
        where, f"{year}-{month_:02}", *month_bounds(year, month_), "month", None, True, from_anchor(anchor), "derived"
    )


def scan_relative(text: str, span: Span, anchor: date | None, taken: Sequence[Span]) -> Iterator[Mention]:
    for m in found_from(signs_of(text).relative, _RELATIVE, text, span):
        mention = _resolve(m, anchor)
        if mention:
            yield mention


def from_anchor(anchor: date | None) -> str:
    if anchor is None:
        return ""
    day = "" if isinstance(anchor, LastOfMonth) else f"{anchor.day} "
    return f"from the date of the source, {day}{calendar.month_name[anchor.month]} {anchor.year}"


_OF_ONE_DAY = ("today", "yesterday", "week", "weekday")


def _resolve(m: re.Match[str], anchor: date | None) -> Mention | None:
    where, note, kind = Span(*m.span()), from_anchor(anchor), m.lastgroup or ""
    words = m[kind].lower()

    def one(day: date) -> Mention:
        return Mention(where, str(day), day, day, "day", None, True, note, "derived")

    def of_month(year: int, month_: int) -> Mention:
        return Mention(where, f"{year}-{month_:02}", *month_bounds(year, month_), "month", None, True, note, "derived")

    def of_year(year: int) -> Mention:
        return Mention(where, str(year), date(year, 1, 1), date(year, 12, 31), "year", None, True, note, "derived")

    if kind in ("monththis", "monthlast", "lastnamed", "thisnamed"):
        number = month(words)
        if anchor is None:
            return Mention(where, f"XXXX-{number:02}", None, None, "month", None, True)
        if kind == "monththis":
            return of_month(anchor.year, number)
        if kind == "monthlast":
            return of_month(anchor.year - 1, number)
        return of_month(
            anchor.year - (number > anchor.month or (kind == "lastnamed" and number == anchor.month)), number
        )
    if anchor is None or (isinstance(anchor, LastOfMonth) and kind in _OF_ONE_DAY):
        return Mention(where, "", None, None, "unknown", None, True)
    if kind == "today":
        return one(anchor)
    if kind == "yesterday":
        return one(anchor - timedelta(days=1))
    if kind == "thismonth":
        return of_month(anchor.year, anchor.month)
    if kind == "lastmonth":
        return of_month(anchor.year - (anchor.month == 1), (anchor.month - 2) % 12 + 1)
    if kind == "thisyear":
        return of_year(anchor.year)
    if kind == "lastyear":
        return of_year(anchor.year - 1)
    if kind in ("season", "theseason"):
        which, name = words.split() if kind == "season" else ("the", words)
        season = SEASONS[name]
        year = anchor.year
        if season == 24:
            return Mention(where, "", None, None, "unknown", None, True)
        if which == "this":  # of this year, once it has begun
            begun = season_bounds(year, season)[0] <= anchor
            year = year if begun else 0
        elif which == "the":  # the one just over; while it lasts nobody can tell which
            first, last = season_bounds(year, season)
            year = 0 if first <= anchor <= last else year - (first > anchor)
        else:
            while season_bounds(year, season)[1] >= anchor:
                year -= 1
        if not year:
            return Mention(where, "", None, None, "unknown", None, True)
        return Mention(where, f"{year}-{season}", *season_bounds(year, season), "season", None, True, note, "derived")
    if kind == "week":
        if words.startswith("last") and anchor.weekday() > 4:  # at a weekend it may be the week that is ending
            return Mention(where, "", None, None, "unknown", None, True)
        monday = anchor - timedelta(days=anchor.weekday() + 7 * words.startswith("last"))
        sunday = monday + timedelta(days=6)
        return Mention(where, f"{monday}/{sunday}", monday, sunday, "period", None, True, note, "derived")
    if kind == "weekday" and words.split()[0].lower() != "this":
        back = (anchor.weekday() - (weekday_number(words.split()[-1]) or 0)) % 7
        passed = words.lower().startswith("last") and (weekday_number(words.split()[-1]) or 0) <= anchor.weekday()
        if passed or back == 0:  # of this week or of the one before
            return Mention(where, "", None, None, "unknown", None, True)
        return one(anchor - timedelta(days=back))
    return Mention(where, "", None, None, "unknown", None, True)


SHORT_YEAR = re.compile(r"\s+[’'‘](?P<y>[0-4]\d)\b(?![’'])")  # "March '08"
_OF_WHICH_YEAR = re.compile(r"\s*,?\s+(?:of\s+)?(?P<which>this|last)\s+year\b")


_OF_THAT_YEAR = re.compile(r",?\s+(?:of\s+)?(?:that|the\s+same|the\s+following|the\s+previous)\s+year\b")


def of_that_year(text: str, end: int) -> bool:
    """Is a day or a month of a year that was told before, and not the one before the source?"""
    return _OF_THAT_YEAR.match(text, end) is not None


def year_told(text: str, end: int, anchor: date | None) -> tuple[int, int]:
    """The year of a day that "last year" or "this year" follows, with where these words end; else 0."""
    if short := SHORT_YEAR.match(text, end):
        return 2000 + int(short["y"]), short.end()
    m = _OF_WHICH_YEAR.match(text, end) if anchor is not None else None
    return (anchor.year - (m["which"] == "last"), m.end()) if m and anchor else (0, end)


_NEAR = 45  # days ahead of a source: a day so near is as likely the one to come as that of a year ago


def latest_before(month_: int, day: int, anchor: date | None, told: int = 0) -> date | None:
    """The latest such day that is not after the anchor, or the one of the year told; none where the next is near."""
    if told:
        return real_day(told, month_, day)
    if anchor is None:
        return None
    for year in (anchor.year, anchor.year - 1):
        value, after = real_day(year, month_, day), real_day(year + 1, month_, day)
        if value and value <= anchor:
            return None if after and (after - anchor).days <= _NEAR else value
    return None
