"""Read sources and publish one new edition of the record."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings

from inspections.catalogue import CatalogueError, load
from inspections.management.logged import LoggedCommand
from inspections.reading.crew import CORES, number_of_processes
from inspections.reading.readers import BrokenReader
from inspections.recording.editing import MERGES, told
from inspections.recording.loading import Refused, import_sources
from inspections.recording.progress import watch
from inspections.recording.publishing import Unpublished
from inspections.recording.report import problem_lines, refusal_as_json


class Command(LoggedCommand):
    help = "Reads files and folders (default: seeds/) and publishes one new edition, all of it or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add = parser.add_argument
        add("paths", nargs="*", type=Path, metavar="PATH", help="files and folders")
        add("--dry-run", action="store_true", help="read and show what was read, write nothing")
        add("--json", action="store_true", help="the report as JSON on standard output")
        add("--skip-unreadable", action="store_true", help="publish the rest, list what was left out")
        add("--explain", nargs="?", const=MERGES, type=Path, metavar="PATH", help="one document, or every merge")
        add("--workers", type=number_of_processes, default=CORES, metavar="N", help="processes that read (the cores)")
        add("--withdraw", action="append", default=[], metavar="NAME", help="take a source off the record")

    def handle(self, *args: Any, **options: Any) -> None:
        explained, withdraw = options["explain"], options["withdraw"]
        merges, explained = explained == MERGES, None if explained == MERGES else explained
        paths = [explained] if explained else options["paths"] or ([] if withdraw else [settings.ROOT / "seeds"])
        try:
            catalogue = load()
            imported = import_sources(
                paths, catalogue, withdraw=withdraw, dry_run=options["dry_run"] or bool(explained),
                skip_unreadable=options["skip_unreadable"], progress=watch(sys.stderr), workers=options["workers"],
                whole=merges,
            )  # fmt: skip
        except Refused as refused:
            if options["json"]:
                self.stdout.write(json.dumps(refusal_as_json(refused.unreadable), ensure_ascii=False))
            self.stderr.write("\n".join([*problem_lines(refused.unreadable), "Nothing was written."]))
            raise SystemExit(1) from refused
        except KeyboardInterrupt:
            self.stderr.write("Stopped: nothing was written.")
            raise SystemExit(130) from None
        except (CatalogueError, BrokenReader, Unpublished) as unpublished:
            self.stderr.write(f"Nothing was published: {unpublished}.")
            raise SystemExit(1) from unpublished
        self.stderr.write("\n".join(problem_lines(imported.left_out)), ending="\n" if imported.left_out else "")
        choice = "merges" if merges else "explain" if explained else "json" if options["json"] else "lines"
        self.stdout.write("\n".join(told(imported, catalogue, choice, self.stdout.isatty())))
