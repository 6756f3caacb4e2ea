"""A page that was made once is sent again as it was, with every header, and never for another question."""

import gzip
import os
import subprocess
import sys

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inspections.recording.loading import record_readings
from tests.conftest import ROOT, besides_the_edition
from tests.postgresql import running_server
from tests.world import news, report

PAGES = ("/", "/inspections/", "/inspections/?year=2018", "/inspections.json", "/inspections.atom", "/scales/")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_again_is_the_same_page_without_a_query(world_record, client, address):
    first = client.get(address)
    with CaptureQueriesContext(connection) as asked:
        again = client.get(address)
    assert not besides_the_edition(asked)
    assert again.content == first.content
    kept = {name: value for name, value in first.headers.items() if name != "Content-Length"}
    assert {name: again.headers[name] for name in kept} == kept


@pytest.mark.parametrize("address", PAGES)
def test_who_takes_compressed_pages_is_sent_what_is_kept(world_record, client, address):
    plain = client.get(address).content
    packed = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain)
    assert gzip.decompress(packed.content) == plain


def test_a_304_says_what_the_page_said(world_record, client):
    first = client.get("/inspections/")
    with CaptureQueriesContext(connection) as asked:
        again = client.get("/inspections/", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, besides_the_edition(asked)) == (304, b"", [])
    for name in ("ETag", "Cache-Control", "Content-Security-Policy", "Vary", "X-Frame-Options"):
        assert again[name] == first[name]


def test_head_is_answered_from_the_page_without_its_body(world_record, client):
    page = client.get("/inspections/")
    head = client.head("/inspections/")
    assert (head.content, head["Content-Length"], head["ETag"]) == (b"", str(len(page.content)), page["ETag"])


def test_a_new_edition_is_not_answered_with_a_page_of_the_last(empty_record, catalogue, client):
    record_readings([news()], [], catalogue)
    assert client.get("/sources.json").json()["count"] == 1
    record_readings([report()], [], catalogue)
    assert client.get("/sources.json").json()["count"] == 2


@pytest.mark.parametrize("address", ["/nowhere/", "/inspections/?year=19", "/inspections.csv", "/healthz"])
def test_what_is_refused_streamed_or_alive_is_not_kept(world_record, client, address):
    response = client.get(address)
    list(response)
    assert not cache._cache


def test_another_host_is_another_page(world_record, client, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    pages = [client.get("/", headers={"Host": host}).content.decode() for host in ("one.example", "two.example") * 2]
    assert pages[0] == pages[2] != pages[1] == pages[3]
    assert "two.example" not in pages[0]


def test_a_cache_that_does_not_answer_is_no_cache(world_record, client, monkeypatch):
    def fail(*arguments, **options):
        raise ConnectionRefusedError("nobody is there")

    monkeypatch.setattr(cache, "get", fail)
    monkeypatch.setattr(cache, "set", fail)
    assert client.get("/inspections/").status_code == 200


ASKED_TWICE = """
import django

django.setup()
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

first = Client().get("/inspections/")
with CaptureQueriesContext(connections["default"]) as asked:
    again = Client().get("/inspections/")
with connections["pages"].cursor() as cursor:
    cursor.execute("SELECT COUNT(*) FROM kept_pages")
    print(first.status_code, again.content == first.content, len(asked), cursor.fetchone()[0])
"""


@pytest.mark.postgres
def test_processes_share_pages_through_a_table(world_record):
    """Two processes after one another: the second finds what the first has made."""
    with running_server() as port:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "inspections.settings", "DATABASE_URL": f"sqlite:///{world_record}",
            "PAGE_CACHE": f"postgresql://postgres@127.0.0.1:{port}/postgres", "ALLOWED_HOSTS": "testserver",
            "DEBUG": "true",
        }  # fmt: skip
        for _ in range(2):
            command = [sys.executable, "-c", ASKED_TWICE]
            done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
            assert done.stdout.split() == ["200", "True", "0", "1"], done.stderr
