"""Tables to held texts and back: every visible sheet as rows of raw text, numbered as a spreadsheet numbers them.

A CSV is held as received. A workbook (ODS, XLSX) is held as the text of its visible sheets: each begins with
a form feed and its name, and goes on as CSV. Dates become ``2019-02-18``, whole numbers lose their ``.0``.
Workbooks are unpacked in a process of its own with limits of memory and time, as PDFs are.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from inspections.reading.facts import Held, Problem, Sidecar, Unreadable
from inspections.reading.processes import Ended, process_of_this_thread

CSV = "text/csv"
NEW_SHEET = "\f"
FETCH = "fetch the file again from where it was published"


@dataclass(frozen=True)
class Limits:
    """What one table may cost. The largest published one has 22,000 rows of 76 columns in 16 MB."""

    megabytes_of_file: int = 128
    megabytes_unpacked: int = 1024
    sheets: int = 200
    rows: int = 1_048_576  # of one sheet: as many as a spreadsheet has
    columns: int = 1000
    cells: int = 40_000_000
    seconds: float = 120.0
    megabytes_of_memory: int = 2048


LIMITS = Limits()


@dataclass(frozen=True)
class Sheet:
    """A sheet by its name ("" for a CSV); ``rows[0]`` is row 1."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def hold_csv(name: str, data: bytes, sidecar: Sidecar, limits: Limits = LIMITS) -> Held:
    """A CSV as received. What is no text, or no table of a size that is published, is refused with the place."""
    if len(data) > limits.megabytes_of_file << 20:
        raise _too_large(name, limits)
    if not data.strip(b" \t\r\n\xef\xbb\xbf\x00,"):
        raise Unreadable(name, (Problem("is empty", "put the table into the file, or take the file away"),))
    if data.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")) or b"\x00" in data[:4096]:
        raise Unreadable(name, (Problem("is a binary file, not a CSV", "give it its right ending"),))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        shown = data[max(0, error.start - 20) : error.start + 10].decode("latin-1")
        problem = Problem("is not UTF-8 here", "save the file again as CSV in UTF-8", line, column, shown)
        raise Unreadable(name, (problem,)) from None
    for number, row in enumerate(_rows(name, text), 1):
        if len(row) > limits.columns:
            raise Unreadable(name, (_too_wide("", number, len(row), limits),))
        if number > limits.rows:
            raise Unreadable(name, (Problem(f"has more than {limits.rows:,} rows", "split the file"),))
    return Held(name, CSV, hashlib.sha256(data).hexdigest(), text, sidecar)


def hold_workbook(name: str, data: bytes, sidecar: Sidecar, media_type: str, limits: Limits = LIMITS) -> Held:
    """The visible sheets of an ODS or XLSX file, or ``Unreadable`` with the reason and what to do about it."""
    if problem := _at_a_glance(data, limits):
        raise Unreadable(name, (problem,))
    sheets, hidden = _take(name, data, limits)
    if not any(any(row) for _, rows in sheets for row in rows):
        raise Unreadable(name, (Problem("has no cell with anything in it on any visible sheet", FETCH),))
    text = "".join(f"{NEW_SHEET}{_one_line(title)}\n{_as_csv(rows)}" for title, rows in sheets)
    return Held(name, media_type, hashlib.sha256(data).hexdigest(), text, sidecar, hidden=tuple(map(_one_line, hidden)))


def sheets_of(held: Held) -> tuple[Sheet, ...]:
    """The sheets of a held table, each row a spreadsheet's row, blank ones included."""
    if held.media_type == CSV:
        return (Sheet("", tuple(map(tuple, _rows(held.name, held.text.removeprefix("\ufeff"))))),)
    found = []
    for part in held.text.split(NEW_SHEET)[1:]:
        title, _, rows = part.partition("\n")
        found.append(Sheet(title, tuple(map(tuple, _rows(held.name, rows)))))
    return tuple(found)


