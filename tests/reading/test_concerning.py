"""Which inspections the words of somebody are about: of none, where they are about others."""

import pytest

from tests.reading.spoken_of import JUDGED, SAYS, about


def test_an_inspection_years_before_told_of_late_and_in_passing_is_not_spoken_of(catalogue):
    lines = ("The report came out at last.", "It is long.", SAYS, "It has pages.", "It has more.", "It rained.")
    text = "\n\n".join(lines) + "\n\nOfsted inspected Stockport Council’s children’s services in May 2011."
    assert about(text, catalogue) == [[]]


def test_an_old_inspection_is_spoken_of_on_a_page_that_begins_with_it(catalogue):
    text = "Ofsted inspected Stockport Council’s children’s services in May 2011 and judged them good.\n\n" + SAYS
    assert about(text, catalogue) == [["2011-05"]]


@pytest.mark.parametrize(
    "elsewhere",
    [
        "Over in Salford they are still waiting. “Nobody came,” one mother told us.",
        "In Bury a visit was called off. A father wrote to us: “We tidied up, and nobody came.”",
    ],
)
def test_words_of_another_council_told_of_beside_are_not_about_this_one(elsewhere, catalogue):
    assert about(JUDGED + elsewhere, catalogue) == [[]]


def test_words_told_in_the_council_s_own_paragraph_stay_about_it(catalogue):
    text = JUDGED + "Unlike Salford, Stockport was judged good by Ofsted in May 2022. “They came,” one mother told us."
    assert about(text, catalogue) == [["2022-05"]]


def test_words_about_a_visit_that_was_not_made_are_about_no_older_one(catalogue):
    text = (
        "A focused visit to Stockport Council by Ofsted that was planned for 18 September 2023 has been cancelled.\n\n"
        "Ofsted judged the council’s children’s services good in May 2021.\n\n" + SAYS
    )
    assert about(text, catalogue) == [[]]


def test_who_speaks_of_stars_speaks_of_the_rating_in_stars(catalogue):
    text = (
        "The Commission for Social Care Inspection gave Stockport Council’s adult social care two stars in 2006.\n\n"
        "Ofsted judged the council’s children’s services good in an inspection in May 2006.\n\n"
        "Cllr Ann Lee, a cabinet member at Stockport Council, said: “Two stars is not three, as we all know.”"
    )
    assert about(text, catalogue, "30 November 2006") == [["2006"]]
