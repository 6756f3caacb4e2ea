"""Pages that go round several councils, years and kinds of inspection, and what each of their "
"sentences is of."""

import pytest


@pytest.fixture
def told(told):
    """The same in no order."""
    return lambda text: set(told(text))


SUFFOLK = (
    "Hansard, 14 May 2019\n\nI want to speak about three letters. Ofsted and the Care Quality Commission "
    "inspected the "
    "Suffolk local area for its SEND services from 12 to 16 December 2016.\n\n"
)


@pytest.mark.parametrize(
    ("words", "council"),
    [
        ("The third is Surrey's. The visit was from 17 to 21 October 2016.", "surrey"),
        ("The second letter is Surrey's. That area was inspected from 17 to 21 October 2016.", "surrey"),
        ("Another was Hertfordshire's. The inspectors were there from 17 to 21 October 2016.", "hertfordshire"),
    ],
)
def test_the_next_of_a_row_is_of_the_council_that_it_is_said_to_be_of(words, council, told):
    found = {each[:3] for each in told(f"{SUFFOLK}{words}\n") if each[2] == "2016-10-17/2016-10-21"}
    assert found <= {(council, "area-send", "2016-10-17/2016-10-21")}


@pytest.mark.parametrize(
    "words",
    ["The third is Surrey Wright's. The visit was in October 2016.", "The third is at Surrey's expense. It was cold."],
)
def test_a_person_or_an_expense_is_no_next_council(words, told):
    assert "surrey" not in {each[0] for each in told(f"{SUFFOLK}{words}\n")}


@pytest.mark.parametrize("who", ["people were", "staff were", "inspectors were", "team was"])
def test_those_of_an_inspectorate_who_were_there_made_a_visit(who, told):
    text = (
        f"24 January 2025\n\nDERBY\n\nOfsted's {who} in Derby from 4 to 15 March 2024. The report on the "
        f"city's children's "
        "services, published on 3 May 2024, judged them good overall.\n"
    )
    assert told(text) == {("derby", "childrens-services", "2024-03-04/2024-03-15", "2024-05-03", "good")}


def test_a_grade_of_two_council_areas_is_no_part_among_several(told):
    text = (
        "Ofsted was with North Northamptonshire and West Northamptonshire, and the trust that serves them "
        "both, from 24 June "
        "to 5 July 2024. Services for children in the two council areas were judged to require improvement "
        "to be good "
        "overall.\n"
    )
    both = "north-northamptonshire+west-northamptonshire"
    assert told(text) == {
        (both, "childrens-services", "2024-06-24/2024-07-05", "", "requires-improvement"),
    }


@pytest.mark.parametrize(
    "words",
    [
        (
            "In 2019 Cornwall was judged outstanding overall, and at its last inspection, in November 2022, it "
            "was again judged "
            "outstanding overall."
        ),
        "In 2019 Cornwall was rated outstanding, and in November 2022 it was once more rated outstanding.",
    ],
)
def test_the_same_grade_again_on_another_day_is_of_another_inspection(words, told):
    text = f"Cornwall Council\n\n12 June 2026\n\nOfsted inspected children's services in April 2026. {words}\n"
    assert {(each[2], each[4]) for each in told(text)} >= {("2019", "outstanding"), ("2022-11", "outstanding")}


def test_the_same_grade_told_again_of_one_inspection_is_one(told):
    text = (
        "Cornwall Council\n\nOfsted inspected children's services in April 2019 and rated them outstanding, "
        "and its report "
        "of 3 June 2019 says that they are outstanding.\n"
    )
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Then it was “adequate”, which is a word that nobody has used since.",
        "The service was “inadequate”, a word that nobody forgets.",
        "It was “good”, which was the only word they had.",
    ],
)
def test_a_word_that_is_spoken_of_is_no_grade(words, told):
    text = f"Ofsted inspected Plymouth's children's services in May 2014 and said a great deal. {words}\n"
    assert {each[4] for each in told(text)} == {""}


def test_a_grade_with_a_clause_behind_it_is_one(told):
    text = "Ofsted inspected Plymouth's children's services in May 2014 and judged them good, which pleased them.\n"
    assert {each[4] for each in told(text)} == {"good"}


HISTORY = """STOCKPORT METROPOLITAN BOROUGH COUNCIL

Cabinet, 26 September 2017

2.0  THE 2017 INSPECTION

2.1  Ofsted's inspectors were on site from 24 April to 18 May 2017. Children's services were judged good overall.

3.0  A SHORT HISTORY

3.2  For 2010 Ofsted rated Stockport's children's services as performing well.

3.3  Safeguarding and looked after children, 2011. Ofsted and the Care Quality Commission inspected from 3 to 14 \
October 2011. The overall effectiveness of safeguarding was judged adequate; the overall effectiveness of services for \
looked after children was judged good.
"""


