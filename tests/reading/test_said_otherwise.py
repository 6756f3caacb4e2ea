"""Sentences that stand close to those that give a grade, and give none; beside each kind one that does."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

CHILDREN = """Ofsted report on children's services

Derbyshire County Council
12 March 2019

Ofsted inspected children's services in Derbyshire in January 2019. {}
"""
LEARNING = """Adult learning in Trafford

Trafford Council news, 14 March 2022

Ofsted carried out a monitoring visit of Trafford Council's adult and community learning service in February 2022. {}
"""
SEND = """SEND in Wirral

Wirral Council, 27 November 2023

Ofsted and the CQC carried out an area SEND inspection in Wirral in September 2023. {}
"""
ASSESSED = """Annual performance assessment

Norfolk County Council, 27 November 2008

Ofsted has published the 2008 annual performance assessment of services for children and young people in Norfolk. {}
"""

JOINT = """Safeguarding and looked after children

Norfolk County Council, 4 July 2011

Ofsted and the Care Quality Commission inspected safeguarding and looked after services in Norfolk in May 2011. {}
"""
YEARLY = """Annual children's services assessment

Norfolk County Council, 4 December 2010

Ofsted has published its 2010 annual children's services assessment of Norfolk. {}
"""


@pytest.fixture
def given(catalogue):
    def find(page, words):
        held = hold_text("page.txt", page.format(words).encode(), Sidecar())
        return [
            grade.grade
            for fact in read(held, catalogue).inspections
            for grade in [*([fact.overall] if fact.overall else []), *(each.grade for each in fact.judgements)]
        ]

    return find


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (CHILDREN, "It is one grade above inadequate."),
        (CHILDREN, "The council was judged to be well on its way to good."),
        (CHILDREN, "It is wrong to say that services were judged inadequate."),
        (CHILDREN, "The service was rated good in a survey."),
        (CHILDREN, "The council scored good in the LGA's review."),
        (CHILDREN, "For years the service was rated inadequate."),
        (CHILDREN, "Adoption was good until 2017."),
        (CHILDREN, "Leadership and management, judged good elsewhere, let the county down."),
        (CHILDREN, "Adoption was good, a young person told inspectors."),
        (CHILDREN, "It had moved from 14th to 3rd; it was rated good by Ofsted for value for money."),
        (CHILDREN, "The minutes, which recorded a judgement of inadequate, were corrected to read good."),
        (CHILDREN, "Cllr Reed proposed an amendment that the service be described as inadequate."),
        (CHILDREN, "The county's services were rated good by CQC."),
        (CHILDREN, "The council's services, which Ofsted rated inadequate under the old regime, have improved."),
        (CHILDREN, "Inspectors said that the help and protection of disabled children was outstanding."),
        (CHILDREN, "Inspectors judged leadership of the multi-agency board inadequate."),
        (CHILDREN, "Care leavers' services were not graded in 2019, but in 2015 were inadequate."),
        (CHILDREN, "Good was the judgement on leadership in 2015, and it has not changed."),
        (CHILDREN, "The experiences of care leavers were good in most respects but not all."),
        (CHILDREN, "Inspectors found leadership to be good at the top and inadequate in the middle."),
        (CHILDREN, "\n\nOverall effectiveness: good?\nLeadership: to follow"),
        (CHILDREN, "\n\nFor comparison, national picture\n\nOverall effectiveness: good\nLeadership: good"),
        (CHILDREN, "\n\nArea | Staff survey\nLeadership | Outstanding\nOverall effectiveness | Outstanding"),
        (CHILDREN, "\n\nArea | LGA peer review\nLeadership | Outstanding\nOverall effectiveness | Outstanding"),
        (CHILDREN, "St Anne's Primary had its own visit in May. Overall: good."),
        (CHILDREN, "We asked parents what they think of the museum. Overall: good."),
        (CHILDREN, "Services for children are graded by Ofsted, from outstanding down to inadequate."),
        (CHILDREN, "The grades run from outstanding at the top to inadequate."),
        (CHILDREN, "The weather was kind to the fair on Saturday. Overall: outstanding."),
        (LEARNING, "Leaders have made reasonable progress in their own opinion."),
        (LEARNING, "At the last visit, insufficient progress was found in all three themes."),
        (SEND, "Parents say there are widespread and systemic failings leading to significant concerns."),
        (SEND, "The council feared the lowest outcome, widespread and/or systemic failings."),
        (SEND, "The partnership escaped the finding of widespread and/or systemic failings."),
        (SEND, "The lowest outcome, widespread and/or systemic failings, was given to eight areas this year."),
        (SEND, "Arrangements for the youngest children typically lead to positive experiences and outcomes."),
        (SEND, "Leaders are confident that arrangements typically lead to positive experiences and outcomes."),
        (SEND, "Nationally there are widespread and/or systemic failings, a committee of MPs said."),
        (JOINT, "Safeguarding was judged good by the council before the visit and adequate by inspectors."),
        (ASSESSED, "It was given a grade 4 more often than its neighbours."),
        (ASSESSED, "The youth service was given grade 3."),
        (ASSESSED, "It was given grade 3 by the Audit Commission for housing."),
    ],
)
def test_what_is_said_otherwise_gives_no_grade(given, page, words):
    assert given(page, words) == []


@pytest.mark.parametrize(
    ("page", "words", "grades"),
    [
        (CHILDREN, "The service was rated good.", ["good"]),
        (CHILDREN, "The service was rated good, its director said.", ["good"]),
        (CHILDREN, "The service was judged good by Ofsted for the first time.", ["good"]),
        (CHILDREN, "It was judged good overall, and for care leavers, it said, there is more to do.", ["good"]),
        (CHILDREN, "It was judged good under the framework of 2018.", ["good"]),
        (CHILDREN, "Overall: good.", ["good"]),
        (CHILDREN, "They stayed for two weeks and spoke to staff. Overall: good.", ["good"]),
        (CHILDREN, "It was judged inadequate, as few had thought possible.", ["inadequate"]),
        (CHILDREN, "\n\nArea | Ofsted\nOverall effectiveness | Good", ["good"]),
        (LEARNING, "Inspectors found reasonable progress in governance and hoped for more.", ["reasonable"]),
        (SEND, "Inspectors found widespread and/or systemic failings.", ["widespread-and-or-systemic-failings"]),
        (SEND, "Arrangements typically lead to positive experiences and outcomes.", ["typically-positive"]),
        (JOINT, "Safeguarding was judged adequate.", ["adequate"]),
        (ASSESSED, "It was given grade 3.", ["good"]),
    ],
)
def test_the_same_said_plainly_gives_it(given, page, words, grades):
    assert given(page, words) == grades


def test_the_theme_of_a_visit_ends_where_a_hope_begins(catalogue):
    words = "Inspectors saw reasonable progress in governance and hoped for significant progress in teaching."
    reading = read(hold_text("page.txt", LEARNING.format(words).encode(), Sidecar()), catalogue)
    assert [each.aspect for fact in reading.inspections for each in fact.judgements] == ["governance"]


@pytest.mark.parametrize(
    "words",
    [
        "The college up the road made insufficient progress.",
        "The Stockport service's visit found insufficient progress in governance.",
        "In 2019 inspectors found significant weaknesses.",
        "Parents doubt that sufficient progress has been made.",
    ],
)
def test_the_outcome_of_another_place_or_another_time_is_not_the_visit_s(catalogue, words):
    page = LEARNING if "insufficient" in words else SEND
    reading = read(hold_text("page.txt", page.format(words).encode(), Sidecar()), catalogue)
    assert [fact.outcome for fact in reading.inspections] == [None]


NEWS = """Council responds to Ofsted report

