"""The tables of a record on a PostgreSQL server: how they sort, how they are filled, what is tidied up afterwards."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from django.db import DatabaseError, connections, transaction

from inspections import models

LOG = logging.getLogger(__name__)
PATIENCE = "1s"  # for a table that is being read: whoever comes meanwhile waits behind the import
TRIES, PAUSE = 5, 2.0  # seconds in between, in which those who waited are answered
LOCKED, FORBIDDEN = "55P03", "42501"  # how a server says that a lock was not given in time, or that a role may not
OURS = "starts_with(c.relname, 'inspections_') AND c.relkind = 'r'"
SORTED_OTHERWISE = (
    "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a "  # noqa: S608
    "JOIN pg_class c ON c.oid = a.attrelid JOIN pg_collation s ON s.oid = a.attcollation "
    f"WHERE {OURS} AND pg_table_is_visible(c.oid) AND NOT a.attisdropped AND a.attnum > 0 AND s.collname <> 'C' "
    "ORDER BY c.relname, a.attnum"
)
KEYS = (
    "SELECT c.relname, k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k "  # noqa: S608
    "JOIN pg_class c ON c.oid = k.conrelid "
    f"WHERE {OURS} AND pg_table_is_visible(c.oid) AND k.contype = 'f' ORDER BY k.conname"
)
INDEXES = (
    "SELECT i.relname, pg_get_indexdef(i.oid) FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid "  # noqa: S608
    f"JOIN pg_class c ON c.oid = x.indrelid WHERE {OURS} AND pg_table_is_visible(c.oid) AND NOT x.indisprimary "
    "AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.oid) ORDER BY i.relname"
)


def sort_by_letters(alias: str) -> None:
    """Texts sort by their characters, as they do in a file, however the database was set up."""
    columns: dict[str, list[str]] = {}
    with connections[alias].cursor() as cursor:
        cursor.execute(SORTED_OTHERWISE)
        for table, column, kind in cursor.fetchall():
            columns.setdefault(table, []).append(f'ALTER COLUMN "{column}" TYPE {kind} COLLATE "C"')
    for table, changes in columns.items():
        _alter(alias, f'ALTER TABLE "{table}" {", ".join(changes)}')


def _alter(alias: str, statement: str) -> None:
    def alter() -> None:
        with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
            cursor.execute(statement)

    change_tables(alias, alter)


def change_tables(alias: str, change: Callable[[], None]) -> None:
    """A table that is being read is asked for a few times, each time briefly: readers are not to queue behind it.

    What ``change`` has committed before it was refused a table, it does not do again.
    """
    with connections[alias].cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{PATIENCE}'")
    try:
        for left in reversed(range(TRIES)):
            try:
                return change()
            except DatabaseError as error:
                if not left or not is_being_read(error):
                    raise
            time.sleep(PAUSE)
    finally:
        with suppress(DatabaseError), connections[alias].cursor() as cursor:
            cursor.execute("RESET lock_timeout")


def is_being_read(failure: BaseException) -> bool:
    """Was a table not given, because others go on reading it?"""
    return getattr(failure.__cause__, "sqlstate", None) == LOCKED


def is_forbidden(failure: BaseException) -> bool:
    """Is this for another role to do?"""
    return getattr(failure.__cause__, "sqlstate", None) == FORBIDDEN


@contextmanager
def keys_later(alias: str) -> Iterator[None]:
    """Into a database without an edition, which nobody reads yet: indexes and keys are made when the rows stand."""
    if models.Edition.objects.using(alias).exists():
        yield
        return
    with connections[alias].cursor() as cursor:
        cursor.execute(KEYS)
        keys = cursor.fetchall()
        cursor.execute(INDEXES)
        indexes = cursor.fetchall()
        for table, name, _ in keys:
            cursor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        yield
        for _, made in indexes:
            cursor.execute(made)
        for table, name, meant in keys:
            cursor.execute(f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {meant}')
        cursor.execute("ANALYZE")


def tidy_up(alias: str) -> None:
    """After an edition was written: rows that went make room, the server knows how many of what there are, and which
    of its pages everybody sees, so that an index alone answers what only asks for its columns.

    The edition is public by then: what fails here, or is stopped, makes nothing of it undone.
    """
    try:
        _vacuum(alias)
    except (DatabaseError, KeyboardInterrupt) as failure:
        LOG.warning("The edition is published; its tables were not tidied up: VACUUM (ANALYZE)", exc_info=failure)
        connections[alias].close_if_unusable_or_obsolete()


def _vacuum(alias: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute(f"SELECT c.relname FROM pg_class c WHERE {OURS} AND pg_table_is_visible(c.oid)")  # noqa: S608
        for (table,) in cursor.fetchall():
            cursor.execute(f'VACUUM (ANALYZE) "{table}"')
