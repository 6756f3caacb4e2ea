"""Who said it, in brackets behind a quotation: "“...” (Cllr Ann Lee, leader, 3 May)", "“...” (Ofsted report, 2016)"."""

from __future__ import annotations

import re

from inspections.reading.dates.calendar_words import MONTH
from inspections.reading.people.objects import object_of
from inspections.reading.people.reports import OTHER_REPORT
from inspections.reading.people.roles import PRIVATE, STAFF, kin
from inspections.reading.rules import rule
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.clauses import resolved
from inspections.reading.speakers.verbs import BODY_WORDS
from inspections.text import Span

_IN_BRACKETS = re.compile(r"[\s.”\"’']*\((?P<cite>(?:[A-Z]|pages?\s|p\.|paras?)[^()\n]{1,140})\)")
# "(Carer A)", "(Parent 3)": people whom a page numbers
_ONE_OF_SEVERAL = re.compile(rf"(?P<who>{PRIVATE.pattern}|{STAFF.pattern})\s+(?:[A-Z]|\d{{1,2}})", re.I)
# "(Foster carer)", "(Care leaver, 19)", "(Parent of a child in care)": people who are not named
_A_DESCRIPTION = re.compile(
    rf"(?:[A-Z][a-z-]+\s+)?(?:[a-z-]+\s+){{0,2}}?(?i:{PRIVATE.pattern}|{STAFF.pattern})(?:,?\s+(?:aged\s+)?\d{{1,2}}|\s+(?:of|at|in|from)\s+[^()]{{3,60}})?"
)
_ON_A_PAGE = re.compile(r"(?:pages?|p\.|para(?:graph)?s?)\s*[\d.]+(?:\s*(?:[-–]|and)\s*\d+)?", re.I)
# "Ann Lee, leader, press statement, 24 January": where and when it was said
_WHERE_SAID = re.compile(
    r",\s+(?:in\s+an?\s+)?(?:(?:press|written|public|radio|council)\s+)?(?:statement|release|interview|speech|meeting|debate|letter|newsletter|blog|tweet|post)\b.*$"
)
_ITS_PAGE = re.compile(r",?\s+(?:at\s+|on\s+)?(?:pages?|p\.|para(?:graph)?s?)\s*[\d.]+$", re.I)
_OF_A_PAPER = rule(r"(?:\d{4}|report|letter)$")
_A_DAY = re.compile(rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?|{MONTH}|Spring|Summer|Autumn|Winter|\d{{4}})[\s,]*)+")


def cited(place: Place, memory: Memory, following: str) -> Attribution | None:
    """The person, or the report, that stands in brackets right behind a quotation; None where none stands there."""
    m = _IN_BRACKETS.match(following)
    if m is None:
        return None
    catalogue, cite = memory.catalogue, m["cite"]
    span = Span(place.after.start + m.start("cite"), place.after.start + m.end("cite"))
    if (one := _ONE_OF_SEVERAL.fullmatch(cite)) is not None:
        return Attribution("person", span, None, kin(one["who"].lower()))
    if _A_DESCRIPTION.fullmatch(cite) is not None:
        return Attribution("person", span, None, kin(cite[:1].lower() + cite[1:]))
    who = object_of(_WHERE_SAID.sub("", cite), catalogue)
    if who is not None and who.kind == "person" and ((who.name and (who.role or who.titled)) or who.private):
        return resolved(who, memory, span, True)
    if cite in {name for body in catalogue.inspectorates.values() for name in (body.name, body.short, *body.names)}:
        return Attribution("report", span)
    if _ON_A_PAGE.fullmatch(cite) and _goes_on_from_a_report(place):
        return Attribution("report", span)
    cite = _ITS_PAGE.sub("", cite)
    if not _OF_A_PAPER.search(cite):
        return None
    if _A_DAY.fullmatch(cite) or (BODY_WORDS.of(catalogue).search(cite) and not OTHER_REPORT.search(cite)):
        return Attribution("report", span)
    return Attribution("unstated", span)


def _goes_on_from_a_report(place: Place) -> bool:
    """Are the words right before, in the line above or in the same one, of a report?"""
    before, above = place.previous, place.above()
    if before is None or place.previously is None or place.previously.kind != "report":
        return False
    near = {place.segment.index, above.index if above is not None else place.segment.index}
    return before.segments[-1] in near
