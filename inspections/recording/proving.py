"""The words behind each row: slices, wordings of scales, bounds of dates, names of speakers."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from inspections import models
from inspections.catalogue import Catalogue
from inspections.evidence import ROW, RowFact, each_fact
from inspections.packing import hash_of
from inspections.periods import NotADate, parse
from inspections.reading.facts import Reading
from inspections.reading.proven import read_grade, stands, tells_role
from inspections.reading.serialise import Unserialisable
from inspections.recording.columns import hash_text, packed_texts, read_reading, write_reading
from inspections.recording.rows import Record

Rows = dict[int, list[models.Evidence]]
Said = dict[tuple[str, str], str | None]  # the grade of each wording on a scale, worked out once


class _Told(RowFact):
    """One thing that a row proves, with what is asked of each: asking the row again and again was half of its proof."""

    __slots__ = ("end", "inspection_id", "pk", "row", "source_id", "start")

    def __init__(self, within: Any, field: str, claim: str, cells: list[list[str]], judged: int) -> None:
        super().__init__(within, field, claim, cells, judged)
        self.pk, self.source_id, self.inspection_id = within.pk, within.source_id, within.inspection_id
        self.start, self.end, self.row = within.start, within.end, within.row


def prove_rows(record: Record, catalogue: Catalogue) -> Iterator[str]:
    """Everything that its own words do not bear out."""
    texts = {source.pk: source for source in record.of(models.Source)}
    facts: list[models.Evidence] = []
    for row in record.of(models.Evidence):
        yield from attempt(f"evidence {row.pk}", _take_apart(row, facts))
    by_inspection, by_judgement, by_statement = _sort_evidence(facts)
    for evidence in facts:
        yield from attempt(f"evidence {evidence.pk}", _prove_span(evidence, texts))
    for source in record.of(models.Source):
        place = f"source {source.file}"
        yield from attempt(place, _prove_dates(place, source, ("published",)))
    for inspection in record.of(models.Inspection):
        place = f"inspection {inspection.ref}"
        yield from attempt(place, _prove_inspection(inspection, by_inspection[inspection.pk]))
    said: Said = {}
    for judgement in record.of(models.Judgement):
        proof = _prove_judgement(judgement, by_judgement[judgement.pk], texts, catalogue, said)
        yield from attempt(f"judgement {judgement.pk}", proof)
    for statement in record.of(models.Statement):
        proof = _prove_statement(statement, by_statement[statement.pk], texts)
        yield from attempt(f"statement {statement.ref}", proof)


def prove_texts(record: Record, hash_packed: Callable[[bytes], str] = hash_of) -> Iterator[str]:
    """Are the held texts those that were recorded, and those of the files?"""
    packed = packed_texts(record)
    for source in record.of(models.Source):
        if source.pk in packed:
            yield from attempt(f"source {source.file}", _prove_packed(source, packed[source.pk], hash_packed))
        elif hash_text(source.text) != source.text_sha256:
            yield f"source {source.file}: the held text is not the one that was recorded"
        if source.media_type == "text/plain" and hashlib.sha256(source.text.encode()).hexdigest() != source.sha256:
            yield f"source {source.file}: the held text is not the file as received"


def _prove_packed(source: models.Source, packed: bytes, hash_packed: Callable[[bytes], str]) -> Iterator[str]:
    if source.text or hash_packed(packed) != source.text_sha256:
        yield f"source {source.file}: the held text is not the one that was recorded"


def prove_kept(record: Record, readings: Iterable[Reading]) -> Iterator[str]:
    """Does each kept reading say what the record was built of? A long table's says what its text says."""
    given = {reading.held.name: reading for reading in readings}
    packed = packed_texts(record)
    for source in record.of(models.Source):
        reading = given.get(source.file)
        if source.pk in packed:
            if not reading or packed[source.pk] != reading.held.packed or source.reading != write_reading(reading):
                yield f"source {source.file}: the kept reading is not the one that was recorded"
            continue
        try:
            kept = read_reading(source.reading, source.text)
        except (Unserialisable, TypeError, ValueError, KeyError, AttributeError) as error:
            yield f"source {source.file}: the kept reading cannot be read ({error})"
            continue
        if kept != reading:
            yield f"source {source.file}: the kept reading is not the one that was recorded"


def attempt(place: str, proof: Iterator[str]) -> Iterator[str]:
    """What a proof finds; a row too broken to be proven is false for that reason."""
    try:
        yield from proof
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        yield f"{place}: it cannot be checked ({type(error).__name__}: {error})"


def _take_apart(row: models.Evidence, facts: list[models.Evidence]) -> Iterator[str]:
    """Every single proof of a row of evidence, added to the others."""
    facts += each_fact([row], _Told)
    if row.field == ROW and (row.cells or not row.told):
        yield f"evidence {row.pk}: it does not tell what its row proves"


def _sort_evidence(facts: Iterable[models.Evidence]) -> tuple[Rows, Rows, Rows]:
    inspections, judgements, statements = defaultdict(list), defaultdict(list), defaultdict(list)
    for evidence in facts:
        if evidence.judgement_id:
            judgements[evidence.judgement_id].append(evidence)
        elif evidence.inspection_id:
            inspections[evidence.inspection_id].append(evidence)
        elif evidence.statement_id:
            statements[evidence.statement_id].append(evidence)
    return inspections, judgements, statements


