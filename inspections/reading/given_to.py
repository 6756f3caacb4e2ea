"""What a grade is given to: only the grade of a council's service counts.

Inspectors judge a building, a budget or a piece of work with the same words. What a sentence gives its grade to is
found by its verb ("was rated", "rated ... as", "is") and must be a council, its service, or a pronoun that stands
for one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.by_names import is_by_name
from inspections.reading.grades.words import GRADE, JUDGED, QUOTED_GRADE
from inspections.reading.inspectorates import naming_rule
from inspections.reading.rules import rule

if TYPE_CHECKING:
    from inspections.catalogue import Catalogue
    from inspections.reading.grades.hits import GradeHit
    from inspections.reading.naming import Naming

_RELATIVE = rule(r",?\s+(?:which|who|whose\s+[\w’' ]{3,40}?)\s+(?:[\w’']+\s+){0,6}[‘“'\"]?$", re.I)
_PASSIVE = rule(
    rf"(?P<aux>\b(?:is|are|was|were|be|been|being|has|have|had|got|gets|remains?|remained)\b(?:\s+(?:been|being"
    rf"|now|also|likewise|equally|similarly|both"
    rf"|all|each|again|still|once\s+more|therefore|only|already|officially|currently|overall|previously|later|then|last"
    rf"|recently|just|today|yesterday|consistently|first|subsequently))*)\s+{JUDGED}\s+"
    r"(?:(?:to|be|been|have|as|overall|being|again|now|also|both|still|an?|in\s+the\s+category\s+of"
    r"|to\s+be\s+performing|by\s+[\w’ ]{2,40})\s+)*"
    r"[‘“'\"]?$",
    re.I,
)
_PASSIVE_FAR = rule(
    rf"(?P<aux>\b(?:(?:has|have|had)\s+(?:also\s+|now\s+)?been|is|are|was|were|been"
    rf"|be)\b(?:\s+\w+)?)\s+{JUDGED}\s+[^.;:“”]{{1,40}}$",
    re.I,
)
# "Luton's services were last inspected in 2016 and judged to require improvement"
_AND_JUDGED = rule(
    r"(?P<aux>\b(?:is|are|was|were|(?:(?:has|have|had)\s+(?:(?:not|never|now|already|since)\s+)?)?been)\s+(?:\w+\s+)?(?:re-?)?(?:inspected"
    r"|visited|assessed|reviewed)\b[^.;:“”]{0,60}?,?\s+"
    rf"(?:and|when\s+(?:it|they)\s+(?:was|were))\s+(?:\w+\s+)?{JUDGED}\s+"
    r"(?:(?:to|be|as|overall|being|again|now|also|an?)\s+)*[‘“'\"]?$)",
    re.I,
)
# "Leicestershire, assessed in January, requires improvement"
_INSPECTED_ASIDE = rule(
    r"(?:[’']s)?,\s+(?:which\s+was\s+)?(?:last\s+|most\s+recently\s+)?(?:re-?)?(?:inspected|visited"
    r"|assessed)\s+[^,.;:]{2,50},\s+"
    r"(?:(?:is|was|are|were|remains?|remained|came\s+out)\s+)?(?:still\s+|also\s+)?[‘“'\"]?$",
    re.I,
)
_ACTIVE = rule(
    rf"\b{JUDGED}\s+(?P<np>[^.;:“”]{{1,150}}?)\s+(?:(?:to\s+be|to\s+have|to|as|is|are|was|were|overall|still"
    rf"|being)\s+)*[‘“'\"]?$",
    re.I,
)
# "nothing to do with its children's services, which Ofsted judged to be"
_WHICH_THEY_JUDGED = naming_rule(
    r",?\s+(?:which|that)\s+(?:(?:the\s+)?@inspectorate|inspectors|they|the\s+(?:inspectorate|inspectors|watchdog|regulator|commission|report))\s+"
    rf"(?:(?:has|have|had|also|then|last|later|recently)\s+)*{JUDGED}\s+(?:(?:to\s+be|to|as|overall)\s+)*[‘“'\"]?$",
    re.I,
)
_COPULA = rule(
    r"(?P<aux>\b(?:is|are|was|were|remains?|remained|continue[sd]?\s+to\s+be|has\s+been|have\s+been|had\s+been|became)\b(?:\s+(?:now"
    r"|still|also|both|all"
    r"|overall|currently|again|already|no\s+longer|officially|therefore|consistently|once\s+more))*)\s+[‘“'\"]?$",
    re.I,
)
CLAUSE = rule(
    r"[.;:–—]\s|\s-\s|,\s+(?:and|but|while|whilst|when|as|where|because|although|though|so|with|after|before"
    r"|since|however)\s+|"
    r"\b(?:that|while|whilst|because|although|though|whereas|but|when|(?<!looked\s)after|before|since|if|as)\s+",
    re.I,
)
_PRONOUN = rule(
    r"^(?:(?:these|those|all|both|most)\s+)?services(?:\s+(?:there|here))?$|(?:^|\s)(?:it|they|both|each"
    r"|all|which|we|us|them|this"
    r"|these|that|who|those|one|one\s+of\s+them|the\s+(?:two|three|four|other|others|former|latter))$",
    re.I,
)
_OWN = (
    r"(?:the|this|that|its|our|their|his|her|these|those|both|your|whose(?=\s+(?:own\s+)?arrangements\b)"
    r"|[\w’'-]+[’']s?)"
)
_HEADS = rule(
    rf"(?:^|\s){_OWN}\s+(?:(?:own|overall|whole|entire|same|local|city|county|borough|metropolitan|unitary|new|old"
    rf"|former|said|council[’']s"
    r"|authority[’']s|shared|joint|combined|district|council|inspected|other|two|three)\s+)*"
    r"(?:services?|council|councils|authority|authorities|department|directorate|borough|county|city|area|areas"
    r"|partnership"
    r"|board|arrangements|provision|performance|agency|effectiveness|overall\s+effectiveness|trust)"
    r"(?:[’']s?)?(?:\s*,?\s+(?:in|for|at|of|across|as|to|which|run|provided|delivered|offered|there|here|overall"
    r"|by|within|it|serving)\b.*)?$",
    re.I,
)
_ABOUT_PARTS = rule(
    r"\b(?:overall|effectiveness|judge?ment|quality|standard|capacity|grade|rating|performance|provision|areas?"
    r"|aspects?|categor(?:y|ies)"
    r"|experiences|impact|leadership|support\s+for\s+school|help\s+and\s+protection|arrangements\s+(?:for|to)"
    r"|how\s+(?:well\s+)?[\w’' ]*"
    r"(?:council|authority)[\w’' ]*(?:meet|carry|discharg|support|perform)(?:s|ing|es)|carries)\b",
    re.I,
)
# of those the ones that mean all of a service, and so may have its grade
_ABOUT_THE_WHOLE = rule(
    r"\b(?:overall|effectiveness|judge?ments?|grades?|ratings?|performance|support\s+for\s+school"
    r"|arrangements\s+(?:for|to)"
    r"|how\s+(?:well\s+)?[\w’' ]*(?:council|authority)[\w’' ]*(?:meet|carry|discharg|support|perform)(?:s|ing|es)"
    r"|carries)\b",
    re.I,
)
_OF_SERVICE = rule(
    r"\b(?P<noun>[\w’'-]+)(?:\s+(?:given|offered|provided|available))?\s+(?:for|of|to|in|at|by|with|from|on|within|about)\s+(?:(?:the|its|our|their|all|your"
    r"|council[’']s"
    r"|local|[\w’'-]+[’']s)\s+)*$",
    re.I,
)
_FIT_NOUN = frozenset(
    (
        "quality effectiveness performance standard inspection inspections report reports judgement judgment "
        "grade rating sub-judgement sub-judgements sub-judgment sub-grade "
        "provision delivery services service councils council improvement overall outcome review arrangements "
        "assessment "
        "good outstanding inadequate adequate satisfactory exceptional attention judged rated graded found support "
        "outcomes judgements judgments grades ratings and or as well also both range most part parts areas area "
        "aspects contribution that those "
        "came comes regard relation respect "
        "some all each capacity impact experience experiences progress work contribution was were is are did had"
    ).split()
)
_AFTER_SERVICE = rule(
    r"(?:[’']s?)?(?:\s+(?:service|services|department|provision|agency|team|directorate|division|arrangements"
    r"|functions?|board))?"
    r"(?:\s*\([^)]*\))?(?:,?\s+(?:in|for|at|of|across|run|provided|delivered|offered|which|that|and|as|to|within"
    r"|under|by|overall|on|there"
    r"|here|were|was|are|is|have|has|both|all|where|when|with|since)\b.*|,.*)?",
    re.I | re.S,
)


def is_given_to_another_council(text: str, named: Naming, hit: GradeHit, left: str) -> bool:
    """ "Unlike Leeds, which was rated good": the nearest council is the one the clause is about, beside or not."""
    m = _RELATIVE.search(left)
    if m is None or hit.subjects or _WHOSE_ARRANGEMENTS.match(m.group()):
        return False
    at = hit.span.start - len(left) + m.start()
    beside = [a for a in named.authorities if 0 <= at - a.span.end <= 10]
    return bool(beside) and bool(
        _BESIDE.search(text[max(named.span.start, beside[-1].span.start - 40) : beside[-1].span.start])
    )


# "neighbouring Suffolk, whose own arrangements were found ineffective": what was found is said
_WHOSE_ARRANGEMENTS = re.compile(
    r",?\s+whose\s+(?:own\s+)?(?:[\w-]+\s+){0,2}(?:arrangements|(?:school[\s-])?improvement\s+(?:work|service))\b"
)
_BESIDE = rule(r"\b(?:unlike|like|than|with|alongside|to|from|neighbours?|neighbouring|nearby)\s+(?:the\s+)?$", re.I)
_AUX = re.compile(r"\b(?:(?:has|have|had)\s+(?:\w+\s+)?been|is|are|was|were)\s+(?:\w+\s+)?$", re.I)


def is_given_to_a_council(text: str, named: Naming, hit: GradeHit, left: str, catalogue: Catalogue) -> bool:
    """Is what the grade is given to a council or its service, or a pronoun that stands for it?"""
    base, part = hit.span.start - len(left), hit.aspect is not None
    if _FRONTED.fullmatch(text, named.span.start, hit.span.start) is not None:
        then = _THEN.match(text, hit.span.end, named.span.end)
        return then is not None and _begins_with_a_council(named, then.end())
    if (number := _ITS_NUMBER.search(left)) is not None:  # "graded 2, good"
        left = left[: number.start()] + " " * len(number.group())
    aside = _INSPECTED_ASIDE.search(left)
    if aside is not None:
        clauses = [c.end() for c in CLAUSE.finditer(left[: aside.start()])]
        begin = base + (clauses[-1] if clauses else 0)
        return _is_council_or_service(text, named, begin, base + aside.start(), catalogue, part)
    if (had := _HAD_ITS.search(left)) is not None:
        return _is_council_or_service(text, named, base + had.start("np"), base + had.end("np"), catalogue, part)
    if (which := _WHICH_THEY_JUDGED.of(catalogue).search(left)) is not None:
        named_last = [s.span.end for s in named.services if s.span.end <= base + which.start() + 1]
        if named_last and base + which.start() - named_last[-1] < 30:
            return True
        if any(
            0 <= base + which.start() - council.span.end <= _RIGHT_BEHIND
            and not _SOMETHING_THERE.search(text, named.span.start, council.span.start)
            for council in named.authorities
        ):
            return True  # "Best placed is North Tyneside, which the CQC has rated good"
    m = _AND_JUDGED.search(left) or _PASSIVE.search(left) or _PASSIVE_FAR.search(left) or _COPULA.search(left)
    if m is not None:
        before = left[: m.start("aux")]
        before = _HAD_SCORED.sub("", _HAD_CHANGED.sub("", _ALSO_INSPECTED.sub("", before)))
        aside = re.search(r",\s[^,;.]{3,90},\s*$", before)
        if aside is not None:
            if _WHICH_THEY_RUN.match(aside.group()) and any(
                aside.start() <= s.span.start - base < aside.end() for s in named.services
            ):
                return True
            before = before[: aside.start()]
        if (theirs := _THAT_THEY_RUN.search(before)) is not None and _councils_run(text, named, base, theirs):
            before = before[: theirs.start()]
        if (runs := _THAT_RUNS.search(before)) is not None:
            before = before[: runs.start("that")]  # "the firm that runs services in Slough was rated ...": the firm
        clauses = [c.end() for c in CLAUSE.finditer(before)]
        return _is_council_or_service(
            text, named, base + (clauses[-1] if clauses else 0), base + len(before), catalogue, part
        )
    m = _ACTIVE.search(left)
    aux = _AUX.search(left[: m.start()]) if m is not None else None
    if m is not None and aux is not None:  # "Wigan was found to be good for one thing, good for another"
        clauses = [c.end() for c in CLAUSE.finditer(left[: aux.start()])]
        begin = base + (clauses[-1] if clauses else 0)
        # "leadership was judged good and services for others outstanding"
        too = None if part else _AND_OF.search(m["np"])
        if too is not None and _is_council_or_service(
            text, named, base + m.start("np") + too.end(), base + m.end("np"), catalogue
        ):
            return True
        return _is_council_or_service(text, named, begin, base + aux.start(), catalogue, part)
    if m is not None:
        begin = base + m.start("np")
        that = _THAT_NOW.fullmatch(m["np"])
        if that is not None:  # "found that services now require improvement"
            begin, end = begin + that.start("np"), begin + that.end("np")
            return _is_council_or_service(text, named, begin, end, catalogue, part)
        before = QUOTED_GRADE.split(m["np"], maxsplit=1)[0]  # "rated it good for one thing and outstanding for another"
        if _is_council_or_service(text, named, begin, begin + len(before), catalogue, part):
            return True
        after = _AND_OF.search(m["np"], len(before))  # "safeguarding to be adequate and services for others to be good"
        return after is not None and _is_council_or_service(
            text, named, begin + after.end(), begin + len(m["np"]), catalogue, part
        )
    return True


# "Having been judged inadequate in 2014, children's services in Bury were": what was judged stands behind
_FRONTED = re.compile(
    r"\W*(?:(?:[Hh]aving(?:\s+(?:first|previously|already|also|once))?\s+been|(?:[Aa]fter|[Dd]espite)\s+(?:having\s+been|being)|[Oo]nce|[Ff]irst|[Ll]ast|[Pp]reviously)\s+)?"
    r"(?:[Jj]udged|[Rr]ated|[Gg]raded|[Ff]ound|[Dd]eemed)\s+(?:to\s+be\s+|to\s+|as\s+)?[‘“'\"]?"
    r"(?:[\w\s]{3,36}?[’”'\"]?\s+in\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d,?\s+(?:and|but)\s+(?:then\s+)?(?:to\s+be\s+|to\s+|as\s+)?[‘“'\"]?)?"
)
_THEN = re.compile(r"[’”'\"]?(?:\s+[^,.;:]{2,70})?,\s+(?:the\s+)?")


def _begins_with_a_council(named: Naming, at: int) -> bool:
    """Does the name of a council or of its service begin at this place, or nearly?"""
    places = [*(each.span.start for each in named.authorities), *(each.span.start for each in named.services)]
    return any(at <= place <= at + 4 for place in places)


# "The Trent Partnership, which the two councils have run as one adult learning service since 2018,"
_WHICH_THEY_RUN = re.compile(
    r",\s+which\s+(?:the\s+[\w\s]{4,40}?|both\s+(?:councils|boroughs|authorities))\s+(?:(?:have|has|now|jointly|together)\s+)*(?:run|share|provide|operate)s?\s+"
    r"(?:together\s+|jointly\s+)?as\s+(?:one|an?)\s"
)
_RIGHT_BEHIND = 1
_SOMETHING_THERE = re.compile(r"\b(?:in|at|near|of|from|for|across|around|by|to|with|on|into|and|or)\s+(?:the\s+)?\Z")
_ITS_NUMBER = re.compile(r"(?<=d)\s+(?:an?\s+)?(?:[Gg]rade\s+)?[1-4](?:,|\s+[–—-])\s+(?=[‘“'\"]?$)")
# "Kent had its children's services rated good"
_HAD_ITS = rule(
    rf"\b(?:had|has|have|saw|seen|sees)\s+(?P<np>(?:its|their|the|our)\s+[^.,;:“”]{{3,80}}?)\s+(?:[a-z]+ly\s+|also\s+)?"
    rf"{JUDGED}\s+(?:(?:to|be|as|overall|an?)\s+)*[‘“'\"]?$",
    re.I,
)
# "Kent, which I know better, was inspected in 2016 and was found ...": both are told of the same
_ALSO_INSPECTED = re.compile(
    r"\s+(?:was|were|(?:has|have|had)\s+been)\s+(?:\w+\s+)?(?:inspected|visited|assessed"
    r"|reviewed)\b[^,;.]{0,60}\s+and\s+$"
)
_THAT_RUNS = re.compile(
    r"\b(?:firm|company|charity|trust|provider|agency|group|contractor|business|organisation|woman|man|person|director|team)\s+"
    r"(?P<that>(?:that|which|who)\s+(?:\w+\s+)?(?:runs?|ran|provides?|delivers?|operates?|manages?|oversees?|supports?|advises?|works?\s+(?:with|for))\b"
    r"[^,;.]*$)"
)
# "the youth justice service that Middlesbrough and Redcar and Cleveland councils run together": theirs, and no other's
_THAT_THEY_RUN = re.compile(
    r"\s+(?:that|which)\s+(?P<who>[^,;.]{3,120}?)\s+(?:(?:jointly|together|both|now|also)\s+)*(?:runs?|shares?|provides?|operates?)"
    r"(?:\s+(?:together|jointly|between\s+them|in\s+common))?\s*$"
)
_COUNCILS_LAST = re.compile(
    r"(?:[’']s?)?(?:\s+(?:city|county|borough|metropolitan))*(?:\s+(?:councils?|authorities))?", re.I
)


def _councils_run(text: str, named: Naming, base: int, theirs: re.Match[str]) -> bool:
    """Is a service told of by the councils that run it, and by nobody else?"""
    at, end = base + theirs.start("who"), base + theirs.end("who")
    councils = [c.span for c in named.authorities if at <= c.span.start and c.span.end <= end]
    service = any(0 <= base + theirs.start() - s.span.end <= 1 for s in named.services)
    lead = text[at : councils[0].start] if councils else "-"
    return (
        service and lead.strip().lower() in ("", "the") and bool(_COUNCILS_LAST.fullmatch(text, councils[-1].end, end))
    )


# "services had improved and were now good"
_HAD_CHANGED = re.compile(r"\s+(?:has|have|had)\s+(?:\w+\s+){1,4}and\s+$")
# "services scored 13 out of 36 and were"
_HAD_SCORED = re.compile(
    r"\s+(?:(?:has|have|had|was|were)\s+(?:been\s+)?)?(?:scored|given|awarded|got|received|achieved|earned)\s+(?:(?:an?|the|its|overall|total|just|only)\s+)*"
    r"(?:score\s+of\s+)?\d+\b[^,;]{0,40},?\s+and\s+$"
)
_THAT_NOW = re.compile(r"that\s+(?P<np>[^.;:]{3,70}?)(?:\s+(?:now|still|again|also|already))*", re.I)
_AND_OF = re.compile(rf"\b(?:{GRADE})[’”'\"]?,?\s+(?:and|but|while)\s+(?:that\s+|those\s+)?", re.I)
_COUNCILS_OWN = re.compile(
    r"(?:s?\s*(?:\w+\s+)?(?:council|services?|authority|area|partnership|arrangements|provision)?|\([^)]*\)|,.*)", re.I
)
_NAME_LAST = re.compile(r"(?:(?<=\s)[A-Z][\w’'-]*\s*)+$")
# "the premises used by children's services in Leeds", "one social worker in Leeds": not the council
_USED_BY = re.compile(
    r"\b(?:premises|buildings?|offices?|rooms?|equipment|software|training|records?|recording|staff(?:ing)?|workers?|managers?|nurses?|teachers?|teams?|drivers?"
    r"|person|firm|company|charity|consultants?)\b[^,;.]*\b(?:in|at|of|for|from|by)\s+(?:the\s+)?$",
    re.I,
)


def _is_council_or_service(
    text: str, named: Naming, begin: int, end: int, catalogue: Catalogue, part: bool = False
) -> bool:
    """Do the words before a verb name a council or its service, or stand for one?"""
    words = text[begin:end].strip(" ,‘’“”'\"()")
    comma = words.rfind(", ")
    if comma > 0 and _is_council_or_service(
        text, named, end - len(text[begin:end].lstrip()) + comma + 2, end, catalogue, part
    ):
        return True
    if not words or _PRONOUN.search(words) or catalogue.authorities_named(words):
        return True
    if is_by_name(words, catalogue):
        return True
    for service in named.services:
        if begin - 60 <= service.span.start and service.span.end <= end + 1 and service.span.end > begin:
            whose = [c for c in named.authorities if 0 <= service.span.start - c.span.end < 6]  # "Leeds City Council's"
            until = whose[-1].span.start if whose else service.span.start
            before = text[max(named.span.start, until - 60) : until]
            behind = text[service.span.end : end].rstrip(" ,’”'\"")
            if (_AFTER_SERVICE.fullmatch(behind) or catalogue.authorities_named(behind.strip())) and (
                not is_of_something_narrower(before) or service.span.start < begin
            ):
                return True
    for council in named.authorities:
        if begin <= council.span.start and council.span.end <= end:
            after = text[council.span.end : end].strip(" ,’”'\"")
            before = text[begin : council.span.start]
            served = any(begin <= each.span.start < council.span.start for each in named.services)
            served = served or any(begin <= each.span.start < council.span.start for each in named.authorities)
            other = not served and not (part and _ABOUT_PARTS.search(before)) and is_something_there(before, catalogue)
            if _COUNCILS_OWN.fullmatch(after) and not _USED_BY.search(before) and not other:
                return True
    head = _HEADS.search(words)
    if head is not None:
        return not is_of_something_narrower(_NAME_LAST.sub("", words[: head.start()]) + " ")
    return bool(_ABOUT_THE_WHOLE.search(words) or (part and _ABOUT_PARTS.search(words)))


# "maternity services in Leeds": of a kind that no inspection of a council is of
_SERVICE_OF_A_KIND = re.compile(
    r"(?P<kind>[\w’'-]+)\s+(?:service|services|team|unit|department)\s+(?:for|of|to|in|at|within)\s+(?:the\s+)?$", re.I
)
_OF_NO_KIND = frozenset(
    "the its our their his her these those this that both all such local council borough county city district same "
    "own new old former whole entire overall shared joint combined key main core other two three and or inspected "
    "said family families statutory frontline front-line council's county's city's borough's authority's".split()
)


def is_something_there(before: str, catalogue: Catalogue) -> bool:
    """ "The surgery in", before a council's name: does it say that something else was judged than the council?"""
    service = _SERVICE_OF_A_KIND.search(before)
    if service is not None:
        kind = service["kind"].lower().replace("’", "'")
        return kind not in _OF_NO_KIND and kind not in _words_of_services(catalogue)
    return is_of_something_narrower(before)


