"""Rows into tables as fast as each database takes them: values in the order of the columns, nothing checked twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from itertools import chain, islice
from typing import Any

from django.db import connections
from django.db.models import DateField, DateTimeField, JSONField, Model

from inspections.recording.rows import BATCH, column_names, values_in

Values = tuple[Any, ...]
Write = Callable[[Any], Any]


def insert(table: type[Model], rows: Iterable[Any], alias: str) -> None:
    """Rows with the columns of a table; a row may point at a later one of its own table."""
    insert_values(table, map(values_in(table), rows), alias)


def write_quickly(alias: str) -> None:
    """Into a new SQLite file that nobody reads yet: what waits for the disk, or for each key, is done once at the end.

    Who puts the file in place sees to it that it is on the disk, and that every key leads somewhere.
    """
    with connections[alias].cursor() as cursor:
        for pragma in ("journal_mode = MEMORY", "synchronous = OFF", "cache_size = -65536", "foreign_keys = OFF"):
            cursor.execute(f"PRAGMA {pragma}")


@contextmanager
def indexes_later(alias: str) -> Iterator[None]:
    """No index of an SQLite file is kept while its tables are filled: each is made at the end, in one sorted pass.

    On PostgreSQL the tables are those that visitors read meanwhile: theirs stay.
    """
    if connections[alias].vendor != "sqlite":
        yield
        return
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid")
        indexes = cursor.fetchall()
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        yield
        for _, made in indexes:
            cursor.execute(made)


def insert_values(table: type[Model], rows: Iterable[Values], alias: str) -> None:
    """The values of rows, every column in its order."""
    held = iter(rows)
    first = list(islice(held, BATCH))
    if not first:
        return
    vendor = connections[alias].vendor
    written = (_written(batch, table, vendor) for batch in _batches(first, held))
    columns = ", ".join(f'"{column.column}"' for column in table._meta.concrete_fields)
    with connections[alias].cursor() as cursor:
        if vendor == "sqlite":
            places = ", ".join(["%s"] * len(column_names(table)))
            sql = f'INSERT INTO "{table._meta.db_table}" ({columns}) VALUES ({places})'  # noqa: S608 (our own names)
            for batch in written:  # some at a time: Django keeps all rows of one call until it has ended
                cursor.executemany(sql, list(batch))
            return
        with cursor.copy(f'COPY "{table._meta.db_table}" ({columns}) FROM STDIN') as copy:
            for row in chain.from_iterable(written):
                copy.write_row(row)


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
            found.append((place, _write_json))
        elif isinstance(column, DateTimeField):
            raise TypeError(f"{table.__name__}.{column.name} is written through its model")
        elif isinstance(column, DateField) and vendor == "sqlite":
            found.append((place, _write_day))
    return tuple(found)


def _write_json(value: Any) -> str:
    return json.dumps(value)


def _write_day(day: date | None) -> str | None:
    return day.isoformat() if day else None
