"""Which of several inspections a telling of no day is of, when its own words point at the newest of them."""

from __future__ import annotations

import re
from typing import Final

from inspections.reading.events import Event
from inspections.reading.rules import rule
from inspections.reading.visits import UNGRADED
from inspections.text import Span

NEWEST: Final = "newest"  # the note of a telling that says "on this occasion"
ANOTHER: Final = "another"  # the note of one that is told of as one more: "a second inspection had found them good"
ANEW: Final = "anew"  # the note of one whose report is said to be new: not of an inspection told of before
IN_DOUBT: Final = "in-doubt"  # of one that may be of either of two, and is left out

# "On Tuesday a new report was published", after one has been told of: another
NEW_REPORT = re.compile(r"\b(?:[Aa]|[Ii]ts|[Tt]heir|[Tt]he)\s+(?:new|fresh|newest)\s+(?:\w+\s+)?report\b(?!\s+cards?)")
# "On this occasion the council was judged as follows", and not "at that inspection", which is the one just above
POINTS_AT_NEWEST = rule(
    r"\b(?:on\s+this\s+occasion|this\s+time|at\s+this\s+inspection"
    r"|(?:the|this|its|their|our)\s+(?:latest|newest|most\s+recent|present|current)\s+(?:inspection|report)s?)\b",
    re.I,
)


def points_at_newest(event: Event) -> bool:
    """Is this a grade of no day that is told of "this occasion"?"""
    graded = event.overall is not None or bool(event.aspects)
    return NEWEST in event.notes and graded and event.any_date is None and not event.named_apart and not event.previous


def newest_of(event: Event, fits: list[Event], told: list[Event]) -> Event | None:
    """The inspection that "on this occasion" is of; None: which one is not clear.

    It is the newest of the council and service told so far, and what the page is about or what was told of last.
    ``fits``: those that agree with the telling, one at least; ``told``: all told so far.
    """
    peers = [
        e
        for e in told
        if e in fits or (e.slugs == event.slugs and e.service == event.service and e.kind not in UNGRADED)
    ]
    undated = [e for e in fits if e.any_date is None]
    days = [(day.latest, e) for e in peers if (day := e.any_date) is not None and day.latest is not None]
    if not days or undated:
        return undated[0] if len(fits) == 1 else None
    newest = max(days, key=lambda each: each[0])[1]
    if newest not in fits:
        return None
    return newest if newest.main or newest is nearest(event, peers) else None


def nearest(event: Event, events: list[Event]) -> Event | None:
    """The one told of last before a telling; None: all are told of below it."""
    start = min(s.start for s in event.spans)
    above = [(max(ends), e) for e in events if (ends := [s.end for s in e.spans if s.end <= start])]
    return max(above, key=lambda each: each[0])[1] if above else None


_ONE_MORE = re.compile(
    r"\b(?:another|an\s+additional|a\s+(?:further|new|fresh|second|third|fourth|later|subsequent))\s+(?:[\w-]+\s+){0,2}"
    r"(?:re-?)?(?:inspection|visit|assessment)$",
    re.I,
)
_WAY = 24  # characters, to the article


def one_more(text: str, visit: Span) -> bool:
    """ "A second inspection", "another visit": is an inspection brought in as one more than was told of?"""
    return _ONE_MORE.search(text, max(0, visit.start - _WAY), visit.end) is not None
