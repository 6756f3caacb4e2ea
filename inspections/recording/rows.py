"""A whole record as rows in memory: built from readings, or read back from a database.

Integer keys are given by the order of the rows, so that two records built of the same sources are equal
row by row. A row has the columns of its model under the same names and
nothing else: hundreds of thousands of them fit where as many models would not.
"""

from __future__ import annotations

import hashlib
import json
import marshal
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, make_dataclass
from datetime import date, datetime
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.db.models import NOT_PROVIDED, Model

from inspections import models
from inspections.packing import hash_of

if TYPE_CHECKING:
    from inspections.recording.plain import Plain

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
    models.LongText,
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
# those that an inspection has rows in; plain inspections have rows in no other
OF_INSPECTIONS: tuple[type[Model], ...] = (
    models.Inspection,
    InspectionService,
    models.InspectedBy,
    models.Judgement,
    models.Evidence,
)
HISTORY: tuple[type[Model], ...] = (models.Edition, models.Change)


KEY = "q"
BATCH = 2000  # rows that are read, hashed or written at a time


def make(table: type[Row], **values: Any) -> Row:
    """A row of a table; columns that are not given have their defaults."""
    return cast(Row, light(table)(**values))


@cache
def light(table: type[Model]) -> type[Any]:
    """A class with the columns of a model and no more."""
    columns = [(column.attname, Any, _default(column)) for column in table._meta.concrete_fields]
    assert table._meta.pk is not None
    name = table._meta.pk.attname
    pk = property(attrgetter(name), lambda row, key: setattr(row, name, key))
    return make_dataclass(f"{table.__name__}Row", columns, slots=True, namespace={"table": table, "pk": pk})


def _default(column: Any) -> Any:
    if column.default is NOT_PROVIDED:
        return field(default="" if column.empty_strings_allowed and not column.null else None)
    return field(default_factory=column.default) if callable(column.default) else field(default=column.default)


