"""The audit passes over what was imported, and fails after any one character of it is changed."""

import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date

import pytest
from django.db import connections

from inspections import models
from inspections.recording import building, loading, publishing
from inspections.recording.audit import audit_record
from inspections.recording.columns import write_reading
from inspections.recording.indexing import INDEXED
from inspections.recording.loading import record_readings
from inspections.recording.publishing import Unpublished
from inspections.recording.rows import HISTORY, TABLES, InspectionService, StatementInspection
from tests.conftest import served_from
from tests.recording.perturbed import long_table
from tests.world import party, world


@pytest.fixture(scope="module")
def first_file(tmp_path_factory, django_db_blocker, catalogue):
    """A record of one edition."""
    with django_db_blocker.unblock(), served_from(tmp_path_factory.mktemp("first") / "record.sqlite3") as file:
        record_readings([*world(), long_table()], [], catalogue)
    return file


@pytest.fixture(scope="module")
def full_file(tmp_path_factory, django_db_blocker, catalogue):
    """A record with a history: two editions, a withdrawal, every table filled."""
    with django_db_blocker.unblock(), served_from(tmp_path_factory.mktemp("audited") / "record.sqlite3") as file:
        record_readings([*world(), long_table()], [], catalogue)
        record_readings([], [], catalogue, withdraw=["trafford_news.txt"])
        record_readings(world()[:1], [], catalogue)
        record_readings([], [], catalogue, withdraw=["party_page.txt"])
        record_readings([party()], [], catalogue)
    return file


# numbers of rows that nothing points at: an edition made by difference leaves gaps, and only their order says anything
SAY_NOTHING = {InspectionService, models.InspectedBy, StatementInspection, models.Evidence}


def columns():
    for table in (*TABLES, *HISTORY):
        for column in table._meta.concrete_fields:
            if column.column != "id" or table not in SAY_NOTHING:
                yield table._meta.db_table, column.column


def test_the_world_stands_its_audit(world_record, catalogue):
    audited = audit_record(catalogue)
    assert audited.false == ()
    assert audited.counts == {
        "sources": 3, "spans": 48, "inspections": 4, "judgements": 4, "statements": 4, "editions": 1,
    }  # fmt: skip


@pytest.mark.parametrize(("table", "column"), list(columns()), ids=lambda name: name.removeprefix("inspections_"))
def test_it_sees_one_changed_value_in_any_column(full_file, tmp_path, django_db_blocker, catalogue, table, column):
    copy = tmp_path / "record.sqlite3"
    shutil.copyfile(full_file, copy)
    with closing(sqlite3.connect(copy)) as database:
        change_one_value(database, table, column)
        database.commit()
    with django_db_blocker.unblock(), served_from(copy):
        assert audit_record(catalogue).false


def change_one_value(database, table, column, tables=(*TABLES, *HISTORY)):
    """Another character at the end of the first value that is not empty; a number one greater."""
    filled = f'SELECT rowid, "{column}" FROM {table} WHERE "{column}" IS NOT NULL AND "{column}" <> \'\' ORDER BY rowid'
    rows = database.execute(filled).fetchall()
    if not rows:  # nothing stands there: put something
        rows = [(*database.execute(f"SELECT rowid FROM {table} ORDER BY rowid LIMIT 1").fetchone(), "")]
    update = f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?'
    for number, value in rows:
        with suppress(sqlite3.IntegrityError):  # a pair that another row is already: the next one then
            database.execute(update, (altered(table, column, value, tables), number))
            return
    raise AssertionError(f"no row of {table} can have another {column}")


