"""Two reports told of at once, one on each council: what is told of both, of each, and of "the North's"."""

from __future__ import annotations

import re
from itertools import pairwise

from inspections.catalogue import Catalogue
from inspections.reading.authorities import Named
from inspections.reading.events import Event, aspect_of
from inspections.reading.events.periods import overlap
from inspections.reading.facts import Warned
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.reading.visits import UNGRADED
from inspections.reading.walk import Walk

_NEAR = 3  # paragraphs
# as in: two reports, one on West Northamptonshire and one on North Northamptonshire
_ONE_ON = rule(
    r"\b(?:two|three|separate)\s+(?:\w+\s+)?(?:reports|letters)\b\s*(?:[:,(]|[–—-]\s)\s*one\s+(?:on|about|for|to)\s+(?:the\s+)?",
    re.I,
)
_AND_ONE = rule(
    r"(?:[’']s?)?(?:\s+council)?,?\s+(?:and\s+)?(?:one|the\s+other|another)\s+(?:on|about|for|to)\s+(?:the\s+)?", re.I
)
_BOTH_REPORTS = rule(r"\W*(?:Both|The\s+two|All\s+three)\s+(?:reports|letters)\b")
_IN_EACH = rule(
    r"\W*(?:In|For|On)\s+(?:each|both)(?:\s+(?:of\s+(?:them|these)|reports?|cases?|letters?))?,\s"
    r"|\W*(?:Each|Both)\s+(?:councils?|reports?|was|were|is|are)\b"
)
# "In the West's, care leavers are rated good", "On the North, ..."
_THE_ONES = rule(
    r"\W*(?:In|For|On|As\s+for)\s+(?:(?:the\s+report|that|the\s+one)\s+on\s+)?the\s+(?P<half>[A-Z][a-z]+)(?:[’']s)?(?:\s+(?:report|letter|case))?,\s"
)


def one_each(text: str, named: Naming) -> tuple[Named, ...]:
    """The councils of a sentence that tells of as many reports, one on each of them; none in any other sentence."""
    opens = _ONE_ON.search(text, named.span.start, named.span.end) if len(named.authorities) > 1 else None
    found = tuple(a for a in named.authorities if opens is not None and a.span.start >= opens.end())
    if opens is None or len(found) < 2 or found[0].span.start != opens.end():
        return ()
    return found if all(_AND_ONE.fullmatch(text, a.span.end, b.span.start) for a, b in pairwise(found)) else ()


def by_half_a_name(catalogue: Catalogue, events: tuple[Event, ...], half: str) -> Event | None:
    """ "The North", of two councils called after one county: the one inspection of the one that has it in its name."""
    names = {slug: catalogue.authorities[slug].name for event in events for slug in event.slugs}
    rest = {" ".join(w for w in name.split() if w != half) for name in names.values() if half in name.split()}
    if len(rest) != 1 or sum(name.split(maxsplit=1)[-1] in rest for name in names.values()) < 2:
        return None
    found = [e for e in events if any(half in names[slug].split() for slug in e.slugs)]
    return found[0] if len(found) == 1 else None


def of_each(walk: Walk, telling: Telling) -> bool:
    """Is what a sentence tells of the reports that were told of at once? It is given to those that it says."""
    named, text = telling.named, walk.text
    if not walk.each or named.authorities or not 0 <= named.segment.index - walk.each[-1].segment <= _NEAR:
        return False
    if walk.last[1] not in walk.each or any(overlap(telling.inspected, e.inspected) is False for e in walk.each):
        return False
    start = named.span.start
    if telling.noun == "report" and telling.overall is None and _BOTH_REPORTS.match(text, start):
        for event in walk.each:
            event.published = event.published or telling.published
            event.sentences.append(named.span)
        return True
    if telling.overall is None and not telling.aspects:
        return False
    half = _THE_ONES.match(text, start)
    one = by_half_a_name(walk.work.context.catalogue, walk.each, half["half"]) if half is not None else None
    told = walk.each if _IN_EACH.match(text, start) else (one,) if one is not None else ()
    if telling.overall is not None and any(e.overall is not None or e.kind in UNGRADED for e in told):
        told = ()
    told = () if telling.previous else told
    for event in told:
        event.overall = event.overall or telling.overall
        event.aspects += [aspect_of(words, hit) for words, hit in telling.aspects]
        event.sentences.append(named.span)
    if not told:
        hits = [*((telling.overall,) if telling.overall is not None else ()), *(hit for _, hit in telling.aspects)]
        why = "left out: of which of several reports is not said"
        walk.work.warnings += [Warned("grade-passed-over", why, hit.span) for hit in hits]
    return True
