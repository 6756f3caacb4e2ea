"""A complete copy of the edition that stands, in one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from inspections.catalogue import CatalogueError, load
from inspections.management.logged import LoggedCommand
from inspections.recording.backups import back_up
from inspections.recording.publishing import Unpublished


class Command(LoggedCommand):
    help = "Writes the edition that stands, from a file or a server, to one file; also while serving and importing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("target", type=Path, metavar="FILE", help="a new file, or a folder to put one in")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            made = back_up(options["target"], load())
        except (CatalogueError, Unpublished) as error:
            self.stderr.write(f"No backup was made: {error}.")
            raise SystemExit(1) from error
        done = "is in" if made.written else "was already in"
        self.stdout.write(f"Edition {made.edition} {done} {made.path}: {made.size:,} bytes, SHA-256 {made.sha256}")
