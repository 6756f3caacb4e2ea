"""Some rows of a long table are those that reading all of it gives, however its bytes come."""

import csv
import io
import random
import sqlite3
from contextlib import closing

import pytest

from inspections.recording.audit import audit_record
from inspections.recording.loading import record_readings
from inspections.recording.long_tables import _rows
from tests.conftest import served_from
from tests.recording.perturbed import long_table
from tests.world import news

CELLS = ("a", "b,c", 'd"e', "f\ng", "", "\r\n", "é", '"', "\n", "xxxxxxxxx")
CHANGES = {
    "a title": "UPDATE inspections_inspection SET title = 'Other' WHERE title LIKE '%Kent%'",
    "a grade": "UPDATE inspections_judgement SET grade = grade || 'x' WHERE position = 0",
    "a proof": "UPDATE inspections_evidence SET told = replace(told, 'kent', 'leeds') WHERE told LIKE '%kent%'",
    "a service": "UPDATE inspections_inspection_services SET service_id = service_id + 1 WHERE id = 1",
    "an inspectorate": "UPDATE inspections_inspectedby SET inspectorate = 'cqc' WHERE id = 1",
    "a row": "DELETE FROM inspections_inspectedby WHERE id = (SELECT MAX(id) FROM inspections_inspectedby)",
}


@pytest.mark.parametrize("seed", range(40))
def test_rows_are_told_apart_wherever_a_piece_of_the_text_ends(seed):
    chance = random.Random(seed)
    rows = [[chance.choice(CELLS) for _ in range(3)] for _ in range(chance.randrange(1, 12))]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=chance.choice(["\n", "\r\n"])).writerows(rows)
    text, size = out.getvalue().encode(), chance.randrange(1, 9)
    wanted = set(chance.sample(range(1, len(rows) + 1), chance.randrange(1, len(rows) + 1)))
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    assert dict(_rows(pieces, {*wanted, 99})) == {number: tuple(rows[number - 1]) for number in wanted}


@pytest.fixture(scope="module")
def long_file(tmp_path_factory, django_db_blocker, catalogue):
    with django_db_blocker.unblock(), served_from(tmp_path_factory.mktemp("long") / "record.sqlite3") as file:
        record_readings([long_table(), news()], [], catalogue)
        assert audit_record(catalogue).false == ()
    return file


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_audit_sees_what_stands_otherwise_than_the_long_table_says(
    long_file, tmp_path, django_db_blocker, catalogue, change
):
    copy = tmp_path / "record.sqlite3"
    copy.write_bytes(long_file.read_bytes())
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute(change).rowcount
        database.commit()
    with django_db_blocker.unblock(), served_from(copy):
        assert audit_record(catalogue).false
