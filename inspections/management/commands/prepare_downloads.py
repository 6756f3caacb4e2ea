"""Write the whole record as files for ``/data/``: once for each edition, on each machine that serves it."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.test import Client

from inspections.models import Edition
from inspections.recording.downloads import write_downloads

AGAIN = "Nothing was replaced. Run again: python manage.py prepare_downloads"


class Command(BaseCommand):
    help = "Writes the record's downloads as CSV, JSON lines, SQLite and Parquet into DOWNLOADS."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        edition = Edition.objects.first()
        if edition is None:
            raise CommandError("There is no record yet. Run: python manage.py import_sources")
        try:
            ask = partial(ask_the_site, edition)
            files = write_downloads(ask, Path(settings.DOWNLOADS), edition.number, edition.digest)
        except OperationalError as error:  # also where a new edition breaks an answer off
            raise CommandError(f"The record was not read to its end ({error}). {AGAIN}") from error
        except OSError as error:
            raise CommandError(f"{settings.DOWNLOADS} cannot be written to: {error.strerror or error}") from error
        for file in files:
            self.stdout.write(f"{file.name:24} {file.rows:>10,} rows {file.size:>14,} bytes  {file.sha256[:12]}")


def ask_the_site(edition: Edition, address: str) -> Iterable[bytes]:
    """What a visitor of this edition would get: a download is the site's own answer, kept."""
    host = next((name for name in settings.ALLOWED_HOSTS if not name.startswith((".", "*"))), "localhost")
    answer = Client(headers={"host": host}).get(address, secure=True)
    if answer.status_code != 200:
        raise CommandError(f"{address} answered {answer.status_code}")
    answering = answer.wsgi_request.edition  # type: ignore[attr-defined, unused-ignore]
    if (answering.number, answering.digest) != (edition.number, edition.digest):
        answer.close()
        raise CommandError(f"Edition {answering.number} took the place of {edition.number} meanwhile. {AGAIN}")
    pieces: Iterable[bytes] = answer.streaming_content if answer.streaming else [answer.content]  # type: ignore[attr-defined, unused-ignore]
    return pieces
