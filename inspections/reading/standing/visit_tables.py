"""Tables of visits, or of councils, under a header."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspections.reading import rules
from inspections.reading.authorities import Named
from inspections.reading.cells import value
from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Aspect, Event
from inspections.reading.facts import Warned
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import grade_words
from inspections.reading.naming import Naming, Noted
from inspections.reading.parts import judged_apart, parts
from inspections.reading.rows import Row, Table
from inspections.reading.rules import rule
from inspections.reading.standing.belonging import council_of
from inspections.reading.standing.in_sections import councils_over, is_section_of
from inspections.reading.standing.kind_cells import (
    bodies_above,
    cells_of,
    kind_said,
    service_left_out,
    service_said,
    services_said,
)
from inspections.reading.standing.labels import named_alone
from inspections.reading.standing.outcome_cells import Outcome, outcome_of
from inspections.reading.standing.sections import naming_of, service_above
from inspections.reading.visits import UNGRADED
from inspections.reading.walk.placing import is_name
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_CANCELLED = rule(
    r"\b(?:cancelled|postponed|called\s+off|deferred|did\s+not\s+take\s+place|suspended|not\s+yet|planned"
    r"|tbc|expected|due|scheduled|upcoming)\b",
    re.I,
)


_CAME_OUT = re.compile(r"\b(?:published|issued|released|report(?:ed)?|letter)\s+(?:on\s+|in\s+)?$", re.I)


def add_visits(work: Work, table: Table) -> bool:
    """A table of visits or councils under a header; False when its columns do not say enough."""
    columns = table.columns
    if "date" not in columns and "visit" not in columns and "authority" not in columns and "published" not in columns:
        return False
    councils = "authority" in columns and table.header is not None
    if "outcome" not in columns and "visit" not in columns and not (councils and _grade_columns(work, table)):
        return False
    if councils and not _names_councils(work, table):
        return False  # "Area | Grade": the areas of a service that were judged
    about, text = work.context, work.context.text
    made, of_rows = 0, services_said(work, table)
    over = councils_over(work, table) if "authority" not in columns else ()
    for row in table.rows:
        if row.segment.index in work.noted:
            made += 1
            continue  # told as a line of its own, with its day and its grade
        at = cells_of(table, row)
        if _CANCELLED.search(row.segment.span.of(text)):
            work.warnings.append(
                Warned("visit-not-held", "a visit that did not take place is not read as one", row.segment.span)
            )
            made += 1
            continue
        named = naming_of(work, row)
        if "authority" in at:
            inside = [n for n in named.authorities if n.span.overlaps(at["authority"])]
            mention = next((d for d in named.dates if d.edtf), None)
            slugs = [(s, n.span) for n in inside if (s := council_of(work, n, mention))]
            places = slugs
            if not places:
                work.warnings.append(
                    Warned("unknown-name", "no council of the catalogue has this name then", at["authority"])
                )
                made += 1
                continue
        else:
            places = _of_its_section(work, named, over)
        if not places:
            if over:
                why = "the heading above names another council than the page is about, or several"
                work.warnings.append(Warned("event-passed-over", why, row.segment.span))
                made += 1
            continue
        visit = (
            kind_said(text, named, at.get("visit"))
            or next((v for v in named.visits if v.noun == "visit"), None)
            or (kind_said(text, named, at.get("outcome")) if "visit" not in at else None)
        )
        more = grade_words(about.catalogue)[1]
        outcome = outcome_of(work, at["outcome"]) if "outcome" in at else Outcome()
        graded = outcome.overall
        if graded is None and "outcome" not in at:
            graded = next((v for c in row.cells if (v := value(text, c, more))), None)
        service = service_said(text, named, visit, at)
        if "service" in at and not (service is not None and service.span.overlaps(at["service"])):
            setting = next((s for s in named.settings if s.span.overlaps(at["service"])), None)
            if setting is not None:
                made += 1
                continue
            if _is_something_else(text, named, at["service"], service or service_above(work, table) or about.service):
                why = "what the row calls its service is none that is known"
                work.warnings.append(Warned("event-passed-over", why, row.segment.span))
                made += 1
                continue
        above = service_above(work, table) or about.service
        if service is not None and above is not None and service.slug == above.slug:
            service = service if is_name(about.catalogue, service, text) else above  # which has its name
        if service is None:
            service = service_left_out(work, table, named, of_rows)
            if service is None and (of_rows or about.service is not None):
                why = "of which service this row is, it does not say, and the page tells of several"
                work.warnings.append(Warned("event-passed-over", why, row.segment.span))
                made += 1
                continue
        event = Event(
            list(places),
            service.slug if service else None,
            service.span if service else None,
            list(_bodies(work, table, named, service)),
            visit.kind if visit else "unstated",
            visit.span if visit and visit.kind != "unstated" else None,
            None,
            None,
            None,
            ordinal=visit.ordinal if visit else 0,
            spans=[row.segment.span],
            sentences=[row.segment.span],
            own_bodies=bool(named.inspectorates),
            named_apart=True,
        )
        event.service_span_is_name = service is None or is_name(about.catalogue, service, text)
        for d in named.dates:
            if not d.edtf:
                continue
            if "published" in at and d.span.within(at["published"]):
                event.published = event.published or d
            elif (
                "date" in at and d.span.overlaps(at["date"]) and _CAME_OUT.search(text, at["date"].start, d.span.start)
            ):
                event.published = event.published or d  # "Published December 2007", in a column of days
            elif "visit" in at and d.precision == "year" and d.span.within(at["visit"]):
                if visit is not None and visit.kind == "annual-assessment":
                    event.inspected = event.inspected or d  # "Annual performance assessment (2007)"
            elif "date" in at and d.span.overlaps(at["date"]):
                before = text[max(at["date"].start, d.span.start - 30) : d.span.start]
                if not rules.search(
                    r"\b(?:put\s+back|moved|postponed|delayed|brought\s+forward)\s+from\s*$", before, re.I
                ):
                    event.inspected = event.inspected or d
        if (
            graded is not None
            and visit is not None
            and visit.kind in ("monitoring-visit", "focused-visit", "revisit", "joint-targeted")
        ):
            work.warnings.append(Warned("grade-passed-over", "left out: visits of this kind carry no grade", graded[0]))
        elif graded is not None:
            tie = "performs" if graded[1].lower().startswith("perform") else "row"
            event.overall = GradeHit(graded[0], graded[1], tie, "current", (), None, graded[2])
            if tie == "performs":
                event.kind, event.kind_span = "annual-assessment", event.kind_span or graded[0]
        elif outcome.parts:
            pass
        elif "outcome" in at and len(at["outcome"].of(text).split()) > 3:
            event.outcome = [at["outcome"]]
        if event.kind not in UNGRADED:
            event.aspects += outcome.parts
        if councils:
            made += _take_columns(work, table, row, event)
        if event.inspected is None and event.published is None and event.overall is None and not event.aspects:
            continue
        event.main = made == 0 and not work.events
        work.events.append(event)
        work.told.append((row.segment.span.start, event))
        made += 1
    return made > 0


def _bodies(work: Work, table: Table, named: Naming, service: Noted | None) -> tuple[Noted, ...]:
    """Who inspected: those that a row names; one named as being "with" another came beside those named above."""
    if len(named.inspectorates) != 1:
        return named.inspectorates or bodies_above(work, table, service)
    own = named.inspectorates[0]
    if not _WITH.search(work.context.text, named.span.start, own.span.start):
        return named.inspectorates
    above = [body for body in bodies_above(work, table, service) if body.slug != own.slug]
    return (*above, own)


_WITH = re.compile(r"\b(?:with|and)\s+(?:the\s+)?$")


def _of_its_section(work: Work, named: Naming, over: tuple[Named, ...]) -> list[tuple[str, Span]]:
    """The council of a row that names none: the page's, or the one that the heading ``over`` its table names."""
    home = work.context.home if not (over and work.context.home_counted) else None
    mention = next((d for d in named.dates if d.edtf), None)
    slugs = {s: n for n in over if (s := council_of(work, n, mention)) is not None}
    if home is not None and (not over or home[0] in slugs):
        return [home]
    if len(slugs) != 1 or len(over) != 1 or not is_section_of(work, over[0]):
        return []
    slug, council = slugs.popitem()
    return [(slug, council.span)]


