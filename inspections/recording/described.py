"""What one source says, as JSON for other programs: facts with their words, before anything is recorded."""

from __future__ import annotations

from typing import Any

from inspections.catalogue import Catalogue
from inspections.reading.facts import Graded, InspectionFact, Reading, StatementFact, Warned, When, Words
from inspections.reading.serialise import Json


def describe(reading: Reading, catalogue: Catalogue) -> Json:
    """Inspections, statements and warnings in the order read; keys are local to the source."""
    text = reading.held.text
    return {
        "kind": reading.kind,
        "published": _when(reading.published, text),
        "inspections": [_inspection(fact, catalogue, text) for fact in reading.inspections],
        "statements": [_statement(fact, text) for fact in reading.statements],
        "warnings": [_warning(warned, text) for warned in reading.warnings],
    }


def _inspection(fact: InspectionFact, catalogue: Catalogue, text: str) -> Json:
    return {
        "key": fact.key,
        "authorities": [
            {"slug": name.slug, "name": catalogue.authorities[name.slug].name, "as_printed": _words(name.words, text)}
            for name in fact.authorities
        ],
        "service": {"kind": fact.service.slug, "name": fact.service_name} if fact.service else None,
        "provider": (
            {"id": fact.provider.id, "name": fact.provider.name, "kind": fact.provider.kind} if fact.provider else None
        ),
        "inspectorates": [name.slug for name in fact.inspectorates],
        "kind": fact.kind,
        "framework": fact.framework.slug if fact.framework else None,
        "inspected": _when(fact.inspected, text),
        "published": _when(fact.published, text),
        "overall": _grade(fact.overall, text),
        "overall_absent": fact.overall_absent,
        "outcome": " ".join(_words(fact.outcome, text)) or None,
        "judgements": [
            {"aspect": judged.aspect, "aspect_slug": judged.aspect_slug, **(_grade(judged.grade, text) or {})}
            for judged in fact.judgements
        ],
        "previous": fact.previous,
        "follows": fact.follows,
        "next_due": _when(fact.next_due, text),
        "notes": list(fact.notes),
    }


def _statement(fact: StatementFact, text: str) -> Json:
    return {
        "key": fact.key,
        "kind": fact.kind,
        "stance": fact.stance,
        "text": "\n\n".join(_words(fact.words, text)),
        "in_quotation_marks": fact.in_quotation_marks,
        "attributed_to": fact.attributed_to,
        "speaker": fact.speaker,
        "private": fact.private,
        "role": fact.role,
        "organisation": fact.organisation,
        "said": _when(fact.said, text),
        "status": fact.status,
        "about": list(fact.about),
        "evidence": [[span.start, span.end] for span in fact.words.spans],
    }


def _warning(warned: Warned, text: str) -> Json:
    span = warned.span
    words = span.of(text) if span else None
    return {"code": warned.code, "message": warned.message, "span": [span.start, span.end] if span else None} | {
        "words": words
    }


def _when(when: When | None, text: str) -> Json | None:
    if when is None:
        return None
    return {
        "edtf": when.edtf,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "basis": when.basis,
        "note": when.note,
        "as_printed": _words(when.words, text),
    }


def _grade(graded: Graded | None, text: str) -> Json | None:
    if graded is None:
        return None
    return {
        "scale": graded.scale,
        "grade": graded.grade,
        "basis": graded.basis,
        "as_printed": _words(graded.words, text),
        "evidence": [[span.start, span.end] for span in graded.words.spans],
    }


def _words(words: Words | None, text: str) -> list[Any]:
    return list(words.of(text)) if words else []
