"""What is carried on must be firm: a service told of, not only named; a council, and no police force or trust."""

from __future__ import annotations

import re
from datetime import date

from inspections.reading.naming import Naming, Noted
from inspections.reading.tellings.telling import Telling
from inspections.reading.visited_itself import begins_with_a_setting
from inspections.reading.walk import Walk
from inspections.text import Span

# since then a council's adoption and fostering are judged with all its services for children
_JUDGED_TOGETHER_SINCE = date(2013, 11, 1)
_OF_THE_WHOLE = ("monitoring-visit", "focused-visit")
_THE_COUNCIL_WAS = re.compile(
    r"\b(?:council|authority|county|borough|city)\s+(?:was|is|has|had|were|remain(?:s|ed)?)\b", re.I
)
_THE_SERVICE = re.compile(r"\b(?:service|agency|team|panel)\b", re.I)
_BACK = 12  # sentences
_FIRST = 3  # paragraphs, in which a page says what it is about
_LONG = 110  # characters; a shorter one is a line of its head
_GRADED = re.compile(r"\b(?:inadequate|outstanding|good|adequate|requires?\s+improvement|judged|rated|graded)\b", re.I)


def whole_or_none(walk: Walk, telling: Telling, carried: Noted) -> Noted | None:
    """A part of children's services that the page is about, carried to what can only be of them all.

    "Norfolk's adoption service is praised. ... A monitoring visit in March"; of "the council was judged inadequate in
    2011" nobody can tell.
    """
    parent = walk.work.context.catalogue.services[carried.slug].parent
    if parent != "childrens-services" or carried.slug not in ("adoption", "fostering"):
        return carried
    if carried.span.start >= telling.named.segment.span.start:
        return carried
    day = telling.inspected or telling.published
    late = day is not None and day.earliest is not None and day.earliest >= _JUDGED_TOGETHER_SINCE
    said = telling.named.span.of(walk.text)
    if (telling.kind in _OF_THE_WHOLE or late) and _THE_SERVICE.search(said) is None:
        return Noted(carried.span, parent)
    before = walk.text[telling.named.span.start : telling.overall.span.start] if telling.overall is not None else ""
    return None if _THE_COUNCIL_WAS.search(before) else carried


def whole_by_then(walk: Walk, telling: Telling, carried: Noted) -> Noted:
    """A part that is no longer inspected apart on the day told of, where its sentence does not name it: the whole."""
    catalogue = walk.work.context.catalogue
    parent, day = catalogue.services[carried.slug].parent, telling.inspected or telling.published
    if parent is None or day is None or not day.known or carried.span.within(telling.named.span):
        return carried
    own = [f for f in catalogue.frameworks.values() if carried.slug in f.services]
    if not own or any(f.used.until is None or day.earliest is None or f.used.until >= day.earliest for f in own):
        return carried
    return Noted(carried.span, parent)


def named_in_passing(walk: Walk, carried: Noted) -> bool:
    """Is the service that a page is taken to be about only one of several that it names, far down, in passing?"""
    about = walk.work.context
    if not walk.several or carried is not about.service:
        return False
    if about.title is not None and carried.span.start < about.title.span.end:
        return False
    first = next(iter(walk.work.beside(carried.span)), None)
    if first is None or first.visits or first.inspectorates or first.segment.kind == "heading":
        return False
    if _GRADED.search(walk.text, first.span.start, first.span.end):
        return False
    known = about.catalogue.services
    if len({known[s.slug].parent or s.slug for s in first.services}) > 1:
        return True  # "its adult social care and its children's services were both strong"
    long = (s for s in about.document.body if s.kind == "paragraph" and s.span.end - s.span.start > _LONG)
    body = [s.index for s in long][:_FIRST]
    return first.segment.index not in body and not any(e.service == carried.slug for e in walk.work.events)


