"""Ordinary sentences that once gave a wrong grade, day or council; beside each kind one that gives what it says."""

import pytest

PAGES = {
    "council": """Ofsted report on children's services

Suffolk County Council
12 March 2019

Ofsted inspected children's services in Suffolk in January 2019. {}
""",
    "news": """Inspectors and the county

The Suffolk Post, Tuesday 12 March 2019

{}
""",
    "many": """A round of inspections

The Northern Post, 14 May 2019

Ofsted has published several reports on children's services. {}
""",
    "yearly": """Annual children's services assessment

Suffolk County Council, 4 December 2010

Ofsted has published its 2010 annual children's services assessment of Suffolk. {}
""",
    "stars": """How the North's councils fared

The Northern Post, 30 November 2007

The Commission for Social Care Inspection published its star ratings of council adult social care on Thursday. {}
""",
    "send": """SEND in Sefton

Sefton Council, 27 November 2023

Ofsted and the CQC carried out an area SEND inspection in Sefton in September 2023. {}
""",
    "revisit": """SEND revisit in Sefton

Sefton Council, 27 June 2019

Ofsted and the CQC revisited Sefton in April 2019 to see what progress had been made since the inspection of 2017. {}
""",
    "learning": """Adult learning in Bury

Bury Council news, 14 March 2022

Ofsted carried out a monitoring visit of Bury Council's adult and community learning service in February 2022. {}
""",
    "monitored": """Monitoring visit

Rotherham Council, 3 April 2017

Ofsted made its second monitoring visit to children's services in Rotherham on 14 and 15 February 2017. {}
""",
    "adults": """Adult social care in Sefton

Sefton Council news, 14 June 2024

The Care Quality Commission assessed Sefton Council's adult social care in March 2024. {}
""",
}


@pytest.fixture
def facts(page):
    def find(kind, words):
        return page(PAGES[kind].format(words)).inspections

    return find


@pytest.mark.parametrize(
    ("kind", "words", "grades"),
    [
        # a part that opens the sentence
        ("council", "On leadership the county was judged inadequate.", []),
        ("council", "In the category of care leavers Suffolk was rated outstanding.", []),
        ("council", "When it came to help and protection, the county was found to require improvement.", []),
        ("council", "In the judgement on leaders Suffolk went from good to inadequate.", []),
        ("council", "For the second time the county was rated good.", ["good"]),
        ("council", "For its children's services Suffolk was rated good.", ["good"]),
        ("council", "In its report Ofsted judged the county's services good.", ["good"]),
        # the council's own word
        ("council", "Ofsted has been and gone, and the council says its services are outstanding.", []),
        ("council", "Cllr Ann Reed believes that the services are good.", []),
        ("council", "Ofsted says that the services are good.", ["good"]),
        # a table of what grades mean
        ("council", "\n\nGrade | What it means\nOutstanding | The best there is\nGood | Services do well", []),
        ("council", "\n\nHow we compare\n\nOverall effectiveness: good\nCare leavers: good", []),
        # how well it performs, and at what
        ("yearly", "Suffolk performs well in recycling.", []),
        ("yearly", "It performs well at keeping children safe but poorly in exams.", []),
        ("yearly", "The council performs well financially, its treasurer says.", []),
        ("yearly", "The council's orchestra performs excellently.", []),
        ("yearly", "Suffolk performs well, says its leader.", []),
        ("yearly", "Most of Suffolk's services perform well.", []),
        ("yearly", "Suffolk performs well for the second year.", ["performs-well"]),
        ("yearly", "The council performs well in the assessment.", ["performs-well"]),
        ("yearly", "The council performs well, the report says.", ["performs-well"]),
        ("stars", "Bury was given three stars for its street cleaning.", []),
        ("stars", "Bury has three stars for its leisure services.", []),
        ("stars", "Bury was given three stars for the second year.", ["3-stars"]),
        ("stars", "Bolton has nearly two, and Bury was given no stars at all.", []),
        # somebody's word of an outcome
        ("send", "Arrangements lead to inconsistent experiences and outcomes, said the parents' forum.", []),
        ("send", "Cllr Ann Reed said: “Our arrangements typically lead to positive experiences and outcomes.”", []),
        ("send", "Arrangements lead to inconsistent experiences and outcomes, said the inspectors.", ["inconsistent"]),
        ("revisit", "The director was sure that sufficient progress had been made in joint commissioning.", []),
        ("revisit", "Joint commissioning: sufficient progress, said the forum, had not been made.", []),
        ("revisit", "Joint commissioning: sufficient progress.", ["sufficient"]),
        # all but one
        ("learning", "The visit found reasonable progress in all themes but safeguarding.", []),
        ("learning", "The visit found reasonable progress in all themes.", ["reasonable"]),
        ("learning", "Inspectors said learners make significant progress in their English.", []),
        # the exception, the hypothesis, the person
        ("council", "Inspectors judged that services were “good” in every area except adoption.", []),
        ("council", "The experiences of children in care were good, or would be if homes were found.", []),
        ("news", "The head of Suffolk's children's services, rated outstanding in her last job, starts in May.", []),
        # what was seen on a visit without grades
        ("monitored", "Inspectors found that services for care leavers remain inadequate.", []),
        ("monitored", "Services were judged inadequate in 2016.", ["inadequate"]),
    ],
)
def test_a_grade_is_of_what_was_judged_and_by_whom(facts, kind, words, grades):
    found = [
        grade.grade
        for fact in facts(kind, words)
        for grade in [*([fact.overall] if fact.overall else []), *(each.grade for each in fact.judgements)]
    ]
    assert found == grades


