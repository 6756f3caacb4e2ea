"""The connection of a web process to a server: one snapshot for each page, few journeys, prepared questions."""

import os
import signal
import subprocess

import psycopg
import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, connections
from django.test.utils import CaptureQueriesContext, override_settings

from inspections.recording.loading import record_readings
from inspections.web.edition import current_edition, forget_what_is_held, one_view_of_the_record
from tests.postgresql import connect_as, running_server, served_by
from tests.web.test_gates import NO_CACHE
from tests.web.test_replica import wait_for
from tests.world import world

pytestmark = pytest.mark.postgres

ADDRESSES = (
    "/", "/inspections/", "/inspections/?q=trafford&sort=oldest", "/inspections.csv", "/authorities/",
    "/inspections.json?year=2017&grade=ofsted-four-point:good", "/authorities/trafford/", "/statements/?q=tutors",
    "/statements.json?year=2017", "/sources/?q=ofsted&sort=title", "/search/?q=trafford&authority=trafford",
    "/search/?q=tut*", "/search.json?kind=authority", "/national/", "/national/counts/", "/national/coverage/",
    "/quote-check.json?q=managers+have+improved+the+quality+of+teaching", "/national/waiting/", "/editions/",
    "/feed.atom", "/data/",
)  # fmt: skip
OFTEN = 7  # a question that was asked five times is prepared


@pytest.fixture(scope="module")
def server(django_db_blocker, catalogue):
    """The port of a server with a record, and one database without."""
    with django_db_blocker.unblock(), running_server() as port, override_settings(CACHES=NO_CACHE):
        with psycopg.connect(f"host=127.0.0.1 port={port} user=postgres dbname=postgres", autocommit=True) as admin:
            admin.execute("CREATE DATABASE read_by_web")
            admin.execute("CREATE DATABASE without_tables")
        with served_by(port, "read_by_web"):
            call_command("migrate", verbosity=0)
            record_readings(world(), [], catalogue)
        yield port


@pytest.fixture
def asking(server, django_db_blocker):
    """The default connection is that of a web process."""
    from inspections.wsgi import for_reading  # makes the application: not before the tests have set it up

    with django_db_blocker.unblock(), served_by(server, "read_by_web"):
        connect_as(for_reading(connections.settings["default"]))
        forget_what_is_held()
        yield
    forget_what_is_held()


def body_of(client, address):
    forget_what_is_held()
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.getvalue() if answer.streaming else answer.content


def other(server, statement):
    """What another program asks of the same database."""
    with psycopg.connect(f"host=127.0.0.1 port={server} user=postgres dbname=read_by_web", autocommit=True) as program:
        found = program.execute(statement)
        return found.fetchall() if found.description else []


def test_prepared_questions_give_the_same_pages_as_plain_ones(server, asking, client):
    prepared = [[body_of(client, address) for address in ADDRESSES] for _ in range(OFTEN)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        held = [row[0] for row in cursor.fetchall()]
    assert any("inspections_place" in statement for statement in held)
    assert not any("tsquery" in statement for statement in held)
    with served_by(server, "read_by_web"):
        plain = [body_of(client, address) for address in ADDRESSES]
    assert all(told == plain for told in prepared)


def test_the_edition_comes_with_the_snapshot(server, asking):
    with CaptureQueriesContext(connection) as asked, one_view_of_the_record() as is_new:
        assert is_new
        assert current_edition().number == 1
    assert len(asked) == 0


def test_nothing_that_is_written_meanwhile_is_seen(server, asking):
    with one_view_of_the_record(), connection.cursor() as cursor:
        before = current_edition()
        other(server, "UPDATE inspections_edition SET digest = 'other'")
        cursor.execute("SELECT digest FROM inspections_edition")
        assert cursor.fetchone() == (before.digest,) == (current_edition().digest,)
    with one_view_of_the_record():
        assert current_edition().digest == "other"
    other(server, f"UPDATE inspections_edition SET digest = '{before.digest}'")


def test_a_connection_that_the_server_ended_is_opened_again(server, asking, client):
    assert client.get("/healthz").status_code == 200
    others = "datname = 'read_by_web' AND pid <> pg_backend_pid()"
    assert other(server, f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE {others}")
    connection.health_check_enabled, connection.health_check_done = True, False  # as each request begins
    assert client.get("/inspections/").status_code == 200


def test_nobody_waits_for_the_end_of_a_snapshot_and_none_is_left_open(server, asking, client):
    with one_view_of_the_record():
        assert current_edition().number == 1
    assert connection.ending
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id_if_assigned() IS NULL, now() = statement_timestamp()")
        assert cursor.fetchone() == (True, True)  # a transaction of this question's own
    assert not connection.ending
    with one_view_of_the_record():
        assert current_edition().number == 1
    states = "SELECT state FROM pg_stat_activity WHERE datname = 'read_by_web' AND pid <> pg_backend_pid()"
    assert wait_for(lambda: set(other(server, states)) == {("idle",)}, 10)


def test_a_server_that_goes_away_behind_a_snapshot_is_noticed(server, asking, client):
    with one_view_of_the_record():
        others = "datname = 'read_by_web' AND pid <> pg_backend_pid()"
        other(server, f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE {others}")
    connection.health_check_enabled, connection.health_check_done = True, False
    assert client.get("/inspections/").status_code == 200


def test_a_server_that_stalls_behind_a_snapshot_costs_one_page_and_no_more(server, asking, client, settings):
    settings.ANSWER_SECONDS = 1
    with one_view_of_the_record():
        stalled = connection.connection.info.backend_pid
        os.kill(stalled, signal.SIGSTOP)
    waking = subprocess.Popen(["sh", "-c", f"sleep 5; kill -CONT {stalled}"])  # lest a waiting libpq waits for ever
    try:
        with pytest.raises(OperationalError, match="does not say"), one_view_of_the_record():
            pass
        assert client.get("/inspections/").status_code == 200
        assert connection.connection.info.backend_pid != stalled
    finally:
        waking.kill()
        waking.wait()
        os.kill(stalled, signal.SIGCONT)


def test_a_failure_leaves_the_connection_fit_for_the_next_page(server, asking, client):
    with pytest.raises(ZeroDivisionError), one_view_of_the_record():
        raise ZeroDivisionError
    assert client.get("/inspections/").status_code == 200


def test_a_database_without_tables_has_no_record(server, asking, client):
    connect_as({**connections.settings["default"], "NAME": "without_tables"})
    answer = client.get("/inspections/")
    assert answer.status_code == 503
    assert b"There is no record yet" in answer.content
