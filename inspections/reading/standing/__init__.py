"""Rows that give grades or visits, and the inspection each belongs to."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from inspections.reading.cells import value
from inspections.reading.events import Event
from inspections.reading.facts import Warned
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import grade_words
from inspections.reading.rows import Table, tables
from inspections.reading.rules import rule
from inspections.reading.standing.belonging import inspection_above
from inspections.reading.standing.grade_tables import add_grades
from inspections.reading.standing.kind_cells import services_by_council
from inspections.reading.standing.visit_tables import add_visits
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_ALL_READ = rule(r"\bevery\s+(?:line|row|area|judgement|one)\b[^.]{0,40}\bread\s+(?P<g>[\w ]+?)\W*$", re.I)


def tables_of(work: Work) -> tuple[Table, ...]:
    """The tables and labelled lines of a document, parted once."""
    about = work.context

    def part() -> tuple[Table, ...]:
        body = tuple(s for s in about.document.segments if s.index not in about.letterhead)
        return tables(about.text, body, grade_words(about.catalogue)[1])

    return about.document.once("tables", part)


def take_services_of_rows(work: Work) -> None:
    """Of which service each council's inspection was, where a table says it; the page is then about none of them."""
    about = work.context
    if not any(s.kind == "row" for s in about.document.body):
        return
    held = services_by_council(work, tables_of(work))
    work.of_rows = {slug: services[0] for slug, services in held.items() if len(services) == 1}
    services = about.catalogue.services
    families = {services[each.slug].parent or each.slug for said in held.values() for each in said}
    titled = about.title is not None and about.service is not None and about.service.span.within(about.title.span)
    if len(families) > 1 and not titled:
        work.context = replace(about, service=None)


def add_rows(work: Work) -> None:
    """Read the tables and labelled lines of a document into its events."""
    for table in tables_of(work):
        if table.explains_scale:
            continue
        if "setting" in table.columns:
            work.warnings += [
                Warned("grade-passed-over", "left out: a school, home or other setting", row.segment.span)
                for row in table.rows
            ]
            continue
        if table.columns and add_visits(work, table):
            continue
        add_grades(work, table)
    _parenthesis(work)


def _parenthesis(work: Work) -> None:
    """The grade of an earlier inspection, given for a whole table: "In June 2022 every line read ..."."""
    text, about = work.context.text, work.context
    if about.home is None or about.service is None:
        return
    for named in work.named:
        m = _ALL_READ.search(named.span.of(text).rstrip(").] ")) if named.dates else None
        if not m:
            continue
        cell = Span(named.span.start + m.start("g"), named.span.start + m.end("g"))
        found = value(text, cell)
        if found is None:
            continue
        hit = GradeHit(found[0], found[1], "row", "previous", (), None, None)
        focus = inspection_above(work, named.span.start)
        service = focus.service if focus else about.service.slug
        places = list(focus.authorities) if focus else [about.home]
        event = Event(
            places,
            service,
            focus.service_span if focus else about.service.span,
            [],
            "unstated",
            None,
            named.dates[0],
            None,
            hit,
            previous=True,
            spans=[named.span],
            sentences=[named.span],
        )
        work.events.append(event)
        work.told.append((named.span.start, event))
