"""Days that speak against a grade, or are none of a visit: those of another inspection, of a loss, of the news."""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading.dates.mentions import Mention
from inspections.reading.doubts.look import OLD, Look, begin_inside, dated_at, day_of, grades_of, start_of
from inspections.reading.facts import Graded, InspectionFact, Warned, When
from inspections.reading.grades.doubts import NO_LONGER
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.tellings.date_roles import role
from inspections.reading.tellings.dates_told import SAME_GRADE, as_when, given_since, reach
from inspections.reading.visits import UNGRADED
from inspections.text import Span

# "their inadequate rating of 2014": the day of the grade that was lost, and not of its loss
_OWN_DAY = re.compile(
    r"[’”'\"]?(?:,\s+(?:the|its|their)|\s+)?\s*(?:(?:rating|grade|judge?ment|verdict|label|status)\s+)?"
    r"(?:of|from|(?:given|received|awarded|dating)\s+(?:in|from))\s+(?:the\s+)?"
)
_TODAY = rule(
    r"today|yesterday|(?:earlier\s+)?this\s+(?:morning|afternoon|evening|week)|last\s+(?:night|week)|(?:on\s+|last\s+|this\s+)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    re.I,
)
_VISITED = rule(
    r"\b(?:visit\w*|inspect(?:ed|ing|ors?)|arriv\w+|beg[aiu]n\w*|start\w*|on[-\s]site|under\s*way|came|spent)\b", re.I
)
_JUDGEMENT_OF = rule(r"\b(?:grade|rating|judge?ment|verdict)s?\s+(?:from|of|in)\s+$", re.I)
_COMPARED = rule(r"\b(?:from|than|on|as)\s+(?:the\s+)?$", re.I)
_SAME_AS = re.compile(r"\(\s*(?:the\s+)?same\s+as\s+(?:in\s+)?$")
_AFTER_A_VISIT = re.compile(
    r"[’”'\"]?[^,.;:]{0,60},?\s(?:after|following)\s+(?:(?:an?|its|their|the)\s+(?:[\w\-]+\s+){0,3}(?:inspection|visit|assessment|review)"
    r"|(?:the\s+)?(?:inspectors|assessors|Ofsted|CQC)\s+(?:had\s+|last\s+)?(?:visited|came|called|inspected|come))\s+"
    r"(?:in|of|on|from|between|during)\s+(?:the\s+)?"
)


def without_a_doubtful_day(look: Look, fact: InspectionFact) -> InspectionFact:
    """What was announced today was not inspected today, unless the sentence tells of a visit.

    Nor did a report come out before its visit, or years behind it.
    """
    if fact.published is not None and _is_apart(fact.inspected, fact.published):
        span = fact.published.words.spans[0] if fact.published.words.spans else None
        look.work.warnings.append(Warned("date-passed-over", "left out: no report comes out so long after", span))
        fact = replace(fact, published=None)
    when = fact.inspected
    if when is not None and _was_only_given_then(look, fact, when):
        span = when.words.spans[0]
        look.work.warnings.append(Warned("date-passed-over", "left out: the visit was on an earlier day", span))
        return replace(fact, inspected=None)
    if when is None or when.basis != "derived" or not when.words.spans:
        return fact
    span = when.words.spans[0]
    named = look.sentence_of(span)
    if named is None or not _TODAY.fullmatch(span.of(look.text)) or _VISITED.search(named.span.of(look.text)):
        return fact
    look.work.warnings.append(Warned("date-passed-over", "left out: no visit is told of for this day", span))
    return replace(fact, inspected=None)


# "In October it was rated good by inspectors, who had visited in the spring"
_HAD_COME = re.compile(
    r"[’”'\"]?[^.;:]{0,80}?,?\s+(?:who|which|(?:where|when)\s+(?:they|inspectors))\s+had\s+(?:\w+\s+)?(?:visited|inspected|come|called|been\s+(?:in|there|with))\b"
    r"[^.;:]{0,40}?\b(?:in|on|during|at|between|from)\s"
)


