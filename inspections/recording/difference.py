"""The rows in which an edition differs from the one before it, written into a copy of the one before.

What goes is deleted and what comes is put in, in every table of the record, in what search looks through, in the newest
outcomes and in the sets of the filters. What does not differ is not touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from inspections import models
from inspections.recording.inserting import insert
from inspections.recording.latest import find_latest
from inspections.recording.rows import TABLES, InspectionService, Record, StatementInspection
from inspections.recording.search_difference import replace_entries
from inspections.recording.set_difference import Sets
from inspections.recording.standing import in_pieces

Thing = tuple[str, str]  # kind and id


@dataclass(frozen=True)
class Difference:
    """Rows that go and rows that come, in every table."""

    goes: Record
    comes: Record
    standing: Record  # all rows that stand in the places touched
    after: Record  # all rows that are to stand there
    sources: Mapping[int, Any]  # every source that the statements concerned stand in, by its key
    services_about: Mapping[int, list[int]]  # of inspections outside these places that statements are about


def cut(record: Record, chosen: Collection[Thing]) -> Record:
    """The rows of some things of a record and all that belongs to them."""
    sources = {row.pk for row in record.of(models.Source) if ("source", row.ref) in chosen}
    inspections = {row.pk for row in record.of(models.Inspection) if ("inspection", row.ref) in chosen}
    statements = {
        row.pk  # those of a changed source go and come together, so that they stay in the order of its text
        for row in record.of(models.Statement)
        if ("statement", row.ref) in chosen or row.source_id in sources
    }

    def belongs(row: Any) -> bool:
        if row.inspection_id:
            return row.inspection_id in inspections
        return row.statement_id in statements if row.statement_id else row.source_id in sources

    found = Record()
    rows = record.rows
    found.rows[models.Service] = rows[models.Service]
    found.rows[models.Source] = [row for row in rows[models.Source] if row.pk in sources]
    found.rows[models.Passage] = [row for row in rows[models.Passage] if row.source_id in sources]
    found.rows[models.Inspection] = [row for row in rows[models.Inspection] if row.pk in inspections]
    for table in (InspectionService, models.InspectedBy, models.Judgement):
        found.rows[table] = [row for row in rows[table] if row.inspection_id in inspections]
    found.rows[models.Statement] = [row for row in rows[models.Statement] if row.pk in statements]
    found.rows[StatementInspection] = [row for row in rows[StatementInspection] if row.statement_id in statements]
    found.rows[models.Evidence] = [row for row in rows[models.Evidence] if belongs(row)]
    return found


def write_difference(change: Difference, alias: str) -> None:
    """Everything but the history and the sums; aliases go with the history."""
    sets = Sets(alias, change)
    for table in reversed(TABLES):
        if table is not models.Retired:
            delete(table, (row.pk for row in change.goes.rows[table]), alias)
    for table in TABLES:
        if table is not models.Retired:
            insert(table, change.comes.rows[table], alias)
    touched = {pair.service_id for part in (change.goes, change.comes) for pair in part.rows[InspectionService]}
    gone = _drop_empty_services(touched, alias)
    replace_entries(change, touched, alias)
    _replace_latest(touched - gone, alias)
    sets.write(alias)


def delete(table: type[Model], keys: Iterable[int], alias: str, column: str = "pk") -> None:
    for some in in_pieces(keys):
        table._default_manager.using(alias).filter(**{f"{column}__in": some})._raw_delete(alias)


def _drop_empty_services(touched: Iterable[int], alias: str) -> set[int]:
    """Services at which nothing is recorded any more."""
    services = set(touched)
    full: set[int] = set()
    for service in services:
        if models.Service._default_manager.using(alias).filter(pk=service, inspections__isnull=False).exists():
            full.add(service)
    gone = services - full
    delete(models.Latest, gone, alias, "service")
    delete(models.Entry.about.through, gone, alias, "service")
    delete(models.Service, gone, alias)
    return gone


def _replace_latest(services: Collection[int], alias: str) -> None:
    rows = find_latest(alias, services)
    delete(models.Latest, services, alias, "service")
    free = next_key(models.Latest, alias)
    for number, row in enumerate(rows, free):
        row.pk = number
    models.Latest.objects.using(alias).bulk_create(rows)


def next_key(table: type[Model], alias: str) -> int:
    newest = table._default_manager.using(alias).order_by("-pk").values_list("pk", flat=True).first()
    return (newest or 0) + 1


def by(rows: Iterable[Any], column: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found
