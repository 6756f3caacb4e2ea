"""Every stored span, quotation, grade and date checked against the held texts again.

Three proofs, each of which stands alone: the words (a slice is what is shown of it, a grade's words
are on its scale, a date's bounds are those of its value), the rebuilding (all rows are those that
the kept readings give), and the seals (texts, digest, changes and retired ids are as published).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Any

from django.db import connections
from django.db.models import Count, Max, Min, Model

from inspections import models
from inspections.catalogue import Catalogue
from inspections.reading.facts import Reading, Unreadable
from inspections.reading.serialise import Unserialisable
from inspections.recording.building import Unbuildable, build
from inspections.recording.columns import packed_texts, read_reading
from inspections.recording.digests import digest_of, read_sums, sum_up
from inspections.recording.held_columns import find_plain, prove_held, read_beside, settle
from inspections.recording.history import History, digest_retired, read_changes, read_history, seal, values_of
from inspections.recording.indexing import Index, build_index, prove_index
from inspections.recording.latest import audit_latest
from inspections.recording.ordering import renumber
from inspections.recording.plain_proof import prove_plain
from inspections.recording.proving import attempt, prove_kept, prove_rows, prove_texts
from inspections.recording.read_model import audit_read_model
from inspections.recording.rows import TABLES, Record, differences, read_rows, values_in

AUDITED: dict[type[Model], str] = {
    models.Source: "sources",
    models.Evidence: "spans",
    models.Inspection: "inspections",
    models.Judgement: "judgements",
    models.Statement: "statements",
    models.Edition: "editions",
}


@dataclass(frozen=True)
class Audited:
    """How much was checked, and everything that is false."""

    counts: dict[str, int]
    false: tuple[str, ...]


def audit_record(catalogue: Catalogue, database: str = "default") -> Audited:
    false = tuple(audit_database(database, catalogue))
    counts = {AUDITED[table]: table._default_manager.using(database).count() for table in AUDITED}
    return Audited(counts, false)


def audit_database(database: str, catalogue: Catalogue) -> Iterator[str]:
    """Everything false in a record, each in one line that names the place."""
    try:
        plain = find_plain(database, catalogue)
    except (Unserialisable, Unreadable, TypeError, ValueError, KeyError, AttributeError):
        plain = None  # its reading is named below
    try:
        record, history = read_beside(database, plain), read_history(database, stays=True)
    except ValueError as error:  # a value that its column cannot hold
        yield f"the record cannot be read ({error})"
        return
    yield from prove_texts(record)
    yield from prove_rows(record, catalogue)
    if plain:
        yield from prove_plain(plain, record, catalogue)
        yield from attempt("the long table", prove_held(plain, database))
    yield from _prove_rebuilding(record, catalogue)
    yield from attempt("history", _prove_history(record, history, database))
    yield from _prove_keys(database)
    yield from attempt("the index", _prove_index(record, database))
    yield from attempt("the latest outcomes", audit_latest(database))
    yield from attempt("the read model", audit_read_model(database))


def audit_edition(
    database: str,
    catalogue: Catalogue,
    record: Record,
    readings: Sequence[Reading],
    history: History,
    sums: Sequence[models.Sum],
    hash_packed: Callable[[bytes], str],
) -> Iterator[str]:
    """Everything false in an edition that was written just now from this record, built from these readings.

    What stands in the database is compared with the record value by value, and the record is proven by its texts.
    It is not built again by the code that has just built it: instead the kept readings must be those it was built of.
    """
    if connections[database].vendor != "sqlite":  # there its publisher compares all rows with what it was handed
        yield from _prove_stored(record, history, sums, database)
    yield from prove_texts(record, hash_packed)
    yield from prove_rows(record, catalogue)
    if record.plain:
        yield from prove_plain(record.plain, record, catalogue)
    yield from prove_kept(record, readings)
    yield from _prove_sealed(history, database)
    yield from _prove_leads(record, history.retired)
    yield from _prove_keys(database)


def _prove_stored(record: Record, history: History, sums: Sequence[models.Sum], database: str) -> Iterator[str]:
    """Are the rows of the database those of the record?"""
    given = {table: record.values(table) for table in TABLES}
    given |= {models.Change: values_of(history.changes), models.Sum: map(values_in(models.Sum), sums)}
    for table, ours in given.items():
        held = read_rows(table, database, **({"edition": None} if table is models.Retired else {}))
        for expected, found in zip_longest(ours, held, fillvalue=()):
            if expected != found:
                yield f"{table.__name__} holds {found or 'no row'} where the sources give {expected or 'none'}"
                break


def _prove_sealed(history: History, database: str) -> Iterator[str]:
    """Are the editions and the retired ids that stand those that were sealed?"""
    held = read_rows(models.Edition, database)
    if any(one != other for one, other in zip_longest(map(values_in(models.Edition), history.editions), held)):
        yield "the editions of the history are not as they were sealed"
    if digest_retired(history.retired) != history.editions[-1].retired_digest:
        yield "the retired ids are not as the newest edition left them"


def _prove_index(record: Record, database: str) -> Iterator[str]:
    index = Index()
    build_index(record, index)
    yield from prove_index(index, database)


def _prove_rebuilding(record: Record, catalogue: Catalogue) -> Iterator[str]:
    """Are these the rows that the kept readings give?"""
    readings: list[Reading] = []
    packed = packed_texts(record)
    known = record.plain.reading if record.plain else None
    for source in record.of(models.Source):
        if known and source.file == known.held.name:
            readings.append(known)
            continue
        try:
            readings.append(read_reading(source.reading, source.text, packed.get(source.pk, b"")))
        except (Unserialisable, TypeError, ValueError, KeyError, AttributeError) as error:
            yield f"source {source.file}: the kept reading cannot be read ({error})"
            return
    try:
        built = build(readings, catalogue).record
    except (Unbuildable, ValueError, KeyError) as error:
        yield f"the record cannot be rebuilt from its readings ({error})"
        return
    held = renumber(record)
    if record.plain:
        settle(held, record.plain)
    yield from (f"{place}: {what}" for place, what in differences(built, held))


def _prove_history(record: Record, history: History, database: str) -> Iterator[str]:
    if history.newest is None:
        yield "there is no edition"
        return
    before = ""
    for expected, edition in enumerate(history.editions, 1):
        if edition.number != expected:
            yield f"edition {expected} is missing"
        if seal(edition, read_changes(database, edition=edition.number), before) != edition.seal:
            yield f"edition {edition.number}: its account is not as it was sealed"
        before = edition.seal
    sums = sum_up(record)
    if [_summed(row) for row in sums] != [_summed(row) for row in read_sums(database)]:
        yield "the sums that the digest is made of are not those of the record"
    if digest_of(sums) != history.newest.digest:
        yield f"edition {history.newest.number}: the record is not the one its digest was made of"
    if digest_retired(history.retired) != history.newest.retired_digest:
        yield f"edition {history.newest.number}: the retired ids are not as it left them"
    yield from _prove_leads(record, history.retired)


def _summed(row: models.Sum) -> tuple[str, str, int, str]:
    return row.kind, row.begins, row.many, row.digest


def _prove_keys(database: str) -> Iterator[str]:
    """Changes and retired ids are numbered in the order they were written."""
    for table in (models.Change, models.Retired):
        held = table._default_manager.using(database).aggregate(many=Count("pk"), first=Min("pk"), last=Max("pk"))
        if held["many"] and (held["first"], held["last"]) != (1, held["many"]):  # no key stands twice
            yield f"the rows of {table.__name__} are not numbered as they were written"


def _prove_leads(record: Record, retired: Iterable[models.Retired]) -> Iterator[str]:
    """Every old id leads to a thing that stands, and none hides one."""
    tables: dict[str, Any] = {
        "source": models.Source, "inspection": models.Inspection, "statement": models.Statement,
    }  # fmt: skip
    standing = {kind: {row.ref for row in record.of(table)} for kind, table in tables.items()}
    for row in chain(record.of(models.Retired), retired):
        refs = standing.get(row.kind, set())
        also = record.plain if row.kind == "inspection" else None
        if row.leads_to and row.leads_to not in refs and not (also and also.holds(row.leads_to)):
            yield f"retired {row.kind} {row.ref} leads to {row.leads_to}, which does not stand"
        if row.ref in refs or (also and also.holds(row.ref)):
            yield f"{row.kind} {row.ref} stands and is retired at once"
