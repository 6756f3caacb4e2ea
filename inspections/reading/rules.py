"""Patterns that are tried only where one of the words stands that they cannot match without.

``rule`` is ``re.compile`` for a pattern that is searched for in many stretches of text. A stretch is split
into words once, whatever number of rules is asked about it, and a rule none of whose words is there is not tried;
nor is one that has been searched for there before, and not found.
What is found is the same as without: a pattern of which no needed words can be told is tried always.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache, reduce
from operator import or_
from typing import Any, Protocol

from inspections.reading.lexicon import Words, words_of
from inspections.reading.needed import all_needed, begins_its_text, leading
from inspections.reading.rule_places import Whole
from inspections.reading.rule_words import (
    ODD,
    PIECE,
    beginnings,
    beginnings_of_tokens,
    pieces_of,
    plain,
    signs_of_tokens,
)
from inspections.reading.rule_words import signs as _signs
from inspections.text import Span

_LONGEST = 4000  # characters; a longer stretch is searched without asking for its words
_SHORTEST = 30  # and so is a shorter one, which is sooner searched than split
_MANY_WORDS = 60  # a rule that begins with one of so many is tried at each of those alone
_MOST_STRETCHES = 4096  # remembered at a time
_END = 1 << 62

Match = re.Match[str]


class Rule(Protocol):
    """What is used of a compiled pattern, guarded by its words or not."""

    @property
    def pattern(self) -> str: ...
    @property
    def flags(self) -> int: ...
    def search(self, words: str, start: int = ..., end: int = ..., /) -> Match | None: ...
    def finditer(self, words: str, start: int = ..., end: int = ..., /) -> Iterator[Match]: ...
    def findall(self, words: str, start: int = ..., end: int = ..., /) -> list[Any]: ...
    def match(self, words: str, start: int = ..., end: int = ..., /) -> Match | None: ...
    def fullmatch(self, words: str, start: int = ..., end: int = ..., /) -> Match | None: ...
    def sub(self, new: Any, words: str, /) -> str: ...


_whole = Whole("")
_met: dict[str, int] = {}  # stretches asked about lately, and the rules that may match in each
_begun: dict[str, list[tuple[int, int]]] = {}  # and where words stand in each that rules begin with, and which rules
_foreseen: dict[str, tuple[Words, int, int, int]] = {}  # and where those that are foreseen stand in their text
_GUARDED: list[_Guarded] = []


@cache
def rule(pattern: str, flags: int = 0) -> Rule:
    """``pattern`` guarded by the words it needs when it needs any; the same rule for the same pattern.

    It is compiled when it is tried first: of many rules no word stands in a text.
    """
    needs = all_needed(pattern, flags)
    if not needs:
        return re.compile(pattern, flags)
    first = leading(pattern, flags)
    if first is not None and len(needs[0]) >= _MANY_WORDS:
        needs[0] = first[0]
    own = _signs.add_rule()
    bits = reduce(or_, [_signs.add(words) for words in needs], own)
    guarded = _Uncompiled(pattern, flags, bits, own, begins_its_text(pattern, flags))
    if first is not None:
        guarded.led, guarded.marked = beginnings.add(first[0]), first[1]
    _GUARDED.append(guarded)
    signs_of_tokens.clear()
    beginnings_of_tokens.clear()
    _met.clear()
    _begun.clear()
    _whole.learn()
    return guarded


def may(tried: Rule, words: str) -> bool:
    """Can a rule match in a stretch? False only when none of its words is there."""
    return tried.may(words) if isinstance(tried, _Guarded) else True


def signs(words: str) -> int:
    """The rules that may match in a stretch, as a number for ``may_by``; a rule that is made later may."""
    met = _met.get(words)
    if met is None:
        met = _meet(words) if _SHORTEST < len(words) <= _LONGEST else -1
    return met | -1 << len(_signs.bits)


def may_by(tried: Rule, found: int) -> bool:
    """Can a rule match in the stretch that these are the ``signs`` of?"""
    return found & (bits := bits_of(tried)) == bits


def bits_of(tried: Rule) -> int:
    """What the ``signs`` of a stretch must hold for a rule to match there."""
    return tried.bits if isinstance(tried, _Guarded) else 0


def may_any(found: int, each_needs: Sequence[int]) -> bool:
    """Can one of the rules that need these ``bits_of`` match in the stretch that these are the ``signs`` of?"""
    for bits in each_needs:  # noqa: SIM110 (sooner than any(), and asked very often)
        if found & bits == bits:
            return True
    return False


def search(pattern: str, words: str, flags: re.RegexFlag | None = None) -> Match | None:
    """``re.search`` of a rule that is told where it is used."""
    held = (_TOLD if flags is None else _TOLD_ANY_CASE if flags is re.I else {}).get(pattern)
    return (held or _tell(pattern, flags)).search(words)


def match(pattern: str, words: str, flags: re.RegexFlag | None = None) -> Match | None:
    """``re.match`` of a rule that is told where it is used."""
    held = (_TOLD if flags is None else _TOLD_ANY_CASE if flags is re.I else {}).get(pattern)
    return (held or _tell(pattern, flags)).match(words)


_TOLD: dict[str, Rule] = {}
_TOLD_ANY_CASE: dict[str, Rule] = {}


def _tell(pattern: str, flags: re.RegexFlag | None) -> Rule:
    if flags is None:
        made = _TOLD[pattern] = rule(pattern)
    elif flags is re.I:
        made = _TOLD_ANY_CASE[pattern] = rule(pattern, re.I)
    else:
        return re.compile(pattern, flags)
    return made


def foresee(text: str, spans: Sequence[Span]) -> None:
    """Work out for many stretches of ``text`` which rules may match in each: sooner than one by one when asked.

    The words of the text are those its lexicons look for names among; a stretch that cuts a word is left alone.
    """
    if len(spans) > _MOST_STRETCHES // 4 or (not text.isascii() and any(odd in text for odd in ODD)):
        return
    words, of_rules = words_of(text), _signs.of_rules
    starts, ends = words.starts, words.ends
    each_signs = list(map(signs_of_tokens.__getitem__, words.folded))
    if len(_met) + len(spans) > _MOST_STRETCHES:
        _met.clear()
    if len(_foreseen) + len(spans) > _MOST_STRETCHES // 4:
        _foreseen.clear()
    for span in spans:
        start, end = span.start, span.end
        if not _SHORTEST < end - start <= _LONGEST:
            continue
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        if (first and ends[first - 1] > start) or (last and ends[last - 1] > end):
            continue
        stretch = text[start:end]
        _met[stretch] = reduce(or_, each_signs[first:last], of_rules)
        _foreseen[stretch] = (words, start, first, last)


def foresee_whole(text: str) -> None:
    """Work out once which rules may match anywhere in ``text``: what cannot is never searched for in all of it."""
    global _whole
    _whole = Whole("")
    if text.isascii() or not any(odd in text for odd in ODD):
        _whole = Whole(text)
        if len(_met) >= _MOST_STRETCHES:
            _met.clear()
        _met[text] = reduce(or_, map(signs_of_tokens.__getitem__, words_of(text).places), _signs.of_rules)


def look(words: str) -> None:
    """Work out which rules may match in a stretch of which many will be asked, however short."""
    if words not in _met and len(words) <= _LONGEST:
        _meet(words)


def forget() -> None:
    """Let go of the texts that were looked at."""
    global _whole
    _whole = Whole("")
    _met.clear()
    _begun.clear()
    _foreseen.clear()


def _meet(words: str) -> int:
    """The rules that may match in a stretch, remembered."""
    found = _met[words] = reduce(or_, map(_signs.__getitem__, pieces_of(words)), _signs.of_rules)
    if len(_met) > _MOST_STRETCHES:
        _met.clear()
    return found


def _begin(words: str) -> list[tuple[int, int]]:
    """Where words stand in a stretch that rules begin with, and which rules, remembered."""
    if (where := _foreseen.get(words)) is not None:
        found = list(_begin_among(*where))
    else:
        pieces = PIECE.finditer(plain(words))
        found = [(m.start(), rules) for m in pieces if (rules := beginnings[m.group()])]
    _begun[words] = found
    if len(_begun) > _MOST_STRETCHES:
        _begun.clear()
    return found


def _begin_among(words: Words, start: int, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The same for a stretch that begins at ``start`` and whose words have been found."""
    for number in range(first, last):
        token = words.folded[number]
        if rules := beginnings_of_tokens[token]:
            at = words.starts[number]
            if "'" not in token:
                yield at - start, rules
                continue
            for m in PIECE.finditer(words.text, at, words.ends[number]):
                if rules := beginnings[plain(m.group())]:
                    yield m.start() - start, rules


