"""Two services that one framework inspects together: their headline grades are two parts of one inspection."""

from __future__ import annotations

import re
from datetime import date

from inspections.catalogue import Framework
from inspections.reading.events import Aspect, Event
from inspections.reading.events.periods import within
from inspections.reading.naming import Noted
from inspections.reading.parts import parts
from inspections.reading.work import Work
from inspections.text import Span


def join_two_headed(work: Work) -> None:
    """Grades of two services that one framework inspects together are two parts of one inspection.

    Inspections of safeguarding and looked-after children (2009 to 2012) gave two headline grades.
    """
    catalogue = work.context.catalogue
    _join_to_reviews(work)
    for framework in catalogue.frameworks.values():
        if framework.overall != "never" or len(framework.services) < 2:
            continue
        parts = {s for s in framework.services if catalogue.services[s].parent is not None}
        heads = [
            e
            for e in work.events
            if e.service in parts
            and e.kind in ("unstated", "full")
            and (e.overall is None or e.overall.subjects or _both_have_it(work, e, parts))
        ]
        groups: dict[tuple[frozenset[str], str], list[Event]] = {}
        undated = [e for e in heads if e.inspected is None or not e.inspected.known]
        for event in heads:
            if event not in undated and event.inspected is not None:
                groups.setdefault((event.slugs, event.inspected.edtf), []).append(event)
        for event in undated:
            mates = [k for k in groups if k[0] == event.slugs]
            if len(mates) == 1:
                groups[mates[0]].append(event)
            elif mates and (mate := _told_just_before(work, event, [e for k in mates for e in groups[k]])) is not None:
                next(groups[k] for k in mates if any(e is mate for e in groups[k])).append(event)
            elif not mates:
                groups.setdefault((event.slugs, ""), []).append(event)
        _into_the_finer(groups)
        for group in groups.values():
            group += _of_the_whole(work, framework, group)
            dated = [e for e in group if e.inspected is not None and e.inspected.known]
            times = {e.inspected.edtf for e in dated if e.inspected is not None}
            services = {e.service for e in group if e.overall is not None}
            lone = catalogue.framework_for((), group[0].service, "full", *_bounds(dated, work)) is framework
            base = lone or any(e.overall is None and _names_both(work, e, parts) for e in group)
            if len(services) < (1 if base else 2) or len(times) > 1 or (not dated and work.context.limit is None):
                continue
            out = [e.published for e in group if e.published is not None and e.published.known]
            bounds = dated[0].inspected if dated else out[0] if out else None
            earliest = bounds.earliest if bounds is not None else None
            latest = bounds.latest if bounds is not None else work.context.limit
            if not framework.used.overlaps(earliest or latest, latest):
                continue
            first = group[0]
            for event in group:
                hit = event.overall
                if hit is None:
                    if event is not first and not event.aspects:
                        first.inspected = first.inspected or event.inspected
                        first.published = first.published or event.published
                        first.spans += event.spans
                        first.sentences += event.sentences
                        first.main = first.main or event.main
                        first.bodies += [b for b in event.bodies if b.slug not in {x.slug for x in first.bodies}]
                        work.events.remove(event)
                    continue
                words = event.service_span
                if words is None or (hit.subjects and event.service not in {s.slug for s in hit.subjects}):
                    words = Span(
                        hit.subjects[0].span.start, hit.subjects[-1].span.end
                    )  # the other's grade, told with it
                if not any(a.words == words for a in first.aspects):
                    first.aspects.append(Aspect(words, hit.span, hit.word))
                event.overall = None
                if event is not first:
                    first.aspects += [a for a in event.aspects if a not in first.aspects]
                    first.inspected = first.inspected or event.inspected
                    first.published = first.published or event.published
                    first.spans += event.spans
                    first.sentences += event.sentences
                    work.events.remove(event)
            _of_both(work, first)


def _join_to_reviews(work: Work) -> None:
    """A joint area review grades parts alone: what it gave to looked-after children is told as a part of it.

    "A joint area review took place. Safeguarding was judged good and services for looked after children adequate."
    """
    reviews = [e for e in work.events if e.kind == "joint-area-review" and e.service is not None]
    for event in list(work.events) if reviews else ():
        hit = event.overall
        if hit is None or not hit.subjects or hit.polarity == "previous":
            continue
        review = event if event in reviews else _told_just_before(work, event, reviews)
        if review is None or review.service is None or review.slugs != event.slugs:
            continue
        if event is not review and (event.any_date is not None or event.kind not in ("unstated", "full")):
            continue
        words = _part_named(work, review.service, hit.subjects[-1])
        if words is None or any(a.words == words for a in review.aspects):
            continue
        review.aspects.append(Aspect(words, hit.span, hit.word))
        event.overall = None
        if event is not review:
            review.spans += event.spans
            review.sentences += event.sentences
            work.events.remove(event)


