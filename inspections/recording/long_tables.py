"""Some rows of a long tidy table, read without reading all of it: one pass over its bytes, those wanted parsed."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from django.db import connections

from inspections import models
from inspections.catalogue import Catalogue
from inspections.packing import bytes_of
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
    rows = dict(_rows(bytes_of(packed), {1, *numbers}))
    whole = Held(source.file, source.media_type, source.sha256, "", read(Sidecar, source.sidecar))
    return _read(layout, whole, rows, catalogue)


def _read(layout: TableReader, held: Held, rows: dict[int, tuple[str, ...]], catalogue: Catalogue) -> Reading:
    try:
        assert layout.read_some is not None
        return layout.read_some(held, rows, catalogue)
    except (Unreadable, KeyError) as error:
        raise Unsure(f"{held.name} cannot be read row by row ({error})") from error


def _rows(pieces: Iterable[bytes], wanted: set[int]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows with these numbers. A row ends with its line, unless a quotation mark is open there."""
    waiting = deque(sorted(wanted))
    number, rest = 1, b""  # of the row that the rest begins
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
    packed = models.LongText._default_manager.using(database).filter(pk=source).values_list("packed", flat=True).first()
    if packed is not None:
        yield from bytes_of(bytes(packed))
        return
    if connections[database].vendor != "sqlite":
        yield models.Source.objects.using(database).values_list("text", flat=True).get(pk=source).encode()
        return
    table = models.Source._meta.db_table
    with connections[database].connection.blobopen(table, "text", source, readonly=True) as text:
        while piece := text.read(CHUNK):
            yield piece
