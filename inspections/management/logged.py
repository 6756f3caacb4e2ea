"""A command whose end is an event of the log: which, how it ended, how long it took, which edition stands.

From the command line it gives way to the site, which may be served by the same machine.
"""

from __future__ import annotations

import logging
import os
import time
from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError

from inspections import models

LOG = logging.getLogger("inspections.commands")
GIVES_WAY = 5  # added to its niceness: visitors come first


class LoggedCommand(BaseCommand):
    """Its problems are on standard error in any case; its event is for whoever reads logs (``LOG_LEVEL=info``)."""

    requires_system_checks: list[str] = []

    def run_from_argv(self, argv: list[str]) -> None:
        os.nice(GIVES_WAY)
        super().run_from_argv(argv)

    def execute(self, *args: Any, **options: Any) -> str | None:
        started, ended = time.monotonic(), 1
        try:
            answer: str | None = super().execute(*args, **options)
            ended = 0
            return answer
        except SystemExit as left:
            ended = left.code if isinstance(left.code, int) else 1
            raise
        finally:
            if LOG.isEnabledFor(logging.INFO):
                told = {"ended": ended, "seconds": round(time.monotonic() - started, 2), "edition": _number()}
                LOG.info(type(self).__module__.rpartition(".")[2], extra={"told": told})


def _number() -> int | None:
    with suppress(DatabaseError):
        newest = models.Edition.objects.order_by("-number").values_list("number", flat=True).first()
        return newest and int(newest)
    return None
