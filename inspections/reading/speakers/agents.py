"""Whose words they are that somebody is said, called or described by: "called “a shambles” by campaigners"."""

from __future__ import annotations

import re

from inspections.reading.people.objects import object_of
from inspections.reading.rules import rule
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.clauses import resolved
from inspections.reading.speakers.verbs import BODY_WORDS
from inspections.text import Span

_CALLED = (
    r"(?:called|labelled|dubbed|branded|termed|deemed|nicknamed|considered"
    r"|(?:described|hailed|dismissed|characteri[sz]ed|denounced|condemned|praised|written\s+off|summed\s+up)\s+as)"
)
_A = r"(?:(?:an?|the|its|their|both|nothing\s+but|little\s+more\s+than)\s+)*"
# "Social workers, said by one carer to be “run off their feet”"
_BY_WHOM = rule(
    r"\b(?:(?:and|but)|said|reported|thought|believed|felt|alleged|claimed|called|labelled|described|hailed|dismissed|praised|criticised|accused|condemned)\s+"
    r"(?:\w+ly\s+)?by\s+(?P<who>[^,.;:“”\"]{3,90}?(?:,\s+(?-i:[A-Z])[^,.;:“”\"]{3,60},)?)\s+"
    rf"(?:to\s+(?:be|have(?:\s+been)?)|as(?:\s+being|\s+having)?|of(?:\s+being|\s+having)?|for(?:\s+being|\s+having)?)\s+{_A}$",
    re.I,
)
# "called “a shambles” by campaigners"
_CALLED_BEFORE = rule(rf"\b{_CALLED}\s+{_A}$", re.I)
_BY_WHOM_AFTER = re.compile(r"^\s*,?\s*by\s+(?P<who>[^“”\".;:,\n]{2,90})")
# "what a local paper has called “the worst department”"
_WHAT_THEY_CALL = rule(
    r"\bwhat\s+(?!(?:it|they|he|she|we|you|I|who)\s)(?P<who>[^,.;:“”\"]{2,90}?)\s+(?:(?:has|have|had|once|later|recently|then|now|always|rightly|wrongly)\s+)*"
    rf"(?:{_CALLED}|calls?|terms?|dubs?|describes?\s+as|says?\s+(?:is|are|was|were)|said\s+(?:is|are|was|were))\s+{_A}$",
    re.I,
)


def said_by_an_agent(place: Place, memory: Memory, tail: str, following: str) -> Attribution | None:
    """Who is said to call somebody or something by these words; unstated where that is nobody known here.

    None where nothing of the kind is said, or inspectors are the ones.
    """
    start, end = place.before.end - len(tail), place.quote.start
    found = _BY_WHOM.search(tail) or _WHAT_THEY_CALL.search(tail)
    if found is not None:
        span = Span(start + found.start(), end).stripped(place.text)
    elif _CALLED_BEFORE.search(tail) and (found := _BY_WHOM_AFTER.match(following)) is not None:
        at = place.after.start
        span = Span(at, at + found.end()).stripped(place.text)
    else:
        return None
    if BODY_WORDS.of(memory.catalogue).search(found["who"]):
        return None
    who = object_of(found["who"], memory.catalogue)
    made = resolved(who, memory, span, True) if who is not None else None
    return made if made is not None and made.kind == "person" else Attribution("unstated", span)
