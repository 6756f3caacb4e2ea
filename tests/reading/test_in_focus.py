"""Which inspection the words before a quotation speak of, where a page tells of several."""

import pytest

from tests.reading.spoken_of import JUDGED, SAYS, about


def test_who_is_asked_speaks_of_the_newest_and_not_of_the_one_looked_back_to(catalogue):
    text = (
        "Ofsted made a monitoring visit to Stockport Council’s children’s services on 8 and 9 August 2023.\n\n"
        "Ofsted had made another monitoring visit to Stockport in March 2023.\n\n"
        "Staff were kind.\n\nIt rained.\n\n" + SAYS
    )
    assert about(text, catalogue) == [["2023-08-08/2023-08-09"]]


def test_the_inspection_of_the_paragraph_stays(catalogue):
    text = (
        "Ofsted made a monitoring visit to Stockport Council’s children’s services on 8 and 9 August 2023.\n\n"
        "Ofsted had made another monitoring visit to Stockport in March 2023. " + SAYS
    )
    assert about(text, catalogue) == [["2023-03"]]


@pytest.mark.parametrize(
    "looked_back_to",
    [
        "Ofsted had judged them inadequate in June 2018.",
        "At the inspection before, in June 2018, Ofsted judged the council’s children’s services inadequate.",
        "Under the old framework the council’s children’s services were judged good by Ofsted in June 2015.",
    ],
)
def test_a_speaker_below_a_paragraph_that_looks_back_speaks_of_the_newest(looked_back_to, catalogue):
    assert about(JUDGED + looked_back_to + "\n\n" + SAYS, catalogue) == [["2022-05"]]


def test_what_a_page_begins_with_gives_way_to_the_newer_inspection_told_of(catalogue):
    text = (
        "Stockport Council’s children’s services were judged inadequate by Ofsted in July 2019.\n\n"
        "Ofsted inspected the council’s children’s services from 5 to 16 June 2023 and rated them good.\n\n" + SAYS
    )
    assert about(text, catalogue) == [["2023-06-05/2023-06-16"]]
