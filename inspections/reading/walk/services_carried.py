"""The service carried on from before a heading: not where the part of the page below it has told of another."""

from __future__ import annotations

import re
from bisect import bisect_left

from inspections.reading.naming import Naming, Noted
from inspections.reading.other_places import names_another_place
from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk
from inspections.text import Span

_BACK_IN_SECTION = 40  # sentences


def unless_another(walk: Walk, named: Naming, carried: Noted | None) -> Noted | None:
    """The service carried on from before a heading, unless below it another is told of for the same council."""
    heading = named.segment.heading
    councils = {slug for each in named.authorities for slug in each.slugs}
    if heading is None:
        return carried
    if not councils:
        return _unless_of_another_part(walk, named, carried)
    if carried is not None and carried.span.start >= walk.work.context.document.segments[heading].span.start:
        return carried
    at = bisect_left(walk.work.named, named.span.start, key=lambda each: each.span.start)
    before = (each for each in walk.work.named[max(0, at - _BACK_IN_SECTION) : at] if each.segment.heading == heading)
    of_it = (each for each in before if any(councils & set(other.slugs) for other in each.authorities))
    told = [service for each in of_it for service in each.services]
    slugs = {service.slug for service in told}
    if not slugs or (carried is not None and carried.slug in slugs):
        return carried
    return told[-1] if len(slugs) == 1 else None


# "The service was last inspected in 2020"
_THE_SERVICE = re.compile(r"\W*(?:[Tt]he|[Tt]hat|[Tt]his)\s+(?:same\s+)?service\b")


def _unless_of_another_part(walk: Walk, named: Naming, carried: Noted | None) -> Noted | None:
    """The service carried on, unless the part of the page is of another council and has told of other services alone.

    "The service" is then the one told of there; of what else the council was inspected for, nothing is said.
    """
    about, heading = walk.work.context, named.segment.heading
    council = walk.authority[0] if walk.authority is not None else None
    if carried is None or heading is None or council is None or about.home is None or council == about.home[0]:
        return carried
    at = about.document.segments[heading].span.start
    if carried.span.start >= at or any(council in e.slugs and e.service == carried.slug for e in walk.work.events):
        return carried
    here = [each for each in walk.work.beside(Span(at, named.span.start)) if each.segment.heading == heading]
    told = [service for each in here for service in each.services]
    known = about.catalogue.services
    wholes = {known[service.slug].parent or service.slug for service in told}
    if not told or (known[carried.slug].parent or carried.slug) in wholes:
        return carried
    if len(wholes) > 1 or not _THE_SERVICE.match(walk.text, named.span.start):
        return None
    alone = walk.named_under == heading and walk.named_in_section == {council}
    strange = names_another_place(walk.text, Span(at, named.span.end), about.catalogue, {council})
    return told[-1] if alone and not strange else None


_BACK = 60  # sentences


def unless_told_of_another_alone(walk: Walk, named: Naming, carried: Noted | None) -> Noted | None:
    """The service carried on, unless all that the page has told of this council is of another one.

    "The letter to Cornwall was about its fostering service. ... Cornwall's was judged outstanding."
    """
    about = walk.work.context
    slugs = {walk.authority[0]} if walk.authority is not None else set()
    if named.authorities:
        slugs = set(named.authorities[0].slugs) if len(named.authorities) == 1 else set()
    if carried is None or not slugs or (about.home is not None and about.home[0] in slugs):
        return carried
    if carried.span.start >= named.segment.span.start:
        return carried
    known, told = about.catalogue.services, []
    at = walk.work.before(named.span.start)
    for before in walk.work.named[max(0, at - _BACK) : at]:
        if len(before.authorities) == 1 and slugs & set(before.authorities[0].slugs):
            told += [service for service in before.services if not known[service.slug].setting]
    wholes = {
        service.slug if is_apart(walk, service) else known[service.slug].parent or service.slug for service in told
    }
    if not wholes or wholes & {carried.slug, known[carried.slug].parent}:
        return carried
    if any(slugs & e.slugs and e.service == carried.slug for e in walk.work.events):
        return carried
    return told[-1] if len({service.slug for service in told}) == 1 else None


