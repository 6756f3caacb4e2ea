"""Minutes, plans and lists that once gave a wrong grade, day or council; beside each kind one that is plain."""

import pytest

PAGES = {
    "council": """Ofsted and children's services

Torbay Council news, 14 October 2022

Ofsted inspected children's services in Torbay in March 2022. {}
""",
    "undated": """Ofsted and children's services in Torbay

{}
""",
    "revisit": """SEND revisit in Devon

Devon County Council, 11 August 2022

Ofsted and the CQC revisited Devon in May 2022 to see what progress had been made since the inspection of 2018. {}
""",
}


@pytest.fixture
def told(page):
    """Each inspection as its council, its days (visit/report), its grade and those of its parts."""

    def find(kind, words):
        return [
            " ".join(
                [
                    "+".join(a.slug for a in fact.authorities),
                    (fact.inspected.edtf if fact.inspected else "")
                    + "|"
                    + (fact.published.edtf if fact.published else ""),
                    *([fact.overall.grade] if fact.overall else []),
                    *(f"{each.aspect}:{each.grade.grade}" for each in fact.judgements),
                ]
            )
            for fact in page(PAGES[kind].format(words)).inspections
        ]

    return find


PARTS = "\n\nLeadership: good\nHelp and protection: requires improvement\nOverall: good\n"
NOTHING = ["torbay 2022-03|"]
EVERYTHING = ["torbay 2022-03| good Leadership:good Help and protection:requires-improvement"]


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("Our evidence was moderated by the regional alliance last week. We judge ourselves as follows:", NOTHING),
        ("\n\nHow we grade ourselves", NOTHING),
        ("Officers have read every case since then, and now place the service where these grades stand:", NOTHING),
        ("In the mock inspection of last month the consultants would have given these grades:", NOTHING),
        ("In the peer challenge of September the visiting team came to the view that the grades were:", NOTHING),
        ("\n\nSelf-assessment (autumn)\n\nThe rows below set out where we stand.", NOTHING),
        (
            "Now that every page has been read, it seems right to print it all. The inspectors gave these grades:",
            EVERYTHING,
        ),
        ("We have been working hard, and it shows. We were judged as follows:", EVERYTHING),
        ("The grades that the council received, some of them better than we hoped, are as follows:", EVERYTHING),
    ],
)
def test_a_list_of_the_councils_own_grades_is_no_inspectors(told, lead, found):
    assert told("council", lead + PARTS) == found


