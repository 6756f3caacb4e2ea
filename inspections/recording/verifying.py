"""Is a quotation of a report really in that report? Compared with the primary source, when it is held.

The comparing itself is that of ``inspections.quotes``, as on the page where a visitor pastes a quotation.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from inspections import privacy
from inspections.quotes import ABSENT, Comparison, Folded, compare, fold, take
from inspections.text import Span

EXACT, ALTERED, NOT_FOUND, NOT_HELD = "exact", "altered", "not-found", "primary-not-held"
STATES = {"exact": EXACT, "altered": ALTERED, "absent": NOT_FOUND}


@dataclass(frozen=True)
class Primary:
    """A report as held, folded once for every comparison, and only if there is one to make."""

    name: str
    held: str
    furniture: tuple[Span, ...] = ()

    @cached_property
    def words(self) -> Folded:
        return fold(privacy.mask(self.held), skip=self.furniture)


@dataclass(frozen=True)
class Verified:
    """What the reports say of a quotation, and the passage of the one it was found in."""

    state: str
    primary: str = ""  # its source's name
    comparison: Comparison = ABSENT


def verify(quotation: str, primaries: Iterable[Primary]) -> Verified:
    """The best that any of the reports says of a quotation. Words may stand between its paragraphs."""
    given = take(quotation, paragraphs_apart=True)
    best = Verified(NOT_HELD)
    for primary in primaries:
        comparison = compare(given, primary.words)
        found = Verified(STATES[comparison.verdict], primary.name if comparison.spans else "", comparison)
        if best.state == NOT_HELD or _goodness(found) > _goodness(best):
            best = found
    return best


def _goodness(verified: Verified) -> tuple[int, float]:
    return (NOT_FOUND, ALTERED, EXACT).index(verified.state), verified.comparison.share
