"""Parts of a page that turn to another council, visits that were called off, and days of a talk or of a report."""

import pytest

LEEDS = """Northern Review, 30 July 2026

Ofsted inspected children's services in Leeds from 11 to 22 May 2026. Help and protection in Leeds was judged good.

Leeds has had many inspectors, and Leeds will have more.

FURTHER UP THE ROAD

{}
"""
TOWN = "Wigan Council\n\nPosted on 3 June 2019\n\nOfsted rated adult learning at Wigan Council good in May 2016.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        (
            "Adult learning is the pride of Northumberland County Council. The service was last inspected in "
            "March 2020 and was graded good."
        ),
        "Northumberland has had one too. It has a report card for adult learning. There is no grade on the report.",
        (
            "Durham has a newer thing. Its adult learning service was visited in June and has a report card.\n\n"
            "The card has the following:\n\nInclusion – strong standard\nAchievement – expected standard\n"
            "Leadership and governance – needs attention"
        ),
    ],
)
def test_a_service_that_only_the_other_council_has_is_not_given_to_the_one_before(words, told):
    assert [fact[:2] for fact in told(LEEDS.format(words)) if fact[0] == "leeds"] == [("leeds", "childrens-services")]


@pytest.mark.parametrize(
    ("words", "services"),
    [
        (
            (
                "Adult learning is the pride of Wigan Council.\n\nWigan is near. The service was last inspected "
                "in March 2020 and was graded good."
            ),
            ["adult-learning"],
        ),
        (
            "Wigan Council has an adult learning service. The service was inspected in March 2020 and judged good.",
            ["adult-learning"],
        ),
        (
            (
                "Wigan Council's adult learning is in a mill.\n\nYou may know Wigan Council. The council was last "
                "inspected in March 2020 and was graded good."
            ),
            [],
        ),
        (
            (
                "Wigan Council's adult learning is here, and its adult social care there.\n\nYou may know Wigan "
                "Council. The service was last inspected in March 2020 and was graded good."
            ),
            [],
        ),
        (
            "Wigan Council has had inspectors. It was last inspected in March 2020 and was judged good.",
            ["childrens-services"],
        ),
    ],
)
def test_the_service_of_a_part_about_another_council_is_the_one_told_of_there(words, services, told):
    assert [fact[1] for fact in told(LEEDS.format(words)) if fact[0] != "leeds"] == services


@pytest.mark.parametrize(
    "words",
    [
        "On 10 May 2019 Ofsted rang to cancel the visit to children's services, as the lead inspector was ill.",
        "Ofsted telephoned on 10 May 2019 to postpone its inspection of children's services.",
        "A call on 10 May 2019 put off: Ofsted was putting off its visit to children's services.",
        "On 10 May 2019 Ofsted wrote to call off the focused visit to children's services.",
        "Ofsted had to abandon its inspection of children's services on 10 May 2019.",
    ],
)
def test_a_visit_that_somebody_calls_off_is_none(words, told):
    assert [fact[1] for fact in told(TOWN + words)] == ["adult-learning"]


@pytest.mark.parametrize(
    "words",
    [
        "Staff had to cancel their leave: Ofsted inspected children's services on 10 May 2019.",
        "The council is cancelling a fair. Ofsted inspected children's services on 10 May 2019.",
        "Ofsted inspected children's services on 10 May 2019 and was abandoning an old handbook as it did so.",
    ],
)
def test_a_visit_stands_where_something_else_is_called_off(words, told):
    assert ("wigan", "childrens-services", "2019-05-10") in [fact[:3] for fact in told(TOWN + words)]


@pytest.mark.parametrize(
    "words",
    [
        "I am grateful for your time on our visit to children's services on 10 May 2019 to discuss it.",
        "Ofsted visited children's services on 10 May 2019 to talk through the findings.",
        "Ofsted came to children's services on 10 May 2019 to go over the draft report.",
        "Inspectors visited children's services on 10 May 2019 to discuss the arrangements.",
    ],
)
def test_a_talk_about_findings_is_not_the_day_of_the_inspection(words, told):
    assert "2019-05-10" not in [fact[2] for fact in told(TOWN + words)]


