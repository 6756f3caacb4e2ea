"""From rows of the record to the plain objects of ``shown``: a fixed number of queries, however many rows."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any

from inspections import privacy
from inspections.evidence import each_fact
from inspections.models import Authority, Inspection, Source, Statement
from inspections.web.asked import (
    authorities_of,
    grades_in_lines,
    inspections_naming,
    judgements_of,
    proofs_of_both,
    proofs_of_inspections,
    proofs_of_statements,
    statements_about,
    statements_with,
)
from inspections.web.edition import held_by_edition
from inspections.web.known import framework_name, inspectorate_name, kind_words, service_name
from inspections.web.ladder import place_grade
from inspections.web.shown import AuthorityName, Link, Named, ProviderName, ServiceName, SourceName
from inspections.web.shown.dates import WhenShown
from inspections.web.shown.grades import JudgementShown
from inspections.web.shown.inspections import Claimed, Disputed, InspectionRow, InspectionWhole
from inspections.web.shown.proofs import NEXT_PARAGRAPH, Proof
from inspections.web.shown.statements import StatementShown
from inspections.web.source_names import SourceNamed, sources_with
from inspections.wording import when_in_words

Proofs = tuple[Proof, ...]
TRUE = ("1", "true")  # as SQLite and as PostgreSQL write it


def show_when(
    edtf: str, earliest: date | None, latest: date | None, basis: str, note: str, proofs: Proofs = ()
) -> WhenShown | None:
    """A date as stored; None when the record has none."""
    if not edtf:
        return None
    if proofs:
        return WhenShown(edtf, earliest, latest, basis or "stated", note, _when_in_words(edtf), proofs)
    return _without_proofs(edtf, earliest, latest, basis, note)


@lru_cache(8192)
def _without_proofs(edtf: str, earliest: date | None, latest: date | None, basis: str, note: str) -> WhenShown:
    return WhenShown(edtf, earliest, latest, basis or "stated", note, _when_in_words(edtf))


_when_in_words = lru_cache(8192)(when_in_words)
_service = lru_cache(1024)(lambda kind, printed: ServiceName(kind, service_name(kind), printed))
_inspectorates = lru_cache(1024)(lambda slugs: tuple(Named(slug, inspectorate_name(slug)) for slug in slugs))
_framework = lru_cache(1024)(lambda slug: Named(slug, framework_name(slug)) if slug else None)


def list_rows(lines: Sequence[Any]) -> tuple[InspectionRow, ...]:
    """Inspections as lists show them, from what was fetched for lists (``lines``): two queries more."""
    keys = [line.pk for line in lines]
    authorities = _authorities(keys)
    grades: dict[int, list[tuple[int, JudgementShown]]] = defaultdict(list)
    for inspection, position, _, graded in grades_in_lines(keys):
        grades[inspection].append((position, _read_judgement(graded)))
    rows = []
    for key, ref, slug, title, outcome, about, inspected, published, whose, *_ in lines:
        *what, absent = _read_about(about)
        judged = grades.get(key, ())
        ordered = sorted(judged, key=itemgetter(0)) if len(judged) > 1 else judged
        rows.append(
            InspectionRow(
                key, ref, slug, title, tuple(authorities.get(key, ())), *what, _read_when(inspected),
                _read_when(published), tuple([judgement for _, judgement in ordered]), absent,
                privacy.mask(outcome) if outcome else "", _read_provider(whose),
            )
        )  # fmt: skip
    return tuple(rows)


@lru_cache(8192)
def _read_about(about: str) -> tuple[Any, ...]:
    """From the service to the basis of the framework; last, why there is no overall grade."""
    service, printed, inspectorates, kind, framework, framework_basis, absent = json.loads(about)
    crew = _inspectorates(tuple(json.loads(inspectorates)))
    return _service(service, printed), crew, kind, kind_words(kind), _framework(framework), framework_basis, absent


@lru_cache(8192)
def _read_when(held: str) -> WhenShown | None:
    edtf, first, last, basis, note = json.loads(held)
    earliest, latest = (date.fromisoformat(day) if day else None for day in (first, last))
    return show_when(edtf, earliest, latest, basis, note)


@lru_cache(8192)
def _read_judgement(graded: str) -> JudgementShown:
    aspect, aspect_slug, overall, scale, grade, as_worded, basis, note = json.loads(graded)
    return JudgementShown(aspect, aspect_slug, overall in TRUE, place_grade(scale, grade, as_worded, basis, note))


@lru_cache(1024)
def _read_provider(whose: str) -> ProviderName | None:
    provider, name, kind = json.loads(whose)
    return ProviderName(provider, name, kind) if provider else None


def inspection_rows(inspections: Sequence[Inspection]) -> tuple[InspectionRow, ...]:
    """The same from whole rows of inspections: two queries more."""
    keys = [inspection.pk for inspection in inspections]
    authorities, judgements = _authorities(keys), _judgements(keys, {})
    return tuple(InspectionRow(**_row(i, authorities[i.pk], judgements[i.pk], {})) for i in inspections)


def bare_rows(inspections: Sequence[Inspection]) -> tuple[InspectionRow, ...]:
    """Inspections without their authorities, where the page has named them: one query more."""
    judgements = _judgements([inspection.pk for inspection in inspections], {})
    return tuple(InspectionRow(**_row(i, (), judgements[i.pk], {})) for i in inspections)


@held_by_edition
def inspections_spoken_of() -> array[int]:
    """Keys of the inspections that statements are about, in order."""
    return array("q", dict.fromkeys(Statement.objects.inspections_spoken_of()))


@held_by_edition
def inspections_named() -> array[int]:
    """Keys of the inspections that another one names, in order."""
    return array("q", sorted(Inspection.objects.named_by_others()))


def _among(keys: Iterable[int], held: array[int]) -> list[int]:
    """Those of some keys that are held."""
    return [key for key in keys if (at := bisect_left(held, key)) < len(held) and held[at] == key]


def whole_inspections(inspections: Sequence[Inspection]) -> tuple[InspectionWhole, ...]:
    """Inspections (asked for ``with_neighbours``) with everything about them: five queries more."""
    keys = [inspection.pk for inspection in inspections]
    following: dict[int, Link | None] = {}
    naming = inspections_naming(_among(keys, inspections_named()))
    for each in sorted(naming, key=lambda row: (row.sort_date is None, row.sort_date or date.min, row.ref)):
        if each.previous is not None:
            following.setdefault(each.previous, _neighbour(each.title, each.ref, each.slug))
    linked = {key for each in naming for key in (each.previous, each.follows)}
    authorities = _authorities(keys)
    said = statements_about(_among(keys, inspections_spoken_of()))
    evidence = proofs_of_both(keys, list({s.pk for s in said})) if said else proofs_of_inspections(keys)
    of_inspections, of_judgements, of_statements = _shared_out(evidence)
    judgements = _judgements(keys, of_judgements)
    statements = defaultdict(list)
    shown = {statement.pk: statement for statement in assemble_statements(said, of_statements)}
    for row in said:
        statements[row.about_key].append(shown[row.pk])
    whole = []
    for inspection in inspections:
        proofs = tuple(of_inspections[inspection.pk])
        by_field: dict[str, list[Proof]] = defaultdict(list)
        for proof in proofs:
            by_field[proof.field].append(proof)
        about = statements[inspection.pk]
        own_judgements = judgements[inspection.pk]
        whole.append(
            InspectionWhole(
                **_row(inspection, authorities[inspection.pk], own_judgements, by_field),
                findings=tuple(s for s in about if s.kind == "finding"),
                statements=tuple(s for s in about if s.kind != "finding"),
                previous=_neighbour(inspection.previous__title, inspection.previous__ref, inspection.previous__slug),
                next=following.get(inspection.pk),
                follows=_neighbour(inspection.follows__title, inspection.follows__ref, inspection.follows__slug),
                next_due=show_when(inspection.next_due_edtf, None, None, "stated", "", tuple(by_field["next_due"])),
                sources=_sources(
                    [*proofs, *(p for j in own_judgements for p in j.proofs), *(p for s in about for p in s.proofs)]
                ),
                disputed=_disputed(inspection.disputed, by_field, own_judgements),
                candidates=tuple(inspection.candidates),
                notes=tuple(inspection.notes),
                proofs=proofs,
                is_linked=bool(inspection.previous_id or inspection.follows_id or inspection.pk in linked),
            )
        )
    return tuple(whole)


def whole_statements(statements: Sequence[Statement]) -> tuple[StatementShown, ...]:
    """Statements in the order given, with what they are about and their proofs: two queries more."""
    keys = [statement.pk for statement in statements]
    shown = {s.pk: s for s in assemble_statements(statements_with(keys), _shared_out(proofs_of_statements(keys))[2])}
    return tuple(shown[key] for key in keys)


def listed_statements(page: Any) -> tuple[StatementShown, ...]:
    """The same of a page of a list that is not asked yet: two queries in all, and its order is kept."""
    rows = list(Statement.objects.listed_on(page))
    proofs = _shared_out(proofs_of_statements(list(dict.fromkeys(row.pk for row in rows))))[2]
    return tuple(assemble_statements(rows, proofs))


def assemble_statements(rows: Iterable[Any], proofs: dict[int, list[Proof]]) -> list[StatementShown]:
    """One object for each statement from its rows, one row for each inspection it is about."""
    grouped: dict[int, list[Any]] = {}
    for row in rows:
        grouped.setdefault(row.pk, []).append(row)
    return [_statement(group, tuple(proofs.get(key, ()))) for key, group in grouped.items()]


def _statement(rows: Sequence[Any], proofs: Proofs) -> StatementShown:
    first = rows[0]
    said_proofs = tuple(proof for proof in proofs if proof.field == "said")
    return StatementShown(
        pk=first.pk,
        ref=first.ref,
        kind=first.kind,
        stance=first.stance,
        text=privacy.mask(first.text),
        in_quotation_marks=first.in_quotation_marks,
        attributed_to=first.attributed_to,
        speaker=first.speaker or first.private_speaker,
        private=bool(first.private_speaker),
        role=first.role,
        organisation=first.organisation,
        said=show_when(
            first.said_edtf, first.said_earliest, first.said_latest, first.said_basis, first.said_note, said_proofs
        ),
        status=first.status,
        verification=first.verification,
        verified=first.verified,
        source=source_name(first.source),
        inspections=tuple(
            Link(row.about_title, f"/inspections/{row.about_ref}/{row.about_slug}/", row.about_ref)
            for row in rows
            if row.about_ref
        ),
        proofs=proofs,
    )


def source_name(source: Source) -> SourceName:
    return SourceName(source.ref, source.slug, source.title or source.file, source.publisher)


def show_proofs(evidence: Iterable[Any]) -> list[tuple[Any, Proof]]:
    """Rows of evidence, each beside what is shown of it: a query more for sources that were not named before."""
    rows = list(each_fact(evidence))
    sources = sources_with(row.source_id for row in rows)
    return [(row, _show_proof(row, sources[row.source_id])) for row in rows]


def _show_proof(row: Any, source: SourceNamed) -> Proof:
    """One row of evidence, its words cut from the covered text."""
    words = lead = ""
    if row.start is not None:
        lead = row.words_around[: row.start - row.words_from][-NEXT_PARAGRAPH:]
        words = privacy.mask_slice(row.words_around, row.start - row.words_from, row.end - row.start)
    cells = tuple((header, text) for header, text in row.cells)
    return Proof(
        source=source.ref,
        source_slug=source.slug,
        source_title=source.title,
        publisher=source.publisher,
        field=row.field,
        claim=row.claim,
        text=words or "; ".join(f"{header}: {text}" if header else text for header, text in cells),
        start=row.start,
        end=row.end,
        page=_page_of(source.pages, row.start or 0),
        sheet=row.sheet,
        row=row.row,
        cells=cells,
        lead=lead,
    )


def _page_of(pages: str, place: int) -> int | None:
    """The number of the page that a character of a source stands on."""
    return next((number for number, start, end in _read_pages(pages) if start <= place < end), None)


@lru_cache(1024)
def _read_pages(written: str) -> tuple[tuple[int, int, int], ...]:
    return tuple((number, start, end) for number, start, end in json.loads(written))


def _shared_out(
    evidence: Iterable[Any],
) -> tuple[dict[int, list[Proof]], dict[int, list[Proof]], dict[int, list[Proof]]]:
    """Each proof with the thing it proves: a judgement's own, a statement's own, or the inspection's."""
    of_inspections: dict[int, list[Proof]] = defaultdict(list)
    of_judgements: dict[int, list[Proof]] = defaultdict(list)
    of_statements: dict[int, list[Proof]] = defaultdict(list)
    for row, proof in show_proofs(evidence):
        if row.judgement_id:
            of_judgements[row.judgement_id].append(proof)
        elif row.statement_id:
            of_statements[row.statement_id].append(proof)
        else:
            of_inspections[row.inspection_id].append(proof)
    return of_inspections, of_judgements, of_statements


