"""Area SEND inspections and revisits, May 2016 to August 2022: one row for each local area.

No grades: whether a written statement of action was required, for how many weaknesses, and of how many a revisit said
that progress was sufficient. A blank day of revisit means that none was required; "Not revisited yet" says so itself.
Published at https://www.gov.uk/government/collections/area-send-inspections-and-outcomes
"""

from __future__ import annotations

from collections.abc import Sequence

from inspections.catalogue import Catalogue
from inspections.reading.cell_values import COUNT
from inspections.reading.entries import Desk, from_day, named, on_day, title_of
from inspections.reading.facts import Held, InspectionFact, Reading
from inspections.reading.headers import Layout, Row, column, optional, rows_under
from inspections.reading.sheets import Sheet

KIND = "official table"
FRAMEWORK = "area-send-2016"
TOGETHER = ("ofsted", "cqc")  # every such visit was made by both
NOT_YET = "Not revisited yet"
ANSWERS = {"statement": ("Yes", "No"), "progress": ("Yes", "Some", "No")}
TABLE = Layout(
    "area SEND inspections of 2016 to 2022",
    (
        column("code", "Local authority code", "Local authority area code"),
        column("name", "Area name", "Local authority name"),
        column("inspected", "Inspection start date"),
        column("published", "Inspection publication date"),
        column("statement", "Inspection outcome: written statement of action required?"),
        column("weaknesses", "Number significant weaknesses identified in written statement of action", says=COUNT),
        column("revisited", "Revisit start date"),
        column("revisit-published", "Revisit publication date"),
        column("progress", "Revisit outcome: sufficient progress in addressing all significant weaknesses?"),
        column("sufficient", "Number significant weaknesses where sufficient progress has been made", says=COUNT),
        column(
            "insufficient",
            "Number significant weaknesses where sufficient progress has not been made",
            says=COUNT,
        ),
        optional("region", "Ofsted region"),
    ),
    r"area send",
)
LAYOUTS = (TABLE,)


def read(held: Held, sheets: Sequence[Sheet], catalogue: Catalogue) -> Reading:
    desk = Desk(held, sheets, catalogue, __name__.rpartition(".")[2], KIND)
    header = desk.header(TABLE)
    if header is None:
        return desk.done()
    for row in rows_under(header):
        _add(desk, row)
    return desk.done(title_of(header))


def _add(desk: Desk, row: Row) -> None:
    day = desk.day(row, "inspected")
    published = desk.day(row, "published")
    revisited = desk.day(row, "revisited", ("", NOT_YET))
    revisit_published = desk.day(row, "revisit-published", ("", NOT_YET))
    for key, allowed in ANSWERS.items():
        if row[key] not in (*allowed, *(("",) if key == "progress" else ())):
            desk.wrong(row, key, f"is none of {', '.join(allowed)}", "correct the cell")
    _check_counts(desk, row)
    if day is None:
        desk.wrong(row, "inspected", "says no day", "fill the cell")
        return
    authority = desk.authority(row, "name", day, "code")
    if authority is None:
        desk.not_then(row, "name", day)
        return
    asked = ("statement", "weaknesses") if row["weaknesses"] else ("statement",)
    notes = (f"Revisit: “{NOT_YET}”, in the words of the table",) if row["revisited"] == NOT_YET else ()
    first = desk.next_key()
    common = {
        "authorities": (named(authority.slug, row.words("code", "name")),),
        "service": named("area-send", row.words("statement")),
        "service_name": None,
        "inspectorates": tuple(named(each, row.words("statement")) for each in TOGETHER),
        "framework": named(FRAMEWORK, row.words("statement")),
        "framework_basis": "derived",
        "overall_absent": "ungraded by design",
    }
    desk.inspections.append(
        InspectionFact(
            key=first,
            kind="full",
            kind_words=row.words("inspected"),
            inspected=from_day(day, row.words("inspected")),
            published=on_day(published, row.words("published")) if published else None,
            outcome=row.words(*asked),
            notes=notes,
            **common,  # type: ignore[arg-type]
        )
    )
    if revisited is None:
        if any(row[key] for key in ("progress", "sufficient", "insufficient")) or revisit_published:
            desk.wrong(row, "revisited", "says no day beside the outcome of a revisit", "fill the cell")
        return
    then = desk.authority(row, "name", revisited)
    if then is None:
        desk.not_then(row, "name", revisited)
        return
    desk.inspections.append(
        InspectionFact(
            key=desk.next_key(),
            kind="revisit",
            kind_words=row.words("revisited"),
            inspected=from_day(revisited, row.words("revisited")),
            published=on_day(revisit_published, row.words("revisit-published")) if revisit_published else None,
            outcome=row.words("progress", "sufficient", "insufficient"),
            follows=first if then.slug == authority.slug else None,
            **(common | {"authorities": (named(then.slug, row.words("name")),)}),  # type: ignore[arg-type]
        )
    )


def _check_counts(desk: Desk, row: Row) -> None:
    """A statement of action is on weaknesses, and a revisit looks at each of them: the words and the counts agree."""
    if row["statement"] in ANSWERS["statement"] and (row["statement"] == "Yes") != (row["weaknesses"] not in ("", "0")):
        desk.wrong(row, "weaknesses", f"stands beside “{row['statement']}”", "correct one of the two")
    counts = [row[key] for key in ("weaknesses", "sufficient", "insufficient")]
    if not row["progress"] or not all(count.isdigit() for count in counts):
        return
    weaknesses, sufficient, insufficient = map(int, counts)
    if sufficient + insufficient != weaknesses:
        desk.wrong(
            row, "sufficient", f"and “{insufficient}” are not the {weaknesses} weaknesses", "correct one of them"
        )
    elif row["progress"] != ("Yes" if not insufficient else "Some" if sufficient else "No"):
        desk.wrong(row, "progress", f"is not what “{sufficient}” and “{insufficient}” say", "correct one of them")
