"""The part of a page that a place stands in, where the page is divided among several inspections.

Minutes go from item to item, a round-up from town to town: what is said in one part is not about an inspection that
only another part tells of, not even about the one that the page begins with.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from inspections.reading.events import Event
from inspections.reading.where_told import live_events, main_event, told_in_order

if TYPE_CHECKING:
    from inspections.reading.segments import Segment
    from inspections.reading.work import Work

_NEAR = 4  # paragraphs
_LONGEST = 110  # characters of an item's name
# "3. Outcome of the inspection", "4.0  WHAT PARTNERS SAY", "SPCLL.14  Ofsted: where we are"
_ITEM = re.compile(
    r"\W*(?:(?:Agenda\s+)?(?:Item|Minute|Part|Section)\s+)?(?:\d{1,2}(?:\.0)?|[A-Z]{2,8}[./]\d{1,3}|[IVX]{1,4})[.):]?\s+(?=[A-Z“\"‘])[^\n]*[^.;:\s][”’\"]?\s*$"
)
# "4.3 The last of these", which stands below item 4
_NUMBERED = re.compile(r"\W{0,8}(?P<item>\d{1,2})\.\d{1,2}\b")


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
    starts: list[int] = []
    item = ""
    for s in document.body:
        if s.index <= first:
            continue
        numbered = _NUMBERED.match(text, s.span.start, s.span.end)
        if numbered is not None:
            item = numbered["item"]
        elif _divides(text, s, item):
            starts.append(s.span.start)
            begun = re.match(r"\W*(\d{1,2})\b", s.span.of(text))
            item = begun[1] if begun else ""
    starts = [0, *starts]
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


def _divides(text: str, s: Segment, item: str) -> bool:
    """Does a new part begin here? A heading below a numbered item only parts that item's own text."""
    if s.span.end - s.span.start > _LONGEST:
        return False
    named = _ITEM.match(text, s.span.start, s.span.end) is not None
    return named or (s.kind == "heading" and not item)


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
    so_far = {(e.slugs, e.service) for place, e in told_in_order(work) if place < at and id(e) in live}
    if so_far <= {(base.slugs, base.service)}:
        return base
    alive = [e for e in here if id(e) in live] or here
    if len({(e.slugs, e.service) for e in alive}) != 1:
        return None
    chosen = alive[0] if len(alive) == 1 else newest_of(alive)
    near = work.context.document.body_before(at, _NEAR)
    told_near = any(place >= near[0].span.start for place, e in told_in_order(work) if e is chosen and place < at)
    return chosen if told_near or _named_after(work, begins, here, base) else None


def _heads_the_page(work: Work, base: Event) -> bool:
    """Does the page tell of an inspection before its first part begins, so that each part may go on about it?"""
    starts = work.context.document.once("parts of the page", lambda: _parts(work))
    first = starts[1] if starts is not None and len(starts) > 1 else len(work.context.text)
    return base is main_event(work) and any(at < first for at, e in told_in_order(work) if e is base)


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
