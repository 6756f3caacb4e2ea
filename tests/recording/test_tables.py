"""The tables of a new record are those that every step since the first one makes, on either database."""

import psycopg
import pytest
from django.core.management import call_command
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

from tests.conftest import served_from
from tests.postgresql import running_server, served_by
from tests.recording.steps import go_step_by_step

COLUMNS = """SELECT table_name, column_name, data_type, character_maximum_length, is_nullable,
    column_default, is_identity FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"""
INDEXES = "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2"
RULES = """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2"""


def tables_of_a_file():
    """Every table's columns and keys in order, and every other thing by the words that make it."""
    found = {}
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name")
        for kind, name, sql in cursor.fetchall():
            if kind != "table":
                found[kind, name] = sql
                continue
            cursor.execute(f'PRAGMA table_xinfo("{name}")')
            columns = cursor.fetchall()
            cursor.execute(f'PRAGMA foreign_key_list("{name}")')
            found[kind, name] = columns, sorted(row[2:] for row in cursor.fetchall())
    return found


def tables_of_a_server():
    with connections["default"].cursor() as cursor:
        found = []
        for question in (COLUMNS, INDEXES, RULES):
            cursor.execute(question)
            found.append(cursor.fetchall())
    return found


def at_once():
    call_command("migrate", verbosity=0)


def one_by_one():
    assert len(go_step_by_step("default")) >= 13


def test_a_file_has_the_same_tables_however_it_came_to_them(tmp_path, django_db_blocker):
    found = []
    for make in (at_once, one_by_one):
        with django_db_blocker.unblock(), served_from(tmp_path / f"{make.__name__}.sqlite3"):
            options = connections.settings["default"]["OPTIONS"]
            options["writable"] = True
            try:
                make()
                found.append(tables_of_a_file())
            finally:
                connections["default"].close()
                del options["writable"]
    assert len(found[0]) > 70
    assert found[0] == found[1]


@pytest.mark.postgres
def test_a_server_has_the_same_tables_however_it_came_to_them(django_db_blocker):
    found = []
    with django_db_blocker.unblock(), running_server() as port:
        for make in (at_once, one_by_one):
            with psycopg.connect(f"host=127.0.0.1 port={port} user=postgres dbname=postgres", autocommit=True) as admin:
                admin.execute(f"CREATE DATABASE {make.__name__}")
            with served_by(port, make.__name__):
                make()
                found.append(tables_of_a_server())
    assert all(len(rows) > 30 for rows in found[0])
    assert found[0] == found[1]


def test_a_new_record_went_every_step(world_record):
    """So that a program of before, which knows only the steps, takes it for its own."""
    steps = {
        name for app, name in MigrationRecorder(connections["default"]).applied_migrations() if app == "inspections"
    }
    assert {"0001_all_tables", "0001_initial", "0012_ref_index", "0013_place_keys"} <= steps
