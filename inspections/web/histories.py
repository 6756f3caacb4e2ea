"""A history of an authority or of one service there: its rows, its drawing, and what was said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from pyroaring import BitMap

from inspections.membership import FROM_YEAR, OVERALL, TO_YEAR, UNSTATED, Membership
from inspections.models import Statement
from inspections.web.asked import proofs_of_statements, statements_about_authority, statements_about_places
from inspections.web.assembly import assemble_statements, show_proofs, show_when
from inspections.web.edition import held_by_edition
from inspections.web.known import the_catalogue
from inspections.web.selection import Selection, the_membership
from inspections.web.shown.inspections import InspectionRow, InspectionWhole
from inspections.web.shown.proofs import Proof
from inspections.web.shown.statements import StatementShown
from inspections.web.timeline import MOST_MARKS, draw_timeline
from inspections.web.timeline_events import (
    Event,
    Tally,
    inspection_event,
    statement_event,
    statement_events,
    tally_event,
)
from inspections.web.timeline_shapes import Timeline

MOST_PLACES = 1000  # of inspections that statements are looked for by
MOST_SAID = 200  # statements that a drawing takes in
MOST_NUMBERS = 150  # marks of a drawing by year and outcome; more are drawn by year, or by so many years, alone
SPANS = (1, 5)
QUOTED = 5  # statements that the page of an authority quotes


@held_by_edition
def places_spoken_of() -> BitMap:
    """Where the inspections stand that somebody said something about, findings apart."""
    return BitMap(Statement.objects.not_findings().places_spoken_of())


def said_about(authority: str) -> list[Any]:
    """The newest statements about an authority's inspections, findings apart, once for each inspection: one query,
    none where nothing was said."""
    about = the_membership().of("authority", authority) & places_spoken_of()
    if len(about) > MOST_PLACES:
        return statements_about_authority(authority, most=MOST_SAID)
    return statements_about_places(list(about), most=MOST_SAID)


def newest_statements(said: Iterable[Any]) -> tuple[StatementShown, ...]:
    """The first few of them with their proofs: one query."""
    kept: dict[int, list[Any]] = {}
    for row in said:
        if row.pk in kept or len(kept) < QUOTED:
            kept.setdefault(row.pk, []).append(row)
    proofs: dict[int, list[Proof]] = {}
    for each, proof in show_proofs(proofs_of_statements(list(kept))):
        proofs.setdefault(each.statement_id, []).append(proof)
    return tuple(assemble_statements([row for rows in kept.values() for row in rows], proofs))


def authority_timeline(
    authority: str, whom: str, history: Sequence[InspectionRow], said: Iterable[Any], found: Selection
) -> Timeline | None:
    """Mark by mark, or in numbers when there are too many: no query."""
    if found.count() > MOST_MARKS:
        return _draw_tallies(found, authority, whom)
    events = [inspection_event(row) for row in history] + statement_events(said, history, show_when)
    return draw_timeline(events, the_catalogue())


def service_timeline(
    authority: str, whom: str, history: Sequence[InspectionWhole], found: Selection
) -> Timeline | None:
    """The same for one service."""
    if found.count() > MOST_MARKS:
        return _draw_tallies(found, authority, whom, one_lane=True)
    said: dict[str, Event] = {}
    for row in history:
        for statement in row.statements:
            said.setdefault(statement.ref, statement_event(statement, row.service.kind, whom, statement.said))
    return draw_timeline([*map(inspection_event, history), *said.values()], the_catalogue(), one_lane=True)


def tally_outcomes(found: Selection) -> Iterator[Tally]:
    """How many of each service share their possible years, and the overall grade on its scale: no query."""
    membership = found.membership
    years = sorted(membership.sets.get(FROM_YEAR, {}))
    dated = membership.of_any(FROM_YEAR, years)
    for service, own in _lanes(found):
        grades = [(each, membership.of(OVERALL, each)) for each in sorted(membership.count(OVERALL, own))]
        for first, last, part in _by_years(own, own & dated, years, membership):
            left = len(part)
            for each, graded in grades:
                if many := part.intersection_cardinality(graded):
                    scale, _, grade = each.partition(":")
                    yield Tally(service, first, last, scale, grade, many)
                    left -= many
            if left:
                yield Tally(service, first, last, "", "", left)


def tally_years(found: Selection, span: int) -> Iterator[Tally]:
    """How many of each service may be of each run of so many years, whatever the outcome, as the year filter counts."""
    membership = found.membership
    years = [int(year) for year in membership.sets.get("year", {}) if year]
    begun = range(min(years, default=0) // span * span, max(years, default=-1) + 1, span)
    spans = [(first, [membership.of("year", str(year)) for year in range(first, first + span)]) for first in begun]
    for service, own in _lanes(found):
        for first, of_years in spans:
            several = BitMap.union(*(own & each for each in of_years)) if span > 1 else own & of_years[0]
            if many := len(several):
                yield Tally(service, first, first + span - 1, "", "", many, every=True)
        if undated := own.intersection_cardinality(membership.of("year", "")):
            yield Tally(service, None, None, "", "", undated, every=True)


def _lanes(found: Selection) -> Iterator[tuple[str, BitMap]]:
    """What was found of each kind of service; last, of those that sources do not name."""
    services = found.membership.sets.get("service", {})
    for service in sorted(services):
        if own := found.places & services[service]:
            yield service, own
    if own := found.places & found.membership.of(UNSTATED, ""):
        yield "", own


def _by_years(
    own: BitMap, dated: BitMap, years: Sequence[str], membership: Membership
) -> Iterator[tuple[int | None, int | None, BitMap]]:
    """Some inspections by the first and the last year that their dates may be of."""
    if undated := own - dated:
        yield None, None, undated
    for first in years:
        begun = dated & membership.of(FROM_YEAR, first)
        for last in years:
            if not begun:
                break
            if last >= first and (part := begun & membership.of(TO_YEAR, last)):
                yield int(first), int(last), part
                begun -= part


def _draw_tallies(found: Selection, authority: str, whom: str, one_lane: bool = False) -> Timeline | None:
    """By year and outcome; by year alone, or by some years, where that is too many marks."""
    tallies = list(islice(tally_outcomes(found), MOST_NUMBERS + 1))
    for span in SPANS:
        if len(tallies) > MOST_NUMBERS:
            most = None if span == SPANS[-1] else MOST_NUMBERS + 1
            tallies = list(islice(tally_years(found, span), most))
    events = [tally_event(each, authority, whom) for each in tallies]
    return draw_timeline(events, the_catalogue(), summed=True, one_lane=one_lane)
