"""Where a table begins: its header among title lines, its columns by name whatever their order.

A layout names the columns it reads, each with every name it has had. What is renamed to a name that is known,
moved or added is taken as it is; a column that is missing is a problem that names it and what stands instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property, lru_cache

from inspections.reading.cell_values import Says
from inspections.reading.facts import Cells, Problem, Words
from inspections.reading.sheets import Sheet
from inspections.wording import join_in_words

LOWEST = 12  # the last row a header is published on is 5
SHOWN = 5  # headers named in one problem
LOOKED_AT = 60  # rows of a sheet, to say where a header stands that stands too low
ENOUGH = 0.6  # of a layout's columns: then it is this table, and what is missing is missing
_NOTE = re.compile(r"\[note [0-9]+\]|\(opens? in (?:a )?new window\)", re.IGNORECASE)
_MARKS = re.compile(r"[^a-z0-9%&]+")


@lru_cache(maxsize=65536)
def folded(header: str) -> str:
    """A header for comparison: "Inspection.outcome", " Inspection\\noutcome [note 1]" -> "inspection outcome"."""
    return _MARKS.sub(" ", _NOTE.sub("", header).lower()).strip()


@dataclass(frozen=True)
class Column:
    """A column by the key it is read under, with the names it has had, newest first."""

    key: str
    names: tuple[str, ...]
    needed: bool = True
    later: bool = False  # facts are made of it, and older files were published without it
    since: tuple[str, date] | None = None  # where a row has this day or a later one in that column, the column is there
    told_by: str = ""  # a regular expression: where a header of the file matches it, the column is there
    says: Says | None = None  # what its cells can say; None: grades, days, names and free words are looked at elsewhere

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(map(folded, self.names))


def column(key: str, *names: str, says: Says | None = None) -> Column:
    return Column(key, names, says=says)


def optional(key: str, *names: str) -> Column:
    """A column that some files have and others do not, and that no grade and no day is taken from."""
    return Column(key, names, needed=False)


def later(key: str, *names: str, since: tuple[str, date] | None = None, told_by: str = "") -> Column:
    """A column of facts that older files were published without, and what tells that a file is not so old.

    It may be missing only where nothing tells so, and where every header of the file is known: one that is not may be
    its new name.
    """
    return Column(key, names, False, True, since, told_by)


@dataclass(frozen=True)
class Layout:
    """One table as it is published: the sheet it stands on, by a word of its name, and its columns."""

    name: str  # in words: "children’s services outcomes"
    columns: tuple[Column, ...]
    sheet: str = ""  # a regular expression that the folded name of the sheet matches; "": any sheet
    elsewhere: bool = False  # a workbook may be without this sheet
    ignored: tuple[str, ...] = ()  # headers of published files that nothing is taken from

    @property
    def needed(self) -> tuple[Column, ...]:
        return tuple(each for each in self.columns if each.needed)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every header that a published file has had, folded."""
        return frozenset(map(folded, self.ignored)).union(*(each.known for each in self.columns))


@dataclass(frozen=True)
class Header:
    """A header found: the row it stands on, and the place of each column of the layout that is there."""

    layout: Layout
    sheet: Sheet
    number: int
    places: dict[str, int]
    share: float
    repeats: frozenset[int] = frozenset()  # rows that are others cell for cell

    @property
    def where(self) -> str:
        return f"sheet “{self.sheet.name}”, row {self.number}" if self.sheet.name else f"row {self.number}"

    @cached_property
    def names(self) -> dict[str, str]:
        """Each column as printed, on one line."""
        row = self.sheet.rows[self.number - 1]
        return {key: " ".join(row[place].split()) for key, place in self.places.items()}

    def printed(self, key: str) -> str:
        return self.names[key]


@dataclass(frozen=True)
class Row:
    """One row under a header. A column that the table does not have reads as blank."""

    header: Header
    number: int
    cells: tuple[str, ...]

    def __getitem__(self, key: str) -> str:
        place = self.header.places.get(key)
        return self.cells[place].strip() if place is not None and place < len(self.cells) else ""

    def has(self, key: str) -> bool:
        return key in self.header.places

    def words(self, *keys: str) -> Words:
        """These cells as evidence."""
        names = self.header.names
        cells = tuple([(names[key], self[key]) for key in keys if key in names])
        return Words(cells=Cells(self.header.sheet.name, self.number, cells))

    @property
    def where(self) -> str:
        name = self.header.sheet.name
        return f"sheet “{name}”, row {self.number}" if name else f"row {self.number}"


def find_headers(layout: Layout, sheets: Sequence[Sheet]) -> list[Header]:
    """The header of each sheet that has this layout, enough of it to tell."""
    return [header for sheet in sheets if may_stand_on(layout, sheet) and (header := best_header(layout, sheet))]


def may_stand_on(layout: Layout, sheet: Sheet) -> bool:
    """Has the sheet a name under which the layout is published?"""
    return not (layout.sheet and sheet.name) or re.search(layout.sheet, folded(sheet.name)) is not None


def best_header(layout: Layout, sheet: Sheet) -> Header | None:
    """The row of a sheet that has enough of the layout's columns, whatever the sheet is called."""
    best = max(_headers(layout, sheet), key=lambda header: header.share, default=None)
    return best if best is not None and best.share >= ENOUGH else None


