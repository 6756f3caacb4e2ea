"""The newest outcome of each service that a council runs itself: a table made beside the record, in the same step.

An outcome is what a whole inspection came to; a visit between two is not one and is kept beside it as
what happened since. Nothing is carried over: an inspection without an overall grade stands as such, and
where the dates leave open which of two different outcomes is the newer, neither is chosen. An outcome without
a year is told as one only where no dated outcome is held: nothing says that it is the newer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from django.db import connections
from django.db.models import Model

from inspections import models
from inspections.catalogue import load

BATCH = 2000
MADE: tuple[type[Model], ...] = (models.Latest,)
FULL = frozenset({"full", "short", "school-improvement", "joint-area-review"})  # kinds that inspect the whole
WHOLE = FULL | {"annual-assessment"}  # a yearly rating is an outcome, though nobody inspected
UNSTATED = "unstated"  # a whole inspection where it came to a judgement, else no more than a visit
OPEN_END = "9999-12-31"

GRADED, ASPECTS, UNGRADED = "graded", "aspects", "ungraded"
NOT_STATED, DISPUTED, OPEN, UNDATED, VISITS = "not-stated", "disputed", "open", "undated", "visits"

# every inspection of a council's own service; days as text, which sorts as they do on every database. Where no
# source states the end of a visit, it had begun by its publication, or on the day stated
EVENTS = (
    "SELECT s.service_id, i.id, i.kind, CAST(i.sort_date AS {text}), CAST(CASE WHEN i.sort_date IN "
    "(i.inspected_earliest, i.inspected_latest) THEN COALESCE(i.inspected_latest, i.published_latest, "
    "i.inspected_earliest) ELSE COALESCE(i.published_latest, i.published_earliest) END AS {text}), "
    "CASE WHEN i.kind = %s THEN (SELECT MAX(CASE WHEN j.overall THEN 1 ELSE 0 END) FROM inspections_judgement j "
    "WHERE j.inspection_id = i.id) END FROM inspections_inspection_services s "
    "{join} inspections_inspection i ON i.id = s.inspection_id WHERE i.provider = ''"
)


class Known(Protocol):
    """Inspections that need not be asked for, because what they come to is known."""

    others: str  # what selects the keys of the other inspections

    def histories(self) -> dict[int, History]:
        """What they make of each service."""


class Event(NamedTuple):
    """An inspection as far as its place in the order of time goes."""

    key: int
    kind: str
    earliest: str | None
    latest: str | None
    overall: int | None = None  # of an unstated kind: 1 where it has an overall judgement, 0 where only others

    @property
    def is_outcome(self) -> bool:
        return self.kind in WHOLE or (self.kind == UNSTATED and self.overall is not None)

    @property
    def is_full(self) -> bool:
        return self.kind in FULL or (self.kind == UNSTATED and bool(self.overall))

    @property
    def place(self) -> tuple[str, str, int]:
        return self.earliest or "", self.latest or OPEN_END, self.key


@dataclass
class Told:
    """What an outcome says of itself."""

    absent: str = ""  # why there is no overall grade
    judged: bool = False
    overall: list[tuple[str, str]] = field(default_factory=list)  # scale and grade

    def state(self) -> tuple[str, str, str]:
        """Its state, with its scale and grade when it has just one."""
        if len(self.overall) > 1:
            return DISPUTED, "", ""
        if self.overall:
            scale, grade = self.overall[0]
            return (GRADED if grade else NOT_STATED), scale, grade
        if self.absent == "not stated":
            return NOT_STATED, "", ""
        return (ASPECTS if self.judged else UNGRADED), "", ""


@dataclass
class History:
    """What the inspections of one service come to, taken one by one in any order."""

    held: int = 0
    undated: int = 0
    newest: Event | None = None  # the outcome with the latest earliest day
    rivals: list[Event] = field(default_factory=list)  # other outcomes that may be newer still
    full: Event | None = None
    visit: Event | None = None  # the newest dated event that is no outcome
    undated_outcome: int = 0  # the greatest key of the outcomes without a year
    undated_full: int = 0  # and of the full inspections among them
    last: int = 0  # the greatest key, for a service without any day

    def add(self, event: Event) -> None:
        self.held += 1
        if event.key > self.last:
            self.last = event.key
        if event.earliest is None:
            self.undated += 1
            self._add_undated(event)
        elif event.is_outcome:
            self._add_outcome(event, event.earliest)
            if event.is_full and _is_later(event, self.full):
                self.full = event
        elif _is_later(event, self.visit):
            self.visit = event

    def _add_undated(self, event: Event) -> None:
        if event.is_outcome:
            self.undated_outcome = max(self.undated_outcome, event.key)
        if event.is_full:
            self.undated_full = max(self.undated_full, event.key)

    def _add_outcome(self, event: Event, earliest: str) -> None:
        if _is_later(event, self.newest):
            others = [*self.rivals, *([self.newest] if self.newest else [])]
            self.newest = event
            self.rivals = [each for each in others if (each.latest or OPEN_END) >= earliest]
        elif self.newest and self.newest.earliest and (event.latest or OPEN_END) >= self.newest.earliest:
            self.rivals.append(event)

    @property
    def outcomes(self) -> list[int]:
        return [self.newest.key, *(event.key for event in self.rivals)] if self.newest else []

    def describe(self, told: dict[int, Told]) -> models.Latest:
        full = self.full.key if self.full else self.undated_full or None
        row = models.Latest(held=self.held, undated=self.undated, full_id=full)
        if self.newest is None and self.undated_outcome:
            row.state, row.since_id = UNDATED, self.undated_outcome
            return row
        if self.newest is None:
            row.state, row.since_id = VISITS, self.visit.key if self.visit else self.last
            return row
        row.inspection_id = self.newest.key
        if self.visit and self.visit.place > self.newest.place:
            row.since_id = self.visit.key
        states = {told.get(key, Told()).state() for key in self.outcomes}
        if len(states) > 1:
            row.state = OPEN
        else:
            row.state, row.scale, row.grade = states.pop()
        return row


def _is_later(event: Event, other: Event | None) -> bool:
    """By the earliest day; only days that are equal are looked at twice."""
    if other is None or event.earliest is None or other.earliest is None:
        return other is None
    return event.place > other.place if event.earliest == other.earliest else event.earliest > other.earliest


def write_latest(alias: str, known: Known | None = None) -> None:
    """The table of a record whose rows are written; it must be empty."""
    models.Latest.objects.using(alias).bulk_create(find_latest(alias, known=known), batch_size=BATCH)


def audit_latest(alias: str) -> Iterator[str]:
    """Is the table what the record gives?"""
    expected = {row.service_id: _values(row) for row in find_latest(alias)}
    held = {row.service_id: _values(row) for row in models.Latest.objects.using(alias).all()}
    for service in sorted(expected.keys() | held.keys()):
        if expected.get(service) != held.get(service):
            found, given = held.get(service), expected.get(service)
            yield f"latest outcome of service {service}: {found} where the record gives {given}"


def _values(row: models.Latest) -> dict[str, Any]:
    return {column.attname: getattr(row, column.attname) for column in models.Latest._meta.concrete_fields[1:]}


def find_latest(alias: str, services: Collection[int] | None = None, known: Known | None = None) -> list[models.Latest]:
    """One row for each service (of these) with an inspection of the council's own, in the order of the services."""
    histories = _read_histories(alias, services, known)
    told = _read_told(alias, (key for history in histories.values() for key in history.outcomes))
    rows = []
    for number, service in enumerate(sorted(histories), 1):
        row = histories[service].describe(told)
        row.pk, row.service_id = number, service
        rows.append(row)
    return rows


