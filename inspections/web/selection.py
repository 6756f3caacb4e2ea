"""The inspections that a question asks for: a set of places, counted, cut and read in the order of a list.

Sets are read once for each edition in each process; then a count asks nothing, and a page asks for its own rows only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pyroaring import BitMap

from inspections.fulltext import Query
from inspections.membership import BY_TITLE, COUNTED, HELD, NEWEST, TITLE, UNSTATED, Membership, read_run, read_set
from inspections.models import Entry, Members, Source
from inspections.web.asked import lines_at, wholes_at
from inspections.web.edition import held_by_edition
from inspections.wording import NOT_STATED_SERVICE


@held_by_edition
def the_membership() -> Membership:
    """The sets of the edition that is served."""
    sets: dict[str, dict[str, BitMap]] = defaultdict(dict)
    for name, value, places in Members.objects.of_filters(HELD):
        sets[name][value] = read_set(places)
    return Membership({name: dict(sorted(found.items())) for name, found in sets.items()})


def count_everything() -> None:
    """The counts of lists without a filter, and the order of titles, which are kept with the sets."""
    membership = the_membership()
    for name in COUNTED:
        membership.count(name, membership.own)
        membership.count(name, membership.everything)
    _read_titles(membership)


def count_beside_each(own: bool) -> Iterator[None]:
    """The same of lists with one filter, a step for each of its values."""
    membership = the_membership()
    for name in COUNTED:
        for value in membership.sets.get(name, ()):
            yield None
            membership.beside_one(name, value, own)


def _read_titles(membership: Membership) -> None:
    if not membership.runs:
        membership.runs[:] = [read_run(places) for _, _, places in sorted(Members.objects.of_filters([BY_TITLE]))]


MOST_KEPT = 64  # sets of words that were asked for
MOST_NAMED = 2000  # sources that a question names one by one


@held_by_edition
def _asked_words() -> dict[Query, BitMap]:
    return {}


def places_saying(query: Query) -> BitMap:
    """Those that a search for these words finds: one query, none where they were asked for before."""
    kept = _asked_words()
    if query not in kept:
        found = BitMap(Entry.objects.places(query))
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[query] = found
        return found
    return kept[query]


@held_by_edition
def _asked_of_sources() -> dict[str, tuple[int, ...] | None]:
    return {}


def sources_saying(words: str) -> tuple[int, ...] | None:
    """The keys of the sources that hold these words, kept as above; None where they are too many to be named."""
    kept = _asked_of_sources()
    if words not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        found = tuple(Source.objects.saying(words).first_keys(MOST_NAMED + 1))
        kept[words] = found if len(found) <= MOST_NAMED else None
    return kept[words]


@dataclass(frozen=True)
class Selection:
    """Some inspections in the order of a list; stands where a query set of them would."""

    membership: Membership
    places: BitMap
    order: str = NEWEST
    whole: bool = False  # rows with their neighbours, as their own pages need them

    def count(self) -> int:
        return len(self.places)

    def with_neighbours(self) -> Selection:
        return replace(self, whole=True)

    def places_from(self, first: int, last: int) -> list[int]:
        """Where those from the ``first`` to before the ``last`` stand in the list of all."""
        if self.order == TITLE and self.places:
            _read_titles(self.membership)
        return self.membership.cut(self.places, self.order, first, last)

    def __getitem__(self, part: slice) -> list[Any]:
        """The rows of a part, in order: one query, none for an empty part."""
        return self._read(self.places_from(part.start or 0, self.count() if part.stop is None else part.stop))

    def cut(self, size: int) -> Iterator[list[int]]:
        """Where all stand, in order, so many at a time."""
        for first in range(0, self.count(), size):
            yield self.places_from(first, first + size)

    def iterator(self, chunk_size: int) -> Iterator[Any]:
        """Every row, so many read at a time."""
        for first in range(0, self.count(), chunk_size):
            yield from self[first : first + chunk_size]

    def _read(self, places: list[int]) -> list[Any]:
        if not places:
            return []
        found = {row.position: row for row in (wholes_at(places) if self.whole else lines_at(places))}
        return [found[place] for place in places]


def select(own: bool = False, **values: str) -> Selection:
    """Those of these values of filters, newest first; ``own``: without schools, colleges and other providers."""
    membership = the_membership()
    places = membership.own if own else membership.everything
    for name, value in values.items():
        places = places & membership.of(name, value)
    return Selection(membership, places)


def select_service(authority: str, kind: str) -> Selection:
    """The history of one kind of service at one authority; where sources name no service, of what is not stated."""
    unstated = {UNSTATED: ""} if kind == NOT_STATED_SERVICE else {"service": kind}
    return select(authority=authority, **unstated)