def test_the_two_grades_of_a_visit_are_its_own_among_other_inspections(page):
    found = {fact.inspected.edtf: fact for fact in page(HISTORY).inspections if fact.inspected}
    assert found["2017-04-24/2017-05-18"].overall.grade == "good"
    assert [j.grade.grade for j in found["2011-10-03/2011-10-14"].judgements] == ["adequate", "good"]
    assert found["2011-10-03/2011-10-14"].overall is None


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("It had the same judgement for help and protection and for the impact of leaders.", 2),
        ("Help and protection, and children in care were judged the same; care leavers were judged good.", 2),
        ("Help and protection was judged the same.", 1),
        ("Help and protection was not the same.", 0),
        ("It had the same roof for help and protection.", 0),
        ("The weather was judged the same.", 0),
    ],
)
def test_parts_that_were_judged_the_same_as_the_whole(words, parts, page):
    text = (
        "Southend-on-Sea Borough Council\n\nOfsted inspected children's services from 4 to 15 February 2019. "
        "Overall the "
        f"council was judged to require improvement to be good. {words}\n"
    )
    found = [j.grade.grade for fact in page(text).inspections for j in fact.judgements]
    assert found.count("requires-improvement") == parts


@pytest.mark.parametrize(
    "between",
    [
        "There is no overall grade, and the council has not made one up.",
        "We are proud. The report is long.",
    ],
)
def test_a_part_of_a_page_is_of_the_one_service_named_by_then(between, told):
    text = (
        "Cornwall Council news\n\n12 June 2026\n\nCornwall's children's services were inspected by Ofsted "
        "from 20 to 24 April "
        f"2026.\n\nWhat is different\n\n{between} In May 2019 Cornwall was judged outstanding "
        f"overall.\n\nAdult "
        "learning\n\nOur adult learning was inspected by Ofsted in January 2026.\n\nYouth justice\n\nNobody "
        "has come.\n"
    )
    assert ("cornwall", "childrens-services", "2019-05", "", "outstanding") in told(text)


def test_a_part_of_a_page_that_has_named_two_services_is_of_neither(told):
    text = (
        "Cornwall Council news\n\n12 June 2026\n\nCornwall's children's services were inspected by Ofsted "
        "from 20 to 24 April "
        "2026.\n\nAdult learning\n\nOur adult learning was inspected by Ofsted in January 2026.\n\nYouth "
        "justice\n\nNobody has "
        "come.\n\nWhat is different\n\nIn May 2019 Cornwall was judged outstanding overall.\n"
    )
    assert "2019-05" not in {each[2] for each in told(text)}


@pytest.mark.parametrize("begins", ["It concluded that", "Ofsted found that", "The letter said that"])
def test_what_a_years_assessment_concluded_is_its_grade(begins, told):
    text = (
        "Warwickshire County Council, 9 February 2011\n\nOfsted's annual assessment of the Council's "
        "children's services for "
        f"2010 had been published on 9 December 2010. {begins} children's services in Warwickshire perform "
        f"well. In the "
        "annual assessment for 2009 the Council's services had been judged to perform adequately.\n"
    )
    assert {each[2:] for each in told(text)} == {
        ("2010", "2010-12-09", "performs-well"),
        ("2009", "", "performs-adequately"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "Under the previous framework the area had been inspected in May 2017.",
        "Under the old handbook it was last inspected in May 2017.",
        "The area was inspected in the same way in May 2017.",
    ],
)
def test_the_day_of_a_visit_under_a_framework_is_the_visits(words, told):
    text = f"Hounslow Council\n\nOfsted and the CQC inspected SEND services in Hounslow in February 2024. {words}\n"
    assert {each[2] for each in told(text)} == {"2024-02", "2017-05"}


def test_the_day_of_a_framework_is_no_visits(told):
    text = (
        "Hounslow Council\n\nOfsted and the CQC inspected SEND services in Hounslow in February 2024. The "
        "framework for local "
        "areas came into force in May 2017.\n"
    )
    assert {each[2] for each in told(text)} == {"2024-02"}


@pytest.mark.parametrize("number", ["2.2", "12", "2.2.1"])
def test_the_number_of_a_paragraph_counts_nothing(number, told):
    text = (
        "Cumbria County Council\n\nReport, 3 May 2018\n\n"
        f"{number} In November 2017 a further full inspection by Ofsted judged the county's children's "
        f"services to require "
        "improvement to be good.\n"
    )
    assert {each[2:] for each in told(text)} == {("2017-11", "", "requires-improvement")}


