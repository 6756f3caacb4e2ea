"""Tellings of no one visit: a programme that began, so many visits in a year, what a kind of visit does not do.

A committee that resolves to receive a report in June has asked for a paper, and nobody has inspected anything.
"""

from __future__ import annotations

import re

from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk
from inspections.text import Span

# "unannounced inspections of contact arrangements began last summer": of all councils
_BEGAN = re.compile(
    r"(?:\s+(?:of|to|in|into)\s[^.;:]{3,90}?)?\s+(?:(?:first|only)\s+)?(?:began|started|came\s+in|(?:were|had\s+been|have\s+been)\s+(?:first\s+|only\s+)?(?:introduced|brought\s+in|launched|begun|rolled\s+out|extended))\b"
)
# "A focused visit did not replace any of this": what a visit of that kind does not do
_DOES_NOT = re.compile(
    r"\s+(?:of\s+(?:this|that)\s+(?:kind|sort|type)\s+)?(?:do(?:es)?|did|could|can|would|will)(?:\s+not|n[’']t|\s+never)\s+(?:itself\s+|ever\s+|of\s+itself\s+)?"
    r"(?:replaces?|changes?|alters?|affects?|touch|disturb|supersedes?|sets?\s+aside|gives?|carry|leads?|results?|counts?|amounts?|produces?|ends?|overturns?|unseats?|remove)\b"
)
_AN = re.compile(r"(?:^\W*|[,;]\s+(?:and|but|since|as|because)\s+)(?:[Aa]n?|[Ss]uch\s+an?)\s+$")
# "Resolved that the Committee note the letter and receive a report in June"
_RESOLVED = rule(
    r"(?:^\W*(?:\d+[.)]\s*)?(?:It\s+was\s+)?(?:\w+\s+)?(?:resolved|agreed|recommended|decided|requested)\b|\bRESOLVED\b|\bResolved\b)",
    re.I,
)
_TO_BE_HAD = re.compile(
    r"\b(?:receives?|requests?|bring|submit|prepare|present|presented|consider|have|be\s+given|brought(?:\s+back)?|asks?\s+for|calls?\s+for|awaits?)\s+"
    r"(?:(?:back|to\s+\w+)\s+)?(?:an?|another|the|its|that|further|such)\s+(?:\w+\s+){0,3}$"
)
_YEARS = ("year", "period")
# "On 30 November the Commission announced its star ratings": what our council got is told elsewhere
_THE_RATINGS = rule(
    r"\b(?:announced|published|released|issued|unveiled|gave\s+out|brought\s+out)\s+(?:its|the|their|this\s+year[’']s|last\s+year[’']s)\s+"
    r"(?:[\w’'-]+\s+){0,2}star\s+ratings\b"
    r"|\bstar\s+ratings\s+(?:were|are)\s+(?:announced|published|released|issued|made\s+public)\b",
    re.I,
)


def none_in_particular(walk: Walk, telling: Telling) -> bool:
    """Does a telling that gives no grade speak of visits in general, or of a paper that is asked for?"""
    text, named = walk.text, telling.named
    if not telling.spans:
        return False
    first = telling.spans[0]
    words, left = first.of(text), text[named.span.start : first.start]
    many = words.lower().endswith(("inspections", "visits", "assessments", "reviews"))
    if many and not named.authorities and _BEGAN.match(text, first.end, named.span.end):
        return True
    if many and telling.kind == "monitoring-visit" and telling.inspected is not None:
        if telling.inspected.precision in _YEARS and "/" not in telling.inspected.edtf:
            return True  # "monitoring visits in 2017 and 2018": several in a year, and none of them told of
    if (
        telling.noun in ("visit", "assessment")
        and _AN.search(left)
        and _DOES_NOT.match(text, first.end, named.span.end)
    ):
        return True
    if not (named.authorities or named.services) and _of_other_services(walk, named.span):
        return True
    return telling.noun == "report" and bool(_RESOLVED.search(left)) and _asked_for(text, telling)


def _of_other_services(walk: Walk, sentence: Span) -> bool:
    """Are the star ratings that came out of a service that the page is not about, as they are of adult social care?"""
    about = walk.work.context
    if about.service is None or not _THE_RATINGS.search(about.text, sentence.start, sentence.end):
        return False
    starred = {
        service
        for framework in about.catalogue.frameworks.values()
        if any("stars" in scale for scale in framework.scales)
        for service in framework.services
    }
    return about.service.slug not in starred


def _asked_for(text: str, telling: Telling) -> bool:
    """Is every report or letter of the telling one that has no day yet but the one it is wanted for?"""
    start = telling.named.span.start
    return any(_TO_BE_HAD.search(text, start, span.start) for span in telling.spans)
