"""Schools, colleges and other providers: found by area and by name, apart from the council's own services."""

import csv
import io
from dataclasses import replace

import pytest

from inspections.periods import parse
from inspections.reading.facts import (
    Cells,
    Graded,
    InspectionFact,
    Judged,
    Name,
    Provider,
    Reading,
    When,
    Words,
)
from inspections.recording.loading import record_readings
from inspections.web.shown import ProviderName
from tests.conftest import served_from
from tests.world import held, world

FOUR = "ofsted-four-point"


def row(number, *cells):
    return Words(cells=Cells("Schools", number, cells))


def school(key, urn, name, day, grade, again=()):
    at = int(key) + 3
    meant = parse(day)
    named = Words(
        cells=row(at, ("School name", name)).cells, also=tuple(row(n, ("School name", name)).cells for n in again)
    )
    return InspectionFact(
        key, (Name("trafford", row(at, ("Local authority", "Trafford"))),), Name("schools", named), None,
        (Name("ofsted", named),), "full", None, inspected=When(
            day, meant.earliest, meant.latest, "stated", row(at, ("Inspection start date", day))),
        overall=Graded(FOUR, grade, row(at, ("Overall effectiveness", grade.capitalize()))),
        judgements=(Judged("Personal development", "personal-development",
                           Graded(FOUR, "good", row(at, ("Personal development", "Good"))), Words()),),
        provider=Provider(urn, name, "Community School", named),
    )  # fmt: skip


def schools():
    facts = (
        school("1", "urn-106000", "Brook Lane Primary School", "2019-05-14", "good", again=(40, 41)),
        school("2", "urn-106001", "Brook Lane Primary School", "2019-05-14", "inadequate"),
        school("3", "urn-106000", "Brook Lane Primary School", "2014-02-04", "outstanding"),
    )
    source = replace(held("schools.csv", "a table of schools", publisher="Ofsted"), media_type="text/csv")
    return Reading(source, "schools", "table", None, None, facts)


@pytest.fixture(scope="module")
def _provided_file(tmp_path_factory, django_db_blocker):
    from inspections.catalogue import load

    with django_db_blocker.unblock(), served_from(tmp_path_factory.mktemp("providers") / "record.sqlite3") as file:
        record_readings([*world(), schools()], [], load())
    return file


@pytest.fixture(autouse=True)
def provided_record(_provided_file, opened, django_db_blocker):
    with django_db_blocker.unblock(), opened(_provided_file) as file:
        yield file


def refs(client, query):
    return {row["id"]: row for row in client.get(f"/inspections.json?{query}").json()["results"]}


def test_lists_leave_providers_out_unless_they_are_asked_for(client, words_of):
    own, every, only = refs(client, ""), refs(client, "providers=with"), refs(client, "providers=only")
    assert len(only) == 3
    assert not own.keys() & only.keys()
    assert every.keys() == own.keys() | only.keys()
    page = words_of("/inspections/?authority=trafford")
    assert "Also 3 of schools, colleges and other providers" in page
    assert "Brook Lane" not in page


def test_asking_for_schools_or_for_one_of_them_shows_them(client):
    assert len(refs(client, "service=schools")) == 3
    assert len(refs(client, "provider=urn-106000")) == 2
    assert len(refs(client, "providers=only&q=brook+lane")) == 3


def test_two_schools_of_one_name_never_merge_and_keep_their_numbers(client):
    found = refs(client, "providers=only&year=2019")
    assert sorted(row["provider"]["id"] for row in found.values()) == ["urn-106000", "urn-106001"]
    assert {row["overall"]["grade"] for row in found.values()} == {"good", "inadequate"}


def test_every_row_that_says_the_same_is_evidence(client):
    (found,) = refs(client, "provider=urn-106000&year=2019").values()
    proofs = [proof for proof in found["evidence"] if proof["field"] == "provider"]
    assert [proof["row"] for proof in proofs] == [4, 40, 41]
    assert proofs[0]["sheet"] == "Schools"
    assert proofs[0]["cells"] == [["School name", "Brook Lane Primary School"]]


def test_the_authority_page_counts_them_apart(client, words_of):
    whole = client.get("/authorities/trafford.json").json()
    assert whole["providers"] == [{"kind": "schools", "name": "Schools", "inspections": 3}]
    assert "schools" not in {service["kind"] for service in whole["services"]}
    assert all(each["provider"] is None for each in whole["history"])
    assert whole["inspections"] == len(refs(client, "authority=trafford"))
    assert "Schools : 3 inspections held" in words_of("/authorities/trafford/")
    assert "these are not the council’s own services" in words_of("/authorities/trafford/schools/")


