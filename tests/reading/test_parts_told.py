"""Parts told beside their grades in passing: only by their framework's own names, and only of what was inspected."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

SWINDON = (
    "9 September 2023\n\nOfsted inspected Swindon Borough Council’s children’s services in July 2023 and judged them "
    "to be inadequate overall. "
)


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (SWINDON + text).encode(), Sidecar()), catalogue)
        return {(j.aspect, j.grade.grade) for i in reading.inspections for j in i.judgements}

    return find


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        (
            "Only children in care (requires improvement to be good) and care leavers (good) escaped the bottom grade.",
            {("children in care", "requires-improvement"), ("care leavers", "good")},
        ),
        ("Only the experiences of care leavers escaped, and were graded good.", {("care leavers", "good")}),
        ("Only care leavers fared better, with a good.", {("care leavers", "good")}),
        ("Care leavers got a good.", {("Care leavers", "good")}),
    ],
)
def test_each_part_has_the_grade_beside_it(sentence, grades, told):
    assert told(sentence) == grades


@pytest.mark.parametrize(
    "sentence",
    [
        "Care leavers did not get a good.",
        "Care leavers hope for a good.",
        "Last time care leavers got a good.",
        "Only care leavers (good, says the council’s self-assessment) escaped.",
        "Parents of children in care got good advice.",
        "Children in care at Elm House got a good.",
        "Will care leavers get a good?",
        "Social workers told inspectors: leadership is inadequate.",
        "Care leavers nearly escaped, with a good.",
        "Children in care go to schools (good) and colleges.",
    ],
)
def test_what_is_no_judgement_of_a_part_is_left(sentence, told):
    assert told(sentence) == set()