# "Kent Police was inspected by HMICFRS", "The hospital trust has been rated good"
_ANOTHER_BODY = re.compile(
    r"\W*(?:\d+\.\s+)?(?:(?:In|On|Since|During)\s+(?:\d{4},?|[^,]{2,30},)\s+)?(?:The\s+|A\s+)?(?:[A-Z][\w’'&-]+\s+(?:(?:and|of|upon)\s+)?){1,7}?"
    r"(?:Police|Constabulary|(?:NHS\s+)?(?:Foundation\s+)?Trust|Hospitals?|College|Fire\s+(?:(?:and|&)\s+Rescue\s+)?Service|Ambulance\s+Service"
    r"|Clinical\s+Commissioning\s+Group|CCG|Integrated\s+Care\s+Board|Academy)(?:[’']s?)?(?:\s+\([^()]{2,60}\)|,\s+[^,.;]{3,80},)?"
    r"\s+(?:also\s+)?(?:was|were|is|are|has|had|have|received|got|remains?|underwent)\b"
)
_ITS_FIRE_SERVICE = re.compile(
    r"\W*(?:But\s+|And\s+)?(?:[Ii]ts|[Tt]he|[Oo]ur|[Tt]he\s+(?:county|council)[’']s)\s+(?:own\s+)?(?:fire(?:\s+(?:and|&)\s+rescue)?\s+service|police\s+force|hospitals?|ambulance\s+service|museums?|leisure\s+centres?|libraries|prison)\b"
    r"(?:,[^,.;]{3,40},)?\s+(?:was|were|is|are|has|had|have|received|got)\b"
)
# "when the trust was set up" tells of a time
_TIMES = ("when", "since", "after", "before", "until", "once")
_THE_FORCE = re.compile(
    "".join(rf"(?<!\b{word} )" for word in _TIMES)
    + r"\b(?:the|that|this)\s+(?:force|constabulary|trust|hospital|college|ambulance\s+service|fire\s+service)\s+"
    r"(?:was|is|has|had|were|remains?|received|got)\b",
    re.I,
)


def is_of_another_body(walk: Walk, named: Naming) -> bool:
    """Does a sentence speak of a police force, a hospital or a college, or go on from one that does?"""
    if named.services and not _THE_FORCE.search(walk.text, named.span.start, named.span.end):
        return False
    if named.authorities:
        return False
    if begins_with_another_body(walk.text, named.span) or _THE_FORCE.search(
        walk.text, named.span.start, named.span.end
    ):
        return True
    if begins_with_a_setting(walk.text, named):
        return True
    at = walk.work.before(named.span.start)
    for other in reversed(walk.work.named[max(0, at - _BACK) : at]):
        if other.segment.index != named.segment.index or other.authorities or other.services:
            return False
        if begins_with_another_body(walk.text, other.span):
            return True
    return False


def begins_with_another_body(text: str, span: Span) -> bool:
    begins = (each.match(text, span.start, span.end) for each in (_ANOTHER_BODY, _ITS_FIRE_SERVICE))
    return any(m is not None for m in begins)


# "At Hebden Road, which had been judged good": of the place that somebody is at, where it is no council
_AT_A_PLACE = re.compile(
    r"\b[Aa]t\s+(?P<name>(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:of\s+|and\s+)?[A-Z][\w’'-]*){0,5}),\s+(?:which|where)\s[^,.;:]{0,70}$"
)


def of_a_place(walk: Walk, telling: Telling) -> bool:
    """Was a grade given to a place told of in passing, which names no council, service or inspectorate?"""
    if telling.overall is None:
        return False
    named = telling.named
    found = _AT_A_PLACE.search(walk.text, named.span.start, telling.overall.span.start)
    if found is None:
        return False
    name = Span(*found.span("name"))
    spans = [
        *(each.span for each in named.authorities),
        *(each.span for each in (*named.services, *named.inspectorates)),
    ]
    return not any(span.overlaps(name) for span in spans)