class _Guarded:
    """A compiled pattern that is searched for only where one of its words stands."""

    __slots__ = (
        "_findall",
        "_finditer",
        "_search",
        "at_beginning",
        "bits",
        "flags",
        "fullmatch",
        "led",
        "marked",
        "match_at",
        "never",
        "pattern",
        "sub",
    )

    def __init__(self, pattern: str, flags: int, bits: int, own: int, at_beginning: bool) -> None:
        self.pattern, self.flags, self.at_beginning = pattern, flags, at_beginning
        self.bits = bits  # its own, and those each of which some word must set
        self.never = ~own  # what is left of the signs of a stretch in which it is not found
        self.led = 0  # its bit among the rules that begin with a word, if it is one
        self.marked = False  # such a rule: may a mark stand before the word?

    def compile(self) -> None:
        compiled = re.compile(self.pattern, self.flags)
        self._finditer, self._findall = compiled.finditer, compiled.findall
        # to search for what begins its text would be to try it at every letter
        self._search: Callable[..., Match | None] = compiled.match if self.at_beginning else compiled.search
        self.match_at: Callable[..., Match | None] = compiled.match
        self.fullmatch: Callable[..., Match | None] = compiled.fullmatch
        self.sub: Callable[..., str] = compiled.sub

    def search(self, words: str, start: int = 0, end: int = _END, /) -> Match | None:
        met = _met.get(words)
        if start or end is not _END:
            if met is not None and met & self.bits != self.bits:
                return None
            if self.led and words is _whole.text:
                return next(self._in_whole(words, start, end), None)
            return self._search(words, start, end) if self.may(words[start:end]) else None
        if met is None:
            if not _SHORTEST < len(words) <= _LONGEST:
                return self._search(words)
            met = _meet(words)
        if met & self.bits != self.bits:
            return None
        if not self.led:
            found = self._search(words)
        elif len(words) > _LONGEST:
            found = next(self._in_whole(words, 0, end), None) if words is _whole.text else self._search(words)
        else:
            found = next(self._each(words), None)
        if found is None:
            _met[words] = met & self.never
        return found

    def match(self, words: str, start: int = 0, end: int = _END, /) -> Match | None:
        if not start and end is _END and _met.get(words, self.bits) & self.bits != self.bits:
            return None  # what is not known of a stretch is not worth finding out for one place
        return self.match_at(words, start, end)

    def finditer(self, words: str, start: int = 0, end: int = _END, /) -> Iterator[Match]:
        if self.led and words is _whole.text:
            return self._in_whole(words, start, end)
        if not self.may(words[start:end]):
            return iter(())
        if self.led and not start and end is _END and len(words) <= _LONGEST:
            return self._each(words)
        return self._finditer(words, start, end)

    def findall(self, words: str, start: int = 0, end: int = _END, /) -> list[Any]:
        return self._findall(words, start, end) if self.may(words[start:end]) else []

    def _each(self, words: str) -> Iterator[Match]:
        """What is found in a stretch: tried only where one of the words stands that the rule begins with."""
        places = _begun.get(words)
        if places is None:
            places = _begin(words)
        return self._tried([at for at, rules in places if rules & self.led], words, 0, _END)

    def _in_whole(self, words: str, start: int, end: int) -> Iterator[Match]:
        """The same in the text that is being read; of a word that ``end`` cuts, what is left is a word of its own."""
        if words[end - 1 : end + 1].isalnum() and 0 < end < len(words):
            return self._finditer(words, start, end)
        places = _whole.begins(self.led)
        first = bisect_left(places, start)
        return self._tried(places[first : bisect_left(places, end, first)], words, start, end)

    def _tried(self, places: Sequence[int], words: str, start: int, end: int) -> Iterator[Match]:
        for at in places:
            if at < start:
                continue
            found = self.match_at(words, at - 1, end) if self.marked and at > start else None
            if found is not None or (found := self.match_at(words, at, end)) is not None:
                yield found
                start = found.end()

    def may(self, words: str) -> bool:
        met = _met.get(words)
        if met is None:
            if not _SHORTEST < len(words) <= _LONGEST:
                return True
            met = _meet(words)
        return met & self.bits == self.bits


class _Uncompiled(_Guarded):
    """One that has not been tried yet; then it is compiled, and looks for what it lacks no more."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name not in _Guarded.__slots__:
            raise AttributeError(name)
        self.compile()
        self.__class__ = _Guarded  # type: ignore[assignment]
        return getattr(self, name)
