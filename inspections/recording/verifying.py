"""Is a quotation of a report really in that report? Compared with the primary source, when it is held.

Ellipses and square brackets are the quoter's: they split the quotation into runs, and each run must
stand in the report, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from inspections.text import WORD, Tidied, tidy

EXACT, ALTERED, NOT_FOUND, NOT_HELD = "exact", "altered", "not-found", "primary-not-held"
_EDITORIAL = re.compile(r"\[[^\[\]]{0,200}\]|…|\.(?:\s?\.){2,}|\n\n")
LEAST_SHARE = 0.5  # of a quotation's words that must stand near one another to call it altered
LEAST_WORDS = 4  # in one unbroken run


@dataclass(frozen=True)
class Primary:
    """A report as held, folded once for every comparison, and only if there is one to make."""

    name: str
    held: str

    @cached_property
    def text(self) -> Tidied:
        return tidy(self.held)


def verify(quotation: str, primaries: Iterable[Primary]) -> str:
    """The best that any of the reports says of a quotation."""
    found = [_verify_in(quotation, primary.text) for primary in primaries]
    return min(found, key=(EXACT, ALTERED, NOT_FOUND).index) if found else NOT_HELD


def runs(quotation: str) -> list[str]:
    """What the quoter gives as the report's own words, between ellipses, brackets and paragraphs."""
    return [run for run in (_trimmed(each) for each in _EDITORIAL.split(quotation)) if run]


def _trimmed(run: str) -> str:
    """A run from its first word to its last: the punctuation at its ends is the quoter's."""
    return tidy(run).text.strip(" .,;:!?'\"-()")


def _verify_in(quotation: str, primary: Tidied) -> str:
    wanted = runs(quotation)
    if not wanted:
        return NOT_FOUND
    at = 0
    for run in wanted:
        at = _find_run(run, primary.text, at)
        if at < 0:
            return ALTERED if _resembles(" ".join(wanted), primary.text) else NOT_FOUND
        at += len(run)
    return EXACT


def _find_run(run: str, text: str, start: int) -> int:
    """The first place of a run from ``start`` that begins and ends with whole words; -1 for none."""
    at = text.find(run, start)
    while at >= 0:
        end = at + len(run)
        if not (at and text[at - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            return at
        at = text.find(run, at + 1)
    return -1


def _resembles(quotation: str, text: str) -> bool:
    """Does enough of a quotation stand near together in a text to be an altered version of it?"""
    ours, theirs = WORD.findall(quotation), WORD.findall(text)
    whole = SequenceMatcher(None, ours, theirs, autojunk=False)
    longest = whole.find_longest_match()
    if longest.size < min(LEAST_WORDS, len(ours)):
        return False
    begin = max(0, longest.b - 2 * len(ours))
    near = SequenceMatcher(None, ours, theirs[begin : longest.b + 2 * len(ours)], autojunk=False)
    return sum(block.size for block in near.get_matching_blocks()) >= LEAST_SHARE * len(ours)
