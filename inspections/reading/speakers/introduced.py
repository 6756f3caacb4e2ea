"""In what office a page tells of somebody, wherever on the page it does: one person, one office, one organisation."""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.people import subject
from inspections.reading.people.first_names import sex_of
from inspections.reading.people.names import is_name
from inspections.reading.people.objects import object_of
from inspections.reading.people.roles import OFFICE, TITLE
from inspections.reading.people.subject import Subject
from inspections.reading.rules import rule
from inspections.reading.segments import Segment
from inspections.reading.speakers.attribution import Attribution, Place
from inspections.reading.speakers.office_beside import office_beside
from inspections.reading.speakers.sentences import sentence_start, sentences_of

_MOST_MENTIONS = 12
_LONGEST = 240  # characters after a name in which its office is looked for
_PARTICLE = r"(?:de|van|von|der|den|al|bin|la|le|du|ap|da|di|del|dos|el|ben|ibn|ter|ten|of)(?=\s)"
_WHOLE = rf"(?P<name>[A-Z][A-Za-z’'\-]+(?:\s+(?:[A-Z]\.?|{_PARTICLE}|[A-Z][A-Za-z’'\-]+)){{0,2}}?\s+"
# "Ann Lee is the chair of the forum", "Ann Lee chairs the forum", "Ann Lee took the job of director in May"
_IS = rule(
    r"\s+(?:(?:is|has\s+been|(?:took|got|was\s+given|started|began)\s+(?:the|her|his)\s+(?:job|post|role)\s+(?:of|as)|took\s+over\s+as|took\s+up\s+(?:the|her|his|a)\s+(?:(?:new\s+)?(?:job|post|role|position))\s+(?:of|as)|(?:serves|works|acts|has\s+served|has\s+worked)\s+as|was\s+(?:appointed|named|elected|made|hired|recruited|(?:brought|drafted|parachuted)\s+in)(?:\s+as)?"
    r"|was\s+(?!not\b)[^.;:“”\"]{3,80}?\s+and\s+is\s+now|became|(?:arrived|started|joined)\s+as)\s+(?P<what>[^.;:“”\"]{3,160})"
    r"|(?P<does>(?:chairs|co-chairs|leads|heads|runs|manages|oversees|co-?ordinates|fronts|speaks\s+for|looks\s+after|holds|has\s+held)\s+[^.;:“”\"]{3,160}))"
)
# an office that is held, and neither wished for nor somebody else's
_OFFICE_HELD = rule(
    r"(?:(?:also|now|currently|still)\s+)*(?:(?:the|an?|its|our|their)\s+)?(?!(?:next|future|would-be|prospective)\b)"
    r"(?:[\w’'\-]+\s+){0,7}?(?P<office>[\w\-]+)(?=\s+(?:of|for|at|from|in|with|to|on|and|responsible)\b|\s*[,(–—]|\s*$)"
)
_NOT_HELD = re.compile(r"\b(?:not|never|tipped|expected|likely|set|due|said|hoping|going|one\s+of)\b")
_LOOKED_AFTER = rule(
    r"\b(?:services?|team|group|forum|board|committee|council|partnership|trust|department|authority|network|union"
    r"|charity|opposition|school|college|campaign|association|alliance|inspectorate|federation|portfolio|brief)\b",
    re.I,
)
_ENDS = re.compile(
    r",?\s+(?:and|but|who|which|while|where|since|until|after|before|when|(?:\w+\s+)?(?:days|weeks|months|years)\s+(?:after|before|ago|later)|(?:in|on)\s+(?:the\s+)?(?:last|this|\d+|spring|summer|autumn"
    r"|winter|January|February|March|April|May|June|July|August|September|October|November|December))(?:[\s,].*)?$|\s[–—-]\s.*$",
    re.S,
)
# "We said that | the council leader, Ann Lee, had": where an office before a name may begin
_THE = re.compile(r"\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir)\s")
_MARKED = re.compile(r"[“\"][^“”\"]{0,900}[”\"]")


def introduced(document: Document, name: str) -> Attribution | None:
    """Somebody with the office and the organisation that the page gives them; None when it gives none, or several."""
    return document.once(("introduced", name), lambda: _introduced(document, name))


