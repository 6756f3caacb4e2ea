"""Where in the text that is being read each rule can begin."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from inspections.reading.lexicon import words_of
from inspections.reading.rule_words import PIECE, beginnings, beginnings_of_tokens, plain


class Whole:
    """The text that is being read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._led: dict[int, list[str]] | None = None  # for each rule, the words of the text that it begins with
        self._places: dict[int, Sequence[int]] = {}

    def learn(self) -> None:
        """A rule has been added."""
        self._led = None

    def begins(self, bit: int) -> Sequence[int]:
        """The places where a word stands that this rule begins with, in order."""
        held = self._places.get(bit)
        if held is None:
            if self._led is None:
                self._led = defaultdict(list)
                for word in words_of(self.text).places:
                    if rules := beginnings_of_tokens[word]:
                        for each in _each_of(rules):
                            self._led[each].append(word)
            led = self._led.get(bit)
            held = self._places[bit] = self._find(bit, led) if led else ()
        return held

    def _find(self, bit: int, led: Sequence[str]) -> Sequence[int]:
        words = words_of(self.text)
        starts, ends = words.starts, words.ends
        found = array("I")
        for word in led:
            if "'" not in word:
                found.extend([starts[n] for n in words.places[word]])
                continue
            for n in words.places[word]:
                pieces = PIECE.finditer(self.text, starts[n], ends[n])
                found.extend([m.start() for m in pieces if beginnings[plain(m.group())] & bit])
        return array("I", sorted(found)) if len(led) > 1 or (led and "'" in led[0]) else found


@lru_cache(maxsize=16384)
def _each_of(rules: int) -> tuple[int, ...]:
    """The bit of each of some rules."""
    return tuple(1 << number for number in range(rules.bit_length()) if rules >> number & 1)
