"""Which inspection is this? Facts of different sources joined to one event, or the reason why not.

Two facts of one reading are never joined: their reader has told them apart. Facts of two readings
are joined when they name the same authorities and the same service (or the same provider by its number),
nothing contradicts, a date is shared, and exactly one event fits. Where two fit, nothing is joined and
both carry the other's id.
The finest dates are placed first, so that the order of import never matters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from inspections.catalogue import Catalogue
from inspections.reading.facts import InspectionFact, Reading
from inspections.recording.fitting import Fit, coarseness, compare, width
from inspections.recording.homes import Bucket, find_homes, rows_in_words, says_not_who
from inspections.recording.open_scales import is_open, settle
from inspections.recording.refs import inspection_refs

OF_NOBODY = "no source says who was inspected: not recorded"


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
        return tuple(dict.fromkeys(told.ref for told in self.told[1:] if told.ref != self.ref))


@dataclass(frozen=True)
class MergeDecision:
    """Why a fact was joined to an event, or was not."""

    source: str
    ref: str
    others: tuple[str, ...]
    joined: bool
    reason: str
    place: str = ""  # in its table, of what is not recorded

    @property
    def in_words(self) -> str:
        return f"{self.place}: {self.reason}" if self.place else self.reason


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
        if any(fit.numbered for fit in fits):
            return next(fit for fit in fits if fit.numbered)
        against = next((fit for fit in fits if fit.contradicted), None)
        if against and len(self.members) > 1:  # a bare month may name the day that another of its sources gives
            whole = compare(fact, self.whole)
            return whole if whole.fits else against
        found = against or next((fit for fit in fits if fit.shared), None)
        return found or (compare(fact, self.whole) if len(self.members) > 1 else fits[0])

    @property
    def whole(self) -> InspectionFact:
        """What its members say together, each value from the first that gives it, the finest date of each kind."""
        if len(self.members) == 1:
            return self.members[0].fact
        facts = [member.fact for member in self.members]
        dates = {
            name: min(
                (when for fact in facts if (when := getattr(fact, name))),
                key=lambda when: coarseness(when) or 10**6,
                default=None,
            )
            for name in ("inspected", "published")
        }
        kind = next((fact.kind for fact in facts if fact.kind != "unstated"), "unstated")
        overall = next((fact.overall for fact in facts if fact.overall), None)
        number = next((fact.number for fact in facts if fact.number), "")
        judgements = tuple(judged for fact in facts for judged in fact.judgements)
        return replace(facts[0], kind=kind, overall=overall, judgements=judgements, number=number, **dates)  # type: ignore[arg-type]

    def tells(self, reading: Reading) -> bool:
        return any(member.reading is reading for member in self.members)

    @property
    def names(self) -> set[str]:
        """The sources that tell of it."""
        return {member.reading.held.name for member in self.members}


def order_sources(readings: Iterable[Reading]) -> list[Reading]:
    """First received first, then by file name: the same on every machine."""
    return sorted(readings, key=lambda reading: (reading.held.sidecar.received or date.max, reading.held.name))


def gather_events(
    readings: Iterable[Reading], catalogue: Catalogue | None = None
) -> tuple[list[Event], list[MergeDecision]]:
    """Every event the readings tell of, in the order of its id, and every decision made on the way."""
    buckets: dict[Bucket, list[Told]] = defaultdict(list)
    events: list[Event] = []
    decisions: list[MergeDecision] = []
    every = [
        Told(reading, fact, ref, 0)
        for reading in order_sources(readings)
        for fact, ref in zip(reading.inspections, inspection_refs(reading), strict=True)
    ]
    homes = find_homes([told.fact for told in every])
    for place, each in enumerate(every):
        told = replace(each, place=place)
        bucket = homes.bucket_of(told.fact)
        if bucket and told.fact.number and not told.fact.framework and catalogue:
            told = replace(told, fact=homes.on_scale_of_home(told.fact, catalogue))
        if bucket:
            buckets[bucket].append(told)
        elif says_not_who(told.fact):
            where = rows_in_words(told.fact)
            decisions.append(MergeDecision(told.reading.held.name, told.ref, (), False, OF_NOBODY, where))
        else:  # an inspection of nobody in particular, or of no known service, is like no other
            events.append(Event((told,)))
    for told_together in buckets.values():
        events.extend(gather_bucket(told_together, decisions))
    return sorted(events, key=lambda event: event.ref), sorted(decisions, key=lambda each: (each.source, each.ref))


def gather_bucket(bucket: Sequence[Told], decisions: list[MergeDecision]) -> list[Event]:
    """The events of facts that may be one another's like."""
    units = _units(bucket, decisions)
    _settle_scales(units)
    siblings: dict[str, list[_Forming]] = defaultdict(list)
    for unit in units:
        for member in unit.members:
            siblings[member.reading.held.name].append(unit)
    forming: list[_Forming] = []
    telling: Counter[str] = Counter()  # how many of them each source tells of
    for unit in sorted(units, key=lambda unit: (width(unit.whole), unit.first.place)):
        told, fact = unit.first, unit.whole
        named = unit.names
        all_tell = any(telling[name] == len(forming) for name in named)  # as in a bucket of one long table
        others = [] if all_tell else [event for event in forming if named.isdisjoint(event.names)]
        fits = [(event, event.fit(fact)) for event in others]
        fitting = [(event, fit) for event, fit in fits if fit.fits]
        contested = [
            event
            for event, fit in fitting
            if not fit.numbered
            and any(event.fit(twin.whole).fits for name in named for twin in siblings[name] if twin is not unit)
        ]
        if len(fitting) == 1 and not contested:
            event, fit = fitting[0]
            decisions.append(_decision(told, [event], True, fit.reason))
            event.members += unit.members
            telling.update(named)
            continue
        rivals = [event for event, _ in fitting]
        if len(fitting) > 1:
            decisions.append(_decision(told, rivals, False, f"{len(fitting)} inspections fit: none is chosen"))
        elif contested:
            reason = "two inspections of this source fit the same one: neither is joined"
            decisions.append(_decision(told, contested, False, reason))
        else:
            decisions.extend(_decision(told, [event], False, fit.reason) for event, fit in fits)
        unit.rivals += rivals
        forming.append(unit)
        telling.update(named)
    return _finish(forming)


def _settle_scales(units: Sequence[_Forming]) -> None:
    """Reports whose scale their source leaves open, on the scale of their visit."""
    for unit in units:
        for place, told in enumerate(unit.members):
            if is_open(told.fact):
                visits = [other.whole for other in units if unit.names.isdisjoint(other.names)]
                unit.members[place] = replace(told, fact=settle(told.fact, visits))


def _units(bucket: Sequence[Told], decisions: list[MergeDecision]) -> list[_Forming]:
    """Facts of several sources with one id, or one number of their inspectorate, stand together from the first."""
    units: list[_Forming] = []
    by_number: dict[str, _Forming] = {}
    by_ref: dict[str, _Forming] = {}
    for told in bucket:
        same, unit = f"id {told.ref}", by_ref.get(told.ref)
        if unit is None and told.fact.number:
            same, unit = f"number {told.fact.number}", by_number.get(told.fact.number)
        if unit and not unit.tells(told.reading):
            decisions.append(_decision(told, [unit], True, same))
            unit.members.append(told)
        else:
            unit = _Forming([told])
            units.append(unit)
        by_ref.setdefault(told.ref, unit)
        if told.fact.number:
            by_number.setdefault(told.fact.number, unit)
    return units


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
