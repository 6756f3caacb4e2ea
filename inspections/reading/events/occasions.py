"""Which of several inspections a telling of no day is of, when its own words point at the newest of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspections.reading.events import Event
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.visits import UNGRADED
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.context import Context
    from inspections.reading.dates.mentions import Mention
    from inspections.reading.facts import InspectionKind

NEWEST: Final = "newest"  # the note of a telling that says "on this occasion"
ANOTHER: Final = "another"  # the note of one that is told of as one more: "a second inspection had found them good"
ANEW: Final = "anew"  # the note of one whose report is said to be new: not of an inspection told of before
AGAIN: Final = "again"  # the note of a visit of inspectors who came again: not the one that gave a grade told before
LONG_SINCE: Final = "was"  # the note of a grade that "was" or "had been" given
ONCE: Final = "once"  # the note of one that was "once" given
NO_GRADE: Final = "no-grade"  # the note of one of a day that is said to have been given no grade
IN_DOUBT: Final = "in-doubt"  # of one that may be of either of two, and is left out

# "On Tuesday a new report was published", after one has been told of: another
NEW_REPORT = re.compile(r"\b(?:[Aa]|[Ii]ts|[Tt]heir|[Tt]he)\s+(?:new|fresh|newest)\s+(?:\w+\s+)?report\b(?!\s+cards?)")
# "Ofsted came back", "was inspected again", "when inspectors next visited"
_CAME_AGAIN = rule(
    r"\b(?:returned|re-?visited|re-?inspected|(?:c[ao]me|were|went|been|was|is|are)\s+back|next\s+(?:came|visited|inspected|called|inspection|visit)"
    r"|(?:inspected|visited|came|assessed|called|looked|there|inspection|visit)\b[^.;:]{0,60}\b(?:again|once\s+more|anew|a\s+second\s+time)"
    r"|(?:another|a\s+(?:further|second|fresh|new))\s+(?:full\s+|short\s+)?(?:inspection|visit|assessment)"
    r"|(?:weeks?|months?|years?|term|winter|summer|spring|autumn)\s+(?:later|afterwards?|after\s+that|on)|by\s+the\s+time|since\s+then|later\s+that"
    r"|under\s+(?:an?|its|the|their)\s+(?:new|next)\s+(?!framework|regime|system|inspection))\b",
    re.I,
)
_WAS = re.compile(
    r"\b(?:was|were|had|once|used\s+to)\b[^.;:]{0,70}$|\b(?:called|branded|declared|judged|rated|found)\b[^.;:]{0,90}$",
    re.I,
)
_IS_NOW = re.compile(
    r"\b(?:has|have|is|are|’s|’ve|'s|'ve)\s+(?:now\s+|just\s+|again\s+|today\s+)?(?:been|rated|judged|graded)\b[^.;:]{0,90}$",
    re.I,
)
# "On this occasion the council was judged as follows", and not "at that inspection", which is the one just above
POINTS_AT_NEWEST = rule(
    r"\b(?:on\s+this\s+occasion|this\s+time|at\s+this\s+inspection"
    r"|(?:the|this|its|their|our)\s+(?:latest|newest|most\s+recent|present|current)\s+(?:inspection|report)s?)\b",
    re.I,
)


def points_at_newest(event: Event) -> bool:
    """Is this a grade of no day that is told of "this occasion"?"""
    graded = event.overall is not None or bool(event.aspects)
    return NEWEST in event.notes and graded and event.any_date is None and not event.named_apart and not event.previous


def newest_of(event: Event, fits: list[Event], told: list[Event]) -> Event | None:
    """The inspection that "on this occasion" is of; None: which one is not clear.

    It is the newest of the council and service told so far, and what the page is about or what was told of last.
    ``fits``: those that agree with the telling, one at least; ``told``: all told so far.
    """
    peers = [
        e
        for e in told
        if e in fits or (e.slugs == event.slugs and e.service == event.service and e.kind not in UNGRADED)
    ]
    undated = [e for e in fits if e.any_date is None]
    days = [(day.latest, e) for e in peers if (day := e.any_date) is not None and day.latest is not None]
    if not days or undated:
        return undated[0] if len(fits) == 1 else None
    newest = max(days, key=lambda each: each[0])[1]
    if newest not in fits:
        return None
    return newest if newest.main or newest is nearest(event, peers) else None


# "were once rated inadequate", "at one time"
_ONCE_WAS = re.compile(
    r"\bonce\s+(?!again\b|more\b)(?:[\w’'-]+\s+){0,3}[‘“'\"]?$"
    r"|\b(?:at\s+one\s+time|in\s+those\s+days|back\s+then|long\s+ago|years\s+ago|formerly)\b[^.;:]{0,90}$",
    re.I,
)


# "When it was inspected in 2016 no rating was given"
_GIVEN_NO_GRADE = rule(
    r"\bno\s+(?:overall\s+|single\s+)?(?:ratings?|grades?|gradings?|judge?ments?)\s+(?:(?:was|were|had\s+been|at\s+all)\s+)*(?:given|made|awarded|published)\b"
    r"|\b(?:gave|carried|led\s+to|came\s+with|resulted\s+in|ended\s+in)\s+no\s+(?:overall\s+|single\s+)?(?:ratings?|grades?|judge?ments?)\b"
    r"|\b(?:was|were)\s+not\s+(?:then\s+)?(?:graded|rated|given\s+(?:as\s+)?(?:an?\s+)?(?:ratings?|grades?))\b",
    re.I,
)


def note_when(event: Event, text: str, named: Naming) -> None:
    """Note of a visit of a day that inspectors came again or gave no grade, and of a grade that it once was given."""
    if event.any_date is not None and event.overall is None and not event.aspects:
        if _GIVEN_NO_GRADE.search(text, named.span.start, named.span.end):
            event.notes.append(NO_GRADE)
    if event.any_date is not None and _CAME_AGAIN.search(text, named.span.start, named.span.end):
        event.notes.append(AGAIN)
    if event.overall is None or named.segment.kind == "heading":
        return
    before = text[named.span.start : event.overall.span.start]
    if _WAS.search(before) and not _IS_NOW.search(before):
        event.notes.append(LONG_SINCE)
        if _ONCE_WAS.search(before):
            event.notes.append(ONCE)


def with_grades(event: Event, fits: list[Event]) -> list[Event]:
    """Those a telling may be of: where it gives grades, none of which it is said that no grade was given."""
    if event.any_date is not None or not (event.overall or event.aspects):
        return fits
    return [each for each in fits if NO_GRADE not in each.notes] or fits


def came_again(again: Event, other: Event) -> bool:
    """Did inspectors come again on a day, after a grade of no day that was told of before it? Then it is not theirs."""
    later = ONCE in other.notes or (AGAIN in again.notes and LONG_SINCE in other.notes)
    if not later or again.any_date is None:
        return False
    if other.any_date is not None or other.overall is None:
        return False
    return max(s.start for s in other.spans) < min(s.start for s in again.spans)


def nearest(event: Event, events: list[Event]) -> Event | None:
    """The one told of last before a telling; None: all are told of below it."""
    start = min(s.start for s in event.spans)
    above = [(max(ends), e) for e in events if (ends := [s.end for s in e.spans if s.end <= start])]
    return max(above, key=lambda each: each[0])[1] if above else None


_ONE_MORE = re.compile(
    r"\b(?:another|an\s+additional|a\s+(?:further|new|fresh|second|third|fourth|later|subsequent))\s+(?:[\w-]+\s+){0,2}"
    r"(?:re-?)?(?:inspection|visit|assessment)$",
    re.I,
)
_WAY = 24  # characters, to the article


_ONCE_AGAIN = re.compile(r"\s+(?:once\s+)?again\b")


def again(text: str, visit: Span) -> bool:
    """ "It was inspected again": one more than was told of?"""
    return _ONCE_AGAIN.match(text, visit.end) is not None


def one_more(text: str, visit: Span) -> bool:
    """ "A second inspection", "another visit": is an inspection brought in as one more than was told of?"""
    return _ONE_MORE.search(text, max(0, visit.start - _WAY), visit.end) is not None


_A_LETTER_LOOKS_BACK = 2  # years


def of_a_year_before_its_letter(about: Context, kind: InspectionKind, inspected: Mention | None) -> bool:
    """Is an assessment of an earlier year than the letter that tells of it? The letter goes on about its own."""
    if not about.letter or about.anchor is None or kind != "annual-assessment" or inspected is None:
        return False
    return inspected.latest is not None and 0 < about.anchor.year - inspected.latest.year <= _A_LETTER_LOOKS_BACK