@dataclass
class Record:
    """Rows by table. ``Retired`` holds the aliases that follow from the sources; history is kept apart.

    With ``plain``, the inspections that stay columns have no rows here: ``values`` gives those of both in order.
    """

    rows: dict[type[Model], list[Any]] = field(default_factory=lambda: {table: [] for table in TABLES})
    plain: Plain | None = None
    # of each inspection that has rows: how many plain ones come before it, and its key
    cuts: list[tuple[int, int]] = field(default_factory=list)
    # where among the rows of a table those of the inspections begin and end
    bounds: dict[type[Model], tuple[int, int]] = field(default_factory=dict)
    first_judgements: dict[int, int] = field(default_factory=dict)  # keys, by the place of the plain inspection

    def add(self, row: Row) -> Row:
        """Append a row; one without an integer key of its own gets the next of its table."""
        table = self.rows[row.table]  # type: ignore[attr-defined]
        row.pk = row.pk or len(table) + 1
        table.append(row)
        return row

    def of(self, table: type[Row]) -> list[Row]:
        """The rows of a table, without those of plain inspections."""
        return self.rows[table]

    def count(self, table: type[Model]) -> int:
        """How many rows a table has."""
        plain = self.plain.count(table, len(self.plain)) if self.plain and table in OF_INSPECTIONS else 0
        return len(self.rows[table]) + plain

    def settle(self, plain: Plain) -> None:
        """Put plain inspections among the others, and number all rows as if all had been added in turn."""
        self.plain = plain
        self.cuts = [(plain.place(row.pk), row.pk) for row in self.rows[models.Inspection]]
        judgements: dict[int, int] = {}
        for table in OF_INSPECTIONS:
            if table is models.Inspection:
                continue
            number = 1
            for rows, start, stop in self.segments(table):
                if rows is None:
                    if table is models.Judgement:
                        self.first_judgements[start] = number
                    number += plain.count(table, stop) - plain.count(table, start)
                    continue
                for row in rows:
                    if table is models.Judgement:
                        judgements[row.pk] = number
                    elif table is models.Evidence and row.judgement_id:
                        row.judgement_id = judgements.get(row.judgement_id, row.judgement_id)
                    row.pk, number = number, number + 1

    def first_keys(self, table: type[Model]) -> array[int]:
        """The key of the first row that each plain inspection has, or would have, in a table."""
        assert self.plain is not None
        found, number = array(KEY), 1
        before = self.plain.before.get(table)
        for rows, start, stop in self.segments(table):
            if rows is not None:
                number += len(rows)
            elif before is None:
                found.extend(range(number, number + stop - start))
                number += stop - start
            else:
                found.extend(map((number - before[start]).__add__, before[start:stop]))
                number += before[stop] - before[start]
        return found

    def plain_entries(self) -> array[int]:
        """The number of each plain inspection among what a search can find: authorities come before all inspections."""
        before = len(self.rows[models.Authority])
        return array(KEY, map(before.__add__, self.first_keys(models.Inspection)))

    def segments(self, table: type[Model]) -> Iterator[tuple[list[Any] | None, int, int]]:
        """The rows of a table in order: some that stand here, or the places of plain inspections whose rows follow."""
        rows = self.rows[table]
        if self.plain is None or table not in OF_INSPECTIONS:
            yield rows, 0, 0
            return
        at, end = self.bounds.get(table, (0, len(rows)))
        yield rows[:at], 0, 0
        done = 0
        of = attrgetter("id" if table is models.Inspection else "inspection_id")
        for before, key in self.cuts:
            if before > done:
                yield None, done, before
                done = before
            begun = at
            while at < end and of(rows[at]) == key:
                at += 1
            if at > begun:
                yield rows[begun:at], 0, 0
        if done < len(self.plain):
            yield None, done, len(self.plain)
        yield rows[end:], 0, 0

    def values(self, table: type[Model]) -> Iterator[tuple[Any, ...]]:
        """The values of every row of a table, in the order of their keys."""
        number = 1
        for rows, start, stop in self.segments(table):
            if rows is not None:
                number += len(rows)
                yield from map(values_in(table), rows)
                continue
            assert self.plain is not None
            if table is models.Evidence:
                yield from self.plain.evidence(start, stop, number, self.first_judgements[start], written=False)
            else:
                yield from self.plain.rows(table, start, stop, number, written=False)
            number += self.plain.count(table, stop) - self.plain.count(table, start)


def hash_rows(sha: Any, rows: Iterable[tuple[Any, ...]]) -> None:
    """Every value of these rows; it does not matter how many come at a time."""
    held = iter(rows)
    while batch := list(islice(held, BATCH)):
        if type(batch[0][-1]) is bytes:  # what is long is not copied only to be hashed
            batch = [(*row[:-1], hashlib.sha256(row[-1]).hexdigest()) for row in batch]
        sha.update(memoryview(marshal.dumps(batch, 0))[LIST_HEAD:])  # version 0: equal values are written alike


LIST_HEAD = 5  # bytes that say how long a list is


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
    if isinstance(value, bytes | memoryview):  # the same text may be packed otherwise by another machine
        return hash_of(bytes(value))
    raise TypeError(f"{type(value).__name__} has no canonical form")


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_write_date)


def differences(built: Record, held: Record) -> Iterator[tuple[str, str]]:
    """Where two records differ: the place, and what stands there instead."""
    same = bool(built.plain and held.plain and built.plain.same_as(held.plain))
    for table in TABLES:
        ours, theirs = built.count(table), held.count(table)
        if ours != theirs:
            yield table.__name__, f"{theirs} rows where the sources give {ours}"
        for one, other in zip(_of(built, table, same), _of(held, table, same), strict=False):
            yield from _compare(table, one, other)


def _of(record: Record, table: type[Model], others: bool) -> Iterator[tuple[Any, ...]]:
    """The values of the rows of a table, or of those that are not plain inspections'."""
    return map(values_in(table), record.rows[table]) if others else record.values(table)


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
