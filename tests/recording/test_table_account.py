"""What an import prints of a table: its rows, what was joined, what was left out and why; and every merge, if asked."""

import io
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from inspections.models import Edition, Source
from inspections.reading import read_file
from inspections.recording.identity import MergeDecision
from inspections.recording.report import table_lines
from tests.reading.tables.made import FURTHER_EDUCATION, STOCKPORT, as_ods, changed, further_education


def account(tmp_path, *options, only=""):
    wales = changed(STOCKPORT, FURTHER_EDUCATION, government_office_region="Wales", urn="2")
    (tmp_path / "one.csv").write_bytes(further_education(STOCKPORT, wales))
    if not only:
        (tmp_path / "two.csv").write_bytes(further_education(STOCKPORT, above=()))
    out = io.StringIO()
    call_command("import_sources", str(tmp_path / only), "--workers", "1", *options, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def test_it_counts_rows_and_joins_and_gives_reasons(empty_record, tmp_path):
    said = account(tmp_path)
    assert "one.csv: added, official table: 1 inspection, 3 judgements" in said
    assert "5 rows with anything in them; 0 inspections joined to others, 0 refusals" in said
    assert "1 rows left out: providers in Wales, Scotland or Northern Ireland" in said
    assert "2 rows with anything in them; 1 inspection joined to others, 0 refusals" in said


def test_it_says_why_inspections_were_kept_apart(tmp_path, catalogue):
    (tmp_path / "one.csv").write_bytes(further_education())
    reading = read_file(tmp_path / "one.csv", catalogue)
    reasons = ["their numbers differ", "they share no date", "they share no date"]
    decisions = [MergeDecision("one.csv", "a", ("b",), False, reason) for reason in reasons]
    told = list(table_lines(SimpleNamespace(decisions=decisions, paths={}), reading))
    assert told[0].endswith("0 inspections joined to others, 3 refusals")
    assert told[1:] == ["    2 kept apart: they share no date", "    1 kept apart: their numbers differ"]


def test_it_names_the_sheets_that_are_not_read_and_says_why(empty_record, tmp_path, client):
    table = [["Five-Year Ofsted Inspection Data"], FURTHER_EDUCATION, STOCKPORT]
    sheets = {"Cover": [["About"]], "Provider_level_data": table, "Key": [["a", "b"]], "Old": [["x", "y", "z"]]}
    (tmp_path / "book.ods").write_bytes(as_ods(sheets))
    out = io.StringIO()
    call_command("import_sources", str(tmp_path), "--workers", "1", stdout=out, stderr=io.StringIO())
    told = (
        "sheets not read: “Cover”, “Key”: what the file is and what its words mean; no inspection",
        "sheet not read: “Old”: none of the tables that are known stands on it; look whether an inspection does",
    )
    table_page = f"/sources/{Source.objects.get().ref}/"
    for said in told:
        assert f"  {said}\n" in out.getvalue()
        for address in ("/national/coverage/", table_page):
            assert f"{said[0].upper()}{said[1:]}" in client.get(address, follow=True).content.decode(), address


def test_it_tabulates_every_merge(empty_record, tmp_path):
    said = account(tmp_path, "--explain").splitlines()
    (line,) = [line for line in said if line.startswith("one\t")]
    assert line.split("\t")[3:] == ["published 17 April 2018", "two.csv"]
    assert said[-1] == "1 merges, 0 refusals to merge"


def test_it_tabulates_every_merge_when_nothing_is_new_and_whichever_source_is_named(empty_record, tmp_path):
    account(tmp_path)
    edition = Edition.objects.get()
    said = account(tmp_path, "--explain").splitlines()
    assert "Nothing has changed: edition 1 stands." in said
    table = said[said.index("decision\tinspection\tthe other\treason\tsource") :]
    assert table[-1] == "1 merges, 0 refusals to merge" and table[1].startswith("one\t")
    assert Edition.objects.get() == edition

    (tmp_path / "two.csv").unlink()  # what is not named stands in the record, and is told of as well
    said = account(tmp_path, "--explain", only="one.csv").splitlines()
    assert said[said.index(table[0]) :] == table
    said = account(tmp_path, "--explain", "--dry-run", only="one.csv").splitlines()
    assert said[said.index(table[0]) :] == table


@pytest.mark.parametrize(
    ("above", "title"),
    [((), "Ratings of Leeds"), ((["Five years [note 1][note 2]"], ["One table."]), "Five years")],
    ids=["prints none", "prints one"],
)
def test_a_sidecar_titles_only_what_prints_no_title(empty_record, tmp_path, above, title):
    (tmp_path / "ratings.csv").write_bytes(further_education(above=above))
    (tmp_path / "ratings.toml").write_text('title = "Ratings of  Leeds"\n', encoding="utf-8")
    call_command("import_sources", str(tmp_path), "--workers", "1", stdout=io.StringIO(), stderr=io.StringIO())
    assert [source.title for source in Source.objects.all()] == [title]


def test_scores_of_nobody_are_left_out_by_number_and_rows_on_every_account(empty_record, tmp_path, client):
    rows = "inspection_id,inspection_category,score,score_description\n7,Overall effectiveness,2,Good\n"
    (tmp_path / "scores.csv").write_text(rows, encoding="utf-8")
    out = io.StringIO()
    call_command("import_sources", str(tmp_path), "--workers", "1", "--explain", stdout=out, stderr=io.StringIO())
    told = "umber 7, row 2: no source says who was inspected: not recorded"
    assert f"n{told}" in out.getvalue()
    page = client.get("/national/coverage/").content.decode()
    assert f"N{told}" in page
    assert "No sheet and no row was left out" not in page
