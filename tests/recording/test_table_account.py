"""What an import prints of a table: its rows, what was joined, what was left out and why; and every merge, if asked."""

import io

from django.core.management import call_command

from tests.reading.tables.made import FURTHER_EDUCATION, STOCKPORT, changed, further_education


def account(tmp_path, *options):
    wales = changed(STOCKPORT, FURTHER_EDUCATION, government_office_region="Wales", urn="2")
    (tmp_path / "one.csv").write_bytes(further_education(STOCKPORT, wales))
    (tmp_path / "two.csv").write_bytes(further_education(STOCKPORT, above=()))
    out = io.StringIO()
    call_command("import_sources", str(tmp_path), "--workers", "1", *options, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def test_it_counts_rows_and_joins_and_gives_reasons(empty_record, tmp_path):
    said = account(tmp_path)
    assert "one.csv: added, official table: 1 inspection, 3 judgements" in said
    assert "5 rows with anything in them; 0 inspections joined to others, 0 refusals" in said
    assert "1 rows left out: providers in Wales, Scotland or Northern Ireland" in said
    assert "2 rows with anything in them; 1 inspections joined to others" in said


def test_it_tabulates_every_merge(empty_record, tmp_path):
    said = account(tmp_path, "--explain").splitlines()
    (line,) = [line for line in said if line.startswith("one\t")]
    assert line.split("\t")[3:] == ["published 17 April 2018", "two.csv"]
    assert said[-1] == "1 merges, 0 refusals to merge"
