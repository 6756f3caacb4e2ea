"""The gates of ``test_gates`` on PostgreSQL: how queries are planned at 20,000 rows, and the same pages.

A web process has a question planned once for all values; so it is planned here. A search has its words in it.
"""

import re
from contextlib import contextmanager
from itertools import count

import psycopg
import pytest
from django.db import connection, connections
from django.test.utils import override_settings

from inspections.models import Inspection
from inspections.postgresql_record.base import is_planned_anew
from inspections.recording.on_a_server import tidy_up
from inspections.web.corrections import ever_changed
from inspections.web.edition import forget_what_is_held
from tests.conftest import served_from
from tests.postgresql import connect_as, running_server, served_by
from tests.web.many import MORE, fill, invent
from tests.web.test_gates import BIG, MOST_QUERIES, NO_CACHE, PAGES

pytestmark = pytest.mark.postgres

ASKED = (*PAGES, "/inspections.json?page=7", "/inspections.csv?year=2019&page=2", "/authorities/leeds/", "/national/")
DETAILS = ("/inspections/{ref}/x/", "/inspections/{ref}.json", "/authorities/leeds/", "/authorities/leeds.json")
PROVEN = (
    "INSERT INTO inspections_evidence (source_id, inspection_id, field, claim, position, sheet, row, cells, told) "
    "SELECT s.id, i.id, 'row', '', 0, 'Sheet', 2, '[]', '[]' FROM inspections_inspection i, inspections_source s"
)
ADDED = (
    "INSERT INTO inspections_change (edition_id, action, kind, ref, title, fields) "
    "SELECT 1, 'added', 'inspection', i.ref, i.title, '[]' FROM inspections_inspection i"
)
FILLED = (PROVEN, ADDED)  # a row for each inspection, so that these too are many
SINCE = "what editions changed"


@pytest.fixture(scope="module")
def answers(many_files, django_db_blocker):
    """Of either database each address's body; of the server also how it plans what lists and details ask."""
    from django.core.management import call_command
    from django.test import Client

    from inspections.wsgi import for_reading  # makes the application: not before the tests have set it up

    def ask():
        forget_what_is_held()
        told = {}
        for address in ASKED:
            answer = Client().get(address)
            told[address] = answer.status_code, answer.getvalue()
        return told

    with django_db_blocker.unblock(), running_server() as port, override_settings(CACHES=NO_CACHE):
        with psycopg.connect(f"host=127.0.0.1 port={port} user=postgres dbname=postgres", autocommit=True) as admin:
            admin.execute("CREATE DATABASE gates")
        with served_by(port, "gates"):
            call_command("migrate", verbosity=0)
            fill(invent(MORE))
            tidy_up("default")
            written, read = connections.settings["default"], for_reading(connections.settings["default"])
            connect_as(read)
            on_server = ask()
            connect_as(written)
            with connection.cursor() as cursor:
                for statement in FILLED:
                    cursor.execute(statement)
            tidy_up("default")
            connect_as(read)
            ref = Inspection.objects.values_list("ref", flat=True).first()
            plans = {address: plans_of(Client(), address) for address in PAGES}
            forget_what_is_held()
            with asked() as since:
                assert ever_changed() == frozenset()
            plans[SINCE] = [(sql, plan_of(sql, params)) for sql, params in since if "inspections_change" in sql]
            # some tables hold little here: what could not do without?
            connection.connection.execute("SET enable_seqscan = off")
            plans |= {address: plans_of(Client(), address.format(ref=ref)) for address in DETAILS}
        with served_from(many_files[MORE]):
            return on_server, ask(), plans


@contextmanager
def asked():
    """What is asked meanwhile, and its values."""
    found = []

    def note(execute, sql, params, many, context):
        found.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield found


def plans_of(client, address):
    """What a page asks once the sets of its edition are held, and how each is planned."""
    assert client.get(address).status_code == 200, address
    with asked() as found:
        client.get(address)
    return [(sql, plan_of(sql, params)) for sql, params in found if sql.startswith("SELECT")]


def plan_of(sql, params):
    """Every step, the last first; as it is kept, but for what is planned anew each time."""
    connection.settle()
    cursor = psycopg.ClientCursor(connection.connection)  # that of pages would have this prepared too
    if is_planned_anew(sql) or not params:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        ((told,),) = cursor.fetchone()
    else:
        number = count(1)
        written = re.sub("%[s%]", lambda found: f"${next(number)}" if found[0] == "%s" else "%", sql)
        cursor.execute(f"PREPARE asked AS {written}")
        cursor.execute(f"EXPLAIN (FORMAT JSON) EXECUTE asked ({', '.join(['%s'] * len(params))})", params)
        ((told,),) = cursor.fetchone()
        cursor.execute("DEALLOCATE asked")
    return list(steps(told["Plan"]))


def steps(step):
    yield step
    for below in step.get("Plans", ()):
        yield from steps(below)


def reads_whole(step):
    """The big table that a step reads from end to end, by itself or by its index; None where it reads some of it."""
    table = step.get("Relation Name", "").removeprefix("inspections_")
    by_index = step["Node Type"].startswith("Index") and "Index Cond" in step
    return table if table in BIG and not by_index and step["Node Type"] != "Bitmap Heap Scan" else None


def test_a_third_of_all_changes_is_not_expected_to_come_since_an_edition(answers):
    """From a million on, who expects so many walks through all of them by their names."""
    ((_, plan),) = answers[2][SINCE]
    assert max(step["Plan Rows"] for step in plan) < 100
    assert not [step for step in plan if reads_whole(step)]


@pytest.mark.parametrize("address", PAGES)
def test_no_query_of_a_list_reads_a_big_table_or_sorts(answers, address):
    for sql, plan in answers[2][address]:
        assert not [table for step in plan if (table := reads_whole(step))], (sql, plan)
        assert not [step for step in plan if "Sort" in step["Node Type"]], (sql, plan)


@pytest.mark.parametrize("address", DETAILS)
def test_no_query_of_a_detail_has_to_read_a_whole_table(answers, address):
    assert answers[2][address]
    for sql, plan in answers[2][address]:
        assert not [table for step in plan if (table := reads_whole(step))], (sql, plan)


def test_a_query_that_reads_a_whole_table_would_be_found(answers):
    sequential = {"Node Type": "Seq Scan", "Relation Name": "inspections_judgement"}
    by_index = {"Node Type": "Index Only Scan", "Relation Name": "inspections_place"}
    assert [*map(reads_whole, (sequential, by_index))] == ["judgement", "place"]
    assert reads_whole(by_index | {"Index Cond": "(position = $1)"}) is None


@pytest.mark.parametrize("address", PAGES)
def test_a_list_asks_three_queries_at_most_besides_its_edition(answers, address):
    assert 0 < len(answers[2][address]) <= MOST_QUERIES


@pytest.mark.parametrize("address", ASKED)
def test_both_databases_give_the_same_bytes(answers, address):
    assert answers[0][address] == answers[1][address]
