"""Which inspection's report a quotation is from: the one whose date or number is told, or else the one in focus."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from inspections.catalogue import Catalogue, Inspectorate
from inspections.reading.dates import dates
from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.events.periods import overlap
from inspections.reading.in_focus import in_focus, newest, of_service
from inspections.reading.quotations import Quotation
from inspections.reading.rules import rule
from inspections.reading.speakers.attribution import Attribution
from inspections.reading.tellings.date_roles import role
from inspections.reading.walk.one_each import by_half_a_name
from inspections.reading.where_told import live_events, told_in_order
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work


def report_event(work: Work, quote: Quotation, said: Attribution) -> Event | None:
    """The inspection whose report a quotation is from; None when the report is dated and no inspection has the date."""
    if half := _half_of_a_name(work, quote):
        return by_half_a_name(work.context.catalogue, tuple(live_events(work)), half)
    dated, stated = _dated_event(work, quote, said)
    if dated is not None or stated:
        return (dated and _of_this_time(work, quote, dated)) or dated
    counted = _ordinal_event(work, quote)
    if counted is not None:
        return counted
    base = of_service(work, quote, in_focus(work, quote, told_in_order(work)), None)
    found = newest(work, quote, base) if base is not None else None
    return _of_its_body(work, said, found) if found is not None else None


def bodies_named(catalogue: Catalogue, words: str) -> list[Inspectorate]:
    """The inspectorates that ``words`` name, by any of their names, in their order; not by a part of another's."""
    found: dict[int, tuple[int, Inspectorate]] = {}
    for body in catalogue.inspectorates.values():
        for name in {body.short, body.name, *body.names}:
            at = words.find(name)
            if (
                at >= 0
                and not words[at - 1 : at].isalnum()
                and not words[at + len(name) : at + len(name) + 1].isalnum()
            ):
                if at not in found or len(name) > found[at][0]:
                    found[at] = (len(name), body)
    return list({found[at][1].slug: found[at][1] for at in sorted(found)}.values())


def _of_its_body(work: Work, said: Attribution, base: Event) -> Event | None:
    """``base``, or the only inspection by another inspectorate that the attribution names; None of several."""
    if said.span is None or not base.bodies:
        return base
    named = {body.slug for body in bodies_named(work.context.catalogue, said.span.of(work.context.text))}
    if not named or named & {body.slug for body in base.bodies}:
        return base
    theirs = [e for e in live_events(work) if named & {body.slug for body in e.bodies}]
    return theirs[0] if len(theirs) == 1 else None


# "The report on the West says", "That on the North is tougher"
_ON_THE_HALF = rule(
    r"\b(?:(?:[Tt]he\s+report|[Tt]he\s+letter|[Tt]hat|[Tt]he\s+one)\s+on|(?:(?<=[.:”\"]\s)|^)(?:About|On|Of|In|For))\s+the\s+(?P<half>[A-Z][a-z]+)\b(?!\s+[A-Z])"
)


def _half_of_a_name(work: Work, quote: Quotation) -> str:
    """What its paragraph calls one council of two by: half of the name of one told of; blank: nothing."""
    begins = work.context.document.segments[quote.segments[0]].span.start
    halves = [m["half"] for m in _ON_THE_HALF.finditer(work.context.text, begins, quote.start)]
    known = work.context.catalogue.authorities
    told = {
        word for n in work.named for each in n.authorities for slug in each.slugs for word in known[slug].name.split()
    }
    return halves[-1] if halves and halves[-1] in told else ""


_THIS_TIME = re.compile(r"\W*(?:(?:But|And),?\s+)?(?:This\s+time|Now|Today|This\s+year)\b")


def _of_this_time(work: Work, quote: Quotation, base: Event) -> Event | None:
    """ "This time it says": of the newest inspection of the same council and service that has a day."""
    at = work.before(quote.start)
    if not at or not _THIS_TIME.match(work.context.text, work.named[at - 1].span.start, quote.start):
        return None
    own = [e for e in live_events(work) if e.slugs == base.slugs and e.service == base.service]
    dated = [(e.any_date.latest, e) for e in own if e.any_date is not None and e.any_date.latest is not None]
    return max(dated, key=lambda each: each[0])[1] if dated else None


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_ORDINAL = rule(rf"\b(?P<which>{'|'.join(_ORDINALS)})\s+(?:[\w\-]+\s+){{0,2}}?visit\b", re.I)


def _ordinal_event(work: Work, quote: Quotation) -> Event | None:
    """ "First visit: ... inspectors said": the visit that the paragraph counts."""
    segment = work.context.document.segments[quote.segments[0]]
    numbers = [
        _ORDINALS.index(m["which"].lower()) + 1
        for m in _ORDINAL.finditer(work.context.text, segment.span.start, quote.start)
    ]
    if not numbers:
        return None
    fits = [e for e in work.events if e.ordinal == numbers[-1]]
    if len(fits) == 1:
        return fits[0]
    visits = [e for e in work.events if e.kind == "monitoring-visit"]
    if fits or not all(e.inspected and e.inspected.earliest for e in visits):
        return None
    visits.sort(key=lambda e: e.inspected.earliest if e.inspected and e.inspected.earliest else date.min)
    if any(e.ordinal not in (0, i) for i, e in enumerate(visits, 1)):
        return None
    return visits[numbers[-1] - 1] if len(visits) >= numbers[-1] else None


def _dated_event(work: Work, quote: Quotation, said: Attribution) -> tuple[Event | None, bool]:
    """The event whose date an attribution prints: "(Ofsted, May 2016)", "the 2016 report concluded"; is any printed?"""
    text = work.context.text
    printed = False
    begins = work.context.document.segments[quote.segments[0]].span.start
    for span in (said.span, said.named):
        if span is None or (span is not said.span and span.start < begins):
            continue
        opens = next((o for n in work.beside(span) if (o := _opens(text, n.span.start, span.start)) is not None), None)
        wide = Span(opens if opens is not None else max(0, span.start - 3), span.end)
        for named in work.beside(wide):
            for d in named.dates:
                if d.span.within(wide) and role(text, named, d) in ("published", "inspected"):
                    fits = [e for e in work.events if _agrees(e, d)]
                    if len(fits) == 1:
                        return fits[0], True
        for d in dates(text, wide, work.context.anchor):
            fits = [e for e in work.events if _agrees(e, d)]
            if len(fits) == 1:
                return fits[0], True
            printed = printed or (
                not fits and bool(d.edtf) and not d.relative and d.precision in ("year", "month", "day")
            )
    return None, printed


# "In 2015 inspectors wrote"
_IN_THEN = re.compile(r"\W*(?:Back\s+)?(?:In|On|During)\s+[^,.;:“”]{4,24},?\s+")


def _opens(text: str, begins: int, said: int) -> int | None:
    """Where a day begins that opens the sentence right before those who say something."""
    found = _IN_THEN.fullmatch(text, begins, said) if begins <= said else None
    return found.start() if found is not None else None


def _agrees(event: Event, d: Mention) -> bool:
    return bool(overlap(event.published, d) or overlap(event.inspected, d))
