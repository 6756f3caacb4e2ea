"""The latest inspection of every further education and skills provider as at 31 August 2021, reshaped: who and when.

It stands beside a second table of the scores (``further_education_2021_scores``), joined by the inspection's number.
It gives the first day of the visit, no area and no day of publication; "NULL" and "NA" stand where a provider had not
been inspected. The councils' own services are told by the councils' names in theirs; one whose name says no council
that was there on the day is a provider like any other, as a district's is in the table that names areas.
"""

from __future__ import annotations

from collections.abc import Sequence

from inspections.catalogue import Catalogue
from inspections.reading import skills
from inspections.reading.cell_values import COUNT, IN_REGISTER, INSPECTION, SILENT
from inspections.reading.entries import Desk, from_day, named
from inspections.reading.facts import Held, InspectionFact, InspectionKind, Provider, Reading
from inspections.reading.headers import Layout, column, rows_under
from inspections.reading.sheets import Sheet

KIND = "official table, reshaped"
KINDS: dict[str, InspectionKind] = {"full inspection": "full", "short inspection conversion": "full"}
TABLE = Layout(
    "further education and skills providers with the number of their inspection",
    (
        column("ukprn", "ukprn", says=IN_REGISTER),
        column("name", "provider_name"),
        column("type", "provider_type"),
        column("group", "provider_group"),
        column("number", "inspection_number", says=INSPECTION),
        column("kind", "inspection_type"),
        column("inspected", "inspection_date"),
        column("days", "inspection_length_in_days", says=COUNT),
    ),
)
LAYOUTS = (TABLE,)


def read(held: Held, sheets: Sequence[Sheet], catalogue: Catalogue) -> Reading:
    desk = Desk(held, sheets, catalogue, __name__.rpartition(".")[2], KIND)
    header = desk.header(TABLE)
    if header is None:
        return desk.done()
    not_inspected = unnamed = 0
    for row in rows_under(header):
        day = desk.day(row, "inspected")
        if row["type"] not in skills.SERVICES:
            desk.wrong(row, "type", "is no type of provider that is known", "the layout has to learn it")
            continue
        told = [key for key in ("number", "kind", "days") if row[key] not in SILENT]
        if day is None:
            not_inspected += 1
            if told and row["inspected"] in SILENT:
                desk.wrong(row, told[0], "tells of an inspection without a day", "fill in the day, or empty the cell")
            continue
        if "number" not in told:
            desk.wrong(row, "number", "says no number of the inspection", "fill the cell")
        kind = KINDS.get(row["kind"].lower())
        if kind is None:
            desk.wrong(row, "kind", "is no kind of inspection that is known", "the layout has to learn it")
            continue
        desk.needs(row, "ukprn", "name")
        of_a_council = row["type"] == skills.COUNCIL
        authority = skills.council_named(desk.catalogue, row["name"], day) if of_a_council else None
        unnamed += of_a_council and authority is None
        kind_of_service = skills.SERVICES[row["type"]] if authority or not of_a_council else skills.TRAINING
        scale = skills.scale_of(day, None) or skills.NEWER
        desk.inspections.append(
            InspectionFact(
                key=desk.next_key(),
                authorities=(named(authority.slug, row.words("name")),) if authority else (),
                service=named(kind_of_service, row.words("type")),
                service_name=row["name"] if authority else None,
                inspectorates=(named("ofsted", row.words("name")),),
                kind=kind,
                kind_words=row.words("kind"),
                framework=named(skills.framework_of(scale), row.words("inspected")),
                framework_basis="derived",
                inspected=from_day(day, row.words("inspected")),
                notes=(_length(row["days"]),) if row["days"].isdigit() and row["days"] != "0" else (),
                provider=None
                if authority
                else Provider(f"ukprn-{row['ukprn']}", row["name"], row["type"], row.words("ukprn", "name")),
                number=row["number"],
            )
        )
    if not_inspected:
        desk.warn("not-inspected", f"{not_inspected} rows of providers that had not been inspected")
    if unnamed:
        desk.warn(
            "unknown-council",
            f"{unnamed} councils' services whose names say no council of their day: taken as providers",
        )
    return desk.done()


def _length(days: str) -> str:
    return f"Length of the inspection in days, as the table has it: {days}"
