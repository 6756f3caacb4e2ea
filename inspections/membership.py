"""Which inspections each value of each filter has: sets of places, held as compressed bitmaps.

The place of an inspection is a number that is greater the later it comes in the list of all, newest first; a few places
are free, so that another inspection finds one and few others move. A filter is a set of places, two filters are an
intersection, several values of one are a union, a count is the size of a set, and a page of a list,
however deep, is a slice of it. The import writes the sets beside the record; nothing here asks the database.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from pyroaring import BitMap

# the filters whose sets are written; ``members`` keeps the values of each under its name
COUNTED = ("authority", "grade", "inspectorate", "kind", "region", "scale", "service", "year")
FROM_YEAR, TO_YEAR = "year_from", "year_to"  # the first and the last year of what an inspection's date may mean
OVERALL = "overall"  # scale:grade of the overall judgement that its sources give first
# everything, what has a day to be sorted by, and the councils' own without their providers: each under the value ""
ALL, DATED, OWN = "all", "dated", "own"
UNSTATED = "unstated"  # those whose sources name no service, under the value "" too
HELD = (*COUNTED, FROM_YEAR, TO_YEAR, OVERALL, ALL, DATED, OWN, UNSTATED)
PROVED_BY = "source"  # those that a source proves anything of: too many to be held, only counted
BY_TITLE = "by-title"  # runs of places in the order of titles, numbered
RUN = 8192  # places of one run
PLACE = COUNT = "I"  # how a place is written within a run, and a count kept: 32 bits
FIRST = 1 << 16  # the place of the newest: those that are newer still find theirs before it
TOGETHER, FREE = 4064, 32  # inspections that stand side by side, and the places left free behind them
FEW = 32  # places of a value that are kept one by one
NEWEST, OLDEST, TITLE = "newest", "oldest", "title"

Counts = dict[str, int]
Numbers = Sequence[int]  # a count for each value of a filter, in the order of its sets


def place_of(number: int) -> int:
    """Where an inspection has its place that comes after so many others, in a record that is built at once."""
    return FIRST + number + number // TOGETHER * FREE


def places_of(many: int) -> Iterator[range]:
    """The places of so many inspections, side by side."""
    for number in range(0, many, TOGETHER):
        yield range(place_of(number), place_of(number) + min(TOGETHER, many - number))


def places_from_last(many: int, numbers: Iterable[int]) -> array[int]:
    """The places of some of so many inspections, by their numbers in the order of their keys, from 1."""
    every = array(PLACE)
    for places in places_of(many):
        every.extend(places)
    return array(PLACE, map(every.__getitem__, map(many.__sub__, numbers)))


def write_set(places: Iterable[int]) -> tuple[int, bytes]:
    """The size of a set of places and the bytes that stand for it, the same for the same set."""
    members = BitMap(places)
    members.run_optimize()
    return len(members), members.serialize()


def read_set(written: bytes | memoryview) -> BitMap:
    return BitMap.deserialize(bytes(written))


def write_run(places: Sequence[int]) -> bytes:
    return array(PLACE, places).tobytes()


@dataclass(frozen=True)
class Run:
    """Places that follow one another in the order of titles."""

    places: Sequence[int]
    members: BitMap


def read_run(written: bytes | memoryview) -> Run:
    places = array(PLACE, bytes(written))
    return Run(places, BitMap(places))


@dataclass(frozen=True, eq=False)
class Beside:
    """What each value of every filter has of a set of places: how many, and where those with few of them have them."""

    numbers: Mapping[str, Numbers]
    few: Mapping[str, Mapping[int, array[int]]]  # by where a value stands in the order of the sets


@dataclass(frozen=True, eq=False)
class Membership:
    """The sets of one edition."""

    sets: Mapping[str, Mapping[str, BitMap]]
    runs: list[Run] = field(default_factory=list)  # read when a list is first asked for by title
    unfiltered: dict[tuple[str, bool], Numbers] = field(default_factory=dict)  # the counts of lists without a filter
    # the counts of lists with one filter: of each counted filter, one for each of its values, none left out
    beside: dict[tuple[str, str, bool], Beside] = field(default_factory=dict)

    @cached_property
    def everything(self) -> BitMap:
        return self.of(ALL, "")

    @cached_property
    def own(self) -> BitMap:
        own = self.of(OWN, "")
        return own if len(own) < len(self.everything) else self.everything

    @cached_property
    def providers(self) -> BitMap:
        return self.everything - self.own

    def of(self, name: str, value: str) -> BitMap:
        """The places of one value of a filter: none for a value that nothing has."""
        return self.sets.get(name, {}).get(value) or BitMap()

    def of_any(self, name: str, values: Iterable[str]) -> BitMap:
        return BitMap.union(BitMap(), *(self.of(name, value) for value in values))

    def numbers_at(self, places: Iterable[int]) -> list[int]:
        """How many come before each of these in the list of all."""
        rank = self.everything.rank
        return [rank(place) - 1 for place in places]

    def since(self, year: int) -> BitMap:
        """Those whose date may be of this year or a later one."""
        return self.of_any(TO_YEAR, (value for value in self.sets.get(TO_YEAR, {}) if int(value) >= year))

    def until(self, year: int) -> BitMap:
        return self.of_any(FROM_YEAR, (value for value in self.sets.get(FROM_YEAR, {}) if int(value) <= year))

    def values(self, name: str) -> tuple[str, ...]:
        """The values of a filter, in the order of its sets."""
        return tuple(self.sets.get(name, ()))

    def count(self, name: str, among: BitMap) -> Counts:
        """How many of some places each value of a filter has; values that none has are left out."""
        numbers = self.numbers(name, among)
        return {value: many for value, many in zip(self.sets.get(name, ()), numbers, strict=True) if many}

    def numbers(self, name: str, among: BitMap, beside: Sequence[Beside] = ()) -> Numbers:
        """The same for every value, in the order of the sets.

        ``beside``: what is known of larger sets that hold all of ``among``. Values that have nothing in one of them are
        not looked at, of those that have little there each place is.
        """
        if among is self.everything or among is self.own:
            key = name, among is self.own
            if key not in self.unfiltered:
                self.unfiltered[key] = self._numbers(name, among)
            return self.unfiltered[key]
        numbers = array(COUNT, bytes(array(COUNT).itemsize * len(self.sets.get(name, ()))))
        if not among:
            return numbers
        if not beside:
            return self._numbers(name, among)
        shared, holds = among.intersection_cardinality, among.__contains__
        most = beside[0].numbers[name] if len(beside) == 1 else map(min, *(each.numbers[name] for each in beside))
        few = {at: places for each in beside for at, places in each.few[name].items()}
        for at, (some, members) in enumerate(zip(most, self.sets.get(name, {}).values(), strict=True)):
            if some:
                numbers[at] = sum(map(holds, few[at])) if at in few else shared(members)
        return numbers

    def _numbers(self, name: str, among: BitMap) -> Numbers:
        return array(COUNT, map(among.intersection_cardinality, self.sets.get(name, {}).values()))

    def beside_one(self, chosen: str, value: str, own: bool) -> Beside:
        """How many of those with one value of a filter each value of every filter has: counted once, and kept."""
        own = own and self.own is not self.everything
        key = chosen, value, own
        found = self.beside.get(key)
        if found is None:
            among = self.of(chosen, value) & self.own if own else self.of(chosen, value)
            numbers = {name: self._numbers(name, among) for name in COUNTED}
            found = self.beside[key] = Beside(
                numbers, {name: self._few(name, among, numbers[name]) for name in COUNTED}
            )
        return found

    def _few(self, name: str, among: BitMap, numbers: Numbers) -> dict[int, array[int]]:
        sets = zip(numbers, self.sets.get(name, {}).values(), strict=True)
        return {at: array(PLACE, among & members) for at, (many, members) in enumerate(sets) if 0 < many <= FEW}

    def cut(self, among: BitMap, order: str, first: int, last: int) -> list[int]:
        """The places from the ``first`` to before the ``last`` of some, in the order of a list."""
        if order == TITLE:
            return self._cut_by_title(among, first, last)
        if order == OLDEST:
            return self._cut_oldest(among, first, last)
        return list(among[first:last])

    def _cut_oldest(self, among: BitMap, first: int, last: int) -> list[int]:
        """Newest first turned round, but what has no day stays last."""
        dated = among & self.of(DATED, "")
        many = len(dated)
        found = list(dated[max(0, many - last) : max(0, many - first)])
        found.reverse()
        if last > many:
            undated = among - dated
            found += undated[max(0, first - many) : last - many]
        return found

    def _cut_by_title(self, among: BitMap, first: int, last: int) -> list[int]:
        sizes = [among.intersection_cardinality(run.members) for run in self.runs]
        ends = list(accumulate(sizes))
        at = bisect_right(ends, first)
        skipped = first - (ends[at] - sizes[at]) if at < len(ends) else 0
        found: list[int] = []
        for run in self.runs[at:]:
            if len(found) >= last - first + skipped:
                break
            wanted = among & run.members
            found += [place for place in run.places if place in wanted] if wanted else []
        return found[skipped : skipped + last - first]