def _part_named(work: Work, service: str, named: Noted) -> Span | None:
    """The part of a review whose name begins with that of a service, or is it."""
    catalogue, text = work.context.catalogue, work.context.text
    reach = Span(named.span.start, min(len(text), named.span.end + _LONGEST_PART))
    own = [each.span for each in parts(text, reach, catalogue, (service,)) if not each.overall]
    longest = max((each for each in own if each.start == named.span.start), key=lambda each: each.end, default=None)
    if longest is not None and longest.end >= named.span.end:
        return longest
    return named.span if catalogue.services[named.slug].parent == service else None


_LONGEST_PART = 80  # characters


def _both_have_it(work: Work, event: Event, parts: set[str]) -> bool:
    """ "Both were judged adequate": is the one grade of an inspection that of the other service too?"""
    return any(
        other.service in parts
        and other.service != event.service
        and other.slugs == event.slugs
        and (event.overall is not None and other.overall is not None and other.overall.span == event.overall.span)
        for other in work.events
    )


def _into_the_finer(groups: dict[tuple[frozenset[str], str], list[Event]]) -> None:
    """ "In 2011" and "in July 2011": where one only of the finer days lies in a year, what is told of both is one."""
    for key, events in list(groups.items()):
        year = events[0].inspected
        if year is None or not year.known or year.precision != "year":
            continue
        inside = [
            k
            for k, others in groups.items()
            if k != key and k[0] == key[0] and (day := others[0].inspected) is not None and within(day, year)
        ]
        if len(inside) == 1 and all(event.overall is None and not event.aspects for event in events):
            for event in events:
                event.inspected = groups[inside[0]][0].inspected
            groups[inside[0]] += groups.pop(key)


def _told_just_before(work: Work, event: Event, mates: list[Event]) -> Event | None:
    """The inspection that the paragraph of an undated grade has told of last."""
    at = event.spans[0].start
    last = max((e for e in mates if e.spans[0].start < at), key=lambda e: e.spans[0].start, default=None)
    same = last is not None and "\n\n" not in work.context.text[last.spans[0].start : at]
    return last if same else None


def _of_the_whole(work: Work, framework: Framework, group: list[Event]) -> list[Event]:
    """The dated visit that such parts are of, told in its own sentence as one of children's services."""
    catalogue, limit = work.context.catalogue, work.context.limit
    if not any(e.overall is not None for e in group) or any(e.inspected is not None for e in group):
        return []
    parents = {catalogue.services[e.service].parent for e in group if e.service is not None}
    peers = [
        e
        for e in work.events
        if e.slugs == group[0].slugs and e.service in (*parents, None) and not (e.previous or e.earlier)
    ]
    whole = [e for e in peers if e.kind in ("unstated", "full") and e.inspected is not None and not e.aspects]
    if len(whole) > 1:  # of several, the one that the paragraph of the grades has told of last
        before = _told_just_before(work, group[0], whole)
        whole = [before] if before is not None and group[0].segment == before.segment else []
    if len(whole) != 1 or whole[0].overall is not None or whole[0].inspected is None:
        return []
    day = whole[0].inspected
    if not day.known or not framework.used.overlaps(day.earliest, day.latest):
        return []
    if catalogue.framework_for((), group[0].service, "full", day.earliest, day.latest or limit) is not framework:
        return []
    loose = [e for e in peers if e.overall is not None and e.inspected is None and e.overall.tie != "performs"]
    if any(e.overall is not None and e.inspected is not None for e in peers) or len({e.segment for e in loose}) > 1:
        loose = [e for e in loose if e.segment == whole[0].segment]  # another inspection's may stand elsewhere
    for event in loose:
        event.overall = None  # no grade of the whole is given under this framework
    return [*whole, *(e for e in loose if e.kind in ("unstated", "full") and not e.aspects)]


_CAPACITY = re.compile(r"(?:their\s+|the\s+)?capacity\s+(?:for|to)\s+improve(?:ment)?", re.I)
_FOR_BOTH = re.compile(r"[’”'\"]?\s+(?:for|in)\s+both\b", re.I)


def _of_both(work: Work, event: Event) -> None:
    """ "Capacity for improvement was judged good for both": a grade of each of the two that were judged."""
    text = work.context.text
    heads = [a.words for a in event.aspects if a.under is None and not _CAPACITY.fullmatch(a.words.of(text))]
    for aspect in list(event.aspects):
        alone = aspect.under is None and aspect.grade is not None and _CAPACITY.fullmatch(aspect.words.of(text))
        if alone and aspect.grade is not None and len(heads) == 2 and _FOR_BOTH.match(text, aspect.grade.end):
            event.aspects.remove(aspect)
            event.aspects += [Aspect(aspect.words, aspect.grade, aspect.word, under=head) for head in heads]


def _bounds(dated: list[Event], work: Work) -> tuple[date | None, date | None]:
    first = dated[0].inspected if dated else None
    return (first.earliest, first.latest) if first is not None else (None, work.context.limit)


def _names_both(work: Work, event: Event, parts: set[str]) -> bool:
    """Does the sentence that tells of this inspection name more than one of the services inspected together?"""
    told = set(event.sentences)
    return any(n.span in told and len({s.slug for s in n.services} & parts) > 1 for n in work.named)