def _is_something_else(text: str, named: Naming, cell: Span, service: Noted | None) -> bool:
    """ "Food hygiene", "Website", where the services of other rows stand: none of which the page is about."""
    words = re.findall(r"[a-z]{4,}", cell.of(text).lower())
    if (
        not words
        or any(v.span.overlaps(cell) for v in named.visits)
        or any(b.span.within(cell) for b in named.inspectorates)
    ):
        return False
    if service is None or any(n.span.overlaps(cell) for n in named.authorities):
        return False
    return not any(word.rstrip("s") in service.slug for word in words) and not _ALL_OF_IT.search(cell.of(text))


_ALL_OF_IT = re.compile(r"\b(?:overall|whole|all|council|same|above|ditto)\b", re.I)


def _names_councils(work: Work, table: Table) -> bool:
    """Does any row name a council where the header says that councils stand?"""
    at = table.columns.index("authority")
    return any(
        n.span.overlaps(row.cells[at])
        for row in table.rows
        if at < len(row.cells)
        for n in (*naming_of(work, row).authorities, *named_alone(work, row.cells[at]))
    )


@dataclass(frozen=True)
class _Column:
    """What the grades of a column are of, by its header: a year, a service of its own, or a part."""

    number: int
    year: Mention | None
    service: Noted | None
    part: Span | None