def _prove_span(evidence: models.Evidence, sources: dict[int, models.Source]) -> Iterator[str]:
    place = f"evidence {evidence.pk} ({evidence.field})"
    source = sources.get(evidence.source_id)
    if source is None:
        yield f"{place}: its source is not held"
        return
    if evidence.start is None or evidence.end is None:
        if evidence.row is None or not evidence.cells:
            yield f"{place}: it marks neither words nor cells of {source.file}"
    elif not 0 <= evidence.start < evidence.end <= len(source.text):
        yield f"{place}: {evidence.start}-{evidence.end} leaves {source.file}, which has {len(source.text)} characters"


def slice_of(evidence: models.Evidence, sources: dict[int, models.Source]) -> str:
    """The words an evidence row marks."""
    if evidence.start is None:
        return "; ".join(text for _, text in evidence.cells)
    return sources[evidence.source_id].text[evidence.start : evidence.end]


def _prove_dates(place: str, row: Any, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        edtf, basis = getattr(row, f"{name}_edtf"), getattr(row, f"{name}_basis")
        bounds = getattr(row, f"{name}_earliest"), getattr(row, f"{name}_latest")
        if not edtf:
            if bounds != (None, None) or basis:
                yield f"{place}: {name} has bounds without a value"
            continue
        if basis not in ("stated", "derived", "candidates"):
            yield f"{place}: {name} does not say how it is known"
        if basis != "stated" and not getattr(row, f"{name}_note"):
            yield f"{place}: {name} is {basis} without saying from what"
        yield from _prove_bounds(f"{place}: {name}", edtf, bounds)


def _prove_bounds(place: str, edtf: str, bounds: tuple[date | None, date | None]) -> Iterator[str]:
    try:
        dated = parse(edtf)
    except NotADate as error:
        yield f"{place} is no date: {error}"
        return
    if (dated.earliest, dated.latest) != bounds:
        yield f"{place} is {edtf}, which its bounds {bounds[0]} and {bounds[1]} are not"


def _prove_inspection(inspection: models.Inspection, evidence: list[models.Evidence]) -> Iterator[str]:
    place = f"inspection {inspection.ref}"
    yield from _prove_dates(place, inspection, ("inspected", "published"))
    claims = defaultdict(set)
    for each in evidence:
        claims[each.field].add(each.claim)
    for name in ("inspected", "published"):
        value = getattr(inspection, f"{name}_edtf")
        if value and value not in claims[name]:
            yield f"{place}: no words prove {name} {value}"
    for inspectorate in inspection.inspectorates:
        if inspectorate not in claims["inspectorate"]:
            yield f"{place}: no words name {inspectorate}"
    if inspection.service_kind and inspection.service_kind not in claims["service"]:
        yield f"{place}: no words name the service {inspection.service_kind}"
    for dispute in inspection.disputed:
        if dispute["field"] in ("inspected", "published") and not set(dispute["values"]) <= claims[dispute["field"]]:
            yield f"{place}: a disputed value of {dispute['field']} has no words"


def _prove_judgement(
    judgement: models.Judgement,
    evidence: list[models.Evidence],
    sources: dict[int, models.Source],
    catalogue: Catalogue,
    said: Said,
) -> Iterator[str]:
    place = f"judgement {judgement.pk} ({judgement.aspect})"
    scale = catalogue.scales.get(judgement.scale)
    if scale is None:
        yield f"{place}: there is no scale {judgement.scale!r}"
        return
    if judgement.grade and judgement.grade not in {grade.slug for grade in scale.grades}:
        yield f"{place}: {judgement.scale} has no grade {judgement.grade!r}"
        return
    grading = [each for each in evidence if each.field in ("overall", "grade")]
    if not grading:
        yield f"{place}: no words prove its grade"
    if not judgement.grade:
        return
    slices = [slice_of(each, sources) for each in grading]
    if (
        judgement.as_worded
        and judgement.as_worded not in slices
        and not all(part in slices for part in judgement.as_worded.split(" … "))
    ):
        yield f"{place}: {judgement.as_worded!r} does not stand in its source"
    wording = scale.slug, judgement.as_worded
    if judgement.basis == "stated" and wording not in said:
        said[wording] = read_grade(judgement.as_worded, scale)
    if judgement.basis == "stated" and said[wording] != judgement.grade:
        yield f"{place}: {judgement.as_worded!r} does not say {judgement.scale}:{judgement.grade}"


def _prove_statement(
    statement: models.Statement, evidence: list[models.Evidence], sources: dict[int, models.Source]
) -> Iterator[str]:
    place = f"statement {statement.ref}"
    yield from _prove_dates(place, statement, ("said",))
    slices = [slice_of(each, sources) for each in evidence if each.field == "text"]
    if statement.text != "\n\n".join(slices):
        yield f"{place}: its text is not the words of its source"
    text = sources[statement.source_id].text
    for speaker in filter(None, (statement.speaker, statement.private_speaker)):
        if not stands(speaker, text):
            yield f"{place}: speaker {speaker!r} does not stand in its source"
    if statement.role and not tells_role(statement.role, text):
        yield f"{place}: role {statement.role!r} does not stand in its source"
