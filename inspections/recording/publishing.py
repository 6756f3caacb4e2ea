"""One edition into the database, in one step that either happens or does not.

SQLite: a complete new file is built beside the live one, checked, and put in its place by one
rename; readers keep the file they have open. PostgreSQL: one transaction. One import at a time.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, cast

from django.core.management import call_command
from django.db import DatabaseError, connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from inspections import models
from inspections.recording.account import Account
from inspections.recording.history import Changes, values_of
from inspections.recording.indexing import INDEXED, Index, prove_index, write_index
from inspections.recording.inserting import (
    indexes_later,
    insert,
    insert_table,
    insert_values,
    prove_written,
    write_quickly,
)
from inspections.recording.keeping import drop_oldest, keep
from inspections.recording.latest import MADE, write_latest
from inspections.recording.read_model import READ_MODEL, prove_read_model, write_read_model
from inspections.recording.rows import HISTORY, OF_INSPECTIONS, TABLES, Record
from inspections.recording.staging import APART, Stage, take_words
from inspections.recording.unchanged import program_version

BUILDING = "building"  # the connection to the new file
COPY = "copy"  # the connection to a copy of a record whose tables are of an older make
CHECKS = ("PRAGMA quick_check(3)", "PRAGMA foreign_key_check")
PIECE = 1 << 27  # bytes copied at a time
LOCK_NUMBER = 0x1259EC7  # PostgreSQL's advisory lock of the import

EVERYTHING: tuple[type[Model], ...] = (
    *TABLES, *HISTORY, *INDEXED, *MADE, *READ_MODEL, models.Sum, models.Make,
)  # fmt: skip
Write = Callable[[str], Sequence[str]]  # writes a difference into the database of an alias and says what is false
Check = Callable[[str], Sequence[str]]  # the audit of a database by its alias: what is false


class Unpublished(Exception):
    """Why nothing was published, in one sentence."""


class Publisher(Protocol):
    """Where editions go."""

    alias: str  # of the database
    current: bool  # are the tables those of this program?

    def locked(self) -> Any: ...

    def reading(self) -> Any:
        """The alias under which the last edition can be read; None when there is none yet."""

    def peeking(self) -> Any:
        """The same without writing anything; None too for a record of an older make."""

    def publish(self, record: Record, account: Account, check: Check) -> None: ...

    def grow(self, write: Write) -> None:
        """Publish the edition that stands with a difference written into it."""

    def note(self, read_with: str) -> None:
        """Another make of the reading code reads the same: the edition stands, and the next import need not ask."""


def find_publisher(alias: str = "default") -> Publisher:
    """The publisher for the database that is configured."""
    if connections[alias].vendor == "sqlite":
        return FilePublisher(alias)
    return TransactionPublisher(alias)


@contextmanager
def open_record(alias: str = "default") -> Iterator[str]:
    """The record that stands, for a check; ``Unpublished`` when there is none to open."""
    with find_publisher(alias).peeking() as database:
        if database is None:
            raise Unpublished("there is no record of this program's make: run import_sources first")
        try:
            yield database
        except DatabaseError as error:
            raise Unpublished(f"the record cannot be read ({_first_line(error)})") from error


@dataclass(frozen=True)
class Written:
    """What was made beside a record, to be compared with what stands."""

    account: Account
    index: Index
    members: str  # a hash
    hashes: dict[type[Model], bytes]  # of the rows of each table, on SQLite
    stage: Stage | None  # of plain inspections, on SQLite

    def prove(self, alias: str) -> Iterator[str]:
        apart = APART if self.stage else {}
        if connections[alias].vendor == "sqlite":
            yield from prove_written(self.hashes, alias, apart)
        yield from prove_index(self.index, alias, apart)
        yield from prove_read_model(self.members, alias)
        if self.stage:
            yield from self.stage.prove(self.account.hashed, self.account.sums)
            yield from self.stage.prove_entries()
            yield from self.stage.prove_changes(self.account.history.changes)


def write_rows(record: Record, account: Account, alias: str) -> Written:
    """Every row of a record, its history and its index into empty tables."""
    stage = Stage(record, alias) if record.plain and connections[alias].vendor == "sqlite" else None
    hashes: dict[type[Model], bytes] = {}
    with indexes_later(alias):
        for table in TABLES:
            if table is not models.Retired:
                hashes[table] = insert_table(table, record, alias)
                if stage and table in OF_INSPECTIONS:
                    stage.write(table)
        if stage:
            for table in INDEXED[:2]:
                stage.write(table)
        index = _write_index(record, account, stage, alias)
        history = account.history
        models.Edition.objects.using(alias).bulk_create(_as_new(history.editions))
        hashes[models.Retired] = insert(models.Retired, _numbered(record.of(models.Retired), history.retired), alias)
        changes = history.changes
        if stage and isinstance(changes, Changes):
            hashes[models.Change] = insert_values(models.Change, changes.other_values(), alias)
            stage.write_changes(changes)
        else:
            hashes[models.Change] = insert_values(models.Change, values_of(changes), alias)
    write_latest(alias, stage)
    members = write_read_model(alias, stage)
    hashes[models.Sum] = insert(models.Sum, account.sums, alias)
    models.Make._default_manager.using(alias).create(program=program_version())
    return Written(account, index, members, hashes, stage)


def _write_index(record: Record, account: Account, stage: Stage | None, alias: str) -> Index:
    """What search looks through; of many plain inspections the words were put into a file of their own meanwhile."""
    words = stage and account.words
    if words:
        take_words(words, alias)
    return write_index(record, alias, bool(stage), bool(words))


def _numbered(aliases: Sequence[Any], retired: Sequence[Any]) -> Sequence[Any]:
    for number, row in enumerate(retired, len(aliases) + 1):
        row.pk = number
    return [*aliases, *retired]


def _as_new(editions: Sequence[models.Edition]) -> Sequence[models.Edition]:
    for edition in editions:
        edition._state.adding = True
    return editions


class FilePublisher:
    """A record in one SQLite file."""

    def __init__(self, alias: str) -> None:
        self.alias = alias
        self.live = Path(connections[alias].settings_dict["NAME"]).resolve()
        self.new = self.live.with_name(f"{self.live.name}-new")
        self.copy = self.live.with_name(f"{self.live.name}-copy")
        self.words = self.live.with_name(f"{self.live.name}-words")
        self.lock = self.live.with_name(f"{self.live.name}.lock")
        self.current = True

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Only one import works on a record; what a killed one left behind is removed."""
        lock = self.lock
        try:
            handle = lock.open("a")
        except OSError as error:
            raise Unpublished(f"{lock.parent} cannot be written to: {error.strerror}") from error
        with handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise Unpublished(f"another import is working on {self.live}: wait until it has finished") from error
            self._remove_leftovers()
            try:
                yield
            finally:
                self._remove_leftovers()

    def _is_checked(self) -> bool:
        """Is the live file still the very one whose structure was checked last?"""
        try:
            return self.lock.read_text() == _identity(self.live)
        except (OSError, ValueError):
            return False

    def _note_checked(self) -> None:
        with suppress(OSError):  # it is checked again the next time
            self.lock.write_text(_identity(self.live))

    def _remove_leftovers(self) -> None:
        for path in (self.new, self.copy, self.words):
            for each in (path, path.with_name(f"{path.name}-journal"), path.with_name(f"{path.name}-wal")):
                each.unlink(missing_ok=True)

    @contextmanager
    def reading(self) -> Iterator[str | None]:
        """The live file, or a copy of it with its tables brought up to date."""
        if not self.live.exists():
            yield None
            return
        try:
            connections[self.alias].close()
            behind = _is_behind(self.alias)
            if not behind and not self._is_checked():
                _check_quickly(self.alias)
                self._note_checked()
        except (DatabaseError, sqlite3.Error) as error:
            raise self._unreadable(error) from error
        if not behind:
            with connections[self.alias].cursor() as cursor:
                cursor.execute("PRAGMA mmap_size = 0")  # pages that are read once are not to stand in memory
            yield self.alias
            return
        self.current = False
        with _connection_to(self.copy, COPY, self.alias):
            self.copy.write_bytes(self.live.read_bytes())
            call_command("migrate", database=COPY, verbosity=0, interactive=False)
            yield COPY

    @contextmanager
    def peeking(self) -> Iterator[str | None]:
        connections[self.alias].close()
        try:
            readable = self.live.exists() and not _is_behind(self.alias)
        except (DatabaseError, sqlite3.Error) as error:
            raise self._unreadable(error) from error
        yield self.alias if readable else None

    def _unreadable(self, error: Exception) -> Unpublished:
        return Unpublished(
            f"{self.live} is not a record that can be read ({error}): "
            "put a backup in its place, or move it away to begin a new record without its history"
        )

    def publish(self, record: Record, account: Account, check: Check) -> None:
        """Build beside, check, swap."""
        try:
            account.begin(self.words)
            with _connection_to(self.new, BUILDING, self.alias):
                _write_fast(BUILDING)
                call_command("migrate", database=BUILDING, verbosity=0, interactive=False)
                write_quickly(BUILDING)
                with transaction.atomic(using=BUILDING):
                    written = write_rows(record, account, BUILDING)
                with _checking(self.new):
                    false = [*written.prove(BUILDING), *check(BUILDING)]
                _refuse_false(false)
            swap(self.new, self.live)
        except (OSError, DatabaseError, sqlite3.Error) as error:
            raise Unpublished(_in_one_sentence(error, self.live)) from error
        connections[self.alias].close()
        self._note_checked()

    def grow(self, write: Write) -> None:
        """Copy, change the copy, check, swap."""
        try:
            copy_file(self.live, self.new)
            with _connection_to(self.new, BUILDING, self.alias):
                _write_fast(BUILDING)
                with transaction.atomic(using=BUILDING):
                    false = write(BUILDING)
                _refuse_false(false)
            swap(self.new, self.live)
        except (OSError, DatabaseError) as error:
            raise Unpublished(_in_one_sentence(error, self.live)) from error
        finally:
            self._remove_leftovers()
        connections[self.alias].close()
        self._note_checked()

    def note(self, read_with: str) -> None:
        try:
            with _connection_to(self.new, BUILDING, self.alias):
                shutil.copyfile(self.live, self.new)
                models.ReadAgain.objects.using(BUILDING).create(read_with=read_with)
                _check_quickly(BUILDING)
            _sync(self.new)
            self.new.replace(self.live)  # the same edition: there is none before it to keep
            _sync(self.live.parent)
        except (OSError, DatabaseError) as error:
            raise Unpublished(_in_one_sentence(error, self.live)) from error
        connections[self.alias].close()


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


