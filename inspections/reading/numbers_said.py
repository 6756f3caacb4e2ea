"""Grades told as numbers in a sentence: "its annual performance assessment gave the council a grade 3".

A number is a grade only on the scale of the one assessment that the text names, and only of the council's services as
a whole: 4 is the best on that scale and the worst on a school's, so a sentence that names a setting or a part is left.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.facts import Warned
from inspections.reading.grades.hits import GradeHit
from inspections.reading.numbered import named_at, numbered_scale
from inspections.reading.parts import parts
from inspections.reading.rules import rule
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.catalogue import Framework, Scale
    from inspections.reading.naming import Naming
    from inspections.reading.work import Work

_GIVEN = rule(
    r"\b(?:given|gave|gives|awarded?|awards|receiv(?:ed|es)|scored|got|gets|graded|rated|judged|secured|achieved|earned|is|was)\b"
    r"[^.;:“”\"]{0,90}?\b(?:grade|score|rating)\s+(?:of\s+)?(?P<n>[1-4])\b(?!\s*(?:%|per\b|or\b|and\b|to\b|[-–/]))",
    re.I,
)
_IS = rule(
    r"\b(?:overall\s+)(?:grade|score|rating)\b[^.;:“”\"]{0,50}?\b(?:is|was|remained|stayed)\s+(?:also\s+|again\s+|still\s+|at\s+|an?\s+)*"
    r"(?P<n>[1-4])\b(?!\s*(?:%|per\b|or\b|and\b|to\b|[-–/]))",
    re.I,
)
_MOST = 40  # what gives more grades in numbers than this is a list of something else
_NUMBERS = re.compile(r"\b(?:grade|score|rating|graded|rated)\s+(?:of\s+)?[1-4]\b", re.I)
_EXPLAINED = rule(
    r"\b(?:(?:an?|any|each|every)\s+services?\s+(?:that|which)|four[\s-]point|scale|if|would|could|should|hope\w*|aim\w*|target"
    r"|not|never|expect\w*|self[-\s]\w+|predict\w*|schools?|nurser\w+|homes?|Audit\s+Commission|housing|youth|librar\w+|leisure|police|use\s+of\s+resources)\b"
    r"|\b(?:grade|score|rating)\s+(?:of\s+)?[1-4]\s+(?:more|less|times|or|points?|years?)\b",
    re.I,
)


def add_numbers_said(work: Work) -> None:
    """Read the numbers that sentences give as grades into the document's events."""
    text = work.context.text
    taken = 0
    for named in work.named:
        if taken == _MOST:
            return
        if named.segment.kind in ("row", "heading") or named.settings:
            continue
        words = named.span.of(text)
        found = _GIVEN.search(words) or _IS.search(words)
        if found is None or len(_NUMBERS.findall(words)) > 1 or _EXPLAINED.search(words):
            continue
        number = Span(named.span.start + found.start("n"), named.span.start + found.end("n"))
        if any(number.within(s) for quote in work.quotes for s in quote.spans):
            continue
        chosen = assessment_of(work, named)
        if chosen is None or _of_a_part(work, named):
            continue
        taken += 1
        _take(work, named, number, *chosen)


def assessment_of(work: Work, named: Naming) -> tuple[Framework, Scale] | None:
    """The annual assessment in numbers that the text has named last, up to the end of this sentence."""
    catalogue = work.context.catalogue
    found: list[tuple[int, Framework, Scale]] = []
    for framework in catalogue.frameworks.values():
        if "annual-assessment" not in framework.kinds:
            continue
        at = named_at(work.context.document, named.span.end, framework)
        if at >= 0:
            scale = numbered_scale(catalogue, framework)
            if scale is None:
                return None
            found.append((at, framework, scale))
    found.sort(key=lambda f: f[0])
    if not found or (len(found) > 1 and found[-1][0] == found[-2][0]):
        return None
    return found[-1][1], found[-1][2]


def _of_a_part(work: Work, named: Naming) -> bool:
    return any(
        not p.overall for p in parts(work.context.text, named.span, work.context.catalogue, ["childrens-services"])
    )


def _take(work: Work, named: Naming, number: Span, framework: Framework, scale: Scale) -> None:
    grade = next((g for g in scale.grades if g.number == int(number.of(work.context.text))), None)
    if grade is None:
        return
    year = next((d for d in named.dates if d.precision == "year" and d.known and not d.relative), None)
    event = _event(work, named, framework, year)
    if event is None:
        why = "left out: no inspection this number belongs to"
        work.warnings.append(Warned("grade-passed-over", why, number))
        return
    if event.overall is not None and event.overall.word.lower() not in grade.wordings:
        work.warnings.append(Warned("grades-disagree", "the text gives two overall grades for this inspection", number))
        return
    event.overall = event.overall or GradeHit(number, grade.wordings[0], "row", "current", (), None, grade.number)
    if named.span not in event.sentences:
        event.sentences.append(named.span)


def event_of(work: Work, named: Naming, framework: Framework) -> Event | None:
    """The assessment that a sentence tells of, or goes on about."""
    year = next((d for d in named.dates if d.precision == "year" and d.known and not d.relative), None)
    return _event(work, named, framework, year)


def _event(work: Work, named: Naming, framework: Framework, year: Mention | None) -> Event | None:
    """The assessment that the sentence tells of, the one of its year, or a new one of that year."""
    told = [
        (at, e)
        for at, e in work.told
        if e.kind == "annual-assessment" and e.service in framework.services and at < named.span.end
    ]
    here = [e for at, e in told if at >= named.span.start]
    if here:
        return here[-1]
    if year is not None:
        same = [e for _, e in told if e.inspected is not None and e.inspected.edtf == year.edtf]
        return same[-1] if same else _of_that_year(work, named, framework, year, [e for _, e in told])
    near = [e for at, e in told if at >= named.segment.span.start and e.overall is None]
    return near[-1] if near else None


def _of_that_year(work: Work, named: Naming, framework: Framework, year: Mention, told: list[Event]) -> Event | None:
    about = work.context
    if not framework.used.overlaps(year.earliest, year.latest):
        return None
    places = list(told[-1].authorities) if told else [about.home] if about.home is not None else []
    if named.authorities or not places:
        slugs = {s for n in named.authorities for s in n.slugs}
        if not places or (slugs and not slugs & {s for s, _ in places}):
            return None
    event = Event(
        places,
        framework.services[0],
        told[-1].service_span if told else about.service.span if about.service is not None else None,
        [b for b in about.bodies if b.slug == framework.inspectorates[0]],
        "annual-assessment",
        None,
        year,
        None,
        None,
        spans=[year.span],
        sentences=[named.span],
    )
    work.events.append(event)
    work.told.append((year.span.start, event))
    return event
