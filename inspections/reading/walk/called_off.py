"""Visits that a later sentence of their paragraph says did not take place: the inspectors came, and went home."""

from __future__ import annotations

import re

from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.tellings.taking_place import NOT_HELD
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


# "third monitoring visit, rearranged. It went ahead."
_REARRANGED = re.compile(r"\b(?:rearranged|rescheduled|put\s+back|postponed\s+from\s[^.;:,]{3,30})\b", re.I)
_WENT_AHEAD = re.compile(
    r"\W*(?:(?:This\s+time|In\s+the\s+end|So)\s*,?\s+)?(?:[Ii]t|[Tt]his(?:\s+one)?|[Tt]hat(?:\s+one)?|[Tt]he\s+visit)\s+(?:did\s+)?(?:then\s+|duly\s+)?(?:went\s+ahead|go\s+ahead|took\s+place|take\s+place|happened)\b"
)


def held_after_all(walk: Walk, telling: Telling) -> bool:
    """Was a visit only rearranged, and does the next sentence say that it went ahead, and on no other day?"""
    named = telling.named
    words = _REARRANGED.sub("", named.span.of(walk.text))
    behind = next(iter(_after(walk, named)), None)
    if behind is None or behind.dates or NOT_HELD.search(words) or words == named.span.of(walk.text):
        return False
    return _WENT_AHEAD.match(walk.text, behind.span.start, behind.span.end) is not None