def _write_fast(alias: str) -> None:
    """The file is nobody's until it is finished, and then it is written to the disk as a whole."""
    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA synchronous = OFF")
        cursor.execute("PRAGMA journal_mode = MEMORY")
        cursor.execute("PRAGMA cache_size = -65536")


def swap(new: Path, live: Path) -> None:
    """Put a finished file in the live one's place, so that a power cut leaves one or the other; keep the one before."""
    _sync(new)
    keep(live)
    new.replace(live)
    _sync(live.parent)
    drop_oldest(live)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _check_quickly(alias: str) -> None:
    """SQLite's own check of a file's structure, of what each column may hold, and of every key."""
    with connections[alias].cursor() as cursor:
        _refuse_loose(*(cursor.execute(each).fetchall() for each in CHECKS))


def _refuse_loose(told: Sequence[tuple[str]], loose: Sequence[tuple[str, int, str, int]]) -> None:
    if told != [("ok",)] or loose:
        lost = (f"FOREIGN KEY: row {row} of {table} leads to no {parent}" for table, row, parent, _ in loose[:3])
        raise DatabaseError("; ".join([*(each for (each,) in told if each != "ok"), *lost]))


@contextmanager
def _checking(file: Path) -> Iterator[None]:
    """The same of a finished file, while it is read by others too."""

    def check() -> None:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database:
            _refuse_loose(*(database.execute(each).fetchall() for each in CHECKS))

    with ThreadPoolExecutor(max_workers=1) as other:
        checked = other.submit(check)
        yield
        checked.result()


