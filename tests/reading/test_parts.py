"""Grades of parts of a service, read end to end: each part gets the grade that stands beside it, and no other."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

ILACS = "Published: 12 June 2023\n\nOfsted inspected Stockport Council’s children’s services from 8 to 19 May 2023.\n\n"
LEARNING = (
    "Published: 12 June 2019\n\nOfsted inspected Stockport Council’s adult learning service from 7 to 10 May 2019.\n\n"
)
CARD = "Published: 2 March 2026\n\nOfsted inspected Stockport Council’s adult learning service in January 2026.\n\n"


@pytest.fixture
def judged(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return [
            {"": i.overall.grade if i.overall else None}
            | {j.aspect_slug or j.aspect: j.grade.grade for j in i.judgements}
            for i in reading.inspections
        ]

    return find


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        (
            ILACS + "Inspectors judged the service good for help and protection and outstanding for care leavers.",
            {"help-and-protection": "good", "care-leavers": "outstanding"},
        ),
        (
            ILACS
            + "Overall effectiveness was judged inadequate, as was the impact of leaders; the experiences of children "
            "in care were judged to require improvement to be good.",
            {"": "inadequate", "impact-of-leaders": "inadequate", "children-in-care": "requires-improvement"},
        ),
        (
            ILACS + "The Council received outstanding for overall effectiveness, for the impact of leaders and for the "
            "experiences and progress of children in care.",
            {"": "outstanding", "impact-of-leaders": "outstanding", "children-in-care": "outstanding"},
        ),
        (
            ILACS
            + "The impact of leaders was judged good, the experiences and progress of children in care outstanding, "
            "and help and protection requires improvement.",
            {
                "impact-of-leaders": "good",
                "children-in-care": "outstanding",
                "help-and-protection": "requires-improvement",
            },
        ),
        (
            ILACS + "Help and protection and the impact of leaders were also found to require improvement.",
            {"help-and-protection": "requires-improvement", "impact-of-leaders": "requires-improvement"},
        ),
        (
            ILACS
            + "The new judgement on the experiences and progress of care leavers, introduced in January, was good.",
            {"care-leavers": "good"},
        ),
        (
            LEARNING
            + "Leadership and management were judged good. Apprenticeships were graded as requires improvement.",
            {"leadership-and-management": "good", "apprenticeships": "requires-improvement"},
        ),
        (
            CARD + "Curriculum, teaching and training for adult learners was graded expected standard; achievement was "
            "graded needs attention.",
            {"curriculum-teaching-and-training": "expected-standard", "achievement": "needs-attention"},
        ),
        (
            CARD
            + "It is at the strong standard for inclusion, and at the expected standard for achievement; leadership "
            "and governance needs attention.",
            {
                "inclusion": "strong-standard",
                "achievement": "expected-standard",
                "leadership-and-governance": "needs-attention",
            },
        ),
        (
            ILACS + "The overall judgement was inadequate, as it was for help and protection.",
            {"": "inadequate", "help-and-protection": "inadequate"},
        ),
    ],
)
def test_each_part_has_the_grade_beside_it(text, grades, judged):
    [found] = judged(text)
    assert {part: grade for part, grade in found.items() if grade} == grades


@pytest.mark.parametrize(
    "text",
    [
        ILACS + "The leisure centre was rated good for accessibility.",
        ILACS + "Cleveland Police was rated inadequate. It was found to be inadequate at preventing crime.",
        ILACS + "We want to be outstanding for care leavers.",
        ILACS + "Care leavers said that their flats were good.",
        ILACS + "Leadership was good at the school.",
    ],
)
def test_what_names_no_part_of_the_service_gives_no_grade(text, judged):
    assert all(not grade for found in judged(text) for grade in found.values())


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("For care leavers it was worse. Their experiences were judged inadequate.", {"care-leavers": "inadequate"}),
        ("Care leavers’ experiences and the impact of leaders were likewise judged outstanding.",
         {"care-leavers": "outstanding", "impact-of-leaders": "outstanding"}),
        ("Help and protection was judged good, and so too were the experiences of care leavers.",
         {"help-and-protection": "good", "care-leavers": "good"}),
        ("Help and protection was judged good, and so too were those of care leavers.",
         {"help-and-protection": "good", "care-leavers": "good"}),
        ("Help and protection and care leavers suffer. Their experiences were judged inadequate.", {}),
        ("For staff it was worse. Their experiences were judged inadequate.", {}),
    ],
)  # fmt: skip
def test_a_part_is_pointed_back_to(rest, expected, judged):
    text = ILACS + "The services were judged to require improvement to be good. " + rest
    assert judged(text) == [{"": "requires-improvement"} | expected]
