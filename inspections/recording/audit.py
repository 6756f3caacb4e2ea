"""Every stored span, quotation, grade and date checked against the held texts again.

Three proofs, each of which stands alone: the words (a slice is what is shown of it, a grade's words
are on its scale, a date's bounds are those of its value), the rebuilding (all rows are those that
the kept readings give), and the seals (texts, digest, changes and retired ids are as published).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from inspections import models
from inspections.catalogue import Catalogue
from inspections.reading.facts import Reading
from inspections.reading.serialise import Unserialisable, from_json
from inspections.recording.building import Unbuildable, build, hash_text
from inspections.recording.history import digest_retired, read_history, seal
from inspections.recording.proving import prove_rows
from inspections.recording.rows import Record, differences, read_record


@dataclass(frozen=True)
class Audited:
    """How much was checked, and everything that is false."""

    counts: dict[str, int]
    false: tuple[str, ...]


def audit_record(catalogue: Catalogue, database: str = "default") -> Audited:
    false = tuple(audit_database(database, catalogue))
    counted = (models.Source, models.Evidence, models.Statement, models.Judgement, models.Inspection, models.Edition)
    counts = {table.__name__.lower(): table._default_manager.using(database).count() for table in counted}
    return Audited(counts, false)


def audit_database(database: str, catalogue: Catalogue) -> Iterator[str]:
    """Everything false in a record, each in one line that names the place."""
    record = read_record(database)
    yield from _prove_texts(record)
    yield from prove_rows(record, catalogue)
    yield from _prove_rebuilding(record, catalogue)
    yield from _prove_history(record, database)


def _prove_texts(record: Record) -> Iterator[str]:
    for source in record.of(models.Source):
        if hash_text(source.text) != source.text_sha256:
            yield f"source {source.file}: the held text is not the one that was recorded"
        if source.media_type == "text/plain" and hashlib.sha256(source.text.encode()).hexdigest() != source.sha256:
            yield f"source {source.file}: the held text is not the file as received"


def _prove_rebuilding(record: Record, catalogue: Catalogue) -> Iterator[str]:
    """Are these the rows that the kept readings give?"""
    readings: list[Reading] = []
    for source in record.of(models.Source):
        try:
            readings.append(from_json(source.reading, source.text))
        except (Unserialisable, TypeError, ValueError, KeyError, AttributeError) as error:
            yield f"source {source.file}: the kept reading cannot be read ({error})"
            return
    try:
        built = build(readings, catalogue).record
    except (Unbuildable, ValueError, KeyError) as error:
        yield f"the record cannot be rebuilt from its readings ({error})"
        return
    yield from (f"{place}: {what}" for place, what in differences(built, record))


def _prove_history(record: Record, database: str) -> Iterator[str]:
    history = read_history(database)
    if history.newest is None:
        yield "there is no edition"
        return
    changes: dict[int, list[models.Change]] = {edition.number: [] for edition in history.editions}
    for change in history.changes:
        changes.setdefault(change.edition_id, []).append(change)
    before = ""
    for expected, edition in enumerate(history.editions, 1):
        if edition.number != expected:
            yield f"edition {expected} is missing"
        if seal(edition, changes[edition.number], before) != edition.seal:
            yield f"edition {edition.number}: its account is not as it was sealed"
        before = edition.seal
    if record.digest() != history.newest.digest:
        yield f"edition {history.newest.number}: the record is not the one its digest was made of"
    if digest_retired(history.retired) != history.newest.retired_digest:
        yield f"edition {history.newest.number}: the retired ids are not as it left them"
    yield from _prove_leads(record, history.retired)


def _prove_leads(record: Record, retired: Iterable[models.Retired]) -> Iterator[str]:
    """Every old id leads to a thing that stands, and none hides one."""
    tables: dict[str, Any] = {
        "source": models.Source, "inspection": models.Inspection, "statement": models.Statement,
    }  # fmt: skip
    standing = {kind: {row.ref for row in record.of(table)} for kind, table in tables.items()}
    for row in [*record.of(models.Retired), *retired]:
        refs = standing.get(row.kind, set())
        if row.leads_to and row.leads_to not in refs:
            yield f"retired {row.kind} {row.ref} leads to {row.leads_to}, which does not stand"
        if row.ref in refs:
            yield f"{row.kind} {row.ref} stands and is retired at once"
