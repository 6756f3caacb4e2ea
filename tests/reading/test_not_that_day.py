"""Days and years in a sentence about a visit that are of something else, and visits and grades told of in other words.

What was formed on a day was not inspected on it, a custom kept in two years is no inspection in either, and an
inspectorate that had not begun, or had ended, did not come.
"""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

BCP = "BCP Council\n\nPosted on 21 June 2019\n\nOfsted rated adult learning at Poole good in May 2016.\n\n"
BURY = (
    "Weekly, 14 March 2024\n\nOfsted inspected children’s services in Bury in February 2024 and judged them good.\n\n"
)
WARRINGTON = "Warrington Council\n\nOur Area SEND inspection\n\nPublished 25 April 2024\n\n"
TOOK_OVER = (
    "Town blog, 2 June 2009\n\nThe Social Services Inspectorate (SSI) gave way to the Commission for Social Care "
    "Inspection (CSCI).\n\n"
)


@pytest.fixture
def told(catalogue):
    def find(text):
        return read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections

    return find


@pytest.fixture
def days(told):
    return lambda text: [fact.inspected.edtf for fact in told(text) if fact.inspected]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ofsted inspectors have paid their first visit to our adult learning service, which was "
            "formed on 1 April this year."
        ),
        "Ofsted inspectors have visited our adult learning service, which came into being on 1 April 2019.",
        "Ofsted has visited the adult learning service of BCP Council, which came into existence in April 2019.",
        "Ofsted has paid a monitoring visit to adult learning at BCP Council, a council constituted in April 2019.",
        "A monitoring visit by Ofsted to the adult learning service, formed in April 2019 out of two others, is over.",
        "Ofsted visited the adult learning service re-formed in April 2019.",
        "Ofsted visited the adult learning service that BCP Council formed in April 2019.",
        "Ofsted came to our adult learning service, established on 1 April 2019.",
        "Ofsted visited adult learning at BCP Council after new rules came into force in April 2019.",
        "Ofsted visited adult learning at BCP Council, whose constitution came into effect on 1 April 2019.",
    ],
)
def test_nothing_is_visited_on_the_day_it_was_formed(text, days):
    assert days(BCP + text) == ["2016-05"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Our adult learning service, formed two years ago, was visited by Ofsted on 14 May 2019.", "2019-05-14"),
        ("Ofsted came to our adult learning service on 14 May 2019.", "2019-05-14"),
        ("Ofsted visited our adult learning service on 14 May 2019, six weeks after it was formed.", "2019-05-14"),
    ],
)
def test_the_day_of_a_visit_stays_its_own_beside_what_was_formed(text, day, days):
    assert days(BCP + text) == ["2016-05", day]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Reports that judge a whole council are usually held back until the votes have been "
            "counted, as they were in 2017 "
            "and again in 2019."
        ),
        "Reports on councils are normally held back before a poll, as they were in 2017.",
        "Letters are held back until after the election, as they were in 2019.",
        "Inspection reports are generally delayed before a poll, as happened in 2017.",
        "Inspections are often put off at such times, as they were in 2019 and in 2021.",
        "Inspections of children’s services are usually put off in an election year, much as they were in 2019.",
        "Reports are kept back in such weeks, as was the case in 2017.",
        "The report on a council is usually delayed until the votes are counted, as it was in 2015.",
        "Visits are always put off when snow falls, as they were in 2018.",
        "Ofsted reports are withheld before polling day, just as they were in 2019.",
    ],
)
def test_years_in_which_a_custom_was_kept_are_of_no_inspection(text, days):
    assert days(BURY + text) == ["2024-02"]


