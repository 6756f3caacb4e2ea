"""The part of a record that changed sources touch, built by the code that builds the whole, beside rows that stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Max, Model

from inspections import models
from inspections.reading.facts import Reading, StatementFact
from inspections.recording.building import INSPECTORATE, Builder, is_primary
from inspections.recording.columns import position_of
from inspections.recording.digests import Names, find_units
from inspections.recording.homes import find_homes, says_not_who
from inspections.recording.identity import Event, MergeDecision, Told, gather_bucket, order_sources
from inspections.recording.merging import merge
from inspections.recording.neighbours import LINKS, Neighbours
from inspections.recording.refs import inspection_refs, statement_refs
from inspections.recording.rows import TABLES, InspectionService, Record, Row, StatementInspection, light
from inspections.recording.standing import Standing, read_where
from inspections.recording.verifying import Primary

Place = tuple[str, str]  # a source's name and the key of its fact


@dataclass
class Part(Record):
    """Rows that go beside others: a source keeps the key it has, every other row gets one that is free."""

    taken: dict[type[Model], int] = field(default_factory=dict)  # the greatest key of each table
    sources: dict[str, int] = field(default_factory=dict)  # the keys of sources by their files

    def add(self, row: Row) -> Row:
        table: type[Model] = row.table  # type: ignore[attr-defined]
        if table is models.Source and row.file in self.sources:  # type: ignore[attr-defined]
            row.pk = self.sources[row.file]  # type: ignore[attr-defined]
        if not row.pk:
            self.taken[table] += 1
            row.pk = self.taken[table]
        self.rows[table].append(row)
        return row


@dataclass(frozen=True)
class View:
    """A part as built: its rows, what they point at, and why its inspections are the ones they are."""

    record: Part
    names: Names
    decisions: tuple[MergeDecision, ...]
    readings: tuple[Reading, ...]
    services: dict[int, frozenset[int]]  # of each inspection of the part
    about: dict[int, list[int]]  # services of the inspections outside it that its statements are about


def greatest_keys(database: str) -> dict[type[Model], int]:
    tables = [table for table in TABLES if table is not models.Inspection]
    return {
        table: table._default_manager.using(database).aggregate(most=Max("pk"))["most"] or 0 for table in tables
    }  # fmt: skip


def build_part(near: Neighbours, readings: Sequence[Reading], taken: dict[type[Model], int]) -> View:
    """Everything in the places that are touched, as these readings tell it."""
    return _PartBuilder(near, order_sources(readings), taken).build()


class _PartBuilder:
    def __init__(self, near: Neighbours, readings: list[Reading], taken: dict[type[Model], int]) -> None:
        self.near = near
        self.standing: Standing = near.standing
        self.readings = readings
        keys = {file: held.pk for file, held in self.standing.sources.items()}
        self.record = Part(taken=dict(taken), sources=keys)
        self.builder = Builder(self.standing.catalogue)
        self.builder.record = self.record
        self.outside: dict[str, int] = {}  # inspections that stay as they are, by their ids

    def build(self) -> View:
        events, outside, decisions = self.gather()
        builder = self.builder
        builder.authorities = dict(self.standing.authorities)
        builder.services = dict(self.standing.services)
        for held in self.standing.sources.values():
            stub = light(models.Source)(id=held.pk, ref=held.ref, slug=held.slug, file=held.file)
            builder.sources[held.file] = stub
        for reading in self.readings:
            if reading.held.name in self.near.changed:
                builder.add_source(reading)
        self.know(outside)
        merged = [merge(event, self.standing.catalogue) for event in events]
        builder.add_services(merged)
        builder.add_inspections(merged)
        self.add_statements({told_at(told) for event in events for told in event.told})
        builder.add_aliases()
        names = self.names()
        return View(
            self.record, names, tuple(decisions), tuple(self.readings), self.services(), self.services_about()
        )  # fmt: skip

    def gather(self) -> tuple[list[Event], list[Told], list[MergeDecision]]:
        """The events in the places touched, and the facts that belong elsewhere."""
        every = [
            Told(reading, fact, ref, 0)
            for reading in self.readings
            for fact, ref in zip(reading.inspections, inspection_refs(reading), strict=True)
        ]
        homes = find_homes(told.fact for told in every)
        buckets: dict[Any, list[Told]] = defaultdict(list)
        events: list[Event] = []
        outside: list[Told] = []
        decisions: list[MergeDecision] = []
        for place, each in enumerate(every):
            told = replace(each, place=place)
            bucket = homes.bucket_of(told.fact)
            if bucket and told.fact.number and not told.fact.framework:
                told = replace(told, fact=homes.on_scale_of_home(told.fact, self.standing.catalogue))
            if bucket in self.near.buckets:
                buckets[bucket].append(told)
            elif bucket is None and told_at(told) in self.near.loners and not says_not_who(told.fact):
                events.append(Event((told,)))
            else:
                outside.append(told)
        for together in buckets.values():
            events += gather_bucket(together, decisions)
        return sorted(events, key=lambda event: event.ref), outside, decisions

    def know(self, outside: Iterable[Told]) -> None:
        """Where the facts lead that belong to inspections which stay as they are."""
        places = {told_at(told): told.ref for told in outside}
        partial: dict[Place, str] = {}
        for reading in self.readings:
            if not reading.held.text:  # some rows of a long table: an id that a link names may stand in the others
                told = {fact.key for fact in reading.inspections}
                linked = {key for fact in reading.inspections for name in LINKS if (key := getattr(fact, name))}
                partial |= {(reading.held.name, key): key for key in linked - told}
        leads = self.standing.resolve({*places.values(), *partial.values()})
        for reading in self.readings:
            self.builder.facts |= {(reading.held.name, fact.key): fact for fact in reading.inspections}
        for place, ref in places.items():
            if ref in leads:
                self.builder.told[place], self.outside[leads[ref][0]] = leads[ref][0], leads[ref][1]
        for place, ref in partial.items():
            if ref in leads and place[0] in self.standing.find_tellers([leads[ref][1]]):
                self.builder.told[place], self.outside[leads[ref][0]] = leads[ref][0], leads[ref][1]
        for ref, key in self.outside.items():
            self.builder.inspections[ref] = light(models.Inspection)(id=key, ref=ref)

    def add_statements(self, touched: set[Place]) -> None:
        """Those of the changed sources, and those about something in a place touched."""
        chosen: list[tuple[Reading, StatementFact, str]] = []
        for reading in self.readings:
            name = reading.held.name
            if not reading.statements:
                continue
            pairs = zip(reading.statements, statement_refs(reading), strict=True)
            for statement, ref in sorted(pairs, key=lambda pair: position_of(pair[0])):
                if name in self.near.changed or any((name, key) in touched for key in statement.about):
                    chosen.append((reading, statement, ref))
        self.add_reports({
            event
            for reading, statement, _ in chosen
            for key in statement.about
            if (event := self.builder.told[reading.held.name, key]) in self.outside
        })  # fmt: skip
        for reading, statement, ref in chosen:
            self.builder.add_statement(reading, statement, ref)

    def add_reports(self, events: set[str]) -> None:
        """The reports and letters that are held of what is quoted: also of inspections that stay as they are."""
        known = {reading.held.name: reading for reading in self.readings}
        more: dict[str, Reading] = {}
        for file in self.standing.find_tellers(self.outside[event] for event in events):
            held = self.standing.sources[file]
            own = held.publisher_kind in ("", INSPECTORATE) and held.kind.split()[-1:] in (["report"], ["letter"])
            if own and file not in known and file not in self.near.changed:
                more[file] = self.standing.reading(file)
        leads = self.standing.resolve(inspection_refs(each)[0] for each in more.values() if each.inspections)
        for reading in order_sources([*known.values(), *more.values()]):
            if not is_primary(reading) or not reading.inspections:
                continue
            if reading.held.name in more:
                main = leads.get(inspection_refs(reading)[0], ("", 0))[0]
            else:
                main = self.builder.told.get((reading.held.name, reading.inspections[0].key), "")
            furniture = tuple(passage.span for passage in reading.passages if passage.furniture)
            primary = Primary(reading.held.name, reading.held.text, furniture)
            self.builder.reports.setdefault(main, []).append(primary)

    def names(self) -> Names:
        standing = self.standing.names
        return Names(
            dict(standing.authorities),
            dict(standing.services),
            {key: ref for key, ref in standing.sources.items() if self.standing.files[key] not in self.near.changed},
            {key: ref for ref, key in self.outside.items()},
        )

    def services(self) -> dict[int, frozenset[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for pair in self.record.rows[InspectionService]:
            found[pair.inspection_id].add(pair.service_id)
        return {key: frozenset(services) for key, services in found.items()}

    def services_about(self) -> dict[int, list[int]]:
        own = {row.pk for row in self.record.of(models.Inspection)}
        about = {pair.inspection_id for pair in self.record.rows[StatementInspection]} - own
        found: dict[int, list[int]] = defaultdict(list)
        for pair in read_where(InspectionService, self.standing.database, "inspection_id", about):
            found[pair.inspection_id].append(pair.service_id)
        return found


def told_at(told: Told) -> Place:
    return told.reading.held.name, told.fact.key


Marked = tuple[bytes, tuple[int | None, ...]]  # what a thing says, and the keys of the inspections it points at


def mark(record: Record, names: Names) -> dict[tuple[str, str], Marked]:
    """Every unit of a part, so that two parts can be compared: also by keys, which move with a corrected day."""
    keys: dict[tuple[str, str], list[int | None]] = defaultdict(list)
    for row in record.of(models.Inspection):
        keys["inspection", row.ref] = [row.pk, row.previous_id, row.follows_id]
    refs = {row.pk: row.ref for row in record.of(models.Statement)}
    for pair in record.rows[StatementInspection]:
        keys["statement", refs[pair.statement_id]].append(pair.inspection_id)
    return {
        (unit.kind, unit.ref): (unit.written, tuple(keys[unit.kind, unit.ref])) for unit in find_units(record, names)
    }
