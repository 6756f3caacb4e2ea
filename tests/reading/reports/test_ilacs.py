"""ILACS reports of every generation and lay-out, in our own words."""

from __future__ import annotations

import pytest

LEADERS = ["The impact of leaders on social work", "practice with children and families"]
HELP = ["The experiences and progress of", "children who need help and protection"]
CARE = ["The experiences and progress of", "children in care"]
LEAVERS = ["The experiences and progress of care", "leavers"]
TOGETHER = ["The experiences and progress of", "children in care and care leavers"]
OVERALL = ["Overall effectiveness"]
IMPROVEMENT = ["Requires improvement", "to be good"]

SINCE_2023 = [
    (LEADERS, ["Good"]),
    (HELP, ["Outstanding"]),
    (CARE, ["Good "]),
    (LEAVERS, IMPROVEMENT),
    (OVERALL, ["Good"]),
]
UNTIL_2022 = [
    (LEADERS, ["Inadequate"]),
    (HELP, IMPROVEMENT),
    (TOGETHER, ["Requires Improvement"]),
    (OVERALL, ["Inadequate"]),
]
BODY = [
    "What needs to improve?",
    "\bThe speed of first answers to people who write in.",
    "\bThe plans that are made with families, which",
    "should say who does what.",
    "The experiences and progress of children who need help and",
    "protection: outstanding",
    "1. Families hear back within a day.",
    "2. The duty team knows its patch, and asks good questions of",
    "every caller.",
]


def first_page(
    rows,
    dates="4 to 15 March 2024",
    title=("Inspection of Stockport local", "authority children’s services"),
    heading="outstanding",
):
    page = [
        *title,
        f"Inspection dates: {dates}",
        "Lead inspector: Pat Example, His Majesty’s Inspector",
        "Judgement Grade",
    ]
    for aspect, grade in rows:
        page += [*aspect, *grade]
    prose = "Children in this made-up report are looked after by people who know them."
    return [*page, prose, *(line.replace("outstanding", heading) for line in BODY)]


def grades(reading):
    return {judged.aspect_slug: judged.grade.grade for judged in reading.inspections[0].judgements}


def codes(reading):
    return [warned.code for warned in reading.warnings]


def test_five_judgements_since_2023(read):
    reading = read(first_page(SINCE_2023))
    inspection = reading.inspections[0]
    assert [name.slug for name in inspection.authorities] == ["stockport"]
    assert inspection.framework.slug == "ilacs"
    assert inspection.inspected.edtf == "2024-03-04/2024-03-15"
    assert inspection.kind == "full"
    assert "10 working days" in inspection.notes[0]
    assert (inspection.overall.scale, inspection.overall.grade) == ("ofsted-four-point", "good")
    assert grades(reading) == {
        "impact-of-leaders": "good",
        "help-and-protection": "outstanding",
        "children-in-care": "good",
        "care-leavers": "requires-improvement",
    }
    assert reading.inspections[0].judgements[3].grade.words.of(reading.held.text) == (
        "Requires improvement\r\nto be good",
    )
    assert not reading.warnings


def test_four_judgements_until_2022_leave_care_leavers_alone(read):
    title = ("1", "Surrey County Council", "Inspection of children’s social care services")
    reading = read(first_page(UNTIL_2022, "7 to 11 November 2022", title, "requires improvement to be good"))
    assert grades(reading) == {
        "impact-of-leaders": "inadequate",
        "help-and-protection": "requires-improvement",
        "in-care-and-care-leavers": "requires-improvement",
    }
    assert reading.inspections[0].kind == "short"
    assert [name.slug for name in reading.inspections[0].authorities] == ["surrey"]


def test_without_an_overall_grade_after_march_2026_it_is_abolished(read):
    inspection = read(first_page(SINCE_2023[:4], "20 to 24 April 2026")).inspections[0]
    assert inspection.overall is None
    assert inspection.overall_absent == "abolished"


def test_without_an_overall_grade_before_april_2026_it_is_not_stated(read):
    reading = read(first_page(SINCE_2023[:4], "9 to 13 March 2026"))
    assert reading.inspections[0].overall_absent == "not stated"
    assert "no-overall" in codes(reading)


