"""One reading in full, for an editor: every fact with the words that prove it, and what was joined to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from inspections.reading.facts import Graded, InspectionFact, Reading, StatementFact, When, Words
from inspections.recording.identity import MergeDecision
from inspections.recording.refs import inspection_refs, statement_refs
from inspections.recording.report import warning_line
from inspections.wording import kind_in_words, when_in_words


def explain(readings: Iterable[Reading], decisions: Sequence[MergeDecision]) -> Iterator[str]:
    """Every line of the explanation of every reading."""
    for reading in readings:
        yield from explain_reading(reading, decisions)


def explain_reading(reading: Reading, decisions: Sequence[MergeDecision]) -> Iterator[str]:
    text = reading.held.text
    yield f"{reading.held.name}: {reading.kind}, read by {reading.reader}"
    if reading.title:
        yield f"  title {_proof(reading.title, reading)}"
    if reading.published:
        yield f"  published {_when(reading.published, reading)}"
    refs = dict(zip((fact.key for fact in reading.inspections), inspection_refs(reading), strict=True))
    for fact in reading.inspections:
        yield f"inspection {fact.key}, id {refs[fact.key]}"
        yield from (f"  {line}" for line in _inspection(fact, reading))
        for decision in decisions:
            if decision.source == reading.held.name and decision.ref == refs[fact.key]:
                verb = "joined to" if decision.joined else "not joined to"
                yield f"  {verb} {', '.join(decision.others)}: {decision.reason}"
    for statement, ref in zip(reading.statements, statement_refs(reading), strict=True):
        yield f"statement {statement.key}, id {ref}"
        yield from (f"  {line}" for line in _statement(statement, reading))
    furniture = sum(passage.furniture for passage in reading.passages)
    yield f"{len(reading.passages)} passages, {furniture} of them furniture; {len(text)} characters"
    for warned in reading.warnings:
        yield f"warning {warned.code}: {warning_line(reading, warned)}"


def _inspection(fact: InspectionFact, reading: Reading) -> Iterator[str]:
    for name in fact.authorities:
        yield f"authority {name.slug} {_proof(name.words, reading)}"
    if fact.service:
        printed = f", printed as “{fact.service_name}”" if fact.service_name else ""
        yield f"service {fact.service.slug}{printed} {_proof(fact.service.words, reading)}"
    for name in fact.inspectorates:
        yield f"inspectorate {name.slug} {_proof(name.words, reading)}"
    yield f"kind {kind_in_words(fact.kind)} {_proof(fact.kind_words, reading)}"
    if fact.framework:
        yield f"framework {fact.framework.slug}, {fact.framework_basis} {_proof(fact.framework.words, reading)}"
    for label, when in (("inspected", fact.inspected), ("published", fact.published), ("next due", fact.next_due)):
        yield f"{label} {_when(when, reading)}" if when else f"{label} not stated"
    overall = _grade(fact.overall, reading) if fact.overall else fact.overall_absent or "not stated"
    yield f"overall {overall}"
    if fact.outcome:
        yield f"outcome {_proof(fact.outcome, reading)}"
    for judged in fact.judgements:
        yield f"judgement {judged.aspect}: {_grade(judged.grade, reading)}"
    for label, key in (("previous", fact.previous), ("follows", fact.follows)):
        if key:
            yield f"{label} inspection {key}"
    yield from (f"note {note}" for note in fact.notes)


def _statement(fact: StatementFact, reading: Reading) -> Iterator[str]:
    who = ", ".join(each for each in (fact.speaker, fact.role, fact.organisation) if each) or "not stated"
    yield f"{fact.kind}{f', {fact.stance}' if fact.stance else ''}, {fact.status}, by {fact.attributed_to}: {who}"
    yield f"words {_proof(fact.words, reading)}"
    if fact.attribution:
        yield f"attribution {_proof(fact.attribution, reading)}"
    if fact.said:
        yield f"said {_when(fact.said, reading)}"
    yield f"about {', '.join(fact.about)}" if fact.about else "about no inspection in particular"


def _when(when: When, reading: Reading) -> str:
    note = f" ({when.note})" if when.note else ""
    return f"{when.edtf}, {when_in_words(when.edtf)}, {when.basis}{note} {_proof(when.words, reading)}"


def _grade(grade: Graded, reading: Reading) -> str:
    note = f" ({grade.note})" if grade.note else ""
    return f"{grade.scale}:{grade.grade or 'which is not stated'}, {grade.basis}{note} {_proof(grade.words, reading)}"


def _proof(words: Words | None, reading: Reading) -> str:
    """The words with their offsets, as the source page addresses them."""
    if words is None:
        return "[no words]"
    if words.cells:
        return f"[{words.cells.sheet or 'table'} row {words.cells.row}]"
    shown = (f"[{span.start}-{span.end} “{span.of(reading.held.text)}”]" for span in words.spans)
    return " ".join(shown) or "[no words]"
