"""The tidy table that a site exports gives another site the same inspections, under the same ids."""

from __future__ import annotations

import csv
import io

import pytest

from inspections import models
from inspections.reading import read_file
from inspections.reading.facts import Unreadable
from inspections.reading.tables.tidy import SAID_AGAIN
from inspections.recording.audit import audit_record
from inspections.recording.loading import Refused, import_sources, record_readings
from inspections.tidy import COLUMNS
from tests.conftest import ROOT, served_from
from tests.web.wide_world import wide_world

SITES_OWN = ("url", "edition", "sources", "findings", "statements", "evidence", "candidates")  # of the one site alone


def exported(client) -> str:
    return b"".join(client.get("/inspections.csv")).decode()


def told(client) -> dict[str, dict]:
    """Every inspection as JSON by its id, without what belongs to the site that tells it."""
    found, address = [], "/inspections.json"
    while address:
        page = client.get(address).json()
        found += page["results"]
        address = page["next"]
    return {each["id"]: stripped(each) for each in found}


def differing(one: dict[str, dict], other: dict[str, dict]) -> list[tuple]:
    """Each field of each inspection that two sites tell otherwise."""
    if one.keys() != other.keys():
        return [("ids", one.keys() ^ other.keys())]
    return [
        (ref, name, one[ref][name], other[ref][name])
        for ref in one
        for name in one[ref]
        if one[ref][name] != other[ref][name]
    ]


def stripped(value):
    if isinstance(value, dict):
        kept = {name: stripped(each) for name, each in value.items() if name not in SITES_OWN}
        if "as_printed" in kept:  # several sources' words come in one cell
            kept["as_printed"] = " | ".join(kept["as_printed"]) or value["edtf"]
        return kept
    return [stripped(each) for each in value] if isinstance(value, list) else value


@pytest.fixture(params=["seeds", "wide world"])
def first_site(request, tmp_path, catalogue, django_db_blocker):
    with django_db_blocker.unblock(), served_from(tmp_path / "first.sqlite3") as file:
        if request.param == "seeds":
            import_sources([ROOT / "seeds"], catalogue)
        else:
            record_readings(wide_world(), [], catalogue)
        yield file


def test_another_site_holds_the_same_inspections_under_the_same_ids(first_site, tmp_path, client, catalogue):
    table = tmp_path / "somewhere else.csv"
    text = exported(client)
    table.write_bytes(text.encode())
    before = told(client)
    assert len(before) > 5
    with served_from(tmp_path / "second.sqlite3"):
        import_sources([table], catalogue)
        assert differing(told(client), before) == []
        assert [row.ref for row in models.Inspection.objects.order_by("-pk")] == list(before)
        assert audit_record(catalogue).false == ()
        again = list(csv.DictReader(io.StringIO(exported(client))))
    given = list(csv.DictReader(io.StringIO(text)))
    changed = {
        name for one, other in zip(given, again, strict=True) for name, value in one.items() if other[name] != value
    }
    assert changed <= {
        "source", "source_url", "evidence_start", "evidence_end", "evidence_text", "source_title", "source_publisher",
        "inspected_as_printed", "published_as_printed",
    }  # fmt: skip


def test_a_site_that_imports_its_own_table_holds_nothing_twice(first_site, tmp_path, client, catalogue):
    before = told(client)
    table = tmp_path / "own.csv"
    table.write_bytes(exported(client).encode())
    import_sources([table], catalogue)
    assert told(client).keys() == before.keys()
    assert audit_record(catalogue).false == ()
    assert not import_sources([table], catalogue).published


