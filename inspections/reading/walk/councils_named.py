"""The councils that a sentence names, as they were on the day, without those named only beside."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.authorities import BESIDE, Named, on_day
from inspections.reading.dates.mentions import Mention
from inspections.reading.facts import Warned
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.work import Work
from inspections.text import Span

JOINT = rule(
    r"\b(?:joint|jointly|shares?|shared|combined|(?:runs|provides|operates)\s+(?:jointly\s+|together\s+)?with|works\s+across|run\s+between|between\s+them"
    r"|(?:run|provided|delivered)\s+by\b[^.;]{5,120}\btogether|(?:run|ran|provided?|operated?|delivered?|managed?)\s+(?:(?!but\b|separate|own\b|was\b|were\b)[\w’'-]+\s+){0,6}?(?:together|jointly|between\s+them|as\s+one)\b|belongs\s+to|single\s+(?:(?!and\b|for\b|of\b)[\w’'-]+\s+){0,4}?service|works\s+for\s+(?:the\s+)?(?:two|three|four|five|six)\s+(?:councils|boroughs|authorities)\b|serves|covers|covering|serving|(?:one|the\s+same|a\s+common)\s+(?:(?!and\b|for\b|of\b|in\b|other\b)[\w’'-]+\s+){0,4}?(?:service|team|agency)|partnership\s+between"
    r"|on\s+behalf\s+of\s+(?:both|the\s+(?:two|three|four))\b)\b",
    re.I,
)


# "the Leeds and Bradford Youth Justice Service": one service of them all, by its name
_ONE_SERVICE = re.compile(r"\s+(?:[A-Z][\w’'-]+\s+){1,5}(?:Service|Partnership|Team|Trust|Agency)\b")


def together(text: str, listed: list[tuple[str, Span]], span: Span) -> bool:
    """Do these councils, named in one list, have one service between them?"""
    return JOINT.search(span.of(text)) is not None or _ONE_SERVICE.match(text, listed[-1][1].end) is not None


def slugs_of(work: Work, names: tuple[Named, ...], mention: Mention | None) -> list[tuple[str, Span]]:
    about = work.context
    out = []
    for n in names:
        earliest = mention.earliest if mention is not None and mention.known else None
        latest = mention.latest if mention is not None and mention.known else about.limit
        slug = on_day(n, about.catalogue, earliest or None, latest) or on_day(
            n, about.catalogue, about.anchor, about.anchor
        )
        if slug is None and about.home is not None and about.home[0] in n.slugs:
            slug = about.home[0]
        if slug is not None:
            out.append((slug, n.span))
        else:
            work.warnings.append(
                Warned("unknown-name", "this name is of several councils, and the date does not say which", n.span)
            )
    return out


def taking_part(text: str, named: Naming) -> tuple[Named, ...]:
    """The councils of a sentence without those only named beside: a partner, a neighbour, a former employer."""
    first = named.authorities[0] if named.authorities else None
    return tuple(
        n
        for n in named.authorities
        if not _NEITHER.search(text, named.span.start, n.span.start)
        if not _NOT_IT.search(text, named.span.start, n.span.start)
        if not only_ran_it(text, named, n)
        if n is first or first is None or not _in_aside(text, first.span.end, n.span, named.span.end)
        if not _AFTER_THEIRS.search(text[max(named.span.start, n.span.start - 45) : n.span.start])
        or not rules.match(
            r"(?:[’']s?)?(?:\s+(?:[Cc]ity|[Cc]ounty|[Bb]orough))?(?:\s+[Cc]ouncil)?(?:[’']s?)?(?:\s+(?:own\s+)?(?:report|visit|inspection|verdict|result|turn)s?)?"
            r"(?:\s+(?:came|was|were|had)\b|\s*(?:[,;).]|$))",
            text[n.span.end : n.span.end + 40],
        )
        if not _runs_anothers(text, named, n)
        if rules.match(r",?\s+whose\b", text[n.span.end : n.span.end + 9])
        or _SINCE_ITS_SERVICES.match(text, max(named.span.start, n.span.start - 6), named.span.end)
        or (
            _SINCE_SERVICES_IN.search(text, max(named.span.start, n.span.start - 60), n.span.start)
            and _WERE.match(text, n.span.end, named.span.end)
        )
        or (
            not BESIDE.search(text[max(named.span.start, n.span.start - 45) : n.span.start])
            and not rules.match(r"[’']s?\s+(?:neighbours?|rivals?)\b", text[n.span.end : n.span.end + 14])
        )
    )


# "Since children's services in Slough were judged inadequate, inspectors have"
_SINCE_SERVICES_IN = re.compile(
    r"\b[Ss]ince\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}(?:services?|social\s+care|department)\s+(?:in|at|of)\s+(?:the\s+)?$"
)
_WERE = re.compile(r"\s+(?:(?:[Cc]ity|[Cc]ounty|[Bb]orough|[Cc]ouncil)\s+)*(?:was|were|had\s+been)\s")
# "the fourth visit since Slough's children's services were rated inadequate": what the clause tells is of it
_SINCE_ITS_SERVICES = re.compile(
    r"since\s[A-Z][\w’'-]+(?:\s[\w’'-]+){0,3}?[’']s?\s(?:own\s)?(?:(?:adult|children|social|youth|adult[’']?s|children[’']s)\s)?(?:[\w-]+\s)?services\s+(?:was|were|had\s+been)\s"
)


def _runs_anothers(text: str, named: Naming, council: Named) -> bool:
    """ "Services in Rochdale run by Bolton Council": does it run what another council, named before it, has?"""
    if not text[named.span.start : council.span.start].rstrip().endswith(_LAST_OF_RUN_BY):
        return False
    return any(
        _RUN_BY.fullmatch(text, each.span.end, council.span.start)
        for each in named.authorities
        if each is not council and each.span.end < council.span.start
    )


# "neither Bury nor Tameside took part"
_NEITHER = re.compile(
    r"\b[Nn]either\s+(?:(?:in|of|at|for)\s+)?(?:the\s+)?(?:[^.;:,]{2,45}?\s+nor\s+(?:(?:in|of|at|for)\s+)?(?:the\s+)?)?$"
)


# "a certain borough, not Haringey, has been rated", "a board that will be replaced by the Bury and Bolton Partnership"
_NOT_IT = re.compile(
    r"(?:,|\(|[–—])\s*(?:(?:and|but|though|certainly|emphatically)\s+)?not\s+(?:(?:in|at|of|for)\s+)?(?:the\s+)?$"
    r"|\b(?:separate(?:ly)?|independent(?:ly)?|distinct|demerged)\s+(?:from|of)\s+(?:the\s+)?$"
    r"|\b(?:except(?:ing)?|other\s+than|bar|save)\s+(?:(?:for|that|those|the\s+one)\s+)?(?:(?:on|of|for|in|at)\s+)?(?:the\s+)?$"
    r"|\b(?:replaced|succeeded|superseded|absorbed|swallowed)\s+(?:[^.;]{0,40}\s)?by\s+(?:the\s+|an?\s+)?(?:new\s+)?$"
    r"|\b(?:county|council|city|borough|authority|it|they|we)\s+(?:\w+\s+)?(?:asked|invited|hired|commissioned|paid)\s+(?:the\s+)?$"
)


# "in 2014, when it was being run by Hampshire County Council": of the one that was run
_RUN_THEN_BY = re.compile(
    r"\b(?:when|while|whilst|as|because|before|after|until|since|at\s+(?:a|the)\s+time(?:\s+when)?)\s+"
    r"(?:it|they|these|the\s+(?:\w+\s+)?(?:council|county|city|borough|island|authority|department|services?)|services|children[’']s\s+services)\s+"
    r"(?:(?:was|were|had|been|is|are|being|still|then|jointly|temporarily|already|first|to\s+be)\s+)+"
    r"(?:run|managed|led|overseen|operated|supported|helped|advised|propped\s+up|taken\s+over)\s+by\s+(?:the\s+)?(?:neighbouring\s+|nearby\s+)?$"
)


def only_ran_it(text: str, named: Naming, council: Named) -> bool:
    """Is a council named only as the one that ran another's services at the time told of?"""
    return _RUN_THEN_BY.search(text, named.span.start, council.span.start) is not None


