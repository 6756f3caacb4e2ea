"""What newspapers, leaders and campaigners tell beside an inspection: of other bodies, other reports, other places."""

import pytest

from tests.reading.said import said

NEWS = """Inspectors and the county

The Suffolk Post, Tuesday 12 March 2019

{}
"""
ROUND = """A round of inspections

The Northern Post, 14 May 2019

Ofsted has published several reports on children's services. {}
"""


@pytest.fixture
def told(page):
    """Council, service, days and grades of each inspection that a story tells of."""

    def tell(story, words):
        return [
            (
                fact.authorities[0].slug,
                fact.service.slug,
                fact.inspected.edtf if fact.inspected else "",
                fact.published.edtf if fact.published else "",
                fact.overall.grade if fact.overall else "",
                [each.grade.grade for each in fact.judgements],
            )
            for fact in page(story.format(words)).inspections
        ]

    return tell


RATED = "Suffolk's children's services were rated inadequate by Ofsted in January 2017. "


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("The commissioner delivered his report in August 2017.", ""),
        ("Dr Ann Lee published her report in August 2017.", ""),
        ("The auditor's report came out in August 2017.", ""),
        ("The commissioner's report was published on 4 August 2017.", ""),
        ("A report by the children's commissioner for the county, published in August 2017, called for a trust.", ""),
        ("Alexis Dale's report was published in August 2017.", ""),
        ("A serious case review report was published in August 2017.", ""),
        ("The National Audit Office report came out in August 2017.", ""),
        ("The government published its white paper in August 2017.", ""),
        ("Ofsted's report was published in March 2017.", "2017-03"),
        ("The report by Ofsted was published in March 2017.", "2017-03"),
        ("In her report, published on 4 March 2017, lead inspector Ann Lee said leaders had drifted.", "2017-03-04"),
        ("The watchdog's report was published on 4 March 2017.", "2017-03-04"),
        ("Suffolk's report was published on 4 March 2017.", "2017-03-04"),
        ("The report by the education watchdog was published on 4 March 2017.", "2017-03-04"),
    ],
)
def test_a_report_of_somebody_who_does_not_inspect_dates_no_inspection(told, words, published):
    expected = ("suffolk", "childrens-services", "2017-01", published, "inadequate", [])
    assert told(NEWS, RATED + words) == [expected]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Last November's Ofsted report rated the county good.", [("", "2018-11")]),
        ("Ofsted's November 2018 report rated them good.", [("", "2018-11")]),
        ("Ofsted report, December 2018: “Services for children are inadequate.”", [("", "2018-12")]),
        ("In November 2018 Ofsted inspected the county and rated it good.", [("2018-11", "")]),
    ],
)
def test_the_month_of_a_report_is_no_month_of_a_visit(told, words, days):
    found = told(NEWS, f"Children's services in Suffolk have changed. {words}")
    assert [(inspected, published) for _, _, inspected, published, _, _ in found] == days


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # asked, and not told
        ("The council was rated good by Ofsted in 2014? Nobody at the meeting thought so.", []),
        ("Was it in 2015 that Ofsted judged the county's children's services to be good?", []),
        ("Does she agree that Suffolk, where services were judged good by Ofsted in 2015, is better off?", ["good"]),
        ("Ofsted rated the county's children's services good in 2015. Why do parents complain?", ["good"]),
        # counted
        ("A trust took the services over in 2014 after two inadequate Ofsted ratings.", []),
        ("After successive inadequate judgements from Ofsted the services went to a trust.", []),
        ("The services have had three good ratings from Ofsted in a row.", []),
        ("Ofsted's good rating for the services, published in January 2018, surprised nobody.", ["good"]),
        # told by nobody who inspects
        ("Councillors were told again and again that services were good in the months before Ofsted came.", []),
        ("Parents have been assured that the services are good.", []),
        ("Ofsted rated the services good in May 2018, councillors were told.", ["good"]),
        # of a part that is named like the whole
        ("Ofsted judged that its services for children in need of help and protection were inadequate.", []),
        ("In March 2014 Ofsted judged services for children in care to require improvement.", []),
        ("In March 2016 Ofsted found child protection services inadequate.", []),
        ("Ofsted found in September 2012 that child protection was inadequate.", ["inadequate"]),
        ("In March 2016 Ofsted found the county's services for children inadequate.", ["inadequate"]),
    ],
)
def test_a_grade_is_told_and_of_the_whole(told, words, found):
    story = f"Children's services in Suffolk have been in the news. {words}"
    assert [grade for *_, grade, _ in told(NEWS, story) if grade] == found


@pytest.mark.parametrize(
    "words",
    [
        "There was good news too from the fire and rescue service, judged good by HMICFRS in December 2018.",
        "The county's police force, rated outstanding by HMICFRS in October 2018, sent its congratulations.",
        "The county's hospital was rated inadequate by the CQC in October 2018.",
        "Its trading standards team was judged good by auditors in October 2018.",
    ],
)
def test_the_day_of_another_bodys_grade_is_not_the_services(told, words):
    found = told(NEWS, f"Ofsted rated Suffolk's children's services good. {words}")
    assert found == [("suffolk", "childrens-services", "", "", "good", [])]


