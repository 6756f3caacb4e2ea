"""An inspection of a school or a college in a clause of its own, beside one of a council's service in another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from inspections.reading.naming import Naming
from inspections.reading.visits import Visit
from inspections.text import Span

_NEXT_CLAUSE = re.compile(r";|,\s+(?:and|but|while|whilst|whereas|although|though|yet)\b|\s+(?:while|whilst|whereas)\s")


def inspections_of_settings(text: str, named: Naming, visits: Sequence[Visit]) -> tuple[Span, ...]:
    """The words of those visits of a sentence whose clause names a setting alone; none where no other clause has one.

    "The college was good at an inspection in May, and the council's adult learning was inspected in June."
    """
    if not named.settings or len(visits) < 2:
        return ()
    cuts = [m.start() for m in _NEXT_CLAUSE.finditer(text, named.span.start, named.span.end)]
    edges = [named.span.start, *cuts, named.span.end]
    clauses = [Span(a, b) for a, b in pairwise(edges)]
    ours = [*(each.span for each in named.services), *(each.span for each in named.authorities)]
    ours = [each for each in ours if not any(each.overlaps(setting.span) for setting in named.settings)]
    seen = [(v.span, clause) for v in visits for clause in clauses if v.span.within(clause)]
    theirs = {
        span
        for span, clause in seen
        if any(s.span.within(clause) for s in named.settings) and not any(s.within(clause) for s in ours)
    }
    of_us = any(span not in theirs and any(s.within(clause) for s in ours) for span, clause in seen)
    return tuple(sorted(theirs)) if of_us else ()
