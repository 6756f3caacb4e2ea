"""Entries that say a service and its grade, and then who came and when.

"Adult learning: Good. Inspected by Ofsted in May 2023. Up from requires improvement in 2017.": the grade is that of the
inspection told of in the sentence right behind it, where that sentence does nothing but tell of it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from inspections.reading.cells import value
from inspections.reading.events import Event
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import GRADE, grade_words
from inspections.reading.inspectorates import naming_rule
from inspections.reading.naming import Naming
from inspections.reading.visits import UNGRADED
from inspections.reading.work import Work
from inspections.text import Span

_MARK = re.compile(r"\s*(?:\:|\s[–—-])\s+|\s+\(|,?\s+(?:rated\s+|judged\s+|graded\s+)")
_MOST = 90  # characters of a service and its grade
# what begins a sentence that only tells of the inspection: "Inspected by", "Last assessed in", "Ofsted inspected it in"
_TELLS = naming_rule(
    r"(?:(?:Last|First|Most\s+recently|Next)\s+)?(?:[Ii]nspected|[Aa]ssessed|[Vv]isited|[Rr]eviewed|[Rr]ated|[Jj]udged)\s+(?:jointly\s+)?(?P<by>by|in|on|from|between|over)\b(?!\s+(?:our|the\s+council|peers?|officers|itself|us|an?)\b)"
    r"|(?:(?:The|Its)\s+)?(?:[Ii]nspection|[Rr]eport|[Aa]ssessment)\s+(?:by\s+@inspectorate,?\s+)?(?:was\s+)?(?:published|carried\s+out|took\s+place)\b"
    r"|(?:The\s+)?@inspectorate(?:\s+\([^()]{2,20}\))?\s+(?:last\s+|first\s+)?(?:inspected|assessed|visited|reviewed|published)\b"
)
_BEFORE = re.compile(
    rf"(?:It\s+was\s+|That\s+was\s+|That\s+is\s+)?(?:[Uu]p|[Dd]own)\s+from\s+[‘“'\"]?(?P<g>{GRADE})[’”'\"]?(?:\s+(?:in|at\s+the\s+inspection\s+(?:in|of))\s+[^.;,]{{4,24}})?\.?"
)


def add_service_lines(work: Work) -> None:
    """Give each inspection of such an entry its grade, and the grade it is said to have come up or down from."""
    text, told = work.context.text, sorted(work.told, key=lambda each: each[0])
    for label, behind in pairwise(work.named):
        if label.sentence.position or label.segment.index != behind.segment.index or label.segment.kind == "heading":
            continue
        if len(label.services) != 1 or label.settings or label.visits or label.dates or label.inspectorates:
            continue
        graded = _graded(work, label)
        if graded is None or _TELLS.of(behind.catalogue).match(text, behind.span.start, behind.span.end) is None:
            continue
        here = {id(e): e for at, e in told if behind.span.start <= at < behind.span.end}
        event = next(iter(here.values()), None)
        if event is None or len(here) > 1 or not _may_have_it(work, event, label, behind):
            continue
        if event.service != label.services[0].slug:
            event.service, event.service_span = label.services[0].slug, label.services[0].span
        span, word, number = graded
        event.overall = GradeHit(span, word, "row", "current", (label.services[0],), None, number)
        event.sentences.append(label.span)
        work.warnings = [w for w in work.warnings if w.span != span]
        work.plainly.add(span)
        work.noted.add(label.segment.index)
        _take_from_others(work, event, span)
        _add_one_before(work, event, behind)


def _take_from_others(work: Work, event: Event, grade: Span) -> None:
    """What was taken for a part of another inspection ("Adoption – Outstanding.") is the grade of this one."""
    for other in work.events:
        other.aspects = [part for part in other.aspects if other is event or part.grade != grade]
    bare = [e for e in work.events if e.spans == [grade] and not (e.overall or e.aspects or e.any_date)]
    work.events = [e for e in work.events if not any(e is each for each in bare)]


def _graded(work: Work, label: Naming) -> tuple[Span, str, int | None] | None:
    """The grade of a sentence that is nothing but a service and its grade."""
    text, service = work.context.text, label.services[0].span
    if label.span.end - label.span.start > _MOST or service.start - label.span.start > len("Our "):
        return None
    mark = next(_MARK.finditer(text, service.end, label.span.end), None)
    if mark is None or text[service.end : mark.start()].strip().lower() not in ("", "service", "services"):
        return None
    rest = Span(mark.end(), label.span.end)
    words = rest.of(text).rstrip(" .;")
    words = words[:-1] if mark.group().endswith("(") and words.endswith(")") else words
    return value(text, Span(rest.start, rest.start + len(words)), grade_words(label.catalogue)[1])


def _may_have_it(work: Work, event: Event, label: Naming, behind: Naming) -> bool:
    """Is this an inspection of that service, of which the sentence gives no grade and names no other council?"""
    if event.overall is not None or event.kind in UNGRADED or event.previous or event.any_date is None:
        return False
    if behind.settings or not event.authorities or any(s.slug != label.services[0].slug for s in behind.services):
        return False
    if not (behind.inspectorates or len(work.context.bodies) == 1):
        return False
    own = {slug for name in label.authorities for slug in name.slugs}
    own |= {work.context.home[0]} if work.context.home is not None else set()
    return bool(event.slugs) and all(own & set(name.slugs) for name in behind.authorities)


def _add_one_before(work: Work, event: Event, behind: Naming) -> None:
    """ "Up from requires improvement in 2018.", the next sentence of the entry: the inspection before."""
    text = work.context.text
    after = next((n for n in work.beside(behind.segment.span) if n.span.start >= behind.span.end), None)
    found = _BEFORE.fullmatch(text, after.span.start, after.span.end) if after is not None else None
    if found is None or after is None or len(after.dates) > 1:
        return
    grade = Span(found.start("g"), found.end("g"))
    before = Event(
        list(event.authorities),
        event.service,
        event.service_span,
        [],
        "unstated",
        None,
        after.dates[0] if after.dates and after.dates[0].edtf else None,
        None,
        GradeHit(grade, found["g"], "row", "previous"),
        previous=True,
        spans=[grade],
        sentences=[after.span],
        segment=after.segment.index,
        named_apart=True,
    )
    work.warnings = [w for w in work.warnings if w.span != grade]
    work.plainly.add(grade)
    work.events.append(before)
    work.told.append((grade.start, before))
