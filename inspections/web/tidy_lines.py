"""The lines of the tidy table (``inspections.tidy``) straight from the record's rows: a download of any length.

What many lines share, a date or a grade or a council, comes from the database as one text and is written once; a line
is then put together of some twenty texts.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from inspections.periods import parse
from inspections.tidy import SEVERAL
from inspections.web.asked import authorities_of, grades_in_lines, rows_of_table_at
from inspections.web.assembly import the_authorities
from inspections.web.known import kind_words, service_name
from inspections.web.ladder import place_grade
from inspections.web.shown import AuthorityName
from inspections.web.shown.dates import NOT_PRINTED
from inspections.web.tidy_cells import write_cell, write_cells
from inspections.web.tidy_proofs import TidyProofs
from inspections.wording import when_in_words

UNJUDGED = [(0, None, "," * 6, ",")]  # the one line of an inspection without judgements
NO_COUNCIL = ",,"
OUTCOME = 5  # of an inspection's row


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
    proofs = TidyProofs(keys, (row[1] for row in rows if row[OUTCOME]))
    number = "" if edition is None else edition
    lines: list[str] = []
    for _, key, ref, slug, title, outcome, previous, follows, about, inspected, published, whose, rest in rows:
        kinds, absent, kinds_noted = _write_kinds(about)
        inspected_when, inspected_is_printed, inspected_note = _write_when(inspected)
        published_when, published_is_printed, published_note = _write_when(published)
        inspected_printed, published_printed = proofs.when(key)
        provider, after = _write_whose(whose), _write_rest(rest)
        held, gaps = proofs.outcome(key, outcome) if outcome else ("", "")
        begun = (
            f"{ref},/inspections/{ref}/{slug}/,{write_cell(title)},{councils.get(key, NO_COUNCIL)},{kinds},"
            f"{inspected_when},{inspected_printed if inspected_is_printed else ''},"
            f"{published_when},{published_printed if published_is_printed else ''}"
        )
        noted = f"{number},{provider},{kinds_noted},{inspected_note},{published_note}"
        for _, judgement, grade, basis in judgements.get(key) or UNJUDGED:
            proof, source = proofs.first(key, judgement)
            lines.append(
                f"{begun},{grade},{absent},{gaps},{proof},{noted},{basis},"
                f"{held},{previous or ''},{follows or ''},{after},{source}\r\n"
            )
    return "".join(lines)


def _judgements(keys: Sequence[int]) -> dict[int, list[tuple[int, int, str, str]]]:
    """The judgements of each inspection in their order: position, key, cells of the grade, cells of its basis."""
    found: dict[int, list[tuple[int, int, str, str]]] = {}
    for inspection, position, key, graded in grades_in_lines(keys):
        judgement = position, key, *_write_grade(graded)
        if inspection in found:
            found[inspection].append(judgement)
            found[inspection].sort(key=_position)
        else:
            found[inspection] = [judgement]
    return found


def _position(judgement: Sequence[Any]) -> int:
    position: int = judgement[0]
    return position


def _councils(keys: Sequence[int]) -> dict[int, str]:
    """The cells of the authorities of each inspection, by name."""
    known = the_authorities()
    found: dict[int, tuple[int, ...]] = {}
    for inspection, authority in authorities_of(keys):
        found[inspection] = *found.get(inspection, ()), authority
    written = {some: _write_councils([known[each] for each in some]) for some in set(found.values())}
    return {inspection: written[some] for inspection, some in found.items()}


def _write_councils(named: list[AuthorityName]) -> str:
    named.sort(key=lambda authority: (authority.name, authority.slug))
    columns = ((a.slug for a in named), (a.name for a in named), (a.gss for a in named))
    return write_cells(*(SEVERAL.join(column) for column in columns))


@lru_cache(16_384)
def _write_kinds(about: str) -> tuple[str, str, str]:
    """The cells of what was inspected; why there is no overall grade; as printed, and how the framework is known."""
    service, printed, inspectorates, kind, framework, framework_basis, absent = json.loads(about)
    named = SEVERAL.join(json.loads(inspectorates))
    return (
        write_cells(service, printed or service_name(service), named, kind, kind_words(kind), framework),
        write_cell(absent),
        write_cells(printed, framework and framework_basis),
    )


@lru_cache(16_384)
def _write_when(held: str) -> tuple[str, bool, str]:
    """The cells of a date, whether its words are its sources', and its note."""
    edtf, first, last, basis, note = json.loads(held)
    if not edtf:
        return "," * 5, False, ""
    cells = write_cells(edtf, when_in_words(edtf), first or "", last or "", precision(edtf), basis or "stated")
    return cells, not note.startswith(NOT_PRINTED), write_cell(note)


@lru_cache(4096)
def _write_grade(graded: str) -> tuple[str, str]:
    """The cells of a grade on its scale, and of how it is known."""
    aspect, aspect_slug, _, scale, grade, as_worded, basis, note = json.loads(graded)
    placed = place_grade(scale, grade)
    rank = str(placed.rank) if placed.place else ""
    return write_cells(aspect, aspect_slug, scale, grade, placed.label, as_worded, rank), write_cells(basis, note)


@lru_cache(4096)
def _write_whose(whose: str) -> str:
    """Who was inspected where it is not the council."""
    provider, name, kind = json.loads(whose)
    return write_cells(provider, name, kind) if provider else ",,"


@lru_cache(1024)
def _write_rest(rest: str) -> str:
    """When the next is due; what was worked out, a note on each line; what the sources disagree on, as JSON."""
    next_due, notes, disputed = json.loads(rest)
    told = [
        {"field": each["field"], "aspect": each.get("aspect", ""), "values": each["values"]}
        for each in json.loads(disputed)
    ]
    return write_cells(next_due, "\n".join(json.loads(notes)), json.dumps(told, ensure_ascii=False) if told else "")
