"""Councils and places named beside the one spoken of: which of them a telling is of, and of which it is not."""

from __future__ import annotations

import re

from inspections.reading.naming import Naming, Noted
from inspections.reading.other_places import names_another_place
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk
from inspections.reading.walk.councils_named import IT_SHARES, in_one_list, slugs_of
from inspections.text import Span

_OPENS = re.compile(r"(?:[’']s?)?(?:\s+(?:council|borough|city|county))?\s*\((?:(?:in|on|from|of)\s+)?", re.I)


def with_its_day(text: str, found: list[tuple[str, Span]], day: Span) -> tuple[str, Span] | None:
    """ "Revisits to Calderdale (no date) and to Sheffield (May 2022)": the council behind whose name the day stands."""
    return next((x for x in found if _OPENS.fullmatch(text, x[1].end, day.start)), None)


# "Leeds became our partner. In June 2019 Ofsted came": to the one whose paper it is, or to Leeds
_OPENS_WITH_A_DAY = re.compile(
    r"\W*(?:(?:And|But|Then),?\s+)?(?:In|On|From|Between|During|By)\s+(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?(?:\d|[A-Z][a-z]+|spring|summer|autumn|winter)"
)


def named_beside_what_is_told(walk: Walk, telling: Telling) -> bool:
    """Does a new thing begin in a paragraph that has told of the page's own council and named another in passing?"""
    home, council, named = walk.work.context.home, walk.authority, telling.named
    if home is None or council is None or council[0] == home[0]:
        return False
    known = walk.work.context.catalogue.authorities
    if home[0] in (*known[council[0]].predecessors, *known[council[0]].successors):
        return False
    here = [e for e in walk.work.events if e.segment == named.segment.index and e.slugs]
    if not here or any(council[0] in e.slugs for e in here) or not any(home[0] in e.slugs for e in here):
        return False
    return _OPENS_WITH_A_DAY.match(walk.text, named.span.start) is not None


def on_another_side(walk: Walk, named: Naming) -> bool:
    """ "In the North, the visit was in February", after one to West Northamptonshire: to the other half."""
    side = _IN_THE_SIDE.match(walk.text, named.span.start, named.span.end)
    if side is None or walk.authority is None:
        return False
    return side["side"] not in walk.work.context.catalogue.authorities[walk.authority[0]].name.split()


_IN_THE_SIDE = re.compile(
    r"\W*(?:(?:And|But|Meanwhile),?\s+)?(?:[Ii]n|[Ff]or|[Ff]rom|[Aa]cross)\s+the\s+(?P<side>North|South|East|West)\b(?![\s-][A-Z])"
)


# "the service we share with Telford, Herefordshire and Worcestershire": the first is of a name that is no council's
_AFTER_ONE_UNKNOWN = re.compile(
    r"\b(?:with|of|by|for|between|across|covers?|covering|serv(?:es|ing))\s+(?:the\s+)?(?:[A-Z][a-z]+(?:[\s-](?:and\s+|upon\s+|on\s+)?[A-Z][a-z]+){0,3},\s+)+(?:and\s+)?$"
)


def with_own(walk: Walk, listed: list[tuple[str, Span]], named: Naming) -> list[tuple[str, Span]]:
    """The councils of a list that share a service, with the one that shares it with them; none where one is unknown."""
    before = Span(named.span.start, listed[0][1].start)
    if _AFTER_ONE_UNKNOWN.search(walk.text, before.start, before.end):
        return []
    if not IT_SHARES.search(walk.text, before.start, before.end):
        return listed
    own = walk.work.context.home or walk.authority
    if own is None:
        return []
    return listed if own[0] in {slug for slug, _ in listed} else [own, *listed]


# "The Trent Partnership, which the city and the county run together", behind a sentence that names the two of them
_THEY_RUN = re.compile(
    r"\b(?:which|that)\s+(?:(?P<unlike>the\s+city\s+and\s+(?:the\s+)?county|the\s+county\s+and\s+(?:the\s+)?city)|(?:the\s+two|both)\s+"
    r"(?:councils|boroughs|cities|counties|authorities|areas))(?:\s+councils)?\s+"
    r"(?:(?:have|has|had|now|both|jointly|together)\s+)*(?:run|ran|share|shared|fund|own|provide|operate)\b"
)


def the_two_just_named(walk: Walk, telling: Telling) -> list[tuple[str, Span]]:
    """The two councils that run what a sentence tells of: those that the sentence before names, and no others."""
    named, work = telling.named, walk.work
    run = _THEY_RUN.search(walk.text, named.span.start, named.span.end)
    at = work.before(named.span.start)
    before = work.named[at - 1] if run is not None and at else None
    if run is None or before is None or named.authorities or before.segment.index != named.segment.index:
        return []
    found = slugs_of(work, before.authorities, telling.inspected or telling.published)
    listed = in_one_list(walk.text, found)
    if len(listed) != 2 or len(found) != len(before.authorities) or len(found) != 2:
        return []
    names = [work.context.catalogue.authorities[slug].official_name for slug, _ in listed]
    if run["unlike"] and [sum(word in each for each in names) for word in ("City", "County")] != [1, 1]:
        return []
    walk.shared = listed
    return listed


