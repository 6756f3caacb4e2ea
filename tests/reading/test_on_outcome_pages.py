"""Inspectors' letters, press offices' and councils' pages: what is of another grade, day, part, page or speaker."""

import pytest

NEWS = """Wirral's services for children

The Wirral Post, 14 June 2019

Ofsted inspected Wirral Council's children's services in April 2019. {}
"""


def graded(reading):
    return sorted(
        (f.inspected.edtf if f.inspected else None, f.overall.grade) for f in reading.inspections if f.overall
    )


def said(reading):
    return [
        (s.attributed_to, s.speaker, s.role, " … ".join(x.of(reading.held.text) for x in s.words.spans))
        for s in reading.statements
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # a day or an inspection to which another grade belongs
        ("Ofsted judged them good; the judgement of inadequate dates from the 2016 inspection.", [("2019-04", "good")]),
        ("It rated them good: inadequate belongs to the inspection of 2016.", [("2019-04", "good")]),
        ("They were judged good; the rating of inadequate goes back to July 2016.", [("2019-04", "good")]),
        ("They were judged good, and “inadequate” was the one from the 2016 inspection.", []),
        ("They were judged good; the grade of inadequate came from the inspection in 2016.", [("2019-04", "good")]),
        # the day of the grade itself
        ("The judgement of good dates from that inspection.", []),
        ("They had been judged inadequate in 2016.", [("2016", "inadequate")]),
        (
            "They were judged good; in 2016 they had been judged inadequate.",
            [("2016", "inadequate"), ("2019-04", "good")],
        ),
        (
            "They were judged good. The inadequate rating came from the 2016 inspection.",
            [("2016", "inadequate"), ("2019-04", "good")],
        ),
        ("They were judged good, and the inspection report came out on 12 June 2019.", [("2019-04", "good")]),
    ],
)
def test_a_day_that_belongs_to_another_grade(page, words, expected):
    assert graded(page(NEWS.format(words))) == expected


RELEASE = """Ofsted praises leaders

Bury Council news, 17 July 2018

Ofsted inspected children's services in Bury in May 2018 and judged them good. The council welcomed the report.

{}
"""


@pytest.mark.parametrize(
    ("heading", "councils"),
    [
        ("Related news", ["bury"]),
        ("Related stories:", ["bury"]),
        ("More from this section", ["bury"]),
        ("You may also like", ["bury"]),
        ("Latest council news", ["bury"]),
        ("Our neighbours", ["bury", "rochdale"]),
        ("More news came in June.", ["bury", "rochdale"]),
        ("The latest on children's services", ["bury", "rochdale"]),
        ("Other councils", ["bury", "rochdale"]),
        ("Related news reached us later.", ["bury", "rochdale"]),
    ],
)
def test_headlines_of_other_pages_tell_nothing(page, heading, councils):
    below = "Rochdale children's services rated inadequate by Ofsted - 9 July 2018"
    found = page(RELEASE.format(f"{heading}\n{below}\n")).inspections
    assert sorted({a.slug for f in found for a in f.authorities} - {"oldham"}) in (councils, ["bury"])
    if councils == ["bury"]:
        assert len(found) == 1


def test_what_stands_in_sentences_below_related_news_is_read(page):
    found = page(RELEASE.format("Related news\n\nOfsted judged Oldham's children's services inadequate in 2015.\n"))
    assert {a.slug for f in found.inspections for a in f.authorities} == {"bury", "oldham"}


STARS = """{}

Councillor Raj Mistry
Luton Borough Council

{}

Dear Councillor Mistry

{}

{}

Yours sincerely

Sandra Ellwood
Regional Director
"""


@pytest.mark.parametrize(
    ("day", "heading", "words", "published"),
    [
        (
            "3 December 2009",
            "Annual performance assessment of adult social care 2008/09",
            "In last year's assessment the Commission for Social Care Inspection gave the council two stars.",
            None,
        ),
        (
            "27 November 2008",
            "Annual performance assessment of adult social care 2007/08",
            "In 2006 the council was given a rating of two stars.",
            None,
        ),
        (
            "27 November 2008",
            "Annual performance assessment of adult social care 2007/08",
            "In 2008 the council was given a rating of two stars.",
            "2008-11-27",
        ),
        (
            "12 November 2007",
            "Performance rating of adult social care services",
            (
                "I write to inform you of the rating of your services, to be published on 29 November "
                "2007. Star rating: 2 stars"
            ),
            "2007-11-29",
        ),
        (
            "12 November 2007",
            "Performance rating of adult social care services",
            "The judgements will be published on 29 November 2007.\n\nStar rating: 2 stars",
            "2007-11-29",
        ),
        (
            "12 November 2007",
            "Performance rating of adult social care services",
            "The judgements will be published nationally.\n\nStar rating: 2 stars",
            "2007-11-12",
        ),
    ],
)
def test_a_letters_day_is_not_that_of_another_years_rating(page, day, heading, words, published):
    found = page(STARS.format("Commission for Social Care Inspection", day, heading, words)).inspections
    assert [f.overall.grade for f in found if f.overall] == ["2-stars"]
    days = {f.published.edtf for f in found if f.overall and f.published}
    assert days <= {published}


