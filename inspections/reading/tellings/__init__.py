"""What one sentence tells of one inspection: its kind, service, council, dates and grades, each where it stands.

A telling is not yet an inspection: ``events`` joins the tellings of a document that speak of one event.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import GRADE
from inspections.reading.inspectorates import naming_rule
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.tellings.date_roles import role
from inspections.reading.tellings.dates_told import add_dates, add_same_grade
from inspections.reading.tellings.days_of_others import of_another_grade
from inspections.reading.tellings.listed_days import add_labelled_before, visited_in_a_list
from inspections.reading.tellings.of_settings import inspections_of_settings
from inspections.reading.tellings.telling import Telling
from inspections.reading.tellings.visits_told import add_grade, add_visit
from inspections.reading.visits import Visit
from inspections.text import Span

# a sentence that is nothing but the grade of the visit told of before it: "Good in every area and overall."
_BARE = naming_rule(
    rf"(?:Overall(?:\s+effectiveness)?:?\s+|Judged\s+|Rated\s+|Graded\s+|Outcome:\s+"
    rf"|Result:\s+)?[‘“'\"]?(?P<g>{GRADE})[’”'\"]?(?:,?\s+(?:overall|in\s+(?:every|all)\s+areas?"
    rf"(?:\s+and\s+overall)?|in\s+all\s+\w+\s+areas?))?"
    rf"(?:,\s+(?:(?:the\s+)?(?:inspectors|team|report|watchdog)|@inspectorate|they|it)\s+(?:concluded|decided|found|said|ruled|judged))?\.?\s*$",
    re.I,
)
# "Care leavers? Good.": the answer is of what was asked
_ASKED_OF_A_PART = re.compile(
    r"(?:^|[.!?]\s+)(?!(?i:[^.!?]*\b(?:overall|grade|rating|judge?ment|verdict|result|outcome|decision|conclusion|answer|they\s+say"
    r"|we\s+do|it\s+say)\b))[^.!?]*\?\s*$"
)
_POINTS_BACK = rule(
    r"(?:That|This|It)\s+(?:one\s+)?(?:was|took\s+place|happened|came|lasted|ran|had\s+been)\s+(?:held\s+"
    r"|carried\s+out\s+|back\s+)?(?:in|on|between|from)\b"
    r"|The\s+(?:review|assessment)\b[^.;]{0,100}?\b(?:took\s+place|was\s+(?:carried\s+out|made|done|conducted|undertaken|completed))\s+(?:in|on|between|from|over)\b"
)
# "The last time was in November 2017, when the two inspectorates gave no grade"
_LAST_TIME = rule(
    r"(?:The\s+)?(?:last|previous)\s+time\b[^.]{0,60},\s+when\b[^.]{0,60}\b(?:inspect\w*|watchdogs?)\b", re.I
)
# "One report covers both. It was published on 13 November."
_CAME_OUT = rule(
    r"(?P<it>It|They|Both|Ours|(?:The|That)\s+(?:assessment|rating|review|verdict|judge?ment|result|outcome)s?)\s+(?:was|were|came)\s+(?:first\s+)?(?:published|issued|released|out)\s+(?:on|in|at|today|yesterday|this\s+(?:morning|week|month))\b"
)


def tellings(text: str, named: Naming, hits: list[GradeHit], blocked: tuple[Span, ...] = ()) -> list[Telling]:
    """The tellings of one sentence, in order. ``blocked``: grades passed over, whose dates are nobody else's."""
    visits = [v for v in named.visits if v.noun != "judgement" and not text.endswith("what ", 0, v.span.start)]
    if any(h.polarity == "previous" for h in hits):  # "a year ago the Commission for Social Care Inspection judged ..."
        visits = [v for v in visits if not any(v.span.within(b.span) for b in named.inspectorates)]
    if hits and visits:
        given = [h.span for h in hits]
        visits = [v for v in visits if not of_another_grade(text, v.span, given)]
    of_settings = inspections_of_settings(text, named, visits)
    if of_settings:
        visits, blocked = [v for v in visits if v.span not in of_settings], (*blocked, *of_settings)
    anchors: list[tuple[int, Visit | GradeHit]] = sorted(
        [(v.span.start, v) for v in visits] + [(h.span.start, h) for h in hits], key=lambda a: a[0]
    )
    out: list[Telling] = []
    for _, anchor in anchors:
        if isinstance(anchor, GradeHit):
            add_grade(text, named, out, anchor)
        else:
            add_visit(text, named, out, anchor)
    if (
        not out
        and not hits
        and named.sentence.position
        and (bare := _BARE.of(named.catalogue).match(text, named.span.start, named.span.end))
        and not _ASKED_OF_A_PART.search(text[max(named.segment.span.start, named.span.start - 160) : named.span.start])
    ):
        span = Span(bare.start("g"), bare.end("g"))
        out.append(Telling(named, span.start, overall=GradeHit(span, bare["g"], "bare", "current"), spans=[span]))
    if not out and not hits and (called := _called_and_graded(text, named)) is not None:
        out.append(called)
    if not out and _POINTS_BACK.match(text, named.span.start, named.span.end) and any(d.edtf for d in named.dates):
        out.append(Telling(named, named.span.start, noun="visit", spans=[Span(named.span.start, named.span.start + 4)]))
    if not out and _LAST_TIME.match(text, named.span.start, named.span.end) and any(d.edtf for d in named.dates):
        span = Span(named.span.start, named.span.start + 13)
        out.append(Telling(named, named.span.start, earlier=True, noun="visit", spans=[span]))
    if not out and (back := _CAME_OUT.match(text, named.span.start, named.span.end)) and named.dates:
        out.append(Telling(named, named.span.start, noun="report", spans=[Span(*back.span("it"))]))
    _take_talks(text, named, out)
    add_labelled_before(text, named, out, hits)
    _count(text, named, out)
    out = visited_in_a_list(text, named, _one_by_one(text, named, out))
    add_dates(text, named, out, blocked)
    _take_day_before_when(text, named, out)
    if out:
        add_same_grade(text, named, out)
    return out