def test_the_page_of_one_names_who_was_inspected(client, words_of):
    (found,) = refs(client, "provider=urn-106001").values()
    assert found["title"] == "Trafford: Brook Lane Primary School, inspection, 14 May 2019"
    page = words_of(found["url"])
    assert "Community School, URN 106001; not the council’s own service" in page


def test_the_csv_names_the_provider(client):
    told = client.get("/inspections.csv?providers=only").getvalue().decode()
    lines = list(csv.DictReader(io.StringIO(told)))
    assert {line["provider"] for line in lines} == {"urn-106000", "urn-106001"}
    assert {line["provider_name"] for line in lines} == {"Brook Lane Primary School"}
    assert {line["provider_kind"] for line in lines} == {"Community School"}


def test_search_finds_them_by_name_under_their_own_kind(client):
    found = client.get("/search.json?q=Brook+Lane").json()["results"]
    assert len(found) == 3
    assert {hit["kind"] for hit in found} == {"provider"}


def test_the_front_page_and_the_feed_of_a_council_show_none(client, words_of):
    assert "Brook Lane" not in words_of("/")
    assert "Brook Lane" not in client.get("/authorities/trafford.atom").content.decode()


def test_its_record_proves_itself(provided_record):
    from inspections.catalogue import load
    from inspections.recording.audit import audit_database

    assert not list(audit_database("default", load()))


def test_a_proof_in_a_table_opens_its_row(client, words_of):
    (found,) = refs(client, "provider=urn-106000&year=2019").values()
    source = client.get(f"/inspections/{found['id']}.json").json()["sources"][0]
    page = client.get(f"{source['url']}?sheet=Schools&row=40").content.decode()
    assert 'id="r40"' in page and 'id="r41"' in page and 'id="r4"' in page
    assert f"{source['url']}?sheet=Schools&amp;row=4#r4" in client.get(found["url"]).content.decode()
    assert "sheet “Schools”, row 4" in words_of(found["url"])


@pytest.mark.parametrize(
    ("id_", "shown"),
    [("urn-106001", "URN 106001"), ("school-urn-145054", "URN 145054"), ("social-care-urn-SC033362", "URN SC033362"),
     ("ukprn-10006335", "UKPRN 10006335")],
)  # fmt: skip
def test_a_number_is_shown_with_the_name_of_its_register(id_, shown):
    assert ProviderName(id_, "A", "School").register == shown


OF_A_PROVIDER = "Inspection of a school, college or other provider"


def test_an_edition_tells_them_from_the_councils_own(client, words_of):
    told = client.get("/editions/1.json").json()["changes"]
    numbers = {each["id"]: each["provider"] for each in told if each["kind"] == "inspection"}
    own, only = refs(client, ""), refs(client, "providers=only")
    assert all(numbers[each] is None for each in own)
    assert sorted(numbers[each] for each in only) == ["urn-106000", "urn-106000", "urn-106001"]
    assert words_of("/editions/1/").count(OF_A_PROVIDER) == 3


def test_the_feed_of_all_changes_tells_them_from_the_councils_own(client):
    page = client.get("/feed.atom").content.decode()
    entries = [each for each in page.split("<entry>")[1:] if "Brook Lane" in each]
    others = [each for each in page.split("<entry>")[1:] if "Brook Lane" not in each]
    assert len(entries) == 3 and others
    for entry in entries:
        assert f"<title>Added: {OF_A_PROVIDER}: Trafford: Brook Lane Primary School, inspection, " in entry
        assert "Of a provider in its area, Community School: not a service of the council." in entry
        assert 'term="provider"' in entry
    assert not [each for each in others if OF_A_PROVIDER in each or 'term="provider"' in each]


def test_what_was_withdrawn_of_them_is_still_told_apart(tmp_path, opened, client, words_of):
    from inspections.catalogue import load

    with served_from(tmp_path / "record.sqlite3") as file, opened(file):
        record_readings([*world(), schools()], [], load())
        record_readings([], [], load(), withdraw=["schools.csv", world()[0].held.name])
        told = client.get("/editions/2.json").json()["changes"]
        gone = [each["provider"] for each in told if each["kind"] == "inspection" and each["action"] == "withdrawn"]
        assert sorted(filter(None, gone)) == ["urn-106000", "urn-106000", "urn-106001"]
        assert words_of("/editions/2/").count(OF_A_PROVIDER) == 3
        feed = client.get("/feed.atom").content.decode()
        assert feed.count(f"<title>Withdrawn from the record: {OF_A_PROVIDER}: Trafford: Brook Lane") == 3
