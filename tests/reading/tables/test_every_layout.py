"""Every layout that is read: from each kind of file alike, and refused by name when anything in it is wrong."""

import re
from dataclasses import replace
from datetime import date

import pytest

from inspections.catalogue import load
from inspections.models import Edition
from inspections.recording.loading import Refused, import_sources
from tests.reading.tables.every_layout import as_file, good, readers
from tests.reading.tables.made import as_xlsx

READERS = readers()
each_reader = pytest.mark.parametrize("reader", READERS, ids=[each.name for each in READERS])
TABLES = [(reader, at) for reader in READERS for at in range(len(reader.layouts))]
each_table = pytest.mark.parametrize(
    ("reader", "at"), TABLES, ids=[f"{reader.name}: {reader.layouts[at].name}" for reader, at in TABLES]
)
JOINED_LATER = (
    "further_education_2021_scores"  # says nothing of who and when: nothing here can be an authority or a day
)


def spoil(reader, at, change):
    tables = good(reader)
    tables[at] = change(tables[at])
    return as_file(tables)


def first_problem(problems_of, name, data):
    return problems_of(data, name)[0]


@each_reader
def test_a_good_table_is_read_and_every_sheet_tells_of_something(reader, read_table):
    name, data = as_file(good(reader))
    reading = read_table(data, name)
    assert reading.reader == reader.name and reading.inspections
    told = {row.sheet for fact in reading.inspections for row in (fact.kind_words.rows if fact.kind_words else ())}
    told |= {row.sheet for fact in reading.inspections for each in fact.authorities for row in each.words.rows}
    told |= {row.sheet for fact in reading.inspections if fact.inspected for row in fact.inspected.words.rows}
    assert len(told) == len(reader.layouts)


@each_reader
def test_a_workbook_of_either_kind_says_the_same(reader, read_table):
    xlsx, ods = (read_table(as_file(good(reader), kind)[1], f"table.{kind}") for kind in ("xlsx", "ods"))
    assert xlsx.inspections == ods.inspections and xlsx.warnings == ods.warnings
    assert xlsx.held.text == ods.held.text and xlsx.inspections


@each_reader
def test_a_csv_says_what_a_workbook_says(reader, read_table):
    if len(reader.layouts) > 1:
        pytest.skip("this layout has several sheets, and is never a CSV")
    csv, xlsx = (read_table(as_file(good(reader), kind)[1], f"table.{kind}") for kind in ("csv", "xlsx"))
    assert [said(fact) for fact in csv.inspections] == [said(fact) for fact in xlsx.inspections]


def said(fact):
    """What a fact says, without the name of the sheet that its evidence stands on."""
    judged = [(each.aspect_slug, each.grade.scale, each.grade.grade, each.grade.note) for each in fact.judgements]
    overall = fact.overall and (fact.overall.scale, fact.overall.grade)
    when = [each and each.edtf for each in (fact.inspected, fact.published)]
    return (
        fact.kind,
        [each.slug for each in fact.authorities],
        fact.provider and fact.provider.id,
        when,
        overall,
        judged,
    )


@each_table
def test_a_missing_column_is_named(reader, at, problems_of):
    table = good(reader)[at]
    for column in table.layout.needed:
        name, data = spoil(reader, at, lambda each, key=column.key: each.without(key))
        problem = first_problem(problems_of, name, data)
        assert f"the header in row 2 has no column “{column.names[0]}”" in problem.message
        assert problem.line == 2 and "fetch the table again" in problem.remedy