@pytest.mark.parametrize(
    ("words", "progress"),
    [
        ("Sufficient progress has been made in none of the four areas.", []),
        ("The area has made sufficient progress in only two of the weaknesses.", []),
        ("They found sufficient progress in neither of them.", []),
        ("Sufficient progress had been made in few of the weaknesses.", []),
        ("Sufficient progress has been made in most of the areas of weakness.", []),
        ("The area has made sufficient progress in joint commissioning.", ["joint commissioning:sufficient"]),
        (
            "It has not made sufficient progress in two of them: the graduated response, and the move to college.",
            ["the graduated response:not-sufficient", "the move to college:not-sufficient"],
        ),
    ],
)
def test_a_number_of_weaknesses_is_the_name_of_none(told, words, progress):
    found = " ".join(told("revisit", words))
    assert [each for each in progress if each not in found] == []
    assert found.count("sufficient") == len(progress)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # the day of a report, of a verdict, of something else
        (
            "A report published by Ofsted on 21 June 2022 rated children's services in Torbay as good.",
            ["torbay |2022-06-21 good"],
        ),
        (
            "Ofsted inspected Torbay's children's services in March 2022 and in May 2022 judged them inadequate.",
            ["torbay 2022-03|"],
        ),
        (
            "Torbay's children's services were inspected by Ofsted in March 2022 and judged inadequate in May 2022.",
            ["torbay 2022-03|"],
        ),
        (
            "Ofsted inspected Torbay's children's services in 2015 and in 2018 judged them inadequate.",
            ["torbay 2018| inadequate"],
        ),
        (
            (
                "The Ofsted inspection of children's services in Torbay had ended. The results for both councils, when "
                "reports appeared in May and July, were much alike."
            ),
            [],
        ),
        (
            (
                "The Chief Inspector came to Torquay on 20 May 2022 to congratulate staff after Torbay's children's "
                "services were judged to require improvement by Ofsted."
            ),
            ["torbay | requires-improvement"],
        ),
        (
            "Ofsted judged children's services in Torbay good in 2018 and 2014, and inadequate in 2010.",
            ["torbay 2010| inadequate", "torbay 2018| good"],
        ),
        (
            "Ofsted judged Torbay's children's services good in June 2022, the fourth report of its kind since 2010.",
            ["torbay 2022-06| good"],
        ),
        (
            (
                "Ofsted judged Torbay's children's services good in June 2022. It was the first time since 2008 that "
                "any part of them had been judged better than adequate."
            ),
            ["torbay 2022-06| good"],
        ),
        (
            "Ofsted judged Torbay's children's services good in June 2022, at their first inspection since 2018.",
            ["torbay 2018|", "torbay 2022-06| good"],
        ),
        # what is likely in a year has not happened in it
        ("The head of service said that a full inspection of children's services was likely in 2020.", []),
        ("Another Ofsted inspection of children's services was thought probable in the spring of 2020.", []),
        ("Ofsted inspected Torbay's children's services in 2020; a visit is likely next year.", ["torbay 2020|"]),
    ],
)
def test_a_day_is_of_the_visit_only_where_it_says_so(told, words, found):
    assert sorted(told("undated", words)) == sorted(found)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # somebody who is no inspectorate
        ("My predecessor told ministers in 2016 that Torbay's children's services were “inadequate”.", []),
        ("The commissioner wrote in 2016 that children's services in Torbay were inadequate.", []),
        ("The report said in 2016 that children's services in Torbay were inadequate.", ["torbay |2016 inadequate"]),
        # a question, a mistake
        ("Ofsted rated our children's services good in a pilot? No: Torbay took no part in it.", []),
        ("Were Torbay's children's services rated good by Ofsted in 2018?", []),
        ("Who can argue? Ofsted rated Torbay's children's services good in 2018.", ["torbay 2018| good"]),
        ("She corrected a member who thought that Ofsted had rated Torbay's children's services good.", []),
        ("Some are under the impression that Ofsted rated Torbay's children's services good in 2018.", []),
        # where somebody came from, and another place whose name is part of a council's
        ("When I came here in 2017 from Doncaster, children's services had just been graded inadequate by Ofsted.", []),
        ("Devon, too, was marked down from good in 2015 when Ofsted inspected Torbay's children's services.", []),
        (
            (
                "Achieving for Children is run by Kingston, Richmond and Windsor & Maidenhead. Kingston's children's "
                "services were judged inadequate by Ofsted in 2012."
            ),
            [],
        ),
    ],
)
def test_a_grade_is_given_by_inspectors_to_the_council_told_of(told, words, found):
    assert [each for each in told("undated", words) if each.split("|")[1:] != [""]] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # all but one part
        (
            "In 2016 Ofsted judged Torbay's children's services inadequate in all but adoption.",
            ["torbay childrens-services 2016|"],
        ),
        # the year of the grade before
        (
            "In Bristol, a children's service which got the same grade in 2018 was said by Ofsted to be good.",
            [],
        ),
        # a place before, and a council behind
        (
            (
                "Ofsted has given no date for the report on children's services in Newcastle, good since 2017, or for "
                "North Tyneside."
            ),
            [],
        ),
        # a grade held for something else too
        (
            (
                "Ofsted rated Torbay's children's services outstanding, a grade it also holds for adult learning. The "
                "council was found to be good in 2018."
            ),
            ["torbay childrens-services 2018| good"],
        ),
    ],
)
def test_what_is_said_of_another_part_place_or_year_is_left_there(page, words, found):
    told = [
        " ".join(
            [
                f"{fact.authorities[0].slug} {fact.service and fact.service.slug}",
                f"{fact.inspected.edtf if fact.inspected else ''}|",
                *([fact.overall.grade] if fact.overall else []),
                *(f"{each.aspect}:{each.grade.grade}" for each in fact.judgements),
            ]
        )
        for fact in page(f"Ofsted and children's services\n\n{words}\n").inspections
    ]
    assert sorted(told) == sorted(found)