_WORDS_OF_SERVICES: dict[int, tuple[Catalogue, frozenset[str]]] = {}


def _words_of_services(catalogue: Catalogue) -> frozenset[str]:
    """The words that the names of councils' services are made of."""
    held = _WORDS_OF_SERVICES.get(id(catalogue))
    if held is None:
        names = (name for each in catalogue.services.values() if not each.setting for name in each.names)
        words = frozenset(word.strip(",").replace("’", "'") for name in names for word in name.lower().split())
        held = _WORDS_OF_SERVICES[id(catalogue)] = (catalogue, words)
    return held[1]


# "All the other judgements were good apart from the one on care leavers"
_THE_ONE_ON = re.compile(
    r"\b(?:judge?ments?|grades?|ratings?|marks?|verdicts?|areas?|parts?|ones|all|everything)\b[^.;:]{0,50}?\s(?:apart\s+from|except(?:\s+for)?|bar|but|save|other\s+than|with\s+the\s+exception\s+of|and|while)\s+the\s+(?:(?:single|other|last|only)\s+)?one$"
)


def is_of_something_narrower(before: str) -> bool:
    """ "The pace of", "case files in": do the words before a service name something of it that is no part inspected?"""
    noun = _OF_SERVICE.search(before)
    if noun is not None and _THE_ONE_ON.search(before, 0, noun.end("noun")):
        return False
    return noun is not None and noun["noun"].lower().strip("’'-") not in _FIT_NOUN
