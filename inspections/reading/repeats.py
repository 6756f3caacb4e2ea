"""A page whose text stands in it twice: where the second copy begins, so that it is read once.

Pages are saved with the version for printers below the one for screens, and news feeds paste a story twice. Read
twice, each quotation would be two. Only a copy of the whole text is left out, from its first line on and with nothing
new below it: lines that a page repeats under another heading are of another council, and are read.

A paragraph that goes on for hundreds of sentences is no prose: what it says again and again is read once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from inspections.reading.furniture import is_furniture
from inspections.reading.segments import Sentence
from inspections.text import Span

_LINE = re.compile(r"[^\s][^\n]*")
_LONG = 40  # characters: a line as long is no item of a menu
_TOP = 20_000  # characters, in which a page has begun
_ANCHORS = 8  # long lines at the top of a page; one of the first is its title or its first sentence
_LEAST = 300  # characters that a copy has
_LIKE = 0.9  # of the text above, that its copy has
_ENDLESS = 400  # sentences: nobody writes a paragraph of more


def end_of_first(text: str) -> int:
    """The offset in ``text`` (legible) at which a copy of all that stands above begins; its length where none does."""
    tops = [m for m in _LINE.finditer(text, 0, _TOP) if m.end() - m.start() >= _LONG][:_ANCHORS]
    twice = [m.start() for m in tops if text.find(m.group().rstrip(), m.end()) >= 0]
    if twice:
        lines = [(m.group().rstrip(), m.start()) for m in _LINE.finditer(text)]
        for first, (line, start) in enumerate(lines):
            if start in twice:
                copy = next((i for i in range(first + 1, len(lines)) if lines[i][0] == line), None)
                if copy is not None and (begins := _begin_copy(lines, first, copy)) is not None:
                    return begins
            if start >= twice[-1]:
                break
    return len(text)


def _begin_copy(lines: list[tuple[str, int]], first: int, copy: int) -> int | None:
    """Where the copy begins whose line ``copy`` is the line ``first`` above; None when it is no copy of all above."""
    while first and copy - 1 > first and lines[first - 1][0] == lines[copy - 1][0]:
        first, copy = first - 1, copy - 1
    alike = 0
    while first + alike < copy and copy + alike < len(lines) and lines[first + alike][0] == lines[copy + alike][0]:
        alike += 1
    told = sum(len(line) for line, _ in lines[first:copy])
    again = sum(len(line) for line, _ in lines[first : first + alike])
    known = {line for line, _ in lines[:copy]}
    new = any(len(line) >= _LONG and line not in known for line, _ in lines[copy + alike :])
    begun = all(is_furniture(line) for line, _ in lines[:first])  # nothing but a menu stands above
    return None if again < _LEAST or again < _LIKE * told or new or not begun else lines[copy][1]


def said_once(text: str, sentences: Iterable[Sentence]) -> tuple[list[Sentence], Span | None]:
    """The sentences of one paragraph but those that an endless one says again, and where the first of these stands."""
    read, met, again = [], set[str](), None
    for sentence in sentences:
        words = sentence.span.of(text)
        if sentence.position >= _ENDLESS and words in met:
            again = again or sentence.span
        else:
            met.add(words)
            read.append(sentence)
    return read, again
