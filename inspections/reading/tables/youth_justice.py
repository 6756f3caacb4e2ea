"""Youth justice ratings of HM Inspectorate of Probation, overall and for each standard, by day of publication.

Some services are run by two or more councils, and some names are a joint service's and no council's. Services in Wales
are left out: the record is of England. A cell of the overall rating can hold a footnote instead.
Published at https://hmiprobation.justiceinspectorates.gov.uk/our-work/inspection/youth-justice-services/
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from inspections.catalogue import Catalogue
from inspections.catalogue.types import Authority
from inspections.reading.entries import Desk, named, on_day
from inspections.reading.facts import Held, InspectionFact, Judged, Reading, Words
from inspections.reading.headers import Layout, Row, column, optional, rows_under
from inspections.reading.sheets import Sheet

KIND = "inspection ratings, gathered"
FRAMEWORK, SCALE = "hmip-youth", "hmi-probation-four-point"
ASPECTS = {
    "governance": "governance-and-leadership",
    "staff": "staff",
    "partnerships": "partnerships-and-services",
    "facilities": "information-and-facilities",
    "assessment": "assessment",
    "planning": "planning",
    "reviewing": "reviewing",
    "delivery": "implementation-and-delivery",
    "out-of-court": "out-of-court-disposals",
    "policy": "policy-and-provision",
    "resettlement": "resettlement",
    "joint-working": "joint-working",
}
TABLE = Layout(
    "youth justice ratings",
    (
        column("name", "la_name"),
        column("overall", "overall_rating"),
        column("published", "publication_date"),
        column("staff", "staff"),
        column("partnerships", "partnerships_and_services"),
        column("facilities", "information_and_facilities"),
        column("assessment", "assessment"),
        column("planning", "planning"),
        column("reviewing", "reviewing"),
        column("delivery", "implementation_and_delivery"),
        column("resettlement", "resettlement_policy_and_provision"),
        column("governance", "governance_and_leadership"),
        column("out-of-court", "outofcourt_disposal_policy_and_provision"),
        column("policy", "policy_and_provision"),
        column("joint-working", "joint_working"),
        optional("address", "report_url"),
        optional("reference", "la_ref"),
        optional("score", "score_%"),
    ),
)
LAYOUTS = (TABLE,)
WALES = frozenset({
    "anglesey", "blaenau gwent", "bridgend", "caerphilly", "cardiff", "carmarthenshire", "ceredigion", "conwy",
    "denbighshire", "flintshire", "gwynedd", "merthyr tydfil", "monmouthshire", "neath port talbot", "newport",
    "pembrokeshire", "powys", "rhondda cynon taff", "swansea", "torfaen", "vale of glamorgan", "wrexham",
})  # fmt: skip
JOINT = {  # services whose name is no council's, or an abolished one's
    "bedfordshire": ("bedford", "central-bedfordshire"),
    "northamptonshire": ("north-northamptonshire", "west-northamptonshire"),
    "west mercia": ("herefordshire", "shropshire", "telford-and-wrekin", "worcestershire"),
}
SHORTER = {"newcastle": "newcastle upon tyne"}
_AROUND = re.compile(r"^(?:an )?inspection of |\s*-\s*JI$", re.IGNORECASE)
_AND = re.compile(r" and | & ")
_FOOTNOTE = re.compile(r"\d\s+[A-Z][^.]{20,}\.")


def read(held: Held, sheets: Sequence[Sheet], catalogue: Catalogue) -> Reading:
    desk = Desk(held, sheets, catalogue, __name__.rpartition(".")[2], KIND)
    header = desk.header(TABLE)
    if header is None:
        return desk.done()
    for row in rows_under(header):
        day = desk.day(row, "published")
        if day is None:
            desk.wrong(row, "published", "says no day", "fill the cell")
            continue
        plain = _AROUND.sub("", row["name"]).strip()
        if all(part.lower() in WALES for part in _AND.split(plain)):
            desk.warn("outside-england", f"{row.where}: left out: {row['name']} is in Wales")
            continue
        authorities = _authorities(desk, row, plain, day)
        if authorities:
            _add(desk, row, authorities, day)
    return desk.done()


def _authorities(desk: Desk, row: Row, plain: str, day: date) -> list[Authority]:
    """The council of this name, those of a joint service, or each of several named; exactly these or none."""
    found = _living(desk, plain, day)
    if len(found) == 1:
        return found
    together = JOINT.get(plain.lower())
    if together:
        return [
            desk.catalogue.authorities[slug] for slug in together if desk.catalogue.authorities[slug].life.holds(day)
        ]
    parts = [_living(desk, part, day) for part in _AND.split(plain)]
    if len(parts) > 1 and all(len(part) == 1 for part in parts):
        return [part[0] for part in parts]
    desk.wrong(row, "name", "is no council and no joint service that is known", "correct it; a joint service is learnt")
    return []


def _living(desk: Desk, name: str, day: date) -> list[Authority]:
    named_so = desk.catalogue.authorities_named(SHORTER.get(name.lower(), name), day)
    return list(named_so)


def _add(desk: Desk, row: Row, authorities: Sequence[Authority], day: date) -> None:
    framework = desk.catalogue.frameworks[FRAMEWORK]
    notes = []
    overall = None
    if _FOOTNOTE.fullmatch(row["overall"]):
        notes.append(f"The table prints a footnote where the overall rating stands: “{row['overall']}”")
    else:
        overall, _ = desk.grade(row, "overall", SCALE, {})
    judged = []
    for key, slug in ASPECTS.items():
        graded, _ = desk.grade(row, key, SCALE, {})
        if graded:
            judged.append(Judged(framework.aspect(slug).label, slug, graded, Words()))
    desk.inspections.append(
        InspectionFact(
            key=desk.next_key(),
            authorities=tuple(named(authority.slug, row.words("name")) for authority in authorities),
            service=named("youth-justice", row.words("overall")),
            service_name=None,
            inspectorates=(named("hmi-probation", row.words("name")),),
            kind="full",
            kind_words=row.words("overall"),
            framework=named(FRAMEWORK, row.words("published")),
            framework_basis="derived",
            published=on_day(day, row.words("published")),
            overall=overall,
            overall_absent=None if overall else "not stated",
            judgements=tuple(judged),
            notes=tuple(notes),
        )
    )
