"""Spans, and two ways of looking at a text that never lose their place in it.

``legible`` replaces characters one for one, so that every offset stands: recognisers read it.
``tidy`` folds what never matters in a comparison (mark shapes, dashes, spacing, ligatures, case)
and keeps, for each character of the result, where it came from: comparisons use it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache


@dataclass(frozen=True, order=True, slots=True, init=False)
class Span:
    """A half-open range of characters, ``start`` included and ``end`` not."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:  # written out, since so many are made
        if not 0 <= start <= end:
            raise ValueError(f"a span must run forwards from 0: {start} to {end}")
        _SET_START(self, start)
        _SET_END(self, end)

    def of(self, text: str) -> str:
        """The words this span marks in ``text``; a span outside the text is an error."""
        if self.end > len(text):
            raise ValueError(f"span {self.start}-{self.end} leaves its text of {len(text)} characters")
        return text[self.start : self.end]

    def within(self, other: Span) -> bool:
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def gap(self, other: Span) -> int:
        """Characters between two spans; 0 when they touch or overlap."""
        return max(0, other.start - self.end, self.start - other.end)

    def stripped(self, text: str) -> Span:
        """The same span without white space at either end."""
        start, end = self.start, self.end
        while start < end and (text[start].isspace() or text[start] in INVISIBLE):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
            end -= 1
        return self if end - start == self.end - self.start else Span(start, end)


_SET_START: Callable[[Span, int], None] = Span.__dict__["start"].__set__
_SET_END: Callable[[Span, int], None] = Span.__dict__["end"].__set__

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\r\v\f"
_DASHES = "\u2010\u2011\u2012\u2212\u2500\ufe58\ufe63\uff0d"
_LEGIBLE = (
    *((c, " ") for c in _SPACES + INVISIBLE),
    *((c, "-") for c in _DASHES),
    *(("\u2028", "\n"), ("\u2029", "\n"), ("\u02bc", "\u2019")),
)


def legible(text: str) -> str:
    """The text with odd spaces, invisible characters and rare dashes made plain, one for one.

    The result has exactly the length of ``text``: a span found in it is a span of the original.
    """
    for odd, plain in _LEGIBLE:
        if odd in text:
            text = text.replace(odd, plain)
    return text


_FOLD = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "`": "'", "\u00b4": "'", "\u02bc": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2026": "...",
} | {c: "-" for c in _DASHES}  # fmt: skip


@dataclass(frozen=True)
class Tidied:
    """A text folded for comparison, with the way back.

    ``origins[i]`` is the offset in the original of the character that gave ``text[i]``;
    it has one entry more than ``text``: the length of the original.
    """

    text: str
    origins: tuple[int, ...]
    original_length: int

    def span(self, start: int, end: int) -> Span:
        """The original characters behind ``text[start:end]``."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"{start}-{end} leaves the tidied text of {len(self.text)} characters")
        if start == end:
            return Span(self.origins[start], self.origins[start])
        return Span(self.origins[start], self.origins[end - 1] + 1)

    @cached_property
    def words(self) -> tuple[tuple[str, Span], ...]:
        """Each word with its span in the original; punctuation between words is left out."""
        return tuple((m.group(), self.span(*m.span())) for m in WORD.finditer(self.text))


WORD = re.compile(r"[^\W_]+(?:['.\-][^\W_]+)*")


def tidy(text: str) -> Tidied:
    """Fold mark shapes, dashes, ligatures, case and spacing; keep where each character came from.

    Runs of white space become one space, none at the ends; invisible characters vanish, and a
    soft hyphen with the line break after it too. Folding is the same for equal words however
    they were typeset, and never makes two different words equal.
    """
    out: list[str] = []
    origins: list[int] = []
    space_at = -1
    for at, char in enumerate(text):
        if char in INVISIBLE:
            continue
        if char.isspace():
            if space_at < 0:
                space_at = at
            continue
        folded = _FOLD.get(char)
        if folded is None:
            folded = char.lower() if char.isascii() else unicodedata.normalize("NFKC", char).casefold().replace(" ", "")
        if space_at >= 0:
            if out:
                out.append(" ")
                origins.append(space_at)
            space_at = -1
        for piece in folded:
            out.append(piece)
            origins.append(at)
    origins.append(len(text))
    return Tidied("".join(out), tuple(origins), len(text))


@lru_cache(maxsize=2048)
def _folded(needle: str) -> str:
    return tidy(needle).text


def find(needle: str, hay: str | Tidied) -> Iterator[Span]:
    """Every place where ``needle`` stands in ``hay``, typesetting apart, as spans of the original.

    Matches begin and end at word edges: "art" is not found in "part".
    """
    folded = _folded(needle)
    held = hay if isinstance(hay, Tidied) else tidy(hay)
    if not folded:
        return
    at = held.text.find(folded)
    while at >= 0:
        end = at + len(folded)
        if _edge(held.text, at) and _edge(held.text, end):
            yield held.span(at, end)
        at = held.text.find(folded, at + 1)


def _edge(text: str, at: int) -> bool:
    """Is there no word running across this offset?"""
    return at == 0 or at == len(text) or not (text[at - 1].isalnum() and text[at].isalnum())
