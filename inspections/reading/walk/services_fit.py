"""Does a service fit what was asked, and those who came? One that a sentence does not name must."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from inspections.catalogue import Framework
from inspections.reading.grades.subjects import NOT_GRADED
from inspections.reading.naming import Naming, Noted
from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk
from inspections.text import Span

# "A. It did, for a monitoring visit in May": the answer is of the service that was asked about
_ANSWER = re.compile(r"\W*(?:A[.:]\s+)?(?:Yes|No|It|They|We|That|This|Not)\b")


def asked_of(walk: Walk, named: Naming) -> Noted | None:
    """The one service of the question right before."""
    at = walk.work.before(named.span.start)
    before = walk.work.named[at - 1] if at else None
    if before is None or not before.span.of(walk.text).rstrip().endswith("?"):
        return None
    if len({s.slug for s in before.services}) != 1 or before.settings or not _ANSWER.match(named.span.of(walk.text)):
        return None
    return before.services[0]


def _fits(framework: Framework, telling: Telling) -> bool:
    day = telling.inspected or telling.published
    known = day is not None and day.known
    return not known or framework.used.overlaps(day.earliest, day.latest)  # type: ignore[union-attr]


def may_inspect(walk: Walk, telling: Telling, service: Noted) -> bool:
    """Do all the inspectorates that a sentence names inspect this service, which it does not name, together?"""
    bodies = {b.slug for b in telling.named.inspectorates}
    catalogue = walk.work.context.catalogue
    slugs = {service.slug, catalogue.services[service.slug].parent}
    return len(bodies) < 2 or any(
        bodies <= set(f.inspectorates) and slugs & set(f.services) and _fits(f, telling)
        for f in catalogue.frameworks.values()
    )


_NEAR = 200  # characters back to the visits that one of them is counted among
_GRADED = re.compile(
    r"\b(?:(?:was|were|been|rated|judged|graded|found\s+to\s+be|rating\s+of|grade\s+of)\s+[‘“'\"]?(?:inadequate|outstanding|good)\b(?![\s-]+(?:progress|to|that|at|news|enough|practice|examples?))"
    r"|requires?\s+improvement\b)",
    re.I,
)
# how long before a page an inspection without a day may have been
_OF_LATE = timedelta(days=5 * 365)


def is_no_area(walk: Walk, telling: Telling, service: Noted) -> bool:
    """ "Bury, which had been rated inadequate, has had five visits", after one of an area: no area has such a grade."""
    named = telling.named
    if service.slug != "area-send" or service.span.within(named.span):
        return False
    since = max(named.segment.span.start, named.span.start - _NEAR) if telling.counted else named.span.start
    return _GRADED.search(walk.text, max(since, service.span.end), named.span.end) is not None


def strange_to(walk: Walk, telling: Telling, service: Noted) -> bool:
    """ "Then the CQC came", on a page about youth justice: does none of those named inspect a service left unsaid?

    Asked of the frameworks of the catalogue that had not ended on the day told of, or in the years before the page.
    """
    named, about = telling.named, walk.work.context
    if service.span.within(named.span):
        return False
    catalogue = about.catalogue
    bodies = {b.slug for b in named.inspectorates} or _named_in_section(walk, named)
    theirs = [f for f in catalogue.frameworks.values() if bodies & set(f.inspectorates)]
    if not theirs:
        return False  # of an inspectorate without frameworks nobody can tell what it inspects
    slugs = {service.slug, catalogue.services[service.slug].parent}
    slugs |= {s.slug for s in catalogue.services.values() if s.parent == service.slug}
    day = telling.inspected or telling.published
    earliest = day.earliest if day is not None and day.known else None
    if earliest is None and about.limit is not None and not (telling.previous or telling.earlier):
        earliest = about.limit - _OF_LATE
    together = _came_together(walk, named)
    return not any(
        slugs & set(f.services) and _not_ended(f, earliest) and _may_come(f, bodies, together) for f in theirs
    )


def _not_ended(framework: Framework, day: date | None) -> bool:
    """What was done before the first of the frameworks that we know may have been done all the same."""
    until = framework.used.until
    return day is None or until is None or until >= day


def _named_in_section(walk: Walk, named: Naming) -> set[str]:
    """The inspectorates that the part of the page under this heading has named by now."""
    if named.segment.heading is None:
        return set()
    at = walk.work.before(named.span.start)
    before = walk.work.named[max(0, at - _BACK) : at]
    return {b.slug for each in before if each.segment.heading == named.segment.heading for b in each.inspectorates}


_BACK = 30  # sentences


def _may_come(framework: Framework, bodies: set[str], together: bool) -> bool:
    """All those named, or one of several: a sentence may name another in passing, unless it joins the two."""
    return (len(bodies) > 1 and not together) or bodies <= set(framework.inspectorates)


_AND = re.compile(r"(?:\s+\([^()]{2,40}\))?\s+(?:and|&)\s+(?:(?:the|by|from)\s+)*")


def _came_together(walk: Walk, named: Naming) -> bool:
    """ "A report by Ofsted and the Care Quality Commission": are the two that a sentence names joined?"""
    bodies = sorted(named.inspectorates, key=lambda b: b.span)
    if len({b.slug for b in bodies}) != 2:
        return False
    return any(_AND.fullmatch(walk.text, a.span.end, b.span.start) for a, b in pairwise(bodies))


def joint(walk: Walk, bodies: Iterable[Noted]) -> bool:
    """Are three of these among those that make joint targeted inspections? Not so inspectorates of other times."""
    named = {b.slug for b in bodies}
    together = (f for f in walk.work.context.catalogue.frameworks.values() if "joint-targeted" in f.kinds)
    return len(named) >= 3 and any(len(named & set(f.inspectorates)) >= 3 for f in together)


def inspected_by(walk: Walk, telling: Telling) -> Noted | None:
    """The one service that just these inspectorates visit together."""
    named = telling.named
    bodies = {b.slug for b in named.inspectorates}
    if not bodies:
        return None
    services = {
        f.services for f in walk.work.context.catalogue.frameworks.values()
        if bodies == set(f.inspectorates) and _fits(f, telling)
    }  # fmt: skip
    day = telling.inspected or telling.published
    if len(services) != 1 or day is None or not day.known:
        return None
    return Noted(Span(named.inspectorates[0].span.start, named.inspectorates[-1].span.end), services.pop()[0])


def rated_by_ofsted(walk: Walk, telling: Telling, rated: set[str]) -> bool:
    """ "In Ofsted's annual assessment, Leeds performs well": of children's services, though nobody names them."""
    frameworks = [f for f in walk.work.context.catalogue.frameworks.values() if rated & set(f.services)]
    said = telling.named.span.of(walk.text).lower()
    if _by_a_commission(walk, telling):
        return False
    if any(
        "annual-assessment" in f.kinds and any(n.lower() in said for n in f.names if len(n.split()) > 2)
        for f in frameworks
        if "childrens-services" in f.services
    ):
        return True
    bodies = telling.named.inspectorates or walk.work.context.bodies
    ofsted = {f.inspectorates[0] for f in frameworks if "childrens-services" in f.services}
    return bool(bodies) and {b.slug for b in bodies} <= ofsted