def test_each_council_of_an_annual_assessment_has_its_own_year(page):
    facts = page(
        "Minutes, 9 December 2010\n\nOfsted's children's services assessment. The rating for Portsmouth published "
        "that morning was “performs well”, as in 2009. Southampton also “performs well”; Hampshire “performs "
        "excellently”.\n"
    ).inspections
    years = {(fact.authorities[0].slug, fact.inspected.edtf) for fact in facts if fact.inspected}
    assert years <= {("portsmouth", "2009")}


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Children's scrutiny: forward plan, 2016/17", 0),
        ("Scrutiny work programme", 0),
        ("Schedule of meetings", 0),
        ("Our inspections since 2016", 1),
    ],
)
def test_a_plan_of_meetings_tells_of_no_visit(page, head, found):
    lines = "11 January 2017: CQC and Ofsted local area inspection, SEND\n1 March 2017: Youth justice plan\n"
    told = page(f"{head}\n\nNorth Somerset Council\n\n{lines}")
    assert (len(told.inspections), told.published) == (found, None)


def test_a_corporate_assessment_is_not_of_childrens_services(page):
    words = (
        "Audit Commission\n\nCorporate assessment, Rotherham MBC, December 2006\n\nThe corporate assessment was made "
        "alongside a joint area review of services for children. The council was scored 3 out of 4 (“performing "
        "well”).\n"
    )
    assert [fact.overall for fact in page(words).inspections if fact.overall] == []


def test_the_report_on_a_council_elsewhere_is_not_lent_to_one_of_ours(page):
    words = (
        "HM Inspectorate of Probation: youth offending services\n\nCardiff Council has been told that its youth "
        "offending service is inadequate. In a report published on 9 July 2020 inspectors gave it the lowest grade.\n\n"
        "In Blackpool, a youth offending service which got the same grade in 2018 was this week said by the "
        "inspectorate to have “turned a corner”: it's now good.\n"
    )
    assert [fact.published for fact in page(words).inspections if fact.published] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            (
                "“Adequate will not do for long,” wrote the minister, Ed Tipton, to the council's leader, Cllr Tim "
                "Swithin, who replied: “Nor will it for us, not for a day.”"
            ),
            [("Ed Tipton", "minister"), ("Tim Swithin", "leader")],
        ),
        (
            "“Adequate will not do for long,” said the minister, Ed Tipton, who added: “Nor should it, in my view.”",
            [("Ed Tipton", "minister"), ("Ed Tipton", "minister")],
        ),
        ("Outstanding is a grade that the council will, says its mayor, “defend to the last”.", [(None, "mayor")]),
        (
            "The Director of Children's Services reported on the visit, in which services “could do more”.",
            [],
        ),
        (
            "At Torquay the leader, Derek Ormond, resigned: “The report leaves me no choice.”",
            [("Derek Ormond", "leader")],
        ),
    ],
)
def test_each_quotation_is_of_the_one_who_said_it(page, words, said):
    head = (
        "Torbay Council and its inspectors\n\n12 March 2019\n\nOfsted inspected children's services in Torbay in 2019. "
    )
    found = page(head + words).statements
    assert [(s.speaker, s.role) for s in found for _ in s.words.spans] == said


def test_the_leader_is_not_the_leader_of_the_opposition(page):
    words = (
        "Torbay Council and its inspectors\n\n12 March 2019\n\nOfsted inspected children's services in Torbay in 2019. "
        "The council says it will keep a director who “took it from good to inadequate”. Those are the words of the "
        "opposition leader, Cllr Geoff Lumb.\n\n“Judge us by what comes next,” said the leader.\n"
    )
    assert [(s.speaker, s.role) for s in page(words).statements] == [
        ("Geoff Lumb", "opposition leader"),
        (None, "leader"),
    ]