GIVEN = {
    "inspection": "abcdefghij", "authority": "trafford", "service": "childrens-services", "inspectorates": "ofsted",
    "kind": "full", "framework": "", "inspected": "2017-06-05/2017-06-09", "inspected_earliest": "2017-06-05",
    "inspected_latest": "2017-06-09", "inspected_basis": "stated", "inspected_as_printed": "5 to 9 June 2017",
    "published": "", "published_basis": "", "published_as_printed": "", "aspect": "Overall", "aspect_code": "overall",
    "scale": "ofsted-four-point", "grade": "good", "grade_as_worded": "Good", "overall_absent": "", "outcome": "",
    "provider": "", "provider_name": "", "provider_kind": "", "service_as_printed": "", "framework_basis": "",
    "inspected_note": "", "published_note": "", "grade_basis": "", "grade_note": "", "outcome_as_held": "",
    "previous": "", "follows": "", "next_due": "", "notes": "", "disputed": "",
}  # fmt: skip
HEADER, GOOD = [*GIVEN], [*GIVEN.values()]
WRONG = {
    "authority": ("atlantis", "“atlantis” is no authority that is known"),
    "scale": ("out-of-ten", "is no scale that is known"),
    "grade": ("splendid", "is no grade of"),
    "inspected": ("2019-13", "is no date"),
    "inspected_latest": ("2001-01-01", "is not what"),
    "kind": ("raid", "is none of the values of this column"),
    "service": ("magic", "“magic” is no kind of service that is known"),
    "framework": ("magic", "“magic” is no framework that is known"),
    "inspectorates": ("magic", "“magic” is no inspectorate that is known"),
    "inspected_basis": ("guessed", "does not say how it is known"),
    "overall_absent": ("lost", "is none of the values of this column"),
    "inspection": ("Nr. 7", "is no id of a record"),
    "grade_as_worded": ("Outstanding", "does not say"),
    "disputed": ("x", "is not what a record exports"),
}


@pytest.mark.parametrize("column", WRONG)
def test_a_wrong_cell_is_named_by_file_row_and_column_and_nothing_is_written(empty_record, tmp_path, catalogue, column):
    words, message = WRONG[column]
    rows = [HEADER, [*GOOD], [*GOOD]]
    rows[1][HEADER.index("inspection")] = ""
    rows[2][HEADER.index(column)] = words
    refused = refuse(rows, tmp_path, catalogue)
    assert refused.name == "tidy.csv"
    (problem,) = refused.problems
    assert f"row 3, column “{column}”: " in problem.message
    assert message in problem.message
    assert (problem.line, problem.column) == (3, HEADER.index(column) + 1)
    assert not empty_record.exists()


HALF_SAID = [
    ({"provider_name": "A School"}, "provider", "is empty beside the name of a provider"),
    ({"provider_kind": "Primary"}, "provider", "is empty beside the name of a provider"),
    ({"provider": "school-urn-1"}, "provider_name", "is empty beside the number of a provider"),
    ({"inspected": ""}, "inspected", "is empty beside “2017-06-05” in inspected_earliest"),
    ({"inspected": "", "inspected_earliest": ""}, "inspected", "is empty beside “2017-06-09” in inspected_latest"),
    ({"provider": "school-urn-1", "provider_name": "A School", "provider_kind": "Primary"}, "", ""),
    ({"inspected": "", "inspected_earliest": "", "inspected_latest": ""}, "", ""),
]


@pytest.mark.parametrize(("cells", "column", "message"), HALF_SAID)
def test_a_provider_or_a_date_that_is_half_there_is_named(tmp_path, catalogue, cells, column, message):
    """Without its number a school's inspection would be the council's own."""
    write([HEADER, [*(GIVEN | cells).values()]], tmp_path / "half.csv")
    if not message:
        assert read_file(tmp_path / "half.csv", catalogue).inspections
        return
    with pytest.raises(Unreadable) as refused:
        read_file(tmp_path / "half.csv", catalogue)
    assert f"row 2, column “{column}”: {message}" in refused.value.problems[0].message


def test_a_column_that_is_missing_or_unknown_is_named(empty_record, tmp_path, catalogue):
    at = HEADER.index("grade")
    refused = refuse([[*HEADER[:at], "mark", *HEADER[at + 1 :]], GOOD], tmp_path, catalogue)
    assert "has no column “grade”" in refused.problems[0].message
    refused = refuse([[*HEADER, "stars"], [*GOOD, "5"]], tmp_path, catalogue)
    assert "the column “stars” is none of the tidy table’s" in refused.problems[0].message