# "Between 27 and 31 January 2014, inspectors talked to ...": days on which they were there
_THEY_TALKED = naming_rule(
    r",?\s+(?:(?:the|a)\s+)?(?:team\s+of\s+(?:\w+\s+)?)?(?:@inspectorate(?:[’']s)?\s+|(?:Her|His)\s+Majesty[’']s\s+)?(?P<who>[Ii]nspectors|[Aa]ssessors)\s+"
    r"(?:also\s+)?(?:talked|spoke|met|interviewed|listened|read|watched|observed|examined|sampled|gathered|heard|saw)\b"
)
_DAYS_FIRST = re.compile(r"\W*(?:(?:Between|From|Over|During|In)\s+)?(?:the\s+)?")


def _take_talks(text: str, named: Naming, out: list[Telling]) -> None:
    """A sentence that begins with the days on which inspectors talked and read: a visit on those days."""
    first = min(named.dates, key=lambda day: day.span.start) if named.dates else None
    if first is None or first.precision not in ("day", "period") or "/" not in first.edtf:
        return
    if any(t.kind_span or t.overall or t.aspects or t.noun == "verb" for t in out):
        return
    talked = _THEY_TALKED.of(named.catalogue).match(text, first.span.end, named.span.end)
    if talked is None or not _DAYS_FIRST.fullmatch(text, named.span.start, first.span.start):
        return
    out[:] = [Telling(named, talked.start("who"), noun="verb", spans=[Span(*talked.span("who"))])]


# "The first, in August 2019, looked at the front door", "The letter about the second, which took place on 12 November"
_COUNTED = rule(
    r"(?:(?:At|In|On|After|During)\s+)?[Tt]he\s+(?P<a>first|second|third|fourth|fifth|sixth|seventh|eighth)(?=,|\s+(?:one\s+)?"
    r"(?:was|took|came|followed|looked|found|in|on)\b)"
    r"|[Tt]he\s+(?P<c>latest|last|most\s+recent)(?=\s+(?:one\s+)?(?:was|took\s+place|came)\s+(?:(?:back\s+)?(?:in|on|from|between)\s|last\s|this\s|yesterday\b))"
    r"|(?:The\s+)?(?:letter|report)\s+(?:about|of|on|from|after)\s+the\s+(?P<b>first|second|third|fourth|fifth|sixth|seventh|eighth)\b"
)
# "At the last of these, on 24 and 25 October 2017, inspectors noted that children were safer than at the inspection"
_ONE_OF_THESE = rule(
    r"\W*(?:(?:At|In|On|After|During|For)\s+)?[Tt]he\s+(?P<which>first|second|third|fourth|fifth|sixth|seventh|eighth|last|latest|final|most\s+recent)"
    r"\s+of\s+(?:these|them|those)(?:\s+(?:\w+\s+)?visits)?,?\s+(?:(?:which\s+)?(?:was|took\s+place|came)\s+)?(?:back\s+)?(?:on|in|from|between)\s+"
)
_NEAR = 4  # characters: "the"
_NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def _count(text: str, named: Naming, out: list[Telling]) -> None:
    """A visit that is only counted, of some that the sentence before has told of."""
    one = _ONE_OF_THESE.match(text, named.span.start, named.span.end)
    if one is not None and any(0 <= d.span.start - one.end() < _NEAR for d in named.dates):
        if not any(t.overall or t.aspects or t.kind_span for t in out):
            number = _NUMBERS.index(one["which"]) + 1 if one["which"] in _NUMBERS else 0
            span = Span(*one.span("which"))
            out[:] = [Telling(named, span.start, ordinal=number, noun="visit", spans=[span], counted=True)]
        return
    found = _COUNTED.match(text, named.span.start, named.span.end)
    if (
        found is None
        or not named.dates
        or any(t.kind_span or t.overall or t.aspects or t.noun != "report" for t in out)
    ):
        return
    which = next(group for group in "abc" if found[group])
    number = _NUMBERS.index(found[which]) + 1 if which != "c" else 0
    out[:] = [
        Telling(named, found.start(which), ordinal=number, noun="visit", spans=[Span(*found.span(which))], counted=True)
    ]


