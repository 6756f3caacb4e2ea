"""Days without a year that have the one told just before: "In autumn 2022 ... from 31 October to 11 November"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from inspections.periods import NotADate, parse
from inspections.reading.dates.mentions import Mention
from inspections.reading.naming import Naming

_NO_YEAR = re.compile(r"(?:\d{4}|XXXX)-(\d\d)(?:-(\d\d))?(?:/(?:\d{4}|XXXX)-(\d\d)(?:-(\d\d))?)?")
_LEANS_OTHERWISE = re.compile(r"\b(?:19|20)\d\d\b|\b(?:this|last|next|today|yesterday|year|same)\b|[’'‘]\d\d", re.I)
# "It lasted from 16 to 27 January", "The findings were made public on 3 August": of what the sentence before told
_GOES_ON = re.compile(
    r"\W*(?:It|They|This(?!\s+(?:time|year|month|week|autumn|spring|summer|winter)\b)|These|Both|Fieldwork|(?:The|Its|Their)\s+(?:inspection|visit|inspectors|team|fieldwork|reports?|letters?|findings|results?"
    r"|judge?ments?|outcomes?|verdict)|Inspectors\s+(?:were|spent|looked|saw))\b(?!\s+(?:\w+\s+)?(?:returned|came\s+back|went\s+back|revisited)\b)"
)
_SOON = 200  # days between a visit and its report
# "The first, on 23 and 24 January, dealt with": of the visits of a year that the sentence before tells of
_ONE_OF_THEM = re.compile(
    r"\W*(?:(?:At|In|On|After|During)\s+)?[Tt]he\s+(?:first|second|third|fourth|other|next|last|latest|later|earlier|final|former|latter)(?=,|\s+(?:one|of|was|took|came|looked|found|on|in)\b)"
)
_VISITS_OF_IT = re.compile(r"\b(?:visits|inspections|reviews|assessments|letters|reports)\b")
# "reported on 9 September 2025, after fieldwork in June": before the report
_AFTER_WORK_IN = re.compile(
    r",?\s+(?:after|following)\s+(?:an?\s+|its\s+|their\s+|the\s+)?(?:[\w’'-]+\s+){0,3}?(?:fieldwork|inspections?|visits?|work|weeks?|fortnight|days|assessment"
    r"|(?:inspectors|assessors|Ofsted|CQC)\s+(?:had\s+|last\s+)?(?:visited|came|called|inspected|come))"
    r"\s+(?:[\w’'-]+\s+){0,3}?(?:in|on|from|of|between|during)\s+(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?$"
)
_WORK_BEFORE = 300  # days
_LONG = 300  # days from one date to the next of a sentence, too many for the next to go without its year


def with_the_year_before(text: str, named: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """The same sentences; a day without a year that lies in the month or season told just before has its year."""
    heads: dict[int, Mention] = {}
    out = list(named[:1])
    for before, here in pairwise(named):
        out.append(here)
        if not here.dates:
            continue
        known = [d for d in here.dates if tells_a_year(text, d)]
        if here.segment.kind == "heading" or _is_a_line(text, here):
            heads |= {here.segment.index: known[0]} if len(known) == len(here.dates) == 1 else {}
        if len(known) == len(here.dates):
            continue
        told = [d for d in out[-2].dates if d.known] if before.segment.index == here.segment.index else []
        above = heads.get(here.segment.index - 1) or heads.get(here.segment.heading or 0)
        goes_on = _GOES_ON.match(text, here.span.start) is not None
        year = _year_of_several(text, out[-2], here, told)
        dates = tuple(d if d in known else _of(text, d, known, told, above, goes_on, year) for d in here.dates)
        out[-1] = replace(here, dates=dates)
    return tuple(out)


def _year_of_several(text: str, before: Naming, here: Naming, told: list[Mention]) -> Mention | None:
    """The year of "two monitoring visits in 2024", where a sentence goes on with "The first, on ..."."""
    years = [d for d in told if d.precision == "year" and d.basis == "stated"]
    if len(years) != 1 or len(told) != 1 or _ONE_OF_THEM.match(text, here.span.start, here.span.end) is None:
        return None
    return years[0] if _VISITS_OF_IT.search(text, before.span.start, before.span.end) else None


def _is_a_line(text: str, named: Naming) -> bool:
    """A line that is short and no sentence, as a heading with a number is."""
    words = named.span.of(text).rstrip()
    return named.segment.kind == "bullet" and len(words) < _LINE and words[-1:].isalnum()


_LINE = 60


def tells_a_year(text: str, day: Mention) -> bool:
    """Is a date more than a day or a month that leans on the source's day for its year alone?"""
    return _NO_YEAR.fullmatch(day.edtf) is None or _LEANS_OTHERWISE.search(day.span.of(text)) is not None


