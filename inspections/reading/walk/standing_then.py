"""The council that stood on a day: what is told of a time before one began is told of the council it came from."""

from __future__ import annotations

from inspections.catalogue.types import Period
from inspections.reading.dates.mentions import Mention
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk
from inspections.text import Span


def standing_then(walk: Walk, telling: Telling, council: tuple[str, Span]) -> tuple[str, Span]:
    """On a day before the council spoken of began, the one council it came from, where the text has named that."""
    known = walk.work.context.catalogue.authorities
    own = known[council[0]]
    index, last = walk.last
    mention = telling.inspected or telling.published
    if mention is not None and mention.known and own.life.overlaps(mention.earliest, mention.latest):
        return council
    if last is not None and index == telling.named.segment.index and last.slugs <= set(own.predecessors):
        council = last.authorities[0] if len(last.authorities) == 1 else council  # of which the paragraph speaks
        own = known[council[0]]
    if mention is not None and mention.known:
        then: Period | None = Period(mention.earliest, mention.latest)
        end = mention.span.end
    else:
        then = _time_of_those_named(walk, telling)
        end = max(s.end for s in telling.spans)
    if then is None or own.life.overlaps(then.since, then.until):
        return council
    stood = {slug for slug in own.predecessors if slug in known and known[slug].life.overlaps(then.since, then.until)}
    found: dict[str, Span] = {}
    for named in reversed(walk.work.named[: walk.work.before(end)] if stood else ()):
        for each in named.authorities:
            if own.slug not in each.slugs:
                found |= {slug: each.span for slug in stood & set(each.slugs) if slug not in found}
    return next(iter(found.items())) if len(found) == 1 else council


def day_of_paragraph(walk: Walk, telling: Telling) -> Mention | None:
    """The day of the inspection that its paragraph has told of last: then the council that a name is of stood."""
    index, event = walk.last
    if (
        event is None
        or index != telling.named.segment.index
        or not any(len(a.slugs) > 1 for a in telling.named.authorities)
    ):
        return None
    return event.any_date if event.any_date is not None and event.any_date.known else None


def _time_of_those_named(walk: Walk, telling: Telling) -> Period | None:
    """The years of the one inspectorate that a sentence names, where it is no more."""
    bodies = {b.slug for b in telling.named.inspectorates}
    used = walk.work.context.catalogue.inspectorates[bodies.pop()].used if len(bodies) == 1 else None
    return used if used is not None and used.until is not None else None
