"""Several councils told of together, and then each by itself: what is told of both is no inspection of its own."""

from __future__ import annotations

from inspections.reading.events import Event


def without_those_told_of_each(events: list[Event]) -> list[Event]:
    """The events without those of several councils, with no day and no grade, of whom two are told of one by one."""
    return [e for e in events if not _is_told_of_each(e, events)]


def _is_told_of_each(event: Event, events: list[Event]) -> bool:
    """ "Inspectors looked at both. The island was judged good, the county outstanding.": is this of both?"""
    if len(event.authorities) < 2 or event.any_date is not None or event.overall is not None or event.aspects:
        return False
    alone = {e.slugs for e in events if e.slugs and e.slugs < event.slugs and (e.overall or e.any_date)}
    return len(alone) > 1
