"""The whole record as files, once for each edition: CSV as the site writes it, and the same rows as JSON lines,
SQLite and Parquet.

Everything is made from the rows that the site itself gives, read as a stream, so that no two formats can
disagree and memory stays flat. A folder is finished under another name, is on the disk, and then is put in its
place, by one run at a time.
"""

from __future__ import annotations

import csv
import fcntl
import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from inspections.dictionary import type_of
from inspections.lines import OFFSETS, TABLE, find_lines, program
from inspections.tidy import unprotect

TABLES = {
    "inspections": "/inspections.csv?providers=with",
    "statements": "/statements.csv",
    "authorities": "/authorities.csv?sort=name",
    "sources": "/sources.csv",
}  # each with the address that gives all its rows
WHOLE = "record.sqlite3"
MANIFEST = "manifest.json"
BATCH = 5000
SQL_TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "date": "TEXT", "string": "TEXT"}

Value = str | int | bool | None
Ask = Callable[[str], Iterable[bytes]]  # the pieces of what the site answers at an address


@dataclass(frozen=True)
class File:
    """A finished download."""

    name: str
    size: int
    sha256: str
    rows: int


def write_downloads(ask: Ask, folder: Path, number: int, digest: str) -> list[File]:
    """The files of an edition into ``folder``; those of other editions go. What this program made already stays."""
    folder.mkdir(parents=True, exist_ok=True)
    with _opened(folder) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)  # a second run waits, and then finds what the first has made
        made = read_manifest(folder / digest, number)
        return _write_folder(ask, folder, number, digest) if made is None else made


def _write_folder(ask: Ask, folder: Path, number: int, digest: str) -> list[File]:
    place, maker = folder / digest, program()
    new = folder / f"{digest}-new"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    files = [*_write_tables(ask, new)]
    (new / OFFSETS).write_bytes(find_lines(new / TABLE).tobytes())
    told = {"edition": number, "digest": digest, "program": maker, "files": [asdict(file) for file in files]}
    (new / MANIFEST).write_text(json.dumps(told, indent=1), encoding="utf-8")
    for path in (*new.iterdir(), new):
        _put_on_disk(path)
    shutil.rmtree(place, ignore_errors=True)  # of another program, or broken off
    new.rename(place)
    _put_on_disk(folder)
    for other in folder.iterdir():
        if other.is_dir() and other != place:
            shutil.rmtree(other)
    return files


def read_manifest(place: Path, number: int) -> list[File] | None:
    """The files of the edition as this program made them; None where they are not made, or not to their end."""
    try:
        told: dict[str, Any] = json.loads((place / MANIFEST).read_text(encoding="utf-8"))
        if (told["edition"], told["program"]) != (number, program()):
            return None
        return [File(**file) for file in told["files"]]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """A file or a folder as the system knows it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)


def _put_on_disk(path: Path) -> None:
    """What a power cut does not take."""
    with _opened(path) as handle:
        os.fsync(handle)


def _write_tables(ask: Ask, folder: Path) -> Iterator[File]:
    counts = {}
    with sqlite3.connect(folder / WHOLE) as database:
        for table, address in TABLES.items():
            written = folder / f"{table}.csv"
            with written.open("wb") as file:
                file.writelines(ask(address))
            counts[table] = _write_lines(table, folder)
            _write_sqlite(table, folder, database)
            _write_parquet(table, folder)
    database.close()
    for table in TABLES:
        for ending in ("csv", "jsonl", "parquet"):
            yield _describe(folder / f"{table}.{ending}", counts[table])
    yield _describe(folder / WHOLE, sum(counts.values()))


def _describe(path: Path, rows: int) -> File:
    with path.open("rb") as file:
        return File(path.name, path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest(), rows)


def read_rows(table: str, path: Path) -> Iterator[list[Value]]:
    """The header of a written table, then its rows as typed values; an empty cell is None."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        yield [*header]
        types = [type_of(table, name) for name in header]
        for row in rows:
            yield [_value(cell, kind) for cell, kind in zip(row, types, strict=True)]


def _value(cell: str, kind: str) -> Value:
    if not cell:
        return None
    if kind == "integer":
        return int(cell)
    return cell == "yes" if kind == "boolean" else unprotect(cell)


def _write_lines(table: str, folder: Path) -> int:
    """One JSON object a line."""
    rows = read_rows(table, folder / f"{table}.csv")
    header = [str(name) for name in next(rows)]
    many = 0
    with (folder / f"{table}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(
                json.dumps(dict(zip(header, row, strict=True)), ensure_ascii=False, separators=(",", ":")) + "\n"
            )
            many += 1
    return many


def _write_sqlite(table: str, folder: Path, database: sqlite3.Connection) -> None:
    rows = read_rows(table, folder / f"{table}.csv")
    header = [str(name) for name in next(rows)]
    columns = ", ".join(f'"{name}" {SQL_TYPES[type_of(table, name)]}' for name in header)
    marks = ", ".join("?" * len(header))
    database.execute(f"CREATE TABLE {table} ({columns})")
    while batch := list(islice(rows, BATCH)):
        database.executemany(f"INSERT INTO {table} VALUES ({marks})", batch)  # noqa: S608
    database.commit()


def _write_parquet(table: str, folder: Path) -> None:
    """From the JSON lines, some rows at a time."""
    import polars

    types = {"integer": polars.Int64, "boolean": polars.Boolean, "date": polars.Date, "string": polars.String}
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    plain = {name: polars.String if type_of(table, name) == "date" else types[type_of(table, name)] for name in header}
    days = [polars.col(name).str.to_date() for name in header if type_of(table, name) == "date"]
    lines = polars.scan_ndjson(folder / f"{table}.jsonl", schema=plain)
    lines.with_columns(days).sink_parquet(folder / f"{table}.parquet", compression="zstd")
