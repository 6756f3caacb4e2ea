"""Which tellings speak of one inspection, and what they say of it together.

Two tellings are one event when council, service, kind and dates allow it and the grades do not
speak against it. When in doubt they stay apart.
"""

from __future__ import annotations

import re

from inspections.reading.events import Event
from inspections.reading.events.occasions import (
    ANEW,
    ANOTHER,
    IN_DOUBT,
    came_again,
    nearest,
    newest_of,
    points_at_newest,
    with_grades,
)
from inspections.reading.events.periods import ends_before, finer, follows_soon, overlap
from inspections.reading.facts import InspectionKind
from inspections.reading.visits import UNGRADED

_NEAR = 3  # segments
BESIDE_A_VISIT = "beside a visit"  # a note of one of no day, told only as what came before or after
BEFORE_A_REVISIT = "before a revisit"  # a note of one told in a sentence that goes on to tell of a revisit


def same_event(a: Event, b: Event) -> bool:
    """May these be one event? Every thing both say must agree."""
    if a.named_apart and b.named_apart:
        return False
    if a.slugs and b.slugs and a.slugs != b.slugs and not (a.slugs < b.slugs or b.slugs < a.slugs):
        return False
    if a.slugs != b.slugs and ("elsewhere" in a.notes or "elsewhere" in b.notes):
        return False
    if a.slugs != b.slugs and a.slugs and b.slugs and not (a.main or b.main):
        return False
    if a.service and b.service and a.service != b.service:
        return False
    if None not in (a.section, b.section) and a.section != b.section and (a.service is None) != (b.service is None):
        return False  # told under different headings, and one does not say of which service
    if _inspected_apart(a, b) or _inspected_apart(b, a):
        return False
    if _of_its_own_kind(a, b) or _of_its_own_kind(b, a):
        return False
    if (a if b.service else b).service is None and abs(a.segment - b.segment) > _NEAR and not (a.main or b.main):
        if (a if b.service else b).any_date is not None:
            return False  # told far apart, and the one with the day does not say of which service
    if _told_beside(a, b) or _told_beside(b, a) or _revisited_since(a, b) or _revisited_since(b, a):
        return False
    if _told_anew(a, b) or _told_anew(b, a) or one_more(a, b) or one_more(b, a):
        return False
    if came_again(a, b) or came_again(b, a):
        return False
    if _called_otherwise(a, b) or _called_otherwise(b, a) or _came_first(a, b) or _came_first(b, a):
        return False
    if not kinds_agree(a.kind, b.kind) or _yearly(a, b) or _yearly(b, a):
        return False
    if a.ordinal != b.ordinal and ((a.ordinal and b.ordinal) or a.named_apart or b.named_apart):
        return False  # "the first visit" is not the full inspection in the row above
    if (a.earlier or a.previous) != (b.earlier or b.previous) and not _anchored(a, b):
        if not (_is_report_of(a, b) or _is_report_of(b, a)):
            return False
    inspected, published = overlap(a.inspected, b.inspected), overlap(a.published, b.published)
    if inspected is False or published is False:
        return False
    if inspected is None and published is None and a.any_date and b.any_date:
        first, second = (a, b) if a.inspected else (b, a)
        if first.inspected and second.published and not follows_soon(first.inspected, second.published):
            return False
    if a.overall and b.overall and plain_grade(a.overall.word) != plain_grade(b.overall.word):
        return False
    return not (_cannot_carry(a, b) or _cannot_carry(b, a))


def _of_its_own_kind(event: Event, other: Event) -> bool:
    """Is one of no service, with its day, told in another paragraph than one that says what it was, and who came?"""
    return (
        event.service is not None
        and other.service is None
        and other.kind == "unstated"
        and event.segment != other.segment
        and other.any_date is not None
        and (event.kind == "joint-targeted" or (event.own_bodies and event.called in ("inspected", "visited")))
        and not (event.own_bodies and other.own_bodies)
    )


