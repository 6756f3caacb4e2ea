"""Visits that a later sentence of their paragraph says did not take place: the inspectors came, and went home."""

from __future__ import annotations

import re

from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk

_WAS_OFF = rule(
    r"\b(?:the|their)\s+(?:whole\s+|entire\s+)?(?:inspection|visit|fieldwork|thing|exercise)\s+(?:was|had\s+been|were)\s+(?:(?:then|later|soon|therefore|at\s+once|all)\s+)*"
    r"(?:off\b(?!\s+(?:to|the)\b)|called\s+off|cancelled|abandoned|aborted|scrapped|withdrawn|given\s+up|stood\s+down|halted|postponed|put\s+off|over\s+before\s+it)"
    r"|\bnothing\s+(?:at\s+all\s+)?(?:was|had\s+been|has\s+been)\s+(?:ever\s+|in\s+fact\s+)?inspected\b"
    r"|\bno\s+(?:inspection|visit)\s+(?:took\s+place|was\s+(?:made|held|carried\s+out)|happened)\b"
    r"|\b(?:they|inspectors|the\s+(?:team|inspectors)|everybody|everyone)\s+(?:(?:was|were|had\s+been|all)\s+)?(?:sent|went|gone|turned\s+(?:round|back|away))\s+(?:back\s+|straight\s+)?(?:home|away)\b(?!\s+(?:with|happy|pleased|impressed|satisfied))",
    re.I,
)
# "They had first planned to come in January, but the visit was cancelled"
_OF_ANOTHER = rule(
    r"\b(?:planned|due|booked|arranged|scheduled|pencilled|intended|meant|(?:was|were)\s+to|earlier|another|second|next|first|originally|before\s+that|previous\w*)\b",
    re.I,
)
_AHEAD = 4  # sentences of the same paragraph


def called_off_later(walk: Walk, telling: Telling) -> bool:
    """ "They arrived on Monday. By noon the inspection was off.": no grade is told, and no other visit in between."""
    named = telling.named
    for later in _after(walk, named):
        if later.authorities or later.inspectorates or later.services:
            return False
        found = _WAS_OFF.search(walk.text, later.span.start, later.span.end)
        if found is not None:
            return _OF_ANOTHER.search(walk.text, later.span.start, found.start()) is None
        if later.visits and any(day.edtf for day in later.dates):
            return False
    return False


def _after(walk: Walk, named: Naming) -> list[Naming]:
    at = walk.work.before(named.span.end)
    return [n for n in walk.work.named[at : at + _AHEAD] if n.segment.index == named.segment.index]
