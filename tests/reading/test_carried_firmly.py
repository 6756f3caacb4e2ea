"""What long pages carry on from sentence to sentence, and what they must not: councils, services, days, visits."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar, Unreadable
from inspections.reading.sources import hold_text


@pytest.fixture
def reading(catalogue):
    return lambda page: read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)


@pytest.fixture
def told(reading):
    def find(page):
        try:
            found = reading(page).inspections
        except Unreadable:
            return []  # it tells of none
        return [
            (
                "/".join(a.slug for a in each.authorities),
                each.service.slug if each.service else None,
                each.inspected.edtf if each.inspected else None,
                each.overall.grade if each.overall else None,
            )
            for each in found
        ]

    return find


PANEL = "MINUTES of the Children’s Scrutiny Panel held at County Hall on 12 September 2017\n\n1. Minutes\n\nAgreed.\n\n"


def test_a_council_told_of_under_one_item_may_be(told):
    page = (
        f"{PANEL}2. Fostering\n\nRochdale’s fostering service was inspected by Ofsted in May 2011.\n\n"
        "3. Adult learning\n\nThe adult learning service was inspected in June 2012 and was judged good.\n"
    )
    assert ("rochdale", "adult-learning", "2012-06", "good") in told(page)


TORBAY = (
    "Torbay Safeguarding Board: annual report\n\nIn October 2015 Ofsted inspected services for children in Torbay. "
    "They were judged inadequate overall.\n\n"
)


@pytest.mark.parametrize(
    "beside",
    [
        "Members have since been in talks with Plymouth, which was judged to require improvement in 2014.",
        "The council has borrowed two managers from Dorset, a county that was rated good.",
        "The director meets her opposite number each month, with Devon, whose grade was the same, in the chair.",
    ],
)
def test_a_visit_told_after_a_council_in_a_clause_is_not_that_ones(beside, told):
    page = f"{TORBAY}{beside} The first monitoring visit was in September 2016.\n"
    assert {place for place, *_ in told(page)} <= {"torbay"}


def test_a_council_that_a_visit_was_made_to_goes_on_being_spoken_of(told):
    page = (
        "News from the region\n\nOfsted made a visit to Plymouth, which has two big ports, in May 2016 to "
        "look at its "
        "children’s services. They were judged good.\n"
    )
    assert told(page) == [("plymouth", "childrens-services", "2016-05", "good")]


WIRRAL = (
    "Wirral Council\n\nChildren’s services: progress report\n\n28 November 2019\n\nOfsted judged Wirral’s "
    "children’s services inadequate in September 2016.\n\n"
)


@pytest.mark.parametrize(
    "many",
    [
        "Between January 2017 and March 2019 there were seven monitoring visits.",
        "From May 2017 to July 2019 inspectors made a number of monitoring visits.",
    ],
)
def test_the_ends_of_a_longer_time_are_the_days_of_no_visit(many, told):
    assert [day for _, _, day, _ in told(f"{WIRRAL}{many}\n")] == ["2016-09"]


def test_the_two_days_of_one_visit_are(told):
    page = f"{WIRRAL}Inspectors came back for a monitoring visit between 5 and 6 March 2018.\n"
    assert "2018-03-05/2018-03-06" in [day for _, _, day, _ in told(page)]


def test_a_part_told_of_then_is_not_of_the_newest_inspection(reading):
    page = (
        f"{WIRRAL}Inspectors were on site from 17 to 28 June 2019. Overall effectiveness was requires improvement to "
        "be good.\n\nThe report sets out eight areas. They include support for care leavers, which had been judged "
        "inadequate then.\n"
    )
    assert [judged.aspect for each in reading(page).inspections for judged in each.judgements] == []


TIMELINE = (
    "Northumberland: a timeline\n\nThe paper, 27 November 2021\n\nNorthumberland’s children’s services have "
    "had a hard decade.\n\n"
)


def test_months_below_a_year_that_a_heading_calls_something_are_of_that_year(told):
    page = (
        f"{TIMELINE}2012: pride\n\nInspectors from Ofsted came to Northumberland in February to see its "
        "children’s services.\n\n"
        "2018: warning\n\nA focused visit to Northumberland in July looked at the front door.\n"
    )
    assert [day for _, _, day, _ in told(page)] == ["2012-02", "2018-07"]


def test_a_visit_to_the_whole_is_not_of_the_part_that_a_page_is_headed_with(told):
    page = (
        "Norfolk County Council\n\n22 April 2016\n\nNorfolk’s adoption service is praised by Ofsted\n\n"
        "The adoption service in Norfolk is well run, inspectors say.\n\n"
        "A monitoring visit by Ofsted in March 2016 found that progress had been made. It was the third "
        "since the council "
        "was judged inadequate in 2013.\n"
    )
    assert {service for _, service, _, _ in told(page)} == {"childrens-services"}
    assert [grade for *_, grade in told(page)] == [None]


def test_an_inspection_of_the_part_is(told):
    page = (
        "Norfolk County Council\n\n22 April 2012\n\nNorfolk’s adoption service is praised by Ofsted\n\n"
        "Inspectors came to see the service in February 2012. The service was judged good.\n"
    )
    assert [service for _, service, _, _ in told(page)] == ["adoption"]


@pytest.mark.parametrize(
    "other",
    [
        "Leicestershire Police was inspected by HMICFRS in 2018. The report, from 2020, was broadly positive.",
        "The Glenfield Hospitals Trust was visited in May 2019. The inspection in June 2020 was of two wards.",
        "In 2019 Loughborough College was inspected. The visit of May 2019 went well.",
    ],
)
def test_a_report_told_after_another_body_is_not_the_councils(other, told):
    page = (
        "Leicestershire partnership report for 2020-21\n\nChildren’s services in Leicestershire were "
        "inspected by Ofsted "
        f"in September 2019 and were found to be good.\n\n{other}\n"
    )
    assert told(page) == [("leicestershire", "childrens-services", "2019-09", "good")]


@pytest.mark.parametrize(
    ("sharing", "places"),
    [
        ("The youth justice service that we share with Ludlow, Herefordshire and Worcestershire", set()),
        (
            "The youth justice service that we share with Herefordshire and Worcestershire",
            {"shropshire", "herefordshire", "worcestershire"},
        ),
    ],
)
def test_a_service_shared_with_councils_is_of_them_all_or_of_none(sharing, places, told):
    page = (
        f"Shropshire Council bulletin\n\n15 July 2022\n\n{sharing} was inspected by HM Inspectorate of "
        "Probation in 2021.\n"
    )
    assert {slug for place, *_ in told(page) for slug in place.split("/") if slug} == places


def test_a_day_in_the_clause_of_another_council_is_that_ones(told):
    page = (
        "House of Commons\n\nWednesday 6 December 2017\n\nChildren’s services\n\nMrs Ann Lee (Lab): Let me turn to "
        "Stockton-on-Tees, whose inspection by Ofsted of its children’s services was published in 2016, and "
        "to Hartlepool, "
        "where inspectors were in May 2017.\n"
    )
    assert ("stockton-on-tees", "childrens-services", "2017-05", None) not in told(page)


CALDERDALE = (
    "Calderdale’s road back\n\nBy a reporter\n\n14 March 2019\n\nIn a report published last month, Ofsted said that "
    "children’s services in Calderdale were good.\n\nKirklees, a neighbour, had a monitoring visit by Ofsted "
    "in January "
    "2019.\n\nBy 2015, when Ofsted came to Calderdale, its children’s services required improvement.\n\n"
)


def test_what_they_found_of_a_board_is_not_what_the_board_said(reading):
    page = (
        "Torbay board: annual report\n\nIn October 2015 Ofsted inspected services for children in Torbay and "
        "reviewed the "
        "Board. The Board was judged to require improvement.\n\nThey found that the Board had “not had "
        "enough influence on "
        "frontline practice”.\n"
    )
    assert [each.organisation for each in reading(page).statements] in ([], ["Ofsted"])


def test_words_said_to_a_survey_are_about_no_inspection(reading):
    page = (
        "Leicester partnership report\n\nChildren’s services in Leicester were judged good by Ofsted in "
        "September 2021.\n\n"
        "In our survey most people were pleased. A parent in Oadby said: “It was hopeless at first and now I "
        "cannot fault it.”\n"
    )
    assert reading(page).statements[-1].about == ()


FOCUS = (
    "Your Lib Dem FOCUS on Sutton\n\nSpring 2013\n\nChildren’s services in Sutton were judged good by Ofsted "
    "in May 2012.\n\n"
    "{heading}\n\nAt full council on 23 January 2013 Cllr Howard Jones said: “No council can afford to fail "
    "at this.”\n\n"
    "Published and promoted by J. Hill on behalf of Sutton Liberal Democrats, 23 High Street.\n"
)


@pytest.mark.parametrize(
    ("heading", "organisation"), [("WHAT THE TORIES SAY", None), ("WHAT WE SAY", "Sutton Liberal Democrats")]
)
def test_a_partys_page_does_not_lend_its_group_under_the_heading_of_another(heading, organisation, reading):
    (words,) = reading(FOCUS.format(heading=heading)).statements
    assert (words.organisation, words.said and words.said.edtf) == (organisation, "2013-01-23")


def test_a_report_by_two_inspectorates_together_is_of_what_they_inspect_together(told):
    page = (
        "Suffolk Free Press\n\n9 May 2024\n\nTwo watchdogs, one verdict\n\nHelp for disabled children in "
        "Suffolk has failed. "
        "A report by Ofsted and the Care Quality Commission, made public in January after three weeks of "
        "fieldwork in "
        "November, said that children wait too long.\n\nIn April the council’s children’s social care was "
        "judged good.\n"
    )
    assert ("suffolk", "area-send", "2023-11", None) in told(page)
    assert not any(service == "childrens-services" and day == "2023-11" for _, service, day, _ in told(page))


@pytest.mark.parametrize(
    "after",
    [
        "When inspectors came back two years later three of four weaknesses remained.",
        "The revisit was still to come. It was expected in the autumn.",
    ],
)
def test_an_inspection_told_of_before_a_revisit_is_none(after, reading):
    page = (
        "Suffolk report\n\n9 May 2022\n\nThe area’s special educational needs services were inspected by "
        "Ofsted and the CQC in "
        f"December 2016 in Suffolk, and a written statement of action was required. {after}\n"
    )
    assert [(e.kind, e.inspected.edtf) for e in reading(page).inspections if e.inspected] == [("full", "2016-12")]


def test_an_inspection_of_no_service_takes_none_from_another_item(told):
    page = (
        "City of York Council\n\nNotes of the session of 14 July 2022\n\n1. Minutes\n\nAgreed.\n\n2. Outcome "
        "of the Ofsted inspection\n\n"
        "Inspectors had been in the city for two weeks in March.\n\n3. Fostering\n\nThe service had been the "
        "subject of an "
        "independent review by consultants. It was described as “good with outstanding features”.\n\n4. "
        "Homes\n\nNone.\n"
    )
    assert not any(service == "fostering" or grade for _, service, _, grade in told(page))


def test_what_is_said_to_be_no_inspection_of_a_council_is_none(told):
    page = (
        "Rotherham annual report\n\nChildren’s services in Rotherham were judged good by Ofsted in November 2017.\n\n"
        "A joint targeted area inspection in September 2015 looked at exploitation across the police area. "
        "It was not an "
        "inspection of Rotherham.\n"
    )
    assert [day for _, _, day, _ in told(page)] == ["2017-11"]


def test_a_letter_from_somebody_is_no_report(reading):
    page = (
        "Rotherham annual report\n\nChildren’s services in Rotherham were judged good by Ofsted in November 2017.\n\n"
        "A letter from a young woman in Maltby reads: “You were hopeless when I came and splendid when I left.”\n"
    )
    assert [each.kind for each in reading(page).statements if each.kind == "finding"] == []


DEVON = (
    "Devon County Council\n\nScrutiny task group on children’s services\n\n18 March 2025\n\nOfsted inspected "
    "Devon in January 2020 and judged its children’s services inadequate.\n\n"
)


def test_where_members_went_is_no_inspection_and_its_director_is_not_theirs(reading):
    found = reading(
        f"{DEVON}1. We visited Torbay in June 2024. Its director, Nancy Meehan, told us that “staff had "
        "stopped believing it”.\n"
    )
    assert {a.slug for each in found.inspections for a in each.authorities} == {"devon"}
    assert [each.organisation for each in found.statements] == ["Torbay Council"]


HACKNEY = (
    "Hackney Citizen\n\n14 January 2020\n\nHow Hackney lost its halo\n\nHackney’s children’s services were "
    "the place to see. "
)


@pytest.mark.parametrize(
    "aside",
    [
        "Its model had been copied from Hull to Hampshire.",
        "They were envied in every town hall from Kent to Devon.",
        "We had visitors every single week from Essex.",
    ],
)
def test_councils_that_end_a_sentence_on_something_else_are_not_what_the_next_is_of(aside, told):
    page = (
        f"{HACKNEY}{aside} In 2012 inspectors from Ofsted judged its services for looked after children outstanding.\n"
    )
    assert {place for place, *_ in told(page)} <= {"hackney"}


def test_a_day_on_which_the_report_went_up_is_no_visits(reading):
    page = (
        f"{HACKNEY}A team of Ofsted inspectors was in Hackney for two weeks, and on 20 December, when "
        "everybody had gone "
        "home, the report went up.\n"
    )
    assert [e.inspected for e in reading(page).inspections if e.inspected] == []


TWO = (
    "Wiltshire and Swindon safeguarding partners\n\nYearly report 2023-24\n\n{foreword}Wiltshire "
    "Council\n\nIn September 2023 Ofsted inspected the council’s services for children.\n\nSwindon Borough "
    "Council\n\nSwindon’s services for children were inspected in July 2023. {swindon}\n"
)


def test_visits_after_a_week_named_by_anothers_report_are_not_the_others(told):
    swindon = (
        "It had been inspected in 2019, in the very same week as Wiltshire’s own report. There has been a "
        "monitoring visit since, "
        "in February 2024."
    )
    page = TWO.format(foreword="", swindon=swindon)
    assert ("wiltshire", "childrens-services", "2024-02", None) not in told(page)


def test_words_about_one_half_are_not_about_the_other(reading):
    page = (
        "Northamptonshire Children’s Trust: news\n\n24 March 2023\n\nThe reports on children’s services in "
        "North Northamptonshire "
        "and in West Northamptonshire were published by Ofsted on 30 November 2022.\n\nWhat the inspectors "
        "said about the North: "
        "“Children in care live in homes where they are loved.” About the West: “Leaders know their "
        "strengths very well.”\n"
    )
    found = reading(page)
    last = [s for s in found.statements if s.kind == "finding"][-1]
    assert {a.slug for e in found.inspections if e.key in last.about for a in e.authorities} <= {
        "west-northamptonshire"
    }


def test_words_of_a_letter_after_they_have_been_back_are_not_about_the_visit_before(reading):
    page = (
        "Radio Nottingham\n\n25 September 2020\n\nOfsted paid Nottingham’s children’s services a focused "
        "visit in February 2020. "
        "They’ve now been back, and I’ve got the new letter here. It says that there has been “too little "
        "progress so far”.\n"
    )
    assert [s.about for s in reading(page).statements] == [()]


@pytest.mark.parametrize(
    "passing",
    [
        "The Head of Service said that the service in Middlesbrough had been through the same thing.",
        "A member asked how the service in Rochdale was paid for.",
    ],
)
def test_a_council_named_in_passing_under_one_item_is_not_what_the_next_is_of(passing, told):
    page = (
        f"{PANEL}2. Adult learning\n\n{passing}\n\n3. Fostering\n\nIn 2011 the fostering service had been "
        "judged good by Ofsted.\n"
    )
    assert told(page) == []


def test_a_service_named_beside_another_in_passing_is_not_what_a_neighbour_was_inspected_for(told):
    page = (
        "Cambridgeshire and Peterborough: two councils, one director\n\nA comment piece, Fenland Citizen, 6 "
        "March 2019\n\n"
        "When there were two directors, Cambridgeshire's adult social care and its children's services were "
        "both thought to "
        "be strong. Its SEND services were inspected in March 2017.\n\nNorthamptonshire is what happens when "
        "it goes wrong. "
        "Inspectors visited it in October. It was inadequate in 2013 and had clawed its way back to requires "
        "improvement.\n"
    )
    assert "northamptonshire" not in {place for place, *_ in told(page)}


def test_words_after_a_neighbour_and_a_look_back_are_not_about_the_neighbour(reading):
    page = (
        "Calderdale’s long road back: how children’s services turned the corner\n\nBy a reporter\n\n14 March 2019\n\n"
        "In a report published last month, Ofsted said that services for children in the borough were good "
        "across the board."
        "\n\nNot everyone has fared so well. Kirklees, a neighbour, is still under the eye of a "
        "commissioner, although its "
        "most recent monitoring visit in January found that progress was being made.\n\nBy 2015, when Ofsted "
        "returned under "
        "its new framework, it had climbed to requires improvement, with adoption judged good.\n\nThe report "
        "says that some "
        "plans are “too long and hard for families to follow”.\n"
    )
    found = reading(page)
    (words,) = [each for each in found.statements if each.kind == "finding"]
    assert "kirklees" not in {a.slug for e in found.inspections if e.key in words.about for a in e.authorities}


def test_a_grade_of_the_latter_of_two_things_is_no_overall_grade(told):
    page = (
        "An inspection of youth justice in Sunderland\n\n26 November 2019\n\nHM Inspectorate of Probation "
        "inspected the youth "
        "justice service in Sunderland in July 2019. It looked at how it is run, and at its work with "
        "courts. For the latter "
        "it was rated outstanding.\n"
    )
    assert told(page) == [("sunderland", "youth-justice", "2019-07", None)]


def test_what_several_inspect_together_has_no_day_before_they_began(told):
    page = (
        "CUMBRIA COUNTY COUNCIL: REPORT TO CABINET, 15 March 2018\n\nOUTCOME OF THE OFSTED "
        "RE-INSPECTION\n\n1.0 EXECUTIVE "
        "SUMMARY\n\n1.1 In the spring of 2015 Cumbria was judged inadequate for the third time in four "
        "years.\n\n4.0 OTHER "
        "INSPECTIONS\n\n4.2 In December 2016 the youth offending service was inspected by HMI "
        "Probation.\n\n4.4 The SEND "
        "inspection has still not come.\n"
    )
    assert {service for _, service, _, _ in told(page)} == {"youth-justice"}


def test_a_part_that_is_not_inspected_apart_by_then_is_lent_to_no_later_visit(told):
    page = (
        "Hackney Citizen\n\n14 January 2020\n\nHow Hackney lost its halo\n\nIn 2012 inspectors judged "
        "Hackney's services for "
        "looked after children outstanding and safeguarding good.\n\nAnd then came last November. A team of "
        "Ofsted inspectors "
        "was in Hillman Street for two weeks in November 2019.\n"
    )
    assert [service for _, service, day, _ in told(page) if day == "2019-11"] == ["childrens-services"]


def test_a_visit_told_of_before_a_stop_is_not_of_the_council_behind_it(told):
    page = (
        "Hackney Citizen\n\n14 January 2020\n\nHow Hackney lost its halo\n\nIn 2016 Hackney's children's "
        "services were judged "
        "to be good by Ofsted.\n\nIslington, on the other side of Green Lanes, went the other way. It had "
        "been good in 2017, "
        "and last spring's visit found that it was now outstanding in two areas; Haringey, for so long the "
        "byword, was told at "
        "the end of 2018 that it required improvement, as Hackney does now.\n"
    )
    assert "haringey" not in {place for place, *_ in told(page)}


def test_what_one_of_us_was_told_is_nobodys_grade(told):
    page = (
        "Wiltshire and Swindon: joint committee of the two councils and the police and crime "
        "commissioner\n\nSafeguarding "
        "partners' yearly report 2023-24\n\nForeword\n\nWe write as three equal partners. In this year one "
        "of us was told "
        "that it was outstanding, one that it required improvement, and one that it was good.\n\nWiltshire "
        "Council\n\n"
        "Between 11 and 22 September 2023 Ofsted inspected the council's services for children. The "
        "judgement was outstanding, "
        "overall and in three of the five parts; in the other two it was good.\n\nSwindon Borough "
        "Council\n\nSwindon was "
        "inspected in July 2023. The outcome was inadequate.\n\nOur joint work\n\nBoth youth justice "
        "services were inspected "
        "in the year.\n"
    )
    assert {place for place, *_ in told(page)} == {"wiltshire", "swindon"}


INSPECTED = "Ofsted inspected Calderdale Council’s children’s services in January 2015 and found them to be good.\n\n"


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("At Hebden Road, which had been judged inadequate in 2010, the head was pleased.", ["2015-01"]),
        ("At Mill Lane, where teaching was rated inadequate in 2010, parents clapped.", ["2015-01"]),
        ("At Kirklees Council, which had been judged inadequate in 2010, there was joy.", ["2010", "2015-01"]),
        ("Adult social care, which moved in 2014, was not part of the inspection.", ["2015-01"]),
        ("Fostering services, which moved in 2014, were not covered by the inspection.", ["2015-01"]),
    ],
)
def test_a_place_told_of_in_passing_and_what_was_not_looked_at_have_no_inspection(words, years, catalogue):
    held = hold_text("page.txt", f"News\n\n1 December 2015\n\n{INSPECTED}{words}\n".encode(), Sidecar())
    assert sorted(each.inspected.edtf for each in read(held, catalogue).inspections) == years


@pytest.mark.parametrize(
    ("behind", "councils"),
    [
        (", a rating that led to Essex County Council sending its managers", set()),
        (", a verdict which cost the leader of Essex County Council his post", set()),
        (", which brought help from Essex County Council", set()),
        (", prompting Essex County Council to send managers", set()),
        (": that was what inspectors said of Essex County Council", {"essex"}),
        (" at Essex County Council, a rating that led to its leader going", {"essex"}),
    ],
)
def test_who_is_told_of_in_what_came_of_a_grade_did_not_get_it(behind, councils, catalogue):
    text = (
        f"The county paper\n\n4 May 2018\n\nIn 2015 Ofsted had called children’s services inadequate{behind}.\n\n"
        "Its visits to North Somerset and to Torbay are still to come. Swindon and Plymouth have had theirs.\n"
    )
    try:
        found = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    except Unreadable:
        found = ()
    assert {each.authorities[0].slug for each in found if each.overall} == councils