# a sentence that is nothing but a service and its grade: "Children's services inadequate."
_GRADED = rule(
    rf"\s*(?:(?::|,|[–—-])\s*|(?:is|are|was|were)\s+)?[‘“'\"]?(?P<g>{GRADE})[’”'\"]?(?:\s+overall)?\.?\s*", re.I
)


def _called_and_graded(text: str, named: Naming) -> Telling | None:
    if len(named.services) != 1 or named.settings or not named.sentence.position:
        return None
    service = named.services[0]
    if re.sub(r"^(?:the|its|their|our)\s+", "", text[named.span.start : service.span.start].lower()).strip(" -–•*"):
        return None
    found = _GRADED.fullmatch(text, service.span.end, named.span.end)
    if found is None:
        return None
    span = Span(found.start("g"), found.end("g"))
    hit = GradeHit(span, found["g"], "bare", "current", (service,))
    return Telling(named, span.start, overall=hit, services=(service,), spans=[span])


# "since 2012, when its arrangements were judged adequate": the year that its clause is of
_WHEN = re.compile(
    r",\s+when\s+(?!(?:if|not|asked|told|we|you|I)\b)(?![^,;:.?“”]*\b(?:told|said|thought|hoped|wanted|expected|not|never)\b)[^,;:.?“”]{3,100}?"
    r"\b(?:judged|rated|graded|found|deemed)\s+(?:to\s+be\s+|to\s+|as\s+|an?\s+)?(?:[^,;:.?“”]{3,60}\s+(?:to\s+be|as)\s+|(?:it|them)\s+|[^,;:.?“”]{3,60}\s(?:services?|care|learning)\s+)?[‘“'\"]?"
)
_OF_A_TIME = re.compile(
    r"\b(?:since|in|until|from|of)\s+(?:the\s+)?(?:(?:early|late|mid|spring|summer|autumn|winter)\s+(?:of\s+)?)?$", re.I
)


def _take_day_before_when(text: str, named: Naming, out: list[Telling]) -> None:
    """Give a grade in a clause that begins with "when" the day that stands right before it."""
    days = [d for d in named.dates if d.edtf and d.known and d.precision in ("year", "month")]
    for told in out:
        if told.overall is None or told.inspected is not None or told.published is not None:
            continue
        before = [d for d in days if d.span.end <= told.overall.span.start]
        if not before or _WHEN.fullmatch(text, before[-1].span.end, told.overall.span.start) is None:
            continue
        if _OF_A_TIME.search(text, max(named.span.start, before[-1].span.start - 30), before[-1].span.start):
            told.inspected = before[-1]


_MANY_VISITS = re.compile(r"\b(?:visits|inspections)$", re.I)
_BETWEEN = re.compile(r"\b(?:between|from|since)\s+$", re.I)
_JOINED = re.compile(
    r"[\s,;]*(?:\([^()]{2,60}\)|[^.;()]{0,70}?)?[\s,;]*(?:and\s+)?(?:then\s+|again\s+)?(?:on|in|from|between)?\s*(?:the\s+)?"
)


def _one_by_one(text: str, named: Naming, out: list[Telling]) -> list[Telling]:
    """ "Two monitoring visits: on 29 June 2021, about assessments, and on 1 February 2022": a telling for each day."""
    told = out[-1] if out else None
    if told is None or told.overall is not None or told.aspects or not told.spans:
        return out
    if any(each.end > told.spans[0].start for before in out[:-1] for each in before.spans):
        return out
    if not _MANY_VISITS.search(told.spans[-1].of(text)):
        return out
    days = [d for d in named.dates if d.span.start >= told.spans[-1].end and role(text, named, d) == "inspected"]
    if days and _BETWEEN.search(text[max(named.span.start, days[0].span.start - 12) : days[0].span.start]):
        return out[:-1]  # "six monitoring visits took place between 2019 and 2022": none of them on a day that is told
    if len(days) < 2 or len({d.edtf for d in days}) < len(days):
        return out
    if any(not _JOINED.fullmatch(text[a.span.end : b.span.start]) for a, b in pairwise(days)):
        return out
    return [*out[:-1], *(replace(told, inspected=day, spans=[*told.spans]) for day in days)]
