"""What a long page tells of several councils, services and inspections, each kept to its own."""

import pytest

from inspections.reading.segments import segment


@pytest.fixture
def told(told):
    """The same in no order."""
    return lambda text: set(told(text))


MINUTES = """LINCOLNSHIRE COUNTY COUNCIL

Minutes of the scrutiny committee, 14 February 2011

4. Fostering

The Council's fostering agency was inspected by Ofsted in May 2010 and judged good.

{}

Mr Bell reminded members that Ofsted had visited without notice on 6 and 7 October 2010.
"""


@pytest.mark.parametrize(
    "heading",
    [
        "5. Unannounced inspection of contact, referral and assessment arrangements",
        "5.  CONTACT, REFERRAL AND ASSESSMENT",
        "5. Report of the Head of Service on the unannounced inspection of contact, referral and assessment",
    ],
)
def test_a_numbered_line_above_a_paragraph_begins_a_part_with_a_service_of_its_own(heading, told):
    found = told(MINUTES.format(heading))
    assert ("lincolnshire", "contact-referral-assessment", "2010-10-06/2010-10-07", "", "") in found
    assert not [fact for fact in found if fact[1:3] == ("fostering", "2010-10-06/2010-10-07")]


@pytest.mark.parametrize(
    "text",
    [
        "1. Plans were late\n\nStaff are sorry.\n\n2. Visits were rare\n\nNobody came.\n",
        "1. Staff are sorry\n2. Nobody came\n\nSo it is.\n",
        "1. Plans for children with needs\n\nStaff are sorry.\n",
    ],
)
def test_numbered_items_are_no_headings(text):
    assert [s for s in segment(text) if s.kind == "heading"] == []


def test_a_table_of_one_item_is_not_given_to_the_years_assessment_in_another(page):
    text = """OXFORDSHIRE COUNTY COUNCIL

Minutes of the committee held on 3 February 2011

4. ANNUAL ASSESSMENT

Ofsted's annual assessment of children's services in Oxfordshire for 2010 had been published on 9 December 2010. It \
concluded that they perform well.

5. SAFEGUARDING AND LOOKED AFTER CHILDREN

Inspectors from Ofsted had been in the county from 1 to 12 November 2010. The report had been published on \
10 December 2010. The grades were:

Safeguarding services
Overall effectiveness: Adequate
Capacity for improvement: Good
Services for looked after children
Overall effectiveness: Good
Capacity for improvement: Outstanding
"""
    found = {fact.kind: fact for fact in page(text).inspections}
    assert found["annual-assessment"].judgements == ()
    assert len([j for k, f in found.items() if k != "annual-assessment" for j in f.judgements]) == 4


@pytest.mark.parametrize(
    ("page_of", "day", "out"),
    [
        (
            (
                "HM Inspectorate of Probation reported on Swindon's youth justice service on 9 September 2025, after "
                "fieldwork in June. It was rated 'Good' overall."
            ),
            "2025-06",
            "2025-09-09",
        ),
        (
            (
                "HM Inspectorate of Probation published its report on Swindon's youth justice service on 4 February "
                "2026, "
                "following an inspection in the week of 3 November. It was rated 'Good' overall."
            ),
            "",
            "2026-02-04",
        ),
        (
            (
                "HM Inspectorate of Probation published its report on Swindon's youth justice service on 4 February "
                "2026, "
                "following an inspection in November. It was rated 'Good' overall."
            ),
            "2025-11",
            "2026-02-04",
        ),
    ],
)
def test_a_month_without_a_year_lies_before_the_report_that_it_is_told_behind(page_of, day, out, told):
    assert {(each[2] if day else "", each[3]) for each in told(f"12 June 2026\n\n{page_of}\n")} == {(day, out)}


def test_the_visits_of_a_year_are_of_that_year(told):
    found = told(
        "24 January 2025\n\nOfsted found Nottingham's children's services inadequate in July 2022. There were two "
        "monitoring visits in 2024. The first, on 23 and 24 January, dealt with the front door. The second was on "
        "16 and 17 July.\n"
    )
    assert {each[2] for each in found} == {"2022-07", "2024-01-23/2024-01-24", "2024-07-16/2024-07-17"}


def test_a_day_after_a_year_of_another_thing_is_not_drawn_into_it(told):
    found = told(
        "24 January 2025\n\nOfsted found Nottingham's children's services inadequate in 2022. The first of "
        "the buses to "
        "Bulwell ran in 2024. Ofsted inspected them again on 13 January and rated them good.\n"
    )
    assert ("2025-01-13", "good") in {(each[2], each[4]) for each in found}