def _row(
    inspection: Any,
    authorities: Sequence[AuthorityName],
    judgements: Sequence[JudgementShown],
    proofs: dict[str, list[Proof]],
) -> dict[str, Any]:
    """What every inspection shows, in a list or whole."""
    i = inspection
    return {
        "pk": i.pk,
        "ref": i.ref,
        "slug": i.slug,
        "title": i.title,
        "authorities": tuple(authorities),
        "service": _service(i.service_kind, i.service_name),
        "inspectorates": _inspectorates(tuple(i.inspectorates)),
        "kind": i.kind,
        "kind_words": kind_words(i.kind),
        "framework": _framework(i.framework),
        "framework_basis": i.framework_basis,
        "inspected": show_when(
            i.inspected_edtf,
            i.inspected_earliest,
            i.inspected_latest,
            i.inspected_basis,
            i.inspected_note,
            tuple(proofs.get("inspected", ())),
        ),
        "published": show_when(
            i.published_edtf,
            i.published_earliest,
            i.published_latest,
            i.published_basis,
            i.published_note,
            tuple(proofs.get("published", ())),
        ),
        "judgements": tuple(judgements),
        "overall_absent": i.overall_absent,
        "outcome": privacy.mask(i.outcome) if i.outcome else "",
        "provider": ProviderName(i.provider, i.provider_name, i.provider_kind) if i.provider else None,
    }


