"""Days that cannot be, rows told twice, sheets under other names: refused, or left out and told; the rest is read."""

from datetime import date

import pytest

from inspections.reading import read_file
from inspections.reading.facts import Unreadable
from tests.reading.tables.every_layout import as_file, good, readers, sheet_of
from tests.reading.tables.made import FURTHER_EDUCATION, STOCKPORT, as_csv, as_ods, changed, further_education

READERS = {each.name: each for each in readers()}


def file_of(layout, at=0, **cells):
    """The file of a layout with other cells in one of its tables."""
    tables = good(READERS[layout])
    for key, value in cells.items():
        tables[at] = tables[at].with_cell(key.replace("_", "-"), value)
    return as_file(tables)


# days that no inspection can have, by layout: what stands in which cell, and why it is refused
IMPOSSIBLE = [
    ("area_send_2016", {"inspected": date(1019, 9, 24)}, "is before anything"),
    (
        "area_send_2016",
        {"published": date(2015, 11, 22)},
        "is before Local area SEND inspection, 2016 to 2022 began, on 2016-05-01",
    ),
    ("area_send_2023", {"published": "01/01/2020"}, "is before Area SEND inspection began, on 2023-01-01"),
    ("area_send_2023", {"inspected": "06/03/1923"}, "is before "),
    ("childrens_services_2009", {"slac": date(1012, 6, 1)}, "is before "),
    ("childrens_services_2009", {"sif": date(2012, 1, 24)}, "is before "),
    ("further_education_five_years", {"published": "17/04/1018"}, "is before "),
    ("further_education_five_years", {"published": "17/04/2091"}, "is long after 31/08/2021"),
    ("further_education_five_years", {"as_at": "31/08/2091"}, "is after the day on which the file was published"),
    ("further_education_2021", {"inspected": "1018.03.06"}, "is before "),
    ("school_report_cards", {"card_inspected": "06/01/2016"}, "is before "),
    ("school_report_cards_reshaped", {"inspected": "2016-01-06"}, "is before "),
    ("state_funded_schools", {"graded_inspected": "08/06/1022"}, "is before "),
    ("youth_justice", {"published": "01/11/12"}, "is before "),
]


@pytest.mark.parametrize(("layout", "cells", "told"), IMPOSSIBLE)
def test_a_day_that_cannot_be_is_named(layout, cells, told, problems_of):
    if layout == "further_education_five_years":
        cells = {"file_published": "03/12/2024", **cells}
    if layout.startswith("childrens_services_2009"):
        cells = {"slac_safeguarding": "Good", **cells}
    name, data = file_of(layout, **cells)
    problem = problems_of(data, name)[0]
    table = good(READERS[layout])[0]
    columns = [each.key for each in table.layout.columns]
    key = next(key for key in (each.replace("_", "-") for each in reversed(cells)) if key in columns)
    assert told in problem.message and f"row 3, column “{table.named(key)}”" in problem.message
    assert (problem.line, problem.column) == (3, columns.index(key) + 1) and problem.words


def send(published_on, *rows):
    (table,) = good(READERS["area_send_2016"])
    rows = rows or (table.row,)
    cover = [["Cover sheet"], ["Published on:", published_on]]
    return as_ods({"Cover": cover, sheet_of(table): [["Title"], table.header, *map(list, rows)]})


@pytest.mark.parametrize("printed", [date(2018, 11, 1), "01/11/2018", "1 November 2018"])
def test_a_day_after_the_file_says_it_was_published_is_named(printed, problems_of):
    problem = problems_of(send(printed), "table.ods")[0]
    assert "is after the day on which the file says it was published, 2018-11-01" in problem.message
    assert problem.words == "2018-11-22"


@pytest.mark.parametrize("printed", [date(2018, 11, 22), "17 November 2022", "soon", ""])
def test_a_day_up_to_the_files_own_is_read(printed, read_table):
    assert len(read_table(send(printed), "table.ods").inspections) == 1


@pytest.mark.parametrize(
    ("sidecar", "told"),
    [
        ('received = "2018-04-01"', "is after the day on which the file was received, 2018-04-01"),
        ('published = "2018-03"', "is after the day on which its sidecar says it was published, 2018-03-31"),
        ('received = "2018-04-17"', ""),
        ('published = "2018"', ""),
    ],
)
def test_a_day_after_its_sidecars_is_named(sidecar, told, tmp_path, catalogue):
    path = tmp_path / "table.csv"
    row = changed(STOCKPORT, FURTHER_EDUCATION, five_year_ofsted_inspection_data_publish_date="")
    path.write_bytes(further_education(row))
    path.with_suffix(".toml").write_text(f"{sidecar}\n", encoding="utf-8")
    if not told:
        assert read_file(path, catalogue).inspections
        return
    with pytest.raises(Unreadable) as refused:
        read_file(path, catalogue)
    assert told in refused.value.problems[0].message


def homes(many, early):
    """A workbook with so many visits to homes, of which some were published before they began."""
    tables = good(READERS["childrens_services_2009"])
    rows = []
    for at in range(many):
        row = tables[3].with_cell("number", 10000000 + at).with_cell("urn", f"SC{at:06}")
        rows.append((row.with_cell("published", date(2022, 1, 1)) if at < early else row).row)
    sheets = {sheet_of(each): each.rows for each in tables}
    sheets[sheet_of(tables[3])] = [*tables[3].rows[:2], *map(list, rows)]
    return as_ods(sheets)


