"""The plain inspections of a long table as columns in the order of their keys, and what each of their entries is."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import Self

from django.db.models import Model

from inspections import models
from inspections.catalogue import Catalogue
from inspections.reading.columns import GROUPS, LONG_REF, NUMBER
from inspections.reading.facts import InspectionFact, Reading
from inspections.reading.plain_facts import Ids, PlainFacts, numbers_of
from inspections.recording.identity import Event, Told
from inspections.recording.merging import Merged, merge, merge_date
from inspections.recording.plain_entries import (
    Came,
    Dated,
    understand_date,
    understand_extra,
    understand_grade,
    understand_what,
    understand_who,
)
from inspections.recording.refs import REF_BITS
from inspections.recording.rows import KEY, InspectionService
from inspections.recording.standing_ids import is_among
from inspections.tidy import unprotect

REST = (1 << REF_BITS) - 1


class Ordered:
    """Entries and columns of plain inspections, in the order of their keys."""

    def __init__(self, reading: Reading, facts: PlainFacts, chosen: array[int], catalogue: Catalogue) -> None:
        self.reading, self.facts, self.catalogue = reading, facts, catalogue
        merged = {group: map(self._merged, facts.samples[group]) for group in ("who", "what", "extra")}
        self.who = [understand_who(each, catalogue) for each in merged["who"]]
        self.what = [understand_what(each, catalogue) for each in merged["what"]]
        self.inspected, self.published = (
            [understand_date(name, *merge_date(name, self._event(fact))) for fact in facts.samples[name]]
            for name in ("inspected", "published")
        )  # many differ: nothing else is merged of them
        self.extra = [understand_extra(each) for each in merged["extra"]]
        self.origins = [
            [[key, text] for key, cell in zip(GROUPS["origin"], entry, strict=True) if (text := unprotect(cell))]
            for entry in facts.columns.entries["origin"]
        ]
        self._arrange(chosen)
        self._judge(chosen)
        self.source = 0  # the keys of rows that stand elsewhere: set when these are made
        self.services: Mapping[tuple[str, str], int] = {}
        self.searched: dict[tuple[int, int], str] = {}

    def __len__(self) -> int:
        return len(self.keys)

    def _merged(self, fact: InspectionFact) -> Merged:
        return merge(self._event(fact), self.catalogue)

    def _event(self, fact: InspectionFact) -> Event:
        return Event((Told(self.reading, fact, fact.ref, 0),))

    def _arrange(self, chosen: array[int]) -> None:
        """By key: a greater one is shown earlier. The columns are put into this order once."""
        columns = self.facts.columns
        refs = self.facts.refs
        shift = 5 * LONG_REF - REF_BITS
        days = [[(dated.day.toordinal() if dated.day else 0) << REF_BITS for dated in each] for each in self.dates]
        inspected, published = columns.places["inspected"], columns.places["published"]
        every = len(chosen) == len(refs)
        held = (each if every else map(each.__getitem__, chosen) for each in (inspected, published, refs))
        keys = array(
            KEY,
            ((days[0][c] or days[1][d]) | REST - (ref >> shift) for c, d, ref in zip(*held, strict=True)),
        )
        order = sorted(range(len(keys)), key=keys.__getitem__)
        rows = array(NUMBER, order if every else map(chosen.__getitem__, order))
        self.keys = array(KEY, _picker(order)(keys))
        held_refs = columns.refs
        self.refs = "".join([held_refs[at * LONG_REF : at * LONG_REF + LONG_REF] for at in rows])
        pick = _picker(rows)
        self.numbers = array(NUMBER, pick(columns.numbers))
        self.places = {group: array(NUMBER, pick(held)) for group, held in columns.places.items()}

    @property
    def dates(self) -> tuple[list[Dated], list[Dated]]:
        return self.inspected, self.published

    def _judge(self, chosen: array[int]) -> None:
        """What each row comes to, and how many rows of other tables stand before it."""
        known: dict[tuple[int, int, bool | None], int] = {}
        self.came: list[Came] = []
        self.coming = array(NUMBER)
        places = self.places
        rows = zip(places["what"], places["judged"], places["inspected"], strict=True)
        untils, earliests = [each.until for each in self.what], [each.earliest for each in self.inspected]
        for at, (what_at, judged_at, inspected_at) in enumerate(rows):
            until = untils[what_at]
            late = earliest > until if until and (earliest := earliests[inspected_at]) else None
            place = known.get((what_at, judged_at, late))
            if place is None:
                place = known[what_at, judged_at, late] = len(self.came)
                self.came.append(self._came(at))
            self.coming.append(place)
        self.count_before()

    def count_before(self) -> None:
        """How many rows of other tables stand before each."""
        places = self.places
        judged = [1 if each.judgement else 0 for each in self.came]
        self.before: dict[type[Model], array[int]] = {
            models.Judgement: _before(judged[each] for each in self.coming),
            InspectionService: _before(map([len(each.authorities) for each in self.who].__getitem__, places["who"])),
            models.InspectedBy: _before(
                map([len(each.inspectorates) for each in self.what].__getitem__, places["what"])
            ),
        }

    def _came(self, at: int) -> Came:
        return understand_grade(
            self._merged(self.facts.plain(bisect_left(self.facts.columns.numbers, self.numbers[at])))
        )

    def pairs(self) -> set[tuple[str, str]]:
        """The authorities and kinds of service that they are of."""
        found = set(zip(self.places["who"], self.places["what"], strict=True))
        return {(slug, self.what[b].kind) for a, b in found for slug in self.who[a].authorities}

    def ref(self, at: int) -> str:
        return self.refs[at * LONG_REF : (at + 1) * LONG_REF]

    def place(self, key: int) -> int:
        """How many have a lesser key."""
        return bisect_left(self.keys, key)

    def has_key(self, key: int) -> bool:
        """Is this the integer key of one of these?"""
        at = bisect_left(self.keys, key)
        return at < len(self.keys) and self.keys[at] == key

    def same_as(self, other: Ordered) -> bool:
        """Do these columns say the same?"""
        columns = ("keys", "refs", "numbers", "places", "coming")
        entries = ("who", "what", "inspected", "published", "extra", "came", "origins")
        return all(getattr(self, name) == getattr(other, name) for name in (*columns, *entries))

    def holds(self, ref: str) -> bool:
        """Is this the id of one of these?"""
        return ref in self._ids

    def holds_number(self, number: int) -> bool:
        """The same of an id as a number."""
        return is_among(number, self._ids.sorted)

    @cached_property
    def _ids(self) -> Ids:
        return Ids(array("Q", sorted(numbers_of(self.refs))), {})

    def twice(self) -> str:
        """The first of two that would get one key; "" where all is well."""
        keys = self.keys
        return next((self.ref(at) for at in range(1, len(keys)) if keys[at] == keys[at - 1]), "")

    def count(self, table: type[Model], until: int) -> int:
        """How many rows of a table the inspections before this place have."""
        before = self.before.get(table)
        return before[until] if before else until

    def witnesses(self) -> list[int]:
        """The places where an entry, or what a row comes to, stands for the first time."""
        found: set[int] = set()
        for column in (*self.places.values(), self.coming):
            first = dict(zip(reversed(column), range(len(column) - 1, -1, -1), strict=True))  # what comes last stays
            found.update(first.values())
        return sorted(found)

    def alone(self) -> Self:
        """The same without the facts that they were made of: enough for another process."""
        some = copy(self)
        for name in ("facts", "reading", "catalogue", "before", "_ids"):
            some.__dict__.pop(name, None)
        return some

    def with_services(self, services: Mapping[tuple[str, str], int]) -> Self:
        """The same, whose services have other keys."""
        some = copy(self)
        some.services = services
        return some

    def only(self, kept: Sequence[int]) -> Self:
        """These alone, in their order."""
        some = copy(self)
        some.__dict__.pop("_ids", None)
        some.keys = array(KEY, (self.keys[at] for at in kept))
        some.refs = "".join(map(self.ref, kept))
        some.numbers = array(NUMBER, (self.numbers[at] for at in kept))
        some.places = {group: array(NUMBER, (held[at] for at in kept)) for group, held in self.places.items()}
        some.coming = array(NUMBER, (self.coming[at] for at in kept))
        some.count_before()
        return some


def _picker(places: Sequence[int]) -> Callable[[Sequence[int]], Iterable[int]]:
    """What gives the values at these places, in their order: at once, which takes half as long as one by one."""
    if len(places) < 2:
        return lambda held: [held[at] for at in places]
    return itemgetter(*places)


def _before(counts: Iterable[int]) -> array[int]:
    """How many there are before each place, and in all."""
    return array(NUMBER, accumulate(counts, initial=0))