The Derby Mail, Tuesday 12 March 2019

Ofsted has rated Derbyshire County Council's children's services as good, after an inspection in January 2019. {}
"""
ACT = "“We will act on every point in this report.”"


@pytest.fixture
def spoken(catalogue):
    def find(words):
        held = hold_text("page.txt", NEWS.format(words).encode(), Sidecar())
        return [s for s in read(held, catalogue).statements if s.in_quotation_marks]

    return find


@pytest.mark.parametrize(
    "words",
    [
        f"Jane Woods, director of children's services, should have said: {ACT}",
        f"Nobody, least of all Jane Woods, the director, said: {ACT}",
        "A parody of Cllr Ann Hill, the leader, says: “We will close every home in the county.”",
        "In a play about the council the director says: “We will close every home in the county.”",
        "The council's motto is “Working together for a better county”, inspectors said.",
        "The report quotes the council's plan: “We will recruit sixty new social workers by the summer.”",
        "If Ofsted had said “leaders have failed the children of this county”, heads would have rolled.",
        "“Leaders have failed the children of this county” – that is how Cllr Ann Hill read the report.",
    ],
)
def test_what_nobody_said_is_no_statement(spoken, words):
    assert spoken(words) == []


@pytest.mark.parametrize(
    ("words", "speaker", "role"),
    [
        ("Cllr Ann Hill, the cabinet member, flanked by the director, said: {}", "Ann Hill", "cabinet member"),
        ("Jane Woods, the director, said: {}", "Jane Woods", "director"),
        ("Asked if it was fair, the director, Jane Woods, said: {}", "Jane Woods", "director"),
        ("Jane Woods, who was director of children's services until 2017, said: {}", None, None),
        ("Jane Woods, who becomes director of children's services in May, said: {}", None, None),
        ("Jane Woods, wife of the leader of the council, said: {}", None, None),
        ("Jane Woods, spokeswoman for the leader of the council, Ann Hill, said: {}", None, None),
        ("Jane Woods, on behalf of Ann Hill, leader of the council, said: {}", None, None),
        ("Jane Woods (pictured left with Ann Hill, leader of the council) said: {}", None, None),
    ],
)
def test_an_office_is_only_the_speaker_s_own(spoken, words, speaker, role):
    in_office = [(None if s.private else s.speaker, s.role) for s in spoken(words.format(ACT))]
    assert in_office == [(speaker, role)]


def test_a_candidate_speaks_for_no_council(spoken):
    words = f"Jane Woods, a candidate for leader of the council, said: {ACT}"
    assert [(s.kind, s.speaker, s.organisation) for s in spoken(words)] == [("comment", "Jane Woods", None)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Speaking in 2016, {}", "2016"),
        ("In March 2016 {}", "2016-03"),
        ("Speaking last Thursday, {}", "2019-03-07"),
        ("Speaking before Thursday's meeting, {}", None),
        ("A month ago {}", None),
        ("In January Ofsted came. {}", "2019-03-12"),
        ("Speaking about the March 2017 cuts, {}", "2019-03-12"),
        ("{}", "2019-03-12"),
    ],
)
def test_what_was_said_before_is_not_said_on_the_page_s_day(spoken, words, day):
    said = spoken(words.format(f"Jane Woods, director of children's services, said: {ACT}"))
    assert [s.said.edtf if s.said else None for s in said] == [day]


def test_what_was_said_before_an_inspection_is_not_about_it(spoken):
    said = spoken(f"Speaking in 2016, Jane Woods, director of children's services, said: {ACT}")
    assert [s.about for s in said] == [()]


MANY = """Inspectors' round-up for the region