def altered(table, column, value, tables):
    if column == "id":
        return value + 1000
    if isinstance(value, int):
        return 1 - value if value in (0, 1) else value + 1
    value = value.isoformat() if isinstance(value, date) else value
    if isinstance(value, bytes):
        return value[:-1] + bytes([value[-1] ^ 1])
    kind = next(t for t in tables if t._meta.db_table == table)._meta
    of = next(each for each in kind.concrete_fields if each.column == column).get_internal_type()
    if of == "JSONField":
        return f"[{value}]" if value else '["x"]'
    if of in ("DateField", "DateTimeField"):
        return f"{int(value[:4]) + 1}{value[4:]}" if value else "2001-01-01"
    return f"{value[:-1]}{'x' if value[-1:] != 'x' else 'y'}" if isinstance(value, str) else value


@pytest.mark.parametrize("table", [table._meta.db_table for table in (*TABLES, *HISTORY)])
def test_it_sees_a_lost_row_of_any_table(full_file, tmp_path, django_db_blocker, catalogue, table):
    copy = tmp_path / "record.sqlite3"
    shutil.copyfile(full_file, copy)
    with closing(sqlite3.connect(copy)) as database:
        lost = f"SELECT max(rowid) FROM {table}"
        assert database.execute(f"DELETE FROM {table} WHERE rowid = ({lost})").rowcount == 1
        database.commit()
    with django_db_blocker.unblock(), served_from(copy):
        assert audit_record(catalogue).false


@pytest.mark.of_a_file
@pytest.mark.parametrize("table", [*TABLES, *HISTORY, *INDEXED], ids=lambda table: table.__name__)
def test_what_an_import_wrote_is_compared_with_what_it_built(empty_record, first_file, catalogue, monkeypatch, table):
    """The audit before an edition is put in place builds nothing again; it must see any value that was not written."""
    written = publishing.write_rows

    def write_one_wrongly(record, account, alias):
        index = written(record, account, alias)
        column = [each.column for each in table._meta.concrete_fields][-1]
        with connections[alias].cursor() as cursor:
            change_one_value(cursor.connection, table._meta.db_table, column, (*TABLES, *HISTORY, *INDEXED))
        return index

    shutil.copyfile(first_file, empty_record)
    monkeypatch.setattr(loading, "is_possible", lambda database: False)  # everything is built
    monkeypatch.setattr(publishing, "write_rows", write_one_wrongly)
    with pytest.raises(Unpublished, match=r"does not stand its own audit|FOREIGN KEY"):
        record_readings([], [], catalogue, withdraw=["trafford_news.txt"])
    monkeypatch.undo()
    assert audit_record(catalogue).false == ()
    assert models.Edition.objects.count() == 1


def test_a_kept_reading_that_is_not_the_one_recorded_is_not_published(empty_record, catalogue, monkeypatch):
    monkeypatch.setattr(building, "write_reading", lambda reading: write_reading(replace(reading, kind="another")))
    with pytest.raises(Unpublished, match="kept reading is not the one"):
        record_readings([*world()], [], catalogue)


def test_it_sees_a_value_that_is_no_json(full_file, tmp_path, django_db_blocker, catalogue):
    copy = tmp_path / "record.sqlite3"
    shutil.copyfile(full_file, copy)
    with closing(sqlite3.connect(copy)) as database:
        database.execute("PRAGMA ignore_check_constraints = 1")
        database.execute("UPDATE inspections_inspection SET notes = '[' WHERE outcome = ''")
        database.commit()
    with django_db_blocker.unblock(), served_from(copy):
        assert any("'[' where the sources give []" in false for false in audit_record(catalogue).false)


def test_it_names_what_is_false(full_file, tmp_path, django_db_blocker, catalogue):
    copy = tmp_path / "record.sqlite3"
    shutil.copyfile(full_file, copy)
    with closing(sqlite3.connect(copy)) as database:
        database.execute("UPDATE inspections_statement SET text = replace(text, 'proud', 'prouder')")
        database.commit()
    with django_db_blocker.unblock(), served_from(copy):
        ref = models.Statement.objects.get(speaker="Asha Example").ref
        assert f"statement {ref}: its text is not the words of its source" in audit_record(catalogue).false
