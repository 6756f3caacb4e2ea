"""The record's things as JSON objects: every key always present, unknown values null."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from inspections.models import Edition
from inspections.web.shown import Link, SourceName
from inspections.web.shown.authorities import AuthorityRow
from inspections.web.shown.dates import WhenShown
from inspections.web.shown.grades import GradeShown, JudgementShown
from inspections.web.shown.inspections import InspectionWhole
from inspections.web.shown.proofs import Proof
from inspections.web.shown.statements import StatementShown

Object = dict[str, Any]


def in_one_order(stored: Any) -> Any:
    """What is stored as JSON with its names in one order: each database gives them in an order of its own."""
    if isinstance(stored, dict):
        return {name: in_one_order(stored[name]) for name in sorted(stored)}
    return [in_one_order(each) for each in stored] if isinstance(stored, list) else stored


def edition_object(edition: Edition | None) -> Object | None:
    if edition is None:
        return None
    return {"number": edition.number, "published": edition.published.isoformat(), "digest": edition.digest}


def evidence_object(proof: Proof) -> Object:
    place: Object = {"source": proof.source}
    if proof.start is None:
        place |= {"sheet": proof.sheet, "row": proof.row, "cells": [list(cell) for cell in proof.cells]}
    else:
        place |= {"start": proof.start, "end": proof.end}
    return place | {"text": proof.text, "field": proof.field}


def evidence_objects(proofs: Iterable[Proof]) -> list[Object]:
    return [evidence_object(proof) for proof in proofs]


def when_object(when: WhenShown | None) -> Object | None:
    if when is None:
        return None
    return {
        "edtf": when.edtf,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "basis": when.basis,
        "as_printed": list(when.as_printed),
        "words": when.words,
        "note": when.note or None,
        "evidence": evidence_objects(when.proofs),
    }


def grade_object(grade: GradeShown) -> Object:
    return {
        "scale": grade.scale,
        "grade": grade.grade,
        "label": grade.label,
        "rank": grade.rank,
        "of": grade.of or None,
    }


def judgement_object(judgement: JudgementShown) -> Object:
    grade = judgement.grade
    return {
        "aspect": judgement.aspect,
        "aspect_slug": judgement.aspect_slug or None,
        "overall": judgement.overall,
        **grade_object(grade),
        "as_worded": grade.as_worded or None,
        "basis": grade.basis,
        "note": grade.note or None,
        "evidence": evidence_objects(grade.proofs),
    }


def inspection_object(inspection: InspectionWhole) -> Object:
    i = inspection
    return {
        "id": i.ref,
        "url": i.url,
        "title": i.title,
        "authorities": [
            {"name": a.name, "slug": a.slug, "gss": a.gss or None, "dfe": a.dfe or None} for a in i.authorities
        ],
        "service": {"kind": i.service.kind, "name": i.service.name},
        "provider": ({"id": i.provider.id, "name": i.provider.name, "kind": i.provider.kind} if i.provider else None),
        "inspectorates": [inspectorate.slug for inspectorate in i.inspectorates],
        "kind": i.kind,
        "framework": i.framework.slug if i.framework else None,
        "framework_basis": i.framework_basis or None,
        "inspected": when_object(i.inspected),
        "published": when_object(i.published),
        "overall": grade_object(i.overall) if i.overall else None,
        "overall_absent": i.overall_absent or None,
        "outcome": i.outcome or None,
        "outcome_parts": list(i.outcome_parts),
        "judgements": [judgement_object(judgement) for judgement in i.judgements],
        "findings": [statement_object(statement) for statement in i.findings],
        "statements": [statement_object(statement) for statement in i.statements],
        "previous": _ref(i.previous),
        "next": _ref(i.next),
        "follows": _ref(i.follows),
        "next_due": when_object(i.next_due),
        "sources": [source_brief(source) for source in i.sources],
        "not_stated": list(i.not_stated),
        "disputed": [
            {
                "field": d.field,
                "aspect": d.aspect or None,
                "values": [
                    {"value": v.value, "words": v.words, "evidence": evidence_objects(v.proofs)} for v in d.values
                ],
            }
            for d in i.disputed
        ],
        "candidates": list(i.candidates),
        "notes": list(i.notes),
        "evidence": evidence_objects(i.proofs),
    }


def statement_object(statement: StatementShown) -> Object:
    s = statement
    return {
        "id": s.ref,
        "url": s.url,
        "kind": s.kind,
        "stance": s.stance or None,
        "text": s.text,
        "parts": list(s.parts),
        "in_quotation_marks": s.in_quotation_marks,
        "attributed_to": s.attributed_to,
        "speaker": s.speaker or None,
        "speaker_private": s.private,
        "role": s.role or None,
        "organisation": s.organisation or None,
        "said": when_object(s.said),
        "status": s.status,
        "inspections": [link.ref for link in s.inspections],
        "verification": s.verification or None,
        "verified": {**in_one_order(dict(s.verified)), "url": s.verified_url} if s.verified else None,
        "source": s.source.ref,
        "evidence": evidence_objects(s.proofs),
    }


def source_brief(source: SourceName) -> Object:
    return {"id": source.ref, "title": source.title, "publisher": source.publisher or None, "url": source.url}


def authority_object(authority: AuthorityRow) -> Object:
    a = authority
    return {
        "slug": a.slug,
        "url": a.url,
        "name": a.name,
        "official_name": a.official_name,
        "other_names": list(a.other_names),
        "gss": a.gss or None,
        "gss_codes": [list(code) for code in a.gss_codes],
        "dfe": a.dfe or None,
        "kind": a.kind,
        "region": a.region,
        "opened": a.opened.isoformat() if a.opened else None,
        "closed": a.closed.isoformat() if a.closed else None,
        "services": [{"kind": s.slug, "name": s.name} for s in a.services],
        "inspections": a.inspections,
        "providers": [{"kind": s.slug, "name": s.name, "inspections": s.inspections} for s in a.provided],
    }


def _ref(link: Link | None) -> str | None:
    return link.ref if link else None
