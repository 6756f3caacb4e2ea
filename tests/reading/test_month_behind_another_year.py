"""A month without a year behind a month of another year is of no year that is known, in the next sentence too."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

FIRST = "Ofsted inspected children’s services in Kent in March 2022 and judged them good. "


@pytest.fixture
def days(catalogue):
    def find(sentences):
        text = f"The Weekly Gazette\n\n4 October 2023\n\n{sentences}\n"
        found = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
        return {i.authorities[0].slug: i.inspected.edtf if i.inspected else None for i in found}

    return find


@pytest.mark.parametrize(
    ("sentences", "day"),
    [
        (FIRST + "Devon, inspected in May, was judged inadequate.", "XXXX-05"),
        (FIRST + "In July it inspected children’s services in Devon and judged them inadequate.", "XXXX-07"),
        # the page's own year: the month of the other year is a later one, is told of elsewhere, or is of this year
        (FIRST.replace("March", "September") + "Devon, inspected in May, was judged inadequate.", "2023-05"),
        (FIRST + "\n\nDevon, inspected in May, was judged inadequate.", "2023-05"),
        (FIRST.replace("2022", "2023") + "Devon, inspected in May, was judged inadequate.", "2023-05"),
        ("Devon’s children’s services, inspected in May, were judged inadequate.", "2023-05"),
    ],
)
def test_a_month_has_the_year_that_is_told(days, sentences, day):
    assert days(sentences)["devon"] == day


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Devon, by contrast, slipped from outstanding in 2018 to inadequate in May 2022.", {"2018", "2022-05"}),
        ("Devon, on the other hand, went from outstanding in 2018 to inadequate in May 2022.", {"2018", "2022-05"}),
        ("Petroc, in Devon, was found to be inadequate in May 2022.", set()),
        ("Devon, as the saying goes, slipped from view.", set()),
    ],
)
def test_a_council_that_is_turned_to_has_its_grades(catalogue, sentence, found):
    text = f"The Weekly Gazette\n\n4 October 2023\n\n{FIRST}{sentence}\n"
    inspections = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    told = {i.inspected.edtf for i in inspections if i.inspected and i.authorities[0].slug == "devon" and i.overall}
    assert told == found
