"""Questions and answers: the answer takes its council, service and part from its question, or nothing."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

HEAD = "Questions and answers\nMedway Council, 12 August 2019\n\nOfsted inspected children’s services in July 2019.\n\n"


@pytest.fixture
def found(catalogue):
    def find(asked):
        reading = read(hold_text("page.txt", (HEAD + asked).encode(), Sidecar()), catalogue)
        overall = [(i.service.slug, i.overall.grade) for i in reading.inspections if i.overall]
        return overall + [(j.aspect_slug, j.grade.grade) for i in reading.inspections for j in i.judgements]

    return find


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (
            "What was the overall judgement for children’s services?\nInadequate.",
            [("childrens-services", "inadequate")],
        ),
        ("Q: What rating did Ofsted give children’s services?\nA: Good, overall.", [("childrens-services", "good")]),
        (
            "What did Ofsted find of children’s services?\n\nThey were inadequate.",
            [("childrens-services", "inadequate")],
        ),
        (
            (
                "What was it?\nChildren’s services were judged good.\nWhat about help and protection?\nIt was "
                "judged inadequate."
            ),
            [("childrens-services", "good"), ("help-and-protection", "inadequate")],
        ),
    ],
)
def test_an_answer_is_of_what_was_asked(asked, expected, found):
    assert found(asked) == expected


@pytest.mark.parametrize(
    "asked",
    [
        "What grade would you like for children’s services?\nOutstanding.",
        "What do parents think of children’s services?\nGood, they say.",
        "What grade did Hazel Primary School get?\nInadequate.",
        "Which councils are rated best?\nOutstanding ones.",
        "How did our neighbours do?\nGood.",
        "What rating will Ofsted give next?\nGood, we hope.",
        "What is the lowest grade?\nInadequate.",
        "How did the children’s home do?\nGood.",
        "What about adoption?\nIt was judged good.",
        "And the fostering service?\nInadequate.",
        "Does a grade of good mean that all is well?\nGood is good.",
    ],
)
def test_an_answer_to_anything_else_is_no_grade(asked, found):
    assert found(asked) == []


def test_a_report_on_another_service_is_not_the_day_of_the_one_before(catalogue):
    text = (
        "Frequently asked questions\nCornwall Council, 3 May 2024\n\nQ: What rating did Ofsted give Cornwall Council’s "
        "children’s services?\nA: Outstanding, in the inspection of March 2024.\nQ: And what did CQC say about adult "
        "social care?\nA: Good, in a report published on 12 April 2024.\n"
    )
    reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
    told = [(i.service.slug, i.overall.grade, i.published and i.published.edtf) for i in reading.inspections]
    assert told == [("childrens-services", "outstanding", None), ("adult-social-care", "good", "2024-04-12")]
