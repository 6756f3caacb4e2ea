"""Grades told as numbers in a sentence, and what keeps a number from being one."""

import pytest

from inspections.catalogue import load
from inspections.reading import read
from inspections.reading.sources import hold

HEAD = "Oldham Council\n26 November 2007\n\nOfsted published its annual performance assessment of Oldham today.\n\n"


def graded(tmp_path, sentence):
    path = tmp_path / "page.txt"
    path.write_text(HEAD + sentence + "\n", encoding="utf-8")
    reading = read(hold(path), load())
    return [(f.overall.scale, f.overall.grade) for f in reading.inspections if f.overall is not None]


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        (
            "In its 2007 annual performance assessment Ofsted gave Oldham Council a grade 3 overall.",
            "good",
        ),
        ("The annual performance assessment for 2007 gave the council's children's services a grade 2.", "adequate"),
        ("Oldham Council was awarded a score of 4 in the annual performance assessment for 2007.", "outstanding"),
    ],
)
def test_a_number_is_a_grade_of_the_assessment_named(tmp_path, sentence, grade):
    assert graded(tmp_path, sentence) == [("ofsted-apa", grade)]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the 2007 annual performance assessment a service that exceeds requirements is given grade 3.",
        "In the year of the annual performance assessment two schools in Oldham were given grade 4.",
        "Oldham Council would be given a grade 4 in the annual performance assessment if it could.",
        "Oldham Council was given grade 3 or grade 4 in the annual performance assessment, nobody knows which.",
        "“Oldham Council was given a grade 4 in the annual performance assessment,” said Councillor Ann Lee.",
    ],
)
def test_a_number_of_anything_else_is_no_grade(tmp_path, sentence):
    assert graded(tmp_path, sentence) == []
