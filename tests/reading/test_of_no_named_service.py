"""What is told of an inspection whose service nobody names is given to no other service of the page."""

import pytest

PAGE = """South Post

8 December 2022

Our councils and their inspectors

Bexley – Ofsted inspected Bexley’s children’s services in May 2022 and rated them good overall.

{}
"""


@pytest.fixture
def told(told):
    """Of the councils of the second paragraph alone."""
    return lambda words: [fact for fact in told(PAGE.format(words)) if fact[0] != "bexley"]


NOTHING_SAID = (
    "Kingston and Richmond – The youth justice service shared by Kingston upon Thames and Richmond upon Thames was "
    "inspected by HM Inspectorate of Probation in June 2022 and rated good.\n\nSutton and Merton – People in these "
    "boroughs share a centre, and Ofsted inspected it from 8 to 11 November 2022. It was judged good overall, having "
    "been judged inadequate in 2017. Apprenticeships were judged good."
)
SHARED = (
    "Sutton and Merton – Adults in these boroughs share a learning service, and Ofsted inspected it from 8 to 11 "
    "November 2022. It was judged to require improvement overall, having been judged good in 2017."
)


@pytest.mark.parametrize(
    "words",
    [
        NOTHING_SAID,
        "Sutton – Ofsted inspected the joint venture in Sutton in June 2022. Apprenticeships were rated outstanding.",
    ],
)
def test_nothing_is_made_of_an_inspection_of_nobody_knows_what(told, words):
    assert not [fact for fact in told(words) if fact[4] and fact[1] != "youth-justice"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            SHARED,
            [
                ("merton+sutton", "adult-learning", "2022-11-08/2022-11-11", "", "requires-improvement"),
                ("merton+sutton", "adult-learning", "2017", "", "good"),
            ],
        ),
        (
            "In Sutton, Ofsted inspected the learning service for adults in June 2022 and judged it good.",
            [("sutton", "adult-learning", "2022-06", "", "good")],
        ),
        (
            "Sutton – Ofsted inspected children’s services in Sutton in June 2022. They were judged good overall.",
            [("sutton", "childrens-services", "2022-06", "", "good")],
        ),
    ],
)
def test_a_service_is_known_by_whom_it_is_for(told, words, found):
    assert told(words) == found


LEARNING = """Sutton Council

12 June 2022

Ofsted inspected Sutton’s adult learning service in April 2022. {}
"""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "It was judged good, having been inadequate in 2017. Apprenticeships were judged outstanding.",
            ["outstanding"],
        ),
        ("It was judged good. Apprenticeships were judged inadequate.", ["inadequate"]),
    ],
)
def test_a_part_is_of_the_newer_of_two_inspections_told_of_together(page, words, found):
    facts = page(LEARNING.format(words)).inspections
    assert {fact.service.slug for fact in facts} == {"adult-learning"}
    assert [judged.grade.grade for judged in facts[0].judgements] == found
