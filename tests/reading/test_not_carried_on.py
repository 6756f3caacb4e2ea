"""Long pages on several councils, services and years: what is told in passing is not carried on with."""

import pytest

MINUTES = """Minutes of the meeting held on 4 March 2020

Ofsted judged children's services in Devon good in May 2017, and those in Torbay inadequate in June 2018.

{}

{}
"""
IN_PASSING = "A member asked whether Plymouth had been fortunate. The chair thought that it had not."


@pytest.mark.parametrize(
    "words",
    [
        "In June 2011 the inspection of safeguarding had found the arrangements to be adequate.",
        "Children's services had been judged good in July 2014.",
        "The adult learning service was judged good in January 2015.",
        "Inspectors came on 8 May 2012 to look at fostering.",
        "The youth offending service was inspected in October 2013.",
    ],
)
def test_a_council_named_in_passing_is_not_what_the_next_paragraph_tells_of(words, told):
    assert not [fact for fact in told(MINUTES.format(IN_PASSING, words)) if fact[0] == "plymouth"]


@pytest.mark.parametrize(
    ("first", "words", "day"),
    [
        ("Plymouth's adult learning was judged good in May 2016.", "The service was judged good in June 2012 too.", ""),
        (
            "Inspectors were in Plymouth in May 2016 and judged children's services good.",
            "A monitoring visit was made on 8 June 2016.",
            "2016-06-08",
        ),
        (
            "Plymouth's children's services were judged inadequate in May 2016.",
            "The first monitoring visit was in November 2016.",
            "2016-11",
        ),
    ],
)
def test_a_council_whose_inspection_is_told_just_above_is(first, words, day, told):
    found = [fact[2] for fact in told(MINUTES.format(first, words)) if fact[0] == "plymouth"]
    assert any(edtf.startswith(day or "2012-06") for edtf in found)


TIMELINE = """Children's services in the West, 2014 to 2019
Last updated 3 October 2021.

2014
{}

2016
{}

2019
May: Devon's children's services are judged good by Ofsted.
"""


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Torbay's children's services are judged inadequate in March.", "2016-03"),
        ("Torbay's children's services are judged inadequate in March 2015.", "2015-03"),
        ("Torbay's children's services are judged inadequate in November and December.", "2016-11/2016-12"),
        ("Ofsted inspects Torbay's children's services from 4 to 15 July and judges them inadequate.", "2016-07-04/"),
    ],
)
def test_a_month_below_a_year_is_of_that_year(words, day, told):
    found = [fact[2] for fact in told(TIMELINE.format("Nothing.", words)) if fact[0] == "torbay"]
    assert found
    assert all(edtf.startswith(day) for edtf in found)


@pytest.mark.parametrize(
    "words",
    [
        "Torbay's children's services were judged inadequate this March.",
        "## What comes next\n\nTorbay's children's services were judged inadequate in March.",
    ],
)
def test_a_month_that_leans_otherwise_is_not(words, told):
    found = told(TIMELINE.format("Nothing.", words))
    assert not [fact for fact in found if fact[0] == "torbay" and fact[2].startswith("2016-03")]


def test_one_year_alone_is_no_timeline(told):
    page = "2016\n\nPosted on 3 October 2021\n\nTorbay's children's services were judged inadequate by Ofsted in March."
    assert told(page)[0][2] == "2021-03"


APART = """Two towns

Posted on 3 June 2024

Ofsted judged children's services in Barnsley good in May 2022.

{}

{}
"""


