"""What the heading or the line above a table names, and what a row names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from inspections.reading.framework_names import by_framework_name
from inspections.reading.naming import Naming, Noted, name
from inspections.reading.rows import Row, Table
from inspections.reading.segments import Sentence

if TYPE_CHECKING:
    from inspections.reading.work import Work


def naming_of(work: Work, row: Row) -> Naming:
    return name(
        work.context.document, work.context.catalogue, work.context.anchor, Sentence(row.segment.span, row.segment, 0)
    )


def inspectorates_above(work: Work, table: Table) -> tuple[Noted, ...]:
    """The inspectorates named by the line or heading above a table, else the one that the page is of."""
    return next((n.inspectorates for n in _above(work, table) if n.inspectorates), work.context.bodies[:1])


def service_above(work: Work, table: Table) -> Noted | None:
    """The service named by the line or heading above a table, or that of the framework which it calls by its name."""
    about = work.context
    for named in _above(work, table):
        called = by_framework_name(about.catalogue, about.text, named.span) if not named.services else None
        if named.services or called is not None:
            return named.services[0] if named.services else called
    return None


def _above(work: Work, table: Table) -> Iterator[Naming]:
    """What the line above a table names, and each heading above that."""
    about = work.context
    index = table.lead.index if table.lead is not None else None
    while index is not None:
        segment = about.document.segments[index]
        yield name(about.document, about.catalogue, None, Sentence(segment.span, segment, 0))
        index = segment.heading
