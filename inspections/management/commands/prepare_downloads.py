"""Write the whole record as files for ``/data/``: once for each edition, on each machine that serves it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.test import Client

from inspections.models import Edition
from inspections.recording.downloads import write_downloads


class Command(BaseCommand):
    help = "Writes the record's downloads as CSV, JSON lines, SQLite and Parquet into DOWNLOADS."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        edition = Edition.objects.first()
        if edition is None:
            raise CommandError("There is no record yet. Run: python manage.py import_sources")
        try:
            files = write_downloads(ask_the_site, Path(settings.DOWNLOADS), edition.number, edition.digest)
        except OSError as error:
            raise CommandError(f"{settings.DOWNLOADS} cannot be written to: {error.strerror or error}") from error
        for file in files:
            self.stdout.write(f"{file.name:24} {file.rows:>10,} rows {file.size:>14,} bytes  {file.sha256[:12]}")


def ask_the_site(address: str) -> Iterable[bytes]:
    """What a visitor would get: a download is the site's own answer, kept."""
    host = next((name for name in settings.ALLOWED_HOSTS if not name.startswith((".", "*"))), "localhost")
    answer = Client(headers={"host": host}).get(address, secure=True)
    if answer.status_code != 200:
        raise CommandError(f"{address} answered {answer.status_code}")
    pieces: Iterable[bytes] = answer.streaming_content if answer.streaming else [answer.content]  # type: ignore[attr-defined, unused-ignore]
    return pieces
