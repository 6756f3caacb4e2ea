"""A primary and a streaming replica: an edition is served once the replica has it, and it serves the same bytes."""

import time
from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection

from inspections.recording import loading
from inspections.recording.loading import record_readings
from inspections.web.edition import forget_what_is_held
from tests.conftest import served_from
from tests.postgresql import find_programs, run, running_replica, running_server, served_by
from tests.web.wide_world import wide_world

ADDRESSES = (
    "/inspections.json", "/inspections.json?year=2019&year=2018", "/inspections.json?sort=title",
    "/inspections.json?sort=oldest", "/inspections.json?grade=ofsted-four-point:good", "/authorities.json",
    "/authorities/trafford.json", "/statements.json", "/sources.json", "/inspections.csv", "/scales.json",
)  # fmt: skip


@pytest.fixture
def fixed_time(monkeypatch):
    """Editions published at one time, so that two databases can be equal byte for byte."""

    class Fixed(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 11, 21, 12, tzinfo=UTC)

    monkeypatch.setattr(loading, "datetime", Fixed)


def pages_of(client):
    """What every address answers, from nothing that was kept before."""
    forget_what_is_held()
    cache.clear()
    found = {}
    for address in ADDRESSES:
        response = client.get(address)
        assert response.status_code == 200, address
        found[address] = response.getvalue() if response.streaming else response.content
    return found


def assert_same(found, wanted):
    """Byte for byte; else the first place where it is not."""
    for address, body in wanted.items():
        pairs = enumerate(zip(found[address], body, strict=False))
        place = next((at for at, (one, other) in pairs if one != other), None)
        around = slice(max(0, (place or 0) - 150), (place or 0) + 80)
        assert found[address] == body, (address, found[address][around], body[around])


def number_served(client):
    forget_what_is_held()
    response = client.get("/editions.json")
    return response.json()["edition"]["number"] if response.status_code == 200 else None


def wait_for(check, seconds=120):
    """True once the check holds: a replica is some moments behind."""
    end = time.monotonic() + seconds
    while not check():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def replay(port, order):
    """Tell a replica to stop taking in what the primary writes, or to go on."""
    question = f"SELECT pg_wal_replay_{order}()"
    run([find_programs() / "psql", "-h", "127.0.0.1", "-p", port, "-U", "postgres", "-c", question])


@pytest.mark.postgres
@pytest.mark.usefixtures("fixed_time")
def test_a_replica_serves_an_edition_once_it_has_it_byte_for_byte(tmp_path, django_db_blocker, catalogue, client):
    with django_db_blocker.unblock(), running_server(replicated=True) as primary, running_replica(primary) as replica:
        with served_from(tmp_path / "record.sqlite3"):
            record_readings(wide_world(), [], catalogue)
            from_file = pages_of(client)
        with served_by(primary):
            call_command("migrate", verbosity=0)
            record_readings(wide_world(), [], catalogue)
            assert_same(pages_of(client), from_file)
        with served_by(replica):
            assert wait_for(lambda: number_served(client) == 1)
            assert_same(pages_of(client), from_file)
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_is_in_recovery()")
                assert cursor.fetchone() == (True,)
        replay(replica, "pause")
        with served_by(primary):
            record_readings([], [], catalogue, withdraw=[wide_world()[0].held.name])
            assert number_served(client) == 2
        with served_by(replica):
            assert number_served(client) == 1
            assert_same(pages_of(client), from_file)
            replay(replica, "resume")
            assert wait_for(lambda: number_served(client) == 2)
