"""Days of a sentence that are none of what it tells: of a letter before it came out, of another council."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from inspections.reading.dates.mentions import Mention
from inspections.reading.grades.words import GRADE
from inspections.reading.naming import Naming
from inspections.reading.other_places import names_another_place
from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.text import Span


def clause_with_a_grade(text: str, named: Naming, day: Span, out: Sequence[Telling]) -> Span | None:
    """The clause between semicolons that has a day and, behind it, a grade of its own; None: it has none."""
    begins = max(text.rfind(";", named.span.start, day.start) + 1, named.span.start)
    ends = text.find(";", day.end, named.span.end)
    clause = Span(begins, ends if ends >= 0 else named.span.end)
    graded = any(
        t.overall is not None and t.overall.span.within(clause) and t.overall.span.start > day.end for t in out
    )
    return clause if graded else None


# "The letter, dated 27 March and published on 23 April": two days, and it came out on the second
_DATED = re.compile(r"\bdated\s+$")
_AND_PUBLISHED = re.compile(
    r",?\s+(?:and|but)\s+(?:(?:was|only|not|finally|then|later|first)\s+)*(?:published|released|issued|made\s+public)\s+(?:\w+\s+){0,3}?(?:on|in)\s+\d"
)


# "the Council, which had come into being on 1 April 2009"
_OF_THE_COUNCIL = rule(
    r"\b(?:c[ao]me|coming)\s+into\s+(?:being|existence)\s+(?:on|in)\s+$"
    r"|\b(?:created|formed|founded|established|set\s+up|abolished|dissolved|replaced|merged|split)\s+(?:[\w’']+\s+){0,5}?(?:on|in)\s+$",
    re.I,
)


# "the last of the five reports was published on Monday": which that is, is not said
_ONE_OF_SEVERAL = rule(
    r"\b(?:first|last|latest|second|third|fourth|fifth|final|next|one|two|all\s+but\s+\w+)\s+of\s+(?:the|these|those|its|their)\s+"
    r"(?:[\w’'-]+\s+){0,3}(?:reports|letters)\b[^.;:,]{0,60}$",
    re.I,
)


def of_one_of_several(text: str, day: Span) -> bool:
    """Is a day that of one report among several, none of which is named?"""
    return _ONE_OF_SEVERAL.search(text, max(0, day.start - _ITS_CLAUSE), day.start) is not None


def of_none(text: str, day: Span, out: Sequence[Telling]) -> bool:
    """Is a day none of what its sentence tells: not of a visit or a grade, nor of what came out of it?"""
    if _OF_THE_COUNCIL.search(text, max(0, day.start - _ITS_CLAUSE), day.start) or of_one_of_several(text, day):
        return True
    if _dated_before_it_came_out(text, day) or named_aside(text, day, (t.spans[-1].end for t in out if t.spans)):
        return True
    return of_another_grade(text, day, [t.overall.span for t in out if t.overall is not None])


# as in "good; the judgement of inadequate dates from the 2016 inspection"
_VERDICT = r"(?:judge?ment|rating|grading|grade|verdict|label|outcome)"
_BELONGS_TO = rule(
    rf"\b(?:{_VERDICT}\s+of\s+)?[‘“'\"]?\b(?P<g>{GRADE})\b[’”'\"]?(?:\s+{_VERDICT})?\s+(?:(?:actually|really|only|in\s+fact|had|itself)\s+)*"
    r"(?:dat(?:es?|ed|ing)\s+(?:back\s+)?(?:from|to)|belong(?:s|ed)\s+to|c(?:omes?|ame)\s+(?:from|in|after|out\s+of)|stem(?:s|med)\s+from|(?:goes|went)\s+back\s+to"
    r"|relat(?:es|ed)\s+to|refer(?:s|red)\s+to|(?:is|was)\s+(?:that|the\s+one|one)\s+(?:of|from|at|given)"
    r"|(?:is|was)\s+(?:given|handed\s+down|reached|made)\s+(?:in|at|by|after)|(?:is|was)\s+from)\s+[^.;:!?]{0,50}$",
    re.I,
)
_ITS_CLAUSE = 140  # characters


def of_another_grade(text: str, place: Span, grades: Iterable[Span]) -> bool:
    """Is a day or a visit the one to which a grade behind these is said to belong, and none of theirs?"""
    own = list(grades)
    if not any(grade.end < place.start for grade in own):
        return False
    found = _BELONGS_TO.search(text, max(0, place.start - _ITS_CLAUSE), place.start)
    if found is None:
        return False
    other = Span(*found.span("g"))
    return not any(grade.overlaps(other) for grade in own) and any(grade.end <= other.start for grade in own)


def _dated_before_it_came_out(text: str, day: Span) -> bool:
    """Is a day the one that a letter bears, and another, told right behind it, the one on which it came out?"""
    return bool(_DATED.search(text[max(0, day.start - 8) : day.start]) and _AND_PUBLISHED.match(text, day.end))


_HIS_LETTER = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Mm]y)\s+(?:\w+\s+)?(?:letters?|e-?mails?|notes?)\s+(?:of|dated)\s+(?:the\s+)?$"
)
# "Letter received 20 March, report published 27 April": a day on which nothing came out
_RECEIVED = re.compile(
    r"\b(?:letter|report|draft|feedback|findings|copy|e-?mail|result)s?,?\s+(?:(?:was|were|had\s+been|has\s+been)\s+)?(?:first\s+)?(?:received|seen|read|circulated)"
    r"(?:\s+by\s+(?:the\s+)?\w+)?,?\s+(?:on\s+)?(?:the\s+)?$",
    re.I,
)
# "The outcome of the assessment had been received on 1 November", "reached the council in March": likewise
_RESULT = (
    r"(?:letters?|reports?|drafts?|feedback|findings|cop(?:y|ies)|results?|outcomes?|scores?|grades?|gradings?|ratings?"
    r"|judge?ments?|verdicts?|assessments?|news)"
)
_SOMEBODY = r"(?:[\w’'&-]+\s+){0,6}?[\w’'&-]+"
_HANDED_ON = rule(
    rf"\b{_RESULT}\b(?:\s+(?!(?:and|but|while|which|after|following)\b)[\w’'()-]+){{0,14}}?,?\s+"
    r"(?:(?:was|were|had\s+been|has\s+been|have\s+been|being)\s+(?:(?:first|formally|finally|only|also|then|duly)\s+)?"
    rf"(?:(?:received|considered|noted|tabled|discussed)(?:\s+(?:by|at)\s+{_SOMEBODY})?"
    rf"|(?:circulated|shared|delivered|handed|forwarded|passed|e-?mailed|posted|presented|reported)(?:\s+(?:on|over|round|back))?\s+(?:to|with|among)\s+{_SOMEBODY}"
    r"|sent\s+(?:on\s+)?to\s+(?:all\s+|the\s+)*(?:members|councillors|staff|parents|families|headteachers|heads|schools|governors|trustees))"
    rf"|(?:(?:first|finally|only)\s+)?(?:(?:arrived|landed|came\s+through)\s+(?:at|on|in|with|to)\s+(?!\d){_SOMEBODY}|reached\s+{_SOMEBODY})),?\s+(?:on|in)\s+(?:the\s+)?$"
    r"|\b(?:received|got|had)\s+(?:formal\s+notice\s+of\s+)?(?:the|its|our|their|an?)\s+(?:[\w’'-]+\s+){0,4}?"
    rf"{_RESULT}(?:\s+(?:of|from|on)\s+[^.;:,]{{2,70}}?)?,?\s+on\s+(?:the\s+)?$",
    re.I,
)
_AN_INSPECTOR = re.compile(r"\b(?:[Ii]nspector|HMI|[Aa]ssessor)s?\b")


def of_somebodys_letter(text: str, named: Naming, left: str) -> bool:
    """ "The report, he said in his letter of 30 June, must speak for itself": the day on which he wrote."""
    if _HIS_LETTER.search(left) is None:
        return False
    return _AN_INSPECTOR.search(text, named.span.start, named.span.end) is None


def came_then(left: str, mention: Mention) -> bool:
    """Is it the day on which somebody was sent what was published on another?"""
    return (mention.precision == "day" and _RECEIVED.search(left) is not None) or _HANDED_ON.search(left) is not None


_CLAUSE_OF_IT = re.compile(r"(?:[’']s?)?,\s+(?:where|which|whose|who)\b[^,;]*")


def of_anothers_clause(text: str, named: Naming, target: Telling, mention: Mention) -> bool:
    """ "to Stockton, inspected in 2016, and to Hartlepool, where they were in May": is a day in the other's clause?"""
    ends = target.spans[0].end
    if ends >= mention.span.start or not any(a.span.start < ends for a in named.authorities):
        return False
    behind = (a for a in named.authorities if ends <= a.span.start < mention.span.start)
    return any(_CLAUSE_OF_IT.fullmatch(text, a.span.end, mention.span.start) for a in behind)


