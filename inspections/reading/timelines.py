"""Lines of a timeline that begin with their year ("2022 – monitoring visits in January and May"), or stand below it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from inspections.periods import NotADate, parse
from inspections.reading.dates.calendar_words import MONTH
from inspections.reading.dates.mentions import Mention
from inspections.reading.year_before import in_year, tells_a_year

if TYPE_CHECKING:
    from inspections.reading.naming import Naming

_THEN = re.compile(r"\s*(?:[–—:]|-(?=\s))\s")


def of_their_years(text: str, named: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Days and months without a year have the one that their line begins with, derived."""
    out: list[Naming] = []
    lead: tuple[int, Mention] | None = None
    for n in named:
        if n.sentence.position == 0:
            lead = (n.segment.index, n.dates[0]) if _is_a_month_alone(text, n) else None
        elif lead is not None and lead[0] == n.segment.index and n.dates:
            n = _before_its_month(n, lead[1])
        out.append(_of_its_year(text, n) if len(n.dates) > 1 else n)
    return tuple(out)


def _is_a_month_alone(text: str, named: Naming) -> bool:
    """ "SEPTEMBER 2016.", with which a line of a timeline begins."""
    if len(named.dates) != 1 or named.dates[0].precision != "month" or not named.dates[0].known:
        return False
    day = named.dates[0].span
    rest = text[named.span.start : day.start] + text[day.end : named.span.end]
    return named.segment.kind in ("bullet", "paragraph") and not any(c.isalnum() for c in rest)


def _before_its_month(named: Naming, lead: Mention) -> Naming:
    """ "September 2016. The report of an inspection in July": the month last gone by when its line begins."""
    dates = []
    for day in named.dates:
        found = _A_MONTH.fullmatch(day.edtf)
        if found is None or day.relative or lead.earliest is None:
            dates.append(day)
            continue
        year = lead.earliest.year - (int(found[1]) > lead.earliest.month)
        known = _in(replace(lead, edtf=str(year)), day)
        dates.append(replace(known, note="the month last gone by at that with which its line begins") if known else day)
    return replace(named, dates=tuple(dates))


_A_MONTH = re.compile(r"XXXX-(\d\d)")


def _of_its_year(text: str, named: Naming) -> Naming:
    year, others = named.dates[0], [d for d in named.dates[1:] if d.edtf]
    if year.precision != "year" or not year.known or year.span.start != named.segment.span.start:
        return named
    if not others or not _THEN.match(text, year.span.end) or not all(d.edtf.startswith("XXXX-") for d in others):
        return named
    dates = [_in(year, d) for d in others]
    return replace(named, dates=tuple(d for d in dates if d is not None)) if all(dates) else named


def _in(year: Mention, day: Mention) -> Mention | None:
    edtf = day.edtf.replace("XXXX", year.edtf)
    try:
        period = parse(edtf)
    except (NotADate, ValueError):
        return None
    note = "from the year that its line begins with"
    return replace(day, edtf=edtf, earliest=period.earliest, latest=period.latest, basis="derived", note=note)


# a heading inside a year: "March", "Spring and summer"
_OF_A_PART_OF_IT = re.compile(
    rf"\W*(?:{MONTH}|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b(?:\W+(?:and|to|{MONTH}|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b)*\W*"
)


def below_their_years(text: str, named: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Days and months below a line that is nothing but a year, in a row of such years, are of that year, derived.

    Below another heading in between they are of no year known.
    """
    lines = [n for n in named if _is_a_year(text, n)]
    years = [int(n.dates[0].edtf) for n in lines]
    if len(years) < 2 or not (all(a < b for a, b in pairwise(years)) or all(a > b for a, b in pairwise(years))):
        return named
    out: list[Naming] = []
    year: int | None = None
    for n in named:
        if _is_a_year(text, n):
            year = int(n.dates[0].edtf)
        elif n.segment.kind == "heading" and year is not None and not _OF_A_PART_OF_IT.fullmatch(n.span.of(text)):
            year = 0
        if year is None or not n.dates or _is_a_year(text, n):
            out.append(n)
        else:
            out.append(replace(n, dates=tuple(_below(text, d, year) for d in n.dates)))
    return tuple(out)


# "2012: pride": what a heading calls its year
_CALLED = re.compile(r"\s*(?::|\s[–—-])\s+(?:[\w’'-]+\s*){1,6}[.!?]?\s*")


def _is_a_year(text: str, named: Naming) -> bool:
    if len(named.dates) != 1 or named.dates[0].precision != "year" or not named.dates[0].known:
        return False
    year, line = named.dates[0].span, named.segment.span
    if named.dates[0].relative or not year.within(line):
        return False
    if line.end - line.start <= year.end - year.start + 3:
        return True
    if named.segment.kind != "heading" or year.start != line.start or named.authorities or named.services:
        return False
    return _CALLED.fullmatch(text, year.end, line.end) is not None


def _below(text: str, day: Mention, year: int) -> Mention:
    """The day in the year of its line; of no year (0) where another heading stands between."""
    if not day.relative and day.known:
        return day
    if tells_a_year(text, day):  # "last July", "this week": it leans on a day of its own
        return replace(day, edtf="", earliest=None, latest=None, precision="unknown") if day.relative else day
    made = in_year(day, year) if year else None
    if made is not None:
        return replace(made, note="from the year that stands above it")
    edtf = re.sub(r"\d{4}-", "XXXX-", day.edtf)
    return replace(day, edtf=edtf, earliest=None, latest=None, basis="stated", note="")
