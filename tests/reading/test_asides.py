"""What stands beside an inspection and is none: rules, runs of visits, days of newspapers, numbers of items."""

import pytest

CHILDREN = "childrens-services"
LEEDS = "Leeds City Council\n\nPublished: 12 June 2020\n\nOfsted looks at children’s services in Leeds.\n\n"


@pytest.fixture
def told(page):
    def find(text):
        return [
            (
                i.service.slug if i.service else "",
                i.kind,
                i.inspected.edtf if i.inspected else None,
                i.published.edtf if i.published else None,
                i.overall.grade if i.overall else None,
            )
            for i in page(text).inspections
        ]

    return find


@pytest.mark.parametrize(
    "sentence",
    [
        "A council may also have a focused visit, which is not graded.",
        "Every local authority gets a monitoring visit now and then.",
        "Some councils have a joint targeted area inspection instead.",
        "Since then there has been a run of monitoring visits.",
        "It came after a string of focused visits.",
        "Joint inspections are dear: four organisations, a dozen people, hotel rooms in January.",
        "Routine inspection stopped in the middle of March because of the coronavirus, and no inspector came.",
        "Inspections were suspended in March 2020.",
    ],
)
def test_what_any_council_may_have_is_no_visit(sentence, told):
    assert told(LEEDS + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The council had a focused visit on 4 March 2020.", "focused-visit"),
        ("The inspectors made a focused visit in March 2020, before routine visits stopped.", "focused-visit"),
        ("Leeds had a monitoring visit in March 2020, after a run of bad months.", "monitoring-visit"),
    ],
)
def test_what_this_council_had_is_a_visit(sentence, kind, told):
    assert [row[1] for row in told(LEEDS + sentence)] == [kind]


@pytest.mark.parametrize(
    ("sentence", "inspected", "published"),
    [
        (
            "At its last inspection, which the Herald reported in 2018, children’s services in Leeds were rated good.",
            None,
            None,
        ),
        (
            "Children’s services in Leeds require improvement to be good, according to the latest report, in May 2019.",
            None,
            "2019-05",
        ),
        (
            "At the fourth monitoring visit, on 24 and 25 January 2020, the inspectors wrote that work was uneven.",
            "2020-01-24/2020-01-25",
            None,
        ),
        ("Ofsted inspected children’s services in Leeds in May 2018 and rated them good.", "2018-05", None),
    ],
)
def test_a_day_is_of_what_it_is_said_to_be(sentence, inspected, published, told):
    assert [row[2:4] for row in told(LEEDS + sentence)] == [(inspected, published)]


def test_a_heading_begins_a_section_of_its_own(told):
    text = (
        "Published: 12 June 2020\n\nInspections in Leeds\n\nJoint targeted area inspection, January 2020\n\n"
        "Ofsted, the Care Quality Commission and HMICFRS came to Leeds from 13 to 17 January 2020.\n\n"
        "Focused visit, March 2019\n\nOfsted made a focused visit to children’s services in Leeds on 5 March 2019."
    )
    assert [row[:3] for row in told(text)] == [
        ("multi-agency-response", "joint-targeted", "2020-01-13/2020-01-17"),
        (CHILDREN, "focused-visit", "2019-03-05"),
    ]


@pytest.mark.parametrize(
    "title", ["24\tAnnual children’s services assessment", "24.1\tAnnual assessment of children’s services"]
)
def test_the_number_of_an_item_and_its_title_are_a_heading(title, told):
    text = (
        "Leeds City Council\n\nScrutiny Committee\n\nTuesday 17 January 2012\n\n"
        "23\tAdult learning: outcome of inspection\n\n"
        "Ofsted inspected the adult learning service from 14 to 18 November 2011 and judged it satisfactory.\n\n"
        f"{title}\n\nMr Lee presented Ofsted’s letter of 8 November 2011. In 2011 the services performed well."
    )
    rows = told(text)
    assert [row[0] for row in rows] == ["adult-learning", CHILDREN]
    assert rows[1][3:] == ("2011-11-08", "performs-well")


