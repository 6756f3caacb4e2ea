"""Councils in one sentence, each with what is said of it beside it: "Leeds (March 2018), Kent (May 2019)".

Answers in Parliament are given so. The grade stands before the list, for all of them, or beside each council.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.reading.authorities import Named
from inspections.reading.dates.mentions import Mention
from inspections.reading.doubted_words import doubted_by_words
from inspections.reading.events import Event
from inspections.reading.givers import given_by_others
from inspections.reading.grades.doubts import GENERAL, HOPED, NEGATED, NO_LONGER
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import grade_words
from inspections.reading.in_order import RESPECTIVELY, tell_in_order, tell_of_both
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.tellings.taking_place import FUTURE, NOT_HELD
from inspections.reading.walk import Walk
from inspections.reading.walk.councils_named import slugs_of
from inspections.reading.walk.services_meant import spoken_of_here
from inspections.text import Span

_OPENS = re.compile(
    r"\s*\(\s*(?:(?:in|on|inspected|visited|judged|rated|published|report\s+published)\s+(?:in\s+|on\s+)?)*"
)
_CLOSES = re.compile(r"\s*\)")
_PARTED = re.compile(r"\s*(?:[,;]|,?\s*(?:and|&))\s*(?:the\s+)?")
_WITHIN = re.compile(r"[\s,;:]*(?:in\s+|on\s+)?")
_BESIDE = re.compile(
    r"(?:\s+(?:Council|council))?(?:[’']s)?(?:\s*[:–—-]\s*|,?\s+)(?:(?:was\s+)?(?:rated|judged|got|given|has|had|with)\s+)?"
)
_JUDGED = rule(
    r"\b(?:judged|rated|graded|found|awarded|given)\s+(?:[^.;:()]{0,60}?\b(?:the\s+following|these|the)\s+(?:\w+\s+){0,3}"
    r"(?:councils|authorities|areas|boroughs|services)\s+|(?!the\s+following)[\w’'\-]+(?:\s+[\w’'\-]+){0,4}?\s+services?\s+)?(?:to\s+be\s+|as\s+)?[‘“'\"]?$",
    re.I,
)
# as in "were judged good between March and May: Kent, Essex and Leeds"
_FOLLOWED = re.compile(r"[’”'\"]?[^.;:()]{0,140}(?::|\s[–—-])\s*(?:the\s+)?")
_GIVEN = rule(r"\b(?:judge[ds]?|rate[sd]?|grade[sd]?|ratings?|judge?ments?|verdicts?|stars?)\b", re.I)
_OF_A_VISIT = rule(
    r"\b(?:inspected|inspecting|visit\w*|inspections?(?!\s+(?:reports?|outcomes?|results?|findings)))\b", re.I
)
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
    if work.family.voice == "party" or named.segment.kind == "heading":
        return []
    if RESPECTIVELY.search(named.span.of(text)):
        return tell_in_order(walk, named)
    if len(named.authorities) < 2:
        return []
    if both := tell_of_both(walk, named):
        return both
    items = _items(walk, named)
    service = next(iter(reversed(named.services)), None) or spoken_of_here(walk, named)
    if len(items) < 2 or service is None:
        return []
    lead = text[named.span.start : items[0].place[1].start]
    found = list(grade_words(work.context.catalogue)[0].finditer(lead))
    within = [item.grade for item in items]
    days_alone = not found and not any(within) and all(item.day for item in items) and _OF_A_VISIT.search(lead)
    if len(found) > 1 or (found and any(within)) or not (found or all(within) or days_alone):
        return []
    left = lead[: found[0].start()] if found else lead
    if found and not _JUDGED.search(left):
        return []
    bare = not all(item.day or item.grade for item in items)
    if bare and not (found and _FOLLOWED.fullmatch(lead, found[0].end())):
        return []
    if days_alone and (
        NOT_HELD.search(lead) or FUTURE.search(lead) or (not named.inspectorates and not work.context.bodies)
    ):
        return []
    if not found and not days_alone and not (_GIVEN.search(lead) or named.inspectorates or _is_led(walk, named)):
        return []
    if any(each.search(left) for each in (HOPED, GENERAL, NEGATED, NO_LONGER)) or given_by_others(named, left, ""):
        return []
    if doubted_by_words(left, lead[found[0].end() :] if found else "") or named.settings:
        return []
    given = None
    if found:
        at = named.span.start + found[0].start("g")
        given = GradeHit(Span(at, at + len(found[0]["g"])), found[0]["g"], "verb", "current")
    kinds = (
        [v for v in named.visits if v.kind != "unstated" and v.span.end <= items[0].place[1].start]
        if days_alone
        else []
    )
    published = _OF_A_REPORT.search(lead) is not None
    visited = _OF_A_VISIT.search(lead) is not None or not published
    of_all = _of_all(walk, named, items) if visited and not found else None
    return [
        Event(
            [item.place],
            service.slug,
            service.span,
            list(named.inspectorates),
            kinds[-1].kind if kinds else "unstated",
            kinds[-1].span if kinds else None,
            (item.day or of_all) if visited else None,
            item.day if published and not visited else None,
            item.grade or given,
            spans=[item.place[1]],
            sentences=[named.span],
            own_bodies=bool(named.inspectorates),
            segment=named.segment.index,
        )
        for item in items
    ]


_INSPECTED_IN = re.compile(r"\binspect(?:ed|s)\b[^.;:()]{3,110}\b(?:in|on|between|during|from)\s+(?:the\s+)?$", re.I)
_COLON = re.compile(r"\s*(?::|\s[–—-])\s*(?:the\s+)?")


def _of_all(walk: Walk, named: Naming, items: list[_Item]) -> Mention | None:
    """ "inspected the services of three councils in March 2023: Kent (good), ...": the day told before them all."""
    if any(item.day for item in items) or len(named.dates) != 1:
        return None
    [day], begins = named.dates, items[0].place[1].start
    if not day.edtf or _COLON.fullmatch(walk.text, day.span.end, begins) is None:
        return None
    return day if _INSPECTED_IN.search(walk.text, named.span.start, day.span.start) else None


def _is_led(walk: Walk, named: Naming) -> bool:
    """Does the heading, or the sentence before, speak of ratings?"""
    before = walk.text[max(0, named.span.start - 220) : named.span.start]
    return _GIVEN.search(before) is not None


def _items(walk: Walk, named: Naming) -> list[_Item]:
    text, items = walk.text, list[_Item]()
    for name in named.authorities:
        opens = _OPENS.match(text, name.span.end, named.span.end)
        if opens is None:
            item = _beside(walk, named, name)
            if len(items) > 1 and not _PARTED.fullmatch(text, items[-1].end, name.span.start):
                return items if _is_over(walk, named, items[-1].end) else []
            if items and (item is None or not _PARTED.fullmatch(text, items[-1].end, name.span.start)):
                return []
            items += [item] if item is not None else []
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


def _is_over(walk: Walk, named: Naming, at: int) -> bool:
    """Does the rest of the sentence give no grade?"""
    return grade_words(walk.work.context.catalogue)[0].search(walk.text, at, named.span.end) is None


def _beside(walk: Walk, named: Naming, name: Named) -> _Item | None:
    """ "Bolton three stars", or a council with nothing beside it, in a list of such."""
    text, words = walk.text, grade_words(walk.work.context.catalogue)[0]
    place = slugs_of(walk.work, (name,), None)
    if not place:
        return None
    opens = _BESIDE.match(text, name.span.end, named.span.end)
    word = words.match(text, opens.end(), named.span.end) if opens is not None else None
    if word is None:
        rest = text[name.span.end : named.span.end]
        return _Item(place[0], None, None, name.span.end) if _ENDS_ITEM.match(rest) else None
    grade = GradeHit(Span(*word.span("g")), word["g"], "verb", "current")
    if not _ENDS_ITEM.match(text[word.end() : named.span.end]):
        return None
    return _Item(place[0], grade, None, word.end())


_ENDS_ITEM = re.compile(r"\s*(?:[,;]|,?\s*and\b|&|\.?\s*$)")
