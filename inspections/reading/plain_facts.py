"""What the columns of a long tidy table say: each different value is understood once, by the rules for every row.

The facts of such a table are a sequence that makes each when it is asked for. Those of plain rows can be had as
columns too (``recording.plain`` records them so); the inspections of several rows, and rows that point at others,
are facts from the start.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any, overload

from inspections.reading.columns import GROUPS, ID, Columns
from inspections.reading.entries import MOST, Desk
from inspections.reading.facts import InspectionFact, Problem, Reading
from inspections.reading.headers import Header, Row
from inspections.reading.tables import RowByRow

REF = "Q"
_DIGITS = str.maketrans("234567abcdefghijklmnopqrstuvwxyz", "0123456789abcdefghijklmnopqrstuv")


def numbers_of(refs: str, length: int = 10) -> array[int]:
    """Ids as numbers in the same order."""
    digits = refs.translate(_DIGITS)
    return array(REF, (int(digits[at : at + length], 32) for at in range(0, len(digits), length)))


@dataclass(frozen=True)
class Ids:
    """All ids of a table, to be asked whether one is among them."""

    sorted: array[int]
    others: dict[str, Any]

    def __contains__(self, ref: object) -> bool:
        if ref in self.others:
            return True
        if not isinstance(ref, str) or len(ref) != 10:
            return False
        number = numbers_of(ref)[0]
        at = bisect_left(self.sorted, number)
        return at < len(self.sorted) and self.sorted[at] == number


class PlainFacts(Sequence[InspectionFact]):
    """The facts of one long table, in the order of its rows."""

    def __init__(
        self, desk: Desk, header: Header, columns: Columns, layout: RowByRow, lines: Callable[[], Any]
    ) -> None:
        self.desk, self.header, self.columns, self.layout = desk, header, columns, layout
        layout.check(desk, header)
        self._set_repeated_aside(lines)
        groups = layout.group(Row(header, number, tuple(row)) for number, row in columns.others)
        ids = Ids(array(REF, sorted(self.refs)) if groups else array(REF), groups)
        self.others: list[tuple[int, InspectionFact]] = []  # each with its first row
        for key, rows in groups.items():
            layout.add(desk, rows, key, ids)
            self.others.append((rows[0].number, desk.inspections.pop()))
        self.samples: dict[str, list[InspectionFact]] = {}  # of each group: what each entry says alone
        faults = {group: self._understand(group) for group in GROUPS}
        if any(faults.values()):
            self._tell_faults(faults)

    def _set_repeated_aside(self, lines: Callable[[], Any]) -> None:
        """An inspection that has several rows is not plain: its rows are read whole."""
        columns = self.columns
        self.refs = refs = numbers_of(columns.refs)
        repeated = set()
        if len(set(refs)) < len(refs):
            order = sorted(range(len(refs)), key=refs.__getitem__)
            repeated = {place for one, other in pairwise(order) if refs[one] == refs[other] for place in (one, other)}
        elsewhere = {row[self.header.places[ID]] for _, row in columns.others}
        if elsewhere:
            repeated |= {place for place in range(len(refs)) if columns.ref(place) in elsewhere}
        if not repeated:
            return
        wanted = {columns.numbers[place] for place in repeated}
        width = max(self.header.places.values()) + 1
        with lines() as rows:
            for number, row in enumerate(rows, 1):
                if number in wanted:
                    columns.others.append((number, (row + [""] * width)[:width]))
        columns.others.sort()
        columns.keep([place for place in range(len(refs)) if place not in repeated])
        self.refs = numbers_of(columns.refs)

    def _understand(self, group: str) -> dict[int, int]:
        """What each entry of a group says alone; the numbers of problems of those that cannot be."""
        faulty: dict[int, int] = {}
        found = []
        keys = GROUPS[group]
        desk = self.desk
        told = desk.told.copy()
        for place, entry in enumerate(self.columns.entries[group]):
            before = len(desk.problems)
            found.append(self._fact(dict(zip(keys, entry, strict=True)), self.columns.firsts[group][place]))
            if len(desk.problems) > before:
                faulty[place] = len(desk.problems) - before
                del desk.problems[before:]  # they are told of the rows that have this entry
                desk.told = told.copy()
        self.samples[group] = found
        return faulty

    def _tell_faults(self, faults: dict[str, dict[int, int]]) -> None:
        """The problems of the first rows that have any, and as many more as there are."""
        columns, problems = self.columns, self.desk.problems
        more = 0
        for place in range(len(columns)):
            many = sum(faults[group].get(columns.places[group][place], 0) for group in GROUPS)
            if many and len(problems) < MOST:
                self._made(place)
            else:
                more += many
        problems.sort(key=lambda problem: problem.line)
        problems += [Problem("is wrong too", "mend it")] * more

    def _fact(self, cells: dict[str, str], number: int) -> InspectionFact:
        places = self.header.places
        row = [""] * (max(places.values()) + 1)
        for key, cell in cells.items():
            if key in places:
                row[places[key]] = cell
        self.layout.add(self.desk, [Row(self.header, number, tuple(row))], cells.get(ID, ""), ())
        return self.desk.inspections.pop()

    def _made(self, place: int) -> InspectionFact:
        """The fact of a plain row."""
        return self._fact(self.columns.cells(place), self.columns.numbers[place])

    def understood(self) -> Iterator[InspectionFact]:
        """What each entry says alone."""
        for found in self.samples.values():
            yield from found

    @property
    def rows(self) -> int:
        """How many rows have anything in them, its header's among them."""
        top = self.header.sheet.rows[: self.header.number]
        return len(self.columns) + len(self.columns.others) + sum(any(cell.strip() for cell in row) for row in top)

    def judgements(self) -> int:
        """How many grades they tell of."""
        own = [len(fact.judgements) + bool(fact.overall) for fact in self.samples["judged"]]
        others = sum(len(fact.judgements) + bool(fact.overall) for _, fact in self.others)
        return others + sum(map(own.__getitem__, self.columns.places["judged"]))

    def plain(self, place: int) -> InspectionFact:
        return self._made(place)

    def reading(self) -> Reading:
        """What the table says, or every problem at once."""
        desk = self.desk
        if desk.problems or not len(self):
            return desk.done()
        return Reading(desk.held, desk.reader, desk.kind, None, None, self, (), (), tuple(desk.warnings))

    def __len__(self) -> int:
        return len(self.columns) + len(self.others)

    def __iter__(self) -> Iterator[InspectionFact]:
        others = iter(self.others)
        number, fact = next(others, (0, None))
        for place, row in enumerate(self.columns.numbers):
            while fact and number < row:
                yield fact
                number, fact = next(others, (0, None))
            yield self._made(place)
        if fact:
            yield fact
        yield from (fact for _, fact in others)

    @overload
    def __getitem__(self, place: int) -> InspectionFact: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[InspectionFact]: ...

    def __getitem__(self, place: int | slice) -> InspectionFact | Sequence[InspectionFact]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        return next(islice(self, place if place >= 0 else len(self) + place, None))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PlainFacts):
            return NotImplemented
        return self.header.places == other.header.places and self.columns == other.columns

    __hash__ = None  # type: ignore[assignment]