def unless_told_of_another_last(walk: Walk, named: Naming, carried: Noted | None) -> Noted | None:
    """The page's service, unless the part of it that turns to a council not told of has just told of another.

    "In Somerset adult learning was inspected. ... Devon was rated inadequate in 2020": of which, is not said.
    """
    index, event = walk.last
    if carried is not None and _is_anothers_own(walk, named, carried):
        return None
    if carried is None or event is None or event.service is None or walk.work.context.home is not None:
        return carried
    if carried.span.start >= named.segment.span.start or index == named.segment.index:
        return carried
    if walk.named_here and walk.paragraph == named.segment.index:
        return carried
    council = walk.authority[0] if walk.authority is not None else ""
    segments = walk.work.context.document.segments
    if segments[index].heading != named.segment.heading or council in event.slugs:
        return carried
    known = walk.work.context.catalogue.services
    other = (known[event.service].parent or event.service) != (known[carried.slug].parent or carried.slug)
    told = any(council in e.slugs and e.service == carried.slug for e in walk.work.events)
    return None if other and not told else carried


def unless_others_below(walk: Walk, named: Naming, carried: Noted | None) -> Noted | None:
    """The service carried on, unless a paragraph that turns to a council not told of goes on to name others alone.

    "Kent was inspected in May. Its safeguarding was rated good": never of what another council was visited for.
    """
    if carried is None or not named.authorities or carried.span.start >= named.segment.span.start:
        return carried
    slugs = {slug for each in named.authorities for slug in each.slugs}
    if any(slugs & e.slugs and e.service == carried.slug for e in walk.work.events):
        return carried
    known = walk.work.context.catalogue.services
    here = [each for each in walk.work.beside(named.segment.span) if each.span.start >= named.span.start]
    below = {service.slug for each in here for service in each.services if not known[service.slug].setting}
    whole = known[carried.slug].parent or carried.slug
    if (
        not below
        or carried.slug in below
        or whole in below
        or any(known[slug].parent == carried.slug for slug in below)
    ):
        return carried
    return None


# "Its adult education service was rated outstanding"
_ITS_OWN = re.compile(r"\b(?:[Ii]ts|[Ww]hose|[Tt]heir)\s+(?:own\s+|new\s+|joint\s+)?$")


def _is_anothers_own(walk: Walk, named: Naming, carried: Noted) -> bool:
    """ "Its adult education was judged good. Hull was judged inadequate": is it the council's before, named as its own?

    Not children's services, of which a page on several councils goes on where it only says that they were inspected.
    """
    about, start = walk.work.context, carried.span.start
    if carried.slug == "childrens-services" or about.home is not None or not named.authorities:
        return False
    if start >= named.segment.span.start or (about.title is not None and start < about.title.span.end):
        return False
    if _ITS_OWN.search(walk.text, max(0, start - 40), start) is None:
        return False
    here = about.document.segment_at(start)
    before = walk.work.beside(Span(here.span.start if here is not None else start, start + 1))
    theirs = {slug for each in before for one in each.authorities for slug in one.slugs}
    return not any(theirs & set(one.slugs) for one in named.authorities)


_MOST_TOLD = 300  # inspections: a page that has told of more lends its service to nothing that names none


def only_one_told_of(walk: Walk, named: Naming) -> Noted | None:
    """The service of the inspections told of till then, where the text has named no other, nor a setting, by now."""
    if named.settings or len(walk.work.events) > _MOST_TOLD:
        return None
    known = walk.work.context.catalogue.services
    events = [e for e in walk.work.events if e.service is not None and e.service_span is not None and not e.previous]
    wholes = {known[slug].parent or slug for slug in (*walk.spoken, *(e.service for e in events if e.service))}
    if len(wholes) != 1 or not events:
        return None
    if any(
        _is_anothers_own(walk, named, Noted(e.service_span, e.service)) for e in events if e.service and e.service_span
    ):
        return None
    above = walk.heading(named)
    if above is not None and any(not set(each.slugs) & events[-1].slugs for each in above.authorities):
        return None  # a section on another council may be on another service
    whole = next((e for e in events if e.service in wholes), None)
    return Noted(whole.service_span, whole.service) if whole and whole.service and whole.service_span else None


def is_apart(walk: Walk, service: Noted) -> bool:
    """Is it a part of a service that has inspections and grades of its own, as a fostering agency had?"""
    catalogue = walk.work.context.catalogue
    parent = catalogue.services[service.slug].parent
    own = [f for f in catalogue.frameworks.values() if service.slug in f.services and f.overall == "yes"]
    return parent is not None and any(parent not in f.services for f in own)


# "a council-owned company, Slough Children First", "the Hull Children's Trust": who runs the service
_COMPANY = re.compile(
    r"\b(?:company|trust),?\s+(?P<a>(?:[A-Z][\w-]+\s+){1,2}(?:for\s+)?Children(?:[’']s)?(?:\s+(?:First|Services|Company)){0,2})\b"
    r"(?!\s+(?:Hospital|Home|Centre|NHS|Charity|Fund|Nurser))"
    r"|\b(?P<b>(?:[A-Z][\w-]+\s+){1,2}Children(?:[’']s)?(?:\s+and\s+[A-Z]\w+)?(?:\s+Services)?\s+(?:Trust|Company))\b",
)