@pytest.mark.parametrize(
    "words",
    [
        "The second was on 11 and 12 January 2023, and its letter was published on 20 February 2023.",
        (
            "The second, on 11 and 12 January 2023, looked at care leavers. Its letter was published on 20 "
            "February 2023."
        ),
    ],
)
def test_the_second_of_visits_told_one_by_one_is_of_their_kind(words, page):
    text = (
        "Sefton's children's services\n\nOfsted judged Sefton's children's services inadequate in February 2022. The "
        f"first monitoring visit was on 7 and 8 September 2022. {words}\n"
    )
    found = {fact.inspected.edtf: fact.kind for fact in page(text).inspections if fact.inspected}
    assert found["2023-01-11/2023-01-12"] == "monitoring-visit"


@pytest.mark.parametrize(
    "quoted",
    ["and this was not so last year", "and that was not so two years ago", "which was not so in 2018"],
)
def test_what_was_not_so_before_takes_nothing_back(quoted, told):
    text = (
        "Sefton Council\n\nOfsted made a monitoring visit to Sefton's children's services on 11 and 12 "
        "January 2023.\n\n"
        f"“Managers see risk sooner, {quoted},” the letter says.\n"
    )
    assert {each[2] for each in told(text)} == {"2023-01-11/2023-01-12"}


@pytest.mark.parametrize("then", ["This was not so.", "That is not so, the council says."])
def test_what_is_not_so_is_taken_back(then, told):
    assert told(f"Sefton Council\n\nOfsted rated Sefton's children's services good in May 2023. {then}\n") == set()


@pytest.mark.parametrize(
    "line",
    [
        "It ranked all the councils of Yorkshire from outstanding down to inadequate, and had Barnsley in it twice.",
        "The table listed every council in the north from good to inadequate, and Barnsley came last.",
        "Barnsley stood in a table that sorted the councils and their services from outstanding to inadequate.",
    ],
)
def test_a_league_table_of_councils_gives_no_grade(line, told):
    before = "Ofsted rated children's services in Leeds good in March 2018."
    assert {each[0] for each in told(f"The Ledger\n\n{before}\n\n{line}\n")} == {"leeds"}


def test_a_council_that_went_from_one_grade_to_another_is_no_league_table(told):
    found = told("In March 2018 Ofsted marked children's services in Barnsley down from good to inadequate.\n")
    assert "inadequate" in {each[4] for each in found}


@pytest.mark.parametrize(
    "line",
    [
        "The report had a paragraph on the work of health agencies, which had been found to be adequate.",
        "The primary care trust was judged adequate in the same week.",
        "Police partners were found to be inadequate.",
    ],
)
def test_the_grade_of_those_who_work_beside_the_council_is_not_its_own(line, told):
    text = f"Kent County Council\n\nOfsted judged looked after children's services good in May 2010. {line}\n"
    assert {each[4] for each in told(text)} <= {"good", ""}


@pytest.mark.parametrize(
    "line",
    [
        "In the comprehensive performance assessment the borough was rated excellent, and we were called good.",
        "He remembered the corporate assessment. We were judged good.",
        "The Audit Commission came every year. The council was rated good.",
    ],
)
def test_an_assessment_of_the_whole_council_is_none_of_its_services(line, told):
    text = (
        "Barnsley Council\n\nOfsted inspected children's services in October 2018 and judged them inadequate.\n\n"
        f"{line}\n"
    )
    assert {each[4] for each in told(text)} == {"inadequate"}


def test_a_service_judged_beside_a_corporate_assessment_keeps_its_grade(told):
    text = (
        "Barnsley Council, 3 March 2008\n\nThe corporate assessment is to come. Ofsted judged children's "
        "services good in "
        "the annual performance assessment for 2007.\n"
    )
    assert {each[4] for each in told(text)} == {"good"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "The joint targeted area inspection of Merton for which partners had been getting ready since June "
            "would not now "
            "take place; Ofsted, the Care Quality Commission and HMICFRS had told the council so on 9 October 2023."
        ),
        (
            "The area SEND inspection of Bexley for which officers prepared all winter is not going ahead: "
            "Ofsted and the Care "
            "Quality Commission told the council so on 3 March 2024."
        ),
        (
            "HM Inspectorate of Probation arrived in Salford on Monday 4 November 2024 to inspect the youth "
            "justice service. "
            "By noon the building was flooded, and the inspection was off."
        ),
        (
            "Ofsted came to Torbay on Tuesday 6 March 2018 to inspect children's services. Snow closed the town "
            "hall. Nothing "
            "was inspected."
        ),
        (
            "Ofsted visited children's services in Torbay on 6 March 2018. The power failed at ten. Everybody "
            "was sent home."
        ),
    ],
)
def test_an_inspection_that_is_off_is_none(text, told):
    assert told(text + "\n") == set()


