"""Back to an earlier edition, by publishing what it held as the next one.

No number is used twice, and an id that came since says that it was withdrawn: no link breaks, and what was wrong for
an hour stays told in the history.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from django.db import DatabaseError

import inspections.reading
from inspections import models
from inspections.catalogue import Catalogue
from inspections.reading.facts import Reading
from inspections.recording.keeping import find_kept, opened, read_number
from inspections.recording.loading import Imported, record_readings
from inspections.recording.publishing import FilePublisher, Unpublished, find_publisher, open_record
from inspections.recording.unchanged import read_held, reading_version

EARLIER = "earlier"  # the connection to an earlier edition


def roll_back(
    catalogue: Catalogue, to: int | None = None, backup: Path | None = None, alias: str = "default"
) -> Imported:
    """Publish, as the next edition, what an earlier one held: the one before, another that is kept, or a backup."""
    with open_record(alias) as database:
        standing = models.Edition.objects.using(database).order_by("-number").first()
        names = set(models.Source.objects.using(database).values_list("file", flat=True))
    if standing is None:
        raise Unpublished("there is no edition yet to go back from")
    earlier = backup or _find_earlier(standing.number, to, alias)
    readings = read_readings(earlier, catalogue)
    gone = sorted(names - {reading.held.name for reading in readings})
    return record_readings(readings, [], catalogue, withdraw=gone, alias=alias)


def _find_earlier(standing: int, to: int | None, alias: str) -> Path:
    publisher = find_publisher(alias)
    if not isinstance(publisher, FilePublisher):
        raise Unpublished("a database server keeps no earlier edition: name a backup, --from FILE")
    kept = {each.number: each.path for each in find_kept(publisher.live) if each.number != standing}
    wanted = standing - 1 if to is None else to
    if wanted not in kept:
        held = f"kept are {', '.join(map(str, kept))}" if kept else "none is kept"
        raise Unpublished(f"edition {wanted} is not kept beside {publisher.live} ({held}): name a backup, --from FILE")
    return kept[wanted]


def read_readings(file: Path, catalogue: Catalogue) -> Sequence[Reading]:
    """What a record in a file read from its sources; read again where this program reads otherwise."""
    if read_number(file) is None:
        raise Unpublished(f"{file} holds no edition of a record")
    with opened(file, EARLIER) as database:
        try:
            edition = models.Edition.objects.using(database).order_by("-number")[0]
            names = list(models.Source.objects.using(database).order_by("pk").values_list("file", flat=True))
            readings = read_held(names, database)
        except (DatabaseError, sqlite3.Error, ValueError) as error:
            raise Unpublished(f"{file} cannot be read as a record ({error})") from error
    if edition.read_with == reading_version():
        return readings
    return [inspections.reading.read(reading.held, catalogue) for reading in readings]
