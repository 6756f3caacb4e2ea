"""Whose office somebody holds whom a page names with "its leader", "the council's cabinet member" or a committee."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.authorities import called, on_day
from inspections.reading.other_places import names_another_place
from inspections.reading.rules import rule
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.speakers.attribution import Attribution
    from inspections.reading.work import Work

# a committee of a council is no body of its own, unless Parliament's
_COMMITTEE = re.compile(
    r"(?!.*\b(?:Select|Commons|Lords|Parliament\w*|Public\s+Accounts)\b)(?:.*\s)?(?:(?:Sub-)?Committee|Cabinet|(?:Overview|Scrutiny)\b.*\b(?:Commission|Panel|Board|Group))"
)
_BODY = re.compile(
    r"\b(?:the|this|that|an?)\s+(?:[a-z][\w-]*\s+){0,2}(?:school|academy|college|service|company|provider|home|organisation|team|agency)\b|(?P<council>\b(?:[Cc]ouncil|[Bb]orough|[Cc]ounty|[Aa]uthority|[Cc]ity)\b)"
    r"|\b(?:[Tt]he\s+)?(?P<body>(?:(?!(?:The|Its|But|And|In|At)\b)[A-Z][\w’'&\-]*\s+(?:(?:of|and|for|in)\s+)?){1,6}(?:[Gg]roup|[Pp]arty|[Uu]nion|[Ff]orum|School|Primary|Juniors?|Infants|High|Academy"
    r"|College|Trust|Alliance|Network|Association|Federation|Charity|Partnership|Action|Campaign|Collective)\b(?:\s+(?:School|Academy|College))?"
    r"|GMB|NSPCC|NEU|NASUWT|BASW|Unison|UNISON|Unite|Mencap|Barnardo[’']s)"
)
_ITS = re.compile(
    r"(?:^|[\s(,–—])(?:[Ii]ts|whose)\s+(?:[\w’'-]+,?\s+){0,7}?(?:(?:Cllr|Councillor|Coun|Mr|Mrs|Ms|Miss|Dr|Sgt|Sir|Dame)\.?\s+)?$"
)
_COUNCILS = re.compile(
    r"\b(?:council|authority|borough|county|city)[’']s\s+(?:[\w’'&-]+,?\s+){0,12}?(?:(?:Cllr|Councillor|Coun|Mr|Mrs|Ms|Miss|Dr)\.?\s+)?$",
    re.I,
)
# offices that no party gives
_NO_PARTYS = rule(
    r"\b(?:council\s+leader|leader\s+of\s+the\s+council|heads?|head\s?teacher|director|officer|minister|principal|manager|worker|nurse|teacher|governors?|inspector|constable|executive|lecturer|cabinet\s+member|portfolio\s+holder|lead\s+member|ward\s+member)\b",
    re.I,
)
_OURS = re.compile(r"\b(?:our|we|group|shadow|opposition|candidate|spokes\w+|campaign\w*)\b", re.I)


# "the Disability Equality Forum, whose director, Ann Lee,"
_WHOSE = re.compile(
    r"\b(?:[Tt]he\s+)?(?P<body>(?:[A-Z][\w’'&-]*\s+(?:(?:of|and|for|in)\s+)?){1,6}(?:Group|Party|Union|Forum|Trust|Alliance|Network|Association|Federation|Charity|Partnership|Campaign|Collective|Board))"
    r",\s+whose\s+(?:[\w’'-]+,?\s+){0,7}?$"
)


def is_a_committee(organisation: str) -> bool:
    """Is it a committee of the council that somebody sits on?"""
    return _COMMITTEE.fullmatch(organisation) is not None


def its_body(work: Work, said: Attribution) -> str | None:
    """The body that "its" means before the name of a speaker: the one of which the paragraph tells, and no council."""
    text = work.context.text
    at, begins = _named_at(work, said)
    if at is None or _ITS.search(text, max(begins, at - 90), at) is None:
        return None
    if (whose := _WHOSE.search(text, begins, at)) is not None:
        return whose["body"]
    its = max(text.rfind(word, begins, at) for word in ("its ", "Its ", "whose "))
    found = list(_BODY.finditer(text, begins, its))
    bodies = {_led(text, m) for m in found}
    return bodies.pop() or None if len(bodies) == 1 else None


def council_of_its(work: Work, said: Attribution) -> str | None:
    """ "We visited Torbay. Its director, Ann Lee, told us": the one council that the words before "its" name last."""
    text = work.context.text
    at, begins = _named_at(work, said)
    if at is None or (its := _ITS.search(text, max(begins, at - 90), at)) is None:
        return None
    named = [n for n in work.beside(Span(begins, its.start() + 1)) if n.authorities and n.span.start < its.end()]
    before = [each for each in named[-1].authorities if each.span.end <= its.end()] if named else []
    slugs = {slug for each in before for slug in each.slugs}
    return slugs.pop() if len(slugs) == 1 else None


_COUNTERPART = re.compile(
    r"(?:counterpart|opposite\s+number|equivalent|predecessor|successor)\b(?:\s+(?:in|at|of|for)\s+(?P<where>[^,;]+))?",
    re.I,
)


# "Both councils share a director, Ann Lee": she is of neither alone
_OF_BOTH = re.compile(
    r"\b(?:[Bb]oth|[Tt]he\s+(?:two|three))\s+(?:councils|authorities|boroughs|counties|cities)\s+(?:share|have)\b[^.;]*$"
)


def is_elsewhere(work: Work, said: Attribution) -> bool:
    """Does somebody hold an office at another place than the council named last, which no name of a council tells?

    "Norfolk, by contrast, must improve; its director, Ann Lee, said", "her counterpart in Kendal, Bo Day".
    """
    if said.role is not None and (other := _COUNTERPART.match(said.role)) is not None:
        return not other["where"] or not called(other["where"], work.context.catalogue)
    text = work.context.text
    at, begins = _named_at(work, said)
    if at is not None and _OF_BOTH.search(text, max(begins, at - 110), at) is not None:
        return True
    if at is None or (its := _ITS.search(text, max(begins, at - 90), at)) is None:
        return False
    before = [each for n in work.beside(Span(begins, its.start() + 1)) for each in n.authorities]
    before = [each for each in before if each.span.end <= its.end()]
    since = before[-1].span.end if before else begins
    home = {work.context.home[0]} if work.context.home is not None else set()
    own = home | set(before[-1].slugs if before else ())
    return names_another_place(text, Span(since, its.start() + 1), work.context.catalogue, own)


def _led(text: str, m: re.Match[str]) -> str:
    """The body told of, unless it is a council, a thing without a name, or only what another belongs to."""
    if _GOVERNED.search(text, max(0, m.start() - 12), m.start()) or m["council"]:
        return ""
    return m["body"] or (m.group() if m.group().isalpha() else "")


_GOVERNED = re.compile(r"\b(?:of|by|to|for|with|from|in|at|on)\s+(?:the\s+)?$", re.I)


# a party's or a group's leader may be called no more than that
_MAY_BE_A_GROUPS = re.compile(
    r"(?:(?:deputy|joint|co-?)\s+)?(?:leader|chair(?:man|woman|person)?|whip|spokes(?:man|woman|person))", re.I
)
_A_GROUP = re.compile(
    r"\b(?:group|party|opposition|Opposition|Labour|Tory|Tories|Conservatives?|Lib\s+Dems?|Liberal\s+Democrats?|Greens|Reform|Independents?)\b"
)


def leads_a_group(work: Work, said: Attribution) -> bool:
    """Is a bare "leader" named in a sentence that has told of a party or a group, and so perhaps that group's?"""
    at, begins = _named_at(work, said)
    if at is None or _MAY_BE_A_GROUPS.fullmatch(said.role or "") is None:
        return False
    text = work.context.text
    since = text.rfind(". ", begins, at)
    if text.startswith("Its ", since + 2):  # "The opposition has its own colour. Its leader, Cllr Lee, said"
        since = text.rfind(". ", begins, since)
    return _A_GROUP.search(text, max(begins, since), at) is not None


