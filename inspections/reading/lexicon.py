"""Finding many names at once, longest first, in time linear in the text.

A name is matched word by word: apostrophes of either shape, hyphens, commas, line breaks and
"&" for "and" make no difference; a possessive ending is left outside the span.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from inspections.text import Span

T = TypeVar("T")
_TOKEN = re.compile(r"&|[^\W_]+(?:['’][^\W\d_]+)*", re.UNICODE)
_BETWEEN = re.compile(r"[\s,./\-–’']{1,4}\Z|\s*\Z")


@dataclass(frozen=True, slots=True)
class Token:
    """A word folded for comparison, where it stands, and whether it begins with a capital."""

    word: str
    start: int
    end: int
    capital: bool
    possessive: bool  # ends in 's: ``bare`` is the word without it

    @property
    def bare(self) -> str:
        return self.word[:-2] if self.possessive else self.word


def tokens(text: str, span: Span) -> tuple[Token, ...]:
    out = []
    for m in _TOKEN.finditer(text, span.start, span.end):
        word = m.group().replace("’", "'").lower()
        out.append(
            Token("and" if word == "&" else word, m.start(), m.end(), m.group()[0].isupper(), word.endswith("'s"))
        )
    return tuple(out)


@dataclass(frozen=True)
class Found(Generic[T]):
    span: Span
    values: tuple[T, ...]  # more than one when one name means several things
    words: str
    possessive: bool


_SMALL = frozenset("and of on upon with the in for to s".split())


class Lexicon(Generic[T]):
    """Names and what each means. ``capitals``: only names whose main words begin with a capital count."""

    def __init__(self, names: Iterable[tuple[str, T]], capitals: bool = False) -> None:
        self.capitals = capitals
        entries: dict[tuple[str, ...], list[T]] = {}
        for name, value in names:
            words = tuple(t.word for t in tokens(name, Span(0, len(name))))
            if words and value not in entries.setdefault(words, []):
                entries[words].append(value)
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[T, ...]]]] = {}
        for words, values in entries.items():
            self._by_first.setdefault(words[0], []).append((words, tuple(values)))
        for group in self._by_first.values():
            group.sort(key=lambda e: -len(e[0]))

    def find(self, text: str, words: tuple[Token, ...]) -> Iterator[Found[T]]:
        at = 0
        while at < len(words):
            hit = self._at(text, words, at)
            if hit is None:
                at += 1
            else:
                found, length = hit
                yield found
                at += length

    def _at(self, text: str, words: tuple[Token, ...], at: int) -> tuple[Found[T], int] | None:
        first = words[at]
        for key in (first.word, first.bare) if first.possessive else (first.word,):
            for name, values in self._by_first.get(key, ()):
                end = at + len(name)
                if end > len(words):
                    continue
                last = words[end - 1]
                if not all(words[at + i].word == name[i] for i in range(len(name) - 1)):
                    continue
                bare = last.word != name[-1] and last.possessive and last.bare == name[-1]
                if last.word != name[-1] and not bare:
                    continue
                if self.capitals and not all(words[at + i].capital or n in _SMALL for i, n in enumerate(name)):
                    continue
                if not all(_BETWEEN.match(text[words[i].end : words[i + 1].start]) for i in range(at, end - 1)):
                    continue
                span = Span(first.start, last.end - (2 if bare else 0))
                return Found(span, values, " ".join(name), bare), len(name)
        return None
