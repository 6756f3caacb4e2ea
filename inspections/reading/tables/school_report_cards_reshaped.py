"""Report cards of state-funded schools, reshaped: one row for each school that has one, areas by short names.

Gathered from the monthly tables and joined to authorities; grades in a program's words ("strong", "needs-attention"),
no number of the inspection, no day of publication. A blank says that the school has no such provision.
"""

from __future__ import annotations

from collections.abc import Sequence

from inspections.catalogue import Catalogue
from inspections.reading.cell_values import IN_REGISTER, IN_SCHOOLS
from inspections.reading.entries import Codes, Desk, Means
from inspections.reading.facts import Held, Reading
from inspections.reading.headers import Layout, column, rows_under
from inspections.reading.schools import Group, report_card
from inspections.reading.sheets import Sheet

KIND = "management information, reshaped"
GRADES: Codes = {
    "exceptional": Means("exceptional", "Exceptional"),
    "strong": Means("strong-standard", "Strong standard"),
    "expected": Means("expected-standard", "Expected standard"),
    "needs-attention": Means("needs-attention", "Needs attention"),
    "urgent": Means("urgent-improvement", "Urgent improvement"),
}
AREAS: dict[str, tuple[str, Codes]] = {
    "safeguarding": ("safeguarding", {}),
    "inclusion": ("inclusion", GRADES),
    "curriculum": ("curriculum-and-teaching", GRADES),
    "achievement": ("achievement", GRADES),
    "behaviour": ("attendance-and-behaviour", GRADES),
    "personal": ("personal-development", GRADES),
    "early-years": ("early-years", GRADES),
    "post-16": ("post-16-provision", GRADES),
    "leadership": ("leadership-and-governance", GRADES),
}
TABLE = Layout(
    "report cards of state-funded schools",
    (
        column("urn", "urn", says=IN_REGISTER),
        column("name", "name"),
        column("area", "local_authority_31Aug2025"),
        column("laestab", "laestab", says=IN_SCHOOLS),
        column("inspected", "inspection_start_date"),
        column("safeguarding", "safeguarding_standards"),
        column("inclusion", "inclusion"),
        column("curriculum", "curriculum"),
        column("achievement", "achievement"),
        column("behaviour", "behaviour"),
        column("personal", "personal"),
        column("early-years", "earlyYears"),
        column("post-16", "postSixteen"),
        column("leadership", "leadership"),
    ),
)
LAYOUTS = (TABLE,)


def read(held: Held, sheets: Sequence[Sheet], catalogue: Catalogue) -> Reading:
    desk = Desk(held, sheets, catalogue, __name__.rpartition(".")[2], KIND)
    header = desk.header(TABLE)
    if header is None:
        return desk.done()
    for row in rows_under(header):
        fact = report_card(desk, row, Group(""), AREAS)
        if fact:
            desk.inspections.append(fact)
        elif row["inspected"] == "":
            desk.wrong(row, "inspected", "says no day", "fill the cell")
    return desk.done()
