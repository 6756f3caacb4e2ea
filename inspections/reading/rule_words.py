"""For each word the rules it may belong to, and those that may begin with it, as numbers with a bit for each.

A word is looked at once, however many texts it stands in.
"""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

from inspections.reading.needed import Needed

_LONGEST_WORD = 40
_MOST_WORDS = 32768
_MOST_LONG_WORDS = 2  # a text that is one word is asked about several times in turn


class Signs(dict[str, int]):
    """For each word, the sets of needed words it belongs to, as a number with one bit for each."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, int] = {}
        self.beginnings: dict[str, int] = {}
        self.endings: dict[str, int] = {}
        self.parts: dict[str, int] = {}
        self.any_part: re.Pattern[str] | None = None  # one of the parts, whichever
        self.sizes: list[int] = []  # of beginnings and endings
        self.bits: dict[Needed | int, int] = {}  # of each set of words that is asked for, and of each rule
        self.of_rules = 0  # the bits of rules, all together
        self.long: dict[str, int] = {}  # the long words met last

    def add(self, needs: Needed) -> int:
        """The bit that one of these words sets."""
        if needs in self.bits:
            return self.bits[needs]
        bit = self.bits[needs] = 1 << len(self.bits)
        kinds = {"word": self.words, "beginning": self.beginnings, "ending": self.endings, "part": self.parts}
        for kind, letters in needs:
            kinds[kind][letters] = kinds[kind].get(letters, 0) | bit
        sizes = {len(letters) for kind, letters in needs if kind in ("beginning", "ending")}
        self.sizes = sorted(sizes.union(self.sizes))
        self.any_part = None
        self.clear()
        self.long.clear()
        return bit

    def add_rule(self) -> int:
        """A bit of one rule alone: any stretch has it until the rule has been searched for there in vain."""
        bit = self.bits[len(self.bits)] = 1 << len(self.bits)
        self.of_rules |= bit
        return bit

    def __missing__(self, word: str) -> int:
        if word in self.long:
            return self.long[word]
        found = self.words.get(word, 0)
        length = len(word)
        for size in self.sizes:
            if size > length:
                break
            found |= self.beginnings.get(word[:size], 0) | self.endings.get(word[length - size :], 0)
        if self.any_part is None:
            self.any_part = re.compile("|".join(self.parts) or r"(?!)")
        if length > _LONGEST_WORD or self.any_part.search(word):  # in a long word each is found sooner by itself
            for letters, bits in self.parts.items():
                if letters in word:
                    found |= bits
        if length <= _LONGEST_WORD:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[word] = found
        else:
            if len(self.long) >= _MOST_LONG_WORDS:
                self.long.clear()
            self.long[word] = found
        return found


class _SignsOfTokens(dict[str, int]):
    """The same for the words of a lexicon, which may hold apostrophes: those of all their pieces."""

    def __missing__(self, token: str) -> int:
        found = reduce(or_, map(signs.__getitem__, token.split("'")))
        if len(token) <= _LONGEST_WORD:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[token] = found
        return found


class Beginnings(dict[str, int]):
    """For each word, the rules that begin with it."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, int] = {}
        self.beginnings: dict[str, int] = {}
        self.sizes: list[int] = []
        self.number = 0

    def add(self, needs: Needed) -> int:
        """The bit of a rule that begins with one of these words."""
        bit = 1 << self.number
        self.number += 1
        for kind, letters in needs:
            held = self.words if kind == "word" else self.beginnings
            held[letters] = held.get(letters, 0) | bit
        self.sizes = sorted({*self.sizes, *(len(letters) for kind, letters in needs if kind == "beginning")})
        self.clear()
        return bit

    def __missing__(self, word: str) -> int:
        found = self.words.get(word, 0)
        for size in self.sizes:
            if size > len(word):
                break
            found |= self.beginnings.get(word[:size], 0)
        if len(word) <= _LONGEST_WORD:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[word] = found
        return found


class _BeginningsOfTokens(dict[str, int]):
    """The same for the words of a lexicon, which may hold apostrophes: those of all their pieces."""

    def __missing__(self, token: str) -> int:
        found = reduce(or_, map(beginnings.__getitem__, token.split("'")))
        if len(token) <= _LONGEST_WORD:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[token] = found
        return found


signs = Signs()
signs_of_tokens = _SignsOfTokens()
beginnings = Beginnings()
beginnings_of_tokens = _BeginningsOfTokens()


PIECE = re.compile(r"[^\W_]+")
_MARKS = "’‘“”–—£…"  # the commonest that stand between words and are not ASCII
_APART = {number: " " for number in range(128) if not chr(number).isalnum()}
# letters that a pattern without regard to case takes for "i" and "s"
ODD = {"\u0130": "i", "\u0131": "i", "\u017f": "s"}


def pieces_of(words: str) -> list[str]:
    """The runs of letters and digits of a stretch, in small letters."""
    small = plain(words)
    if not small.isascii():
        for mark in _MARKS:
            small = small.replace(mark, " ")
        if not small.isascii():
            return PIECE.findall(small)
    return small.translate(_APART).split()


def plain(words: str) -> str:
    """In small letters, one for one."""
    if not words.isascii():
        for odd, letter in ODD.items():
            if odd in words:
                words = words.replace(odd, letter)
    return words.lower()