@pytest.mark.parametrize(
    ("kind", "words", "councils"),
    [
        ("many", "Services in Bolton run by Bury Council were judged good.", []),
        ("many", "Bolton's services, managed for it by Bury, were rated inadequate.", ["bolton"]),
        ("many", "Bolton Council's services, praised by neighbouring Bury, were rated good.", []),
        ("many", "Bolton has struggled and Bury, too, was judged inadequate; all of it was expected.", ["bury"]),
        ("many", "Bolton and Bury were both judged inadequate.", ["bolton", "bury"]),
        ("many", "Inspectors who rated Bolton good in February went on to rate Bury inadequate.", ["bolton", "bury"]),
        ("many", "Bury Council's director of children's services said Bolton's inadequate rating was a warning.", []),
        ("council", "It was inspected in January, the week after Norfolk, and was rated good.", []),
        ("adults", "The rating of good came out on 10 June, the week Wirral's rating of inadequate did.", []),
    ],
)
def test_a_grade_is_not_that_of_a_council_named_beside(facts, kind, words, councils):
    assert [fact.authorities[0].slug for fact in facts(kind, words) if fact.overall is not None] == councils


@pytest.mark.parametrize(
    ("kind", "words", "days"),
    [
        ("news", "Rated good on 3 May, Suffolk's children's services have come far, Ofsted says.", [(None, None)]),
        ("news", "On 3 March, inspectors judged Suffolk's children's services to be good.", [(None, None)]),
        (
            "news",
            "Ofsted inspected Suffolk's children's services on 3 March and judged them good.",
            [("2019-03-03", None)],
        ),
        ("news", "The 2015 inspection report rated Suffolk's children's services good.", [(None, "2015")]),
        ("news", "The report of the 2015 inspection rated Suffolk's children's services good.", [("2015", None)]),
        ("news", "A report of an inspection in 2015 rated Suffolk's children's services good.", [("2015", None)]),
        (
            "news",
            "Ofsted's report, in February, says that Suffolk's children's services are good.",
            [(None, "2019-02")],
        ),
        (
            "news",
            "The leader resigned in May 2017 after Suffolk's children's services were rated inadequate by Ofsted.",
            [(None, None)],
        ),
        (
            "news",
            "Three years after an inspection in 2015 rated Suffolk's children's services inadequate, they are good.",
            [(None, None)],
        ),
        (
            "news",
            "Ofsted rated Suffolk's children's services good. It had warned in 2017 that they were at risk.",
            [(None, None)],
        ),
        (
            "news",
            "Ofsted's grading of Suffolk's children's services as good, on 5 March, came after a visit in February.",
            [("2019-02", None)],
        ),
        ("council", "Ofsted told the council on 4 February that its services were good.", [("2019-01", None)]),
        ("council", "In the last week of the inspection, the team met young people.", [("2019-01", None)]),
    ],
)
def test_a_day_is_of_what_happened_on_it(facts, kind, words, days):
    found = [
        fact
        for fact in facts(kind, words)
        if fact.previous or not any(fact.key == o.previous for o in facts(kind, words))
    ]
    assert [
        (f.inspected.edtf if f.inspected else None, f.published.edtf if f.published else None) for f in found
    ] == days


