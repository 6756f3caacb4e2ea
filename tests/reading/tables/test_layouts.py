"""What rows of the published layouts say: dates, grades on their scale, codes, and what is left unsaid."""

import re
from datetime import date

import pytest

from tests.reading.tables.made import (
    AREA_SEND,
    CHILDRENS,
    FURTHER_EDUCATION,
    HISTORY,
    IN_YEAR,
    REPORT_CARDS,
    SCHOOL,
    SCHOOLS,
    STOCKPORT,
    TITLE,
    YOUTH_JUSTICE,
    as_csv,
    as_ods,
    changed,
    further_education,
)

ODS = "table.ods"
RI = "Requires improvement to be good"


def childrens(*, newest=(), history=(), in_year=(), notes=()):
    above = [["Title of the sheet"], ["This worksheet contains one table."]]
    return as_ods(
        {
            "Cover": [["Local authority inspection outcomes"]],
            "Notes": [["Notes"], *([each] for each in notes)],
            "Inspections_as_at_31_March": [*above, CHILDRENS, *newest],
            "In-year_inspections": [*above, IN_YEAR, *in_year],
            "ILACS_inspection_history": [*above, HISTORY, *history],
        }
    )


STOKE_2019 = ["Webpage", "E06000021", "Stoke-on-Trent", "Current", "West Midlands", date(2019, 2, 4), date(2019, 3, 18),
              "ILACS Standard Inspection", "Inadequate", "Inadequate", "Inadequate", "Inadequate", ""]  # fmt: skip
STAFFORDSHIRE = ["Webpage", "E10000028", "Staffordshire", "Current", "West Midlands", date(2023, 11, 6),
                 date(2024, 1, 12), "ILACS Short Inspection", RI, RI, RI, "Good", RI]  # fmt: skip


def as_newest(row):
    return [*row[:3], *row[4:7], *row[8:]]


def test_an_inspection_on_two_sheets_is_one_with_two_rows_of_evidence(read_table):
    reading = read_table(childrens(newest=[as_newest(STOKE_2019)], history=[STOKE_2019]), ODS)
    (fact,) = reading.inspections
    assert fact.kind == "full" and fact.framework.slug == "ilacs"
    assert (fact.inspected.edtf, fact.published.edtf) == ("2019-02-04/..", "2019-03-18")
    assert [(row.sheet, row.row) for row in fact.overall.words.rows] == [
        ("Inspections_as_at_31_March", 4), ("ILACS_inspection_history", 4),
    ]  # fmt: skip
    assert fact.overall.words.rows[0].cells == (("Overall effectiveness", "Inadequate"),)


def test_before_2023_children_in_care_took_in_care_leavers(read_table):
    old, new = read_table(childrens(history=[STOKE_2019, STAFFORDSHIRE]), ODS).inspections
    assert [each.aspect_slug for each in old.judgements][-1] == "in-care-and-care-leavers"
    assert any("not judged apart" in note for note in old.notes)
    assert [each.aspect_slug for each in new.judgements][-2:] == ["children-in-care", "care-leavers"]


def test_a_correction_in_the_notes_is_kept_with_its_inspection(read_table):
    line = (
        "- In the previous publication, the Staffordshire ILACS Short inspection from 6 November 2023 stated that the "
        "experiences and progress of care leavers was “Good”. The report states “Requires improvement to be good”."
    )
    stoke, corrected = read_table(childrens(history=[STOKE_2019, STAFFORDSHIRE], notes=[line]), ODS).inspections
    assert any("corrected an earlier table" in note and "6 November 2023" in note for note in corrected.notes)
    leavers = corrected.judgements[-1]
    assert leavers.grade.grade == "requires-improvement"
    assert [row.sheet for row in leavers.grade.words.rows] == ["ILACS_inspection_history", "Notes"]
    assert not any("corrected" in note for note in stoke.notes)


