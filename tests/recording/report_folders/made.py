"""Short reports of our own wording in a folder, and the processes that read them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.conftest import ROOT
from tests.reading.reports.conftest import write_pdf

COUNCILS = ("Stockport", "Salford", "Bolton", "Leeds", "Derby", "Walsall")


@cache
def report(council: str, grade: str = "Good", long: int = 1) -> bytes:
    """A short ILACS report of our own wording."""
    front = [
        f"{council} Metropolitan Borough Council",
        "Inspection of local authority children's services",
        "Inspection dates: 6 to 10 March 2023",
        "Lead inspector: Ann Example, His Majesty's Inspector",
        "Judgement", "Grade",
        f"The impact of leaders on social work practice with children and families {grade}",
        f"The experiences and progress of children who need help and protection {grade}",
        f"The experiences and progress of children in care {grade}",
        f"The experiences and progress of care leavers {grade}",
        f"Overall effectiveness {grade}",
        f"Children in {council} are seen by workers who know them.",
        "What needs to improve?",
        "\bThe timeliness of letters to families.",
        "The experiences and progress of children who need help and protection: good",
        "1. Families are met within a day of asking for help.",
        "Office for Standards in Education, Children's Services and Skills",
    ]  # fmt: skip
    body = [f"{number}. Workers in {council} write a plan with every family they meet." for number in range(2, 40)]
    return write_pdf([front, *[body] * long])


_LOCK = "/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >>"
BROKEN = {
    "locked.pdf": (write_pdf([["A report with a password."]], trailer=_LOCK), "locked with a password", "Ask the publ"),
    "short.pdf": (report("Stockport")[:900], "cut short", "Fetch the whole file again"),
    "page.pdf": (b"<!DOCTYPE html><html><body>Report not found</body></html>", "a web page saved", "Open the address"),
    "scan.pdf": (write_pdf([[], ["p. 2"]]), "no text in it: scanned pages", "Ask the publisher"),
    "empty.pdf": (b"", "the file is empty", "Fetch it again"),
}


def write_reports(folder):
    folder.mkdir()
    for council in COUNCILS:
        (folder / f"{council.lower()}.pdf").write_bytes(report(council))


def running_workers() -> dict[int, tuple[int, int]]:
    """Every process that runs one of our worker scripts, by number: its parent and its session."""
    found = {}
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            try:
                words = (process / "cmdline").read_bytes()
                state, parent, _, session = (process / "stat").read_text().rpartition(")")[2].split()[:4]
            except OSError:
                continue  # it has ended meanwhile
            if b"_worker.py" in words and str(ROOT).encode() in words and state != "Z":
                found[int(process.name)] = (int(parent), int(session))
    return found


def workers_in(session: int) -> set[int]:
    """Those of one import: other tests run theirs beside it."""
    return {number for number, (_, of) in running_workers().items() if of == session}


def workers_below(process: int) -> set[int]:
    """Those that a process started, and those that they started."""
    running = running_workers()
    found = {number for number, (parent, _) in running.items() if parent == process}
    return found | {number for number, (parent, _) in running.items() if parent in found}
