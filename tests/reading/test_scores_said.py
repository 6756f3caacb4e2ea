"""Numbers given to parts in sentences: only beside a part by its name, and on the one scale spoken of."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

RATED = (
    "9 April 2025\n\nThe Care Quality Commission has rated Calderdale’s adult social care as good after an "
    "assessment in November 2024. It scored nine areas out of four. "
)


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (RATED + text).encode(), Sidecar()), catalogue)
        return {(j.aspect, j.grade.grade) for i in reading.inspections for j in i.judgements}

    return find


@pytest.mark.parametrize(
    ("sentence", "scores"),
    [
        (
            "Partnerships and communities got a 3, as did safeguarding.",
            {("Partnerships and communities", "3"), ("safeguarding", "3")},
        ),
        ("Learning, improvement and innovation: 3.", {("Learning, improvement and innovation", "3")}),
        (
            "There was a 2 for assessing needs; for equity in experience and outcomes; and for safeguarding.",
            {("assessing needs", "2"), ("equity in experience and outcomes", "2"), ("safeguarding", "2")},
        ),
        (
            "The lowest score, 1, was for assessing needs, and the highest, 3, for safeguarding.",
            {("assessing needs", "1"), ("safeguarding", "3")},
        ),
        ("Safeguarding scored 3 out of 4.", {("Safeguarding", "3")}),
        ("Assessing needs and safeguarding were each given a 2.", {("Assessing needs", "2"), ("safeguarding", "2")}),
    ],
)
def test_it_gives_each_part_its_number(sentence, scores, told):
    assert told(sentence) == scores


@pytest.mark.parametrize(
    "sentence",
    [
        "The council hopes for a 3 for safeguarding.",
        "Safeguarding has 3 managers.",
        "In 2 of 4 cases safeguarding was slow.",
        "Safeguarding was given a 3 and a 2.",
        "Last time safeguarding had been given a 2.",
        "The council gave itself a 4 for safeguarding in its self-assessment.",
        "One care home scored 4 for safeguarding.",
    ],
)
def test_it_leaves_numbers_that_are_no_scores(sentence, told):
    assert told(sentence) == set()