def test_rows_that_disagree_prove_neither_grade(read_table):
    other = [*as_newest(STOKE_2019)]
    other[6] = "Good"
    reading = read_table(childrens(newest=[other], history=[STOKE_2019]), ODS)
    assert reading.inspections[0].overall is None
    assert "two-grades" in {warned.code for warned in reading.warnings}


def test_a_visit_has_its_theme_and_no_grade(read_table):
    visit = ["Webpage", "E06000021", "Stoke-on-Trent", "West Midlands", date(2024, 10, 1), date(2024, 10, 31),
             "ILACS Focused Visit", "", "", "", "", "", "Front door"]  # fmt: skip
    (fact,) = read_table(childrens(in_year=[visit]), ODS).inspections
    assert fact.kind == "focused-visit" and fact.overall is None and fact.overall_absent == "ungraded by design"
    assert fact.notes == ("Theme of the visit, as the table has it: Front door",)


def test_an_abolished_council_keeps_what_was_said_of_it(read_table):
    row = [*STOKE_2019]
    row[1:4], row[5] = ["E06000065", "North Yorkshire", "Current"], date(2018, 7, 2)
    (fact,) = read_table(childrens(history=[row]), ODS).inspections
    assert fact.authorities[0].slug == "north-yorkshire-county-council", "the council of the day, not the one made anew"


def test_a_hidden_sheet_is_not_read(read_table):
    rows = [["Title"], ["Note"], HISTORY, STOKE_2019]
    data = as_ods({"ILACS_inspection_history": rows, "Inspections_as_at_31_March": [["T"], ["N"], CHILDRENS,
                   as_newest(STAFFORDSHIRE)]}, hidden=("ILACS_inspection_history",))  # fmt: skip
    reading = read_table(data, ODS)
    (fact,) = reading.inspections
    assert fact.authorities[0].slug == "staffordshire"
    assert [each.message for each in reading.warnings if "hides it" in each.message and "ILACS" in each.message]


# -- further education ----------------------------------------------------------------------------


def fe(*changes):
    return further_education(*(changed(STOCKPORT, FURTHER_EDUCATION, **each) for each in changes or ({},)))


def test_a_local_authority_provider_is_the_councils_own_adult_learning(read_table):
    (fact,) = read_table(fe()).inspections
    assert fact.provider is None and fact.service.slug == "adult-learning"
    assert fact.authorities[0].slug == "stockport" and fact.service_name == "Stockport Metropolitan Borough Council"
    assert fact.inspected is None and fact.published.edtf == "2018-04-17"


def test_numbers_are_grades_worked_out_and_codes_are_notes(read_table):
    (fact,) = read_table(fe()).inspections
    assert (fact.overall.scale, fact.overall.grade, fact.overall.basis) == ("ofsted-four-point", "good", "derived")
    assert fact.overall.note == "the table prints “2”, which stands for “Good”"
    assert [(each.aspect_slug, each.grade.grade) for each in fact.judgements] == [
        ("leadership-and-management", "good"), ("safeguarding", "effective"),
    ]  # fmt: skip
    (note,) = fact.notes
    assert note.startswith("No grade for quality of education, behaviour and attitudes and personal development")
    assert note.endswith("“9”, which means that the judgement did not exist at the time of the inspection")


@pytest.mark.parametrize(
    ("code", "means"),
    [
        ("0", "insufficient evidence"),
        ("8", "a judgement made under an earlier framework"),
        ("9", "that the judgement did not exist"),
        ("-", "not applicable"),
    ],
)
def test_each_code_says_what_its_publisher_says(code, means, read_table):
    (fact,) = read_table(fe({"personal_development": code})).inspections
    assert "personal-development" not in {each.aspect_slug for each in fact.judgements}
    assert any("personal development" in note and means in note for note in fact.notes)


def test_one_inspection_at_five_days_is_one_with_its_rows(read_table):
    days = [{"as_at_date": f"31/08/{year}"} for year in range(2020, 2025)]
    (fact,) = read_table(fe(*days)).inspections
    assert len(fact.overall.words.rows) == 5
    assert [row.row for row in fact.published.words.rows] == [8, 7, 6, 5, 4]


