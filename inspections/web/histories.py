"""A history of an authority or of one service there: its rows, its drawing, and what was said about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from inspections import privacy
from inspections.models import Evidence, Inspection, Statement
from inspections.web.assembly import assemble_statements, show_proof, show_when
from inspections.web.known import the_catalogue
from inspections.web.shown import InspectionRow, InspectionWhole, Proof, StatementShown
from inspections.web.timeline import MOST_MARKS, Timeline, draw_timeline
from inspections.web.timeline_events import (
    Event,
    Tally,
    inspection_event,
    statement_event,
    statement_events,
    tally_event,
)

MOST_SAID = 200  # statements that a drawing takes in
QUOTED = 5  # statements that the page of an authority quotes


def said_about(authority: str) -> list[Any]:
    """The newest statements about an authority's inspections, findings apart, once for each inspection: one query."""
    return list(
        Statement.objects.about_authority(authority).not_findings().with_inspections().newest_first()[:MOST_SAID]
    )


def newest_statements(said: Iterable[Any]) -> tuple[StatementShown, ...]:
    """The first few of them with their proofs: one query."""
    kept: dict[int, list[Any]] = {}
    for row in said:
        if row.pk in kept or len(kept) < QUOTED:
            kept.setdefault(row.pk, []).append(row)
    evidence = Evidence.objects.proving((), list(kept)).with_words(privacy.LONGEST).select_related_source()
    proofs: dict[int, list[Proof]] = {}
    for each in evidence:
        proofs.setdefault(each.statement_id, []).append(show_proof(each))
    return tuple(assemble_statements([row for rows in kept.values() for row in rows], proofs))


def authority_timeline(
    authority: str, whom: str, history: Sequence[InspectionRow], said: Iterable[Any]
) -> Timeline | None:
    """Mark by mark, or by year and grade when there are too many: one query."""
    tallies = _tally(Inspection.objects.of(authority).of_councils())
    if _is_long(tallies):
        return _draw_tallies(tallies, authority, whom)
    events = [inspection_event(row) for row in history] + statement_events(said, history, show_when)
    return draw_timeline(events, the_catalogue())


def service_timeline(authority: str, whom: str, kind: str, history: Sequence[InspectionWhole]) -> Timeline | None:
    """The same for one service: one query."""
    tallies = _tally(Inspection.objects.of_service_at(authority, kind))
    if _is_long(tallies):
        return _draw_tallies(tallies, authority, whom, one_lane=True)
    said: dict[str, Event] = {}
    for row in history:
        for statement in row.statements:
            said.setdefault(statement.ref, statement_event(statement, row.service.kind, whom, statement.said))
    return draw_timeline([*map(inspection_event, history), *said.values()], the_catalogue(), one_lane=True)


def _tally(inspections: Any) -> list[Tally]:
    return [
        Tally(kind, since, until, scale or "", grade or "", many)
        for kind, since, until, scale, grade, many in inspections.tallied()
    ]


def _is_long(tallies: Iterable[Tally]) -> bool:
    return sum(tally.count for tally in tallies) > MOST_MARKS


def _draw_tallies(tallies: Iterable[Tally], authority: str, whom: str, one_lane: bool = False) -> Timeline | None:
    events = [tally_event(tally, authority, whom) for tally in tallies]
    return draw_timeline(events, the_catalogue(), summed=True, one_lane=one_lane)