def may_rate(walk: Walk, telling: Telling, service: Noted) -> bool:
    """May those whom a sentence names have assessed this service, of which it says nothing, by the year?"""
    bodies = {b.slug for b in telling.named.inspectorates}
    frameworks = walk.work.context.catalogue.frameworks.values()
    if service.slug == "childrens-services" and _by_a_commission(walk, telling):
        return False  # "when the Commission had judged the council to be performing well": no Ofsted
    yearly = [f for f in frameworks if "annual-assessment" in f.kinds and service.slug in f.services]
    return len(bodies) < 2 or not yearly or any(bodies <= set(f.inspectorates) for f in yearly)


def _by_a_commission(walk: Walk, telling: Telling) -> bool:
    """Did the commission give a rating: in this sentence, or by "it", named last in its paragraph and not Ofsted?"""
    named = telling.named
    if _A_COMMISSION.search(walk.text, named.span.start, telling.at):
        return True
    if named.inspectorates or not _IT_GAVE.search(walk.text, named.span.start, named.span.end):
        return False
    above = [n for n in walk.work.beside(Span(named.segment.span.start, named.span.start)) if n.inspectorates]
    return bool(above) and {b.slug for b in above[-1].inspectorates} == {"cqc"}


_IT_GAVE = re.compile(r"\b(?:[Ii]t|[Tt]hey|[Tt]he\s+(?:regulator|watchdog|commission|inspectorate))\b")
_A_COMMISSION = re.compile(r"\b(?:[Tt]he\s+Commission|Care\s+Quality\s+Commission|CQC)\b(?![^.;]*\bOfsted\b)")
_ANOTHER = re.compile(r"\b(?:different|separate|unrelated)\s+(?:\w+\s+)?$", re.I)


