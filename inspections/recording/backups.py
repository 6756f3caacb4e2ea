"""A record as one file that can be carried away, and back: backup, restore, and the move between databases.

A backup is a complete record in one SQLite file, whatever database it came from: the same ids, the same history.
It is put in place only after the audit that every edition passes, in the one step that every edition takes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.management import call_command
from django.db import DatabaseError, connections, transaction
from django.db.migrations.executor import MigrationExecutor

from inspections import models
from inspections.catalogue import Catalogue
from inspections.recording.audit import audit_database
from inspections.recording.keeping import opened, read_number
from inspections.recording.moving import move
from inspections.recording.new_files import swap
from inspections.recording.publishing import (
    FilePublisher,
    Publisher,
    Unpublished,
    find_publisher,
    open_record,
)

BACKUP = "backup"  # the connection to a backup
CHUNK = 1 << 20


@dataclass(frozen=True)
class BackedUp:
    """A backup that was written, or stood there already."""

    path: Path
    edition: int
    size: int
    sha256: str
    written: bool = True


@dataclass(frozen=True)
class Restored:
    """What stands after a restore, and what stood before it."""

    edition: models.Edition
    before: int | None


def back_up(target: Path, catalogue: Catalogue, alias: str = "default") -> BackedUp:
    """Write the edition that stands to a file, or into a folder under its number. Nothing there is overwritten."""
    publisher = find_publisher(alias)
    with open_record(alias) as database:
        newest = models.Edition.objects.using(database).order_by("-number").first()
        if newest is None:
            raise Unpublished("there is no edition yet to make a backup of")
        path = target / f"record-edition-{newest.number}.sqlite3" if target.is_dir() else target
        if path.exists():
            return _standing(path, newest)
        part = path.with_name(f"{path.name}.part")
        try:
            if isinstance(publisher, FilePublisher):
                _copy(publisher.live, part)
            else:
                _write_rows_of(database, part, catalogue)
            edition = _check(part)
            swap(part, path)
        except (OSError, DatabaseError, sqlite3.Error) as error:
            raise Unpublished(f"the backup could not be written to {path} ({error})") from error
        finally:
            part.unlink(missing_ok=True)
    return BackedUp(path, edition.number, path.stat().st_size, hash_file(path))


def _standing(path: Path, newest: models.Edition) -> BackedUp:
    """A file that is there already is this edition's backup, or it is in the way."""
    held = _check(path) if read_number(path) == newest.number else None
    if held is None or (held.digest, held.seal) != (newest.digest, newest.seal):
        raise Unpublished(f"{path} is there already and is not edition {newest.number}: name another file")
    return BackedUp(path, newest.number, path.stat().st_size, hash_file(path), written=False)


def _copy(live: Path, part: Path) -> None:
    """A copy of the file as it is opened now: an import meanwhile puts another in its place and leaves this one."""
    with live.open("rb") as source, part.open("wb") as copy:
        shutil.copyfileobj(source, copy, CHUNK)
        copy.flush()
        os.fsync(copy.fileno())


def _write_rows_of(database: str, part: Path, catalogue: Catalogue) -> None:
    """A server's rows into a file, all of one edition: one transaction reads them."""
    with transaction.atomic(using=database):
        with connections[database].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        with opened(part, BACKUP) as backup:
            _hand_on(database, FilePublisher(backup), catalogue, part)


def _hand_on(database: str, publisher: Publisher, catalogue: Catalogue, backup: Path) -> None:
    """The record that stands in a database to another place, where it must stand its audit."""
    found: list[str] = []

    def check(alias: str) -> list[str]:
        found.extend(audit_database(alias, catalogue))
        return found

    try:
        publisher.take(lambda alias: move(database, alias, catalogue), check)
    except Unpublished as error:
        if not found:
            raise
        raise Unpublished(_false(backup, found)) from error


def _check(file: Path) -> models.Edition:
    """The newest edition of a file whose structure is whole. Raises ``Unpublished``."""
    if read_number(file) is None:
        raise Unpublished(f"{file} is no backup of a record, or is damaged")
    with opened(file, BACKUP) as database, connections[database].cursor() as cursor:
        try:
            told = [row[0] for row in cursor.execute("PRAGMA quick_check(3)").fetchall()]
            edition = models.Edition.objects.using(database).order_by("-number").values("number", "digest", "seal")[0]
        except (DatabaseError, sqlite3.Error) as error:
            raise Unpublished(f"{file} is damaged ({error})") from error
    if told != ["ok"]:
        raise Unpublished(f"{file} is damaged ({told[0]})")
    return models.Edition(**edition)


def restore(backup: Path, catalogue: Catalogue, alias: str = "default") -> Restored:
    """Put a backup in the record's place: checked, audited, then in one step. What is refused changes nothing."""
    _check(backup)
    publisher = find_publisher(alias)
    with publisher.locked():
        if isinstance(publisher, FilePublisher):
            before = read_number(publisher.live)
            _restore_file(backup, publisher, catalogue)
        else:
            with publisher.reading() as database:
                newest = models.Edition.objects.using(database).order_by("-number").first() if database else None
                before = newest.number if newest else None
            with _current(backup, None) as database:
                _hand_on(database, publisher, catalogue, backup)
    connections[alias].close()
    standing = models.Edition.objects.using(alias).order_by("-number")[0]
    return Restored(standing, before)


def _restore_file(backup: Path, publisher: FilePublisher, catalogue: Catalogue) -> None:
    try:
        _copy(backup, publisher.new)
        with opened(publisher.new, BACKUP) as database:
            behind = _is_behind(database)
            false = [] if behind else list(audit_database(database, catalogue))
        if behind:
            publisher.new.unlink()
            with _current(backup, publisher.copy) as database:
                _hand_on(database, publisher, catalogue, backup)
            return
        if false:
            raise Unpublished(_false(backup, false))
        swap(publisher.new, publisher.live)
    except OSError as error:
        raise Unpublished(f"{backup} could not be copied beside {publisher.live} ({error})") from error
    except DatabaseError as error:
        raise Unpublished(f"{backup} is not a record of this program's make ({error})") from error


def _false(backup: Path, found: list[str]) -> str:
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return f"{backup} does not stand the audit: {found[0]}{more}; the record stays as it was"


@contextmanager
def _current(backup: Path, copy: Path | None) -> Iterator[str]:
    """The backup; one of an older make in a copy whose tables are brought up to date."""
    with opened(backup, BACKUP) as database:
        behind = _is_behind(database)
        if not behind:
            yield database
            return
    copy = copy or backup.with_name(f"{backup.name}.part")
    try:
        _copy(backup, copy)
        with opened(copy, BACKUP, writable=True) as database:
            call_command("migrate", database=database, verbosity=0, interactive=False)
            yield database
    finally:
        copy.unlink(missing_ok=True)


def _is_behind(alias: str) -> bool:
    executor = MigrationExecutor(connections[alias])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def hash_file(path: Path) -> str:
    sha = hashlib.sha256()
    with path.open("rb") as opened_file:
        while chunk := opened_file.read(CHUNK):
            sha.update(chunk)
    return sha.hexdigest()
