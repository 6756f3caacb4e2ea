"""The part of a page that a place stands in, where the page is divided among several inspections.

Minutes go from item to item, a round-up from town to town: what is said in one part is not about an inspection that
only another part tells of, not even about the one that the page begins with.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from inspections.reading.dates.calendar_words import MONTH
from inspections.reading.events import Event
from inspections.reading.in_focus import looks_back
from inspections.reading.where_told import live_events, main_event, told_in_order

if TYPE_CHECKING:
    from inspections.reading.work import Work

_A_YEAR = 300  # days: nearly
_NEAR = 4  # paragraphs
_LONGEST = 110  # characters of an item's name
# an item of minutes or of a report: its number and its name, "Item 3. Outcome of the inspection"
_ITEM = re.compile(
    rf"(?!\W*\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH})"
    r"\W*(?:(?:Agenda\s+)?(?:Item|Minute|Part|Section)\s+)?(?:\d{1,2}(?:\.0)?|[A-Z]{2,8}[./]\d{1,3}|[IVX]{1,4})[.):]?\s+(?=[A-Z“\"‘])[^\n]*[^.;:\s][”’\"]?\s*$"
)
_FEW = 2  # more items than these, and the headings only part what stands below an item
# a day, or what leads a list in: "The following comments were made:-"
_NO_NAME = re.compile(
    rf"[^\n]*:[-–—]?\s*$|[^\n]{{0,30}}?\b\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\b[^\n]{{0,30}}$|[^\n]{{0,30}}?{MONTH}\s+\d{{1,2}},?\s+\d{{4}}\W*$"
)


def part_begins(work: Work, at: int) -> int | None:
    """Where the part begins in which ``at`` stands; None on a page that is not divided among its inspections."""
    document = work.context.document
    starts = document.once("parts of the page", lambda: _parts(work))
    if starts is None:
        return None
    here = bisect_right(starts, at) - 1
    return starts[here] if here >= 0 else 0


def _parts(work: Work) -> list[int] | None:
    document, title = work.context.document, work.context.title
    text = document.text
    first = title.index if title is not None else -1
    body = [s for s in document.body if s.index > first and s.span.end - s.span.start <= _LONGEST]
    items = [s.span.start for s in body if _ITEM.match(text, s.span.start, s.span.end)]
    heads = [s.span.start for s in body if s.kind == "heading" and not _NO_NAME.match(text, s.span.start, s.span.end)]
    starts = [0, *(items if len(items) > _FEW else sorted({*items, *heads}))]
    live = {id(e) for e in live_events(work)}
    told: dict[int, set[int]] = {}
    for at, event in told_in_order(work):
        if id(event) in live:
            told.setdefault(bisect_right(starts, at) - 1, set()).add(id(event))
    seen: set[int] = set()
    own = 0  # parts that are the first to tell of an inspection
    for number in sorted(told):
        own += bool(told[number] - seen)
        seen |= told[number]
    return starts if own > 1 else None


def told_in_its_part(work: Work, at: int, base: Event) -> Event | None:
    """``base`` where its part tells of it, or the one that the part tells of instead; None where nobody can tell."""
    begins = part_begins(work, at)
    if begins is None:
        return base
    here: list[Event] = []
    for place, event in told_in_order(work):
        if begins <= place < at and not any(e is event for e in here):
            here.append(event)
    if any(e is base for e in here) or (_heads_the_page(work, base) and not _named_after(work, begins, here, base)):
        return base
    if not here and _of_another_place(work, begins, base):
        return None
    live = {id(e) for e in live_events(work)}
    apart = work.family.voice == "minutes" and bool(here)
    so_far = {(e.slugs, e.service) for place, e in told_in_order(work) if place < at and id(e) in live}
    if so_far and not apart and so_far <= {(base.slugs, base.service)}:
        return base
    alive = [e for e in here if id(e) in live] or here
    if len({(e.slugs, e.service) for e in alive}) != 1:
        return None
    chosen = alive[0] if len(alive) == 1 else newest_of(alive)
    if chosen is None or _much_older(chosen, base):
        return None
    near = [s for s in work.context.document.body_before(at, 5 * _NEAR) if s.kind in ("paragraph", "bullet")][-_NEAR:]
    places = [place for place, e in told_in_order(work) if e is chosen and begins <= place < at]
    if all(looks_back(work, place) for place in places):
        return None
    told_near = any(place >= (near[0].span.start if near else begins) for place in places)
    return chosen if told_near or _named_after(work, begins, here, base) else None


_OF_AN_INSPECTION = re.compile(r"\b(?:inspection|assessment|Ofsted|CQC|report|rating)\b", re.I)


def _much_older(event: Event, base: Event) -> bool:
    """Is it one that the part looks back to?"""
    one, other = event.any_date, base.any_date
    if (event.slugs, event.service) != (base.slugs, base.service):
        return False
    if one is None or other is None or one.latest is None or other.earliest is None:
        return False
    return (other.earliest - one.latest).days > _A_YEAR


def is_told_in_its_part(work: Work, at: int, event: Event) -> bool | None:
    """Is an inspection told of before ``at`` in its part of the page? None on a page that is not divided."""
    begins = part_begins(work, at)
    if begins is None:
        return None
    return any(begins <= place < at for place, e in told_in_order(work) if e is event)


def _heads_the_page(work: Work, base: Event) -> bool:
    """Does the page tell of an inspection before its first part begins, so that each part may go on about it?"""
    if work.family.voice == "minutes":
        return False
    starts = work.context.document.once("parts of the page", lambda: _parts(work)) or [0]
    told = told_in_order(work)
    if base is not main_event(work) or not told:
        return False
    title = work.context.title
    of_one = title is not None and _OF_AN_INSPECTION.search(title.span.of(work.context.text)) is not None
    first = bisect_right(starts, told[0][0] if of_one else 0)
    ends = starts[first] if first < len(starts) else len(work.context.text)
    return any(at < ends for at, e in told if e is base)


def _named_after(work: Work, begins: int, here: list[Event], base: Event) -> bool:
    """Is a part named after the council or the service of another inspection, which it tells of?"""
    head = next((s for s in work.context.document.body if s.span.start == begins), None)
    if head is None:
        return False
    named = work.beside(head.span)
    places = {slug for n in named for each in n.authorities for slug in each.slugs}
    services = {s.slug for n in named for s in n.services}
    if base.slugs & places or base.service in services:
        return False
    return any(e.slugs & places or e.service in services for e in here)


def _of_another_place(work: Work, begins: int, base: Event) -> bool:
    """Is a part, which tells of no inspection before this place, named after another council?"""
    head = next((s for s in work.context.document.body if s.span.start == begins), None)
    if head is None:
        return False
    places = {slug for n in work.beside(head.span) for each in n.authorities for slug in each.slugs}
    return bool(places) and not base.slugs & places


def newest_of(events: list[Event]) -> Event | None:
    """Of inspections of one service the one of the latest day; None where one of them has no day."""
    days = [(e.any_date.latest, e) for e in events if e.any_date is not None and e.any_date.latest is not None]
    return max(days, key=lambda each: each[0])[1] if len(days) == len(events) else None


_NEIGHBOURS = re.compile(
    r"\b(?:neighbours?|neighbouring|nearby|next\s+door|elsewhere|by\s+contrast|in\s+comparison)\b", re.I
)


def told_as_a_neighbour(work: Work, segment_said: int, start: int, base: Event, main: Event) -> bool:
    """ "Among its neighbours, Bury has two stars.", at the end of a paragraph above, on the council of the page."""
    told = told_in_order(work)
    last = max((at for at, e in told if e is base and at < start), default=None)
    segment = work.context.document.segment_at(last) if last is not None else None
    if last is None or segment is None or segment.index == segment_said:
        return False
    named = work.named[max(0, work.before(last + 1) - 1)]
    begun = any(segment.span.start <= at < named.span.start and e.slugs & main.slugs for at, e in told)
    return begun and _NEIGHBOURS.search(named.span.of(work.context.text)) is not None
