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


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("In the annual performance assessment for 2007 Oldham was graded 3 for its overall contribution.", "good"),
        ("In the annual performance assessment for 2007 Oldham was rated 2 out of 4.", "adequate"),
        ("In the annual performance assessment for 2007 the council was again scored 4 overall.", "outstanding"),
    ],
)
def test_a_council_may_be_graded_a_number(tmp_path, sentence, grade):
    assert graded(tmp_path, sentence) == [("ofsted-apa", grade)]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the annual performance assessment for 2007 Oldham was rated 3 out of 4 for staying safe.",
        "In the annual performance assessment for 2007 Oldham was awarded 2 million pounds.",
        "In the annual performance assessment for 2007 Oldham was graded 1 out of 4 for libraries.",
        "In the annual performance assessment for 2007 Oldham was not graded 3.",
    ],
)
def test_a_number_for_a_part_is_not_the_councils(tmp_path, sentence):
    assert graded(tmp_path, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        (
            "Last year the overall effectiveness mark was 3 as well, and the year before that it was 2.",
            {"2006": "good", "2005": "adequate"},
        ),
        ("In 2006 the overall mark was 2, and in 2005 it was 1.", {"2006": "adequate", "2005": "inadequate"}),
        ("Last year our overall score was only 2.", {"2006": "adequate"}),
        ("In the previous year’s assessment the services had been graded 3 (good).", {"2006": "good"}),
        ("The year before, the council had been awarded a grade 2.", {"2006": "adequate"}),
        ("In the preceding year they were rated 2 overall.", {"2006": "adequate"}),
        ("In the previous year’s assessment staying safe had been graded 3 (good).", {}),
        ("In the previous year the schools were graded 3.", {}),
        ("In the previous year the service was graded 3 for staying safe.", {}),
        ("In the previous year they were given 3 prizes.", {}),
        ("In the previous year’s budget the services were given 3.", {}),
        ("Last year the mark for staying safe was 2, and the year before that it was 1.", {}),
        ("Last year the overall mark was 2 or 3.", {}),
        ("Last year the overall mark was 3, and 2 schools did well.", {}),
    ],
)
def test_the_marks_of_years_before_have_their_years(tmp_path, sentence, years):
    path = tmp_path / "page.txt"
    first = "In its 2007 annual performance assessment Ofsted gave Oldham Council a grade 4 overall. "
    path.write_text(HEAD + first + sentence + "\n", encoding="utf-8")
    found = {f.inspected.edtf: f.overall.grade for f in read(hold(path), load()).inspections if f.overall}
    assert found == {"2007": "outstanding", **years}
