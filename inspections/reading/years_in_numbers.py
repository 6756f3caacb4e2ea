"""Grades of an annual assessment told with their numbers, each with its year: "graded 3 (good) in 2008 and 2 in 2007".

A number is a grade only on the scale of the one annual assessment that the text has named; every number of the sentence
has a year of its own beside it, or the sentence is left to the rules that know a single one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspections.reading.dates.signs import signs_of, stands_in
from inspections.reading.events import Event
from inspections.reading.grades.hits import GradeHit
from inspections.reading.numbered import named_at
from inspections.reading.numbers_said import assessment_of
from inspections.reading.parts import parts
from inspections.reading.rules import rule
from inspections.reading.untold import is_hearsay
from inspections.reading.walk.councils_named import slugs_of
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.catalogue import Framework, Grade, Scale
    from inspections.reading.dates.mentions import Mention
    from inspections.reading.naming import Naming
    from inspections.reading.work import Work

_WORDS = r"outstanding|good|adequate|inadequate"
# "3 (good)", "grade 3 (good)", "1, inadequate", "a 3", and "good (grade 3)"
_NUMBER = re.compile(
    rf"(?<![\w.,/£%(-])(?P<n>[1-4])(?![\w%/]|\.\d|\s*(?:per\s+cent|percent|to\s+[1-4]\b|out\s+of\s+(?!four|4)))"
    rf"(?=\s*(?:[.,;:()]|$|(?:overall|again|too|once|as|in|for|and|but|out)\b))"
    rf"(?:\s+\((?P<w>{_WORDS})\)|,\s+(?P<v>{_WORDS})(?=\W*$|[,;)]))?"
    rf"|\b(?P<x>{_WORDS})\s+\((?:an?\s+)?(?:grade\s+|score\s+|rating\s+)?(?:of\s+)?(?P<m>[1-4])\)",
    re.I,
)
_JUDGED = rule(
    r"\b(?:graded|rated|judged|scored|marked|given|gave|gives|awarded|received?|got|secured|achieved|(?:grade|mark|rating|score)\s+(?:in\s+\d{4}\s+)?(?:was|had\s+been))\b",
    re.I,
)
# right before a number alone, which may be of anything else
_GRADE_OF = re.compile(
    r"\b(?:graded|rated|marked|scored|grade|rating|mark|score|given|awarded|received|got|was|were|been|an?|and)\s+(?:(?:of|only|again|also|just|an?|as|overall)\s+)*$",
    re.I,
)
_IN_AFTER = re.compile(
    r"[)’”'\"]?\s*(?:(?:overall|again|too|once\s+more|as\s+well),?\s+)*,?\s*(?:in|for)\s+(?:the\s+)?$", re.I
)
_IN_BEFORE = re.compile(
    r"(?:^\W*(?:\(?[a-z\d]{1,3}\)\s+)?(?:(?:And|But|Then),?\s+)?|[,;]\s+(?:and\s+|but\s+)?|\b(?:and|but)\s+)(?:in|for|under)\s+(?:the\s+)?(?:(?:annual\s+)?performance\s+assessment\s+(?:for|of)\s+)?$",
    re.I,
)
# what a sentence says of the scale, and not of the council
_ON_A_SCALE = rule(
    r",?\s+(?:on|by|under|using)\s+(?:the|an?|that)\s+(?:[\w-]+\s+){0,2}(?:scale|system)\b[^.;]*|\s+\((?:where|the\s+scale|on\s+which|4)\b[^()]*\)|,\s+where\s+4\s[^.;]*",
    re.I,
)
_DOUBTED = rule(
    r"\b(?:if|would|could|should|might|will|hope\w*|aim\w*|target\w*|not|never|nor|expect\w*|predict\w*|schools?|nurser\w+|homes?|Audit\s+Commission|housing|libraries|police"
    r"|use\s+of\s+resources|corporate|self[-\s]\w+|peer|draft|mock|wrongly|claim\w*|reported|neither|nearly|almost|only\s+one)\b",
    re.I,
)
_STANDS_FOR = re.compile(
    r"\b(?:they|it|its|their|the\s+(?:council|authority|county|city|borough|services?)|the\s+(?:overall\s+)?(?:grade|rating|mark|score))\b",
    re.I,
)


@dataclass(frozen=True)
class _Told:
    """``span``: the words that are the grade; ``all``: with its number; ``grade``: on the scale; ``year``: its own."""

    span: Span
    all: Span
    grade: Grade
    year: Mention


def add_years_in_numbers(work: Work) -> None:
    """Read the sentences that give each of one or more years its grade in numbers into the document's events."""
    text = work.context.text
    digits = signs_of(text).digits
    for named in work.that_may_hold(_JUDGED):
        if named.segment.kind in ("row", "heading") or named.settings or not stands_in(digits, named.span):
            continue
        if any(named.span.overlaps(s) for q in work.quotes for s in q.spans):
            continue
        said = _without_the_scale(named.span.of(text))
        if not _JUDGED.search(said) or _DOUBTED.search(said) or is_hearsay(said, named.catalogue):
            continue
        chosen = assessment_of(work, named)
        if chosen is None or _of_a_part(work, named, chosen[0]) or not _of_the_whole(named, said, chosen[0]):
            continue
        told = _told(work, named, said, *chosen)
        if not told:
            continue
        places = _places(work, named, chosen[0])
        if places:
            for each in told:
                _take(work, named, each, places, *chosen)


