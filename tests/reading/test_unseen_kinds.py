"""Kinds of page and of wording that were met in an afternoon's laboratory, each with what it must not tell."""

import pytest


@pytest.fixture
def told(page):
    def find(text):
        return [
            (
                "+".join(a.slug for a in i.authorities),
                i.kind,
                i.inspected.edtf if i.inspected else None,
                i.overall.grade if i.overall else None,
            )
            for i in page(text).inspections
        ]

    return find


def test_a_report_to_members_names_the_framework_alone(told, page):
    text = (
        "Leicester City Council\nReport to Scrutiny Commission\nDate: 7 December 2021\n\n"
        "Ofsted: Outcome of ILACS inspection\n\n1. Purpose\n\n1.1 To report the findings of Ofsted’s inspection, which "
        "took place from 20 September to 1 October 2021.\n\n2. Summary\n\n2.1 Overall effectiveness was judged to be "
        "“good”.\n\n2.2 The Council’s fostering service was inspected separately in 2013, when it was good.\n"
    )
    assert ("leicester", "full", "2021-09-20/2021-10-01", "good") in told(text)
    assert [i.service.slug for i in page(text).inspections] == ["childrens-services", "fostering"]


@pytest.mark.parametrize(
    "came",
    [
        "Ofsted and the Care Quality Commission (CQC) came to Cheshire East between 20 and 24 January 2025.",
        "Ofsted came to Cheshire East on 20 January 2025 with the Care Quality Commission (CQC).",
        "Ofsted and the CQC spent five days in Cheshire East in January 2025.",
    ],
)
def test_an_inspectorate_may_come_and_stay(came, told):
    text = f"14 March 2025\n\nServices for children with SEND have been inspected. {came}"
    assert [(row[0], row[2][:7]) for row in told(text)] == [("cheshire-east", "2025-01")]


@pytest.mark.parametrize(
    "came",
    [
        "Ofsted came in for criticism.",
        "Ofsted came to the conclusion that no more was needed.",
        "Ofsted was in the news.",
    ],
)
def test_an_inspectorate_may_come_to_no_council(came, told):
    assert told(f"14 March 2025\n\nChildren’s services in Leeds are well known. {came}") == []


def test_a_timeline_s_lines_have_their_year_and_what_follows_is_of_what_came_before(page):
    text = (
        "St Helens Borough Council\n\nOur journey\n\n2019 – Ofsted rated children’s services inadequate\n"
        "2022 – monitoring visits in January and October\n2023 – Ofsted inspection of children’s services\n"
    )
    inspections = page(text).inspections
    assert [(i.kind, i.inspected.edtf, i.inspected.basis) for i in inspections if i.kind == "monitoring-visit"] == [
        ("monitoring-visit", "2022-01", "derived"),
        ("monitoring-visit", "2022-10", "derived"),
    ]
    assert {i.follows for i in inspections if i.kind == "monitoring-visit"} == {inspections[0].key}


def test_a_service_is_rated_by_those_named_behind_its_grade(page):
    text = (
        "28 June 2024\n\nLeeds’s children’s social care was rated requires improvement in an Ofsted inspection earlier "
        "this year, and its youth offending service “good” by HMIP in 2023."
    )
    assert [[b.slug for b in i.inspectorates] for i in page(text).inspections] == [["ofsted"], ["hmi-probation"]]


def test_a_score_is_no_count(told):
    text = (
        "14 June 2023\n\nHM Inspectorate of Probation looked at Barnsley’s youth justice team. It scored the team "
        "33 out of 36 and rated it outstanding overall after a visit in May 2023."
    )
    assert [row[3] for row in told(text)] == ["outstanding"]


def test_a_council_gone_by_then_lends_its_inspection_to_no_other(told):
    text = (
        "11 October 2023\n\n"
        "Sandwell’s children’s services were judged to require improvement by Ofsted in May 2022.\n\n"
        "In Northamptonshire one trust serves two councils, both of which require improvement, according to last "
        "October’s inspection."
    )
    assert told(text) == [("sandwell", "full", "2022-05", "requires-improvement")]


