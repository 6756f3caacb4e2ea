"""The grade that only a headline says: "Kent’s children’s services rated good by Ofsted", above a story with the day.

A headline is worded loosely, and the text below it says it again. Where it does not, and tells of one inspection of
that council's service and of no grade at all, a headline that says plainly who was graded, and nothing else, is
believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspections.reading.events import Event
from inspections.reading.events.joining import plain_grade
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import GRADE
from inspections.reading.inspectorates import naming_rule
from inspections.reading.naming import Naming
from inspections.reading.visits import UNGRADED
from inspections.reading.work import Work
from inspections.text import Span

_FIRST = 5  # segments, among which the headline stands
_WORDS = 16
_WHOM = r"(?P<whom>[^:;.!?“”\"]{4,90}?)"
_G = rf"[‘’“”'\"]?(?P<g>{GRADE})[‘’“”'\"]?"
_WHO = r"(?:@inspectorate|inspectors|(?:the\s+)?(?:education\s+|care\s+)?(?:watchdog|regulator|inspectorate))"
_OF = r"(?:by|in|after|following|from)\s+(?:an?\s+|the\s+|its\s+)?(?:(?:latest|new|recent|full|short)\s+)?"
_BY = rf"(?:\s+{_OF}{_WHO}(?:[’']s?)?(?:\s+(?:inspection|report|inspectors|visit|verdict))?)?"
_JUDGED = r"(?:rated|judged|graded|found|branded|declared|deemed|named)\s+(?:as\s+|to\s+be\s+)?"
_JUDGES = r"(?:rates?|rated|judges?|judged|grades?|graded|declares?|declared|finds?|brands?)"
_GETS = r"(?:gets?|given|receives?|awarded|handed|wins?|earns?|secures?|achieves?)\s+(?:an?\s+)?"
_NOUN = r"(?:ofsted\s+|cqc\s+)?(?:rating|grade|judge?ment|verdict)"
_FORMS = tuple(
    naming_rule(rf"\W*{form}\W*", re.I)
    for form in (
        rf"{_WHOM}\s+(?:(?:is|are|was|were|has\s+been|have\s+been)\s+)?(?:now\s+|again\s+)?{_JUDGED}{_G}(?:\s+overall)?{_BY}",
        rf"{_WHO}\s*:\s+{_WHOM}\s+(?:is|are)\s+(?:now\s+)?{_G}(?:\s+overall)?",
        rf"{_WHO}\s+(?:has\s+|have\s+)?{_JUDGES}\s+{_WHOM}\s+(?:as\s+|to\s+be\s+)?{_G}(?:\s+overall)?",
        rf"{_WHOM}\s+(?:(?:is|are)\s+)?{_G}(?:\s+overall)?,?\s+(?:say|says|according\s+to)\s+{_WHO}",
        rf"{_WHOM}\s+{_GETS}{_G}(?:\s+overall)?\s+{_NOUN}{_BY}",
        rf"{_G}\s+(?:(?:rating|grade|judge?ment|verdict|report|result)\s+)?for\s+{_WHOM}",
    )
)
# before and behind the names of the council and the service, nothing is said of anything else
_ITS = re.compile(
    r"(?:(?:the|[’']s?|in|for|at|of|council|city|county|borough|services?|children|social|care|adult|department|provision|and|families|local|area)\b|[’'\s])*",
    re.I,
)


def add_headline_grade(work: Work) -> None:
    """Give the one inspection that a story tells of the grade that stands in its headline alone."""
    for named in _headlines(work):
        found = _said_plainly(work, named)
        if found is None:
            continue
        event, grade = _told_below(work, named), Span(*found.span("g"))
        if event is None or _says_another(work, grade):
            return
        event.overall = GradeHit(grade, work.context.text[grade.start : grade.end], "verb", "current", named.services)
        event.sentences.append(named.span)
        work.warnings = [w for w in work.warnings if w.span != grade]
        work.plainly.add(grade)
        return


def _said_plainly(work: Work, named: Naming) -> re.Match[str] | None:
    """The headline, taken apart, where it says nothing but that the council's service was graded, and how."""
    for form in _FORMS:
        found = form.of(named.catalogue).fullmatch(work.context.text, named.span.start, named.span.end)
        if found is not None and _names_nothing_else(work, named, Span(*found.span("whom"))):
            return found
    return None


def _headlines(work: Work) -> Iterator[Naming]:
    """The short lines at the head of a page that name one council and one service of it."""
    text = work.context.text
    for named in work.named:
        if named.segment.index >= _FIRST:
            return
        alone = named.segment.span.stripped(text) == named.span.stripped(text)
        if not alone or named.settings or named.dates or named.segment.kind == "row":
            continue
        if any(visit.kind != "unstated" for visit in named.visits):
            continue
        if len(named.authorities) == 1 and len(named.services) == 1 and len(named.span.of(text).split()) <= _WORDS:
            yield named


def _names_nothing_else(work: Work, named: Naming, whom: Span) -> bool:
    """Is whoever is graded nothing but the council's service?"""
    spans = sorted((named.authorities[0].span, named.services[0].span))
    if not all(span.within(whom) for span in spans):
        return False
    text = work.context.text
    rest = [text[whom.start : spans[0].start], text[spans[0].end : spans[1].start], text[spans[1].end : whom.end]]
    return all(_ITS.fullmatch(each.strip()) for each in rest)


# why a grade of the story was left out that is none of the service's
_NOBODYS = (
    "an ordinary word",
    "a hope, a condition",
    "a school, home or other setting",
    "counted or ranked",
    "negated",
)


def _says_another(work: Work, grade: Span) -> bool:
    """Does the story give another grade, though the rules could not tell what it is of?"""
    text, word = work.context.text, plain_grade(grade.of(work.context.text))
    left_out = (w for w in work.warnings if w.code == "grade-passed-over" and w.span is not None and w.span != grade)
    return any(
        plain_grade(w.span.of(text)) != word and not w.message.removeprefix("left out: ").startswith(_NOBODYS)
        for w in left_out
        if w.span is not None
    )


def _told_below(work: Work, named: Naming) -> Event | None:
    """The one inspection told of, of the headline's council and service, on a page that gives nothing a grade."""
    slugs, service = set(named.authorities[0].slugs), named.services[0].slug
    events = [e for e in work.events if "voice" not in e.notes]
    if any(e.overall is not None or e.previous or e.kind in UNGRADED for e in events):
        return None
    if any(not slugs & e.slugs or e.service not in (service, None) for e in events):
        return None
    dated = [e for e in events if e.any_date is not None and not e.earlier]
    days = {(e.inspected.edtf if e.inspected else "", e.published.edtf if e.published else "") for e in dated}
    visits = {day for day, _ in days if day}
    if not dated or len(visits) > 1 or len({out for _, out in days if out}) > 1:
        return None
    return next((e for e in dated if e.inspected is not None), dated[0])
