"""Inspections of children's services from 2009 to 2023: a wide row for each authority, columns for each kind.

Of these only days of publication are given; other sheets give the first day of the newest inspection of each authority,
those of the year with its visits, and homes and agencies (``homes``). The grades of 2009 to 2013 are printed with the
word of a later scale: the third grade, "adequate" then, stands as "requires improvement to be good". The grade is kept
on the scale of its time and the word is kept as the table's. Below the first table stands a second, of authorities that
no longer exist.
Published at https://www.gov.uk/government/collections/childrens-social-care-statistics
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from inspections.catalogue import Catalogue
from inspections.reading import homes
from inspections.reading.childrens import JUDGED, WHERE, gather, join_reports
from inspections.reading.entries import Desk, Means, absence_notes, joined, named, on_day, title_of
from inspections.reading.facts import Graded, Held, InspectionFact, InspectionKind, Judged, Reading, Words
from inspections.reading.headers import Header, Layout, Row, check_names, column, later, optional, read_header
from inspections.reading.sheets import Sheet

KIND = "official table"
EARLIER, LATER = "ofsted-four-point-adequate", "ofsted-four-point"
THIRD = ("requires improvement to be good", "adequate", "Adequate")  # the table's word, the grade of the time
NONE = {"-": Means(label="that no judgement is given", judged=False)}
KINDS: dict[str, InspectionKind] = {"ilacs standard inspection": "full", "ilacs short inspection": "short"}


@dataclass(frozen=True)
class Group:
    """The columns of one inspection: where its day and kind stand, and what was judged."""

    day: str
    framework: str
    service: str
    scale: str
    overall: str = ""
    aspects: tuple[tuple[str, str], ...] = ()  # key of the column, aspect of the framework
    type: str = ""
    note: str = ""


SIF = (
    ("protection", "help-and-protection"),
    ("permanence", "looked-after-and-permanence"),
    ("adoption", "adoption-performance"),
    ("leavers", "care-leavers"),
    ("leadership", "leadership"),
)
AGAIN = "A re-inspection, in the words of the table"
GROUPS = (
    Group(
        "slac",
        "slac",
        "childrens-services",
        EARLIER,
        aspects=(("slac-safeguarding", "safeguarding-overall"), ("slac-looked-after", "looked-after-overall")),
    ),
    Group(
        "slac-again",
        "slac",
        "childrens-services",
        EARLIER,
        aspects=(("slac-again-safeguarding", "safeguarding-overall"),),
        note=AGAIN,
    ),
    Group(
        "slac-again-2",
        "slac",
        "childrens-services",
        EARLIER,
        aspects=(("slac-again-looked-after", "looked-after-overall"),),
        note=AGAIN,
    ),
    Group("cpi", "protection-of-children", "childrens-services", EARLIER, "cpi-overall"),
    Group("cpi-again", "protection-of-children", "childrens-services", EARLIER, "cpi-again-overall", note=AGAIN),
    Group("tlac", "looked-after-children-2013", "looked-after-children", EARLIER, "tlac-overall"),
    Group(
        "sif",
        "single-inspection-framework",
        "childrens-services",
        LATER,
        "sif-overall",
        tuple((f"sif-{key}", aspect) for key, aspect in SIF),
    ),
    Group("sif", "lscb-review", "lscb", LATER, "lscb"),
    Group(
        "sif-again",
        "single-inspection-framework",
        "childrens-services",
        LATER,
        "sif-again-overall",
        tuple((f"sif-again-{key}", aspect) for key, aspect in SIF),
        note=AGAIN,
    ),
    Group(
        "ilacs",
        "ilacs",
        "childrens-services",
        LATER,
        "ilacs-overall",
        (
            ("ilacs-leaders", "impact-of-leaders"),
            ("ilacs-protection", "help-and-protection"),
            ("ilacs-care", "in-care-and-care-leavers"),
        ),
        "ilacs-type",
    ),
    Group(
        "ilacs-2",
        "ilacs",
        "childrens-services",
        LATER,
        "ilacs-2-overall",
        (
            ("ilacs-2-leaders", "impact-of-leaders"),
            ("ilacs-2-protection", "help-and-protection"),
            ("ilacs-2-care", "children-in-care"),
            ("ilacs-2-leavers", "care-leavers"),
        ),
        "ilacs-2-type",
    ),
)
_SINGLE = "Single Inspection of LA Children's Services (SIF)"


WITHOUT_CODE = tuple(each for each in WHERE if each.key != "code")


def _sif(key: str, which: str) -> tuple:  # type: ignore[type-arg]
    return (
        column(key, f"{_SINGLE} {which} publication date"),
        column(f"{key}-overall", f"{which} Overall Judgement (OE)"),
        column(f"{key}-protection", f"{which} children who need help and protection"),
        column(f"{key}-permanence", f"{which} children looked after and achieving permanence"),
        column(f"{key}-adoption", f"{which} CLA Sub: Adoption Performance"),
        column(f"{key}-leavers", f"{which} CLA Sub: Experiences and progress of care leavers"),
        column(f"{key}-leadership", f"{which} leadership, management and governance"),
    )


SECOND = (
    ("ilacs-2-type", "inspection type"),
    ("ilacs-2", "publication date"),
    ("ilacs-2-overall", "overall effectiveness"),
    ("ilacs-2-leaders", "impact of leaders"),
    ("ilacs-2-protection", "experiences and progress of children who need help and protection"),
    ("ilacs-2-care", "experiences and progress of children in care"),
    ("ilacs-2-leavers", "experiences and progress of care leavers"),
)
TABLE = Layout(
    "the inspections of 2009 to 2023",
    (
        column("name", "Local authority name"),
        optional("region", "LA region"),
        optional("type", "LA Authority Type"),
        column("slac", "Safeguarding & Looked After Children (SLAC) Inspection publication date"),
        column("slac-safeguarding", "SLAC Safeguarding Overall effectiveness (OE)"),
        column("slac-looked-after", "SLAC Looked After Children Overall Effectiveness (OE)"),
        column("slac-again", "SLAC re-inspection of Safeguarding publication date"),
        column("slac-again-safeguarding", "SLAC re-inspection Safeguarding OE"),
        column("slac-again-2", "SLAC re-inspection of services for Children Looked After publication date"),
        column("slac-again-looked-after", "SLAC re-inspection of services Children Looked After OE"),
        column("cpi", "Child Protection Inspections (CPI) publication date"),
        column("cpi-overall", "CPI Overall Effectiveness (OE)"),
        column("cpi-again", "Child Protection Re-Inspection (CPRI) publication date"),
        column("cpi-again-overall", "CPRI Overall Effectiveness (OE)"),
        column("tlac", "Targeted Looked After Children (TLAC) inspection publication date"),
        column("tlac-overall", "TLAC Overall Effectiveness (OE)"),
        *_sif("sif", "First SIF"),
        column("lscb", "LSCB Overall Effectiveness"),
        *_sif("sif-again", "SIF Re-inspection"),
        column("ilacs-type", "First ILACS framework inspection type", "ILACS framework inspection type"),
        column("ilacs", "First ILACS framework publication date", "ILACS framework publication date"),
        column("ilacs-overall", "First ILACS framework overall effectiveness", "ILACS framework overall effectiveness"),
        column("ilacs-leaders", "First ILACS framework impact of leaders", "ILACS framework impact of leaders"),
        column(
            "ilacs-protection",
            "First ILACS framework experiences and progress of children who need help and protection",
            "ILACS framework experiences and progress of children who need help and protection",
        ),
        column(
            "ilacs-care",
            "First ILACS framework experiences and progress of children in care and care leavers",
            "ILACS framework experiences and progress of children in care and care leavers",
            "ILACS framework experiences and progress of children in care",
        ),
        *(later(key, f"Second ILACS framework {name}", told_by=r"^(?:first|second) ilacs") for key, name in SECOND),
    ),
    r"^la inspections",
    ignored=("Web link",),
)
NEWEST = Layout(
    "the newest inspection of every authority",
    (*WITHOUT_CODE, column("inspected", "Inspection date"), *JUDGED),
    r"^la level at",
    elsewhere=True,
)
IN_YEAR = Layout(
    "the inspections and visits of the year",
    (
        *WITHOUT_CODE,
        column("inspected", "Inspection/Visit date"),
        column("type", "Inspection/Visit type"),
        *JUDGED,
        column("theme", "Visit Theme"),
    ),
    r"^la level in year",
    elsewhere=True,
)
LAYOUTS = (TABLE, NEWEST, IN_YEAR, *homes.LAYOUTS)
APART = (
    (r"time series", "numbers of the whole country by date; no single inspection"),
    (r"^providers places", "which homes and agencies are registered, and for how many; no inspection"),
    (r"^leavers joiners", "which homes and agencies were registered and which left; no inspection"),
)


def read(held: Held, sheets: Sequence[Sheet], catalogue: Catalogue) -> Reading:
    desk = Desk(held, sheets, catalogue, __name__.rpartition(".")[2], KIND)
    header = desk.header(TABLE)
    if header is None:
        return desk.done()
    for row in _rows(desk, header):
        told: dict[tuple[str, str, str], InspectionFact] = {}
        for group in GROUPS:
            fact = _fact(desk, row, group)
            if fact is None or fact.published is None:
                continue
            key = (group.framework, group.service, fact.published.edtf)
            told[key] = _together(desk, told[key], fact) if key in told else fact
        for fact in told.values():
            desk.inspections.append(desk.changed(fact, key=desk.next_key()))
    join_reports(desk, gather(desk, [found for layout in (NEWEST, IN_YEAR) if (found := desk.header(layout))]))
    homes.read(desk)
    return desk.done(title_of(header))


def _rows(desk: Desk, header: Header) -> Iterator[Row]:
    """The rows of the first table, and of the second under its own header."""
    current = header
    for number, cells in enumerate(header.sheet.rows[header.number :], header.number + 1):
        again = read_header(header.layout, header.sheet, number, cells)
        if again is not None and again.share > 0.9:
            desk.problems += check_names(again)
            current = again
        elif sum(bool(cell.strip()) for cell in cells) > 1 and number not in header.repeats:
            yield Row(current, number, cells)


def _fact(desk: Desk, row: Row, group: Group) -> InspectionFact | None:
    day = desk.day(row, group.day, ("", "-"))
    absences: list[tuple[str, str, Means]] = []
    framework = desk.catalogue.frameworks[group.framework]
    overall = _graded(desk, row, group.overall, group.scale, absences) if group.overall else None
    judged = []
    for key, slug in _aspects(row, group):
        graded = _graded(desk, row, key, group.scale, absences)
        if graded:
            judged.append(Judged(framework.aspect(slug).label, slug, graded, Words()))
    if day is None:
        if overall or judged:
            desk.wrong(row, group.day, "is blank beside a grade", "fill in the day of publication")
        elif group.type and row[group.type] not in ("", "-"):
            desk.wrong(row, group.type, "tells of an inspection without a day", "fill in the day, or empty the cell")
        return None
    if overall is None and not judged and not absences:
        return None  # the boards were no longer judged with every single inspection
    authority = desk.authority(row, "name", _near(desk, row, day))
    if authority is None:
        desk.not_then(row, "name", day)
        return None
    kind = KINDS.get(row[group.type].lower()) if group.type else "full"
    if kind is None:
        desk.wrong(row, group.type, "is no kind of inspection that is known", "the layout has to learn it")
        return None
    name = row.words("name")
    return InspectionFact(
        key="",
        authorities=(named(authority.slug, name),),
        service=named(group.service, row.words(group.overall or group.aspects[0][0])),
        service_name=None,
        inspectorates=(named("ofsted", name),),
        kind=kind,
        kind_words=row.words(group.type or group.day),
        framework=named(group.framework, row.words(group.day)),
        published=on_day(day, row.words(group.day)),
        overall=overall,
        overall_absent=None if overall else "ungraded by design" if framework.overall == "never" else "not stated",
        judgements=tuple(judged),
        notes=(*absence_notes(absences), *((group.note,) if group.note else ())),
    )


def _near(desk: Desk, row: Row, day: date) -> date:
    """A report may come out after its council was abolished: the council is the one that was inspected."""
    living = [each for each in desk.catalogue.authorities_named(row["name"]) if each.life.holds(day)]
    closed = [each.closed for each in desk.catalogue.authorities_named(row["name"]) if each.closed]
    return day if living or len(closed) != 1 or (day - closed[0]).days > 120 else closed[0]


def _aspects(row: Row, group: Group) -> tuple[tuple[str, str], ...]:
    """Before care leavers were judged apart, the column of children in care took them in."""
    if ("ilacs-2-leavers", "care-leavers") in group.aspects and not row["ilacs-2-leavers"]:
        return tuple(
            (key, "in-care-and-care-leavers" if key == "ilacs-2-care" else slug) for key, slug in group.aspects
        )
    return group.aspects


def _graded(desk: Desk, row: Row, key: str, scale: str, absences: list[tuple[str, str, Means]]) -> Graded | None:
    """A grade on the scale of its time; the third one of before 2013 under the word it had then."""
    text = row[key]
    if scale == EARLIER and text.lower() == THIRD[0]:
        note = f"the table prints “{text}”, a later word; on the scale of the time the third grade was “{THIRD[2]}”"
        return Graded(scale, THIRD[1], row.words(key), "derived", note)
    graded, means = desk.grade(row, key, scale, NONE)
    if means:
        absences.append((row.header.printed(key), text, means))
    return graded


def _together(desk: Desk, one: InspectionFact, other: InspectionFact) -> InspectionFact:
    """Two re-inspections published in one report."""
    assert one.published and other.published
    published = on_day(cast(date, one.published.earliest), joined(one.published.words, other.published.words))
    return desk.changed(one, judgements=(*one.judgements, *other.judgements), published=published)