@held_by_edition
def the_authorities() -> dict[int, AuthorityName]:
    """Every authority by its key."""
    rows = Authority.objects.values_list("pk", "slug", "name", "gss", "dfe")
    return {key: AuthorityName(*names) for key, *names in rows}


def _authorities(keys: Sequence[int]) -> dict[int, list[AuthorityName]]:
    """The authorities of each inspection, by name."""
    known = the_authorities()
    found: dict[int, list[AuthorityName]] = defaultdict(list)
    for inspection, authority in authorities_of(keys):
        found[inspection].append(known[authority])
    for named in found.values():
        if len(named) > 1:
            named.sort(key=lambda authority: (authority.name, authority.slug))
    return found


def _judgements(keys: Sequence[int], proofs: dict[int, list[Proof]]) -> dict[int, list[JudgementShown]]:
    found: dict[int, list[JudgementShown]] = defaultdict(list)
    for j in sorted(judgements_of(keys), key=lambda each: each.position):
        grade = place_grade(j.scale, j.grade, j.as_worded, j.basis, j.note, tuple(proofs.get(j.pk, ())))
        found[j.inspection_id].append(JudgementShown(j.aspect, j.aspect_slug, j.overall, grade))
    return found


def _neighbour(title: str, ref: str | None, slug: str) -> Link | None:
    return Link(title, f"/inspections/{ref}/{slug}/", ref) if ref else None


