"""Days in a box of key facts, visits of those who assess, and what says which council and year a page is of."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

BOX = "Enfield Council: adult learning\n\nPage updated 3 March 2024\n\nKey facts\n\nWho inspected us: Ofsted\n"
GRADES = "Overall effectiveness: Good\nQuality of education: Good\nApprenticeships: Requires improvement\n"


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return [
            (
                i.authorities[0].slug,
                i.service.slug,
                i.inspected and i.inspected.edtf,
                i.published and i.published.edtf,
                i.overall and i.overall.grade,
            )
            for i in reading.inspections
        ]

    return find


@pytest.mark.parametrize(
    ("days", "inspected", "published"),
    [
        ("When: 14 to 17 November 2023\nReport published: 12 January 2024\n", "2023-11-14/2023-11-17", "2024-01-12"),
        ("Inspection dates: 14 November 2023\nPublished: 12 January 2024\n", "2023-11-14", "2024-01-12"),
        ("Inspected: November 2023\n", "2023-11", None),
        ("Inspection dates: 14 to 17 November 2023\nInspection dates: 5 May 2019\n", None, None),
        ("Next inspection: by November 2026\n", None, None),
        ("Meeting: 14 November 2023\n", None, None),
    ],
)
def test_the_days_stand_among_the_lines(days, inspected, published, told):
    assert told(BOX + days + GRADES) == [("enfield", "adult-learning", inspected, published, "good")]


def test_a_rating_beside_the_day_of_an_assessment_is_the_assessment_s(told):
    box = "Assessed: November 2024\nPublished: 14 February 2025\nRating: Good\nScore: 71 per cent\n"
    head = "Adult social care in Solihull\nCQC assessment at a glance\n\nCouncil: Solihull Council\n"
    assert told(head + box) == [("solihull", "adult-social-care", "2024-11", "2025-02-14", "good")]
    head = "Adult social care in Solihull\nOur own view before the CQC assessment\n\nCouncil: Solihull Council\n"
    assert told(f"{head}Rating: Good\n") == []


@pytest.mark.parametrize(
    ("sentence", "inspected"),
    [
        ("The CQC carried out its assessment in September 2024.", "2024-09"),
        ("The CQC assessed us from 10 to 12 September 2024.", "2024-09-10/2024-09-12"),
        ("The assessment team had been in the county in September 2024.", "2024-09"),
        ("The on-site part of this assessment took place in September 2024.", "2024-09"),
        ("The assessment team was in good spirits in September 2024.", None),
        ("The council carried out its own assessment in September 2024.", None),
        ("Staff assessed themselves in September 2024.", None),
    ],
)
def test_those_who_assess_were_there(sentence, inspected, told):
    text = (
        "Cornwall Council\n\n13 March 2025\n\nThe Care Quality Commission (CQC) has rated Cornwall Council’s adult "
        f"social care as Good in a report published on 3 March 2025. {sentence}"
    )
    assert told(text) == [("cornwall", "adult-social-care", inspected, "2025-03-03", "good")]


def test_a_debate_is_dated_by_its_meeting(told):
    text = (
        "Meeting of Kent County Council, Thursday 26 September 2019\nThe Council Chamber\nThe meeting began at 10.30 am"
        "\n\nOfsted inspected the county’s children’s services from 24 June to 5 July this year and judged them "
        "inadequate."
    )
    assert told(text) == [("kent", "childrens-services", "2019-06-24/2019-07-05", None, "inadequate")]


@pytest.mark.parametrize(
    ("begins", "councils"),
    [("Reading was the biggest job.", ["reading"]), ("Reading was the biggest pleasure of all.", [])],
)
def test_a_council_named_by_its_job(begins, councils, told):
    text = (
        f"The Courier\n\nFriday 6 June 2025\n\n{begins} Ofsted spent a fortnight in the borough, from 10 to 21 "
        "March 2025, and its report on children’s services, published on 13 May, judged them good overall."
    )
    assert [council for council, *_ in told(text)] == councils
