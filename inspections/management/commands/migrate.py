"""Make or update the tables of a database server; a record in a file needs none of it.

Each import makes a complete new file with tables of its own, and the live file is only ever read.
"""

from functools import partial
from typing import Any

from django.core.management.commands import migrate
from django.db import DatabaseError, connections

from inspections.recording.on_a_server import change_tables, is_being_read

BEING_READ = "A table that has to be altered is being read and was not given: run it again when it is little read"


class Command(migrate.Command):
    """Django's ``migrate``, except where the record is a file that is read and never written."""

    def run_from_argv(self, argv: list[str]) -> None:
        """Typed by somebody: what a server refuses is said in a sentence. An import hears of it as it is."""
        try:
            super().run_from_argv(argv)
        except DatabaseError as error:
            if is_being_read(error):
                raise SystemExit(f"{BEING_READ}. What was altered before stays so.") from None
            reason = str(error).strip().split("\n", 1)[0]
            raise SystemExit(f"The database of DATABASE_URL does not answer: {reason}.") from None

    def get_check_kwargs(self, options: Any) -> dict[str, Any]:
        """A file need not be there yet, so it is not asked either."""
        told: dict[str, Any] = super().get_check_kwargs(options)
        return told | {"databases": None} if self._is_a_file(options) else told

    def handle(self, *args: Any, **options: Any) -> None:
        if self._is_a_file(options):
            if options["verbosity"]:
                self.stdout.write("The record is a file with tables of its own: import_sources makes a new one.")
            return
        update = partial(super().handle, *args, **options)
        if connections[options["database"]].vendor == "sqlite":
            update()  # a file that is being built, which nobody reads
        else:
            change_tables(options["database"], update)

    def _is_a_file(self, options: Any) -> bool:
        return bool(getattr(connections[options["database"]], "read_only", False))
