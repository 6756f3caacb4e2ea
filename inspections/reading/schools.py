"""State-funded schools in tables: one inspection from a group of columns of a school's row.

An inspection belongs to the school it was made of: where a row says that a grade was given to a predecessor, it stands
under that school's number, name and type. Its area is the authority that existed on the day: the one named, or the one
whose code begins the school's LAESTAB number of that day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from inspections.catalogue import Catalogue
from inspections.catalogue.types import Authority
from inspections.reading.cell_values import SILENT
from inspections.reading.entries import Codes, Desk, Means, absence_notes, from_day, named, on_day
from inspections.reading.facts import Graded, InspectionFact, Judged, Provider, Words
from inspections.reading.headers import Row
from inspections.reading.skills import CHANGED, EARLIER, NEWER

SAFEGUARDING = "ofsted-safeguarding-effective"
NO_OVERALL = "Not judged"
NO_OVERALL_SINCE = date(2024, 9, 2)  # graded inspections begun from this day have no overall grade
_NOT_APPLICABLE = Means(label="not applicable", judged=False)
_UNKNOWN = Means(label="that no grade is given; the file has no key to say why", judged=False)
_NONE = {"9": _NOT_APPLICABLE, "0": _UNKNOWN, "8": _UNKNOWN}
_WORDS = (("outstanding", "Outstanding"), ("good", "Good"), ("requires-improvement", "Requires improvement"),
          ("inadequate", "Inadequate"))  # fmt: skip
CODES: Codes = {str(at): Means(slug, label) for at, (slug, label) in enumerate(_WORDS, 1)} | _NONE
EARLIER_CODES: Codes = dict(CODES) | {"3": Means("satisfactory", "the third grade, “Satisfactory” at the time")}
YES_OR_NO: Codes = {"yes": Means("effective", "Yes"), "no": Means("not-effective", "No")} | _NONE
CONCERN = {"SM": "special measures", "SWK": "serious weaknesses", "NTI": "notice to improve"}
ASPECTS = {
    "quality": ("quality-of-education", "Quality of education"),
    "behaviour": ("behaviour-and-attitudes", "Behaviour and attitudes"),
    "development": ("personal-development", "Personal development"),
    "leadership": ("leadership-and-management", "Effectiveness of leadership and management"),
    "early-years": ("early-years-provision", "Early years provision"),
    "sixth-form": ("sixth-form-provision", "Sixth form provision"),
}


@dataclass(frozen=True)
class Group:
    """Where one inspection stands in a row: every column of it has this beginning in its key."""

    prefix: str

    def __call__(self, key: str) -> str:
        return f"{self.prefix}{key}"


def is_silent(text: str) -> bool:
    return text in SILENT


def _told_of_none(desk: Desk, row: Row, group: Group) -> None:
    """What stands in the columns of an inspection that the row gives no day of."""
    whose = (group("same"), group("then-"))
    for key in row.header.places if group.prefix else ():
        if key.startswith(group.prefix) and not key.startswith(whose) and not is_silent(row[key]):
            desk.wrong(row, key, "tells of an inspection without a day", "fill in the day, or empty the cell")
            return


def graded_inspection(desk: Desk, row: Row, group: Group) -> InspectionFact | None:
    """A graded inspection on the four grades of its day; None where the row has none."""
    if is_silent(row[group("number")]) and is_silent(row[group("inspected")]):
        _told_of_none(desk, row, group)
        return None
    day, published = desk.day(row, group("inspected")), desk.day(row, group("published"))
    if day is None:
        desk.wrong(row, group("inspected"), "says no day", "fill the cell")
        return None
    scale, codes = (EARLIER, EARLIER_CODES) if day < CHANGED else (NEWER, CODES)
    absences: list[tuple[str, str, Means]] = []
    notes = []
    overall = None
    if row[group("overall")] == NO_OVERALL:
        if day < NO_OVERALL_SINCE:
            notes.append(f"The table prints “{NO_OVERALL}” for the overall grade")
    else:
        overall = _graded(desk, row, group("overall"), scale, codes, absences)
    judged = []
    for key, (slug, label) in ASPECTS.items():
        graded = _graded(desk, row, group(key), scale, codes, absences)
        if graded:
            judged.append(Judged(label, slug, graded, Words()))
    graded = _graded(desk, row, group("safeguarding"), SAFEGUARDING, YES_OR_NO, absences)
    if graded:
        judged.append(Judged("Safeguarding is effective", "safeguarding", graded, Words()))
    concern = row[group("concern")]
    if not is_silent(concern):
        notes.append(
            f"Category of concern, as the table has it: {concern} ({CONCERN.get(concern, 'no key in the file')})"
        )
    abolished = row[group("overall")] == NO_OVERALL and day >= NO_OVERALL_SINCE
    return _fact(
        desk, row, group, day, published,
        kind="full",
        kind_words=row.words(group("type")) if row.has(group("type")) else row.words(group("number")),
        framework=named("schools-2005" if scale == EARLIER else "schools-2012", row.words(group("inspected"))),
        overall=overall,
        overall_absent=None if overall else "abolished" if abolished else "not stated",
        judgements=tuple(judged),
        notes=(*absence_notes(absences), *notes),
    )  # fmt: skip


def ungraded_inspection(desk: Desk, row: Row, group: Group) -> InspectionFact | None:
    """An ungraded inspection, whose outcome is words and no grade."""
    if is_silent(row[group("number")]) and is_silent(row[group("inspected")]):
        _told_of_none(desk, row, group)
        return None
    day, published = desk.day(row, group("inspected")), desk.day(row, group("published"))
    if day is None:
        desk.wrong(row, group("inspected"), "says no day", "fill the cell")
        return None
    outcome = row[group("outcome")]
    converted = row[group("converted")].lower() == "yes"
    return _fact(
        desk, row, group, day, published,
        kind="ungraded",
        kind_words=row.words(group("number")),
        framework=named("schools-2012", row.words(group("inspected"))),
        overall_absent="ungraded by design",
        outcome=None if is_silent(outcome) else row.words(group("outcome")),
        notes=("It was turned into a graded inspection, as the table has it",) if converted else (),
    )  # fmt: skip


def report_card(desk: Desk, row: Row, group: Group, areas: Mapping[str, tuple[str, Codes]]) -> InspectionFact | None:
    """A report card: five grades for each area, safeguarding met or not, no overall grade."""
    if is_silent(row[group("inspected")]):
        _told_of_none(desk, row, group)
        return None
    day, published = desk.day(row, group("inspected")), desk.day(row, group("published"))
    if day is None:
        return None
    absences: list[tuple[str, str, Means]] = []
    judged = []
    apart = []
    framework = desk.catalogue.frameworks["schools-report-card"]
    for key, (slug, codes) in areas.items():
        scale = "ofsted-safeguarding" if slug == "safeguarding" else "ofsted-report-card"
        graded = _graded(desk, row, group(key), scale, codes, absences)
        if graded:
            judged.append(Judged(framework.aspect(slug).label, slug, graded, Words()))
        given = desk.day(row, group(f"{key}-day"))
        if graded and given and given != day:
            apart.append(f"Day of the grade for {framework.aspect(slug).label}, as the table has it: {given}")
    return _fact(
        desk, row, group, day, published,
        kind="full",
        kind_words=row.words(group("type")) if row.has(group("type")) else row.words(group("inspected")),
        framework=named("schools-report-card", row.words(group("inspected"))),
        overall_absent="ungraded by design",
        judgements=tuple(judged),
        notes=(*absence_notes(absences), *apart),
    )  # fmt: skip


def _graded(
    desk: Desk, row: Row, key: str, scale: str, codes: Codes, absences: list[tuple[str, str, Means]]
) -> Graded | None:
    graded, means = desk.grade(row, key, scale, codes)
    if means and not means.judged:
        absences.append((row.header.printed(key).removesuffix(" (where applicable)").rstrip("?"), row[key], means))
    return graded


def _fact(
    desk: Desk, row: Row, group: Group, day: date, published: date | None, **told: object
) -> InspectionFact | None:
    """What every inspection of a school has: whose it is, where, when."""
    own = _own(desk, row, group)
    keys = [key for key in ("urn", "name", "kind") if own or not row.has(group(f"then-{key}"))]
    at = {key: key if key in keys else group(f"then-{key}") for key in ("urn", "name", "kind")}
    laestab = group("then-laestab") if row.has(group("then-laestab")) else "laestab"
    desk.needs(row, at["urn"], at["name"])
    area = _area(desk, row, laestab, day, own)
    if area is None and not is_silent(row["area"]):
        return None
    who = row.words(at["urn"], at["name"])
    printed_kind = row[at["kind"]] if row.has(at["kind"]) else "School"
    phase = row["phase"].lower()
    service = "pupil-referral-units" if phase in ("pru", "alternative provision") else "schools"
    notes = list(told.pop("notes", ()))  # type: ignore[call-overload]
    if not own:
        notes.append(f"An inspection of the school before {row['name']} took its place, as the table has it")
    if area and not area.life.holds(day):
        notes.append("The area is the one that the table names; it was another authority’s on the day")
    return InspectionFact(
        key=desk.next_key(),
        authorities=(named(area.slug, row.words("area", laestab)),) if area else (),
        service=named(service, row.words("phase" if row.has("phase") else "name")),
        service_name=None,
        inspectorates=(named("ofsted", who),),
        framework_basis="derived",
        inspected=from_day(day, row.words(group("inspected"))),
        published=on_day(published, row.words(group("published"))) if published else None,
        provider=Provider(f"school-urn-{row[at['urn']]}", row[at["name"]], printed_kind, who),
        number="" if is_silent(row[group("number")]) else row[group("number")],
        notes=tuple(notes),
        **told,  # type: ignore[arg-type]
    )


def _own(desk: Desk, row: Row, group: Group) -> bool:
    """Was the school itself inspected, and not one before it? The answer and the numbers of both have to agree."""
    if not row.has(group("same")):
        return True
    own, then = row[group("same")].lower() == "yes", row[group("then-urn")]
    if is_silent(row[group("same")]):
        desk.wrong(row, group("same"), "does not say whether another school was inspected", "write Yes or No")
    elif not is_silent(then) and own != (then == row["urn"]):
        desk.wrong(row, group("same"), f"is not what “{then}” beside “{row['urn']}” says", "correct one of them")
    return own


@lru_cache(maxsize=4)
def _codes(catalogue: Catalogue) -> frozenset[str]:
    """Every code that a school's number can begin with."""
    return frozenset(each.dfe for each in catalogue.authorities.values() if each.dfe)


def _area(desk: Desk, row: Row, laestab: str, day: date, own: bool) -> Authority | None:
    coded = desk.catalogue.authority_on(row[laestab][:3], day)
    for key in (laestab, "laestab"):
        if not is_silent(row[key]) and row[key][:3] not in _codes(desk.catalogue):
            desk.wrong(row, key, "begins with the code of no authority that is known", "correct the number")
            return None
    if is_silent(row["area"]):
        if coded is None:
            desk.warn("no-area", f"{row.where}: neither its area nor its code says an authority")
        return coded
    printed = desk.catalogue.authorities_named(row["area"])
    if not printed:
        desk.wrong(row, "area", "is no authority that is known", "correct the name, or leave the row out")
        return None
    living = [each for each in printed if each.life.holds(day)]
    if coded and not (own and len(living) == 1):
        return coded
    current = [each for each in printed if each.closed is None]
    return living[0] if len(living) == 1 else current[0] if len(current) == 1 else printed[0]