# "to look again at weaknesses found when services were first inspected in 2021": a visit before the one told of
_OF_THE_FIRST = re.compile(
    r"\b(?:(?:first|originally|initially|previously)\s+(?:inspected|visited|assessed|reviewed|looked\s+at|seen|judged|found|identified|raised)"
    r"|(?:weakness(?:es)?|concerns?|failings?|shortcomings?|areas?)\s+(?:(?:that|which|had|been|were|was|they|it|inspectors|Ofsted|first)\s+)*(?:found|identified|seen|raised|highlighted|named|set\s+out|told\s+of))"
    r"(?:\s+(?:by|at|during|there|here|when)\s[^,.;:]{2,60}?|\s+there|\s+here)?,?\s+(?:back\s+)?(?:in|on|of)\s+(?:the\s+)?$"
)


def of_the_first(text: str, named: Naming, target: Telling, mention: Mention) -> bool:
    """Is a day that of what was found before, in a sentence that gives the visit told of a day of its own?"""
    if len(named.dates) < 2:
        return False
    begins = max(named.span.start, mention.span.start - _ITS_CLAUSE)
    found = _OF_THE_FIRST.search(text, begins, mention.span.start)
    return found is not None and target.spans[0].end <= found.start()


def said_of_another(text: str, named: Naming, grade: Span, day: Span) -> bool:
    """ "Derby's was graded 3, while Kent's was unchanged since 2008": is another council named before the day?"""
    own = {s for a in named.authorities if a.span.end <= grade.start for s in a.slugs}
    return bool(own) and names_another_place(text, Span(grade.end, day.start), named.catalogue, own)