@pytest.mark.parametrize(
    "visit",
    [
        "In Rotherham there was a visit by Ofsted to children's services in February 2024.",
        "Rotherham was visited by Ofsted in February 2024, for its children's services.",
        "Children's services in Rotherham had inspectors in on 6 February 2024, Ofsted says.",
    ],
)
def test_a_grade_of_no_day_is_not_that_of_a_visit_told_of_in_passing(visit, told):
    found = told(APART.format("Rotherham's children's services were judged outstanding by Ofsted.", visit))
    assert not [fact for fact in found if fact[0] == "rotherham" and fact[2] and fact[4]]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("was graded good by Ofsted in March 2016, and a short inspection was to be expected", "unstated"),
        ("was graded good by Ofsted in March 2016, and a short inspection would come in the autumn", "unstated"),
        ("was graded good by Ofsted in March 2016 at a short inspection", "short"),
    ],
)
def test_a_visit_to_come_is_not_what_gave_a_grade(words, kind, page):
    fact = page(f"Adult learning\n\nPosted on 3 June 2019\n\nAdult learning in Bury {words}.").inspections[0]
    assert fact.overall.grade == "good"
    assert fact.kind == kind


@pytest.mark.parametrize(
    ("words", "councils"),
    [
        ("In the North, the visit was made on 6 February 2024.", {"west-northamptonshire"}),
        ("Ofsted has seen more. From the North, inspectors returned on 6 February 2024.", {"west-northamptonshire"}),
    ],
)
def test_the_other_half_of_a_county_is_another_place(words, councils, told):
    page = (
        "One trust\n\nPosted on 3 June 2024\n\nNorth Northamptonshire and West Northamptonshire have one trust for "
        f"children's services. In West Northamptonshire, Ofsted made a focused visit in October 2023. {words}"
    )
    found = told(page)
    assert {fact[0] for fact in found} == councils
    assert {fact[2] for fact in found} == {"2023-10"}


NUMBERED = """Inspection in the region

Annual report, published on 3 July 2019

1. Social care
Torbay's children's services were judged good by Ofsted in May 2018.

2. Youth offending
Youth work has changed a good deal. {}

3. Looking ahead
There is more to come.
"""


@pytest.mark.parametrize(
    "words",
    [
        "Devon's service was inspected in June 2018 and rated as good.",
        "In Devon the service was rated good in June 2018.",
    ],
)
def test_a_numbered_line_over_a_paragraph_heads_it(words, told):
    assert ("devon", "youth-justice") in {fact[:2] for fact in told(NUMBERED.format(words))}
    assert ("devon", "childrens-services") not in {fact[:2] for fact in told(NUMBERED.format(words))}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("In October 2020 it was rated good by HM Inspectorate of Probation, who had visited in the spring.", ""),
        ("In October 2020 it was rated good by inspectors, who had been there in March.", "XXXX-03"),
        ("In October 2020 it was rated good by HM Inspectorate of Probation, who had visited it before.", "2020-10"),
        ("In October 2020 it was rated good by HM Inspectorate of Probation.", "2020-10"),
    ],
)
def test_the_day_of_a_grade_is_no_visits_where_the_visit_was_earlier(words, day, told):
    page = f"Youth justice in Medway\n\nPosted on 3 June 2022\n\nMedway has a youth justice service. {words}"
    assert [fact[2] for fact in told(page)] == [day]


MEDWAY = "Medway Council\n\nPosted on 3 October 2023\n\nOfsted judged our children's services good in July 2023.\n\n{}"


@pytest.mark.parametrize(
    "words",
    [
        "Our own assessment of ourselves in March 2023, before the inspection, was much the same.",
        "The council's own evaluation in March 2023, before the inspection, was much the same.",
        "Our assessment of ourselves in March 2023, after the visit, was much the same.",
    ],
)
def test_what_a_council_thinks_of_itself_is_no_inspection(words, told):
    assert [fact[2] for fact in told(MEDWAY.format(words))] == ["2023-07"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Two focused visits took place between the full inspections: in July 2019 and in November 2020.",
            {("focused-visit", "2019-07"), ("focused-visit", "2020-11")},
        ),
        ("A focused visit was made between the two inspections, in July 2021.", {("focused-visit", "2021-07")}),
    ],
)
def test_a_visit_between_inspections_is_not_a_full_one(words, found, page):
    told = {(f.kind, f.inspected.edtf) for f in page(MEDWAY.format(words)).inspections if f.inspected}
    assert {each for each in told if each[1] != "2023-07"} == found


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("Medway Skills was no longer the council's; its adult learning was judged good by Ofsted in 2017.", ""),
        ("The college is not the council's, and its adult learning was judged good by Ofsted in 2017.", ""),
        ("The council's adult learning was judged good by Ofsted in 2017.", "good"),
    ],
)
def test_what_is_not_the_councils_is_not_graded_for_it(words, grade, told):
    assert {fact[4] for fact in told(MEDWAY.format(words)) if fact[1] == "adult-learning"} - {""} == {grade} - {""}


