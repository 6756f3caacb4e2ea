"""Yesterday's links: whatever happens to the record, a page, a feed's entry and a citation still lead to the thing.

Each address of the record as it stood is followed afterwards. It answers, perhaps at another address; or, where what
it told of was taken off the record, it says so. None is ever unknown.
"""

import re
import shutil
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client

from inspections.recording.backups import back_up, restore
from inspections.recording.going_back import roll_back
from inspections.recording.loading import record_readings
from tests.conftest import served_from
from tests.postgresql import running_server, served_by
from tests.web.corrected_world import corrected_report, leaflet
from tests.world import news, party, report

HOST = re.compile(r"^https?://[^/]+")
ATOM = "{http://www.w3.org/2005/Atom}"


def addresses(client):
    """Every page of the sitemap, what the feeds call their entries, and what citations print."""
    found = set()
    for part in locations(client, "/sitemap.xml"):
        found |= set(locations(client, part)) if "authorities" not in part else set()
    for row in told(client):
        found |= {f"/authorities/{authority['slug']}/" for authority in row["authorities"]}
    for feed in ("/feed.atom", "/inspections.atom", "/statements.atom", "/sources.atom"):
        root = ElementTree.fromstring(client.get(feed).content)
        found |= {path(link.get("href")) for link in root.iter(f"{ATOM}link") if link.get("rel") != "self"}
    for page in sorted(found):
        for cited in re.findall(rb"https?://testserver(/[a-z]+/[^\s\"<&;?#]*)", client.get(page).content):
            found.add(cited.decode().rstrip(".,"))
    return found


def feed_ids(client):
    root = ElementTree.fromstring(client.get("/inspections.atom").content)
    return {entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")}


def locations(client, address):
    root = ElementTree.fromstring(client.get(address).content)
    return [path(each.text) for each in root.iter() if each.tag.endswith("}loc")]


def path(address):
    return HOST.sub("", address)


def unknown(client, links):
    """The links that lead nowhere, each with what was answered."""
    found = []
    for link in sorted(links):
        status = client.get(link, follow=True).status_code
        if status not in (200, 410):
            found.append((link, status))
    return found


def told(client):
    """What programs hold: every inspection object, apart from the edition it was asked in."""
    return client.get("/inspections.json").json()["results"]


@pytest.fixture(scope="module")
def _yesterday(tmp_path_factory, catalogue, django_db_blocker):
    file = tmp_path_factory.mktemp("yesterday") / "record.sqlite3"
    with django_db_blocker.unblock(), served_from(file):
        record_readings([news(), party()], [], catalogue)
        links = addresses(Client())
        record_readings([leaflet()], [], catalogue)
        links |= addresses(Client())
    assert len(links) > 20
    return file, links


@pytest.fixture
def yesterday(empty_record, begin_with, _yesterday):
    """A record of two editions (in a file: the one before beside it), and all that a reader may have kept of them."""
    file, links = _yesterday
    begin_with(file)
    for each in file.parent.iterdir():
        if each != file:
            shutil.copyfile(each, empty_record.with_name(each.name))
    return links


def test_after_a_rebuild_from_the_same_sources(yesterday, client, catalogue, tmp_path):
    before, ids = told(client), feed_ids(client)
    with served_from(tmp_path / "rebuilt.sqlite3"):
        record_readings([leaflet(), party(), news()], [], catalogue)
        assert (told(client), feed_ids(client)) == (before, ids)
        editions = {link for link in yesterday if link.startswith("/editions/2")}
        assert unknown(client, yesterday - editions) == [], "a rebuilt record has one edition, and all its links"


def test_after_a_merge_with_the_report_itself(yesterday, client, catalogue):
    ids = feed_ids(client)
    decisions = record_readings([report()], [], catalogue).decisions
    assert any(decision.joined for decision in decisions)
    assert unknown(client, yesterday) == []
    for known in ids:
        ref = re.search(r"inspections[/:]([0-9a-z]+)", known)[1]
        assert client.get(f"/inspections/{ref}.json", follow=True).status_code == 200


def test_after_a_correction(yesterday, client, catalogue):
    record_readings([report()], [], catalogue)
    links = yesterday | addresses(client)
    assert record_readings([corrected_report()], [], catalogue).edition.changed > 0
    assert unknown(client, links) == []


def test_after_a_source_is_taken_off(yesterday, client, catalogue):
    record_readings([], [], catalogue, withdraw=["kent_leaflet.txt"])
    answers = {client.get(link, follow=True).status_code for link in yesterday}
    assert answers == {200, 410}


@pytest.mark.of_a_file
def test_after_going_back(yesterday, client, catalogue):
    roll_back(catalogue)
    assert unknown(client, yesterday) == []


@pytest.mark.postgres
def test_after_a_move_to_a_server_and_back(yesterday, client, catalogue, tmp_path):
    before, ids = told(client), feed_ids(client)
    back_up(tmp_path / "there.sqlite3", catalogue)
    with running_server() as port, served_by(port):
        restore(tmp_path / "there.sqlite3", catalogue)
        assert (told(client), feed_ids(client)) == (before, ids)
        assert unknown(client, yesterday) == []
        back_up(tmp_path / "back.sqlite3", catalogue)
    with served_from(tmp_path / "moved.sqlite3"):
        restore(tmp_path / "back.sqlite3", catalogue)
        assert (told(client), feed_ids(client)) == (before, ids)
        assert unknown(client, yesterday) == []
    connection.close()
