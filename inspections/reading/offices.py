"""For whom somebody speaks: the organisation that an office belongs to, from its words or from the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.catalogue.types import Inspectorate
from inspections.reading import rules
from inspections.reading.authorities import on_day
from inspections.reading.by_names import fits_by_names
from inspections.reading.catalogue_names import lexicons
from inspections.reading.inspectorates import chief_of, known_as
from inspections.reading.lexicon import tokens
from inspections.reading.other_places import names_another_place
from inspections.reading.party_pages import party
from inspections.reading.people.roles import OFFICE, PRIVATE
from inspections.reading.rules import Rule, rule
from inspections.reading.speakers.attribution import Attribution
from inspections.reading.whose_office import (
    RUNS,
    council_in,
    council_of_its,
    is_a_committee,
    is_elsewhere,
    is_named_beside,
    is_of_another_party,
    is_of_no_party,
    is_the_leader,
    its_body,
    its_own,
    leads_a_group,
    turned_to_another,
    under_another_party,
    under_its_own,
    where_it_opens,
)
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_COUNCIL_ROLE = rule(
    r"\b(?:cabinet|portfolio|council\s+leader|leader\s+of\s+the\s+(?:council|opposition)|deputy\s+leader|lead\s+member"
    r"|executive\s+member|director|head\s+of|chief\s+executive|councillors?|mayor|assistant\s+director"
    r"|service\s+manager|(?:runs|leads|heads|manages|has\s+(?:run|led|headed|managed))\s+(?:the|our)\s+(?:service|team)"
    r"|chair\s+of\s+the\s+(?:governing|scrutiny|children)|leader|scrutiny|council\s+spokes\w+|leads?\s+on"
    r"|looks\s+after|responsible\s+for|principal\s+social\s+worker)\b",
    re.I,
)
COUNCIL_WORDS = rule(r"\b(?:council|borough|authority)\b", re.I)
_THE_COUNCIL = rule(r"(?:[Tt]he\s+)?(?:(?:city|county|borough|local|district)\s+)?(?:council|authority)")
_CHIEF = rule(
    r"\b(?:(?:His|Her|HM)\s*(?:Majesty[’']s)?\s+)?Chief\s+Inspector\b(?:\s+of\s+(?P<of>[A-Z]\w+))?",
    re.I,
)
# an office that a council has, whatever its holder reports on
_OVER_SERVICES = re.compile(
    r"^(?:(?:the|its|our|their|\w+\s+council[’']?s?)\s+)?(?:(?:interim|acting|area|executive|corporate|strategic|service|assistant|deputy)\s+)*director\s+(?:of|for)\s+"
    r"(?:the\s+)?(?:children|adult|people|education|families|public\s+health|housing|community|schools|social\s+services)",
    re.I,
)
_SCHOOL_HEAD = rule(r"\b(?:head\s?teacher|headmaster|headmistress|executive\s+head|head\s+of\s+school)\b", re.I)
_SCHOOL = rule(
    r"\b(?:[A-Z][\w’'.\-]+\s+){1,5}(?:Primary|Secondary|Junior|Infants?|High|Grammar|Community|School|Academy"
    r"|College|Nursery)\b"
    r"(?:\s+(?:School|Academy|College))?"
)
_POLICE_RANK = rule(
    r"\b(?:superintendent|supt|(?:chief|assistant\s+chief|deputy\s+chief)\s+fire\s+officer|(?:chief|assistant\s+chief|deputy\s+chief)\s+constable|detective|sergeant|commander)\b",
    re.I,
)
_FORCE = rule(
    r"\b(?:[A-Z][\w’'\-]+\s+(?:(?:and|of)\s+)?){1,3}(?:Police|Constabulary|Fire\s+(?:and|&)\s+Rescue\s+(?:Service|Authority))\b"
)
_KIND_OF_BODY = r"board|forum|partnership|trust|union|charity|network|alliance|committee"
_OF_THE_BODY = rule(
    rf"\b(?:the|its|their)\s+(?P<own>(?:[\w\-]+\s+){{0,3}}?)(?P<kind>{_KIND_OF_BODY})(?:[’']s?)?\b", re.I
)
_BODYS = rule(rf"\b(?:the|its|their)\s+(?P<own>(?:[\w\-]+\s+){{0,3}}?)(?P<kind>{_KIND_OF_BODY})[’']s\b", re.I)
_FOR_THE_BODY = rule(rf"\b(?:for|of|at|from)\s+the\s+(?P<org>(?:[\w\-]+\s+){{1,4}}?(?:{_KIND_OF_BODY}))\b", re.I)
# "chairs the Commission"
_AN_INSPECTORATE = rule(r"\b(?:chairs|heads|leads|runs|chair\w*\s+of)\s+the\s+(?P<kind>Commission|Inspectorate)$")
# "chairs the service's board"
_A_SERVICES = rule(r"\b(?:the|its)\s+(?P<kind>service|agency|company|college)[’']s\s+(?:[a-z]+\s+){0,2}board\b", re.I)
_COUNCILLOR = rule(r"\b(?:Cllr|Councillor|Coun)\b")
_PARTISAN = rule(
    r"\b(?:opposition[’']s|[Oo]pposition\s+|for\s+the\s+[Oo]pposition|Labour|Conservative|Tory|Lib(?:eral)?\s+Dem\w*|Green|Reform"
    r"|Independent|leads\s+the\s+(?:independents|greens))\b",
)


# "says a director elsewhere": of a council that is not named
_ELSEWHERE = re.compile(r"\b(?:elsewhere|(?:at|in|of|from)\s+(?:another|a\s+(?:different|neighbouring|nearby))\s)")
_CANDIDATE = re.compile(r"(?:[\w’'-]+\s+){0,4}(?:candidate|contender|hopeful|nominee)\b", re.I)


def organisation_of(work: Work, said: Attribution, at: int) -> str | None:
    """The body that the speaker of a quotation at ``at`` speaks for; None when the page does not tell."""
    if said.kind not in ("person", "organisation"):
        return None
    about = work.context
    words = said.span.of(about.text) if said.span is not None else ""
    office = said.role or ""
    if said.speaker and said.speaker.split()[-1] not in words:  # "she added": as she was called where she was named
        named = next(
            (x for x in work.said if x.speaker == said.speaker and x.span and x.speaker in x.span.of(about.text)), None
        )
        words = f"{named.span.of(about.text)} {words}" if named is not None and named.span is not None else words
    if _ELSEWHERE.search(office):
        return None
    if said.organisation and is_a_committee(said.organisation):
        slug = None if _PARTISAN.search(f"{words} {office}") or _OF_A_GROUP.search(office) else council(work, at)
        return None if slug is None or _has_strayed(work, slug, at, words) else official(work, slug)
    if said.organisation and not (said.organisation in ("council", "the council") and _CANDIDATE.match(office)):
        the_council = _THE_COUNCIL.fullmatch(said.organisation) is not None
        return None if the_council and is_elsewhere(work, said) else _printed(work, said.organisation, at)
    if body := at_a_body(work, office):
        return body[1]
    named_near = {i.slug: i for i in inspectorates_in(work, words)}
    if m := _CHIEF.search(office):
        if _FORMER.match(office):
            return None
        if (body_headed := chief_of(office, about.catalogue)) is not None or m["of"]:
            return body_headed
        if (crown := chief_of(words, about.catalogue)) is not None:
            return crown
        if not named_near:  # of the one inspectorate that the page tells of
            told = {b.slug for e in work.events for b in e.bodies}
            return known_as(about.catalogue.inspectorates[told.pop()]) if len(told) == 1 else None
        return known_as(next(iter(named_near.values()))) if len(named_near) == 1 else None
    if _POLICE_RANK.search(office) or _POLICE_RANK.match(words.strip()):
        near = [m.group() for m in (*_FORCE.finditer(about.text, max(0, at - 4000), at), *_FORCE.finditer(words))]
        forces = [force for force in near if "Majesty" not in force and "Inspectorate" not in force]
        return forces[-1] if forces else None
    if rules.search(r"\bregional\s+director\b", office, re.I) and not COUNCIL_WORDS.search(office):
        bodies = {b.slug for e in work.events for b in e.bodies}
        return known_as(about.catalogue.inspectorates[bodies.pop()]) if len(bodies) == 1 else None
    if re.fullmatch(r"(?:(?:the\s+)?(?:lead|senior|HM|one)\s+)?inspector", office, re.I):
        bodies = {b.slug for e in work.events for b in e.bodies}
        return known_as(about.catalogue.inspectorates[bodies.pop()]) if len(bodies) == 1 else None
    one_body = len(named_near) == 1 and rules.search(r"\b(?:director|inspector)\b", office, re.I)
    if one_body and not _OVER_SERVICES.search(office):
        return known_as(next(iter(named_near.values())))
    if said.speaker is None and PRIVATE.search(office) and not OFFICE.search(office):
        return None
    ours = bool(rules.match(r"our\b", office, re.I))
    if not ours and (own_body := its_body(work, said)) is not None:
        return own_body
    if is_elsewhere(work, said):
        return None
    if not ours and not leads_a_group(work, said) and (spoken := council_of_its(work, said)) is not None:
        return official(work, spoken)
    if ours or (work.family.voice == "party" and not is_of_no_party(work, said)):
        own = about.home is not None and work.family.voice not in ("party", "local-area")
        group = party(work)
        if group and said.speaker and not said.role and _COUNCILLOR.search(words) and not under_its_own(work, at):
            return None  # "Cllr Lee said": of which party, nobody has told
        another = is_of_another_party(office, group) or under_another_party(work, at, group) if group else False
        if group and not ours and (another or is_the_leader(work, said)):
            return None
        return group or (official(work, about.home[0]) if own and about.home is not None else None)
    if said.speaker is None and not office:
        return None
    if _CANDIDATE.match(office):
        return None  # "candidate for leader of the council": no office of it yet
    if _SCHOOL_HEAD.search(office):
        school = _last(_SCHOOL, about.text, at)
        return re.sub(r"^(?:At|The|In)\s+", "", school.group()) if school and at - school.end() < 400 else None
    if rules.match(r"\W*its\b", words) and said.span is not None:
        words = about.text[max(0, said.span.start - 90) : said.span.end]
    of_council = False
    if m := _FOR_THE_BODY.search(words):
        of_council = m["org"].lower().endswith("committee") and bool(_COUNCILLOR.search(words))
        if not of_council:
            return m["org"]
    if m := _AN_INSPECTORATE.search(office):
        inspecting = [about.catalogue.inspectorates[x] for x in {b.slug for e in work.events for b in e.bodies}]
        fits = [body.name for body in inspecting if m["kind"].lower() in body.name.lower()]
        return fits[0] if len(fits) == 1 else None
    if m := _A_SERVICES.search(office):
        return _body(about.text, m["kind"], at)
    committee = of_council
    if not of_council and (m := _OF_THE_BODY.search(office) or _BODYS.search(words)):
        full, kind = _body(about.text, m["kind"], at), m["kind"].lower()
        if full is not None and m["own"].lower().strip() not in full.lower():
            return f"the {m['own']}{kind}"  # and not the safeguarding board, which has its name above
        committee = kind == "committee" and full is None
        if not committee:  # one without a name is the council's own
            return full or (f"the {kind}" if _OF_THE_BODY.search(office) else None)
    if _PARTISAN.search(f"{words} {office}") or _FORMER.search(office) or _OF_A_GROUP.search(office):
        return None
    if leads_a_group(work, said):
        return None
    its_council = council_in(work, office)
    if its_council is None and _AT_THE_HEAD.fullmatch(office) and _A_TRUST.search(about.text, max(0, at - 1200), at):
        return None  # "chief executive", where a trust or a company runs the services: of which, is not said
    if not office or not (committee or _for_council(words, office) or (its_council and RUNS.match(office))):
        return None  # a councillor of whom no office is told does not speak for the council
    if its_council is not None:
        return official(work, its_council)
    if said.speaker and (theirs := its_own(work, said.speaker, at) or where_it_opens(work, said, at)) is not None:
        return official(work, theirs)
    its_council = council(work, at)
    if work.family.voice == "parliament" and not (_only_named(work, at) or is_named_beside(work, at)):
        return None  # a member speaks of one council after another
    if its_council is None or _has_strayed(work, its_council, at, words):
        return None
    if said.span is not None and not fits_by_names(about.text, said.span, about.catalogue, its_council):
        return None  # "the county council's lead member", right after a city
    return official(work, its_council)


# "said one councillor", in a paragraph about two councils
_A_COUNCILLOR = re.compile(
    r"\b(?:one|an?|another)\s+(?:\w+\s+)?(?:councillor|officer|member|official|director|manager)\b", re.I
)


def _has_strayed(work: Work, slug: str, at: int, words: str) -> bool:
    """ "Mayor Ann Lee said", below a paragraph that tells of two places: the mayor of which of them?"""
    about = work.context
    here = about.document.segment_at(at)
    if here is None or (about.home is not None and slug == about.home[0]):
        return False
    above = reversed(work.named[: work.before(at)])
    before = next((n for n in above if any(not work.is_quoted(one.span) for one in n.authorities)), None)
    if before is None:
        return False
    if before.segment.index == here.index:
        return _A_COUNCILLOR.search(words) is not None and names_another_place(
            about.text, Span(here.span.start, at), about.catalogue, {slug}
        )
    if about.home is not None:
        return True  # a page's own mayor, or the mayor of where it has strayed to?
    told = {each for e in work.events for each in e.slugs}
    if told and slug not in told:
        return True  # "Is West Berkshire the same? No.", on a page that tells of another's inspection
    if about.title is not None and names_another_place(about.text, about.title.span, about.catalogue, {slug}):
        theirs = {each for n in work.beside(about.title.span) for one in n.authorities for each in one.slugs}
        if theirs and slug not in theirs:
            return True  # "the council" of a headline that names others, or the one told of beside them?
    return names_another_place(about.text, before.segment.span, about.catalogue, {slug})


_AT_THE_HEAD = rule(
    r"(?:(?:interim|acting|deputy|new|its|the|trust)\s+)*(?:chief\s+executive|managing\s+director|chief\s+officer|chair(?:man|woman|person)?|boss)",
    re.I,
)
_A_TRUST = rule(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Cc]hildren[’']s|[Ss]ervices|[A-Z][\w’'-]+)\s+(?:new\s+|independent\s+|children[’']s\s+)*[Tt]rust\b"
    r"|\bcompany\s+(?:that|which)\s+(?:runs|delivers|provides)\b|\bcommunity\s+interest\s+company\b"
    r"|\bon\s+(?:the\s+council[’']s|its|their)\s+behalf\b|\bnot-for-profit\b|\b(?:council|borough|city)-owned\b"
)
_FORMER = rule(r"\b(?:former|ex-|then|retired|outgoing)\b", re.I)
_OF_A_GROUP = rule(
    r"\bspeaks\s+(?:[\w’'\-]+\s+){0,6}?for\s+(?:the\s+|her\s+|his\s+)?(?:opposition|party|group|campaign)\b|"
    r"\b(?:leader|chair\w*|deputy|whip|member|head|spokes\w+)\s+(?:of|for)\s+(?:the\s+)?(?-i:[A-Z][\w’'\-]*\s+)*"
    r"(?-i:(?:Independents?|Conservatives?|Democrats|Greens|Residents|Alliance|Voice|Campaign|First|Party|Group|Labour|Tories))\b",
    re.I,
)


def inspectorates_in(work: Work, words: str) -> list[Inspectorate]:
    """The inspectorates that some words name."""
    bodies = work.context.catalogue.inspectorates
    found = lexicons(work.context.catalogue).inspectorates.find(tokens(words, Span(0, len(words))))
    return [bodies[hit.values[0]] for hit in found if len(hit.values) == 1]


_AT_A_BODY = re.compile(r"\s+(?:at|for|from|of|with)\s+(?:the\s+)?(?P<body>[A-Z][^,;]{1,90})$")


def at_a_body(work: Work, office: str) -> tuple[str, str] | None:
    """ "Chief Inspector at the CQC": the office, and the inspectorate as printed, when the catalogue knows it."""
    m = _AT_A_BODY.search(office)
    if m is None:
        return None
    printed = m["body"].strip().lower()
    known = {n.lower() for i in work.context.catalogue.inspectorates.values() for n in (i.name, i.short, *i.names)}
    return (office[: m.start()], m["body"].strip()) if printed in known else None


def _for_council(words: str, office: str) -> bool:
    titled = bool(rules.search(r"\b(?:Cllr|Councillor|Coun)\b", words))
    return (titled or bool(_COUNCIL_ROLE.search(office))) and not rules.search(
        r"\b(?:minister|secretary\s+of\s+state)\b", office, re.I
    )


# "Children in Care Council", "Youth Council": no council that is inspected
_NO_AUTHORITY = re.compile(
    r"\b(?:in\s+Care|Leavers[’']?|Youth|Young\s+People[’']s|School|Student|Parish|Town|Community|Faith|Arts)\s+Council\b",
    re.I,
)


def council_speaks(organisation: str | None, said: Attribution) -> bool:
    """Is it the inspected council's own answer?"""
    if organisation:
        theirs = COUNCIL_WORDS.search(organisation) and not _NO_AUTHORITY.search(organisation)
        return bool(theirs) and not _FORMER.match(said.role or "")
    return said.kind == "person" and bool(
        said.speaker and said.role and rules.search(r"\bcouncil\b|\bcabinet\b", said.role, re.I)
    )


