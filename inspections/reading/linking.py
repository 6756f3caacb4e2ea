"""Which inspection came before which, and which visit follows up which, where a document says so."""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading.events import Event
from inspections.reading.events.periods import overlap
from inspections.reading.visits import UNGRADED
from inspections.reading.work import Work

# "had been inadequate in 2009 and in 2012": another stands between this and the next
_AND_AGAIN = re.compile(r",?\s+and\s+(?:(?:then|again|once\s+more)\s+)*(?:in\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b")


def link(events: list[Event], main: Event | None, text: str, catalogue: Catalogue) -> None:
    """Which inspection came before which, where the document says so."""
    for event in sorted(events, key=lambda e: e.kind in UNGRADED):  # a grade before any visit that carries none
        if event.inspected is not None and _AND_AGAIN.match(text, event.inspected.span.end):
            continue
        if event.earlier and not event.previous and event.any_date is not None and not event.any_date.known:
            continue  # "Rated inadequate in 2018. The last visit was on 4 May": which came first, nobody says
        own = {event.service, _whole_of(event, catalogue)}
        peers = [e for e in events if e is not event and e.slugs == event.slugs and e.service in own]
        if event.previous or event.earlier:
            after = [e for e in peers if _sort(e) > _sort(event)] or [
                e for e in peers if e.any_date is None or not (e.previous or e.earlier)
            ]
            graded = [e for e in after if e.kind not in UNGRADED] or after
            graded = [e for e in graded if not _apart(event, e) and not _comes_after(event, e)]
            if event.kind == "monitoring-visit" and event.any_date is None:  # it comes after an inspection
                graded = [e for e in graded if e.kind in UNGRADED]
            if graded:
                successor = min(graded, key=_sort)
                if successor.previous_of is None:
                    successor.previous_of = event
    for event in events:
        if event.kind in ("monitoring-visit", "revisit"):
            peers = [
                e
                for e in events
                if e is not event and e.slugs == event.slugs and e.service == event.service and e.kind not in UNGRADED
            ]
            before = [e for e in peers if _sort(e) < _sort(event) or e.earlier or e.previous]
            before = [e for e in before if not _comes_after(e, event)]
            told = [e for e in before if e.any_date is not None and not (e.earlier or e.previous)]
            if event.kind == "revisit" and event.any_date is None and len(told) > 1:
                continue  # "when they came back", and two inspections told of: to which of them is not said
            if before:
                last = max(before, key=_sort)  # one of no day, told of as the one before, is no newer than the others
                event.follows = max(told, key=_sort) if last.any_date is None and told else last
                event.previous_of = event.follows


def _whole_of(event: Event, catalogue: Catalogue) -> str | None:
    """The service of which the previous inspection was of two parts with a grade each: safeguarding, looked after."""
    two_headed = (f.services for f in catalogue.frameworks.values() if f.overall == "never" and len(f.services) > 1)
    if not event.earlier or not any(event.service in services for services in two_headed):
        return event.service
    kind = catalogue.services.get(event.service or "")
    return kind.parent if kind is not None and kind.parent is not None else event.service


def _comes_after(event: Event, other: Event) -> bool:
    """Is its day known, and later than the other's?"""
    one, two = event.any_date, other.any_date
    return bool(one and two and one.earliest and two.latest and one.earliest > two.latest)


def link_by_day(work: Work, events: list[Event]) -> None:
    """Two inspections of one service, each with its grade and its day: the later came after the earlier."""
    graded = [
        e
        for e in events
        if (e.kind not in UNGRADED or (e.kind == "school-improvement" and e.overall is not None))
        and (e.overall is not None or e.aspects)
        and e.any_date is not None
        and e.any_date.known
    ]
    for event in graded:
        before = [
            e
            for e in graded
            if e.slugs == event.slugs
            and e.service == event.service
            and _sort(e) < _sort(event)
            and not overlap(e.inspected, event.inspected)
            and _on_one_scale(work, e, event)
        ]
        newest = not any(
            e.slugs == event.slugs and e.service == event.service and _sort(e) > _sort(event) for e in graded
        )
        if before and newest and event.previous_of is None:
            last = max(before, key=_sort)
            if not any(_stands_between(each, last, event) for each in events if each not in graded):
                event.previous_of = last


def _stands_between(event: Event, before: Event, after: Event) -> bool:
    """Was this inspection, whose grade nobody knows, between two others of the same service?"""
    if event.slugs != after.slugs or event.service != after.service or event.kind in UNGRADED:
        return False
    known = event.inspected is not None and event.inspected.known
    return known and _sort(before) < _sort(event) < _sort(after) and not overlap(event.inspected, after.inspected)


def _on_one_scale(work: Work, earlier: Event, later: Event) -> bool:
    """Is the later the next of its kind? For children's services: was "good" the same grade of one scale at both?"""
    scales, kinds = [], (_kind(earlier), _kind(later))
    for event in (earlier, later):
        day = event.any_date
        body = event.bodies[0].slug if event.bodies else None
        performs = event.overall is not None and event.overall.tie == "performs"
        word = "performs well" if performs else "good"
        if event.kind in ("annual-assessment", "joint-area-review") and kinds[0] != kinds[1]:
            return False
        earliest, latest = (day.earliest, day.latest) if day is not None else (None, None)
        scales.append(work.context.catalogue.scale_for_word(word, body, event.service, None, earliest, latest))
    if later.service != "childrens-services":
        return kinds[0] == kinds[1] or "annual-assessment" not in kinds
    return scales[0] is not None and scales[0] is scales[1]


def _kind(event: Event) -> str:
    """Stars are given by the year, whether or not the text says so again."""
    starred = event.overall is not None and event.overall.word.lower().rstrip("s").endswith("star")
    return "annual-assessment" if starred else event.kind


def _apart(earlier: Event, later: Event) -> bool:
    """Local area SEND inspections before and after 2023 are of two kinds, and neither follows the other."""
    if earlier.service == "adult-social-care" and earlier.kind == "annual-assessment" and later.kind != earlier.kind:
        mine, theirs = {b.slug for b in earlier.bodies}, {b.slug for b in later.bodies}
        if mine and theirs and not mine & theirs:
            return True  # stars of one regulator, years before, and another's rating
    if earlier.kind == "annual-assessment" != later.kind and later.inspected is not None:
        if later.inspected.precision == "period" and later.service == "childrens-services":
            return True  # a rating of the year before, and an inspection that went on for days
    days = [d.earliest for d in (earlier.any_date, later.any_date) if d is not None and d.earliest is not None]
    return earlier.service == "area-send" and len(days) == 2 and (days[0].year < 2023) != (days[1].year < 2023)


def _sort(event: Event) -> tuple[int, str]:
    d = event.any_date
    if d is None or d.earliest is None:
        return (1, "")
    return (0, str(d.earliest))