def test_not_judged_is_a_value(read):
    reading = read(first_page([*SINCE_2023[:2], (CARE, ["Not judged"]), *SINCE_2023[3:]]))
    care = next(j for j in reading.inspections[0].judgements if j.aspect_slug == "children-in-care")
    assert care.grade.grade is None
    assert care.grade.note == "not judged"
    assert care.grade.words.of(reading.held.text) == ("Not judged",)


@pytest.mark.parametrize("order", [[4, 2, 0, 3, 1], [1, 2, 3, 0, 4]])
def test_the_order_of_the_rows_does_not_matter(read, order):
    assert grades(read(first_page([SINCE_2023[i] for i in order]))) == grades(read(first_page(SINCE_2023)))


def test_a_heading_that_disagrees_leaves_the_grade_out(read):
    rows = [SINCE_2023[0], (HELP, ["Good"]), *SINCE_2023[2:]]
    reading = read(first_page(rows))
    assert "help-and-protection" not in grades(reading)
    assert grades(reading)["care-leavers"] == "requires-improvement"
    assert "two-grades" in codes(reading)


def test_a_row_that_cannot_be_read_is_taken_from_its_heading(read):
    reading = read(first_page([SINCE_2023[0], (HELP, ["Splendid"]), *SINCE_2023[2:]]))
    assert grades(reading)["help-and-protection"] == "outstanding"
    assert "grade-from-heading" in codes(reading)


def test_rows_cut_line_by_line_across_both_columns(read):
    cut = [
        (
            [
                "The impact of leaders on social work practice Requires improvement",
                "with children and families to be good",
            ],
            [],
        ),
        *SINCE_2023[1:],
    ]
    reading = read(first_page(cut))
    assert grades(reading)["impact-of-leaders"] == "requires-improvement"
    leaders = next(j for j in reading.inspections[0].judgements if j.aspect_slug == "impact-of-leaders")
    assert leaders.grade.words.of(reading.held.text) == ("Requires improvement", "to be good")


def test_a_table_that_cannot_be_read_leaves_the_headings(read):
    leaders = [
        "The impact of leaders on social work practice with children and",
        "families is: good",
        "50. They listen.",
    ]
    reading = read(first_page([]), leaders)
    assert grades(reading) == {"help-and-protection": "outstanding", "impact-of-leaders": "good"}
    assert reading.inspections[0].overall is None
    assert codes(reading).count("grade-from-heading") == 2


def test_a_running_header_with_other_days_is_a_warning(read):
    header = "Inspection of Stockport local authority children’s services"
    pages = [[header, f"4 to 14 March 2024 {n}", "A paragraph of a made-up report."] for n in (2, 3)]
    reading = read(first_page(SINCE_2023), *pages)
    assert reading.inspections[0].inspected.edtf == "2024-03-04/2024-03-15"
    assert "two-dates" in codes(reading)


def test_grades_in_prose_are_no_judgements(read):
    page = first_page([*SINCE_2023[:4], (OVERALL, ["Good"])])
    page[-10] = "At the last inspection overall effectiveness was"
    page.insert(-9, "inadequate")
    assert read(page).inspections[0].overall.grade == "good"


def test_a_running_header_before_the_title_gives_no_dates(read):
    header = ["Inspection of Stockport local authority children’s services", "11 March 2024 1"]
    inspection = read([*header, *first_page(SINCE_2023)]).inspections[0]
    assert inspection.inspected.edtf == "2024-03-04/2024-03-15"
    assert [name.slug for name in inspection.authorities] == ["stockport"]


def test_two_periods_on_site(read):
    inspection = read(first_page(SINCE_2023, "8 January 2024 to 12 January 2024 and 7")).inspections[0]
    assert inspection.inspected is None
    page = first_page(SINCE_2023, "8 to 12 January 2024 and 7 to")
    page.insert(3, "8 February 2024")
    inspection = read(page).inspections[0]
    assert inspection.inspected.edtf == "{2024-01-08..2024-01-12,2024-02-07..2024-02-08}"
    assert inspection.kind == "short"


def test_a_second_period_that_nothing_joins_leaves_the_dates_out(read):
    page = first_page(SINCE_2023, "8 to 12 January 2024")
    page.insert(3, "7 to 8 February 2024")
    reading = read(page)
    assert reading.inspections[0].inspected is None
    assert "unclear-dates" in codes(reading)