# "Members have been in talks with Plymouth, which was judged good": of Plymouth that clause tells, and nothing more
_WITH_ONE = re.compile(
    r"\w[^.;:]{8,}\b(?:with|from|alongside|like|unlike|than|between|to\s+work\s+with|lent\s+to|joined|tribute\s+to|thanks\s+to|thank(?:s|ed)|prais(?:es|ed)|credit(?:s|ed)|congratulat(?:es|ed))\s+(?:neighbouring\s+|nearby\s+)?$"
    r"|\W*(?:It|They|This|We)\s+(?:was|were|is|are)\s+(?:led|chaired|headed|run|advised|joined)\s+by\b[^.;:]{4,60}\b(?:of|from|at|in)\s+$"
)
_WHICH_IS = re.compile(
    r"(?:[’']s?)?(?:\s+(?:City|County|Borough|Council))*,\s+(?:which|whose|where|who|itself|(?:an?|the)\s+[a-z])"
)


def told_of_in_clauses_alone(text: str, named: Naming) -> bool:
    """Does a sentence that is about something else name its councils only with a clause of their own each?"""
    first = named.authorities[0] if named.authorities else None
    if first is None or not _WITH_ONE.match(text, named.span.start, first.span.start):
        return False
    return _WHICH_IS.match(text, first.span.end, named.span.end) is not None


