"""Tables headed in plain words, turns from one council to another, and parts that fared as what stands before them."""

import pytest

from tests.reading.given import reading_of

TABLE = (
    "Wirral Watch\n\n2 May 2023\n\nThese are the results for {} council’s children’s services. All are Ofsted unless "
    "it says so.\n\n{}\n\nAsk us for the rest.\n"
)
ROWS = (
    "Published December 2007\tAnnual performance assessment (2007), overall\tGood (3)\n"
    "9 to 20 May 2011\tSafeguarding and looked after children, with CQC\t"
    "Safeguarding: adequate; looked after children: good\n"
    "17 to 28 June 2019\tChildren’s services (ILACS), overall\tRequires improvement to be good\n"
    "21 and 22 September 2021\tFocused visit: front door\tNo grade"
)


def told(reading):
    return [
        (
            each.kind,
            each.inspected.edtf if each.inspected else "",
            each.published.edtf if each.published else "",
            "/".join(body.slug for body in each.inspectorates),
            [each.overall.grade] if each.overall else [part.grade.grade for part in each.judgements],
        )
        for each in reading.inspections
    ]


@pytest.mark.parametrize(
    "header",
    [
        "When\tWhat was inspected\tWhat it was judged",
        "Date\tWhat they looked at\tWhat they said",
        "When\tWhat\tHow it was rated",
        "Dates\tWhat Ofsted inspected\tWhat inspectors found",
    ],
)
def test_a_table_headed_in_plain_words_is_read(header, catalogue):
    assert told(reading_of(TABLE.format("Wirral", f"{header}\n{ROWS}"), catalogue)) == [
        ("annual-assessment", "2007", "2007-12", "ofsted", ["good"]),
        ("full", "2011-05-09/2011-05-20", "", "ofsted/cqc", ["adequate", "good"]),
        ("full", "2019-06-17/2019-06-28", "", "ofsted", ["requires-improvement"]),
        ("focused-visit", "2021-09-21/2021-09-22", "", "ofsted", []),
    ]


@pytest.mark.parametrize(
    "header",
    ["When\tWhat we hoped\tWhat we said", "When\tWhat we run\tWhat we would like", "When\tWho\tWhere"],
)
def test_words_over_columns_that_say_no_such_thing_head_none(header, catalogue):
    row = "17 to 28 June 2019\tChildren’s services\tOutstanding\n9 to 20 May 2011\tThe whole town\tGood"
    assert not any(part for *_, grades in told(reading_of(TABLE.format("Wirral", f"{header}\n{row}"), catalogue))
                   for part in grades)  # fmt: skip


INSPECTED = (
    "{} Council\n\n12 June 2017\n\nOfsted inspected {}’s children’s services from 6 to 17 May 2017. They were judged "
    "{}\n"
)


@pytest.mark.parametrize(
    ("council", "words", "grades"),
    [
        ("Derby", "good, and so was the impact of leaders.", ["good", "good"]),
        ("Bury", "good overall, and so were help and protection and the impact of leaders.", ["good", "good", "good"]),
        ("Kent", "inadequate (grade 4), as was leadership, management and governance.", ["inadequate", "inadequate"]),
        ("Leeds", "good and the same for help and protection.", ["good", "good"]),
        ("Luton", "good. Care leavers were judged outstanding, the help and protection that they get was judged good.",
         ["good", "outstanding", "good"]),
        ("Derby", "good, and so were the town’s schools.", ["good"]),
        ("Bury", "good, and so were the weather and the tea.", ["good"]),
        ("Kent", "good, but never so was adoption.", ["good"]),
        ("Leeds", "good and the same for help with parking.", ["good"]),
        ("Luton", "good, and so was adoption in Bedford.", ["good"]),
    ],
)  # fmt: skip
def test_a_part_that_fared_alike_has_the_grade_of_its_sentence(council, words, grades, catalogue):
    found = reading_of(INSPECTED.format(council, council, words), catalogue).inspections
    given = [each.overall.grade for each in found if each.overall]
    given += [part.grade.grade for each in found for part in each.judgements]
    assert given == grades or (given == [] and grades == ["good"])


