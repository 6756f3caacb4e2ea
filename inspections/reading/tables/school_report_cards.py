"""State-funded schools since November 2025: latest report card, latest graded and latest ungraded inspection.

The monthly table as it is published, in whole or for some authorities; "NULL" says that there is none. Later months
say "date of grade" for "date of judgement". The grades of the two kinds cannot be compared.
Published at https://www.gov.uk/government/statistical-data-sets/monthly-management-information-ofsteds-school-inspections-outcomes
"""

from __future__ import annotations

from collections.abc import Sequence

from inspections.catalogue import Catalogue
from inspections.reading.cell_values import (
    CONCERN,
    IN_REGISTER,
    IN_SCHOOLS,
    INSPECTION,
    PHASE,
    REMAINS,
    SCHOOL,
    VISIT,
    YES_OR_NO,
)
from inspections.reading.entries import Codes, Desk, Means
from inspections.reading.facts import Held, Reading
from inspections.reading.headers import Column, Layout, column, optional, rows_under
from inspections.reading.schools import Group, graded_inspection, report_card, ungraded_inspection
from inspections.reading.sheets import Sheet

KIND = "management information"
NONE: Codes = {"Not applicable": Means(label="not applicable", judged=False)}
AREAS = {
    "safeguarding": ("safeguarding", NONE),
    "inclusion": ("inclusion", NONE),
    "curriculum": ("curriculum-and-teaching", NONE),
    "achievement": ("achievement", NONE),
    "attendance": ("attendance-and-behaviour", NONE),
    "development": ("personal-development", NONE),
    "early-years": ("early-years", NONE),
    "post-16": ("post-16-provision", NONE),
    "leadership": ("leadership-and-governance", NONE),
}
PRINTED = {
    "safeguarding": ("Safeguarding standards", "Safeguarding standards"),
    "inclusion": ("Inclusion", "Inclusion"),
    "curriculum": ("Curriculum and teaching", "Curriculum and teaching"),
    "achievement": ("Achievement", "Achievement"),
    "attendance": ("Attendance and behaviour", "Attendance and behaviour"),
    "development": ("Personal development and wellbeing", "Personal development and wellbeing"),
    "early-years": ("Early years (where applicable)", "Early years"),
    "post-16": ("Post-16 provision (where applicable)", "Post-16 provision"),
    "leadership": ("Leadership and governance", "Leadership and governance"),
}


def _area(key: str) -> tuple[Column, Column]:
    grade, day = PRINTED[key]
    return (
        column(f"card-{key}", grade),
        column(f"card-{key}-day", f"{day} - date of grade", f"{day} - date of judgement"),
    )


TABLE = Layout(
    "state-funded schools with report cards",
    (
        column("urn", "URN", says=IN_REGISTER),
        column("laestab", "LAESTAB", says=IN_SCHOOLS),
        column("name", "School name"),
        column("phase", "Ofsted phase", says=PHASE),
        column("kind", "Type of education", says=SCHOOL),
        column("area", "Local authority"),
        column("card-number", "Inspection number of latest full inspection", says=INSPECTION),
        column("card-type", "Inspection type", says=VISIT),
        column("card-inspected", "Inspection start date"),
        column("card-published", "Publication date"),
        column("card-same", "Does the latest full inspection relate to the URN of the current school?", says=YES_OR_NO),
        column("card-then-urn", "URN at time of latest full inspection", says=IN_REGISTER),
        column("card-then-laestab", "LAESTAB at time of latest full inspection", says=IN_SCHOOLS),
        column("card-then-name", "School name at time of latest full inspection"),
        column("card-then-kind", "School type at time of latest full inspection", says=SCHOOL),
        *(each for key in PRINTED for each in _area(key)),
        column("graded-number", "Inspection number of latest OEIF graded inspection", says=INSPECTION),
        column("graded-type", "Inspection type of latest OEIF graded inspection", says=VISIT),
        column("graded-inspected", "Inspection start date of latest OEIF graded inspection"),
        column("graded-published", "Publication date of latest OEIF graded inspection"),
        column(
            "graded-same",
            "Does the latest OEIF graded inspection relate to the URN of the current school?",
            says=YES_OR_NO,
        ),
        column("graded-then-urn", "URN at time of latest OEIF graded inspection", says=IN_REGISTER),
        column("graded-then-laestab", "LAESTAB at time of latest OEIF graded inspection", says=IN_SCHOOLS),
        column("graded-then-name", "School name at time of latest OEIF graded inspection"),
        column("graded-then-kind", "School type at time of latest OEIF graded inspection", says=SCHOOL),
        column("graded-concern", "Latest OEIF category of concern", says=CONCERN),
        column("graded-overall", "Latest OEIF overall effectiveness"),
        column("graded-quality", "Latest OEIF quality of education"),
        column("graded-behaviour", "Latest OEIF behaviour and attitudes"),
        column("graded-development", "Latest OEIF personal development"),
        column("graded-leadership", "Latest OEIF effectiveness of leadership and management"),
        column("graded-safeguarding", "Latest OEIF safeguarding is effective?"),
        column("graded-early-years", "Latest OEIF early years provision (where applicable)"),
        column("graded-sixth-form", "Latest OEIF sixth form provision (where applicable)"),
        column("ungraded-number", "Latest ungraded inspection number", says=INSPECTION),
        column("ungraded-inspected", "Date of latest ungraded inspection"),
        column("ungraded-published", "Ungraded inspection publication date"),
        column(
            "ungraded-same", "Does the ungraded inspection relate to the URN of the current school?", says=YES_OR_NO
        ),
        column("ungraded-then-urn", "URN at time of the ungraded inspection", says=IN_REGISTER),
        column("ungraded-then-laestab", "LAESTAB at time of the ungraded inspection", says=IN_SCHOOLS),
        column("ungraded-then-name", "School name at time of the ungraded inspection"),
        column("ungraded-then-kind", "School type at time of the ungraded inspection", says=SCHOOL),
        column("ungraded-outcome", "Ungraded inspection overall outcome", says=REMAINS),
        optional("link", "Web Link (opens in new window)"),
    ),
    r"provider|school",
)
LAYOUTS = (TABLE,)
CARD, GRADED, UNGRADED = Group("card-"), Group("graded-"), Group("ungraded-")


def read(held: Held, sheets: Sequence[Sheet], catalogue: Catalogue) -> Reading:
    desk = Desk(held, sheets, catalogue, __name__.rpartition(".")[2], KIND)
    header = desk.header(TABLE)
    if header is None:
        return desk.done()
    not_inspected = 0
    for row in rows_under(header):
        before = len(desk.inspections)
        for fact in (report_card(desk, row, CARD, AREAS), graded_inspection(desk, row, GRADED),
                     ungraded_inspection(desk, row, UNGRADED)):  # fmt: skip
            if fact:
                desk.inspections.append(desk.changed(fact, key=desk.next_key()))
        not_inspected += len(desk.inspections) == before
    if not_inspected:
        desk.warn("not-inspected", f"{not_inspected} rows of schools that had not been inspected")
    return desk.done()
