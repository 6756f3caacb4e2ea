"""Tidy tables of hundreds of thousands of rows: read as a stream, held packed, never in memory as a whole.

A CSV above ``LONG`` bytes that has the tidy table's header is held so; every other table is held as text, and
refused when it is larger than a published one can be.
"""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from inspections.catalogue import Catalogue
from inspections.packing import CHUNK, Packing, lines_of, unpacking
from inspections.reading.columns import Columns, take_apart
from inspections.reading.entries import Desk
from inspections.reading.facts import Held, Problem, Reading, Sidecar, Unreadable
from inspections.reading.headers import LOOKED_AT, Header, check_header, find_headers
from inspections.reading.plain_facts import PlainFacts
from inspections.reading.sheets import CSV, LIMITS, Sheet
from inspections.reading.tables import TableReader, chosen_readers, table_readers

LONG = 16 << 20  # bytes: a shorter table is read as any other
LONGEST = 1 << 30  # bytes; what a million rows of every column need
BEGINNING = 1_000_000  # characters that are looked at to tell what a long table is
HALVED = 48 << 20  # bytes: a table as long is worth a second process
AHEAD = 4  # pieces read before the first of them is packed
MOST_ROWS = 2_000_000
REMEDY = "save the file again as CSV in UTF-8"


AskRest = Callable[[Path, int], Columns]  # the rows of a file from a byte on, as ``take_rest`` gives them


@dataclass(frozen=True)
class Top:
    """The first rows of a table, with its header."""

    sheet: Sheet
    header: Header


class _Passing(io.RawIOBase):
    """The bytes of a file as they are read, each packed as it passes, by a thread: packing needs no Python."""

    def __init__(self, file: IO[bytes], packing: Packing, most: int, packer: ThreadPoolExecutor) -> None:
        self.file, self.packing, self.left, self.packer = file, packing, most, packer
        self.due: deque[Future[None]] = deque()

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        data = self.file.read(min(len(into), self.left))
        self.left -= len(data)
        self.due.append(self.packer.submit(self.packing.add, data))
        if len(self.due) > AHEAD:
            self.due.popleft().result()
        into[: len(data)] = data
        return len(data)


def is_long(path: Path) -> bool:
    """Is this a tidy table too long to be held as text? What it is, its first rows tell."""
    try:
        if path.suffix.lower() != ".csv" or not path.is_file() or path.stat().st_size <= LONG:
            return False
        with path.open(encoding="utf-8-sig", newline="") as file:
            beginning = io.StringIO(file.read(BEGINNING), newline="")  # a line may have no end
        top = list(islice(_rows(path.name, beginning), LOOKED_AT))
    except (OSError, UnicodeDecodeError, Unreadable):
        return False
    chosen = chosen_readers((Sheet("", tuple(map(tuple, top))),))
    return chosen == [_layout()]


def take_long(path: Path, sidecar: Sidecar, ask_rest: AskRest | None = None) -> tuple[Held, Columns]:
    """The file in one pass: packed, hashed and taken apart. Raises ``Unreadable``.

    The second half of a very long one may be asked of another; whatever is not well in either half is read as a whole,
    and told of its row.
    """
    size = path.stat().st_size
    if size > LONGEST:
        message = f"is {size:,} bytes long"
        raise Unreadable(path.name, (Problem(message, f"split it: such a table may have {LONGEST:,} bytes"),))
    if ask_rest and size >= HALVED:
        with suppress(Unreadable, UnicodeDecodeError, OSError):
            return _take(path, sidecar, ask_rest)
    try:
        return _take(path, sidecar, None)
    except UnicodeDecodeError:
        raise Unreadable(path.name, (_no_utf8(path),)) from None


