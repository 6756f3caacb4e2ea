"""Short pages read whole: what each tells of its inspections, and what pages like them must not tell."""

import pytest

Told = tuple[str, str, str, str | None, str | None, str | None]
CHILDREN = "childrens-services"
DAY = "Published: 12 June 2020\n\n"
LEEDS = DAY + "Ofsted has looked at children’s services in Leeds again.\n\n"


@pytest.fixture
def told(page):
    def find(text):
        return [
            (
                "+".join(sorted(a.slug for a in i.authorities)),
                i.service.slug if i.service else "",
                i.kind,
                i.inspected.edtf if i.inspected else None,
                i.published.edtf if i.published else None,
                i.overall.grade if i.overall else None,
            )
            for i in page(text).inspections
        ]

    return find


@pytest.fixture
def parts(page):
    def find(text):
        return [[(j.aspect, j.grade.grade) for j in i.judgements] for i in page(text).inspections]

    return find


@pytest.mark.parametrize(
    "behind",
    [
        "and their report appeared on Ofsted’s website on 8 June 2020.",
        "and the report was put on the inspectorate’s website on 8 June 2020.",
        "and the report went on the council’s own website on 8 June 2020.",
        "and the letter was posted online on 8 June 2020.",
        "and their report could be read on Ofsted’s website from 8 June 2020.",
    ],
)
def test_a_day_on_a_website_is_that_of_the_report(behind, told):
    words = LEEDS + f"Inspectors visited children’s services in Leeds between 2 and 6 March 2020, {behind}"
    assert told(words) == [("leeds", CHILDREN, "unstated", "2020-03-02/2020-03-06", "2020-06-08", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "On 24 and 25 March Ofsted was to be in Leeds for its second monitoring visit of children’s services.",
        "Ofsted was due to visit Leeds on 24 March 2020 for a monitoring visit of its children’s services.",
        "Inspectors were supposed to come to Leeds in April 2020 for a focused visit to children’s services.",
        "Ofsted had been meant to inspect children’s services in Leeds in May 2020.",
        "Inspectors were booked in to visit Leeds’s children’s services on 20 May 2020.",
        "A monitoring visit to Leeds on 24 March 2020 never happened. Ofsted stopped all of its visits.",
        "The focused visit of 24 March 2020 to Leeds’s children’s services, which was to look at care, was cancelled.",
        "On Tuesday Ofsted stopped all of its routine inspections of children’s services in Leeds.",
        "A joint area review of Leeds, which looks at how agencies for children work together, is due in the autumn.",
    ],
)
def test_a_visit_only_planned_is_none(sentence, told):
    assert told(LEEDS + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind", "day"),
    [
        ("Ofsted made a monitoring visit to Leeds in May 2020 and was told of plans.", "monitoring-visit", "2020-05"),
        (
            "Ofsted made a focused visit to Leeds in May 2020, and was to publish its letter later.",
            "focused-visit",
            "2020-05",
        ),
        ("Last month Ofsted made a focused visit to Leeds.", "focused-visit", "2020-05"),
        ("Last May Ofsted made a focused visit to Leeds.", "focused-visit", "2020-05"),
        ("Earlier this year Ofsted made a focused visit to Leeds.", "focused-visit", "2020"),
        ("Last year Ofsted made a focused visit to Leeds.", "focused-visit", "2019"),
        (
            "A team of six from Ofsted arrived in Leeds on 4 March 2020 for a focused visit.",
            "focused-visit",
            "2020-03-04",
        ),
        (
            "A team from Ofsted arrived at the Town Hall on 4 March 2020 and left on 6 March 2020.",
            "unstated",
            "2020-03-04/2020-03-06",
        ),
    ],
)
def test_a_visit_that_took_place_has_its_day(sentence, kind, day, told):
    assert told(LEEDS + sentence) == [("leeds", CHILDREN, kind, day, None, None)]


def test_a_year_told_twice_is_stated(page):
    words = LEEDS + "Last year, in 2019, children’s services in Leeds were judged good by Ofsted."
    (inspection,) = page(words).inspections
    assert (inspection.inspected.edtf, inspection.inspected.basis) == ("2019", "stated")