def test_a_line_of_a_county_begins_its_own(told):
    page = (
        "What inspection told us\n\nPublished on 3 July 2019\n\nBedford Borough was inspected by Ofsted for its "
        "children's services in June 2018 and was judged good.\n\nEssex: November 2018. Outstanding. The full report "
        "was published in January 2019."
    )
    assert [fact[:4] for fact in told(page)] == [("bedford", "childrens-services", "2018-06", "")]


def test_months_of_this_year_that_stand_together_are_one_stretch(told):
    page = (
        "Hull\n\nPosted on 3 July 2026\n\nOfsted inspected Hull's children's services in February and March this year."
    )
    assert [fact[2] for fact in told(page)] == ["2026-02/2026-03"]


def test_an_inspectorate_that_had_gone_is_named_for_no_later_inspection(page):
    text = (
        "A history of Reading\n\nPosted on 9 May 2025\n\nThe Social Services Inspectorate came to Reading in 2001, for "
        "its children's services.\n\nIn June 2016 Reading's children's services were judged inadequate."
    )
    assert [[b.slug for b in f.inspectorates] for f in page(text).inspections if f.inspected.edtf == "2016-06"] == [[]]


@pytest.mark.parametrize(
    "words",
    [
        "The youth justice service of a certain borough, not Haringey, has been rated inadequate by HMI Probation.",
        "A youth justice service (not Haringey) was rated inadequate by HMI Probation.",
        "A London borough – but not Haringey – had its youth justice service rated inadequate by HMI Probation.",
    ],
)
def test_a_council_that_is_said_not_to_be_meant_is_not(words, told):
    page = f"Town hall diary\n\nPosted on 2 March 2023\n\nCamden's children's services were judged good.\n\n{words}"
    assert not [fact for fact in told(page) if fact[1] == "youth-justice"]


@pytest.mark.parametrize(
    ("words", "councils"),
    [
        (
            "Revisits were made for SEND to Calderdale (n/a), to Kirklees (May 2022: enough progress) and to Leeds.",
            ["kirklees"],
        ),
        ("Children's services in Calderdale (no date yet) and Kirklees (May 2022) were inspected.", ["kirklees"]),
    ],
)
def test_a_day_in_brackets_is_of_the_council_before_it(words, councils, told):
    page = f"Note for directors\n\nPosted on 2 March 2023\n\nOfsted has been busy. {words}"
    assert [fact[0] for fact in told(page) if fact[2] == "2022-05"] == councils


def test_a_board_is_not_that_of_the_councils_which_follow_it(told):
    page = (
        "Stockton-on-Tees Borough Council\n\nPosted on 20 June 2019\n\nThe Local Safeguarding Children Board was "
        "inspected by Ofsted in 2016 and was found to require improvement; it will be replaced in the autumn by the "
        "Hartlepool and Stockton-on-Tees Safeguarding Children Partnership."
    )
    assert {fact[0] for fact in told(page)} <= {"stockton-on-tees"}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The letter, dated 27 March and published on 23 April, was short.", "2019-04-23"),
        ("The letter, dated 27 March, but not published until later, was short.", "2019-03-27"),
        ("The letter, published on 23 April, was short.", "2019-04-23"),
    ],
)
def test_a_letter_came_out_when_it_was_published(words, day, told):
    page = (
        "Stockton-on-Tees Borough Council\n\nPosted on 20 June 2019\n\nOfsted and the CQC inspected the local area's "
        f"SEND from 4 to 8 February 2019. {words}"
    )
    assert [fact[3] for fact in told(page)] == [day]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (
            "Swindon's children's services were judged good in June 2019; Devon was lifted out of inadequate in July.",
            "",
        ),
        ("Swindon's children's services were judged good in June 2019, in a report published in July.", "2019-07"),
    ],
)
def test_when_another_rose_is_not_when_a_report_came_out(words, day, told):
    page = f"Who is where\n\nPosted on 4 November 2019\n\nOfsted has been busy. {words}"
    assert [fact[3] for fact in told(page) if fact[0] == "swindon"] == [day]