def _is_a_year(day: Mention) -> bool:
    return day.precision == "year" and day.known and not day.relative


def _without_the_scale(said: str) -> str:
    """A sentence with what it tells of the scale blanked, each character in its place."""
    return _ON_A_SCALE.sub(lambda m: " " * len(m.group()), said)


def _of_a_part(work: Work, named: Naming, framework: Framework) -> bool:
    found = parts(work.context.text, named.span, work.context.catalogue, framework.services)
    return any(not part.overall for part in found)


def _of_the_whole(named: Naming, said: str, framework: Framework) -> bool:
    """Does the sentence name the service, or what stands for it or its grade, and no other service?"""
    if any(each.slug not in framework.services for each in named.services):
        return False
    return bool(named.services or _STANDS_FOR.search(said) or named.authorities)


_BESIDE = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,\s*)?(?:(?:for|of|in)\s+)?")  # "APA for 2006", "the 2006 APA"


def _year_of_section(work: Work, named: Naming, framework: Framework) -> Mention | None:
    """The year printed beside the name of the assessment that the section has named last: "APA 2006"."""
    document, text = work.context.document, work.context.text
    at = named_at(document, named.span.start, framework)
    if at < 0:
        return None
    beside = work.beside(Span(at - 1, named.span.start))
    line = beside[0].segment.index
    if any(document.segments[i].kind == "heading" for i in range(line + 1, named.segment.index + 1)):
        return None
    days = [d for each in beside for d in each.dates if d.span.end > at - _LONGEST and d.span.start < named.span.start]
    years = [d for d in days if _is_a_year(d)]
    if len(years) != 1 or any(d.span.start > at for d in days if d is not years[0] and d.precision == "year"):
        return None
    own = years[0].span
    after = own.start >= at and _BESIDE.fullmatch(text, at, own.start) is not None
    return years[0] if after or (own.end < at and text[own.end : at].count(" ") <= _WORDS_OF_NAME) else None


_LONGEST = 60  # characters: a name of an assessment, and the year before it
_WORDS_OF_NAME = 4


