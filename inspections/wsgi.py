"""The door for a web server: ``gunicorn inspections.wsgi``."""

import os
import secrets
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inspections.settings")

QUICKLY = {"server_side_binding": True, "prepare_threshold": 5}  # a question asked so often is prepared by the server


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


# A web process only reads. One replica for its whole life: two would show two editions in one visit.
if settings.REPLICAS:
    settings.DATABASES["default"] = secrets.choice(settings.REPLICAS)
settings.DATABASES["default"] = for_reading(settings.DATABASES["default"])

application = get_wsgi_application()
