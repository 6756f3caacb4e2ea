"""A whole record as model rows in memory: built from readings, or read back from a database.

Integer keys are given by the order of the rows, so that two records of the same sources are equal
row by row, and one digest speaks for all of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Model

from inspections import models

Row = TypeVar("Row", bound=Model)

AuthoritySuccessor: type[Model] = models.Authority.successors.through
InspectionService: type[Model] = models.Inspection.services.through
StatementInspection: type[Model] = models.Statement.inspections.through

# in an order in which every row comes after those it points at
TABLES: tuple[type[Model], ...] = (
    models.Authority,
    AuthoritySuccessor,
    models.Service,
    models.Source,
    models.Passage,
    models.Inspection,
    InspectionService,
    models.InspectedBy,
    models.Judgement,
    models.Statement,
    StatementInspection,
    models.Evidence,
    models.Retired,
)
HISTORY: tuple[type[Model], ...] = (models.Edition, models.Change)


@dataclass
class Record:
    """Rows by table. ``Retired`` holds the aliases that follow from the sources; history is kept apart."""

    rows: dict[type[Model], list[Model]] = field(default_factory=lambda: {table: [] for table in TABLES})

    def add(self, row: Row) -> Row:
        """Append a row; one without an integer key of its own gets the next of its table."""
        table = self.rows[type(row)]
        row.pk = row.pk or len(table) + 1
        table.append(row)
        return row

    def of(self, table: type[Row]) -> list[Row]:
        return self.rows[table]  # type: ignore[return-value]

    def digest(self) -> str:
        """SHA-256 of every value of every row, in canonical JSON."""
        sha = hashlib.sha256()
        for table in TABLES:
            sha.update(f"{table.__name__}\n".encode())
            for row in self.rows[table]:
                sha.update(canonical(values_of(row)).encode())
                sha.update(b"\n")
        return sha.hexdigest()


def read_record(database: str) -> Record:
    """The record that stands in a database, history left out."""
    record = Record()
    for table in TABLES:
        rows = table._default_manager.using(database).order_by("pk")
        if table is models.Retired:
            rows = rows.filter(edition=None)
        record.rows[table] = list(rows)
    for number, alias in enumerate(record.of(models.Retired), 1):
        alias.pk = number  # aliases share their table with history: their keys say nothing
    return record


def column_names(table: type[Model]) -> list[str]:
    return [column.attname for column in table._meta.concrete_fields]


def values_of(row: Model) -> dict[str, Any]:
    """Every column of a row by name."""
    return {name: getattr(row, name) for name in column_names(type(row))}


def canonical(value: object) -> str:
    """JSON with one spelling for each value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_write_date)


def _write_date(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no canonical form")


def differences(built: Record, held: Record) -> Iterator[tuple[str, str]]:
    """Where two records differ: the place, and what stands there instead."""
    for table in TABLES:
        ours, theirs = built.rows[table], held.rows[table]
        if len(ours) != len(theirs):
            yield table.__name__, f"{len(theirs)} rows where the sources give {len(ours)}"
        for one, other in zip(ours, theirs, strict=False):
            expected, found = values_of(one), values_of(other)
            for name, value in expected.items():
                if canonical(value) != canonical(found[name]):
                    place = f"{table.__name__} {getattr(one, 'ref', one.pk)}, {name}"
                    yield place, f"{_shown(found[name])} where the sources give {_shown(value)}"


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 120 else f"{text[:117]}..."
