"""The words behind plain inspections: each entry of their columns is proven in one inspection that has it.

An inspection is nothing but its entries beside one another, so what is proven of each entry is proven of all.
"""

from __future__ import annotations

from collections.abc import Iterator

from inspections import models
from inspections.catalogue import Catalogue
from inspections.recording.plain import Plain
from inspections.recording.proving import prove_rows
from inspections.recording.rows import Record, light

PROVEN = 20_000  # inspections that are made rows at a time


def prove_plain(plain: Plain, record: Record, catalogue: Catalogue) -> Iterator[str]:
    """Everything that its own words do not bear out, in the inspections that stand for all."""
    witnesses = plain.witnesses()
    for start in range(0, len(witnesses), PROVEN):
        yield from _prove_some(plain.only(witnesses[start : start + PROVEN]), record, catalogue)


def _prove_some(few: Plain, record: Record, catalogue: Catalogue) -> Iterator[str]:
    some = Record()
    some.rows[models.Source] = record.of(models.Source)
    for table in (models.Inspection, models.Judgement):
        some.rows[table] = [light(table)(*values) for values in few.rows(table, 0, len(few), 1, written=False)]
    proofs = few.evidence(0, len(few), 1, 1, written=False)
    some.rows[models.Evidence] = [light(models.Evidence)(*values) for values in proofs]
    yield from prove_rows(some, catalogue)