def is_the_leader(work: Work, said: Attribution) -> bool:
    """Is somebody called "The Leader" on a party's page, who may be the council's?"""
    at, begins = _named_at(work, said)
    if at is None or (said.role or "") != "Leader":
        return False
    return re.search(r"\bThe\s+Leader\b", work.context.text[max(begins, at - 60) : at]) is not None


def is_of_no_party(work: Work, said: Attribution) -> bool:
    """Does somebody on a party's page speak in an office of a council, a school or a service?"""
    office = said.role or ""
    if _NO_PARTYS.search(office) and not _OURS.search(office):
        return True
    at, begins = _named_at(work, said)
    return at is not None and _COUNCILS.search(work.context.text, max(begins, at - 110), at) is not None


_PARTIES = (("labour",), ("conservative", "tory", "tories"), ("lib",), ("green",), ("reform",))


def is_of_another_party(office: str, group: str) -> bool:
    """Does an office name a party that is not the one whose page it is?"""
    named = [words for words in _PARTIES if any(re.search(rf"\b{word}", office, re.I) for word in words)]
    return bool(named) and not any(re.search(rf"\b{word}", group, re.I) for words in named for word in words)


def under_its_own(work: Work, at: int) -> bool:
    """ "WHAT WE SAY": does the heading above speak of the page's own party?"""
    document = work.context.document
    here = document.segment_at(at)
    above = document.segments[here.heading] if here is not None and here.heading is not None else None
    return above is not None and re.search(r"\b(?:we|our|us)\b", above.span.of(document.text), re.I) is not None


