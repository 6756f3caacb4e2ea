"""Some rows of a long table are those that reading all of it gives, however its bytes come."""

import csv
import gzip
import hashlib
import io
import random
import sqlite3
from contextlib import closing

import pytest

from inspections import packing
from inspections.recording import long_tables
from inspections.recording.audit import audit_record
from inspections.recording.loading import record_readings
from inspections.recording.long_tables import _rows, _rows_of_packed
from tests.conftest import served_from
from tests.recording.perturbed import long_table as a_long_table
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


def a_table(chance):
    """The text of a table, its rows by their numbers, and pieces of a few bytes."""
    rows = [[chance.choice(CELLS) for _ in range(3)] for _ in range(chance.randrange(1, 12))]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=chance.choice(["\n", "\r\n"])).writerows(rows)
    text, size = out.getvalue().encode(), chance.randrange(1, 9)
    if chance.random() < 0.3:
        text = text.rstrip(b"\r\n") if rows[-1][-1] not in ("\r\n", "\n") else text
    return {n: tuple(row) for n, row in enumerate(rows, 1)}, [text[at : at + size] for at in range(0, len(text), size)]


def some_of(rows, chance):
    return {number: rows[number] for number in chance.sample(sorted(rows), chance.randrange(1, len(rows) + 1))}


@pytest.mark.parametrize("seed", range(40))
def test_rows_are_told_apart_wherever_a_piece_of_the_text_ends(seed):
    chance = random.Random(seed)
    rows, pieces = a_table(chance)
    wanted = some_of(rows, chance)
    assert dict(_rows(pieces, {*wanted, 99})) == wanted


@pytest.mark.parametrize("seed", range(60))
def test_rows_are_found_in_the_blocks_that_hold_them_wherever_a_block_ends(seed, monkeypatch):
    chance = random.Random(seed)
    monkeypatch.setattr(packing, "BLOCK", chance.randrange(1, 30))
    rows, pieces = a_table(chance)
    packed = packing.pack(b"".join(pieces).decode())
    wanted = some_of(rows, chance)
    assert dict(_rows_of_packed(packed, {*wanted, 99})) == wanted


def test_a_few_rows_are_found_without_unpacking_the_others(monkeypatch):
    packed = packing.pack("".join(f"{number},a row of some length,{number % 7}\n" for number in range(1, 20_001)))
    unpacked = []
    monkeypatch.setattr(long_tables, "unpack", lambda *given: unpacked.append(given) or packing.unpack(*given))
    wanted = {1, 9_999, 10_000, 20_000}
    rows = dict(_rows_of_packed(packed, wanted))
    assert {number: row[0] for number, row in rows.items()} == {number: str(number) for number in wanted}
    assert len(unpacked) < len(packing.blocks_of(packed))


def test_a_text_that_was_packed_as_one_block_is_read_from_its_beginning():
    packed = gzip.compress(b'1,"a\nb"\n2,c\n3,d\n')
    assert not packing.blocks_of(packed)
    assert dict(_rows_of_packed(packed, {1, 3})) == {1: ("1", "a\nb"), 3: ("3", "d")}


@pytest.mark.parametrize("size", [0, 1, 29, 30, 31, 300])
def test_blocks_one_after_another_are_gzip(size, monkeypatch):
    monkeypatch.setattr(packing, "BLOCK", 30)
    packing_now = packing.Packing()
    text = b"".join(b'%d,"a\nb"\n' % number for number in range(60))[:size]
    for at in range(0, size, 7):
        packing_now.add(text[at : at + 7])
    packed, sha256 = packing_now.done()
    assert gzip.decompress(packed) == text == b"".join(packing.bytes_of(packed))
    assert sha256 == hashlib.sha256(text).hexdigest() == packing.hash_of(packed)
    assert b"".join(packing.unpack(packed, block) for block in packing.blocks_of(packed)) == text


@pytest.mark.parametrize("at", [0, 2, 30, 40, -8, -1])
def test_a_damaged_block_is_damage(at):
    packed = bytearray(packing.pack("a row, and another\n" * 50))
    packed[at] ^= 0xFF
    with pytest.raises(ValueError, match="damaged"):
        list(_rows_of_packed(bytes(packed), {1, 50}))


@pytest.fixture(scope="module")
def long_file(tmp_path_factory, django_db_blocker, catalogue):
    with django_db_blocker.unblock(), served_from(tmp_path_factory.mktemp("long") / "record.sqlite3") as file:
        record_readings([a_long_table(), news()], [], catalogue)
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