def in_a_clause_of_another(text: str, named: Naming, target: Telling, mention: Mention) -> bool:
    """ "Surrey's outcome came last June; Kent was inspected in May": is a day in a clause on another council?"""
    at = target.spans[0].start
    if ";" not in text[min(at, mention.span.start) : max(at, mention.span.start)]:
        return False
    own = {s for a in named.authorities if a.span.within(_between_stops(text, named, at)) for s in a.slugs}
    theirs = _between_stops(text, named, mention.span.start)
    return bool(own) and names_another_place(text, theirs, named.catalogue, own)


def _between_stops(text: str, named: Naming, at: int) -> Span:
    """The clause between semicolons that a place of a sentence stands in."""
    begins = max(text.rfind(";", named.span.start, at) + 1, named.span.start)
    ends = text.find(";", at, named.span.end)
    return Span(begins, ends if ends >= 0 else named.span.end)


def another_between(text: str, named: Naming, target: Telling, mention: Mention) -> bool:
    """Does the name of another council stand between a telling, with its own before it, and a date?"""
    begins, ends = target.spans[0].start, max(s.end for s in target.spans)
    own = [a for a in named.authorities if a.span.start < begins]
    if mention.span.end <= begins and ";" in text[mention.span.end : begins]:
        clause = Span(named.span.start, mention.span.start)  # "Bury, published 2 November; Oldham's revisit"
        return clause.start < clause.end and names_another_place(text, clause, named.catalogue, set())
    if not own or ends >= mention.span.start:
        return False
    return names_another_place(text, Span(ends, mention.span.start), named.catalogue, set(own[-1].slugs))


