"""Assessments of a council as a whole, whose grades are none of a service: the Audit Commission's, up to 2010."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.rules import rule
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.naming import Naming

CORPORATE = rule(
    r"\b(?:corporate\s+assessments?|comprehensive\s+(?:performance|area)\s+assessments?|use\s+of\s+resources|direction\s+of\s+travel"
    r"|organisational\s+assessments?|best\s+value\s+(?:inspections?|reviews?)|Audit\s+Commission|(?-i:CPA|CAA))\b",
    re.I,
)
_SERVICES = rule(
    r"\b(?:children[’']?s?|adults?|social\s+(?:care|services|work\w*)|safeguarding|fostering|adoption|youth|education|special\s+(?:educational\s+)?needs|send|learning"
    r"|Ofsted|CQC|CSCI)\b",
    re.I,
)
_FARTHEST = 220  # characters back to where such an assessment is spoken of


def is_of_the_corporate_body(text: str, named: Naming, grade: Span) -> bool:
    """ "In the comprehensive performance assessment we were called good": no service is spoken of since."""
    if named.services:
        return False
    behind = CORPORATE.search(text, grade.end, named.span.end)
    if behind is not None and _SERVICES.search(text, named.span.start, named.span.end) is None:
        return True  # "is rated two stars under the comprehensive performance assessment"
    told = _last(text, max(named.segment.span.start, named.span.start - _FARTHEST), grade.start)
    return told is not None and _SERVICES.search(text, told.end(), grade.start) is None


def _last(text: str, start: int, end: int) -> re.Match[str] | None:
    found = list(CORPORATE.finditer(text, start, end))
    return found[-1] if found else None
