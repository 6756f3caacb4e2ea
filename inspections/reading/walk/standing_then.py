"""The council that stood on a day: what is told of a time before one began is told of the council it came from."""

from __future__ import annotations

from inspections.catalogue.types import Period
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk
from inspections.text import Span


def standing_then(walk: Walk, telling: Telling, council: tuple[str, Span]) -> tuple[str, Span]:
    """On a day before the council spoken of began, the one council it came from, where the text has named that."""
    known = walk.work.context.catalogue.authorities
    own = known[council[0]]
    index, last = walk.last
    if last is not None and index == telling.named.segment.index and last.slugs <= set(own.predecessors):
        council = last.authorities[0] if len(last.authorities) == 1 else council  # of which the paragraph speaks
        own = known[council[0]]
    mention = telling.inspected or telling.published
    if mention is not None and mention.known:
        then: Period | None = Period(mention.earliest, mention.latest)
        end = mention.span.end
    else:
        then = _time_of_those_named(walk, telling)
        end = max(s.end for s in telling.spans)
    if then is None or len(own.predecessors) != 1:
        return council
    before = known.get(own.predecessors[0])
    if before is None or own.life.overlaps(then.since, then.until):
        return council
    if not before.life.overlaps(then.since, then.until):
        return council
    for named in reversed(walk.work.named[: walk.work.before(end)]):
        for each in named.authorities:
            if before.slug in each.slugs and own.slug not in each.slugs:
                return before.slug, each.span
    return council


def _time_of_those_named(walk: Walk, telling: Telling) -> Period | None:
    """The years of the one inspectorate that a sentence names, where it is no more."""
    bodies = {b.slug for b in telling.named.inspectorates}
    used = walk.work.context.catalogue.inspectorates[bodies.pop()].used if len(bodies) == 1 else None
    return used if used is not None and used.until is not None else None
