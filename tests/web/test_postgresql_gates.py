"""The gates of ``test_gates`` on PostgreSQL: how its queries are planned at 20,000 rows, and the same pages."""

import re

import psycopg
import pytest
from django.db import connection
from django.test.utils import override_settings

from inspections.web.edition import forget_what_is_held
from tests.conftest import served_from
from tests.postgresql import running_server, served_by
from tests.web.many import MORE, fill, invent
from tests.web.test_gates import MOST_QUERIES, NO_CACHE, PAGES, queries_of

pytestmark = pytest.mark.postgres

BIG = ("inspection", "place", "judgement", "inspection_services", "inspectedby")
ASKED = (*PAGES, "/inspections.json?page=7", "/inspections.csv?year=2019&page=2", "/authorities/leeds/", "/national/")


@pytest.fixture(scope="module")
def answers(many_files, django_db_blocker):
    """Of either database each address's body; of the server also how it plans the queries of lists."""
    from django.core.management import call_command
    from django.test import Client

    def ask():
        forget_what_is_held()
        told = {}
        for address in ASKED:
            answer = Client().get(address)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            told[address] = answer.status_code, body
        return told

    with django_db_blocker.unblock(), running_server() as port, override_settings(CACHES=NO_CACHE):
        with psycopg.connect(f"host=127.0.0.1 port={port} user=postgres dbname=postgres", autocommit=True) as admin:
            admin.execute("CREATE DATABASE gates")
        with served_by(port, "gates"):
            call_command("migrate", verbosity=0)
            fill(invent(MORE))
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
            on_server = ask()
            plans = {}
            for address in PAGES:
                asked = [sql for sql in queries_of(Client(), address) if sql.startswith("SELECT")]
                plans[address] = [(sql, plan_of(sql)) for sql in asked if "inspections_edition" not in sql]
        with served_from(many_files[MORE]):
            return on_server, ask(), plans


def plan_of(sql):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}".replace("%", "%%"))
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.parametrize("address", PAGES)
def test_no_query_of_a_list_reads_a_big_table_or_sorts_it(answers, address):
    for sql, plan in answers[2][address]:
        read = re.findall(r"Seq Scan on inspections_(\w+)", "\n".join(plan))
        assert not set(read) & set(BIG), (sql, plan)
        assert not [line for line in plan if re.search(r"^\W*Sort\b", line)], (sql, plan)


@pytest.mark.parametrize("address", PAGES)
def test_a_list_asks_three_queries_at_most_besides_its_edition(answers, address):
    assert len(answers[2][address]) <= MOST_QUERIES


@pytest.mark.parametrize("address", ASKED)
def test_both_databases_give_the_same_bytes(answers, address):
    assert answers[0][address] == answers[1][address]