def test_a_period_cut_over_too_many_lines_is_left_out_not_shortened(read):
    page = first_page(SINCE_2023, "8 January 2024 to")
    page[3:3] = ["12", "January 2024 and 7 February 2024", "to", "8", "February 2024"]
    reading = read(page)
    assert reading.inspections[0].inspected is None
    assert "unclear-dates" in codes(reading)


def test_two_councils_in_one_title(read):
    title = ("Inspection of Wandsworth and", "Merton local authority children’s services")
    inspection = read(first_page(SINCE_2023, title=title)).inspections[0]
    assert [name.slug for name in inspection.authorities] == ["wandsworth", "merton"]


def test_dates_that_are_not_understood_are_left_out_with_a_warning(read):
    reading = read(first_page(SINCE_2023, "the second week of Lent"))
    assert reading.inspections[0].inspected is None
    assert reading.inspections[0].kind == "unstated"
    assert "unclear-dates" in codes(reading)


def test_the_authority_is_the_one_that_existed_then(read):
    before = read(
        first_page(
            UNTIL_2022,
            "5 to 9 November 2018",
            ("Dorset County Council", "Inspection of children’s social care services"),
        )
    )
    after = read(
        first_page(UNTIL_2022, "4 to 8 October 2021", ("Inspection of Dorset local", "authority children’s services"))
    )
    assert [a.inspections[0].authorities[0].slug for a in (before, after)] == ["dorset-county-council", "dorset"]


def test_a_title_without_an_authority_is_a_warning_and_no_guess(read):
    reading = read(first_page(SINCE_2023, title=("Inspection of Barsetshire local", "authority children’s services")))
    assert reading.inspections[0].authorities == ()
    assert "unknown-name" in codes(reading)


def test_what_needs_to_improve_is_a_list_of_findings(read):
    reading = read(first_page(SINCE_2023))
    assert [" ".join(s.words.of(reading.held.text)[0].split()) for s in reading.statements] == [
        "The speed of first answers to people who write in.",
        "The plans that are made with families, which should say who does what.",
    ]
    assert {(s.kind, s.stance, s.in_quotation_marks) for s in reading.statements} == {("finding", "improve", False)}


def test_numbered_paragraphs_are_passages_with_their_page(read):
    reading = read(first_page(SINCE_2023), ["3. A third paragraph stands on the second page of this report."])
    numbered = {p.number: (p.page, p.span.of(reading.held.text)) for p in reading.passages if p.number}
    assert numbered["2"] == (1, "2. The duty team knows its patch, and asks good questions of\r\nevery caller.")
    assert numbered["3"][0] == 2


def test_names_of_inspectors_and_the_address_are_furniture(read):
    closing = ["The Office for Standards in Education, Children’s Services and Skills (Ofsted) inspects.", "M1 2WD"]
    reading = read(first_page(SINCE_2023), ["4. The end of it all.", *closing])
    text = reading.held.text
    furniture = " ".join(p.span.of(text) for p in reading.passages if p.furniture)
    rest = " ".join(p.span.of(text) for p in reading.passages if not p.furniture)
    assert "Pat Example" in furniture
    assert "M1 2WD" in furniture
    assert "Pat Example" not in rest
    assert "The end of it all." in rest
    assert "Inspection dates" in rest


def test_running_headers_are_furniture_and_never_in_a_finding(read):
    first = first_page(SINCE_2023)[:-7]
    header = ["Inspection of Stockport local authority children’s services", "4 to 15 March 2024 2"]
    second = [*header, "should say who does what, and when.", *BODY[4:]]
    third = [header[0], "4 to 15 March 2024 3", "9. The last paragraph of a short report that was made up."]
    reading = read([*first, "\bThe plans that are made with families, which"], second, third)
    furniture = [p.span.of(reading.held.text) for p in reading.passages if p.furniture]
    assert "\r\n".join(header) in furniture
    assert reading.statements[-1].words.of(reading.held.text) == (
        "The plans that are made with families, which",
        "should say who does what, and when.",
    )


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("80562__stockport__2024-05-01.pdf", "2024-05-01"),
        ("children's services inspection - 01 may 2024.pdf", "2024-05-01"),
        ("report.pdf", None),
        ("report of 31 june 2024.pdf", None),
    ],
)
def test_a_publication_date_in_the_file_name_is_derived(read, name, date):
    published = read(first_page(SINCE_2023), name=name).inspections[0].published
    assert (published.edtf if published else None) == date
    assert published is None or published.basis == "derived"
