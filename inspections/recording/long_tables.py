"""Some rows of a long tidy table, read without reading all of it: one pass over its bytes, those wanted parsed."""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from django.db import connections

from inspections import models
from inspections.catalogue import Catalogue
from inspections.packing import blocks_of, bytes_of, unpack
from inspections.reading.facts import Held, Reading, Sidecar, Unreadable
from inspections.reading.serialise import read
from inspections.reading.tables import TableReader, table_readers
from inspections.recording.standing import Standing, Unsure

CHUNK = 1 << 20
PIECE = 1 << 15  # bytes in which rows are counted: only where one is wanted are they taken apart


def read_rows_of(standing: Standing, file: str, numbers: Iterable[int]) -> Reading:
    """What these rows of a table say, as if it had no others. Raises ``Unsure``."""
    held = standing.sources[file]
    layout = next((each for each in table_readers() if each.name == held.reader), None)
    if layout is None or layout.read_some is None:
        return standing.reading(file)
    wanted = {1, *numbers}
    packed = standing.packed.filter(pk=held.pk).values_list("packed", flat=True).first()
    if packed is not None:
        rows = dict(_rows_of_packed(bytes(packed), wanted))
    else:
        rows = dict(_rows(_pieces(standing.database, held.pk), wanted))
    row = models.Source.objects.using(standing.database).only("sha256", "sidecar").get(pk=held.pk)
    whole = Held(held.file, held.media_type, row.sha256, "", read(Sidecar, row.sidecar))
    reading = _read(layout, whole, rows, standing.catalogue)
    if any(not fact.ref for fact in reading.inspections):
        raise Unsure(f"{file} has rows without an id")
    return reading


def read_rows_in(source: Any, packed: bytes, numbers: Iterable[int], catalogue: Catalogue) -> Reading:
    """The same of a table whose row and text are at hand. Raises ``Unsure``."""
    layout = next((each for each in table_readers() if each.name == source.reader), None)
    if layout is None:
        raise Unsure(f"{source.file} is of a layout that is read no longer")
    rows = dict(_rows_of_packed(packed, {1, *numbers}))
    whole = Held(source.file, source.media_type, source.sha256, "", read(Sidecar, source.sidecar))
    return _read(layout, whole, rows, catalogue)


def _read(layout: TableReader, held: Held, rows: dict[int, tuple[str, ...]], catalogue: Catalogue) -> Reading:
    try:
        assert layout.read_some is not None
        return layout.read_some(held, rows, catalogue)
    except (Unreadable, KeyError) as error:
        raise Unsure(f"{held.name} cannot be read row by row ({error})") from error


def _rows_of_packed(packed: bytes, wanted: set[int]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows with these numbers, from no other blocks than those where they stand."""
    blocks = blocks_of(packed)
    if not blocks:
        yield from _rows(bytes_of(packed), wanted)
        return
    ended = [block.rows for block in blocks]
    runs: list[tuple[int, int, set[int]]] = []  # the first and the last block, and the rows in them
    for number in sorted(wanted):
        first = max(bisect_left(ended, number - 1) - 1, 0)  # the row before ends in it
        last = max(bisect_left(ended, number) - 1, first)
        if runs and first <= runs[-1][1]:
            begin, end, some = runs[-1]
            runs[-1] = begin, max(end, last), some | {number}
        else:
            runs.append((first, last, {number}))
    for first, last, some in runs:
        pieces = (unpack(packed, block) for block in blocks[first : last + 1])
        mark = b'"' if blocks[first].quoted else b""  # what is left of the row that it begins in is no row: not wanted
        yield from _rows(chain((mark,), pieces) if mark else pieces, some, ended[first] + 1)


def _rows(pieces: Iterable[bytes], wanted: set[int], number: int = 1) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows with these numbers, where the first of the pieces begins a row or what is left of it.

    A row ends with its line, unless a quotation mark is open there.
    """
    waiting = deque(sorted(wanted))
    rest = b""  # of the row with the number
    small = (piece[at : at + PIECE] for piece in pieces for at in range(0, len(piece), PIECE))
    for piece in chain(small, (b"",)):
        rest += piece
        whole, rest = (rest, b"") if not piece else _cut(rest)
        ends = sum(each.count(b"\n") for each in whole.split(b'"')[::2])  # what stands between marks ends no row
        if whole and waiting and waiting[0] <= number + ends:
            for at, row in enumerate(_each_row(whole), number):
                if waiting and at == waiting[0]:
                    yield waiting.popleft(), tuple(next(csv.reader([row.decode().removeprefix("\ufeff")]), ()))
        if not waiting:
            return
        number += ends


def _cut(text: bytes) -> tuple[bytes, bytes]:
    """The whole rows of a text that begins with a row, and what is left of it."""
    is_open, end = text.count(b'"') & 1, len(text)
    while (at := text.rfind(b"\n", 0, end)) >= 0:
        is_open ^= text.count(b'"', at, end) & 1
        if not is_open:
            return text[: at + 1], text[at + 1 :]
        end = at
    return b"", text


def _each_row(text: bytes) -> Iterator[bytes]:
    """Rows, each with its end."""
    held: list[bytes] = []
    is_open = 0
    for line in _lines(text):
        held.append(line)
        is_open ^= line.count(b'"') & 1
        if not is_open:
            yield b"".join(held)
            held = []
    if held:
        yield b"".join(held)


def _lines(text: bytes) -> Iterator[bytes]:
    """Lines that end with a line feed: no other character ends one."""
    *whole, last = text.split(b"\n")
    yield from (line + b"\n" for line in whole)
    if last:
        yield last


def _pieces(database: str, source: int) -> Iterator[bytes]:
    if connections[database].vendor != "sqlite":
        yield models.Source.objects.using(database).values_list("text", flat=True).get(pk=source).encode()
        return
    table = models.Source._meta.db_table
    with connections[database].connection.blobopen(table, "text", source, readonly=True) as text:
        while piece := text.read(CHUNK):
            yield piece
