"""The files that hold a record: made beside the live one, checked, and put in its place."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from django.core.management import call_command
from django.db import DatabaseError, connections
from django.db.models import Model

from inspections.recording.keeping import drop_oldest, keep, opened

EMPTY = "empty"  # the connection to a file that gets its tables
CHECKS = ("PRAGMA quick_check(3)", "PRAGMA foreign_key_check")
PIECE = 1 << 27  # bytes copied at a time


def make_empty(file: Path) -> None:
    """A new file with the tables of this program."""
    with opened(file, EMPTY, writable=True) as alias:
        with connections[alias].cursor() as cursor:  # it is nobody's until it is finished
            cursor.execute("PRAGMA synchronous = OFF")
            cursor.execute("PRAGMA journal_mode = MEMORY")
        call_command("migrate", database=alias, verbosity=0, interactive=False)


def copy_file(live: Path, new: Path) -> None:
    """A copy made by the system itself; it may share the room on the disk until one of the two is changed."""
    with live.open("rb") as source, new.open("wb") as copy:
        left = os.fstat(source.fileno()).st_size
        try:
            while left and (done := os.copy_file_range(source.fileno(), copy.fileno(), min(left, PIECE))):
                left -= done
        except OSError as error:
            if error.errno not in (errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP):
                raise
        if left:  # a file system that cannot: the bytes are read and written
            source.seek(0)
            copy.seek(0)
            shutil.copyfileobj(source, copy, PIECE)


def write_growing(alias: str) -> None:
    """The copy is nobody's until it is finished, and then it is written to the disk as a whole."""
    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA synchronous = OFF")
        cursor.execute("PRAGMA journal_mode = OFF")
        cursor.execute("PRAGMA cache_size = -65536")


def swap(new: Path, live: Path) -> None:
    """Put a finished file in the live one's place, so that a power cut leaves one or the other; keep the one before."""
    sync(new)
    keep(live)
    new.replace(live)
    sync(live.parent)
    drop_oldest(live)


def sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def check_quickly(alias: str) -> None:
    """SQLite's own check of a file's structure, of what each column may hold, and of every key."""
    with connections[alias].cursor() as cursor:
        _refuse_loose(*(cursor.execute(each).fetchall() for each in CHECKS))


def _refuse_loose(told: Sequence[tuple[str]], loose: Sequence[tuple[str, int, str, int]]) -> None:
    if told != [("ok",)] or loose:
        lost = (f"FOREIGN KEY: row {row} of {table} leads to no {parent}" for table, row, parent, _ in loose[:3])
        raise DatabaseError("; ".join([*(each for (each,) in told if each != "ok"), *lost]))


@contextmanager
def checking(file: Path, proven: Collection[type[Model]]) -> Iterator[None]:
    """The same of a finished file, while it is read by others too; of some tables the keys are ``proven`` otherwise."""
    without = {table._meta.db_table for table in proven}

    def check() -> None:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database:
            told = database.execute(CHECKS[0]).fetchall()
            tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            keys = ("SELECT * FROM pragma_foreign_key_check(?)", [[name] for name in tables if name not in without])
            _refuse_loose(told, [row for name in keys[1] for row in database.execute(keys[0], name)])

    with ThreadPoolExecutor(max_workers=1) as other:
        checked = other.submit(check)
        yield
        checked.result()


def identity(file: Path) -> str:
    found = file.stat()
    return f"checked {found.st_dev} {found.st_ino} {found.st_size} {found.st_mtime_ns}\n"


@contextmanager
def connection_to(path: Path, alias: str, like: str) -> Iterator[None]:
    """A connection that may write to a file beside the live one."""
    settings = dict(connections.settings[like])
    settings |= {"NAME": str(path), "OPTIONS": {**settings.get("OPTIONS", {}), "writable": True}}
    connections.settings[alias] = settings
    try:
        yield
    finally:
        with suppress(DatabaseError):
            connections[alias].close()
        del connections[alias]
        del connections.settings[alias]
