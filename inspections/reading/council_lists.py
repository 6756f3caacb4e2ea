"""Councils in one sentence, each with what is said of it in brackets: "Leeds (March 2018), Kent (May 2019)".

Answers in Parliament are given so. The grade stands before the list, for all of them, or in each pair of brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.reading.dates.mentions import Mention
from inspections.reading.doubts import doubted_by_words
from inspections.reading.events import Event
from inspections.reading.grades.doubts import GENERAL, HOPED, NEGATED, NO_LONGER
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import grade_words
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.walk import Walk
from inspections.reading.walk.councils_named import slugs_of
from inspections.text import Span

_OPENS = re.compile(
    r"\s*\(\s*(?:(?:in|on|inspected|visited|judged|rated|published|report\s+published)\s+(?:in\s+|on\s+)?)*"
)
_CLOSES = re.compile(r"\s*\)")
_PARTED = re.compile(r"\s*(?:[,;]|,?\s*(?:and|&))\s*(?:the\s+)?")
_WITHIN = re.compile(r"[\s,;:]*(?:in\s+|on\s+)?")
_JUDGED = rule(r"\b(?:judged|rated|graded|found)\s+(?:to\s+be\s+|as\s+)?[‘“'\"]?$", re.I)
_GIVEN = rule(r"\b(?:judge[ds]?|rate[sd]?|grade[sd]?|ratings?|judge?ments?|verdicts?)\b", re.I)
_OF_A_VISIT = rule(r"\b(?:inspect\w*|visit\w*)\b", re.I)
_OF_A_REPORT = rule(r"\b(?:report\w*|publish\w*|publication|letters?)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Item:
    place: tuple[str, Span]
    grade: GradeHit | None
    day: Mention | None
    end: int


def tell_list(walk: Walk, named: Naming) -> list[Event]:
    """An inspection for each council of such a list; none where the sentence is no list, or says too little."""
    work, text = walk.work, walk.text
    if len(named.authorities) < 2 or work.family.voice == "party" or "(" not in named.span.of(text):
        return []
    items = _items(walk, named)
    service = next(iter(reversed(named.services)), None) or walk.service
    if len(items) < 2 or service is None:
        return []
    lead = text[named.span.start : items[0].place[1].start]
    found = list(grade_words(work.context.catalogue)[0].finditer(lead))
    within = [item.grade for item in items]
    if len(found) > 1 or (found and any(within)) or not (found or all(within)):
        return []
    left = lead[: found[0].start()] if found else lead
    if found and not _JUDGED.search(left):
        return []
    if not found and not (_GIVEN.search(lead) or named.inspectorates):
        return []
    if any(each.search(left) for each in (HOPED, GENERAL, NEGATED, NO_LONGER)):
        return []
    if doubted_by_words(left, lead[found[0].end() :] if found else ""):
        return []
    given = None
    if found:
        at = named.span.start + found[0].start("g")
        given = GradeHit(Span(at, at + len(found[0]["g"])), found[0]["g"], "verb", "current")
    published = _OF_A_REPORT.search(lead) is not None
    visited = _OF_A_VISIT.search(lead) is not None or not published
    return [
        Event(
            [item.place],
            service.slug,
            service.span,
            list(named.inspectorates),
            "unstated",
            None,
            item.day if visited else None,
            item.day if published and not visited else None,
            item.grade or given,
            spans=[item.place[1]],
            sentences=[named.span],
            own_bodies=bool(named.inspectorates),
            segment=named.segment.index,
        )
        for item in items
    ]


def _items(walk: Walk, named: Naming) -> list[_Item]:
    text, items = walk.text, list[_Item]()
    for name in named.authorities:
        opens = _OPENS.match(text, name.span.end, named.span.end)
        if opens is None:
            continue
        if items and not _PARTED.fullmatch(text, items[-1].end, name.span.start):
            return []
        at, grade = opens.end(), None
        if word := grade_words(walk.work.context.catalogue)[0].match(text, at, named.span.end):
            grade = GradeHit(Span(*word.span("g")), word["g"], "verb", "current")
            between = _WITHIN.match(text, word.end(), named.span.end)
            at = between.end() if between else word.end()
        day = next((d for d in named.dates if d.span.start == at and d.edtf), None)
        closes = _CLOSES.match(text, day.span.end if day else at, named.span.end)
        place = slugs_of(walk.work, (name,), day)
        if closes is None or not place or not (day or grade):
            return []
        items.append(_Item(place[0], grade, day, closes.end()))
    return items
