"""A day of last year is the visit's, whose report gives the grade; and outcomes that a page only lists are nobody's."""

import pytest

from inspections.reading import read
from inspections.reading.sources import Sidecar, hold_text

PAGE = "The Courier\nSaturday 8 March 2025\n\n{}\n"


def inspections(catalogue, words):
    return read(hold_text("page.txt", PAGE.format(words).encode(), Sidecar()), catalogue).inspections


@pytest.mark.parametrize(
    "words",
    [
        "Ofsted inspected Kent’s children’s services from 11 to 22 November last year, and its report rated them good.",
        "Ofsted inspected Kent’s children’s services from November 11 to 22 last year, and its report found them good.",
        "Inspectors from Ofsted visited Kent’s children’s services in November last year and judged them good.",
        "Ofsted came to Kent’s children’s services in October last year, and the letter graded them good.",
    ],
)
def test_the_report_of_a_visit_of_last_year_gives_its_grade(catalogue, words):
    (event,) = inspections(catalogue, words)
    assert event.overall is not None and event.overall.grade == "good"
    assert event.inspected is not None and event.inspected.edtf.startswith("2024-1")


@pytest.mark.parametrize(
    "words",
    [
        "Ofsted inspected Kent’s children’s services in January. They were rated inadequate last year.",
        "Ofsted came to Kent’s children’s services in January. The year before it had rated them good.",
    ],
)
def test_a_grade_of_the_year_before_is_not_the_visits(catalogue, words):
    assert not any(
        e.overall and e.inspected and e.inspected.edtf.startswith("2025-01") for e in inspections(catalogue, words)
    )


LEGEND = (
    "Between 5 and 9 February 2024 Ofsted and the CQC inspected the Bury local area partnership.\n\n"
    "There are three possible outcomes:\n\n"
    "{0} typically lead to positive experiences and outcomes.\n\n"
    "{0} lead to inconsistent experiences and outcomes.\n\n"
    "There are widespread and/or systemic failings, which the partnership must address urgently.\n\n{1}"
)


@pytest.mark.parametrize("lead", ["The arrangements", "Arrangements", "The local area partnership’s arrangements"])
def test_the_outcomes_that_are_listed_are_not_the_one_given(catalogue, lead):
    told = "In Bury, the inspectors found that there are widespread and/or systemic failings in SEND services."
    (event,) = inspections(catalogue, LEGEND.format(lead, told))
    assert event.overall is not None and event.overall.grade == "widespread-and-or-systemic-failings"
    (event,) = inspections(catalogue, LEGEND.format(lead, "The outcome for Bury is on its way."))
    assert event.overall is None
