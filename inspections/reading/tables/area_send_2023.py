"""First results of the area SEND framework of 2023: one row for each local area partnership inspected.

Headers as a program wrote them ("Inspection.outcome"); "NA" where there is no priority action. One of three outcome
statements, never a grade.
Published at https://www.gov.uk/government/collections/area-send-inspections-and-outcomes
"""

from __future__ import annotations

from collections.abc import Sequence

from inspections.catalogue import Catalogue
from inspections.reading.cell_values import COUNT, SILENT, YES_OR_NO
from inspections.reading.entries import Desk, from_day, named, on_day
from inspections.reading.facts import Held, InspectionFact, Reading
from inspections.reading.headers import Layout, Row, column, optional, rows_under
from inspections.reading.sheets import Sheet

KIND = "management information"
FRAMEWORK, SCALE = "area-send-2023", "area-send-outcome"
TOGETHER = ("ofsted", "cqc")  # every such visit is made by both
TABLE = Layout(
    "area SEND inspections since 2023",
    (
        column("name", "Local area partnership"),
        column("inspected", "Inspection start date"),
        column("published", "Inspection publication date"),
        column("outcome", "Inspection outcome"),
        column("plan", "Priority action plan required?", says=YES_OR_NO),
        column("areas", "Number of areas for priority action", says=COUNT),
        optional("region", "Ofsted region"),
    ),
)
LAYOUTS = (TABLE,)


def read(held: Held, sheets: Sequence[Sheet], catalogue: Catalogue) -> Reading:
    desk = Desk(held, sheets, catalogue, __name__.rpartition(".")[2], KIND)
    header = desk.header(TABLE)
    if header is None:
        return desk.done()
    for row in rows_under(header):
        _add(desk, row)
    return desk.done()


def _add(desk: Desk, row: Row) -> None:
    day, published = desk.day(row, "inspected"), desk.day(row, "published")
    overall, _ = desk.grade(row, "outcome", SCALE, {})
    if row["plan"] in SILENT:
        desk.wrong(row, "plan", "is neither Yes nor No", "correct the cell")
    if row["plan"].lower() == "no" and row["areas"] not in SILENT | {"0"}:
        desk.wrong(row, "areas", "stands beside a plan that is not required", "correct one of the two")
    if day is None:
        desk.wrong(row, "inspected", "says no day", "fill the cell")
        return
    authority = desk.authority(row, "name", day)
    if authority is None:
        desk.not_then(row, "name", day)
        return
    areas = row["areas"]
    asked = f", areas for priority action: {areas}" if areas.isdigit() else ""
    desk.inspections.append(
        InspectionFact(
            key=desk.next_key(),
            authorities=(named(authority.slug, row.words("name")),),
            service=named("area-send", row.words("name")),
            service_name=None,
            inspectorates=tuple(named(each, row.words("outcome")) for each in TOGETHER),
            kind="full",
            kind_words=row.words("outcome"),
            framework=named(FRAMEWORK, row.words("outcome")),
            framework_basis="derived",
            inspected=from_day(day, row.words("inspected")),
            published=on_day(published, row.words("published")) if published else None,
            overall=overall,
            overall_absent=None if overall else "not stated",
            notes=(f"Priority action plan required, as the table has it: {row['plan']}{asked}",),
        )
    )
