"""The role that web processes log in as on PostgreSQL: it reads the record and nothing else."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error, connection

from inspections.recording.reader_role import make_role, write_statements


class Command(BaseCommand):
    help = "Prints the SQL that makes a role with SELECT alone; with --run, runs it where DATABASE_URL leads."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("role", metavar="NAME", help="its password: READER_PASSWORD, or \\password in psql")
        parser.add_argument("--run", action="store_true", help="run the SQL instead of printing it")

    def handle(self, *args: Any, **options: Any) -> None:
        role = options["role"]
        if connection.vendor != "postgresql":
            self.stderr.write("A record in a file needs no role: web processes open it read-only.")
            raise SystemExit(1)
        try:
            if not options["run"]:
                self.stdout.write(write_statements(role, str(connection.settings_dict["NAME"])))
                return
            make_role(role, password := os.environ.get("READER_PASSWORD", ""))
        except (ValueError, Error) as error:
            self.stderr.write(f"No role was made: {str(error).strip()}")
            raise SystemExit(1) from error
        known = "Its password is READER_PASSWORD." if password else f"Set its password in psql: \\password {role}"
        self.stdout.write(f"{role} reads the record and writes nothing. {known}")
