"""Several replicas, some of which do not answer: every worker finds one that does, or the primary."""

import os
import time
from contextlib import ExitStack
from types import SimpleNamespace

import psycopg
import pytest
from django.core.management import call_command
from django.db import InternalError, connection, connections

from inspections.postgresql_record import addresses as module
from inspections.postgresql_record.addresses import Addresses
from inspections.recording.loading import record_readings
from inspections.web.edition import forget_what_is_held
from inspections.web.warming import look_to_the_server
from tests.faults.place import ask, site
from tests.ports import free_port
from tests.postgresql import connect_as, running_replica, running_server, served_by
from tests.web.test_replica import wait_for
from tests.world import world

ONE, TWO, THREE, PRIMARY = ({"HOST": name} for name in ("one", "two", "three", "primary"))


def names(found):
    return [each["HOST"] for each in found]


def test_the_one_that_answers_is_asked_before_others_and_the_primary_before_those_that_are_silent():
    known = Addresses([ONE, TWO, THREE], PRIMARY)
    first, second, third = names(known.replicas)
    assert names(known.in_turn()) == [first, second, third, "primary"]
    known.refused(known.replicas[0])
    known.answered(known.replicas[1])
    assert names(known.in_turn()) == [second, third, "primary", first]
    assert known.due() == []


def test_while_the_primary_stands_in_a_replica_is_tried_again_after_some_time(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    known = Addresses([ONE], PRIMARY)
    known.refused(ONE)
    known.answered(PRIMARY)
    assert known.due() == []
    now[0] += module.AGAIN
    assert known.due() == [ONE]
    known.answered(ONE)
    assert known.due() == []


def told_in(caplog):
    return [(record.levelname, record.getMessage(), record.told["replica"]) for record in caplog.records]


def test_a_replica_that_is_passed_over_is_told_once_and_once_more_when_it_answers(caplog):
    first = {"HOST": "one", "PORT": "5433", "NAME": "record", "USER": "reader", "PASSWORD": "secret"}
    known = Addresses([first, TWO], PRIMARY)
    for _ in range(3):
        known.refused(first)
    known.answered(TWO)
    assert told_in(caplog) == [("WARNING", "A replica does not answer and is passed over", "one:5433/record")]
    known.answered(first)
    known.answered(first)
    assert told_in(caplog)[1:] == [("WARNING", "A replica answers again", "one:5433/record")]
    known.refused(first)
    assert len(told_in(caplog)) == 3
    assert "secret" not in caplog.text and "reader" not in caplog.text


def test_a_primary_that_does_not_answer_and_replicas_that_do_are_not_told_as_passed_over(caplog):
    known = Addresses([ONE], PRIMARY)
    known.answered(ONE)
    known.refused(PRIMARY)
    known.answered(PRIMARY)
    assert told_in(caplog) == []


def test_a_process_that_is_forked_tells_for_itself(caplog):
    known = Addresses([ONE], PRIMARY)
    known.refused(ONE)
    known.choose()
    known.refused(ONE)
    assert len(told_in(caplog)) == 2


def test_each_process_chooses_after_it_is_forked():
    known = Addresses([{"HOST": str(number)} for number in range(100)], PRIMARY)
    known.answered(PRIMARY)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, known.present["HOST"].encode())
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reading, 20).decode().isdigit()
    assert known.present is PRIMARY


def dead(database):
    return {**database, "PORT": str(free_port())}


@pytest.fixture(scope="module")
def server(django_db_blocker, catalogue):
    with django_db_blocker.unblock(), running_server() as port:
        with served_by(port):
            call_command("migrate", verbosity=0)
            record_readings(world(), [], catalogue)
        yield port


@pytest.fixture
def database(server, django_db_blocker):
    """What leads to a server with a record; the default connection is put back afterwards."""
    with django_db_blocker.unblock(), served_by(server):
        forget_what_is_held()
        yield dict(connections.settings["default"])
    forget_what_is_held()


def read_through(primary, *replicas):
    from inspections.wsgi import with_replicas  # makes the application: not before the tests have set it up

    connect_as(with_replicas(primary, replicas))
    return connection.settings_dict["ADDRESSES"]


@pytest.mark.postgres
def test_a_page_comes_from_the_replica_that_answers_and_all_threads_go_with_it(database, client):
    known = read_through(dead(database), dead(database), database)
    assert client.get("/inspections/").status_code == 200
    live = known.present
    assert live["PORT"] == database["PORT"]
    assert connection.is_usable()
    known.answered(dict(live))  # another thread has moved on
    assert not connection.is_usable()
    known.answered(live)
    with connection.cursor() as cursor, pytest.raises(InternalError, match="read-only transaction"):
        cursor.execute("CREATE TABLE written (number int)")


@pytest.mark.postgres
def test_the_primary_stands_in_until_a_replica_answers_that_holds_the_edition(database, client):
    known = read_through(database, dead(database))
    (replica,) = known.replicas
    assert client.get("/inspections/").status_code == 200
    assert known.present is known.primary
    look_to_the_server(None)
    assert known.present is known.primary
    replica["PORT"] = database["PORT"]
    known.silent.clear()
    connection.return_to_a_replica(lambda: False)
    assert known.present is known.primary
    look_to_the_server(None)
    assert known.present is replica
    assert client.get("/inspections/").status_code == 200


@pytest.mark.postgres
def test_where_nothing_answers_the_page_says_so(database, client):
    read_through(dead(database), dead(database))
    assert client.get("/inspections/").status_code == 503


def readers(port):
    """How many connections a server has from the pages' processes."""
    with psycopg.connect(f"host=127.0.0.1 port={port} user=postgres dbname=postgres") as program:
        return program.execute("SELECT count(*) FROM pg_stat_activity WHERE usename = 'reader'").fetchone()[0]


@pytest.mark.postgres
def test_every_worker_answers_with_one_replica_dead_and_then_with_none(catalogue, django_db_blocker):
    with django_db_blocker.unblock(), running_server(replicated=True) as primary, ExitStack() as following:
        with served_by(primary):
            call_command("migrate", verbosity=0)
            record_readings(world(), [], catalogue)
            with connection.cursor() as cursor:
                cursor.execute("CREATE ROLE reader LOGIN IN ROLE pg_read_all_data")
        replica = following.enter_context(running_replica(primary))
        address = "postgresql://reader@127.0.0.1:{}/postgres"
        variables = {
            "DATABASE_URL": address.format(primary), "WORKERS": "3", "PAGE_CACHE": "off",
            "REPLICA_URLS": ",".join(map(address.format, (free_port(), replica))),
        }  # fmt: skip
        with site(SimpleNamespace(environment=dict(os.environ)), **variables) as port:
            assert {ask(port, "/inspections/")[0] for _ in range(40)} == {200}
            assert wait_for(lambda: readers(replica) >= 3 * 4)
            assert readers(primary) == 0
            following.close()
            time.sleep(0.5)
            assert {ask(port, "/inspections/")[0] for _ in range(40)} == {200}
            assert readers(primary) > 0
