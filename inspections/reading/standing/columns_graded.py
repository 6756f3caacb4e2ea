"""Which cell of a row holds the inspection's grade: tables have columns of other years, of others, of our own view."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspections.reading.cells import value
from inspections.reading.dates.mentions import Mention
from inspections.reading.grades.words import grade_words
from inspections.reading.rows import Row, Table
from inspections.reading.rules import rule
from inspections.reading.standing.belonging import council_of
from inspections.reading.standing.sections import naming_of
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.events import Event
    from inspections.reading.work import Work

Cell = tuple[Span, str, int | None]  # the grade's span, its words, the number printed beside it
_OF_NOBODY = frozenset(("own", "others", "setting"))
_GRACE = 2  # years from an inspection to the year that a table gives it, of its report


@dataclass(frozen=True)
class Earlier:
    """A grade in a column of an earlier inspection, and the day in its header, if there is one."""

    cell: Cell
    day: Mention | None


@dataclass(frozen=True)
class Chosen:
    """The grade of a row, the day in the header over it, and the grades of earlier inspections beside it."""

    cell: Cell | None
    day: Mention | None = None
    earlier: tuple[Earlier, ...] = ()
    unclear: bool = False  # several grades, and nothing says which is the inspection's


def choose(work: Work, table: Table, row: Row) -> Chosen:
    """The cell of a row that holds the grade of the newest inspection by an inspectorate."""
    text, more = work.context.text, grade_words(work.context.catalogue)[1]
    found = [(i, v) for i, cell in enumerate(row.cells) if i and (v := value(text, cell, more))]
    if not found:
        return Chosen(None)
    if table.header is None:
        return _one_of(found, {})
    kinds = dict(enumerate(table.columns))
    days = _days(work, table.header)
    found = [(i, v) for i, v in found if kinds.get(i) not in _OF_NOBODY]
    found = _of_the_council(work, table.header, found)
    before = [(i, v) for i, v in found if kinds.get(i) == "before"]
    now = [(i, v) for i, v in found if kinds.get(i) != "before"]
    chosen = _one_of(now, days)
    return Chosen(
        chosen.cell, chosen.day, (*chosen.earlier, *(Earlier(v, days.get(i)) for i, v in before)), chosen.unclear
    )


def _one_of(found: list[tuple[int, Cell]], days: dict[int, Mention]) -> Chosen:
    if len(found) < 2:
        return Chosen(found[0][1], days.get(found[0][0])) if found else Chosen(None)
    dated = sorted((m.earliest, i, v) for i, v in found if (m := days.get(i)) is not None and m.earliest is not None)
    if len(dated) == len(found) and len({day for day, _, _ in dated}) == len(dated):
        earlier = tuple(Earlier(v, days[i]) for _, i, v in dated[:-1])
        return Chosen(dated[-1][2], days[dated[-1][1]], earlier)
    if len({v[1].lower() for _, v in found}) == 1 and not dated:
        return Chosen(found[0][1])
    return Chosen(None, unclear=True)


def _days(work: Work, header: Row) -> dict[int, Mention]:
    """The one day that each cell of a header gives."""
    named, out = naming_of(work, header), {}
    for i, cell in enumerate(header.cells):
        held = [d for d in named.dates if d.known and d.span.within(cell)]
        if len(held) == 1:
            out[i] = held[0]
    return out


def _of_the_council(work: Work, header: Row, found: list[tuple[int, Cell]]) -> list[tuple[int, Cell]]:
    """Where the columns are councils', that of the council the page is about; none where it has no column."""
    owners: dict[int, set[str]] = {}
    for name in naming_of(work, header).authorities:
        slug = council_of(work, name)
        for i, cell in enumerate(header.cells):
            if slug is not None and name.span.within(cell):
                owners.setdefault(i, set()).add(slug)
    if not owners:
        return found
    home = work.context.home[0] if work.context.home else None
    if home is not None and not any(home in slugs for slugs in owners.values()):
        return [(i, v) for i, v in found if i not in owners]
    return [(i, v) for i, v in found if home in owners.get(i, set())]


_SHORT = 80  # characters
_STRETCH = rule(r"\b(?:since|after|before|until|from|to|than|compared)\b", re.I)
_YEAR = rule(r"\b(?:19|20)\d\d\b")


def is_of_another_year(work: Work, table: Table, day: Mention | None, focus: Event) -> bool:
    """Does the header over a grade, or the line above the table, give a year in which this inspection was not?"""
    told = [d for d in (focus.inspected, focus.published) if d is not None and d.known]
    if not told:
        return False
    years = {day.earliest.year} if day is not None and day.earliest is not None else _years_above(work, table)
    own: set[int] = set()
    for each in told:
        since = each.earliest.year if each.earliest is not None else 0
        until = each.latest.year if each.latest is not None else since
        own.update(range(since - (each is focus.published), until + _GRACE))
    return bool(years) and not years & own


def _years_above(work: Work, table: Table) -> set[int]:
    """The year in a short line above a table, where it is one year only: "The grades of 2017", not "Since 2017"."""
    words = table.lead.span.of(work.context.text) if table.lead is not None else ""
    if not words or len(words) > _SHORT or _STRETCH.search(words):
        return set()
    years = {int(y) for y in _YEAR.findall(words)}
    return years if len(years) == 1 else set()