def test_numbered_rows_stay_a_table(page):
    text = LEEDS + "1\tWelcome and apologies\n2\tMinutes of the last meeting\n3\tAny other business\n"
    assert [p.heading for p in page(text).passages][-3:] == [False, False, False]


def test_inspectors_words_that_members_noted_are_the_inspectors(page):
    text = LEEDS + (
        "The report said that “staff are skilled and well supported by those who lead them”. Members noted that "
        "“the needs of girls are not always understood early enough”, again in the words of the inspectors. "
        "Members noted that “the budget is tight and it will be tighter still by March”."
    )
    assert [s.attributed_to for s in page(text).statements] == ["report", "report", "person"]


@pytest.mark.parametrize(
    ("sentence", "published"),
    [
        ("Leeds was rated good for children’s services on 14 May 2019.", "2019-05-14"),
        ("Following its sixth monitoring visit, in November 2018, Ofsted says that Leeds is improving.", None),
    ],
)
def test_a_rating_is_given_out_on_its_one_day(sentence, published, told):
    assert [row[3] for row in told(LEEDS + sentence)] == [published]


def test_neither_of_two_councils_has_been_inspected(told):
    sentence = "On 1 April it is replaced by two new councils, neither of which has yet been inspected by Ofsted."
    assert told(LEEDS + sentence) == []


def test_numbers_of_another_assessment_are_no_stars(told):
    text = (
        "November 2007\n\nThe Commission for Social Care Inspection gave Leeds three stars for adult social care. "
        "Wakefield stays on one star, and Kirklees moves up to two.\n\nIn children’s services, where Ofsted does the "
        "marking, Leeds scored 4 out of 4. Wakefield got a 2 and Kirklees a 3."
    )
    assert {row[4] for row in told(text) if row[0] == "adult-social-care"} <= {"3-stars", "1-star", "2-stars"}
    assert sorted(row[4] for row in told(text)) == ["1-star", "2-stars", "3-stars"]


def test_a_list_is_of_the_newest_inspection_and_of_none_told_of_in_passing(page):
    text = (
        "North Yorkshire Council\n\nPosted 12 September 2023\n\nChildren’s services in North Yorkshire have been rated "
        "outstanding by Ofsted, after an inspection in July 2023.\n\nNorth Yorkshire County Council was also judged "
        "outstanding when it was last inspected, in 2018.\n\nThe judgements were:\n\n"
        "* The experiences and progress of children in care: Outstanding\n* The impact of leaders: Outstanding\n"
    )
    assert [(i.authorities[0].slug, len(i.judgements)) for i in page(text).inspections] == [
        ("north-yorkshire", 2),
        ("north-yorkshire-county-council", 0),
    ]


YOUTH = "Leeds Youth Justice Service\n\nHM Inspectorate of Probation inspected the service in May 2023.\n\n"


def test_a_line_between_rows_heads_those_below_it(page):
    text = YOUTH + (
        "Published 22 August 2023\n\nOverall: Good\nGovernance and leadership: Good\nCourt disposals\nAssessing: Good\n"
        "Planning: Outstanding\nOut-of-court disposals\nAssessing: Inadequate\nPlanning: Good"
    )
    (inspection,) = page(text).inspections
    assert [(j.aspect, j.grade.grade) for j in inspection.judgements] == [
        ("Governance and leadership", "good"),
        ("Court disposals: Assessing", "good"),
        ("Court disposals: Planning", "outstanding"),
        ("Out-of-court disposals: Assessing", "inadequate"),
        ("Out-of-court disposals: Planning", "good"),
    ]


def test_a_date_names_no_part(page):
    text = YOUTH + (
        "Overall: Good\nAssessing: Good\nPlanning: Outstanding\n\n"
        "Published 22 August 2023\n\nAssessing: Inadequate\nPlanning: Outstanding"
    )
    (inspection,) = page(text).inspections
    assert [(j.aspect, j.grade.grade) for j in inspection.judgements] == [("Planning", "outstanding")]


