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
    r"\W*(?:It|They|This|These|Both|Fieldwork|(?:The|Its|Their)\s+(?:inspection|visit|inspectors|team|fieldwork|reports?|letters?|findings|results?"
    r"|judge?ments?|outcomes?|verdict)|Inspectors\s+(?:were|spent|looked|saw))\b(?!\s+(?:\w+\s+)?(?:returned|came\s+back|went\s+back|revisited)\b)"
)
_SOON = 200  # days between a visit and its report


def with_the_year_before(text: str, named: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """The same sentences; a day without a year that lies in the month or season told just before has its year."""
    heads: dict[int, Mention] = {}
    out = list(named[:1])
    for before, here in pairwise(named):
        out.append(here)
        if not here.dates:
            continue
        known = [d for d in here.dates if _tells_a_year(text, d)]
        if here.segment.kind == "heading" or _is_a_line(text, here):
            heads |= {here.segment.index: known[0]} if len(known) == len(here.dates) == 1 else {}
        if len(known) == len(here.dates):
            continue
        told = [d for d in out[-2].dates if d.known] if before.segment.index == here.segment.index else []
        above = heads.get(here.segment.index - 1) or heads.get(here.segment.heading or 0)
        goes_on = _GOES_ON.match(text, here.span.start) is not None
        dates = tuple(d if d in known else _of(text, d, known, told, above, goes_on) for d in here.dates)
        out[-1] = replace(here, dates=dates)
    return tuple(out)


def _is_a_line(text: str, named: Naming) -> bool:
    """A line that is short and no sentence, as a heading with a number is."""
    words = named.span.of(text).rstrip()
    return named.segment.kind == "bullet" and len(words) < _LINE and words[-1:].isalnum()


_LINE = 60


def _tells_a_year(text: str, day: Mention) -> bool:
    return _NO_YEAR.fullmatch(day.edtf) is None or _LEANS_OTHERWISE.search(day.span.of(text)) is not None


def _of(
    text: str, day: Mention, same: list[Mention], told: list[Mention], above: Mention | None, goes_on: bool
) -> Mention:
    """The day with the year of what is told before it, in its sentence, in the one before, in the heading above."""
    sources = [d for d in same if d.span.end <= day.span.start][-1:] or told[-1:] or ([above] if above else [])
    for source in sources:
        if source.earliest is None or source.latest is None:
            continue
        for year in range(source.earliest.year, source.latest.year + 2):
            made = _in_year(day, year)
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
    return day


def _in_year(day: Mention, year: int) -> Mention | None:
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