def share_of(layouts: Sequence[Layout], sheets: Sequence[Sheet]) -> float:
    """How much of the best-fitting of these layouts a file has."""
    return max((header.share for layout in layouts for header in find_headers(layout, sheets)), default=0.0)


def _headers(layout: Layout, sheet: Sheet) -> Iterator[Header]:
    for number, row in enumerate(sheet.rows[:LOOKED_AT], 1):
        header = read_header(layout, sheet, number, row)
        if header is not None:
            yield header


def read_header(layout: Layout, sheet: Sheet, number: int, row: Sequence[str]) -> Header | None:
    """The columns of the layout that this row names; None where it names none."""
    names = [folded(cell) for cell in row]
    if sum(map(bool, names)) < 2:
        return None
    places: dict[str, int] = {}
    for each in layout.columns:
        place = next((at for at, name in enumerate(names) if name and name in each.known), None)
        if place is not None:
            places[each.key] = place
    needed = layout.needed
    share = sum(each.key in places for each in needed) / len(needed)
    return Header(layout, sheet, number, places, share) if places else None


def check_names(header: Header) -> Iterator[Problem]:
    """The columns that a header lacks and those it has twice, each with the row, the column's name and what to do."""
    row = header.sheet.rows[header.number - 1]
    place = f"sheet “{header.sheet.name}”: " if header.sheet.name else ""
    taken = set(header.places.values())
    left = {folded(cell): " ".join(cell.split()) for at, cell in enumerate(row) if at not in taken and cell.strip()}
    unknown = [printed for name, printed in left.items() if name not in header.layout.known]
    for each in header.layout.columns:
        if each.key in header.places or not (each.needed or _is_due(each, row, unknown)):
            continue
        near = _nearest(folded(each.names[0]), left)
        instead = f"; if “{left[near]}” is its new name, the layout has to learn it" if near else ""
        beside = "" if each.needed or not unknown else f", and does not know {_listed(unknown)}"
        yield Problem(
            f"{place}the header in row {header.number} has no column “{each.names[0]}”{beside}",
            f"fetch the table again from its publisher{instead}",
            header.number,
            1,
            left[near] if near else "",
        )
    names = [folded(cell) for cell in row]
    for each in header.layout.columns:
        at = header.places.get(each.key, -1)
        other = next((other for other, name in enumerate(names) if other != at and at >= 0 and name in each.known), -1)
        if other >= 0:
            printed = header.printed(each.key)
            message = f"{place}two columns are called “{printed}”"
            if names[other] != names[at]:
                message = f"{place}the columns “{printed}” and “{' '.join(row[other].split())}” are one under two names"
            yield Problem(message, "take one of them away", header.number, other + 1)


def _is_due(missing: Column, row: Sequence[str], unknown: Sequence[str]) -> bool:
    """May a column of facts be missing by mistake, as the other headers tell?"""
    if not missing.later:
        return False
    return bool(unknown or (missing.told_by and any(re.search(missing.told_by, folded(cell)) for cell in row)))


def _listed(printed: Sequence[str]) -> str:
    shown = join_in_words([f"“{each}”" for each in printed[:SHOWN]])
    return shown if len(printed) <= SHOWN else f"{shown} and {len(printed) - SHOWN} more"


def check_header(header: Header) -> Iterator[Problem]:
    """What is wrong with a header: its columns, and where it stands."""
    yield from check_names(header)
    place = f"sheet “{header.sheet.name}”: " if header.sheet.name else ""
    if header.number > LOWEST:
        yield Problem(
            f"{place}the header stands in row {header.number}, and no table is published with it below row {LOWEST}",
            "fetch the table again, or put its header back above its rows",
            header.number,
            1,
        )
    width = len(header.places)
    for number, above in enumerate(header.sheet.rows[: min(header.number - 1, LOWEST)], 1):
        if sum(bool(cell.strip()) for cell in above) > max(3, width // 2):
            yield Problem(
                f"{place}the header stands in row {header.number}, below a row of the table",
                "put the header back above the rows of its table",
                number,
                1,
                "; ".join(cell for cell in above if cell.strip())[:60],
            )
            return


def _nearest(name: str, others: Collection[str]) -> str:
    """The header most like a missing one: that has all its words, else that is written much like it; "" for none."""
    words = set(name.split())
    having = sorted((other for other in others if words <= set(other.split())), key=len)
    return next(iter(having or get_close_matches(name, others, 1, 0.5)), "")


def strange_cells(header: Header) -> Iterator[tuple[Row, str, str]]:
    """The cells that say what their column cannot say: row, key of the column, and what they are not."""
    rows = list(rows_under(header))
    for each in header.layout.columns:
        if each.says is None or each.key not in header.places:
            continue
        strange = {cell for cell in {row[each.key] for row in rows} if not each.says.holds(cell)}
        if strange:
            yield from ((row, each.key, each.says.words) for row in rows if row[each.key] in strange)


def rows_under(header: Header, until: int | None = None) -> Iterator[Row]:
    """The rows of a table, blank ones left out, and those that are others cell for cell."""
    for number, cells in enumerate(header.sheet.rows[header.number : until], header.number + 1):
        if number not in header.repeats and any(cell.strip() for cell in cells):
            yield Row(header, number, cells)
