"""The national pages as tables: the columns of each CSV and JSON, and their rows from the same values as the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inspections.web.exports import Cell as Value
from inspections.web.exports import Column
from inspections.web.national import Cell, EventShown, Grid, Row
from inspections.web.national_counts import Line, ScaleCounts, YearCounts
from inspections.web.national_map import HexagonMap
from inspections.web.national_waiting import Waiting

Values = list[Value]
EDITION = Column("edition", "Number of the edition of this record.")
AUTHORITY = (
    Column("authority", "Slug of the authority."),
    Column("authority_name", "Name of the authority."),
    Column("authority_gss", "Newest GSS code of the authority."),
    Column("region", "Region of England."),
    Column("authority_kind", "Kind of authority."),
    Column("closed", "Last day, for an abolished authority."),
    Column("service", "Kind of service, as a code."),
)
OUTCOME = (
    Column(
        "state",
        "graded, aspects (judged by aspect, no overall grade), ungraded, not-stated, disputed, open (the dates leave "
        "open which outcome is the newest), undated (an outcome is held, and its date is not stated) or visits.",
    ),
    Column("scale", "Code of the scale. A grade means nothing without it."),
    Column("grade", "Code of the grade on that scale. Empty: see state."),
    Column("grade_words", "The grade in words."),
    Column("grade_as_worded", "The words that a table has for it where they are those of another scale; else empty."),
    Column("inspection", "Id of the inspection with the newest outcome."),
    Column("kind", "Kind of that inspection, as a code."),
    Column("when", "When it was inspected, or published where only that is known, as EDTF."),
    Column("when_is_published", "yes where only the publication is known."),
)
OUTCOMES = (
    *AUTHORITY,
    *OUTCOME,
    Column("since", "Id of the newest visit after it; where state is undated, of that outcome."),
    Column("since_kind", "Kind of that, as a code."),
    Column("since_when", "When that was, as EDTF."),
    Column("held", "How many inspections of this service are held here."),
    Column("undated", "How many of them have no year; any of them may be newer."),
)
HEXAGONS = (*AUTHORITY, *OUTCOME, Column("shown_as", "The letter in the hexagon."))
SCALE_COUNTS = (
    Column("scale", "Code of the scale."),
    Column("region", "Region of England; empty: all."),
    Column("year", "Year; empty: all; “not stated”: those without one."),
    Column("grade", "Code of the grade; empty: any grade of the scale, each inspection counted once."),
    Column("inspections", "How many inspections hold such a judgement, overall or of one aspect."),
    Column("list", "Address of the list of just these; empty where the list cannot be asked for them."),
)
COVERAGE = (
    Column("whose", "own (councils’ own services) or providers (schools, colleges and others in their areas)."),
    Column("inspectorate", "Code of the inspectorate; empty: any."),
    Column("year", "Year; empty: all; “not stated”: those without one."),
    Column("inspections", "How many inspections are held here."),
    Column("list", "Address of the list of just these; empty where the list cannot be asked for them."),
)
WAITING = (
    *AUTHORITY,
    Column("inspection", "Id of the newest full inspection held here; empty: none is held."),
    Column("when", "When it was inspected, or published where only that is known, as EDTF."),
    Column("when_is_published", "yes where only the publication is known."),
    Column("as_at", "The day counted to: when the edition was published."),
    Column("months_least", "Whole months passed since then, at least."),
    Column("months_most", "The same, at most."),
    Column("due", "When the next may come, in words."),
    Column("due_what", "What comes then."),
    Column("due_basis", "stated (a source says so) or estimate (the framework’s rule applied)."),
    Column("due_earliest", "First day of the first month of an estimate."),
    Column("due_latest", "First day of the last month of an estimate."),
    Column("due_source", "Where the framework’s rule is told."),
    Column("due_absent", "Why nothing is expected here."),
)


def _authority(row: Row, service: str) -> Values:
    a = row.authority
    return [a.slug, a.name, a.gss, a.region, a.kind, a.closed.isoformat() if a.closed else "", service]


def _outcome(cell: Cell | None) -> Values:
    if cell is None:
        return [""] * len(OUTCOME)
    grade = cell.grade if cell.state == "graded" else None
    event = cell.event if cell.state != "open" else None
    return [
        cell.state,
        grade.scale if grade else "",
        (grade.grade or "") if grade else "",
        grade.label if grade else "",
        grade.printed if grade else "",
        event.ref if event else "",
        event.kind if event else "",
        *_when(event),
    ]


def _when(event: EventShown | None) -> Values:
    return [event.when.edtf, "yes" if event.when.published else "no"] if event else ["", ""]


def outcomes(grid: Grid) -> Iterator[Values]:
    """One row for each authority and service of which anything is held."""
    for row in (*grid.rows, *grid.abolished):
        for cell in row.cells:
            if cell:
                since = cell.since
                later: Values = [since.ref, since.kind, since.when.edtf] if since else ["", "", ""]
                yield [*_authority(row, cell.service), *_outcome(cell), *later, cell.held, cell.undated]


def hexagons(drawn: HexagonMap) -> Iterator[Values]:
    """One row for each open authority."""
    for each in drawn.hexagons:
        yield [*_authority(each.row, drawn.service), *_outcome(each.cell), each.letter]


def scale_counts(counted: Iterable[ScaleCounts]) -> Iterator[Values]:
    for scale in counted:
        for place, lines in (("", (scale.england,)), ("region", scale.regions), ("year", scale.years)):
            for line in lines:
                region = line.name if place == "region" else ""
                year = _year(line) if place == "year" else ""
                for column, number in zip(scale.columns, line.numbers, strict=True):
                    yield [scale.slug, region, year, column.slug or "not stated", number.many, number.url]
                yield [scale.slug, region, year, "", line.total.many, line.total.url]


def coverage_counts(tables: Iterable[YearCounts]) -> Iterator[Values]:
    for table in tables:
        for line in (*table.lines, table.total):
            year = "" if line is table.total else _year(line)
            for (slug, _), number in zip(table.columns, line.numbers, strict=True):
                yield [table.whose, slug, year, number.many, number.url]
            yield [table.whose, "", year, line.total.many, line.total.url]


def _year(line: Line) -> str:
    return line.name if line.name.isdigit() else "not stated"


def waiting(found: Waiting) -> Iterator[Values]:
    """One row for each open authority, those without a full inspection included."""
    for wait in found.waits:
        due = wait.due
        yield [
            *_authority(wait.row, found.service),
            wait.event.ref if wait.event else "",
            *_when(wait.event),
            found.as_at.isoformat(),
            *(wait.months or ("", "")),
            due.words if due else "",
            due.what if due else "",
            due.basis if due else "",
            due.earliest.isoformat() if due and due.earliest else "",
            due.latest.isoformat() if due and due.latest else "",
            due.source if due else "",
            wait.why_not,
        ]
    for row in found.never:
        empty = [""] * (len(WAITING) - len(AUTHORITY) - 1)
        yield [*_authority(row, found.service), *empty, "no full inspection held"]