@each_table
def test_a_renamed_column_is_named_with_what_stands_instead(reader, at, problems_of):
    table = good(reader)[at]
    for column in table.layout.needed[:: max(1, len(table.layout.needed) // 4)]:
        new = f"{column.names[0]} revised"
        name, data = spoil(reader, at, lambda each, key=column.key, new=new: each.with_name(key, new))
        problem = first_problem(problems_of, name, data)
        assert f"no column “{column.names[0]}”" in problem.message
        assert f"if “{problem.words}” is its new name, the layout has to learn it" in problem.remedy


LATER = [
    pytest.param(reader, at, column, id=f"{reader.name}: {reader.layouts[at].name}: {column.key}")
    for reader, at in TABLES
    for column in reader.layouts[at].columns
    if column.later
]
each_later_column = pytest.mark.parametrize(("reader", "at", "column"), LATER)


@each_later_column
def test_a_later_column_under_an_unknown_name_is_named_with_what_is_unknown(reader, at, column, problems_of):
    name, data = spoil(reader, at, lambda each: each.with_name(column.key, "Another thing"))
    problem = first_problem(problems_of, name, data)
    told = f"the header in row 2 has no column “{column.names[0]}”, and does not know “Another thing”"
    assert told in problem.message and problem.line == 2


@each_later_column
def test_a_later_column_is_missing_in_older_files_only(reader, at, column, problems_of, read_table):
    def dropped(each):
        return each.without(column.key)

    def newer(each):
        key, since = column.since
        printed = since if isinstance(each.sample.row[key], date) else since.strftime("%d/%m/%Y")
        return each.with_cell(key, printed).without(column.key)

    if not column.told_by:
        name, data = spoil(reader, at, dropped)
        assert read_table(data, name).inspections
    name, data = spoil(reader, at, newer if column.since else dropped)
    problem = first_problem(problems_of, name, data)
    assert f"has no column “{column.names[0]}”" in problem.message and problem.line == 2


def test_a_second_round_that_no_header_tells_of_is_not_missed(read_table):
    (reader,) = [each for each in READERS if each.name == "childrens_services_2009"]

    def older(table):
        """The table as it was before any authority had been inspected again."""
        for column in table.layout.columns:
            if column.later:
                table = replace(table, layout=replace(table.layout, columns=_but(table.layout.columns, column.key)),
                                **_cells_but(table, column.key))  # fmt: skip
            elif column.names[0].startswith("First ILACS"):
                table = table.with_name(column.key, column.names[1])
        return table

    name, data = spoil(reader, 0, older)
    assert read_table(data, name).inspections


def _but(columns, key):
    return tuple(each for each in columns if each.key != key)


def _cells_but(table, key):
    spoilt = table.without(key)
    return {"header": spoilt.header, "row": spoilt.row}


@each_table
def test_a_column_that_no_fact_is_made_of_may_be_missing(reader, at, read_table):
    whole = len(read_table(*reversed(as_file(good(reader)))).inspections)
    for column in good(reader)[at].layout.columns:
        if not column.needed and not column.later:
            name, data = spoil(reader, at, lambda each, key=column.key: each.without(key))
            assert len(read_table(data, name).inspections) == whole


@each_table
def test_a_row_with_a_cell_too_many_is_named(reader, at, problems_of):
    def pushed(each, place, more=()):
        return replace(each, row=(*each.row[:place], "", *each.row[place:], *more))

    for place in (0, 1, 3):
        name, data = spoil(reader, at, lambda each, place=place: pushed(each, place, ("x",)))
        problem = first_problem(problems_of, name, data)
        assert "row 3: has" in problem.message and problem.line == 3


@each_table
def test_a_header_in_the_wrong_row_is_named(reader, at, problems_of):
    name, data = spoil(reader, at, lambda each: replace(each, above=(*each.above, each.row, each.row)))
    assert "below a row of the table" in first_problem(problems_of, name, data).message
    name, data = spoil(reader, at, lambda each: replace(each, above=(*each.above, *[[""]] * 20)))
    assert "the header stands in row 22" in first_problem(problems_of, name, data).message


@each_table
def test_a_grade_outside_the_scale_is_named(reader, at, problems_of):
    table = good(reader)[at]
    assert table.sample.grades or table.layout.name.endswith("the number of their inspection")
    for key in table.sample.grades:
        for word in ("Brilliant", "6"):
            name, data = spoil(reader, at, lambda each, key=key, word=word: each.with_cell(key, word))
            problem = first_problem(problems_of, name, data)
            assert f"row 3, column “{table.named(key)}”: is " in problem.message
            assert (problem.words, problem.line) == (word, 3)


@each_table
def test_a_cell_that_no_publisher_writes_is_named(reader, at, problems_of):
    table = good(reader)[at]
    for column in table.layout.columns:
        for words in ("Splendid", "two", "XX") if column.says else ():
            name, data = spoil(reader, at, lambda each, key=column.key, words=words: each.with_cell(key, words))
            problem = first_problem(problems_of, name, data)
            assert f"row 3, column “{table.named(column.key)}”: is {column.says.words}" in problem.message
            assert (problem.words, problem.line) == (words, 3)


# what tells of an inspection, in a row that gives no day of it
WITHOUT_A_DAY = [
    ("area_send_2016", 0, ("revisited",), {"sufficient": "3"}),
    ("childrens_services_2009", 0, ("ilacs", "ilacs-overall", "ilacs-leaders", "ilacs-protection", "ilacs-care"), {}),
    ("further_education_2021", 0, ("inspected", "kind", "days"), {}),
    ("further_education_2021", 0, ("inspected", "number", "days"), {}),
    ("further_education_2021", 0, ("inspected", "number", "kind"), {}),
    ("school_report_cards", 0, ("card-inspected",), {}),
    ("school_report_cards", 0, ("graded-inspected", "graded-number"), {}),
    ("state_funded_schools", 0, ("ungraded-inspected", "ungraded-number"), {}),
    ("state_funded_schools", 0, ("previous-inspected", "previous-number"), {}),
]


@pytest.mark.parametrize(("layout", "at", "blank", "filled"), WITHOUT_A_DAY)
def test_what_tells_of_an_inspection_without_a_day_is_named(layout, at, blank, filled, problems_of):
    (reader,) = [each for each in READERS if each.name == layout]

    def change(each):
        for key, value in {**dict.fromkeys(blank, ""), **filled}.items():
            each = each.with_cell(key, value)
        return each

    name, data = spoil(reader, at, change)
    assert re.search(r"row 3.*(?:without a day|says no day)", first_problem(problems_of, name, data).message)


@pytest.mark.parametrize("at", [0, 1])
def test_what_tells_of_a_visit_to_a_home_without_a_day_is_named(at, problems_of):
    (reader,) = [each for each in READERS if each.name == "childrens_services_2009"]
    name, data = spoil(reader, 3 + at, lambda each: each.with_cell("inspected", "").with_cell("number", ""))
    problem = first_problem(problems_of, name, data)
    assert "row 3" in problem.message and "tells of an inspection without a day" in problem.message


@pytest.mark.parametrize("layout", ["area_send_2016", "area_send_2023"])
def test_visits_that_two_inspectorates_make_together_are_of_both(layout, read_table, catalogue):
    (reader,) = [each for each in READERS if each.name == layout]
    (fact,) = read_table(*reversed(as_file(good(reader)))).inspections
    makers = catalogue.frameworks[fact.framework.slug].inspectorates
    assert [each.slug for each in fact.inspectorates] == list(makers) == ["ofsted", "cqc"]


# cells that say which provider was inspected
WHO = [
    ("childrens_services_2009", 3, "urn", ("",)),
    ("further_education_2021", 0, "ukprn", ("", "NULL")),
    ("further_education_2021", 0, "name", ("", "NA")),
    ("further_education_five_years", 0, "urn", ("",)),
    ("further_education_five_years", 0, "name", ("",)),
    ("school_report_cards", 0, "urn", ("", "NULL")),
    ("school_report_cards", 0, "name", ("", "NULL")),
    ("school_report_cards_reshaped", 0, "urn", ("",)),
    ("school_report_cards_reshaped", 0, "name", ("",)),
    ("state_funded_schools", 0, "urn", ("", "NULL")),
    ("state_funded_schools", 0, "name", ("",)),
]


@pytest.mark.parametrize(("layout", "at", "key", "blanks"), WHO)
def test_a_row_that_does_not_say_who_was_inspected_is_named(layout, at, key, blanks, problems_of):
    (reader,) = [each for each in READERS if each.name == layout]
    for blank in blanks:
        name, data = spoil(reader, at, lambda each, blank=blank: each.with_cell(key, blank))
        told = f"row 3, column “{good(reader)[at].named(key)}”: does not say who was inspected"
        assert any(told in each.message for each in problems_of(data, name))


@pytest.mark.parametrize("layout", ["school_report_cards", "state_funded_schools"])
@pytest.mark.parametrize(
    ("answer", "then", "told"),
    [
        ("Yes", "106092", ""),
        ("yes", "106092", ""),
        ("No", "100001", ""),
        ("no", "100001", ""),
        ("Yes", "", ""),
        ("", "106092", "does not say whether another school was inspected"),
        ("NULL", "100001", "does not say whether another school was inspected"),
        ("Yes", "100001", "is not what “100001” beside “106092” says"),
        ("No", "106092", "is not what “106092” beside “106092” says"),
        ("No", "", "does not say who was inspected"),
    ],
)
def test_which_school_was_inspected_is_said_twice_alike(layout, answer, then, told, problems_of, read_table):
    (reader,) = [each for each in READERS if each.name == layout]

    def change(each):
        return each.with_cell("graded-same", answer).with_cell("graded-then-urn", then)

    name, data = spoil(reader, 0, change)
    if told:
        assert any("row 3" in each.message and told in each.message for each in problems_of(data, name))
        return
    facts = [fact for fact in read_table(data, name).inspections if fact.kind == "full" and fact.overall]
    assert f"school-urn-{then or 106092}" in {fact.provider.id for fact in facts}


@pytest.mark.parametrize(
    ("changes", "column", "told"),
    [
        ({"weaknesses": ""}, "weaknesses", "stands beside “Yes”"),
        ({"statement": "No"}, "weaknesses", "stands beside “No”"),
        ({"sufficient": "3", "insufficient": "3", "progress": "Some"}, "sufficient", "are not the 5 weaknesses"),
        ({"sufficient": "3", "insufficient": "2", "progress": "Yes"}, "progress", "is not what “3” and “2” say"),
        ({"sufficient": "5", "insufficient": "0", "progress": "Some"}, "progress", "is not what “5” and “0” say"),
        ({"sufficient": "5", "insufficient": "0", "progress": "Yes"}, "", ""),
        ({"sufficient": "4", "insufficient": "1", "progress": "Some"}, "", ""),
        ({"sufficient": "0", "insufficient": "5", "progress": "No"}, "", ""),
    ],
)
def test_words_and_counts_of_a_revisit_agree(changes, column, told, problems_of, read_table):
    (reader,) = [each for each in READERS if each.name == "area_send_2016"]

    def change(each):
        for key, value in {"revisited": date(2021, 5, 24), **changes}.items():
            each = each.with_cell(key, value)
        return each

    table = good(reader)[0]
    name, data = spoil(reader, 0, change)
    if not told:
        assert len(read_table(data, name).inspections) == 2
        return
    problem = first_problem(problems_of, name, data)
    assert f"row 3, column “{table.named(column)}”: " in problem.message and told in problem.message


@each_table
def test_an_unknown_authority_is_named(reader, at, problems_of):
    table = good(reader)[at]
    if not table.sample.area:
        pytest.skip("this table names no authority")
    coded = any(each.key == "code" for each in table.layout.columns)
    key, words = ("code", "E99999999") if coded else (table.sample.area, "Stockprot")
    name, data = spoil(reader, at, lambda each: each.with_cell(key, words))
    problem = first_problem(problems_of, name, data)
    assert f"row 3, column “{table.named(key)}”: is " in problem.message
    assert (problem.words, problem.line) == (words, 3)


@each_table
def test_a_date_as_text_is_named(reader, at, problems_of):
    table = good(reader)[at]
    assert table.sample.days or reader.name == JOINED_LATER
    for key in table.sample.days:
        for words in ("spring 2018", "31/02/2018", "43165"):
            name, data = spoil(reader, at, lambda each, key=key, words=words: each.with_cell(key, words))
            problem = first_problem(problems_of, name, data)
            assert f"row 3, column “{table.named(key)}”: is not a date" in problem.message
            assert problem.words == words


@each_reader
@pytest.mark.parametrize("kind", ["ods", "xlsx"])
def test_a_truncated_workbook_is_named(reader, kind, problems_of):
    name, data = as_file(good(reader), kind)
    assert "cut short or damaged" in first_problem(problems_of, name, data[: len(data) * 2 // 3]).message


@each_reader
def test_nothing_is_written_of_a_spoilt_table(reader, tmp_path, empty_record):
    spoilt = {
        "missing": spoil(reader, 0, lambda each: each.without(each.layout.needed[-1].key)),
        "cell": spoil(reader, 0, lambda each: each.with_cell((each.sample.days or ("score",))[0], "soon")),
    }
    for what, (name, data) in spoilt.items():
        path = tmp_path / f"{what}-{name}"
        path.write_bytes(data)
        with pytest.raises(Refused) as refused:
            import_sources([path], load(), workers=1)
        assert [each.name for each in refused.value.unreadable] == [path.name]
        assert not empty_record.exists() or not Edition.objects.exists()


def test_a_hidden_sheet_of_the_other_kind_of_workbook_is_no_sheet(read_table, problems_of):
    (reader,) = [each for each in READERS if each.name == "area_send_2016"]
    (table,) = good(reader)
    sheets = {"Stale_Area_SEND": table.with_cell("inspected", date(2001, 1, 1)).rows, "Area_SEND": table.rows}
    (fact,) = read_table(as_xlsx(sheets, hidden=("Stale_Area_SEND",)), "table.xlsx").inspections
    assert fact.inspected.edtf == "2018-09-24/.."
    assert "stand on two sheets" in problems_of(as_xlsx(sheets), "table.xlsx")[0].message
