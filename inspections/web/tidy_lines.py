"""The lines of the tidy table (``inspections.tidy``) straight from the record's rows: a download of any length.

What many lines share, a date or a grade or a council, is written once and kept as text; a line is then put together
of some twenty texts. Cells are quoted as Python's ``csv`` quotes them, and harmless to spreadsheets.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote_plus

from inspections import privacy
from inspections.evidence import ROW as ROW_OF_TABLE
from inspections.periods import parse
from inspections.tidy import GAP, PRINTED, SEVERAL, protect
from inspections.web.asked import (
    authorities_of,
    proofs_in_table,
    proofs_with,
    rows_of_table_at,
    scales_in_table,
)
from inspections.web.assembly import show_proofs, the_authorities
from inspections.web.known import kind_words, service_name
from inspections.web.ladder import place_grade
from inspections.web.shown import AuthorityName
from inspections.web.shown.dates import NOT_PRINTED
from inspections.web.shown.paragraphs import outcome_parts
from inspections.web.shown.proofs import Proof
from inspections.web.source_names import sources_with
from inspections.wording import when_in_words

_is_plain = re.compile(r"[A-Za-z0-9][^\",\r\n]*").fullmatch  # neither quoted nor looked at by a spreadsheet
_is_quoted = re.compile(r"[\",\r\n]").search
_PROVES = frozenset(("outcome", "kind", "inspected", "published", "service"))  # what proves a line without a judgement
_NOTHING = "," * 4, ","  # of a proof that is not there: its place and words, its source's title and publisher
UNJUDGED = [(None, "," * 6, ",")]  # the one line of an inspection without judgements
NO_COUNCIL = ",,"
OUTCOME = 21  # of an inspection's row

ProofRow = Sequence[Any]
PK, INSPECTION, JUDGEMENT, STATEMENT, FIELD, START, SHEET, ROW, CELLS, SOURCE, TOLD = range(11)  # of a proof's row
Written = str | list[list[str]]  # cells as the database has them, or read already


def write_cell(text: str) -> str:
    """A cell as it stands between two commas."""
    if not text or _is_plain(text):
        return text
    text = protect(text)
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if _is_quoted(text) else text


def write_cells(*texts: str) -> str:
    return ",".join(map(write_cell, texts))


def precision(edtf: str) -> str:
    """How finely a date is known."""
    choices = parse(edtf).choices
    if len(choices) > 1 or len(choices[0]) > 1:
        return "several"
    return choices[0][0].precision


def write_lines(places: Sequence[int], edition: int | None) -> str:
    """The lines of the inspections at these places, in this order: one for each judgement, or one without."""
    found = {row[0]: row for row in rows_of_table_at(places)}
    rows = [found[place] for place in places]
    keys = [row[1] for row in rows]
    judgements, councils = _judgements(keys), _councils(keys)
    proofs = _Proofs(keys, (row[1] for row in rows if row[OUTCOME]))
    inspected_in_words, published_in_words = proofs.printed("inspected"), proofs.printed("published")
    number = "" if edition is None else edition
    lines: list[str] = []
    for row in rows:
        (
            _, key, ref, slug, title, service, printed, inspectorates, kind, framework, framework_basis,
            inspected, inspected_first, inspected_last, inspected_basis, inspected_note,
            published, published_first, published_last, published_basis, published_note,
            outcome, overall_absent, provider, provider_name, provider_kind, previous, follows,
            next_due, notes, disputed,
        ) = row  # fmt: skip
        before = (
            f"{ref},/inspections/{ref}/{slug}/,{write_cell(title)},{councils.get(key, NO_COUNCIL)},"
            f"{_write_kinds(service, printed, inspectorates, kind, framework)},"
            f"{_write_when(inspected, inspected_first, inspected_last, inspected_basis)},"
            f"{inspected_in_words.get(key, '') if inspected and not inspected_note.startswith(NOT_PRINTED) else ''},"
            f"{_write_when(published, published_first, published_last, published_basis)},"
            f"{published_in_words.get(key, '') if published and not published_note.startswith(NOT_PRINTED) else ''}"
        )
        held = gaps = ""
        absent = write_cell(overall_absent)
        if outcome:
            masked = privacy.mask(outcome)
            held, gaps = write_cell(masked), write_cell(GAP.join(outcome_parts(masked, proofs.of_outcome(key))))
        whose = write_cells(provider, provider_name, provider_kind) if provider else ",,"
        noted = _write_notes(
            printed, framework and framework_basis, inspected and inspected_note, published and published_note
        )
        rest = _write_rest(next_due, notes, disputed)
        after = f"{held},{previous or ''},{follows or ''},{rest}"
        for judgement, grade, grade_note in judgements.get(key) or UNJUDGED:
            proof, source = proofs.first(key, judgement)
            lines.append(
                f"{before},{grade},{absent},{gaps},{proof},{number},{whose},{noted},{grade_note},{after},{source}\r\n"
            )
    return "".join(lines)


class _Proofs:
    """What proves some inspections: the cells of a table as they are, words of a text cut out of it."""

    def __init__(self, keys: Sequence[int], with_outcome: Iterable[int]) -> None:
        self.of_inspections: dict[int, list[ProofRow]] = defaultdict(list)
        self.of_judgements: dict[int, ProofRow] = {}
        rows = proofs_in_table(keys)
        rows.sort()  # by key: the order in which they were recorded
        for row in _each_fact(rows):
            if row[JUDGEMENT]:
                self.of_judgements.setdefault(row[JUDGEMENT], row)
            elif not row[STATEMENT]:
                self.of_inspections[row[INSPECTION]].append(row)
        told = frozenset(with_outcome)
        held = [row for some in self.of_inspections.values() for row in some]
        held += self.of_judgements.values()
        needed = {
            (row[PK], row[FIELD])
            for row in held
            if row[START] is not None or row[ROW] is None or (row[FIELD] == "outcome" and row[INSPECTION] in told)
        }
        self.shown: dict[tuple[int, str], Proof] = {
            (row.id, row.field): proof
            for row, proof in show_proofs(proofs_with(list({key for key, _ in needed})))
            if (row.id, row.field) in needed
        }
        self.sources = sources_with(row[SOURCE] for row in held)

    def first(self, inspection: int, judgement: int | None) -> tuple[str, str]:
        """The place and the words of what proves a line, and the title and publisher of its source."""
        row = self.of_judgements.get(judgement) if judgement else None
        if row is None:
            rows = self.of_inspections.get(inspection, ())
            row = next((each for each in rows if each[FIELD] in _PROVES), rows[0] if rows else None)
        if row is None:
            return _NOTHING
        source = self.sources[row[SOURCE]]
        named = _write_source(source.title, source.publisher)
        if (row[PK], row[FIELD]) in self.shown:
            return _write_proof(self.shown[row[PK], row[FIELD]]), named
        begun, number = _begin_row(source.ref, source.slug, row[SHEET]), row[ROW]
        return f"{begun}{number}#r{number},,,{_write_words(row[CELLS])}", named

    def printed(self, field: str) -> dict[int, str]:
        """A date of each inspection in the words of its sources."""
        found: dict[int, str] = {}
        several: dict[int, list[str]] = {}
        for inspection, rows in self.of_inspections.items():
            for row in rows:
                if row[FIELD] != field:
                    continue
                if inspection in found:
                    words = several.setdefault(inspection, [self._words(each) for each in rows if each[FIELD] == field])
                    found[inspection] = write_cell(PRINTED.join(dict.fromkeys(words)))
                elif (row[PK], field) in self.shown:
                    found[inspection] = write_cell(self.shown[row[PK], field].text)
                else:
                    found[inspection] = _write_words(row[CELLS])
        return found

    def of_outcome(self, inspection: int) -> tuple[Proof, ...]:
        rows = self.of_inspections.get(inspection, ())
        return tuple(self.shown[row[PK], "outcome"] for row in rows if row[FIELD] == "outcome")

    def _words(self, row: ProofRow) -> str:
        shown = self.shown.get((row[PK], row[FIELD]))
        return shown.text if shown else words_of_cells(row[CELLS])


def _each_fact(rows: Iterable[ProofRow]) -> Iterator[ProofRow]:
    """Every single proof, as ``evidence.each_fact`` gives them of whole rows."""
    for row in rows:
        if row[FIELD] != ROW_OF_TABLE:
            yield row
            continue
        key, inspection, judgement, statement, _, start, sheet, number, _, source, told = row
        for field, _, cells, judged in json.loads(told):
            yield key, inspection, judgement if judged else None, statement, field, start, sheet, number, cells, source


def _judgements(keys: Sequence[int]) -> dict[int, list[tuple[int, str, str]]]:
    """The judgements of each inspection in their order: key, cells of the grade, cells of its basis."""
    found: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    rows = scales_in_table(keys)
    rows.sort(key=_position)
    for inspection, _, key, aspect, aspect_slug, scale, grade, as_worded, basis, note in rows:
        written = _write_grade(aspect, aspect_slug, scale, grade, as_worded)
        found[inspection].append((key, written, _write_basis(basis, note)))
    return found


def _position(row: Sequence[Any]) -> int:
    position: int = row[1]
    return position


def _councils(keys: Sequence[int]) -> dict[int, str]:
    """The cells of the authorities of each inspection, by name."""
    found: dict[int, list[AuthorityName]] = defaultdict(list)
    known = the_authorities()
    for inspection, authority in authorities_of(keys):
        found[inspection].append(known[authority])
    return {inspection: _write_councils(named) for inspection, named in found.items()}


def _write_councils(named: list[AuthorityName]) -> str:
    if len(named) == 1:
        return _write_council(named[0].slug, named[0].name, named[0].gss)
    named.sort(key=lambda authority: (authority.name, authority.slug))
    columns = ((a.slug for a in named), (a.name for a in named), (a.gss for a in named))
    return write_cells(*(SEVERAL.join(column) for column in columns))


@lru_cache(1024)
def _write_council(slug: str, name: str, gss: str) -> str:
    return write_cells(slug, name, gss)


@lru_cache(4096)
def _write_kinds(service: str, printed: str, inspectorates: str, kind: str, framework: str) -> str:
    named = SEVERAL.join(json.loads(inspectorates))
    return write_cells(service, printed or service_name(service), named, kind, kind_words(kind), framework)


@lru_cache(16_384)
def _write_when(edtf: str, first: str | None, last: str | None, basis: str) -> str:
    if not edtf:
        return "," * 5
    return write_cells(edtf, when_in_words(edtf), first or "", last or "", precision(edtf), basis or "stated")


@lru_cache(4096)
def _write_grade(aspect: str, aspect_slug: str, scale: str, grade: str, as_worded: str) -> str:
    placed = place_grade(scale, grade)
    rank = str(placed.rank) if placed.place else ""
    return write_cells(aspect, aspect_slug, scale, grade, placed.label, as_worded, rank)


@lru_cache(1024)
def _write_basis(basis: str, note: str) -> str:
    return write_cells(basis, note)


@lru_cache(1024)
def _write_notes(printed: str, framework_basis: str, inspected_note: str, published_note: str) -> str:
    return write_cells(printed, framework_basis, inspected_note, published_note)


@lru_cache(1024)
def _write_rest(next_due: str, notes: str, disputed: str) -> str:
    """When the next is due; what was worked out, a note on each line; what the sources disagree on, as JSON."""
    told = [
        {"field": each["field"], "aspect": each.get("aspect", ""), "values": each["values"]}
        for each in json.loads(disputed)
    ]
    return write_cells(next_due, "\n".join(json.loads(notes)), json.dumps(told, ensure_ascii=False) if told else "")


@lru_cache(1024)
def _write_source(title: str, publisher: str) -> str:
    return write_cells(title, publisher)


@lru_cache(1024)
def _begin_row(ref: str, slug: str, sheet: str) -> str:
    """The id of a table and the address of a row of it, up to the row's number."""
    asked = f"sheet={quote_plus(sheet)}&" if sheet else ""
    return f"{ref},/sources/{ref}/{slug}/?{asked}row="


def _write_proof(proof: Proof) -> str:
    start, end = ("" if place is None else str(place) for place in (proof.start, proof.end))
    return write_cells(proof.source, proof.url, start, end, proof.text)


def _write_words(cells: Written) -> str:
    return _write_held(cells) if isinstance(cells, str) else write_cell(words_of_cells(cells))


@lru_cache(16_384)
def _write_held(cells: str) -> str:
    return write_cell(words_of_cells(cells))


def words_of_cells(cells: Written) -> str:
    held = json.loads(cells) if isinstance(cells, str) else cells
    return "; ".join(f"{header}: {text}" if header else text for header, text in held)
