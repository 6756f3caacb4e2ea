"""Which inspection is this? Facts of different sources joined to one event, or the reason why not.

Two facts of one reading are never joined: their reader has told them apart. Facts of two readings
are joined when they name the same authorities and the same service (or the same provider by its number),
nothing contradicts, a date is shared, and exactly one event fits. Where two fit, nothing is joined and
both carry the other's id.
The finest dates are placed first, so that the order of import never matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from inspections.reading.facts import InspectionFact, Reading
from inspections.recording.fitting import Fit, compare, width
from inspections.recording.refs import inspection_refs

Bucket = tuple[tuple[str, ...], str]


@dataclass(frozen=True)
class Told:
    """One fact of one reading, with the id it would have on its own."""

    reading: Reading
    fact: InspectionFact
    ref: str
    place: int  # in the order of sources, then of facts


@dataclass(frozen=True)
class Event:
    """One inspection as all its sources tell it, first source first; the first one's id is the event's."""

    told: tuple[Told, ...]
    candidates: tuple[str, ...] = ()  # ids of events this may be, when more than one fits

    @property
    def ref(self) -> str:
        return self.told[0].ref

    @property
    def aliases(self) -> tuple[str, ...]:
        return tuple(told.ref for told in self.told[1:])


@dataclass(frozen=True)
class MergeDecision:
    """Why a fact was joined to an event, or was not."""

    source: str
    ref: str
    others: tuple[str, ...]
    joined: bool
    reason: str


@dataclass
class _Forming:
    """An event while its facts are being gathered."""

    members: list[Told] = field(default_factory=list)
    rivals: list[_Forming] = field(default_factory=list)

    @property
    def first(self) -> Told:
        return min(self.members, key=lambda told: told.place)

    def fit(self, fact: InspectionFact) -> Fit:
        """A fact fits an event when it contradicts none of its members and shares a date with one."""
        fits = [compare(fact, member.fact) for member in self.members]
        return next((fit for fit in fits if fit.contradicted), next((fit for fit in fits if fit.shared), fits[0]))

    def tells(self, reading: Reading) -> bool:
        return any(member.reading is reading for member in self.members)


def order_sources(readings: Iterable[Reading]) -> list[Reading]:
    """First received first, then by file name: the same on every machine."""
    return sorted(readings, key=lambda reading: (reading.held.sidecar.received or date.max, reading.held.name))


def gather_events(readings: Iterable[Reading]) -> tuple[list[Event], list[MergeDecision]]:
    """Every event the readings tell of, in the order of its id, and every decision made on the way."""
    buckets: dict[Bucket, list[Told]] = defaultdict(list)
    events: list[Event] = []
    place = 0
    for reading in order_sources(readings):
        for fact, ref in zip(reading.inspections, inspection_refs(reading), strict=True):
            told = Told(reading, fact, ref, place)
            place += 1
            if fact.provider:  # its number says who was inspected, whatever its name and area have become
                buckets[(fact.provider.id,), ""].append(told)
            elif fact.authorities and fact.service:
                authorities = tuple(sorted(name.slug for name in fact.authorities))
                buckets[authorities, fact.service.slug].append(told)
            else:  # an inspection of nobody in particular, or of no known service, is like no other
                events.append(Event((told,)))
    decisions: list[MergeDecision] = []
    for bucket in buckets.values():
        events.extend(_gather_bucket(bucket, decisions))
    return sorted(events, key=lambda event: event.ref), sorted(decisions, key=lambda each: (each.source, each.ref))


def _gather_bucket(bucket: Sequence[Told], decisions: list[MergeDecision]) -> list[Event]:
    siblings: dict[str, list[Told]] = defaultdict(list)
    for told in bucket:
        siblings[told.reading.held.name].append(told)
    forming: list[_Forming] = []
    for told in sorted(bucket, key=lambda told: (width(told.fact), told.place)):
        others = [event for event in forming if not event.tells(told.reading)]
        fits = [(event, event.fit(told.fact)) for event in others]
        fitting = [(event, fit) for event, fit in fits if fit.fits]
        contested = [
            event
            for event, _ in fitting
            if any(event.fit(twin.fact).fits for twin in siblings[told.reading.held.name] if twin is not told)
        ]
        if len(fitting) == 1 and not contested:
            event, fit = fitting[0]
            decisions.append(_decision(told, [event], True, fit.reason))
            event.members.append(told)
            continue
        rivals = [event for event, _ in fitting]
        if len(fitting) > 1:
            decisions.append(_decision(told, rivals, False, f"{len(fitting)} inspections fit: none is chosen"))
        elif contested:
            reason = "two inspections of this source fit the same one: neither is joined"
            decisions.append(_decision(told, contested, False, reason))
        else:
            decisions.extend(_decision(told, [event], False, fit.reason) for event, fit in fits)
        forming.append(_Forming([told], rivals))
    return _finish(forming)


def _decision(told: Told, events: Sequence[_Forming], joined: bool, reason: str) -> MergeDecision:
    return MergeDecision(told.reading.held.name, told.ref, tuple(each.first.ref for each in events), joined, reason)


def _finish(forming: Sequence[_Forming]) -> list[Event]:
    candidates: dict[int, set[str]] = defaultdict(set)
    for event in forming:
        for rival in event.rivals:
            candidates[id(event)].add(rival.first.ref)
            candidates[id(rival)].add(event.first.ref)
    return [
        Event(tuple(sorted(event.members, key=lambda told: told.place)), tuple(sorted(candidates[id(event)])))
        for event in forming
    ]
