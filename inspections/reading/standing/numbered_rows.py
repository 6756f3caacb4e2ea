"""Rows that are numbered below a numbered line: "2. Court disposals", then "2.1 Assessment ... Good".

Where two such lines have parts of the same name below them, a part is told with the line that it stands under.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.cells import cells
from inspections.reading.rows import Row
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_LINE = re.compile(r"\W*(?P<n>\d{1,2})(?:\.0?|\))?\s+(?P<what>[A-Za-z][^.:;!?\n]{2,70})\s*$")
_ROW = re.compile(r"\W*(?P<n>\d{1,2})\.(?P<m>\d{1,2})\.?\s+(?=[A-Za-z])")


def line_over(work: Work, row: Row) -> Span | None:
    """The numbered line that a numbered row stands under, where its part has a namesake under another such line."""
    return work.context.document.once("numbered rows", lambda: _lines_over(work)).get(row.segment.index)


def _lines_over(work: Work) -> dict[int, Span]:
    text = work.context.text
    line: tuple[str, Span] | None = None
    under: dict[int, Span] = {}
    labels: dict[str, set[Span]] = {}
    for s in work.context.document.body:
        words = s.span.of(text)
        numbered = _ROW.match(words)
        if s.kind != "row" and numbered is None:
            found = _LINE.match(words)
            if found is not None:
                line = (
                    found["n"],
                    Span(s.span.start + found.start("what"), s.span.start + found.end("what")).stripped(text),
                )
        elif numbered is not None and line is not None and numbered["n"] == line[0]:
            under[s.index] = line[1]
            label = cells(text, s)[0].of(text)
            plain = " ".join(re.sub(r"^[\W\d.]+", "", label).lower().split())
            labels.setdefault(plain, set()).add(line[1])
    twice = {line for lines in labels.values() if len(lines) > 1 for line in lines}
    return {index: line for index, line in under.items() if line in twice}