def test_what_another_was_is_of_the_same_part(told):
    page = (
        "A history\n\nPosted on 4 November 2019\n\nIn the safeguarding and looked after children inspections Slough's "
        "safeguarding was inadequate in April 2011. Peterborough's was inadequate (2011)."
    )
    assert not [fact for fact in told(page) if fact[0] == "peterborough" and fact[4]]


def test_a_month_has_the_year_of_the_next(told):
    page = "Leeds\n\nLeeds City Council's children's services were inspected by Ofsted in May and June 2016."
    assert [fact[2] for fact in told(page)] == ["2016-05/2016-06"]


@pytest.mark.parametrize(
    "words",
    [
        "Leeds became our partner. In June 2019 Ofsted came for two weeks, and the judgement was good.",
        "Leeds helped us. In June 2019 children's services were judged good.",
    ],
)
def test_what_begins_anew_is_not_told_of_the_council_named_in_passing(words, told):
    page = (
        "Kirklees Council\n\nNotes of the panel\n\nPosted on 6 March 2023\n\nIn November 2016 Ofsted judged Kirklees "
        f"Council's children's services to be inadequate. {words}"
    )
    assert {fact[0] for fact in told(page)} == {"kirklees"}


def test_an_entry_of_a_diary_begins_its_own(told):
    page = (
        "The diary of an improvement board\n\n19 March. Ofsted rated Plymouth's children's services as requires "
        "improvement in January 2019.\n\n2 April. The third monitoring visit was in December 2018.\n\n"
        "4 April. Went to Devon, where Ofsted judged children's services good in May 2017."
    )
    assert not [fact for fact in told(page) if fact[0] == "plymouth" and fact[2] == "2018-12"]


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        ("Doncaster had been judged inadequate in 2009 and in 2012.", False),
        ("Doncaster had been judged inadequate in 2012.", True),
    ],
)
def test_of_two_that_came_before_the_first_is_not_the_one_before(words, linked, page):
    facts = page(
        "Doncaster\n\nPosted on 8 October 2024\n\nOfsted inspected Doncaster's children's services in November 2015 "
        f"and judged them inadequate. {words}"
    ).inspections
    assert [f.previous is not None for f in facts if f.inspected and f.inspected.edtf == "2015-11"] == [linked]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("It was adequate in 2011 or 12, when Ofsted judged children's services.", ""),
        ("Ofsted judged children's services to be adequate in 2011 or 2012.", ""),
        ("Ofsted judged children's services to be adequate in 2011.", "2011"),
    ],
)
def test_one_of_two_years_is_none(words, day, told):
    page = f"Sefton Council\n\nPosted on 10 February 2016\n\nSefton looks back. {words}"
    assert {fact[2] for fact in told(page)} <= {day}


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("Ofsted's joint area review of children's services reported in December 2008.", "2008-12"),
        ("Ofsted inspected children's services in May 2015. The report, in July, was good.", "2015-07"),
    ],
)
def test_what_is_reported_then_came_out_then(words, published, told):
    page = f"Nottinghamshire County Council\n\nPosted on 9 November 2015\n\n{words}"
    assert published in {fact[3] for fact in told(page)}


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("Youth justice was rated good by HMI Probation, as its own press office has it, in August 2018.", ""),
        ("Youth justice was rated good by HMI Probation, as the report has it, in August 2018.", "good"),
        ("Youth justice was rated good by HMI Probation in August 2018.", "good"),
    ],
)
def test_a_grade_as_a_press_office_puts_it_is_no_inspectors(words, grade, told):
    page = f"Wandsworth Council\n\nPosted on 9 November 2019\n\nWandsworth has a service. {words}"
    assert {fact[4] for fact in told(page)} - {""} == {grade} - {""}


