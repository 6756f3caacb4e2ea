"""Children's services in tables: what a row says of an inspection or visit under ILACS, whichever table it stands in.

Tables print the judgement of "children in care" under its newer name: before 2023 it took in care leavers, who were not
judged apart. Several rows may tell of one inspection: each proves it, and where they do not agree nothing is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from inspections.reading.entries import Desk, from_day, joined, named, on_day
from inspections.reading.facts import Graded, InspectionFact, InspectionKind, Judged, Words
from inspections.reading.headers import Header, Row, column, later, optional, rows_under

FRAMEWORK = "ilacs"
SCALE = "ofsted-four-point"
REPORTED = 180  # days within which a report is out, held back for an election or not
LONGEST = 14  # days that an inspection lasts
APART = date(2023, 1, 1)  # inspections begun from this day judge care leavers apart
KINDS: dict[str, InspectionKind] = {
    "ilacs standard inspection": "full",
    "ilacs short inspection": "short",
    "ilacs focused visit": "focused-visit",
    "la monitoring visit": "monitoring-visit",
    "ilacs monitoring visit": "monitoring-visit",
}
JUDGED = (
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
    later(
        "leavers", "The experiences and progress of care leavers", "Experiences and progress of care leavers",
        since=("inspected", APART),
    ),
)  # fmt: skip
WHERE = (
    column("code", "Local authority area code", "Local authority code"),
    column("name", "Local authority name"),
    optional("region", "Ofsted region", "Region"),
    optional("link", "Web link"),
)


def gather(desk: Desk, headers: Iterable[Header]) -> list[InspectionFact]:
    """Every inspection and visit that the rows of these sheets tell of, each once."""
    found: dict[tuple[str, str], list[Row]] = {}
    for header in headers:
        for row in rows_under(header):
            day = desk.day(row, "inspected")
            authority = desk.authority(row, "name", day, "code" if row.has("code") else "")
            if day is None:
                desk.wrong(row, "inspected", "says no day, and an inspection is known by its first", "fill the cell")
            elif authority is None:
                desk.not_then(row, "name", day)
            else:
                found.setdefault((authority.slug, day.isoformat()), []).append(row)
    facts: list[InspectionFact] = []
    for (authority_slug, _), rows in found.items():
        fact = told_by(desk, authority_slug, rows)
        if fact:
            facts.append(desk.changed(fact, key=str(len(desk.inspections) + len(facts) + 1)))
    return facts


def join_reports(desk: Desk, visits: Sequence[InspectionFact]) -> None:
    """Inspections known by their first day, joined to those of the same table known by the day of their report.

    One must fit and no other: the same authority, the report out within the time that a report takes, and every grade
    that both give the same. What has no report in the table stands on its own; what fits two is left out.
    """
    for visit in visits:
        twins = [other for other in visits if other is not visit and _is_told_twice(visit, other)]
        if twins:
            days = " and ".join(sorted(each.inspected.edtf.removesuffix("/..") for each in (visit, *twins)))  # type: ignore[union-attr]
            desk.warn(
                "two-dates", f"{_place(visit)}: left out: two sheets give {days} as the first day of one inspection"
            )
            continue
        graded = visit.overall is not None
        fits = [at for at, report in enumerate(desk.inspections) if graded and _is_report_of(visit, report)]
        if not graded or not fits:
            desk.inspections.append(desk.changed(visit, key=desk.next_key()))
        elif len(fits) == 1:
            desk.inspections[fits[0]] = _together(desk, desk.inspections[fits[0]], visit)
        else:
            desk.warn("two-reports", f"{_place(visit)}: left out: several reports may be of it")


def _place(visit: InspectionFact) -> str:
    cells = visit.authorities[0].words.rows[0]
    return f"sheet “{cells.sheet}”, row {cells.row}"


def _is_told_twice(visit: InspectionFact, other: InspectionFact) -> bool:
    """Two first days within a visit’s length and the same grade: one inspection, and nothing tells which is right."""
    if not (visit.overall and other.overall and visit.inspected and other.inspected):
        return False
    if visit.authorities[0].slug != other.authorities[0].slug or visit.overall.grade != other.overall.grade:
        return False
    one, two = visit.inspected.earliest, other.inspected.earliest
    return one is not None and two is not None and abs((one - two).days) <= LONGEST


def _is_report_of(visit: InspectionFact, report: InspectionFact) -> bool:
    if report.inspected or not report.published or not visit.inspected or visit.published:
        return False
    if [name.slug for name in report.authorities] != [name.slug for name in visit.authorities]:
        return False
    if report.framework is None or report.framework.slug != FRAMEWORK:
        return False
    first, out = visit.inspected.earliest, report.published.earliest
    if first is None or out is None or not 0 < (out - first).days <= REPORTED:
        return False
    said = {judged.aspect_slug: judged.grade.grade for judged in report.judgements}
    same = all(said.get(judged.aspect_slug, judged.grade.grade) == judged.grade.grade for judged in visit.judgements)
    return same and bool(report.overall and visit.overall and report.overall.grade == visit.overall.grade)


def _together(desk: Desk, report: InspectionFact, visit: InspectionFact) -> InspectionFact:
    """One inspection with its first day and its report, each grade proven by both rows."""
    said = {judged.aspect_slug: judged.grade for judged in visit.judgements}
    judgements = [
        replace(judged, grade=_also(judged.grade, said.pop(judged.aspect_slug, None))) for judged in report.judgements
    ]
    judgements += [judged for judged in visit.judgements if judged.aspect_slug in said]
    name = replace(report.authorities[0], words=joined(report.authorities[0].words, visit.authorities[0].words))
    return desk.changed(
        report,
        authorities=(name,),
        kind=report.kind if report.kind != "unstated" else visit.kind,
        inspected=visit.inspected,
        overall=_also(report.overall, visit.overall) if report.overall else visit.overall,
        judgements=tuple(judgements),
        notes=tuple(dict.fromkeys((*report.notes, *visit.notes))),
    )


def _also(grade: Graded, other: Graded | None) -> Graded:
    return replace(grade, words=joined(grade.words, other.words)) if other else grade


def told_by(desk: Desk, authority: str, rows: Sequence[Row]) -> InspectionFact | None:
    """One inspection from every row that tells of it."""
    first = rows[0]
    day = desk.day(first, "inspected")
    assert day is not None
    typed = next((row for row in rows if row["type"]), None)
    kind = KINDS.get(typed["type"].lower()) if typed else "unstated"
    if kind is None and typed:
        desk.wrong(typed, "type", "is no kind of inspection that is known", "the layout has to learn it")
        return None
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
    return InspectionFact(
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
