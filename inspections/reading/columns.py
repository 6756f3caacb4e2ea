"""A tidy table of any length as columns: each cell that comes again is kept once, and a row is some small numbers.

This is taking apart only, by a process with limits (``reading_worker``); what the cells mean is ``plain_facts``.
A row is *plain* when its inspection has one row and nothing in it points elsewhere; the others are kept whole.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from inspections.reading.facts import Problem, Unreadable

# columns that belong together have few different values together
GROUPS: dict[str, tuple[str, ...]] = {
    "who": ("authority", "authority_name"),
    "origin": ("source_title", "source_publisher", "source_url", "evidence_text"),
    "what": (
        "service", "service_name", "inspectorates", "kind", "kind_words", "framework", "framework_basis",
        "overall_absent",
    ),
    "extra": ("outcome", "outcome_as_held", "next_due", "notes"),
    "inspected": (
        "inspected", "inspected_earliest", "inspected_latest", "inspected_basis", "inspected_as_printed",
        "inspected_note",
    ),
    "published": (
        "published", "published_earliest", "published_latest", "published_basis", "published_as_printed",
        "published_note",
    ),
    "judged": (
        "aspect", "aspect_code", "scale", "grade", "grade_words", "grade_as_worded", "grade_rank", "grade_basis",
        "grade_note",
    ),
}  # fmt: skip
ID = "inspection"
# where one of these says something, a row is not plain
POINTING = (
    "provider", "provider_name", "provider_kind", "service_as_printed", "previous", "follows", "disputed",
)  # fmt: skip
LONG_REF = 10
NUMBER = "I"
FLUSHED = 10_000  # ids that are joined at a time
MARK = b"columns\n"  # how such a message begins
_REFS = re.compile(r"[a-z2-7]{10}")


@dataclass
class Columns:
    """The plain rows as numbers of entries, and all other rows whole. Rows count from 1."""

    numbers: array[int] = field(default_factory=lambda: array(NUMBER))
    refs: str = ""  # ten characters for each row
    entries: dict[str, list[tuple[str, ...]]] = field(default_factory=lambda: {name: [] for name in GROUPS})
    firsts: dict[str, array[int]] = field(default_factory=lambda: {name: array(NUMBER) for name in GROUPS})
    places: dict[str, array[int]] = field(default_factory=lambda: {name: array(NUMBER) for name in GROUPS})
    others: list[tuple[int, list[str]]] = field(default_factory=list)
    last: int = 0  # the number of the last row, whatever stands in it

    def __len__(self) -> int:
        return len(self.numbers)

    def keep(self, kept: Sequence[int]) -> None:
        """Only these rows, in their order."""
        self.refs = "".join(map(self.ref, kept))
        self.numbers = array(NUMBER, (self.numbers[place] for place in kept))
        for name, held in self.places.items():
            self.places[name] = array(NUMBER, (held[place] for place in kept))

    def add(self, rest: Columns) -> None:
        """The rows that follow, whose numbers count from the first of them."""
        shift = self.last.__add__
        for name, entries in rest.entries.items():
            known = {cells: place for place, cells in enumerate(self.entries[name])}
            for cells, first in zip(entries, rest.firsts[name], strict=True):
                if cells not in known:
                    known[cells] = len(known)
                    self.firsts[name].append(shift(first))
            self.entries[name] = list(known)
            here = [known[cells] for cells in entries]
            self.places[name].extend(map(here.__getitem__, rest.places[name]))
        self.numbers.extend(map(shift, rest.numbers))
        self.others += [(shift(number), row) for number, row in rest.others]
        self.refs += rest.refs
        self.last += rest.last

    def ref(self, place: int) -> str:
        return self.refs[place * LONG_REF : (place + 1) * LONG_REF]

    def cells(self, place: int) -> dict[str, str]:
        """The cells of a plain row that mean anything, by the names of their columns."""
        found = {ID: self.ref(place)}
        for name, keys in GROUPS.items():
            found |= dict(zip(keys, self.entries[name][self.places[name][place]], strict=True))
        return found


def take_apart(
    name: str,
    rows: Iterable[list[str]],
    header_number: int,
    places: dict[str, int],
    header_cells: int,
    most_rows: int,
    widest: int,
) -> Columns:
    """The rows under a header of so many cells, whose columns stand at ``places``.

    Raises ``Unreadable`` for what is no such table, and for a row of more or fewer cells than its header.
    """
    columns = Columns()
    width = max(places.values()) + 1
    ref_at = places[ID]
    getters = []
    for group, keys in GROUPS.items():
        known: dict[tuple[str, ...], int] = {}
        get = itemgetter(*(places.get(key, width) for key in keys))
        getters.append((get, known, columns.places[group], columns.firsts[group]))
    points = itemgetter(*(places.get(key, width) for key in POINTING))
    nowhere = ("",) * len(POINTING)
    refs: list[str] = []
    is_ref = _REFS.fullmatch
    number = header_number
    for number, row in enumerate(rows, header_number + 1):
        if len(row) != width:
            if len(row) > widest:
                raise Unreadable(name, (_too_wide(number, len(row), widest),))
            if any(cell.strip() for cell in (row if len(row) != header_cells else row[width:])):
                raise Unreadable(name, (_not_whole(number, len(row), width),))
            row = row[:width] + [""] * (width - len(row))
        row.append("")  # what a column that is not there reads as
        ref = row[ref_at]
        if not is_ref(ref) or points(row) != nowhere:
            if any(cell.strip() for cell in row):
                columns.others.append((number, row[:width]))
            continue
        for get, known, found, firsts in getters:
            cells = get(row)
            place = known.get(cells)
            if place is None:
                place = known[cells] = len(known)
                firsts.append(number)
            found.append(place)
        columns.numbers.append(number)
        refs.append(ref)
        if len(refs) == FLUSHED:
            columns.refs += "".join(refs)
            refs.clear()
        if number > most_rows:
            raise Unreadable(name, (Problem(f"has more than {most_rows:,} rows", "split the file"),))
    columns.refs += "".join(refs)
    columns.last = number
    for group, (_, known, _, _) in zip(GROUPS, getters, strict=True):
        columns.entries[group] = list(known)
    return columns


def to_bytes(columns: Columns, told: dict[str, Any], packed: bytes) -> bytes:
    """One message: what is short as JSON, then the columns, then the packed text."""
    arrays = [columns.numbers, *columns.firsts.values(), *columns.places.values()]
    head = json.dumps({
        **told, "entries": columns.entries, "others": columns.others, "counts": [len(each) for each in arrays],
        "refs": len(columns.refs), "last": columns.last,
    }).encode("ascii")  # fmt: skip
    parts = [MARK, len(head).to_bytes(8, "big"), head, *(each.tobytes() for each in arrays), columns.refs.encode()]
    return b"".join([*parts, packed])


def from_bytes(message: bytes) -> tuple[Columns, dict[str, Any], bytes]:
    view = memoryview(message)[len(MARK) :]
    size = int.from_bytes(view[:8], "big")
    told = json.loads(bytes(view[8 : 8 + size]))
    at = 8 + size
    columns = Columns()
    columns.entries = {name: [tuple(each) for each in entries] for name, entries in told.pop("entries").items()}
    columns.others = [(number, row) for number, row in told.pop("others")]
    columns.last = told.pop("last")
    arrays = [columns.numbers, *columns.firsts.values(), *columns.places.values()]
    for each, count in zip(arrays, told.pop("counts"), strict=True):
        end = at + count * each.itemsize
        each.frombytes(view[at:end])
        at = end
    end = at + told.pop("refs")
    columns.refs = bytes(view[at:end]).decode("ascii")
    return columns, told, bytes(view[end:])


def _not_whole(number: int, many: int, width: int) -> Problem:
    message = f"row {number}: has {many} cell{'s' * (many != 1)}, and the header has {width}"
    return Problem(message, "put the row’s cells back under their headers, or export the table again", number, many)


def _too_wide(row: int, columns: int, widest: int) -> Problem:
    message = f"row {row} has {columns:,} columns, more than {widest:,}"
    return Problem(message, "take the columns away that hold nothing, or leave the file out", row, widest + 1)
