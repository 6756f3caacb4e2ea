"""The newest outcome of each service that a council runs itself: a table made beside the record, in the same step.

An outcome is what a whole inspection came to; a visit between two is not one and is kept beside it as
what happened since. Nothing is carried over: an inspection without an overall grade stands as such, and
where the dates leave open which of two different outcomes is the newer, neither is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Exists, Model, OuterRef

from inspections import models
from inspections.catalogue import load
from inspections.recording.rows import InspectionService

BATCH = 2000
MADE: tuple[type[Model], ...] = (models.Latest,)
FULL = frozenset({"full", "short", "school-improvement", "joint-area-review"})  # kinds that inspect the whole
RATINGS = frozenset({"annual-assessment"})  # an outcome, though nobody inspected
UNSTATED = "unstated"  # a whole inspection where it came to a judgement, else no more than a visit

GRADED, ASPECTS, UNGRADED = "graded", "aspects", "ungraded"
NOT_STATED, DISPUTED, OPEN, VISITS = "not-stated", "disputed", "open", "visits"


@dataclass(frozen=True)
class Event:
    """An inspection as far as its place in the order of time goes."""

    key: int
    kind: str
    earliest: date | None
    latest: date | None
    absent: str  # why there is no overall grade
    judged: bool
    overall: bool

    @property
    def is_outcome(self) -> bool:
        return self.kind in FULL | RATINGS or (self.kind == UNSTATED and self.judged)

    @property
    def is_full(self) -> bool:
        return self.kind in FULL or (self.kind == UNSTATED and self.overall)


Grades = dict[int, list[tuple[str, str]]]  # scale and grade of each overall judgement, by inspection


def write_latest(alias: str) -> None:
    """The table of a record whose rows are written; it must be empty."""
    models.Latest.objects.using(alias).bulk_create(find_latest(alias), batch_size=BATCH)


def audit_latest(alias: str) -> Iterator[str]:
    """Is the table what the record gives?"""
    expected = {row.service_id: _values(row) for row in find_latest(alias)}
    held = {row.service_id: _values(row) for row in models.Latest.objects.using(alias).all()}
    for service in sorted(expected.keys() | held.keys()):
        if expected.get(service) != held.get(service):
            found, given = held.get(service), expected.get(service)
            yield f"latest outcome of service {service}: {found} where the record gives {given}"


def _values(row: models.Latest) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in models.Latest._meta.concrete_fields[1:]}


def find_latest(alias: str) -> list[models.Latest]:
    """One row for each service with an inspection, in the order of the services."""
    groups = [(service, list(events)) for service, events in groupby(_read_events(alias), key=lambda pair: pair[0])]
    histories = {service: [event for _, event in pairs] for service, pairs in groups}
    newest = {service: newest_outcomes(events) for service, events in histories.items()}
    grades = _read_grades(alias, (event.key for events in newest.values() for event in events))
    rows = []
    for number, (service, events) in enumerate(histories.items(), 1):
        rows.append(describe_latest(events, newest[service], grades))
        rows[-1].pk, rows[-1].service_id = number, service
    return rows


def newest_outcomes(events: Iterable[Event]) -> list[Event]:
    """The newest outcome by its earliest possible day, and after it every other that may be newer still."""
    outcomes = [event for event in events if event.is_outcome and event.earliest]
    if not outcomes:
        return []
    newest = max(outcomes, key=_place)
    assert newest.earliest
    rivals = [each for each in outcomes if each is not newest and (each.latest or date.max) >= newest.earliest]
    return [newest, *sorted(rivals, key=_place, reverse=True)]


def describe_latest(events: list[Event], newest: list[Event], grades: Grades) -> models.Latest:
    """What a service's history comes to."""
    dated = [event for event in events if event.earliest]
    row = models.Latest(held=len(events), undated=len(events) - len(dated))
    fulls = [event for event in dated if event.is_full]
    row.full_id = max(fulls, key=_place).key if fulls else None
    if not newest:
        row.state = VISITS
        row.since_id = max(dated, key=_place).key if dated else max(event.key for event in events)
        return row
    row.inspection_id = newest[0].key
    later = [e for e in dated if not e.is_outcome and _place(e) > _place(newest[0])]
    row.since_id = max(later, key=_place).key if later else None
    told = {_told(event, grades) for event in newest}
    if len(told) > 1:
        row.state = OPEN
        return row
    row.state, row.scale, row.grade = told.pop()
    return row


def _told(event: Event, grades: Grades) -> tuple[str, str, str]:
    """The state of one outcome, and its scale and grade when it has just one."""
    overall = grades.get(event.key, [])
    if len(overall) > 1:
        return DISPUTED, "", ""
    if overall:
        scale, grade = overall[0]
        return (GRADED if grade else NOT_STATED), scale, grade
    if event.judged:
        return ASPECTS, "", ""
    return (NOT_STATED if event.absent == "not stated" else UNGRADED), "", ""


def _place(event: Event) -> tuple[date, date, int]:
    return event.earliest or date.min, event.latest or date.max, event.key


def _read_events(alias: str) -> Iterator[tuple[int, Event]]:
    """Every inspection of a council's own service, service by service."""
    settings = [service.slug for service in load().services.values() if service.setting]
    judgements = models.Judgement.objects.using(alias).filter(inspection=OuterRef("inspection"))
    columns = (
        "service", "inspection", "inspection__kind", "inspection__inspected_earliest", "inspection__inspected_latest",
        "inspection__published_latest", "inspection__sort_date", "inspection__overall_absent", "judged", "overall",
    )  # fmt: skip
    rows = (
        InspectionService._default_manager.using(alias)
        .filter(inspection__provider="")
        .exclude(service__kind__in=settings)
        .annotate(judged=Exists(judgements), overall=Exists(judgements.filter(overall=True)))
        .order_by("service", "inspection")
        .values_list(*columns)
    )
    for service, key, kind, since, until, out_until, sorts, absent, judged, overall in rows.iterator():
        latest = until if sorts in (since, until) else out_until
        yield service, Event(key, kind, sorts, latest, absent, judged, overall)


def _read_grades(alias: str, keys: Iterable[int]) -> Grades:
    """The overall judgements of these inspections."""
    wanted = sorted(set(keys))
    found: Grades = {}
    for start in range(0, len(wanted), BATCH):
        rows = models.Judgement.objects.using(alias).filter(inspection__in=wanted[start : start + BATCH], overall=True)
        for inspection, scale, grade in rows.order_by("pk").values_list("inspection", "scale", "grade"):
            found.setdefault(inspection, []).append((scale, grade))
    return found