def _sources(proofs: Iterable[Proof]) -> tuple[SourceName, ...]:
    return tuple({p.source: SourceName(p.source, p.source_slug, p.source_title, p.publisher) for p in proofs}.values())


def _disputed(
    stored: list[dict[str, Any]], by_field: dict[str, list[Proof]], judgements: Sequence[JudgementShown]
) -> tuple[Disputed, ...]:
    """The values that sources give for one field, each with the words that say so."""
    graded = [proof for judgement in judgements for proof in judgement.proofs]
    found = []
    for dispute in stored:
        name = dispute["field"]
        proofs = graded if name in ("overall", "grade") else by_field.get(name, [])
        values = (
            Claimed(value, _value_words(name, value), tuple(p for p in proofs if p.claim == value))
            for value in dispute["values"]
        )
        found.append(Disputed(name, dispute.get("aspect", ""), tuple(values)))
    return tuple(found)


def _value_words(field: str, value: str) -> str:
    """A disputed value as a page says it."""
    if field in ("overall", "grade"):
        scale, _, slug = value.partition(":")
        grade = place_grade(scale, slug)
        return f"{grade.label} ({grade.scale_name})"
    if field in ("inspected", "published", "next_due"):
        return when_in_words(value)
    if field == "kind":
        return kind_words(value)
    return framework_name(value) if field == "framework" else value
