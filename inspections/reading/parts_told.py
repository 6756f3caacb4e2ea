"""Parts with grades that no rule of one grade has tied: "only adoption escapes, with a good", "care leavers (good)".

It adds what the others have not understood: each part stands under its framework's own name right beside its grade. A
sentence in which a part or a grade is left over, or one that denies, hopes or looks back, is left as it was.
"""

from __future__ import annotations

import re
from itertools import pairwise

from inspections.reading.events import Aspect, Event
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import grade_words
from inspections.reading.naming import Naming
from inspections.reading.parts import parts
from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk
from inspections.reading.walk.going_on import spoken_of
from inspections.text import Span

_JUDGED = r"(?:judged|rated|graded|found|deemed|considered|assessed|given|awarded)"
_LITTLE = r"(?:(?:also|again|still|now|both|each|all|only|just|too|themselves|itself)\s+)*"
_IS = rf"(?:is|are|was|were|has\s+been|have\s+been)\s+{_LITTLE}(?:{_JUDGED}\s+)?"
_GOT = re.compile(
    rf"\)?(?:[’']s?)?(?:\s+(?:work|services?|performance))?(?:\s*[:–—]\s*|\s+-\s+|\s*\(|,?\s+{_LITTLE}(?:{_IS}"
    r"|(?:gets?|got|receive[sd]?|earn(?:s|ed)|won|kept|keeps?)\s+|(?:gets?|got|c[ao]mes?)\s+away\s+with\s+|(?:comes?|came)\s+out\s+(?:as|with)\s+|(?:remains?|remained)\s+"
    rf"|(?:escape[sd]?|fare[sd]?\s+better|did\s+better|do(?:es)?\s+better|stands?\s+out|stood\s+out|(?:did|fared)\s+(?:best|worst)(?:\s+of\s+all)?),?\s+(?:and\s+{_IS}|with\s+|as\s+))"
    r"|\s+(?:did|fared)\s+(?:best|worst|better|worse)(?:\s+of\s+all)?\s*\()"
    rf"{_LITTLE}(?:(?:to\s+be|as|an?|overall)\s+)*[‘“'\"]?",
    re.I,
)
_OF = r"(?:the\s+|its\s+|their\s+)?(?:experiences(?:\s+and\s+progress)?\s+of\s+)?"
_FOR = re.compile(rf"[’”'\"]?\s+(?:for|in|on)\s+(?:both\s+)?{_OF}", re.I)
# "For the impact of leaders, good too"
_FOR_A_PART = re.compile(rf"\W*(?:(?:And|But)\s+)?(?:for|on)\s+(?:both\s+)?{_OF}", re.I)
_THIS_GRADE = re.compile(r",\s+(?:(?:it\s+was|they\s+were|also|again|another|an?)\s+)*[‘“'\"]?", re.I)
_AND = re.compile(rf"(?:[’']s?)?\s*(?:[,;]|,?\s*and|[,;]\s*and)\s*(?:for\s+|in\s+)?{_OF}", re.I)
# what may stand before a part, and makes it no other thing, as "accommodation for" does
_OPENS = re.compile(
    r"\W*(?:(?:only|and|but|while|with|that|those|the|its|their|our|both|experiences|progress|of|for|in|overall|also|even|however|judge?ments?)\W+)*",
    re.I,
)
_STANDS = re.compile(r"[’”'\"]?\s*(?:[.,;:)!]|$|(?:and|but|while|too|also|again|this|for|by|in)\b)", re.I)
_UNSURE = rule(
    r"\b(?:if|whether|unless|until|would|could|should|might|will|hope\w*|expect(?:s|ed|ing)?(?!\s+standard)|aim\w*|target\w*|want\w*|need(?:s|ed)?(?!\s+attention)"
    r"|not|never|no|nor|nobody|none|neither|nearly|almost|self[-\s]\w+|peer|mock|draft|leaked|provisional\w*|predict\w*|claim\w*|last\s+time|previous\w*|earlier|formerly"
    r"|had\s+been|used\s+to|then|once|since|wrongly|mistake\w*|survey\w*|told|staff|workers|people|learners|tutors|reviews?|auditors?|consultants?|magazines?|newspapers?|residents|parents|councillors?|think\w*|thought|believe\w*|schools?|homes?)\b",
    re.I,
)


def tell_parts(walk: Walk, named: Naming, given: list[Event]) -> Event | None:
    """The inspection that this sentence's parts are added to; None where it says no more than is known."""
    text, work = walk.text, walk.work
    if named.settings or named.authorities or named.segment.kind in ("heading", "row") or given:
        return None
    if _UNSURE.search(named.span.of(text)):
        return None
    words = list(grade_words(work.context.catalogue)[0].finditer(text, named.span.start, named.span.end))
    grades = [Span(m.start("g"), m.end("g")) for m in words]
    if not grades or any(work.is_quoted(grade) for grade in grades):
        return None
    event = spoken_of(walk, Telling(named, named.span.start, aspects=[(grades[0], GradeHit(grades[0], "", "", ""))]))
    if event is None or event.service is None or event.previous or event.earlier:
        return None
    found = [p.span for p in parts(text, named.span, work.context.catalogue, (event.service,)) if not p.overall]
    pairs = _pairs(text, named, found, grades)
    if not pairs or any(a.words.overlaps(part) for part, _ in pairs for a in event.aspects):
        return None
    if any(a.grade is not None and a.grade.within(named.span) for a in event.aspects):
        return None
    for part, grade in pairs:
        event.aspects.append(Aspect(part, grade, grade.of(text)))
        work.plainly.add(grade)
    event.sentences.append(named.span)
    return event


def _pairs(text: str, named: Naming, found: list[Span], grades: list[Span]) -> list[tuple[Span, Span]]:
    """Each part with the grade beside it; nothing where one of either is left over."""
    out: list[tuple[Span, Span]] = []
    for i, grade in enumerate(grades):
        begin = grades[i - 1].end if i else named.span.start
        end = grades[i + 1].start if i + 1 < len(grades) else named.span.end
        taken = {part for part, _ in out}
        before = [p for p in found if begin <= p.start and p.end <= grade.start and p not in taken]
        after = [p for p in found if grade.end <= p.start and p.end <= end]
        run: list[Span] = []
        if (
            before
            and _STANDS.match(text, grade.end, named.span.end)
            and (
                (_GOT.fullmatch(text, before[-1].end, grade.start) and _OPENS.fullmatch(text, begin, before[0].start))
                or (
                    _THIS_GRADE.fullmatch(text, before[-1].end, grade.start)
                    and _FOR_A_PART.fullmatch(text, begin, before[0].start)
                )
            )
        ):
            run = before if all(_AND.fullmatch(text, a.end, b.start) for a, b in pairwise(before)) else []
        elif not before and after and _FOR.fullmatch(text, grade.end, after[0].start):
            breaks = (k + 1 for k, (a, b) in enumerate(pairwise(after)) if not _AND.fullmatch(text, a.end, b.start))
            run = after[: next(breaks, len(after))]
        if not run:
            return []
        out += [(part, grade) for part in run]
    return out if len(out) == len(found) else []
