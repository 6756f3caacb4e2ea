"""Does a service fit what was asked, and those who came? One that a sentence does not name must."""

from __future__ import annotations

import re
from collections.abc import Iterable

from inspections.catalogue import Framework
from inspections.reading.naming import Naming, Noted
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
    day = telling.inspected
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


def comes_for_it(walk: Walk, named: Naming, service: Noted) -> bool:
    """Does any inspectorate that a sentence, or its paragraph before it, names inspect a service that is not named?"""
    bodies = {b.slug for b in named.inspectorates}
    if not bodies and named.segment.index == walk.paragraph:
        bodies = {b.slug for b in walk.local_bodies}
    frameworks = walk.work.context.catalogue.frameworks.values()
    bodies &= {b for f in frameworks for b in f.inspectorates}
    if not bodies:
        return True
    services = walk.work.context.catalogue.services
    family = {service.slug, services[service.slug].parent}
    family |= {each.slug for each in services.values() if each.parent == service.slug}
    return any(bodies & set(f.inspectorates) and family & set(f.services) for f in frameworks)


def joint(walk: Walk, bodies: Iterable[Noted]) -> bool:
    """Are three of these among those that make joint targeted inspections? Not so inspectorates of other times."""
    named = {b.slug for b in bodies}
    together = (f for f in walk.work.context.catalogue.frameworks.values() if "joint-targeted" in f.kinds)
    return len(named) >= 3 and any(len(named & set(f.inspectorates)) >= 3 for f in together)


def inspected_by(walk: Walk, telling: Telling) -> Noted | None:
    """The one service that just these inspectorates visit together."""
    named = telling.named
    bodies = {b.slug for b in named.inspectorates}
    services = {
        f.services for f in walk.work.context.catalogue.frameworks.values()
        if bodies == set(f.inspectorates) and _fits(f, telling)
    }  # fmt: skip
    if len(services) != 1 or telling.inspected is None or not telling.inspected.known:
        return None
    return Noted(Span(named.inspectorates[0].span.start, named.inspectorates[-1].span.end), services.pop()[0])