def _introduced(document: Document, name: str) -> Attribution | None:
    last = name.split()[-1]
    if len(last) < 3:
        return None
    whole = re.compile(rf"(?:(?:{TITLE.pattern})\s+)*{_WHOLE}{re.escape(last)})(?![\w’'\-]*\w)")
    found: list[Subject] = []
    names: set[str] = set()
    mentions = 0
    for s in document.body:
        words = s.span.of(document.text)
        if last not in words or len(words) > 6000 or _A_LIST.match(words):
            continue
        for stop, m, then in _mentions(s, words, whole):
            told = m["name"]
            if _LAST_ALONE.fullmatch(told):
                if _ANOTHER_ONE.match(stop, m.end()):
                    return None  # "Mr Lee, a porter": somebody else of the name
                continue  # "Mr Lee": whichever of the name is meant
            if not is_name(told) or (" " in name and told != name):
                names |= {told} if is_name(told) else set()
                continue
            names.add(told)
            mentions += 1
            if mentions > _MOST_MENTIONS:
                return None
            who = office_of(stop, m, document.catalogue)
            if who is None and then and told.split()[-1] == last:
                who = _told_next(stop, m, then, document.catalogue)
            if who is not None and who.name and who.name.split()[-1] == last:
                found.append(replace(who, role=_TITLE_OPENS.sub("", who.role)) if who.role else who)
    return _agreed(found) if len(names) == 1 else None


_TITLE_OPENS = re.compile(rf"\s*\((?:(?:{TITLE.pattern})\s*)*$")  # "the Director (Ms Ann Lee)"
_ANOTHER_ONE = re.compile(r",\s+an?\s+[a-z]")
_LAST_ALONE = re.compile(rf"(?:(?:{TITLE.pattern})\s+)+\S+")
# those present: "(Chair), Councillor Bo Hill" gives Councillor Hill no office
_A_LIST = rule(
    r"(?:Also\s+|Members\s+|Officers\s+)?(?:Present|In\s+attendance|Attending|Members|Officers|Apologies)\b[^.;\n]{0,30}:",
    re.I,
)


def _mentions(s: Segment, words: str, whole: re.Pattern[str]) -> list[tuple[str, re.Match[str], str]]:
    """The sentences of a paragraph, without what stands in marks, that name somebody in full; each with the next."""
    plain = _MARKED.sub(lambda m: "“" + "-" * (len(m.group()) - 2) + "”", words)
    stops = sentences_of(plain)
    return [(stop, m, then) for stop, then in zip(stops, [*stops[1:], ""], strict=True) for m in whole.finditer(stop)]


_SHE = re.compile(r"\W*(?P<who>She|He)(?=\s)")


def _told_next(stop: str, m: re.Match[str], then: str, catalogue: Catalogue) -> Subject | None:
    """ "I met Ann Lee. She leads the Labour group": the office of the only one named before."""
    she = _SHE.match(then)
    if she is None or _IS.match(then, she.end()) is None:
        return None
    others = _CAPITALS.finditer(stop[: m.start()] + " , " + stop[m.end() :])
    if any(is_name(each.group()) for each in others) or sex_of(m["name"]) not in ("", she["who"].lower()):
        return None
    stands_for = re.compile(r"(?P<name>.+)").fullmatch(m["name"])
    assert stands_for is not None
    return office_of(m["name"] + then[she.end() :], stands_for, catalogue)


_CAPITALS = re.compile(r"[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][’A-Z]*[a-z][\w’'\-]*)+")


def office_of(stop: str, m: re.Match[str], catalogue: Catalogue) -> Subject | None:
    """The office that one sentence gives to the one it names: after the name, before it, or with a verb."""
    following = stop[m.end() : m.end() + _LONGEST]
    named = stop[m.start() : m.end()]
    if is_so := _IS.match(following):
        what = _ENDS.sub("", is_so["does"] or is_so["what"]).rstrip(" ,")
        told = f"who {what}" if is_so["does"] else what
        who = subject(f"{named}, {told}", catalogue) if _holds(what, is_so["does"] is not None) else None
        if who is not None and who.name and who.role:
            return who
    if following.startswith((",", " (")):
        who = object_of(stop[m.start() : m.end() + _LONGEST].split("“", 1)[0], catalogue)
        if who is not None and who.name and who.role:
            return who
    before = stop[sentence_start(stop[: m.start()]) : m.end()]
    if _ANOTHERS_IN_BRACKETS.search(stop[: m.start()]):
        return None
    for at in [0, *(each.start() for each in reversed(list(_THE.finditer(before))))]:
        if _ANOTHERS.search(before[:at]):
            continue
        who = subject(before[at:], catalogue)
        if who is not None and who.name and who.role and not _NO_OFFICE.match(who.role):
            return who
    return None


# "Ann Lee (Chair), Bo Day": the office in brackets is of the one before it
_ANOTHERS_IN_BRACKETS = re.compile(
    r"[A-Z][\w’'-]+\s+[A-Z][\w’'-]+\s+\([^()]{3,60}\),?\s+(?:and\s+)?(?:(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Dr)\s+)?$"
)
# "It fell to the leader, Ann Lee": where the office begins is told by "the"
_NO_OFFICE = re.compile(r"(?:It|That|This|There|Not|So|Nor|What|All|Nothing|[Ss]?[Hh]e|They|I|We)\s")
# "Quoting the director, Cllr Ann Lee": the office is not hers
_ANOTHERS = re.compile(r"\b(?:quoting|citing|echoing|thanking|defending|replacing|interrupting)\s+$", re.I)


