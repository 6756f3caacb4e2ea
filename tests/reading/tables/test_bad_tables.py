"""Tables that cannot be taken: each is named with its sheet, row, column and words, and with what to do."""

import io
import zipfile
from datetime import date

import pytest

from inspections.catalogue import load
from inspections.models import Edition
from inspections.reading import sheets
from inspections.reading.facts import Sidecar, Unreadable
from inspections.recording.loading import Refused, import_sources
from tests.reading.tables.made import (
    AREA_SEND,
    CHILDRENS,
    FURTHER_EDUCATION,
    SCHOOL,
    SCHOOLS,
    STOCKPORT,
    as_csv,
    as_ods,
    changed,
    further_education,
)

ODS = "table.ods"


def fe(**values):
    return further_education(changed(STOCKPORT, FURTHER_EDUCATION, **values))


def without(name):
    place = FURTHER_EDUCATION.index(name)
    return further_education(STOCKPORT[:place] + STOCKPORT[place + 1 :],
                             header=FURTHER_EDUCATION[:place] + FURTHER_EDUCATION[place + 1 :])  # fmt: skip


def renamed(name, new):
    return further_education(header=[new if each == name else each for each in FURTHER_EDUCATION])


BAD = [
    ("a missing column", without("Published date"), "row 3 has no column “Published date”", (3, 1), ""),
    ("a column renamed to something unknown", renamed("Personal development", "Personal developments"),
     "no column “Personal development”", (3, 1), "Personal developments"),
    ("a column with a longer name", renamed("Published date", "Date the report was published"),
     "no column “Published date”", (3, 1), "Date the report was published"),
    ("a header below a row of its table", further_education(STOCKPORT, above=(STOCKPORT, STOCKPORT)),
     "below a row of the table", (1, 1), "50237"),
    ("a header far too low", further_education(above=(["Title"], *[[""]] * 20)), "stands in row 22", (22, 1), ""),
    ("a column that stands twice", further_education([*STOCKPORT, "3"], header=[*FURTHER_EDUCATION, "Name"]),
     "two columns are called “Name”", (3, 19), ""),
    ("a column under its older name beside its newer",
     further_education([*STOCKPORT, "No"], header=[*FURTHER_EDUCATION, "Safeguarding is effective?"]),
     "“Is safeguarding effective?” and “Safeguarding is effective?” are one under two names", (3, 19), ""),
    ("a grade outside the scale", fe(overall_effectiveness="5"), "column “Overall effectiveness”: is no grade",
     (4, 12), "5"),
    ("a grade in words nobody uses", fe(quality_of_education="Brilliant"), "column “Quality of education”",
     (4, 13), "Brilliant"),
    ("an unknown authority", fe(local_authority_area="Stockprot", name="A Service"), "is no authority that is known",
     (4, 9), "Stockprot"),
    ("a date as text", fe(published_date="spring 2018"), "column “Published date”: is not a date", (4, 7),
     "spring 2018"),
    ("a date of no calendar", fe(published_date="31/02/2018"), "is not a date", (4, 7), "31/02/2018"),
    ("an unknown type of provider", fe(provider_type="Space academy"), "is no type of provider", (4, 11),
     "Space academy"),
    ("a grade without a day", fe(published_date=""), "is a grade without a day of publication", (4, 12), "2"),
    ("columns of nothing we know", as_csv(["fruit", "colour"], ["apple", "red"]), "no table layout that is known",
     (1, 1), "fruit | colour"),
    ("a header and no rows", further_education([""]), "tells of no inspection", (0, 0), ""),
    ("quotation marks that never close", further_education() + b'50238,"Leeds City', "is not CSV here", None, ""),
    ("an empty file", b"\n\n", "is empty", (0, 0), ""),
    ("a workbook called CSV", b"PK\x03\x04rest", "is a binary file", (0, 0), ""),
    ("a text that is not UTF-8", further_education().replace(b"Stockport", b"St\xf6ckport", 1), "is not UTF-8",
     None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("data", "message", "place", "words"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_it_names_the_place_the_words_and_the_remedy(data, message, place, words, problems_of):
    problem = problems_of(data)[0]
    assert message in problem.message
    assert place is None or (problem.line, problem.column) == place
    assert problem.words.startswith(words) if words else True


def test_every_problem_of_a_table_is_told_at_once(problems_of):
    bad = changed(STOCKPORT, FURTHER_EDUCATION, overall_effectiveness="7", published_date="soon")
    told = problems_of(further_education(bad, changed(bad, FURTHER_EDUCATION, provider_type="Zoo")))
    assert [(each.line, each.words) for each in told] == [(4, "soon"), (4, "7"), (5, "soon"), (5, "Zoo")]


def test_one_cell_is_one_problem_though_two_inspections_need_it(problems_of):
    school = changed(SCHOOL, SCHOOLS, local_authority="Atlantis", inspection_start_date="spring")
    told = [(each.words, each.message.rpartition(": ")[2]) for each in problems_of(as_csv(SCHOOLS, school))]
    assert told == [("Atlantis", "is no authority that is known"), ("spring", "is not a date")]


def test_a_score_in_words_nobody_uses_is_told_by_its_words(problems_of):
    header = ["inspection_id", "inspection_category", "score", "score_description"]
    (problem,) = problems_of(as_csv(header, ["1", "Overall effectiveness", "1", "Fabulous"]))
    assert problem.words == "Fabulous" and "is none of Outstanding, Good" in problem.message


def send_row(**values):
    row = ["Link", "E08000007", "Stockport", "North West", date(2018, 9, 24), date(2018, 11, 22), "Yes", 5,
           "Not revisited yet", "", "", "", ""]  # fmt: skip
    return changed(row, AREA_SEND, **values)


def send(*rows):
    return as_ods({"Cover": [["Area SEND"]], "Area_SEND_up_to_31_Aug_2022": [["Title"], AREA_SEND, *rows]})


def test_a_problem_in_a_workbook_names_its_sheet(problems_of):
    problem = problems_of(send(send_row(area_name="Leeds")), ODS)[0]
    assert "sheet “Area_SEND_up_to_31_Aug_2022”: row 3, column “Area name”" in problem.message
    assert "is not the authority whose code is E08000007" in problem.message


LEEDS, KENT = ({"area_name": name, "local_authority_code": code} for name, code in
               (("Leeds", "E08000035"), ("Kent", "E10000016")))  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [{"area_name": "Borsetshire"}],
        [{"area_name": "Borsetshire Metropolitan Borough Council"}, LEEDS],
        [{"area_name": "Borsetshire"}, LEEDS],
        [LEEDS, {"area_name": "Borsetshire"}, KENT],
        [{"area_name": "Borsetshire"}, KENT | {"area_name": "Felpersham"}, LEEDS, {}, KENT],
    ],
)
def test_a_name_of_nobody_beside_a_code_is_named(rows, problems_of):
    problems = problems_of(send(*(send_row(**values) for values in rows)), ODS)
    strange = [at for at, each in enumerate(rows, 3) if each.get("area_name", "").startswith(("Bors", "Felp"))]
    assert [each.line for each in problems] == strange
    assert all("is no name of the authority whose code is E" in each.message for each in problems)


@pytest.mark.parametrize(
    ("rows", "warned"),
    [
        ([{"area_name": ""}, LEEDS], []),
        ([{"area_name": "STOCKPORT "}, KENT], []),
        ([{"area_name": "Stockport, Borough of"}, LEEDS | {"area_name": "City and area of Leeds"}, KENT], []),
        ([{"area_name": "Area 1"}, LEEDS | {"area_name": "Area 2"}], ["strange-names"]),
        ([{"area_name": "Area 1"}, LEEDS | {"area_name": "Area 2"}, KENT], ["strange-names"]),
    ],
)
def test_a_table_with_names_of_its_own_is_told_by_its_codes(rows, warned, read_table):
    reading = read_table(send(*(send_row(**values) for values in rows)), ODS)
    assert len(reading.inspections) == len(rows)
    assert [each.code for each in reading.warnings if each.code == "strange-names"] == warned


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"revisit_start_date": "later"}, "is not a date"),
        ({"local_authority_code": "E99999999"}, "is the code of no authority"),
        ({"inspection_outcome__written_statement_of_action_required": "Perhaps"}, "is none of Yes, No"),
        ({"number_significant_weaknesses_identified_in_written_statement_of_action": "many"}, "is not a number"),
        ({"inspection_start_date": ""}, "says no day"),
    ],
)
def test_cells_of_a_workbook_are_refused_by_name(values, message, problems_of):
    assert message in problems_of(send(send_row(**values)), ODS)[0].message