@pytest.mark.parametrize(
    "then",
    [
        "They had first planned to come in January, but the visit was cancelled.",
        "The inspection was off to a slow start.",
        "Nothing was hidden. Inspectors went home pleased.",
        "The CQC was to have come too. The visit was cancelled.",
    ],
)
def test_an_inspection_that_took_place_stands_beside_one_that_did_not(then, told):
    text = f"Torbay Council\n\nOfsted inspected children's services from 6 to 10 March 2018. {then}\n"
    assert {each[2] for each in told(text)} == {"2018-03-06/2018-03-10"}


@pytest.mark.parametrize(
    ("line", "council"),
    [
        ("There too children's services were judged inadequate, at an inspection in November 2012.", "isle-of-wight"),
        (
            (
                "There too children's services were judged inadequate, at an inspection in November 2012, and the "
                "council has "
                "since agreed that Hampshire will run them."
            ),
            "isle-of-wight",
        ),
        ("There, at an inspection in November 2012, Ofsted judged children's services inadequate.", "isle-of-wight"),
    ],
)
def test_there_is_the_council_named_right_before(line, council, told):
    text = f"Bournemouth's children's services were judged good in 2016. The ferry goes to the Isle of Wight. {line}\n"
    assert {each[0] for each in told(text) if each[4] == "inadequate"} == {council}


@pytest.mark.parametrize(
    "line",
    [
        (
            "There too a trust was set up by Windsor and Maidenhead, after an inspection in November 2015 that found "
            "services inadequate."
        ),
        "There too services for children were judged inadequate in May 2015, Bath and North East Somerset says.",
    ],
)
def test_there_is_never_another_council_that_its_sentence_names(line, told):
    text = f"Ofsted judged Reading's children's services good in June 2016. Slough's came next. {line}\n"
    councils = {each[0] for each in told(text) if each[4] == "inadequate"}
    assert not councils & {"windsor-and-maidenhead", "reading", "bath-and-north-east-somerset"}


def test_we_on_a_page_of_several_councils_is_not_the_one_named_last(told):
    text = (
        "Hansard\n\nOfsted has been. Services for children in Norfolk were judged inadequate in January "
        "2013. Those in Plymouth were judged "
        "good in the same month.\n\nThat was in the week of Haringey.\n\nMy own county did better. Our "
        "services for children "
        "were judged outstanding.\n"
    )
    assert "outstanding" not in {each[4] for each in told(text)}


@pytest.mark.parametrize(
    ("after", "grade"),
    [
        ("Services were again judged to be outstanding overall.", "outstanding"),
        ("They were judged good.", "good"),
        ("The service was then found to require improvement to be good.", "requires-improvement"),
    ],
)
def test_the_grade_told_right_after_a_visit_is_that_visits(after, grade, told):
    text = (
        "North Yorkshire Council, 4 June 2024\n\n2.1 North Yorkshire County Council's children's services "
        "were inspected by "
        "Ofsted in July 2018 and judged outstanding.\n\n2.2 The last full inspection was in July 2023. "
        f"{after} The report was published on 18 September 2023.\n"
    )
    assert ("2023-07", "2023-09-18", grade) in {each[2:] for each in told(text)}


@pytest.mark.parametrize(
    "sentence",
    [
        "At the single inspection of May and June 2015 its children's services had been judged good.",
        "Its children's services had been inspected in May and June 2015 and judged good.",
        "In the inspection of May and June 2015 the county's children's services had been rated good.",
    ],
)
def test_what_had_been_judged_at_a_visit_is_that_visits_grade(sentence, told):
    text = f"Suffolk County Council\n\n{sentence} Then, in February 2019, Ofsted judged them outstanding.\n"
    assert {(each[2], each[4]) for each in told(text)} == {("2015-05/2015-06", "good"), ("2019-02", "outstanding")}


def test_what_had_been_judged_before_a_visit_is_not_its_grade(told):
    text = (
        "Suffolk County Council\n\nIn the inspection of May 2015, Ofsted met children whose services had "
        "been judged good.\n"
    )
    assert ("2015-05", "good") not in {(each[2], each[4]) for each in told(text)}


def test_they_are_services_and_no_board(told):
    text = (
        "Stoke-on-Trent City Council\n\nAt the single inspection of May 2015 its children's services were "
        "judged good, and "
        "its safeguarding children board inadequate. In February 2019 they were judged inadequate.\n"
    )
    assert ("childrens-services", "2019-02", "", "inadequate") in {each[1:] for each in told(text)}
    assert not [each for each in told(text) if each[1] == "lscb" and each[2] == "2019-02"]


def test_the_letter_between_commas_with_its_day_is_of_the_visit_just_told(told):
    text = (
        "A focused visit to Shropshire on 5 and 6 June 2024 was about care leavers; Ofsted's letter, on 16 "
        "July 2024, "
        "thought that plans are made with young people.\n"
    )
    assert told(text) == {("shropshire", "childrens-services", "2024-06-05/2024-06-06", "2024-07-16", "")}
