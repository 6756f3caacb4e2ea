"""Reads ``authorities.csv``: every upper-tier authority of England that has existed since 2009.

A row is one body from opening to closing. ``closed`` is its last day. ``gss_codes`` lists every code with
its days ("E08000016:2009-01-01..2025-04-30 E08000038:2025-05-01.."); lists of names and slugs use "|".
``careful`` are those of its names that mean something else without a council's word beside them.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

from inspections.catalogue.checking import SLUG, CatalogueError
from inspections.catalogue.types import Authority

COLUMNS = (
    "slug", "gss", "gss_codes", "dfe", "name", "official_name", "other_names", "careful",
    "kind", "region", "opened", "closed", "successors",
)  # fmt: skip
KINDS = ("metropolitan district", "unitary", "county", "London borough", "City of London", "Isles of Scilly")
REGIONS = (
    "North East", "North West", "Yorkshire and The Humber", "East Midlands", "West Midlands",
    "East of England", "London", "South East", "South West",
)  # fmt: skip
_CODE = re.compile(r"(E\d{8}):(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?\Z")


def read_authorities(path: Path) -> dict[str, Authority]:
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        if tuple(table.fieldnames or ()) != COLUMNS:
            raise CatalogueError(f"{path.name}: line 1: the columns must be {', '.join(COLUMNS)}")
        rows = list(table)
    came_from: dict[str, list[str]] = {}
    for row in rows:
        for successor in _list(row["successors"]):
            came_from.setdefault(successor, []).append(row["slug"])
    found: dict[str, Authority] = {}
    for line, row in enumerate(rows, start=2):
        authority = _Row(path, line, row).authority(tuple(came_from.get(row["slug"], ())))
        if authority.slug in found:
            raise CatalogueError(f"{path.name}: line {line} {authority.slug!r}: slug: is given to another row already")
        found[authority.slug] = authority
    for unknown in sorted(came_from.keys() - found.keys()):
        raise CatalogueError(f"{path.name}: {came_from[unknown][0]!r}: successors: there is no authority {unknown!r}")
    return found


class _Row:
    """One line of the file; every complaint names the line, the slug and the column."""

    def __init__(self, path: Path, line: int, row: dict[str, str]) -> None:
        self.where, self.row = f"{path.name}: line {line} {row['slug']!r}", row
        if None in row or None in row.values():
            raise CatalogueError(f"{self.where}: must have {len(COLUMNS)} cells")

    def wrong(self, column: str, problem: str) -> CatalogueError:
        return CatalogueError(f"{self.where}: {column}: {problem}")

    def authority(self, predecessors: tuple[str, ...]) -> Authority:
        row = self.row
        if not SLUG.match(row["slug"]):
            raise self.wrong("slug", "must be lower-case words joined by hyphens")
        codes = self.codes()
        if row["gss"] != (codes[-1][0] if codes else ""):
            raise self.wrong("gss", "must be the last of gss_codes")
        if not re.match(r"(?:\d{3})?\Z", row["dfe"]):
            raise self.wrong("dfe", f"must be three figures, not {row['dfe']!r}")
        for column, among in (("kind", KINDS), ("region", REGIONS)):
            if row[column] not in among:
                raise self.wrong(column, f"must be one of {', '.join(among)}, not {row[column]!r}")
        for column in ("name", "official_name"):
            if not row[column].strip():
                raise self.wrong(column, "must not be empty")
        authority = Authority(
            slug=row["slug"], gss=row["gss"], gss_codes=codes, dfe=row["dfe"], name=row["name"],
            official_name=row["official_name"], other_names=_list(row["other_names"]), kind=row["kind"],
            region=row["region"], opened=self.day("opened", row["opened"]), closed=self.day("closed", row["closed"]),
            predecessors=predecessors, successors=_list(row["successors"]), careful=_list(row["careful"]),
        )  # fmt: skip
        for name in authority.careful:
            if name not in authority.names:
                raise self.wrong("careful", f"{name!r} is not one of its names")
        if authority.opened and authority.closed and authority.closed < authority.opened:
            raise self.wrong("closed", "is before opened")
        return authority

    def codes(self) -> tuple[tuple[str, date | None, date | None], ...]:
        found = []
        for text in self.row["gss_codes"].split():
            match = _CODE.match(text)
            if not match:
                raise self.wrong("gss_codes", f"must look like E08000016:2009-01-01..2025-04-30, not {text!r}")
            found.append((match[1], self.day("gss_codes", match[2] or ""), self.day("gss_codes", match[3] or "")))
        return tuple(found)

    def day(self, column: str, text: str) -> date | None:
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise self.wrong(column, f"must be a date such as 2019-03-31, not {text!r}") from None


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
