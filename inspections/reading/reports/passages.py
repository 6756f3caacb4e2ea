"""A report cut into passages: headings, numbered paragraphs, bullets and paragraphs, each on one page.

A paragraph that runs over a page break is two passages, so that each has its page; running headers and
page numbers are passages too, marked as furniture, and so are the names of inspectors and Ofsted's address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from inspections.reading.facts import Held, Passage
from inspections.reading.reports.layout import GLYPHS, Line, lines
from inspections.text import Span

_NUMBERED = re.compile(r"(?P<number>\d{1,3})\.(?:\s+|(?=[A-Z]))(?=\S)")
_BULLET = re.compile(rf"[{GLYPHS}]|-\s")
# people who inspected: in the held text, never in search
_NAMES = re.compile(r"(?:The\s+)?inspection team", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:(?:Deputy lead|Lead|Reporting|Team|Shadow) inspectors?(?: on site)?|Report author|Lead reviewer|"
    r"Senior data analyst|Quality assurance manager)\s*(?::|(?=[A-Z][a-z]))|(?:His|Her) Majesty's Inspectors?\.?$"
)
_AFTER_NAMES = re.compile(r"(?:Information\s+about|If\s+you|What\s+|\d{1,3}\.\s)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:Piccadilly Gate|Aviation House|Store Street|M1 2WD|T:? 0\d|Textphone|[EW]: |enquiries@|"
    r"www\.(?:gov\.uk/)?ofsted)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"The\s+Office\s+for\s+Standards\s+in\s+Education,\s+Children's\s+Services\s+and\s+Skills\s+\(Ofsted\)"
)
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
    for line in _marked(every):
        if block and _starts_anew(block, line, widest[line.page]):
            yield _passage(block)
            block = []
        block.append(line)
    if block:
        yield _passage(block)


def _marked(every: list[Line]) -> Iterator[Line]:
    """The lines, with those that name inspectors, give Ofsted's address or describe it marked as furniture too."""
    naming = closing = False
    for before, line in zip([None, *every], every, strict=False):
        if before is not None and before.page != line.page:
            naming = closing = False
        closing = closing or bool(_CLOSING.match(line.text))
        naming = naming and not _AFTER_NAMES.match(line.text)
        naming = naming or bool(_NAMES.fullmatch(line.text))
        named = bool(_NAMED.match(line.text))
        yield replace(line, furniture=line.furniture or naming or closing or named or bool(_ADDRESS.match(line.text)))


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