def test_a_service_that_a_council_shares_is_its_own_too(page):
    facts = page(
        "Cheshire East Council\n\nPosted on 9 November 2021\n\nThe council's youth justice service is one that it "
        "shares with Halton and Warrington. The service was inspected by HMI Probation in March 2020 and rated good."
    ).inspections
    assert [{a.slug for a in f.authorities} for f in facts] == [{"cheshire-east", "halton", "warrington"}]


def test_the_answer_of_many_services_is_not_what_another_council_was_inspected_for(told):
    page = (
        "Sussex and Kent\n\nPosted on 9 May 2021\n\nChildren's services in Surrey were judged good by Ofsted in "
        "May 2019.\n\nSouthampton had a joint targeted area inspection in March 2018.\n\nKent is good, and was "
        "inspected in 2017."
    )
    assert not [fact for fact in told(page) if fact[:2] == ("kent", "multi-agency-response")]


@pytest.mark.parametrize(
    "words",
    [
        "What of Suffolk? At the revisit in January 2019 for SEND the county asked Lincolnshire to help.",
        "The SEND inspection of Suffolk was in January 2019, and the council invited Lincolnshire to look.",
    ],
)
def test_who_is_asked_for_help_was_not_inspected(words, told):
    page = f"A guide\n\nPosted on 6 June 2022\n\nLeeds was judged good by Ofsted in May 2018. {words}"
    assert not [fact for fact in told(page) if fact[0] == "lincolnshire"]


def test_a_letter_that_appears_has_its_own_day(told):
    page = (
        "Croydon Council\n\nPosted on 30 November 2018\n\nOfsted's fourth monitoring visit to children's services took "
        "place on 9 and 10 October 2018, with the letter appearing on 2 November 2018."
    )
    assert [fact[2:4] for fact in told(page)] == [("2018-10-09/2018-10-10", "2018-11-02")]


YOUTH_AND_CHILDREN = (
    "Submission\n\n12 February 2024\n\nOfsted judged children's services in Lancashire good in December 2022.\n\n"
    "HM Inspectorate of Probation inspected Cumbria's youth offending service in 2017{}\n"
)


@pytest.mark.parametrize(
    "words",
    [
        ". In 2022 Blackpool's was rated outstanding and Wigan's good.",
        " and looked at one part. Blackpool's was rated outstanding and Wigan's good.",
        ". Blackpool's was judged good, and Bury's inadequate.",
    ],
)
def test_a_council_told_of_by_its_name_alone_has_the_service_that_the_paragraph_has_told_of(words, told):
    found = told(YOUTH_AND_CHILDREN.format(words))
    assert ("lancashire", "childrens-services") in [fact[:2] for fact in found]
    assert {fact[1] for fact in found if fact[0] != "lancashire"} == {"youth-justice"}


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("They were judged inadequate: in May 2012 for safeguarding, in March 2015 overall.", ""),
        ("It was rated good: in 2016 for care leavers and in 2019 for leadership.", ""),
        ("They were judged inadequate.", "inadequate"),
        ("They were judged good: staff had worked hard for it.", "good"),
        ("They were judged good: that is what a service in good hands looks like.", "good"),
    ],
)
def test_a_grade_whose_years_and_parts_are_told_behind_it_is_not_the_whole_services(words, grade, told):
    before = "Gazette\n\n12 February 2024\n\nOfsted inspected children's services in Leeds in May 2023. "
    assert [fact[4] for fact in told(before + words)][:1] == [grade]
