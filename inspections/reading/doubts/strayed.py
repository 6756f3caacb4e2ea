"""Grades that stand far from what they were given to, on a page that tells of several inspections.

What a sentence leaves to those before it is the less sure the farther they are: a grade of no day whose council was
named long ago, a part whose inspection was left for others in between. What unseen pages showed of it:
of such grades every second was another's.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from inspections.reading.doubts.look import Look, dated_at
from inspections.reading.facts import Graded, InspectionFact, Judged
from inspections.text import Span

NO_DAY = "of no day, and which of the inspections told of here gave it is not sure"
FAR = "of an inspection told of far before, with others told of since"
_FAR = 9  # sentences since the page last told of an inspection
_SINCE = 2  # times that it told of others since
_GRADES = ("grade", "met")
_OUR = re.compile(r"\b[Oo]ur\s+(?:own\s+)?(?:council|county|borough|city|district|authority|area)\b")
_OF_A_YEAR = "annual-assessment"  # its year is often in its name alone


def may_be_anothers(look: Look, fact: InspectionFact, judged: Judged | None) -> bool:
    """Of no day, among other inspections: a part, or a grade whose council none of the words around it name."""
    if fact.inspected is not None or fact.published is not None or fact.kind == _OF_A_YEAR or len(look.facts) == 1:
        return False
    grade = judged.grade if judged is not None else fact.overall
    if grade is None or look.catalogue.scales[grade.scale].kind not in _GRADES:
        return False
    if judged is not None:
        return not _in_one_list(look, fact, grade)
    councils = {name.slug for name in fact.authorities}
    others = {name.slug for other in look.facts for name in other.authorities} - councils
    spans = grade.words.spans
    told = (*spans, *(span for span in fact.mentions if _has_the_same(look, span, spans)))
    if any(o.previous == fact.key for o in look.facts) or any(_names_one_of(look, councils, span) for span in told):
        return False
    home = look.work.context.home
    is_of_home = home is not None and home[0] in councils and not look.work.context.home_counted
    if is_of_home and any(_OUR.search(named.span.of(look.text)) for span in spans if (named := look.sentence_of(span))):
        return False
    return bool(others and not is_of_home) or all(_another_was_named_last(look, councils, span) for span in spans)


def strayed(look: Look, fact: InspectionFact) -> tuple[Judged, ...]:
    """The parts of an inspection that are told of where the page has long turned to others."""
    if len(look.facts) == 1 or not fact.judgements:
        return ()
    councils = {name.slug for name in fact.authorities}
    own = [*dated_at(fact), *(span.start for span in _told_at(fact))]
    others = sorted(span.start for other in look.facts if other is not fact for span in other.mentions)
    left: list[Judged] = []
    for judged in sorted(fact.judgements, key=lambda each: each.grade.words.spans):
        graded = look.catalogue.scales[judged.grade.scale].kind in _GRADES
        spans = judged.grade.words.spans
        at = spans[0].start if spans else None
        last = max((point for point in own if at is not None and point <= at), default=None)
        if at is None or last is None or not graded or spans[0] in look.work.marked:
            continue
        since = bisect_right(others, at) - bisect_right(others, last)
        far = bisect_right(look.starts, at) - bisect_right(look.starts, last)
        row = _in_a_row(look, judged.grade)  # of a table its columns tell more than the lines above it
        is_far = (far >= _FAR and since) if row else (far >= _FAR or (far and since >= _SINCE))
        if is_far and not _names_one_of(look, councils, spans[0]):
            left.append(judged)
        else:
            own.append(at)
    return tuple(left)


def _told_at(fact: InspectionFact) -> tuple[Span, ...]:
    """Where a source speaks of an inspection, but for the sentences that grade its parts."""
    parts = [span for judged in fact.judgements for span in judged.grade.words.spans]
    return (
        *(told for told in fact.mentions if not any(part.within(told) for part in parts)),
        *(fact.service.words.spans if fact.service else ()),
        *(fact.kind_words.spans if fact.kind_words else ()),
        *(fact.overall.words.spans if fact.overall else ()),
    )


def _in_a_row(look: Look, grade: Graded) -> bool:
    named = look.sentence_of(grade.words.spans[0]) if grade.words.spans else None
    return named is not None and named.segment.kind == "row"


def _has_the_same(look: Look, mention: Span, spans: tuple[Span, ...]) -> bool:
    """Is an inspection told of in the sentence right after its grade: "So too was Calderdale"?"""
    at = bisect_right(look.starts, mention.start)
    return any(at == bisect_right(look.starts, span.start) + 1 for span in spans)


def _names_one_of(look: Look, councils: set[str], span: Span) -> bool:
    """Is one of ``councils`` named in the sentence of ``span`` or in the one before?"""
    at = bisect_right(look.starts, span.start)
    return any(
        councils & set(each.slugs) for named in look.sentences[max(0, at - 2) : at] for each in named.authorities
    )


def _another_was_named_last(look: Look, councils: set[str], span: Span) -> bool:
    """Is the council named last before ``span`` none of these?"""
    for named in reversed(look.sentences[: bisect_right(look.starts, span.start)]):
        if named.authorities:
            return not any(councils & set(each.slugs) for each in named.authorities)
    return False


def _in_one_list(look: Look, fact: InspectionFact, grade: Graded) -> bool:
    """Does the list, or the table, that gives a part its grade give the whole its own?"""
    spans = (*grade.words.spans[:1], *(fact.overall.words.spans[:1] if fact.overall else ()))
    told = [named for span in spans if (named := look.sentence_of(span)) is not None]
    if len(told) < 2:
        return False
    ends = sorted(named.segment.index for named in told)
    segments = look.work.context.document.segments
    return {segment.kind for segment in segments[ends[0] : ends[1] + 1]} in ({"bullet"}, {"row"})
