"""Days of a council's own making and of one report among several; councils that "went first"; what leads in a table."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.fixture
def told(catalogue):
    def find(text, head="The Weekly Gazette\n\n22 November 2024\n\n"):
        found = read(hold_text("page.txt", (head + text + "\n").encode(), Sidecar()), catalogue).inspections
        return [
            (
                each.authorities[0].slug,
                each.inspected.edtf if each.inspected else None,
                each.published.edtf if each.published else None,
                len(each.judgements),
            )
            for each in found
        ]

    return find


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The last of the five reports came out on Monday. Ofsted made a focused visit to Kent on 14 May 2024.",
            ("kent", "2024-05-14", None, 0),
        ),
        (
            "Ofsted judged services for children in Oxfordshire good in May 2024. The report came out on 18 November.",
            ("oxfordshire", "2024-05", "2024-11-18", 0),
        ),
        (
            "Ofsted judged Rutland’s children’s services good in May 2024. The council came into being on 1 May 2009.",
            ("rutland", "2024-05", None, 0),
        ),
        (
            "Reading went first. Ofsted inspected children’s services in January 2024: they were judged good.",
            ("reading", "2024-01", None, 0),
        ),
    ],
)
def test_days_and_councils_are_those_that_are_told(told, text, found):
    assert told(text) == [found]


TABLE = "\n\n| Area | Grade |\n|---|---|\n| Inclusion | Strong standard |\n| Achievement | Needs attention |"


@pytest.mark.parametrize(
    ("led_in", "parts"),
    [
        ("Each area is placed on a five-point scale. This is how our service was graded:", 2),
        ("Each area is placed on a five-point scale. How we did:", 2),
        ("What the grades mean, on a five-point scale:", 0),
    ],
)
def test_a_table_led_in_by_what_was_graded_explains_no_scale(told, led_in, parts):
    text = (
        f"Bury Council’s adult learning service was inspected by Ofsted from 18 to 21 November 2025.\n\n{led_in}{TABLE}"
    )
    [(council, _, _, number)] = told(text, "Our report card\n\nPublished: 18 December 2025\n\n")
    assert (council, number) == ("bury", parts)


@pytest.mark.parametrize(
    "sentence",
    [
        "On 30 November 2006 the Commission for Social Care Inspection (CSCI) announced its star ratings.",
        "Star ratings were published by the Commission for Social Care Inspection (CSCI) on 30 November 2006.",
    ],
)
def test_the_day_of_star_ratings_is_none_of_another_inspectorates(catalogue, sentence):
    text = (
        "Bedfordshire County Council\n\n6 December 2006\n\nBedfordshire’s children’s services have been graded as good "
        f"by Ofsted.\n\n{sentence} It gave the council’s adult social care two stars.\n"
    )
    found = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    told = {i.service.slug: (i.overall.grade, {x.slug for x in i.inspectorates}, i.published) for i in found}
    assert told["childrens-services"] == ("good", {"ofsted"}, None)
    assert told["adult-social-care"][:2] == ("2-stars", {"csci"})
