"""Outcomes of inspections of children's services: the newest of every authority, those of the year, and all of ILACS.

Three sheets that repeat one another: an inspection is one fact, proven by each row that tells of it. The sheets print
the judgement of "children in care" under its newer name: before 2023 it took in care leavers, who were not judged
apart. A line of the notes that corrects an earlier publication is kept with the inspection it is about.
Published at https://www.gov.uk/government/collections/childrens-social-care-statistics
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from inspections.catalogue import Catalogue
from inspections.reading.entries import Desk, from_day, joined, named, on_day, read_printed_day, title_of
from inspections.reading.facts import Cells, Graded, Held, InspectionFact, InspectionKind, Judged, Reading, Words
from inspections.reading.headers import Layout, Row, column, optional, rows_under
from inspections.reading.sheets import Sheet

KIND = "official table"
FRAMEWORK = "ilacs"
SCALE = "ofsted-four-point"
APART = date(2023, 1, 1)  # inspections begun from this day judge care leavers apart
KINDS: dict[str, InspectionKind] = {
    "ilacs standard inspection": "full",
    "ilacs short inspection": "short",
    "ilacs focused visit": "focused-visit",
    "la monitoring visit": "monitoring-visit",
    "ilacs monitoring visit": "monitoring-visit",
}
_JUDGED = (
    column("overall", "Overall effectiveness"),
    column("leaders", "The impact of leaders on social work practice with children and families", "Impact of leaders"),
    column(
        "protection",
        "The experiences and progress of children who need help and protection",
        "Experiences and progress of children who need help and protection",
    ),
    column(
        "care", "The experiences and progress of children in care", "Experiences and progress of children in care",
        "The experiences and progress of children in care and care leavers",
    ),
    optional(
        "leavers", "The experiences and progress of care leavers", "Experiences and progress of care leavers"
    ),
)  # fmt: skip
_WHERE = (
    column("code", "Local authority area code", "Local authority code"),
    column("name", "Local authority name"),
    optional("region", "Ofsted region", "Region"),
    optional("link", "Web link"),
)
NEWEST = Layout(
    "the newest inspection of every authority",
    (*_WHERE, column("inspected", "Inspection date"), column("published", "Publication date"), *_JUDGED),
    r"^inspections as at",
)
IN_YEAR = Layout(
    "the inspections and visits of the year",
    (
        *_WHERE,
        column("inspected", "Inspection/Visit date"),
        column("published", "Publication date"),
        column("type", "Inspection/Visit type"),
        *_JUDGED,
        column("theme", "Visit Theme"),
    ),
    r"^in year inspections",
    elsewhere=True,
)
HISTORY = Layout(
    "the history of ILACS inspections",
    (
        *_WHERE,
        column("status", "Local authority status"),
        column("inspected", "Inspection date"),
        column("published", "Publication date"),
        column("type", "Inspection type"),
        *_JUDGED,
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
    found: dict[tuple[str, str], list[tuple[Row, str]]] = {}
    for header in headers:
        for row in rows_under(header):
            day = desk.day(row, "inspected")
            authority = desk.authority(row, "name", day, "code")
            if day is None:
                desk.wrong(row, "inspected", "says no day, and an inspection is known by its first", "fill the cell")
            elif authority is None:
                desk.not_then(row, "name", day)
            else:
                found.setdefault((authority.slug, day.isoformat()), []).append((row, row["type"].lower()))
    for (authority_slug, _), rows in found.items():
        _add(desk, authority_slug, rows)
    _correct(desk)
    return desk.done(title_of(headers[0]) if headers else None)


def _add(desk: Desk, authority: str, told: list[tuple[Row, str]]) -> None:
    """One inspection from every row that tells of it."""
    rows = [row for row, _ in told]
    first = rows[0]
    day = desk.day(first, "inspected")
    assert day is not None
    typed = next((row for row in rows if row["type"]), None)
    kind = KINDS.get(typed["type"].lower()) if typed else "unstated"
    if kind is None and typed:
        desk.wrong(typed, "type", "is no kind of inspection that is known", "the layout has to learn it")
        return
    publications = {row["published"] for row in rows if row["published"]}
    published = desk.day(first, "published")
    if len(publications) > 1:
        desk.warn("two-dates", f"{first.where}: its rows give several days of publication: {', '.join(publications)}")
        published = None
    judged = [each for key in ("leaders", "protection", "care", "leavers") if (each := _aspect(desk, key, rows, day))]
    overall = _graded(desk, "overall", rows)
    notes = []
    themes = dict.fromkeys(row["theme"] for row in rows if row["theme"])
    notes += [f"Theme of the visit, as the table has it: {theme}" for theme in themes]
    if overall and day < APART:
        notes.append("Care leavers were not judged apart from children in care before January 2023")
    visit = kind in ("focused-visit", "monitoring-visit")
    desk.inspections.append(
        InspectionFact(
            key=desk.next_key(),
            authorities=(named(authority, joined(*(row.words("code", "name") for row in rows))),),
            service=named("childrens-services", joined(*(row.words("name") for row in rows))),
            service_name=None,
            inspectorates=(named("ofsted", first.words("name")),),
            kind=kind or "unstated",
            kind_words=typed.words("type") if typed else None,
            framework=named(FRAMEWORK, (typed or first).words("type" if typed else "overall")),
            framework_basis="stated" if typed and "ilacs" in typed["type"].lower() else "derived",
            inspected=from_day(day, joined(*(row.words("inspected") for row in rows))),
            published=on_day(published, joined(*(row.words("published") for row in rows))) if published else None,
            overall=overall,
            overall_absent=None if overall else "ungraded by design" if visit else "not stated",
            judgements=tuple(judged),
            notes=tuple(notes),
        )
    )


def _graded(desk: Desk, key: str, rows: Sequence[Row], note: str = "") -> Graded | None:
    """The grade that all rows agree on; where they do not, neither is taken."""
    grades = [grade for row in rows if (grade := desk.grade(row, key, SCALE, {}, note)[0])]
    if len({grade.grade for grade in grades}) > 1:
        desk.warn("two-grades", f"{rows[0].where}: its rows give several grades for {rows[0].header.printed(key)}")
        return None
    if not grades:
        return None
    return Graded(SCALE, grades[0].grade, joined(*(grade.words for grade in grades)), grades[0].basis, note)


def _aspect(desk: Desk, key: str, rows: Sequence[Row], day: date) -> Judged | None:
    slugs = {
        "leaders": "impact-of-leaders",
        "protection": "help-and-protection",
        "care": "children-in-care" if day >= APART else "in-care-and-care-leavers",
        "leavers": "care-leavers",
    }
    graded = _graded(desk, key, rows)
    if graded is None:
        return None
    aspect = desk.catalogue.frameworks[FRAMEWORK].aspect(slugs[key])
    if not aspect.used.holds(day):
        desk.wrong(rows[0], key, f"is a judgement that was not made on {day}", "correct the cell or the date")
        return None
    return Judged(aspect.label, aspect.slug, graded, Words())


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
