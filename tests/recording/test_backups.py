"""A backup is the whole record; a restore is audited first; what is refused changes nothing."""

import hashlib
import sqlite3

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection

from inspections import models
from inspections.recording import backups, keeping
from inspections.recording.audit import audit_record
from inspections.recording.backups import back_up, restore
from inspections.recording.loading import record_readings
from inspections.recording.publishing import Unpublished, find_publisher
from tests.conftest import served_from
from tests.postgresql import running_server, served_by
from tests.recording.kept_editions import two_editions
from tests.recording.test_commands import run
from tests.world import party


@pytest.fixture
def record_of_two(tmp_path, django_db_blocker):
    with django_db_blocker.unblock(), two_editions(tmp_path) as file:
        yield file


def editions():
    return list(models.Edition.objects.order_by("number").values_list("number", "digest", "seal", "published"))


def inspections_of(client):
    return client.get("/inspections.json").json()["results"]


def test_a_backup_is_the_record_byte_for_byte(record_of_two, tmp_path):
    target = tmp_path / "backup.sqlite3"
    code, out, err = run("backup_record", target)
    assert (code, err) == (0, "")
    assert target.read_bytes() == record_of_two.read_bytes()
    assert hashlib.sha256(target.read_bytes()).hexdigest() in out


def test_a_folder_gets_a_file_named_after_the_edition(record_of_two, tmp_path):
    (tmp_path / "kept").mkdir()
    run("backup_record", tmp_path / "kept")
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["record-edition-2.sqlite3"]
    code, out, _ = run("backup_record", tmp_path / "kept")
    assert code == 0
    assert "Edition 2 was already in" in out


def test_a_backup_overwrites_nothing(record_of_two, tmp_path):
    target = tmp_path / "letter.txt"
    target.write_text("mine")
    code, _, err = run("backup_record", target)
    assert (code, target.read_text()) == (1, "mine")
    assert "is there already and is not edition 2" in err
    code, _, err = run("backup_record", keeping.find_kept(record_of_two)[0].path)
    assert code == 1


def test_a_backup_made_while_an_edition_is_published_is_one_of_the_two(record_of_two, tmp_path, catalogue, monkeypatch):
    before = record_of_two.read_bytes()
    copy = backups._copy

    def copy_meanwhile(live, part):
        with live.open("rb") as source:
            start = source.read(1000)
            record_readings([party()], [], catalogue)
            part.write_bytes(start + source.read())

    monkeypatch.setattr(backups, "_copy", copy_meanwhile)
    back_up(tmp_path / "backup.sqlite3", catalogue)
    monkeypatch.setattr(backups, "_copy", copy)
    assert (tmp_path / "backup.sqlite3").read_bytes() == before
    assert keeping.read_number(record_of_two) == 3
    restored = restore(tmp_path / "backup.sqlite3", catalogue)
    assert (restored.edition.number, restored.before) == (2, 3)
    assert [edition[0] for edition in editions()] == [1, 2]


def test_a_lost_record_comes_back_from_its_backup(record_of_two, tmp_path, client):
    before, rows = editions(), inspections_of(client)
    run("backup_record", tmp_path / "backup.sqlite3")
    for path in (record_of_two, keeping.find_kept(record_of_two)[0].path):
        path.unlink()
    assert client.get("/inspections.json").status_code == 503
    code, out, _ = run("restore_record", tmp_path / "backup.sqlite3")
    assert code == 0
    assert "Edition 2 stands, where no record stood" in out
    assert (editions(), inspections_of(client)) == (before, rows)


def test_a_torn_record_is_replaced(record_of_two, tmp_path, catalogue):
    back_up(tmp_path / "backup.sqlite3", catalogue)
    record_of_two.write_bytes(record_of_two.read_bytes()[:5000])
    restore(tmp_path / "backup.sqlite3", catalogue)
    assert audit_record(catalogue).false == ()


def test_a_kept_edition_can_be_put_back_at_once(record_of_two, catalogue):
    assert restore(keeping.find_kept(record_of_two)[0].path, catalogue).edition.number == 1
    assert [each.number for each in keeping.find_kept(record_of_two)] == [1, 2]


