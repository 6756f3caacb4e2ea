"""On a page divided among several inspections words are about none that only another part tells of."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text
from tests.reading.spoken_of import JUDGED, SAYS, about


def spoken_of(text, catalogue):
    reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
    named = {
        i.key: (i.service.slug if i.service else None, [a.slug for a in i.authorities]) for i in reading.inspections
    }
    return [[named[key] for key in s.about] for s in reading.statements if s.in_quotation_marks]


MINUTES = """STOCKPORT COUNCIL

Minutes of the Scrutiny Panel held on Wednesday 12 March 2025

Present: Cllr Ann Lee (Chair), Cllr Tom Ford

1. Apologies

The panel noted that Cllr Kay had sent apologies.

2. Outcome of the Ofsted inspection of children's services

Ofsted had inspected the Council's children's services from 11 to 22 November 2024 and judged them good.

{}

3. Care Quality Commission assessment of adult social care

The Care Quality Commission had published its assessment of the Council's adult social care on 28 February 2025
and rated it Requires improvement.

{}

4. Forward look

{}
"""
FORD = "Cllr Tom Ford said: “We were where I thought we would be, and no further on than that.”"


@pytest.mark.parametrize(
    ("items", "service"),
    [((FORD, "", ""), "childrens-services"), (("", FORD, ""), "adult-social-care")],
)
def test_words_in_an_item_of_minutes_are_about_what_the_item_tells_of(items, service, catalogue):
    assert spoken_of(MINUTES.format(*items), catalogue) == [[(service, ["stockport"])]]


def test_words_in_an_item_that_tells_of_no_inspection_are_about_none(catalogue):
    assert spoken_of(MINUTES.format("", "", FORD), catalogue) == [[]]


ROUND_UP = """The Northern Ledger
16 November 2019

What the inspectors said

There is a moment that nobody forgets. {}

Stockport

Ofsted inspected Stockport's children's services from 12 to 23 June 2019 and judged them good.

{}

Bury

Ofsted inspected Bury's children's services in March 2019 and judged them inadequate.

{}

What nobody will say

{}
"""
NURSE = "“You learn to wait for it, and then you wait some more,” said Jo Hill, a foster carer."


@pytest.mark.parametrize(
    ("parts", "councils"),
    [
        (("", NURSE, "", ""), ["stockport"]),
        (("", "", NURSE, ""), ["bury"]),
        ((NURSE, "", "", ""), None),
        (("", "", "", NURSE), None),
    ],
)
def test_words_of_a_round_up_are_about_the_town_whose_part_they_stand_in(parts, councils, catalogue):
    wanted = [("childrens-services", councils)] if councils else []
    assert spoken_of(ROUND_UP.format(*parts), catalogue) == [wanted]


@pytest.mark.parametrize("heading", ["What happens next", "Reaction", "“A good start”", "4 October 2023"])
def test_a_part_of_a_page_about_one_inspection_goes_on_about_it(heading, catalogue):
    assert about(JUDGED + heading + "\n\n" + SAYS, catalogue) == [["2022-05"]]


def test_a_page_that_begins_with_an_inspection_goes_on_about_it_behind_others(catalogue):
    text = (
        JUDGED + "Earlier visits\n\nOfsted made a monitoring visit to Stockport in March 2020.\n\n"
        "The CQC rated adult social care in Stockport good in May 2021.\n\nReaction\n\n" + SAYS
    )
    assert about(text, catalogue) == [["2022-05"]]


@pytest.mark.parametrize(
    "unread",
    [
        "The inspectors who came on 7 and 8 February 2023 wrote a letter of a page.",
        "A letter of 4 March 2023 followed a visit that nobody had looked for.",
    ],
)
def test_words_behind_a_newer_visit_that_could_not_be_read_are_not_about_the_older(unread, catalogue):
    assert ["2022-05"] not in about(JUDGED + unread + "\n\n" + SAYS, catalogue)


@pytest.mark.parametrize(
    "looked_back_to",
    [
        "A year before Ofsted had judged the council’s children’s services inadequate.",
        "At their last inspection, in May 2017, the council’s children’s services had been judged inadequate.",
    ],
)
def test_a_paragraph_that_ends_by_looking_back_leaves_the_words_below_it_to_the_newer(looked_back_to, catalogue):
    text = (
        JUDGED.rstrip()
        + " "
        + looked_back_to
        + "\n\n“It is a fair report,” said Cllr Ann Lee, who leads Stockport Council."
    )
    assert about(text, catalogue) == [["2022-05"]]


def test_somebody_of_a_school_told_of_in_passing_speaks_of_no_inspection_of_the_council(catalogue):
    text = (
        JUDGED
        + "Elm Primary School has been judged outstanding: its head, Jo Hill, says it is “all down to the cooks here”."
    )
    assert about(text, catalogue) == [[]]