def _inspected_apart(event: Event, other: Event) -> bool:
    """ "Youth justice was inspected by HMI Probation" tells of its own visit, and not of one of no service and body."""
    return (
        event.service is not None
        and event.own_bodies
        and event.called in ("inspected", "visited", "reinspected", "assessed")
        and other.service is None
        and not other.own_bodies
        and event.any_date is None
    )


def _told_beside(visit: Event, other: Event) -> bool:
    """ "Inspected in May, after a focused visit": two visits, where the sentence tells of both."""
    return BESIDE_A_VISIT in visit.notes and any(told in other.sentences for told in visit.sentences)


def _revisited_since(revisit: Event, other: Event) -> bool:
    """ "The area had been inspected in 2019 and the revisit was still to come": the first is no revisit.

    Nor is one that has its day, where what is told after it is a revisit of no day: "When inspectors came back".
    """
    if revisit.kind != "revisit" or other.kind != "unstated":
        return False
    since = revisit.any_date is None and other.any_date is not None and revisit.spans and other.spans
    told_after = bool(since) and revisit.spans[0].start > max(span.end for span in other.spans)
    return told_after or BEFORE_A_REVISIT in other.notes


def _told_anew(event: Event, other: Event) -> bool:
    """Is a report said to be new, and the other told of before it, with its grade and another day or none?"""
    if ANEW not in event.notes or other.overall is None or event.overall is not None:
        return False
    before = max(s.start for s in other.spans) < min(s.start for s in event.spans)
    return before and other.segment == event.segment and not _anchored(event, other)


def one_more(event: Event, other: Event) -> bool:
    """Is one brought in as "a second inspection", or "another", where its paragraph has told of the other?"""
    if ANOTHER not in event.notes or other.segment != event.segment or "thin" in other.notes:
        return False
    return max(s.start for s in other.spans) < min(s.start for s in event.spans) and not _anchored(event, other)


def _called_otherwise(visit: Event, other: Event) -> bool:
    """ "The disappointing inspection last July" is not the monitoring visit that a page is about."""
    return (
        visit.kind in ("monitoring-visit", "focused-visit", "revisit", "interim-visit")
        and other.kind == "unstated"
        and other.called.startswith(("inspection", "reinspection", "re-inspection"))
        and other.any_date is not None
        and visit.segment != other.segment
        and not _anchored(visit, other)
    )


def _yearly(event: Event, visit: Event) -> bool:
    """An annual rating of which nothing is told is no inspection that went on for days.

    Nor is one of a year what another paragraph says was done in a month of it, of a service that is not named.
    """
    bare = event.any_date is None and event.overall is None and not event.aspects
    day = visit.inspected
    lasted = day is not None and day.precision == "period" and day.earliest != day.latest
    if event.kind != "annual-assessment" or visit.kind != "unstated":
        return False
    own = event.inspected is not None and event.inspected.precision == "year" and visit.service is None
    elsewhere = own and day is not None and day.precision != "year" and event.segment != visit.segment
    return (bare and lasted) or elsewhere


def _came_first(event: Event, other: Event) -> bool:
    """What inspectors "first" came for is no revisit."""
    return "first" in event.notes and other.kind in ("revisit", "monitoring-visit")


def _cannot_carry(visit: Event, graded: Event) -> bool:
    """Visits that carry no grade; an inspection of school improvement is effective or ineffective."""
    if visit.kind not in UNGRADED:
        return False
    if graded.kind == "unstated" and any(a.grade is not None and a.scale is None for a in graded.aspects):
        return True  # "help and protection was judged good": by an inspection, whatever visit is told of beside it
    if graded.overall is None:
        return False
    return not (visit.kind == "school-improvement" and graded.overall.word.lower().endswith("effective"))


def _anchored(a: Event, b: Event) -> bool:
    """Do both give the same date, or the same grade and no date that differs?"""
    if overlap(a.inspected, b.inspected) or overlap(a.published, b.published):
        return True
    return bool(overlap(a.inspected, b.published) or overlap(a.published, b.inspected))


def plain_grade(word: str) -> str:
    folded = " ".join(word.lower().split())
    return "ri" if folded.startswith("requir") else re.sub(r"^perform\w*", "performs", folded)