@pytest.mark.parametrize(
    ("first", "words", "found"),
    [
        ("Suffolk was rated good in May 2018.", "The city was found to require improvement in 2015.", ["good"]),
        ("Suffolk was rated good in May 2018.", "The borough was found to require improvement in 2015.", ["good"]),
        ("Suffolk was rated good in May 2018.", "The island was found to require improvement in 2015.", ["good"]),
        ("Leeds was rated good in May 2018.", "The county was found to require improvement in 2015.", ["good"]),
        (
            "Leeds was rated good in May 2018.",
            "The city was found to require improvement in 2015.",
            ["good", "requires-improvement"],
        ),
        (
            "Suffolk was rated good in May 2018.",
            "The county was found to require improvement in 2015.",
            ["good", "requires-improvement"],
        ),
    ],
)
def test_a_county_is_no_city(told, first, words, found):
    assert [grade for *_, grade, _ in told(ROUND, f"{first} {words}")] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Adoption agency Adopt East, which covers Suffolk and Norfolk, has been rated outstanding by Ofsted.", []),
        ("Suffolk's adoption agency was rated good by Ofsted in May 2018.", []),
        ("Suffolk's adoption agency was rated good by Ofsted in May 2009.", ["good"]),
        ("Suffolk's adoption service was rated outstanding by Ofsted in 2011.", ["outstanding"]),
    ],
)
def test_an_agency_of_our_day_is_no_service_of_a_council(told, words, found):
    assert [grade for *_, grade, _ in told(NEWS, words) if grade] == found


def test_a_day_that_is_a_visits_is_lent_to_no_standing_grade(told):
    story = (
        "The survey came out in the same week as an Ofsted letter on a focused visit to Suffolk County Council. That "
        "letter, dated 3 March 2019, looked at the edge of care.\n\n"
        "Suffolk County Council's children's services are rated good."
    )
    assert [published for *_, published, _, _ in told(NEWS, story) if published] == []


LABELLED = "Ofsted report: “Children wait too long for help.”\n\n{}"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Suffolk Post editorial, 12 February: “No one is surprised by any of this.”", "unstated"),
        ("Unison: “Our members have said so for years and nobody listened.”", "unstated"),
        ("A page from the council's website: “We put children at the heart of all we do.”", "unstated"),
        ("On care leavers: “They are well prepared for the years ahead.”", "report"),
        ("Leadership: “Drift has gone unchecked for years.”", "report"),
    ],
)
def test_a_line_that_is_labelled_with_its_source_is_no_longer_the_reports(words, kind):
    assert said(LABELLED.format(words))[1].kind == kind


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("“It was slow,” said Ann Lee, who was director in Derby when it was failing.", None, None),
        ("“It was slow,” said Ann Lee, who used to be the council's leader.", None, None),
        ("Ann Lee, who was director at the time of the review, said: “It was slow.”", "Ann Lee", "was director"),
        ("“It was slow,” said Ann Lee, who was appointed director in May.", "Ann Lee", "director"),
        ("“It was slow,” said Ann Lee, who arrived as director in 2020.", "Ann Lee", "director"),
        ("“It was slow,” said Ann Lee, who is director of children's services.", "Ann Lee", "director"),
    ],
)
def test_nobody_speaks_in_a_past_office(text, speaker, role):
    first = said(text)[0]
    assert first.speaker == speaker
    assert (first.role or "").startswith(role or "")


def test_he_is_not_one_of_several():
    text = (
        "Opposition councillors said that the leader should go because “twice is not bad luck”.\n\n"
        "“I have read all of it,” he told the Post."
    )
    assert [a.role for a in said(text)] == ["councillors", None]


def test_a_citation_in_the_next_paragraph_does_not_cover_words_that_a_clause_leads_in():
    text = "Nobody knew that the “wait was so long”.\n\n“I have read all of it,” Cllr Ann Lee told the Post."
    assert [a.kind for a in said(text)] == ["unstated", "person"]


@pytest.mark.parametrize(
    ("words", "organisation"),
    [
        ("Sandwell Children's Trust has helped the borough.", None),
        ("The services are run on the council's behalf by a company.", None),
        ("Sandwell Council has welcomed the report.", "Sandwell Metropolitan Borough Council"),
    ],
)
def test_a_chief_executive_beside_a_trust_is_not_the_councils(page, words, organisation):
    text = (
        "Good news for Sandwell\n\n8 July 2022\n\nOfsted judged children's services in Sandwell good in May 2022. "
        f"{words}\n\nChief executive Ann Lee said: “We are no longer failing the children of this town.”"
    )
    assert [each.organisation for each in page(text).statements] == [organisation]