def test_a_revisit_of_an_area_says_sufficient_or_not(page):
    text = (
        "Published: 17 May 2022\n\nOfsted and the Care Quality Commission revisited the Leeds local area from "
        "28 February to 4 March 2022 to see what became of the written statement of action for special needs.\n\n"
        "- the lack of a strategy: sufficient progress\n- waiting times: insufficient progress\n"
        "- the quality of plans: reasonable progress\n"
    )
    (inspection,) = page(text).inspections
    assert {(j.grade.scale, j.grade.grade) for j in inspection.judgements} == {
        ("send-revisit-progress", "sufficient"),
        ("send-revisit-progress", "not-sufficient"),
    }


def test_a_service_called_by_a_framework_s_name_was_inspected_under_it(told):
    text = "Published: 12 June 2020\n\nIn 2013 Ofsted judged Leeds’s arrangements for the protection of children {}."
    for grade in ("inadequate", "adequate"):
        assert [row[:5] for row in told(text.format(grade))] == [(CHILDREN, "full", "2013", None, grade)]
    assert [row[4] for row in told(text.replace("2013", "2016").format("adequate"))] == [None]


@pytest.mark.parametrize(
    ("text", "inspected"),
    [
        (
            "Leeds’s children’s services were found inadequate by Ofsted in May 2020. The report came out on 23 May.",
            None,
        ),
        ("Ofsted inspected children’s services in Leeds in May 2020. The report came out on 30 May.", "2020-05"),
    ],
)
def test_the_month_of_a_report_is_no_month_of_a_visit(text, inspected, told):
    assert told(LEEDS + text)[0][2] == inspected


@pytest.mark.parametrize(
    ("sentence", "inspected"),
    [
        ("I reported in March that Ofsted had carried out an inspection of children’s services in Leeds.", None),
        ("Ofsted carried out an inspection of children’s services in Leeds in March 2020.", "2020-03"),
    ],
)
def test_the_month_in_which_somebody_reported_is_of_no_visit(sentence, inspected, told):
    assert [row[2] for row in told(LEEDS + sentence)] in ([inspected], [])


def test_a_header_of_years_is_no_menu(page):
    text = (
        "Leeds City Council\n\nOfsted and children’s services\n\nOfsted inspected children’s services in Leeds.\n\n"
        "Judgement | 2018 | 2015\nOverall effectiveness | Requires improvement | Inadequate\n"
        "Leaders | Requires improvement | Inadequate\nChildren in care and care leavers | Good | Inadequate\n"
    )
    found = [(i.inspected.edtf, i.overall.grade, len(i.judgements)) for i in page(text).inspections]
    assert sorted(found) == [("2015", "inadequate", 1), ("2018", "requires-improvement", 2)]


def test_a_path_to_a_page_stays_furniture(page):
    text = "Home | News | Ofsted\nJobs | Events | Contact\n\n" + LEEDS
    assert [p.furniture for p in page(text).passages][:2] == [True, True]


def test_a_report_of_somebody_in_the_council_is_no_inspector_s(told):
    text = "Leeds City Council\n\nCabinet member’s report, July 2018\n\nOfsted looks at children’s services in Leeds."
    assert told(text) == []


def test_a_press_notice_may_name_its_inspectorate_at_the_head_alone(page):
    text = (
        "HMI Probation\n\nPress notice, Tuesday 14 January 2020\n\nYouth offending services in Leeds\n\n"
        "Leeds Youth Offending Service has been rated ‘Requires improvement’ following an inspection in September 2019."
    )
    (inspection,) = page(text).inspections
    assert [b.slug for b in inspection.inspectorates] == ["hmi-probation"]


def test_a_service_named_below_a_heading_is_of_what_follows(told):
    text = (
        "Tees news\n14 September 2024\n\nHM Inspectorate of Probation inspected Middlesbrough’s youth justice service "
        "in February 2024 and rated it requires improvement.\n\nHARTLEPOOL GETS ITS STAR\n\nOfsted gave Hartlepool’s "
        "children’s services the full fortnight. It was a hard time.\n\nHartlepool was judged good in 2018 as well."
    )
    assert [(service, grade) for service, _, _, _, grade in told(text)] == [
        ("youth-justice", "requires-improvement"),
        (CHILDREN, "good"),
    ]
