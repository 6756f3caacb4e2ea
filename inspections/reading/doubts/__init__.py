"""A second look at every grade that prose has given: what stands around it that makes it doubtful?

The rules that read a sentence find what ties a grade to an inspection; the rules here know nothing of
those and look only for what speaks against it: in its sentence, in the name of what was judged, in the days
that stand around it. One doubt is enough: the grade is left out, with a warning that names the words. A missing
grade is a pity, a wrong one is the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from inspections.reading.doubts.days import (
    may_be_of_another_day,
    was_seen_on_a_visit,
    without_a_doubtful_day,
    without_days_beside,
    without_the_day_of_a_loss,
)
from inspections.reading.doubts.look import Look, day_of, grades_of
from inspections.reading.doubts.parts import against_the_part
from inspections.reading.doubts.sentences import against_the_sentence
from inspections.reading.doubts.strayed import FAR, NO_DAY, may_be_anothers, strayed
from inspections.reading.facts import Graded, InspectionFact, Judged
from inspections.reading.rules import rule
from inspections.reading.work import Work

# what is told in the sentence is then told of no inspection of this council's service, and its days are none of it
_NOT_OF_IT = (
    "another council stands nearer",
    "the name of another council",
    "another body may be meant",
    "a question",
    "of a survey",
)
OF_AN_AGENCY = "of an agency that is registered, and inspected on its own account"
ON_A_VISIT = "a visit of this kind gives no grade"
_AGENCY = rule(r"\bagenc(?:y|ies)\b(?!\s+(?:staff|workers?|nurses|social|costs?|teachers?|spending|managers?))", re.I)
_OF_AGENCIES = ("adoption", "fostering")
# since then a council's fostering and adoption are judged with all its services for children, and agencies apart
_OWN_AGENCIES_UNTIL = date(2015, 4, 1)


def leave_out_doubtful(facts: Sequence[InspectionFact], work: Work) -> list[InspectionFact]:
    """The facts without the grades, and days of a visit, that something speaks against; a warning names each."""
    look = Look(facts, work)
    facts = [without_the_day_of_a_loss(look, without_a_doubtful_day(look, fact)) for fact in facts]
    if not any(fact.overall or fact.judgements for fact in facts):
        return list(facts)
    kept = []
    for given in facts:
        fact, overall, seen = given, given.overall, False
        if grades_of(given) and _is_of_an_agency(look, given):
            look.name(grades_of(given)[0], OF_AN_AGENCY)
            continue
        if overall is not None and (reason := _against(look, fact, overall, None)):
            look.name(overall, reason)
            seen = seen or reason == ON_A_VISIT
            if reason.startswith(_NOT_OF_IT):
                fact = without_days_beside(look, fact, overall)
            overall = None
        judgements, far = [], strayed(look, fact)
        for judged in fact.judgements:
            if reason := FAR if judged in far else _against(look, fact, judged.grade, judged):
                look.name(judged.grade, reason)
                seen = seen or reason == ON_A_VISIT
            else:
                judgements.append(judged)
        if overall is not given.overall:
            fact = replace(fact, overall=None, overall_absent=fact.overall_absent or "not stated")
        fact = replace(fact, judgements=tuple(judgements))
        dated = fact.inspected or fact.published
        if grades_of(fact) or dated or (fact.outcome and not seen) or not grades_of(given):
            kept.append(fact)  # without its grades, an inspection of no day is nothing but a name
    return kept


def _against(look: Look, fact: InspectionFact, grade: Graded, judged: Judged | None) -> str:
    """What speaks against a grade; blank: nothing."""
    if grade.grade is None or not grade.words.spans:
        return ""
    for slug in (name.slug for name in fact.authorities):
        closed = look.catalogue.authorities[slug].closed
        limit = look.work.context.limit
        by_then = limit is not None and closed is not None and limit <= closed
        if closed is not None and not (by_then or _dated_by(fact, closed) or _given_by(look, fact, closed)):
            return "the council had gone by then, and no date says that it was before"
    if may_be_anothers(look, fact, judged):
        return NO_DAY
    if judged is not None and (reason := against_the_part(look, fact, judged)):
        return reason
    if was_seen_on_a_visit(look, fact, grade):
        return ON_A_VISIT
    if may_be_of_another_day(look, fact):
        return "which of two inspections gave it is not said"
    # a grade told in several places stands as soon as one of them is beyond doubt
    first = ""
    for span in grade.words.spans:
        reason = against_the_sentence(look, fact, span, judged)
        if not reason:
            return ""
        first = first or reason
    return first


def _is_of_an_agency(look: Look, fact: InspectionFact) -> bool:
    """A fostering or adoption agency in a text of our day is a company's or a trust's: councils had theirs once.

    One that several councils share is none of theirs on any day.
    """
    if fact.service is None or fact.service.slug not in _OF_AGENCIES:
        return False
    spans = [*fact.service.words.spans, *(span for grade in grades_of(fact) for span in grade.words.spans)]
    told = {named.span for span in spans if (named := look.sentence_of(span)) is not None}
    if not any(_AGENCY.search(span.of(look.text)) for span in (*fact.service.words.spans, *told)):
        return False
    day = day_of(fact) or look.work.context.limit
    return len(fact.authorities) > 1 or (day is not None and day >= _OWN_AGENCIES_UNTIL)


def _given_by(look: Look, fact: InspectionFact, last: date) -> bool:
    """Had those who came ended before the council did, so that it was before its last day, whatever day it was?"""
    ends = [look.catalogue.inspectorates[body.slug].used.until for body in fact.inspectorates]
    return any(end is not None and end <= last for end in ends)


def _dated_by(fact: InspectionFact, last: date) -> bool:
    """Was it inspected before the council's last day?"""
    return any(when.earliest <= last for when in (fact.inspected, fact.published) if when and when.earliest)