PARTS = """Report on Croydon

The Croydon Post, 9 September 2017

Everybody has now read Ofsted's report on Croydon. {} Inspectors came in June 2017.
"""


@pytest.mark.parametrize(
    ("words", "services"),
    [
        ("All of the five judgements except adoption are inadequate; adoption requires improvement.", set()),
        ("Every judgement but for adoption is inadequate, and adoption requires improvement.", set()),
        ("All the grades bar adoption are inadequate: adoption was judged good.", set()),
        ("The adoption agency was judged good.", set()),
        ("Its adoption service was inspected in 2015 and judged good.", {"adoption"}),
    ],
)
def test_what_is_excepted_is_a_part(page, words, services):
    found = page(PARTS.format(words)).inspections
    assert {f.service.slug for f in found if f.service and f.service.slug == "adoption"} == services


CARD = """Report card

Tower Hamlets Council adult learning

{}

At the last inspection, in {}, the service was judged {}.
"""


@pytest.mark.parametrize(("when", "grade"), [("March 2020", "good"), ("May 2023", "good"), ("June 2015", "inadequate")])
def test_a_scale_is_given_to_no_inspection_before_it_was_used(page, when, grade):
    found = page(CARD.format("Inspected: 2 to 5 December 2025\n\nSafeguarding: Met", when, grade)).inspections
    assert not any(j.grade.scale == "ofsted-safeguarding" for f in found for j in f.judgements if f.overall)


LETTER = """Ofsted

{}

19 March 2019

{}

{} to Thurrock children's services

This letter summarises the findings of a focused visit to Thurrock children's services on 26 and 27 February 2019.

Since the single inspection of February 2016, when services were judged to require improvement to be good,
leaders have made progress. {}

{}
"""


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Social workers told us that “we can see our managers whenever we need them”.", "focused-visit"),
        ("A parent said of her worker: “She has never once let us down.”", "focused-visit"),
        ("One young person told inspectors: “I know who to ring at night.”", "focused-visit"),
        ("In the words of one foster carer, “they always ring us back now”.", "focused-visit"),
    ],
)
def test_whom_inspectors_met_spoke_at_the_visit_of_the_letter(page, words, kind):
    reading = page(
        LETTER.format(
            "Director of Children's Services\nThurrock Council",
            "Dear Ms Tarrant",
            "Focused visit",
            words,
            "Yours sincerely",
        )
    )
    kinds = {f.key: f.kind for f in reading.inspections}
    spoken = [s for s in reading.statements if s.attributed_to == "person"]
    assert [{kinds[k] for k in s.about} <= {kind} for s in spoken] == [True]
    assert [s.said for s in spoken] == [None]


def test_a_letter_to_partners_is_a_letter(page):
    text = LETTER.format("To all leaders", "Dear local partnership", "Focused visit", "A boy said: “I feel safe.”", "")
    reading = page(text)
    assert reading.reader == "inspectors_letter"
    assert [s.said for s in reading.statements if s.attributed_to == "person"] == [None]