def test_the_newest_name_stands_and_the_others_are_told(read_table):
    other = {"provider_type": "Independent learning provider", "urn": "59166"}
    first = other | {"name": "Old Name Ltd", "as_at_date": "31/08/2020"}
    (fact,) = read_table(fe(other | {"name": "New Name Ltd"}, first)).inspections
    assert (fact.provider.id, fact.provider.name, fact.provider.names) == (
        "fes-urn-59166", "New Name Ltd", ("Old Name Ltd",)
    )  # fmt: skip
    assert fact.service.slug == "training-providers"


@pytest.mark.parametrize(
    ("names", "providers"),
    [
        (("Fenshire Training", "Stockport Metropolitan Borough Council"), ["Fenshire Training"]),
        (("Learn Here", "The Adult College"), []),  # which of the two is the council's, nothing says
        (("Learn Here",), []),
        (("Trafford Adult Learning", "Stockport Metropolitan Borough Council"), []),  # another council's own
    ],
)
def test_a_service_beside_the_one_of_the_councils_name_is_not_the_councils_own(names, providers, read_table):
    facts = read_table(fe(*({"urn": f"6{at}", "name": name} for at, name in enumerate(names)))).inspections
    assert [fact.provider.name for fact in facts if fact.provider] == providers
    for fact in facts:
        assert fact.service.slug == ("training-providers" if fact.provider else "adult-learning")
        assert fact.authorities[0].slug == ("trafford" if "Trafford" in (fact.service_name or "") else "stockport")


def test_a_councils_own_service_has_the_name_that_says_whose_it_was(read_table):
    made = {"local_authority_area": "North Northamptonshire", "name": "North Northamptonshire Council"}
    before = {"local_authority_area": "Northamptonshire", "name": "Northamptonshire County Council"}
    (fact,) = read_table(fe(made | {"as_at_date": "31/08/2022"}, before | {"as_at_date": "31/08/2020"})).inspections
    assert (fact.authorities[0].slug, fact.service_name) == ("northamptonshire", "Northamptonshire County Council")
    assert (
        "Named by the table, newest first: North Northamptonshire Council; Northamptonshire County Council"
        in fact.notes
    )


def test_the_third_grade_of_before_2012_keeps_the_scale_of_its_time(read_table):
    (fact,) = read_table(fe({"published_date": "06/07/2010", "overall_effectiveness": "3"})).inspections
    assert (fact.overall.scale, fact.overall.grade) == ("ofsted-four-point-satisfactory", "satisfactory")
    assert "in its key “Requires improvement”" in fact.overall.note


def test_in_the_weeks_between_two_scales_no_grade_is_chosen(read_table):
    (fact,) = read_table(fe({"published_date": "10/10/2012", "overall_effectiveness": "3"})).inspections
    assert fact.overall.grade is None and fact.framework is None


def test_a_blank_row_of_a_provider_not_yet_inspected_is_no_fact(read_table):
    nothing = dict.fromkeys(
        ("published_date", "overall_effectiveness", "quality_of_education", "behaviour_and_attitudes",
         "personal_development", "leadership_and_management", "is_safeguarding_effective",
         "contribution_to_meeting_skills_needs"), "")  # fmt: skip
    reading = read_table(fe({}, nothing | {"urn": "1"}) + b",,,,\r\n\r\n")
    assert len(reading.inspections) == 1
    assert [warned.code for warned in reading.warnings] == ["not-inspected"]


def test_wales_is_left_out_and_said(read_table):
    reading = read_table(fe({}, {"government_office_region": "Wales", "local_authority_area": "Powys", "urn": "2"}))
    assert len(reading.inspections) == 1 and reading.warnings[0].code == "outside-england"


