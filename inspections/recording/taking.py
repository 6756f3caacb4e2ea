"""What an import is given: the files that are new, and those that the record holds as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import inspections.reading
from inspections import models
from inspections.catalogue import Catalogue
from inspections.reading.facts import Reading, Unreadable
from inspections.reading.long_tables import LONG
from inspections.recording.growing import is_possible
from inspections.recording.progress import Progress
from inspections.recording.publishing import Publisher
from inspections.recording.unchanged import find_held, find_read_with, find_unchanged, read_held, reading_version


@dataclass(frozen=True)
class Taken:
    """What is new among the files named, and the names of those that the record holds as they are."""

    read: list[Reading]
    unreadable: list[Unreadable]
    known: list[str] = field(default_factory=list)

    def all(self, found: Sequence[Path], database: str | None) -> list[Reading]:
        """Every reading, also of what is known, in the order of the files."""
        return in_order([*(read_held(self.known, database) if database else []), *self.read], found)


def in_order(readings: Iterable[Reading], found: Sequence[Path]) -> list[Reading]:
    """Readings as their files were named."""
    place = {path.name: at for at, path in enumerate(found)}
    return sorted(readings, key=lambda reading: place.get(reading.held.name, 0))


def take_files(
    found: Sequence[Path],
    catalogue: Catalogue,
    database: str | None,
    workers: int,
    progress: Progress | None,
    publisher: Publisher | None = None,
) -> Taken:
    """The readings of all files but those that the record holds already, and what cannot be read.

    Where they are little, the ``publisher`` prepares itself meanwhile for an edition made by difference.
    """
    edition = newest_edition(database)
    known = find_unchanged(found, find_held(database)) if database and edition else []
    if database and reading_version() not in find_read_with(database):
        known = []
    named = set(known)
    new = [path for path in found if path not in named]
    if database and publisher and publisher.current and _are_short(new) and is_possible(database):
        publisher.prepare_growth()
    read, refused = inspections.reading.read_paths(new, catalogue, workers, progress)
    return Taken(list(read), list(refused), [path.name for path in known])


def _are_short(files: Sequence[Path]) -> bool:
    """Is there anything to read, and no long table among it?"""
    return bool(files) and all(file.is_file() and file.stat().st_size <= LONG for file in files)


def newest_edition(database: str | None) -> models.Edition | None:
    """The edition that stands; None where there is none yet."""
    return models.Edition.objects.using(database).order_by("-number").first() if database else None
