"""A text as the words that count in a comparison, and a quotation as the runs that its writer gives of one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from inspections.text import INVISIBLE, Span

WIDEST_GAP = 60  # characters between two words that are printed as they are

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0"
_LETTERS = rf"(?:[^\W_]|[{_MARKS}]|\u00ad[ \t]*\r?\n[ \t]*|[{INVISIBLE}])+"
_APOSTROPHES = "'\u2018\u2019\u201b\u02bc\u2032\uff07`\u00b4"
_TOKEN = re.compile(
    rf"{_LETTERS}(?:[{_APOSTROPHES}](?=[^\W\d_]){_LETTERS}|(?<=\d)[.,](?=\d){_LETTERS})*|[%‰&£$€¥+=<>§°]"
)
HYPHENS = "-\u2010\u2011\u2212\ufe63\uff0d"
WIDEST_HYPHEN = 40  # characters from a word to the next, with the line break and indent after a hyphen
_HYPHEN = re.compile(r"[-\u2010\u2011\u2212\ufe63\uff0d](?:[ \t]*\r?\n\s*)?")
_FOLDED_MARKS = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(INVISIBLE + "\r\n\t ", None))
_CHANGED_CASE = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")  # "[m]anagers": the quoter's capital or small letter
_EDITORIAL = re.compile(r"[^\W_]*\[[^\[\]]{0,400}\][^\W_]*|\u2026|\.(?:[ \u00a0\u2009]?\.){2,}")


@dataclass(frozen=True)
class Folded:
    """A text as the words that count, each with its place in the original.

    ``joined`` holds the numbers of the words that only a hyphen parts from the next: such a pair is
    the same as one word, and as two. ``offset`` is where ``text`` begins in the original.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joined: frozenset[int]
    offset: int = 0

    @cached_property
    def letters(self) -> str:
        return "".join(self.words)

    @cached_property
    def edges(self) -> tuple[int, ...]:
        """Where each word begins in ``letters``, and its length at the end."""
        return tuple(accumulate(map(len, self.words), initial=0))

    @cached_property
    def firm(self) -> tuple[int, ...]:
        """The edges inside the text that no hyphen softens."""
        return tuple(self.edges[n + 1] for n in range(len(self.words) - 1) if n not in self.joined)

    def span(self, first: int, end: int) -> Span:
        """The original characters of the words from ``first`` up to ``end``."""
        return Span(self.starts[first], self.ends[end - 1])

    def cut(self, first: int, end: int) -> Folded:
        joined = frozenset(n - first for n in self.joined if first <= n < end - 1)
        return Folded(
            self.text, self.words[first:end], self.starts[first:end], self.ends[first:end], joined, self.offset
        )  # fmt: skip

    def printed(self, first: int, end: int) -> str:
        """The words from ``first`` up to ``end`` as they are printed, on one line; what was skipped is a gap."""
        out: list[str] = []
        for n in range(first, end):
            at = self.starts[n] if n == first else max(self.starts[n], self.ends[n - 1])
            if n > first and at > self.ends[n - 1]:
                between = self.between(n - 1)
                out.append(between if len(between) <= WIDEST_GAP else " ")
            out.append(self.text[at - self.offset : self.ends[n] - self.offset])
        return " ".join("".join(out).split())

    def between(self, n: int) -> str:
        """What stands between a word and the next."""
        return self.text[self.ends[n] - self.offset : self.starts[n + 1] - self.offset]

    def joined_words(self) -> list[str]:
        """The words with every hyphenated pair written as one."""
        out: list[str] = []
        for n, word in enumerate(self.words):
            if n - 1 in self.joined:
                out[-1] += word
            else:
                out.append(word)
        return out


def fold(text: str, skip: Sequence[Span] = (), offset: int = 0) -> Folded:
    """The words of a text, without those that begin in ``skip`` (in reading order). Places count from ``offset``."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    joined: set[int] = set()
    hidden = iter(skip)
    hide = next(hidden, None)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while hide is not None and hide.end <= start + offset:
            hide = next(hidden, None)
        if hide is not None and hide.start <= start + offset:
            continue
        printed = match.group()
        for word in (printed.lower(),) if printed.isascii() and printed.isalnum() else _fold_word(printed):
            if words and 0 < start + offset - ends[-1] <= WIDEST_HYPHEN and text[ends[-1] - offset] in HYPHENS:
                between = _HYPHEN.fullmatch(text, ends[-1] - offset, start)
                if between and words[-1][-1].isalpha() and word[0].isalpha():
                    joined.add(len(words) - 1)
            words.append(word)
            starts.append(start + offset)
            ends.append(end + offset)
    return Folded(text, tuple(words), tuple(starts), tuple(ends), frozenset(joined), offset)


def _fold_word(word: str) -> list[str]:
    """The word as it is compared; two where one character stands for a whole number and a fraction."""
    if word.isascii():
        return [word.lower().replace("`", "'")]
    plain = word.translate(_FOLDED_MARKS)
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).casefold())
    if "\u2044" in folded and "\u2044" not in plain:
        folded = re.sub(r"(?<=\d)(?=\d\u2044)", " ", folded).replace("\u2044", " ")
    return folded.split()


@dataclass(frozen=True)
class Quotation:
    """Words somebody gives as another's: in runs, between which the quoter left out or put in words of his own."""

    text: str
    whole: Folded  # marks and brackets set aside, as if all of it were the other's
    runs: tuple[Folded, ...]  # none of them empty

    @cached_property
    def longest(self) -> Folded:
        return max(self.runs, key=lambda run: len(run.letters))

    @property
    def size(self) -> int:
        return sum(len(run.words) for run in self.runs)


def take(text: str, paragraphs_apart: bool = False) -> Quotation:
    """A quotation from its text; ``paragraphs_apart``: words may be left out between its paragraphs."""
    plain = _CHANGED_CASE.sub(lambda match: f"\u200b{match.group(1)}\u200b", text)
    editorial = re.compile(f"{_EDITORIAL.pattern}|\n\n") if paragraphs_apart else _EDITORIAL
    runs: list[Folded] = []
    at = 0
    for mark in editorial.finditer(plain):
        runs.append(fold(plain[at : mark.start()], offset=at))
        at = mark.end()
    runs.append(fold(plain[at:], offset=at))
    return Quotation(text, fold(plain), tuple(run for run in runs if run.words))