def _read_histories(
    alias: str, services: Collection[int] | None = None, known: Known | None = None
) -> dict[int, History]:
    """One query over all inspections; settings such as schools are no service of a council's own."""
    settings = [service.slug for service in load().services.values() if service.setting]
    own = set(models.Service.objects.using(alias).exclude(kind__in=settings).values_list("pk", flat=True))
    found = known.histories() if known else {}
    histories = {service: history for service, history in found.items() if service in own}
    if services is not None and not services:
        return histories
    text = "text" if connections[alias].vendor == "sqlite" else "varchar"
    with connections[alias].chunked_cursor() as cursor:
        of_these = f" AND s.service_id IN ({', '.join(map(str, sorted(services)))})" if services else ""
        of_these += f" AND i.id IN ({known.others})" if known else ""
        join = "CROSS JOIN" if services and text == "text" else "JOIN"  # a file is to begin with the services
        cursor.execute(EVENTS.format(text=text, join=join) + of_these, [UNSTATED])
        while rows := cursor.fetchmany(BATCH):
            for service, *event in rows:
                if service in own:
                    if service not in histories:
                        histories[service] = History()
                    histories[service].add(Event(*event))
    return histories


def _read_told(alias: str, keys: Iterable[int]) -> dict[int, Told]:
    """What these inspections came to."""
    wanted = sorted(set(keys))
    found: dict[int, Told] = {}
    for start in range(0, len(wanted), BATCH):
        some = wanted[start : start + BATCH]
        for key, absent in (
            models.Inspection.objects.using(alias).filter(pk__in=some).values_list("pk", "overall_absent")
        ):
            found[key] = Told(absent)
        judgements = models.Judgement.objects.using(alias).filter(inspection__in=some).order_by("pk")
        for key, scale, grade, overall in judgements.values_list("inspection", "scale", "grade", "overall"):
            found[key].judged = True
            if overall:
                found[key].overall.append((scale, grade))
    return found