@pytest.mark.parametrize("column", [column.name for column in COLUMNS if column.name not in SAID_AGAIN])
def test_a_column_without_which_rows_mean_something_else_is_needed(tmp_path, catalogue, column):
    at = HEADER.index(column)
    for name, rows in {
        "missing.csv": [row[:at] + row[at + 1 :] for row in (HEADER, GOOD)],
        "renamed.csv": [[*HEADER[:at], f"{column}s", *HEADER[at + 1 :]], GOOD],
    }.items():
        write(rows, tmp_path / name)
        with pytest.raises(Unreadable) as refused:
            read_file(tmp_path / name, catalogue)
        assert f"has no column “{column}”" in refused.value.problems[0].message


def test_columns_that_say_again_what_others_say_may_be_left_out(tmp_path, catalogue):
    with_all = [column.name for column in COLUMNS]
    said = GIVEN | {
        "authority_name": "Trafford", "grade_words": "Good", "inspected_precision": "interval", "grade_rank": "2",
        "source_title": "A letter", "evidence_text": "Good",
    }  # fmt: skip
    write([with_all, [said.get(name, "") for name in with_all]], tmp_path / "all.csv")
    fewest = [name for name in HEADER if name not in SAID_AGAIN]
    write([fewest, [GIVEN[name] for name in fewest]], tmp_path / "fewest.csv")
    (one,), (other,) = (read_file(tmp_path / name, catalogue).inspections for name in ("all.csv", "fewest.csv"))
    assert [(fact.overall.grade, fact.inspected.edtf, fact.provider, fact.ref) for fact in (one, other)] == [
        ("good", "2017-06-05/2017-06-09", None, "abcdefghij")
    ] * 2


@pytest.mark.parametrize(
    ("words", "fits"), [("Good", True), ("good", True), ("", True), ("Splendid", False), ("Inadequate", False)]
)
def test_the_grade_in_words_is_that_of_its_code(tmp_path, catalogue, words, fits):
    write([[*HEADER, "grade_words"], [*GOOD, words]], tmp_path / "tidy.csv")
    if fits:
        assert read_file(tmp_path / "tidy.csv", catalogue).inspections[0].overall.grade == "good"
        return
    with pytest.raises(Unreadable) as refused:
        read_file(tmp_path / "tidy.csv", catalogue)
    (problem,) = refused.value.problems
    assert "row 2, column “grade_words”: is no word for good on Ofsted’s four grades" in problem.message
    assert problem.words == words


SAYS_AGAIN = [
    ("grade_rank", "2", ""), ("grade_rank", "", ""), ("grade_rank", "1", "is not the place of good"),
    ("grade_rank", "two", "is not the place of good"),
    ("authority_name", "Trafford", ""), ("authority_name", "Trafford Council", ""), ("authority_name", "", ""),
    ("authority_name", "Borsetshire", "“Borsetshire” is no name of trafford"),
    ("authority_name", "Stockport", "“Stockport” is no name of trafford"),
    ("authority_name", "Trafford; Stockport", "are not as many names as codes"),
]  # fmt: skip


@pytest.mark.parametrize(("column", "words", "told"), SAYS_AGAIN)
def test_what_says_again_what_a_code_says_agrees_with_it(tmp_path, catalogue, column, words, told):
    write([[*HEADER, column], [*GOOD, words]], tmp_path / "tidy.csv")
    if not told:
        assert read_file(tmp_path / "tidy.csv", catalogue).inspections[0].overall.grade == "good"
        return
    with pytest.raises(Unreadable) as refused:
        read_file(tmp_path / "tidy.csv", catalogue)
    (problem,) = refused.value.problems
    assert f"row 2, column “{column}”: {told}" in problem.message


def test_names_of_several_authorities_stand_in_the_order_of_their_codes(tmp_path, catalogue):
    for names, fits in (("Kent; Leeds", True), ("Leeds; Kent", False), ("Kent", False)):
        row = [*GOOD]
        row[HEADER.index("authority")] = "kent; leeds"
        write([[*HEADER, "authority_name"], [*row, names]], tmp_path / "tidy.csv")
        if fits:
            assert len(read_file(tmp_path / "tidy.csv", catalogue).inspections[0].authorities) == 2
            continue
        with pytest.raises(Unreadable):
            read_file(tmp_path / "tidy.csv", catalogue)