def _grade_columns(work: Work, table: Table) -> list[_Column]:
    """The columns beside the council's that hold grades and whose headers say of what."""
    if table.header is None:
        return []
    text, about, out = work.context.text, work.context, []
    more = grade_words(about.catalogue)[1]
    named = naming_of(work, table.header)
    of = service_above(work, table) or about.service
    for number, head in enumerate(table.header.cells):
        cells = [r.cells[number] for r in table.rows if number < len(r.cells)]
        if table.columns[number] == "outcome" or not any(value(text, c, more) for c in cells):
            continue
        year = next((d for d in named.dates if d.span == head and d.precision == "year"), None)
        service = next((s for s in named.services if s.span.within(head) and (of is None or s.slug != of.slug)), None)
        known = [
            p
            for p in parts(text, table.header.segment.span, about.catalogue, [of.slug] if of else [])
            if p.span.within(head)
        ]
        if service and known and "outcome" in table.columns and service.slug not in judged_apart(about.catalogue):
            service = None  # "Overall effectiveness | Adoption": a part of what the row tells of
        if year or service or known:
            out.append(_Column(number, year, service, None if year or service else head))
    return out


def _take_columns(work: Work, table: Table, row: Row, event: Event) -> int:
    """The further grades of a council's row: of another year, another service, or a part of the service."""
    text, told, more = work.context.text, len(work.told), grade_words(work.context.catalogue)[1]
    for column in _grade_columns(work, table):
        found = value(text, row.cells[column.number], more) if column.number < len(row.cells) else None
        if found is None:
            continue
        span, word, number = found
        if column.part is not None:
            if event.overall is not None and event.overall.span == span:
                event.overall = None
            event.aspects.append(Aspect(column.part, span, word))
            continue
        if event.overall is not None and event.overall.span == span:
            event.overall = None  # the only grade of the row, and not of the service the page is about
        hit = GradeHit(
            span, word, "performs" if word.lower().startswith("perform") else "row", "current", (), None, number
        )
        service = column.service
        work.events.append(
            Event(
                list(event.authorities),
                service.slug if service else event.service,
                service.span if service else event.service_span,
                list(event.bodies),
                "annual-assessment" if hit.tie == "performs" else "unstated" if service else event.kind,
                None,
                column.year or (event.inspected if service else None),
                event.published if service else None,
                hit,
                spans=[row.segment.span],
                sentences=[row.segment.span],
                own_bodies=event.own_bodies,
                named_apart=True,
            )
        )
        work.told.append((row.segment.span.start, work.events[-1]))
    return len(work.told) - told
