""" "For care leavers it was worse. Their experiences were judged inadequate": of the part named just before.

So it is of "Help and protection was the weak leg: it was graded ...", where a clause begins with nothing but a word
that points back at the one part that the clause, or the sentence, before it began with.
"""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading.grades.hits import GradeHit, Grades
from inspections.reading.grades.words import JUDGED
from inspections.reading.naming import Naming
from inspections.reading.parts import Part, parts
from inspections.reading.rules import rule
from inspections.reading.work import Work
from inspections.text import Span

_WHAT = r"(?:experiences?|outcomes|progress|support|provision)(?:\s+and\s+(?:experiences?|outcomes|progress|support))?"
_THEIRS = re.compile(
    rf"(?:\W*(?:But|And|Yet|Only)\s+)?(?P<their>Their|Its)\s+(?P<what>{_WHAT})\s+(?:was|were|is|are|has|had|have)\b"
)
# where a clause begins that says it of what the words before it are about
_CLAUSE = re.compile(
    r"(?:[:;]|\s[–—-]|,\s+(?:and|but|yet))\s+(?:(?:and|but|yet)\s+)?(?=(?:their|its|it|they|that|these|this)\s)"
)
_POINTS = re.compile(
    rf"(?:\W*(?:But|And|Yet|Only)\s+)?(?P<their>(?i:(?:their|its)\s+{_WHAT}|it|they|that|this|these))\s+"
    r"(?:(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+)"
    rf"(?:(?:also|again|still|only|now|even|both|[a-z]+ly)\s+)*{JUDGED}\s+(?:as\s+|to\s+be\s+|to\s+|an?\s+)?[‘“'\"]?"
)
_OPENS = re.compile(
    r"\W*(?:(?:And|But|Yet|Only|Even|Meanwhile|For|On|as|For\s+its\s+part|By\s+contrast|Worst\s+of\s+all|Best\s+of\s+all),?\s+)*"
    r"(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\s+)?(?:(?:experiences?|progress|quality|impact|effectiveness|support|work|care|help|judge?ment)(?:\s+and\s+progress)?\s+(?:of|for|with|on)\s+)?(?:the\s+)?"
)
_TAIL = re.compile(
    r"(?:[’']s?)?(?:\s+(?:experiences?|services?|support|outcomes))?(?:,\s+(?:which|who)\s[^,.;:]{3,80},)?\s+(?:[a-z]+ly\s+|also\s+)*[a-z]+",
    re.I,
)
# what a word that points back may mean as well
_OTHERS = rule(
    r"\b(?:councils?|authorit(?:y|ies)|services?|departments?|county|city|borough|inspectors|Ofsted|reports?|overall|schools?|homes?|trusts?|directors?|leader\b|teams?|boards?)\b",
    re.I,
)
_SOFT = ("no service is its subject", "nothing ties it to a service", "an ordinary word")


def take_part_before(work: Work, before: Naming | None, named: Naming, found: Grades) -> None:
    """Give the grade of such a sentence the part it points back to; where that is not one, nothing."""
    text = work.context.text
    points = _THEIRS.match(text, named.span.start, named.span.end)
    if points is not None and any(_is_pointed_at(hit, points) for hit in found.hits):
        near = before is not None and before.segment.index == named.segment.index and not before.settings
        held = _parts(work, before.span) if before is not None and near else []
        if len(held) == 1:
            found.hits = [replace(h, aspect=held[0].span) if _is_pointed_at(h, points) else h for h in found.hits]
        return
    marks = [h.span for h in found.hits if h.tie != "performs"]
    marks += [span for span, why in found.passed_over if why in _SOFT]
    for mark in marks:
        part = _pointed_back_to(work, before, named, mark)
        if part is None:
            continue
        own = next((h for h in found.hits if h.span == mark), None)
        hit = own or GradeHit(mark, mark.of(text), "verb", "current")
        found.passed_over = [each for each in found.passed_over if each[0] != mark]
        found.hits = sorted(
            [*(h for h in found.hits if h.span != mark), replace(hit, aspect=part, subjects=())],
            key=lambda each: each.span,
        )


def _is_pointed_at(hit: GradeHit, points: re.Match[str]) -> bool:
    """Is the part of this grade named by nothing but such words?"""
    return hit.aspect is not None and points.start("their") <= hit.aspect.start and hit.aspect.end <= points.end()


def _parts(work: Work, span: Span) -> list[Part]:
    return [p for p in parts(work.context.text, span, work.context.catalogue, work.service_slugs) if not p.overall]


def _pointed_back_to(work: Work, before: Naming | None, named: Naming, mark: Span) -> Span | None:
    """The part that a clause of "it was judged" and the like, right before a grade, is of."""
    text, start = work.context.text, named.span.start
    clauses = list(_CLAUSE.finditer(text, start, mark.start))
    if clauses:
        if _POINTS.fullmatch(text, clauses[-1].end(), mark.start) is None:
            return None
        return _begins_with_a_part(work, named, Span(start, clauses[-1].start()))
    if _POINTS.fullmatch(text, start, mark.start) is None:
        return None
    if before is None or before.segment.index != named.segment.index:
        return None
    return _begins_with_a_part(work, before, before.span)


def _begins_with_a_part(work: Work, named: Naming, clause: Span) -> Span | None:
    """The one part that a clause begins with, where it names nothing else that may be meant."""
    text = work.context.text
    held = _parts(work, clause)
    if len(held) != 1 or named.settings or named.authorities:
        return None
    part = held[0].span
    apart = [s.span for s in named.services if s.span.within(clause) and not s.span.overlaps(part)]
    around = text[clause.start : part.start] + " " + text[part.end : clause.end]
    if apart or _OTHERS.search(around) or not _OPENS.fullmatch(text, clause.start, part.start):
        return None
    return part if _TAIL.match(text, part.end, clause.end) else None
