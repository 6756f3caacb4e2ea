"""Is a page still telling of the same inspection where a grade stands alone?"""

from __future__ import annotations

import re

from inspections.reading.events import Event
from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk
from inspections.text import Span

# what the sentences between an inspection and a grade that stands alone go on about
_STILL = rule(
    r"\b(?:inspect\w*|report\w*|letter|marks?|visit\w*|rat(?:ed|ing)s?|grad(?:ed?|ing)s?|judg\w*|verdict|results?|outcome"
    r"|(?:they|it|team|watchdogs?|regulators?)\s+(?:came|spent|was|were|looked|met|spoke|found|said|took|stayed|left|went|had|wrote))\b",
    re.I,
)
_OF_OTHERS = rule(
    r"\b(?:survey\w*|polls?|questionnaires?|audits?|peer\s+(?:review|challenge)|(?:we|residents|parents|readers|staff|users|visitors)"
    r"\s+(?:\w+\s+)?(?:asked|were\s+asked|rated?|told|think|thought|scored?|voted|gave|said))\b",
    re.I,
)


def told_on_to(walk: Walk, telling: Telling, event: Event) -> bool:
    """Is everything between the inspection and a grade that stands alone ("Overall: good.") of that inspection too?"""
    named = telling.named
    held = [s.end for s in (*event.sentences, *event.spans) if s.end <= named.span.start]
    between = Span(max([named.segment.span.start, *held]), named.span.start)  # what stands in its own paragraph
    for other in walk.work.beside(between) if between.start < between.end else ():
        if other.span.end > named.span.start or other.span.end <= between.start:
            continue
        words = other.span.of(walk.text)
        if not any(c.isalpha() for c in words):
            continue  # the number of a paragraph
        if _OF_OTHERS.search(words) or (other.settings and not other.services):
            return False
        if other.span.start >= between.start and not (other.visits or other.inspectorates or _STILL.search(words)):
            return False
    return True
