"""The same record on PostgreSQL: one transaction, one import at a time, the same ids and digest."""

import threading

import psycopg
import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, connections
from django.db.migrations.loader import MigrationLoader

from inspections import models
from inspections.management.commands.migrate import Command as MigrateCommand
from inspections.recording import loading, on_a_server, publishing
from inspections.recording.audit import audit_record
from inspections.recording.building import build
from inspections.recording.loading import record_readings
from inspections.recording.ordering import read_in_order
from inspections.recording.publishing import Unpublished
from tests.postgresql import running_server, served_by
from tests.recording.digest import digest
from tests.world import news, party, report, world

pytestmark = pytest.mark.postgres


@pytest.fixture(scope="module")
def server():
    with running_server() as port:
        yield port


@pytest.fixture
def database(server, django_db_blocker, request):
    """A fresh database, open through the default connection."""
    name = f"record_{abs(hash(request.node.name))}"
    with psycopg.connect(f"host=127.0.0.1 port={server} user=postgres dbname=postgres", autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
    with django_db_blocker.unblock(), served_by(server, name):
        yield f"host=127.0.0.1 port={server} user=postgres dbname={name}"


def test_an_import_makes_its_tables_and_the_record_any_file_would_hold(database, catalogue):
    imported = record_readings(world(), [], catalogue)
    assert imported.edition.number == 1
    assert digest(read_in_order("default")) == digest(build(world(), catalogue).record) == imported.edition.digest
    assert audit_record(catalogue).false == ()


def test_editions_follow_one_another_with_their_history(database, catalogue):
    record_readings([report()], [], catalogue)
    record_readings([news()], [], catalogue)
    assert not record_readings([news()], [], catalogue).published
    record_readings([], [], catalogue, withdraw=["trafford_report.txt"])
    assert [edition.number for edition in models.Edition.objects.all()] == [3, 2, 1]
    assert audit_record(catalogue).false == ()


@pytest.mark.parametrize("audit", ["audit_edition", "audit_part"])
def test_a_failed_import_leaves_the_edition_before(database, catalogue, monkeypatch, audit):
    record_readings([news()], [], catalogue)
    monkeypatch.setattr(loading, audit, lambda *_: iter(["evidence 1: false"]))
    if audit == "audit_edition":
        monkeypatch.setattr(loading, "is_possible", lambda database: False)
    with pytest.raises(Unpublished, match="does not stand its own audit"):
        record_readings([report()], [], catalogue)
    assert models.Edition.objects.get().number == 1
    assert audit_record(catalogue).false == ()


@pytest.mark.parametrize("audit", ["audit_edition", "audit_part"])
def test_a_reader_sees_one_edition_or_the_next(database, catalogue, monkeypatch, audit):
    record_readings([news()], [], catalogue)
    seen = []

    def read_meanwhile(*_):
        with psycopg.connect(database) as reader:
            (sources,) = reader.execute("SELECT count(*) FROM inspections_source").fetchone()
            (newest,) = reader.execute("SELECT max(number) FROM inspections_edition").fetchone()
            seen.append((sources, newest))
        return iter(())

    monkeypatch.setattr(loading, audit, read_meanwhile)
    if audit == "audit_edition":
        monkeypatch.setattr(loading, "is_possible", lambda database: False)
    record_readings([report(), party()], [], catalogue)
    assert seen == [(1, 1)]
    assert (models.Source.objects.count(), models.Edition.objects.count()) == (3, 2)


def test_two_imports_exclude_one_another(database, catalogue):
    record_readings([news()], [], catalogue)
    refused = []

    def import_too():
        try:
            record_readings([report()], [], catalogue)
        except Unpublished as error:
            refused.append(str(error))
        finally:
            connections.close_all()

    with publishing.find_publisher().locked():
        other = threading.Thread(target=import_too)
        other.start()
        other.join(timeout=120)
    assert refused == ["another import is working on this database: wait until it has finished"]
    assert record_readings([report()], [], catalogue).edition.number == 2


def test_a_server_that_does_not_answer_is_said_so(database, catalogue):
    connection.close()
    connection.settings_dict["PORT"] = "1"
    for dry_run in (False, True):
        with pytest.raises(Unpublished, match="the database does not answer"):
            record_readings([news()], [], catalogue, dry_run=dry_run)


def test_a_visitor_of_a_server_that_does_not_answer_is_told_to_come_back(database, client):
    connection.close()
    connection.settings_dict["PORT"] = "1"
    answer = client.get("/inspections.json")
    assert (answer.status_code, answer["Cache-Control"]) == (503, "no-store")


def test_before_the_first_import_pages_say_what_to_run(database, client):
    assert b"import_sources" in client.get("/inspections.json").content


def test_pages_are_the_same_as_from_a_file(database, catalogue, client):
    record_readings(world(), [], catalogue)
    answer = client.get("/inspections.json")
    assert answer.status_code == 200
    assert answer.json()["count"] == 4
    again = client.get("/inspections.json", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_migrate_makes_the_tables_of_a_server(database):
    call_command("migrate", verbosity=0)
    assert models.Edition.objects.count() == 0


@pytest.mark.parametrize("failure", [OperationalError("No space left on device"), KeyboardInterrupt()])
def test_an_edition_whose_tables_could_not_be_tidied_up_is_published(database, catalogue, monkeypatch, caplog, failure):
    def fail(_):
        raise failure

    monkeypatch.setattr(on_a_server, "_vacuum", fail)
    assert record_readings([report()], [], catalogue).published
    assert "The edition is published; its tables were not tidied up" in caplog.text
    assert models.Edition.objects.get().number == 1


def test_a_connection_lost_while_tidying_up_leaves_the_import_whole(database, catalogue, monkeypatch, caplog):
    def lose(alias):
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    monkeypatch.setattr(on_a_server, "_vacuum", lose)
    assert record_readings([report()], [], catalogue).published
    assert "not tidied up" in caplog.text
    assert models.Edition.objects.get().number == 1  # asked by a new connection


@pytest.fixture
def sorted_otherwise(database, catalogue, monkeypatch):
    """A record with a table that an older program made; nobody waits long in a test."""
    record_readings([news()], [], catalogue)
    with connection.cursor() as cursor:
        cursor.execute('ALTER TABLE inspections_source ALTER COLUMN title TYPE text COLLATE "en-x-icu"')
        cursor.execute("SET statement_timeout = '20s'")  # lest an import that waits for ever does so here
    monkeypatch.setattr(on_a_server, "PATIENCE", "50ms")
    monkeypatch.setattr(on_a_server, "PAUSE", 0)
    return database


def otherwise():
    with connection.cursor() as cursor:
        cursor.execute(on_a_server.SORTED_OTHERWISE)
        return [row[:2] for row in cursor.fetchall()]


def test_a_table_that_is_being_read_is_not_waited_for_at_length(sorted_otherwise, catalogue):
    with psycopg.connect(sorted_otherwise) as reader:
        reader.execute("SELECT count(*) FROM inspections_source")  # and goes on reading
        with pytest.raises(Unpublished, match=r"could not be brought up to date .*lock timeout.* little read"):
            record_readings([report()], [], catalogue)
    assert otherwise() == [("inspections_source", "title")]
    assert record_readings([report()], [], catalogue).edition.number == 2
    assert otherwise() == []


def test_a_reader_who_leaves_between_two_tries_does_not_stop_the_import(sorted_otherwise, catalogue, monkeypatch):
    with psycopg.connect(sorted_otherwise) as reader:
        reader.execute("SELECT count(*) FROM inspections_source")
        monkeypatch.setattr(on_a_server.time, "sleep", lambda _: reader.rollback())
        assert record_readings([report()], [], catalogue).edition.number == 2
    assert otherwise() == []


@pytest.fixture
def of_an_older_make(database, catalogue, monkeypatch):
    """A record whose tables lack what the newest two migrations do; nobody waits long in a test."""
    record_readings([news()], [], catalogue)
    newest, _, before = sorted(MigrationLoader(connection).disk_migrations, reverse=True)[:3]  # 0013 is of a file alone
    call_command("migrate", "inspections", before[1], verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = '20s'")  # lest a migration that waits for ever does so here
    monkeypatch.setattr(on_a_server, "PATIENCE", "50ms")
    monkeypatch.setattr(on_a_server, "PAUSE", 0)
    return database, newest


def applied(migration):
    return migration in MigrationLoader(connection).applied_migrations


def test_a_migration_does_not_wait_at_length_for_a_table_that_is_being_read(of_an_older_make, catalogue):
    database, newest = of_an_older_make
    with psycopg.connect(database) as reader:
        for table in ("inspection", "evidence", "judgement", "entry", "statement"):
            reader.execute(f"SELECT count(*) FROM inspections_{table}")  # and goes on reading
        with pytest.raises(Unpublished, match=r"lock timeout.*: others go on reading them: import again at an hour"):
            record_readings([report()], [], catalogue)
        with pytest.raises(SystemExit, match=r"is being read and was not given: run it again"):
            MigrateCommand().run_from_argv(["manage.py", "migrate", "--verbosity", "0"])
    assert not applied(newest)
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("0",)  # for the import itself, which waits for no table, nothing is changed
    assert record_readings([report()], [], catalogue).edition.number == 2
    assert applied(newest)


def test_a_migration_is_tried_again_when_a_reader_leaves(of_an_older_make, catalogue, monkeypatch):
    database, newest = of_an_older_make
    with psycopg.connect(database) as reader:
        for table in ("inspection", "evidence", "judgement", "entry", "statement"):
            reader.execute(f"SELECT count(*) FROM inspections_{table}")
        monkeypatch.setattr(on_a_server.time, "sleep", lambda _: reader.rollback())
        assert record_readings([report()], [], catalogue).edition.number == 2
    assert applied(newest)


def test_a_role_that_does_not_own_the_tables_is_told_so(sorted_otherwise, catalogue):
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE not_the_owner")
        cursor.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO not_the_owner")
        cursor.execute("SET ROLE not_the_owner")
    with pytest.raises(Unpublished, match=r"must be owner of table inspections_source.*the role that owns them"):
        record_readings([report()], [], catalogue)


def test_tables_that_could_not_be_altered_for_another_reason_are_not_said_to_be_anothers(
    sorted_otherwise, catalogue, monkeypatch
):
    def fill(*_):
        raise OperationalError("could not extend file: No space left on device")

    monkeypatch.setattr(publishing, "sort_by_letters", fill)
    with pytest.raises(Unpublished, match=r"could not be brought up to date \(could not extend file: .* device\)$"):
        record_readings([report()], [], catalogue)
