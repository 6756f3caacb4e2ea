"""Visits of which a council's page or minutes tell little more than the days."""

import pytest

HEAD = "Luton Borough Council\n\nPublished 24 March 2021\n\n"


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (
            "   22 and 23 May 2020 (letter published 19 June 2020)\n   3 February 2021 (letter published 9 March 2021)",
            [("2020-05-22/2020-05-23", "2020-06-19"), ("2021-02-03", "2021-03-09")],
        ),
        (
            "   14 May 2019, report published 3 June 2019\n   2 and 3 October 2019, report published 1 November 2019",
            [("2019-05-14", "2019-06-03"), ("2019-10-02/2019-10-03", "2019-11-01")],
        ),
    ],
)  # fmt: skip
def test_each_line_of_days_is_a_visit_of_the_kind_told_of_above(told, lines, days):
    text = (
        f"{HEAD}Children’s services\n\nOfsted inspected children’s services in June 2018. They were inadequate.\n\n"
        f"Monitoring visits since the inspection\nMonitoring visits are not graded. Ofsted visited us on:\n{lines}\n"
    )
    found = told(text)
    assert [fact[2:4] for fact in found if fact[2] != "2018-06"] == days
    assert {fact[1] for fact in found} == {"childrens-services"}


@pytest.mark.parametrize(
    "lines",
    [
        "   22 January 2020 was a Wednesday\n   4 February 2021, when it snowed, and 5 March 2021 and 6 May 2021",
        "   our offices on 22 January 2020\n   our depot on 4 February 2021",
    ],
)
def test_lines_that_do_not_begin_with_their_days_make_no_visits_of_each(told, lines):
    text = f"{HEAD}Children’s services\n\nThere were monitoring visits. Ofsted visited us on:\n{lines}\n"
    assert len(told(text)) < 2


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("(Previous inspection: May 2017, requires improvement to be good.)", [("2017-05", "requires-improvement")]),
        ("Our previous Ofsted inspection: May 2016, rated good overall.", [("2016-05", "good")]),
        ("(Previous inspection: September 2017, of which the report was good to read.)", [("2017-09", "")]),
        ("(Previous inspection: September 2017, not good enough.)", [("2017-09", "")]),
        ("(Next inspection: September 2023, outstanding.)", []),
    ],
)  # fmt: skip
def test_a_line_with_the_day_and_the_grade_of_the_inspection_before(told, line, found):
    text = (
        f"{HEAD}Ofsted inspected our children’s services from 4 to 15 May 2020. We were judged good for overall "
        f"effectiveness.\n\n{line}\n"
    )
    read = [(fact[2], fact[4]) for fact in told(text)]
    assert read[0] == ("2020-05-04/2020-05-15", "good")
    assert read[1:] == found


MINUTES = "Luton Borough Council\n\nMinutes of the scrutiny committee, 18 March 2025\n\n40. Inspection\n\n{}\n"
CARRIED_OUT = (
    "The Director introduced the report on the inspection of the Council’s children’s services. Ofsted had carried it "
    "out between 13 and 24 January 2025 and had published the outcome on 4 March 2025."
)
ON_SITE = (
    "The Care Quality Commission had been on site from 2 to 4 December 2024 as part of its assessment of adult social "
    "care."
)
WAS_THERE = (
    "Luton has a youth justice service. HM Inspectorate of Probation was there in November 2024. In its report, "
    "published on 25 February 2025, the service was rated good."
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (CARRIED_OUT, [("childrens-services", "2025-01-13/2025-01-24", "2025-03-04")]),
        (ON_SITE, [("adult-social-care", "2024-12-02/2024-12-04", "")]),
        (WAS_THERE, [("youth-justice", "2024-11", "2025-02-25")]),
        ("Luton has a youth justice service. HM Inspectorate of Probation was there in spirit alone.", []),
        (
            "Adult social care is in the news. CQC’s people were here from 19 to 22 February 2025.",
            [("adult-social-care", "2025-02-19/2025-02-22", "")],
        ),
        ("The youth justice plan is late. Its author had carried it out between meetings in January 2025.", []),
    ],
)
def test_inspectors_who_were_there_or_carried_it_out(told, words, found):
    assert [fact[1:4] for fact in told(MINUTES.format(words))] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("He pointed out that in 2009 the rating had been performs adequately.", [("2009", "performs-adequately")]),
        ("In 2009 the overall rating was “performs well”.", [("2009", "performs-well")]),
        ("The rating of the choir in 2009 had been performs well.", []),
        ("The chair said that in 2009 the museum performed well.", []),
    ],
)
def test_a_years_rating_told_as_the_rating(told, words, found):
    text = (
        "Luton Borough Council\n\nMinutes of the committee, 16 January 2012\n\nAnnual assessment of services 2011"
        "\n\nThe annual assessment letter had been received from Ofsted and published on 8 November 2011. Luton’s "
        f"children’s services had been assessed as performing well. {words}\n"
    )
    assert [(fact[2], fact[4]) for fact in told(text)][1:] == found


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("“Staying safe” was graded 2, adequate.", ["adequate"]),
        (
            "Enjoying and achieving was graded 3, good, and being healthy was judged outstanding.",
            ["good", "outstanding"],
        ),
        ("Staying safe was said by 2, adequate numbers of staff, to matter.", []),
        ("Staying safe has had 3 good years.", []),
    ],
)
def test_the_number_of_a_grade_stands_between_a_part_and_its_word(page, words, parts):
    text = (
        "Luton Borough Council\n\n6 December 2007\n\nOfsted’s annual performance assessment for 2007 judged Luton’s "
        f"children’s services good overall. {words}\n"
    )
    facts = page(text).inspections
    assert [judged.grade.grade for fact in facts for judged in fact.judgements] == parts


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Ours was published this morning.", "2025-12-19"),
        ("It was published yesterday.", "2025-12-18"),
        ("Theirs was published this morning.", ""),
        ("Our newsletter was published this morning.", ""),
    ],
)
def test_a_report_card_that_came_out_today(told, words, day):
    text = (
        "Leeds City Council\n\nFriday 19 December 2025\n\nLeeds City Council’s adult learning service was inspected by "
        f"Ofsted from 18 to 21 November 2025, and was given one of the new report cards. {words}\n"
    )
    assert [fact[3] for fact in told(text)] == [day]


@pytest.mark.parametrize(
    "words",
    [
        "Last spring the council held a jobs fair in Leagrave. Ofsted was there in March 2025.",
        "The survey was ours: Ofsted had carried it out in March 2025 among parents.",
        "The council asked parents what they think. Ofsted had carried it out in January 2025.",
        "Ofsted had been with us on 3 March 2025 for a conference on reading.",
        "Ofsted was here in February 2025 at the invitation of the mayor.",
        "Ofsted was back in the news in February 2025.",
    ],
)
def test_inspectors_who_came_for_something_else_made_no_inspection(told, words):
    before = "Ofsted inspected children’s services in Luton in May 2024 and judged them good."
    assert told(MINUTES.format(f"{before} {words}")) == [("luton", "childrens-services", "2024-05", "", "good")]
