"""The workbook of 2009 to 2023: words of another time, first days joined to reports, homes with withheld names."""

from dataclasses import replace
from datetime import date

import pytest

from tests.reading.tables.every_layout import as_file, good, readers, sheet_of
from tests.reading.tables.made import as_ods

(READER,) = [each for each in readers() if each.name == "childrens_services_2009"]
WIDE, NEWEST, IN_YEAR, HOMES, HOMES_IN_YEAR = range(5)


@pytest.fixture
def read(read_table):
    """The workbook with cells of some of its sheets changed: ``{sheet: {column: value}}``."""

    def read_changed(cells=None):
        tables = good(READER)
        for at, values in (cells or {}).items():
            for key, value in values.items():
                tables[at] = tables[at].with_cell(key, value)
        name, data = as_file(tables)
        return read_table(data, name)

    return read_changed


def of(reading, framework):
    return [fact for fact in reading.inspections if fact.framework and fact.framework.slug == framework]


def test_a_later_word_stands_on_the_scale_of_its_time(read):
    (fact,) = of(read(), "slac")
    graded = {each.aspect_slug: each.grade for each in fact.judgements}
    adequate = graded["safeguarding-overall"]
    assert (adequate.scale, adequate.grade, adequate.basis) == ("ofsted-four-point-adequate", "adequate", "derived")
    assert "a later word" in adequate.note and adequate.words.cells.cells[0][1] == "Requires improvement to be good"
    assert graded["looked-after-overall"].grade == "good" and fact.overall is None


def test_a_first_day_and_a_report_with_the_same_grades_are_one_inspection(read):
    (fact,) = of(read(), "ilacs")
    assert (fact.inspected.edtf, fact.published.edtf, fact.kind) == ("2022-03-28/..", "2022-05-16", "full")
    assert {row.sheet for row in fact.overall.words.rows} == {
        "LA_inspections_2009-2023", "LA_level_at_31_Mar_2023", "LA_level_in_year_2022-23",
    }  # fmt: skip


@pytest.mark.parametrize(
    "values",
    [{"overall": "Inadequate"}, {"care": "Good"}, {"inspected": date(2021, 3, 28)}, {"inspected": date(2022, 6, 28)}],
)
def test_grades_or_days_that_do_not_fit_leave_them_apart(values, read):
    first, second = of(read({NEWEST: values, IN_YEAR: values}), "ilacs")
    assert first.published and not first.inspected
    assert second.inspected and not second.published


def test_two_first_days_of_one_inspection_prove_neither(read):
    reading = read({NEWEST: {"inspected": date(2022, 3, 29)}})
    (fact,) = of(reading, "ilacs")
    assert fact.inspected is None and fact.published.edtf == "2022-05-16"
    assert {each.code for each in reading.warnings} == {"two-dates", "sheet-not-read"}
    assert "2022-03-28 and 2022-03-29" in reading.warnings[0].message


def test_a_visit_of_the_year_has_its_theme_and_no_grade(read):
    nothing = dict.fromkeys(("overall", "leaders", "protection", "care"), "")
    visit = nothing | {"type": "ILACS Focused Visit", "theme": "Care leavers", "inspected": date(2022, 12, 7)}
    fact = of(read({IN_YEAR: visit}), "ilacs")[-1]
    assert (fact.kind, fact.overall, fact.overall_absent) == ("focused-visit", None, "ungraded by design")
    assert fact.notes == ("Theme of the visit, as the table has it: Care leavers",)


def test_a_home_on_two_sheets_is_one_inspection_and_never_the_councils_own(read):
    (fact,) = of(read(), "sccif")
    assert (fact.provider.id, fact.number, fact.service.slug) == (
        "social-care-urn-SC051513",
        "10222810",
        "childrens-homes",
    )
    assert (fact.inspected.edtf, fact.published.edtf) == ("2022-06-07/..", "2022-07-11")
    assert len(fact.overall.words.rows) == 2 and fact.overall.grade == "good"
    assert [(each.aspect_slug, each.grade.grade) for each in fact.judgements] == [
        ("helped-and-protected", "good"), ("leaders-and-managers", "requires-improvement"),
    ]  # fmt: skip


