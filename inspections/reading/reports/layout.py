"""Lines of a PDF with their pages, and a flow of text without running headers.

A ``Flow`` is what the recognisers of reports search: one line of the page a line, running headers and
page numbers left out, curly marks and long dashes made plain one for one. ``words()`` gives back the
place of any match in the held text, in as many spans as the furniture cuts it into.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from inspections.reading.facts import Held, Page, Words
from inspections.text import Span, legible

_PLAIN = (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("―", "-"))
# bullets, as the fonts of reports draw them
GLYPHS = "\u25fc\u25a0\u25aa\u2022\u25cf\u25e6\u2023\u00b7\uf06e\uf0a7\uf0b7\uf02d\uf0d8"
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:Page )?\d{1,3}(?: of \d{1,3})?", re.IGNORECASE)
_HEAD, _FOOT = 4, 3  # lines at the top and bottom of a page where furniture stands


@dataclass(frozen=True)
class Line:
    """A line of a page, without the white space around it."""

    span: Span
    page: int
    text: str
    furniture: bool


@dataclass(frozen=True)
class Flow:
    """Lines joined by line feeds, with the way back to the held text."""

    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        starts, at = [], 0
        for line in self.lines:
            starts.append(at)
            at += len(line.text) + 1
        return tuple(starts)

    def words(self, start: int, end: int) -> Words:
        """The place of ``text[start:end]`` in the held text; adjoining lines make one span."""
        return Words(tuple(self.spans(start, end)))

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """One span for each run of lines that nothing interrupts."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start == end:
            return
        first, last = self._line_at(start), self._line_at(end - 1)
        run_from = self.lines[first].span.start + start - self.starts[first]
        for index in range(first, last + 1):
            here = self.lines[index]
            stop = here.span.end if index < last else here.span.start + end - self.starts[index]
            if index == last or not _adjoin(here, self.lines[index + 1]):
                yield Span(run_from, stop)
                if index < last:
                    run_from = self.lines[index + 1].span.start

    def page(self, at: int) -> int:
        return self.lines[self._line_at(at)].page

    def _line_at(self, at: int) -> int:
        return max(0, bisect_right(self.starts, at) - 1)

    def until_page(self, number: int) -> int:
        """Where in ``text`` the first line after page ``number`` begins."""
        for line, start in zip(self.lines, self.starts, strict=True):
            if line.page > number:
                return start
        return len(self.text)


def _adjoin(before: Line, after: Line) -> bool:
    """Do two lines of a flow follow one another on one page, with no furniture between?"""
    return before.page == after.page and after.span.start - before.span.end <= 12


@lru_cache(maxsize=4)
def flow(held: Held) -> Flow:
    """The flow of a held PDF: everything but running headers, footers and page numbers."""
    return Flow(tuple(line for line in lines(held) if not line.furniture and line.text))


@lru_cache(maxsize=4)
def lines(held: Held) -> tuple[Line, ...]:
    """Every line that has words, in order."""
    plain = _plain(legible(held.text))
    by_page = [list(_lines_of(plain, page)) for page in held.pages]
    furniture = _running(by_page)
    return tuple(
        Line(line.span, line.page, line.text, (line.page, line.span) in furniture) for page in by_page for line in page
    )


def _plain(text: str) -> str:
    """Marks and dashes made plain, one for one."""
    for fancy, plain in _PLAIN:
        text = text.replace(fancy, plain)
    return text


def _lines_of(text: str, page: Page) -> Iterator[Line]:
    at = page.span.start
    for words in re.split(r"\r\n|\r|\n", page.span.of(text)):
        span = Span(at, at + len(words)).stripped(text)
        at += len(words)
        at += 2 if text[at : at + 2] == "\r\n" else 1
        if span.start < span.end:
            yield Line(span, page.number, span.of(text), False)


def _running(pages: list[list[Line]]) -> set[tuple[int, Span]]:
    """Lines that stand at the top or bottom of several pages, numbers apart; and bare page numbers.

    The first page keeps its lines: what is repeated on later pages is its title.
    """
    found: set[tuple[int, Span]] = set()
    needed = max(2, -(-len(pages) // 3))
    for edges in ([page[:_HEAD] for page in pages], [page[-_FOOT:] for page in pages]):
        seen: Counter[str] = Counter()
        for edge in edges:
            seen.update({_shape(line) for line in edge})
        for edge in edges:
            for line in edge:
                repeated = seen[_shape(line)] >= needed and line.page > 1 and not _is_item(line.text)
                if repeated or _PAGE_NUMBER.fullmatch(line.text):
                    found.add((line.page, line.span))
    return found


def _shape(line: Line) -> str:
    return " ".join(_DIGITS.sub("#", line.text).lower().split())


def _is_item(text: str) -> bool:
    """A bare bullet or number of a list may open several pages; it is no header."""
    return not any(char.isalpha() for char in text) and not _PAGE_NUMBER.fullmatch(text)


@lru_cache(maxsize=2048)
def phrase(words: str) -> str:
    """A pattern for these words with any white space, and line breaks, between them."""
    return r",?\s+".join(_word(word.rstrip(",")) for word in words.split())


def _word(word: str) -> str:
    if word in ("experience", "experiences"):
        return "experiences?"
    if "/" in word:
        return r"\s*/\s*".join(re.escape(part) for part in word.split("/"))
    return re.escape(_plain(word)).replace(r"\-", r"-\s*").replace("'", "'?")


def either(phrases: Iterable[str]) -> str:
    """Any of these phrases, the longest first."""
    return _either(tuple(phrases))


@lru_cache(maxsize=256)
def _either(phrases: tuple[str, ...]) -> str:
    ordered = sorted(set(phrases), key=lambda words: (-len(words), words))
    return "(?:" + "|".join(phrase(words) for words in ordered) + ")"
