"""Plain inspections whose rows SQLite makes: they stand as they are told, and whatever stands otherwise is seen."""

import random

import pytest
from django.db import connections

from inspections import models
from inspections.recording import account, aside, publishing, staging
from inspections.recording.audit import audit_record
from inspections.recording.indexing import EntryService
from inspections.recording.loading import record_readings
from inspections.recording.publishing import Unpublished
from inspections.recording.rows import OF_INSPECTIONS
from tests.conftest import served_from
from tests.recording.perturbed import long_table, made_rows, table
from tests.recording.whole import tables
from tests.world import news, party, report

KEYS = {models.Inspection: ("id", "id"), EntryService: ("entry_id", "entry"), models.Change: ("ref", "ref")}


def test_a_process_beside_the_import_gives_the_same_record(tmp_path, django_db_blocker, catalogue, monkeypatch):
    readings = [table(made_rows(60, random.Random(5)), packed=True), report(), party(), news()]
    found = []
    for many in (account.MANY, 1):
        monkeypatch.setattr(account, "MANY", many)
        with django_db_blocker.unblock(), served_from(tmp_path / f"{many}.sqlite3"):
            record_readings(readings, [], catalogue)
            assert audit_record(catalogue).false == ()
            found.append(tables())
    assert {name for name in found[0] if found[0][name] != found[1][name]} <= {"Edition"}
    assert any(word == "kent" for word, *_ in found[1]["entry words"])


@pytest.mark.of_a_file
def test_a_process_beside_the_import_that_ends_leaves_the_edition_before(empty_record, catalogue, monkeypatch):
    record_readings([news()], [], catalogue)
    before = empty_record.read_bytes()
    monkeypatch.setattr(account, "MANY", 1)
    monkeypatch.setattr(aside, "SCRIPT", aside.SCRIPT.with_name("no_such_script.py"))
    with pytest.raises(Unpublished, match="is there memory and room"):
        record_readings([long_table()], [], catalogue)
    assert empty_record.read_bytes() == before


SPOILED = {
    "another title": ("UPDATE {i} SET title = 'x' || title WHERE id = {one}", "are not those that were written"),
    "an id of another": (
        "UPDATE {i} SET ref = (SELECT ref FROM {i} WHERE id = {other}) WHERE id = {one}",
        "UNIQUE.*ref",
    ),
    "no row": ("DELETE FROM {i} WHERE id = {one}", "are not those that were written|leads to no"),
    "another's cells": ("UPDATE {e} SET told = '[]' WHERE inspection_id = {one}", "are not those that were written"),
}


@pytest.mark.of_a_file
@pytest.mark.parametrize("many", [account.MANY, 1], ids=["alone", "beside the import"])
@pytest.mark.parametrize("how", SPOILED)
def test_rows_that_came_to_stand_otherwise_are_never_published(how, many, empty_record, catalogue, monkeypatch):
    """Changed when all rows are written, before any index is made and what stands is looked at."""
    begin, (statement, told) = staging.Stage.begin_proof, SPOILED[how]
    names = {
        "i": "inspections_inspection", "e": "inspections_evidence", "one": "(SELECT MIN(id) FROM plain)",
        "other": "(SELECT MAX(id) FROM plain)",
    }  # fmt: skip

    def spoil(stage):
        stage.run(statement.format(**names))
        begin(stage)

    monkeypatch.setattr(account, "MANY", many)
    monkeypatch.setattr(staging.Stage, "begin_proof", spoil)
    with pytest.raises(Unpublished, match=told):
        record_readings([long_table(), news()], [], catalogue)
    assert not empty_record.exists()


@pytest.mark.of_a_file
def test_no_value_of_a_plain_inspection_stands_otherwise_unseen(empty_record, catalogue, monkeypatch):
    """In each table, each column of the row that one plain inspection has there is changed and changed back."""
    written, unseen, seen = publishing.write_rows, [], 0

    def change_each(record, account, alias):
        nonlocal seen
        told = written(record, account, alias)
        assert list(told.prove(alias)) == []
        with connections[alias].cursor() as cursor:
            for changed in (*OF_INSPECTIONS, models.Entry, EntryService, models.Change):
                name, (own, theirs) = changed._meta.db_table, KEYS.get(changed, ("inspection_id", "id"))
                for column in changed._meta.concrete_fields:
                    row = f"{own} = (SELECT {theirs} FROM plain ORDER BY id DESC LIMIT 1)"
                    cursor.execute(f'SELECT rowid, CAST("{column.column}" AS text) FROM {name} WHERE {row}')
                    rowid, value = cursor.fetchone()
                    cursor.execute(f'UPDATE {name} SET "{column.column}" = 7000003 WHERE rowid = %s', [rowid])
                    if column.primary_key:
                        rowid = 7_000_003
                    if list(told.prove(alias)):
                        seen += 1
                    else:
                        unseen.append((name, column.column, value))
                    cursor.execute(f'UPDATE {name} SET "{column.column}" = %s WHERE rowid = %s', [value, rowid])
        return told

    monkeypatch.setattr(publishing, "write_rows", change_each)
    record_readings([long_table(), news()], [], catalogue)
    assert unseen == []
    assert seen > 80