def _told(work: Work, named: Naming, said: str, framework: Framework, scale: Scale) -> list[_Told]:
    """Each grade with its year; none where a number or a year is left without its other half."""
    start = named.span.start
    days = [Span(d.span.start - start, d.span.end - start) for d in named.dates]
    years = [d for d in named.dates if _is_a_year(d) and said[d.span.start - start : d.span.end - start].strip()]
    found = [m for m in _NUMBER.finditer(said) if not any(Span(*m.span()).overlaps(day) for day in days)]
    headed = _year_of_section(work, named, framework) if len(found) == 1 and not named.dates else None
    years = [headed] if headed is not None else years
    if not found or len(found) != len(years):
        return []
    out: list[_Told] = []
    after = headed is None and _IN_AFTER.fullmatch(said, found[0].end(), years[0].span.start - start) is not None
    for m, year in zip(found, years, strict=True):
        at, end = year.span.start - start, year.span.end - start
        if headed is not None:
            beside = True
        elif after:
            beside = _IN_AFTER.fullmatch(said, m.end(), at) is not None
        else:
            beside = end <= m.start() and (len(found) == 1 or _IN_BEFORE.search(said[:at]) is not None)
        word = next((key for key in ("w", "v", "x") if m.groupdict()[key]), None)
        number = int(m["n"] or m["m"])
        grade = next((g for g in scale.grades if g.number == number), None)
        if not beside or grade is None or (word is not None and m[word].lower() not in grade.wordings):
            return []
        if word is None and not _GRADE_OF.search(said[: m.start()]):
            return []
        own, whole = (Span(start + m.start(key), start + m.end(key)) for key in (word or "n", 0))
        out.append(_Told(own, whole, grade, year))
    return out


def _places(work: Work, named: Naming, framework: Framework) -> list[tuple[str, Span]]:
    """The one council of the sentence; with none named, the one whose assessment its paragraph has told of last."""
    if named.authorities:
        places = slugs_of(work, named.authorities, None)
        return places[:1] if len({slug for slug, _ in places}) == 1 else []
    near = [
        e
        for at, e in work.told
        if named.segment.span.start <= at < named.span.end and e.service in framework.services and e.authorities
    ]
    if near:
        return list(near[-1].authorities) if len({e.slugs for e in near}) == 1 else []
    told = {e.slugs for at, e in work.told if at < named.span.start and e.kind == "annual-assessment"}
    home = work.context.home
    return [home] if home is not None and told <= {frozenset((home[0],))} else []


def _take(
    work: Work, named: Naming, told: _Told, places: list[tuple[str, Span]], framework: Framework, scale: Scale
) -> None:
    slugs = frozenset(slug for slug, _ in places)
    if not framework.used.overlaps(told.year.earliest, told.year.latest):
        return
    same = [
        e
        for at, e in work.told
        if e.service in framework.services
        and e.slugs == slugs
        and e.kind in ("annual-assessment", "unstated")
        and e.inspected is not None
        and e.inspected.edtf == told.year.edtf
    ]
    hit = GradeHit(told.span, told.grade.wordings[0], "row", "current", (), None, told.grade.number)
    if same:
        event = same[-1]
        if event.overall is not None and event.overall.word.lower() not in told.grade.wordings:
            return
        event.kind = "annual-assessment"
        event.overall = event.overall or hit
    else:
        before = [e for at, e in work.told if e.kind == "annual-assessment" and e.slugs == slugs]
        service = next((s.span for s in named.services), before[-1].service_span if before else None)
        bodies = [b for b in work.context.bodies if b.slug == framework.inspectorates[0]]
        event = Event(
            list(places), framework.services[0], service, bodies,
            "annual-assessment", None, told.year, None, hit, spans=[told.year.span], sentences=[named.span],
            segment=named.segment.index,
        )  # fmt: skip
        work.events.append(event)
        work.told.append((told.year.span.start, event))
    work.plainly |= {told.span, told.all, _number_of(work.context.text, told.all)}
    if named.span not in event.sentences:
        event.sentences.append(named.span)


def _number_of(text: str, span: Span) -> Span:
    """The figure alone, as other rules would have found it."""
    at = next(at for at in range(span.start, span.end) if text[at].isdigit())
    return Span(at, at + 1)
