"""Days told by another inspection's: "in the same fortnight, and the report was published on the same day"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.walk import Walk


_SAME_DAYS = rule(
    r"\b(?:in|on|over|during|within)\s+(?:the|those|these)\s+(?:very\s+)?same\s+(?:(?:one|two|three|four|five|\d+)\s+)?(?:days|weeks|fortnight)\b"
    r"(?P<as>\s+(?:as|that|when|in\s+which)\b)?",
    re.I,
)
_SAME_DAY_OUT = rule(
    r"\b(?:published|issued|released|(?:came|was|were)\s+out|appeared)\s+(?:on\s+)?(?:the|that)\s+(?:very\s+)?same\s+(?:day|date|morning)\b"
    r"(?!\s+(?:as|that|when|in)\b)",
    re.I,
)
_NEAR = 3  # segments of sentences and headings between the two


def same_days(walk: Walk, telling: Telling, places: list[tuple[str, Span]]) -> Mention | None:
    """ "The board, reviewed in those same weeks": the days of the inspection told of just before."""
    named = telling.named
    if any(d.edtf for d in named.dates):
        return None
    found = _SAME_DAYS.search(walk.text, named.span.start, named.span.end)
    if found is None:
        return None
    slugs = frozenset(slug for slug, _ in places)
    for event in reversed(walk.work.events):
        if named.segment.index - event.segment > 2:
            break
        day = event.inspected
        if day is not None and day.known and day.precision in ("day", "period") and event.slugs == slugs:
            return replace(day, basis="derived", note="the same days as the inspection told of just before")
    other = _of_the_council_before(walk, telling, slugs) if found["as"] is None else None
    day = other.inspected if other is not None else None
    if day is None or not day.known or day.precision not in ("day", "period"):
        return None
    return replace(day, basis="derived", note="the same days as the inspection told of just before")


def same_day_out(walk: Walk, telling: Telling, places: list[tuple[str, Span]]) -> Mention | None:
    """ "and the report was published on the same day": that of the report told of just before, another council's."""
    named = telling.named
    if any(d.edtf for d in named.dates) or not _SAME_DAY_OUT.search(walk.text, named.span.start, named.span.end):
        return None
    other = _of_the_council_before(walk, telling, frozenset(slug for slug, _ in places))
    day = other.published if other is not None else None
    if day is None or not day.known or day.precision != "day":
        return None
    return replace(day, basis="derived", note="the same day as the report told of just before")


def _of_the_council_before(walk: Walk, telling: Telling, slugs: frozenset[str]) -> Event | None:
    """The inspection of another council that was told of last, where nothing but its grades stand between.

    Only for a council below its own heading: a sentence that names another in passing may speak of its own weeks.
    """
    index, event = walk.newest
    if event is None or not slugs or event.slugs & slugs or not event.slugs:
        return None
    above = walk.heading(telling.named)
    if above is None or not any(slugs & set(each.slugs) for each in above.authorities):
        return None
    between = walk.work.context.document.segments[index + 1 : telling.named.segment.index]
    if sum(segment.kind != "row" and not segment.furniture for segment in between) >= _NEAR:
        return None
    alike = telling.kind == event.kind or "unstated" in (telling.kind, event.kind)
    return event if alike else None
