"""Councils that each have a grade of their own in one sentence: "Bury got a good, and Rochdale an inadequate".

It adds what the rules for one grade have not understood. Each council of the sentence stands right before its grade,
and each grade right behind a council: a sentence with one more of either, or with a word of doubt, is left as it was.
"""

from __future__ import annotations

import re

from inspections.reading.authorities import Named
from inspections.reading.dates.mentions import Mention
from inspections.reading.doubted_words import doubted_by_words
from inspections.reading.events import Event
from inspections.reading.grades.doubts import ENDS, GENERAL, HOPED, NEGATED, NO_LONGER
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import grade_words
from inspections.reading.inspectorates import naming_rule
from inspections.reading.naming import Naming, Noted
from inspections.reading.rules import rule
from inspections.reading.tellings.date_roles import role
from inspections.reading.visits import UNGRADED
from inspections.reading.walk import Walk
from inspections.reading.walk.councils_named import slugs_of
from inspections.reading.walk.services_meant import spoken_of_here
from inspections.text import Span

_LITTLE = r"(?:(?:also|again|still|now|both|each|only|just|recently|then|too|meanwhile|however|though)\s+)*"
_JUDGED = r"(?:judged|rated|graded|found|deemed|considered|assessed|given|awarded|handed|ranked)"
_OWN_SERVICE = (
    r"(?:[’']s?)?(?:\s+(?:city|county|borough|metropolitan|district)?\s*council(?:[’']s)?)?(?:\s+\([^()]{2,20}\))?"
    r"(?:[’']s?\s+(?:own\s+)?(?:children[’']?s\s+(?:social\s+)?(?:services|care)|adult\s+social\s+care|services?|service|equivalent|counterparts?))?"
)
_ASIDE = (
    r"(?:,\s+(?:though|however|too|by\s+contrast|meanwhile|on\s+the\s+other\s+hand|also"
    r"|(?:last\s+)?(?:inspected|visited|assessed)\s[^,;.]{3,40}|where\s[^,;.]{3,60}),)?"
)
_VERB = (
    rf"(?:(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+{_LITTLE}(?:{_JUDGED}\s+)?"
    r"|(?:got|gets|received|receives|has|had|earned|won|secured|achieved|gained|obtained|kept|keeps|retained|retains|holds|held|scored|landed)\s+"
    r"|(?:came|comes|come|emerged)\s+(?:out|away|through)?\s*(?:as|with)\s+|came\s+out\s+|(?:remains?|remained|stays?|stayed|continues?\s+to\s+be)\s+"
    rf"|{_JUDGED}\s+|(?:fell|dropped|slipped|rose|moved|climbed|went)\s+(?:back\s+|up\s+|down\s+)?to\s+)"
)
_TO_BE = r"(?:(?:to\s+be|as|an?|the|its|their|overall|rating\s+of|grade\s+of|judge?ment\s+of|verdict\s+of)\s+)*[‘“'\"]?"
# what may stand between a council and its grade; the verb may be that of the council before
_GIVES = re.compile(rf"{_OWN_SERVICE}{_ASIDE}\s+{_LITTLE}{_VERB}{_LITTLE}{_TO_BE}", re.I)
_BARE = re.compile(rf"{_OWN_SERVICE}(?:\s*[:,–—-])?\s+{_TO_BE}|{_OWN_SERVICE}\s+\({_TO_BE}", re.I)
_REQUIRES = re.compile(rf"{_OWN_SERVICE}{_ASIDE}\s+{_LITTLE}", re.I)
_OPENS = re.compile(
    r"\W*(?:(?:And|But|Meanwhile|Nearby|Neighbouring|Elsewhere|Here|Next\s+door),?\s+|In\s+(?:the\s+)?(?:neighbouring\s+)?|The\s+)*(?:neighbouring\s+)?"
)
_GIVEN_BEFORE = rule(
    r"\b(?:judge[ds]?|rate[sd]?|grade[sd]?|found|verdicts?|ratings?|grades?|judge?ments?|reports\s+on)\b", re.I
)
_NOT_SO = rule(
    r"\b(?:if|would|could|should|might|will|hope\w*|expect\w*|aim\w*|target\w*|predict\w*|nearly|almost|claim\w*|rumou?r\w*|whether|unless|until"
    r"|survey\w*|told|think\s+tank|charit(?:y|ies)|magazines?|newspapers?|stud(?:y|ies)|employer\w*|residents|parents|self[-\s]\w+|peer|mock|draft|leaked|provisional\w*|wrongly|mistake\w*|incorrect\w*)\b",
    re.I,
)


def tell_each(walk: Walk, named: Naming, given: list[Event]) -> list[Event]:
    """The inspections that a sentence tells of beyond those ``given``; none where it is not wholly understood."""
    text, work = walk.text, walk.work
    names = named.authorities
    if not names or named.settings or named.segment.kind in ("heading", "row") or work.family.voice == "party":
        return []
    words = list(grade_words(work.context.catalogue)[0].finditer(text, named.span.start, named.span.end))
    grades = [Span(m.start("g"), m.end("g")) for m in words]
    spoken = {event.overall.span for event in given if event.overall is not None}
    if len(grades) != len(names) or set(grades) <= spoken or (len(names) == 1 and not _follows(walk, named)):
        return []
    said = named.span.of(text)
    if _NOT_SO.search(said) or any(each.search(said) for each in (HOPED, GENERAL, NO_LONGER)):
        return []
    if any(v.kind in UNGRADED for v in named.visits) or any(work.is_quoted(grade) for grade in grades):
        return []
    if (turned := _graded_for_each(walk, named, grades)) and (service := _service(walk, named)) is not None:
        return _events(walk, named, turned, service, given)
    pairs: list[tuple[Named, Span]] = []
    for i, (name, grade, m) in enumerate(zip(names, grades, words, strict=True)):
        until = names[i + 1].span.start if i + 1 < len(names) else named.span.end
        if not name.span.end <= grade.start < until or not _is_its(text, named, name, grade, m["g"], pairs):
            return []
        left, right = text[named.span.start : grade.start], text[m.end() : named.span.end]
        if not ENDS.match(right[:90]) or NEGATED.search(left) or doubted_by_words(left, right):
            return []
        pairs.append((name, grade))
    service = _service(walk, named)
    if any(each.span.start > grades[0].start for each in named.services):
        return []  # "Staffordshire was good, but its board was not"
    if service is None:
        return []
    return _events(walk, named, pairs, service, given)