# as in "rated good in March 2020 (inspected in February)"
_INSPECTED_IN = re.compile(
    r"\s+\((?:inspected|visited|after\s+(?:an?\s+)?(?:inspection|visit)|inspection|visit|fieldwork)\s+(?:in|on|from|between|during)\s",
    re.I,
)


def _was_only_given_then(look: Look, fact: InspectionFact, when: When) -> bool:
    """Does a day stand before a grade whose sentence goes on to say when those who gave it had visited?"""
    if fact.overall is None or not fact.overall.words.spans or not when.words.spans:
        return False
    grade, day = fact.overall.words.spans[0], when.words.spans[0]
    named = look.sentence_of(grade)
    if named is not None and day.within(named.span) and _INSPECTED_IN.match(look.text, day.end, named.span.end):
        return True
    if named is None or not day.within(named.span) or day.start > grade.start:
        return False
    return _HAD_COME.match(look.text, grade.end, named.span.end) is not None


def without_the_day_of_a_loss(look: Look, fact: InspectionFact) -> InspectionFact:
    """ "They lost their good rating in June": the day on which it went is not that of the visit that gave it."""
    when, grade = fact.inspected, fact.overall
    if when is None or grade is None or not when.words.spans or not grade.words.spans:
        return fact
    span, day = grade.words.spans[0], when.words.spans[0]
    named = look.sentence_of(span)
    if named is None or not day.within(named.span) or not NO_LONGER.search(look.text[named.span.start : span.start]):
        return fact
    if day.start > span.end and _OWN_DAY.fullmatch(look.text, span.end, day.start):
        return fact
    look.work.warnings.append(Warned("date-passed-over", "left out: the day on which a grade was lost", day))
    return replace(fact, inspected=None)


def without_days_beside(look: Look, fact: InspectionFact, grade: Graded) -> InspectionFact:
    """The days that stand in the sentence of a grade are another council's where the grade is."""
    sentences = [named.span for span in grade.words.spans if (named := look.sentence_of(span)) is not None]

    def apart(when: When | None) -> When | None:
        beside = when is not None and any(day.within(each) for day in when.words.spans for each in sentences)
        return None if beside else when

    return replace(fact, inspected=apart(fact.inspected), published=apart(fact.published))


def another_day_stands_nearer(look: Look, fact: InspectionFact, named: Naming, span: Span) -> bool:
    """Does the day of another inspection stand nearer to a grade than any of its own?"""
    ours = [when for when in (fact.inspected, fact.published) if when and when.earliest and when.latest]
    days = [day for day in named.dates if day.earliest and day.latest and _is_of_a_visit(look, named, day)]
    if look.givings[span] > 1:
        return False  # given to several councils at once, each with its own day
    if not ours or not days or any(_is_same_grade(look, named, each) for when in ours for each in when.words.spans):
        return False
    if any(_AFTER_A_VISIT.fullmatch(look.text, span.end, day.start) for when in ours for day in when.words.spans):
        return False  # "rated good in January after an inspection in November"
    if any(_WHEN.fullmatch(look.text, day.end, span.start) for when in ours for day in when.words.spans):
        return False  # "in March 2014, when they were judged good"
    nearest = min(days, key=lambda day: reach(look.text, span, day.span))
    grades = [*begin_inside(look.given, named.span, start_of), *(each for each, _ in look.passed_over)]
    far = reach(look.text, span, nearest.span)
    if any(reach(look.text, other, nearest.span) < far for other in grades if other.within(named.span)):
        return False  # the day is that of another grade
    return not any(
        when.earliest and when.latest and nearest.earliest and nearest.latest
        and when.earliest <= nearest.latest and nearest.earliest <= when.latest
        for when in ours
    )  # fmt: skip


_WHEN = re.compile(r",?\s+(?:when|at\s+which|in\s+which)\s+[^,.;:\d]{2,70}")


def _is_same_grade(look: Look, named: Naming, day: Span) -> bool:
    left = look.text[max(named.span.start, day.start - 70) : max(named.span.start, day.start)]
    return SAME_GRADE.search(left) is not None


