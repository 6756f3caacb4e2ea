"""Finding many names at once, longest first, in time linear in the text.

A name is matched word by word: apostrophes of either shape, hyphens, commas, line breaks and
"&" for "and" make no difference; a possessive ending is left outside the span. The words of a text
are found once, and where each lexicon's names may begin is found once; a sentence asks only for its part.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableSequence, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import accumulate, chain
from typing import Any, Generic, NamedTuple, TypeVar

from inspections.text import Span

T = TypeVar("T")
_TOKEN = re.compile(r"(&|[^\W_]++(?:['’][^\W\d_]++)*+)")
_TOKEN_UNLINED = re.compile(r"(&|\w++(?:['’][^\W\d]++)*+)")  # the same where no underline stands: found sooner
_PIECE = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s")
_AT_A_TIME = 50_000  # characters
_LONGEST_WORD = 40
_MOST_WORDS = 32768  # remembered at a time
_MANY = 200_000  # characters; of a longer text numbers are kept where they take least memory
_BETWEEN = re.compile(r"[\s,./\-–’']{1,4}\Z|\s*\Z")


Numbers = MutableSequence[int]


def _numbers(length: int) -> Numbers:
    return [] if length < _MANY else array("I")


class _Folds(dict[str, str]):
    """Words as printed, and as they are compared."""

    def __missing__(self, word: str) -> str:
        folded = "and" if word == "&" else word.replace("’", "'").lower()
        if len(word) <= _LONGEST_WORD:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[word] = folded
        return folded


_folds = _Folds()


class Words:
    """The words of a stretch of a text, folded for comparison, and where each stands."""

    __slots__ = ("_begins", "_hits", "_marked", "_places", "ends", "folded", "held", "starts", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.folded: list[str] = []
        self.starts: Numbers = _numbers(end - start)
        self.ends: Numbers = _numbers(end - start)
        while start < end:
            gap = _SPACE.search(text, start + _AT_A_TIME, end) if end - start > _AT_A_TIME else None
            cut = gap.start() if gap else end
            part = text[start:cut]
            pieces = (_TOKEN if "_" in part else _TOKEN_UNLINED).split(part)  # what stands between, a word, and so on
            at = list(accumulate(map(len, pieces), initial=start))
            self.starts.extend(at[1:-1:2])
            self.ends.extend(at[2::2])
            self.folded.extend(map(_folds.__getitem__, pieces[1::2]))
            start = cut
        self._places: dict[str, Numbers] | None = None  # the numbers of each word
        self._marked: dict[str, frozenset[str]] = {}  # those with an apostrophe, and their pieces
        self._hits: dict[frozenset[str], Sequence[int]] = {}
        self._begins: dict[frozenset[str], Sequence[int]] = {}
        self.held: dict[object, Any] = {}  # what each lexicon finds among them

    @property
    def places(self) -> Mapping[str, Sequence[int]]:
        """The numbers of each word, found out when first asked for."""
        if self._places is None:
            held: dict[str, Numbers] = defaultdict(list if len(self.text) < _MANY else partial(array, "I"))
            for number, word in enumerate(self.folded):
                held[word].append(number)
            self._places = dict(held)
            self._marked = {word: frozenset(word.split("'")) for word in held if "'" in word}
        return self._places

    def meet(self, first: frozenset[str], second: frozenset[str]) -> bool:
        """Does one of ``second`` stand right after one of ``first`` anywhere?"""
        return any(n and self.last_piece(n - 1) in first for n in self.holding(second))

    def last_piece(self, number: int) -> str:
        """What follows the last apostrophe in a word; mostly all of it."""
        return self.folded[number].rpartition("'")[2]

    def begin_last(self, number: int) -> int:
        """Where that begins."""
        return max(self.starts[number], self.ends[number] - len(self.last_piece(number)))  # "&" is "and"

    def among(self, wanted: frozenset[str]) -> Sequence[int]:
        """The numbers of the words that are ``wanted``, in order; found once for each set."""
        found = self._hits.get(wanted)
        if found is None:
            found = self._hits[wanted] = self._merged(self.places.keys() & wanted)
        return found

    def _merged(self, words: Iterable[str]) -> Sequence[int]:
        places = self.places
        found = [places[word] for word in words]
        return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))

    def holding(self, wanted: frozenset[str]) -> Sequence[int]:
        """The numbers of the words that are ``wanted`` or hold one beside an apostrophe, in order."""
        marked = self._with_apostrophe(wanted)
        return self._merged([*marked, *(self.places.keys() & wanted)]) if marked else self.among(wanted)

    def _with_apostrophe(self, wanted: frozenset[str]) -> list[str]:
        places = self.places
        return [w for w, pieces in self._marked.items() if places and w not in wanted and not wanted.isdisjoint(pieces)]

    def begins(self, wanted: frozenset[str]) -> Sequence[int]:
        """Where each ``wanted`` word begins, in order, those after an apostrophe inside a word included."""
        found = self._begins.get(wanted)
        if found is None:
            starts = self.starts
            at = [starts[number] for number in self.among(wanted)]
            if beside := self.begins_beside(wanted):
                at = sorted([*at, *beside])
            found = self._begins[wanted] = at if len(self.text) < _MANY else array("I", at)
        return found

    def begins_beside(self, wanted: frozenset[str]) -> list[int]:
        """Where ``wanted`` words begin that stand beside an apostrophe inside a word."""
        marked = self._with_apostrophe(wanted)
        return [
            m.start()
            for number in (self._merged(marked) if marked else ())
            for m in _PIECE.finditer(self.text, self.starts[number], self.ends[number])
            if m.group().lower() in wanted
        ]

    def part(self, span: Span) -> tuple[Words, int, int]:
        """These words or newly found ones, and the numbers of the first in ``span`` and of the first after it."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end, first)
        cut = (first and self.ends[first - 1] > span.start) or (last and self.ends[last - 1] > span.end)
        if cut:  # the stretch begins or ends inside a word
            own = Words(self.text, span.start, span.end)
            return own, 0, len(own.folded)
        return self, first, last


