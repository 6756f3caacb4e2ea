"""Every response says which edition it belongs to, and who holds it already is not sent it again."""

import pytest
from django.db import connection
from django.http import HttpResponse, StreamingHttpResponse
from django.test.utils import CaptureQueriesContext

from inspections.recording.loading import record_readings
from inspections.web import edition as editions
from tests.conftest import besides_the_edition
from tests.world import news, report


def test_a_page_that_is_held_already_costs_no_query_and_no_body(world_record, client):
    first = client.get("/inspections.json")
    assert first.status_code == 200
    with CaptureQueriesContext(connection) as asked:
        again = client.get("/inspections.json", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, besides_the_edition(asked)) == (304, b"", [])
    assert again["ETag"] == first["ETag"]


def test_another_address_has_another_etag(world_record, client):
    addresses = ("/inspections.json", "/inspections.json?year=2018", "/sources.json")
    etags = {client.get(address)["ETag"] for address in addresses}
    assert len(etags) == 3


def test_a_new_edition_is_served_from_the_next_request_on(empty_record, catalogue, client):
    record_readings([news()], [], catalogue)
    first = client.get("/sources.json")
    assert (first.json()["edition"]["number"], first.json()["count"]) == (1, 1)
    record_readings([report()], [], catalogue)
    second = client.get("/sources.json", headers={"If-None-Match": first["ETag"]})
    assert (second.status_code, second.json()["edition"]["number"], second.json()["count"]) == (200, 2, 2)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_only_get_and_head_are_answered(world_record, client, method):
    response = getattr(client, method)("/inspections/")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")


def test_no_cookie_is_ever_set(world_record, client):
    for address in ("/", "/inspections.json", "/nowhere/", "/healthz"):
        assert not client.get(address).cookies


def test_without_a_record_it_says_what_to_run(empty_record, client):
    response = client.get("/inspections/")
    assert response.status_code == 503
    assert b"import_sources" in response.content
    assert "ETag" not in response.headers


def test_the_service_is_alive_without_a_record(empty_record, client):
    response = client.get("/healthz")
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")


def test_the_first_edition_ends_the_503(empty_record, catalogue, client):
    assert client.get("/sources.json").status_code == 503
    record_readings([news()], [], catalogue)
    assert client.get("/sources.json").status_code == 200


def test_other_code_makes_other_pages(world_record, client, monkeypatch):
    before = client.get("/sources.json")["ETag"]
    monkeypatch.setattr(editions, "code_version", lambda: "another")
    assert client.get("/sources.json")["ETag"] != before


@pytest.mark.parametrize("address", ["/inspections/", "/inspections.json", "/inspections.csv", "/nowhere/", "/healthz"])
def test_head_is_answered_with_the_headers_of_get_and_no_body(world_record, rf, address):
    def ask(method):
        return editions.EditionMiddleware(lambda request: views[request.method])(getattr(rf, method)(address))

    streamed = address.endswith(".csv")
    views = {
        method: StreamingHttpResponse(iter([b"a", b"b"])) if streamed else HttpResponse(b"ab")
        for method in ("GET", "HEAD")
    }
    head, got = ask("head"), ask("get")
    assert b"".join(head) == b""
    assert b"".join(got) == b"ab"
    assert head.headers.get("Content-Length") == (None if streamed else "2")
    assert head.headers.get("ETag") == got.headers.get("ETag")
