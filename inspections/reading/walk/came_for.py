"""Inspectors who "were there" or "carried it out": an inspection only where what stands before says of what."""

from __future__ import annotations

import re

from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk
from inspections.text import Span

_WERE_THERE = re.compile(r"\b(?:was|were|been)\s+(?:here|there|back)$")
_THEY = re.compile(
    r"\b(?:they|people|inspectors?|assessors|teams?|watchdogs?|inspectorates?)\b", re.I
)  # told of before
_NEAR = 20  # characters before the verb, in which they stand
_CARRIED_OUT = re.compile(r"\bcarried\s+(?:it|this|that|them)\s+out$")
# "had been with us on 3 March for a conference on reading"
_FOR_IT = re.compile(
    r"\b(?:for|at|to\s+(?:attend|open|address))\s+(?:an?|the|our|its|their)\s+(?:[\w’'-]+\s+){0,2}(?:conference|festival|workshop|seminar|ceremony|awards|launch|opening|lecture|fair|dinner)\b"
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:conference|meeting|event|festival|workshop|seminar|training|ceremony|awards?|launch|opening|stall|lecture|talk|survey|poll"
    r"|questionnaire|consultation|study|research|audit|census|news|headlines|court|invitation|guest|speech)s?\b",
    re.I,
)


def came_for_something_else(walk: Walk, telling: Telling) -> bool:
    """ "Ofsted was there in March", after a conference; "Ofsted had carried it out", after a survey: no inspection.

    Those who were there must have had a service told of to inspect, and "it" an inspection, in the sentence before.
    """
    if telling.noun != "verb" or not telling.spans:
        return False
    named, span = telling.named, telling.spans[0]
    words = walk.text[max(named.span.start, span.start - _NEAR) : span.end]
    if not named.services and _FOR_IT.search(walk.text, telling.spans[0].end, named.span.end):
        return True
    were_there, carried_out = _WERE_THERE.search(words), _CARRIED_OUT.search(words)
    if not (were_there or carried_out) or _THEY.search(words):
        return False
    at = walk.work.before(named.span.start)
    last = walk.work.named[at - 1] if at else None
    before = last if last is not None and last.segment.index == named.segment.index else None
    said = [each.span.of(walk.text) for each in (before, named) if each is not None]
    if any(_SOMETHING_ELSE.search(each) for each in said):
        return True
    if were_there and any(v.noun == "visit" and v.span.start >= span.end for v in named.visits):
        return False  # "had been here in March for its first assessment"
    if carried_out:
        return before is None or not any(v.noun in ("visit", "assessment") for v in before.visits)
    return not named.services and (before is None or not before.services)


# "Beacon Hill's head said the council had gone quiet after its own inspection in January": the school's
_ITS_OWN = re.compile(
    r"\b(?:its|their|his|her|our|my)\s+own\s+(?:[\w’'-]+\s+){0,2}?(?:re-?)?(?:inspections?|visits?|reports?)$", re.I
)
_OF_A_SETTING = rule(
    r"(?:[’']s?|\bthe|\ba|\ban|,)\s+(?:acting\s+|deputy\s+|executive\s+|interim\s+)*(?:head(?:\s*(?:teacher|master|mistress))?|principal|matron|registered\s+manager|(?:chair\s+of\s+)?governors?)\b"
    r"(?!\s+(?:of\s+(?!governors|school)|for\b|social\b))",
    re.I,
)


def of_the_speakers_own(walk: Walk, telling: Telling) -> bool:
    """Is "its own inspection" that of the school or home whose head speaks?"""
    named = telling.named
    if telling.overall is not None or not telling.spans:
        return False
    before = Span(named.span.start, telling.spans[0].end)
    return _ITS_OWN.search(before.of(walk.text)) is not None and _OF_A_SETTING.search(before.of(walk.text)) is not None