def cut_short(data):
    return data[: len(data) // 2]


def scribbled_over(data):
    return data[:8192] + b"\x55" * 4096 + data[12288:]


def another_file(data):
    return b"Dear editor, this is a letter.\n" * 400


def empty(data):
    return b""


@pytest.mark.parametrize("damage", [cut_short, scribbled_over, another_file, empty])
def test_a_damaged_backup_is_refused_and_nothing_is_lost(record_of_two, tmp_path, damage):
    before = record_of_two.read_bytes()
    backup = tmp_path / "backup.sqlite3"
    backup.write_bytes(damage(before))
    code, out, err = run("restore_record", backup)
    assert (code, out) == (1, "")
    assert "Nothing was restored" in err and "backup.sqlite3" in err
    assert record_of_two.read_bytes() == before
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(("-new", "-copy", ".part"))]


@pytest.mark.parametrize(
    "falsehood",
    [
        "UPDATE inspections_judgement SET grade = 'outstanding'",
        "UPDATE inspections_statement SET text = text || ' indeed'",
        "UPDATE inspections_edition SET published = '2019-01-01 00:00:00'",
        "DELETE FROM inspections_evidence WHERE id = 1",
        "DROP TABLE inspections_evidence",
    ],
)
def test_a_backup_that_was_altered_is_refused(record_of_two, tmp_path, falsehood):
    before = record_of_two.read_bytes()
    backup = tmp_path / "backup.sqlite3"
    backup.write_bytes(before)
    with sqlite3.connect(backup) as altered:
        altered.execute(falsehood)
    altered.close()
    code, _, err = run("restore_record", backup)
    assert code == 1
    assert "audit" in err or "make" in err
    assert record_of_two.read_bytes() == before


def test_a_restore_waits_for_no_import(record_of_two, tmp_path, catalogue):
    back_up(tmp_path / "backup.sqlite3", catalogue)
    with find_publisher().locked(), pytest.raises(Unpublished, match="another import is working"):
        restore(tmp_path / "backup.sqlite3", catalogue)


def indexes_and_keys():
    """Of the tables of a server, as it says how they were made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'")
        indexes = set(cursor.fetchall())
        cursor.execute("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid <> 0")
        keys = set(cursor.fetchall())
    assert len(indexes) > 30
    assert sum("FOREIGN KEY" in meant for _, meant in keys) > 20
    return indexes, keys


@pytest.mark.postgres
def test_a_record_moves_to_a_server_and_back_with_the_same_ids(record_of_two, tmp_path, catalogue, client):
    before, rows = editions(), inspections_of(client)
    changes = list(models.Change.objects.values_list("pk", "ref", "fields"))
    run("backup_record", tmp_path / "from-a-file.sqlite3")
    with running_server() as port, served_by(port):
        call_command("migrate", verbosity=0)
        made = indexes_and_keys()
        code, _, err = run("restore_record", tmp_path / "from-a-file.sqlite3")
        assert (code, err) == (0, "")
        assert indexes_and_keys() == made
        assert (editions(), inspections_of(client)) == (before, rows)
        assert audit_record(catalogue).false == ()
        record_readings([party()], [], catalogue)
        code, _, err = run("rollback_record", "--from", tmp_path / "from-a-file.sqlite3")
        assert (code, err) == (0, "")
        assert [edition[0] for edition in editions()] == [1, 2, 3, 4]
        assert editions()[3][1] == before[1][1]
        code, _, err = run("rollback_record")
        assert (code, "name a backup, --from FILE" in err) == (1, True)
        gone_on = editions()
        run("backup_record", tmp_path / "from-a-server.sqlite3")
        with psycopg.connect(f"host=127.0.0.1 port={port} user=postgres dbname=postgres") as server:
            server.execute("UPDATE inspections_edition SET digest = 'false' WHERE number = 4")
        assert audit_record(catalogue).false != ()
        run("restore_record", tmp_path / "from-a-server.sqlite3")
        assert audit_record(catalogue).false == ()
    with served_from(tmp_path / "back.sqlite3"):
        run("restore_record", tmp_path / "from-a-server.sqlite3")
        assert editions() == gone_on
        assert inspections_of(client) == rows
        assert list(models.Change.objects.values_list("pk", "ref", "fields"))[: len(changes)] == changes
        assert audit_record(catalogue).false == ()
