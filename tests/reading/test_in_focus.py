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


SHARED = (
    "The Mersey Youth Justice Service is shared by Stockport Council and Tameside Council. HM Inspectorate of "
    "Probation inspected it from 4 to 8 November 2022 and rated it good.\n\n"
)
FOCUSED = "Ofsted made a focused visit to Stockport Council’s children’s services on 21 and 22 March 2023.\n\n"


@pytest.mark.parametrize(
    ("heading", "day"),
    [("Stockport, a second time\n\n", "2023-03-21/2023-03-22"), ("Stockport\n\n", "2023-03-21/2023-03-22")],
)
def test_below_the_name_of_a_council_its_own_inspection_is_spoken_of(heading, day, catalogue):
    assert about(SHARED + heading + FOCUSED + SAYS, catalogue) == [[day]]


@pytest.mark.parametrize(
    ("role", "day"),
    [("head of youth justice", "2022-11-04/2022-11-08"), ("youth offending manager", "2022-11-04/2022-11-08")],
)
def test_who_runs_youth_justice_speaks_of_it(role, day, catalogue):
    youth = "HM Inspectorate of Probation inspected Stockport’s youth justice service from 4 to 8 November 2022."
    says = f"“We stop well,” said Ann Lee, {role} at Stockport Council."
    assert about(f"{JUDGED}{youth}\n\nIt rained.\n\n{says}", catalogue) == [[day]]


def test_who_holds_the_childrens_portfolio_may_speak_of_youth_justice(catalogue):
    youth = "HM Inspectorate of Probation inspected Stockport’s youth justice service from 4 to 8 November 2022."
    looked_back = "Stockport’s children’s services were judged good by Ofsted in May 2019."
    assert about(f"{youth}\n\n{looked_back}\n\n{SAYS}", catalogue) == [["2022-11-04/2022-11-08"]]