NORTHANTS = (
    "West Northamptonshire Council\n\nPublished: 9 May 2023\n\nInspections of children’s services\n\nOn 1 April 2021 "
    "Northamptonshire County Council was abolished.{}\n\n"
)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (
            "Full inspection, 24 June to 5 July 2019. Ofsted judged the county’s children’s services inadequate.",
            [("northamptonshire", CHILDREN, "full", "2019-06-24/2019-07-05", None, "inadequate")],
        ),
        (
            "Monitoring visit, 11 and 12 February 2020. Ofsted looked at how children’s services answer the telephone.",
            [("northamptonshire", CHILDREN, "monitoring-visit", "2020-02-11/2020-02-12", None, None)],
        ),
        (
            "Ofsted inspected children’s services from 3 to 14 October 2022. They were judged good.",
            [("west-northamptonshire", CHILDREN, "full", "2022-10-03/2022-10-14", None, "good")],
        ),
    ],
)
def test_what_was_before_a_council_began_is_of_the_one_it_came_from(rest, expected, told):
    assert told(NORTHANTS.format("") + rest) == expected


def test_a_council_that_the_page_never_names_has_no_inspection(told):
    words = (
        "West Northamptonshire Council\n\nPublished: 9 May 2023\n\nInspections of children’s services\n\n"
        "Monitoring visit, 11 and 12 February 2020. Ofsted looked at how children’s services answer the telephone."
    )
    assert told(words) == []


@pytest.mark.parametrize(
    ("sentence", "councils"),
    [
        ("The youth justice service that Leeds shares with Bradford was rated good", "bradford+leeds"),
        ("The youth justice service that Leeds runs with Bradford was rated good", "bradford+leeds"),
        ("The youth justice service that Bury Council shares with Rochdale was rated good", "bury+rochdale"),
        ("Leeds and Bradford run their youth justice service together, and it was rated good", "bradford+leeds"),
        ("The youth justice service belongs to Leeds and to Bradford. It was rated good", "bradford+leeds"),
        ("Leeds’s youth justice service, which is not shared with Bradford, was rated good", "leeds"),
    ],
)
def test_a_service_shared_with_another_is_of_both(sentence, councils, told):
    text = f"{DAY}{sentence} by HM Inspectorate of Probation after an inspection in May 2020."
    assert [row[0] for row in told(text)] == [councils]


JOINT = (
    DAY
    + "Ofsted, the Care Quality Commission and HMICFRS have today published their letter after a joint targeted area "
    "inspection in Leeds.\n\n{}\n\nOfsted’s scale is used for inspections of children’s services."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The inspection was carried out from 4 to 8 May 2020 and looked at how agencies answer children at risk.",
        "The inspection took place from 4 to 8 May 2020 and looked at children at risk of violence.",
        "That inspection ran from 4 to 8 May 2020, and its subject was children at risk of violence.",
    ],
)
def test_the_inspection_is_the_one_told_of_just_before(sentence, told):
    assert told(JOINT.format(sentence)) == [
        ("leeds", "multi-agency-response", "joint-targeted", "2020-05-04/2020-05-08", "2020-06-12", None)
    ]


def test_that_report_is_of_the_inspection_told_of_just_before(told):
    words = (
        "Published: 8 November 2011\n\nChildren’s services in Wiltshire perform well, according to Ofsted’s annual "
        "assessment for 2011.\n\nFrom 14 to 25 March 2011 Ofsted and the CQC inspected safeguarding and looked after "
        "children’s services in Wiltshire. The overall effectiveness of safeguarding services was judged adequate.\n\n"
        "That report, published on 21 April 2011, praised the carers."
    )
    assert [row[3:5] for row in told(words)] == [("2011", None), ("2011-03-14/2011-03-25", "2011-04-21")]


