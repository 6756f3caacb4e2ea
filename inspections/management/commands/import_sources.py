"""Read sources and publish one new edition of the record."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from inspections.catalogue import CatalogueError, load
from inspections.recording.explaining import explain
from inspections.recording.loading import Refused, import_sources
from inspections.recording.progress import watch
from inspections.recording.publishing import Unpublished
from inspections.recording.report import problem_lines, refused_as_json, report_as_json, report_lines


class Command(BaseCommand):
    help = "Reads files and folders (default: seeds/) and publishes one new edition, all of it or nothing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files and folders")
        parser.add_argument("--dry-run", action="store_true", help="read and report, write nothing")
        parser.add_argument("--json", action="store_true", help="the report as JSON on standard output")
        parser.add_argument("--skip-unreadable", action="store_true", help="publish the rest, list what was left out")
        parser.add_argument("--explain", type=Path, metavar="PATH", help="show the reading of one document in full")
        parser.add_argument(
            "--withdraw", action="append", default=[], metavar="NAME", help="take a source off the record"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        explained, withdraw = options["explain"], options["withdraw"]
        paths = [explained] if explained else options["paths"] or ([] if withdraw else [settings.ROOT / "seeds"])
        try:
            imported = import_sources(
                paths, load(), withdraw=withdraw, dry_run=options["dry_run"] or bool(explained),
                skip_unreadable=options["skip_unreadable"], progress=watch(sys.stderr),
            )  # fmt: skip
        except Refused as refused:
            if options["json"]:
                sources = [refused_as_json(each) for each in refused.unreadable]
                self.stdout.write(json.dumps({"edition": None, "sources": sources, "totals": {}}, ensure_ascii=False))
            self.stderr.write("\n".join(problem_lines(refused.unreadable)))
            self.stderr.write("Nothing was written.")
            raise SystemExit(1) from refused
        except (CatalogueError, Unpublished) as unpublished:
            self.stderr.write(f"Nothing was published: {unpublished}.")
            raise SystemExit(1) from unpublished
        self.stderr.write("\n".join(problem_lines(imported.left_out)), ending="\n" if imported.left_out else "")
        if explained:
            self.stdout.write("\n".join(explain(imported.readings, imported.built.decisions)))
        elif options["json"]:
            self.stdout.write(json.dumps(report_as_json(imported), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(report_lines(imported)))
