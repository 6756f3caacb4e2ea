"""The same rows as CSV: words beside codes, in a fixed order of columns.

Cells that a spreadsheet would run as a formula get a leading apostrophe. Inspections, one row for each judgement, are
written by ``tidy_lines``.
"""

from __future__ import annotations

import csv
import re
import string
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice

from django.http import StreamingHttpResponse

from inspections.tidy import COLUMNS, Column, protect
from inspections.web.shown.authorities import AuthorityRow
from inspections.web.shown.statements import StatementShown
from inspections.web.sources import SourceRow

Cell = str | int | None
PIECE = 200  # lines sent at a time
PLAIN = frozenset(("", *string.ascii_letters, *string.digits))  # what a cell that is no formula begins with


INSPECTION_COLUMNS = COLUMNS
STATEMENT_COLUMNS = tuple(
    Column(name, meaning)
    for name, meaning in (
        ("statement", "Permanent id of the statement."),
        ("url", "Its page on this site."),
        ("kind", "finding, response, comment or withdrawal."),
        ("stance", "For findings: strength, improve, priority or other."),
        ("text", "The exact words; […] where the source says other things between them."),
        ("in_quotation_marks", "yes when the source prints them in quotation marks."),
        ("speaker", "Who spoke, when the source says."),
        ("role", "In what office."),
        ("organisation", "For which organisation."),
        ("said", "When it was said, as EDTF."),
        ("said_words", "The same in words."),
        ("said_basis", "stated, derived or candidates."),
        ("status", "stands or withdrawn."),
        (
            "verification",
            "How the words compare with their report: exact, altered, not-found or primary-not-held.",
        ),
        ("inspections", "Ids of the inspections it is about."),
        ("source", "Id of the source."),
        ("source_url", "Address that opens the source at the words."),
        ("evidence_start", "Where the words begin in the held text."),
        ("evidence_end", "Where they end (not included)."),
        ("edition", "Number of the edition of this record."),
    )
)
AUTHORITY_COLUMNS = tuple(
    Column(name, meaning)
    for name, meaning in (
        ("authority", "Slug of the authority."),
        ("url", "Its page on this site."),
        ("name", "Short name."),
        ("official_name", "Official name."),
        ("gss", "Newest GSS code."),
        ("dfe", "Code of the Department for Education."),
        ("kind", "Kind of authority."),
        ("region", "Region of England."),
        ("opened", "First day, when it is known."),
        ("closed", "Last day, for an abolished authority."),
        ("inspections", "How many inspections this record holds."),
        ("edition", "Number of the edition of this record."),
    )
)
SOURCE_COLUMNS = tuple(
    Column(name, meaning)
    for name, meaning in (
        ("source", "Permanent id of the source."),
        ("url", "Its page on this site."),
        ("title", "Its title."),
        ("kind", "Kind of document."),
        ("publisher", "Who published it."),
        ("file", "Its name as imported."),
        ("published", "When it was published, as EDTF."),
        ("published_words", "The same in words."),
        ("received", "When this record received it."),
        ("licence", "Its licence, when known."),
        ("original_url", "Its original address, when known."),
        ("archived_url", "Its archived address, when known."),
        ("sha256", "SHA-256 of the bytes as received."),
        ("inspections", "How many inspections it proves something about."),
        ("statements", "How many statements it holds."),
        ("edition", "Number of the edition of this record."),
    )
)


def statement_cells(statements: Iterable[StatementShown], edition: int | None) -> Iterator[list[Cell]]:
    for s in statements:
        proof = s.proof
        yield [
            s.ref, s.url, s.kind, s.stance, s.text_with_gaps, "yes" if s.in_quotation_marks else "no",
            s.speaker, s.role, s.organisation,
            s.said.edtf if s.said else "", s.said.words if s.said else "", s.said.basis if s.said else "",
            s.status, s.verification, "; ".join(link.ref for link in s.inspections), s.source.ref,
            proof.url if proof else s.source.url, proof.start if proof else None, proof.end if proof else None, edition,
        ]  # fmt: skip


def authority_cells(authorities: Iterable[AuthorityRow], edition: int | None) -> Iterator[list[Cell]]:
    for a in authorities:
        yield [
            a.slug, a.url, a.name, a.official_name, a.gss, a.dfe, a.kind, a.region,
            a.opened.isoformat() if a.opened else "", a.closed.isoformat() if a.closed else "", a.inspections, edition,
        ]  # fmt: skip


def source_cells(sources: Iterable[SourceRow], edition: int | None) -> Iterator[list[Cell]]:
    for s in sources:
        yield [
            s.ref, s.url, s.title, s.kind, s.publisher, s.file,
            s.published.edtf if s.published else "", s.published.words if s.published else "",
            s.received.isoformat() if s.received else "", s.licence, s.original_url, s.archived_url, s.sha256,
            s.inspections, s.statements, edition,
        ]  # fmt: skip


def harmless(cell: Cell) -> str:
    """A cell as text that no spreadsheet runs as a formula."""
    return "" if cell is None else protect(str(cell))


class _Line:
    """Hands each written line straight back to the writer's caller."""

    def write(self, line: str) -> str:
        return line


def csv_response(name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> StreamingHttpResponse:
    """The rows as a download, some hundred lines written at a time."""
    return csv_download(name, columns, _pieces(rows))


def _pieces(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    writer = csv.writer(_Line())
    # words that begin with a letter or a figure are harmless as they are, and so are most
    lines: Iterator[str] = (
        writer.writerow([cell if cell.__class__ is str and cell[:1] in PLAIN else harmless(cell) for cell in cells])
        for cells in rows
    )
    while piece := "".join(islice(lines, PIECE)):
        yield piece


def write_head(columns: Sequence[Column]) -> str:
    """The first line of a download."""
    line: str = csv.writer(_Line()).writerow([column.name for column in columns])
    return line


def csv_download(name: str, columns: Sequence[Column], pieces: Iterable[str | bytes]) -> StreamingHttpResponse:
    """Lines that are written already, below the names of their columns."""
    content = chain((write_head(columns),), pieces)
    response = StreamingHttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def file_name(what: str, published: date | None, filters: dict[str, list[str]]) -> str:
    """``inspections-2026-11-21-grade-ofsted-four-point-good-year-2019.csv``: the edition's day and the filters."""
    parts = [what, published.isoformat() if published else "no-edition"]
    for name, values in filters.items():
        parts += [name, *values]
    plain = "-".join(filter(None, (re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in parts)))
    return f"{plain[:150].rstrip('-')}.csv"
