"""Rows with more or fewer cells than their header: named, unless whoever wrote the table leaves out empty ends."""

import pytest

from tests.reading.tables.made import FURTHER_EDUCATION, STOCKPORT, changed, further_education

EMPTY_END = changed(STOCKPORT, FURTHER_EDUCATION, contribution_to_meeting_skills_needs="", urn="1")
OTHER = changed(STOCKPORT, FURTHER_EDUCATION, urn="2")
ENDLESS = EMPTY_END[:-1]

TAKEN = [
    ("rows as long as their header", [STOCKPORT, EMPTY_END]),
    ("empty ends left out everywhere", [STOCKPORT, OTHER, ENDLESS, changed(ENDLESS, FURTHER_EDUCATION, urn="3")]),
    ("one empty end left out, of a column that may be empty", [STOCKPORT, OTHER, ENDLESS]),
    ("rows without their empty ends alone", [ENDLESS]),
    ("an empty column behind every row", [[*STOCKPORT, ""], [*OTHER, ""]]),
    ("blank rows of any length", [STOCKPORT, [""], [""] * 30, OTHER]),
]
REFUSED = [
    ("a cell too many, and something under no header", [OTHER, ["", *STOCKPORT]], 5, "has 19 cells", "-"),
    ("a cell too many that pushes an empty one out", [OTHER, [*EMPTY_END[:12], "1", *EMPTY_END[12:]]], 5,
     "has 19 cells", ""),
    ("the same in the only row", [[*EMPTY_END[:12], "1", *EMPTY_END[12:]]], 4, "has 19 cells", ""),
    ("something far behind the last column", [STOCKPORT, [*OTHER, "", "", "a remark"]], 5, "has 21 cells", "a remark"),
    ("a row cut where another keeps its empty end", [EMPTY_END, STOCKPORT[:17]], 5, "has 17 cells", ""),
    ("a row cut short of grades that every other row has", [STOCKPORT, OTHER, STOCKPORT[:12]], 6, "has 12 cells", ""),
    ("a row cut to its first cell", [EMPTY_END, STOCKPORT, ["50237"]], 6, "has 1 cell", ""),
]  # fmt: skip


@pytest.mark.parametrize("rows", [each[1] for each in TAKEN], ids=[each[0] for each in TAKEN])
def test_rows_that_are_whole(rows, read_table):
    assert read_table(further_education(*rows)).inspections


@pytest.mark.parametrize(
    ("rows", "line", "told", "words"), [each[1:] for each in REFUSED], ids=[each[0] for each in REFUSED]
)
def test_a_row_that_is_not_whole_is_named(rows, line, told, words, problems_of):
    (problem,) = problems_of(further_education(*rows))
    assert problem.message == f"row {line}: {told}, and the header has 18"
    assert (problem.line, problem.words) == (line, words)
    assert "under their headers" in problem.remedy
