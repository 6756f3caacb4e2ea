"""Scores of further education and skills inspections in long form: one row for each judgement of an inspection.

The table says which inspection by its number and nothing of who was inspected: it is joined to the table that does
(``further_education_2021``), and recorded with it or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from inspections.catalogue import Catalogue
from inspections.reading import skills
from inspections.reading.cell_values import INSPECTION
from inspections.reading.entries import Desk, named
from inspections.reading.facts import Graded, Held, InspectionFact, Judged, Reading, Words
from inspections.reading.headers import Layout, Row, column, rows_under
from inspections.reading.sheets import Sheet

KIND = "official table, reshaped"
TABLE = Layout(
    "the scores of inspections by their number",
    (
        column("number", "inspection_id", says=INSPECTION),
        column("aspect", "inspection_category"),
        column("score", "score"),
        column("meaning", "score_description"),
    ),
)
LAYOUTS = (TABLE,)
OVERALL, SAFEGUARDING = "Overall effectiveness", "Is safeguarding effective"
WORDS = {"Outstanding": "1", "Good": "2", "Requires improvement": "3", "Inadequate": "4"}


def read(held: Held, sheets: Sequence[Sheet], catalogue: Catalogue) -> Reading:
    desk = Desk(held, sheets, catalogue, __name__.rpartition(".")[2], KIND)
    header = desk.header(TABLE)
    if header is None:
        return desk.done()
    found: dict[str, list[Row]] = {}
    for row in rows_under(header):
        found.setdefault(row["number"], []).append(row)
    for number, rows in found.items():
        overall: Graded | None = None
        judged = []
        for row in rows:
            graded = _graded(desk, row)
            if graded and row["aspect"] == OVERALL:
                overall = graded
            elif graded and row["aspect"] == SAFEGUARDING:
                judged.append(Judged(row["aspect"], "safeguarding", graded, Words()))
            elif graded and row["aspect"] in skills.ASPECTS:
                judged.append(Judged(row["aspect"], skills.ASPECTS[row["aspect"]], graded, Words()))
            elif graded:
                desk.wrong(row, "aspect", "is no judgement that is known", "the layout has to learn it")
        desk.inspections.append(
            InspectionFact(
                key=desk.next_key(),
                authorities=(),
                service=None,
                service_name=None,
                inspectorates=(named("ofsted", rows[0].words("number")),),
                kind="full",
                kind_words=rows[0].words("aspect"),
                overall=overall,
                overall_absent=None if overall else "not stated",
                judgements=tuple(judged),
                number=number,
            )
        )
    return desk.done()


def _graded(desk: Desk, row: Row) -> Graded | None:
    """Number and word must say the same; the scale is that of the inspection's day, which this table has not."""
    if row["aspect"] == SAFEGUARDING:
        if (row["score"], row["meaning"]) not in (("1", "Yes"), ("0", "No")):
            desk.wrong(row, "score", f"is not the number of “{row['meaning']}”", "correct one of the two")
            return None
        return desk.grade(row, "meaning", "ofsted-safeguarding-effective", skills.SAFEGUARDING)[0]
    if row["meaning"] not in WORDS:
        desk.wrong(row, "meaning", f"is none of {', '.join(WORDS)}", "correct the cell")
        return None
    if WORDS[row["meaning"]] != row["score"]:
        desk.wrong(row, "score", f"is not the number of “{row['meaning']}”", "correct one of the two")
        return None
    return desk.grade(row, "meaning", skills.NEWER, {})[0]
