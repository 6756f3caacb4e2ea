"""What a search for words finds where that is not too much to be ranked: asked once for each edition, then filtered
and counted without the database.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from inspections.fulltext import Query
from inspections.models import Entry
from inspections.querysets import Rows
from inspections.web.asked import services_of_entries
from inspections.web.edition import held_by_edition

MOST_RANKED = 1000  # hits that are counted and ranked; of more, the last recorded are listed
MOST_KEPT = 32  # searches whose hits are kept for each edition
NOTHING: frozenset[str] = frozenset()


class Found(NamedTuple):
    """One hit, and what filters ask of it."""

    key: int
    kind: str
    publisher: str
    first: int | None  # year
    last: int | None
    authorities: frozenset[str] = NOTHING
    services: frozenset[str] = NOTHING

    def answers(self, name: str, value: Any) -> bool:
        """Does a filter of this name and value ask for it?"""
        if name == "authority":
            return value in self.authorities
        if name == "service":
            return value in self.services
        if name == "year":
            return self.first is not None and self.last is not None and any(self.first <= y <= self.last for y in value)
        return bool(getattr(self, name) == value)

    def values(self, name: str) -> Iterable[tuple[str, str]]:
        """Under which choices of a filter it counts."""
        if name == "authority":
            return ((slug, "") for slug in self.authorities)
        if name == "service":
            return ((kind, "") for kind in self.services)
        if name == "year":
            return (("" if self.first is None else str(self.first), "" if self.last is None else str(self.last)),)
        return ((getattr(self, name), ""),)


class Latest(NamedTuple):
    """Of more hits than can be ranked those that were recorded last."""

    keys: tuple[int, ...]
    kinds: Counter[str]


@held_by_edition
def _kept() -> dict[tuple[Query, int], tuple[Found, ...] | Latest]:
    return {}


def found_saying(query: Query, most: int) -> tuple[Found, ...] | Latest:
    """All that answers, best first; the latest where that is more than so many."""
    kept, key = _kept(), (query, most)
    if key not in kept:
        rows = Entry.objects.latest(query, most + 1)
        found = _find(query) if len(rows) <= most else as_latest(rows[:most])
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[key] = found
        return found
    return kept[key]


def as_latest(rows: Sequence[tuple[int, str]]) -> Latest:
    """Keys and kinds as the record gives them."""
    return Latest(tuple(key for key, _ in rows), Counter(kind for _, kind in rows))


def found_with(query: Query | None, keys: Sequence[int]) -> tuple[Found, ...]:
    """Those with these keys, which are known to answer; in the order of the record where nothing is looked for."""
    rows = Entry.objects.with_keys(keys)
    return _describe(rows.best_first(query).found() if query else rows.order_by("withdrawn", "pk").found())


def _find(query: Query) -> tuple[Found, ...]:
    return _describe(Entry.objects.best_first(query).found())


def _describe(found: Rows) -> tuple[Found, ...]:
    rows = list(found)
    authorities: dict[int, set[str]] = defaultdict(set)
    services: dict[int, set[str]] = defaultdict(set)
    for key, slug, kind in services_of_entries([row[0] for row in rows]):
        authorities[key].add(slug)
        services[key].add(kind)
    shared: dict[frozenset[str], frozenset[str]] = {}

    def share(values: set[str]) -> frozenset[str]:
        one = frozenset(values)
        return shared.setdefault(one, one)

    return tuple(Found(*row, share(authorities[row[0]]), share(services[row[0]])) for row in rows)


def choose(found: Sequence[Found], asked: Iterable[tuple[str, Any]]) -> Sequence[Found]:
    """Those that all of these filters ask for, in their order."""
    for name, value in asked:
        found = [each for each in found if each.answers(name, value)]
    return found


def count(found: Iterable[Found], name: str) -> Counter[tuple[str, str]]:
    """How many each choice of a filter would give."""
    return Counter(value for each in found for value in each.values(name))
