"""Of which inspection a part is that is told of alone: by what the catalogue's frameworks say has such a part."""

from __future__ import annotations

import re

from inspections.catalogue import Framework
from inspections.reading.events import Event, aspect_of
from inspections.reading.grades.subjects import EXCEPT
from inspections.reading.naming import Naming, Noted
from inspections.reading.parts import parts, services_of_part
from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.reading.visits import UNGRADED
from inspections.reading.walk import Walk
from inspections.reading.walk.footnotes import mark_of_note, noted_of
from inspections.reading.walk.services_carried import is_apart


def are_parts_of_others(walk: Walk, telling: Telling, event: Event) -> bool:
    """Are the parts told of those of frameworks that inspect other services alone, as resettlement is?"""
    if event.service is None:
        return False
    catalogue = walk.work.context.catalogue
    known = catalogue.services
    own = {event.service, known[event.service].parent} | {s.slug for s in known.values() if s.parent == event.service}
    found = (services_of_part(walk.text, part, catalogue) for part, _ in telling.aspects)
    return any(services and not services & own for services in found)


def by_its_parts(walk: Walk, telling: Telling) -> list[Noted | None]:
    """The one service told of that has the parts of a sentence that names none; [None]: nothing speaks against any.

    Empty where no inspection of such a service is told of, or several that may each have given the grade.
    """
    part = telling.aspects[0][0]
    services = services_of_part(walk.text, part, walk.work.context.catalogue)
    known = walk.work.context.catalogue.services
    told = [e for e in walk.work.events if e.service and not (e.previous or e.earlier or e.kind in UNGRADED)]
    if not services or {known[e.service].parent or e.service for e in told if e.service} <= services or not told:
        return [None]
    held = [e for e in told if e.service in services and "thin" not in e.notes]
    if len({(e.slugs, e.service, e.inspected.edtf if e.inspected else None) for e in held if e.any_date}) != 1:
        return []
    assert held[0].service is not None
    return [Noted(held[0].service_span or part, held[0].service)]


def assessed_by_sections(walk: Walk, telling: Telling) -> Event | None:
    """The one assessment that has the part with which the section of a sentence is headed."""
    named, part = telling.named, telling.aspects[0][0]
    services = services_of_part(walk.text, part, walk.work.context.catalogue)
    held = [
        e
        for e in walk.work.events
        if e.service in services and not (e.previous or e.earlier or e.kind in UNGRADED or "thin" in e.notes)
    ]
    same = {(e.slugs, e.inspected.edtf if e.inspected is not None else None) for e in held}
    return held[-1] if len(same) == 1 and not named.authorities else None


# "All of the five judgements except", "every area but": of one inspection, of which the service is a part
_ALL_OF_THEM = rule(
    r"\b(?:(?:all|each|every\w*|most|none)\b[^.;!?]{0,60}|(?:judge?ments?|grades?|ratings?|areas?|categor(?:y|ies)|headings?)\s+)$",
    re.I,
)


def is_excepted(walk: Walk, named: Naming, service: Noted) -> bool:
    """ "All but adoption are inadequate; adoption requires improvement": is the service a part of the whole?"""
    text, begins = walk.text, named.span.start
    said = named.span.of(text).lower()
    at = said.find(service.span.of(text).lower()) if service.span.within(named.span) else -1
    bar = EXCEPT.search(text, begins, begins + at) if at > 0 else None
    return bar is not None and _ALL_OF_THEM.search(text[begins : bar.start()]) is not None


# "were judged good, with adoption singled out as outstanding"
_WITH = re.compile(r",\s+(?:but\s+|and\s+)?(?:with|though|although|while|including)\s+(?:its\s+|the\s+)?$")


def _graded_within(walk: Walk, event: Event, part: Noted) -> bool:
    """Was the part, by the day of the inspection, one of the inspection's own and of none that is apart?"""
    day = event.any_date
    if day is None or not day.known or event.service is None:
        return False
    frameworks = walk.work.context.catalogue.frameworks.values()
    then = [f for f in frameworks if f.overall != "never" and f.used.overlaps(day.earliest, day.latest)]
    held = [f for f in then if event.service in f.services and _has_part(f, walk.text, part)]
    if held and event.overall is not None and any(part.span.within(sentence) for sentence in event.sentences):
        return _WITH.search(walk.text, min(event.overall.span.end, part.span.start), part.span.start) is not None
    return bool(held) and not any(part.slug in f.services and f not in held for f in then)


def _has_part(framework: Framework, text: str, part: Noted) -> bool:
    """Do the words of a service begin or end with what a framework calls one of its parts?"""
    said = part.span.of(text).lower().replace("'", "’").removeprefix("the ")
    called = [words.lower() for a in framework.aspects if not a.overall for words in a.wordings]
    return any(said.startswith(words) or said.endswith(words) for words in called)


def part_of_what_is_unsaid(walk: Walk, telling: Telling) -> bool:
    """ "Apprenticeships were judged good", of an inspection just told of: a part of it, and none of its own.

    The grade goes to that inspection where its service has such a part, and is left out where its service is not said.
    """
    named, catalogue = telling.named, walk.work.context.catalogue
    services = catalogue.services
    slugs = {s.slug for s in telling.services or named.services}
    parents = {services[slug].parent for slug in slugs}
    if len(slugs) != 1 or None in parents or telling.overall is None or telling.noun or telling.previous:
        return False
    again = walk.last[1] is not None and named.span in walk.last[1].sentences  # a second grade in its sentence
    if telling.inspected or telling.published or (named.authorities and not again) or named.visits:
        return False
    mark = mark_of_note(walk, named)
    index, event = walk.last if mark is None else (named.segment.index, noted_of(walk, mark))
    if event is not None and event.previous and walk.newest[0] == index == named.segment.index:
        event = walk.newest[1]  # "a step down from good. Apprenticeships were good": of this one
    if event is None or index != named.segment.index or event.kind in UNGRADED or event.any_date is None:
        return False
    words = (telling.services or named.services)[0]
    if any(part.headed for part in parts(walk.text, words.span, catalogue, ())) and not _graded_within(
        walk, event, words
    ):
        return False
    if event.service is None and not event.previous:
        return True
    if event.service not in parents:  # the page's service may have been taken for what was inspected
        return event.service_span is None or event.service_span.start < named.segment.span.start
    if is_apart(walk, words) and not _graded_within(walk, event, words):
        return False
    if event.service not in services_of_part(walk.text, words.span, walk.work.context.catalogue):
        return False
    event.aspects.append(aspect_of(words.span, telling.overall))
    walk.work.marked |= {telling.overall.span} if mark is not None else set()
    event.sentences.append(named.span)
    return True
