"""Visits and their grades, each given to the telling of its sentence that it belongs to."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.dates.mentions import Mention
from inspections.reading.events.periods import ends_before, overlap
from inspections.reading.facts import InspectionKind
from inspections.reading.grades.doubts import NO_LONGER
from inspections.reading.grades.hits import GradeHit
from inspections.reading.naming import Naming, Noted
from inspections.reading.rules import rule
from inspections.reading.tellings.date_roles import role
from inspections.reading.tellings.telling import Telling
from inspections.reading.visits import UNGRADED, Visit
from inspections.text import Span

# "judged good when last inspected", "judged good at the previous inspection"
_AT_THE_LAST = rule(
    r"[’”'\"]?,?\s+(?:overall,?\s+)?(?:when\b|(?:at|in|following|after|during)\s+(?:(?:the|its|their|our|that)\s*)?$)",
    re.I,
)


_AS_IT_WAS = rule(
    r"\b(?:than|from|since|as|where|what)\s+(?:(?:it|they|things|services?|we|matters)\s+(?:was|were|stood|had\s+been)\s+)?"
    r"(?:when|at\s+the\s+time)\b[^.;,]{0,40}$",
    re.I,
)
_SINCE_A_YEAR = rule(r"[’”'\"]?\s+(?:overall\s+)?(?:ever\s+)?since\s+(?:\w+\s+){0,5}(?:19|20)\d\d\b", re.I)


_AFTER_A_VISIT = re.compile(
    r"[’”'\"]?(?:\s+overall)?(?:\s+by\s+[^,.;:()]{3,40}?)?"
    r"(?:,?\s+(?:in|on|last|this|earlier)\s[^,.;:()]{3,40}?)?,?\s+(?:after|following)\s+(?:an?|its|their|the)\s+(?:[\w\-]+\s+){0,3}"
)


_AFTER_THEY = re.compile(
    r"[’”'\"]?(?:\s+overall)?(?:\s+by\s+[^,.;:()]{3,40}?)?,?\s+(?:in|on|last|this|earlier)\s[^,.;:()]{3,40}?,?\s+after\s+(?:the\s+)?"
)
# "Kent's were judged good at the inspection of March 2024"
_AT_A_VISIT = re.compile(
    r"[’”'\"]?(?:\s+overall)?(?:\s+again)?,?\s+(?:at|in|during)\s+(?:an?|its|their|the|that)\s+(?:[\w\-]+\s+){0,3}"
)


_VISITS = re.compile(r"visits$", re.I)
_FOUND_THEN = re.compile(
    r",?\s+(?:(?:had|has|that|which|when|where|found|judged|rated|saw|gave|put|left)\b|(?:in|at|by)\s+(?:which|whom)\b)"
)


# "graded good in March 2016, and a short inspection was to be expected": the grade was not given at that one
_TO_COME = re.compile(
    r"\s+(?:(?:was|were|is|are|had\s+been)\s+(?:(?:now|then|also|still|therefore|not)\s+)?(?:to\s+(?:be|come|follow|take)|due|expected|likely|planned|overdue|awaited"
    r"|anticipated|possible|imminent)|will|would|could|might|may|should)\b"
)


# "two focused visits took place between the full inspections: in July 2019 and in November 2020": of the visits
_BETWEEN = re.compile(r"\b[Bb]etween\s+(?:(?:the|its|their|our|these|those|two|both|full)\s+)*(?:\w+\s+)?$")


# "a letter on the council's progress since the focused visit": the letter is from a later one
_PROGRESS_SINCE = re.compile(
    r"\b(?:progress|improved|improvements?|changed|changes|better|worse)\b[^.;]*\bsince\s+(?:the|its|that|their|our)\s+(?:[\w’'-]+\s+)?$"
)


_HAVE = re.compile(r"\b(?:ha[sd]|have|having)\b|[’'](?:ve|s|d)\b")


def add_visit(text: str, named: Naming, out: list[Telling], visit: Visit) -> None:
    if out and out[-1].overall is not None and visit.noun == "visit" and _TO_COME.match(text, visit.span.end):
        return
    if visit.noun == "verb" and visit.span.of(text).endswith(" come"):
        if not _HAVE.search(text, max(named.span.start, visit.span.start - 12), visit.span.end):
            return  # "the CQC come on 2 December": they are to come
    if visit.span.of(text).endswith("s") and _BETWEEN.search(text[named.span.start : visit.span.start]):
        return
    since = rules.search(
        r"\bsince\b[^.;,]{0,25}$", text[max(named.span.start, visit.span.start - 40) : visit.span.start]
    )
    if since and out and visit.noun == "verb":
        out.append(Telling(named, visit.span.start, earlier=True, noun="visit", spans=[visit.span]))
        return
    if out and _AS_IT_WAS.search(text[named.span.start : visit.span.start]):
        out.append(_another(named, visit, earlier=True))  # "a long way from where they were when Ofsted called in 2019"
        return
    if out and out[-1].noun == "report" and _PROGRESS_SINCE.search(text[out[-1].spans[-1].end : visit.span.start]):
        if any(_directly(text, visit.span, day.span) for day in named.dates):
            out.append(_another(named, visit, earlier=True))
        else:
            out.pop()  # of what was seen since, and nobody says when, or by whom
        return
    if out and _is_over(text, named, out[-1]) and not visit.earlier:
        out.append(_another(named, visit, earlier=False))  # "shed its inadequate rating after a visit in March"
        return
    if out and out[-1].overall is None and _is_of_those_who_came_before(text, named, out[-1], visit):
        out[-1].earlier = True
        out.append(_another(named, visit, earlier=False))
        return
    if out:
        last = out[-1]
        same_kind = visit.kind in (last.kind, "unstated") or last.kind == "unstated"
        apart = visit.earlier != last.earlier and (visit.earlier or last.earlier)
        graded = last.overall is not None and visit.kind in UNGRADED
        new_report = visit.noun == "report" and last.overall is not None and visit.earlier
        between = text[last.spans[-1].end : visit.span.start]
        other = visit.kind in ("monitoring-visit", "focused-visit", "revisit") and last.kind == "unstated"
        if other and len(between) > 12 and last.spans[-1].of(text).lower().endswith(("inspection", "inspected")):
            same_kind = False  # "after its 2017 inspection, though the third monitoring visit found ..."
        if other and _VISITS.search(visit.span.of(text)) and not _VISITS.search(last.spans[-1].of(text)):
            same_kind = False  # "a visit in December found it, and four monitoring visits have followed"
        if last.overall is not None and _SINCE_A_YEAR.match(between):
            out.append(_another(named, visit, visit.earlier))  # "rated good since 2015, and Ofsted was back in March"
            return
        own = _own_day(text, named, last, visit)
        if visit.noun == "verb" and last.kind in UNGRADED and last.overall is None:
            if AFTER_A.search(text, named.span.start, last.spans[0].start) or _is_behind_many(text, named, last, visit):
                out.append(
                    _another(named, visit, visit.earlier)
                )  # "After a focused visit Ofsted inspected the services"
                return
        if last.kind in UNGRADED and visit.kind == "unstated" and _AND_ANOTHER.search(between):
            out.append(_another(named, visit, visit.earlier))  # "the focused visit and this week's ILACS report"
            return
        if own is None and _is_its_kind(text, named, last, visit):
            last.kind, last.kind_span, last.ordinal = visit.kind, visit.span, last.ordinal or visit.ordinal
            last.spans.append(visit.span)
            return
        if (
            own is not None
            and last.overall is not None
            and same_kind
            and not apart
            and (_AFTER_A_VISIT.fullmatch(between) or _AT_A_VISIT.fullmatch(between))
            and not _FOUND_THEN.match(text, own.span.end)
        ):
            last.inspected, last.noun = own, visit.noun  # "rated good in January after an inspection in November"
            last.spans.append(visit.span)
            return
        if visit.noun == "verb" and last.overall is not None and not last.noun and _AFTER_THEY.fullmatch(between):
            came = next((d for d in named.dates if d.edtf and _directly(text, visit.span, d.span)), None)
            if came is not None:
                last.inspected, last.noun = came, "verb"  # "rated good in May 2022 after inspectors visited in March"
                last.spans.append(visit.span)
                return
        if own is not None and not rules.search(r"[;.]", between):
            out.append(_another(named, visit, earlier=_is_before(own, named, visit)))
            return
        if apart and last.overall is not None and not last.noun and _AT_THE_LAST.match(between):
            last.earlier, last.noun, apart = True, visit.noun, False
        if (
            same_kind
            and not apart
            and not graded
            and not new_report
            and not rules.search(r"[;.]|\bwhile\b|\bwhereas\b", between)
        ):
            if last.kind == "unstated" and visit.kind != "unstated":
                last.kind, last.kind_span = visit.kind, visit.span
            last.ordinal = last.ordinal or visit.ordinal
            last.spans.append(visit.span)
            last.noun = last.noun if last.noun != "report" else visit.noun
            return
    before = text[max(named.span.start, visit.span.start - 14) : visit.span.start].lower()
    out.append(_another(named, visit, visit.earlier or before.endswith("previously ")))


# "After “inadequate” in 2021 and ten monitoring visits, inspectors, who were with us in October, found"
_AFTER_ALL = re.compile(r"\W*(?:After|Following|Since|Despite)\s[^,;:]*$")


def _is_behind_many(text: str, named: Naming, last: Telling, visit: Visit) -> bool:
    """Do several visits stand in a clause that is over before the verb: "after ten monitoring visits, Ofsted came"?"""
    many = last.spans[-1].of(text).lower().endswith("s") and _AFTER_ALL.match(
        text, named.span.start, last.spans[-1].start
    )
    return bool(many) and "," in text[last.spans[-1].end : visit.span.start + 12]


_AND_ANOTHER = re.compile(
    r"\band\s+(?:(?:the|its|their|our|an?)\s+)?(?:(?:[Tt]his|[Ll]ast)\s+(?:[a-z]+)[’']s|[Tt]oday[’']s|[Yy]esterday[’']s|(?:[\w’'-]+\s+){0,3}?(?:ILACS|SIF|full|standard|graded|SEND))\b[^,;]{0,40}$"
)


def _is_its_kind(text: str, named: Naming, last: Telling, visit: Visit) -> bool:
    """ "It was last inspected in 2014, in a short quality screening": does the visit say what that inspection was?"""
    if last.noun != "verb" or last.kind != "unstated" or visit.noun != "visit" or visit.kind == "unstated":
        return False
    days = [d for d in named.dates if last.spans[-1].end < d.span.start and d.span.end < visit.span.start]
    if len(days) != 1 or text.startswith("s", visit.span.end - 1) or _TO_COME.match(text, visit.span.end):
        return False
    then = _THEN.fullmatch(text, last.spans[-1].end, days[0].span.start)
    return then is not None and _IN_A.fullmatch(text, days[0].span.end, visit.span.start) is not None


# what stands right before a visit that is told of only as coming before or after another
AFTER_A = rule(
    r"\b(?:after|following|before|since|ahead\s+of|despite|until)\s+(?:(?:only|just)\s+)?(?:an?|one|two|three|four|several)\s+(?:[\w-]+\s+)?$",
    re.I,
)
_THEN = re.compile(
    r"(?:\s+(?:before|last|then|again|there|here|back|by\s+(?:[\w’']+\s+){0,3}[\w’']+))*,?\s+(?:in|on|from|between|during|over)\s+(?:the\s+)?"
)
_IN_A = re.compile(
    r",?\s+(?:in|on|by|for|during|at|as(?:\s+part\s+of)?|by\s+(?:way|means)\s+of|in\s+the\s+course\s+of)\s+(?:an?|its|their|our)\s+"
)


def _is_over(text: str, named: Naming, last: Telling) -> bool:
    """Is the grade told of before the visit one that the service has no longer?"""
    hit = last.overall
    return hit is not None and last.previous and NO_LONGER.search(text[named.span.start : hit.span.start]) is not None


def _is_of_those_who_came_before(text: str, named: Naming, last: Telling, visit: Visit) -> bool:
    """ "Ofsted, who inspected the area in 2017, returned in 2019": two visits, and the clause tells of the first."""
    dated = any(last.spans[0].end <= day.span.start < visit.span.start for day in named.dates)
    if dated and visit.noun == "verb" and _ENDS_AN_ASIDE.search(text[last.spans[0].end : visit.span.start]):
        if _AFTER_ONE.search(text[named.span.start : last.spans[0].start]):
            return True  # "after an inspection in March 2015, Ofsted visited in May"
    if _BACK.match(visit.span.of(text)) is None:
        return False
    joined = text[named.span.start : visit.span.start].endswith((" and ", " and then ", " and have "))
    return _WHO_ONCE.search(text[named.span.start : last.spans[0].start]) is not None or (joined and dated)


_BACK = re.compile(r"(?:\w+\s+)?(?:returned|revisit|(?:came|went|were|was)\s+back)", re.I)
_AFTER_ONE = re.compile(r"(?:^|,\s|\b)(?:[Aa]fter|[Ff]ollowing)\s+(?:an?|its|the|their|that)\s+(?:[\w-]+\s+){0,3}$")
_ENDS_AN_ASIDE = re.compile(
    r"^[^,;.]*,\s+(?:(?:Ofsted|the\s+CQC|CQC|(?:the\s+)?(?:inspectors|inspectorate|watchdog|regulator)|they)(?:[’']s\s+inspectors)?\s+(?:(?:had|then|also|again)\s+)*)?$"
)
_WHO_ONCE = re.compile(r",\s+(?:who|which)\s+(?:had\s+)?(?:\w+\s+)?$")


def _another(named: Naming, visit: Visit, earlier: bool) -> Telling:
    words = visit.span if visit.kind != "unstated" else None
    return Telling(named, visit.span.start, visit.kind, words, earlier, visit.ordinal, visit.noun, spans=[visit.span])


def _own_day(text: str, named: Naming, last: Telling, visit: Visit) -> Mention | None:
    """The day that stands right behind the words for a visit, where the visit told of before has another one.

    "Inspectors returned in May 2019 to see what became of the weaknesses found at their inspection in March 2017".
    """
    if visit.noun != "visit":
        return None
    own = next((d for d in named.dates if d.edtf and _directly(text, visit.span, d.span)), None)
    left = text[named.span.start : visit.span.start]
    if own is not None and last.kind in UNGRADED and _AFTER_ANOTHER.search(left):
        return own
    if (
        own is None
        or not own.known
        or not (others := [d for d in named.dates if d is not own and d.edtf and not overlap(d, own)])
    ):
        return None
    if rules.search(
        r"\b(?:and|then|again|first|second|between)\b[^.;]{0,12}$", text[named.span.start : visit.span.start]
    ):
        return None
    first = min(s.start for s in last.spans)
    if any(role(text, named, other) == "inspected" and other.span.start < visit.span.start for other in others):
        return own if first < visit.span.start else None
    return None


# "They revisited after a first inspection in 2018"
_AFTER_ANOTHER = rule(
    r"\b(?:after|following|since|(?:identified|found|raised|seen|noted|set\s+out)\s+(?:at|in|by|during|from))\s+"
    r"(?:an?|the|its|their|our|that)\s+(?:[\w’']+\s+){0,3}$",
    re.I,
)
_DAY_BEHIND = rule(
    r"\s+(?:(?:held|made|carried\s+out|conducted)\s+)?(?:of|in|on|from|during|between)\s+(?:the\s+)?", re.I
)


def _directly(text: str, visit: Span, day: Span) -> bool:
    return visit.end < day.start <= visit.end + 40 and _DAY_BEHIND.fullmatch(text[visit.end : day.start]) is not None


def _is_before(own: Mention, named: Naming, visit: Visit) -> bool:
    """Is this the earliest day of its sentence?"""
    days = [d for d in named.dates if d.known]
    return visit.earlier or (own.known and bool(days) and min(days, key=lambda d: str(d.earliest)) is own)


def add_grade(text: str, named: Naming, out: list[Telling], hit: GradeHit) -> None:
    target = out[-1] if out else None
    of_report = target is not None and target.noun == "report"
    before = _HAD_ONCE.search(text, target.at, hit.span.start) if target is not None and of_report else None
    if target is not None and (
        (target.kind in UNGRADED and not _effectiveness(target.kind, hit))
        or ((hit.polarity == "previous") != target.previous and target.overall is not None)
    ):
        target = None
    if (
        target is not None
        and hit.polarity == "previous"
        and target.overall is None
        and not target.earlier
        and target.noun
        and not _had_been_at_it(text, named, target, hit)
    ):
        target = None
    if before:
        target = None
    subject = tuple(s.slug for s in hit.subjects)
    if target is not None and target.overall is not None and hit.aspect is None:
        held = tuple(s.slug for s in target.overall.subjects)
        board = _BOARD in subject and held and _BOARD not in held
        if not board and subject and held and subject != held and target.noun in ("visit", "assessment"):
            # one inspection of two things, each with its own grade: both are aspects of it
            _demote(target)
            target.aspects.append((_around(hit.subjects), hit))
            target.spans.append(hit.span)
            return
        elsewhere = any(target.overall.span.end <= a.span.start < hit.span.start for a in named.authorities)
        again = _AGAIN.search(text, target.overall.span.end, hit.span.start) and any(
            target.overall.span.end <= day.span.start < hit.span.start for day in named.dates
        )
        again = again or _each_with_its_day(text, named, target.overall.span, hit.span)
        if target.overall.word.lower() == hit.word.lower() and subject in (held, ()) and not (elsewhere or again):
            return
        target = None
    if (
        target is not None
        and target.aspects
        and target.overall is None
        and hit.aspect is None
        and subject
        and target.noun == "visit"
    ):
        target.aspects.append((_around(hit.subjects), hit))
        target.spans.append(hit.span)
        return
    if (
        target is not None
        and target.aspects
        and target.overall is None
        and subject
        and hit.aspect is None
        and not target.noun
    ):
        target = None  # "adoption was graded good, but services for looked after children require improvement"
    if target is not None and hit.aspect is not None:
        target.aspects.append((hit.aspect, hit))
        target.spans.append(hit.span)
        return
    if target is None:
        target = Telling(named, hit.span.start, previous=hit.polarity == "previous" or bool(before))
        if before:
            target.inspected = next((d for d in named.dates if d.edtf and before.start() <= d.span.start), None)
        out.append(target)
    target.spans.append(hit.span)
    target.previous = target.previous or hit.polarity == "previous"
    if hit.aspect is not None:
        target.aspects.append((hit.aspect, hit))
    else:
        target.overall = hit
        target.services = hit.subjects


# "He welcomed the report, but said that in 2012 the service had been rated good": not in that report
_HAD_ONCE = re.compile(
    r"(?:[:;–—]|\bthat|\bbut)\s+(?:as\s+long\s+ago\s+as\s+|back\s+|as\s+early\s+as\s+)?in\s+(?:[\w’']+\s+){0,3}(?:19|20)\d\d\b,?\s[^.;:]{0,80}?\bhad\s+(?:\w+\s+)?been\b[^.;:]*$"
)
# "judged good in 2019, and at its last, in November 2022, it was again judged good": two
_AGAIN = re.compile(r"\b(?:again|once\s+more|still)\s+(?:judged|rated|graded|found)\s+(?:to\s+be\s+)?[‘“'\"]?$")
# "judged inadequate in July 2019 and had also been judged inadequate in February 2013": two
_THEN = re.compile(
    r"[’”'\"]?(?:\s+overall)?(?:\s+(?:again|once\s+more))?(?:\s+by\s+[^.,;:]{2,60}?)?,?\s+(?:back\s+)?(?:in|on|from|when\s+(?:it|they|Ofsted|inspectors)\s+"
    r"(?:inspected|visited|returned|came\s+back|looked)(?:\s+(?:again|them))*,?\s+in)\s+(?:the\s+)?"
)


def _each_with_its_day(text: str, named: Naming, first: Span, second: Span) -> bool:
    """Does a day of its own stand behind each of two grades, the one not within the other?"""
    days = [d for d in named.dates if d.known and not d.relative]
    one = next((d for d in days if _THEN.fullmatch(text, first.end, d.span.start)), None)
    two = next((d for d in days if _THEN.fullmatch(text, second.end, d.span.start)), None)
    if one is None or two is None or one.span.end > second.start:
        return False
    return ends_before(one, two) or ends_before(two, one)


_BOARD = "lscb"  # judged on its own account, beside the services that an inspection is of
# "In the single inspection of March 2015 its services had been judged good": the grade is that inspection's
_AT_IT = re.compile(
    r"\W*(?:(?:Then|But|And|Earlier|Before\s+that),?\s+)?(?:(?:In|On|During)\s[^,.;:]{3,30},\s+)?(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Ff]rom)\s+(?:the|its|their|an?|that)\s+(?:[\w’'-]+\s+){0,5}$"
)
_THEN_HAD_BEEN = re.compile(
    r"(?:\s+(?:of|in|from|between|by|on|carried\s+out|held|under|which)\b[^.;:]{0,60}?)?,?\s+(?:(?!(?:and|but|which|who|although|while|after|since|when)\b)[\w’'-]+\s+){0,7}"
    r"had\s+(?:also\s+|both\s+|all\s+|each\s+)?been\s+(?:(?:\w+\s+)?(?:judged|rated|graded|found|assessed)\b[^.;:]{0,30}|[‘“'\"]?)$"
)
# "had been inspected in May 2009 and judged good"
_HAD_BEEN = re.compile(r"\bhad\s+(?:(?:also|last|first|both|already)\s+)*been\s+(?:\w+\s+)?$")
_AND_JUDGED = re.compile(
    r"[^.;:]{0,60}?,?\s+and\s+(?:(?:had\s+been|was|were)\s+)?(?:judged|rated|graded|found|assessed)\b[^.;:,]{0,30}$"
)


def _had_been_at_it(text: str, named: Naming, target: Telling, hit: GradeHit) -> bool:
    """Is a grade in the pluperfect the one given at the visit that its sentence has just told of?"""
    if target.kind in UNGRADED or target.aspects:
        return False
    visit = target.spans[-1]
    if target.noun == "verb" and _AND_JUDGED.fullmatch(text, visit.end, hit.span.start):
        before = text[max(named.span.start, visit.start - 40) : visit.start]
        return _HAD_BEEN.search(before) is not None or text[visit.start : visit.end].startswith("had been")
    if target.noun not in ("visit", "assessment") or not _AT_IT.fullmatch(text, named.span.start, visit.start):
        return False
    return _THEN_HAD_BEEN.fullmatch(text, visit.end, hit.span.start) is not None


def _effectiveness(kind: InspectionKind, hit: GradeHit) -> bool:
    """The one result an inspection of school improvement can have."""
    return kind == "school-improvement" and hit.word.lower().endswith("effective")


def _demote(telling: Telling) -> None:
    if telling.overall is not None:
        telling.aspects.insert(0, (_around(telling.overall.subjects), telling.overall))
        telling.overall = None
        telling.services = ()


def _around(subjects: tuple[Noted, ...]) -> Span:
    return Span(subjects[0].span.start, subjects[-1].span.end)