# "Ofsted's ratings of children's services in the region are good for Kent, inadequate for Devon and good for Slough"
_RATINGS_ARE = naming_rule(
    r"\W*(?:(?:The\s+)?@inspectorate(?:[’']s)?|The|Its|Their)\s+(?:(?:latest|current|most\s+recent|new)\s+)?(?:(?:ratings?|grades?|judge?ments?|verdicts?)\s+(?:of|on|for)\s+[^,.;:]{3,90}?\s+(?:are|were)"
    r"|(?:has\s+|have\s+)?(?:rated|judged|graded)\s+[^,.;:]{3,60}?)\s+(?:as\s+|to\s+be\s+)?[‘“'\"]?"
)
_FOR_ONE = re.compile(r"[’”'\"]?\s+(?:for|in)\s+(?:the\s+)?")
_AND_NEXT = re.compile(r"(?:[’']s)?(?:\s+Council)?(?:,\s+(?:and\s+)?|\s+and\s+)[‘“'\"]?")


def _graded_for_each(walk: Walk, named: Naming, grades: list[Span]) -> list[tuple[Named, Span]]:
    """Each council with the grade that stands right before it, where nothing else stands between them."""
    text, names = walk.text, named.authorities
    if len(names) < 2 or _RATINGS_ARE.of(named.catalogue).fullmatch(text, named.span.start, grades[0].start) is None:
        return []
    for i, (name, grade) in enumerate(zip(names, grades, strict=True)):
        if _FOR_ONE.fullmatch(text, grade.end, name.span.start) is None:
            return []
        if i and _AND_NEXT.fullmatch(text, names[i - 1].span.end, grade.start) is None:
            return []
    return list(zip(names, grades, strict=True))


def _is_its(text: str, named: Naming, name: Named, grade: Span, word: str, before: list[tuple[Named, Span]]) -> bool:
    """Is nothing but words that give a grade between a council and this one?"""
    first = not before
    if first and not (_OPENS.fullmatch(text, named.span.start, name.span.start) or _leads(text, named, name)):
        return False
    if _GIVES.fullmatch(text, name.span.end, grade.start):
        return True
    if word.lower().startswith("requir") and _REQUIRES.fullmatch(text, name.span.end, grade.start):
        return True
    told = not first or _GIVEN_BEFORE.search(text, named.span.start, name.span.start) is not None
    return told and _BARE.fullmatch(text, name.span.end, grade.start) is not None


def _leads(text: str, named: Naming, name: Named) -> bool:
    """ "Ofsted judged children's services in": does what stands before the first council give it its grade?"""
    return _GIVEN_BEFORE.search(text, named.span.start, name.span.start) is not None


def _follows(walk: Walk, named: Naming) -> bool:
    """Has the sentence right before, in this paragraph, given another council its grade?"""
    index, event = walk.last
    if index != named.segment.index or event is None or event.overall is None or event.previous:
        return False
    return not walk.text[event.sentences[-1].end : named.span.start].strip()


def _service(walk: Walk, named: Naming) -> Noted | None:
    """The one service that the sentence names, or that the council before was graded for."""
    slugs = {service.slug for service in named.services}
    if len(slugs) == 1:
        return named.services[-1]
    if slugs:
        return None
    index, event = walk.last
    if (
        index == named.segment.index
        and event is not None
        and event.service is not None
        and event.service_span is not None
    ):
        return Noted(event.service_span, event.service)
    return spoken_of_here(walk, named)


def _events(
    walk: Walk, named: Naming, pairs: list[tuple[Named, Span]], service: Noted, given: list[Event]
) -> list[Event]:
    out: list[Event] = []
    for i, (name, grade) in enumerate(pairs):
        day = _day(walk, named, Span(grade.end, pairs[i + 1][0].span.start if i + 1 < len(pairs) else named.span.end))
        place = slugs_of(walk.work, (name,), day)
        told = [event for event in given if event.overall is not None and event.overall.span == grade]
        if not place or any(event.slugs != {place[0][0]} for event in told):
            return []  # the other rules have understood it otherwise
        if told:
            continue
        hit = GradeHit(grade, grade.of(walk.text), "verb", "current")
        what = role(walk.text, named, day) if day is not None else ""
        event = Event(
            [place[0]],
            service.slug,
            service.span,
            list(named.inspectorates),
            "unstated",
            None,
            day if what == "inspected" else None,
            day if what == "published" else None,
            hit,
            spans=[grade],
            sentences=[named.span],
            own_bodies=bool(named.inspectorates),
            segment=named.segment.index,
        )
        out.append(event)
    walk.work.plainly |= {event.overall.span for event in out if event.overall is not None}
    if out:
        walk.last = (named.segment.index, out[-1])
    return out


def _day(walk: Walk, named: Naming, clause: Span) -> Mention | None:
    """The one day that stands behind a grade, up to the next council."""
    days = [day for day in named.dates if day.span.within(clause) and day.edtf]
    return days[0] if len(days) == 1 else None