def of_a_clause_behind(walk: Walk, telling: Telling, one: tuple[str, Span]) -> bool:
    """ "Stockton's got four, outstanding; Redcar's a two": does the council named stand behind a place and a stop?

    Or in a clause that only tells when, or what came of it: "good, in the week in which Leeds was judged inadequate",
    "inadequate, a rating that led to Essex sending managers".
    """
    slug, council = one
    behind = (telling.overall.span.end, council.start) if telling.overall is not None else (0, 0)
    if _WHEN_ANOTHER.search(walk.text, *behind) or _WHAT_CAME_OF_IT.match(walk.text, *behind):
        return walk.authority is None or walk.authority[0] != slug
    if telling.overall is None or council.start < telling.overall.span.end:
        return False
    catalogue = walk.work.context.catalogue
    if names_another_place(walk.text, Span(*behind), catalogue, {slug}):
        return True  # "each had been judged inadequate: Reading in 2017, Sandwell in 2015 and Bury in 2009"
    between = walk.text[telling.overall.span.end : council.start]
    if ";" not in between and not _AND_ANOTHER.search(between):
        return False
    if ";" not in between and (own_clause := _HAS_ITS_OWN.match(walk.text, council.end)) is not None:
        if own_clause["theirs"] or walk.authority is None or walk.authority[0] != slug:
            return True  # "ours were good, and Bury's were inadequate"
    before = Span(telling.named.span.start, telling.overall.span.start)
    own = {slug} if ";" not in between else set()
    return names_another_place(walk.text, before, catalogue, own)


# "no date for Newcastle, good since 2017, or for North Tyneside"
_AND_ANOTHER = re.compile(r",\s+(?:and|or|nor|but|while)\s+(?:(?:for|in|at|of|not)\s+)?(?:the\s+)?$")
_HAS_ITS_OWN = re.compile(r"(?P<theirs>[’']s?)?\s+(?:was|were|is|are|has|have|had|got|received)\b")
_WHAT_CAME_OF_IT = re.compile(
    r"[’”'\"]?,\s+(?:(?:an?|the)\s+(?:\w+\s+){0,2}?(?:rating|grade|judge?ment|verdict|mark|label|result|finding)\s+(?:that|which)"
    r"|which\s+(?:led|meant|brought|prompted|forced|saw|caused)|leading|prompting|forcing)\s[^.;:]*$"
)
_WHEN_ANOTHER = re.compile(
    r",?\s+(?:(?:in|on)\s+)?(?:the\s+(?:very\s+)?(?:same\s+)?(?:day|week|month|year)|just\s+as|as|while|when|before|after|though|although|whereas|since)\s+(?:(?:in|on)\s+which\s+|that\s+)?(?:the\s+)?$"
)


def of_all_who_share(
    walk: Walk, telling: Telling, service: Noted | None, places: list[tuple[str, Span]]
) -> list[tuple[str, Span]]:
    """A combined youth justice service is inspected once: where only "the service" is told of, of all who share it."""
    if service is None or service.slug != "youth-justice" or telling.named.authorities or len(places) != 1:
        return places
    both = walk.joint.get(service.slug, [])
    return both if places[0][0] in {slug for slug, _ in both} else places


_IN_A_LIST = re.compile(r"[’”'\"]?(?:\s+[\w’'-]+){0,6}:\s+(?:(?:in|at|for|of)\s+)?(?:the\s+)?")


def each_in_a_list_behind(text: str, grade: Span, found: list[tuple[str, Span]]) -> bool:
    """ "Each had been judged inadequate: Kent in 2017, Reading in 2015 and again in 2018": whose days are which?"""
    behind = [span for _, span in found if span.start > grade.end]
    return (
        len(behind) > 1
        and len(behind) == len(found)
        and _IN_A_LIST.fullmatch(text, grade.end, behind[0].start) is not None
    )


_IN_TURN = re.compile(
    r"\b(?:outstanding|good|requir\w+\s+improvement(?:\s+to\s+be\s+good)?|inadequate|adequate|satisfactory)[’”'\"]?\s+\((?:in\s+)?(?:\w+\s+)?(?:19|20)\d\d\)",
    re.I,
)
_A_LIST = re.compile(r"[A-Z][\w-]+(?:\s[A-Z][\w-]+)*(?:,\s[^,.;()]{3,40})*,?\s+and\s+(?:the\s+)?[A-Z]")


def graded_in_turn(text: str, sentence: Span, grade: Span) -> bool:
    """ "Hull, York and Leeds were judged outstanding (2021), good (2022) and good (2023)": which of them is which?"""
    grades = list(_IN_TURN.finditer(text, sentence.start, sentence.end))
    if len(grades) < 2 or not any(m.start() == grade.start for m in grades):
        return False
    return _A_LIST.search(text, sentence.start, grades[0].start()) is not None
