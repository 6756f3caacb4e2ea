"""What tests of pages share: the wide world as a record, and a look at a page's words."""

import html
import re
from functools import partial

import pytest


@pytest.fixture
def wide_record(_wide_file, opened, django_db_blocker):
    """A record of tests/web/wide_world.py, open for reading."""
    with django_db_blocker.unblock(), opened(_wide_file) as file:
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
def _corrected_file(built_once, catalogue):
    from inspections.recording.loading import record_readings
    from tests.web.corrected_world import first, second

    def make():
        record_readings(first(), [], catalogue)
        record_readings(second(), [], catalogue)
        record_readings([], [], catalogue, withdraw=["party_page.txt"])

    return built_once("corrected", make)


@pytest.fixture(scope="session")
def many_files(built_once):
    """The paths of two records of invented inspections, by how many they hold."""
    from django.core.management import call_command
    from django.db import connections

    from tests.web.many import FEWER, MORE, fill, invent

    def make(many):
        options = connections["default"].settings_dict["OPTIONS"]
        options["writable"] = True
        try:
            call_command("migrate", verbosity=0)
            fill(invent(many))
        finally:
            connections["default"].close()
            del options["writable"]

    return {many: built_once(f"many-{many}", partial(make, many)) for many in (FEWER, MORE)}


@pytest.fixture
def corrected_record(_corrected_file, opened, django_db_blocker):
    """A record of tests/web/corrected_world.py after its three editions, open for reading."""
    with django_db_blocker.unblock(), opened(_corrected_file) as file:
        yield file
