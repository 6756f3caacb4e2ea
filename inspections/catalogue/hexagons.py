"""Where each open authority stands on a map of equal hexagons: plain facts of ``hexagons.csv``.

The origin of the layout, its licence and what was changed are told in ``hexagons.txt``.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from inspections.catalogue.checking import CatalogueError

COLUMNS = ("slug", "q", "r")
HERE = Path(__file__).parent / "hexagons.csv"


@dataclass(frozen=True)
class Hexagon:
    """Column ``q`` from the west and row ``r`` from the south; odd rows stand half a hexagon further east."""

    slug: str
    q: int
    r: int


@cache
def read_hexagons(path: Path = HERE) -> tuple[Hexagon, ...]:
    """Every hexagon, none on another; a fault is a ``CatalogueError``."""
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        if tuple(table.fieldnames or ()) != COLUMNS:
            raise CatalogueError(f"{path.name}: line 1: the columns must be {', '.join(COLUMNS)}")
        try:
            found = tuple(Hexagon(row["slug"], int(row["q"]), int(row["r"])) for row in table)
        except (TypeError, ValueError) as fault:
            raise CatalogueError(f"{path.name}: line {table.line_num}: q and r must be whole numbers") from fault
    _refuse_twins(path, "slug", [each.slug for each in found])
    _refuse_twins(path, "place", [f"({each.q}, {each.r})" for each in found])
    return found


def _refuse_twins(path: Path, what: str, values: list[str]) -> None:
    twice = sorted({value for value in values if values.count(value) > 1})
    if twice:
        raise CatalogueError(f"{path.name}: {what} {twice[0]} is given to two rows")