def test_the_same_grade_in_another_year_is_still_told(days):
    text = "Children’s services in Wigan were judged good by Ofsted in March 2022, as they were in 2017."
    assert days(BURY + text)[-1] == "2017"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Between 12 and 16 February 2024 inspectors from Ofsted and the CQC came to Warrington.",
            "2024-02-12/2024-02-16",
        ),
        ("Inspectors from Ofsted and the Care Quality Commission came to Warrington in February 2024.", "2024-02"),
        (
            "Inspectors from Ofsted and the CQC came to our area between 12 and 16 February 2024.",
            "2024-02-12/2024-02-16",
        ),
        ("In February 2024 inspectors from Ofsted and the CQC came to look at SEND in Warrington.", "2024-02"),
        ("Inspectors from Ofsted and the CQC came in February 2024 to look at SEND.", "2024-02"),
        (
            (
                "Inspectors from Ofsted and the CQC visited Warrington in February 2024 to find out "
                "how well the council and "
                "schools work together for children with SEND."
            ),
            "2024-02",
        ),
        (
            (
                "In February 2024 inspectors from Ofsted and the CQC came to Warrington to see how "
                "well the local authority, "
                "health and schools work together for children with SEND."
            ),
            "2024-02",
        ),
        (
            (
                "In February 2024 inspectors from Ofsted and the CQC visited Warrington to look at "
                "how the council, the NHS, "
                "nurseries and schools work in partnership for children with SEND."
            ),
            "2024-02",
        ),
        (
            (
                "In February 2024 inspectors from Ofsted and the CQC were in Warrington to judge how "
                "closely the NHS, colleges "
                "and the council work together for children with SEND."
            ),
            "2024-02",
        ),
        (
            (
                "Inspectors from Ofsted and the CQC came to the borough in February 2024 to consider "
                "how effectively the council "
                "and its schools plan together for children with SEND."
            ),
            "2024-02",
        ),
    ],
)
def test_inspectors_came_to_see_how_council_and_schools_work_together(text, day, days):
    assert days(WARRINGTON + text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "In February 2024 inspectors from Ofsted came to the conclusion that schools in Warrington work well.",
        "In February 2024 inspectors from Ofsted visited a school in Warrington to see how it works with parents.",
        "In February 2024 inspectors from Ofsted came away from the school happy.",
        "In February 2024 Ofsted inspected two nurseries in Warrington to see how the NHS works with them.",
    ],
)
def test_nobody_came_to_the_area(text, days):
    assert days(WARRINGTON + text) == []


@pytest.mark.parametrize(
    ("text", "day", "body"),
    [
        ("In 2003 the Social Services Inspectorate (SSI) inspected adult social care in Bury.", "2003", "ssi"),
        ("In 2003 SSI inspected adult social care in Bury.", "2003", "ssi"),
        ("In 2003 adult social care in Bury was inspected.", "2003", "ssi"),
        ("In March 2004 the SSI and CSCI inspected adult social care in Bury.", "2004-03", "ssi"),
        ("In 2006 CSCI, which took over from SSI, inspected adult social care in Bury.", "2006", "csci"),
        ("In 2006 adult social care in Bury was inspected by CSCI, the heir of SSI.", "2006", "csci"),
    ],
)
def test_no_inspectorate_came_before_it_had_begun_or_after_it_had_ended(text, day, body, told):
    (fact,) = told(TOOK_OVER + text)
    assert (fact.inspected.edtf, [name.slug for name in fact.inspectorates]) == (day, [body])


@pytest.mark.parametrize(
    ("text", "councils", "grade"),
    [
        (
            (
                "The youth justice service that Middlesbrough and Redcar and Cleveland councils run "
                "together has been rated "
                "‘requires improvement’ overall by HM Inspectorate of Probation"
            ),
            ["middlesbrough", "redcar-and-cleveland"],
            "requires-improvement",
        ),
        (
            (
                "The youth justice service which Bournemouth, Christchurch and Poole Council and "
                "Dorset Council share was rated "
                "good by HM Inspectorate of Probation"
            ),
            ["bournemouth-christchurch-and-poole", "dorset"],
            "good",
        ),
        ("The children’s services that Bury Council runs were judged good by Ofsted", ["bury"], "good"),
        ("The adult learning service that Bury Council provides was rated good by Ofsted", ["bury"], "good"),
        (
            "The fostering service which Kent County Council operates was judged outstanding by Ofsted",
            ["kent"],
            "outstanding",
        ),
        ("Children’s services that Leeds runs were rated good by Ofsted", ["leeds"], "good"),
        (
            (
                "The youth justice service that Bury and Rochdale jointly run was rated inadequate "
                "by HM Inspectorate of "
                "Probation"
            ),
            ["bury", "rochdale"],
            "inadequate",
        ),
        ("The adult learning which Wigan Council now provides has been rated good by Ofsted", ["wigan"], "good"),
        (
            (
                "The youth justice service that Blackburn with Darwen Council runs was judged to "
                "require improvement by HM "
                "Inspectorate of Probation"
            ),
            ["blackburn-with-darwen"],
            "requires-improvement",
        ),
        ("The adoption service that Bury Council runs jointly is graded good by Ofsted", ["bury"], "good"),
    ],
)
def test_a_service_is_told_of_by_the_councils_that_run_it(text, councils, grade, told):
    (fact,) = told(f"Weekly, 14 March 2024\n\n{text}, after an inspection in November 2023.")
    assert ([name.slug for name in fact.authorities], fact.overall.grade) == (councils, grade)