def test_a_council_is_lent_nothing_from_before_it_was_made(read_table):
    late = {"local_authority_area": "Cumberland", "name": "Adult Learning", "urn": "3"}
    reading = read_table(fe({}, late))
    assert len(reading.inspections) == 1 and [warned.code for warned in reading.warnings] == ["not-then"]


def test_columns_moved_added_and_renamed_to_a_known_name_are_taken(read_table):
    header = ["Constituency", *reversed(FURTHER_EDUCATION)]
    header[header.index("Is safeguarding effective?")] = " Safeguarding is\neffective? [note 3]"
    data = as_csv(TITLE, header, ["Stockport", *reversed(STOCKPORT)])
    (fact,) = read_table(data).inspections
    assert fact.overall.grade == "good" and fact.judgements[-1].aspect_slug == "safeguarding"


def test_the_reshaped_pair_says_who_and_when_and_what(read_table):
    who = as_csv(
        ["ukprn", "provider_name", "provider_type", "provider_group", "inspection_number", "inspection_type",
         "inspection_date", "inspection_length_in_days"],
        ["10006335", "Stockport Metropolitan Borough Council", "Local authority provider", "Adult", "10041159",
         "Full Inspection", "2018.03.06", "3"],
        ["10000001", "Nobody Yet Ltd", "Employer provider", "Independent", "NULL", "NULL", "NULL", "NA"],
    )  # fmt: skip
    reading = read_table(who)
    (fact,) = reading.inspections
    assert (fact.number, fact.inspected.edtf, fact.published) == ("10041159", "2018-03-06/..", None)
    assert fact.authorities[0].slug == "stockport" and reading.warnings[0].code == "not-inspected"
    scores = as_csv(
        ["inspection_id", "inspection_category", "score", "score_description"],
        ["10041159", "Overall effectiveness", "2", "Good"], ["10041159", "Is safeguarding effective", "1", "Yes"],
    )  # fmt: skip
    (scored,) = read_table(scores).inspections
    assert scored.number == "10041159" and scored.overall.grade == "good" and not scored.authorities


# -- area SEND, youth justice, schools ------------------------------------------------------------


def send(**values):
    row = ["Link", "E08000007", "Stockport", "North West", date(2018, 9, 24), date(2018, 11, 22), "Yes", 5,
           "Not revisited yet", "", "", "", ""]  # fmt: skip
    return as_ods({"Area_SEND_up_to_31_Aug_2022": [["Title"], [""], AREA_SEND, changed(row, AREA_SEND, **values)]})


def test_a_send_inspection_has_an_outcome_in_the_tables_words_and_no_grade(read_table):
    (fact,) = read_table(send(), ODS).inspections
    assert fact.overall is None and fact.overall_absent == "ungraded by design"
    assert fact.outcome.cells.cells[1][1] == "5"
    assert fact.notes == ("Revisit: “Not revisited yet”, in the words of the table",)


def test_a_revisit_follows_its_inspection(read_table):
    progress = "revisit_outcome__sufficient_progress_in_addressing_all_significant_weaknesses"
    first, again = read_table(
        send(revisit_start_date=date(2020, 3, 2), revisit_publication_date=date(2020, 5, 1), **{progress: "Some"}), ODS
    ).inspections
    assert again.kind == "revisit" and again.follows == first.key
    assert (again.inspected.edtf, again.published.edtf) == ("2020-03-02/..", "2020-05-01")
    assert [[each.slug for each in fact.inspectorates] for fact in (first, again)] == [["ofsted", "cqc"]] * 2


def youth(**values):
    row = ["Stockport", "stockport", "50", "Good", "01/11/22", "https://x", "Good", "", "", "Outstanding", "", "", "",
           "", ""]  # fmt: skip
    return as_csv(YOUTH_JUSTICE, changed(row, YOUTH_JUSTICE, **values))


def test_a_blank_rating_is_not_stated_and_never_filled_in(read_table):
    (fact,) = read_table(youth()).inspections
    assert [(each.aspect_slug, each.grade.grade) for each in fact.judgements] == [
        ("staff", "good"), ("assessment", "outstanding"),
    ]  # fmt: skip
    assert fact.overall.scale == "hmi-probation-four-point" and fact.published.edtf == "2022-11-01"


