"""A backup in the record's place, after the audit."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from inspections.catalogue import CatalogueError, load
from inspections.management.logged import LoggedCommand
from inspections.recording.backups import restore
from inspections.recording.publishing import Unpublished


class Command(LoggedCommand):
    help = "Puts a backup, or an edition kept beside the record, in the record's place; refused, it changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("backup", type=Path, metavar="FILE", help="a file that backup_record wrote")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            restored = restore(options["backup"], load())
        except (CatalogueError, Unpublished) as error:
            self.stderr.write(f"Nothing was restored: {error}.")
            raise SystemExit(1) from error
        before = f"in place of edition {restored.before}" if restored.before else "where no record stood"
        self.stdout.write(f"Edition {restored.edition.number} stands, {before}. Digest {restored.edition.digest}")