# after a clause: "After two years as an inadequate authority (the 2016 report), services were rated good."
_ASIDE_BEFORE = re.compile(r"\((?:(?:from|in|see|that\s+was)\s+)?(?:the|its|their|our)\s+(?:[\w’'-]+\s+){0,2}$")
_ASIDE_BEHIND = re.compile(
    r"(?:\s+[\w’'-]+){0,2}\s+(?:report|inspection|judge?ment|rating|visit|assessment|review|verdict|grade)\)"
)
_BEFORE_IT = 40  # characters


def named_aside(text: str, day: Span, ends: Iterable[int]) -> bool:
    """Is a day that of a report in brackets, which do not stand behind a grade or a visit ending at one of ``ends``?"""
    before = _ASIDE_BEFORE.search(text, max(0, day.start - 60), day.start)
    if before is None or _ASIDE_BEHIND.match(text, day.end) is None:
        return False
    return not any(0 <= before.start() - end < _BEFORE_IT for end in ends)


# "a report to Cabinet on 6 September 2013 noted the outcome": the day of the meeting
_OF_A_PAPER = rule(
    r"\b(?:reports?|reported|papers?|presented|taken|went|came|brought)\s+to\s+(?:the\s+|its\s+|our\s+)?(?:[\w’']+\s+){0,4}"
    r"(?:cabinet|committee|board|council|panel|executive|scrutiny|members|governors)\s+(?:meeting\s+)?(?:on|of|in|dated)\s+"
    r"(?:the\s+)?$|\byour\s+(?:\w+\s+)?(?:report|article|story|letter|piece|leader|column)\s+(?:of|on|in|dated)\s+(?:the\s+)?$",
    re.I,
)
_OF_AN_ISSUE = rule(
    r"\b(?:issues?|editions?|papers?|newspapers?|newsletters?|magazines?|bulletins?|posts?|stor(?:y|ies)|versions?|drafts?|(?:new|old|first|second|earlier|corrected|revised)\s+one),?\s+(?:of|on|for)\s+$",
    re.I,
)


# "Scrutiny Committee, 9 October 2012, Item 7: Ofsted inspection": the day of the sitting
_SITTING_ON = re.compile(
    r"\W*(?:(?:[A-Z][\w’'&-]*|and|for|of|the|to|on)[,:]?\s+){0,9}?(?:Cabinet|Committee|Panel|Board|Executive|Scrutiny|Assembly|Commission|Council|Governors|CABINET|COMMITTEE|PANEL|BOARD|COUNCIL)"
    r"(?:\s+[Mm]eeting)?\s*(?:,|\s[–—|-]|:|\()\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
)
# "Following discussions held with your officers in July 2007, I am writing to report the findings"
_OF_TALKS = re.compile(
    r"\b(?:discussions?|talks|meetings?|conversations?|correspondence|dialogue)\s+(?:that\s+)?(?:(?:I|we)\s+)?(?:(?:held|had|were|took\s+place)\s+)?(?:with\s+[^.;,:]{2,60}?\s+)?(?:in|on|during)\s+(?:the\s+)?$"
)


def of_a_sitting(text: str, named: Naming, mention: Mention, left: str) -> bool:
    """Is it the day of the sitting that a title begins with, or of talks before something was written?"""
    if _OF_TALKS.search(left):
        return True
    return mention.precision == "day" and _SITTING_ON.fullmatch(text, named.span.start, mention.span.start) is not None


def of_a_paper(left: str) -> bool:
    """Does ``left``, right before a day, say that it is that of a meeting, or of an issue of a paper?"""
    return _OF_AN_ISSUE.search(left) is not None or _OF_A_PAPER.search(left) is not None