def test_a_withheld_name_is_said_to_be_withheld(read):
    (fact,) = of(read(), "sccif")
    assert fact.provider.name == "Children's home SC051513, name redacted"
    assert "Its publisher withholds the name: the table prints “REDACTED”" in fact.notes
    assert "Run by a council" in fact.notes[1] and "Stockport Metropolitan Borough Council" in fact.notes[1]
    (named,) = of(read({HOMES: {"name": "The Laurels"}, HOMES_IN_YEAR: {"name": "The Laurels"}}), "sccif")
    assert named.provider.name == "The Laurels" and not any("withholds" in note for note in named.notes)


def test_an_assurance_visit_keeps_the_word_of_the_table(read):
    nothing = dict.fromkeys(("overall", "protection", "leaders"), "")
    other = nothing | {
        "type": "Assurance visit",
        "number": 7,
        "inspected": date(2022, 9, 1),
        "published": date(2022, 9, 30),
    }
    _, visit = of(read({HOMES_IN_YEAR: other}), "sccif")
    assert (visit.kind, visit.overall_absent) == ("ungraded", "ungraded by design")
    assert "Called “Assurance visit” by the table" in visit.notes


def test_one_number_beside_two_branches_is_said_and_joins_nothing(read):
    branch = {"urn": "SC434885", "name": "A branch", "kind": "Voluntary Adoption Agency"}
    facts = of(read({HOMES_IN_YEAR: branch}), "sccif")
    assert [fact.number for fact in facts] == ["", ""] and len({fact.provider.id for fact in facts}) == 2
    assert all("beside 2 settings" in fact.notes[-1] for fact in facts)


def test_not_judged_is_what_the_publisher_says_it_is(read):
    (fact,) = of(read({HOMES: {"overall": "Not judged"}, HOMES_IN_YEAR: {"overall": "Not judged"}}), "sccif")
    assert fact.overall is None and fact.overall_absent == "not stated"
    assert "“Not judged”, which means that no judgement was made, usually because no children" in fact.notes[0]


def test_the_third_grade_before_the_framework_is_left_open(read):
    old = {"inspected": date(2014, 6, 3), "published": date(2014, 7, 1), "overall": "Requires improvement to be good"}
    facts = [fact for fact in read({HOMES: old, HOMES_IN_YEAR: old}).inspections if fact.provider]
    (fact,) = facts
    assert fact.framework is None and fact.overall.grade is None and "not stated" in fact.overall.note


def test_sheets_that_repeat_or_only_count_tell_of_nothing(read_table):
    tables = good(READER)
    counts = replace(tables[HOMES], header=("Period", "Outstanding", "Good"), row=("2022-23", "215", "1777"))
    name, data = as_file([*tables[:HOMES], counts])
    assert not [fact for fact in read_table(data, name).inspections if fact.provider]


def of_two_tables(header):
    """The first sheet with a second table below it, under a header of its own."""
    tables = good(READER)
    wide = tables[WIDE]
    name, _ = as_file(tables)
    sheets = {sheet_of(each): each.rows for each in tables}
    sheets[sheet_of(wide)] += [
        ["Authorities that no longer exist"],
        list(header),
        list(wide.with_cell("name", "Leeds").row),
    ]
    return name, as_ods(sheets)


def test_the_header_of_the_second_table_is_held_to_the_same(read_table, problems_of):
    wide = good(READER)[WIDE]
    name, data = of_two_tables(wide.header)
    assert len(of(read_table(data, name), "slac")) == 2
    for key in ("sif-again-overall", "ilacs-2-overall"):
        printed = wide.named(key)
        name, data = of_two_tables(wide.with_name(key, "Another thing").header)
        (problem,) = problems_of(data, name)
        assert f"the header in row 5 has no column “{printed}”" in problem.message and problem.line == 5
