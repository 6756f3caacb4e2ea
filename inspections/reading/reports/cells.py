"""The entries of a table that a PDF gives as running text: one cell below the other, with nothing between them.

Numbers or bullets at its head make it a list. A table with a column of responsible bodies has one entry for each
block of their names. Otherwise a new entry begins where a sentence ended although the next word had room on its line.
"""

from __future__ import annotations

import re
from itertools import pairwise

from inspections.reading.reports.items import Item, has_mark, items
from inspections.reading.reports.layout import Flow

_ENDED = re.compile(r"[.?!](?:'|\")?\s*$")
_BODY_LINE = re.compile(r"^(?:(?:[A-Z(&][\w'()&./-]*|and|of|the|for|on|upon|in|with|&),?(?:\s+|$))+$")
_BODY = re.compile(r"\b(?:Council|NHS|ICB|Integrated\s+Care|Boards?|Trust|Authority|Borough|ICBs|Partnership)\b")
_ASKS = re.compile(r"\b(?:should|must|needs?\s+to)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"^(?:This|These|They|It|Their|Also|In\s+particular|For\s+example|As\s+a\s+result|Such|Where)\b|.{0,80}\balso\b"
)


def entries(found: Flow, start: int, end: int) -> tuple[Item, ...]:
    """The entries of the table between two places of the flow."""
    lines = [(at, stop) for at, stop in _lines(found.text, start, end)]
    if not lines:
        return ()
    if has_mark(found, lines[0][0]):
        return items(found, start, end)
    return _by_body(found, lines) or _by_room(found, lines)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found, at = [], start
    for line in text[start:end].split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _by_body(found: Flow, lines: list[tuple[int, int]]) -> tuple[Item, ...]:
    """One entry after each block of lines that only names bodies."""
    starts: list[int] = []
    stops: list[int] = []
    index = 0
    while index < len(lines):
        after_sentence = index == 0 or bool(_ENDED.search(found.text[slice(*lines[index - 1])]))
        length = _body_lines(found, lines, index) if after_sentence else 0
        if length and index + length < len(lines):
            if starts:
                stops.append(lines[index - 1][1])
            starts.append(lines[index + length][0])
            index += length
        else:
            index += 1
    if not starts or starts[0] > lines[min(len(lines) - 1, 12)][0]:
        return ()
    stops.append(lines[-1][1])
    return tuple(Item(start, stop) for start, stop in zip(starts, stops, strict=True))


def _body_lines(found: Flow, lines: list[tuple[int, int]], index: int) -> int:
    length = 0
    while index + length < len(lines) and _BODY_LINE.match(found.text[slice(*lines[index + length])].strip()):
        length += 1
    words = found.text[lines[index][0] : lines[index + length - 1][1]] if length else ""
    return length if length and _BODY.search(words) else 0


def _by_room(found: Flow, lines: list[tuple[int, int]]) -> tuple[Item, ...]:
    widest = max(stop - at for at, stop in lines)
    starts = [lines[0][0]]
    stops: list[int] = []
    for before, line in pairwise(lines):
        words = found.text[slice(*line)]
        if not _ENDED.search(found.text[slice(*before)]) or not words[:1].isupper() or _GOES_ON.match(words):
            continue
        first_word = words.split()[0]
        had_room = before[1] - before[0] + 1 + len(first_word) <= widest * 0.93
        sentence = re.split(r"[.?!]", found.text[line[0] : lines[-1][1]], maxsplit=1)[0]
        alike = first_word == found.text[starts[0] : starts[0] + 40].split()[0] and _ASKS.search(sentence)
        if had_room or alike:
            stops.append(before[1])
            starts.append(line[0])
    stops.append(lines[-1][1])
    return tuple(Item(start, stop) for start, stop in zip(starts, stops, strict=True))
