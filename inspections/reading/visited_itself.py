"""Who was inspected in its own right: somebody of a name of its own, or a home, that no word says is a setting.

"Petroc, in Devon, was inspected", "The Beeches was inspected in June", "The home was inspected": none is the council,
and "it" in the next sentence is not either. A name with a word of any authority's in it ("Brighton"), or of what a
council or its company is called ("Together for Children"), is left to the rules for councils.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspections.catalogue import Catalogue
from inspections.reading.by_names import is_by_name
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.naming import Naming

# whoever is inspected, is told with one of these
INSPECTED = frozenset(
    "inspected reinspected re-inspected visited revisited inspection inspections reinspection visit visits report "
    "reports inspectors".split()
)
_WAS = r"(?:was|were|(?:has|have|had)\s+(?:\w+\s+)?been)\s+(?:\w+\s+)?"
# "Petroc, in Devon, was inspected": somebody of that name, who is there
_PLACED = re.compile(
    r"\W*(?P<name>(?:[A-Z][\w’'-]+)(?:\s+(?:of\s+|the\s+|&\s+)?[A-Z][\w’'-]+){0,4}),\s+(?:[\w’'-]+\s+){0,4}?(?:in|near|outside)\s+(?!\d|[Tt]he\s+(?:year|same)\b|(?:Janu|Febru)ary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)[^,.;:]{3,40},\s+"
    r"(?:(?:was|were|is|(?:has|have|had)\s+(?:\w+\s+)?been)\s+(?:\w+\s+)?(?:inspected|visited|judged|rated|graded|found)|(?:received|got|achieved|gained|earned|won|holds|has)\s)"
)
# "The Beeches was inspected", "Meadow View, which takes six, has been visited"
_VISITED = re.compile(
    r"\W*(?:(?:But|And|Yet|Meanwhile|Also|Then|Later|Earlier),?\s+)?"
    r"(?P<name>(?:The\s+[A-Z][\w’'-]+|[A-Z][\w’'-]+\s+(?:(?:of|the|on|at|&)\s+)*[A-Z][\w’'-]+)(?:\s+(?:(?:of|the|on|at|&)\s+)*[A-Z][\w’'-]+){0,3})"
    rf"(?:,\s[^,.;:]{{3,70}},)?\s+{_WAS}(?:re-?)?(?:inspected|visited)\b"
)
# "Ofsted inspected the Beeches", "an inspection of Riverside", "inspectors visited Meadow View", "two days at the Oaks"
_PROPER = r"[A-Z][a-z’'-][\w’'-]*"
_MORE = rf"(?:\s+(?:(?:of|the|on|at|&)\s+)*{_PROPER})"
_INSPECTING = re.compile(
    r"\b(?:(?:re-?)?inspected|(?:re-?)?inspections?\s+(?:of|at)|reports?\s+on|[Aa]t(?=\s[^,.;:]{3,40},\s(?:which\s+was\s+)?(?:last\s+)?inspected\b))\s+"
    rf"(?P<name>(?:[Tt]he\s+)?{_PROPER}{_MORE}{{0,3}})(?![’']s\b|[\w’'-])"
    r"|\b(?:(?:re)?visited|(?:re)?visits?\s+to|(?:went|came|returned|called)\s+(?:back\s+)?(?:to(?!\s+[Tt]he\b)|at)|(?:were|spent\s[^,.;:]{3,30})\s+at)\s+"
    rf"(?P<seen>(?:[Tt]he\s+{_PROPER}{_MORE}{{0,3}}|{_PROPER}{_MORE}{{1,3}}))(?![’']s\b|[\w’'-])"
)
# "The home was inspected", "its centre, which opened in May, has been visited"
_A_HOME = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|[Tt]heir|[Oo]ur|[Oo]ne|[Aa]nother)\s+(?:(?:first|second|third|new|other|same|larger|smaller|secure|respite|short-break)\s+)?"
    r"(?P<name>(?:homes?|hostels?|hubs?|refuges?|units?|cr[eè]che|clubs?|clinics?|surger(?:y|ies)|hospices?|centres?)(?<!city\scentre)(?<!town\scentre))"
    rf"(?:,\s[^,.;:]{{3,70}},)?\s+{_WAS}(?:re-?)?(?:inspected|visited)\b"
)
_OF_A_COUNCIL = re.compile(
    r"\b(?:Councils?|City|Civic|Town|Shire|Guildhall|Whitehall|Westminster|Parliament|Cabinet|Committee|Panel|Government|Minister|Secretary|Chief|Mayor|NHS|MASH|Front|Door"
    r"|Looked|After|Leaving|Contact|Referral|Assessment|Special|Educational|Needs|Multi\w*|Family|Virtual|Crown|Court|County|Borough|Royal|Authorit(?:y|ies)|Department|Directorate|Boards?|Partnerships?|Trust|Company|Teams?|Services?|Children(?:[’']s)?|Families"
    r"|Youth|Adults?|Early|Help|Protection|Local|Single|Joint|Arrangements|(?:Janu|Febru)ary|March|April|May|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Spring|Summer|Autumn|Winter|Easter|Christmas|Social|Care|Learning|Education|Adoption|Fostering|Safeguarding|Probation|Area|SEND|YO[TS]|YJS|Agency|Isles?|Islands?|Inspectors?|Inspectorate|Ofsted"
    r"|They|We|It|Both|All|Each|Mr|Mrs|Ms|Miss|Dr|Sir|Cllr|Councillor|Professor|Lord|Lady|Baroness)\b"
)
_PLACES: dict[int, tuple[Catalogue, frozenset[str]]] = {}


def visited_itself(text: str, span: Span, known: Sequence[Span], catalogue: Catalogue) -> Span | None:
    """The name in a sentence of whoever was inspected in its own right; ``known``: what else the sentence names."""
    told = _PLACED.match(text, span.start, span.end) or _VISITED.match(text, span.start, span.end)
    if told is not None:
        name = Span(*told.span("name"))
        words = told["name"]
        own = told.re is _PLACED or not (_OF_A_COUNCIL.search(words) or _is_of_a_place(words, catalogue))
        if own and not any(each.overlaps(name) for each in known):
            return name
    for found in _INSPECTING.finditer(text, span.start, span.end):
        group = "name" if found["name"] else "seen"
        name = Span(*found.span(group))
        if not (_OF_A_COUNCIL.search(found[group]) or _is_of_a_place(found[group], catalogue)):
            if not any(each.overlaps(name) for each in known):
                return name
    home = _A_HOME.search(text, span.start, span.end)
    return Span(*home.span("name")) if home is not None else None


def _is_of_a_place(words: str, catalogue: Catalogue) -> bool:
    """Has a name a word in it with which a council is called, or its place a by-name?"""
    held = _PLACES.get(id(catalogue))
    if held is None:
        names = [each.official_name for each in catalogue.authorities.values()]
        names += [name for each in catalogue.authorities.values() for name in (each.name, *each.other_names)]
        names += [*catalogue.counties, *(each.region for each in catalogue.authorities.values())]
        places = frozenset(word for name in names for word in re.findall(r"\w{4,}", name.lower()))
        held = _PLACES[id(catalogue)] = (catalogue, places)
    return is_by_name(words, catalogue) or any(word in held[1] for word in re.findall(r"\w+", words.lower()))


_AN_ARTICLE = re.compile(
    r"\W*(?:(?:But|And|Meanwhile),?\s+)?(?:(?:The|A|An|One|That|This|Its|Their|Another)\s+(?:[\w’'-]+\s+){0,3})?"
)


def begins_with_a_setting(text: str, named: Naming) -> bool:
    """ "The home it runs had good leaders, a report of May said": the report is the home's."""
    first = min((each.span for each in named.settings), default=None)
    if first is None or named.services or named.inspectorates:
        return False
    if not all(visit.noun == "report" for visit in named.visits):
        return False
    return _AN_ARTICLE.fullmatch(text, named.span.start, first.start) is not None
