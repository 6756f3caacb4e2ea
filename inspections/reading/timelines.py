"""Lines of a timeline that begin with their year: "2022 – monitoring visits in January and May"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from inspections.periods import NotADate, parse
from inspections.reading.dates.mentions import Mention

if TYPE_CHECKING:
    from inspections.reading.naming import Naming

_THEN = re.compile(r"\s*(?:[–—:]|-(?=\s))\s")


def of_their_years(text: str, named: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Days and months without a year have the one that their line begins with, derived."""
    return tuple(_of_its_year(text, n) if len(n.dates) > 1 else n for n in named)


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
