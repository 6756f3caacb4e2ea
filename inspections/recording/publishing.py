"""One edition into the database, in one step that either happens or does not.

SQLite: a complete new file is built beside the live one, checked, and put in its place by one
rename; readers keep the file they have open. PostgreSQL: one transaction. One import at a time.
"""

from __future__ import annotations

import errno
import fcntl
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol, cast

from django.core.management import call_command
from django.db import DatabaseError, connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from inspections import models
from inspections.recording.account import Account
from inspections.recording.aside import Aside
from inspections.recording.inserting import write_quickly
from inspections.recording.new_files import (
    Copying,
    check_quickly,
    checking,
    connection_to,
    copy_file,
    identity,
    make_empty,
    swap,
    sync,
    write_growing,
    written_out,
)
from inspections.recording.on_a_server import is_being_read, is_forbidden, keys_later, sort_by_letters, tidy_up
from inspections.recording.rows import Record
from inspections.recording.staging import APART
from inspections.recording.writing import EVERYTHING, write_rows

BUILDING = "building"  # the connection to the new file
COPY = "copy"  # the connection to a copy of a record whose tables are of an older make
LOCK_NUMBER = 0x1259EC7  # PostgreSQL's advisory lock of the import

Write = Callable[[str], Sequence[str]]  # writes a difference into the database of an alias and says what is false
Fill = Callable[[str], None]  # puts every row of a record into the empty tables of an alias
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

    def prepare(self, aside: Aside) -> None:
        """Something is going to be built as a whole: what can be done before may be begun."""

    def prepare_growth(self) -> None:
        """Something small is going to be read: what can be done before may be begun."""

    def publish(self, record: Record, account: Account, check: Check) -> None: ...

    def grow(self, write: Write) -> None:
        """Publish the edition that stands with a difference written into it."""

    def take(self, fill: Fill, check: Check) -> None:
        """Publish a record as it stands elsewhere, which ``fill`` puts into empty tables."""

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


class FilePublisher:
    """A record in one SQLite file."""

    def __init__(self, alias: str) -> None:
        self.alias = alias
        self.live = Path(connections[alias].settings_dict["NAME"]).resolve()
        self.new = self.live.with_name(f"{self.live.name}-new")
        self.copy = self.live.with_name(f"{self.live.name}-copy")
        self.words = self.live.with_name(f"{self.live.name}-words")
        self.stage = self.live.with_name(f"{self.live.name}-stage")
        self.lock = self.live.with_name(f"{self.live.name}.lock")
        self.current = True
        self.empty: Future[None] | None = None
        self.copying: Copying | None = None

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
                self._abandon_copy()
                self._remove_leftovers()

    def _is_checked(self) -> bool:
        """Is the live file still the very one whose structure was checked last?"""
        try:
            return self.lock.read_text() == identity(self.live)
        except (OSError, ValueError):
            return False

    def _note_checked(self) -> None:
        with suppress(OSError):  # it is checked again the next time
            self.lock.write_text(identity(self.live))

    def _remove_leftovers(self) -> None:
        for path in (self.new, self.copy, self.words, self.stage):
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
            with connections[self.alias].cursor() as cursor:
                cursor.execute("PRAGMA mmap_size = 0")  # pages that are read once are not to stand in memory
            if not behind and not self._is_checked():
                check_quickly(self.alias)
                self._note_checked()
        except (DatabaseError, sqlite3.Error) as error:
            raise self._unreadable(error) from error
        if not behind:
            yield self.alias
            return
        self.current = False
        with connection_to(self.copy, COPY, self.alias):
            try:
                copy_file(self.live, self.copy)
                call_command("migrate", database=COPY, verbosity=0, interactive=False)
            except (OSError, DatabaseError, sqlite3.Error) as error:
                raise Unpublished(_in_one_sentence(error, self.live)) from error
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

    def prepare(self, aside: Aside) -> None:
        self._abandon_copy()
        self.empty = aside.make_empty(self.new)

    def prepare_growth(self) -> None:
        self.copying = Copying(self.live, self.new)

    def _abandon_copy(self) -> None:
        if self.copying:
            self.copying.abandon()
        self.copying = None

    def publish(self, record: Record, account: Account, check: Check) -> None:
        """Build beside, check, swap."""
        self._abandon_copy()
        try:
            account.begin(self.words)
            if self.empty:
                self.empty.result()
            else:
                make_empty(self.new)
            with written_out(self.new), connection_to(self.new, BUILDING, self.alias):
                write_quickly(BUILDING, self.stage if account.aside else None)
                with transaction.atomic(using=BUILDING):
                    written = write_rows(record, account, BUILDING)
                with checking(self.new, APART if written.stage else ()):
                    false = [*written.prove(BUILDING), *check(BUILDING)]
                _refuse_false(false)
            swap(self.new, self.live)
        except (OSError, DatabaseError, sqlite3.Error) as error:
            raise Unpublished(_in_one_sentence(error, self.live)) from error
        connections[self.alias].close()
        self._note_checked()

    def take(self, fill: Fill, check: Check) -> None:
        """Fill a new file, check, swap."""
        try:
            make_empty(self.new)
            with connection_to(self.new, BUILDING, self.alias):
                write_quickly(BUILDING)
                with transaction.atomic(using=BUILDING):
                    fill(BUILDING)
                with checking(self.new, ()):
                    false = check(BUILDING)
                _refuse_false(false)
            swap(self.new, self.live)
        except (OSError, DatabaseError, sqlite3.Error) as error:
            raise Unpublished(_in_one_sentence(error, self.live)) from error
        finally:
            self._remove_leftovers()
        connections[self.alias].close()
        self._note_checked()

    def grow(self, write: Write) -> None:
        """Copy, change the copy, check, swap."""
        copying = self.copying or Copying(self.live, self.new)
        self.copying = copying
        try:
            copying.copied.result()
            with connection_to(self.new, BUILDING, self.alias):
                write_growing(BUILDING)
                with transaction.atomic(using=BUILDING):
                    false = write(BUILDING)
                _refuse_false(false)
            copying.finish()
            swap(self.new, self.live)
        except (OSError, DatabaseError) as error:
            raise Unpublished(_in_one_sentence(error, self.live)) from error
        finally:
            self._abandon_copy()
            self._remove_leftovers()
        connections[self.alias].close()
        self._note_checked()

    def note(self, read_with: str) -> None:
        try:
            with connection_to(self.new, BUILDING, self.alias):
                shutil.copyfile(self.live, self.new)
                models.ReadAgain.objects.using(BUILDING).create(read_with=read_with)
                check_quickly(BUILDING)
            sync(self.new)
            self.new.replace(self.live)  # the same edition: there is none before it to keep
            sync(self.live.parent)
        except (OSError, DatabaseError) as error:
            raise Unpublished(_in_one_sentence(error, self.live)) from error
        connections[self.alias].close()


