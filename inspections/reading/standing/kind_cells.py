"""What a row says of its kind of inspection, and of which service: "ILACS, short", "JTAI (neglect)", "Area SEND".

A table may list inspections of several services, so a row is of the service that its own cell says, whatever the
page is about; one whose cell says none takes the page's only where no other row says another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from inspections.reading import rules
from inspections.reading.framework_names import by_framework_name
from inspections.reading.naming import Naming, Noted
from inspections.reading.rows import Row, Table
from inspections.reading.rules import rule
from inspections.reading.standing.sections import inspectorates_above, naming_of, service_above
from inspections.reading.visits import Visit
from inspections.reading.walk.services_meant import SERVICE_OF
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.facts import InspectionKind
    from inspections.reading.work import Work

# kinds of visit that are of one service whatever topic stands beside them
_OF_ONE = {
    kind: SERVICE_OF[kind] for kind in ("joint-targeted", "joint-area-review", "focused-visit", "school-improvement")
}
_WORDS: tuple[tuple[InspectionKind, rules.Rule], ...] = (
    ("monitoring-visit", rule(r"\bmonitoring\b", re.I)),
    ("focused-visit", rule(r"\bfocus+ed\b", re.I)),
    ("short", rule(r"\bshort\b", re.I)),
    ("full", rule(r"\b(?:standard|full)\b", re.I)),
)


def kind_said(text: str, named: Naming, cell: Span | None) -> Visit | None:
    """The kind of visit that a cell says, though it be in one word: "ILACS, standard"."""
    if cell is None:
        return None
    told = next((v for v in named.visits if v.span.overlaps(cell)), None)
    if told is not None and told.kind != "unstated":
        return told
    found = [(kind, m) for kind, words in _WORDS if (m := words.search(cell.of(text))) is not None]
    if len(found) != 1:
        return told
    kind, m = found[0]
    return Visit(Span(cell.start + m.start(), cell.start + m.end()), kind, "visit")


def service_said(text: str, named: Naming, kind: Visit | None, cells: dict[str, Span]) -> Noted | None:
    """The service that a row itself says it is of."""
    if "service" in cells:
        own = next((s for s in named.services if s.span.overlaps(cells["service"])), None)
        if own is not None:
            return own
    cell = cells.get("visit")
    if cell is not None:
        if kind is not None and kind.kind in _OF_ONE:
            return Noted(kind.span, _OF_ONE[kind.kind])
        called = by_framework_name(named.catalogue, text, cell)
        own = next((s for s in named.services if s.span.overlaps(cell)), None)
        if called is not None or own is not None:
            return called or own
    elsewhere = [s for s in named.services if not ("authority" in cells and s.span.overlaps(cells["authority"]))]
    return next(iter(elsewhere), None)


def cells_of(table: Table, row: Row) -> dict[str, Span]:
    """What each cell of a row holds, by the table's header."""
    return {c: row.cells[i] for i, c in enumerate(table.columns) if c and i < len(row.cells)}


def services_said(work: Work, table: Table) -> frozenset[str]:
    """The services that the rows of a table say they are of."""
    text, found = work.context.text, set()
    for row in table.rows:
        named, cells = naming_of(work, row), cells_of(table, row)
        said = service_said(text, named, kind_said(text, named, cells.get("visit")), cells)
        if said is not None:
            found.add(said.slug)
    return frozenset(found)


def service_left_out(work: Work, table: Table, named: Naming, others: frozenset[str]) -> Noted | None:
    """The service of a row that says none: the heading's, or the page's where no other row is of another."""
    services = work.context.catalogue.services
    taken = service_above(work, table) or work.context.service
    if taken is None:
        return None
    family = {taken.slug, services[taken.slug].parent}
    if any(not {slug, services[slug].parent} & family for slug in others):
        return None
    bodies = {b.slug for b in named.inspectorates}
    frameworks = work.context.catalogue.frameworks.values()
    fits = not bodies or any(bodies <= set(f.inspectorates) and family & set(f.services) for f in frameworks)
    return taken if fits else None


def bodies_above(work: Work, table: Table, service: Noted | None) -> tuple[Noted, ...]:
    """The inspectorates named above a table, or the page's, if they inspect the service of a row."""
    bodies = inspectorates_above(work, table)
    if service is None or len(bodies) == 0:
        return bodies
    if len(set(work.of_rows.values())) > 1 and bodies == work.context.bodies[:1]:
        return ()  # named of another row, and of this one by nobody
    catalogue = work.context.catalogue
    family = {service.slug, catalogue.services[service.slug].parent}
    by = {slug for f in catalogue.frameworks.values() if family & set(f.services) for slug in f.inspectorates}
    return tuple(b for b in bodies if b.slug in by or not by)


def services_by_council(work: Work, listed: Iterable[Table]) -> dict[str, tuple[Noted, ...]]:
    """The services that the rows of tables say of each council that they name."""
    text = work.context.text
    out: dict[str, dict[str, Noted]] = {}
    for table in listed:
        if table.header is None or not {"authority", "visit"} <= set(table.columns):
            continue
        for row in table.rows:
            named, cells = naming_of(work, row), cells_of(table, row)
            said = service_said(text, named, kind_said(text, named, cells.get("visit")), cells)
            if said is None or "authority" not in cells:
                continue
            for council in named.authorities:
                if council.span.overlaps(cells["authority"]):
                    for slug in council.slugs:
                        out.setdefault(slug, {}).setdefault(said.slug, said)
    return {slug: tuple(services.values()) for slug, services in out.items()}
