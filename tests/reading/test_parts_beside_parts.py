"""Parts whose verb stands with the part before, in lines of their own, or whose judgement follows its grade."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

PAGE = (
    "The Weekly Gazette\n\n4 October 2023\n\nChildren’s services in Kent were rated good by Ofsted after an inspection "
    "in May 2023. "
)


@pytest.fixture
def told(catalogue):
    def find(text):
        [one] = read(hold_text("page.txt", (PAGE + text + "\n").encode(), Sidecar()), catalogue).inspections
        assert one.overall is not None and one.overall.grade == "good"
        return {(j.aspect_slug or j.aspect, j.grade.grade) for j in one.judgements}

    return find


HELP, CARE, LEAVERS, LEADERS = "help-and-protection", "children-in-care", "care-leavers", "impact-of-leaders"


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        (
            "Of the areas, help and protection was good, children in care outstanding and care leavers inadequate.",
            {(HELP, "good"), (CARE, "outstanding"), (LEAVERS, "inadequate")},
        ),
        (
            "There was a good judgement for help and protection and an outstanding judgement for leadership.",
            {(HELP, "good"), (LEADERS, "outstanding")},
        ),
        (
            "There was an inadequate grade for care leavers, and another “good” rating for children in care.",
            {(LEAVERS, "inadequate"), (CARE, "good")},
        ),
        (
            "Help and protection: good. Services for children in care: outstanding. Support for care leavers: good.",
            {(HELP, "good"), (CARE, "outstanding"), (LEAVERS, "good")},
        ),
        (
            "The help and protection of children: good. Leaders’ impact on social work practice: outstanding.",
            {(HELP, "good"), (LEADERS, "outstanding")},
        ),
        (
            "Inspectors judged children in care good and leaders' impact on social work practice inadequate.",
            {(CARE, "good"), (LEADERS, "inadequate")},
        ),
    ],
)
def test_each_part_has_its_grade(told, text, grades):
    assert told(text) == grades


@pytest.mark.parametrize(
    "text",
    [
        "There was good judgement on the leadership of the team.",
        "Managers showed a good judgement in leadership.",
        "Help and protection was not good, children in care outstanding.",
        "There could be an outstanding judgement for leadership next time.",
        "Parents called leadership good, help and protection outstanding.",
        "A good judge of leadership: outstanding.",
    ],
)
def test_no_part_is_given_one_that_nobody_gave(told, text):
    assert told(text) == set()
