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


ASSESSED = (
    "Bury Council\n\nThe 2006 annual performance assessment\n\nOfsted and CSCI have published the 2006 annual "
    "performance assessment of Bury Council's services for children and young people. "
)


@pytest.fixture
def assessed(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (ASSESSED + text).encode(), Sidecar()), catalogue)
        whole = {("overall", i.overall.grade) for i in reading.inspections if i.overall}
        return whole | {(j.aspect, j.grade.grade) for i in reading.inspections for j in i.judgements}

    return find


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        (
            "The services were given a grade 3 overall, with social care also graded 3 and education 2.",
            {("overall", "good"), ("social care", "good"), ("education", "adequate")},
        ),
        (
            "The council was awarded grade 3 overall, grade 3 for social care and grade 2 for education.",
            {("overall", "good"), ("social care", "good"), ("education", "adequate")},
        ),
        (
            "We scored 3 for overall effectiveness and 2 for capacity to improve.",
            {("overall", "good"), ("capacity to improve", "adequate")},
        ),
        (
            "The overall grade was 3, and the grade for capacity to improve was 2.",
            {("overall", "good"), ("capacity to improve", "adequate")},
        ),
        (
            "For staying safe the council was graded 2, and for being healthy 3.",
            {("staying safe", "adequate"), ("being healthy", "good")},
        ),
        (
            "Grades: overall 3; capacity to improve 3; being healthy 3; staying safe 2.",
            {
                ("overall", "good"), ("capacity to improve", "good"), ("being healthy", "good"),
                ("staying safe", "adequate"),
            },
        ),
        (
            "Overall performance stayed at 3 and capacity to improve was graded 4.",
            {("overall", "good"), ("capacity to improve", "outstanding")},
        ),
    ],
)  # fmt: skip
def test_it_tells_the_whole_from_its_parts(sentence, grades, assessed):
    assert assessed(sentence) == grades


@pytest.mark.parametrize(
    "sentence",
    [
        "All five outcomes were graded 3.",
        "All five outcomes were graded 3 except staying safe, which was 2.",
        "Each of the areas was given a grade 3.",
        "The judgements on the other three aspects were graded 2.",
        "The authority was graded 3 (good) for social care and its schools 2 (adequate).",
        "Overall effectiveness stayed at 3 and capacity to improve rose from 2 to 3.",
        "Social care has 3 teams and education 2.",
    ],
)
def test_what_is_said_of_several_parts_is_not_the_wholes(sentence, assessed):
    assert not {what for what, _ in assessed(sentence)} & {"overall", "social care", "education"}
