"""Earlier editions of a record in a file, kept beside it under their numbers.

The live file is never changed, so keeping it costs one more name for it (a hard link), and its space only once
another file has taken its place.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import DatabaseError, connections


@dataclass(frozen=True)
class Kept:
    """An earlier edition and the file that holds it."""

    number: int
    path: Path


def find_kept(live: Path) -> list[Kept]:
    """The editions kept beside a record, oldest first."""
    name = re.compile(rf"{re.escape(live.name)}-edition-(\d+)")
    found = [(name.fullmatch(path.name), path) for path in live.parent.iterdir()] if live.parent.is_dir() else []
    return sorted((Kept(int(match[1]), path) for match, path in found if match), key=lambda kept: kept.number)


def keep(live: Path) -> None:
    """Give the live file a second name, under which it stays when another takes its place."""
    number = read_number(live)
    if number is None or not settings.KEPT_EDITIONS:
        return
    kept = live.with_name(f"{live.name}-edition-{number}")
    with suppress(OSError):  # a file system without hard links keeps none; publishing goes on
        kept.unlink(missing_ok=True)
        kept.hardlink_to(live)


def drop_oldest(live: Path) -> None:
    """Only so many stay as the setting says; the one that is live is none of them."""
    standing = read_number(live)
    earlier = [kept for kept in find_kept(live) if kept.number != standing]
    for kept in earlier[: max(0, len(earlier) - settings.KEPT_EDITIONS)]:
        with suppress(OSError):
            kept.path.unlink()


def read_number(file: Path) -> int | None:
    """The number of the edition in a file; None when there is no record in it."""
    if not file.is_file():
        return None
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file))}?mode=ro&immutable=1", uri=True)) as opened:
            number: int | None = opened.execute("SELECT max(number) FROM inspections_edition").fetchone()[0]
            return number
    except sqlite3.Error:
        return None


@contextmanager
def opened(path: Path, alias: str, writable: bool = False) -> Iterator[str]:
    """A connection to a record in a file of its own."""
    like = connections.settings["default"]
    options = {"writable": True} if writable else {}
    connections.settings[alias] = {
        **like, "ENGINE": settings.DATABASE_ENGINES["sqlite"], "NAME": str(path), "OPTIONS": options,
        "CONN_MAX_AGE": 0, "USER": "", "PASSWORD": "", "HOST": "", "PORT": "",
    }  # fmt: skip
    try:
        yield alias
    finally:
        with suppress(DatabaseError):
            connections[alias].close()
        del connections[alias]
        del connections.settings[alias]
