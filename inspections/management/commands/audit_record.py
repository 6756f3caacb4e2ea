"""Check every span, quotation, grade and date of the record against the held texts."""

from typing import Any

from inspections.catalogue import CatalogueError, load
from inspections.management.logged import LoggedCommand
from inspections.recording.audit import audit_record
from inspections.recording.publishing import Unpublished, open_record
from inspections.recording.report import audit_lines


class Command(LoggedCommand):
    help = "Re-checks the record; non-zero when anything in it is false."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            catalogue = load()
            with open_record() as alias:
                audited = audit_record(catalogue, alias)
        except (CatalogueError, Unpublished) as unreadable:
            self.stderr.write(f"{unreadable}.")
            raise SystemExit(1) from unreadable
        self.stdout.write("\n".join(audit_lines(audited)))
        if audited.false:
            raise SystemExit(1)