def test_so_many_in_a_county_are_counted(told):
    text = (
        "Cumbria County Council\n\nOfsted inspected children's services in May 2017. Since then 12 in the "
        "county were judged "
        "good.\n"
    )
    assert {each[4] for each in told(text)} == {""}


@pytest.mark.parametrize("begins", ["The assessment was", "It was", "The rating was"])
def test_the_day_on_which_an_assessment_came_out_is_its_own(begins, told):
    text = (
        "Essex County Council, 14 January 2010\n\nIn Ofsted's annual performance assessment for 2008 the "
        "County's services "
        f"for children were graded adequate (2). {begins} published in December 2008.\n"
    )
    assert {each[2:] for each in told(text)} == {("2008", "2008-12", "adequate")}


def test_the_year_and_the_month_of_one_visit_are_one_inspection(told):
    text = (
        "Hansard, 23 April 2013\n\nIn the inspection of safeguarding and looked-after children by Ofsted in "
        "2011, safeguarding "
        "in Norfolk was looked at.\n\nSafeguarding was judged adequate in July 2011, and services for "
        "looked-after children "
        "in Norfolk were judged adequate as well.\n"
    )
    assert {each[2] for each in told(text)} == {"2011-07"}


@pytest.mark.parametrize(
    "then",
    ["Cornwall's was the happier. It was judged outstanding.", "The letter to Cornwall judged it outstanding."],
)
def test_a_council_told_of_for_one_service_alone_is_given_no_other(then, told):
    text = (
        "The Herald, 4 May 2018\n\nTwo letters came. The first, to Devon County Council, said that its "
        "services for children "
        "were poor; Ofsted had inspected in March. The second, to Cornwall Council, was about its fostering "
        "service.\n\n"
        f"{then} Devon's was judged to require improvement.\n"
    )
    assert {each[:2] for each in told(text) if each[0] == "cornwall"} <= {("cornwall", "fostering")}
    assert ("devon", "childrens-services", "2018-03", "", "requires-improvement") in told(text)


def test_a_council_reached_after_one_of_another_service_is_not_given_the_pages(told):
    text = (
        "The Wessex Review, 5 June 2023\n\nOfsted judged children's services in Swindon good in May "
        "2023.\n\nIn Plymouth it was "
        "adult learning that was inspected, from 7 to 10 February 2023, and Ofsted rated it good.\n\nDevon's "
        "turn is next. "
        "It was rated inadequate in 2020.\n"
    )
    assert {each[:2] for each in told(text)} == {("swindon", "childrens-services"), ("plymouth", "adult-learning")}


def test_a_council_reached_after_one_of_the_same_service_is(told):
    text = (
        "The Wessex Review, 5 June 2023\n\nOfsted judged children's services in Swindon good in May "
        "2023.\n\nIn Plymouth they "
        "were inspected in February 2023 and rated good.\n\nDevon was rated inadequate in 2020.\n"
    )
    assert ("devon", "childrens-services", "2020", "", "inadequate") in told(text)


def test_two_councils_that_share_a_director_have_an_inspection_each(told):
    text = (
        "Hampshire County Council and the Isle of Wight Council share a director. Inspectors from Ofsted "
        "looked at both. On "
        "the Isle of Wight, children's services were judged good in November 2018; on the mainland, "
        "Hampshire's were judged "
        "outstanding in May 2019.\n"
    )
    assert {(each[0], each[2], each[4]) for each in told(text)} == {
        ("isle-of-wight", "2018-11", "good"),
        ("hampshire", "2019-05", "outstanding"),
    }


@pytest.mark.parametrize(
    "provider",
    [
        "reablement service, which is registered with the CQC,",
        "shared lives scheme",
        "day centre in Low Fell",
        "supported living service",
    ],
)
def test_an_inspection_of_a_provider_of_care_is_none_of_the_council(provider, told):
    text = (
        "Gateshead Council, 6 June 2023\n\nAdult social care\n\nThe Care Quality Commission will begin its "
        "assessments this "
        f"year. The Council's own {provider} was inspected by the Commission in April 2022.\n"
    )
    assert told(text) == set()


def test_a_page_titled_with_a_place_is_not_of_the_other_council_that_it_names_in_passing(told):
    text = (
        "Minutes: Improvement Board, Herefordshire, 3 October 2023\n\nOfsted had judged children's services "
        "inadequate in July "
        "2022.\n\nMembers noted that Worcestershire County Council had taken six years, and asked how.\n"
    )
    assert {each[0] for each in told(text)} <= {"herefordshire"}


def test_the_day_of_the_papers_own_report_is_none_of_the_inspectors(told):
    text = (
        "LETTERS\n\nSir, Your report of 3 May said that Ofsted judged Trafford's children's services "
        "inadequate. They were "
        "judged inadequate in 2019.\n"
    )
    assert {each[3] for each in told(text)} <= {""}
