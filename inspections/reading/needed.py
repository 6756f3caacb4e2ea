"""Which words a pattern cannot match without, worked out from the pattern itself.

The answer is a set of which every match holds one at least: whole words, beginnings, endings or parts of words,
in small letters of the alphabet. None when no such set can be told: such a pattern may match anywhere.
Erring is to one side only: a set may be larger than it need be, and never lacks a word.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

Kind = Literal["word", "beginning", "ending", "part"]
Needed = frozenset[tuple[Kind, str]]

_LETTERS = frozenset(string.ascii_lowercase)
_MOST = 48  # spellings of one word that are followed
_SETS = 3  # of words that are asked for at most, for one pattern
_TOO_COMMON = 30.0  # in ``_cost``: words that nearly every stretch has are asked for only where there are no others
_COMMON = frozenset(
    "the a an of to in and is are was were it its by for on at with that this be been has have had not no or as "
    "from their they we our which who but than s t".split()
)
_OUTSIDE = frozenset(("CATEGORY_SPACE", "CATEGORY_NOT_WORD"))
_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))

Items = Sequence[tuple[Any, Any]]


def needed(pattern: str, flags: int = 0) -> Needed | None:
    """The words one of which is in whatever ``pattern`` matches."""
    return next(iter(all_needed(pattern, flags)), None)


def all_needed(pattern: str, flags: int = 0) -> list[Needed]:
    """Sets of words of each of which one is in whatever ``pattern`` matches, the rarest first; none can be told: []."""
    parsed = _parse(pattern, flags)
    if parsed is None or flags & re.ASCII:
        return []
    walk = _Walk()
    walk.through(list(parsed), False, False)
    walk.close(False)
    return [words for i, words in enumerate(walk.ranked()) if i == 0 or _cost(words) < _TOO_COMMON]


@lru_cache(maxsize=1)  # all that is asked of a pattern is asked in turn
def _parse(pattern: str, flags: int) -> Any:
    """The parts of a pattern, which nobody changes."""
    parser = getattr(re, "_parser", None)  # not promised to stay: without it every rule is tried everywhere
    return parser.parse(pattern, flags) if parser else None


def begins_its_text(pattern: str, flags: int = 0) -> bool:
    """Does ``pattern`` match at the beginning of a text and nowhere else?"""
    parsed = _parse(pattern, flags)
    if parsed is None or (flags | parsed.state.flags) & re.MULTILINE or not len(parsed):
        return False
    return str(parsed[0][0]) == "AT" and str(parsed[0][1]) in ("AT_BEGINNING", "AT_BEGINNING_STRING")


def leading(pattern: str, flags: int = 0) -> tuple[Needed, bool] | None:
    """The words one of which every match of ``pattern`` begins with, and whether a mark may stand before it.

    None when no such set can be told.
    """
    parsed = _parse(pattern, flags)
    if parsed is None or flags & re.ASCII:
        return None
    items = list(parsed)
    if not items or not (str(items[0][1]) == "AT_BOUNDARY" or _is_no_word_before(items[0])):
        return None
    marked = len(items) > 1 and _is_a_mark(items[1])
    first = _first(items[1 + marked :], [""])
    return (first, marked) if first is not None else None


def _is_no_word_before(item: tuple[Any, Any]) -> bool:
    """``(?<!\\w)``, and ``(?<![\\w-])``"""
    if str(item[0]) != "ASSERT_NOT" or item[1][0] >= 0 or len(item[1][1]) != 1:
        return False
    name, value = item[1][1][0]
    return str(name) == "IN" and any(str(op) == "CATEGORY" and str(v) == "CATEGORY_WORD" for op, v in value)


def _is_a_mark(item: tuple[Any, Any]) -> bool:
    """One character at most, that is in no word."""
    name, value = str(item[0]), item[1]
    if name == "SUBPATTERN":
        return len(value[-1]) == 1 and _is_a_mark(value[-1][0])
    return name == "MAX_REPEAT" and value[:2] == (0, 1) and len(value[2]) == 1 and _outside_letter(value[2][0])


def _outside_letter(item: tuple[Any, Any]) -> bool:
    return str(item[0]) in ("LITERAL", "IN") and _outside(item)


def _first(items: Items, runs: list[str]) -> Needed | None:
    """The words that ``items`` begin with, after ``runs`` of letters that are theirs."""
    for i, item in enumerate(items):
        name, value = str(item[0]), item[1]
        spellings = _spellings(item)
        if spellings is not None and len(spellings) * len(runs) <= _MOST:
            runs = [run + more for run in runs for more in spellings]
            continue
        rest = list(items[i + 1 :])
        if name == "SUBPATTERN":
            return _first([*value[-1], *rest], runs)
        if name == "BRANCH":
            return _any_of(_first([*branch, *rest], runs) for branch in value[1])
        if runs == [""] and name in ("ASSERT", "ASSERT_NOT", "AT"):
            continue  # what is asked of the place takes up no letter
        if runs == [""] and name in _REPEATS:
            once = _first([*value[2], _ANYTHING], runs)
            return once if value[0] else _any_of((once, _first(rest, runs)))
        return _begun(runs, "word" if _outside(item) else "beginning")
    return _begun(runs, "beginning")


_ANYTHING = ("ANY", None)


def _any_of(each: Iterable[Needed | None]) -> Needed | None:
    held = list(each)
    return None if None in held else frozenset(x for some in held for x in some or ())


def _begun(runs: list[str], kind: Kind) -> Needed | None:
    return frozenset((kind, run) for run in runs) if all(runs) else None


@dataclass
class _Walk:
    """The spellings of the word being walked through, and what has been found to be needed so far."""

    runs: list[str] = field(default_factory=lambda: [""])
    left: bool = False  # the word begins where the runs begin
    found: list[Needed] = field(default_factory=list)

    def through(self, items: Items, before: bool, after: bool) -> None:
        """``before``, ``after``: does what stands around ``items`` belong to no word?"""
        for i, item in enumerate(items):
            beside = _ends_outside(items, i, before)
            if beside and self.runs == [""]:
                self.left = True
            self._take(item, beside, _begins_outside(items, i, after), _begins_outside(items, i + 1, after))

    def _take(self, item: tuple[Any, Any], before: bool, here: bool, after: bool) -> None:
        name, value = str(item[0]), item[1]
        spellings = _spellings(item)
        if spellings is not None and len(spellings) * len(self.runs) <= _MOST:
            self.runs = [run + more for run in self.runs for more in spellings]
        elif name == "SUBPATTERN":
            self.through(list(value[-1]), before, after)
        elif name == "ATOMIC_GROUP":
            self.through(list(value), before, after)
        elif name == "BRANCH":
            self._branch([list(branch) for branch in value[1]], before, after)
        elif name in _REPEATS and value[0] > 0 and not here:
            self.close(False)
            self.through(list(value[2]), False, False)
        else:
            self.close(here)

    def _branch(self, branches: Sequence[Items], before: bool, after: bool) -> None:
        """One of several ways on: what is needed is what any of them needs."""
        walks = [_Walk(list(self.runs), self.left) for _ in branches]
        for walk, branch in zip(walks, branches, strict=True):
            walk.through(branch, before, after)
            walk.close(after)
        each = [walk.ranked() for walk in walks]
        if not all(each):
            self.close(False)
            return
        for i in range(max(map(len, each))):
            self.found.append(frozenset(x for ranked in each for x in ranked[min(i, len(ranked) - 1)]))
        self.runs, self.left = [""], False

    def close(self, right: bool) -> None:
        """The word walked through ends here; ``right``: nothing of a word follows."""
        if all(self.runs):
            kind: Kind = "word" if self.left and right else "beginning" if self.left else "ending" if right else "part"
            self.found.append(frozenset((kind, run) for run in self.runs))
        self.runs, self.left = [""], False

    def ranked(self) -> list[Needed]:
        """What has been found, the rarest words first; of as many as are worth asking for."""
        return sorted(dict.fromkeys(self.found), key=_cost)[:_SETS]


def _cost(words: Needed) -> float:
    """How often one of these words is met, roughly."""
    return sum(_cost_of(kind, letters) for kind, letters in words)


def _cost_of(kind: Kind, letters: str) -> float:
    if kind == "word":
        return 40.0 if letters in _COMMON else 1.0
    rare = (200.0, 100.0, 40.0, 10.0, 4.0, 2.0, 1.5)[min(len(letters), 6)]
    return rare if kind == "beginning" else 2 * rare


def _spellings(item: tuple[Any, Any]) -> list[str] | None:
    """All that an item can match, when that is a few runs of letters."""
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        letter = chr(value).lower()
        return [letter] if letter in _LETTERS else None
    if name == "IN":
        letters = [chr(v).lower() if str(op) == "LITERAL" else "" for op, v in value]
        return sorted(set(letters)) if len(letters) < 6 and all(x in _LETTERS for x in letters) else None
    if name == "SUBPATTERN":
        return _all_spellings(value[-1])
    if name == "ATOMIC_GROUP":
        return _all_spellings(value)
    if name == "BRANCH":
        each = [_all_spellings(branch) for branch in value[1]]
        return _few(x for some in each for x in some or ()) if None not in each else None
    if name in _REPEATS and value[0] == 0 and value[1] == 1:
        some = _all_spellings(value[2])
        return _few(["", *some]) if some is not None else None
    return None


def _all_spellings(items: Iterable[tuple[Any, Any]]) -> list[str] | None:
    runs = [""]
    for item in items:
        more = _spellings(item)
        if more is None or len(more) * len(runs) > _MOST:
            return None
        runs = [run + x for run in runs for x in more]
    return runs


def _few(spellings: Iterable[str]) -> list[str] | None:
    held = list(dict.fromkeys(spellings))
    return held if len(held) <= _MOST else None


def _outside(item: tuple[Any, Any]) -> bool:
    """Does this item stand for characters, or a place, that are in no word?"""
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        return not (chr(value).isalnum() or chr(value) == "_")
    if name == "IN":
        return all(
            (str(op) == "LITERAL" and not (chr(v).isalnum() or chr(v) == "_"))
            or (str(op) == "CATEGORY" and str(v) in _OUTSIDE)
            for op, v in value
        )
    if name == "AT":
        return str(value) != "AT_NON_BOUNDARY"
    if name in _REPEATS:
        return value[0] > 0 and all(_outside(x) for x in value[2])
    return False


def _optional(item: tuple[Any, Any]) -> bool:
    """Is it nothing, or characters that are in no word: does the item after it tell as much?"""
    name, value = str(item[0]), item[1]
    return name in _REPEATS and value[0] == 0 and len(value[2]) > 0 and all(_outside(x) for x in value[2])


def _begins_outside(items: Items, at: int, after: bool) -> bool:
    for item in items[at:]:
        if _outside(item):
            return True
        if not _optional(item):
            return False
    return after


def _ends_outside(items: Items, at: int, before: bool) -> bool:
    for item in reversed(items[:at]):
        if _outside(item):
            return True
        if not _optional(item):
            return False
    return before
