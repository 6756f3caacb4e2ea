"""What a campaign came to, kept until it is run again, and the table that is made of all that is kept.

A campaign tells rows: a fault or an attack, how often it was tried, what was lost. Its last whole run is one file of
JSON beside this module, with the day, the commit and how long it took; docs/faults.md is made of these files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "results"
HEAD = ("Part", "Fault or attack", "Tried", "Lost", "Measured", "On", "At")


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


@dataclass(frozen=True)
class Result:
    """The last whole run of a campaign."""

    name: str
    day: str
    commit: str  # of the program that was tried
    machine: str
    seconds: int
    rows: tuple[Row, ...]


def keep(result: Result, folder: Path = RESULTS) -> Path:
    """In a file of its name, in place of the run before."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{result.name}.json"
    path.write_text(json.dumps(asdict(result), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def kept(folder: Path = RESULTS) -> list[Result]:
    found = []
    for path in sorted(folder.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        rows = tuple(Row(**{**row, "lost": tuple(row["lost"])}) for row in told.pop("rows"))
        found.append(Result(**told, rows=rows))
    return found


def table(results: Sequence[Result]) -> str:
    """A Markdown table, by part and fault."""
    lines = sorted(_cells(row, result) for result in results for row in result.rows)
    return "".join(f"| {' | '.join(line)} |\n" for line in [HEAD, tuple("---" for _ in HEAD), *lines])


def page(results: Sequence[Result]) -> str:
    """docs/faults.md, whole."""
    times = "\n".join(f"| {result.name} | {_long(result.seconds)} |" for result in results)
    machines = "; ".join(sorted({result.machine for result in results}))
    whole = sum(result.seconds for result in results)
    return (
        "# Faults and attacks\n\n"
        "Written by the programs in `tests/faults`; `make soak` runs each in full and keeps what it came to in\n"
        "`tests/soak/results`, from which this page is made: how often each fault was tried when it was last run, on\n"
        "which day and commit, and what was lost. After each fault of an import the site had to answer from a\n"
        "complete edition, the audit to pass, and the next import to work. `make test` runs the same programs fewer\n"
        "times.\n\n"
        f"{table(results)}\n"
        "A page may take one second of the processor; waits by the clock are told where a machine of its own would\n"
        "matter to them, because other programs shared this one.\n\n"
        f"| Campaign | Took |\n| --- | --- |\n{times}\n| all of them, one after another | {_long(whole)} |\n\n"
        f"Run on {machines}.\n"
    )


def _long(seconds: int) -> str:
    return f"{seconds} s" if seconds < 120 else f"{round(seconds / 60)} min"


def _cells(row: Row, result: Result) -> tuple[str, ...]:
    lost = f"**{len(row.lost)}**: {row.lost[0]}" if row.lost else "nothing"
    return tuple(
        cell.replace("|", "/").replace("\n", " ")
        for cell in (row.part, row.fault, f"{row.tried:,}", lost, row.measured, result.day, result.commit)
    )
