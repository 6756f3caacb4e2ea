"""One row of docs/faults.md: a fault or an attack, how often it was tried, what was lost; and the table of all rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

HEAD = ("Part", "Fault or attack", "Tried", "Lost", "Measured", "On")


@dataclass(frozen=True)
class Row:
    """``lost``: one sentence for each time that something was lost; empty is what we want."""

    part: str  # Import, Backup, Files, Visitors ...
    fault: str
    tried: int
    lost: tuple[str, ...] = ()
    measured: str = ""


@dataclass(frozen=True)
class Campaign:
    """A name for the command line, and what runs it in full; a module of tests/faults lists its own in CAMPAIGNS."""

    name: str
    run: Callable[[], Row | Iterable[Row]]


def table(rows: Sequence[Row], day: str, before: str = "") -> str:
    """A Markdown table; rows of ``before`` that were not tried again stay as they stood."""
    kept = {cells[:2]: cells for cells in _cells_of(before)}
    kept |= {_cells(row, day)[:2]: _cells(row, day) for row in rows}
    lines = [HEAD, tuple("---" for _ in HEAD), *sorted(kept.values())]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cells(row: Row, day: str) -> tuple[str, ...]:
    lost = f"**{len(row.lost)}**: {row.lost[0]}" if row.lost else "nothing"
    return tuple(
        cell.replace("|", "/").replace("\n", " ")
        for cell in (row.part, row.fault, f"{row.tried:,}", lost, row.measured, day)
    )


def _cells_of(page: str) -> list[tuple[str, ...]]:
    lines = [line for line in page.split("\n") if line.startswith("| ") and not line.startswith(("| Part |", "| ---"))]
    return [tuple(cell.strip() for cell in line.strip("| ").split(" | ")) for line in lines]
