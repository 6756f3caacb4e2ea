"""The record that stands, with the plain inspections of its long table as columns instead of rows.

The columns are made of the kept table as an import makes them. That the rows which stand are theirs is proven by
``prove_held``, value by value.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from django.db import connections
from django.db.models import Model

from inspections import models
from inspections.catalogue import Catalogue
from inspections.reading.facts import Reading
from inspections.recording.choosing import choose_plain
from inspections.recording.columns import read_reading
from inspections.recording.identity import order_sources
from inspections.recording.inserting import read_raw
from inspections.recording.ordering import put_in_order, read_in_order
from inspections.recording.plain import Plain
from inspections.recording.rows import KEY, OF_INSPECTIONS, TABLES, Record, column_names, light, read_rows
from inspections.recording.standing import read_where
from inspections.recording.standing_ids import StandingIds
from inspections.recording.withdrawing import Gone

OTHERS = tuple(table for table in TABLES if table not in OF_INSPECTIONS)


def find_plain(database: str, catalogue: Catalogue) -> Plain | None:
    """The plain inspections that the sources of a record give; None without a long table.

    Raises ``ValueError`` and its like for what is no reading.
    """
    packed = dict(models.LongText._default_manager.using(database).values_list("source_id", "packed"))
    if not packed:
        return None
    sources = models.Source.objects.using(database).order_by("pk").values_list("pk", "file", "reading", "text")
    keys: dict[str, int] = {}
    readings: list[Reading] = []
    for key, file, reading, text in sources.iterator():
        keys[file] = key
        readings.append(read_reading(reading, text, bytes(packed.pop(key, b""))))
    plain = choose_plain(order_sources(readings), catalogue).plain
    if plain is None:
        return None
    plain.source = keys[plain.reading.held.name]
    services = models.Service.objects.using(database).values_list("authority__slug", "kind", "pk")
    plain.services = {(slug, kind): key for slug, kind, key in services}
    return plain if plain.pairs() <= plain.services.keys() else None


def read_beside(database: str, plain: Plain | None) -> Record:
    """The record that stands, without rows of these inspections."""
    if plain is None:
        return read_in_order(database)
    keys = models.Inspection.objects.using(database).order_by("pk").values_list("pk", flat=True)
    record = read_others(database, [key for key in keys.iterator() if not plain.has_key(key)])
    settle(record, plain)
    return record


def read_without(database: str, standing: StandingIds, plain: Plain | None, gone: Gone | None) -> Record:
    """The record that stands, without rows of inspections that have the ids of these, and of those that are gone."""
    return read_others(
        database,
        [
            key
            for key, number in standing
            if not (plain and plain.holds_number(number)) and not (gone is not None and gone.has(key))
        ],
    )


def read_others(database: str, inspections: Sequence[int]) -> Record:
    """The record that stands, of its inspections only these."""
    record = Record()
    for table in OTHERS:
        only = {"edition": None} if table is models.Retired else {}
        row = light(table)
        record.rows[table] = [row(*values) for values in read_rows(table, database, **only)]
    for number, alias in enumerate(record.of(models.Retired), 1):
        alias.pk = number
    for table in OF_INSPECTIONS:
        column = "id" if table is models.Inspection else "inspection_id"
        record.rows[table] = read_where(table, database, column, inspections)
    row = light(models.Evidence)
    record.rows[models.Evidence] += [
        row(*values) for values in read_rows(models.Evidence, database, inspection=None)
    ]  # fmt: skip
    return put_in_order(record)


def settle(record: Record, plain: Plain) -> None:
    """Put plain inspections among the rows of a record that is in order; what rows prove keeps its numbers' order."""
    evidence = record.of(models.Evidence)
    first = next((at for at, row in enumerate(evidence) if row.inspection_id), len(evidence))
    last = next((at for at in range(first, len(evidence)) if not _is_own(evidence[at])), len(evidence))
    record.bounds[models.Evidence] = first, last
    record.settle(plain)


def _is_own(row: Any) -> bool:
    return bool(row.inspection_id) and row.field not in ("previous", "follows")


def prove_held(plain: Plain, database: str) -> Iterator[str]:
    """Where rows of plain inspections are not what their columns say, integer keys of other tables apart."""
    judgements: array[int] = array(KEY)
    for table in OF_INSPECTIONS:
        held = held_rows(table, plain, database)
        written = connections[database].vendor == "sqlite"
        if table is models.Judgement:
            held = _noting(held, judgements)
        if table is models.Evidence:
            ours: Iterable[tuple[Any, ...]] = plain.evidence(0, len(plain), 1, 1, written)
            ours = ((*row[:3], judgements[row[3] - 1] if row[3] else None, *row[4:]) for row in ours)
        else:
            ours = plain.rows(table, 0, len(plain), 1, written)
        own = 0 if table is models.Inspection else 1
        for expected, found in zip_longest(ours, held):
            if expected is None or found is None or expected[own:] != found[own:]:
                yield _difference(table, expected, found)
                break


def _difference(table: type[Model], expected: tuple[Any, ...] | None, found: tuple[Any, ...] | None) -> str:
    if expected is None or found is None:
        return f"{table.__name__} has {'fewer' if found is None else 'more'} rows than the long table gives"
    for name, one, other in list(zip(column_names(table), expected, found, strict=True))[1:]:
        if one != other:
            return f"{table.__name__} {found[1]}, {name}: {other!r:.120} where the sources give {one!r:.120}"
    return f"{table.__name__} {found[1]} stands under another key"


def held_rows(table: type[Model], plain: Plain, database: str) -> Iterator[tuple[Any, ...]]:
    """The rows of plain inspections that stand, in the order of their keys."""
    names = column_names(table)
    at = 0 if table is models.Inspection else names.index("inspection_id")
    if connections[database].vendor == "sqlite":
        order = "id" if table is models.Inspection else "inspection_id, id"
        rows = read_raw(table, database, "" if table is models.Inspection else "inspection_id IS NOT NULL", order)
    else:
        found = table._default_manager.using(database).order_by(*(["pk"] if at == 0 else ["inspection_id", "pk"]))
        found = found if at == 0 else found.filter(inspection__isnull=False)
        rows = found.values_list(*names).iterator(2000)
    return (row for row in rows if plain.has_key(row[at]))


def _noting(rows: Iterable[tuple[Any, ...]], keys: array[int]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        keys.append(row[0])
        yield row
