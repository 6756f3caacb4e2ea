"""Where in the text that is being read each rule can begin."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from inspections.reading.lexicon import words_of
from inspections.reading.rule_words import PIECE, beginnings, beginnings_of_tokens, plain


class Whole:
    """The text that is being read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._led: list[tuple[str, int]] | None = None  # the words of the text that rules begin with, and which rules
        self._places: dict[int, Sequence[int]] = {}

    def learn(self) -> None:
        """A rule has been added."""
        self._led = None

    def begins(self, bit: int) -> Sequence[int]:
        """The places where a word stands that this rule begins with, in order."""
        held = self._places.get(bit)
        if held is None:
            if self._led is None:
                words = words_of(self.text).places
                self._led = [(word, rules) for word in words if (rules := beginnings_of_tokens[word])]
            led = [word for word, rules in self._led if rules & bit]
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
