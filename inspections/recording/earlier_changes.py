"""What earlier editions changed, from the file that stands into the new one: SQLite copies the rows and compares them.

Of a record of a million its first edition alone has a change for each, and to hand them on one by one took longer than
to make the rows of the record itself.
"""

# ruff: noqa: S608 (every name in these statements is our own)

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connections

from inspections import models
from inspections.recording.history import Changes, Told
from inspections.recording.rows import column_names

STANDING = "standing"  # the name of the file that stands, beside the new one
TABLE = models.Change._meta.db_table
COLUMNS = column_names(models.Change)


@dataclass(frozen=True)
class Earlier:
    """The changes that stand in another SQLite file, the first in their order."""

    database: str
    many: int

    @property
    def others(self) -> str:
        """Which changes of the new file are not these: they are numbered as they were told."""
        return f"id > {self.many}"

    def copy(self, alias: str) -> None:
        """Into a table that is still empty."""
        listed = ", ".join(f'"{name}"' for name in COLUMNS)
        with connections[alias].cursor() as cursor:
            cursor.execute(f"ATTACH DATABASE %s AS {STANDING}", [str(connections[self.database].settings_dict["NAME"])])
            cursor.execute(f"INSERT INTO main.{TABLE} ({listed}) SELECT {listed} FROM {STANDING}.{TABLE} ORDER BY id")

    def prove(self, alias: str) -> Iterator[str]:
        """Do they stand as they stood, each told of an edition that there is?"""
        ours, theirs = (", ".join(f'{row}."{name}"' for name in COLUMNS) for row in ("c", "s"))
        same = f"FROM {STANDING}.{TABLE} s CROSS JOIN main.{TABLE} c ON c.id = s.id WHERE ({ours}) IS ({theirs})"
        told = "c.edition_id IN (SELECT number FROM main.inspections_edition)"
        with connections[alias].cursor() as cursor:
            cursor.execute(f"SELECT COUNT(*) {same} AND {told}")
            if cursor.fetchone() != (self.many,):
                yield "the rows of Change are not those of the edition before"


def find_earlier(changes: Collection[Any], alias: str) -> Earlier | None:
    """Those of ``changes`` that another file holds, for a new file; None where there is none, or on a server."""
    before = changes.before if isinstance(changes, Changes) else changes
    if not isinstance(before, Told) or not before:
        return None
    if {connections[each].vendor for each in (alias, before.database)} != {"sqlite"}:
        return None
    return Earlier(before.database, len(before))