def take_rest(path: Path, begin: int) -> Columns:
    """The rows from a byte on, which is the first of a line; they count from 1. Raises ``Unreadable``."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        top = _top(path.name, list(islice(_rows(path.name, file), LOOKED_AT)))
    with path.open("rb") as held:
        held.seek(begin)
        with io.TextIOWrapper(held, encoding="utf-8", newline="") as lines:
            return _apart(path.name, _rows(path.name, lines), 0, top)


def _middle_of(path: Path) -> int:
    """The first byte of a line near the middle.

    Whether a row begins there is seen by whoever reads the rows before: they end there, or inside quotation marks.
    """
    with path.open("rb") as file:
        file.seek(path.stat().st_size // 2)
        file.readline()
        return file.tell()


def _take(path: Path, sidecar: Sidecar, ask_rest: AskRest | None) -> tuple[Held, Columns]:
    packing = Packing()
    with (
        path.open("rb") as file,
        ThreadPoolExecutor(max_workers=1) as packer,
        ThreadPoolExecutor(max_workers=1) as other,
    ):
        middle = _middle_of(path) if ask_rest else LONGEST + 1
        rest = other.submit(ask_rest, path, middle) if ask_rest else None
        passed = _Passing(file, packing, middle, packer)
        passing = io.BufferedReader(passed, CHUNK)
        lines = io.TextIOWrapper(passing, encoding="utf-8-sig", newline="")
        columns = _columns_of(path.name, lines)
        passed.left = LONGEST + 1
        while passing.read(CHUNK):  # what a reader of rows leaves unread
            continue
        for each in passed.due:
            each.result()
        if rest:
            columns.add(rest.result())
            _refuse_many(path.name, columns.last)
    packed, sha256 = packing.done()
    return Held(path.name, CSV, sha256, "", sidecar, packed=packed), columns


def read_long(held: Held, catalogue: Catalogue, columns: Columns | None = None) -> Reading:
    """What a packed table says; ``columns`` where it has been taken apart already."""
    if columns is None:
        with unpacking(), lines_of(held.packed) as lines:
            columns = _columns_of(held.name, lines)
    with unpacking(), lines_of(held.packed) as lines:
        top = _top(held.name, list(islice(_rows(held.name, lines), LOOKED_AT)))
    layout = _layout()
    desk = Desk(held, (top.sheet,), catalogue, layout.name, layout.kind, retold=True)

    @contextmanager
    def rows() -> Iterator[Iterator[list[str]]]:
        with unpacking(), lines_of(held.packed) as lines:
            yield _rows(held.name, lines)

    assert layout.row_by_row is not None
    return PlainFacts(desk, top.header, columns, layout.row_by_row, rows).reading()


def _layout() -> TableReader:
    """The one layout whose tables may be long."""
    (layout,) = (reader for reader in table_readers() if reader.row_by_row)
    return layout


def _columns_of(name: str, lines: IO[str]) -> Columns:
    reader = _rows(name, lines)
    first = list(islice(reader, LOOKED_AT))
    top = _top(name, first)
    rows: Iterable[list[str]] = chain(first[top.header.number :], reader)
    return _apart(name, rows, top.header.number, top)


def _apart(name: str, rows: Iterable[list[str]], above: int, top: Top) -> Columns:
    """The rows of which ``above`` stand above the first."""
    header_cells = len(top.sheet.rows[top.header.number - 1])
    return take_apart(name, rows, above, top.header.places, header_cells, MOST_ROWS, LIMITS.columns)


def _top(name: str, rows: list[list[str]]) -> Top:
    if rows and rows[0]:
        rows[0][0] = rows[0][0].removeprefix("\ufeff")
    sheet = Sheet("", tuple(map(tuple, rows)))
    found = find_headers(_layout().layouts[0], (sheet,))
    problems = (
        tuple(check_header(found[0])) if found else (Problem("has no header of a tidy table", "export it again"),)
    )
    if problems:
        raise Unreadable(name, problems)
    return Top(sheet, found[0])


def _rows(name: str, lines: Iterable[str]) -> Iterator[list[str]]:
    """The rows of CSV. A line without a quotation mark is a row, parted by its commas: most are, and that is quick."""
    held, number, longest = iter(lines), 0, csv.field_size_limit()
    for line in held:
        number += 1
        if '"' not in line and len(line) <= longest:
            whole = line.rstrip("\r\n")
            yield whole.split(",") if whole else []
            continue
        reader = csv.reader(chain((line,), held), strict=True)
        try:
            yield next(reader)
        except csv.Error as error:
            remedy = "mend the quotation marks around this cell, or save the table again as CSV"
            at = number + reader.line_num - 1
            raise Unreadable(name, (Problem(f"is not CSV here: {error}", remedy, at, 1),)) from None
        number += reader.line_num - 1


def _refuse_many(name: str, last: int) -> None:
    if last > MOST_ROWS:
        raise Unreadable(name, (Problem(f"has more than {MOST_ROWS:,} rows", "split the file"),))


def _no_utf8(path: Path) -> Problem:
    """Where a file stops being text."""
    number = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError as error:
                shown = line[max(0, error.start - 20) : error.start + 10].decode("latin-1")
                return Problem(
                    "is not UTF-8 here", "save the file again as CSV in UTF-8", number, error.start + 1, shown
                )
    return Problem("is not UTF-8", "save the file again as CSV in UTF-8", number, 1)