def kinds_agree(a: InspectionKind, b: InspectionKind) -> bool:
    """Can both be the kind of one event? "Unstated" goes with any."""
    return a == b or "unstated" in (a, b)


def join(into: Event, other: Event) -> None:
    into.authorities += [x for x in other.authorities if x[0] not in into.slugs]
    into.service, into.service_span = (
        (into.service, into.service_span) if into.service else (other.service, other.service_span)
    )
    if into.service_span is None:
        into.service_span = other.service_span
    if (
        not into.service_span_is_name
        and other.service_span_is_name
        and other.service_span is not None
        and other.service == into.service
    ):
        into.service_span, into.service_span_is_name = other.service_span, True
    if other.own_bodies and not into.own_bodies:
        into.bodies, into.own_bodies = list(other.bodies), True
    elif other.own_bodies == into.own_bodies:
        held = {b.slug for b in into.bodies}
        into.bodies += [b for b in other.bodies if b.slug not in held]
    if into.kind == "unstated":
        into.kind, into.kind_span = other.kind, other.kind_span
    into.joined += [b for b in other.joined if b.slug not in {held.slug for held in into.joined}]
    into.inspected = finer(into.inspected, other.inspected)
    into.published = finer(into.published, other.published)
    if into.overall is None:
        into.overall = other.overall
    elif other.overall is not None:
        into.also.append(other.overall)
    into.also += other.also
    into.ordinal = into.ordinal or other.ordinal
    into.notes += [note for note in other.notes if note == "first" and note not in into.notes]
    into.main = into.main or other.main
    into.earlier, into.previous = into.earlier or other.earlier, into.previous or other.previous
    into.named_apart = into.named_apart or other.named_apart
    held_words = {(a.words, a.word) for a in into.aspects}
    into.aspects += [a for a in other.aspects if (a.words, a.word) not in held_words]
    into.outcome += [o for o in other.outcome if o not in into.outcome]
    into.spans += other.spans
    into.sentences += other.sentences
    into.follows = into.follows or other.follows
    into.previous_of = into.previous_of or other.previous_of


def gather(told: list[Event]) -> list[Event]:
    """Join the events of a document, in order of telling; an event fits the only one it agrees with, or stays apart."""
    out: list[Event] = []
    dated = {_of_kind(e) for e in told if e.any_date is not None}
    for event in told:
        fits = [e for e in out if same_event(e, event) and not _told_with_its_day(e, event, dated)]
        fits = [e for e in fits if IN_DOUBT not in e.notes]
        fits = _whose_report_it_is(event, fits) or with_grades(event, fits)
        if event.any_date is None and event.kind != "unstated":
            fits = [e for e in fits if e.kind == event.kind] or fits  # "The revisit", in a heading: the one so called
        strong = [e for e in fits if _anchored(e, event)]
        if fits and points_at_newest(event):
            newest = newest_of(event, fits, out)
            if newest is None:
                event.notes.append(IN_DOUBT)
                out.append(event)
            else:
                join(newest, event)
        elif len(strong) == 1:
            join(strong[0], event)
        elif len(strong) > 1:
            best = [
                e
                for e in strong
                if overlap(e.inspected, event.inspected)
                and e.inspected
                and event.inspected
                and e.inspected.edtf == event.inspected.edtf
            ]
            if len(best) == 1:
                join(best[0], event)
            else:
                out.append(event)
        elif len(fits) == 1 and _may_follow(fits[0], event):
            join(fits[0], event)
        elif (
            len(fits) > 1
            and event.published is not None
            and event.inspected is None
            and len(
                visited := [e for e in fits if e.inspected is not None and e.inspected.known and e.published is None]
            )
            == 1
        ):
            join(visited[0], event)
        elif (
            len(fits) > 1
            and event.inspected is not None
            and len(
                graded := [e for e in fits if e.any_date is None and e.overall is not None and e.kind not in UNGRADED]
            )
            == 1
        ):
            join(graded[0], event)
        elif (
            event.any_date is None
            and event.overall is not None
            and len(here := [e for e in fits if e.segment == event.segment and e.overall is None and e.any_date]) == 1
            and not here[0].previous
        ):
            join(here[0], event)
        elif len(fits) > 1 and event.any_date is None and not event.named_apart:
            recent = max(fits, key=lambda e: (bool(event.overall) and bool(e.overall), max(s.start for s in e.spans)))
            if _is_told_between(event, recent, fits):
                recent = nearest(event, fits) or recent
            join(_newest_visit(fits) or recent if event.main and event.overall is None else recent, event)
        else:
            out.append(event)
    return out


