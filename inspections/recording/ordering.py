"""Rows of a database in the order in which a record is built, and numbered as if it had just been built.

An edition made by difference keeps the integer keys of what stands and gives new ones to what is new, so that keys
have gaps and say nothing of the order. Put in order and numbered again, its rows are those of a record made at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Model

from inspections import models
from inspections.recording.rows import (
    TABLES,
    AuthoritySuccessor,
    InspectionService,
    Record,
    StatementInspection,
    read_record,
)

Key = Callable[[Any], Any]
LINKS = frozenset({"previous", "follows"})  # what is told of them is written when every inspection stands
# the columns that hold keys of other tables, where keys are numbers in order
POINTING: dict[type[Model], dict[str, type[Model]]] = {
    AuthoritySuccessor: {"from_authority_id": models.Authority, "to_authority_id": models.Authority},
    models.Service: {"authority_id": models.Authority},
    models.LongText: {"source_id": models.Source},
    models.Passage: {"source_id": models.Source},
    InspectionService: {"service_id": models.Service},
    models.Judgement: {},
    models.Statement: {"source_id": models.Source},
    StatementInspection: {"statement_id": models.Statement},
    models.Evidence: {
        "source_id": models.Source,
        "judgement_id": models.Judgement,
        "statement_id": models.Statement,
    },
}


def put_in_order(record: Record) -> Record:
    """The same rows under the same keys, in the order of a record that is built at once."""
    authorities = {row.pk: place for place, row in enumerate(record.of(models.Authority))}
    sources = _places(record.of(models.Source), lambda row: (row.received or date.max, row.file))
    begins = _beginnings(record)
    statements = _places(
        record.of(models.Statement), lambda row: (sources.get(row.source_id, 0), begins.get(row.pk, 0), row.pk)
    )
    kinds = {row.pk: (authorities.get(row.authority_id, 0), row.kind) for row in record.of(models.Service)}

    def of_evidence(row: Any) -> tuple[int, int, int]:
        if row.inspection_id:
            return (2 if row.field in LINKS else 1), row.inspection_id, row.pk
        if row.statement_id:
            return 3, statements.get(row.statement_id, 0), row.pk
        return 0, sources.get(row.source_id, 0), row.pk

    keys: dict[type[Model], Key] = {
        models.Service: lambda row: kinds[row.pk],
        models.Source: lambda row: sources[row.pk],
        models.LongText: lambda row: sources.get(row.source_id, 0),
        models.Passage: lambda row: (sources.get(row.source_id, 0), row.pk),
        InspectionService: lambda row: (row.inspection_id, row.pk),
        models.InspectedBy: lambda row: (row.inspection_id, row.pk),
        models.Judgement: lambda row: (row.inspection_id, row.position),
        models.Statement: lambda row: statements[row.pk],
        StatementInspection: lambda row: (statements.get(row.statement_id, 0), row.pk),
        models.Evidence: of_evidence,
    }
    return Record({
        table: sorted(record.rows[table], key=keys[table]) if table in keys else record.rows[table] for table in TABLES
    })  # fmt: skip


def _beginnings(record: Record) -> dict[int, int]:
    """Where the words of each statement begin: those of one source stand in the order of its text."""
    found: dict[int, int] = {}
    for row in record.of(models.Evidence):
        if row.statement_id and row.field == "text" and row.start is not None:
            found[row.statement_id] = min(row.start, found.get(row.statement_id, row.start))
    return found


def read_in_order(database: str) -> Record:
    """The record that stands in a database, in the order in which it would be built."""
    return put_in_order(read_record(database))


def _places(rows: list[Any], key: Key) -> dict[int, int]:
    return {row.pk: place for place, row in enumerate(sorted(rows, key=key))}


def renumber(record: Record) -> Record:
    """The rows of a record that is in order, numbered from 1 in each table; inspections keep the keys of their days."""
    numbers: dict[type[Model], Mapping[int, int]] = {
        table: {row.pk: number for number, row in enumerate(record.rows[table], 1)}
        for table in TABLES
        if table is not models.Inspection
    }
    return Record({
        table: record.rows[table] if table is models.Inspection else [_renumbered(row, table, numbers) for row in rows]
        for table, rows in record.rows.items()
    })  # fmt: skip


def _renumbered(row: Any, table: type[Model], numbers: Mapping[type[Model], Mapping[int, int]]) -> Any:
    changed = {} if table is models.LongText else {"id": numbers[table][row.pk]}
    for column, pointed in POINTING.get(table, {}).items():
        key = getattr(row, column)
        changed[column] = numbers[pointed].get(key, key) if key else key
    return replace(row, **changed)
