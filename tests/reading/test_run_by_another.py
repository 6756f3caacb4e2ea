"""Councils that came before, ran another's services, or share one: of which of them a sentence tells."""

import pytest

ISLE = "Isle of Wight Council news\n\nPublished: 12 June 2024\n\nOfsted inspects children's services.\n\n{}\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Children's services were judged good in May 2018, when they were run by Hampshire County Council.",
        "Children's services were judged good in May 2018, when it was being run by Hampshire County Council.",
        "In May 2018, while it was being supported by Hampshire County Council, children's services were judged good.",
        "Children's services were judged good in May 2018, at a time when they were led by Hampshire County Council.",
        "Children's services were judged good in May 2018, after they had been taken over by Hampshire County Council.",
    ],
)
def test_a_council_that_ran_anothers_services_was_not_inspected(told, sentence):
    assert told(ISLE.format(sentence)) == [("isle-of-wight", "childrens-services", "2018-05", "", "good")]


@pytest.mark.parametrize(
    ("sentence", "council"),
    [
        ("The adult learning service run by Kent County Council was judged good in May 2018.", "kent"),
        ("Kent County Council, which ran it then, had its adult learning judged good in May 2018.", "kent"),
    ],
)
def test_a_council_is_of_what_it_runs_itself(told, sentence, council):
    assert told(f"Learning for adults\n\nOfsted inspects it.\n\n{sentence}\n") == [
        (council, "adult-learning", "2018-05", "", "good")
    ]


GUIDE = """County records > Guide 31

Inspection papers of the former county council

Dorset County Council came to an end on 31 March 2019. Its successor is Dorset Council.

{}
"""


@pytest.mark.parametrize(
    ("sentence", "council", "day"),
    [
        ("Ofsted inspected children's services in February 2016 and judged them good.", "dorset-county-council",
         "2016-02"),
        ("Ofsted inspected Dorset's children's services in February 2016 and judged them good.",
         "dorset-county-council", "2016-02"),
    ],
)  # fmt: skip
def test_a_visit_is_of_the_council_that_there_was_then(told, sentence, council, day):
    assert told(GUIDE.format(sentence)) == [(council, "childrens-services", day, "", "good")]


def test_a_page_that_goes_on_to_the_new_council_is_of_both(told):
    text = (
        "Dorset Council: our inspections\n\nDorset Council replaced Dorset County Council on 1 April 2019.\n\n"
        "In February 2016 Ofsted inspected children's services and judged them to require improvement. "
        "In 2021 they were judged good.\n"
    )
    assert [(council, day) for council, _, day, _, _ in told(text)] == [
        ("dorset-county-council", "2016-02"),
        ("dorset", "2021"),
    ]


def test_what_has_no_day_is_not_of_the_new_council_where_its_paragraph_is_of_the_old(told):
    text = GUIDE.format(
        "Inspectors were here from 23 February 2016 to 17 March 2016 and judged children's services good. "
        "The Dorset Safeguarding Children Board was found to require improvement."
    )
    assert {council for council, *_ in told(text)} == {"dorset-county-council"}


SHARED = """News of councils

Posted Friday 8 November 2019

Adult learners in Essex and Southend-on-Sea go to classes put on by a service that the two councils share. Ofsted
inspected it in September and graded it requires improvement. {}
"""


@pytest.mark.parametrize(
    ("sentence", "councils"),
    [
        ("In 2015, when it belonged to Essex alone, it had been good.", "essex"),
        ("In 2015, before the two were joined, Essex had been judged good.", "essex"),
        ("In 2015 it had been judged good.", "essex+southend-on-sea"),
    ],
)
def test_a_service_was_of_one_before_it_was_shared(told, sentence, councils):
    assert (councils, "adult-learning", "2015", "", "good") in told(SHARED.format(sentence))


ROUND = """News of councils

Posted Friday 8 November 2019

Thurrock's turn came in May, when Ofsted and the Care Quality Commission asked how special educational needs are met.

{}
"""


@pytest.mark.parametrize(
    "opening",
    [
        "The fourth visit took in two councils at once. Cambridgeshire and Peterborough run one youth justice service",
        "The fourth inspection was of two councils. Cambridgeshire and Peterborough have the same youth justice team",
        "One report covered two councils. Cambridgeshire and Peterborough share a youth offending service",
    ],
)
def test_a_paragraph_that_names_others_says_no_more_of_the_one_above(told, opening):
    rest = "It was judged Good overall, according to the report of 31 October."
    text = f"{opening}, and HM Inspectorate of Probation marked it in August. {rest}"
    assert told(ROUND.format(text)) == [
        ("thurrock", "area-send", "2019-05", "", ""),
        ("cambridgeshire+peterborough", "youth-justice", "2019-08", "2019-10-31", "good"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Suffolk had the shortest visit of all. Ofsted was there in April and rated children's services good.",
         ("suffolk", "childrens-services", "2019-04", "", "good")),
        ("Suffolk had just the one inspection. Ofsted rated its children's services good in April.",
         ("suffolk", "childrens-services", "2019-04", "", "good")),
        ("Suffolk's turn was in April, when Ofsted spent a week with its children's services.",
         ("suffolk", "childrens-services", "2019-04", "", "")),
        ("Suffolk had a new library in April. Ofsted rated children's services good.", None),
    ],
)  # fmt: skip
def test_a_county_whose_turn_it_is_is_a_council(told, sentence, expected):
    found = [each for each in told(ROUND.format(sentence)) if each[0] == "suffolk"]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Solihull's children's services had a focused visit booked and then cancelled in May 2021.",
        "Solihull had an inspection of its children's services arranged for May 2021, then called off.",
        "Solihull's children's services had a joint targeted area inspection announced and then withdrawn.",
        "A focused visit to Solihull's children's services was announced for 4 May 2021 and withdrawn on 3 May.",
        "Ofsted announced a focused visit to Solihull's children's services in May 2021, only to withdraw it.",
        "Ofsted announced a focused visit to Solihull's children's services in May 2021 and then thought better of it.",
        "Ofsted gave notice of a focused visit to Solihull's children's services in May 2021 but soon dropped it.",
    ],
)
def test_a_visit_announced_and_withdrawn_was_none(told, sentence):
    assert told(f"Notes on children's services\nPublished: 13 August 2021\n\n{sentence}\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Solihull's children's services had a focused visit in May 2021 and a new director was announced.",
        "Solihull's children's services had a focused visit, announced and carried out in May 2021.",
        "A focused visit to Solihull's children's services took place in May 2021; one announced in April was dropped.",
    ],
)
def test_a_visit_that_was_made_is_kept(told, sentence):
    found = told(f"Notes on children's services\nPublished: 13 August 2021\n\n{sentence}\n")
    assert found == [("solihull", "childrens-services", "2021-05", "", "")]
