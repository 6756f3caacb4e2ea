"""Which files does the record hold already, byte for byte and with the same sidecar? They need no reading."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.db.models import Q

import inspections
from inspections import models
from inspections.reading import facts
from inspections.reading.facts import Reading, Unreadable
from inspections.reading.long_tables import LONGEST
from inspections.reading.serialise import read, write
from inspections.reading.sources import LARGEST_FILE, read_sidecar
from inspections.recording.columns import read_reading, read_source
from inspections.text import Span

# another version of any of these may take another text from the same bytes
TAKING_TEXT = ("pypdfium2", "python-calamine", "trafilatura")
CHUNK = 1 << 20


@dataclass(frozen=True)
class Held:
    """What the record holds of one source, by which its file is known again."""

    sha256: str
    sidecar: Mapping[str, Any]


def find_held(database: str) -> dict[str, Held]:
    """Every source of the record by its file's name."""
    rows = models.Source.objects.using(database).values_list("file", "sha256", "sidecar")
    return {file: Held(sha256, sidecar) for file, sha256, sidecar in rows}


def find_read_with(database: str) -> frozenset[str]:
    """Every make of the reading code that is known to read the standing edition from its sources."""
    edition = models.Edition.objects.using(database).order_by("-number").first()
    noted = models.ReadAgain.objects.using(database).values_list("read_with", flat=True)
    return frozenset([edition.read_with, *noted]) if edition else frozenset()


def find_unchanged(files: Iterable[Path], held: Mapping[str, Held]) -> list[Path]:
    """The files that stand in the record as they are. Which one stands is not known where two have one name."""
    named: dict[str, list[Path]] = {}
    for file in files:
        named.setdefault(file.name, []).append(file)
    alone = [each[0] for each in named.values() if len(each) == 1]
    return [file for file in alone if file.name in held and _is_same(file, held[file.name])]


def _is_same(file: Path, held: Held) -> bool:
    try:
        most = LONGEST if file.suffix.lower() == ".csv" else LARGEST_FILE
        if not file.is_file() or file.stat().st_size > most:
            return False
        return _hash(file) == held.sha256 and write(read_sidecar(file)) == held.sidecar
    except (OSError, Unreadable):
        return False  # reading it says what is wrong


def _hash(file: Path) -> str:
    sha = hashlib.sha256()
    with file.open("rb") as opened:
        while chunk := opened.read(CHUNK):
            sha.update(chunk)
    return sha.hexdigest()


def read_held(names: Sequence[str], database: str) -> list[Reading]:
    """The stored readings of these sources, in their order."""
    found = {file: read_reading(reading, text, packed) for file, reading, text, packed in _kept(names, database)}
    return [found[name] for name in names]


def read_sources(names: Sequence[str], database: str) -> list[facts.Held]:
    """These sources as they are held, in their order; what was read of them is not looked at."""
    found = {file: read_source(reading, text, packed) for file, reading, text, packed in _kept(names, database)}
    return [found[name] for name in names]


def _kept(names: Sequence[str], database: str) -> Iterator[tuple[str, str, str, bytes]]:
    """The name, the reading as it is kept, the text and the packed text of each."""
    rows = models.Source.objects.using(database).only("file", "text", "reading")
    long = models.LongText._default_manager.using(database)
    for start in range(0, len(names), 500):
        for row in rows.filter(Q(file__in=names[start : start + 500])).iterator():
            packed = b"" if row.text else long.filter(pk=row.pk).values_list("packed", flat=True).first() or b""
            yield row.file, row.reading, row.text, bytes(packed)


class HeldReadings(Mapping[str, Reading]):
    """The stored readings of a record by the names of their files, in the order of its sources.

    They are read when they are asked for, and kept, but for those of long tables.
    """

    def __init__(self, database: str) -> None:
        self.database = database
        rows = models.Source.objects.using(database).order_by("pk").values_list("pk", "received", "file")
        self.names = dict.fromkeys(
            file for _, received, file in sorted(rows, key=lambda row: (row[1] or date.max, row[2]))
        )
        self.kept: dict[str, Reading] = {}

    def __getitem__(self, name: str) -> Reading:
        if name not in self.names:
            raise KeyError(name)
        if name not in self.kept:
            (reading,) = read_held([name], self.database)
            if reading.held.packed:
                return reading
            self.kept[name] = reading
        return self.kept[name]

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


COUNTED = ("inspections", "judgements", "statements", "passages")


def read_known(names: Sequence[str], database: str) -> tuple[list[Reading], dict[str, dict[str, int]]]:
    """What a report says of sources that stand as they are: readings without their facts, and how many these are.

    A text is read only where a warning marks words of it.
    """
    columns = ("pk", "file", "media_type", "sha256", "sidecar", "reader", "kind", "warnings", "counts")
    readings: list[Reading] = []
    numbers: dict[str, dict[str, int]] = {}
    sources = models.Source.objects.using(database)
    for start in range(0, len(names), 500):
        for row in sources.filter(Q(file__in=names[start : start + 500])).only(*columns).iterator():
            marked = any(each["start"] is not None for each in row.warnings)
            text = sources.values_list("text", flat=True).get(pk=row.pk) if marked else ""
            held = facts.Held(row.file, row.media_type, row.sha256, text, read(facts.Sidecar, row.sidecar))
            warnings = tuple(
                facts.Warned(
                    each["code"],
                    each["message"],
                    Span(each["start"], each["end"]) if each["start"] is not None else None,
                )
                for each in row.warnings
            )
            readings.append(Reading(held, row.reader, row.kind, None, None, warnings=warnings))
            numbers[row.file] = {name: row.counts[name] for name in COUNTED}
    return readings, numbers


@cache
def program_version() -> str:
    """SHA-256 of all that makes rows of readings, and of all that makes readings of files."""
    package = Path(inspections.__file__).parent
    sha = hashlib.sha256(reading_version().encode())
    for path in sorted(
        [*package.glob("*.py"), *(package / "recording").glob("*.py"), *(package / "quotes").glob("*.py")]
    ):
        sha.update(f"{path.relative_to(package).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return sha.hexdigest()


@cache
def reading_version() -> str:
    """SHA-256 of all that turns a file into a reading: the reading code, the catalogue, what takes text from files."""
    package = Path(inspections.__file__).parent
    sha = hashlib.sha256()
    for folder in ("reading", "catalogue"):
        for path in sorted((package / folder).rglob("*")):
            if path.suffix in {".py", ".toml", ".csv"}:
                sha.update(f"{path.relative_to(package).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    sha.update((package / "text.py").read_bytes())
    for library in TAKING_TEXT:
        sha.update(f"{library} {version(library)}\0".encode())
    return sha.hexdigest()
