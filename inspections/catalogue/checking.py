"""One entry of a catalogue file, taken key by key; whatever is wrong is said with file, entry and key."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Protocol, TypeVar

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


class CatalogueError(ValueError):
    """A catalogue file does not say what it must; the message names the file, the entry and the key."""


class Slugged(Protocol):
    @property
    def slug(self) -> str: ...


Kind = TypeVar("Kind", bound=Slugged)


class Entry:
    """A table of a TOML file. Keys are taken once each; ``done`` refuses any that nobody took."""

    def __init__(self, path: Path, table: object, what: str) -> None:
        self.path = path
        if not isinstance(table, dict):
            raise CatalogueError(f"{path.name}: {what}: must be a table, not {table!r}")
        self._left: dict[str, Any] = dict(table)
        name = table.get("slug")
        self.what = f"{what} {name!r}" if name else what

    def wrong(self, key: str, problem: str) -> CatalogueError:
        return CatalogueError(": ".join(part for part in (self.path.name, self.what, key, problem) if part))

    def _take(self, key: str, kind: type, what: str, default: Any) -> Any:
        if key not in self._left:
            if default is ...:
                raise self.wrong(key, f"is missing; it must be {what}")
            return default
        value = self._left.pop(key)
        if type(value) is not kind:
            raise self.wrong(key, f"must be {what}, not {value!r}")
        return value

    def text(self, key: str, default: Any = ...) -> str:
        value = self._take(key, str, "a text", default)
        if default is ... and not value.strip():
            raise self.wrong(key, "must not be empty")
        return str(value)

    def address(self, key: str) -> str:
        value = self.text(key)
        if not value.startswith("https://"):
            raise self.wrong(key, f"must be an address that begins with https://, not {value!r}")
        return value

    def choice(self, key: str, among: Iterable[str], default: Any = ...) -> str:
        value, allowed = self.text(key, default), sorted(among)
        if value not in allowed:
            raise self.wrong(key, f"must be one of {', '.join(allowed)}, not {value!r}")
        return value

    def slug(self, key: str = "slug") -> str:
        value = self.text(key)
        if not SLUG.match(value):
            raise self.wrong(key, f"must be lower-case words joined by hyphens, not {value!r}")
        return value

    def optional_slug(self, key: str) -> str | None:
        return self.slug(key) if key in self._left else None

    def number(self, key: str) -> int | None:
        value = self._take(key, int, "a whole number", None)
        return None if value is None else int(value)

    def day(self, key: str, default: Any = None) -> date | None:
        value: date | None = self._take(key, date, "a date such as 2018-01-01", default)
        return value

    def flag(self, key: str) -> bool:
        return bool(self._take(key, bool, "true or false", False))

    def texts(self, key: str, default: Any = ...) -> tuple[str, ...]:
        values = self._take(key, list, "a list of texts", default)
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.wrong(key, f"must be a list of texts; {value!r} is not one")
        if len(set(values)) != len(values):
            twice = sorted({value for value in values if values.count(value) > 1})
            raise self.wrong(key, f"says {', '.join(map(repr, twice))} more than once")
        return tuple(values)

    def tables(self, key: str, what: str) -> list[Entry]:
        within = f"{self.what}: " if self.what else ""
        return [Entry(self.path, table, f"{within}{what}") for table in self._take(key, list, "tables", [])]

    def table(self, key: str) -> Entry:
        if key not in self._left:
            raise self.wrong(key, "is missing; it must be a table")
        return Entry(self.path, self._left.pop(key), key)

    def left(self) -> tuple[str, ...]:
        """Those that nobody has taken yet, in order."""
        return tuple(self._left)

    def done(self) -> None:
        if self._left:
            raise self.wrong(", ".join(sorted(self._left)), "is not a key this entry can have")


def unique(path: Path, what: str, entries: Iterable[Kind], into: dict[str, Kind], within: str = "") -> None:
    """Put the entries into ``into`` by slug; a slug given twice is an error."""
    for entry in entries:
        if entry.slug in into:
            where = ": ".join(part for part in (path.name, within, f"{what} {entry.slug!r}") if part)
            raise CatalogueError(f"{where}: slug: another {what} has it already")
        into[entry.slug] = entry
