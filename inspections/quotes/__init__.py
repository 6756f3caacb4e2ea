"""Is a quotation word for word in a held text? One way of comparing, for the import and for the page.

Texts are compared as words: letters and digits without regard to case, to the shape of marks, to
ligatures, dashes, line breaks and spacing. Ellipses and square brackets are the quoter's own: they cut
a quotation into runs, and the runs must stand in the held text in order. One other word is a difference.
"""

from __future__ import annotations

from inspections.quotes.exact import ABSENT, Comparison, Difference, Piece, Verdict, compare_exactly, places
from inspections.quotes.folding import Folded, Quotation, fold, take
from inspections.quotes.nearest import align

__all__ = [
    "ABSENT",
    "Comparison",
    "Difference",
    "Folded",
    "Piece",
    "Quotation",
    "Verdict",
    "align",
    "compare",
    "compare_exactly",
    "fold",
    "places",
    "take",
]


def compare(quotation: Quotation, held: Folded) -> Comparison:
    """Word for word, altered, or not there."""
    return compare_exactly(quotation, held) or align(quotation, held)
