"""The files that hold a record: made beside the live one, checked, and put in its place."""

from __future__ import annotations

import errno
import fcntl
import mmap
import os
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event

from django.core.management import call_command
from django.db import DatabaseError, connections
from django.db.models import Model

from inspections.recording.keeping import drop_oldest, keep, opened

EMPTY = "empty"  # the connection to a file that gets its tables
CHECKS = ("PRAGMA quick_check(3)", "PRAGMA foreign_key_check")
PIECE = 1 << 24  # bytes copied at a time
BLOCK = 4096  # bytes: what is written past the memory begins and ends at a multiple of it
CLONE = 0x40049409  # Linux's FICLONE
PAGE = 8192  # bytes: fewer pages to fill, read and write, and less room left empty behind long rows
WRITTEN_OUT = 2.0  # seconds after which what was written goes to the disk


def make_empty(file: Path) -> None:
    """A new file with the tables of this program."""
    with opened(file, EMPTY, writable=True) as alias:
        with connections[alias].cursor() as cursor:  # it is nobody's until it is finished
            cursor.execute(f"PRAGMA page_size = {PAGE}")
            cursor.execute("PRAGMA synchronous = OFF")
            cursor.execute("PRAGMA journal_mode = MEMORY")
        call_command("migrate", database=alias, verbosity=0, interactive=False)


def copy_file(live: Path, new: Path, stopped: Event | None = None) -> None:
    """A copy that shares the room on the disk with its original until one of the two is changed, where the file system
    can; else one that is written past the memory in which the system keeps files, and is then on the disk.

    Where it is ``stopped`` meanwhile, the copy is of no use.
    """
    with live.open("rb") as source, new.open("wb") as copy:
        size = os.fstat(source.fileno()).st_size
        with suppress(OSError):
            fcntl.ioctl(copy.fileno(), CLONE, source.fileno())
            return
        done = _copy_directly(source.fileno(), new, size, stopped)
        while done < size and not (stopped and stopped.is_set()):
            piece = os.pread(source.fileno(), PIECE, done)
            if not piece:
                break
            done += os.pwrite(copy.fileno(), piece, done)


def _copy_directly(source: int, new: Path, size: int, stopped: Event | None) -> int:
    """How many bytes from the beginning were copied so: all whole blocks, or none where the file system cannot.

    Nothing of a copy is read soon but the little that is changed. To find room in memory for all of it, and to put out
    what others are reading, took longer than to write it.
    """
    try:
        copy = os.open(new, os.O_WRONLY | os.O_DIRECT)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        return 0
    done, whole = 0, size - size % BLOCK
    try:
        with mmap.mmap(-1, PIECE) as room, memoryview(room) as view:  # it begins where a block may
            while done < whole and not (stopped and stopped.is_set()):
                read = os.preadv(source, [view[: min(PIECE, whole - done)]], done)
                read -= read % BLOCK
                if not read:
                    break
                with view[:read] as piece:
                    written = os.pwrite(copy, piece, done)
                done += written - written % BLOCK
                if written % BLOCK:
                    break
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(copy)
    return done


class Copying:
    """A copy of the live file, made while it is worked out what is to be written into it, and then put on the disk.

    The live file does not change meanwhile: no more than one import works on a record.
    """

    def __init__(self, live: Path, new: Path) -> None:
        self.new, self.stopped = new, Event()
        self.pool = ThreadPoolExecutor(max_workers=1)
        self.copied = self.pool.submit(copy_file, live, new, self.stopped)
        self.synced = self.pool.submit(self._sync)

    def _sync(self) -> None:
        if not self.stopped.is_set() and self.copied.exception() is None:
            with self.new.open("rb") as copy:
                os.fdatasync(copy.fileno())

    def finish(self) -> None:
        """Everything was put on the disk that it was: an error is told to whoever asks first, so it is not lost."""
        self.synced.result()

    def abandon(self) -> None:
        """Nothing is written into it."""
        self.stopped.set()
        self.pool.shutdown()
        self.new.unlink(missing_ok=True)


@contextmanager
def written_out(file: Path) -> Iterator[None]:
    """What is written to a file goes to the disk meanwhile, so that little is left to wait for at the end."""
    stopped = Event()

    def write_out() -> None:
        handle = os.open(file, os.O_RDONLY)
        try:
            while not stopped.wait(WRITTEN_OUT):
                os.fdatasync(handle)
        finally:
            os.close(handle)

    with ThreadPoolExecutor(max_workers=1) as other:
        written = other.submit(write_out)
        try:
            yield
        finally:
            stopped.set()
        written.result()  # an error is told to whoever asks first, so it is not lost


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
