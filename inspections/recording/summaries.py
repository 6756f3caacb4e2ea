"""Each public thing of a record as a title and fields in plain words: what editions are compared by."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from inspections import models
from inspections.recording.rows import InspectionService, Record, StatementInspection, canonical

Key = tuple[str, str]  # kind, id
LONGEST = 90  # characters of a statement that stand for it in a list


def last_words(authorities: str, provider: str) -> list[dict[str, str]]:
    """What the account of a withdrawal keeps: the authorities first, and who was inspected if not the council."""
    kept = (("authorities", authorities), ("provider", provider))
    return [{"field": name, "before": before, "after": ""} for name, before in kept if before]


@dataclass(frozen=True)
class Summary:
    """A source, an inspection or a statement, as a visitor would compare it with an earlier edition's."""

    title: str
    fields: dict[str, str]
    authorities: str = ""  # that it concerns: what a withdrawal has to say, since nothing else is left to say it

    def last_words(self) -> list[dict[str, str]]:
        return last_words(self.authorities, self.fields.get("provider", ""))

    def changes_from(self, earlier: Summary) -> list[dict[str, str]]:
        """Each field that says something else now, before and after."""
        return [
            {"field": name, "before": earlier.fields.get(name, ""), "after": value}
            for name, value in self.fields.items()
            if earlier.fields.get(name, "") != value
        ]


@dataclass(frozen=True)
class Around:
    """What the rows of a part of a record point at outside it, by integer keys."""

    authorities: Mapping[int, str]
    services: Mapping[int, str]  # their authorities
    files: Mapping[int, str]
    inspections: Mapping[int, str]
    inspected: Mapping[int, Sequence[str]]  # the authorities of inspections


NOTHING = Around({}, {}, {}, {}, {})


def summarise(record: Record, around: Around = NOTHING) -> dict[Key, Summary]:
    """Everything that has an id of its own, sources first."""
    found: dict[Key, Summary] = {}
    names = _Names(record, around)
    for source in record.of(models.Source):
        found["source", source.ref] = Summary(source.title, _columns(source, SOURCE) | _hashed(source))
    for inspection in record.of(models.Inspection):
        fields = _columns(inspection, INSPECTION) | names.about_inspection(inspection)
        found["inspection", inspection.ref] = Summary(inspection.title, fields, fields["authorities"])
    for statement in record.of(models.Statement):
        said = shorten(statement.text)
        fields = _columns(statement, STATEMENT) | names.about_statement(statement)
        found["statement", statement.ref] = Summary(said, fields, names.authorities_about(statement))
    return found


SOURCE = (
    "title", "kind", "reader", "publisher", "publisher_kind", "licence", "licence_url", "url", "archived_url",
    "received", "published_edtf", "published_basis", "sha256", "text_sha256", "warnings", "oddities",
)  # fmt: skip
INSPECTION = (
    "title", "service_kind", "service_name", "provider", "provider_name", "provider_kind", "inspectorates", "kind",
    "framework", "inspected_edtf", "inspected_basis", "published_edtf", "published_basis", "overall_absent", "outcome",
    "next_due_edtf", "notes", "disputed", "candidates",
)  # fmt: skip
STATEMENT = (
    "kind", "stance", "text", "in_quotation_marks", "attributed_to", "speaker", "private_speaker", "role",
    "organisation", "said_edtf", "said_basis", "status", "verification",
)  # fmt: skip


def shorten(text: str) -> str:
    """The beginning of a statement, on one line."""
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"


def _columns(row: Model, columns: tuple[str, ...]) -> dict[str, str]:
    return {name: in_words(getattr(row, name)) for name in columns}


def _hashed(source: models.Source) -> dict[str, str]:
    """The reading as its hash: that something else was read is news, its JSON is not."""
    return {"reading": hashlib.sha256(source.reading.encode()).hexdigest()[:12]}


def in_words(value: Any) -> str:
    if value is None or value == [] or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(each if isinstance(each, str) else canonical(each) for each in value)
    return str(value)


class _Names:
    """What rows that point at one another are called, by their integer keys."""

    def __init__(self, record: Record, around: Around) -> None:
        self.authorities = {**around.authorities, **{row.pk: row.slug for row in record.of(models.Authority)}}
        self.sources = {**around.files, **{row.pk: row.file for row in record.of(models.Source)}}
        self.inspections = {**around.inspections, **{row.pk: row.ref for row in record.of(models.Inspection)}}
        own = {row.pk: self.authorities[row.authority_id] for row in record.of(models.Service)}
        authority_of = {**around.services, **own}
        self.inspected: dict[int, list[str]] = defaultdict(list)
        self.inspected |= {key: list(slugs) for key, slugs in around.inspected.items()}
        for pair in record.rows[InspectionService]:
            self.inspected[pair.inspection_id].append(authority_of[pair.service_id])
        self.judged: dict[int, list[str]] = defaultdict(list)
        for judgement in record.of(models.Judgement):
            said = f"{judgement.aspect}: {judgement.scale}:{judgement.grade or 'not stated'}"
            self.judged[judgement.inspection_id].append(said)
        self.told: dict[int, dict[str, None]] = defaultdict(dict)
        for evidence in record.of(models.Evidence):
            if evidence.inspection_id:
                self.told[evidence.inspection_id][self.sources[evidence.source_id]] = None
        self.about: dict[int, list[str]] = defaultdict(list)
        for pair in record.rows[StatementInspection]:
            self.about[pair.statement_id].append(self.inspections[pair.inspection_id])
        self.concerns: dict[int, dict[str, None]] = defaultdict(dict)
        for pair in record.rows[StatementInspection]:
            for slug in self.inspected[pair.inspection_id]:
                self.concerns[pair.statement_id][slug] = None

    def about_inspection(self, inspection: models.Inspection) -> dict[str, str]:
        return {
            "authorities": in_words(self.inspected[inspection.pk]),
            "judgements": in_words(self.judged[inspection.pk]),
            "sources": in_words(list(self.told[inspection.pk])),
            "previous": self.inspections.get(inspection.previous_id or 0, ""),
            "follows": self.inspections.get(inspection.follows_id or 0, ""),
        }

    def authorities_about(self, statement: models.Statement) -> str:
        return in_words(sorted(self.concerns[statement.pk]))

    def about_statement(self, statement: models.Statement) -> dict[str, str]:
        return {"source": self.sources[statement.source_id], "inspections": in_words(self.about[statement.pk])}
