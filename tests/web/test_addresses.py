"""Addresses are for ever: old slugs and merged ids redirect, withdrawn ids say so, others never were."""

import pytest
from django.db import connection

from inspections.web import editions


def test_another_slug_is_redirected(record, client):
    row = client.get("/inspections.json").json()["results"][0]
    for wrong in ("", "another-slug/"):
        response = client.get(f"/inspections/{row['id']}/{wrong}")
        assert (response.status_code, response["Location"]) == (301, row["url"])


@pytest.mark.parametrize(
    "address",
    ["/inspections/aaaaaaaaaa/x/", "/statements/aaaaaaaaaa/", "/sources/aaaaaaaaaa/x/", "/authorities/atlantis/",
     "/authorities/stockport/youth-justice/", "/scales/marks-out-of-ten/", "/editions/99/", "/nowhere/",
     "/editions/99999999999999999999999/", "/sitemap-sources-99999999999999999999999.xml"],
)  # fmt: skip
def test_what_never_was_is_not_found(record, words_of, address):
    assert "There is nothing at this address" in words_of(address, 404)


def test_what_never_was_is_a_problem_for_programs(record, client):
    response = client.get("/inspections/aaaaaaaaaa.json")
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == 404


@pytest.fixture
def retired_ids(empty_record):
    """A record in which one source was withdrawn and one inspection's id leads to another."""
    from inspections.catalogue import load
    from inspections.models import Inspection, Retired
    from inspections.recording.loading import record_readings
    from tests.world import news, party, report

    record_readings([news(), report(), party()], [], load())
    leeds = list(Inspection.objects.of("leeds").values_list("ref", flat=True))
    record_readings([], [], load(), withdraw=["party_page.txt"])
    merged = Retired.objects.exclude(leads_to="").values_list("ref", "leads_to").first()
    connection.close()
    return leeds, merged


def test_a_withdrawn_inspection_says_which_edition_withdrew_it(retired_ids, client, words_of):
    leeds, _ = retired_ids
    said = words_of(f"/inspections/{leeds[0]}/any-slug/", 410)
    assert "edition 2 withdrew it" in said
    assert "Leeds" in said
    assert client.get(f"/inspections/{leeds[0]}.json").status_code == 410


def test_the_id_of_a_merged_inspection_leads_on(retired_ids, client):
    _, (old, new) = retired_ids
    assert client.get(f"/inspections/{old}/any-slug/")["Location"] == f"/inspections/{new}/"
    assert client.get(f"/inspections/{old}.json")["Location"] == f"/inspections/{new}.json"


def test_every_change_of_an_edition_leads_somewhere(retired_ids, client):
    for number in (1, 2):
        for change in client.get(f"/editions/{number}.json").json()["changes"]:
            response = client.get(f"/{change['kind']}s/{change['id']}/", follow=True)
            assert response.status_code in (200, 410), change


def test_the_changes_of_a_large_edition_come_in_pages(record, client, monkeypatch):
    whole = client.get("/editions/1.json").json()
    assert (whole["count"], whole["next"], whole["previous"]) == (len(whole["changes"]), None, None)
    monkeypatch.setattr(editions, "MOST", 7)
    address, seen = "/editions/1.json?page=1", []
    while address:
        part = client.get(address).json()
        assert len(part["changes"]) <= 7
        seen += part["changes"]
        address = part["next"]
    assert seen == whole["changes"]
    first = client.get("/editions/1/?page=1").content.decode()
    assert "?page=2" in first and first.count('<li id="') == 7


@pytest.mark.parametrize("asked", ["page=0", "page=x", "page=999", "colour=red"])
def test_a_page_of_changes_that_is_not_there_is_named(record, client, asked):
    assert client.get(f"/editions/1/?{asked}").status_code == 400
    refused = client.get(f"/editions/1.json?{asked}")
    assert (refused.status_code, refused["Content-Type"]) == (400, "application/problem+json")
    assert refused.json()["errors"][0]["field"] == asked.partition("=")[0]
