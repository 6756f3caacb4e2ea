"""Dates in prose: what is printed, how precise it is, and what it rests on.

Nothing is padded: a month stays a month, a day without a year stays without one. Relative words
("earlier this month", "last July") are resolved only from a publication date the source states,
and then marked as derived from it.
"""

from __future__ import annotations

import calendar
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from heapq import merge

from inspections.reading import rules
from inspections.reading.facts import Basis, When, Words
from inspections.reading.lexicon import words_of
from inspections.text import Span

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()

_M = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?"
)
_D = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_Y = r"(?:19|20)\d\d"
_W = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_TO = r"\s*(?:-|–|—|to|and|until|through|till|TO|AND|UNTIL)\s*(?:the\s+)?"

_DAYS = re.compile(
    rf"(?<![\d/.,:])(?:(?P<w1>{_W}),?\s+)?(?:the\s+)?(?P<d1>{_D})(?:\s+(?:of\s+)?(?P<m1>{_M}))?(?:,?\s+(?P<y1>{_Y}))?"
    rf"(?P<to>{_TO})(?:(?P<w2>{_W}),?\s+)?(?P<d2>{_D})\s+(?:of\s+)?(?P<m2>{_M})(?:,?\s+(?P<y2>{_Y})(?!\d))?",
)
_WEEK = re.compile(
    rf"\bweek\s+(?:of|beginning|commencing|starting)\s+(?:(?P<w>{_W}),?\s+)?"
    rf"(?:the\s+)?(?P<d>{_D})\s+(?P<m>{_M}),?\s+(?P<y>{_Y})"
)
_BEGAN = re.compile(
    rf"(?:(?P<w1>{_W}),?\s+)?(?P<d1>{_D})\s+(?P<m1>{_M})(?:,?\s+(?P<y1>{_Y}))?,?\s+and\s+(?:(?:ended|ending"
    rf"|finish(?:ed|ing)|conclud(?:ed|ing)|complet(?:ed|ing)|clos(?:ed|ing)|left)\s+on|(?:stayed"
    rf"|remained)\s+until)\s+(?:the\s+)?(?:(?P<w2>{_W}),?\s+)?(?P<d2>{_D})\s+(?P<m2>{_M})"
    rf"(?:,?\s+(?P<y2>{_Y})(?!\d))?"
)
_DAY = re.compile(
    rf"(?<![\d/.,:])(?:(?P<w>{_W}),?\s+)?(?:the\s+)?(?P<d>{_D})\s+(?:of\s+)?(?P<m>{_M})"
    rf"(?:,?\s+(?P<y>{_Y})(?!\d))?(?!\d)",
)
_DAYS_US = re.compile(
    rf"\b(?:(?P<w1>{_W}),?\s+)?(?P<m1>{_M})\s+(?P<d1>{_D})(?:,?\s+(?P<y1>{_Y}))?{_TO}"
    rf"(?:(?P<w2>{_W}),?\s+)?(?:(?P<m2>{_M})\s+)?(?P<d2>{_D})(?:,?\s+(?P<y2>{_Y})(?!\d))?(?![\d:]|\s+{_M})"
)
_DAY_US = re.compile(
    rf"\b(?:(?P<w>{_W}),?\s+)?(?P<m>{_M})\s+(?P<d>{_D})(?:,?\s+(?P<y>{_Y})(?!\d))?(?![\d:]|\s+(?:{_M}"
    rf"|years))"
)
_NUMERIC = re.compile(
    r"(?<![\d/.\-])(?P<d>[0-3]?\d)(?P<s>[/.\-])(?P<m>[01]?\d)(?P=s)(?P<y>(?:19|20)?\d\d)(?![\d/\-]|\.\d)"
)
_ISO = re.compile(r"(?<![\d/\-])(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)")
_MONTH = re.compile(rf"\b(?P<part>(?:early|mid|late)[\s-]+)?(?P<m>{_M}),?\s+(?:of\s+)?(?P<y>{_Y})(?!\d|/\d|[-–]\d)")
_MONTHS = re.compile(rf"\b(?P<m1>{_M})\s*(?:and|to|-|–|/)\s*(?P<m2>{_M})\s+(?P<y>{_Y})(?!\d)")
_SEASON = re.compile(rf"\b(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?:\s+term)?(?:\s+of)?\s+(?P<y>{_Y})(?!\d|/\d)")
_YEAR = re.compile(rf"(?<![\d£/#.,\-–])(?P<y>{_Y})(?![\d%]|/\d|[-–]\d|,\d|\.\d)")
_RELATIVE = re.compile(
    rf"\b(?P<today>today|this\s+(?:morning|afternoon|evening))\b|\b(?P<yesterday>yesterday)\b"
    rf"|\b(?:earlier\s+(?:in\s+)?|later\s+|at\s+the\s+(?:start|end"
    rf"|beginning)\s+of\s+)?(?P<thismonth>this\s+month)\b|\b(?:late\s+|early\s+"
    rf"|earlier\s+)?(?P<lastmonth>last\s+month)\b"
    rf"|\b(?P<thisyear>(?:earlier\s+)?this\s+year)\b|\b(?P<lastyear>last\s+year)\b"
    rf"|\b(?P<monththis>{_M})\s+(?:this\s+year|of\s+this\s+year)\b|\b(?:last|this\s+past"
    rf"|in)\s+(?P<monthlast>{_M})\s+(?:last\s+year|of\s+last\s+year)\b"
    rf"|\b(?:last|this\s+past)\s+(?P<lastnamed>{_M})(?!\s+(?:{_Y}|\d))|\bthis\s+(?P<thisnamed>{_M})(?!\s+(?:{_Y}|\d))"
    rf"|\b(?P<season>(?:last|this)\s+(?:spring|summer|autumn|winter))\b|\b(?P<week>last\s+week|this\s+week"
    rf"|earlier\s+this\s+week)\b"
    rf"|\b(?P<weekday>(?:last|this|on)\s+{_W})\b(?!,?\s+(?:the\s+)?\d)",
)
_BARE_MONTH = re.compile(
    rf"\b(?:in|since|during|by|until|from|early|mid|late|of|and|for|to)\s+(?P<part>(?:early|mid"
    rf"|late)[\s-]+)?(?P<m>{_M})(?!\w|\s+(?:{_Y}|\d|and\s+not))"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as printed. ``year`` tells whether the year is printed; ``relative`` that it leans on another date."""

    span: Span
    edtf: str
    earliest: date | None
    latest: date | None
    precision: str  # day, period, month, season, year, week, unknown
    weekday: int | None = None
    relative: bool = False
    note: str = ""
    basis: Basis = "stated"
    wrong_weekday: bool = False

    @property
    def known(self) -> bool:
        return self.earliest is not None

    def when(self, basis: Basis | None = None, note: str = "") -> When:
        return When(self.edtf, self.earliest, self.latest, basis or self.basis, Words((self.span,)), note or self.note)


# the words with which a date of each kind can begin
_RELATIVE_BEGINS = frozenset((*MONTHS, *"today this yesterday earlier later at late early last".split()))
_RELATIVE_AFTER = frozenset({"in", "on"})  # a month or a weekday must follow
_BARE_BEGINS = frozenset("in since during by until from early mid late of and for to".split())
_MONTH_NAMES = frozenset(MONTHS)
_MONTH_BEGINS = frozenset((*MONTHS, "early", "mid", "late"))
_SEASON_BEGINS = frozenset(SEASONS)
_NUMBER = re.compile(r"\d+")
_IN_NUMBERS = re.compile(r"\d[/.\-](?=\d)")  # as every date in numbers alone is written
_WEEKDAY = re.compile(r"Mon|Tue|Wed|Thu|Fri|Sat|Sun")
_THE_NUMBER = re.compile(r"the(?=\s+\d)")
_NAMED_DAY = re.compile(rf"\s+(?:{_M}|{_W})")
# words without one of which there is no such period
_WEEK_WORDS = frozenset({"week"})
_END_WORDS = frozenset(
    "ended ending finished finishing concluded concluding completed completing closed closing left until".split()
)


# a stretch of nothing but dates, more than so many and one at least in so many characters, tells of nothing
_MOST, _NO_PROSE = 60, 30


class _Signs:
    """Where in a text something stands without which no date of a kind can: found once for each text."""

    def __init__(self, text: str) -> None:
        words = words_of(text)
        self.digits = array("I")
        short = array("I")  # numbers that can be days
        self.years = array("I")  # numbers of four digits
        self.long = array("I")  # and of four at least
        for m in _NUMBER.finditer(text):
            at, end = m.span()
            self.digits.append(at)
            if end - at < 3:
                short.append(at)
            elif end - at > 3:
                self.long.append(at)
                if end - at == 4:
                    self.years.append(at)
        weekdays = [m.start() for m in _WEEKDAY.finditer(text)]
        named = array("I", [*weekdays, *(m.start() for m in _THE_NUMBER.finditer(text))])
        self.numbers = short
        self.days = array("I", sorted([*short, *named])) if named else short
        self.months = array("I", [at for at in words.begins(_MONTH_NAMES) if text[at].isupper()])
        self.american = array("I", sorted({*self.months, *weekdays})) if weekdays else self.months
        self.month_begins = words.begins(_MONTH_BEGINS)
        self.relative = words.begins(_RELATIVE_BEGINS)
        after = [at for at in words.begins(_RELATIVE_AFTER) if _NAMED_DAY.match(text, at + 2)]
        if after:
            self.relative = array("I", sorted([*self.relative, *after]))
        self.bare = words.begins(_BARE_BEGINS)
        self.seasons = words.begins(_SEASON_BEGINS)
        self.weeks = words.begins(_WEEK_WORDS)
        self.ends = words.begins(_END_WORDS)
        self.numeric = array("I", [m.start() for m in _IN_NUMBERS.finditer(text)]) if self.digits else self.digits
        # a stretch without one of these holds no date
        self.every = array("I", merge(self.long, self.numeric, self.months, self.relative))


@lru_cache(maxsize=2)
def _signs(text: str) -> _Signs:
    return _Signs(text)


def _count(places: Sequence[int], span: Span) -> int:
    """How many of ``places`` are in ``span``."""
    first = bisect_left(places, span.start)
    return bisect_left(places, span.end, first) - first


def _from(
    places: Sequence[int], pattern: re.Pattern[str], text: str, span: Span, taken: Sequence[Span] = ()
) -> Iterator[re.Match[str]]:
    """What ``pattern`` finds in ``span``, given every place where it can begin, but for what is ``taken``."""
    free = span.start
    beside, last = 0, len(taken)
    for number in range(bisect_left(places, span.start), bisect_left(places, span.end)):
        at = places[number]
        while beside < last and taken[beside].end <= at:
            beside += 1
        if beside < last and taken[beside].start <= at:
            continue
        if at >= free and (m := pattern.match(text, at, span.end)):
            yield m
            free = m.end()


def dates(text: str, span: Span, anchor: date | None = None) -> tuple[Mention, ...]:
    """Every date in ``span`` of ``text`` (legible), in order, none overlapping, longest first.

    ``anchor`` is the stated publication date; relative words and dates without a year are resolved
    from it, to the latest such day or month not after it, and marked derived.
    """
    signs = _signs(text)
    first = bisect_left(signs.every, span.start)
    if first == len(signs.every) or signs.every[first] >= span.end:
        return ()
    months, years = _count(signs.months, span), _count(signs.long, span)
    if months > _MOST and months * _NO_PROSE > span.end - span.start:
        return ()
    digits = _count(signs.digits, span)
    found: list[Mention] = []
    taken: list[Span] = []
    for scan, possible in (
        (_scan_ranges, digits and months),
        (_scan_days, (digits and months) or _count(signs.numeric, span)),
        (_scan_months, years and (months or _count(signs.seasons, span))),
        (_scan_relative, _count(signs.relative, span)),
        (_scan_bare_months, months),
        (_scan_years, years),
    ):
        if not possible:
            continue
        alone = scan in (_scan_ranges, _scan_months)
        fresh = False
        for mention in scan(text, span, anchor, taken):
            if not _clash(mention.span, taken) and not (
                alone and any(mention.span.overlaps(f.span) for f in found[-3:])
            ):
                found.append(mention)
                fresh = True
        if fresh:
            taken = [m.span for m in found]
            taken.sort(key=_place)
    if len(found) > 1:
        found.sort(key=lambda m: _place(m.span))
        return tuple(_join_periods(text, found))
    return tuple(found)


def may_cite_a_year(text: str, span: Span) -> bool:
    """Can there be a date with its year in a stretch?"""
    signs = _signs(text)
    return bool(_count(signs.long, span) or _count(signs.numeric, span))


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _clash(span: Span, taken: list[Span]) -> bool:
    if not taken:
        return False
    at = bisect_left(taken, _place(span), key=_place)
    return any(taken[i].overlaps(span) for i in (at - 1, at) if 0 <= i < len(taken))


def month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _day(words: str) -> int:
    return int(rules.match(r"\d+", words).group())  # type: ignore[union-attr]


def _real(year: int, month_: int, day: int) -> date | None:
    try:
        return date(year, month_, day)
    except ValueError:
        return None


def month_bounds(year: int, month_: int) -> tuple[date, date]:
    return date(year, month_, 1), date(year, month_, calendar.monthrange(year, month_)[1])


def _weekday(words: str | None) -> int | None:
    if not words:
        return None
    key = words.lower()[:3]
    return next(n for name, n in WEEKDAYS.items() if name.startswith(key))


# "Issue 14 – Friday 27 March": a number, and then a day
_A_NUMBER_BEFORE = re.compile(
    r"\b(?:issue|no|number|item|page|pages|vol|volume|edition|part|year|years|week|ref|section|aged?)[.:]?\s+$", re.I
)


def _scan_ranges(text: str, span: Span, anchor: date | None, taken: Sequence[Span]) -> Iterator[Mention]:
    signs = _signs(text)
    for m in _WEEK.finditer(text, span.start, span.end) if _count(signs.weeks, span) else ():
        first = _real(int(m["y"]), month(m["m"]), _day(m["d"]))
        if first:
            last = first + timedelta(days=6)
            yield Mention(Span(m.start("d"), m.end()), f"{first}/{last}", first, last, "period")
    began = _BEGAN.finditer(text, span.start, span.end) if _count(signs.ends, span) else ()
    for m in (*began, *_from(signs.days, _DAYS, text, span), *_from(signs.american, _DAYS_US, text, span)):
        if _A_NUMBER_BEFORE.search(text, max(span.start, m.start() - 12), m.start()):
            continue
        first_day, last_day = _day(m["d1"]), _day(m["d2"])
        last_month = month(m["m2"] or m["m1"])
        first_month = month(m["m1"]) if m["m1"] else last_month
        where = Span(*m.span())
        if m["y1"] and not m["m1"]:
            continue
        if first_month == last_month and first_day >= last_day:
            continue
        year = int(m["y2"] or m["y1"] or 0)
        if year:
            first_year = int(m["y1"]) if m["y1"] else year - (first_month > last_month)
            start, end = _real(first_year, first_month, first_day), _real(year, last_month, last_day)
            if start and end and start < end and (end - start).days < 100:
                wrong = any(
                    w is not None and d.weekday() != w
                    for w, d in ((_weekday(m["w1"]), start), (_weekday(m["w2"]), end))
                )
                yield Mention(where, f"{start}/{end}", start, end, "period", wrong_weekday=wrong)
            continue
        if first_month > last_month and not anchor:
            continue
        resolved = _latest_before(last_month, last_day, anchor)
        if resolved:
            start = _real(resolved.year - (first_month > last_month), first_month, first_day)
            if start and start < resolved:
                yield Mention(
                    where,
                    f"{start}/{resolved}",
                    start,
                    resolved,
                    "period",
                    relative=True,
                    basis="derived",
                    note=_from_anchor(anchor),
                )
        elif _real(2000, first_month, first_day) and _real(2000, last_month, last_day):
            edtf = f"XXXX-{first_month:02}-{first_day:02}/XXXX-{last_month:02}-{last_day:02}"
            yield Mention(where, edtf, None, None, "period")


def _scan_days(text: str, span: Span, anchor: date | None, taken: Sequence[Span]) -> Iterator[Mention]:
    signs = _signs(text)
    for pattern, places in ((_DAY, signs.days), (_DAY_US, signs.american)):
        for m in _from(places, pattern, text, span):
            month_, day = month(m["m"]), _day(m["d"])
            weekday = _weekday(m["w"])
            where = Span(*m.span())
            if m["y"]:
                value = _real(int(m["y"]), month_, day)
                if value:
                    wrong = weekday is not None and value.weekday() != weekday
                    yield Mention(where, str(value), value, value, "day", weekday, wrong_weekday=wrong)
                continue
            if not _real(2000, month_, day):
                continue
            resolved = _latest_before(month_, day, anchor)
            if resolved and (weekday is None or resolved.weekday() == weekday):
                yield Mention(
                    where, str(resolved), resolved, resolved, "day", weekday, True, _from_anchor(anchor), "derived"
                )
            else:
                yield Mention(where, f"XXXX-{month_:02}-{day:02}", None, None, "day", weekday)
    for m in _from(signs.numbers, _NUMERIC, text, span):
        year = int(m["y"]) if len(m["y"]) == 4 else 2000 + int(m["y"])
        value = _real(year, int(m["m"]), int(m["d"]))
        if value and (len(m["y"]) == 4 or m["s"] == "/"):
            yield Mention(Span(*m.span()), str(value), value, value, "day")
    for m in _from(signs.years, _ISO, text, span):
        value = _real(int(m["y"]), int(m["m"]), int(m["d"]))
        if value:
            yield Mention(Span(*m.span()), str(value), value, value, "day")


def _scan_months(text: str, span: Span, anchor: date | None, taken: Sequence[Span]) -> Iterator[Mention]:
    signs = _signs(text)
    for m in _from(signs.months, _MONTHS, text, span):
        year, first, last = int(m["y"]), month(m["m1"]), month(m["m2"])
        if first < last:
            start, end = month_bounds(year, first)[0], month_bounds(year, last)[1]
            yield Mention(Span(*m.span()), f"{year}-{first:02}/{year}-{last:02}", start, end, "month")
    for m in _from(signs.month_begins, _MONTH, text, span, taken):
        year, month_ = int(m["y"]), month(m["m"])
        yield Mention(Span(*m.span()), f"{year}-{month_:02}", *month_bounds(year, month_), "month")
    for m in _from(signs.seasons, _SEASON, text, span):
        year, season = int(m["y"]), SEASONS[m["s"].lower()]
        if season == 24:
            continue
        yield Mention(Span(*m.span()), f"{year}-{season}", *season_bounds(year, season), "season")


def season_bounds(year: int, season: int) -> tuple[date, date]:
    """March to May, June to August, September to November.

    A winter named with one year may mean its beginning or its end: it is not read (``_scan_months``).
    """
    first = {21: 3, 22: 6, 23: 9}[season]
    return date(year, first, 1), month_bounds(year, first + 2)[1]


def _scan_bare_months(text: str, span: Span, anchor: date | None, taken: Sequence[Span]) -> Iterator[Mention]:
    for m in _from(_signs(text).bare, _BARE_MONTH, text, span):
        where = Span(m.start("m"), m.end("m"))
        if text[where.start : where.end] in ("MAY", "MAR", "JUN") or rules.match(
            r"\s+(?:be|have|not|well|also)\b", text[where.end : where.end + 8]
        ):
            continue
        yield _month_only(where, month(m["m"]), anchor)


def _month_only(where: Span, month_: int, anchor: date | None) -> Mention:
    if anchor is None:
        return Mention(where, f"XXXX-{month_:02}", None, None, "month")
    year = anchor.year - (month_ > anchor.month)
    return Mention(
        where, f"{year}-{month_:02}", *month_bounds(year, month_), "month", None, True, _from_anchor(anchor), "derived"
    )


def _scan_years(text: str, span: Span, anchor: date | None, taken: Sequence[Span]) -> Iterator[Mention]:
    for m in _from(_signs(text).years, _YEAR, text, span, taken):
        year = int(m["y"])
        yield Mention(Span(*m.span()), str(year), date(year, 1, 1), date(year, 12, 31), "year")


def _scan_relative(text: str, span: Span, anchor: date | None, taken: Sequence[Span]) -> Iterator[Mention]:
    for m in _from(_signs(text).relative, _RELATIVE, text, span):
        mention = _resolve(m, anchor)
        if mention:
            yield mention


def _from_anchor(anchor: date | None) -> str:
    return (
        f"from the date of the source, {anchor.day} {calendar.month_name[anchor.month]} {anchor.year}" if anchor else ""
    )


def _resolve(m: re.Match[str], anchor: date | None) -> Mention | None:
    where, note, kind = Span(*m.span()), _from_anchor(anchor), m.lastgroup or ""
    words = m[kind]

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
    if anchor is None:
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
    if kind == "season":
        which, name = words.split()
        season = SEASONS[name]
        year = anchor.year
        if season == 24 or which == "this":
            return Mention(where, "", None, None, "unknown", None, True)
        while season_bounds(year, season)[1] >= anchor:
            year -= 1
        return Mention(where, f"{year}-{season}", *season_bounds(year, season), "season", None, True, note, "derived")
    if kind == "weekday" and words.split()[0].lower() != "this":
        back = (anchor.weekday() - (_weekday(words.split()[-1]) or 0)) % 7
        passed = words.lower().startswith("last") and (_weekday(words.split()[-1]) or 0) <= anchor.weekday()
        if passed or back == 0:  # of this week or of the one before
            return Mention(where, "", None, None, "unknown", None, True)
        return one(anchor - timedelta(days=back))
    return Mention(where, "", None, None, "unknown", None, True)


def _latest_before(month_: int, day: int, anchor: date | None) -> date | None:
    if anchor is None:
        return None
    for year in (anchor.year, anchor.year - 1):
        value = _real(year, month_, day)
        if value and value <= anchor:
            return value
    return None


_BETWEEN_PERIODS = re.compile(r"\s*(?:,|and|, and|&|;)\s*(?:then\s+)?(?:from\s+)?$")


def _next_month(text: str, here: Mention, after: Mention) -> bool:
    """ "In January and February this year": one stretch over two months that follow each other."""
    if here.precision != "month" or after.precision != "month" or here.latest is None or after.earliest is None:
        return False
    between = text[here.span.end : after.span.start]
    return after.earliest - here.latest == timedelta(days=1) and bool(
        re.fullmatch(r"\s*(?:and|to|into|-|–|/)\s*", between)
    )


def _join_periods(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Two periods joined by "and", the year on the last alone: one date with two parts."""
    at = 0
    while at < len(found):
        here = found[at]
        if at + 1 < len(found) and _next_month(text, here, found[at + 1]):
            after = found[at + 1]
            yield replace(
                here,
                span=Span(here.span.start, after.span.end),
                edtf=f"{here.edtf}/{after.edtf}",
                latest=after.latest,
                relative=here.relative or after.relative,
                basis="derived" if "derived" in (here.basis, after.basis) else "stated",
                note=here.note or after.note,
            )
            at += 2
            continue
        if (
            at + 1 < len(found)
            and here.precision == "period"
            and found[at + 1].precision == "period"
            and _BETWEEN_PERIODS.fullmatch(text[here.span.end : found[at + 1].span.start])
        ):
            after = found[at + 1]
            first = here.edtf
            if not here.known and after.earliest is not None:
                first = here.edtf.replace("XXXX", str(after.earliest.year))
            if "XXXX" not in first and after.latest is not None:
                start = date.fromisoformat(first.split("/")[0])
                if after.earliest is not None and start < after.earliest:
                    yield replace(
                        here,
                        span=Span(here.span.start, after.span.end),
                        edtf=f"{{{first},{after.edtf}}}".replace("/", ".."),
                        earliest=start,
                        latest=after.latest,
                        basis=after.basis,
                        note=after.note,
                    )
                    at += 2
                    continue
        yield here
        at += 1


def candidates(mention: Mention, after: date | None, before: date | None) -> Mention:
    """The years in which a weekday, day and month agree, within the bounds; the mention unchanged when none is known.

    ``after`` is the latest day the text cites, ``before`` the day the source was received.
    """
    m = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", mention.edtf)
    if not m or mention.weekday is None or after is None or before is None:
        return mention
    fits = [
        value
        for year in range(after.year, before.year + 1)
        if (value := _real(year, int(m[1]), int(m[2])))
        and after <= value <= before
        and value.weekday() == mention.weekday
    ]
    if not fits:
        return mention
    note = (
        f"the weekday and the day fit {len(fits)} year{'s' if len(fits) > 1 else ''} between the latest date "
        f"the text cites and the day it was received"
    )
    edtf = str(fits[0]) if len(fits) == 1 else f"[{','.join(map(str, fits))}]"
    return replace(
        mention,
        edtf=edtf,
        earliest=fits[0],
        latest=fits[-1],
        basis="candidates" if len(fits) > 1 else "derived",
        note=note,
    )
