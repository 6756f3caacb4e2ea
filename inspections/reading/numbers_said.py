"""Grades told as numbers in a sentence: "its annual performance assessment gave the council a grade 3".

A number is a grade only on the scale of the one assessment that the text names, and only of the council's services as
a whole: 4 is the best on that scale and the worst on a school's, so a sentence that names a setting or a part is left.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from inspections.reading.dates.mentions import Mention
from inspections.reading.dates.signs import signs_of, stands_in
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
    r"[^.;:“”\"]{0,90}?\b(?:grade|score|rating|mark)\s+(?:of\s+)?(?P<n>[1-4])\b(?!\s*(?:%|per\b|or\b|and\b|to\b|[-–/]))",
    re.I,
)
# "the borough was graded 3 for its overall contribution", "was rated 3 overall", "scored 2 out of 4"
_GRADED = rule(
    r"\b(?:was|were|been|is|are)\s+(?:again\s+|also\s+)?(?:graded|rated|scored|marked|given|awarded)\s+(?:an?\s+|as\s+(?:an?\s+)?)?(?P<n>[1-4])"
    r"(?:\s*\([^()]{3,20}\))?(?=\s+overall\b|\s+(?:out\s+of\s+)(?:a\s+possible\s+)?(?:four|4)\b(?!\s+for\b)|\s+for\s+(?:(?:its|their|the|our)\s+)?overall\s"
    r"|\s*[.;]|\s*$)",
    re.I,
)
# the years before: "Last year the overall mark was 3", and, right behind it, "and the year before that it was 2"
_ONCE = rule(
    r"\W*(?:(?:And|But),?\s+)?(?P<when>(?:the\s+)?last\s+year|the\s+year\s+before|a\s+year\s+(?:ago|earlier)|in\s+(?:the\s+)?(?:19|20)\d\d(?:\s+(?:annual\s+)?(?:performance\s+)?(?:assessment|APA))?),?\s+"
    r"(?:the|its|their|our|that)\s+(?:[\w’'-]+\s+){0,2}?overall\s+(?:effectiveness\s+)?(?:grade|score|rating|mark)\s+(?:was|had\s+(?:also\s+)?been|stood\s+at)\s+"
    r"(?:(?:also|again|only|just|an?)\s+)*(?P<n>[1-4])\b(?!\s*(?:%|per\b|or\b|to\b|[-–/]))",
    re.I,
)
_AND_BEFORE = rule(
    r"(?:\s+(?:as\s+well|too|again|out\s+of\s+(?:four|4)))?,?\s+and\s+(?P<when>the\s+year\s+before(?:\s+that)?|in\s+(?:19|20)\d\d)\s+"
    r"(?:it\s+(?:was|had\s+been|stood\s+at)\s+)?(?:(?:also|again|only|just|an?)\s+)*(?P<n>[1-4])\b(?!\s*(?:%|per\b|or\b|to\b|[-–/]))",
    re.I,
)
# "In the previous year's assessment the services had been graded 3 (good)": of the year before the one told of last
_THE_YEAR_BEFORE = rule(
    r"\W*(?:(?:And|But),?\s+)?(?:(?:In|At|For|Under)\s+)?(?P<when>the\s+(?:previous|preceding)\s+year|the\s+year\s+before(?:\s+that)?)"
    r"(?:[’']s\s+(?:annual\s+)?(?:performance\s+)?(?:assessment|APA|letter))?,?\s+(?:(?:the|its|their|our)\s+)?"
    r"(?:they|it|services|council|authority|county|borough|city|children[’']?s\s+services)\s+(?:was|were|had\s+been)\s+(?:also\s+|only\s+)?"
    r"(?:graded|rated|scored|marked|given|awarded)\s+(?:an?\s+)?(?:overall\s+)?(?:grade\s+|mark\s+)?(?:of\s+)?(?P<n>[1-4])"
    r"(?:\s+\([a-z]{4,12}\))?(?:\s+overall)?\s*[.;,]",
    re.I,
)
_IS = rule(
    r"\b(?:overall\s+)(?:effectiveness\s+)?(?:grade|score|rating|mark)\b[^.;:“”\"]{0,50}?\b(?:is|was|remained|stayed)\s+(?:also\s+|again\s+|still\s+|at\s+|an?\s+)*"
    r"(?P<n>[1-4])\b(?!\s*(?:%|per\b|or\b|and\b|to\b|[-–/]))",
    re.I,
)
# "All five outcomes were graded 3": each of them, and not the services as a whole
_OF_SEVERAL = rule(
    r"\b(?:outcomes|outcome\s+areas|areas|aspects|themes|strands|elements|judge?ments|categories|headings|sections)\b",
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
    taken, digits = 0, signs_of(text).digits
    for named in work.that_may_hold(_ONCE, _GIVEN, _IS, _GRADED):
        if taken == _MOST:
            return
        if named.segment.kind in ("row", "heading") or named.settings or not stands_in(digits, named.span):
            continue
        words = named.span.of(text)
        if (once := _ONCE.match(words) or _THE_YEAR_BEFORE.match(words)) is not None:
            taken += _take_years(work, named, once)
            continue
        found = _GIVEN.search(words) or _IS.search(words) or _GRADED.search(words)
        if found is None or len(_NUMBERS.findall(words)) > 1 or _EXPLAINED.search(words):
            continue
        if _OF_SEVERAL.search(words, 0, found.start("n")):
            continue
        number = Span(named.span.start + found.start("n"), named.span.start + found.end("n"))
        if number in work.plainly or any(number.within(s) for quote in work.quotes for s in quote.spans):
            continue
        chosen = assessment_of(work, named)
        if chosen is None or _of_a_part(work, named):
            continue
        taken += 1
        _take(work, named, number, *chosen)


def _take_years(work: Work, named: Naming, once: re.Match[str]) -> int:
    """The grades of the years before, one for each year that is told; none where a number is of something else."""
    text, start = work.context.text, named.span.start
    words = named.span.of(text)
    told = [once]
    if (before := _AND_BEFORE.match(words, once.end())) is not None:
        told.append(before)
    chosen = assessment_of(work, named)
    if chosen is None or _EXPLAINED.search(words) or _of_a_part(work, named) or len(_ANY.findall(words)) != len(told):
        return 0
    number = 0
    year = _year_told_last(work, named, chosen[0]) if _THE_YEAR_BEFORE.match(words) else None
    for each in told:
        span = Span(start + each.start("when"), start + each.end("when"))
        year = _year_of(named, span, year)
        if year is None:
            break
        event = of_its_year(work, named, chosen[0], year)
        grade = next((g for g in chosen[1].grades if g.number == int(each["n"])), None)
        if event is None or event.overall is not None or grade is None:
            break
        place = Span(start + each.start("n"), start + each.end("n"))
        event.overall = GradeHit(place, grade.wordings[0], "row", "previous", (), None, grade.number)
        event.previous = True
        number += 1
    return number


def _year_told_last(work: Work, named: Naming, framework: Framework) -> Mention | None:
    """The year of the assessment that the text has told of last, of which there is only one."""
    told = {
        e.inspected.edtf: e.inspected
        for at, e in work.told
        if e.kind == "annual-assessment" and e.service in framework.services and at < named.span.start
        if e.inspected is not None and e.inspected.known and e.inspected.precision == "year"
    }
    return next(iter(told.values())) if len(told) == 1 else None


def of_its_year(work: Work, named: Naming, framework: Framework, year: Mention) -> Event | None:
    """The assessment of that year: one told of before, or a new one."""
    told = [
        e
        for at, e in work.told
        if e.kind == "annual-assessment" and e.service in framework.services and at < named.span.end
    ]
    same = [e for e in told if e.inspected is not None and e.inspected.edtf == year.edtf]
    return same[-1] if same else _of_that_year(work, named, framework, year, told)


_ANY = re.compile(r"(?<![\w.])[1-4]\b")


def _year_of(named: Naming, when: Span, before: Mention | None) -> Mention | None:
    """The year that words name; "the year before that" is the one before the year told of just now."""
    own = next((d for d in named.dates if d.span.overlaps(when) and d.known and d.precision == "year"), None)
    if before is None or before.earliest is None or (own is not None and not own.relative):
        return own
    year = before.earliest.year - 1
    note = "the year before the one told of just now"
    return Mention(
        when, str(year), date(year, 1, 1), date(year, 12, 31), "year", relative=True, note=note, basis="derived"
    )


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
    event = event_of(work, named, framework)
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
    """The assessment that a sentence tells of, or goes on about; none where its years are of several."""
    years = [d for d in named.dates if d.precision == "year" and d.known and not d.relative]
    years = [d for d in years if not _is_of_the_clause_before(work.context.text, named, d)]
    if len({d.edtf for d in years}) > 1 or any(
        _SINCE.search(work.context.text, named.span.start, d.span.start) for d in years
    ):
        return None
    year = years[0] if years else None
    return _event(work, named, framework, year) or _of_the_section(work, named, framework)


# "the best since 2005", "counting 2005 and 2006": years that others are counted from
_SINCE = re.compile(r"\b(?:since|counting|than|unlike|until|before|after)\s+(?:(?:in|the)\s+)*$", re.I)
_STOP = re.compile(r"[;:]\s")


def _is_of_the_clause_before(text: str, named: Naming, year: Mention) -> bool:
    """ "It is the third good in a row since 2005: our capacity was graded 3": is the number in another clause?"""
    stop = _STOP.search(text, year.span.end, named.span.end)
    if stop is None or _ANY.search(text, year.span.end, stop.start()):
        return False
    return _ANY.search(text, stop.end(), named.span.end) is not None


def _of_the_section(work: Work, named: Naming, framework: Framework) -> Event | None:
    """The one assessment that the section has told of, from its heading on."""
    heading = named.segment.heading
    start = work.context.document.segments[heading].span.start if heading is not None else named.segment.span.start
    held = {
        id(e): e
        for at, e in work.told
        if start <= at < named.span.end and e.kind == "annual-assessment" and e.service in framework.services
    }
    if len(held) > 1:  # beside what it was the year before, and the heading itself
        held = {key: e for key, e in held.items() if e.any_date is not None and not (e.previous or e.earlier)}
    return next(iter(held.values())) if len(held) == 1 and not named.authorities else None


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
