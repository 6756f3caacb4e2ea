"""Pages on which several councils, services, years and inspectorates stand: what is told of one is not the next's."""

import pytest

PAGE = """How our councils fared

The Northern Post, 14 May 2024

Ofsted, the Care Quality Commission and HM Inspectorate of Probation have all reported.

{}
"""


def _told(told, words, *wanted):
    """Of each inspection: council, service, when inspected, when published, grade; those of them that are wanted."""
    return [tuple(each[i] for i in wanted) for each in told(PAGE.format(words))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # a clause told in passing names another service than the one that was rated
        (
            "Bury, whose children's services are thriving too, was rated good for adult social care by the CQC.",
            [("bury", "adult-social-care")],
        ),
        (
            "Leeds, where children's services are run by a trust, was rated good for adult social care by the CQC.",
            [("leeds", "adult-social-care")],
        ),
        (
            "Bury, whose children's services were inspected by Ofsted in March, was rated good.",
            [("bury", "childrens-services")],
        ),
        ("Bury was rated good for adult social care by the CQC.", [("bury", "adult-social-care")]),
        # the service that one council has, named as its own, is not the next council's
        (
            """Wigan has done well. Its adult education service was rated outstanding in 2022.

Manchester was judged good in 2022.""",
            [("wigan", "adult-learning")],
        ),
        (
            """Wigan has done well. Its own youth justice service was rated outstanding in 2022.

Manchester was judged good in 2022.""",
            [("wigan", "youth-justice")],
        ),
        (
            """Kent's youth justice service was rated good by HM Inspectorate of Probation in 2022.

Medway was rated outstanding in 2023.""",
            [("kent", "youth-justice"), ("medway", "youth-justice")],
        ),
        (
            """Ofsted says Wigan has done well. Its children's services were rated outstanding in 2022.

Manchester was judged good in 2022.""",
            [("wigan", "childrens-services"), ("manchester", "childrens-services")],
        ),
        # monitoring visits to a council that has a grade are none of an area
        (
            """In March the area's SEND arrangements were inspected. Bury, which had been rated inadequate in 2022, has
now had five monitoring visits. The last of them was in April.""",
            [],
        ),
        # a framework behind a stop
        (
            """Its record in the case of Bury: looked after children, 2012, adequate; single inspection, June 2016, good
overall.""",
            [("bury", "childrens-services")],
        ),
        # an agency that is registered apart is not the council's
        (
            """Bright Start's fostering service, registered separately from Reading Borough Council, was inspected by
Ofsted in 2010 and rated good.""",
            [],
        ),
        (
            """A fostering service independent of Reading Borough Council was inspected by Ofsted in 2010 and rated
good.""",
            [],
        ),
        (
            "Reading Borough Council's fostering service was inspected by Ofsted in 2010 and rated good.",
            [("reading", "fostering")],
        ),
    ],
)
def test_a_grade_is_of_the_service_it_was_given(told, words, expected):
    assert _told(told, words, 0, 1) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # of two councils in one sentence each has its own day
        (
            """Leeds's children's services were inspected by Ofsted in November 2022, when they were judged inadequate,
and Bury's were judged good at the inspection of March 2023.""",
            [("leeds", "2022-11", "inadequate"), ("bury", "2023-03", "good")],
        ),
        (
            """Ofsted inspected children's services in Leeds in May 2022 and rated them good, and Bury's were judged to
require improvement at their inspection in June 2023.""",
            [("leeds", "2022-05", "good"), ("bury", "2023-06", "requires-improvement")],
        ),
        # of whom "each" is stands behind the stop: whose the grade and the days are, no rule of one grade tells
        (
            """In each case children's services had been judged inadequate by Ofsted: Worcestershire in January 2017,
Reading in 2015 and again in 2018, and Birmingham on four occasions.""",
            [],
        ),
        (
            """All had been judged inadequate by Ofsted for children's services: Worcestershire in January 2017, and
Birmingham in 2014.""",
            [],
        ),
        # what had been so once is not in the report just welcomed
        (
            """Ofsted judged Bury's children's services good in March 2023. The leader welcomed the report but said that
in 2014 the service had been rated outstanding.""",
            [("bury", "2023-03", "good"), ("bury", "2014", "outstanding")],
        ),
        # when inspectors came, and when the grade was given
        (
            "Bury's children's services were rated outstanding in May 2022 after inspectors visited in March.",
            [("bury", "2022-03", "outstanding")],
        ),
        (
            """Bury's children's services were rated outstanding by Ofsted in January 2022 after inspectors came in
November.""",
            [("bury", "2021-11", "outstanding")],
        ),
        (
            "Bury's children's services were rated outstanding by Ofsted in May 2022.",
            [("bury", "2022-05", "outstanding")],
        ),
        # another time than the year told just before
        (
            """Ofsted last inspected children's services in Bury in 2018. This time, inspectors who visited in November
found much to praise.""",
            [("bury", "2018", ""), ("bury", "2023-11", "")],
        ),
        # what else happened in a year
        (
            "Ofsted says children's services in Bury are good, having come out of intervention in 2020.",
            [("bury", "", "good")],
        ),
        (
            """Children's services in Bury, which came out of special measures in 2020, were judged good by Ofsted in
2022.""",
            [("bury", "2022", "good")],
        ),
        ("The report on children's services in Bury by Ofsted came out in 2020.", [("bury", "", "")]),
    ],
)
def test_a_day_is_of_the_inspection_made_on_it(told, words, expected):
    assert _told(told, words, 0, 2, 4) == expected


