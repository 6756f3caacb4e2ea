"""Go back to the edition before: what it held is published as the next one."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from inspections.catalogue import CatalogueError, load
from inspections.management.logged import LoggedCommand
from inspections.recording.going_back import roll_back
from inspections.recording.loading import Refused
from inspections.recording.publishing import Unpublished
from inspections.recording.report import problem_lines


class Command(LoggedCommand):
    help = "Publishes, as the next edition, what an earlier one held: the one before, unless told otherwise."

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--to", type=int, metavar="N", help="this edition, if it is kept beside the record")
        which.add_argument("--from", type=Path, dest="backup", metavar="FILE", help="the edition in a backup")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            imported = roll_back(load(), options["to"], options["backup"])
        except Refused as refused:
            self.stderr.write("\n".join([*problem_lines(refused.unreadable), "Nothing was written."]))
            raise SystemExit(1) from refused
        except (CatalogueError, Unpublished) as unpublished:
            self.stderr.write(f"Nothing was changed: {unpublished}.")
            raise SystemExit(1) from unpublished
        edition = imported.edition
        assert edition is not None
        if not imported.published:
            self.stdout.write(f"Edition {edition.number} holds the same: it stands.")
            return
        self.stdout.write(
            f"Edition {edition.number} published, as the record was: {edition.added} added, {edition.changed} changed, "
            f"{edition.withdrawn} withdrawn."
        )
