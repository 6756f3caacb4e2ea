"""Visits of a list that were called off or went ahead, and inspections of the school whose head speaks of its own."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

PAGE = """Bury Council

3 May 2023

Bury Council's children's services were judged inadequate by Ofsted in November 2021.

{}
"""


@pytest.fixture
def days(catalogue):
    def find(line):
        held = hold_text("page.txt", PAGE.format(line).encode(), Sidecar())
        return [fact.inspected.edtf for fact in read(held, catalogue).inspections if fact.inspected][1:]

    return find


@pytest.mark.parametrize(
    "line",
    [
        "20 and 21 September 2022 – third monitoring visit. CANCELLED because of the period of mourning.",
        "February 2023 – fourth monitoring visit. CANCELLED by Ofsted because of strikes in schools.",
        "2 March 2023: fifth monitoring visit. POSTPONED.",
        "The third monitoring visit was in May 2022. Cancelled on the day.",
        "A monitoring visit on 3 June 2022 was rearranged. It is now planned for autumn.",
        "A monitoring visit in May 2022 was rescheduled. It took place in July.",
        "The visit of 8 November 2022 was cancelled. The ceremony went ahead.",
    ],
)
def test_a_visit_called_off_is_none(days, line):
    assert not {"2022-09-20/2022-09-21", "2023-02", "2023-03-02", "2022-05", "2022-06-03", "2022-11-08"} & set(
        days(line)
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("8 and 9 November 2022 – third monitoring visit, rearranged. It went ahead.", "2022-11-08/2022-11-09"),
        ("8 and 9 November 2022 – third monitoring visit, rescheduled. This one took place.", "2022-11-08/2022-11-09"),
        ("8 and 9 November 2022: second monitoring visit. It went ahead.", "2022-11-08/2022-11-09"),
    ],
)
def test_a_visit_rearranged_that_went_ahead_is_one(days, line, day):
    assert days(line) == [day]


@pytest.mark.parametrize(
    "line",
    [
        "Beacon Hill's head, Joanna Strood, said the council had gone quiet after its own inspection in March 2022.",
        "The headteacher of Holy Trinity told us that its own inspection in March 2022 had been easier.",
        "The principal said her own inspection in March 2022 by Ofsted was fair.",
        "A registered manager said that their own inspection in March 2022 took a day.",
    ],
)
def test_an_inspection_of_the_speakers_own_is_none_of_the_councils(days, line):
    assert days(line) == []


def test_a_head_of_service_speaks_of_the_council(days):
    assert days("The head of service said that its own inspection by Ofsted in March 2022 was fair.") == ["2022-03"]