def test_a_truncated_workbook_is_refused(problems_of):
    data = send(send_row())
    assert "cut short or damaged" in problems_of(data[: len(data) // 2], ODS)[0].message


def test_a_workbook_whose_content_is_damaged_is_refused(problems_of):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<office:document-content")
    assert problems_of(out.getvalue(), ODS)


def test_a_web_page_with_the_name_of_a_workbook_is_refused(problems_of):
    assert "web page" in problems_of(b"<!doctype html><p>Not found", ODS)[0].message


def test_a_sheet_of_a_million_columns_is_refused_before_it_is_spread(problems_of):
    data = as_ods({"Area_SEND": [["Title"], AREA_SEND, send_row()]}, columns_repeated=1_000_000)
    assert "1,000,000 columns" in problems_of(data, ODS)[0].message


def test_a_csv_of_a_million_columns_is_refused(problems_of):
    problem = problems_of(b"," * 1_000_000 + b"x\n")[0]
    assert problem.message == "row 1 has 1,000,001 columns, more than 1,000"


def test_a_workbook_that_unpacks_to_too_much_is_refused_unopened(problems_of):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        with archive.open("content.xml", "w", force_zip64=True) as content:
            for _ in range(1100):
                content.write(b" " * (1 << 20))
    assert len(out.getvalue()) < 4 << 20
    assert "would unpack to 1,100 MB" in problems_of(out.getvalue(), ODS)[0].message


def test_limits_hold_for_rows_cells_and_sheets():
    data = as_ods({"One": [["a", "b"]] * 4, "Two": [["c"]]})
    media_type = "application/vnd.oasis.opendocument.spreadsheet"
    for limits, message in (
        (sheets.Limits(rows=3), "sheet “One” has 4 rows"),
        (sheets.Limits(cells=5), "has more than 5 cells"),
        (sheets.Limits(sheets=1), "has 2 sheets"),
        (sheets.Limits(columns=1), "sheet “One” has 2 columns"),
    ):
        with pytest.raises(Unreadable) as refused:
            sheets.hold_workbook(ODS, data, Sidecar(), media_type, limits)
        assert message in refused.value.problems[0].message


def test_nothing_is_written_of_an_import_with_a_bad_table(empty_record, tmp_path):
    (tmp_path / "good.csv").write_bytes(further_education())
    (tmp_path / "bad.csv").write_bytes(fe(overall_effectiveness="5"))
    with pytest.raises(Refused) as refused:
        import_sources([tmp_path / "good.csv", tmp_path / "bad.csv"], load())
    assert [each.name for each in refused.value.unreadable] == ["bad.csv"]
    assert not empty_record.exists() or not Edition.objects.exists()


def test_the_newest_sheet_must_be_there(problems_of):
    data = as_ods({"Inspections_as_at_31_March": [["Title"], ["Note"], CHILDRENS[:8]]})
    messages = [problem.message for problem in problems_of(data, ODS)]
    assert any("The experiences and progress of children in care" in message for message in messages)
