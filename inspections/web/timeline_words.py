"""The words of a timeline: how wide they are, and how they are broken into lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inspections.web.timeline_events import Line
from inspections.web.timeline_shapes import LEADING, Text

_NARROW, _WIDE = frozenset("iIjl.,:;'’‘|!()[] ftr"), frozenset("mwMWACDGHNOQUV—…")
_SIZES = {
    "grade": 145,
    "kind": 142,
    "said": 130,
    "lane": 140,
    "quiet": 115,
    "number": 125,
    "change": 115,
    "pause": 115,
}  # tenths of a pixel


def text_width(line: Line) -> int:
    """About as wide as the browser will draw it, rather too wide than too narrow."""
    units = sum(36 if char in _NARROW else 86 if char in _WIDE else 60 for char in line.text)
    return units * _SIZES[line.style] // 1000 + 2


def broken(lines: Iterable[Line], most: int) -> tuple[Line, ...]:
    return tuple(Line(line.style, part) for line in lines for part in wrap(line.text, most))


def wrap(text: str, most: int) -> list[str]:
    """Lines of at most this many characters, broken between words."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def texts_of(lines: Sequence[Line], x: int, y: int, anchor: str) -> tuple[Text, ...]:
    return tuple(Text(x, y + LEADING * number, anchor, line.style, line.text) for number, line in enumerate(lines))