SPEAKERS = """Ofsted in Cheshire East

The Post, 3 May 2023

Ofsted made a focused visit to Cheshire East's children's services on 8 and 9 November 2022. {}
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # two clauses
        (
            (
                "Staff are “really tenacious people”, in the words of one head teacher, and a nurse "
                "told us “we know who to call”."
            ),
            [
                ("person", None, "head teacher", "really tenacious people"),
                ("person", None, "nurse", "we know who to call"),
            ],
        ),
        (
            "Managers are “always there for us”, according to a parent, while a teacher said “it is a long road”.",
            [("person", None, "parent", "always there for us"), ("person", None, "teacher", "it is a long road")],
        ),
        (
            "Managers were “often there”, according to Cllr Ann Lee, the leader, and she added “we have to do more”.",
            [("person", "Ann Lee", "leader", "often there … we have to do more")],
        ),
        # an aside tells of somebody else
        (
            (
                "What Ofsted's letter, about a visit made to look at care leavers, said was that "
                "“support is good in most cases”."
            ),
            [("report", None, None, "support is good in most cases")],
        ),
        (
            "Ofsted's letter, sent to the director, Ann Lee, and to parents, said: “Support is good in most cases.”",
            [("report", None, None, "Support is good in most cases.")],
        ),
        (
            "The letter, which names the leader, Cllr Bob Day, says: “Support is good in most cases.”",
            [("report", None, None, "Support is good in most cases.")],
        ),
        (
            "Inspectors, welcomed by the director, Ann Lee, said: “Support is good in most cases.”",
            [("report", None, None, "Support is good in most cases.")],
        ),
        (
            "In the letter, published on Tuesday, Cllr Ann Lee, the leader, said: “Support is good in most cases.”",
            [("person", "Ann Lee", "leader", "Support is good in most cases.")],
        ),
        (
            "Asked about the letter, which came in May, Cllr Ann Lee, the leader, said: “We know what to do.”",
            [("person", "Ann Lee", "leader", "We know what to do.")],
        ),
        # a judge
        (
            (
                "They wrote of “a legacy of poor practice”. The judge, Mr Justice Keaton, had said as "
                "much in 2021: “There has been a failure at every level.”"
            ),
            [
                ("report", None, None, "a legacy of poor practice"),
                ("person", None, None, "There has been a failure at every level."),
            ],
        ),
        (
            (
                "They wrote of “a legacy of poor practice”. Mrs Justice Hall had been as blunt: "
                "“There has been a failure at every level.”"
            ),
            [
                ("report", None, None, "a legacy of poor practice"),
                ("person", None, None, "There has been a failure at every level."),
            ],
        ),
        # what was asked, and nobody said
        ("Did the leader, Cllr Ann Lee, say that it was “a kick up the backside”? It was her deputy.", []),
        ("Q. Has the director, Ann Lee, ever told staff that “nobody is safe”? A. She has not.", []),
        (
            "Did Cllr Ann Lee, the leader, read it? “We have to do better,” she said.",
            [("person", "Ann Lee", "leader", "We have to do better,")],
        ),
        (
            "Cllr Ann Lee, the leader, said: “Did you read the report?”",
            [("person", "Ann Lee", "leader", "Did you read the report?")],
        ),
        # a verb left out
        (
            "Ofsted said that it was “patchy in places”, and the leader, Cllr Ann Lee, that “nobody could deny it”.",
            [("report", None, None, "patchy in places"), ("person", "Ann Lee", "leader", "nobody could deny it")],
        ),
        (
            "The leader, Cllr Ann Lee, said it was “a bad week”, and the letter that “support is slow to come”.",
            [("person", "Ann Lee", "leader", "a bad week"), ("report", None, None, "support is slow to come")],
        ),
        # what stands around an office
        (
            "What does the leader, Cllr Brenda O'Neill, say? “We are proud of what we do for children.”",
            [("person", "Brenda O'Neill", "leader", "We are proud of what we do for children.")],
        ),
        (
            "“It is wholly inadequate” – Cllr Ann James, leader of the council, about her own government's grant",
            [("person", "Ann James", "leader of the council", "It is wholly inadequate")],
        ),
    ],
)
def test_who_said_it(page, words, expected):
    assert said(page(SPEAKERS.format(words))) == expected


@pytest.mark.parametrize(
    ("words", "inspected"),
    [
        (
            (
                "York's council has today responded to Ofsted's inspection of children's services, "
                "which took place between 7 and 18 March."
            ),
            "2022-03-07/2022-03-18",
        ),
        (
            (
                "York's council has this week welcomed Ofsted's inspection of children's services, "
                "which took place between 7 and 18 March."
            ),
            "2022-03-07/2022-03-18",
        ),
        ("Last week York's children's services were judged good by Ofsted.", None),
        ("Earlier this week York's children's services were rated good by Ofsted.", None),
        ("Last week Ofsted inspected York's children's services.", "2022-06-20/2022-06-26"),
    ],
)
def test_the_days_of_a_visit_and_not_of_an_answer(page, words, inspected):
    found = page(f"News\n\nCity of York Council, 28 June 2022\n\n{words}\n").inspections
    assert [f.inspected.edtf if f.inspected else None for f in found] == [inspected]


ASIDE = """{}

Merton's children's services were inspected by Ofsted in March 2022.

{}
"""


@pytest.mark.parametrize(
    ("title", "below", "published"),
    [
        ("News from Merton", "We were judged outstanding (published 25 April 2022).", None),
        ("News from Merton", "Ofsted's report (published 25 April 2022) is on our website.", None),
        ("News from Merton", "In 2017 (published 8 July) they were judged good.", None),
        ("News from Merton (published 25 April 2022)", "We thank our staff.", "2022-04-25"),
        ("News from Merton", "We thank our staff. (Posted on 25 April 2022)", "2022-04-25"),
    ],
)
def test_a_page_is_not_published_on_the_day_of_a_report_in_brackets(page, title, below, published):
    found = page(ASIDE.format(title, below)).published
    assert (found.edtf if found else None) == published
