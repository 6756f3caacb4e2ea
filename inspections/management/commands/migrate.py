"""Make or update the tables of a database server; a record in a file needs none of it.

Each import makes a complete new file with tables of its own, and the live file is only ever read.
"""

from typing import Any

from django.core.management.commands import migrate
from django.db import connections


class Command(migrate.Command):
    """Django's ``migrate``, except where the record is a file that is read and never written."""

    def handle(self, *args: Any, **options: Any) -> None:
        if getattr(connections[options["database"]], "read_only", False):
            if options["verbosity"]:
                self.stdout.write("The record is a file with tables of its own: import_sources makes a new one.")
            return
        super().handle(*args, **options)