def test_a_report_that_came_out_came_out_then(told):
    words = "The report on children's services in Bury, which Ofsted rates as good, came out in March 2020."
    assert _told(told, words, 0, 3, 4) == [("bury", "2020-03", "good")]


def test_thanks_to_another_council_do_not_turn_the_page_to_it(page):
    text = """Minutes of the Cabinet, Bury Council, 17 September 2019

34. Ofsted inspection of children's services

Ofsted had inspected in May 2019 and judged that services were good.

The Director paid tribute to Essex County Council, which was outstanding and had been a partner. The Leader welcomed
the report: in 2012 the service had been rated adequate.
"""
    assert {a.slug for each in page(text).inspections for a in each.authorities} == {"bury"}


def test_a_combined_service_is_inspected_once(told):
    words = """Cambridgeshire and Peterborough share a youth justice service. It was inspected by HM Inspectorate of
Probation in October 2023 and rated good.

The youth justice service is managed in Cambridgeshire. The previous inspection was in 2016."""
    both = "cambridgeshire+peterborough"
    assert _told(told, words, 0, 2) == [(both, "2023-10"), (both, "2016")]


SAID = "“We knew that it would be hard.”"
BURY = "Ofsted judged children's services in Bury good in March 2024."


@pytest.mark.parametrize(
    ("words", "speaker", "organisation"),
    [
        # "its", of a place that no words here call a council
        (
            """Suffolk County Council got the same. Norfolk, by contrast, must improve; its director, Ann Lee, said the
authority “knew what it had to do”.""",
            "Ann Lee",
            None,
        ),
        (
            "Suffolk County Council got the same; its director, Ann Lee, said the authority “knew what it had to do”.",
            "Ann Lee",
            "Suffolk County Council",
        ),
        # of one of two
        (
            f"""Children's services in Bury were judged good in 2022 and those of Bolton and of Wigan are to be seen.

Leader Ann Lee said: {SAID}""",
            "Ann Lee",
            None,
        ),
        (f"{BURY}\n\nLeader Ann Lee said: {SAID}", "Ann Lee", "Bury Metropolitan Borough Council"),
        # her counterpart
        (f"{BURY} Her counterpart in Ramsbottom, Cllr Bo Day, said: {SAID}", "Bo Day", None),
        (f"{BURY} His predecessor, Cllr Bo Day, said: {SAID}", "Bo Day", None),
        # the head of a company
        (
            f"{BURY} A company that runs services for two boroughs runs them.\n\nChief executive Bo Day said: {SAID}",
            "Bo Day",
            None,
        ),
        # an office of a county, right after a city
        (
            f"""Ofsted judged children's services in Derby good in March 2024.

The county council's lead member, Cllr Bo Day, said: {SAID}""",
            "Bo Day",
            None,
        ),
        (
            f"""Ofsted judged children's services in Derby good in March 2024.

The city council's lead member, Cllr Bo Day, said: {SAID}""",
            "Bo Day",
            "Derby City Council",
        ),
        # the leader of a group
        (
            f"{BURY} The opposition has its own view. Its leader, Cllr Bo Day, said: {SAID}",
            "Bo Day",
            None,
        ),
    ],
)
def test_words_are_of_the_council_whose_office_it_is(page, words, speaker, organisation):
    last = page(PAGE.format(words)).statements[-1]
    assert (last.speaker, last.organisation) == (speaker, organisation)


def test_a_headline_says_of_which_councils_a_page_is(page):
    text = f"""Sandwell and Walsall: children's services inspected

The Northern Post, 14 May 2024

Ofsted judged children's services in Sandwell good in March 2024, and in Walsall in April.

Dudley was rated inadequate in 2018.

Cllr Ann Lee, the council's cabinet member for children, said: {SAID}
"""
    assert page(text).statements[-1].organisation is None


@pytest.mark.parametrize(
    ("words", "about"),
    [
        (f"Bo Day, who chairs Bolton's scrutiny committee, said: {SAID}", ()),
        (f"Bo Day, who chairs Bury's scrutiny committee, said: {SAID}", ("1",)),
        ("Chief inspector Bo Day said: “Bolton should be proud of that.”", ()),
        ("Chief inspector Bo Day said: “Bury should be proud of that.”", ("1",)),
        (f"The county council's lead member, Bo Day, said: {SAID}", ()),
    ],
)
def test_words_that_name_another_place_are_not_about_this_one(page, words, about):
    assert page(PAGE.format(f"{BURY}\n\nRochdale and Bolton wait.\n\n{words}")).statements[-1].about == about


def test_a_focused_visit_told_of_in_passing_is_not_what_words_are_about(page):
    text = f"""Ealing's grade slips

The report on children's services in Ealing follows an inspection by Ofsted in January, and rates them as requires
improvement. It comes two years after a focused visit that found much to praise.

Cllr Ann Lee, Ealing's cabinet member for children, said: {SAID}
"""
    found = page(text)
    (key,) = (each.key for each in found.inspections if each.kind != "focused-visit")
    assert found.statements[-1].about == (key,)