def _rows(name: str, text: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            remedy = "mend the quotation marks around this cell, or save the table again as CSV"
            raise Unreadable(name, (Problem(f"is not CSV here: {error}", remedy, reader.line_num, 1),)) from None


def _as_csv(rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([cell.replace(NEW_SHEET, " ") for cell in row] for row in rows)
    return out.getvalue()


def _one_line(title: str) -> str:
    return " ".join(title.split())


def _too_large(name: str, limits: Limits) -> Unreadable:
    problem = Problem(f"is larger than {limits.megabytes_of_file} MB", "split the file: no published table is so large")
    return Unreadable(name, (problem,))


def _too_wide(sheet: str, row: int, columns: int, limits: Limits) -> Problem:
    where = f"sheet “{sheet}”, " if sheet else ""
    message = f"{where}row {row} has {columns:,} columns, more than {limits.columns:,}"
    return Problem(message, "take the columns away that hold nothing, or leave the file out", row, limits.columns + 1)


# -- workbooks ------------------------------------------------------------------------------------


def _at_a_glance(data: bytes, limits: Limits) -> Problem | None:
    """What the directory of the archive says before anything is unpacked."""
    if not data.strip():
        return Problem("is empty", FETCH)
    if data[:1] == b"<":
        return Problem("is a web page saved with the name of a workbook", "open its address and save the file itself")
    if not data.startswith(b"PK"):
        return Problem("is not an ODS or XLSX file: it does not begin as one", "save it as ODS, XLSX or CSV")
    if len(data) > limits.megabytes_of_file << 20:
        return Problem(
            f"is larger than {limits.megabytes_of_file} MB", "split the file: no published table is so large"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError):
        return Problem("is cut short or damaged: its archive has no end", FETCH)
    if unpacked > limits.megabytes_unpacked << 20:
        message = f"would unpack to {unpacked >> 20:,} MB, more than {limits.megabytes_unpacked:,}"
        return Problem(message, "leave the file out: no published table is so large")
    return None


def _take(name: str, data: bytes, limits: Limits) -> tuple[list[tuple[str, list[list[str]]]], list[str]]:
    """The sheets of a workbook and the names of those it hides, from the process that opens it."""
    arguments = (
        limits.megabytes_of_memory, int(limits.seconds) + 1, limits.sheets, limits.rows, limits.columns,
        limits.cells,
    )  # fmt: skip
    process = process_of_this_thread("sheet_worker.py", arguments, limits.seconds)
    try:
        answer: dict[str, Any] = json.loads(process.ask(data))
    except Ended as ended:
        raise Unreadable(name, (_ended(ended, limits),)) from None
    if "sheets" not in answer:
        raise Unreadable(name, (_refused(answer, limits),))
    return [(title, rows) for title, rows in answer["sheets"]], answer["hidden"]


def _refused(answer: dict[str, Any], limits: Limits) -> Problem:
    why, sheet, detail = answer["refused"], answer.get("sheet", ""), answer.get("detail", "")
    where = f"sheet “{sheet}” " if sheet else ""
    if why == "too many columns":
        message = f"{where}has {int(detail):,} columns, more than {limits.columns:,}"
        return Problem(message, "take the columns away that hold nothing, or leave the file out")
    if why == "too many rows":
        return Problem(f"{where}has {int(detail):,} rows, more than {limits.rows:,}", "split the file")
    if why == "too many cells":
        return Problem(f"{where}has more than {limits.cells:,} cells", "leave the file out, or split it")
    if why == "too many sheets":
        return Problem(f"has {detail} sheets, more than {limits.sheets}", "split the file")
    if why == "too much memory":
        message = f"{where}needs more than {limits.megabytes_of_memory} MB of memory to open"
        return Problem(message, "leave the file out: no published table needs so much")
    return Problem(f"{where}cannot be opened as a workbook: {detail}".strip(), FETCH)


def _ended(ended: Ended, limits: Limits) -> Problem:
    if ended.timed_out or ended.code == -24:  # SIGXCPU
        return Problem(f"took longer than {limits.seconds:g} seconds to open", "leave the file out, or save it as CSV")
    return Problem(
        f"the reader of workbooks stopped while opening it (code {ended.code}): damaged, or needing more than "
        f"{limits.megabytes_of_memory:,} MB of memory",
        "leave the file out, or save it as CSV",
    )
