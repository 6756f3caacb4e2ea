"""A whole record as rows in memory: built from readings, or read back from a database.

Integer keys are given by the order of the rows, so that two records built of the same sources are equal
row by row. A row has the columns of its model under the same names and
nothing else: hundreds of thousands of them fit where as many models would not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, make_dataclass
from datetime import date, datetime
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import Any, TypeVar, cast

from django.db.models import NOT_PROVIDED, Model

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


BATCH = 2000  # rows that are read, hashed or written at a time


def make(table: type[Row], **values: Any) -> Row:
    """A row of a table; columns that are not given have their defaults."""
    return cast(Row, light(table)(**values))


@cache
def light(table: type[Model]) -> type[Any]:
    """A class with the columns of a model and no more."""
    columns = [(column.attname, Any, _default(column)) for column in table._meta.concrete_fields]
    extras = {"table": table, "pk": property(lambda row: row.id, _set_key)}
    return make_dataclass(f"{table.__name__}Row", columns, slots=True, namespace=extras)


def _set_key(row: Any, key: int) -> None:
    row.id = key


def _default(column: Any) -> Any:
    if column.default is NOT_PROVIDED:
        return field(default="" if column.empty_strings_allowed and not column.null else None)
    return field(default_factory=column.default) if callable(column.default) else field(default=column.default)


@dataclass
class Record:
    """Rows by table. ``Retired`` holds the aliases that follow from the sources; history is kept apart."""

    rows: dict[type[Model], list[Any]] = field(default_factory=lambda: {table: [] for table in TABLES})

    def add(self, row: Row) -> Row:
        """Append a row; one without an integer key of its own gets the next of its table."""
        table = self.rows[row.table]  # type: ignore[attr-defined]
        row.pk = row.pk or len(table) + 1
        table.append(row)
        return row

    def of(self, table: type[Row]) -> list[Row]:
        return self.rows[table]


def hash_rows(sha: Any, rows: Iterable[tuple[Any, ...]]) -> None:
    """Every value of these rows; it does not matter how many come at a time."""
    held = iter(rows)
    while batch := list(islice(held, BATCH)):
        sha.update(f"{_CANONICAL.encode(batch)[1:-1]},".encode())


def read_rows(table: type[Model], database: str, **only: Any) -> Iterator[tuple[Any, ...]]:
    """The values of a table's rows in the order of their keys."""
    rows = table._default_manager.using(database).filter(**only).order_by("pk")
    return rows.values_list(*column_names(table)).iterator(BATCH)


def read_record(database: str) -> Record:
    """The record that stands in a database, history left out."""
    record = Record()
    for table in TABLES:
        only = {"edition": None} if table is models.Retired else {}
        row = light(table)
        record.rows[table] = [row(*values) for values in read_rows(table, database, **only)]
    for number, alias in enumerate(record.of(models.Retired), 1):
        alias.pk = number  # aliases share their table with history: their keys say nothing
    return record


@cache
def column_names(table: type[Model]) -> tuple[str, ...]:
    return tuple(column.attname for column in table._meta.concrete_fields)


@cache
def values_in(table: type[Model]) -> attrgetter[Any]:
    """What gives every column of a row, in their order."""
    return attrgetter(*column_names(table))


def canonical(value: object) -> str:
    """JSON with one spelling for each value."""
    return _CANONICAL.encode(value)


def _write_date(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no canonical form")


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_write_date)


def differences(built: Record, held: Record) -> Iterator[tuple[str, str]]:
    """Where two records differ: the place, and what stands there instead."""
    for table in TABLES:
        ours, theirs = built.rows[table], held.rows[table]
        if len(ours) != len(theirs):
            yield table.__name__, f"{len(theirs)} rows where the sources give {len(ours)}"
        for one, other in zip(ours, theirs, strict=False):
            yield from _compare(table, values_in(table)(one), values_in(table)(other))


def _compare(table: type[Model], expected: Sequence[Any], found: Sequence[Any]) -> Iterator[tuple[str, str]]:
    if expected == found:
        return
    row = light(table)(*expected)
    for name, value, other in zip(column_names(table), expected, found, strict=True):
        if canonical(value) != canonical(other):
            place = f"{table.__name__} {getattr(row, 'ref', row.pk)}, {name}"
            yield place, f"{_shown(other)} where the sources give {_shown(value)}"


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 120 else f"{text[:117]}..."
