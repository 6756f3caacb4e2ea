"""What keeps pages fast, held without a clock: queries, how they are planned, steps of the database, calls, bytes."""

import gzip
import re
import sys

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings

from inspections.models import Inspection, Statement
from inspections.web.edition import forget_what_is_held
from tests.conftest import served_from
from tests.web.many import FEWER, MORE

NO_CACHE = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
PAGES = (
    "/inspections/",
    "/inspections/?grade=ofsted-four-point:good&year=2019",
    "/inspections/?year=2019&year=2018&service=adult-learning&region=North+West",
    "/inspections/?authority=leeds&kind=full",
    "/inspections/?inspectorate=cqc&year_from=2017&sort=oldest",
    "/inspections/?scale=ofsted-four-point&sort=title",
    "/inspections/?page=9",
    "/inspections/?grade=area-send-outcome:inconsistent&page=3",
)
MOST_QUERIES = 3
BIG = (  # tables that grow with the record
    "inspection", "inspection_services", "inspectedby", "judgement", "evidence", "statement", "statement_inspections",
    "passage", "entry", "change", "place",
)  # fmt: skip
HEAVIEST = 16_000  # bytes of a compressed list
OTHERS = (  # pages that are no list of inspections; ``{}``: the id of one
    "/", "/inspections/{}/x/", "/inspections/{}.json", "/authorities/", "/authorities/leeds/", "/national/",
    "/national/counts/", "/search/?q=alpha", "/sources/", "/statements/", "/scales/", "/feed.atom",
)  # fmt: skip
OF_ONE = "/authorities/leeds/"  # shows what its council has, which is twenty times as much here
FORMATS = ("/inspections.json?year=2019", "/inspections.csv?year=2019", "/inspections.atom?year=2019")
FULL = (  # lists of more than a page with the fewer rows too
    "/inspections/", "/inspections/?page=9", "/inspections/?kind=full&sort=oldest", "/inspections/?year=2019",
    "/inspections/?scale=ofsted-four-point&region=North+West",
)  # fmt: skip
LISTS_GROW, OTHERS_GROW = 1.2, 1.5  # at most, where there are many times the rows


@pytest.fixture(params=[FEWER, MORE])
def made(request, many_files, django_db_blocker):
    with django_db_blocker.unblock(), served_from(many_files[request.param]), override_settings(CACHES=NO_CACHE):
        yield request.param


def queries_of(client, address):
    """What a page asks once the sets of its edition are held."""
    assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return [query["sql"] for query in asked]


def plan_of(sql):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}".replace("%", "%%"))
        return [row[-1] for row in cursor.fetchall()]


def steps_of(sql):
    """Instructions that SQLite's virtual machine takes for a query."""
    taken = 0

    def count():
        nonlocal taken
        taken += 1

    plain = connection.connection
    plain.set_progress_handler(count, 1)
    try:
        plain.execute(sql).fetchall()
    finally:
        plain.set_progress_handler(None, 0)
    return taken


def calls_of(client, address):
    """Functions that Python calls for a page, its own and the library's: what a page costs beside the database."""
    for _ in range(3):
        assert client.get(address).status_code == 200, address
    made = 0

    def count(_, event, __):
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        client.get(address)
    finally:
        sys.setprofile(before)
    return made


def addressed(addresses):
    """With the id of an inspection of the record that is served."""
    ref = Inspection.objects.values_list("ref", flat=True).order_by("-id").first()
    return [address.format(ref) for address in addresses]


@pytest.mark.parametrize("address", [*PAGES, "/statements/", "/authorities/", "/sources/"])
def test_a_list_asks_three_queries_at_most(made, client, address):
    assert len(queries_of(client, address)) <= MOST_QUERIES


@pytest.mark.parametrize("address", ["/statements/", "/statements/?sort=oldest", "/sources/", "/authorities/"])
def test_a_list_of_a_record_with_statements_asks_three_queries_at_most(record, client, address):
    with override_settings(CACHES=NO_CACHE):
        asked = queries_of(client, address)
        assert Statement.objects.exists()
    assert len([query for query in asked if "inspections_edition" not in query]) <= MOST_QUERIES


def test_nothing_found_is_known_without_asking_for_rows(made, client):
    asked = queries_of(client, "/inspections/?year=1999")
    assert len(asked) <= MOST_QUERIES
    assert not any("inspections_inspection" in sql or "inspections_place" in sql for sql in asked)


