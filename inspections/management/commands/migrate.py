"""Make or update the tables of a database server; a record in a file needs none of it.

Each import makes a complete new file with tables of its own, and the live file is only ever read.
"""

from typing import Any

from django.core.management.commands import migrate
from django.db import DatabaseError, connections


class Command(migrate.Command):
    """Django's ``migrate``, except where the record is a file that is read and never written."""

    def run_from_argv(self, argv: list[str]) -> None:
        """Typed by somebody: a server that cannot be reached is said in a sentence. An import hears of it as it is."""
        try:
            super().run_from_argv(argv)
        except DatabaseError as error:
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
        super().handle(*args, **options)

    def _is_a_file(self, options: Any) -> bool:
        return bool(getattr(connections[options["database"]], "read_only", False))