def _of(
    text: str,
    day: Mention,
    same: list[Mention],
    told: list[Mention],
    above: Mention | None,
    goes_on: bool,
    of_several: Mention | None,
) -> Mention:
    """The day with the year of what is told before it, in its sentence, in the one before, in the heading above."""
    stated = [d for d in same if d.span.end <= day.span.start][-1:]
    if (
        stated
        and stated[0].precision in ("day", "month")
        and (made := _worked_before(text, day, stated[0])) is not None
    ):
        return made
    if stated and stated[0].precision == "year" and (made := _when_in_that_year(text, day, stated[0])) is not None:
        return made
    if of_several is not None and not stated:
        return in_year(day, int(of_several.edtf)) or day
    sources = stated or told[-1:] or ([above] if above else [])
    for source in sources:
        if source.earliest is None or source.latest is None:
            continue
        for year in range(source.earliest.year, source.latest.year + 2):
            made = in_year(day, year)
            if made is None or made.earliest is None or made.latest is None:
                continue
            inside = source.earliest <= made.earliest and made.latest <= source.latest
            finer = source.precision in ("month", "season") and day.precision in ("day", "period")
            after = 0 <= (made.earliest - source.latest).days < _SOON
            of_it = goes_on and source in told and not day.known
            if inside and (finer or (of_it and source.precision == "year")):
                return made
            if of_it and after and source.precision in ("month", "season", "day", "period"):
                return made
    return _of_no_year(day, same)


def _of_no_year(day: Mention, same: list[Mention]) -> Mention:
    """ "Rated good in October 2020 by inspectors, who had come in March": not in the March before the source."""
    before = [d for d in same if d.span.end <= day.span.start and d.basis == "stated" and d.latest is not None]
    if not before or not day.relative or day.earliest is None:
        return day
    if (day.earliest - before[-1].latest).days < _LONG:  # type: ignore[operator]
        return day
    edtf = re.sub(r"\d{4}-", "XXXX-", day.edtf) if day.precision in ("day", "month", "period") else ""
    precision = day.precision if edtf else "unknown"
    return replace(day, edtf=edtf, earliest=None, latest=None, precision=precision, basis="stated", note="")


_IN_A_YEAR = re.compile(r"(?:^|[\s(])[Ii]n\s+$")
_WHEN_IN_IT = re.compile(r",\s+when\s[^,.;:()“”\"]{4,90}")


def _when_in_that_year(text: str, day: Mention, year: Mention) -> Mention | None:
    """ "In 2014, when Ofsted inspected in September": in the September of that year."""
    if _IN_A_YEAR.search(text, max(0, year.span.start - 5), year.span.start) is None or year.earliest is None:
        return None
    if _WHEN_IN_IT.fullmatch(text, year.span.end, day.span.start) is None:
        return None
    made = in_year(day, year.earliest.year)
    return made if made is not None and made.latest is not None and made.latest == _within(made, year) else None


def _within(day: Mention, year: Mention) -> date | None:
    return min(day.latest, year.latest) if day.latest is not None and year.latest is not None else None


def _worked_before(text: str, day: Mention, report: Mention) -> Mention | None:
    """ "Reported on 9 September 2025, after fieldwork in June": the last June before the report."""
    if report.earliest is None or _AFTER_WORK_IN.fullmatch(text, report.span.end, day.span.start) is None:
        return None
    for year in (report.earliest.year, report.earliest.year - 1):
        made = in_year(day, year)
        if (
            made is not None
            and made.earliest is not None
            and 0 <= (report.earliest - made.earliest).days < _WORK_BEFORE
        ):
            return made
    return None


def in_year(day: Mention, year: int) -> Mention | None:
    """The day in that year; a period that runs over its end goes on in the next."""
    found = _NO_YEAR.fullmatch(day.edtf)
    assert found is not None
    one, other = (found[1], found[2] or ""), (found[3] or "", found[4] or "")
    edtf = f"{year}-{'-'.join(filter(None, one))}"
    if other[0]:
        edtf += f"/{year + (other < one)}-{'-'.join(filter(None, other))}"
    try:
        period = parse(edtf)
    except (NotADate, ValueError):
        return None
    if not isinstance(period.earliest, date):
        return None
    note = f"from the date told before it, of {year}"
    return replace(
        day, edtf=edtf, earliest=period.earliest, latest=period.latest, basis="derived", note=note, relative=True
    )
