"""Which inspections of a long table may stay columns: those whose authorities and service no other source tells of."""

from __future__ import annotations

from array import array
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from inspections.catalogue import Catalogue
from inspections.reading.columns import NUMBER
from inspections.reading.facts import Reading
from inspections.reading.plain_facts import PlainFacts
from inspections.recording.homes import Bucket, keys_wanted, own_bucket
from inspections.recording.plain import Plain


@dataclass(frozen=True)
class Choice:
    """The readings with the plain rows of one long table taken out, and those rows."""

    readings: list[Reading]
    plain: Plain | None


def choose_plain(readings: Sequence[Reading], catalogue: Catalogue, known: Container[str] = ()) -> Choice:
    """The rows of the longest table that stay columns; all other facts, and ``known`` ids, go the common way."""
    long = [reading for reading in readings if isinstance(reading.inspections, PlainFacts)]
    if not long:
        return Choice(list(readings), None)
    table = max(long, key=lambda reading: len(reading.inspections))
    facts = table.inspections
    assert isinstance(facts, PlainFacts)
    told_of: set[Bucket | None] = {
        own_bucket(fact) for reading in readings if reading is not table for fact in reading.inspections
    }
    told_of |= {own_bucket(fact) for _, fact in facts.others if not fact.ref}  # their ids count what is like them
    if any(keys_wanted(fact) for each in readings if each is not table for fact in each.inspections):
        told_of |= {own_bucket(fact) for _, fact in facts.others}  # a name may lead from another source to one of these
    named = {link for _, fact in facts.others for link in (fact.previous, fact.follows) if link}
    chosen, taken_out = _share_out(facts, told_of, named, known)
    others = [*facts.others, *((facts.columns.numbers[place], facts.plain(place)) for place in taken_out)]
    rest = tuple(fact for _, fact in sorted(others, key=lambda each: each[0]))
    reduced = [replace(each, inspections=rest) if each is table else each for each in readings]
    return Choice(reduced, Plain(table, facts, chosen, catalogue) if chosen else None)


def _share_out(
    facts: PlainFacts, told_of: set[Bucket | None], named: set[str], known: Container[str]
) -> tuple[array[int], list[int]]:
    """The places of rows that stay columns, and of those that go the common way."""
    who, what = facts.columns.places["who"], facts.columns.places["what"]
    allowed: dict[tuple[int, int], bool] = {}
    chosen: array[int] = array(NUMBER)
    taken_out: list[int] = []
    linked: set[int] = set()
    if named or known:
        refs = map(facts.columns.ref, range(len(who)))
        linked = {place for place, ref in enumerate(refs) if ref in named or ref in known}
    for pair in set(zip(who, what, strict=True)):
        authorities, service = facts.samples["who"][pair[0]].authorities, facts.samples["what"][pair[1]].service
        bucket = (tuple(sorted(name.slug for name in authorities)), service.slug) if service else None
        allowed[pair] = bool(authorities and service) and bucket not in told_of
    if not linked and all(allowed.values()):
        return array(NUMBER, range(len(who))), taken_out
    for place, pair in enumerate(zip(who, what, strict=True)):
        if allowed[pair] and place not in linked:
            chosen.append(place)
        else:
            taken_out.append(place)
    return chosen, taken_out
