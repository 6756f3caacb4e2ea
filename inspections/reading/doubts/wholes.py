"""A grade of all of a service, where the words for the service name a part of it: "services for children in care"."""

from __future__ import annotations

from inspections.reading.doubts.look import Look
from inspections.reading.facts import InspectionFact
from inspections.reading.naming import Naming
from inspections.reading.parts import parts
from inspections.reading.rules import rule
from inspections.text import Span

_FAR = 70  # characters behind the name of a service within which it goes on
_GOES_ON = rule(r"\s*(?:who\s+are\s+|in\s+|and\s+young\s+people\s+(?:in\s+)?)?")
_PROTECTING = rule(r"\bprotect(?:ion|ing)?\b(?!\s+plan)")
_IN_NEED = rule(r"\bneed(?:s|ing)?\b|\bhelp\s+and\s+protection\b")


def is_named_as_a_part(look: Look, fact: InspectionFact, named: Naming, span: Span) -> bool:
    """Do the words before an overall grade name one part of the service, and not the whole of it?

    ``span`` is the grade's. "Child protection" was the whole of what was inspected for a time, and is a part since.
    """
    if fact.service is None or fact.overall is None or named.segment.kind == "row":
        return False
    narrow = look.catalogue.services[fact.service.slug].parent is not None
    if narrow or look.catalogue.scales[fact.overall.scale].kind != "grade":
        return False
    before = [s.span for s in named.services if s.slug == fact.service.slug and s.span.end <= span.start]
    if not before:
        return False
    name = before[-1]
    words = name.of(look.text).lower()
    if _PROTECTING.search(words) and not _IN_NEED.search(words):
        return not _was_the_whole(look, fact)
    until = min(name.end + _FAR, span.start)
    found = [
        p.span for p in parts(look.text, Span(name.start, until), look.catalogue, {fact.service.slug}) if not p.overall
    ]
    own = [p for p in found if p.start <= name.end or _GOES_ON.fullmatch(look.text, name.end, p.start)]
    return len(found) == 1 and bool(own)


def _was_the_whole(look: Look, fact: InspectionFact) -> bool:
    """Was it inspected before the last that looked at the protection of children alone?"""
    days = [d for d in (fact.inspected, fact.published) if d is not None]
    return fact.service is not None and any(
        fact.service.slug in framework.services
        and _PROTECTING.search(framework.name)
        and framework.used.until is not None
        and day.earliest is not None
        and day.earliest <= framework.used.until
        for framework in look.catalogue.frameworks.values()
        for day in days
    )