_A_BODY = re.compile(
    r"\s(?:the\s+)?[A-Z][\w’'&-]*\s+(?:(?:of|and|for|in|the|on|with)\s+)*[A-Z]"
)  # "runs Parents of Pendle"


def _holds(what: str, does: bool) -> bool:
    if does:
        return bool(_LOOKED_AFTER.search(what) or _A_BODY.search(what))
    held = _OFFICE_HELD.match(what)
    return held is not None and bool(OFFICE.fullmatch(held["office"])) and not _NOT_HELD.search(held.group())


_NO_ROLE = re.compile(r"[:;()]")


def _agreed(found: list[Subject]) -> Attribution | None:
    """The fullest of the offices told, when the others say no other."""
    offices = sorted(
        (f for f in found if f.role and OFFICE.search(f.role) and not _NO_ROLE.search(f.role)),
        key=lambda f: -len((f.role or "").split()),
    )
    if not offices:
        return None
    fullest = set(_plain(offices[0].role))
    if any(not set(_plain(f.role)) <= fullest for f in offices[1:]):
        return None
    bodies = {f.organisation for f in offices if f.organisation}
    first = offices[0]
    return Attribution(
        "person",
        None,
        first.name,
        first.role,
        bodies.pop() if len(bodies) == 1 else None,
        titled=any(f.titled for f in offices),
        sex=next((f.sex for f in offices if f.sex), ""),
    )


def _plain(role: str | None) -> list[str]:
    return [
        w for w in re.findall(r"[a-z]+", (role or "").lower()) if w not in ("the", "of", "and", "for", "s", "council")
    ]


# "A word from the Chief Executive": the heading of what one person writes
_FROM_WHOM = rule(r"\b(?:from|by)\s+(?:the|our|your)\s+(?P<role>[^,.;:“”\"]{4,70})$")


def _headed(document: Document, place: Place, name: str) -> Attribution | None:
    """The office in the heading of a section, when nobody else is named in the section."""
    heading = place.segments[place.segment.heading] if place.segment.heading is not None else None
    m = _FROM_WHOM.search(heading.span.of(document.text).strip()) if heading is not None else None
    if m is None or heading is None or not OFFICE.search(m["role"]):
        return None
    below = [s for s in document.body if s.heading == heading.index and s.index != heading.index]
    others = {
        each.group()
        for s in below
        for each in re.finditer(r"[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z][A-Za-z’'\-]+)+", s.span.of(document.text))
        if is_name(each.group())
    }
    return Attribution("person", None, name, m["role"]) if others <= {name} else None


# "Cllr Lee, cabinet member, and Superintendent Ann Hill of the constabulary said": the office goes no further
_AND_ANOTHER = re.compile(r",\s+and\s+(?:(?:an?|the|its|their)\s|(?:[A-Z][\w’'-]+\s+){1,4}[A-Z][\w’'-]+\b)")

# "According to Cllr Lee, the leader, the report is thin": the next clause begins behind the comma
_ROLE_ENDS = re.compile(
    r",?\s+and\s+(?:asked|told|said|wrote|put|rang)\b|,\s+(?:the|its|their|that|this)\s+(?:[\w’'-]+\s+){0,2}(?:report|letter|findings|inspection|judge?ment|inspectors|verdict)\b"
)


def own_office(made: Attribution) -> Attribution:
    """The same person without the office of another who is named behind theirs."""
    ended = _ROLE_ENDS.search(made.role or "")
    if ended is not None:
        return replace(made, role=(made.role or "")[: ended.start()])
    another = _AND_ANOTHER.search(made.role or "")
    if another is None:
        return made
    return replace(made, role=(made.role or "")[: another.start()], organisation=None)


# "said Ann Lee, the leader, and a parent, Jo Hale, added": the first words are another's
_TWO_PEOPLE = re.compile(r",\s+and\s+(?:an?|the|its|their|one)\s")


def with_office(document: Document, place: Place, made: Attribution) -> Attribution:
    """The same person with the office that the page gives elsewhere, where the attribution gives none."""
    if made.kind != "person" or not made.speaker or " and " in made.speaker or (made.role and made.organisation):
        return made
    if made.role and document.text.count(made.speaker.split()[-1]) < 2:
        return made  # named once on the page, with the office
    known = introduced(document, made.speaker)
    if known is None and not (made.role or made.organisation or made.titled) and " " in made.speaker:
        known = _headed(document, place, made.speaker)
    if known is None and not (made.role or made.organisation):
        known = office_beside(document, place, made)
    if known is None or _TWO_PEOPLE.search(known.role or ""):
        return made
    if made.role and not set(_plain(made.role)) <= set(_plain(known.role)):
        return made
    return replace(
        made,
        speaker=known.speaker if " " not in made.speaker else made.speaker,
        role=made.role or known.role,
        organisation=made.organisation or known.organisation,
        titled=made.titled or known.titled,
        sex=made.sex or known.sex,
    )