@pytest.mark.parametrize(
    "words",
    [
        "Ofsted visited children's services on 10 May 2019 to discuss cases with social workers.",
        "Ofsted inspected children's services on 10 May 2019 to look at the front door.",
        "Ofsted visited children's services on 10 May 2019 to talk to care leavers.",
    ],
)
def test_inspectors_who_talk_with_those_they_inspect_came_on_that_day(words, told):
    assert "2019-05-10" in [fact[2] for fact in told(TOWN + words)]


@pytest.mark.parametrize(
    ("words", "visited", "published"),
    [
        (
            "Ofsted was in children's services from 1 to 5 April 2019, and then the report on 14 May 2019.",
            "2019-04-01/2019-04-05",
            "2019-05-14",
        ),
        (
            "Ofsted inspected children's services on 2 April 2019, with the letter on 14 May 2019.",
            "2019-04-02",
            "2019-05-14",
        ),
        (
            "Ofsted inspected children's services from 1 to 5 April 2019, and its report on 14 May 2019 was short.",
            "2019-04-01/2019-04-05",
            "2019-05-14",
        ),
    ],
)
def test_the_report_behind_the_visit_has_a_day_of_its_own(words, visited, published, told):
    found = [fact[2:4] for fact in told(TOWN + words) if fact[1] == "childrens-services"]
    assert found == [(visited, published)]


def test_homes_have_another_inspectorate_than_the_letter(page):
    text = (
        "www.ofsted.gov.uk\n\n26 November 2007\n\nMs Ann Lee\nDirector of Children's Services\nWigan Council\n"
        "Town Hall\nWigan\n\nDear Ms Lee\n\n"
        "2007 ANNUAL PERFORMANCE ASSESSMENT OF SERVICES FOR CHILDREN AND YOUNG PEOPLE IN WIGAN COUNCIL\n\n"
        "This letter summarises the findings of the 2007 annual performance assessment (APA) for your council. "
        "The evaluations draw on a range of data.\n\nOverall effectiveness of children's services: Grade 3\n\n"
        "Wigan Council delivers services above minimum requirements.\n\nBeing healthy: Grade 3\n\n"
        "Staying safe: Grade 2\n\nOf the four children's homes, two were judged good by the Commission for Social "
        "Care Inspection.\n\nYours sincerely\n\nTom Hill\nDivisional Manager\nOfsted\n"
    )
    assert [[b.slug for b in fact.inspectorates] for fact in page(text).inspections] == [["ofsted"]]


FOR_ANOTHER_SERVICE = [
    (
        "In Bath and North East Somerset the visit lasted two days. It was a focused visit by Ofsted.",
        "childrens-services",
    ),
    ("In Bath and North East Somerset the visit lasted two days. This was a focused visit.", "childrens-services"),
    (
        "In Bath and North East Somerset the visit lasted a week. It was a joint targeted area inspection.",
        "multi-agency-response",
    ),
    ("In Bath and North East Somerset the visit lasted two days. This was a monitoring visit.", None),
]


@pytest.mark.parametrize(("words", "service"), FOR_ANOTHER_SERVICE)
def test_a_visit_said_to_be_of_a_kind_is_not_of_a_service_that_has_no_such_visits(words, service, told):
    before = "HM Inspectorate of Probation inspected youth justice in Cornwall in March 2025 and rated it good.\n\n"
    found = told(
        "Western Packet\n\n17 October 2025\n\n" + before + words.replace("days.", "days, 16 and 17 September 2025.")
    )
    assert [fact[1] for fact in found if fact[0] != "cornwall"] == ([service] if service else [])
    assert [fact[1] for fact in found if fact[0] == "cornwall"] == ["youth-justice"]


def test_a_service_of_its_own_stays_where_it_has_such_visits(told):
    found = told(TOWN + "The visit of 16 and 17 May 2018 to adult learning was short. This was a monitoring visit.")
    assert {fact[1] for fact in found} == {"adult-learning"}