def _identity(file: Path) -> str:
    found = file.stat()
    return f"checked {found.st_dev} {found.st_ino} {found.st_size} {found.st_mtime_ns}\n"


def _is_behind(alias: str) -> bool:
    """Was this database made by a program with other tables?"""
    executor = MigrationExecutor(connections[alias])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextmanager
def _connection_to(path: Path, alias: str, like: str) -> Iterator[None]:
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


def _refuse_false(found: Sequence[str]) -> None:
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise Unpublished(f"the new edition does not stand its own audit: {found[0]}{more}")


def _in_one_sentence(error: Exception, live: Path) -> str:
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    if full or "disk is full" in str(error):
        return f"the disk that holds {live} is full; the edition before stays in place"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"the new edition could not be written beside {live} ({reason}); the edition before stays in place"


class TransactionPublisher:
    """A record in a database server, whose readers see one edition or the next."""

    def __init__(self, alias: str) -> None:
        self.alias = alias
        self.current = True

    @contextmanager
    def locked(self) -> Iterator[None]:
        try:
            with connections[self.alias].cursor() as cursor:
                cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK_NUMBER])
                if not cast("tuple[bool]", cursor.fetchone())[0]:
                    raise Unpublished("another import is working on this database: wait until it has finished")
        except DatabaseError as error:
            raise Unpublished(f"the database does not answer: {_first_line(error)}") from error
        try:
            yield
        finally:
            with suppress(DatabaseError), connections[self.alias].cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK_NUMBER])

    @contextmanager
    def reading(self) -> Iterator[str | None]:
        """Tables of an older make are brought up to date first: migrations only add."""
        if _is_behind(self.alias):
            call_command("migrate", database=self.alias, verbosity=0, interactive=False)
        yield self.alias if models.Edition.objects.using(self.alias).exists() else None

    @contextmanager
    def peeking(self) -> Iterator[str | None]:
        try:
            behind = _is_behind(self.alias)
        except DatabaseError as error:
            raise Unpublished(f"the database does not answer: {_first_line(error)}") from error
        yield None if behind else self.alias

    def publish(self, record: Record, account: Account, check: Check) -> None:
        try:
            account.begin()
            with transaction.atomic(using=self.alias):
                models.ReadAgain.objects.using(self.alias).all()._raw_delete(self.alias)
                for table in reversed(EVERYTHING):
                    table._default_manager.using(self.alias).all()._raw_delete(self.alias)
                written = write_rows(record, account, self.alias)
                _refuse_false([*written.prove(self.alias), *check(self.alias)])
        except DatabaseError as error:
            raise Unpublished(
                f"the new edition could not be written ({_first_line(error)}); the edition before stays in place"
            ) from error

    def grow(self, write: Write) -> None:
        try:
            with transaction.atomic(using=self.alias):
                _refuse_false(write(self.alias))
        except DatabaseError as error:
            raise Unpublished(
                f"the new edition could not be written ({_first_line(error)}); the edition before stays in place"
            ) from error

    def note(self, read_with: str) -> None:
        models.ReadAgain.objects.using(self.alias).create(read_with=read_with)


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0]
