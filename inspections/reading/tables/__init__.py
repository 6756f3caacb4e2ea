"""One file for each published table layout. A layout finds its neighbours by itself: adding a file adds a layout.

A layout module defines ``KIND`` (the kind of document in words), ``LAYOUTS`` (the tables of the file, by which it
is recognised: never by its name) and ``read(held, sheets, catalogue)``, and does no work when imported. A layout whose
rows speak for themselves has ``read_some`` too, and one that may have a million of them ``ROW_BY_ROW``; one whose file
has other sheets says in ``APART`` what stands there.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from inspections.reading.facts import Held, Problem, Reading, Unreadable
from inspections.reading.headers import ENOUGH, Layout, find_headers, share_of
from inspections.reading.readers import BrokenReader
from inspections.reading.sheets import Sheet, sheets_of
from inspections.reading.unread_sheets import Apart, find_misnamed, name_unread

if TYPE_CHECKING:
    from inspections.catalogue import Catalogue
    from inspections.reading.entries import Desk
    from inspections.reading.headers import Header, Row

NEARLY = 0.15  # a layout with so much less of its columns than another is not the table's


@contextmanager
def without_collecting() -> Iterator[None]:
    """No garbage looked for meanwhile: a table's facts are many, form no cycles, and all stay (three times as fast)."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@dataclass(frozen=True)
class RowByRow:
    """How a table is read whose inspections stand in rows of their own, however many: what ``plain_facts`` needs."""

    check: Callable[[Desk, Header], None]  # the columns
    group: Callable[[Iterable[Row]], dict[str, list[Row]]]  # rows by inspection
    add: Callable[[Desk, Sequence[Row], str, Container[str]], None]  # one inspection, by its rows


@dataclass(frozen=True)
class TableReader:
    name: str
    kind: str
    layouts: tuple[Layout, ...]
    read: Callable[[Held, Sequence[Sheet], Catalogue], Reading]
    # some rows, by their numbers, as if there were no others; None: a row says nothing without the whole table
    read_some: Callable[[Held, Mapping[int, tuple[str, ...]], Catalogue], Reading] | None = None
    apart: Apart = ()  # sheets that are known and hold no inspection
    row_by_row: RowByRow | None = None  # None: it is never long


@cache
def table_readers() -> tuple[TableReader, ...]:
    """Every layout in this folder, in order of name."""
    found = []
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        module = _import(info.name)
        some, apart = getattr(module, "read_some", None), getattr(module, "APART", ())
        by_row = getattr(module, "ROW_BY_ROW", None)
        found.append(TableReader(info.name, module.KIND, module.LAYOUTS, module.read, some, apart, by_row))
    return tuple(found)


def chosen_readers(sheets: Sequence[Sheet]) -> list[TableReader]:
    """The layouts that these sheets may have: one, where all is well."""
    shares = [(reader, share_of(reader.layouts, sheets)) for reader in table_readers()]
    best = max((share for _, share in shares), default=0.0)
    return [reader for reader, share in shares if share >= max(ENOUGH, best - NEARLY)]


def read_table(held: Held, catalogue: Catalogue) -> Reading:
    """What one held table says, by the one layout it has. Raises ``Unreadable``."""
    sheets = sheets_of(held)
    chosen = chosen_readers(sheets)
    every = [layout for reader in table_readers() for layout in reader.layouts]
    if len(chosen) == 1:
        known = {header.sheet.name for each in chosen[0].layouts for header in find_headers(each, sheets)}
        if misnamed := tuple(find_misnamed(every, sheets, known)):
            raise Unreadable(held.name, misnamed)
        with without_collecting():
            reading = chosen[0].read(held, sheets, catalogue)
            unread = tuple(name_unread(reading, sheets, chosen[0].apart))
        return replace(reading, warnings=(*reading.warnings, *unread)) if unread else reading
    if not chosen:
        if misnamed := tuple(find_misnamed(every, sheets, ())):
            raise Unreadable(held.name, misnamed)
        rows = (row for sheet in sheets for row in sheet.rows if sum(map(bool, row)) > 1)
        shown = " | ".join(filter(None, next(rows, ())))[:80]
        remedy = "a layout is one new file in inspections/reading/tables/; see “Adding things” in README.md"
        problem = Problem("has the columns of no table layout that is known", remedy, 1, 1, shown)
        raise Unreadable(held.name, (problem,))
    names = " and ".join(reader.name for reader in chosen)
    problem = Problem(f"has the columns of {len(chosen)} table layouts: {names}", "exactly one must fit", 1, 1)
    raise Unreadable(held.name, (problem,))


def _import(name: str) -> ModuleType:
    """One layout's module. Raises ``BrokenReader`` with the file and what is wrong with it."""
    file = f"inspections/reading/tables/{name}.py"
    try:
        module = importlib.import_module(f"{__name__}.{name}")
    except Exception as error:
        what = f"{type(error).__name__}: {error}".rstrip(".")
        raise BrokenReader(f"{file} cannot be imported: {what}. Mend the file, or take it away") from error
    parts = (("KIND", str), ("LAYOUTS", tuple))
    lacking = [each for each, kind in parts if not isinstance(getattr(module, each, None), kind)]
    lacking += [each for each in ("read",) if not callable(getattr(module, each, None))]
    if lacking:
        raise BrokenReader(
            f"{file} lacks {' and '.join(lacking)}. A layout has KIND (words), LAYOUTS (its tables) and "
            "read(held, sheets, catalogue): add what is missing, or take the file away"
        )
    return module
