"""On PostgreSQL a web process is a role with SELECT alone, in transactions that are read-only to begin with."""

import io

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client

from inspections.recording.loading import record_readings
from inspections.recording.reader_role import write_statements
from tests.postgresql import running_server, served_by
from tests.security.visits import WRITES, visit_everything
from tests.world import news, world

pytestmark = pytest.mark.postgres


@pytest.fixture(scope="module")
def read_by_role(django_db_blocker, catalogue):
    """A record on PostgreSQL, and the default connection as the role that ``make_reader`` made."""
    from inspections.wsgi import for_reading  # makes the application: not before the tests have set it up

    with running_server() as port, django_db_blocker.unblock():
        with psycopg.connect(f"host=127.0.0.1 port={port} user=postgres dbname=postgres", autocommit=True) as admin:
            admin.execute("CREATE DATABASE record")
        with served_by(port, "record"):
            record_readings([news()], [], catalogue)
            call_command("make_reader", "record_reader", run=True, stdout=io.StringIO())
            record_readings(world(), [], catalogue)  # a later edition must be readable too
            before = connections.settings["default"]
            connections["default"].close()
            connections.settings["default"] = for_reading({**before, "USER": "record_reader"})
            del connections["default"]
            yield f"host=127.0.0.1 port={port} user=record_reader dbname=record"
            connections["default"].close()
            connections.settings["default"] = before
            del connections["default"]


def test_every_address_is_answered_to_a_role_with_select_alone(read_by_role):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_setting('default_transaction_read_only')")
        assert cursor.fetchone() == ("record_reader", "on")
        cursor.execute("SELECT current_setting('statement_timeout')")
        assert cursor.fetchone() == (f"{settings.ANSWER_SECONDS}s",)
    assert visit_everything(Client()) > 60


@pytest.mark.parametrize("write", [*WRITES, "TRUNCATE inspections_passage", "CREATE TEMPORARY TABLE visited (a text)"])
def test_the_role_cannot_write_even_where_the_transaction_may(read_by_role, write):
    with psycopg.connect(read_by_role, autocommit=True) as opened:
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            opened.execute(write)
        opened.execute("SET default_transaction_read_only = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            opened.execute(write)


def test_the_role_is_no_more_than_a_reader(read_by_role):
    asked = (
        "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls "
        "FROM pg_roles WHERE rolname = 'record_reader'"
    )
    granted = "SELECT DISTINCT privilege_type FROM information_schema.table_privileges WHERE grantee = 'record_reader'"
    with psycopg.connect(read_by_role) as opened:
        assert opened.execute(asked).fetchone() == (False,)
        assert opened.execute(granted).fetchall() == [("SELECT",)]


def test_its_password_may_be_given_and_is_kept_as_a_hash(read_by_role, monkeypatch):
    before = dict(connections.settings["default"])
    connections["default"].close()
    connections.settings["default"] = {**before, "USER": "postgres", "OPTIONS": {}}  # may write
    del connections["default"]
    monkeypatch.setenv("READER_PASSWORD", 'it\'s \\ a "secret" é')
    told = io.StringIO()
    try:
        call_command("make_reader", "record_reader", run=True, stdout=told)
        with connection.cursor() as cursor:
            cursor.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'record_reader'")
            [kept] = cursor.fetchone()
    finally:
        connections["default"].close()
        connections.settings["default"] = before
        del connections["default"]
    assert kept.startswith("SCRAM-SHA-256$")
    assert "secret" not in told.getvalue() + kept


@pytest.mark.parametrize("name", ["", "Reader", "a b", 'x"; DROP ROLE postgres; --', "1st", "a" * 64])
def test_a_role_has_a_plain_name(name):
    with pytest.raises(ValueError, match="plain name"):
        write_statements(name, "record")