ASSESSED = (
    "1 November 2006\n\nServices for children and young people in Calderdale were judged to be good in the 2006 annual "
    "performance assessment by Ofsted and CSCI.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("In 2005 the council’s children’s services were judged adequate.", ["annual-assessment", "annual-assessment"]),
        (
            "In 2005 the council’s children’s services were judged adequate in a joint area review.",
            ["annual-assessment", "joint-area-review"],
        ),
        ("In 2005 adult social care in the borough was judged adequate.", ["annual-assessment"]),
    ],
)
def test_the_year_before_is_of_the_same_yearly_assessment(sentence, kinds, told):
    assert sorted(row[2] for row in told(ASSESSED + sentence) if row[1] == CHILDREN) == kinds


MARKS = (
    "Being healthy                              3 (good)\n"
    "    Staying safe                               2 (adequate)\n"
    "    Enjoying and achieving                     4 (outstanding)\n"
    "    Children’s services overall                3 (good)\n"
)


def test_a_mark_may_stand_before_its_word(parts, told):
    text = ASSESSED + "Our marks in full:\n\n    " + MARKS
    assert parts(text) == [
        [("Being healthy", "good"), ("Staying safe", "adequate"), ("Enjoying and achieving", "outstanding")]
    ]
    assert [row[5] for row in told(text)] == ["good"]


def test_a_tab_behind_a_bullet_parts_no_cells(parts):
    text = (
        "31 January 2017\n\nOfsted has judged children’s services in North Tyneside good overall.\n\nThe judgements "
        "are:\n\n•\tChildren who need help and protection – Good\n•\tAdoption performance – Outstanding\n"
    )
    assert parts(text) == [[("Children who need help and protection", "good"), ("Adoption performance", "outstanding")]]


KIRKLEES = (
    "21 August 2024\n\nOfsted’s report judged Kirklees children’s services good overall after an inspection in June "
    "2024. Children in care was graded outstanding. Help and protection was graded good. "
)


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("So was the impact of leaders on social work practice.", "the impact of leaders on social work practice"),
        ("So too were care leavers.", "care leavers"),
        ("And so was the impact of leaders.", "the impact of leaders"),
        ("The same is true of care leavers.", "care leavers"),
        ("The same grade went to care leavers.", "care leavers"),
        ("The same went for care leavers.", "care leavers"),
        ("Care leavers were graded the same.", "Care leavers"),
        ("So was the weather.", ""),
        ("So were the schools.", ""),
        ("So was nobody’s work with care leavers.", ""),
        ("So, we hope, will be care leavers.", ""),
        ("Would the same be true of care leavers?", ""),
        ("The same is not true of care leavers.", ""),
    ],
)
def test_a_part_that_fared_as_the_one_before(sentence, part, parts):
    held = [("Children in care", "outstanding"), ("Help and protection", "good")]
    assert parts(KIRKLEES + sentence) == [[*held, (part, "good")] if part else held]


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        (
            "It has nothing to do with Leeds’s children’s services, which Ofsted judged to be inadequate overall.",
            ["inadequate"],
        ),
        (
            "That is quite apart from Leeds’s children’s services, which inspectors rated good overall in 2018.",
            ["good"],
        ),
        ("That is quite apart from Leeds’s children’s services, which parents rated good overall in 2018.", []),
        ("That is quite apart from a school in Leeds, which Ofsted judged to be inadequate overall.", []),
        ("It says nothing of Leeds’s children’s services, which the council judged to be good overall.", []),
        ("That is quite apart from Leeds’s children’s services, which Ofsted has not judged to be inadequate.", []),
    ],
)
def test_a_service_that_an_inspectorate_judged(sentence, grades, told):
    words = DAY + "Ofsted and others look at services for children.\n\n" + sentence
    assert [row[5] for row in told(words) if row[5]] == grades