def of_childrens_company(walk: Walk, named: Naming) -> Noted | None:
    """A trust or company that is called by the children it is for runs a council's services for them."""
    if not {b.slug for b in named.inspectorates} <= {"ofsted"}:
        return None
    found = _COMPANY.search(walk.text, named.span.start, named.span.end)
    return Noted(Span(*found.span(found.lastgroup or 0)), "childrens-services") if found is not None else None


_IT = re.compile(r"\W*(?:It|They|This|That|The\s+service|Its|Their)\b")


def goes_on_of_none(walk: Walk, telling: Telling) -> bool:
    """ "It was judged good", right behind an inspection with its day whose service nobody named: of no other's."""
    index, event = walk.last
    if event is None or index != telling.named.segment.index or event.service is not None or telling.overall is None:
        return False
    if event.inspected is None or {"thin", "voice"} & set(event.notes) or not event.slugs:
        return False
    named = telling.named
    return not named.authorities and _IT.match(walk.text, named.span.start, named.span.end) is not None


_OF_AN_AREA = rule(
    r"\b(?:written\s+)?statements?\s+of\s+action\b|\bwritten\s+statement\s+(?:was|were|is|had\s+been)\s+(?:also\s+)?(?:required|asked|requested|needed)\b",
    re.I,
)
_THE_AREA = rule(r"\blocal\s+area\b(?!\s+(?:agreements?|network|committees?|forum))", re.I)
_LONGEST = 2_000  # characters before and behind a sentence that are looked through


def or_the_local_area(walk: Walk, telling: Telling, found: list[Noted | None]) -> list[Noted | None]:
    """The services found; where a telling names none, the local area, if it can be of nothing else."""
    return [_of_local_area(walk, telling)] if found == [None] else found


def _of_local_area(walk: Walk, telling: Telling) -> Noted | None:
    """What was inspected, where no service is named: a local area, as its paragraph or its section tells it.

    Only of an area is a statement of action asked; "the local area" says it on a page about special needs.
    """
    if telling.overall is not None or telling.kind not in ("unstated", "revisit", "full"):
        return None
    if telling.kind == "revisit" and (held := _revisited(walk)) is not None:
        return held
    named, work = telling.named, walk.work
    paragraph = named.segment.span
    if paragraph.end - paragraph.start > 2 * _LONGEST:  # no paragraph that anybody wrote
        paragraph = Span(
            max(paragraph.start, named.span.start - _LONGEST), min(paragraph.end, named.span.end + _LONGEST)
        )
    if any(n.services for n in work.beside(paragraph)):
        return None
    found = _OF_AN_AREA.search(walk.text, paragraph.start, paragraph.end)
    about = work.context.service
    if found is None and about is not None and about.slug == "area-send" and named.segment.heading is not None:
        section = Span(work.context.document.segments[named.segment.heading].span.end, paragraph.end)
        others = {s.slug for n in work.beside(section) for s in n.services} - {"area-send"}
        found = _THE_AREA.search(walk.text, section.start, section.end) if not others else None
    return Noted(Span(*found.span()), "area-send") if found is not None else None


def _revisited(walk: Walk) -> Noted | None:
    """What a revisit was to, where the inspection told of last was of a local area: no other is revisited so."""
    told = [event for _, event in walk.work.told if event.slugs]
    last = told[-1] if told else None
    if last is None or last.service != "area-send" or last.service_span is None or last.inspected is None:
        return None
    council = walk.authority or walk.work.context.home
    return Noted(last.service_span, "area-send") if council is not None and last.slugs == {council[0]} else None


# "It was last inspected on its own in 2010"
_BY_ITSELF = rule(
    r"\b(?:inspected|judged|rated|graded|assessed|reviewed|looked\s+at)\s+(?:\w+\s+)?(?:on\s+its\s+own|by\s+itself|separately|apart|alone"
    r"|in\s+its\s+own\s+right)\b",
    re.I,
)


def larger(walk: Walk, named: Naming, local: Noted) -> Noted | None:
    """ "The service", after a word on one part of it: the service that the inspection told of last is of.

    Where that was told in another paragraph, and this one speaks of nothing but the part, it may be either.
    """
    parent = walk.work.context.catalogue.services[local.slug].parent
    index, event = walk.last
    if not parent or event is None or event.service != parent:
        return local
    if index == named.segment.index:
        return Noted(local.span, parent)
    if walk.named_here == {local.slug} and _BY_ITSELF.search(walk.text, named.span.start, named.span.end):
        return local
    return None if walk.named_here == {local.slug} else Noted(local.span, parent)
