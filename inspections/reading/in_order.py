""" "Leeds and Bradford were rated good and inadequate respectively": several councils, or services, and as many grades.

Each has the one that stands at its own place in the list, be it a grade or a day. Where the lists are not of one
length, nobody has anything.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from itertools import pairwise

from inspections.reading import rules
from inspections.reading.dates import dates
from inspections.reading.dates.mentions import Mention
from inspections.reading.doubted_words import doubted_by_words
from inspections.reading.events import Event
from inspections.reading.givers import view_of_others
from inspections.reading.grades.doubts import GENERAL, HOPED, NEGATED, NO_LONGER
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import grade_words
from inspections.reading.naming import Naming, Noted
from inspections.reading.rules import rule
from inspections.reading.tellings.taking_place import FUTURE, NOT_HELD
from inspections.reading.visits import UNGRADED
from inspections.reading.walk import Walk
from inspections.reading.walk.councils_named import in_one_list, slugs_of
from inspections.reading.walk.services_meant import spoken_of_here
from inspections.text import Span

RESPECTIVELY = rule(r"\brespectively\b", re.I)
_AND = re.compile(r"[’”'\"]?(?:\s*,\s*|\s*,?\s+and\s+)(?:(?:in|on|to\s+be|as)\s+)?[‘“'\"]?")
_GIVES = rule(
    r"\b(?:judged|rated|graded|found|given|awarded|received|got|scored)\s+(?:(?:to\s+be|as|overall|grades?\s+of|ratings?\s+of)\s+)*[‘“'\"]?$"
    r"|\b(?:were|are|was|came\s+out(?:\s+as)?)\s+[‘“'\"]?$",
    re.I,
)
_MONTH = (
    r"(?:(?:early|late|mid)[\s-]+)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DAY = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}(?:\s+(?:19|20)\d\d)?|(?:19|20)\d\d)"
_DAYS = re.compile(rf"(?P<first>\b{_DAY})(?P<rest>(?:(?:,|,?\s+and)\s+(?:in\s+|on\s+)?{_DAY})+),?\s+respectively")
_EACH = re.compile(rf"(?:,|and)\s+(?:in\s+|on\s+)?(?P<d>{_DAY})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PAST = rule(r"\b(?:were|was|had|have|visited|inspected|carried\s+out|took\s+place|judged|rated|graded|found)\b", re.I)


def may_be_in_order(signs: int) -> bool:
    """Can a sentence of these ``signs`` give several councils something "respectively"?"""
    return rules.may_by(RESPECTIVELY, signs)


def tell_in_order(walk: Walk, named: Naming) -> list[Event]:
    """An inspection for each council, or each service, of such a sentence; none where it is not understood."""
    work, text = walk.work, walk.text
    said = named.span.of(text)
    listed = in_one_list(text, slugs_of(work, named.authorities, None))
    service = next(iter(named.services), None) or spoken_of_here(walk, named)
    if listed and len(listed) == len({a.slugs for a in named.authorities}) and service is not None:
        subjects: list[tuple[tuple[str, Span], Noted]] = [(place, service) for place in listed]
    elif len(named.authorities) < 2 and len(_one_list(text, named.services)) > 1:
        own = slugs_of(work, named.authorities, None) or ([walk.authority] if walk.authority else [])
        subjects = [(own[0], each) for each in named.services] if own else []
    else:
        subjects = []
    if len(subjects) < 2 or not _PAST.search(said) or NOT_HELD.search(said) or FUTURE.search(said):
        return []
    found = list(grade_words(work.context.catalogue)[0].finditer(text, named.span.start, named.span.end))
    days = _days(walk, named)
    if found and not _is_given(text, named, found):
        return []
    if len(found) not in (0, 1, len(subjects)) or (len(found) < 2 and len(days) != len(subjects)):
        return []
    kinds = [v for v in named.visits if v.kind != "unstated"]
    if not found and not named.visits:
        return []
    work.in_order.add(named.span)
    events = []
    for number, (place, what) in enumerate(subjects):
        word = found[number if len(found) > 1 else 0] if found else None
        hit = GradeHit(Span(*word.span("g")), word["g"], "verb", "current") if word is not None else None
        day = days[number] if len(days) == len(subjects) else days[0] if len(days) == 1 else None
        events.append(
            Event(
                [place],
                what.slug,
                what.span,
                list(named.inspectorates),
                kinds[0].kind if kinds and hit is None else "unstated",
                kinds[0].span if kinds and hit is None else None,
                day,
                None,
                hit,
                spans=[place[1] if what is service else what.span],
                sentences=[named.span],
                own_bodies=bool(named.inspectorates),
                segment=named.segment.index,
            )
        )
    return events


def tell_of_both(walk: Walk, named: Naming) -> list[Event]:
    """ "Croydon and Lewisham have both had focused visits, the first in February and the second in May".

    Visits told of several councils at once are of each of them; whose day each is has to be said.
    """
    work, text = walk.work, walk.text
    said = named.span.of(text)
    listed = in_one_list(text, slugs_of(work, named.authorities, None))
    kinds = [v for v in named.visits if v.kind in UNGRADED and v.span.of(text).lower().endswith("visits")]
    service = next(iter(named.services), None) or spoken_of_here(walk, named)
    if (
        len(listed) < 2
        or len(listed) != len({a.slugs for a in named.authorities})
        or len(kinds) != 1
        or service is None
    ):
        return []
    if not _PAST.search(said) or NOT_HELD.search(said) or FUTURE.search(said) or len(named.dates) < 2:
        return []
    if grade_words(work.context.catalogue)[0].search(said) is not None:
        return []
    work.in_order.add(named.span)
    days = _first_and_second(text, named) if len(listed) == 2 else []
    return [
        Event(
            [place],
            service.slug,
            service.span,
            list(named.inspectorates),
            kinds[0].kind,
            kinds[0].span,
            days[number] if days else None,
            None,
            None,
            spans=[place[1]],
            sentences=[named.span],
            own_bodies=bool(named.inspectorates),
            segment=named.segment.index,
        )
        for number, place in enumerate(listed)
    ]


_FIRST = re.compile(
    r"\bthe\s+(?:first|former)\b(?P<a>.{3,120}?)\bthe\s+(?:second|latter|other)\b(?P<b>.{3,120})", re.I | re.S
)


def _first_and_second(text: str, named: Naming) -> list[Mention]:
    """The day after "the first", and that after "the second"."""
    found = _FIRST.search(text, named.span.start, named.span.end)
    if found is None:
        return []
    days = [[d for d in named.dates if d.edtf and d.span.within(Span(*found.span(part)))] for part in ("a", "b")]
    return [each[0] for each in days] if all(len(each) == 1 for each in days) else []


def _one_list(text: str, services: tuple[Noted, ...]) -> tuple[Noted, ...]:
    """The services of a sentence, where they stand in one list."""
    between = (text[a.span.end : b.span.start] for a, b in pairwise(services))
    return (
        services
        if all(re.fullmatch(r"\s*,?\s*(?:and\s+)?(?:(?:its|the|their|our)\s+)?", each) for each in between)
        else ()
    )


def _is_given(text: str, named: Naming, found: list[re.Match[str]]) -> bool:
    """Do the grades stand in one list, after words that give them and none that take them back?"""
    left, right = text[named.span.start : found[0].start()], text[found[-1].end() : named.span.end]
    if any(not _AND.fullmatch(text[a.end() : b.start()]) for a, b in pairwise(found)):
        return False
    if any(each.search(left) for each in (HOPED, GENERAL, NEGATED, NO_LONGER)) or doubted_by_words(left, right):
        return False
    if view_of_others(right, named.catalogue):
        return False
    return _GIVES.search(left) is not None and not named.settings


def _two_months(named: Naming, pieces: list[tuple[int, int]]) -> list[Mention] | None:
    """ "In September and October respectively": what is otherwise one stretch of two months, each by itself."""
    both = next((d for d in named.dates if d.span.start == pieces[0][0] and d.span.end == pieces[-1][1]), None)
    months = _MONTHS.fullmatch(both.edtf) if both is not None else None
    if both is None or months is None or len(pieces) != 2:
        return None
    out = []
    for edtf, (start, end) in zip(months.groups(), pieces, strict=True):
        year, month = int(edtf[:4]), int(edtf[5:])
        last = date(year, month, monthrange(year, month)[1])
        out.append(replace(both, span=Span(start, end), edtf=edtf, earliest=date(year, month, 1), latest=last))
    return out


_MONTHS = re.compile(r"(\d{4}-\d\d)/(\d{4}-\d\d)")


def _days(walk: Walk, named: Naming) -> list[Mention]:
    """The days of such a list, each by itself; where only the last has a year, it is the year of none but itself."""
    text, anchor = walk.text, walk.work.context.anchor
    m = _DAYS.search(text, named.span.start, named.span.end)
    if m is None:
        return [d for d in named.dates if d.edtf] if len(named.dates) == 1 else []
    pieces = [m.span("first")]
    for part in _EACH.finditer(m["rest"]):
        pieces.append((m.start("rest") + part.start("d"), m.start("rest") + part.end("d")))
    if (two := _two_months(named, pieces)) is not None:
        return two
    found = []
    for start, end in pieces:
        span = Span(start, end).stripped(text)
        here = dates(text, span, anchor)
        if len(here) != 1 or not here[0].edtf:
            return []
        found.append(here[0])
    if len({bool(_YEAR.search(d.span.of(text))) for d in found}) > 1:
        return []  # "September and October 2019": of which year the first is, nobody says
    return [replace(d) for d in found]
