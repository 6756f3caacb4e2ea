"""Which words a pattern cannot match without, worked out from the pattern itself.

The answer is a set of which every match holds one at least: whole words, beginnings, endings or parts of words,
in small letters of the alphabet. None when no such set can be told: such a pattern may match anywhere.
Erring is to one side only: a set may be larger than it need be, and never lacks a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from inspections.reading.pattern_parts import MOST, Part, take_apart

Kind = Literal["word", "beginning", "ending", "part"]
Needed = frozenset[tuple[Kind, str]]

_SETS = 3  # of words that are asked for at most, for one pattern
_TOO_COMMON = 30.0  # in ``_cost``: words that nearly every stretch has are asked for only where there are no others
_COMMON = frozenset(
    "the a an of to in and is are was were it its by for on at with that this be been has have had not no or as "
    "from their they we our which who but than s t".split()
)
_ZERO_WIDTH = frozenset(("ASSERT", "ASSERT_NOT", "AT"))

Parts = Sequence[Part]


def needed(pattern: str, flags: int = 0) -> Needed | None:
    """The words one of which is in whatever ``pattern`` matches."""
    return next(iter(all_needed(pattern, flags)), None)


def all_needed(pattern: str, flags: int = 0) -> list[Needed]:
    """Sets of words of each of which one is in whatever ``pattern`` matches, the rarest first; none can be told: []."""
    apart = take_apart(pattern, flags)
    if apart is None or flags & re.ASCII:
        return []
    walk = _Walk()
    walk.through(apart[0], False, False)
    walk.close(False)
    return [words for i, (cost, words) in enumerate(walk.ranked()) if i == 0 or cost < _TOO_COMMON]


def begins_its_text(pattern: str, flags: int = 0) -> bool:
    """Does ``pattern`` match at the beginning of a text and nowhere else?"""
    apart = take_apart(pattern, flags)
    if apart is None or apart[1] & re.MULTILINE or not apart[0]:
        return False
    first = apart[0][0]
    return first.name == "AT" and first.value.name in ("AT_BEGINNING", "AT_BEGINNING_STRING")


def leading(pattern: str, flags: int = 0) -> tuple[Needed, bool] | None:
    """The words one of which every match of ``pattern`` begins with, and whether a mark may stand before it.

    None when no such set can be told.
    """
    apart = take_apart(pattern, flags)
    if apart is None or flags & re.ASCII:
        return None
    parts = apart[0]
    if not parts or not (_is_boundary(parts[0]) or _is_no_word_before(parts[0])):
        return None
    marked = len(parts) > 1 and _is_a_mark(parts[1])
    first = _first(parts[1 + marked :], [""])
    return (first, marked) if first is not None else None


def _is_boundary(part: Part) -> bool:
    return part.name == "AT" and part.value.name == "AT_BOUNDARY"


def _is_no_word_before(part: Part) -> bool:
    """``(?<!\\w)``, and ``(?<![\\w-])``"""
    if part.name != "ASSERT_NOT" or part.value[0] >= 0 or len(part.value[1]) != 1:
        return False
    op, value = part.value[1][0]
    return op.name == "IN" and any(op.name == "CATEGORY" and v.name == "CATEGORY_WORD" for op, v in value)


def _is_a_mark(part: Part) -> bool:
    """One character at most, that is in no word."""
    if part.name == "SUBPATTERN":
        return len(part.inner) == 1 and _is_a_mark(part.inner[0])
    once = part.name == "MAX_REPEAT" and (part.least, part.most) == (0, 1) and len(part.inner) == 1
    return once and part.inner[0].name in ("LITERAL", "IN") and part.inner[0].outside


def _first(parts: Parts, runs: list[str]) -> Needed | None:
    """The words that ``parts`` begin with, after ``runs`` of letters that are theirs."""
    for i, part in enumerate(parts):
        spellings = part.spellings
        if spellings is not None and len(spellings) * len(runs) <= MOST:
            runs = [run + more for run in runs for more in spellings]
            continue
        if part.name == "SUBPATTERN":
            return _first([*part.inner, *parts[i + 1 :]], runs)
        if part.name == "BRANCH":
            return _any_of(_first([*branch, *parts[i + 1 :]], runs) for branch in part.branches)
        if runs == [""] and part.name in _ZERO_WIDTH:
            continue  # what is asked of the place takes up no letter
        if runs == [""] and part.repeats:
            once = _first([*part.inner, _ANYTHING], runs)
            return once if part.least else _any_of((once, _first(parts[i + 1 :], runs)))
        return _begun(runs, "word" if part.outside else "beginning")
    return _begun(runs, "beginning")


_ANYTHING = Part("ANY", None)


def _any_of(each: Iterable[Needed | None]) -> Needed | None:
    every: set[tuple[Kind, str]] = set()
    for some in each:
        if some is None:
            return None
        every |= some
    return frozenset(every)


def _begun(runs: list[str], kind: Kind) -> Needed | None:
    return frozenset((kind, run) for run in runs) if all(runs) else None


@dataclass
class _Walk:
    """The spellings of the word being walked through, and what has been found to be needed so far."""

    runs: list[str] = field(default_factory=lambda: [""])
    left: bool = False  # the word begins where the runs begin
    found: list[Needed] = field(default_factory=list)

    def through(self, parts: Parts, before: bool, after: bool) -> None:
        """``before``, ``after``: does what stands around ``parts`` belong to no word?"""
        follows = [after]  # from the end: does what stands from there on begin with what belongs to no word?
        for part in reversed(parts):
            follows.append(part.outside or (part.optional and follows[-1]))
        follows.pop()
        for part in parts:
            if before and self.runs == [""]:
                self.left = True
            beyond = follows.pop()
            self._take(part, before, part.outside or (part.optional and beyond), beyond)
            before = part.outside or (part.optional and before)

    def _take(self, part: Part, before: bool, here: bool, after: bool) -> None:
        spellings = part.spellings
        if spellings is not None and len(spellings) * len(self.runs) <= MOST:
            self.runs = [run + more for run in self.runs for more in spellings]
        elif part.is_group:
            self.through(part.inner, before, after)
        elif part.name == "BRANCH":
            self._branch(part.branches, before, after)
        elif part.repeats and part.least > 0 and not here:
            self.close(False)
            self.through(part.inner, False, False)
        else:
            self.close(here)

    def _branch(self, branches: Sequence[Parts], before: bool, after: bool) -> None:
        """One of several ways on: what is needed is what any of them needs."""
        each = []
        for branch in branches:
            walk = _Walk(list(self.runs), self.left)
            walk.through(branch, before, after)
            walk.close(after)
            each.append([words for _, words in walk.ranked()])
        if not all(each):
            self.close(False)
            return
        for i in range(max(map(len, each))):
            self.found.append(frozenset().union(*[ranked[min(i, len(ranked) - 1)] for ranked in each]))
        self.runs, self.left = [""], False

    def close(self, right: bool) -> None:
        """The word walked through ends here; ``right``: nothing of a word follows."""
        if all(self.runs):
            kind: Kind = "word" if self.left and right else "beginning" if self.left else "ending" if right else "part"
            self.found.append(frozenset((kind, run) for run in self.runs))
        self.runs, self.left = [""], False

    def ranked(self) -> list[tuple[float, Needed]]:
        """What has been found, the rarest words first, with how often they are met; of as many as are worth it."""
        each = [(_cost(words), words) for words in dict.fromkeys(self.found)]
        return sorted(each, key=lambda found: found[0])[:_SETS]


def _cost(words: Needed) -> float:
    """How often one of these words is met, roughly."""
    return sum([_cost_of(kind, letters) for kind, letters in words])


def _cost_of(kind: Kind, letters: str) -> float:
    if kind == "word":
        return 40.0 if letters in _COMMON else 1.0
    rare = (200.0, 100.0, 40.0, 10.0, 4.0, 2.0, 1.5)[min(len(letters), 6)]
    return rare if kind == "beginning" else 2 * rare
