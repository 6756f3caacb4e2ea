"""How SQLite makes the rows of plain inspections of what ``staging`` has put down: a statement for each table."""

# ruff: noqa: S608 (every name in these statements is our own)

from __future__ import annotations

from inspections import models
from inspections.evidence import ROW
from inspections.recording.indexing import EntryService
from inspections.recording.plain_units import SLUG
from inspections.recording.rows import InspectionService

DATED = ("edtf", "earliest", "latest", "basis", "note")
JUDGED = ("position", "aspect", "aspect_slug", "overall", "scale", "grade", "as_worded", "basis", "note")
ENTRIES = (  # what the numbers of an inspection stand for
    "CROSS JOIN plain_who w ON w.n = s.who CROSS JOIN plain_what t ON t.n = s.what "
    "CROSS JOIN plain_inspected i ON i.n = s.inspected CROSS JOIN plain_published p ON p.n = s.published "
    "CROSS JOIN plain_extra x ON x.n = s.extra CROSS JOIN plain_came c ON c.n = s.came"
)
HOMES = "CROSS JOIN plain_home h ON h.who = s.who AND h.what = s.what"
DATES = "CROSS JOIN plain_inspected i ON i.n = s.inspected CROSS JOIN plain_published p ON p.n = s.published"
YEARS = ", ".join(f"CASE WHEN i.day IS NULL THEN p.{name} ELSE i.{name} END" for name in ("year_from", "year_to"))


def _inspections(source: int) -> str:
    del source
    when = "CASE WHEN i.name = '' THEN p.{0} ELSE i.{0} END"
    slug = f"w.slug || t.slug || {when.format('slug')}"
    size = f"w.size + t.size + {when.format('size')}"  # of the slug, so that it is made only once
    what = ", ".join(f"t.c{at}" for at in range(9))
    dates = ", ".join(f"{which}.{name}" for which in ("i", "p") for name in DATED)
    return (
        f"SELECT s.id, s.ref, CASE WHEN {size} <= {SLUG} THEN {slug} ELSE rtrim(substr({slug}, 1, {SLUG}), '-') END, "
        f"w.name || t.name || {when.format('name')}, {what}, {dates}, {YEARS}, "
        "ifnull(i.day, p.day), c.absent, x.outcome, NULL, NULL, x.next_due, x.notes, '[]', '[]' "
        f"FROM plain s {ENTRIES}"
    )


def _services(source: int) -> str:
    del source
    return f"SELECT s.pair + h.position, s.id, h.service FROM plain s {HOMES}"


def _inspected_by(source: int) -> str:
    del source
    joined = "CROSS JOIN plain_crew b ON b.what = s.what"
    return f"SELECT s.by + b.position, s.id, b.inspectorate FROM plain s {joined}"


def _judgements(source: int) -> str:
    del source
    judged = ", ".join(f"c.{name}" for name in JUDGED)
    joined = "CROSS JOIN plain_came c ON c.n = s.came"
    return f"SELECT s.judgement, s.id, {judged} FROM plain s {joined} WHERE c.scale IS NOT NULL"


def _evidence(source: int) -> str:
    told = "replace(w.told, char(31), o.told) || t.told || i.told || p.told || x.told || c.told"
    return (
        f"SELECT s.evidence, {source}, s.id, CASE WHEN c.scale IS NULL THEN NULL ELSE s.judgement END, "
        f"NULL, '{ROW}', '', 0, NULL, NULL, '', s.number, '[]', {told} "
        f"FROM plain s CROSS JOIN plain_origin o ON o.n = s.origin {ENTRIES}"
    )


def _entries(source: int) -> str:
    del source
    return f"SELECT s.entry, 'inspection', NULL, NULL, s.id, NULL, NULL, NULL, 0, '', {YEARS} FROM plain s {DATES}"


def _abouts(source: int) -> str:
    del source
    return f"SELECT s.about + h.place, s.entry, h.service FROM plain s {HOMES}"


SELECTED = {
    models.Inspection: _inspections, InspectionService: _services, models.InspectedBy: _inspected_by,
    models.Judgement: _judgements, models.Evidence: _evidence, models.Entry: _entries, EntryService: _abouts,
}  # fmt: skip
