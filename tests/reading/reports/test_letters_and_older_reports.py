"""Letters without a grade, the looked-after children report of 2013, and which reader takes what."""

from __future__ import annotations

import pytest

FOCUSED = [
    "22 June 2023",
    "Alex Example",
    "Director of Children’s Services",
    "Dear Alex Example",
    "Focused visit to Kent County Council children’s services",
    "This letter summarises the findings of the focused visit to Kent County Council children’s",
    "services on 17 and 18 May 2023. His Majesty’s Inspectors for this visit were two people.",
    "Inspectors looked at the local authority’s arrangements for care leavers.",
    "Headline findings",
    "Since the last inspection, when services were judged to be inadequate, they are good",
    "and leaders know what needs to improve. They are outstanding",
    "planners.",
    "Areas for priority action",
    "\bAnswer the telephone at night.",
    "What needs to improve in this area of social work practice?",
    "\bThe local offer.",
    "\bThe plans that are made",
    "with young people.",
    "Main findings",
    "Care leavers in this made-up letter are well known to their advisers.",
]
MONITORING = [
    "Dear Director",
    "Monitoring visit of Norfolk children’s services",
    "This letter summarises the findings of the monitoring visit to Norfolk children’s services on 5 and 6 July 2016.",
    "The visit was the second since the authority was judged inadequate in October 2015.",
    "8 August 2016",
]
SEND = [
    "3 July 2019",
    "Dear Director",
    "Joint area SEND revisit in Surrey",
    "Between 20 May 2019 and 22 May 2019, Ofsted and the Care Quality Commission (CQC) revisited the",
    "area to decide whether it has made sufficient progress on the weaknesses found before.",
]
LOOKED_AFTER = [
    [
        "Inspection of looked after children",
        "services",
        "Kent County Council",
        "Inspection dates: 15 – 19 July 2013",
        "Published: 23 August 2013",
    ],
    [
        "3. All judgements are made using the following scale.",
        "Outstanding (Grade 1) far above the least that is asked",
        "Overall effectiveness of services for looked",
        "after children and young people",
        "Grade 3 (Adequate)",
        "4. It is adequate in this made-up report.",
        "Capacity to improve",
        "Grade 2 (Good)",
        "Areas for improvement",
        "5. The authority should:",
        "Immediately:",
        "\banswer letters",
        "\bkeep promises.",
        "Quality of provision",
        "Grade 3 (Adequate)",
    ],
    [
        "Record of main findings",
        "Services for looked after children",
        "Overall effectiveness Adequate",
        "Capacity to improve Good",
        "Outcomes for looked after children and",
        "young people",
        "Adequate",
        "Quality of provision Adequate",
        "Leadership and management Good",
    ],
]


def test_a_focused_visit_has_days_a_topic_and_no_grade(read):
    reading = read(FOCUSED, name="focused visit - 22 june 2023.pdf")
    visit = reading.inspections[0]
    assert (visit.kind, visit.overall, visit.judgements) == ("focused-visit", None, ())
    assert visit.overall_absent == "ungraded by design"
    assert visit.inspected.edtf == "2023-05-17/2023-05-18"
    assert (reading.published.edtf, reading.published.note) == ("2023-06-22", "the date of the letter")
    assert visit.published.basis == "derived"
    assert [name.slug for name in visit.authorities] == ["kent"]
    assert "care leavers" in visit.notes[0]
    assert [(s.stance, " ".join(s.words.of(reading.held.text)[0].split())) for s in reading.statements] == [
        ("priority", "Answer the telephone at night."),
        ("improve", "The local offer."),
        ("improve", "The plans that are made with young people."),
    ]


def test_a_monitoring_visit_does_not_take_the_grade_it_recalls(read):
    visit = read(MONITORING).inspections[0]
    assert (visit.kind, visit.overall, visit.judgements) == ("monitoring-visit", None, ())
    assert visit.inspected.edtf == "2016-07-05/2016-07-06"
    assert [name.slug for name in visit.authorities] == ["norfolk"]


def test_a_send_revisit_is_ungraded(read):
    visit = read(SEND).inspections[0]
    assert (visit.kind, visit.overall_absent) == ("revisit", "ungraded by design")
    assert visit.inspected.edtf == "2019-05-20/2019-05-22"
    assert [name.slug for name in visit.authorities] == ["surrey"]
    assert {name.slug for name in visit.inspectorates} == {"ofsted", "cqc"}


