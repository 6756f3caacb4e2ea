"""Grades told with their numbers, one for each year of an annual assessment, and ratings said to be the same again."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

APA = (
    "Trafford Council: inspections\n\nLast updated 3 March 2009\n\nThe annual performance assessment was made by "
    "Ofsted. "
)
RATING = (
    "Trafford Council: inspections\n\nLast updated 3 March 2012\n\nIn its annual "
    "assessment for 2011 Ofsted says that "
    "Trafford’s children’s services perform well. "
)


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return {
            (
                i.authorities[0].slug,
                (i.inspected or i.published).edtf if i.inspected or i.published else None,
                i.overall.grade,
            )
            for i in reading.inspections
            if i.overall
        }

    return find


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        (
            "Trafford’s children’s services were graded 3 (good) in 2008 and 2 (adequate) in 2007.",
            {"2008": "good", "2007": "adequate"},
        ),
        ("In 2008 Trafford’s children’s services received grade 4 (outstanding).", {"2008": "outstanding"}),
        (
            (
                "In 2008 children’s services in Trafford were judged good (grade 3). In 2007 the grade "
                "was 1, inadequate."
            ),
            {"2008": "good", "2007": "inadequate"},
        ),
        (
            ("In 2006 Trafford’s services for children were graded 3 (good). They were graded 3 again for 2007."),
            {"2006": "good", "2007": "good"},
        ),
        (
            (
                "In the last of these, for 2008, services for children in Trafford had been graded 3 "
                "(good), on the scale in which 4 was outstanding and 1 inadequate."
            ),
            {"2008": "good"},
        ),
        (
            (
                "\n\nAnnual performance assessment 2006\n\nOverall, children’s services in Trafford "
                "were judged to be outstanding (grade 4)."
            ),
            {"2006": "outstanding"},
        ),
    ],
)
def test_each_year_has_its_number(text, grades, told):
    assert told(APA + text) == {("trafford", year, grade) for year, grade in grades.items()}


@pytest.mark.parametrize(
    "text",
    [
        "In 2008 Trafford’s children’s services were graded 3 (good) and 2 (adequate).",
        "Trafford’s children’s services hope to be graded 4 (outstanding) in 2009.",
        "In 2008 Trafford’s children’s services were not graded 3 (good).",
        "In 2008 two schools in Trafford were graded 1 (outstanding).",
        ("In 2008 Trafford’s children’s services took 3 (good) steps and were graded by themselves in 2007."),
        "In 2008 Trafford’s children’s services were graded 4 (good).",
        "In 2008 use of resources in Trafford was graded 3 (good).",
    ],
)
def test_a_number_without_its_year_or_of_something_else_is_left(text, told):
    assert told(APA + text) == set()


def test_a_number_is_the_council_s_whose_sentence_it_is(told):
    text = (
        "In 2008 Trafford’s children’s services were graded 3 (good).\n\nIn Bury children’s "
        "services were graded "
        "2 (adequate) in 2008 and 1 (inadequate) in 2007."
    )
    assert told(APA + text) == {
        ("trafford", "2008", "good"),
        ("bury", "2008", "adequate"),
        ("bury", "2007", "inadequate"),
    }


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Trafford was given the same rating in 2010 and in 2009.", {"2010", "2009"}),
        ("The same rating was given in 2010.", {"2010"}),
        ("That rating was repeated in 2010, the last year but one.", {"2010"}),
        ("The rating was the same in 2009 and again in 2010.", {"2009", "2010"}),
        ("The same rating was given in December 2010.", {"2010-12"}),
        ("The same rating was not given in 2010.", set()),
        ("The council hopes that the same rating was given in 2010.", set()),
        ("Nine councils got the same rating in 2010 as in 2009.", set()),
        ("The same rating was given in 2010 to its neighbours.", set()),
        ("Its adult social care was given the same rating in 2010.", set()),
    ],
)
def test_a_rating_said_to_be_the_same_again(text, years, told):
    assert told(RATING + text) - {("trafford", "2011", "performs-well")} == {
        ("trafford", y, "performs-well") for y in years
    }


def test_the_grade_of_a_rating_that_was_the_same_is_derived(catalogue):
    text = f"{RATING}The same rating was given in 2010."
    reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
    again = next(i for i in reading.inspections if i.inspected.edtf == "2010")
    assert again.overall.basis == "derived"
    assert {span.of(text) for span in again.overall.words.spans} == {"perform well", "The same rating was given"}


def test_the_day_an_annual_rating_was_awarded_is_when_it_came_out(catalogue):
    text = (
        "Wigan Council\n\n3 March 2009\n\nThe Commission for Social Care Inspection awarded "
        "Wigan three stars for adult "
        "social care on 27 November 2008."
    )
    [inspection] = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert (inspection.inspected, inspection.published.edtf) == (None, "2008-11-27")
