"""Whether the rows of a table are whole: as many cells as the header, and no column missing that their days ask for.

A cell too many or too few within a row puts grades under the wrong headers. A writer of CSV that leaves out the empty
cells at the end of a row does so in every row: where a row ends in an empty cell, a shorter one was cut, and so was one
without a column that every other row fills.
"""

from __future__ import annotations

from collections.abc import Iterator

from inspections.reading.cell_days import read_day
from inspections.reading.facts import Problem
from inspections.reading.headers import Header, Row, rows_under

MEND = "put the row’s cells back under their headers, or fetch the table again from its publisher"


def check_rows(header: Header) -> Iterator[Problem]:
    """What is wrong with the rows under a header, each with its number."""
    rows = list(rows_under(header))
    yield from _check_widths(header, rows)
    yield from _check_days(header, rows)


def find_repeats(header: Header) -> dict[int, int]:
    """The rows that are another cell for cell, by their numbers, each with that of the first."""
    first: dict[tuple[str, ...], int] = {}
    found = {}
    for row in rows_under(header):
        number = first.setdefault(tuple(cell.strip() for cell in row.cells), row.number)
        if number != row.number:
            found[row.number] = number
    return found


def _check_widths(header: Header, rows: list[Row]) -> Iterator[Problem]:
    names = header.sheet.rows[header.number - 1]
    width = max(at for at, name in enumerate(names, 1) if name.strip())
    widths = [len(row.cells) for row in rows]
    # empty columns at the end of the table are empty in every row alike
    widest = max(len(names), min(widths) if len(widths) > 1 else 0)
    kept = any(not row.cells[width - 1].strip() for row in rows if len(row.cells) >= width)
    # the columns that every row but one fills: the one was cut
    short = min(widths, default=0)
    needed = [at for each in header.layout.needed if (at := header.places[each.key]) >= short] if len(rows) > 1 else []
    filled = [at for at in needed if sum(not (row.cells[at : at + 1] or ("",))[0].strip() for row in rows) == 1]
    last = max(header.places.values())
    for row in rows:
        many = len(row.cells)
        over = next((at for at in range(width, many) if row.cells[at].strip()), None)
        if over is not None or many > widest:
            at = many if over is None else over + 1
            shown = "" if over is None else row.cells[over].strip()
            yield Problem(_told(row, at, width), MEND, row.number, at, shown)
        elif many <= last and (kept or any(at >= many for at in filled)):
            yield Problem(_told(row, many, width), MEND, row.number, many)


def _told(row: Row, many: int, width: int) -> str:
    return f"{row.where}: has {many} cell{'s' * (many != 1)}, and the header has {width}"


def _check_days(header: Header, rows: list[Row]) -> Iterator[Problem]:
    """Columns of facts that are not there, though a row is of a day since which tables have them."""
    for each in header.layout.columns:
        if each.since is None or each.key in header.places:
            continue
        key, since = each.since
        late = next((row for row in rows if (day := read_day(row[key])) and day >= since), None)
        if late:
            sheet = f"sheet “{header.sheet.name}”: " if header.sheet.name else ""
            yield Problem(
                f"{sheet}the header in row {header.number} has no column “{each.names[0]}”, "
                f"which tables have since {since.isoformat()}, and row {late.number} is of {late[key]}",
                "fetch the table again from its publisher; if the column has a new name, the layout has to learn it",
                header.number,
                1,
            )
