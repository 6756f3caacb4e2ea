"""Altered: the nearest passage of a held text, and every word in which a quotation differs from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from inspections.quotes.exact import ABSENT, Comparison, Piece, places
from inspections.quotes.folding import Folded, Quotation, fold

LEAST_SHARE = 0.5  # of a quotation's words that must stand near one another to call it altered
LEAST_WORDS = 4  # that it must share, whatever its length
NEAR = 2  # an alignment looks this many lengths of the quotation around their longest common run
HEAVY = 40_000  # pairs of equal words that one alignment may weigh; the commonest words wait until it has begun

_SENTENCE_END = re.compile(r"[.!?:;\u2022]|\n\s*\n")


def align(quotation: Quotation, held: Folded) -> Comparison:
    """The nearest passage and every difference from it; absent where too little is shared."""
    theirs = [word for run in quotation.runs for word in run.words]
    if len(theirs) < LEAST_WORDS or not held.words:
        return ABSENT
    first, end = _neighbourhood(theirs, held)
    near = held.words[first:end]
    blocks = [
        (block.a, block.b, block.size) for block in _matcher(theirs, near).get_matching_blocks() if block.size
    ]  # fmt: skip
    blocks = _drop_strays(blocks, len(theirs), _cuts(quotation))
    shared = sum(size for _, _, size in blocks)
    if shared < LEAST_WORDS or shared < LEAST_SHARE * len(theirs):
        return ABSENT
    begin = _reach_back(held, first + blocks[0][1], blocks[0][0])
    stop = _reach_on(held, first + blocks[-1][1] + blocks[-1][2], len(theirs) - blocks[-1][0] - blocks[-1][2])
    blocks = [(a, b + first - begin, size) for a, b, size in blocks]
    pieces = tuple(_pieces(quotation, held.cut(begin, stop), blocks))
    comparison = Comparison("altered", (held.span(begin, stop),), pieces, shared / len(theirs))
    return comparison if comparison.differences else ABSENT


def _reach_back(held: Folded, begin: int, words: int) -> int:
    """As many words further back as the quotation has left over, within the sentence."""
    while words and begin and not _SENTENCE_END.search(held.between(begin - 1)):
        begin, words = begin - 1, words - 1
    return begin


def _reach_on(held: Folded, stop: int, words: int) -> int:
    while words and stop < len(held.words) and not _SENTENCE_END.search(held.between(stop - 1)):
        stop, words = stop + 1, words - 1
    return stop


def _neighbourhood(theirs: Sequence[str], held: Folded) -> tuple[int, int]:
    """The words around the longest run that both share."""
    whole = _matcher(theirs, held.words)
    longest = whole.find_longest_match()
    begin = max(0, longest.b - longest.a - NEAR * len(theirs))
    return begin, min(len(held.words), longest.b + (NEAR + 1) * len(theirs))


def _matcher(theirs: Sequence[str], held: Sequence[str]) -> SequenceMatcher[str]:
    """A matcher whose work is bounded: words so common that they would weigh it down begin no match."""
    ours, counts = Counter(theirs), Counter(held)
    heaviest = sorted(((ours[word] * counts[word], word) for word in ours), reverse=True)
    weight = sum(pairs for pairs, _ in heaviest)
    junk = set()
    for pairs, word in heaviest:
        if weight <= HEAVY:
            break
        junk.add(word)
        weight -= pairs
    return SequenceMatcher(junk.__contains__ if junk else None, theirs, held, autojunk=False)


Block = tuple[int, int, int]
Blocks = list[Block]


def _drop_strays(blocks: Blocks, size: int, cuts: set[int]) -> Blocks:
    """Without the small matches at either end that stand too far from the rest to belong to it."""
    kept = list(blocks)
    while len(kept) > 1:
        head, tail = kept[0], kept[-1]
        if _is_stray(head, kept[1], size, cuts):
            kept.pop(0)
        elif _is_stray(kept[-2], tail, size, cuts, tail[2]):
            kept.pop()
        else:
            break
    return kept


def _is_stray(
    before: tuple[int, int, int], after: tuple[int, int, int], size: int, cuts: set[int], own: int = 0
) -> bool:
    gap = after[1] - before[1] - before[2]
    apart = after[0] - before[0] - before[2]
    allowed = max(6, size // 3) if any(before[0] + before[2] <= cut <= after[0] for cut in cuts) else 2
    return (own or before[2]) <= 2 and gap - apart > allowed


def _cuts(quotation: Quotation) -> set[int]:
    """The word numbers at which a run ends and the next begins."""
    return set(accumulate(len(run.words) for run in quotation.runs[:-1]))


def _pieces(quotation: Quotation, near: Folded, blocks: Blocks) -> Iterator[Piece]:
    """The quotation and the passage side by side, from the first word of either to the last of both."""
    words = [(run, n) for run in quotation.runs for n in range(len(run.words))]
    cuts = _cuts(quotation)
    at = here = 0
    for a, b, size in [*_cut_blocks(blocks, cuts), (len(words), len(near.words), 0)]:
        theirs, held = _theirs(quotation, words[at:a]), near.printed(here, b)
        if any(at <= cut <= a for cut in cuts) and not theirs:
            yield Piece("editor", "…", held)
        elif theirs and held:
            yield Piece("same" if _reads_alike(theirs, held) else "changed", theirs, held)
        elif theirs:
            yield Piece("inserted", theirs, "")
        elif held:
            yield Piece("left-out", "", held)
        if size:
            yield Piece("same", _theirs(quotation, words[a : a + size]), near.printed(b, b + size))
        at, here = a + size, b + size


def _cut_blocks(blocks: Blocks, cuts: set[int]) -> Iterator[Block]:
    """The matches, none of them across a cut of the quoter's."""
    for a, b, size in blocks:
        begin = a
        for cut in [*sorted(cut for cut in cuts if a < cut < a + size), a + size]:
            yield begin, b + begin - a, cut - begin
            begin = cut


def _reads_alike(theirs: str, held: str) -> bool:
    """Do two wordings differ in nothing but a hyphen?"""
    whole = fold(held)
    return (0, len(whole.words)) in places(fold(theirs), whole)


def _theirs(quotation: Quotation, words: Sequence[tuple[Folded, int]]) -> str:
    """The quotation's own characters for these words."""
    if not words:
        return ""
    (first, n), (last, m) = words[0], words[-1]
    return " ".join(quotation.text[first.starts[n] : last.ends[m]].split())