@pytest.mark.parametrize(
    "text",
    [
        "The children’s services that a trust runs for Slough were supported by a firm rated good by Ofsted",
        "The homes that Bury Council runs have been rated good by Ofsted",
        "The nursery that Bury Council runs was judged outstanding by Ofsted",
        "The training for children’s services that Bury Council provides was rated good by Ofsted",
        "The youth justice service that Bury Council’s contractor runs was rated good by HM Inspectorate of Probation",
    ],
)
def test_what_else_is_run_takes_no_grade_of_the_service(text, told):
    facts = told(f"Weekly, 14 March 2024\n\n{text} in November 2023.")
    assert not any(fact.overall for fact in facts)


ASSESSED = "Bury Council\n\nThe 2006 annual performance assessment\n\n"
JUDGED = " Bury’s children’s services were graded 3 overall."


@pytest.mark.parametrize(
    "text",
    [
        "The outcome of the 2006 annual performance assessment had been received on 1st November, 2006.",
        "The letter about the 2006 annual performance assessment was received by the council on 1 November 2006.",
        "The result of the 2006 annual performance assessment reached the council on 1 November 2006.",
        "The 2006 annual performance assessment letter arrived at the town hall on 1 November 2006.",
        "The findings of the 2006 annual performance assessment were shared with the panel on 1 November 2006.",
        "The letter on the 2006 annual performance assessment was sent to all members on 1 November 2006.",
        "The council received the letter of the 2006 annual performance assessment on 1 November 2006.",
        "The outcome of the 2006 annual performance assessment was considered by the cabinet on 1 November 2006.",
    ],
)
def test_the_day_on_which_somebody_was_told_is_no_day_of_a_visit(text, told):
    (fact,) = told(ASSESSED + text + JUDGED)
    assert (fact.inspected.edtf if fact.inspected else None, fact.published) in {("2006", None), (None, None)}


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("A team was in Bury between 13 and 24 March 2023 and its report landed on 16 May 2023.", "2023-05-16"),
        ("Ofsted paid a focused visit to Bury in March 2023. The letter was sent out on 16 May 2023.", "2023-05-16"),
    ],
)
def test_a_report_that_lands_with_nobody_in_particular_is_published(text, published, told):
    facts = told("Bury Council\n\nOfsted and children’s services\n\n" + text)
    assert [fact.published.edtf for fact in facts if fact.published] == [published]


@pytest.mark.parametrize(
    "text",
    [
        "Kent County Council, rated “performs poorly” in December’s annual rating of children’s services, is unhappy.",
        "Kent was given “performs poorly” in December’s ratings of children’s services by Ofsted.",
    ],
)
def test_a_month_of_ratings_is_when_they_came_out(text, told):
    facts = told("The Argus, Thursday 17 June 2010, page 6\n\nOfsted and the county\n\n" + text)
    assert [(f.inspected, f.published.edtf) for f in facts if f.published] == [(None, "2009-12")]


def test_a_page_that_says_it_was_wrong_has_no_visit_on_the_day_it_gave(told):
    text = (
        "Letter from the editor\n\nLast month we said that Halton had lost its good rating. That was wrong.\n\n"
        "We also gave the date of Kent’s outstanding judgement from Ofsted for children’s services as 2016. It was "
        "inspected in June 2019."
    )
    assert "2016" not in {f.inspected.edtf for f in told(text) if f.inspected}
