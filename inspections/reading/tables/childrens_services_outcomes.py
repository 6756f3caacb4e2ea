"""Outcomes of inspections of children's services: the newest of every authority, those of the year, and all of ILACS.

Three sheets that repeat one another: an inspection is one fact, proven by each row that tells of it. A line of the
notes that corrects an earlier publication is kept with the inspection it is about.
Published at https://www.gov.uk/government/collections/childrens-social-care-statistics
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from inspections.catalogue import Catalogue
from inspections.reading.cell_days import read_printed_day
from inspections.reading.childrens import FRAMEWORK, JUDGED, WHERE, gather
from inspections.reading.entries import Desk, joined, title_of
from inspections.reading.facts import Cells, Graded, Held, Judged, Reading, Words
from inspections.reading.headers import Layout, column
from inspections.reading.sheets import Sheet

KIND = "official table"
NEWEST = Layout(
    "the newest inspection of every authority",
    (*WHERE, column("inspected", "Inspection date"), column("published", "Publication date"), *JUDGED),
    r"^inspections as at",
)
IN_YEAR = Layout(
    "the inspections and visits of the year",
    (
        *WHERE,
        column("inspected", "Inspection/Visit date"),
        column("published", "Publication date"),
        column("type", "Inspection/Visit type"),
        *JUDGED,
        column("theme", "Visit Theme"),
    ),
    r"^in year inspections",
    elsewhere=True,
)
HISTORY = Layout(
    "the history of ILACS inspections",
    (
        *WHERE,
        column("status", "Local authority status"),
        column("inspected", "Inspection date"),
        column("published", "Publication date"),
        column("type", "Inspection type"),
        *JUDGED,
    ),
    r"inspection history",
    elsewhere=True,
)
LAYOUTS = (NEWEST, IN_YEAR, HISTORY)
_NOTES = re.compile(r"^notes$", re.IGNORECASE)
_BULLET = re.compile(r"(?:^|\n)\s*-\s*")


def read(held: Held, sheets: Sequence[Sheet], catalogue: Catalogue) -> Reading:
    desk = Desk(held, sheets, catalogue, __name__.rpartition(".")[2], KIND)
    headers = [header for layout in LAYOUTS if (header := desk.header(layout))]
    desk.inspections += gather(desk, headers)
    _correct(desk)
    return desk.done(title_of(headers[0]) if headers else None)


def _correct(desk: Desk) -> None:
    """Lines of the notes that name an authority, a day and an inspection of this table."""
    for sheet in desk.sheets:
        if not _NOTES.match(sheet.name.strip()):
            continue
        for number, row in enumerate(sheet.rows, 1):
            for line in _BULLET.split("\n".join(row)):
                _correct_by(desk, sheet.name, number, " ".join(line.split()))


def _correct_by(desk: Desk, sheet: str, number: int, line: str) -> None:
    days = {day.isoformat() for day in read_printed_day(line)}
    for at, fact in enumerate(desk.inspections):
        name = desk.catalogue.authorities[fact.authorities[0].slug].name
        inspected = fact.inspected.edtf.partition("/")[0] if fact.inspected else ""
        if inspected not in days or not re.search(rf"\b{re.escape(name)}\b", line):
            continue
        cell = Cells(sheet, number, (("", line),))
        judgements = tuple(_with_note(desk, judged, cell, line) for judged in fact.judgements)
        note = f"Its publisher corrected an earlier table: “{line}”"
        desk.inspections[at] = desk.changed(fact, judgements=judgements, notes=(*fact.notes, note))


def _with_note(desk: Desk, judged: Judged, cell: Cells, line: str) -> Judged:
    """The judgement that a correction names, with the words of the correction beside its own."""
    aspect = desk.catalogue.frameworks[FRAMEWORK].aspect(judged.aspect_slug or "")
    if not any(wording in line.lower() for wording in aspect.wordings):
        return judged
    words = joined(judged.grade.words, Words(cells=cell))
    graded = Graded(judged.grade.scale, judged.grade.grade, words, judged.grade.basis, judged.grade.note)
    return Judged(judged.aspect, judged.aspect_slug, graded, judged.aspect_words)
