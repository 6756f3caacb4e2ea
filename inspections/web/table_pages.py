"""A held table as a page shows it: the rows that prove facts, fifty numbers at a time, each with its own address.

The whole table is never sent: what proves nothing stays in the file, whose hash is on the page. ``?sheet=&row=``
opens the rows around one; ``#r17`` is row 17 as a spreadsheet counts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest

from inspections import privacy
from inspections.evidence import each_fact
from inspections.models import Evidence
from inspections.web.held_text import Fact
from inspections.web.shown import ROWS_SHOWN, Link
from inspections.web.sources import SourceRow, fact_of, row_of

LAST_ROW = 10_000_000
LEFT_SHOWN = 40


@dataclass(frozen=True)
class ProvenRow:
    """One row of a sheet: the cells that prove something, and what they prove."""

    number: int
    cells: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, tuple[Fact, ...]], ...]  # by the page they are shown on
    inspections: tuple[Link, ...]

    @property
    def anchor(self) -> str:
        return f"r{self.number}"


@dataclass(frozen=True)
class TablePage:
    """Some rows of one sheet, and the way to those before and after."""

    row: SourceRow
    sheet: str
    rows: tuple[ProvenRow, ...]
    first: int
    last: int
    previous: str
    next: str
    inspections: int
    left: tuple[str, ...]  # what was not taken of the table, each with its reason
    left_more: int  # how much more of that there is than is shown


def asked_row(request: HttpRequest) -> tuple[str | None, int]:
    """The sheet and row that are asked for; none: the first that proves anything."""
    sheet, row = request.GET.get("sheet"), request.GET.get("row")
    if row is None:
        return sheet, 0
    if not (row.isascii() and row.isdigit() and 0 < int(row[:9]) <= LAST_ROW):
        raise Http404(f"A table has no row {row[:20]}.")
    return sheet or "", int(row)


def table_page(source: Any, sheet: str | None, number: int, proved: int) -> TablePage:
    """Three queries: the rows, and where the proven rows before and after stand."""
    if sheet is None or not number:
        begun = Evidence.objects.next_row(source, sheet or "", 0)
        sheet, number = begun if begun else (sheet or "", 1)
    first = (number - 1) // ROWS_SHOWN * ROWS_SHOWN + 1
    last = first + ROWS_SHOWN - 1
    found: dict[int, list[Any]] = {}
    for row in Evidence.objects.in_rows(source, sheet, first, last):
        found.setdefault(row.row, []).append(row)
    before = Evidence.objects.previous_row(source, sheet, first)
    after = Evidence.objects.next_row(source, sheet, last)
    if not found and after is None and before is None:
        raise Http404("This table holds no such row.")
    return TablePage(
        row=row_of(source, proved=proved),
        sheet=sheet,
        rows=tuple(_row(number, rows) for number, rows in sorted(found.items())),
        first=first,
        last=last,
        previous=_address(before),
        next=_address(after),
        inspections=proved,
        left=left_out(source.warnings, LEFT_SHOWN),
        left_more=max(0, len(source.warnings) - LEFT_SHOWN),
    )


def left_out(warnings: Sequence[Mapping[str, Any]], most: int) -> tuple[str, ...]:
    """What was not taken of a table and why, as the import told it."""
    return tuple(privacy.mask(each["message"]) for each in warnings[:most])


def _row(number: int, evidence: Iterable[Any]) -> ProvenRow:
    cells: dict[tuple[str, str], None] = {}
    facts: dict[str, dict[Fact, None]] = {}
    titles: dict[str, str] = {}
    for each in each_fact(evidence):
        for header, text in each.cells:
            cells[header, privacy.mask(text)] = None
        fact = fact_of(each)
        facts.setdefault(fact.url, {})[fact] = None
        titles.setdefault(fact.url, fact.about)
    return ProvenRow(
        number,
        tuple(cells),
        tuple((titles[url], tuple(told)) for url, told in facts.items()),
        tuple(Link(title, url) for url, title in titles.items() if url),
    )


def _address(place: tuple[str, int] | None) -> str:
    if place is None:
        return ""
    sheet, number = place
    return f"?{urlencode({**({'sheet': sheet} if sheet else {}), 'row': number})}"
