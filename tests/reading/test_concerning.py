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


JUDGED = "Ofsted inspected Stockport Council’s children’s services in May 2022 and judged them good.\n\n"


@pytest.mark.parametrize(
    "looked_back_to",
    [
        "Ofsted had judged them inadequate in June 2018.",
        "At the inspection before, in June 2018, Ofsted judged the council’s children’s services inadequate.",
        "Under the old framework the council’s children’s services were judged good by Ofsted in June 2015.",
    ],
)
def test_a_speaker_below_a_paragraph_that_looks_back_speaks_of_the_newest(about, looked_back_to):
    assert about(JUDGED + looked_back_to + "\n\n" + SAYS) == [["2022-05"]]


def test_what_a_page_begins_with_gives_way_to_the_newer_inspection_told_of(about):
    text = (
        "Stockport Council’s children’s services were judged inadequate by Ofsted in July 2019.\n\n"
        "Ofsted inspected the council’s children’s services from 5 to 16 June 2023 and rated them good.\n\n" + SAYS
    )
    assert about(text) == [["2023-06-05/2023-06-16"]]


@pytest.mark.parametrize(
    "elsewhere",
    [
        "Over in Salford they are still waiting. “Nobody came,” one mother told us.",
        "In Bury a visit was called off. A father wrote to us: “We tidied up, and nobody came.”",
    ],
)
def test_words_of_another_council_told_of_beside_are_not_about_this_one(about, elsewhere):
    assert about(JUDGED + elsewhere) == [[]]


def test_words_told_in_the_council_s_own_paragraph_stay_about_it(about):
    text = JUDGED + "Unlike Salford, Stockport was judged good by Ofsted in May 2022. “They came,” one mother told us."
    assert about(text) == [["2022-05"]]


def test_words_about_a_visit_that_was_not_made_are_about_no_older_one(about):
    text = (
        "A focused visit to Stockport Council by Ofsted that was planned for 18 September 2023 has been cancelled.\n\n"
        "Ofsted judged the council’s children’s services good in May 2021.\n\n" + SAYS
    )
    assert about(text) == [[]]


def test_who_speaks_of_stars_speaks_of_the_rating_in_stars(about):
    text = (
        "The Commission for Social Care Inspection gave Stockport Council’s adult social care two stars in 2006.\n\n"
        "Ofsted judged the council’s children’s services good in an inspection in May 2006.\n\n"
        "Cllr Ann Lee, a cabinet member at Stockport Council, said: “Two stars is not three, as we all know.”"
    )
    assert about(text, "30 November 2006") == [["2006"]]
