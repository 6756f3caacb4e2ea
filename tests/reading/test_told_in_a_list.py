"""A report told of in a word and then, behind a colon, by grade and part; and months that begin their sentence."""

from datetime import date

import pytest

from inspections.reading.dates import dates
from inspections.text import Span
from tests.reading.given import OPENINGS, given, reading_of

FIRST = OPENINGS[0]


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        (
            "The report, out in June, was a bad one: inadequate for overall effectiveness, inadequate for leadership.",
            ["inadequate", "inadequate"],
        ),
        ("Its verdict was kind: good for overall effectiveness, good for help and protection.", ["good", "good"]),
        (
            "It was dull: requires improvement for overall effectiveness and requires improvement for leadership.",
            ["requires-improvement", "requires-improvement"],
        ),
        (
            "The findings were plain: outstanding for leadership, outstanding for adoption.",
            ["outstanding", "outstanding"],
        ),
        # a draft, a school, a survey, a hope, a single ordinary word
        ("The draft was a bad one: inadequate for overall effectiveness, inadequate for leadership.", []),
        ("The report might have been worse: inadequate for overall effectiveness, inadequate for leadership.", []),
        ("The school’s report was a bad one: inadequate for overall effectiveness, inadequate for leadership.", []),
        ("The survey was a bad one: good for parking, inadequate for the impact of leaders.", []),
        ("The report was a treat: good for a laugh.", []),
        ("The report was not what they feared: inadequate for overall effectiveness, inadequate for leadership.", []),
    ],
)
def test_a_report_told_by_grade_and_part(sentence, grades, catalogue):
    assert sorted(filter(None, given(reading_of(FIRST + sentence, catalogue)))) == sorted(grades)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("In January, Ofsted looked at the partnership", ["2023-01"]),
        ("In May services were judged good", ["2023-05"]),
        ("By June it was over", ["2023-06"]),
        ("During March inspectors came", ["2023-03"]),
        ("Since April there has been a new director", ["2023-04"]),
        ("In Mayfield they were judged good", []),
        ("May services improve", []),
        ("In Maya’s view", []),
        ("March on the town hall", []),
        ("In MAY we trust", []),
    ],
)
def test_a_month_behind_the_word_that_begins_its_sentence(words, found):
    assert [d.edtf for d in dates(words, Span(0, len(words)), date(2023, 11, 14))] == found
