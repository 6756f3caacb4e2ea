"""Word for word: the places where every run of a quotation stands, and what such a comparison tells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from inspections.quotes.folding import Folded, Quotation
from inspections.text import Span

Verdict = Literal["exact", "altered", "absent"]
LONGEST_OMISSION = 500  # words that an ellipsis may leave out; runs further apart are not one quotation
MOST_STARTS = 200  # places of a first run that are tried
SHOWN_WORDS = 12  # at either end of a long omission


@dataclass(frozen=True)
class Difference:
    """One place where a quotation and the held text part.

    ``inserted``: only the quotation has these words. ``left-out``: only the held text has them.
    ``changed``: each has other words here.
    """

    kind: Literal["inserted", "left-out", "changed"]
    theirs: str
    held: str


@dataclass(frozen=True)
class Piece:
    """Words of a quotation as a page shows them beside the held text."""

    kind: Literal["same", "inserted", "left-out", "changed", "editor"]
    theirs: str
    held: str


@dataclass(frozen=True)
class Comparison:
    """What one held text says of a quotation."""

    verdict: Verdict
    spans: tuple[Span, ...] = ()  # of each run that stands; for an altered one, of the nearest passage
    pieces: tuple[Piece, ...] = ()
    share: float = 0.0  # of the quotation's words that stand there
    omitted: int = 0  # words of the held text between its runs

    @property
    def span(self) -> Span | None:
        return Span(self.spans[0].start, self.spans[-1].end) if self.spans else None

    @property
    def differences(self) -> tuple[Difference, ...]:
        return tuple(
            Difference(piece.kind, piece.theirs, piece.held)
            for piece in self.pieces
            if piece.kind != "same" and piece.kind != "editor"
        )


ABSENT = Comparison("absent")


def compare_exactly(quotation: Quotation, held: Folded) -> Comparison | None:
    """The first place where every run stands, in order; None where there is none."""
    if not quotation.runs:
        return None
    whole = next(places(quotation.whole, held), None)
    if whole is not None:
        return Comparison("exact", (held.span(*whole),), share=1.0)
    if len(quotation.runs) == 1 and quotation.runs[0].words == quotation.whole.words:
        return None
    chain = _nearest_chain(quotation.runs, held)
    if chain is None:
        return None
    pieces: list[Piece] = []
    omitted = 0
    for number, (begin, end) in enumerate(chain):
        if number:
            before = chain[number - 1][1]
            omitted += begin - before
            far = begin - before > LONGEST_OMISSION
            said = _between_runs(quotation, number)
            pieces.append(Piece("left-out" if far else "editor", said, _shortly(held, before, begin)))
        run = quotation.runs[number]
        pieces.append(Piece("same", run.printed(0, len(run.words)), held.printed(begin, end)))
    spans = tuple(held.span(*place) for place in chain)
    verdict: Verdict = "altered" if any(piece.kind == "left-out" for piece in pieces) else "exact"
    return Comparison(verdict, spans, tuple(pieces), 1.0, omitted)


def _nearest_chain(runs: Sequence[Folded], held: Folded) -> list[tuple[int, int]] | None:
    """The places of the runs, in order, with the fewest words between them."""
    best: list[tuple[int, int]] | None = None
    for start in islice(places(runs[0], held), MOST_STARTS):
        chain = [start]
        for run in runs[1:]:
            place = next(places(run, held, chain[-1][1]), None)
            if place is None:
                return best
            chain.append(place)
        if best is None or chain[-1][1] - chain[0][0] < best[-1][1] - best[0][0]:
            best = chain
    return best


def _between_runs(quotation: Quotation, number: int) -> str:
    """What the quoter put between a run and the one before it."""
    between = quotation.text[quotation.runs[number - 1].ends[-1] : quotation.runs[number].starts[0]]
    return " ".join(between.split()).strip(",;:") or "…"


def _shortly(held: Folded, begin: int, end: int) -> str:
    """Words of the held text, the middle of a long stretch only counted."""
    if end - begin <= 2 * SHOWN_WORDS:
        return held.printed(begin, end)
    middle = end - begin - 2 * SHOWN_WORDS
    return f"{held.printed(begin, begin + SHOWN_WORDS)} […{middle} words…] {held.printed(end - SHOWN_WORDS, end)}"


def places(run: Folded, held: Folded, first: int = 0) -> Iterator[tuple[int, int]]:
    """Every place, as word numbers, where the words of a run stand in a held text, from the word ``first``."""
    wanted, letters, edges = run.letters, held.letters, held.edges
    if not wanted or first >= len(held.words):
        return
    inner = run.edges[1:-1]
    at = letters.find(wanted, edges[first])
    while at >= 0:
        end = at + len(wanted)
        begin, stop = bisect_left(edges, at), bisect_left(edges, end)
        if edges[begin] == at and stop < len(edges) and edges[stop] == end:
            ours = set(inner)
            theirs = {edge - at for edge in edges[begin + 1 : stop]}
            firm = held.firm[bisect_right(held.firm, at) : bisect_left(held.firm, end)]
            if all(edge - at in ours for edge in firm) and all(edge in theirs for edge in run.firm):
                yield begin, stop
        at = letters.find(wanted, at + 1)