def _is_behind(alias: str) -> bool:
    """Was this database made by a program with other tables?"""
    executor = MigrationExecutor(connections[alias])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


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
        try:
            if _is_behind(self.alias):
                call_command("migrate", database=self.alias, verbosity=0, interactive=False)
            sort_by_letters(self.alias)
        except DatabaseError as error:
            told = f"the tables could not be brought up to date ({_first_line(error)})"
            if is_being_read(error):
                told += ": others go on reading them: import again at an hour when they are little read"
            elif is_forbidden(error):
                told += ": import as the role that owns them"
            raise Unpublished(told) from error
        yield self.alias if models.Edition.objects.using(self.alias).exists() else None

    @contextmanager
    def peeking(self) -> Iterator[str | None]:
        try:
            behind = _is_behind(self.alias)
        except DatabaseError as error:
            raise Unpublished(f"the database does not answer: {_first_line(error)}") from error
        yield None if behind else self.alias

    def prepare(self, aside: Aside) -> None:
        pass  # its tables stand

    def prepare_growth(self) -> None:
        pass  # nothing is copied

    def publish(self, record: Record, account: Account, check: Check) -> None:
        account.begin()
        with self._in_one_step():
            with self._emptied():
                written = write_rows(record, account, self.alias)
            _refuse_false([*written.prove(self.alias), *check(self.alias)])
        tidy_up(self.alias)

    def take(self, fill: Fill, check: Check) -> None:
        with self._in_one_step():
            with self._emptied():
                fill(self.alias)
            _refuse_false(check(self.alias))
        tidy_up(self.alias)

    @contextmanager
    def _emptied(self) -> Iterator[None]:
        """Its tables are empty; where no edition stood, nobody reads them, and keys are made when all rows stand."""
        tables: tuple[type[Model], ...] = (models.ReadAgain, *reversed(EVERYTHING))
        with keys_later(self.alias):
            for table in tables:
                table._default_manager.using(self.alias).all()._raw_delete(self.alias)
            yield

    @contextmanager
    def _in_one_step(self) -> Iterator[None]:
        try:
            with transaction.atomic(using=self.alias):
                yield
        except DatabaseError as error:
            raise Unpublished(
                f"the new edition could not be written ({_first_line(error)}); the edition before stays in place"
            ) from error

    def grow(self, write: Write) -> None:
        with self._in_one_step():
            _refuse_false(write(self.alias))

    def note(self, read_with: str) -> None:
        models.ReadAgain.objects.using(self.alias).create(read_with=read_with)


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0]
