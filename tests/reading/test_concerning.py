"""Which inspections the words of somebody are about: of none, where they are about others."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text
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


SECTIONS = """Two towns, two visits

20 December 2024

St Helens

Ofsted made a focused visit to St Helens on 6 and 7 March 2024, to look at care leavers in its children’s services.

Wirral

{}

“It is good news for us all,” said Jo Hill, chair of the Upton Parents’ Forum.
"""


@pytest.mark.parametrize(
    ("told", "days"),
    [
        (("Ofsted and the CQC were together on the peninsula in September 2024 and said in November that the "
          "Wirral partnership’s arrangements lead to inconsistent experiences and outcomes for children with SEND."),
         ["2024-09"]),
        ("Ofsted and the CQC inspected SEND services in Wirral in September 2024.", ["2024-09"]),
        ("The CQC assessed adult social care in Wirral in May 2024 and rated it good.", ["2024-05"]),
        ("Ofsted judged Wirral’s children’s services good in May 2023.", ["2023-05"]),
    ],
)  # fmt: skip
def test_words_below_a_heading_are_about_its_own_council(told, days, catalogue):
    reading = read(hold_text("page.txt", SECTIONS.format(told).encode(), Sidecar()), catalogue)
    day = {fact.key: fact.inspected.edtf for fact in reading.inspections if fact.inspected}
    (said,) = [each for each in reading.statements if each.kind == "comment"]
    assert [day[key] for key in said.about] == days


@pytest.mark.parametrize(
    ("before", "days"),
    [
        ("Ofsted judged Bolton Council’s children’s services good in May 2024.\n\n", []),
        ("Ofsted judged Bury Council’s children’s services good in May 2024.\n\n", ["2024-05"]),
    ],
)
def test_words_before_an_inspection_of_the_speaker_s_own_council_is_told_of_are_not_about_it(before, days, catalogue):
    text = (
        f"Two councils\n\n20 December 2024\n\nIt was a long year for inspectors.\n\n{before}“It was for milk,” said "
        "Ann Lee, leader of Bury Council.\n\nThe Care Quality Commission assessed adult social care in Bury in "
        "September 2024 and rated it good. Ofsted judged the children’s services of Rochdale good in June 2024.\n"
    )
    reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
    day = {fact.key: fact.inspected.edtf for fact in reading.inspections if fact.inspected}
    (said,) = [each for each in reading.statements if each.speaker == "Ann Lee"]
    assert [day[key] for key in said.about] == days