@pytest.mark.parametrize(("many", "early"), [(1, 1), (10, 3), (500, 5)])
def test_a_slip_is_left_out_by_name(many, early, read_table):
    reading = read_table(homes(many, early), "table.ods")
    told = [each.message for each in reading.warnings if each.code == "left-out"]
    assert len(told) == early
    assert "row 3: left out: published on 2022-01-01, before the visit began on 2022-06-07" in told[0]
    kept = {fact.provider.id for fact in reading.inspections if fact.provider}
    assert not kept & {f"social-care-urn-SC{at:06}" for at in range(early)}
    assert {f"social-care-urn-SC{at:06}" for at in range(early, many)} <= kept


@pytest.mark.parametrize(("many", "early"), [(10, 4), (150, 5), (4, 4)])
def test_days_in_each_others_columns_are_refused(many, early, problems_of):
    problems = problems_of(homes(many, early), "table.ods")
    assert len(problems) == early
    assert all("is before the visit began, on 2022-06-07" in each.message for each in problems)


def test_what_follows_a_visit_that_is_left_out_follows_none(read_table):
    revisit = {"revisited": date(2021, 5, 24), "revisit_published": date(2021, 7, 5), "progress": "Yes",
               "sufficient": "5", "insufficient": "0", "published": date(2018, 9, 1)}  # fmt: skip
    name, data = file_of("area_send_2016", **revisit)
    (fact,) = read_table(data, name).inspections
    assert fact.kind == "revisit" and fact.follows is None


# -- each inspection once -------------------------------------------------------------------------


@pytest.mark.parametrize("layout", [name for name in READERS if name != "further_education_2021_scores"])
def test_a_row_that_stands_twice_is_counted_once_and_told(layout, read_table):
    tables = good(READERS[layout])
    name, data = as_file(tables)
    once = read_table(data, name)
    sheets = [[*each.rows, each.rows[-1]] for each in tables]
    twice = (
        as_csv(*sheets[0]) if name.endswith("csv") else as_ods(dict(zip(map(sheet_of, tables), sheets, strict=True)))
    )
    reading = read_table(twice, name)
    assert reading.inspections == once.inspections
    told = [each.message for each in reading.warnings if each.code == "repeated-row"]
    assert len(told) == len(tables)
    assert all("1 row is another cell for cell, counted once: row 4 (as row 3)" in each for each in told)


def two_schools(**values):
    table = good(READERS["state_funded_schools"])[0]
    other = table
    for key, value in values.items():
        other = other.with_cell(key.replace("_", "-"), value)
    return as_csv(*table.rows, list(other.row))


def test_rows_that_tell_the_same_of_one_inspection_are_counted_once(read_table):
    reading = read_table(two_schools(kind="Academy Converter"))
    assert len(reading.inspections) == 3
    told = [each.message for each in reading.warnings if each.code == "left-out"]
    assert told[0] == "row 4: tells again of the inspection 354786 of row 3: counted once"
    keys = {fact.key for fact in reading.inspections}
    assert all(fact.previous in keys for fact in reading.inspections if fact.previous)


@pytest.mark.parametrize(
    "values", [{"graded_overall": "1"}, {"graded_quality": "4"}, {"graded_inspected": "09/06/2022"}, {"urn": "106093"}]
)
def test_rows_that_tell_otherwise_of_one_inspection_are_refused(values, problems_of):
    problems = problems_of(two_schools(**values))
    assert any("row 4: tells otherwise of the inspection 10199265 that row 3 tells of" in each.message
               for each in problems)  # fmt: skip


def test_two_outcomes_of_one_area_on_one_day_are_refused(problems_of):
    table = good(READERS["area_send_2023"])[0]
    other = table.with_cell("outcome", "Typically positive experiences and outcomes")
    (problem,) = problems_of(as_csv(*table.rows, list(other.row)))
    assert "row 4: tells otherwise of the inspection that row 3 tells of" in problem.message


def test_two_inspections_of_one_area_on_two_days_are_two(read_table):
    table = good(READERS["area_send_2023"])[0]
    other = table.with_cell("inspected", "13/03/2023")
    assert len(read_table(as_csv(*table.rows, list(other.row))).inspections) == 2


# -- sheets under other names ---------------------------------------------------------------------


@pytest.mark.parametrize(("layout", "at"), [("childrens_services_outcomes", at) for at in range(3)]
                         + [("childrens_services_2009", at) for at in range(5)] + [("area_send_2016", 0)])  # fmt: skip
@pytest.mark.parametrize("called", ["Old", "Sheet1", "Notes"])
def test_a_known_table_under_another_name_is_refused(layout, at, called, problems_of):
    tables = good(READERS[layout])
    sheets = {called if place == at else sheet_of(each): each.rows for place, each in enumerate(tables)}
    problem = problems_of(as_ods(sheets), "table.ods")[0]
    assert f"sheet “{called}”: has in row 2 the columns of" in problem.message
    assert problem.words == called and "the layout has to learn it" in problem.remedy


def test_another_layouts_table_beside_it_is_refused(problems_of):
    send, schools = good(READERS["area_send_2016"])[0], good(READERS["area_send_2023"])[0]
    sheets = {sheet_of(send): send.rows, "More": [row[:4] for row in schools.rows]}
    assert "“More”: has in row 2 the columns of" in problems_of(as_ods(sheets), "table.ods")[0].message


@pytest.mark.parametrize(
    "rows",
    [
        [["Fruit", "Colour"], ["Apple", "Red"]],
        [["Local authority name", "Region"], ["x", "y"]],
        [],
        [["Area SEND"], ["Inspection start date: when it began"]],
    ],
)
def test_any_other_sheet_is_named_and_left_alone(rows, read_table):
    tables = good(READERS["area_send_2016"])
    sheets = {"Other": rows or [[""]], **{sheet_of(each): each.rows for each in tables}}
    reading = read_table(as_ods(sheets), "table.ods")
    assert any("“Other”" in each.message for each in reading.warnings)
    assert len(reading.inspections) == 1
