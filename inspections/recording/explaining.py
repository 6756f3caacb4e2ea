"""One reading in full, for an editor: every fact with the words that prove it, and what was joined to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from inspections import models
from inspections.reading.facts import Graded, InspectionFact, Reading, StatementFact, When, Words
from inspections.recording.identity import MergeDecision
from inspections.recording.refs import inspection_refs, statement_refs
from inspections.recording.report import warning_line
from inspections.recording.rows import Record
from inspections.wording import kind_in_words, when_in_words

Fact = tuple[int, str, Words | None]


def explain(readings: Iterable[Reading], decisions: Sequence[MergeDecision]) -> Iterator[str]:
    """Every line of the explanation of every reading."""
    for reading in readings:
        yield from explain_reading(reading, decisions)


def tabulate_merges(decisions: Sequence[MergeDecision], record: Record) -> Iterator[str]:
    """Every merge and every refusal to merge, one a line, parted by tabs: what, whether, with what, why, from where."""
    titles = {row.ref: row.title for row in record.of(models.Inspection)}
    leads = {row.ref: row.leads_to for row in record.of(models.Retired)}

    def shown(ref: str) -> str:
        return f"{ref} {titles.get(leads.get(ref, ref), '(not recorded)')}"

    yield "\t".join(("decision", "inspection", "the other", "reason", "source"))
    for joined in (True, False):
        for each in decisions:
            if each.joined == joined:
                others = "; ".join(map(shown, each.others))
                yield "\t".join(("one" if joined else "apart", shown(each.ref), others, each.in_words, each.source))
    merged = sum(each.joined for each in decisions)
    yield f"{merged} merges, {len(decisions) - merged} refusals to merge"


def explain_reading(reading: Reading, decisions: Sequence[MergeDecision]) -> Iterator[str]:
    yield f"{reading.held.name}: {reading.kind}, read by {reading.reader}"
    refs = {
        f"inspection {fact.key}": ref for fact, ref in zip(reading.inspections, inspection_refs(reading), strict=True)
    }
    refs |= {
        f"statement {fact.key}": ref for fact, ref in zip(reading.statements, statement_refs(reading), strict=True)
    }
    told = list(facts_of(reading))
    for at, (depth, label, words) in enumerate(told):
        known = f", id {refs[label]}" if label in refs else ""
        yield f"{'  ' * depth}{label}{known}{f' {_proof(words, reading)}' if words else ''}"
        ends = at + 1 == len(told) or told[at + 1][0] < depth
        if ends and (inspection := _above(told, at)) in refs:
            yield from (f"  {line}" for line in _joined(reading, refs[inspection], decisions))
    furniture = sum(passage.furniture for passage in reading.passages)
    yield f"{len(reading.passages)} passages, {furniture} of them furniture; {len(reading.held.text)} characters"
    for warned in reading.warnings:
        yield f"warning {warned.code}: {warning_line(reading, warned)}"


def _above(told: Sequence[Fact], at: int) -> str:
    """The heading that a fact stands under, where it is an inspection."""
    heading = next(label for depth, label, _ in reversed(told[: at + 1]) if depth == 0)
    return heading if heading.startswith("inspection ") else ""


def _joined(reading: Reading, ref: str, decisions: Sequence[MergeDecision]) -> Iterator[str]:
    for decision in decisions:
        if decision.source == reading.held.name and decision.ref == ref:
            verb = "joined to" if decision.joined else "not joined to"
            yield f"{verb} {', '.join(decision.others)}: {decision.in_words}" if decision.others else decision.in_words


def facts_of(reading: Reading) -> Iterator[Fact]:
    """Every fact of a reading in words: how deep it stands, what it says, and the words that prove it."""
    if reading.title:
        yield 0, "title", reading.title
    if reading.published:
        yield 0, f"published {_when(reading.published)}", reading.published.words
    for fact in reading.inspections:
        yield 0, f"inspection {fact.key}", None
        yield from ((1, label, words) for label, words in _inspection(fact))
    for statement in reading.statements:
        yield 0, f"statement {statement.key}", None
        yield from ((1, label, words) for label, words in _statement(statement))


def _inspection(fact: InspectionFact) -> Iterator[tuple[str, Words | None]]:
    for name in fact.authorities:
        yield f"authority {name.slug}", name.words
    if fact.provider:
        yield f"provider {fact.provider.id}, {fact.provider.name}, {fact.provider.kind}", fact.provider.words
    if fact.service:
        printed = f", printed as “{fact.service_name}”" if fact.service_name else ""
        yield f"service {fact.service.slug}{printed}", fact.service.words
    for name in fact.inspectorates:
        yield f"inspectorate {name.slug}", name.words
    yield f"kind {kind_in_words(fact.kind)}", fact.kind_words
    if fact.framework:
        yield f"framework {fact.framework.slug}, {fact.framework_basis}", fact.framework.words
    for label, when in (("inspected", fact.inspected), ("published", fact.published), ("next due", fact.next_due)):
        yield (f"{label} {_when(when)}", when.words) if when else (f"{label} not stated", None)
    if fact.overall:
        yield f"overall {_grade(fact.overall)}", fact.overall.words
    else:
        yield f"overall {fact.overall_absent or 'not stated'}", None
    if fact.outcome:
        yield "outcome", fact.outcome
    for judged in fact.judgements:
        yield f"judgement {judged.aspect}: {_grade(judged.grade)}", judged.grade.words
    for label, key in (("previous", fact.previous), ("follows", fact.follows)):
        if key:
            yield f"{label} inspection {key}", None
    yield from ((f"note {note}", None) for note in fact.notes)


def _statement(fact: StatementFact) -> Iterator[tuple[str, Words | None]]:
    who = ", ".join(each for each in (fact.speaker, fact.role, fact.organisation) if each) or "not stated"
    yield f"{fact.kind}{f', {fact.stance}' if fact.stance else ''}, {fact.status}, by {fact.attributed_to}: {who}", None
    yield "words", fact.words
    if fact.attribution:
        yield "attribution", fact.attribution
    if fact.said:
        yield f"said {_when(fact.said)}", fact.said.words
    yield f"about {', '.join(fact.about)}" if fact.about else "about no inspection in particular", None


def _when(when: When) -> str:
    note = f" ({when.note})" if when.note else ""
    return f"{when.edtf}, {when_in_words(when.edtf)}, {when.basis}{note}"


def _grade(grade: Graded) -> str:
    note = f" ({grade.note})" if grade.note else ""
    return f"{grade.scale}:{grade.grade or 'which is not stated'}, {grade.basis}{note}"


def _proof(words: Words, reading: Reading) -> str:
    """The words with their offsets, as the source page addresses them."""
    if words.rows:
        places = (f"{cells.sheet or 'table'} row {cells.row}" for cells in words.rows)
        return f"[{', '.join(places)}]"
    shown = (f"[{span.start}-{span.end} “{span.of(reading.held.text)}”]" for span in words.spans)
    return " ".join(shown) or "[no words]"