def _whose_report_it_is(event: Event, fits: list[Event]) -> list[Event]:
    """ "Inspected in May, and its report, published in July, found": the one inspection of its own sentence."""
    own = [e for e in fits if _is_report_of(event, e)]
    return own if len(own) == 1 else []


def _is_report_of(report: Event, visit: Event) -> bool:
    """Does one sentence tell of the days of a visit, and of the day and the grade of a report?"""
    if report.published is None or report.inspected is not None or report.overall is None:
        return False
    if visit.inspected is None or not visit.inspected.known or visit.published is not None or visit.overall is not None:
        return False
    return report.called == "report" and any(told in visit.sentences for told in report.sentences)


def _is_told_between(event: Event, recent: Event, fits: list[Event]) -> bool:
    """Is another inspection of a day, and of no grade so far, told of between one and a grade with its parts?"""
    between = nearest(event, fits)
    return (
        bool(event.overall and event.aspects)
        and between is not None
        and between is not recent
        and ends_before(recent.any_date, between.any_date)
        and between.overall is None
        and between.kind not in UNGRADED
        and not (between.previous or between.earlier)
    )


def _newest_visit(events: list[Event]) -> Event | None:
    """Of several visits that a page's title may be of, the newest whose day is told."""
    dated = [(e.inspected.latest, e) for e in events if e.inspected is not None and e.inspected.latest is not None]
    return max(dated, key=lambda each: each[0])[1] if dated else None


def _of_kind(event: Event) -> tuple[frozenset[str], str | None, str]:
    return frozenset(event.slugs), event.service, event.kind


def _told_with_its_day(held: Event, event: Event, dated: set[tuple[frozenset[str], str | None, str]]) -> bool:
    """Is one of no day, called a revisit, told of elsewhere with its day, and this dated one not called so?"""
    if held.any_date is not None or event.any_date is None or event.kind != "unstated":
        return False
    return held.kind == "revisit" and not held.ordinal and _of_kind(held) in dated


def _may_follow(held: Event, event: Event) -> bool:
    """Without a date of its own a telling belongs to the event spoken of; with one it joins only an undated event."""
    if event.any_date is None:
        return not event.named_apart or held.any_date is None
    if held.any_date is None:
        if told_apart(held, event):
            return False
        return "thin" not in event.notes or not held.kind_span or held.segment == event.segment
    if held.inspected and event.published and held.published is None:
        return held.inspected.known or event.published.precision != "year"  # "In the report of 2017": of an earlier one
    return bool(held.published and event.inspected and held.inspected is None)


def told_apart(held: Event, event: Event) -> bool:
    """Is a visit of a day told of in another paragraph than a grade of none, and neither of what the page is about?"""
    if held.segment == event.segment or held.main or event.main or (held.previous and event.earlier):
        return False
    return event.overall is None and not event.aspects and event.inspected is not None


def contradict(events: list[Event]) -> list[tuple[Event, Event]]:
    """Pairs that are one inspection by council, service, kind and date, and have two different grades."""
    return [
        (a, b)
        for i, a in enumerate(events)
        for b in events[i + 1 :]
        if a.slugs == b.slugs
        and a.service == b.service
        and kinds_agree(a.kind, b.kind)
        and a.overall is not None
        and b.overall is not None
        and plain_grade(a.overall.word) != plain_grade(b.overall.word)
        and (overlap(a.inspected, b.inspected) or overlap(a.published, b.published))
    ]
