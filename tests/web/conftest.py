"""What tests of pages share: the wide world as a record, and a look at a page's words."""

import html
import re

import pytest

from tests.conftest import served_from


@pytest.fixture(scope="session")
def _wide_file(tmp_path_factory, django_db_blocker):
    from inspections.catalogue import load
    from inspections.recording.loading import record_readings
    from tests.web.wide_world import wide_world

    with django_db_blocker.unblock(), served_from(tmp_path_factory.mktemp("wide") / "record.sqlite3") as file:
        record_readings(wide_world(), [], load())
    return file


@pytest.fixture
def wide_record(_wide_file, django_db_blocker):
    """A record of tests/web/wide_world.py, open for reading."""
    with django_db_blocker.unblock(), served_from(_wide_file) as file:
        yield file


@pytest.fixture
def words_of(client):
    """The words a visitor reads at an address, white space and tags apart."""

    def read(address, status=200):
        response = client.get(address)
        assert response.status_code == status, f"{address} answered {response.status_code}"
        body = re.sub(r"<head>.*?</head>", "", response.content.decode(), flags=re.S)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())

    return read


@pytest.fixture
def first_named(client):
    """The address of the first inspection whose title holds these words."""

    def find(*parts):
        rows = client.get("/inspections.json").json()["results"]
        return next(row for row in rows if all(part in row["title"] for part in parts))

    return find


@pytest.fixture(scope="session")
def _corrected_file(tmp_path_factory, django_db_blocker):
    from inspections.catalogue import load
    from inspections.recording.loading import record_readings
    from tests.web.corrected_world import first, second

    with django_db_blocker.unblock(), served_from(tmp_path_factory.mktemp("corrected") / "record.sqlite3") as file:
        record_readings(first(), [], load())
        record_readings(second(), [], load())
        record_readings([], [], load(), withdraw=["party_page.txt"])
    return file


@pytest.fixture
def corrected_record(_corrected_file, django_db_blocker):
    """A record of tests/web/corrected_world.py after its three editions, open for reading."""
    with django_db_blocker.unblock(), served_from(_corrected_file) as file:
        yield file