ROUND = (
    "Eastern Morning Courier\nThursday, October 15, 2015\n\nBy Hereward Pask\n\nRelief in Peterborough\n\n"
    "Ofsted inspected Peterborough’s children’s services from 11 May to 4 June 2015 and judged them good.\n\n{}\n\n"
    "“We had hoped for better,” said Ann Lee, the director of children’s services. “If I use "
    "the word journey, stop me.”\n"
)


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Now take Norfolk. Nobody there is glad of anything.", None),
        ("Take Norfolk first of all. Nobody there is glad of anything.", None),
        ("In Suffolk they do not yet know what they will be told.", None),
        ("Which leaves Cambridgeshire, where they wait.", None),
        ("The council has a plan.", "Peterborough City Council"),
        ("The council has a plan, as Norfolk has.", "Peterborough City Council"),
    ],
)
def test_nobody_speaks_for_the_council_that_a_story_has_turned_from(words, body, catalogue):
    statements = reading_of(ROUND.format(words), catalogue).statements
    assert {each.organisation for each in statements if each.speaker == "Ann Lee"} == {body} or (
        body is None and "Peterborough City Council" not in {each.organisation for each in statements}
    )


MINUTES = (
    "Bexley Council\n\nMinutes of a meeting of the Children’s Scrutiny Panel of 12 June 2019\n\nOfsted’s report of "
    "3 May 2019, of its inspection of children’s services from 1 to 12 April 2019, judged them good.\n\n{} “In a few "
    "cases children were not seen alone at all.”\n"
)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ms Lee said that officers had gone over the letter line by line. She quoted:", "report"),
        ("Ms Lee felt that staff had been harder on themselves than the inspectors had, and quoted from the foreword:",
         "report"),
        ("Ms Lee had the report with her, and quoted one sentence:", "report"),
        ("The Chair said that a mother had written to the Panel about the report. She quoted:", "person"),
        ("Ms Lee held up a book of verse. She quoted:", "person"),
        ("A parent had sent the inspectors an e-mail. She quoted:", "person"),
    ],
)  # fmt: skip
def test_words_quoted_from_the_letter_are_the_reports(words, kind, catalogue):
    said = [each for each in reading_of(MINUTES.format(words), catalogue).statements if each.in_quotation_marks]
    assert [each.attributed_to for each in said] in ([kind], [] if kind == "person" else [kind], ["unstated"])


def test_the_last_day_to_apply_is_no_day_of_a_page(catalogue):
    page = (
        "Cumberland Council\n\nDirector wanted\n\nOfsted made a focused visit to Cumberland on 14 May 2024.\n\n"
        "How to apply: closing date noon on Monday 10 March 2025.\n"
    )
    assert reading_of(page, catalogue).published is None


BEFORE = (
    "{} Council\n\n17 November 2021\n\nOfsted inspected {}’s children’s services in June and July 2018. They were "
    "judged good overall. {}\n"
)


@pytest.mark.parametrize(
    ("council", "words", "day"),
    [
        ("Havering", "Before that, at the inspection which was reported in December 2016, they had been inadequate.",
         "2016-12"),
        ("Derby", "At the inspection before it, which was reported in 2014, they had been judged inadequate.", "2014"),
        ("Leeds", "They had been judged inadequate at the inspection that was reported on 3 March 2015.", "2015-03-03"),
        ("Bury", "They were inadequate at the last inspection, which the Herald reported in May 2016.", None),
    ],
)  # fmt: skip
def test_the_month_in_which_an_inspection_was_reported_is_of_its_report(council, words, day, catalogue):
    found = reading_of(BEFORE.format(council, council, words), catalogue).inspections
    assert [each.published.edtf for each in found if each.published] == ([day] if day else [])
    assert not any(each.inspected and each.inspected.edtf == day for each in found)