@pytest.mark.parametrize(
    ("who", "organisation"),
    [("one councillor", None), ("Cllr Ann Hill, the leader of Medway Council", "Medway Council")],
)
def test_a_councillor_below_two_places_is_of_neither(page, who, organisation):
    words = (
        "A county and its neighbour\n\n12 November 2010\n\nMedway's safeguarding, inspected by Ofsted in June, was "
        f"judged adequate; of Kent there is no news. “Anybody in Kent would be better off here,” said {who}.\n"
    )
    assert [s.organisation for s in page(words).statements] == [organisation]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("The report is for publication on 6 March.", "|XXXX-03-06"),
        ("Ofsted's report came out on 2 March.", "|2023-03-02"),
        ("Ofsted's report came out on 20 June.", "|2022-06-20"),
        ("The version of 12 March 2022 of Ofsted's report had said Stafford.", "|"),
        ("Ofsted's report came out on 12 March 2022.", "|2022-03-12"),
    ],
)
def test_a_day_that_may_still_come_has_no_year(page, words, days):
    facts = page(
        f"Walsall Council news\n\n3 March 2023\n\nOfsted has judged children's services in Walsall good. {words}\n"
    ).inspections
    found = ["|".join(when.edtf if when else "" for when in (f.inspected, f.published)) for f in facts]
    assert found == [days]


def test_a_quotation_is_not_about_the_inspection_told_of_only_behind_it(page):
    words = (
        "Birmingham Children's Trust\n\nOfsted inspected Birmingham in February 2023. In the words of Ofsted's "
        "regional director, it's “a remarkable turnaround”.\n\nThe Trust's fostering was inspected by Ofsted in 2022.\n"
    )
    assert [s.about for s in page(words).statements] == [()]


@pytest.mark.parametrize(
    ("last", "day"), [("website, accessed 4 March 2025", None), ("website, 4 March 2025", "2025-03-04")]
)
def test_the_day_on_which_somebody_looked_is_not_the_pages(page, last, day):
    dated = page(f"Ofsted and Derbyshire\n\nOfsted inspects children's services.\n\nDerbyshire {last}\n").published
    assert (dated and dated.edtf) == day


def test_a_row_or_line_of_something_else_is_not_of_the_pages_service(page):
    table = (
        "How we are rated\n\nStockton-on-Tees Borough Council\n\nService | Rating | By whom | When\n"
        "Children's services | Good | Ofsted | April 2023\nYouth justice | Outstanding | HMIP | 2021\n"
        "Active leisure | Outstanding | Quest | 2022\nWebsite | 4 stars | SOCITM | 2023\n"
    )
    lines = (
        "How we are rated\n\nHull City Council\n\n"
        "Ofsted – children's services. Inspected November 2022. Requires improvement to be good.\n"
        "CQC – shared lives scheme. Inspected 2019. Outstanding.\n"
        "Ofsted – Beech House children's home. Inspected March 2023. Good.\n"
        "HMIP – youth offending team. Inspected 2015.\n"
    )
    told = [
        [
            (fact.service.slug, fact.inspected.edtf, fact.overall and fact.overall.grade)
            for fact in page(words).inspections
        ]
        for words in (table, lines)
    ]
    assert told == [
        [("childrens-services", "2023-04", "good"), ("youth-justice", "2021", "outstanding")],
        [("childrens-services", "2022-11", "requires-improvement"), ("youth-justice", "2015", None)],
    ]


def test_a_page_is_not_dated_by_the_rows_of_its_table(page):
    rows = "Wokingham | Short | 17 April 2019 | Good\nWokingham | Standard | 26 May 2023 | Good\n"
    head = "Inspection outcomes, by council: an extract\n\nCouncil | Type | Published | Overall effectiveness\n"
    assert page(f"{head}{rows}\nThe table shows Ofsted's inspections of children's services only.\n").published is None
    assert page(f"All staff | 17 April 2019 | Issue 212\n\n{head}{rows}").published.edtf == "2019-04-17"


def test_a_mayor_below_a_paragraph_about_two_places_is_of_neither(page):
    told = (
        "The county's inspectors\n\nOfsted has judged children's services in Torbay inadequate.\n\n"
        "Ofsted has judged children's services in {}.\n\n"
        "Mayor Gordon Trewin said: “I was told that we were heading for better.”\n"
    )
    said = page(told.format("Plymouth to require improvement; Devon has said nothing")).statements
    assert [(s.speaker, s.organisation) for s in said] == [("Gordon Trewin", None)]
    said = page(told.format("Plymouth to require improvement")).statements
    assert [(s.speaker, s.organisation) for s in said] == [("Gordon Trewin", "Plymouth City Council")]
