"""A role of PostgreSQL that can read the record and nothing else: what a web process logs in as.

The role is held three times: it has SELECT alone, its transactions are read-only to begin with, and it makes
nothing of its own. Tables that a later import makes are readable too, if the same owner makes them.
"""

from __future__ import annotations

import re

from django.db import connection, transaction

NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")
ANSWER_SECONDS, IDLE_SECONDS = 5, 60

STATEMENTS = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE "{role}" LOGIN; END IF;
END $$;
ALTER ROLE "{role}" NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE "{role}" SET default_transaction_read_only = on;
ALTER ROLE "{role}" SET statement_timeout = '{answer}s';
ALTER ROLE "{role}" SET idle_in_transaction_session_timeout = '{idle}s';
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE CREATE, TEMPORARY ON DATABASE "{database}" FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM "{role}";
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM "{role}";
GRANT CONNECT ON DATABASE "{database}" TO "{role}";
GRANT USAGE ON SCHEMA public TO "{role}";
GRANT SELECT ON ALL TABLES IN SCHEMA public TO "{role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO "{role}";
"""


def write_statements(role: str, database: str) -> str:
    """The SQL that makes the role, or brings one that is there to this; to be run by the owner of the record."""
    for name in (role, database):
        if not NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no plain name: small letters, digits and _, at most 63")
    return STATEMENTS.format(role=role, database=database, answer=ANSWER_SECONDS, idle=IDLE_SECONDS).strip()


def make_role(role: str, password: str | None = None) -> None:
    """Run them where ``DATABASE_URL`` leads, all or none; the password goes there as its hash only."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(write_statements(role, str(connection.settings_dict["NAME"])))
        if password:
            hashed = connection.connection.pgconn.encrypt_password(password.encode(), role.encode()).decode()
            cursor.execute(f"ALTER ROLE \"{role}\" PASSWORD '{hashed}'")  # letters, digits and signs that are no quotes