LEARNING = (
    "14 October 2022\n\nA monitoring visit by Ofsted on 21 and 22 June 2022 to Merton’s adult learning service found "
)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (
            "reasonable progress in governance, reasonable progress in teaching and insufficient progress in safety.",
            [("governance", "reasonable"), ("teaching", "reasonable"), ("safety", "insufficient")],
        ),
        (
            "significant progress in governance but insufficient progress in teaching.",
            [("governance", "significant"), ("teaching", "insufficient")],
        ),
        (
            "reasonable progress in governance. Staff hope for significant progress in teaching.",
            [("governance", "reasonable")],
        ),
        (
            "reasonable progress in governance, and asked for significant progress in teaching by May.",
            [("governance", "reasonable")],
        ),
    ],
)
def test_each_theme_has_the_progress_told_of_it(rest, expected, parts):
    assert parts(LEARNING + rest) == [expected]


SEND = (
    "3 April 2025\n\nOfsted and the Care Quality Commission carried out an Area SEND inspection in Enfield from 3 to 7 "
    "February 2025. Inspectors found that the partnership’s arrangements lead to inconsistent experiences and outcomes "
    "for children with SEND.\n\n{}"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The other outcomes are “typically positive” and “widespread and/or systemic failings”.",
        "The worst outcome is widespread and systemic failings; neither of the others was ours.",
        "There are two other possible outcomes. One of them is widespread and systemic failings.",
    ],
)
def test_the_outcomes_that_were_not_given_do_not_count(sentence, told):
    assert [row[5] for row in told(SEND.format(sentence))] == ["inconsistent"]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Wednesday 10 June 2020. Filed under: children. Words: Ann Lee", "2020-06-10"),
        ("10 June 2020. Words by Ann Lee", "2020-06-10"),
        ("10 June 2020, posted in News", "2020-06-10"),
        ("10 June 2020. Ofsted was here.", None),
    ],
)
def test_a_dateline_may_say_whose_page_it_is(head, day, page):
    published = page(
        f"Four words about Leeds City Council\n{head}\n\nOfsted inspected children’s services in Leeds in May 2020."
    ).published
    assert (published.edtf if published else None) == day


def test_minutes_say_when_they_were_published(page):
    words = (
        "LEEDS CITY COUNCIL\n\nMinutes of the meeting held on 22 January 2014\n\nPresent\nCouncillor B. Lee\n\n"
        "1 Ofsted inspected children’s services in Leeds in May 2013.\n\nResolved: that it be noted.\n\n"
        "Minutes published on the Committee System: 31 January 2014"
    )
    assert page(words).published.edtf == "2014-01-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "CIVIC VOICE\nDecember 2008\n\nThe Commission for Social Care Inspection has given Kent two stars for "
                "adult social care, up from one last year."
            ),
            [("kent", "adult-social-care", "annual-assessment", None, None, "2-stars")],
        ),
        (
            (
                "5 July 2013\n\nHampshire, which is to take over the island’s children’s services, was judged "
                "outstanding. The island itself was judged inadequate by Ofsted after an inspection in December 2012."
            ),
            [("hampshire", CHILDREN, "unstated", None, None, "outstanding")],
        ),
        (
            (
                "11 July 2018\n\nOfsted made a visit to children’s services in Wirral on 19 and 20 June. The full "
                "inspection is not expected before next summer."
            ),
            [("wirral", CHILDREN, "unstated", "2018-06-19/2018-06-20", None, None)],
        ),
    ],
)
def test_the_day_of_one_is_not_lent_to_another(text, expected, told):
    assert told(text) == expected


def test_the_year_of_a_grade_before_is_not_that_of_the_report_told_of(page):
    words = (
        "8 February 2018\n\nIn a report out last Monday, Ofsted said the council in Rotherham, whose services "
        "were rated inadequate in 2014, had turned round. The council, which was rated inadequate in 2014 for its "
        "children’s services, had moved mountains, the report said."
    )
    assert all(i.published is None or i.published.edtf != "2014" for i in page(words).inspections)


def test_minutes_are_not_published_on_the_day_of_the_report_they_note(page):
    words = (
        "MINUTES of the Panel, Leeds City Council\n12 October 2016, 6.30pm\n\nPresent: Councillor Lee\n\n"
        "5. OFSTED\n\nThe report, which had judged children’s services to be inadequate, had been published on 5 "
        "August 2016."
    )
    published = page(words).published
    assert published is None or published.edtf != "2016-08-05"
