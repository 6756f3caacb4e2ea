"""Takes the visible sheets out of workbooks, in a process of its own: run as a script by ``reading.sheets``.

It is given hard limits before it sees a file, as ``pdf_worker`` is. One request: eight bytes of length and the
workbook. One answer: eight bytes of length and JSON, ``{"sheets": [[name, rows]], "hidden": [name]}`` or
``{"refused": why}``.
"""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, Any

if __name__ == "__main__":  # isolated: the folder of our package is not among those searched
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from inspections.reading.pdf_worker import LENGTH, allow_seconds, end_with_parent, limit_memory, read_exactly

REPEATED = re.compile(rb'number-(columns|rows)-repeated="([0-9]{1,18})"[^>]*?(/?)>\s*(?:<(?!/)([a-z:]+))?')
LONGEST_TAG = 4096


def take(data: bytes, sheets: int, rows: int, columns: int, cells: int) -> dict[str, Any]:
    """Every visible sheet that has anything in it, or why there is none."""
    if refused := _repeats_too_often(data, columns):
        return refused
    import python_calamine  # here, so that what shares our framing does not load it

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = python_calamine.SheetVisibleEnum.Visible
        visible = [sheet.name for sheet in book.sheets_metadata if sheet.visible == shown]
        hidden = [sheet.name for sheet in book.sheets_metadata if sheet.visible != shown]
        if len(visible) > sheets:
            return {"refused": "too many sheets", "detail": str(len(visible))}
        found, counted = [], 0
        for name in visible:
            sheet = book.get_sheet_by_name(name)
            last_row, last_column = sheet.end or (0, 0)
            height, width = last_row + 1, last_column + 1
            if width > columns:
                return {"refused": "too many columns", "sheet": name, "detail": str(width)}
            if height > rows:
                return {"refused": "too many rows", "sheet": name, "detail": str(height)}
            counted += height * width
            if counted > cells:
                return {"refused": "too many cells", "sheet": name}
            found.append([name, trim([list(map(write, row)) for row in sheet.to_python(skip_empty_area=False)])])
        return {"sheets": found, "hidden": hidden[:sheets]}
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        return {"refused": "damaged", "detail": str(error)}


def _repeats_too_often(data: bytes, columns: int) -> dict[str, Any] | None:
    """A cell with something in it that an ODS repeats over more columns than a table has: seen before it is spread."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "content.xml" not in archive.namelist():
                return None
            with archive.open("content.xml") as content:
                widest = max(_repeated(content), default=0)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError) as error:
        return {"refused": "damaged", "detail": str(error)}
    return {"refused": "too many columns", "detail": str(widest)} if widest > columns else None


def _repeated(content: IO[bytes]) -> Iterator[int]:
    """How often each cell with something in it is repeated."""
    held = b""
    while chunk := content.read(1 << 20):
        held += chunk
        for found in REPEATED.finditer(held):
            filled = found[1] == b"columns" and not found[3] and found[4] == b"text:p"
            if filled:
                yield int(found[2])
        held = held[-LONGEST_TAG:]


def write(cell: object) -> str:
    """A cell as text: days as ISO 8601 writes them, whole numbers without a point."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time(0) else cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)


def trim(rows: list[list[str]]) -> list[list[str]]:
    """The rows without the blank rows and columns at the end of the sheet."""
    whole = [row if any(row) else [] for row in rows]
    while whole and not whole[-1]:
        whole.pop()
    width = max((max((at for at, cell in enumerate(row, 1) if cell), default=0) for row in whole), default=0)
    return [row[:width] for row in whole]


def serve(requests: IO[bytes], answers: IO[bytes], seconds: int, limits: tuple[int, int, int, int]) -> None:
    while True:
        try:
            data = read_exactly(requests, LENGTH.unpack(read_exactly(requests, LENGTH.size))[0])
        except EOFError:
            return
        allow_seconds(seconds)
        try:
            answer = take(data, *limits)
        except MemoryError:
            answer = {"refused": "too much memory"}
        del data
        body = json.dumps(answer).encode("ascii")
        answers.write(LENGTH.pack(len(body)) + body)
        answers.flush()


if __name__ == "__main__":
    memory, cpu, most_sheets, most_rows, most_columns, most_cells = (int(argument) for argument in sys.argv[1:7])
    end_with_parent()
    limit_memory(memory)
    serve(sys.stdin.buffer, sys.stdout.buffer, cpu, (most_sheets, most_rows, most_columns, most_cells))
