"""How many queries a page may ask: lists at most 6, details at most 10, however many rows there are."""

from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings

from inspections.models import (
    Authority,
    Edition,
    Evidence,
    InspectedBy,
    Inspection,
    Judgement,
    Passage,
    Service,
    Source,
    Statement,
)
from inspections.recording.read_model import READ_MODEL, write_read_model
from inspections.web.edition import forget_what_is_held

FEW, MANY = 10, 400
NO_CACHE = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
LISTS = [
    f"/{what}{ending}"
    for what in ("inspections", "statements", "authorities", "sources")
    for ending in ("/", ".json", ".csv")
]
QUERIES = (
    "/inspections/?year=2019&grade=ofsted-four-point:good",
    "/inspections/?year=1999",
    "/statements/?q=nothing+of+this",
)
DETAILS = (
    "/", "/about/", "/data/", "/scales/", "/scales/ofsted-four-point/", "/editions/", "/editions/1/",
    "/authorities/derby/", "/authorities/derby.json", "/authorities/derby/adult-learning/",
    "/inspections/i1/x/", "/inspections/i1.json", "/statements/t1/", "/statements/t1.json", "/sources/s1/x/",
    "/sources/s1.json",
)  # fmt: skip


def fill(many):
    """A record of so many inspections, each with a judgement, a statement, a source and its evidence."""
    Edition.objects.create(number=1, published=datetime(2026, 11, 21, tzinfo=UTC), digest="0" * 64)
    derby = Authority.objects.create(
        slug="derby",
        name="Derby",
        official_name="Derby City Council",
        gss="E06000015",
        kind="unitary",
        region="East Midlands",
    )
    service = Service.objects.create(authority=derby, kind="adult-learning")
    text = "Ofsted judged Derby good.\n\n" * 40
    for number in range(1, many + 1):
        source = Source.objects.create(
            ref=f"s{number}",
            slug="x",
            file=f"{number}.txt",
            text=text,
            title="Good",
            kind="news",
            publisher="Derby News",
        )
        Passage.objects.bulk_create(Passage(source=source, start=27 * at, end=27 * at + 25) for at in range(40))
        day = date(2010 + number % 10, 3, 1)
        inspection = Inspection.objects.create(
            ref=f"i{number}", slug="x", title=f"Derby {number}", service_kind="adult-learning",
            inspectorates=["ofsted"], kind="full",
            inspected_edtf=day.isoformat(), inspected_earliest=day, inspected_latest=day, inspected_basis="stated",
            year_from=day.year, year_to=day.year, sort_date=day,
            previous=Inspection.objects.order_by("-pk").first(),
        )  # fmt: skip
        inspection.services.add(service)
        InspectedBy.objects.create(inspection=inspection, inspectorate="ofsted")
        judgement = Judgement.objects.create(
            inspection=inspection,
            position=0,
            aspect="Overall",
            aspect_slug="overall",
            overall=True,
            scale="ofsted-four-point",
            grade="good",
        )
        statement = Statement.objects.create(
            ref=f"t{number}", source=source, kind="finding", text="good", in_quotation_marks=False,
            attributed_to="report", organisation="Ofsted", position=20
        )  # fmt: skip
        statement.inspections.add(inspection)
        proofs = (
            {"inspection": inspection, "field": "inspected"},
            {"inspection": inspection, "judgement": judgement, "field": "overall"},
            {"statement": statement, "field": "text"},
        )
        Evidence.objects.bulk_create(Evidence(source=source, start=20, end=24, **proof) for proof in proofs)
    write_read_model("default")
    forget_what_is_held()
    cache.clear()


def count_queries(client, address):
    """What a page asks once the sets of the edition and the names of its sources are held."""
    with override_settings(CACHES=NO_CACHE):
        b"".join(client.get(address))
        with CaptureQueriesContext(connection) as asked:
            response = client.get(address)
            b"".join(response)
    assert response.status_code == 200, address
    return sum("inspections_edition" not in query["sql"] for query in asked)  # a file is asked for its edition once


@pytest.mark.django_db
@pytest.mark.parametrize("many", [FEW, MANY])
def test_no_page_asks_more_than_its_budget(client, many):
    fill(many)
    for address in (*LISTS, *QUERIES):
        assert count_queries(client, address) <= 6, address
    for address in DETAILS:
        assert count_queries(client, address) <= 10, address


@pytest.mark.django_db
def test_a_hundred_times_more_rows_ask_not_one_query_more(client):
    addresses = (*LISTS, *QUERIES, *DETAILS)
    fill(FEW)
    few = {address: count_queries(client, address) for address in addresses}
    for table in (*READ_MODEL, Evidence, Statement, Judgement, InspectedBy, Passage):
        table.objects.all().delete()
    Inspection.objects.update(previous=None)
    for table in (Inspection, Source, Service, Authority, Edition):
        table.objects.all().delete()
    fill(MANY)
    more = {
        address: (few[address], many)
        for address in addresses
        if (many := count_queries(client, address)) > few[address]
    }
    assert not more
