"""Items of minutes: whose heading names a framework, whose table is of another service, and who was in the room."""

import pytest

TABLE = """| Judgement | Grade |
| --- | --- |
| Impact of leaders on social work practice with children and families | Good |
| The experiences and progress of children who need help and protection | Good |
| The experiences and progress of children in care | Outstanding |
| Overall effectiveness | Good |
"""
HEAD = "WOKINGHAM BOROUGH COUNCIL\nMinutes of the Improvement Board\nTuesday 14 October 2025\n"
YOUTH = (
    "2. Youth justice\n\nHM Inspectorate of Probation inspected the youth justice service in June 2025 and "
    "rated it Good.\n"
)


@pytest.mark.parametrize(
    "heading",
    ["ILACS: outcome", "Ofsted ILACS inspection", "The single inspection framework", "Inspection (ILACS), July 2025"],
)
def test_a_heading_that_names_a_framework_says_which_service_its_section_is_of(told, heading):
    text = f"{HEAD}\n1. {heading}\n\nThe inspection ran from 14 to 25 July 2025.\n\n{YOUTH}"
    assert ("wokingham", "childrens-services", "2025-07-14/2025-07-25", "", "") in told(text)


@pytest.mark.parametrize(
    "officers",
    [
        "Ann Lee, Youth Justice Manager",
        "Ann Lee (Youth Justice Team Manager)",
        "Ann Lee, Youth Justice Service Manager; Tom Dale, Adult Learning Officer",
        "Ann Lee, adult learning co-ordinator",
        "Ann Lee, Adult Social Care Commissioner",
        "Ann Lee, Youth Justice Lead",
    ],
)
def test_the_office_of_somebody_in_the_room_is_not_what_minutes_are_about(told, officers):
    item = f"1. ILACS\n\nThe inspection had run from 14 to 25 July 2025.\n\n{TABLE}"
    text = f"{HEAD}Officers: {officers}\n\n{item}\n2. Close\n\nAt 8pm."
    assert told(text) == [("wokingham", "childrens-services", "2025-07-14/2025-07-25", "", "good")]


def test_a_service_that_leads_is_no_office(told):
    text = "Kent County Council\n\nAdult learning leads the way: Ofsted inspected it in May 2019 and judged it good.\n"
    assert told(text) == [("kent", "adult-learning", "2019-05", "", "good")]


def test_the_parts_of_one_service_are_not_those_of_another(page):
    reading = page(f"{HEAD}\n{YOUTH}\n3. Judgements\n\n{TABLE}")
    assert [fact.service.slug for fact in reading.inspections] == ["youth-justice"]
    assert reading.inspections[0].judgements == ()
    assert any("of another service" in warned.message for warned in reading.warnings)


def test_the_parts_of_its_own_service_are_kept(page):
    text = f"{HEAD}\n1. ILACS\n\nThe inspection ran from 14 to 25 July 2025.\n\n3. Judgements\n\n{TABLE}"
    (fact,) = page(text).inspections
    assert [part.grade.grade for part in fact.judgements] == ["good", "good", "outstanding"]


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday 14 October 2025",
        "Tuesday 14 October 2025, 6.00pm to 7.40pm (hybrid meeting)",
        "Tuesday 14 October 2025 at 7:00 pm, Shute End (draft, subject to approval)",
    ],
)
def test_the_day_of_a_meeting_is_not_that_of_its_minutes(page, line):
    assert page(f"WOKINGHAM BOROUGH COUNCIL\nMinutes of the Improvement Board\n{line}\n\n{YOUTH}").published is None


@pytest.mark.parametrize(
    "line",
    [
        "Minutes - published Monday 2 June 2025",
        "Minutes: published 2 June 2025",
        "Minutes (published 2 June 2025)",
        "Minutes published 2 June 2025",
    ],
)
def test_minutes_that_say_so_were_published_then(page, line):
    text = f"WOKINGHAM BOROUGH COUNCIL\n{line}\n\nMinutes of the Improvement Board held on 20 May 2025\n\n{YOUTH}"
    assert page(text).published.edtf == "2025-06-02"


def test_a_short_item_is_a_heading_as_its_neighbours_are(told):
    text = (
        f"{HEAD}\n4. Youth Justice\nHM Inspectorate of Probation inspected it in June 2025 and rated it Good.\n\n"
        "5. SEND\nOfsted and the Care Quality Commission came from 4 to 8 March 2024.\n\n"
        "6. Next meeting\n9 December 2025.\n"
    )
    assert ("wokingham", "area-send", "2024-03-04/2024-03-08", "", "") in told(text)