@lru_cache(maxsize=2)
def words_of(text: str) -> Words:
    """All words of a text, found once for the text that is being read."""
    return Words(text, 0, len(text))


class Stretch(NamedTuple):
    """Some of the words of a text: those from number ``first`` to before number ``last``."""

    words: Words
    first: int
    last: int


def tokens(text: str, span: Span) -> Stretch:
    return Stretch(*words_of(text).part(span))


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    span: Span
    values: tuple[T, ...]  # more than one when one name means several things
    words: str
    possessive: bool


class _Entry(NamedTuple, Generic[T]):
    words: tuple[str, ...]
    values: tuple[T, ...]
    joined: str


@dataclass(frozen=True)
class _Hits(Generic[T]):
    """The numbers of the words where names begin, and the name that begins at each."""

    places: array[int]
    entries: list[_Entry[T]]


_SMALL = frozenset("and of on upon with the in for to s".split())


class Lexicon(Generic[T]):
    """Names and what each means. ``capitals``: only names whose main words begin with a capital count."""

    def __init__(self, names: Iterable[tuple[str, T]], capitals: bool = False) -> None:
        self.capitals = capitals
        entries: dict[tuple[str, ...], list[T]] = {}
        for name, value in names:
            words = tuple(Words(name, 0, len(name)).folded)
            if words and value not in entries.setdefault(words, []):
                entries[words].append(value)
        # names by their first word, and by their second ("" when they have one alone), longest first
        self._by_first: dict[str, dict[str, list[_Entry[T]]]] = {}
        for words in sorted(entries, key=len, reverse=True):
            entry = _Entry(words, tuple(entries[words]), " ".join(words))
            group = self._by_first.setdefault(words[0], {})
            for second in _seconds(words):
                group.setdefault(second, []).append(entry)
        self._openers = frozenset((*self._by_first, *(f"{word}'s" for word in self._by_first)))

    def begins(self, words: Words) -> Sequence[int]:
        """The numbers of the words where names begin, found once for all stretches of a text."""
        return self._held(words).places

    def _held(self, words: Words) -> _Hits[T]:
        hits: _Hits[T] | None = words.held.get(self)
        if hits is None:
            hits = words.held[self] = self._hits(words)
        return hits

    def find(self, stretch: Stretch) -> Iterable[Found[T]]:
        """The names in a stretch, in order, none overlapping: the longest at each place."""
        words, first, last = stretch
        hits = self._held(words)
        number = bisect_left(hits.places, first)
        if number == len(hits.places) or hits.places[number] >= last:
            return ()
        return self._each(words, hits, number, first, last)

    def _each(self, words: Words, hits: _Hits[T], number: int, first: int, last: int) -> Iterator[Found[T]]:
        places = hits.places
        free = first
        for each in range(number, len(places)):
            at = places[each]
            if at >= last:
                return
            if at < free:
                continue
            entry = hits.entries[each]
            if at + len(entry.words) > last:  # only a shorter name can end within the stretch
                shorter = self._at(words, at, last)
                if shorter is None:
                    continue
                entry = shorter
            end = at + len(entry.words)
            bare = words.folded[end - 1] != entry.words[-1]
            span = Span(words.starts[at], words.ends[end - 1] - (2 if bare else 0))
            yield Found(span, entry.values, entry.joined, bare)
            free = end

    def _hits(self, words: Words) -> _Hits[T]:
        """The longest name at every word where one begins."""
        found = _Hits[T](array("I"), [])
        every = len(words.folded)
        for at in words.among(self._openers):
            entry = self._at(words, at, every)
            if entry is not None:
                found.places.append(at)
                found.entries.append(entry)
        return found

    def _at(self, words: Words, at: int, until: int) -> _Entry[T] | None:
        """The longest name that begins at a word and ends before ``until``."""
        folded = words.folded
        first = folded[at]
        group = self._by_first.get(first)
        if group is not None:
            longer = group.get(folded[at + 1]) if at + 1 < until else None
            for entry in chain(longer or (), group.get("", ())):
                if self._is_here(entry.words, words, at, until):
                    return entry
        if first.endswith("'s") and (group := self._by_first.get(first[:-2])) is not None:
            for entry in group.get("", ()):
                if self._is_here(entry.words, words, at, until):
                    return entry
        return None

    def _is_here(self, name: tuple[str, ...], words: Words, at: int, until: int) -> bool:
        text, folded, starts, ends = words.text, words.folded, words.starts, words.ends
        end = at + len(name)
        if end > until:
            return False
        last = folded[end - 1]
        if last != name[-1] and last != f"{name[-1]}'s":
            return False
        if len(name) > 1 and tuple(folded[at : end - 1]) != name[:-1]:
            return False
        if self.capitals and not all(text[starts[at + i]].isupper() or n in _SMALL for i, n in enumerate(name)):
            return False
        return all(_BETWEEN.match(text[ends[i] : starts[i + 1]]) for i in range(at, end - 1))


def _seconds(name: tuple[str, ...]) -> tuple[str, ...]:
    """What may stand second where a name does: a last word may be a possessive."""
    if len(name) == 1:
        return ("",)
    return (name[1], f"{name[1]}'s") if len(name) == 2 else (name[1],)
