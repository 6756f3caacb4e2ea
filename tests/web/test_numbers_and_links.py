"""A number that leads to a list is the number of that list: councils' own inspections apart from providers'."""

import re

import pytest

from inspections.recording.loading import record_readings
from tests.conftest import served_from
from tests.web.test_providers import schools
from tests.world import world

LINKS = re.compile(r'<a href="(/inspections/(?:\?[^"]*)?)">([0-9,]+)(?: inspections?)?</a>')
ADDRESSES = ("/", "/data/", "/about/", "/scales/ofsted-four-point/", "/inspections/?q=nothing", "/search/?q=nothing")


@pytest.fixture(scope="module")
def with_schools(tmp_path_factory, django_db_blocker, catalogue):
    file = tmp_path_factory.mktemp("numbers") / "record.sqlite3"
    with django_db_blocker.unblock(), served_from(file):
        record_readings([*world(), schools()], [], catalogue)
    return file


def links_of(client, address):
    """The numbers on a page that lead to a list of inspections, by the list's address."""
    page = client.get(address).content.decode()
    return {url.replace("&amp;", "&"): int(many.replace(",", "")) for url, many in LINKS.findall(page)}


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_number_is_that_of_its_list(address, with_schools, django_db_blocker, client):
    with django_db_blocker.unblock(), served_from(with_schools):
        found = links_of(client, address)
        assert {"providers=only" in url for url in found} == {True, False}
        for url, many in found.items():
            assert client.get(url.replace("/inspections/", "/inspections.json", 1)).json()["count"] == many > 0


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_said_of_providers_where_none_is_held(address, record, client):
    assert not any("providers=only" in url for url in links_of(client, address))
    assert "providers=only" not in client.get("/scales/ofsted-four-point/").content.decode()
