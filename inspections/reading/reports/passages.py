"""A report cut into passages: headings, numbered paragraphs, bullets and paragraphs, each on one page.

A paragraph that runs over a page break is two passages, so that each has its page; running headers and
page numbers are passages too, marked as furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspections.reading.facts import Held, Passage
from inspections.reading.reports.layout import GLYPHS, Line, lines
from inspections.text import Span

_NUMBERED = re.compile(r"(?P<number>\d{1,3})\.(?:\s+|(?=[A-Z]))(?=\S)")
_BULLET = re.compile(rf"[{GLYPHS}]|-\s")
_ENDS = (".", "?", "!", ":", ".'", '."', ".)")
_SHORT = 0.8  # of the widest line of the page: a line this short that ends a sentence ends its paragraph


def passages(held: Held) -> tuple[Passage, ...]:
    """Every line of the text in one passage or another, in order."""
    return tuple(_passages([line for line in lines(held) if line.text]))


def _passages(every: list[Line]) -> Iterator[Passage]:
    widest: dict[int, int] = {}
    for line in every:
        widest[line.page] = max(widest.get(line.page, 0), len(line.text))
    block: list[Line] = []
    for line in every:
        if block and _starts_anew(block, line, widest[line.page]):
            yield _passage(block)
            block = []
        block.append(line)
    if block:
        yield _passage(block)


def _starts_anew(block: list[Line], line: Line, widest: int) -> bool:
    before = block[-1]
    if before.page != line.page or before.furniture != line.furniture:
        return True
    if _NUMBERED.match(line.text) or _BULLET.match(line.text):
        return True
    if not line.text[0].isupper():
        return False
    if before.text.endswith(_ENDS):
        return len(before.text) < widest * _SHORT
    return _is_heading(block) and not line.furniture


def _is_heading(block: list[Line]) -> bool:
    """One or two short lines that begin like a title and end like none of a paragraph's lines."""
    words = " ".join(line.text for line in block)
    return (
        len(block) <= 2
        and len(block[-1].text) < 60
        and words[0].isupper()
        and not words.endswith((*_ENDS, ",", ";"))
        and not _NUMBERED.match(words)
    )


def _passage(block: list[Line]) -> Passage:
    number = _NUMBERED.match(block[0].text)
    return Passage(
        span=Span(block[0].span.start, block[-1].span.end),
        furniture=block[0].furniture,
        heading=not block[0].furniture and _is_heading(block),
        number=number["number"] if number else "",
        page=block[0].page,
    )
