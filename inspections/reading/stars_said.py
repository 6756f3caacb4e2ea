"""Stars of many councils told in a few words: "Suffolk has three, Cambridgeshire has moved up from one star to two".

Stars are given to one kind of service alone, so nobody names it. A number counts as stars only where the paragraph has
spoken of stars before, right behind the verb that gives it to a council; a sentence with one more number is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from inspections.catalogue import Framework, Scale
from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.grades.hits import GradeHit
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.stars_listed import listed_behind
from inspections.reading.walk import Walk
from inspections.reading.walk.councils_named import in_one_list, slugs_of
from inspections.text import Span

_STAR = rule(r"\bstars?\b", re.I)
_NUMBER = {"no": 0, "none": 0, "zero": 0, "one": 1, "two": 2, "three": 3}
_A_VALUE = r"(?:(?:only|just|all|its|their|the|a)\s+)*[‘“'\"]?(?:no|none|zero|one|two|three|[0-3])\b"
_VALUE = re.compile(
    r"(?:(?:only|just|all|its|their|the|a)\s+)*[‘“'\"]?(?P<n>no|none|zero|one|two|three|[0-3])\b(?P<star>[\s-]stars?\b)?",
    re.I,
)
_ANY_VALUE = re.compile(r"\b(?:none|zero|one|two|three|[0-3])\b|\bno(?=[\s-]stars?\b)", re.I)
_VERB = (
    r"(?:(?:has|have|had|gets?|got|keeps?|kept|holds?|held|retain(?:s|ed)|earn(?:s|ed)|won|scored|receiv(?:es|ed)|secur(?:es|ed))(?:\s+got)?"
    r"|(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+(?:again\s+|also\s+|both\s+|each\s+|now\s+)*(?:given|awarded|(?:rated|judged|graded|assessed)\s+as|rated|judged|handed|on|at)"
    r"|(?:is|was|becomes?|became|remain(?:s|ed)?)(?:\s+(?:again|also|both|each|now|still|officially))*(?=\s+an?\s+(?:no|zero|one|two|three|[0-3])[\s-]star\s+(?:council|authority)\b)"
    r"|(?:remain(?:s|ed)?|stay(?:s|ed)?|stands?|stood)\s+(?:on|at)|(?:must|has\s+to|had\s+to)\s+make\s+do\s+with|makes?\s+do\s+with"
    r"|(?:has\s+|have\s+|had\s+)?(?:gone|mov(?:es|ed)|went|goes|rises?|risen|rose|climb(?:s|ed)|jump(?:s|ed)|improv(?:es|ed)|falls?|fell|fallen|drop(?:s|ped)?"
    r"|slip(?:s|ped)?|slid)(?:\s+(?:back|up|down))?\s+(?:from\s+(?P<from>none|zero|no|one|two|three|[0-3])(?:[\s-]stars?)?"
    r"(?:\s+(?:last\s+year|in\s+(?:19|20)\d\d))?\s+)?to)"
)
_LITTLE = (
    r"(?:(?:also|again|still|now|both|each|all|once\s+more|however|though|too|meanwhile|this\s+year|this\s+time)\s+)*"
)
_GIVES = re.compile(
    r"(?:[’']s?)?(?:\s+(?i:(?:city|county|borough|district|metropolitan)\s+)*(?i:council)(?:[’']s)?)?"
    r"(?:\s+(?:own\s+)?(?:adult\s+)?(?:social\s+(?:care|services)|services\s+for\s+adults|adult\s+services|adults[’']\s+services))?"
    r"(?:\s+\((?:[^()]{2,20})\))?"
    r"(?:,\s+(?:though|too|however|by\s+contrast|meanwhile|again|on\s+the\s+other\s+hand|also),|,\s+which\s[^,;.]{3,60},"
    r"|,\s+(?:though|too|however),\s+has\s+slipped,?\s+and)?"
    rf"\s+{_LITTLE}{_VERB}\s+{_LITTLE}(?={_A_VALUE})",
    re.I,
)
# the verb of the council before: "Rochdale got one and Wigan three"
_GAPPED = re.compile(r"(?:[’']s?)?,?\s+", re.I)
# who has what is told of the council before: "which had two stars in 2006, fell to one"
_WHICH = re.compile(
    r"(?:[’']s?)?(?:\s+(?:city|county|borough)?\s*council)?,\s+which\s+had\s+(?P<was>none|no|one|two|three|[0-3])(?:[\s-]stars?)?"
    r"\s+(?:in\s+(?:19|20)\d\d|last\s+year),\s+(?:has\s+|have\s+)?(?:f[ae]ll(?:s|en)?|rose|rises|risen|moved|moves|went|goes|gone|dropped|slipped|climbed|jumped|improved)"
    r"(?:\s+(?:back|up|down))?\s+to\s+",
    re.I,
)
# the council before, in a year of its own: "In 2005 it had one", "and in 2003 it had none at all"
# "three stars for its leisure services", "three stars for fly-tipping"
FOR_ANOTHER = re.compile(
    r"[’”'\"]?(?:\s+stars?)?(?:\s+(?:overall|again|out\s+of\s+(?:a\s+possible\s+)?three))*,?\s+for\s+(?!(?:[\w’'-]+\s+){0,4}?(?:adults?|social|older|elderly|disabled|care|year|years|time|(?:19|20)\d\d|now)\b)",
    re.I,
)
_ITS = re.compile(
    r"(?:\b[Ii]n\s+(?:19|20)\d\d|\b[Ll]ast\s+year|\b[Tt]he\s+year\s+before),?\s+(?:it|they|we|the\s+(?:council|authority))\s+"
    r"(?:had|got|was\s+given|was\s+awarded|were\s+given|received)\s+(?:only\s+|just\s+)?",
)
# the same of what it was: "It was a one star council in 2005"
_IT_WAS = re.compile(
    r"\b(?:[Ii]t|[Tt]hey|[Ww]e|[Tt]he\s+(?:council|authority|borough|county|city))\s+(?:was|were|had\s+been)\s+(?:only\s+|just\s+|still\s+|rated\s+(?:as\s+)?)*"
    r"(?=an?\s+(?:no|zero|one|two|three|[0-3])[\s-]star\s+(?:council|authority)\b)"
)
_A_STAR_COUNCIL = rule(r"\b(?:no|zero|one|two|three|[0-3])[\s-]star\s+(?:council|authority)\b", re.I)
# they call a whole council by its stars too
_OTHER_STARS = rule(r"\bAudit\s+Commission\b|\bCPA\b|\bcomprehensive\s+(?:performance|area)\s+assessment", re.I)
_BODY_GAVE = re.compile(
    r"(?:,\s+[^.;]{3,70},)?\s+(?:CSCI|[Tt]he\s+Commission|[Tt]he\s+inspectors?)\s+(?:also\s+|has\s+|had\s+)*(?:gave|given|awarded)\s+"
)
_IN = re.compile(r"\b[Ii]n\s+(?:neighbouring\s+)?$")
_ENDS = re.compile(
    r"[’”'\"]?(?!\s+and\s+a\s+(?:half|quarter|bit))(?:(?<=star)\s+(?:council|authority)\b)?(?:\s+at\s+all|\s+again|\s+once\s+more|\s+overall|\s+too|\s+as\s+well|\s+out\s+of\s+(?:a\s+possible\s+)?three)*"
    r"(?=\s*[.,;:!?)–—-]|\s*$|\s+(?:and|but|while|whereas|by|from|in|for|this|last|after|up|down|when|as|at|with|again)\b)",
    re.I,
)
_UNSURE = rule(
    r"\b(?:hop(?:e|es|ed|ing)|will|would|could|might|not|never|if|until|unless|whether|aim\w*|want\w*|expect\w*|next\s+(?:year|time)|need\w*"
    r"|target\w*|should|nearly|almost|ambition\w*|predict\w*|Audit\s+Commission|CPA|comprehensive\s+performance|hotels?|restaurants?|homes?"
    r"|between|range[ds]?|ranging|scale|claim\w*|self[-\s]\w+|leaflets?|how\s+many|percent|per\s+cent|councils\s+(?:had|have|got|were|that))\b",
    re.I,
)
_OF_ANOTHER = rule(
    r"\b(?:Audit\s+Commission|CPA|comprehensive\s+(?:performance|area)|homes?|hotels?|not|never|nearly|hop\w+)\b", re.I
)
# "three stars in both 2005 and 2006"
_IN_EACH = re.compile(
    r"(?:\s+(?:overall|again))?\s+(?:in|for)\s+(?:(?:both|each\s+of|the\s+years)\s+)*"
    r"(?P<years>(?:19|20)\d\d(?:(?:,\s+|,?\s+and\s+)(?:19|20)\d\d)+)(?=\W*$|[,;.])"
)
_NEAR = 900  # characters within which stars that were spoken of are still spoken of


@dataclass(frozen=True, slots=True)
class _Told:
    councils: tuple[tuple[str, Span], ...]
    number: Span
    day: Mention | None
    earlier: bool


def speaks_of_stars(text: str) -> bool:
    """Can any sentence of a page give a council its stars?"""
    return _STAR.search(text) is not None


def tell_stars(walk: Walk, named: Naming) -> list[Event]:
    """The ratings that one sentence gives; none where a number of it is not understood, or plain rules read it."""
    text = walk.text
    if not walk.starred or named.settings or named.segment.kind in ("heading", "row"):
        return []
    found = _scale(walk)
    star = _star_before(text, named.span.end)
    words = named.span.of(text)
    if found is not None and (listed := listed_behind(walk, named)) is not None:
        year = listed.year
        if _OF_ANOTHER.search(words) or (year is not None and not found[1].used.overlaps(year.earliest, year.latest)):
            return []
        each = _Told(listed.councils, listed.number, year, False)
        events = [_event(walk, named, *found, each, council) for council in listed.councils]
        if listed.pointing is not None:
            for event in events:
                assert event.overall is not None
                event.overall = replace(event.overall, span=listed.pointing, also=listed.number)
                event.spans = [listed.pointing]
        return events
    if found is None or star is None or not _ANY_VALUE.search(words) or _UNSURE.search(words):
        return []
    if _A_STAR_COUNCIL.search(words) and _OTHER_STARS.search(text):
        return []
    scale, framework = found
    if walk.paragraph == named.segment.index and walk.named_here and not walk.named_here & set(framework.services):
        return []  # the paragraph speaks of another service
    told = _told(walk, named)
    numbers = [
        Span(*m.span())
        for m in _ANY_VALUE.finditer(text, named.span.start, named.span.end)
        if _ENDS.match(text, m.end(), named.span.end) or _STAR.match(text, m.end() + 1, named.span.end)
    ]
    if any(_star_before(text, t.number.start) is None and not _STAR.search(t.number.of(text)) for t in told):
        return []
    if any(_of_something_else(walk, framework, t.number) or FOR_ANOTHER.match(text, t.number.end) for t in told):
        return []
    if not told or not all(any(n.overlaps(t.number) for t in told) for n in numbers):
        return []
    if any(t.day is not None and not framework.used.overlaps(t.day.earliest, t.day.latest) for t in told):
        return []
    if len(told) == 1 and named.services and _STAR.search(told[0].number.of(text)):
        return []  # plain enough for the rules of all sentences
    return [_event(walk, named, scale, framework, each, council) for each in told for council in each.councils]


def _told(walk: Walk, named: Naming) -> list[_Told]:
    text, groups = walk.text, _groups(walk, named)
    out: list[_Told] = []
    if not groups and (held := walk.authority) is not None:
        for its in _ITS.finditer(text, named.span.start, named.span.end):
            value = _VALUE.match(text, its.end(), named.span.end)
            day = next((d for d in named.dates if d.span.within(Span(*its.span())) and d.edtf), None)
            if value is None or day is None or _ENDS.match(text, value.end(), named.span.end) is None:
                return []
            out.append(_Told((held,), _number(value), day, True))
        for once in _IT_WAS.finditer(text, named.span.start, named.span.end):
            value = _VALUE.match(text, once.end(), named.span.end)
            if value is None or (ends := _ENDS.match(text, value.end(), named.span.end)) is None:
                return []
            day = next((d for d in named.dates if 0 < d.span.start - ends.end() < 10 and d.edtf), None)
            if day is None:
                return []
            out.append(_Told((held,), _number(value), day, True))
        return out
    for i, councils in enumerate(groups):
        end = councils[-1][1].end
        until = groups[i + 1][0][1].start if i + 1 < len(groups) else named.span.end
        gives = _WHICH.match(text, end, until) or _GIVES.match(text, end, until)
        if gives is None and _IN.search(text[max(named.span.start, councils[0][1].start - 20) : councils[0][1].start]):
            gives = _BODY_GAVE.match(text, end, until)
        opens = gives or (_GAPPED.match(text, end, until) if out else None)
        value = _VALUE.match(text, opens.end(), until) if opens is not None else None
        if opens is None or value is None or _ENDS.match(text, value.end(), named.span.end) is None:
            return []
        for which in ("was", "from"):
            if opens.groupdict().get(which):
                clause = Span(opens.end(which), opens.end())
                day = next((d for d in named.dates if d.span.within(clause)), None)
                out.append(_Told(tuple(councils), _with_star(text, Span(*opens.span(which))), day, True))
        number = _number(value)
        year = next((d for d in named.dates if 0 <= d.span.start - number.end <= 26 and d.span.end <= until), None)
        if (each := _IN_EACH.match(text, number.end, until)) is not None:
            run = [d for d in named.dates if d.span.within(Span(*each.span("years"))) and d.precision == "year"]
            out += [_Told(tuple(councils), number, d, d is not run[-1]) for d in run]
            continue
        past = year is not None and (year.relative or re.search(r"\bhad\s", opens.group()) is not None)
        day = (
            year
            if year is not None and year.precision == "year"
            else None
            if year is not None
            else _of_them_all(text, named)
        )
        out.append(_Told(tuple(councils), number, day, past))
    return out


# "In its last star ratings, in November 2008, Devon was given ..."
_IN_ITS_RATINGS = re.compile(
    r"\W*(?:In|With)\s+(?:(?:the|its|their)\s+(?:\w+\s+){0,3}?(?:star\s+)?ratings,?\s+)(?:(?:published|issued|released|given|announced|out)\s+)?(?:in|on|of|for)\s+(?:the\s+)?$"
)


def _of_them_all(text: str, named: Naming) -> Mention | None:
    """The one day of a sentence that begins with it, and then tells of each council."""
    days = [d for d in named.dates if d.edtf and d.known]
    if len(days) != 1 or days[0].span.end > named.authorities[0].span.start:
        return None
    return days[0] if _IN_ITS_RATINGS.fullmatch(text, named.span.start, days[0].span.start) else None


def _with_star(text: str, number: Span) -> Span:
    star = re.compile(r"[\s-]stars?\b", re.I).match(text, number.end)
    return Span(number.start, star.end()) if star is not None else number


def _number(value: re.Match[str]) -> Span:
    return Span(value.start("n"), value.end("star") if value["star"] else value.end("n"))


def _scale(walk: Walk) -> tuple[Scale, Framework] | None:
    """The scale of stars, where the text names the inspectorate that gives them."""
    catalogue = walk.work.context.catalogue
    bodies = {b.slug for b in walk.work.context.bodies}
    for framework in catalogue.frameworks.values():
        for slug in framework.scales if bodies & set(framework.inspectorates) else ():
            if all(any(w.endswith(" star") for w in grade.wordings) for grade in catalogue.scales[slug].grades):
                return catalogue.scales[slug], framework
    return None


def _star_before(text: str, at: int) -> Span | None:
    """The word "stars" that stands last before a place, not far above it."""
    begin = max(0, at - _NEAR)
    found = list(re.finditer(r"\bstars?\b", text[begin:at], re.I))
    return Span(begin + found[-1].start(), begin + found[-1].end()) if found else None


def _of_something_else(walk: Walk, framework: Framework, number: Span) -> bool:
    """Has the text turned to another service, or to other inspectors, since it spoke of stars?"""
    star = None if _STAR.search(number.of(walk.text)) else _star_before(walk.text, number.start)
    since = walk.work.beside(Span(star.end, number.start)) if star is not None else ()
    return star is not None and any(
        (s.span.start > star.end and s.slug not in names)
        for n in since
        for each, names in ((n.services, framework.services), (n.inspectorates, framework.inspectorates))
        for s in each
    )


def _groups(walk: Walk, named: Naming) -> list[list[tuple[str, Span]]]:
    """The councils of a sentence; those of one list together."""
    found = slugs_of(walk.work, named.authorities, None)
    out: list[list[tuple[str, Span]]] = []
    while found:
        run = in_one_list(walk.text, found)
        between = walk.text[run[0][1].end : run[1][1].start] if run else ""
        run = run if run and _LISTED.fullmatch(between) else found[:1]
        out.append(run)
        found = found[len(run) :]
    return out


_LISTED = re.compile(r"\s*(?:,|and|,\s*and)\s*(?:the\s+)?")


def _event(
    walk: Walk, named: Naming, scale: Scale, framework: Framework, told: _Told, council: tuple[str, Span]
) -> Event:
    text, about = walk.text, walk.work.context
    first = told.number.of(text).lower().split()[0].split("-")[0]
    rank = _NUMBER[first] if first in _NUMBER else int(first)
    grade = next(g for g in scale.grades if g.number == rank)
    star = None if _STAR.search(told.number.of(text)) else _star_before(text, told.number.start)
    word = next(w for w in grade.wordings if w.endswith("star"))
    hit = GradeHit(told.number, word, "stars", "previous" if told.earlier else "current", also=star)
    own = next((s for s in named.services if s.slug in framework.services), None)
    return Event(
        [council],
        framework.services[0],
        own.span if own is not None else star or told.number,
        [b for b in about.bodies if b.slug in framework.inspectorates],
        "annual-assessment",
        None,
        told.day,
        None,
        hit,
        previous=told.earlier,
        spans=[told.number],
        sentences=[named.span],
        segment=named.segment.index,
        service_span_is_name=own is not None,
    )
