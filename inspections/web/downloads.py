"""The whole-record files of the edition that is served, where this machine has them.

They are made by ``prepare_downloads``, never by a request: a web process may stand on a file system that nothing
can write to, and a million rows are not made while a visitor waits. Where they are missing, no page links to them.
A list's CSV is cut out of the whole one where that is at hand, and written from the record's rows where it is not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse

from inspections.lines import Lines, program
from inspections.web.answers import edition_of
from inspections.web.edition import held_by_edition
from inspections.web.exports import INSPECTION_COLUMNS, write_head
from inspections.web.selection import the_membership

MANIFEST = "manifest.json"
PIECE = 1 << 18
MEDIA = {
    "csv": ("CSV", "text/csv; charset=utf-8"),
    "jsonl": ("JSON lines", "application/jsonl; charset=utf-8"),
    "parquet": ("Parquet", "application/vnd.apache.parquet"),
    "sqlite3": ("SQLite", "application/vnd.sqlite3"),
}


@dataclass(frozen=True)
class Download:
    """One finished file."""

    name: str
    size: int
    sha256: str
    rows: int

    @property
    def url(self) -> str:
        return f"/data/{self.name}"

    @property
    def table(self) -> str:
        return self.name.partition(".")[0]

    @property
    def ending(self) -> str:
        return self.name.rpartition(".")[2]

    @property
    def format(self) -> str:
        return MEDIA[self.ending][0]

    @property
    def media(self) -> str:
        return MEDIA[self.ending][1]


def prepared_downloads(request: HttpRequest) -> tuple[Download, ...]:
    """Every finished file of the edition that is served; none where this machine has none.

    Another edition may have had the same digest, as one that was gone back to has: its rows say another number.
    """
    edition, told = edition_of(request), _read_manifest(_place(request))
    if edition is None or told.get("edition") != edition.number:
        return ()
    return tuple(Download(**file) for file in told.get("files", ()) if file["name"].rpartition(".")[2] in MEDIA)


def prepared_lines(request: HttpRequest) -> Lines | None:
    """The lines of every inspection of the edition that is served, as this program writes them, where they are made."""
    kept = _lines()
    if not kept:
        edition, place = edition_of(request), _place(request)
        told = _read_manifest(place)
        if (
            edition is None
            or place is None
            or (told.get("edition"), told.get("program")) != (edition.number, program())
        ):
            return None
        try:
            lines = Lines(place)
        except (OSError, ValueError):
            return None
        head, many = write_head(INSPECTION_COLUMNS).encode(), len(the_membership().everything)
        if not lines.fits(head, many, edition.number):
            return None
        kept.append(lines)
    return kept[0]


@held_by_edition
def _lines() -> list[Lines]:
    """Once they are found: they may be made while the edition is served."""
    return []


def download(request: HttpRequest, name: str) -> HttpResponseBase:
    """A finished file, read a piece at a time."""
    found = next((file for file in prepared_downloads(request) if file.name == name), None)
    place = _place(request)
    if found is None or place is None:
        raise Http404(f"The file {name} of this edition is not prepared on this machine.")

    def pieces() -> Iterator[bytes]:
        with (place / name).open("rb") as file:
            while piece := file.read(PIECE):
                yield piece

    edition = edition_of(request)
    day = f"-{edition.published.date().isoformat()}" if edition else ""
    answer = StreamingHttpResponse(pieces(), content_type=found.media)
    answer.headers["Content-Length"] = str(found.size)
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.table}{day}.{found.ending}"'
    return answer


def _read_manifest(place: Path | None) -> dict[str, Any]:
    """What is told of the finished files; nothing where there are none."""
    try:
        told: dict[str, Any] = json.loads((place / MANIFEST).read_text(encoding="utf-8")) if place else {}
    except (OSError, ValueError):
        return {}
    return told


def _place(request: HttpRequest) -> Path | None:
    edition = edition_of(request)
    return Path(settings.DOWNLOADS) / edition.digest if edition else None