def _is_of_a_visit(look: Look, named: Naming, day: Mention) -> bool:
    left = look.text[max(named.span.start, day.span.start - 70) : day.span.start]
    if (
        _SAME_AS.search(left)
        or (day.relative and _COMPARED.search(left))
        or as_when(look.text, named, day.span) is not None
    ):
        return False
    if any(given_since(look.text, named, each, day.span) for each in begin_inside(look.given, named.span, start_of)):
        return True
    return _JUDGEMENT_OF.search(left) is not None or role(look.text, named, day) == "inspected"


def may_be_of_another_day(look: Look, fact: InspectionFact) -> bool:
    """An inspection of no day, beside one of a day that could have been graded and has no grade."""
    if day_of(fact) is not None or any(fact.key == other.previous for other in look.facts):
        return False
    return any(
        day_of(other) is not None and not grades_of(other) and other.kind not in UNGRADED
        for other in look.sisters(fact)
    )


_SAW = rule(
    r"\b(?:inspectors|they|it|visit|letter)\s+(?:also\s+|then\s+)?(?:found|saw|noted|said|reported|heard|noticed|concluded|felt)\b",
    re.I,
)
_JUDGED_ONCE = rule(
    r"\b(?:judg\w+|rat(?:ed|ing)|grad(?:ed|e|ing)|inspection|previous\w*|last|earlier|since|had|when|after|until|(?:19|20)\d\d)\b",
    re.I,
)


def was_seen_on_a_visit(look: Look, fact: InspectionFact, grade: Graded) -> bool:
    """ "Inspectors found that services remain inadequate", right behind a monitoring visit: no grade of its own."""
    if fact.kind != "unstated" or day_of(fact) is not None:
        return False
    named = look.sentence_of(grade.words.spans[0])
    if named is None or named.segment.kind == "row":
        return False
    words = named.span.of(look.text)
    if _SAW.search(words) is None or _JUDGED_ONCE.search(words) is not None:
        return False
    begins = named.segment.span.start
    return any(
        other.kind in UNGRADED
        and other.kind_words is not None
        and any(begins <= each.start < named.span.start for each in other.kind_words.spans)
        for other in look.sisters(fact)
    )


def is_told_of_later(look: Look, fact: InspectionFact, span: Span) -> bool:
    """Does every word of its date stand in a later paragraph, and a sister's before this grade?"""
    if span in look.work.headed:
        return False
    named = look.sentence_of(span)
    end = named.segment.span.end if named is not None else span.end
    dates = dated_at(fact)
    if not dates or min(dates) < end:
        return False
    told = fact.overall is not None and any(words.start < span.start for words in fact.overall.words.spans)
    return any(
        start < span.start
        for other in look.sisters(fact)
        if not (told and other.key == fact.previous)  # told of since as what it had been before
        for start in dated_at(other)
    )


def is_of_its_section(look: Look, fact: InspectionFact, named: Naming) -> bool:
    """Does a table's own section, between its heading and the table, date this inspection and no sister of it?"""
    segments = look.work.context.document.segments
    heading = named.segment.heading
    since = segments[heading].span.start if heading is not None else 0
    own = any(since <= at < named.span.start for at in dated_at(fact))
    others = [other for other in look.sisters(fact) if other.key != fact.previous]  # but "up from good in 2017"
    return own and not any(since <= at < named.span.start for other in others for at in dated_at(other))


def is_dated_right_above(look: Look, fact: InspectionFact, named: Naming) -> bool:
    """Is the line right above a paragraph, below the same heading, a row with the day of this inspection?"""
    segments, index = look.work.context.document.segments, named.segment.index
    above = segments[index - 1] if index else None
    if above is None or above.kind != "row" or above.heading is None or above.heading != named.segment.heading:
        return False
    return any(above.span.start <= at < above.span.end for at in dated_at(fact))


def _is_apart(inspected: When | None, published: When) -> bool:
    """Can a report of this day not be of a visit of that day: before it, or more than a year and a half behind?"""
    if inspected is None or not (inspected.earliest and inspected.latest and published.earliest and published.latest):
        return False
    return published.latest < inspected.earliest or published.earliest - inspected.latest > OLD
