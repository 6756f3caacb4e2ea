"""What speaks against a grade in its sentence: each line is a page of which no such grade may be taken, and why."""

import pytest

from tests.reading.given import given, reading_of

PAGE = """Our children's services and their inspectors
Published on 2 October 2018

Stockport Council's children's services were inspected by Ofsted between 3 and 7 September 2018. {}
"""

DOUBTFUL = [
    ("The council has rated itself: its service was judged outstanding.", "own"),
    ("The service was judged inadequate in one area.", "part only"),
    ("The service was given an outstanding rating for gumption.", "part only"),
    ("Ofsted gave the service an inadequate judgement for how calls are answered.", "part only"),
    ("In 2014 the service was judged inadequate in two areas and required improvement overall.", "part only"),
    ("The opposition alleged that the service was judged inadequate.", "claim"),
    ("Leaders had hoped the service would be judged outstanding.", "hope"),
    ("The service was judged inadequate in a provisional report.", "unpublished"),
    ("An Outstanding judgement overall was the aim, and the service was judged so.", "hope"),
    ("Bolton had it worse: its service was judged inadequate.", ""),
    ("Greater Manchester Police were rated inadequate for how they record crime.", ""),
]


@pytest.mark.parametrize(("words", "why"), DOUBTFUL)
def test_a_grade_that_something_speaks_against_is_left_out_and_named(words, why, catalogue):
    reading = reading_of(PAGE.format(words), catalogue, "Stockport Council")
    assert given(reading) == []
    passed_over = [warned.message for warned in reading.warnings if warned.code == "grade-passed-over"]
    assert any(why in message for message in passed_over)


def test_the_same_page_gives_its_grade_when_nothing_speaks_against_it(catalogue):
    assert given(reading_of(PAGE.format("The service was judged good."), catalogue, "Stockport Council")) == ["good"]
