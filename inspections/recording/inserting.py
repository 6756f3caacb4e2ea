"""Rows into tables as fast as each database takes them: values in the order of the columns, nothing checked twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from itertools import islice
from operator import itemgetter
from pathlib import Path
from sqlite3 import Cursor
from typing import Any

from django.db import connections
from django.db.models import BooleanField, DateField, DateTimeField, JSONField, Model

from inspections import models
from inspections.recording.rows import BATCH, Record, column_names, hash_rows, values_in

QUICKLY = (
    "journal_mode = OFF", "synchronous = OFF", "cache_size = -32768", "foreign_keys = OFF",
    "ignore_check_constraints = ON",
)  # fmt: skip
PIECE = 1 << 20  # bytes of a long text that are read at a time
STAGE = "stage"  # the name of what is put down only for the import
# indexes of columns that are nearly always empty: to keep them costs nothing, to make them at the end a whole pass
OF_FEW = frozenset(
    index.name
    for table in (models.Inspection, models.Evidence, models.Entry)
    for index in table._meta.indexes
    if index.condition and index.name != "evidence_rows"
)
# indexes whose entries come in their order: to keep them costs less than to read the longest rows again for each
IN_ORDER = tuple(f"{models.Evidence._meta.db_table}_{name}_id_" for name in ("source", "inspection", "judgement"))
Values = tuple[Any, ...]
Write = Callable[[Any], Any]


def insert(table: type[Model], rows: Iterable[Any], alias: str) -> bytes:
    """Rows with the columns of a table; a row may point at a later one of its own table."""
    return insert_values(table, map(values_in(table), rows), alias)


def write_quickly(alias: str, beside: Path | None = None) -> None:
    """Into a new SQLite file that nobody reads yet: what waits for the disk, or for each key, is done once at the end.

    Another, in memory or ``beside``, takes what is put down only for the import.
    Who puts the file in place sees to it that it is on the disk, and that every key leads somewhere and every column
    holds what it may.
    """
    with connections[alias].cursor() as cursor:
        cursor.execute(f"ATTACH DATABASE %s AS {STAGE}", [str(beside or ":memory:")])
        for pragma in QUICKLY:
            for name in ("main", STAGE):
                cursor.execute(f"PRAGMA {name}.{pragma}")
        cursor.execute(f"PRAGMA {STAGE}.cache_size = -8192")  # it is read from its beginning to its end


def insert_table(table: type[Model], record: Record, alias: str) -> bytes:
    """The rows that a record has in a table, and their hash on SQLite: there plain inspections are written apart."""
    if connections[alias].vendor != "sqlite":
        return insert_values(table, record.values(table), alias)
    rows = map(values_in(table), record.rows[table])
    return insert_values(table, sorted(rows, key=itemgetter(0)), alias)  # by key, as they are read


def _execute_many(alias: str, sql: str, rows: Iterable[Values]) -> bytes:
    """One statement for many rows by the library itself: Django would keep them all. The hash of what was written."""
    held, sha = iter(rows), hashlib.sha256()
    with connections[alias].cursor() as cursor:
        while batch := list(islice(held, BATCH)):
            hash_rows(sha, batch)
            Cursor.executemany(cursor.cursor, sql, batch)
    return sha.digest()


def prove_written(hashes: Mapping[type[Model], bytes], alias: str, apart: Mapping[type[Model], str]) -> Iterator[str]:
    """Do the rows stand as they were handed to SQLite? ``apart``: which they are, where others were written apart."""
    for table, written in hashes.items():
        sha = hashlib.sha256()
        long = table is models.LongText
        hash_rows(sha, _read_texts(alias) if long else read_raw(table, alias, apart.get(table, "")))
        if sha.digest() != written:
            yield f"the rows of {table.__name__} are not those that were written"


def _read_texts(alias: str) -> Iterator[Values]:
    """The packed texts by their hashes, as ``hash_rows`` has them: none stands in memory as a whole."""
    table = models.LongText._meta.db_table
    with connections[alias].cursor() as cursor:
        cursor.execute(f'SELECT rowid, source_id FROM "{table}" ORDER BY source_id')  # noqa: S608 (our own)
        found = cursor.fetchall()
    for row, source in found:
        sha = hashlib.sha256()
        with connections[alias].connection.blobopen(table, "packed", row, readonly=True) as packed:
            while piece := packed.read(PIECE):
                sha.update(piece)
        yield source, sha.hexdigest()


def read_raw(table: type[Model], alias: str, only: str = "", order: str = "") -> Iterator[Values]:
    """The values of rows as SQLite has them, in the order of their keys."""
    assert table._meta.pk is not None
    order = order or f'"{table._meta.pk.column}"'
    columns = ", ".join(  # a day as text: the library makes dates of columns, not of what is worked out
        f'CAST("{each.column}" AS text)' if isinstance(each, DateField) else f'"{each.column}"'
        for each in table._meta.concrete_fields
    )
    with connections[alias].cursor() as cursor:
        where = f"WHERE {only}" if only else ""
        cursor.execute(f'SELECT {columns} FROM "{table._meta.db_table}" {where} ORDER BY {order}')  # noqa: S608
        while rows := cursor.fetchmany(BATCH):
            yield from rows


@contextmanager
def indexes_later(alias: str) -> Iterator[None]:
    """No index of many rows of an SQLite file is kept while its tables are filled: each is made at the end, in one
    sorted pass.

    On PostgreSQL the tables may be those that visitors read meanwhile: their publisher sees to them.
    """
    if connections[alias].vendor != "sqlite":
        yield
        return
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
            "AND tbl_name LIKE 'inspections%%' ORDER BY rowid"
        )
        indexes = [
            (name, made) for name, made in cursor.fetchall() if name not in OF_FEW and not name.startswith(IN_ORDER)
        ]
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        yield
        for _, made in indexes:
            cursor.execute(made)


def insert_values(
    table: type[Model], rows: Iterable[Values], alias: str, more: Mapping[str, Sequence[Any]] | None = None
) -> bytes:
    """The values of rows, every column in its order; on SQLite their hash as they were written.

    On PostgreSQL with the values of ``more`` columns, which only that database has.
    """
    held = iter(rows)
    first = list(islice(held, BATCH))
    vendor = connections[alias].vendor
    written = (row for batch in _batches(first, held) for row in _written(batch, table, vendor))
    if vendor == "sqlite":
        return _execute_many(alias, _insertion(table), written)
    if not first:
        return b""
    if more:
        written = (row + others for row, others in zip(written, zip(*more.values(), strict=True), strict=True))
    copy_in(table, written, alias, tuple(more or ()))
    return b""


def copy_in(table: type[Model], rows: Iterable[Values], alias: str, more: Sequence[str] = ()) -> None:
    """Rows into a table of a PostgreSQL server, as it reads their values; then those of ``more`` columns."""
    columns = ", ".join([_columns(table), *(f'"{name}"' for name in more)])
    copying = f'COPY "{table._meta.db_table}" ({columns}) FROM STDIN'
    with connections[alias].cursor() as cursor, cursor.copy(copying) as copy:
        for row in rows:
            copy.write_row(row)


def _columns(table: type[Model]) -> str:
    return ", ".join(f'"{column.column}"' for column in table._meta.concrete_fields)


def _insertion(table: type[Model]) -> str:
    places = ", ".join(["?"] * len(column_names(table)))  # for the library itself
    return f'INSERT INTO "{table._meta.db_table}" ({_columns(table)}) VALUES ({places})'  # noqa: S608 (our own names)


def _batches(first: list[Values], rest: Iterator[Values]) -> Iterator[list[Values]]:
    batch = first
    while batch:
        yield batch
        batch = list(islice(rest, BATCH))


def _written(rows: Sequence[Values], table: type[Model], vendor: str) -> Iterable[Values]:
    """The values as the database's own library takes them, column by column."""
    special = _special(table, vendor)
    if not special:
        return rows
    columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
    for place, write in special:
        columns[place] = map(write, columns[place])
    return zip(*columns, strict=True)


@cache
def _special(table: type[Model], vendor: str) -> tuple[tuple[int, Write], ...]:
    found: list[tuple[int, Write]] = []
    for place, column in enumerate(table._meta.concrete_fields):
        if isinstance(column, JSONField):
            found.append((place, write_json))
        elif isinstance(column, BooleanField) and vendor == "sqlite":
            found.append((place, bool))  # as its library gives them back
        elif isinstance(column, DateTimeField):
            raise TypeError(f"{table.__name__}.{column.name} is written through its model")
        elif isinstance(column, DateField) and vendor == "sqlite":
            found.append((place, _write_day))
    return tuple(found)


def write_json(value: Any) -> str:
    """JSON as both databases are given it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write_day(day: date | None) -> str | None:
    return day.isoformat() if day else None
