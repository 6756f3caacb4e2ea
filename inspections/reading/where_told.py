"""Where a page tells of its inspections, and which of them it may be about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.events import Event
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.document import Document
    from inspections.reading.segments import Segment
    from inspections.reading.work import Work


def live_events(work: Work) -> list[Event]:
    """The inspections that a page may be quoting: not those it only looks back to."""
    followed = {id(e.previous_of) for e in work.events if e.previous_of is not None and not e.previous_of.main}
    now = [e for e in work.events if not (e.previous or e.earlier or e.beside or id(e) in followed or _gone(work, e))]
    return now or list(work.events)


def _gone(work: Work, event: Event) -> bool:
    """Was every council of it abolished before the page, which is of another, was published?"""
    day, known, home = work.context.anchor, work.context.catalogue.authorities, work.context.home
    if home is not None and home[0] in event.slugs:
        return False
    return day is not None and bool(event.slugs) and not any(known[s].life.holds(day) for s in event.slugs)


def main_event(work: Work) -> Event | None:
    """The inspection that a page begins with, or is headed by."""
    live = live_events(work)
    return next((e for e in live if e.main), live[0] if live else None)


def told_in_order(work: Work) -> list[tuple[int, Event]]:
    """Where each inspection that stands is told of, in order; worked out once, when all of them are known."""
    if work.told_at is None:
        work.told_at = _all_told(work)
    return work.told_at


def _all_told(work: Work) -> list[tuple[int, Event]]:
    standing = {id(e) for e in work.events}
    at_span: dict[Span, list[int]] = {}
    for number, event in enumerate(work.events):
        for span in event.spans:
            at_span.setdefault(span, []).append(number)
    out: dict[tuple[int, int], Event] = {}
    for offset, event in work.told:
        found = event if id(event) in standing else _joined(work, event, at_span)
        if found is not None:
            out[offset, id(found)] = found
    for event in work.events:
        for span in event.spans:
            out.setdefault((span.start, id(event)), event)
    return sorted(((at, e) for (at, _), e in out.items()), key=lambda x: x[0])


def events_told(work: Work, words: Span) -> list[Event]:
    """The inspections that a stretch of text tells of."""
    out: list[Event] = []
    for at, event in told_in_order(work):
        if words.start <= at < words.end and not any(e is event for e in out):
            out.append(event)
    return out


def _joined(work: Work, told: Event, at_span: dict[Span, list[int]]) -> Event | None:
    """The event a telling was joined to: the first that has one of its spans and is of its service."""
    numbers = sorted({n for s in told.spans for n in at_span.get(s, ())})
    fits = (work.events[n] for n in numbers)
    return next((e for e in fits if e.service == (told.service or e.service)), None)


_QUESTIONS = 3  # headings that ask, of a page of questions and answers
# "Can I tell the inspectors what I think?", "What if it goes badly?": asked about an inspection that has not come
_OF_ONE_TO_COME = re.compile(
    r"\W*(?:(?:\d+|Q)[.:)]?\s+)?(?:(?:Can|Could|May|Should|Must|Will)\s+(?:I|we|my|our|anyone|parents?|there)\b|How\s+(?:can|do|could|will|would)\s+(?:I|we|you)\b"
    r"|When\s+(?:will|might)\b|What\s+if\b|What\s+(?:will|would)\s+(?:inspectors|they|the\s+inspectors|an\s+inspection)\b)",
    re.I,
)


def answers_another_question(work: Work, at: int) -> bool:
    """On a page of questions and answers: does what stands here answer one that has no inspection in it?"""
    about = work.context
    asked = about.document.once("headings that ask", lambda: _headings_that_ask(about.document))
    above = [s for s in asked if s.span.start < at]
    if len(asked) < _QUESTIONS or not above or not _OF_ONE_TO_COME.match(about.text, above[-1].span.start):
        return False
    begins = above[-1].span.start
    ends = next(
        (s.span.start for s in about.document.body if s.kind == "heading" and s.span.start > at), len(about.text)
    )
    heads = [s for s in about.document.body if s.kind == "heading" and begins < s.span.start < at]
    return not heads and not any(begins <= told < ends for told, _ in told_in_order(work))


def _headings_that_ask(document: Document) -> list[Segment]:
    return [s for s in document.body if s.kind == "heading" and document.text.endswith("?", 0, s.span.end)]
