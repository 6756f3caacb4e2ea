"""Grades whose day stands before "when", at the head of their line, or beside a council that a page turns to."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return {
            (
                "/".join(a.slug for a in i.authorities),
                i.inspected and i.inspected.edtf,
                i.overall and i.overall.grade,
            )
            for i in reading.inspections
        }

    return find


BURY = "Bury News\n\n12 November 2016\n\nOfsted inspected Bury’s services for children in September 2016. "


@pytest.mark.parametrize(
    ("sentence", "earlier"),
    [
        (
            (
                "It is the first inspection here since 2012, when Bury’s arrangements for the "
                "protection of children were "
                "judged to be adequate."
            ),
            {("bury", "2012", "adequate")},
        ),
        (
            "In 2013 Ofsted had found Bury’s arrangements for protecting children to be inadequate.",
            {("bury", "2013", "inadequate")},
        ),
        ("Much has changed since 2012, when parents told us that services were good.", set()),
        ("Much has changed since 2012, when the council hoped to be judged good.", set()),
    ],
)
def test_a_year_before_when_is_the_grade_s(sentence, earlier, told):
    assert {each for each in told(BURY + sentence) if each[2]} == earlier


def test_lines_that_begin_with_a_month_are_each_of_their_own(told):
    text = (
        "Oldham’s children’s services and Ofsted: a timeline\n\nJanuary 2019: full inspection, "
        "requires improvement to be "
        "good\nSeptember 2022: focused visit, not graded\nJune 2024: full inspection, good\n"
    )
    assert told(text) == {
        ("oldham", "2019-01", "requires-improvement"),
        ("oldham", "2022-09", None),
        ("oldham", "2024-06", "good"),
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                "Halton and Warrington ran their adult learning as one until last month. The joint "
                "service was inspected by "
                "Ofsted in May 2023 and was judged good."
            ),
            {("halton/warrington", "2023-05", "good")},
        ),
        (
            (
                "Halton and Warrington each ran adult learning as well as they could. The service was "
                "inspected by Ofsted in "
                "May 2023 and was judged good."
            ),
            set(),
        ),
        (
            (
                "Ofsted inspected children’s services in Halton in May 2023.\n\nThe other council, "
                "Cumberland, has yet to be "
                "inspected. Ofsted made a focused visit there in June 2023."
            ),
            {("halton", "2023-05", None), ("cumberland", "2023-06", None)},
        ),
    ],
)
def test_of_which_council_it_is(text, found, told):
    assert told(f"The Downs Post\n\n17 July 2023\n\n{text}") == found


STARS = """{}        2007            2008
Luton          One star        Two stars
Poole          Three stars     Three stars
"""


@pytest.mark.parametrize(("name", "sort"), [("Council", "adult social care"), ("Hotel", "hotels")])
def test_stars_in_columns_of_years_are_each_council_s(name, sort, catalogue):
    page = (
        f"Answer\n\n4 February 2009\n\nThe star ratings for {sort} were given by the Commission for Social Care "
        "Inspection as follows.\n\n" + STARS.format(name)
    )
    found = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue).inspections
    told = {(each.authorities[0].slug, each.inspected.edtf, each.overall.grade) for each in found if each.inspected}
    expected = {
        ("luton", "2007", "1-star"),
        ("luton", "2008", "2-stars"),
        ("poole", "2007", "3-stars"),
        ("poole", "2008", "3-stars"),
    }
    assert told == (expected if name == "Council" else set())
