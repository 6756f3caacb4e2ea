"""What a few changed sources can touch in a record: the places where their facts may have their like, and no more.

A fact is compared only with facts of the same councils and service, or of the same provider (``homes``). So what an
import changes lies in the places of the facts that its sources tell now or told before, and in those that are linked
with them. All facts of these places are read, from whatever source; every other inspection stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from inspections import models
from inspections.reading.facts import InspectionFact, Reading
from inspections.recording.homes import Bucket, keys_given, keys_wanted, own_bucket
from inspections.recording.identity import order_sources
from inspections.recording.long_tables import read_rows_of
from inspections.recording.refs import inspection_refs
from inspections.recording.standing import LONG, Standing, Unsure

MOST_INSPECTIONS = 20_000  # in the places touched: more is no small change
LINKS = ("previous", "follows")

Loner = tuple[str, str]  # a source's name and the key of its fact, which is like no other


@dataclass
class Neighbours:
    """The places that are touched, and the sources that tell of them."""

    standing: Standing
    old: Mapping[str, Reading]  # the changed sources, as they stand
    new: Mapping[str, Reading]  # the same as they are to be
    buckets: set[Bucket] = field(default_factory=set)
    loners: set[Loner] = field(default_factory=set)
    inspections: dict[int, str] = field(default_factory=dict)  # those that stand there, by their keys
    others: dict[str, Reading] = field(default_factory=dict)  # unchanged sources that tell of them
    rows: dict[str, set[int]] = field(default_factory=dict)  # of long tables that tell of them

    @property
    def changed(self) -> set[str]:
        return {*self.old, *self.new}

    def before(self) -> list[Reading]:
        return order_sources([*self.old.values(), *self.others.values()])

    def after(self) -> list[Reading]:
        return order_sources([*self.new.values(), *self.others.values()])


def find_neighbours(standing: Standing, old: Mapping[str, Reading], new: Mapping[str, Reading]) -> Neighbours:
    """Everything that these changed sources touch. Raises ``Unsure``."""
    found = Neighbours(standing, old, new)
    changed = [reading for readings in (old, new) for reading in readings.values()]
    _refuse_long(changed)
    _refuse_seeking(standing, changed, found.changed)
    for reading in changed:
        found.loners |= {(reading.held.name, fact.key) for fact in reading.inspections if own_bucket(fact) is None}
    refs = [ref for reading in old.values() for ref in _refs_of_loners(reading, found.loners)]
    found.inspections |= {key: ref for ref, key in standing.resolve(refs).values()}
    _spread(found, [bucket for reading in changed for fact in reading.inspections if (bucket := own_bucket(fact))])
    for file, numbers in found.rows.items():
        found.others[file] = _read_rows(standing, file, numbers)
    return found


def _read_rows(standing: Standing, file: str, numbers: set[int]) -> Reading:
    """What these rows of a long table tell, with those of the inspections that they name."""
    reading = read_rows_of(standing, file, numbers)
    told = {fact.key for fact in reading.inspections}
    linked = {key for fact in reading.inspections for name in LINKS if (key := getattr(fact, name))} - told
    leads = standing.resolve(linked)
    more = standing.find_tellers(key for _, key in leads.values()).get(file, set())
    return read_rows_of(standing, file, numbers | more) if more - numbers else reading


def _refuse_long(changed: Iterable[Reading]) -> None:
    changed = list(changed)
    if any(each.held.packed for each in changed) or sum(len(each.inspections) for each in changed) > LONG:
        raise Unsure("the sources that change are long")


def _refuse_seeking(standing: Standing, changed: Iterable[Reading], names: set[str]) -> None:
    """A fact that looks for its like by a number or a name may find it anywhere."""
    given: set[str] = set()
    for reading in changed:
        for fact in reading.inspections:
            if keys_wanted(fact):
                raise Unsure(f"{reading.held.name} tells of an inspection by a number or a name alone")
            given.update(keys_given(fact))
    for held in standing.sources.values():
        if held.file not in names and not given.isdisjoint(held.counts["wanting"]):
            raise Unsure(f"{held.file} tells by a number or a name alone of what the sources that change tell too")


def _refs_of_loners(reading: Reading, loners: set[Loner]) -> Iterator[str]:
    for fact, ref in zip(reading.inspections, inspection_refs(reading), strict=True):
        if (reading.held.name, fact.key) in loners:
            yield ref


def _spread(found: Neighbours, buckets: Sequence[Bucket]) -> None:
    """From place to place, until no link leads into the places found from without."""
    standing = found.standing
    waiting = list(buckets)
    fresh = dict(found.inspections)
    while waiting or fresh:
        while waiting:
            bucket = waiting.pop()
            if bucket not in found.buckets:
                found.buckets.add(bucket)
                fresh |= standing.find_inspections(bucket)
        found.inspections |= fresh
        if len(found.inspections) > MOST_INSPECTIONS:
            raise Unsure(f"more than {MOST_INSPECTIONS:,} inspections stand where the sources that change tell of some")
        fresh_loners: dict[int, str] = {}
        for file, rows in standing.find_tellers(fresh).items():
            if file in found.changed:
                continue
            if standing.sources[file].is_long:
                found.rows.setdefault(file, set()).update(rows)
            else:
                found.others[file] = standing.reading(file)
        for key, place in standing.find_following(fresh).items():
            if key in found.inspections:
                continue
            if place is None:
                fresh_loners |= _add_standing_loner(found, key)
            else:
                waiting.append(place)
        fresh = fresh_loners
        for reading in found.others.values():
            waiting += [bucket for bucket in _linked(found, reading) if bucket not in found.buckets]


def _add_standing_loner(found: Neighbours, key: int) -> dict[int, str]:
    """An inspection that is like no other: one source tells of it, in one fact."""
    standing = found.standing
    ref = models.Inspection.objects.using(standing.database).values_list("ref", flat=True).get(pk=key)
    (file,) = standing.find_tellers([key])
    if file in found.changed:
        raise Unsure(f"the inspection {ref} is not what {file} tells")
    if standing.sources[file].is_long:
        found.loners.add((file, ref))  # a long table's facts have the ids of its rows for keys
    else:
        reading = standing.reading(file)
        refs = zip(reading.inspections, inspection_refs(reading), strict=True)
        found.loners |= {(file, fact.key) for fact, other in refs if other == ref}
    found.inspections[key] = ref
    return {key: ref}


def _linked(found: Neighbours, reading: Reading) -> Iterator[Bucket]:
    """The places of facts that name, as what came before them, a fact in a place that is touched."""
    facts = {fact.key: fact for fact in reading.inspections}
    for fact in reading.inspections:
        for name in LINKS:
            other = facts.get(getattr(fact, name) or "")
            if other is None or own_bucket(other) not in found.buckets:
                continue
            bucket = own_bucket(fact)
            if bucket:
                yield bucket
            elif (reading.held.name, fact.key) not in found.loners:
                _add_loner(found, reading, fact)


def _add_loner(found: Neighbours, reading: Reading, fact: InspectionFact) -> None:
    if keys_wanted(fact):
        raise Unsure(f"{reading.held.name} tells of an inspection by a number or a name alone")
    found.loners.add((reading.held.name, fact.key))
    refs = [ref for each, ref in zip(reading.inspections, inspection_refs(reading), strict=True) if each is fact]
    found.inspections |= {key: ref for ref, key in found.standing.resolve(refs).values()}
