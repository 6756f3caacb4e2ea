"""Search and quote check answer on PostgreSQL as they do on SQLite."""

import psycopg
import pytest

from inspections.recording.loading import record_readings
from tests.conftest import served_from
from tests.postgresql import running_server, served_by
from tests.world import report, world

pytestmark = pytest.mark.postgres

ASKED = [
    "/search.json?q=managers",
    "/search.json?q=%22teaching+of+English%22",
    "/search.json?q=tut*",
    "/search.json?q=trafford&kind=inspection&year=2017",
    "/search.json?q=leeds&authority=leeds",
    "/search.json?q=NEAR(+%27+%5C+%3A*+%26+%21x",
    "/quote-check.json?q=managers+have+improved+the+quality+of+teaching",
    "/quote-check.json?q=managers+have+improved+%E2%80%A6+teaching+of+English",
    "/quote-check.json?q=managers+have+ruined+the+quality+of+teaching+of+English",
    "/quote-check.json?q=nobody+wrote+these+words+anywhere",
    "/quote-check.json?q=%27+%26+%7C+%21+%3A*+word",
]


@pytest.fixture(scope="module")
def answers(tmp_path_factory, django_db_blocker, catalogue):
    """What either database answers, by address."""
    from django.test import Client

    def ask():
        told = {}
        for address in ASKED:
            body = Client().get(address).json()
            body.pop("edition")
            told[address] = body
        return told

    with django_db_blocker.unblock(), running_server() as port:
        with psycopg.connect(f"host=127.0.0.1 port={port} user=postgres dbname=postgres", autocommit=True) as admin:
            admin.execute("CREATE DATABASE searched")
        with served_by(port, "searched"):
            record_readings(world()[:2], [], catalogue)
            record_readings(world(), [], catalogue)
            record_readings([report()], [], catalogue)
            on_server = ask()
        with served_from(tmp_path_factory.mktemp("searched") / "record.sqlite3"):
            record_readings(world(), [], catalogue)
            return on_server, ask()


@pytest.mark.parametrize("address", ASKED)
def test_both_databases_find_the_same(answers, address):
    on_server, in_file = (told[address] for told in answers)
    assert on_server == in_file