def _printed(work: Work, organisation: str, at: int) -> str | None:
    """An organisation as the source words it; "the council" is the one the page speaks of."""
    if _THE_COUNCIL.fullmatch(organisation):
        slug, told = council(work, at), {each for e in work.events for each in e.slugs}
        if told and slug not in told and not is_named_beside(work, at):
            return None  # "Our partner, Leeds, is rated outstanding. The leader of the council said"
        return official(work, slug)
    if re.fullmatch(r"(?:the\s+)?[a-z]+", organisation):
        return None
    return organisation


def official(work: Work, slug: str | None) -> str | None:
    """The name of a council, when it is of the page's time."""
    if slug is None:
        return None
    authority = work.context.catalogue.authorities[slug]
    if work.context.anchor is not None and not authority.life.holds(work.context.anchor):
        return None
    if work.context.anchor is None and authority.closed is not None:
        if authority.official_name.lower() not in work.context.text.lower():
            return None  # gone since, and nobody knows whether the words are of its time
    return authority.official_name


def council(work: Work, at: int) -> str | None:
    """The council that the page speaks of at ``at``: its own, else the one named last before."""
    about = work.context
    if about.home is not None and work.family.voice != "news":
        return about.home[0]
    inspected = {s for e in work.events if not (e.previous or e.earlier or e.beside) for s in e.slugs}
    if about.home is not None and inspected == {about.home[0]}:
        return about.home[0] if not turned_to_another(work, about.home[0], at) else None
    by_segment: dict[int, list[str]] = {}  # the last segment that names any
    for named in reversed(work.named[: work.before(at)]):
        if by_segment and named.segment.index not in by_segment:
            break
        if named.authorities:
            said = [one for one in named.authorities if not work.is_quoted(one.span)]
            found = [on_day(one, about.catalogue, about.anchor, about.anchor) for one in said]
            slugs = [slug for slug in found if slug is not None]
            if slugs:
                by_segment[named.segment.index] = slugs + by_segment.get(named.segment.index, [])
    here = next((s.index for s in reversed(about.document.body) if s.span.start < at), 0)
    for index in sorted(by_segment, reverse=True)[:1]:
        slugs = list(dict.fromkeys(by_segment[index]))
        if here - index > 8:
            break
        if len(slugs) == 1:
            return slugs[0]
        events = [e for e in work.events if e.slugs & set(slugs) and not e.previous]
        told = {s for e in events for s in e.slugs if s in slugs}
        own = about.home is not None and about.home[0] == slugs[0]
        return next(iter(told)) if len(told) == 1 and told == {slugs[-1]} else slugs[0] if own else None
    return about.home[0] if about.home is not None else _only_named(work, at)


def _only_named(work: Work, at: int) -> str | None:
    """The one council that a page has named so far, and tells of an inspection of."""
    about = work.context
    named = {
        slug
        for each in work.named[: work.before(at)]
        for one in each.authorities
        if (slug := on_day(one, about.catalogue, about.anchor, about.anchor)) is not None
    }
    told = {slug for e in work.events for slug in e.slugs}
    return next(iter(named)) if len(named) == 1 and named <= told else None


def _body(text: str, kind: str, at: int) -> str | None:
    """The full name of "the board", "the forum", when the page prints it before."""
    pattern = rule(rf"\b(?:[A-Z][\w’'\-]+[ \t]+(?:(?:and|of|for)[ \t]+)?){{1,5}}{kind.capitalize()}\b")
    found = _last(pattern, text, at)
    return re.sub(r"^(?:The|Its|Their)\s+", "", found.group()) if found else None


def _last(pattern: Rule, text: str, at: int) -> re.Match[str] | None:
    found = list(pattern.finditer(text, max(0, at - 4000), at))
    return found[-1] if found else None