def test_a_council_that_has_not_been_inspected_has_no_inspection(told):
    text = (
        "8 July 2013\n\n"
        "Ofsted inspected the arrangements for supporting school improvement in Norfolk from 3 to 7 June "
        "2013 and judged them ineffective. Hampshire’s haven’t been inspected."
    )
    assert [row[0] for row in told(text)] == ["norfolk"]


def test_capacity_is_of_the_service_whose_row_stands_above(page):
    text = (
        "Press release: 4 July 2011\n\nOfsted and the Care Quality Commission have published their report of an "
        "inspection of safeguarding and looked after children services in Sefton, carried out in May 2011.\n\n"
        "Overall effectiveness of safeguarding: good\nCapacity for improvement: outstanding\n"
        "Overall effectiveness of services for looked after children: adequate\nCapacity for improvement: good\n"
    )
    (inspection,) = page(text).inspections
    assert [(j.aspect, j.grade.grade) for j in inspection.judgements] == [
        ("Overall effectiveness of safeguarding", "good"),
        ("safeguarding: Capacity for improvement", "outstanding"),
        ("Overall effectiveness of services for looked after children", "adequate"),
        ("services for looked after children: Capacity for improvement", "good"),
    ]


def test_a_row_s_kind_of_visit_says_of_what_service_it_was(page):
    text = (
        "28 March 2025\n\nArea SEND and more: this month’s round-up\n\n"
        "Authority | Type | On site | Published | Outcome\n"
        "Lewisham | ILACS, standard | 3 to 14 February 2025 | 21 March | Good\n"
        "Trafford | ILACS, short | 27 to 31 January 2025 | 17 March | Good\n"
        "Peterborough | Area SEND | 20 to 24 January 2025 | 18 March | Widespread and/or systemic failings\n"
        "Worcestershire | ILACS focused visit | 11 and 12 February 2025 | 24 March | Not graded\n"
        "Luton | Joint targeted area inspection | 10 to 14 February 2025 | 27 March | Not graded\n\n"
        "Ofsted and the Care Quality Commission came to Peterborough together."
    )
    found = {i.authorities[0].slug: (i.service.slug, i.kind, i.inspected.edtf) for i in page(text).inspections}
    assert found == {
        "lewisham": ("childrens-services", "full", "2025-02-03/2025-02-14"),
        "trafford": ("childrens-services", "short", "2025-01-27/2025-01-31"),
        "peterborough": ("area-send", "full", "2025-01-20/2025-01-24"),
        "worcestershire": ("childrens-services", "focused-visit", "2025-02-11/2025-02-12"),
        "luton": ("multi-agency-response", "joint-targeted", "2025-02-10/2025-02-14"),
    }


def test_what_a_rating_is_given_for_is_no_rating(told):
    text = (
        "Calderdale Council\n\n8 October 2025\n\n"
        "CQC’s assessors were on site from 29 April to 2 May 2025 to look at adult social care.\n\n"
        "A rating of good is given where a council scores 63 to 87 per cent.\n\n"
        "CQC rated Calderdale’s adult social care as requires improvement.\n\n"
        "Background papers: CQC, Calderdale Council: local authority assessment (August 2025)"
    )
    assert told(text) == [("calderdale", "full", "2025-04-29/2025-05-02", "requires-improvement")]


def test_numbered_heads_name_the_parts_below_them(page):
    text = (
        "Published: 19 October 2021\n\nDorset Combined Youth Justice Service\n\nThe service works on behalf of both "
        "Bournemouth, Christchurch and Poole Council and Dorset Council.\n\nHM Inspectorate of Probation carried out "
        "fieldwork in the week of 28 June 2021.\n\nOverall rating       Good\n\n"
        "2. Court disposals\n2.1 Assessment        Good\n2.2 Planning        Inadequate\n\n"
        "3. Out-of-court disposals\n3.1 Assessment        Inadequate\n3.2 Planning        Good\n"
    )
    (inspection,) = page(text).inspections
    assert {a.slug for a in inspection.authorities} == {"bournemouth-christchurch-and-poole", "dorset"}
    assert [(j.aspect, j.grade.grade) for j in inspection.judgements] == [
        ("Court disposals: Assessment", "good"),
        ("Court disposals: Planning", "inadequate"),
        ("Out-of-court disposals: Assessment", "inadequate"),
        ("Out-of-court disposals: Planning", "good"),
    ]
