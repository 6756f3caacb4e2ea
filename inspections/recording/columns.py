"""Values of single columns, each from the fact it stands for."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.text import slugify

from inspections import models
from inspections.quotes import Comparison
from inspections.reading.facts import Held, Reading, StatementFact, Unreadable, When
from inspections.reading.serialise import from_json, read, to_json
from inspections.recording.merging import Merged
from inspections.recording.rows import Record
from inspections.text import Span


def hash_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def write_reading(reading: Reading) -> str:
    """The reading as it is kept, its text apart."""
    return json.dumps(to_json(reading, with_text=False), ensure_ascii=False, separators=(",", ":"))


def read_reading(written: str, text: str, packed: bytes = b"") -> Reading:
    """The reading again, of a long table by its ``packed`` text. Raises ``ValueError`` for what is none."""
    try:
        return from_json(json.loads(written), text, packed)
    except Unreadable as error:
        raise ValueError(str(error)) from error


def read_source(written: str, text: str, packed: bytes = b"") -> Held:
    """The source of a reading that is kept, without what it says."""
    return replace(read(Held, {**json.loads(written)["held"], "text": text}), packed=packed)


def packed_texts(record: Record) -> dict[int, bytes]:
    """The texts of long tables by the keys of their sources."""
    return {row.source_id: bytes(row.packed) for row in record.of(models.LongText)}


def iso_day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def slug_of(title: str, length: int) -> str:
    return slugify(title)[:length].rstrip("-") or "untitled"


def date_columns(name: str, when: When | None) -> dict[str, Any]:
    """The five columns of one date."""
    return {
        f"{name}_edtf": when.edtf if when else "",
        f"{name}_earliest": when.earliest if when else None,
        f"{name}_latest": when.latest if when else None,
        f"{name}_basis": when.basis if when else "",
        f"{name}_note": when.note if when else "",
    }


def years_of(when: When | None) -> tuple[int, int] | None:
    """The first and last year a date may lie in; None where no year is known."""
    if when is None or not (when.earliest or when.latest):
        return None
    first, last = when.earliest or when.latest, when.latest or when.earliest
    assert first and last
    return first.year, last.year


def sort_date(merged: Merged) -> date | None:
    for when in (merged.inspected, merged.published):
        if when and (when.earliest or when.latest):
            return when.earliest or when.latest
    return None


def warning_columns(code: str, message: str, span: Span | None) -> dict[str, Any]:
    return {"code": code, "message": message, "start": span.start if span else None, "end": span.end if span else None}


def position_of(fact: StatementFact) -> int:
    if fact.words.rows:
        return fact.words.rows[0].row
    return min((span.start for span in fact.words.spans), default=0)


def verified_column(source: models.Source | None, comparison: Comparison) -> dict[str, Any]:
    """Where a quotation was compared with its report, and every word in which it differs."""
    if source is None or comparison.span is None:
        return {}
    differences = [{"kind": each.kind, "theirs": each.theirs, "held": each.held} for each in comparison.differences]
    place = {"start": comparison.span.start, "end": comparison.span.end}
    return {"source": source.ref, "slug": source.slug, **place, "differences": differences}
