"""Children's homes, boarding schools, fostering and adoption agencies in tables: a row for an inspection or a setting.

Two sheets, the newest full inspection of every setting at a day and every inspection and visit of a year: an inspection
that stands on both is one fact. The publisher withholds the names and addresses of homes: it prints "REDACTED", which
is not the same as a name that nobody states. One visit to an agency can be printed beside several of its branches.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from inspections.catalogue.types import Authority
from inspections.reading.cell_values import IN_REGISTER, INSPECTION, SECTOR
from inspections.reading.entries import Codes, Desk, Means, absence_notes, from_day, joined, named, on_day
from inspections.reading.facts import Graded, InspectionFact, InspectionKind, Judged, Provider, Words
from inspections.reading.headers import Column, Layout, Row, column, rows_under
from inspections.wording import join_in_words

FRAMEWORK, SCALE = "sccif", "ofsted-four-point"
SINCE = date(2017, 4, 1)  # of the framework; before it the third grade had other words for some settings
WITHHELD = "REDACTED"
SECURE_CENTRE = "secure training centre"  # inspected under rules of its own
SERVICES = {
    "children's home": "childrens-homes",
    "secure children's home": "childrens-homes",
    "residential special school (registered as a children's home)": "childrens-homes",
    "residential special school": "boarding-and-residential-schools",
    "boarding school": "boarding-and-residential-schools",
    "further education college with residential accommodation": "boarding-and-residential-schools",
    "residential family centre": "residential-family-centres",
    "residential holiday scheme for disabled children": "residential-holiday-schemes",
    SECURE_CENTRE: "secure-training-centres",
    "independent fostering agency": "independent-agencies",
    "voluntary adoption agency": "independent-agencies",
    "adoption support agency": "independent-agencies",
}
KINDS: dict[str, InspectionKind] = {
    "full inspection": "full",
    "monitoring inspection": "monitoring-visit",
    "assurance visit": "ungraded",
    "emergency inspection": "ungraded",
}
NO_CHILDREN = "that no judgement was made, usually because no children were there at the time"
NONE: Codes = {"not judged": Means(label=NO_CHILDREN, judged=False)}
ASPECTS = {
    "education": "education-and-learning",
    "health": "health-services",
    "protection": "helped-and-protected",
    "leaders": "leaders-and-managers",
}


def _columns(kind: str, day: str, number: str) -> tuple[Column, ...]:
    return (
        column("urn", "URN", says=IN_REGISTER),
        column("kind", "Provision type"),
        column("name", "Name"),
        column("area", "Local authority"),
        column("sector", "Sector", says=SECTOR),
        column("owner", "Organisation which owns the provider"),
        column("type", kind),
        column("inspected", day),
        column("published", day.replace("date", "publication date")),
        column("number", number, says=INSPECTION),
        column("overall", "Overall experiences and progress of children and young people"),
        column("education", "Outcomes in education and related learning activities"),
        column("health", "Health services"),
        column("protection", "How well children and young people are helped and protected"),
        column("leaders", "The effectiveness of leaders and managers"),
    )


NEWEST = Layout(
    "the newest inspection of every home and agency",
    _columns("Latest full inspection event type", "Latest full inspection date", "Latest full inspection event number"),
    r"^provider level at",
    elsewhere=True,
)
IN_YEAR = Layout(
    "the inspections of homes and agencies of the year",
    _columns("Inspection event type", "Inspection date", "Inspection event number"),
    r"^provider level in year",
    elsewhere=True,
)
LAYOUTS = (NEWEST, IN_YEAR)


def read(desk: Desk) -> None:
    """Every inspection of a home or agency that the sheets of the workbook give."""
    found: dict[tuple[str, str, str], list[Row]] = {}
    numbers: dict[str, set[str]] = {}
    uninspected = 0
    for layout in LAYOUTS:
        header = desk.header(layout)
        for row in rows_under(header) if header else ():
            if not row["inspected"] and not row["number"]:
                uninspected += 1
                told = next((key for key in ("type", "published", "overall", *ASPECTS) if row[key]), "")
                if told:
                    desk.wrong(row, told, "tells of an inspection without a day", "fill in the day, or empty the cell")
                continue
            found.setdefault((row["urn"], row["number"], row["inspected"]), []).append(row)
            numbers.setdefault(row["number"], set()).add(row["urn"])
    if uninspected:
        desk.warn("not-inspected", f"{uninspected} rows of homes and agencies that had not been inspected")
    for (_, number, _), rows in found.items():
        fact = _fact(desk, rows, len(numbers[number]))
        if fact:
            desk.inspections.append(fact)


def _fact(desk: Desk, rows: Sequence[Row], branches: int) -> InspectionFact | None:
    row = rows[0]
    desk.needs(row, "urn")
    day = desk.day(row, "inspected")
    publications = {desk.day(each, "published") for each in rows}
    published = publications.pop() if len(publications) == 1 else None
    service = SERVICES.get(row["kind"].lower())
    kind = KINDS.get(row["type"].lower())
    if day is None:
        desk.wrong(row, "inspected", "says no day beside the number of an inspection", "fill the cell")
    if service is None:
        desk.wrong(row, "kind", "is no type of provision that is known", "the layout has to learn it")
    if kind is None:
        desk.wrong(row, "type", "is no kind of inspection that is known", "the layout has to learn it")
    if publications:
        desk.warn("two-dates", f"{row.where}: left out: the day of publication, of which its rows give several")
    areas = {area.slug: area for each in rows if (area := _area(desk, each, day))}
    if len(areas) > 1:
        desk.wrong(row, "area", f"is {join_in_words(sorted(areas))} in rows of one inspection", "correct one of them")
    area = next(iter(areas.values()), None)
    if day is None or service is None or kind is None or area is None:
        return None
    absences: list[tuple[str, str, Means]] = []
    overall = _graded(desk, rows, "overall", day, absences)
    framework = desk.catalogue.frameworks[FRAMEWORK]
    judged = []
    for key, slug in ASPECTS.items():
        graded = _graded(desk, rows, key, day, absences)
        if graded:
            judged.append(Judged(framework.aspect(slug).label, slug, graded, Words()))
    who = joined(*(each.words("urn", "name") for each in rows))
    return InspectionFact(
        key=desk.next_key(),
        authorities=(named(area.slug, joined(*(each.words("area") for each in rows))),),
        service=named(service, row.words("kind")),
        service_name=None,
        inspectorates=(named("ofsted", who),),
        kind=kind,
        kind_words=row.words("type"),
        framework=named(FRAMEWORK, row.words("inspected"))
        if day >= SINCE and row["kind"].lower() != SECURE_CENTRE
        else None,
        framework_basis="derived",
        inspected=from_day(day, joined(*(each.words("inspected") for each in rows))),
        published=on_day(published, joined(*(each.words("published") for each in rows))) if published else None,
        overall=overall,
        overall_absent=None if overall else "not stated" if kind == "full" else "ungraded by design",
        judgements=tuple(judged),
        notes=(*absence_notes(absences), *_notes(row, day, area, branches)),
        provider=Provider(f"social-care-urn-{row['urn']}", _name(row), row["kind"], who),
        number=row["number"] if branches == 1 else "",
    )


def _name(row: Row) -> str:
    """Its name; where that is withheld, its kind and number, and that it is."""
    return (
        f"{row['kind']} {row['urn']}, name redacted" if row["name"] in (WITHHELD, "") else " ".join(row["name"].split())
    )


def _notes(row: Row, day: date, area: Authority, branches: int) -> list[str]:
    notes = []
    if row["name"] == WITHHELD:
        notes.append(f"Its publisher withholds the name: the table prints “{WITHHELD}”")
    if row["type"].lower() not in ("full inspection", "monitoring inspection"):
        notes.append(f"Called “{row['type']}” by the table")
    if row["sector"] == "Local Authority":
        notes.append(f"Run by a council, as the table has it: “{row['owner']}”; an inspection of this setting alone")
    if branches > 1:
        notes.append(
            f"The table prints the number of this inspection, {row['number']}, beside {branches} settings: "
            "one visit to an organisation of several branches"
        )
    if not area.life.holds(day):
        notes.append("The area is the one that the table names; it was another authority’s on the day")
    return notes


def _area(desk: Desk, row: Row, day: date | None) -> Authority | None:
    """The authority of this name on the day, else the one that bears it now."""
    named_so = desk.catalogue.authorities_named(row["area"])
    living = [each for each in named_so if day is None or each.life.holds(day)]
    found = living if len(living) == 1 else [each for each in named_so if each.closed is None]
    if len(found) != 1:
        desk.wrong(row, "area", "is no authority that is known", "correct the name, or leave the row out")
        return None
    return found[0]


def _graded(
    desk: Desk, rows: Sequence[Row], key: str, day: date, absences: list[tuple[str, str, Means]]
) -> Graded | None:
    """The grade that all rows agree on; before the framework of 2017, only that there is one where words changed."""
    told = [desk.grade(row, key, SCALE, NONE) for row in rows]
    if len({row[key] for row in rows}) > 1:
        desk.warn("two-grades", f"{rows[0].where}: its rows give several grades for {rows[0].header.printed(key)}")
        return None
    graded, means = told[0]
    if means:
        absences.append((rows[0].header.printed(key), rows[0][key], means))
    if graded is None:
        return None
    words = joined(*(row.words(key) for row in rows))
    if graded.grade == "requires-improvement" and day < SINCE:
        note = f"the table prints “{rows[0][key]}”, and which word the report of {day.year} had is not stated"
        return Graded(SCALE, None, words, "derived", note)
    return Graded(SCALE, graded.grade, words)