# "Its model had been copied from Hull to Hampshire.": the last words of a sentence that is about something else
_TO_ONE = re.compile(
    r"(?=\W*(?:Its?|They|Their|We|Our|The|This|That|These|Those|He|She|His|Her)\b)[^;:]{20,}\s(?:to|from|in|by|with|for|of|near|and|than|thanked|praised|credited|congratulated)\s+$"
)


def named_at_its_end(text: str, named: Naming) -> bool:
    """Does a sentence on the thing told of before name other councils only as its last words?"""
    first, last = named.authorities[0], named.authorities[-1]
    if text[last.span.end : named.span.end].strip(" .!?’”\"'") not in ("", "Council"):
        return False
    return _TO_ONE.match(text, named.span.start, first.span.start) is not None


def named_as_absent(text: str, named: Naming) -> bool:
    """Are all the councils of a sentence among those of which "neither" is told?"""
    return bool(named.authorities) and all(
        _NEITHER.search(text, named.span.start, n.span.start) or _NOT_IT.search(text, named.span.start, n.span.start)
        for n in named.authorities
    )


# "the service that Kingston shares with Richmond"
_SHARES_WITH = re.compile(
    r"(?:\s+Council)?\s+(?:shares|runs|provides|operates)\s+(?:jointly\s+|together\s+)?with\s+(?:the\s+)?(?:\w+\s+)?"
)


def in_one_list(text: str, found: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    run = found[:1]
    for x in found[1:]:
        between = text[run[-1][1].end : x[1].start]
        if len(between) < 40 and (
            re.fullmatch(
                r"[’']?s?(?:\s+(?!(?:has|have|had|is|was|got|gets?|with|won|lost|keeps?|kept)\b)\w+){0,2}?\s*(?:,|and|AND|&|,\s*and)\s*(?:to\s+|by\s+|for\s+)?(?:the\s+)?(?:(?!(?:not|but|never|nor|or|than)\b)\w+\s+)?",
                between,
            )
            or _SHARES_WITH.fullmatch(between)
        ):
            run.append(x)
        else:
            break
    return run if len({s for s, _ in run}) > 1 else []


_ASIDE = rule(
    r",\s+(?:which|who|whom|whose|with|alongside|together\s+with|shared\s+with|run\s+with"
    r"|(?:(?:now|once|long|much|jointly|recently)\s+)?(?:run|led|[a-z]{2,}ed)\s+(?:[a-z]+\s+){0,3}?by|unlike|like|beside|near)\s+[^,;.]*$"
)
# "inspected in January, the week after Leeds, and was rated good"
_AFTER_THEIRS = rule(
    r"\b(?:days?|weeks?|months?|years?|fortnight|hours?|time)\s+(?:after|before|behind|ahead\s+of|as|earlier\s+than)\s+(?:neighbouring\s+|nearby\s+|the\s+)?$",
    re.I,
)
# "services in Rochdale run by Bolton Council": Rochdale's
_RUN_BY = re.compile(
    r"(?:[’']s?)?(?:\s+[Cc]ouncil(?:[’']s)?)?(?:\s+(?:(?:children[’']s|adult|social|own|care|family)\s+){0,3}services?)?,?\s+(?:(?:which|that)\s+)?(?:(?:is|are|was|were|has\s+been|have\s+been)\s+)?"
    r"(?:(?:now|then|jointly|still|currently|being)\s+)?(?:run|managed|led|provided|delivered|overseen|operated)\s+(?:(?!by\b)\w+\s+){0,4}by\s+(?:the\s+)?(?:neighbouring\s+|nearby\s+)?"
)
_LAST_OF_RUN_BY = ("by", "the", "neighbouring", "nearby")


# "The council's service is one that it shares with Halton and Warrington"
IT_SHARES = re.compile(
    r"\b(?:it|we|(?:[Tt]he|[Oo]ur)\s+(?:council|county|borough|city|authority))\s+(?:now\s+)?(?:shares?|runs|has|provides)\s+(?:jointly\s+|together\s+)?with\s+(?:the\s+)?$"
)


def _in_aside(text: str, since: int, council: Span, end: int) -> bool:
    """ "Torbay's service, which it runs with Devon and Plymouth, has been rated good": of Torbay alone."""
    closed = text.find(",", council.end, end)
    return closed >= 0 and bool(_ASIDE.search(text[since : council.start]))