def test_what_was_then_judged_was_judged_at_the_inspection_told_of_just_before(facts):
    found = facts("council", "The last inspection was in May 2015. Services were then judged inadequate.")
    assert [(f.inspected.edtf, f.overall.grade if f.overall else None) for f in found] == [
        ("2019-01", None),
        ("2015-05", "inadequate"),
    ]


def test_what_is_said_of_a_revisit_is_no_outcome_of_the_inspection_before(facts):
    first, before = facts("revisit", "Sufficient progress has been made in three of the five areas.")
    assert first.kind == "revisit" and first.outcome is not None
    assert before.outcome is None


@pytest.mark.parametrize(
    "words", ["The provider next door was found to have made insufficient progress.", "Another service was inadequate."]
)
def test_the_outcome_of_a_neighbour_is_not_the_visit_s(facts, words):
    assert [fact.outcome for fact in facts("learning", words)] == [None]


def test_help_for_schools_is_no_outcome_of_children_s_services(facts):
    [fact] = facts("council", "Ofsted judged the county's work with schools to be ineffective.")
    assert fact.outcome is None


def test_what_a_service_had_once_been_told_is_no_outcome_of_the_visit(facts):
    words = "The service had been told in 2019 that it had made insufficient progress in governance."
    assert [fact.outcome for fact in facts("learning", words)] == [None]


SAID = """Council responds to Ofsted report

The Suffolk Post, Tuesday 12 March 2019

Ofsted inspected children's services in Suffolk in January 2019. {}
"""
DUE = "“We will do what the report asks of us.”"


@pytest.fixture
def statements(page):
    return lambda words: [s for s in page(SAID.format(words)).statements if s.in_quotation_marks]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (f"Quoting the director, Cllr Ann Reed said: {DUE}", [("comment", "Ann Reed", None, None)]),
        (f"Lou Park's predecessor as director, Tom Reed, said: {DUE}", [("comment", None, None, None)]),
        (f"Its letter to the director, Lou Park, begins: {DUE}", [("comment", None, None, None)]),
        (
            f"Lou Park, who was appointed director after the inspection, said: {DUE}",
            [("response", "Lou Park", "director", "Suffolk County Council")],
        ),
        (
            "According to the report, “help comes at the right time”; according to the union, “help comes too late”.",
            [("finding", None, None, "Ofsted")],
        ),
        ("Leaders want each child to be “safe and ready to learn”, the report says, quoting the county's plan.", []),
        ("The council said the report's phrase “drift and delay” was unfair.", []),
        ("The report, which Cllr Ann Reed called “a kick in the teeth”, says leaders are “too slow to act”.", []),
        (
            "“I have had nine social workers,” one girl told inspectors, who said this was “far too many”.",
            [("comment", None, "girl", None), ("finding", None, None, "Ofsted")],
        ),
    ],
)
def test_words_are_of_the_one_who_said_them(statements, words, said):
    assert [(s.kind, s.speaker, s.role, s.organisation) for s in statements(words)] == said


@pytest.mark.parametrize(
    ("words", "about"),
    [
        (f"Ann Lee, the chief inspector, said of another council: {DUE}", ()),
        (f"In 2011 inspectors had judged services to be adequate. Cllr Ann Reed, the leader, said: {DUE}", ("1",)),
        (f"Ann Lee, the chief inspector, said of the council: {DUE}", ("1",)),
        ("In its 2015 report Ofsted said help was “late”. This time it says help “comes at the right time”.", ("1",)),
    ],
)
def test_words_are_about_the_inspection_they_speak_of(statements, words, about):
    assert statements(words)[-1].about == about