def under_another_party(work: Work, at: int, group: str) -> bool:
    """ "WHAT THE TORIES SAY", on the page of their opponents: is the heading above named after another party?"""
    document = work.context.document
    here = document.segment_at(at)
    above = document.segments[here.heading] if here is not None and here.heading is not None else None
    return above is not None and is_of_another_party(above.span.of(document.text), group)


def is_named_beside(work: Work, at: int) -> bool:
    """Does the paragraph itself, up to here, name a council?"""
    here = work.context.document.segment_at(at)
    return here is not None and any(n.authorities for n in work.beside(Span(here.span.start, at)))


def _named_at(work: Work, said: Attribution) -> tuple[int | None, int]:
    """Where the page first names a speaker, and where that paragraph begins."""
    text = work.context.text
    at = text.find(said.speaker) if said.speaker else -1
    here = work.context.document.segment_at(at) if at >= 0 else None
    return (at, here.span.start) if here is not None else (None, 0)


_ITS_OR_WHOSE = re.compile(r"\b(?:its|whose|their)\s")


def its_own(work: Work, speaker: str, at: int) -> str | None:
    """The one council named before "its director, Ann Lee" in the sentence that names her."""
    about = work.context
    where = about.text.rfind(speaker, max(0, at - 900), at)
    for named in work.beside(Span(where, where + 1)) if where >= 0 else ():
        before = [one for one in named.authorities if one.span.end <= where]
        if before and _ITS_OR_WHOSE.search(about.text, before[-1].span.end, where):
            slugs = {on_day(one, about.catalogue, about.anchor, about.anchor) for one in before} - {None}
            return slugs.pop() if len(slugs) == 1 else None
    return None


_IN_A_PLACE = re.compile(
    r"\W*(?:(?:But|And|While|Meanwhile),?\s+)?(?:[Oo]ver\s+|[Dd]own\s+|[Uu]p\s+)?(?:In|in|At|at|From|from)\s+(?:neighbouring\s+|nearby\s+)?(?:the\s+)?"
)


def where_it_opens(work: Work, said: Attribution, at: int) -> str | None:
    """The one council with which the sentence opens: "In Derby, director Ann Lee said"."""
    about = work.context
    if said.span is None:
        return None
    for named in work.beside(Span(said.span.start, said.span.start + 1)):
        before = [one for one in named.authorities if one.span.end <= said.span.start]
        if len(before) == 1 and _IN_A_PLACE.fullmatch(about.text, named.span.start, before[0].span.start):
            return on_day(before[0], about.catalogue, about.anchor, about.anchor)
    return None


RUNS = rule(r"(?:runs|heads|leads|manages|oversees|is\s+in\s+charge\s+of)\b")
_A_NAME = re.compile(r"[A-Z][\w\-]+(?:\s+(?:(?:and|of|upon|with|on)\s+)*[A-Z][\w\-]+)*")


def council_in(work: Work, office: str) -> str | None:
    """The one council of those told of that an office names: "runs Kent's service"."""
    told = {slug for e in work.events for slug in e.slugs}
    for m in _A_NAME.finditer(office):
        named = told & set(called(re.sub(r"[’']s$", "", m.group()), work.context.catalogue))
        if len(named) == 1:
            return next(iter(named))
    return None


_TURNS_TO = re.compile(
    r"(?:[.!?:]\s+|^\W*)(?:(?:And|But|Now|Then|First|Next|So|Meanwhile|Which)\s+)?(?:[Tt]ake|In|Over\s+in|At|For|To|Elsewhere\s+in|leaves|brings\s+us\s+to)\s+$",
    re.M,
)


def turned_to_another(work: Work, slug: str, at: int) -> bool:
    """ "In Norfolk the news was worse.", right above: has a story turned from its own council to another?"""
    about = work.context
    here = about.document.segment_at(at)
    before = next((n for n in reversed(work.named[: work.before(at)]) if n.authorities), None)
    if here is None or before is None or here.index - before.segment.index > 3:
        return False
    above = [n for n in work.beside(before.segment.span) if n.span.start < at]
    if any(slug in each.slugs for n in above for each in n.authorities):
        return False
    return any(
        _TURNS_TO.search(about.text, n.segment.span.start, each.span.start) for n in above for each in n.authorities
    )