The Northern Post, 14 May 2019

Ofsted has published several reports on children's services. {}
"""
STARS = """How the North's councils fared

The Northern Post, 30 November 2007

The Commission for Social Care Inspection published its star ratings of council adult social care on Thursday. {}
"""


@pytest.fixture
def told(catalogue):
    def find(page, words):
        held = hold_text("page.txt", page.format(words).encode(), Sidecar())
        return [
            (
                fact.authorities[0].slug,
                fact.overall.grade if fact.overall else None,
                fact.inspected.edtf if fact.inspected else None,
            )
            for fact in read(held, catalogue).inspections
        ]

    return find


@pytest.mark.parametrize(
    ("page", "words", "facts"),
    [
        (MANY, "Bolton was judged good.", [("bolton", "good", None)]),
        (MANY, "Bolton was judged good in 2018.", [("bolton", "good", "2018")]),
        (MANY, "Bolton was judged good, the same as Rochdale in 2015.", [("bolton", "good", None)]),
        (MANY, "Bolton was judged outstanding, as Rochdale had been in 2010.", [("bolton", "outstanding", None)]),
        (MANY, "Bolton was judged good, a grade that Rochdale lost last year.", [("bolton", "good", None)]),
        (MANY, "Bolton was judged good for the second time; the first was in 2014.", [("bolton", "good", None)]),
        (MANY, "Bolton was judged good by Ofsted, councillors heard on 1 February.", [("bolton", "good", None)]),
        (
            MANY,
            "Bolton is rated good. That is better than Rochdale (requires improvement), which was inspected in 2017.",
            [("bolton", "good", None)],
        ),
        (MANY, "Either Bolton or Rochdale was judged inadequate.", []),
        (MANY, "Bury or Rochdale was judged good.", []),
        (MANY, "Rochdale took over services from Bolton, which were judged inadequate.", []),
        (MANY, "Bolton and Rochdale were judged good and outstanding respectively by their own staff.", []),
        (STARS, "Bolton has two stars.", [("bolton", "2-stars", None)]),
        (STARS, "Bolton has two and a half stars.", []),
    ],
)
def test_a_grade_and_its_day_are_of_the_council_meant(told, page, words, facts):
    assert [each for each in told(page, words) if each[1]] == facts


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Ofsted last inspected children's services in Derby in 2016.", ["2016"]),
        ("The last time Ofsted inspected children's services in Derby was not 2015 but 2016.", ["2016"]),
        ("Ofsted inspected children's services in Derby some time after March 2016.", []),
        ("Ofsted rang on 14 January 2019 and inspected children's services in Derby the following week.", []),
        ("A year ago today Ofsted inspected children's services in Derby.", []),
        ("Ofsted inspected children's services in Derby in 2018 - or was it 2017?", []),
        ("Ofsted's director visited children's services in Derby in February for the annual conversation.", []),
        ("Ofsted inspected children's services in Derby, not Derbyshire, in February 2019.", ["2019-02"]),
    ],
)
def test_only_the_day_of_a_visit_is_its_day(told, words, days):
    assert [day for _, _, day in told(MANY, words) if day] == days


@pytest.mark.parametrize(
    ("page", "words", "days"),
    [
        (YEARLY, "Norfolk performs well, as it did in 2009.", [("performs-well", None), ("performs-well", "2009")]),
        (CHILDREN, "It had three monitoring visits between 2015 and 2017.", [(None, "2019-01")]),
        (CHILDREN, "A focused visit was expected in 2018 and never came.", [(None, "2019-01")]),
        (CHILDREN, "It had a focused visit in 2018.", [(None, "2019-01"), (None, "2018")]),
    ],
)
def test_a_day_of_another_time_is_not_the_inspection_s(told, page, words, days):
    assert [(grade, day) for _, grade, day in told(page, words)] == days


FAILED = "“Leaders have failed the children of this county.”"


@pytest.mark.parametrize(
    ("words", "about"),
    [
        (f"The inspectors wrote: {FAILED}", ("1",)),
        (f"Of Derbyshire the inspectors wrote: {FAILED}", ("1",)),
        (f"About Nottinghamshire the inspectors wrote: {FAILED}", ()),
        (f"In 2015 inspectors wrote: {FAILED}", ()),
        (f"Inspectors of a school in Buxton wrote: {FAILED}", ()),
        (f"CQC wrote of the hospital: {FAILED}", ()),
        (f"In Nottinghamshire, director Tom Reed said: {FAILED}", ()),
    ],
)
def test_words_about_something_else_are_not_about_the_inspection(spoken, words, about):
    assert [s.about for s in spoken(words)] == [about]


def test_a_speaker_in_another_place_speaks_for_its_council(spoken):
    said = spoken(f"In Nottinghamshire, director Tom Reed said: {FAILED}")
    assert [s.organisation for s in said] == ["Nottinghamshire County Council"]
