"""State-funded schools as at a day: the two latest graded inspections and the latest ungraded one of every school.

"Not judged" is the end of the overall grade in September 2024, not a missing one; 9 is not applicable, 0 and 8 stand
in early years and sixth forms without a key. A grade can belong to a predecessor school, and the row says so.
Published at https://www.gov.uk/government/collections/maintained-schools-and-academies-inspections-and-outcomes-official-statistics
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
from inspections.reading.entries import Desk
from inspections.reading.facts import Held, Reading
from inspections.reading.headers import Layout, column, optional, rows_under
from inspections.reading.schools import Group, graded_inspection, ungraded_inspection
from inspections.reading.sheets import Sheet

KIND = "official table"
TABLE = Layout(
    "state-funded schools",
    (
        column("urn", "URN", says=IN_REGISTER),
        column("laestab", "LAESTAB", says=IN_SCHOOLS),
        column("name", "School name"),
        column("phase", "Ofsted phase", says=PHASE),
        column("kind", "Type of education", says=SCHOOL),
        column("area", "Local authority"),
        column("ungraded-number", "Latest ungraded inspection number since last graded inspection", says=INSPECTION),
        column(
            "ungraded-same", "Does the ungraded inspection relate to the URN of the current school?", says=YES_OR_NO
        ),
        column("ungraded-then-urn", "URN at time of the ungraded inspection", says=IN_REGISTER),
        column("ungraded-then-laestab", "LAESTAB at time of the ungraded inspection", says=IN_SCHOOLS),
        column("ungraded-then-name", "School name at time of the latest ungraded inspection"),
        column("ungraded-then-kind", "School type at time of the latest ungraded inspection", says=SCHOOL),
        column("ungraded-inspected", "Date of latest ungraded inspection"),
        column("ungraded-published", "Ungraded inspection publication date"),
        column(
            "ungraded-converted", "Did the latest ungraded inspection convert to a graded inspection?", says=YES_OR_NO
        ),
        column("ungraded-outcome", "Ungraded inspection overall outcome", says=REMAINS),
        column("graded-number", "Inspection number of latest graded inspection", says=INSPECTION),
        column("graded-type", "Inspection type", says=VISIT),
        column("graded-inspected", "Inspection start date"),
        column("graded-published", "Publication date"),
        column(
            "graded-same", "Does the latest graded inspection relate to the URN of the current school?", says=YES_OR_NO
        ),
        column("graded-then-urn", "URN at time of latest graded inspection", says=IN_REGISTER),
        column("graded-then-laestab", "LAESTAB at time of latest graded inspection", says=IN_SCHOOLS),
        column("graded-then-name", "School name at time of latest graded inspection"),
        column("graded-then-kind", "School type at time of latest graded inspection", says=SCHOOL),
        column("graded-overall", "Overall effectiveness"),
        column("graded-concern", "Category of concern", says=CONCERN),
        column("graded-quality", "Quality of education"),
        column("graded-behaviour", "Behaviour and attitudes"),
        column("graded-development", "Personal development"),
        column("graded-leadership", "Effectiveness of leadership and management"),
        column("graded-safeguarding", "Safeguarding is effective?"),
        column("graded-early-years", "Early years provision (where applicable)"),
        column("graded-sixth-form", "Sixth form provision (where applicable)"),
        column("previous-number", "Previous inspection number", says=INSPECTION),
        column("previous-inspected", "Previous inspection start date"),
        column("previous-published", "Previous publication date"),
        column(
            "previous-same",
            "Does the previous graded inspection relate to the URN of the current school?",
            says=YES_OR_NO,
        ),
        column("previous-then-urn", "URN at time of previous graded inspection", says=IN_REGISTER),
        column("previous-then-laestab", "LAESTAB at time of previous graded inspection", says=IN_SCHOOLS),
        column("previous-then-name", "School name at time of previous graded inspection"),
        column("previous-then-kind", "School type at time of previous graded inspection", says=SCHOOL),
        column("previous-overall", "Previous graded inspection overall effectiveness"),
        column("previous-concern", "Previous category of concern", says=CONCERN),
        column("previous-quality", "Previous quality of education"),
        column("previous-behaviour", "Previous behaviour and attitudes"),
        column("previous-development", "Previous personal development"),
        column("previous-leadership", "Previous effectiveness of leadership and management"),
        column("previous-safeguarding", "Previous safeguarding is effective?"),
        column("previous-early-years", "Previous early years provision (where applicable)"),
        column("previous-sixth-form", "Previous sixth form provision (where applicable)"),
        optional("link", "Web Link (opens in new window)"),
    ),
    r"provider|school",
)
LAYOUTS = (TABLE,)
GRADED, PREVIOUS, UNGRADED = Group("graded-"), Group("previous-"), Group("ungraded-")


def read(held: Held, sheets: Sequence[Sheet], catalogue: Catalogue) -> Reading:
    desk = Desk(held, sheets, catalogue, __name__.rpartition(".")[2], KIND)
    header = desk.header(TABLE)
    if header is None:
        return desk.done()
    not_inspected = 0
    for row in rows_under(header):
        before = len(desk.inspections)
        previous = graded_inspection(desk, row, PREVIOUS)
        if previous:
            desk.inspections.append(previous)
        graded = graded_inspection(desk, row, GRADED)
        if graded:
            desk.inspections.append(desk.changed(graded, previous=previous.key) if previous else graded)
        if row["ungraded-number"] != row["graded-number"]:
            ungraded = ungraded_inspection(desk, row, UNGRADED)
            desk.inspections += [ungraded] if ungraded else []
        not_inspected += len(desk.inspections) == before
    if not_inspected:
        desk.warn("not-inspected", f"{not_inspected} rows of schools that had not been inspected")
    return desk.done()
