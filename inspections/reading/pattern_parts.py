"""A pattern taken apart: what stands in it one after another, and what each part can match.

What is asked of a part is worked out once for it, however many ways lead there.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

MOST = 48  # spellings of one word that are followed

_LETTERS = frozenset(string.ascii_lowercase)
_LETTER_OF = {ord(letter): letter.lower() for letter in string.ascii_letters} | {0x212A: "k"}  # the sign of kelvins
_FEW = 6  # letters that stand for one another
_OUTSIDE = frozenset(("CATEGORY_SPACE", "CATEGORY_NOT_WORD"))
_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))
_UNKNOWN: Any = object()


class Part:
    """One part of a pattern: what it is called, and the parts it consists of, one after another."""

    __slots__ = ("_optional", "_outside", "_spellings", "branches", "inner", "least", "most", "name", "value")

    def __init__(self, name: str, value: Any) -> None:
        self.name, self.value = name, value
        self.inner: list[Part] = []
        self.branches: list[list[Part]] = []
        self.least, self.most = 1, 1  # how often it stands there
        self._spellings: list[str] | None = _UNKNOWN
        self._outside: bool | None = None
        self._optional: bool | None = None
        if name == "SUBPATTERN":
            self.inner = _parts(value[-1])
        elif name == "ATOMIC_GROUP":
            self.inner = _parts(value)
        elif name == "BRANCH":
            self.branches = [_parts(branch) for branch in value[1]]
        elif name in _REPEATS:
            self.inner, self.least, self.most = _parts(value[2]), int(value[0]), int(value[1])

    @property
    def is_group(self) -> bool:
        return self.name in ("SUBPATTERN", "ATOMIC_GROUP")

    @property
    def repeats(self) -> bool:
        return self.name in _REPEATS

    @property
    def spellings(self) -> list[str] | None:
        """All that it can match, when that is a few runs of letters."""
        if self._spellings is _UNKNOWN:
            self._spellings = self._find_spellings()
        return self._spellings

    def _find_spellings(self) -> list[str] | None:
        if self.name == "LITERAL":
            letter = _LETTER_OF.get(self.value)
            return [letter] if letter else None
        if self.name == "IN":
            if len(self.value) >= _FEW:
                return None
            letters = {_LETTER_OF.get(v, "") if op.name == "LITERAL" else "" for op, v in self.value}
            return sorted(letters) if "" not in letters else None
        if self.is_group:
            return _all_spellings(self.inner)
        if self.name == "BRANCH":
            each = []
            for branch in self.branches:
                some = _all_spellings(branch)
                if some is None:
                    return None
                each += some
            return _few(each)
        if self.repeats and self.least == 0 and self.most == 1:
            some = _all_spellings(self.inner)
            return _few(["", *some]) if some is not None else None
        return None

    @property
    def outside(self) -> bool:
        """Does it stand for characters, or a place, that are in no word?"""
        if self._outside is None:
            self._outside = self._is_outside()
        return self._outside

    def _is_outside(self) -> bool:
        if self.name == "LITERAL":
            return not _in_a_word(self.value)
        if self.name == "IN":
            return all(
                (op.name == "LITERAL" and not _in_a_word(v)) or (op.name == "CATEGORY" and v.name in _OUTSIDE)
                for op, v in self.value
            )
        if self.name == "AT":
            return bool(self.value.name != "AT_NON_BOUNDARY")
        return self.repeats and self.least > 0 and all(part.outside for part in self.inner)

    @property
    def optional(self) -> bool:
        """Is it nothing, or characters that are in no word: does what stands beside it tell as much?"""
        if self._optional is None:
            once = self.repeats and self.least == 0 and len(self.inner) > 0
            self._optional = once and all(part.outside for part in self.inner)
        return self._optional


def _in_a_word(character: int) -> bool:
    return chr(character).isalnum() or character == ord("_")


class _Literals(dict[int, Part]):
    """Most parts are single characters, and one is as good as the other."""

    def __missing__(self, character: int) -> Part:
        made = self[character] = Part("LITERAL", character)
        return made


_literals = _Literals()


def _parts(parsed: Any) -> list[Part]:
    return [_literals[value] if op.name == "LITERAL" else Part(op.name, value) for op, value in parsed]


def _all_spellings(parts: Iterable[Part]) -> list[str] | None:
    runs = [""]
    for part in parts:
        more = part.spellings
        if more is None or len(more) * len(runs) > MOST:
            return None
        runs = [run + x for run in runs for x in more]
    return runs


def _few(spellings: Iterable[str]) -> list[str] | None:
    held = list(dict.fromkeys(spellings))
    return held if len(held) <= MOST else None


@lru_cache(maxsize=1)  # all that is asked of a pattern is asked in turn
def take_apart(pattern: str, flags: int) -> tuple[Sequence[Part], int] | None:
    """The parts of a pattern and its flags, with those it sets itself. None where this Python does not tell them."""
    parser = getattr(re, "_parser", None)  # not promised to stay: without it every rule is tried everywhere
    if parser is None:
        return None
    parsed = parser.parse(pattern, flags)
    return _parts(parsed), flags | parsed.state.flags
