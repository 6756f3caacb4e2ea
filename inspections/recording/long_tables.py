"""Some rows of a long tidy table, read without reading all of it: one pass over its lines, those wanted parsed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from django.db import connections

from inspections import models
from inspections.catalogue import Catalogue
from inspections.packing import bytes_of
from inspections.reading.facts import Held, Reading, Sidecar, Unreadable
from inspections.reading.serialise import read
from inspections.reading.tables import TableReader, table_readers
from inspections.recording.standing import Standing, Unsure

CHUNK = 1 << 20


def read_rows_of(standing: Standing, file: str, numbers: Iterable[int]) -> Reading:
    """What these rows of a table say, as if it had no others. Raises ``Unsure``."""
    held = standing.sources[file]
    layout = next((each for each in table_readers() if each.name == held.reader), None)
    if layout is None or layout.read_some is None:
        return standing.reading(file)
    wanted = {1, *numbers}
    rows = dict(_rows(_lines(standing.database, held.pk), wanted))
    row = models.Source.objects.using(standing.database).only("sha256", "sidecar").get(pk=held.pk)
    whole = Held(held.file, held.media_type, row.sha256, "", read(Sidecar, row.sidecar))
    reading = _read(layout, whole, rows, standing.catalogue)
    if any(not fact.ref for fact in reading.inspections):
        raise Unsure(f"{file} has rows without an id")
    return reading


def _read(layout: TableReader, held: Held, rows: dict[int, tuple[str, ...]], catalogue: Catalogue) -> Reading:
    try:
        assert layout.read_some is not None
        return layout.read_some(held, rows, catalogue)
    except (Unreadable, KeyError) as error:
        raise Unsure(f"{held.name} cannot be read row by row ({error})") from error


def _rows(lines: Iterable[bytes], wanted: set[int]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows with these numbers. A row ends with its line, unless a quotation mark is open there."""
    last, number, is_open = max(wanted), 1, False
    held: list[bytes] = []
    for line in lines:
        if line.count(b'"') & 1:
            is_open = not is_open
        if number in wanted:
            held.append(line)
        if is_open:
            continue
        if held:
            text = b"".join(held).decode().removeprefix("\ufeff")
            yield number, tuple(next(csv.reader([text]), ()))
            held = []
        if number == last:
            return
        number += 1


def _lines(database: str, source: int) -> Iterator[bytes]:
    """The lines of a held text, each with its end; of a file, no more than a piece is in memory."""
    rest = b""
    for piece in _pieces(database, source):
        lines = (rest + piece).split(b"\n")
        rest = lines.pop()
        yield from (line + b"\n" for line in lines)
    if rest:
        yield rest


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
