"""Dates printed in full or in part: periods, days, months, seasons and years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from inspections.reading import rules
from inspections.reading.dates.calendar_words import (
    DAY,
    MONTH,
    SEASONS,
    UNTIL,
    WEEKDAY,
    YEAR,
    day_number,
    month,
    month_bounds,
    real_day,
    season_bounds,
    weekday_number,
)
from inspections.reading.dates.mentions import Mention
from inspections.reading.dates.relative import from_anchor, latest_before, of_that_year, year_told
from inspections.reading.dates.signs import found_from, signs_of, stands_in
from inspections.text import Span

_DAYS = re.compile(
    rf"(?<![\d/.,:])(?:(?P<w1>{WEEKDAY}),?\s+)?(?:the\s+)?(?P<d1>{DAY})(?:\s+(?:of\s+)?(?P<m1>{MONTH}))?(?:,?\s+(?P<y1>{YEAR}))?"
    rf"(?P<to>{UNTIL})(?:(?P<w2>{WEEKDAY}),?\s+(?:the\s+)?)?(?P<d2>{DAY})\s+(?:of\s+)?(?P<m2>{MONTH})(?:,?\s+(?P<y2>{YEAR})(?!\d))?",
)
# "the week beginning 5 March 2018", "the weeks of 5 and 19 March", "w/c March 5", "the fortnight ending 16 March"
_BEGINNING = r"(?:of|beginning|commencing|starting|from)"
_WEEK = re.compile(
    rf"\b(?:(?P<many>weeks|fortnight|week)\s+(?:(?:{_BEGINNING})|(?P<ends>ending))(?:\s+on)?|w/c|w\.c\.)\s+"
    rf"(?:(?P<w>{WEEKDAY}),?\s+)?(?:the\s+)?(?:(?P<d>{DAY})(?:\s+(?P<m0>{MONTH}))?(?:\s+(?:and|&)\s+(?:{WEEKDAY},?\s+)?(?P<d2>{DAY}))?"
    rf"\s+(?:of\s+)?(?P<m>{MONTH})|(?P<mu>{MONTH})\s+(?P<du>{DAY})(?!\d|\s+(?:{MONTH})))(?:,?\s+(?P<y>{YEAR})(?!\d))?"
)
# "5, 6 and 7 February 2019", "5 and 19 February": days told one by one
_LIST = re.compile(
    rf"(?<![\d/.,:])(?P<days>(?:(?:{WEEKDAY},?\s+)?(?:the\s+)?{DAY}(?:,\s+(?:and\s+)?|\s+(?:and|&)\s+))+)(?:{WEEKDAY},?\s+)?"
    rf"(?:the\s+)?(?P<d>{DAY})\s+(?:of\s+)?(?P<m>{MONTH})(?:,?\s+(?P<y>{YEAR})(?!\d))?"
)
_TWO = re.compile(r"\b(?:two|2)[\s-]+$", re.I)
_RANGE_BEFORE = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.I)
_AND = re.compile(r"and|&", re.I)
_NUMBER = re.compile(r"\d+")
_BEGAN = re.compile(
    rf"(?:(?P<w1>{WEEKDAY}),?\s+)?(?P<d1>{DAY})\s+(?P<m1>{MONTH})(?:,?\s+(?:(?P<y1>{YEAR})|(?:of\s+)?this\s+year))?,?\s+and\s+(?:(?:ended|ending"
    rf"|finish(?:ed|ing)|conclud(?:ed|ing)|complet(?:ed|ing)|clos(?:ed|ing)|left|departed)(?:\s+\w+)?\s+on|(?:stayed"
    rf"|remained)\s+(?:until|till))\s+(?:(?:the\s+)?(?:(?P<w2>{WEEKDAY}),?\s+(?:the\s+)?)?(?P<d2>{DAY})\s+(?:of\s+)?(?P<m2>{MONTH})"
    rf"(?:,?\s+(?P<y2>{YEAR})(?!\d))?|(?:{WEEKDAY},?\s+)?the\s+(?P<d3>{DAY})(?![\w/.:]*\d|\s+{MONTH}))"
)
_DAY = re.compile(
    rf"(?<![\d/.,:])(?:(?P<w>{WEEKDAY}),?\s+)?(?:the\s+)?(?P<d>{DAY})\s+(?:(?:day\s+)?of\s+)?(?P<m>{MONTH})"
    rf"(?:,?\s+(?P<y>{YEAR})(?!\d))?(?!\d)",
)
_DAYS_US = re.compile(
    rf"\b(?:(?P<w1>{WEEKDAY}),?\s+)?(?P<m1>{MONTH})\s+(?P<d1>{DAY})(?:,?\s+(?P<y1>{YEAR}))?(?P<to>{UNTIL})"
    rf"(?:(?P<w2>{WEEKDAY}),?\s+)?(?:(?P<m2>{MONTH})\s+)?(?P<d2>{DAY})(?:,?\s+(?P<y2>{YEAR})(?!\d))?(?![\d:]|\s+{MONTH})"
)
_DAY_US = re.compile(
    rf"\b(?:(?P<w>{WEEKDAY}),?\s+)?(?P<m>{MONTH})\s+(?P<d>{DAY})(?:,?\s+(?P<y>{YEAR})(?!\d))?(?![\d:]|\s+(?:{MONTH}"
    rf"|years))"
)
_NUMERIC = re.compile(
    r"(?<![\d/.\-])(?P<d>[0-3]?\d)(?P<s>[/.\-])(?P<m>[01]?\d)(?P=s)(?P<y>(?:19|20)?\d\d)(?![\d/\-]|\.\d)"
)
_ISO = re.compile(r"(?<![\d/\-])(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)")
_MONTH = re.compile(
    rf"\b(?P<part>(?:early|mid|late)[\s-]+)?(?P<m>{MONTH}),?\s+(?:of\s+)?"
    rf"(?P<y>{YEAR})(?!\d|/\d|[-–]\d)"
)
_MONTHS = re.compile(rf"\b(?P<m1>{MONTH})\s*(?:and|to|-|–|/)\s*(?P<m2>{MONTH})\s+(?P<y>{YEAR})(?!\d)")
_SEASON = re.compile(
    rf"\b(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|SPRING|SUMMER|AUTUMN|WINTER)(?:\s+term)?(?:\s+of)?"
    rf"\s+(?P<y>{YEAR})(?!\d|/\d)"
)
_YEAR = re.compile(rf"(?<![\d£/#.,\-–])(?P<y>{YEAR})(?![\d%]|/\d|[-–]\d|,\d|\.\d)")
# "Issue 14 – Friday 27 March": a number, and then a day
_A_NUMBER_BEFORE = re.compile(
    r"\b(?:issue|no|number|item|page|pages|vol|volume|edition|part|year|years|week|ref|section|aged?)[.:]?\s+$", re.I
)


def scan_periods(text: str, span: Span, anchor: date | None, taken: Sequence[Span]) -> Iterator[Mention]:
    signs = signs_of(text)
    if stands_in(signs.weeks, span):
        yield from _weeks(text, span, anchor)
    listed = list(_days_listed(text, span, anchor))
    yield from listed
    inside = {at for one in listed for at in range(one.span.start, one.span.end)}
    began = _BEGAN.finditer(text, span.start, span.end) if stands_in(signs.ends, span) else ()
    for m in (*began, *found_from(signs.days, _DAYS, text, span), *found_from(signs.american, _DAYS_US, text, span)):
        if m.start() in inside or _A_NUMBER_BEFORE.search(text, max(span.start, m.start() - 12), m.start()):
            continue
        first_day, last_day = day_number(m["d1"]), day_number(m["d2"] or m["d3"])
        last_month = month(m["m2"] or m["m1"])
        first_month = month(m["m1"]) if m["m1"] else last_month
        if m["y1"] and not m["m1"]:
            continue
        if first_month == last_month and first_day >= last_day:
            continue
        year = int(m["y2"] or m["y1"] or 0)
        told, end = (0, m.end()) if year else year_told(text, m.end(), anchor)
        where = Span(m.start(), end)
        if year:
            first_year = int(m["y1"]) if m["y1"] else year - (first_month > last_month)
            start, end = real_day(first_year, first_month, first_day), real_day(year, last_month, last_day)
            if start and end and start < end and (end - start).days < 100:
                wrong = any(
                    w is not None and d.weekday() != w
                    for w, d in ((weekday_number(m["w1"]), start), (weekday_number(m["w2"]), end))
                )
                apart = _AND.search(m.groupdict().get("to") or "") and (end - start).days > 1
                if apart and not _RANGE_BEFORE.search(text, max(span.start, m.start() - 16), m.start()):
                    yield Mention(where, f"{{{start},{end}}}", start, end, "period", wrong_weekday=wrong)  # two days
                    continue
                yield Mention(where, f"{start}/{end}", start, end, "period", wrong_weekday=wrong)
            continue
        if first_month > last_month and not anchor:
            continue
        resolved = latest_before(last_month, last_day, anchor, told) if not of_that_year(text, end) else None
        if resolved:
            start = real_day(resolved.year - (first_month > last_month), first_month, first_day)
            if start and start < resolved:
                yield Mention(
                    where,
                    f"{start}/{resolved}",
                    start,
                    resolved,
                    "period",
                    relative=True,
                    basis="derived",
                    note=from_anchor(anchor),
                )
        elif real_day(2000, first_month, first_day) and real_day(2000, last_month, last_day):
            edtf = f"XXXX-{first_month:02}-{first_day:02}/XXXX-{last_month:02}-{last_day:02}"
            yield Mention(where, edtf, None, None, "period")


def _days_listed(text: str, span: Span, anchor: date | None) -> Iterator[Mention]:
    """Days of one month told one by one; those that follow each other are a period."""
    for m in found_from(signs_of(text).listed, _LIST, text, span):
        days = [int(x) for x in _NUMBER.findall(m["days"])] + [day_number(m["d"])]
        if sorted(set(days)) != days or _A_NUMBER_BEFORE.search(text, max(span.start, m.start() - 12), m.start()):
            continue
        one_by_one = days[-1] - days[0] > len(days) - 1
        if len(days) == 2 and (
            not one_by_one or _RANGE_BEFORE.search(text, max(span.start, m.start() - 16), m.start())
        ):
            continue  # a period, which is read as one
        month_ = month(m["m"])
        told, end = (int(m["y"]), m.end()) if m["y"] else year_told(text, m.end(), anchor)
        last = real_day(told, month_, days[-1]) if told else latest_before(month_, days[-1], anchor)
        if last is None:
            continue
        shown = [date(last.year, month_, day) for day in days]
        edtf = f"{{{','.join(map(str, shown))}}}" if one_by_one else f"{shown[0]}/{last}"
        note, basis = ("", "stated") if m["y"] else (from_anchor(anchor), "derived")
        yield Mention(
            Span(m.start(), end), edtf, shown[0], last, "period",
            relative=not m["y"], note=note, basis=basis,  # type: ignore[arg-type]
        )  # fmt: skip


_GOES_ON_TO = re.compile(rf"(?:,?\s+{YEAR})?{UNTIL}(?:{WEEKDAY},?\s+)?(?:the\s+)?{DAY}\b")


def _weeks(text: str, span: Span, anchor: date | None) -> Iterator[Mention]:
    """A week or a fortnight told by the day on which it begins or ends, and weeks told together."""
    for m in _WEEK.finditer(text, span.start, span.end):
        month_ = month(m["m"] or m["mu"])
        days = [(month(m["m0"]) if m["m0"] else month_, m["d"])] if m["d2"] else []
        days.append((month_, m["d2"] or m["d"] or m["du"]))
        if (m["m0"] and not m["d2"]) or _GOES_ON_TO.match(text, m.end()):
            continue  # "the two weeks from 31 October to 11 November": the days themselves are told
        two = bool(_TWO.search(text, max(span.start, m.start() - 8), m.start()))
        if (m["many"] == "weeks") != (bool(m["d2"]) or two):
            continue
        told, end = (int(m["y"]), m.end()) if m["y"] else year_told(text, m.end(), anchor)
        parts: list[tuple[date, date]] = []
        for number, printed in days:
            day = day_number(printed)
            first = real_day(told, number, day) if told else latest_before(number, day, anchor)
            if first is None:
                break
            long = 14 if two or m["many"] == "fortnight" else 7
            if m["ends"]:
                last, first = first, first - timedelta(days=first.weekday() + long - 7)
            else:
                last = first + timedelta(days=long - 1)
            parts.append((first, last))
        if len(parts) < len(days) or (len(parts) > 1 and parts[0][1] >= parts[1][0]):
            continue
        edtf = f"{parts[0][0]}/{parts[-1][1]}"
        if len(parts) > 1 and parts[1][0] - parts[0][1] > timedelta(days=1):
            edtf = f"{{{','.join(f'{first}..{last}' for first, last in parts)}}}"
        note, basis = ("", "stated") if m["y"] else (from_anchor(anchor), "derived")
        begins = m.start("w") if m["w"] else m.start("d") if m["d"] else m.start("mu")
        yield Mention(
            Span(begins, end), edtf, parts[0][0], parts[-1][1], "period",
            relative=not m["y"], note=note, basis=basis,  # type: ignore[arg-type]
        )  # fmt: skip


def scan_days(text: str, span: Span, anchor: date | None, taken: Sequence[Span]) -> Iterator[Mention]:
    signs = signs_of(text)
    for pattern, places in ((_DAY, signs.days), (_DAY_US, signs.american)):
        for m in found_from(places, pattern, text, span):
            month_, day = month(m["m"]), day_number(m["d"])
            weekday = weekday_number(m["w"])
            where = Span(*m.span())
            if m["y"]:
                value = real_day(int(m["y"]), month_, day)
                if value:
                    wrong = weekday is not None and value.weekday() != weekday
                    yield Mention(where, str(value), value, value, "day", weekday, wrong_weekday=wrong)
                continue
            if not real_day(2000, month_, day):
                continue
            told, end = year_told(text, m.end(), anchor)
            where = Span(m.start(), end)
            resolved = latest_before(month_, day, anchor, told) if not of_that_year(text, end) else None
            if resolved and (weekday is None or resolved.weekday() == weekday):
                yield Mention(
                    where, str(resolved), resolved, resolved, "day", weekday, True, from_anchor(anchor), "derived"
                )
            else:
                yield Mention(where, f"XXXX-{month_:02}-{day:02}", None, None, "day", weekday)
    for m in found_from(signs.slashed, _NUMERIC, text, span):
        year = int(m["y"]) if len(m["y"]) == 4 else 2000 + int(m["y"])
        value = real_day(year, int(m["m"]), int(m["d"]))
        if value and (len(m["y"]) == 4 or m["s"] == "/"):
            yield Mention(Span(*m.span()), str(value), value, value, "day")
    for m in found_from(signs.dashed, _ISO, text, span):
        value = real_day(int(m["y"]), int(m["m"]), int(m["d"]))
        if value:
            yield Mention(Span(*m.span()), str(value), value, value, "day")


def scan_months(text: str, span: Span, anchor: date | None, taken: Sequence[Span]) -> Iterator[Mention]:
    signs = signs_of(text)
    for m in found_from(signs.months, _MONTHS, text, span):
        year, first, last = int(m["y"]), month(m["m1"]), month(m["m2"])
        two = rules.search(r"\band\b", text[m.end("m1") : m.start("m2")]) and last - first > 1
        if (
            first < last
            and two
            and not rules.search(r"\bbetween\s+$", text[max(span.start, m.start() - 9) : m.start()], re.I)
        ):
            for named, number in (("m1", first), ("m2", last)):  # "in June and November 2021": two, with their year
                where = Span(m.start(named), m.end(named) if named == "m1" else m.end())
                yield Mention(where, f"{year}-{number:02}", *month_bounds(year, number), "month")
        elif first < last:
            start, end = month_bounds(year, first)[0], month_bounds(year, last)[1]
            yield Mention(Span(*m.span()), f"{year}-{first:02}/{year}-{last:02}", start, end, "month")
    for m in found_from(signs.month_begins, _MONTH, text, span, taken):
        year, month_ = int(m["y"]), month(m["m"])
        yield Mention(Span(*m.span()), f"{year}-{month_:02}", *month_bounds(year, month_), "month")
    for m in found_from(signs.seasons, _SEASON, text, span):
        year, season = int(m["y"]), SEASONS[m["s"].lower()]
        if season == 24:
            continue
        yield Mention(Span(*m.span()), f"{year}-{season}", *season_bounds(year, season), "season")


def scan_years(text: str, span: Span, anchor: date | None, taken: Sequence[Span]) -> Iterator[Mention]:
    for m in found_from(signs_of(text).years, _YEAR, text, span, taken):
        year = int(m["y"])
        yield Mention(Span(*m.span()), str(year), date(year, 1, 1), date(year, 12, 31), "year")