def is_of_something_else(walk: Walk, telling: Telling) -> bool:
    """ "There was a separate inspection in May": never of the service that was spoken of till then."""
    if telling.noun != "visit" or telling.kind != "unstated":
        return False
    at = telling.spans[0].start
    return _ANOTHER.search(walk.text, max(telling.named.span.start, at - 30), at) is not None


# "In February 2019 they were judged inadequate": services, and no board
_THEY_WERE = re.compile(
    r"\b(?:[Tt]hey|[Ss]ervices)\s+(?:\w+\s+)?(?:are|were|have|had|remain(?:ed)?|got|received)\b(?![^.;]*\bboard)"
)


def are_no_board(walk: Walk, telling: Telling, local: Noted) -> bool:
    """Is a board named last, and a sentence of services, in a paragraph that has told of another service too?"""
    if not local.slug.startswith("lscb") or not walk.named_here - {local.slug}:
        return False
    return _THEY_WERE.search(walk.text, telling.named.span.start, telling.named.span.end) is not None


# "In Kent, inspected in October, both were judged adequate"
_BOTH_WERE = rule(
    r"\bboth\s+(?:of\s+them\s+)?(?:were|are|have\s+been|had\s+been)\s+(?:\w+\s+)?(?:judged|rated|graded|found)\s+(?:to\s+be\s+|as\s+)?[‘“'\"]?$",
    re.I,
)


def of_two_unsaid(walk: Walk, telling: Telling) -> bool:
    """Is a grade that of "both", of one council, where no two services have been named for it?"""
    named = telling.named
    if telling.overall is None or named.services or len(named.authorities) != 1:
        return False
    return _BOTH_WERE.search(walk.text, named.span.start, telling.overall.span.start) is not None


_NOT_OF = re.compile(
    r"(?:,|\b(?:and|but))\s+not\s+(?:(?:about|of|to|for|on)\s+)?(?:(?:its|the|their)\s+)?$"
    r"|\b(?:(?:did|does|do|was|were|had)\s+not|(?:did|does|was|were)n[’']t|never)\s+(?:look(?:ed)?|cover(?:ed)?|included?|about|touch(?:ed)?|consider(?:ed)?|ask(?:ed)?)"
    r"(?:\s+(?:at|on|about|of))?\s+(?:(?:its|the|their)\s+)?$"
)


def said_not_to_be(walk: Walk, telling: Telling, service: Noted) -> bool:
    """ "The visit in May was about social care, not SEND", "did not look at fostering": of anything but that."""
    named = telling.named
    own = [s.span for s in named.services if s.slug == service.slug]
    denied = (_NOT_OF.search(walk.text, named.span.start, s.start) or NOT_GRADED.match(walk.text, s.end) for s in own)
    return bool(own) and all(denied)
