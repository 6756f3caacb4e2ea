"""A grade of all of a service, where the words for the service name a part of it: "services for children in care"."""

from __future__ import annotations

import re

from inspections.reading.doubts.look import Look
from inspections.reading.facts import InspectionFact
from inspections.reading.grades import DATED_VERDICT
from inspections.reading.grades.ties import LOOKS_BACK
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
        p.span
        for p in parts(look.text, Span(name.start, until), look.catalogue, {fact.service.slug})
        if not p.overall and not (p.span.within(name) and _CHILDRENS.fullmatch(look.text, name.start, p.span.start))
    ]
    own = [p for p in found if p.start <= name.end or _GOES_ON.fullmatch(look.text, name.end, p.start)]
    return len(found) == 1 and bool(own)


def is_told_behind_a_part(look: Look, named: Naming) -> bool:
    """ "Help and protection was good too. The grade in 2018 was inadequate": the part's grade then, or the whole's?"""
    looks_back = any(each.match(look.text, named.span.start, named.span.end) for each in (DATED_VERDICT, LOOKS_BACK))
    if not looks_back or named.services or "overall" in named.span.of(look.text):
        return False
    before = look.sentence_before(named)
    if before is None:
        return False
    wholes = (span for fact in look.facts if fact.overall for span in fact.overall.words.spans)
    if any(span.within(before.span) for span in wholes):
        return False
    of_parts = (span for fact in look.facts for judged in fact.judgements for span in judged.grade.words.spans)
    if any(span.within(before.span) for span in of_parts):
        return True
    left_out = any(span.within(before.span) for span, _ in look.passed_over)
    slugs = {fact.service.slug for fact in look.facts if fact.service is not None}
    return left_out and any(not part.overall for part in parts(look.text, before.span, look.catalogue, slugs))


# "children's social care services": the end of their own name, whatever part is called so alone
_CHILDRENS = re.compile(r"(?:[\w’'-]+\s+)*?[Cc]hild(?:ren)?[’']s\s+")


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
