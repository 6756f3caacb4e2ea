"""Days told by those of another council's inspection: "in the same fortnight", "published on the same day"."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

FIRST = (
    "Two reports\n\nOfsted has inspected the children's services of Bolton and of Oldham.\n\nBolton\n\n"
    "Ofsted inspected Bolton's children's services from 3 to 14 October 2022. "
    "The report was published on 28 November 2022.\n\n"
    "Overall effectiveness: Good\nImpact of leaders: Good\n\n"
)


@pytest.fixture
def days(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return [
            tuple(day.edtf if day else "" for day in (i.inspected, i.published))
            for i in reading.inspections
            if i.authorities[0].slug == "oldham"
        ]

    return find


@pytest.mark.parametrize(
    ("words", "inspected", "published"),
    [
        ("Ofsted inspected Oldham's children's services in the same fortnight.", "2022-10-03/2022-10-14", ""),
        ("Inspectors visited Oldham's children's services over those same two weeks.", "2022-10-03/2022-10-14", ""),
        (
            "Ofsted inspected Oldham's children's services on the same days. The report came out on 2 December 2022.",
            "2022-10-03/2022-10-14",
            "2022-12-02",
        ),
        (
            "Ofsted inspected Oldham in the same fortnight, and the report was published on the same day.",
            "2022-10-03/2022-10-14",
            "2022-11-28",
        ),
        (
            "Ofsted inspected Oldham's services within the same fortnight; its report came out that same day.",
            "2022-10-03/2022-10-14",
            "2022-11-28",
        ),
    ],
)
def test_they_are_those_of_the_inspection_told_of_just_before(words, inspected, published, days):
    assert days(f"{FIRST}Oldham\n\n{words}\n\nOverall effectiveness: Good\n") == [(inspected, published)]


@pytest.mark.parametrize(
    "words",
    [
        "Ofsted inspected Oldham's children's services in the same fortnight as Salford's.",
        "Ofsted inspected Oldham's children's services in the same way.",
        "Ofsted inspected Oldham's children's services. Its staff went to the same school.",
        "Ofsted inspected Oldham's children's services in the same month.",
        "Ofsted inspected Oldham's children's services. Its report was published on the same day as the accounts.",
    ],
)
def test_anything_else_tells_no_day(words, days):
    assert all(day == ("", "") for day in days(f"{FIRST}Oldham\n\n{words}\n"))


def test_a_focused_visit_was_not_in_the_fortnight_of_the_inspection_before_it(days):
    three = f"{FIRST}Bury\n\nBury is next.\n\nWe know little of it.\n\nNor does anybody else.\n\nOldham\n\n"
    assert all(
        day == ("", "") for day in days(f"{three}Ofsted inspected Oldham's children's services in the same fortnight.")
    )
