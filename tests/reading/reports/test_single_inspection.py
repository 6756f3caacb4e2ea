"""Single inspection reports with their sub-judgements and the board's grade, and reviews of a board alone."""

from __future__ import annotations

import pytest

TITLE = [
    "Inspection of services for children in need of help and",
    "protection, children looked after and care leavers",
    "and",
    "Review of the effectiveness of the Local Safeguarding Children",
    "Board1",
]
ROWS = [
    "1. Children who need help and protection Requires improvement",
    "2. Children looked after and achieving",
    "permanence",
    "Good",
    "2.1 Adoption performance Outstanding",
    "2.2 Experiences and progress of care leavers Requires",
    "improvement",
    "3. Leadership, management and governance Inadequate",
]
DECOYS = [
    "It is the inspectorate’s expectation that all children get good help.",
    "Leadership, management and governance require improvement when any",
    "serious failures have been found and are being put right.",
]
CONTENTS = ["Contents", "Recommendations 8", "The Local Safeguarding Children Board 39", "Recommendations 40"]
BODY = [
    "Recommendations",
    "1. Answer every letter that a child writes.",
    "2. See that plans are made with:",
    "\bparents",
    "\bteachers.",
    "Summary for children and young people",
    "\bInspectors met many of you, and say thank you.",
    "The graded judgement for adoption performance is that it is outstanding",
    "1. Adopters are found early.",
    "The graded judgment about the experience and progress of care leavers",
    "is that it requires improvement",
    "Leadership, management and",
    "governance Inadequate",
]
BOARD = [
    "The Local Safeguarding Children Board (LSCB)",
    "The Local Safeguarding Children Board requires improvement",
    "to be good",
    "Recommendations",
    "\bMeet more often.",
    "\bWrite down what was agreed.",
    "\bAsk children what they think.",
    "Inspection findings",
    "90. The board met four times in the year of this made-up report.",
    "What the inspection judgements mean",
    "An LSCB that is good coordinates the work of its partners.",
    "The LSCB is likely to be outstanding if the following applies:",
]


def report(
    council="Oldham Borough Council",
    overall="Children’s services in Oldham require improvement to be",
    rows=ROWS,
    **parts,
):
    dates = parts.get("dates", "22 May 2015 – 18 June 2015")
    front = ["1", council, *TITLE, f"Inspection date: {dates}", "Report published: 3 August 2015", overall]
    if overall.endswith("to be"):
        front.append("good")
    front += [*DECOYS, *rows, *parts.get("board_line", ())]
    return front, ["2", *CONTENTS], ["3", *parts.get("body", BODY)], ["4", *parts.get("board", BOARD)]


def grades(reading):
    return {judged.aspect_slug: judged.grade.grade for judged in reading.inspections[0].judgements}


def codes(reading):
    return [warned.code for warned in reading.warnings]


def test_five_grades_the_overall_sentence_and_the_board(read):
    reading = read(*report())
    inspection = reading.inspections[0]
    assert [name.slug for name in inspection.authorities] == ["oldham"]
    assert inspection.framework.slug == "single-inspection-framework"
    assert inspection.inspected.edtf == "2015-05-22/2015-06-18"
    assert (inspection.published.edtf, inspection.published.basis) == ("2015-08-03", "stated")
    assert inspection.overall.grade == "requires-improvement"
    assert inspection.overall.words.of(reading.held.text) == ("require improvement to be\r\ngood",)
    assert grades(reading) == {
        "help-and-protection": "requires-improvement",
        "looked-after-and-permanence": "good",
        "adoption-performance": "outstanding",
        "care-leavers": "requires-improvement",
        "leadership": "inadequate",
        "lscb": "requires-improvement",
    }
    assert not reading.warnings


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("The overall judgement is good.", "good"),
        ("The overall judgement is that children’s services are inadequate", "inadequate"),
        ("The overall judgement is requires improvement", "requires-improvement"),
        ("Children’s services in the London Borough of Ealing are outstanding", "outstanding"),
        ("Children’s services in Stoke-on-Trent are good. They were not always so.", "good"),
        ("Children’s services in St. Helens Council require improvement", "requires-improvement"),
        ("Children’s services in Oldham are not yet good", None),
        ("Services for children looked after in Oldham are good", None),
        ("Children’s services in Oldham were good", None),
        ("Children’s services in Oldham have good", None),
    ],
)
def test_the_overall_sentence(read, sentence, grade):
    reading = read(*report(overall=sentence))
    overall = reading.inspections[0].overall
    assert (overall.grade if overall else None) == grade
    assert ("no-overall" in codes(reading)) == (grade is None)


def test_an_overall_grade_only_in_the_summary_is_taken_with_a_warning(read):
    summary = ["Executive summary", "Children’s services in Oldham require improvement because:"]
    reading = read(*report(overall="A made-up report.", body=[*summary, *BODY]))
    assert reading.inspections[0].overall.grade == "requires-improvement"
    assert "overall-from-summary" in codes(reading)


def test_two_overall_sentences_that_differ_are_none(read):
    front, *rest = report(overall="The overall judgement is good.")
    front.insert(front.index(DECOYS[0]), "Children’s services in Oldham are inadequate.")
    reading = read(front, *rest)
    assert reading.inspections[0].overall is None
    assert "two-grades" in codes(reading)