@pytest.mark.parametrize("address", PAGES)
def test_no_query_of_a_list_scans_or_sorts(made, client, address):
    for sql in queries_of(client, address):
        plan = plan_of(sql)
        assert not [step for step in plan if "SCAN" in step or "TEMP B-TREE" in step], (sql, plan)


def test_no_query_of_a_detail_reads_a_whole_table(made, client):
    """Nor does a search; its index of words is no table, and which of its rows answer is found by their word."""
    ref = Inspection.objects.values_list("ref", flat=True).first()
    details = (f"/inspections/{ref}/x/", f"/inspections/{ref}.json", "/authorities/leeds/", "/authorities/leeds.json")
    for address in (*details, "/search/?q=alpha", "/inspections/?q=alpha"):
        forget_what_is_held()
        for sql in queries_of(client, address):
            steps = "".join(f"{step} " for step in plan_of(sql))
            whole = [table for table in BIG if f"SCAN inspections_{table} " in steps]
            assert not whole, (address, sql, whole)


def test_twenty_times_the_rows_take_the_database_no_more_steps(many_files, client, django_db_blocker):
    steps = {}
    for many in (FEWER, MORE):
        with django_db_blocker.unblock(), served_from(many_files[many]), override_settings(CACHES=NO_CACHE):
            for address in PAGES[:-2]:
                steps[many, address] = sum(steps_of(sql) for sql in queries_of(client, address))
    for address in PAGES[:-2]:
        few, more = steps[FEWER, address], steps[MORE, address]
        if few < 1000:  # a page that is not full with the fewer rows
            continue
        assert abs(more - few) <= few * 0.05, (address, few, more)


def test_the_last_page_takes_no_more_steps_than_the_first(many_files, client, django_db_blocker):
    with django_db_blocker.unblock(), served_from(many_files[MORE]), override_settings(CACHES=NO_CACHE):
        last = re.search(r"Page 1 of (\d+)", client.get("/inspections/").content.decode())[1]
        assert int(last) > 200
        pages = (f"/inspections/?page={page}" for page in (1, int(last) - 1))
        first, deep = (sum(map(steps_of, queries_of(client, page))) for page in pages)
    assert abs(deep - first) <= first * 0.05


def test_twenty_times_the_rows_take_python_no_more_calls(many_files, client, django_db_blocker):
    """No list takes a fifth more and no other page half as much again, its database's steps counted with its calls."""
    work = {}
    for many in (FEWER, MORE):
        with django_db_blocker.unblock(), served_from(many_files[many]), override_settings(CACHES=NO_CACHE):
            lists = [(address, address, LISTS_GROW) for address in FULL]
            others = [each for each in OTHERS if each != OF_ONE]
            pages = [*lists, *zip(others, addressed(others), [OTHERS_GROW] * len(others), strict=True)]
            for name, address, most in pages:
                steps = sum(steps_of(sql) for sql in queries_of(client, address) if sql.startswith("SELECT"))
                work[many, name] = calls_of(client, address), steps, most
    for (many, name), (calls, steps, most) in work.items():
        few_calls, few_steps, _ = work[FEWER, name]
        if many == MORE:
            assert calls <= max(1000, few_calls) * most, (name, few_calls, calls)
            assert steps <= max(1000, few_steps) * most, (name, few_steps, steps)


@pytest.mark.parametrize("address", PAGES)
def test_a_list_is_no_heavier_with_more_rows(made, client, address):
    assert len(gzip.compress(client.get(address).content)) <= HEAVIEST


@pytest.mark.parametrize("address", PAGES)
def test_who_holds_a_page_is_told_so_without_a_query(made, client, address):
    tag = client.get(address)["ETag"]
    with CaptureQueriesContext(connection) as asked:
        again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, len(asked)) == (304, b"", 0)


def test_who_holds_any_other_page_is_told_so_without_a_query(made, client):
    for address in (*addressed(OTHERS), *FORMATS):
        answer = client.get(address)
        b"".join(answer)
        with CaptureQueriesContext(connection) as asked:
            again = client.get(address, headers={"If-None-Match": answer["ETag"]})
        assert (address, again.status_code, again.content, len(asked)) == (address, 304, b"", 0)