@pytest.mark.parametrize(
    ("name", "slugs"),
    [
        ("An inspection of Tower Hamlets and City of London", {"tower-hamlets", "city-of-london"}),
        ("West Mercia", {"herefordshire", "shropshire", "telford-and-wrekin", "worcestershire"}),
        ("Nottinghamshire - JI", {"nottinghamshire"}),
        ("Newcastle", {"newcastle-upon-tyne"}),
    ],
)
def test_a_joint_service_is_that_of_each_council(name, slugs, read_table):
    (fact,) = read_table(youth(la_name=name)).inspections
    assert {each.slug for each in fact.authorities} == slugs


def test_a_footnote_in_the_cell_of_the_rating_is_no_rating(read_table):
    (fact,) = read_table(youth(overall_rating="1 The resettlement standard does not contribute to it.")).inspections
    assert fact.overall is None and "prints a footnote" in fact.notes[0]


def test_a_report_card_has_five_grades_and_safeguarding_apart(read_table):
    row = ["107848", "Gildersome Primary School", "Leeds", "3832336", "2026-01-06", "met", "strong", "expected",
           "needs-attention", "urgent", "exceptional", "", "", "expected"]  # fmt: skip
    (fact,) = read_table(as_csv(REPORT_CARDS, row)).inspections
    assert fact.provider.id == "school-urn-107848" and fact.overall_absent == "ungraded by design"
    assert {(each.grade.scale, each.aspect_slug, each.grade.grade) for each in fact.judgements} >= {
        ("ofsted-safeguarding", "safeguarding", "met"),
        ("ofsted-report-card", "inclusion", "strong-standard"),
        ("ofsted-report-card", "attendance-and-behaviour", "urgent-improvement"),
    }
    assert not {"early-years", "post-16-provision"} & {each.aspect_slug for each in fact.judgements}


def school(**values):
    return as_csv(SCHOOLS, changed(SCHOOL, SCHOOLS, **values), [""] * len(SCHOOLS))


def test_a_school_has_the_graded_inspection_before_its_latest_on_the_scale_of_its_day(read_table):
    previous, latest = read_table(school()).inspections
    assert latest.previous == previous.key and (latest.number, previous.number) == ("10199265", "354786")
    assert (previous.inspected.edtf, previous.published.edtf) == ("2011-03-14/..", "2011-04-05")
    assert (previous.overall.scale, previous.overall.grade) == ("ofsted-four-point-satisfactory", "satisfactory")
    assert [(each.aspect_slug, each.grade.grade) for each in previous.judgements] == [
        ("leadership-and-management", "good")
    ]
    assert previous.overall.words.cells.cells == (("Previous graded inspection overall effectiveness", "3"),)


def test_a_previous_inspection_stands_under_the_school_that_had_it(read_table):
    previous, latest = read_table(school()).inspections
    assert (previous.provider.id, previous.provider.name) == ("school-urn-100001", "Bredbury Old School")
    assert (previous.provider.kind, latest.provider.id) == ("Foundation School", "school-urn-106092")
    assert "before Bredbury Green Primary School took its place" in previous.notes[-1]


def test_codes_of_a_previous_inspection_are_told_apart(read_table):
    previous, _ = read_table(school()).inspections
    told = " / ".join(previous.notes)
    assert "previous early years provision: the table prints “8”, which means that no grade is given" in told
    assert "the table prints “9”, which means not applicable" in told and "NTI (notice to improve)" in told


def test_a_school_without_a_previous_inspection_has_one(read_table):
    blank = {
        key: "" for each in SCHOOLS if (key := re.sub(r"\W", "_", each.lower()).strip("_")).startswith("previous_")
    }
    (fact,) = read_table(school(**blank)).inspections
    assert fact.previous is None and fact.number == "10199265"