@pytest.mark.parametrize(
    "line",
    [
        ["The effectiveness of the Local Safeguarding Children Board (LSCB) is", "good."],
        ["The judgement for the effectiveness of the Local Safeguarding Children", "Board (LSCB) is good."],
        ["The Local Safeguarding Children Board (LSCB) is good. The LSCB meets often."],
    ],
)
def test_the_board_on_the_first_page(read, line):
    assert grades(read(*report(board_line=line, board=BOARD[3:])))["lscb"] == "good"


def test_two_grades_of_the_board_are_none(read):
    reading = read(*report(board_line=["The effectiveness of the Local Safeguarding Children Board (LSCB) is good"]))
    assert "lscb" not in grades(reading)
    assert "two-grades" in codes(reading)


def test_a_report_without_a_board_has_no_grade_for_it(read):
    assert "lscb" not in grades(read(*report(board=BOARD[9:])))


def test_rows_without_numbers_and_on_a_second_page(read):
    plain = [line.lstrip("123. ") for line in ROWS]
    front, contents, body, board = report(rows=plain[:5])
    footnote = ["1 This report combines two reports under section 152 of an Act, as its footnote says."]
    assert grades(read([*front, *footnote], ["2", *plain[5:]], contents, body, board)) == grades(read(*report()))


def test_not_judged_is_a_value(read):
    rows = [line.replace("Outstanding", "Not judged") for line in ROWS]
    body = [line for line in BODY if "adoption" not in line]
    adoption = next(
        judged
        for judged in read(*report(rows=rows, body=body)).inspections[0].judgements
        if judged.aspect_slug == "adoption-performance"
    )
    assert (adoption.grade.grade, adoption.grade.note) == (None, "not judged")


def test_a_heading_that_disagrees_leaves_the_grade_out(read):
    body = [line.replace("that it is outstanding", "that it is inadequate") for line in BODY]
    reading = read(*report(body=body))
    assert "adoption-performance" not in grades(reading)
    assert grades(reading)["leadership"] == "inadequate"
    assert "two-grades" in codes(reading)


def test_bullets_that_recall_earlier_grades_are_not_headings(read):
    recalled = ["At the last inspection:", "\b", "Leadership, management and governance Outstanding"]
    assert grades(read(*report(body=[*BODY, *recalled])))["leadership"] == "inadequate"


def test_a_title_that_is_cut_is_known_by_its_rows(read):
    front, *rest = report()
    reading = read([line for line in front if "children in need of help" not in line], *rest)
    assert reading.reader == "report_single_inspection"
    assert grades(reading) == grades(read(*report()))


def test_recommendations_to_the_authority_and_to_the_board(read):
    reading = read(*report())
    said = {s.key: " ".join(" ".join(s.words.of(reading.held.text)).split()) for s in reading.statements}
    assert said["improve-1"] == "Answer every letter that a child writes."
    assert said["improve-2"].startswith("See that plans are made with:")
    assert [key for key in said if key.startswith("lscb-")] == ["lscb-1", "lscb-2", "lscb-3"]
    assert len(said) == 5


def test_priority_actions_and_areas_for_improvement(read):
    body = [
        "What does the local authority need to improve?",
        "Priority and immediate action",
        "The work of the front desk",
        "1. Answer the telephone.",
        "The work of the back office",
        "2. Keep the files in order.",
        "Areas for improvement",
        "3. Thank the foster carers.",
        "The local authority’s strengths",
        "4. Families like the new building.",
    ]
    reading = read(*report(body=body))
    assert [
        (s.stance, s.words.of(reading.held.text)[0]) for s in reading.statements if s.key.startswith("improve-")
    ] == [
        ("priority", "Answer the telephone."),
        ("priority", "Keep the files in order."),
        ("improve", "Thank the foster carers."),
    ]


def test_nothing_to_do_is_no_finding(read):
    body = ["Priority and immediate action", "18. There are no areas for priority or immediate action.", *BODY[5:]]
    assert not [s for s in read(*report(body=body)).statements if s.stance == "priority"]


def test_two_publication_dates_on_the_front_are_none(read):
    front, *rest = report()
    front.insert(front.index(DECOYS[0]), "Published: 4 August 2015")
    reading = read(front, *rest)
    assert reading.inspections[0].published is None
    assert "two-dates" in codes(reading)


def test_a_review_of_a_board_alone(read):
    front = [
        "1",
        "Surrey Safeguarding Children Board",
        "Review of the effectiveness of the Local Safeguarding Children",
        "Board",
        "Inspection date: 15 June 2015 – 17 June 2015",
        "Report published: 3 August 2015",
        "The Local Safeguarding Children Board requires improvement",
        "The arrangements in this made-up report need work.",
    ]
    body = [
        "Recommendations",
        "1. Meet more often.",
        "2. Write it down.",
        "Inspection findings",
        "3. The board met twice.",
    ]
    reading = read(front, ["2", "Contents", "Recommendations 6"], ["3", *body])
    inspection = reading.inspections[0]
    assert (inspection.framework.slug, inspection.service.slug) == ("lscb-review", "lscb")
    assert [name.slug for name in inspection.authorities] == ["surrey"]
    assert inspection.overall.grade == "requires-improvement"
    assert inspection.judgements == ()
    assert len(reading.statements) == 2