@pytest.mark.parametrize(
    ("who", "kind", "role", "organisation"),
    [
        ("The leader of Kent County Council", "person", "leader", "Kent County Council"),
        ("A former leader of Kent County Council", "person", "former leader", "Kent County Council"),
        ("The director of children's services at Kent County Council", "person", "director of", "Kent County Council"),
        ("A mother who is suing Kent County Council", "person", "parent", None),
        ("Staff who left Kent County Council", "person", "staff", None),
        ("Solicitors acting for Kent County Council", "unstated", None, None),
        ("A campaigner against Kent County Council", "unstated", None, None),
        ("Critics of Kent County Council", "unstated", None, None),
        ("The head of the Parent Carer Forum", "person", "head", "Parent Carer Forum"),
        ("A report by Kent County Council", "unstated", None, None),
        ("Kent County Council", "organisation", None, "Kent County Council"),
        ("In a statement Kent County Council", "organisation", None, "Kent County Council"),
        ("A statement from Kent County Council", "organisation", None, "Kent County Council"),
        ("For its part, Kent County Council", "organisation", None, "Kent County Council"),
    ],
)
def test_whose_somebody_speaks_is_not_who_speaks(who, kind, role, organisation):
    first = said(f"{who} said: “It was a bad day for the county.”")[0]
    assert (first.kind, first.organisation) == (kind, organisation)
    assert (first.role or "").startswith(role or "") and bool(first.role) == bool(role)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Learners, said Ofsted, “relish their time in class”.", "report"),
        ("Staff, wrote the inspectors, “go above and beyond for children”.", "report"),
        ("Parents, said the council's leader, “deserve better than this”.", "person"),
        ("The MP said it was “a total disgrace” that the report had called staff lazy.", "person"),
        ("It is “a disgrace to all” that the report says nothing of this, said Cllr Lee, the leader.", "unstated"),
        ("The leader said that an Ofsted report that rates services inadequate is “out of date”.", "person"),
        ("The leader said that a letter that calls staff lazy was “out of date”.", "person"),
        ("The passage in the report which said that staff “go the extra mile” was read out.", "report"),
        ("“Staff go the extra mile for children”, the report said.", "report"),
    ],
)
def test_words_are_of_whoever_stands_nearest_with_a_verb_of_saying(text, kind):
    assert said(text)[0].kind == kind


@pytest.mark.parametrize(
    "words",
    [
        "It hoped to be judged good when inspectors returned in 2021.",
        "The council said that it hoped to be judged good when inspectors came again, perhaps in 2025.",
        "Staff expected to be told that things were better once Ofsted came in 2021.",
    ],
)
def test_a_visit_hoped_for_is_no_visit(told, words):
    story = "Suffolk's children's services were rated inadequate by Ofsted in February 2019.\n\n" + words
    assert [inspected for _, _, inspected, *_ in told("{}", story)] == ["2019-02"]


def test_today_said_twice_is_the_day_of_the_report(told):
    story = (
        "Suffolk County Council news\n\nOfsted has today (Friday 15 March 2019) published its report on the inspection "
        "of children's services in Suffolk, which took place in January."
    )
    assert [(i, p) for _, _, i, p, _, _ in told("{}", story)] == [("2019-01", "2019-03-15")]


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("In a letter to parents Mr Ray Marsh wrote that he was “truly sorry for it all”.", None, None),
        ("In a note to staff Ann Lee, the director, said: “I am sorry for it all.”", "Ann Lee", "director"),
        ("At a meeting with residents Cllr Ann Lee said: “I am sorry for it all.”", "Ann Lee", None),
        ("Foster carer Ann Lee said: “I am sorry for it all.”", None, "Foster carer"),
        ("A year ago this week the mayor, Ann Lee, said: “I am sorry for it all.”", "Ann Lee", "mayor"),
        ("Two years later the leader, Ann Lee, said: “I am sorry for it all.”", "Ann Lee", "leader"),
        ("The report that the director, Ann Lee, called “a wake-up call for us” came out.", "Ann Lee", "director"),
        ("Not the director: Ann Lee came in May. “We were found out and that was that,” she says.", None, None),
    ],
)
def test_an_office_is_not_what_else_stands_before_a_name(text, speaker, role):
    first = said(text)[0]
    assert (first.speaker, first.role) == (speaker, role)


@pytest.mark.parametrize(
    "text",
    [
        "“You're adequate,” the inspectors said. And I said, “That isn't good enough.”",
        "The inspectors said “you're adequate, all of you”. I told them: “That isn't good enough for us.”",
    ],
)
def test_what_the_writer_said_is_not_the_inspectors(text):
    assert [a.kind for a in said(text)] == ["report", "unstated"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("The services returned to council control in September 2018, Ofsted noted.", []),
        ("Much has changed since the services returned to the council from a trust in September 2018.", []),
        ("Ofsted returned to the county in September 2018 to look at its children's services.", ["2018-09"]),
    ],
)
def test_what_returns_to_a_council_is_no_inspector(told, words, days):
    story = f"Children's services in Suffolk are in the news. {words}"
    assert [inspected for _, _, inspected, *_ in told(NEWS, story) if inspected] == days