def test_rows_of_one_id_must_agree(empty_record, tmp_path, catalogue):
    other = [*GOOD]
    other[HEADER.index("kind")] = "short"
    refused = refuse([HEADER, GOOD, other], tmp_path, catalogue)
    assert "says otherwise than row 2, which has the same id" in refused.problems[0].message


@pytest.mark.parametrize("ref", [GIVEN["inspection"], ""])
def test_a_row_that_stands_twice_is_counted_once_and_told(tmp_path, catalogue, ref):
    row = [*GOOD]
    row[HEADER.index("inspection")] = ref
    write([HEADER, row], tmp_path / "once.csv")
    write([HEADER, row, row, row], tmp_path / "often.csv")
    once, often = (read_file(tmp_path / name, catalogue) for name in ("once.csv", "often.csv"))
    assert often.inspections == once.inspections and not once.warnings
    assert [each.code for each in often.warnings] == ["repeated-row"]


@pytest.mark.parametrize(
    ("day", "message"),
    [("2091-06-05", "is a day that is yet to come"), ("1019-06-05", "is a day from before anybody inspected")],
)
@pytest.mark.parametrize("column", ["inspected", "published"])
def test_a_day_that_cannot_be_is_named_and_nothing_is_written(empty_record, tmp_path, catalogue, column, day, message):
    row = [*GOOD]
    for name in ("inspected", "published"):
        for part in ("", "_earliest", "_latest", "_as_printed"):
            if name + part in HEADER:
                row[HEADER.index(name + part)] = day if name == column else ""
        row[HEADER.index(f"{name}_basis")] = "stated" if name == column else ""
    refused = refuse([HEADER, row], tmp_path, catalogue)
    (problem,) = refused.problems
    assert message in problem.message and "row 2" in problem.message and problem.words == day
    assert not empty_record.exists()


def test_an_apostrophe_before_a_formula_is_taken_away(empty_record, tmp_path, catalogue):
    row = [*GOOD]
    row[HEADER.index("outcome")] = "'=1+1"
    write([HEADER, row], tmp_path / "tidy.csv")
    import_sources([tmp_path / "tidy.csv"], catalogue)
    assert models.Inspection.objects.get().outcome == "=1+1"
    assert audit_record(catalogue).false == ()


def write(rows, path):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def refuse(rows, folder, catalogue) -> Unreadable:
    write(rows, folder / "tidy.csv")
    with pytest.raises(Refused) as refused:
        import_sources([folder / "tidy.csv"], catalogue)
    return refused.value.unreadable[0]


def test_two_dates_in_dispute_come_back_as_they_went_however_often(tmp_path, client, catalogue, empty_record):
    disputed = '[{"field": "published", "aspect": "", "values": ["2017-08-25", "2017-06-25"]}]'
    dated = {"published": "2017-08-25", "published_basis": "stated", "published_as_printed": "25/08/2017 | 25/06/2017"}
    row, tables = GIVEN | dated | {"disputed": disputed}, []
    write([row.keys(), row.values()], tmp_path / "first.csv")
    import_sources([tmp_path / "first.csv"], catalogue)
    for number in range(2):
        tables.append(next(csv.DictReader(io.StringIO(exported(client)))))
        (tmp_path / f"{number}.csv").write_bytes(exported(client).encode())
        with served_from(tmp_path / f"{number}.sqlite3"):
            import_sources([tmp_path / f"{number}.csv"], catalogue)
            tables.append(next(csv.DictReader(io.StringIO(exported(client)))))
            shown = client.get("/inspections/abcdefghij/", follow=True).content.decode()
        assert "25/08/2017 | 25/06/2017" in shown and "&quot;field&quot;" not in shown
    assert {table["published_as_printed"] for table in tables} == {"25/08/2017 | 25/06/2017"}
    assert {table["disputed"] for table in tables} == {disputed}
