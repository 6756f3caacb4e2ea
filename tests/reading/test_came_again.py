"""A grade of no day, and inspectors who came again on one: the visit of that day is not what gave the grade."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

WERE = "Leeds City Council’s children’s services were rated inadequate by Ofsted. A new director was found."


@pytest.fixture
def grades(catalogue):
    """The overall grade of the inspection of each day (blank: of none)."""

    def find(*paragraphs):
        text = "\n\n".join(("Leeds News, 14 March 2019", *paragraphs))
        found = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
        return {each.inspected.edtf if each.inspected else "": each.overall and each.overall.grade for each in found}

    return find


@pytest.mark.parametrize(
    "words",
    [
        "Then, in November 2017, Ofsted came back.",
        "In November 2017 Ofsted inspected them again.",
        "When Ofsted next visited, in November 2017, much was better.",
        "Ofsted returned to Leeds in November 2017.",
        "Three years later, in November 2017, inspectors visited.",
        "Under its new director, the council had an inspection in November 2017.",
        "By the time Ofsted inspected Leeds in November 2017, she had gone.",
    ],
)
def test_a_visit_that_came_after_a_grade_did_not_give_it(words, grades):
    assert grades(WERE, words).get("2017-11", "none such") is None


@pytest.mark.parametrize(
    "words",
    [
        "Leeds City Council’s children’s services were once rated inadequate by Ofsted.",
        "At one time Leeds City Council’s children’s services were rated inadequate by Ofsted.",
        "In those days Leeds City Council’s children’s services were judged inadequate by Ofsted.",
    ],
)
def test_what_once_was_is_of_no_visit_told_of_after_it(words, grades):
    assert grades(words, "Inspectors visited the council in November 2017.").get("2017-11", "none such") is None


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (WERE, "Inspectors visited the council in November 2017."),
        (WERE, "The inspection of children’s services took place in November 2017."),
        ("Ofsted has rated Leeds City Council’s children’s services inadequate.",
         "Inspectors came back to the council in November 2017 and spent a week there."),
        ("Leeds City Council’s children’s services have once again been rated inadequate by Ofsted.",
         "Inspectors visited the council in November 2017."),
    ],
)  # fmt: skip
def test_the_visit_of_a_grade_told_as_news_keeps_it(first, then, grades):
    assert grades(first, then) == {"2017-11": "inadequate"}


def test_a_grade_told_behind_inspectors_who_came_back_is_theirs(grades):
    words = "Ofsted returned to Leeds City Council in November 2017. Its children’s services were rated inadequate."
    assert grades(words) == {"2017-11": "inadequate"}


def test_what_they_wrote_is_dated_by_its_month(catalogue):
    text = (
        "Rotherham News, 14 March 2019\n\nIn September 2014 inspectors arrived. What they wrote in November that year "
        "was that services for children in Rotherham were inadequate.\n\nThen, in November 2017, Ofsted came back.\n"
    )
    found = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    told = [tuple(day and day.edtf for day in (each.inspected, each.published)) for each in found]
    assert told == [("2014-09", "2014-11"), ("2017-11", None)]
    assert [each.overall and each.overall.grade for each in found] == ["inadequate", None]
