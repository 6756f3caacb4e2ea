"""Which inspection a quotation is about, where a page tells of several."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

NEWS = (
    "The Anytown Echo\nHome | News | Sport\n\nInspectors call again\nBy Jo Writer, Local Democracy Reporter\n{day}\n\n"
)
SAYS = "Cllr Ann Lee, the cabinet member for children at Stockport Council, said: “We are where I thought we would be.”"


@pytest.fixture
def about(catalogue):
    def find(text, day="21 September 2023"):
        reading = read(hold_text("story.txt", (NEWS.format(day=day) + text).encode(), Sidecar()), catalogue)
        dated = {i.key: i.inspected.edtf if i.inspected else None for i in reading.inspections}
        return [[dated[key] for key in s.about] for s in reading.statements if s.in_quotation_marks]

    return find


def test_who_is_asked_speaks_of_the_newest_and_not_of_the_one_looked_back_to(about):
    text = (
        "Ofsted made a monitoring visit to Stockport Council’s children’s services on 8 and 9 August 2023.\n\n"
        "Ofsted had made another monitoring visit to Stockport in March 2023.\n\n"
        "Staff were kind.\n\nIt rained.\n\n" + SAYS
    )
    assert about(text) == [["2023-08-08/2023-08-09"]]


def test_the_inspection_of_the_paragraph_stays(about):
    text = (
        "Ofsted made a monitoring visit to Stockport Council’s children’s services on 8 and 9 August 2023.\n\n"
        "Ofsted had made another monitoring visit to Stockport in March 2023. " + SAYS
    )
    assert about(text) == [["2023-03"]]


def test_an_inspection_years_before_told_of_late_and_in_passing_is_not_spoken_of(about):
    lines = ("The report came out at last.", "It is long.", SAYS, "It has pages.", "It has more.", "It rained.")
    text = "\n\n".join(lines) + "\n\nOfsted inspected Stockport Council’s children’s services in May 2011."
    assert about(text) == [[]]


def test_an_old_inspection_is_spoken_of_on_a_page_that_begins_with_it(about):
    text = "Ofsted inspected Stockport Council’s children’s services in May 2011 and judged them good.\n\n" + SAYS
    assert about(text) == [["2011-05"]]