def test_a_send_revisit_says_of_each_weakness_whether_progress_is_sufficient(read):
    found = [
        "The area has made sufficient progress in addressing one of the two weaknesses found before.",
        "Main findings",
        "The first inspection found that:",
        "\bfamilies waited too long for a plan",
        "The area has made sufficient progress to improve this.",
        "The first inspection found that:",
        "\bnobody counted the families who",
        "waited",
        "Leaders have not made sufficient progress in addressing this weakness.",
    ]
    visit = read([*SEND, *found]).inspections[0]
    assert [(j.aspect, j.grade.scale, j.grade.grade) for j in visit.judgements] == [
        ("families waited too long for a plan", "send-revisit-progress", "sufficient"),
        ("nobody counted the families who waited", "send-revisit-progress", "not-sufficient"),
    ]
    assert visit.overall is None
    assert visit.outcome is not None


def test_a_send_letter_has_strengths_areas_for_development_and_an_outcome(read):
    letter = [
        "8 March 2017",
        "Dear Director",
        "Joint local area SEND inspection in Surrey",
        "From 5 to 9 December 2016, Ofsted and the Care Quality Commission (CQC) inspected the local area.",
        "A Written Statement of Action is required because of the weaknesses named below.",
        "Main findings",
        "Strengths",
        "\bSchools write good plans.",
        "Areas for development",
        "\bPlans come late.",
        "\bNobody reads them.",
        "The effectiveness of the local area in naming needs",
        "Yours sincerely",
    ]
    reading = read(letter)
    visit = reading.inspections[0]
    assert (visit.kind, visit.overall, visit.judgements) == ("full", None, ())
    assert visit.inspected.edtf == "2016-12-05/2016-12-09"
    assert visit.outcome.of(reading.held.text)[0].startswith("A Written Statement of Action is required")
    assert [statement.stance for statement in reading.statements] == ["strength", "improve", "improve"]


def test_looked_after_children_2013_is_on_the_scale_with_adequate(read):
    reading = read(*LOOKED_AFTER)
    inspection = reading.inspections[0]
    assert (inspection.overall.scale, inspection.overall.grade) == ("ofsted-four-point-adequate", "adequate")
    assert {j.aspect_slug: j.grade.grade for j in inspection.judgements} == {
        "capacity-to-improve": "good",
        "outcomes": "adequate",
        "quality-of-provision": "adequate",
        "leadership-and-management": "good",
    }
    assert (inspection.published.edtf, inspection.published.basis) == ("2013-08-23", "stated")
    assert len(reading.statements) == 2


def test_a_heading_and_the_record_of_findings_that_differ_are_none(read):
    pages = [list(page) for page in LOOKED_AFTER]
    pages[1][7] = "Grade 4 (Inadequate)"
    reading = read(*pages)
    assert "capacity-to-improve" not in {j.aspect_slug for j in reading.inspections[0].judgements}
    assert "two-grades" in [warned.code for warned in reading.warnings]


@pytest.mark.parametrize(
    "page",
    [
        ["A menu of the canteen", "Soup of the day is good", "Inspection dates are on the tin"],
        [
            "Minutes of the council",
            "Members noted the impact of leaders on social work practice and an inspection of Kent.",
        ],
        [
            "Our plan after the inspection of Kent children’s services",
            "Inspection dates: 4 to 8 March 2024",
            "The impact of leaders on social work practice with children and families Outstanding",
            "Overall effectiveness Outstanding",
            "These are the grades that the council hopes for.",
        ],
        ["Dear Sir", "This letter is about a focused visit to a museum, and is not a report of anything."],
    ],
)
def test_what_is_no_report_is_recognised_by_no_reader(recognised, page):
    assert recognised(page) == []


def test_each_kind_is_recognised_by_one_reader_alone(recognised):
    ilacs = [
        "Inspection of Kent local authority children’s services",
        "Inspection dates: 4 to 8 March 2024",
        "Lead inspector: Pat Example",
        "The impact of leaders on social work practice with children and families Good",
        "After the last inspection of services for children in need of help and protection, children looked after",
        "and care leavers and",
        "a focused visit to Kent children’s services, an Area SEND inspection of Kent followed.",
    ]
    assert recognised(ilacs) == ["report_ilacs"]
    assert recognised(FOCUSED) == ["letter_focused_visit"]
    assert recognised(MONITORING) == ["letter_monitoring_visit"]
    assert recognised(SEND) == ["letter_send_2016"]
    assert recognised(*LOOKED_AFTER) == ["report_looked_after_2013"]
