"""What a filter offers: its choices, each with how many rows it would give and the address that asks for it.

Lists of inspections have some four hundred on a page, so theirs are kept as numbers beside what is the same on every
page (``Column``), and become words when they are drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, overload

from django.utils.safestring import SafeString

from inspections.web.known import (
    PUBLISHER_KINDS,
    STANCES,
    STATEMENT_KINDS,
    STATUSES,
    inspectorate_name,
    kind_words,
    service_name,
    the_catalogue,
)

SHORT = 8  # choices shown before "more"
WORDS = {"stance": STANCES, "status": STATUSES, "publisher_kind": PUBLISHER_KINDS}


class Choice(NamedTuple):
    """One value of a filter, how many rows it would give, and the address that asks for it (or drops it)."""

    label: str
    count: int
    url: str
    chosen: bool = False


@dataclass(frozen=True, eq=False)
class Column:
    """The values of one filter that an edition holds, in a fixed order: as addresses have them, and as pages do."""

    pairs: tuple[str, ...]
    labels: tuple[str, ...]
    drawn: dict[bool, tuple[list[str], list[str]]] = field(default_factory=dict)  # their HTML, once it is drawn


@dataclass(frozen=True, eq=False)
class Offered(Sequence[Choice]):
    """Choices of one filter: which values of its column, how many each would give, and the rest of their addresses."""

    column: Column
    at: Sequence[int]
    counts: Sequence[int]  # of all values of the column
    before: str  # what an address has before the value, and after it
    after: str

    def __len__(self) -> int:
        return len(self.at)

    def __iter__(self) -> Iterator[Choice]:
        labels, counts, pairs = self.column.labels, self.counts, self.column.pairs
        return (Choice(labels[at], counts[at], f"{self.before}{pairs[at]}{self.after}") for at in self.at)

    @overload
    def __getitem__(self, index: int) -> Choice: ...
    @overload
    def __getitem__(self, index: slice) -> Offered: ...
    def __getitem__(self, index: int | slice) -> Choice | Offered:
        if isinstance(index, slice):
            return Offered(self.column, self.at[index], self.counts, self.before, self.after)
        at = self.at[index]
        return Choice(self.column.labels[at], self.counts[at], f"{self.before}{self.column.pairs[at]}{self.after}")


@dataclass(frozen=True)
class Group:
    """Choices that belong together: the grades of one scale, or all there are."""

    name: str
    url: str
    choices: Sequence[Choice]


@dataclass(frozen=True)
class Facet:
    """One filter with its choices."""

    name: str
    legend: str
    groups: tuple[Group, ...]
    more: Sequence[Choice] = ()
    note: str = ""


@dataclass(frozen=True)
class Counted:
    """All filters of a list, and how many rows the question as asked has."""

    total: int
    whole: int  # how many the list has without any filter
    facets: tuple[Facet, ...]
    others: int = 0  # of schools, colleges and other providers, left out unless they are asked for
    drawn: dict[Any, SafeString] = field(default_factory=dict, compare=False)  # the filters as HTML, once drawn


@dataclass(frozen=True)
class Asks:
    """What to count for one filter: the fields whose values are its choices (inspections are counted without), and
    the filters left aside: its own, unless others are named."""

    name: str
    legend: str
    first: str = ""
    second: str = ""
    aside: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "aside", self.aside or (self.name,))


@lru_cache(8192)
def label_of(facet: str, value: str) -> str:
    """The words of one value of a filter."""
    known = the_catalogue()
    if facet == "authority":
        return known.authorities[value].name if value in known.authorities else value
    if facet == "service":
        return service_name(value)
    if facet == "inspectorate":
        return inspectorate_name(value)
    if facet == "scale":
        return known.scales[value].name if value in known.scales else value
    if facet in ("organisation", "speaker", "publisher", "region", "year"):
        return value
    words = WORDS.get(facet, {})
    if value == "provider":
        return "inspection of a provider"
    return words.get(value) or STATEMENT_KINDS.get(value) or kind_words(value)
