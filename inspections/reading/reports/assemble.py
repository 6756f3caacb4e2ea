"""From what was found in a report to its ``Reading``."""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import InspectionFact, Name, Reading, StatementFact, Warned, When, Words
from inspections.reading.pdf import MEDIA_TYPE
from inspections.reading.reports import front
from inspections.reading.reports.layout import Flow, either, flow
from inspections.reading.reports.passages import passages


def is_pdf(document: Document) -> bool:
    return document.held.media_type == MEDIA_TYPE and bool(document.held.pages)


def flow_of(document: Document) -> Flow:
    """The flow of a document, made once however many readers ask."""
    return flow(document.held)


def published(document: Document, found: Flow, until: int, title: Words, warnings: list[Warned]) -> When | None:
    """The date printed on the front page; failing that, what the sidecar or the file's name says, as derived."""
    printed = front.published(found, until)
    warnings += printed.warnings
    if printed.when or printed.warnings:
        return printed.when
    return front.derived_publication(document.held, title)


def named_inspectorates(found: Flow, slugs: tuple[str, ...], catalogue: Catalogue) -> tuple[Name, ...]:
    """Those of the framework's inspectorates that the document names, each where it is named first."""
    names = []
    for slug in slugs:
        inspectorate = catalogue.inspectorates[slug]
        pattern = either(name for name in (*inspectorate.names, inspectorate.name))
        match = re.search(rf"(?<!\w){pattern}(?!\w)", found.text)
        if match:
            names.append(Name(slug, found.words(*match.span())))
    return tuple(names)


def reading(
    document: Document,
    reader: str,
    kind: str,
    title: Words | None,
    published_on: When | None,
    inspections: tuple[InspectionFact, ...],
    statements: tuple[StatementFact, ...] = (),
    warnings: tuple[Warned, ...] = (),
) -> Reading:
    return Reading(
        held=document.held,
        reader=reader.rpartition(".")[2],
        kind=kind,
        title=title,
        published=published_on,
        inspections=inspections,
        statements=statements,
        passages=passages(document.held),
        warnings=warnings,
    )
