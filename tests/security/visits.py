"""A visit to every address while anything but a question fails, and the writes that must never be possible."""

import re

from django.db import connection

from tests.security.addresses import every_address, read

READING = re.compile(
    r"[\s(]*(?:SELECT|WITH \w+ AS MATERIALIZED \(SELECT|"
    r"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY|DECLARE \S+ )",
    re.I,
)
WRITES = (
    "INSERT INTO inspections_edition (number, published, digest) VALUES (99, '2026-01-01', 'x')",
    "UPDATE inspections_inspection SET title = 'another'",
    "DELETE FROM inspections_evidence",
    "DROP TABLE inspections_statement",
    "CREATE TABLE visited (address text)",
)


def only_select(execute, sql, params, many, context):
    """Anything but a question is a failure of the page that asked it."""
    assert READING.match(str(sql)), f"a page ran: {sql}"
    return execute(sql, params, many, context)


def visit_everything(client):
    """Every address while anything but SELECT fails; how many were visited."""
    addresses = every_address()
    assert connection.features.supports_json_field  # Django tries once, in a transaction of its own
    for address in addresses:
        with connection.execute_wrapper(only_select):
            response = client.get(address)
            read(response)
        assert response.status_code in {200, 301, 400, 404}, (address, response.status_code)
    return len(addresses)
