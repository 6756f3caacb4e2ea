"""What each source tells of: every inspection once, in the order of a text, and of a table as the record keeps it."""

import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pyroaring import BitMap

from inspections.membership import place_of
from inspections.models import Evidence, Source
from inspections.querysets import TABLE_TYPES
from inspections.recording.loading import record_readings
from inspections.web.sources import APART, AT_ONCE, refs_at, stretches
from tests.recording.perturbed import long_rows, made_rows, table
from tests.world import world


@pytest.fixture
def tables_record(built_once, catalogue, opened, django_db_blocker):
    """The small world, a table held as one too long, and another with some hundred rows, four of them the same."""
    more = made_rows(300, random.Random(7))
    readings = [*world(), table(long_rows(), packed=True), table([*long_rows(), *more], name="other.csv")]
    with (
        django_db_blocker.unblock(),
        opened(built_once("tables", lambda: record_readings(readings, [], catalogue))) as file,
    ):
        yield file


def told_by_rows(source):
    """What the evidence says, row by row."""
    if source.media_type in TABLE_TYPES:
        rows = Evidence.objects.filter(source=source, inspection__isnull=False).order_by("inspection_id")
    else:
        rows = Evidence.objects.filter(source=source, inspection__isnull=False).order_by("start", "pk")
    return list(dict.fromkeys(rows.values_list("inspection__ref", flat=True)))


def test_a_source_names_every_inspection_it_proves_something_of_once(tables_record, client):
    named = {row["id"]: row["inspections"] for row in client.get("/sources.json").json()["results"]}
    expected = {source.ref: told_by_rows(source) for source in Source.objects.all()}
    assert named == expected
    assert max(map(len, named.values())) > 300
    assert {ref: client.get(f"/sources/{ref}.json").json()["inspections"] for ref in named} == expected


def test_the_rows_of_a_table_are_not_read_through_for_what_it_tells_of(tables_record, client):
    for source in Source.objects.filter(media_type__in=TABLE_TYPES):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/sources/{source.ref}.json").json()["text"] is None
        rows = [each["sql"] for each in asked if 'FROM "inspections_evidence"' in each["sql"]]
        assert rows
        assert all("IS NULL" in sql or '"statement_id" IS NOT NULL' in sql for sql in rows)


@pytest.mark.parametrize(
    ("places", "read"),
    [
        ([], []),
        ([7], [(7, 7)]),
        ([0, 1, 2, 2 + APART], [(0, 2 + APART)]),
        ([0, 1, 2, 3 + APART], [(0, 2), (3 + APART, 3 + APART)]),
        (range(AT_ONCE), [(0, AT_ONCE - 1)]),
        (range(AT_ONCE + 1), [(0, AT_ONCE - 1), (AT_ONCE, AT_ONCE)]),
    ],
)
def test_places_are_read_in_stretches(places, read):
    assert list(stretches(BitMap(places))) == read


def test_any_places_have_their_refs(tables_record, client):
    refs = [row["id"] for row in client.get("/inspections.json?providers=with").json()["results"]]
    numbers = {place_of(number): number for number in (0, 3, 4, 9)}
    found = refs_at(BitMap(numbers))
    assert {place: found[place] for place in numbers} == {place: refs[number] for place, number in numbers.items()}
