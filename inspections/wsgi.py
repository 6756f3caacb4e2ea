"""The door for a web server: ``gunicorn inspections.wsgi``."""

import os
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from inspections.postgresql_record.addresses import Addresses

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inspections.settings")

QUICKLY = {"server_side_binding": True, "prepare_threshold": 5}  # a question asked so often is prepared by the server
SOON_KNOWN = {"connect_timeout": 2, "tcp_user_timeout": settings.ANSWER_SECONDS * 1000}  # that a machine is gone


def for_reading(database: dict[str, Any]) -> dict[str, Any]:
    """The database as a web process opens it: a server refuses its writes and stops a question that takes too long;
    what is asked again is prepared (``inspections/postgresql_record``).

    A record in a file is opened read-only in any case (``inspections/sqlite_record``).
    """
    if "postgresql" not in database["ENGINE"]:
        return database
    milliseconds = settings.ANSWER_SECONDS * 1000
    given = database.get("OPTIONS", {})
    refusals = (
        f"-c default_transaction_read_only=on -c statement_timeout={milliseconds} "
        f"-c idle_in_transaction_session_timeout={milliseconds * 12} -c jit=off "
        f"-c plan_cache_mode=force_generic_plan"
    )
    options = {**QUICKLY, **given, "options": f"{given.get('options', '')} {refusals}".strip()}
    return {**database, "ENGINE": "inspections.postgresql_record", "OPTIONS": options}


def with_replicas(primary: dict[str, Any], replicas: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The database as a web process opens it, from whichever of the replicas answers, else from the primary."""
    if not replicas:
        return for_reading(primary)
    *others, last = [
        for_reading(each | {"OPTIONS": SOON_KNOWN | each.get("OPTIONS", {})}) for each in [*replicas, primary]
    ]
    return {**last, "ADDRESSES": Addresses(others, last)}


# A web process only reads: from one of the replicas at a time, since two would show two editions in one visit.
settings.DATABASES["default"] = with_replicas(settings.DATABASES["default"], settings.REPLICAS)

application = get_wsgi_application()
