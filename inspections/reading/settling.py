"""Settling what a document tells: joining, completing, dropping what has no substance, linking."""

from __future__ import annotations

import re

from inspections.catalogue.types import Period
from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.events.joining import contradict, gather, join, one_more, plain_grade, told_apart
from inspections.reading.events.occasions import IN_DOUBT, came_again
from inspections.reading.events.periods import overlap
from inspections.reading.facts import Warned
from inspections.reading.from_inspectors import is_from_inspectors
from inspections.reading.kinds_worked_out import work_out_kind
from inspections.reading.linking import link, link_by_day
from inspections.reading.naming import Noted
from inspections.reading.rules import rule
from inspections.reading.settled_days import day_of_the_rating, month_of_the_report, same_round
from inspections.reading.substance import has_substance
from inspections.reading.told_of_each import without_those_told_of_each
from inspections.reading.took_part import came_with
from inspections.reading.two_headed import join_two_headed
from inspections.reading.visits import UNGRADED
from inspections.reading.work import Work

# "the rating of your council's services, to be published on 29 November": another day than the letter's own
_TO_COME_OUT = rule(
    r"\b(?:ratings?|assessments?|judge?ments?|results?|reports?|stars|grades?)\b[^.;]{0,140}?\b(?:to\s+be|will\s+(?:then\s+|also\s+)?be|due\s+to\s+be)\s+(?:\w+ly\s+)?"
    r"(?:published|announced|made\s+public|released)\s+(?:\w+ly\s+|by\s+(?:the\s+)?\w+\s+)?on\s+(?:\w+day,?\s+)?\d"
)


_ALONE = rule(
    r"\b(?:alone|on\s+its\s+own|by\s+itself|its\s+own\s+service|before\s+(?:the\s+two|they|it)\s+(?:was\s+|were\s+)?(?:joined|merged|shared|combined))\b",
    re.I,
)


def _of_one_alone(text: str, event: Event) -> bool:
    """ "In 2015, when it belonged to Essex alone, it had been good": of none who have shared the service since."""
    name = event.authorities[0][1]
    return any(
        name.within(s) and (event.previous or event.earlier or _ALONE.search(text, s.start, s.end))
        for s in event.sentences
    )


def settle(work: Work) -> None:
    """Join what speaks of one event, complete what the document says of all, and drop what has no substance."""
    about = work.context
    apart = {
        service
        for service, listed in work.joint.items()
        if len({e.slugs for e in work.events if e.service == service and e.slugs < {s for s, _ in listed}}) > 1
    }  # "Kingston was judged good, Richmond outstanding": they share a company and no inspection
    work.events = [
        e
        for e in work.events
        if e.service not in apart or e.slugs != {s for s, _ in work.joint[e.service or ""]} or e.overall or e.aspects
    ]
    work.events = without_those_told_of_each(work.events)
    for event in work.events:
        listed = work.joint.get(event.service or "", []) if event.service not in apart else []
        if len(event.authorities) == 1 and event.authorities[0][0] in {s for s, _ in listed}:
            if not _of_one_alone(about.text, event):
                event.authorities = list(listed)
    join_two_headed(work)
    same_round(work)
    first = [
        e
        for e in work.events
        if "voice" not in e.notes
        and e.authorities
        and ("thin" not in e.notes or e.any_date is not None or e.overall or e.aspects)
    ]
    work.warnings += [
        Warned("event-passed-over", "no council is named for this", e.spans[0])
        for e in work.events
        if not e.authorities
    ]
    segments = about.document.segments
    first.sort(key=lambda e: e.any_date is None and e.segment >= 0 and segments[e.segment].kind == "heading")
    later = [e for e in work.events if "voice" in e.notes]
    if work.of_rows:
        first.sort(key=lambda e: e.spans[0])  # what stands below a table of councils says more of its rows
    kept = _without_those_in_doubt(work, gather(first))
    for event in later:
        fits = [
            e
            for e in kept
            if e.service in (event.service, None)
            and e.slugs == event.slugs
            and (overlap(e.inspected, event.inspected) or overlap(e.published, event.published))
        ]
        if len(fits) == 1:
            fits[0].sentences += event.sentences
            fits[0].voiced += event.spans
            fits[0].inspected = fits[0].inspected or event.inspected
    kept = [e for e in _told_again(work, kept) if not _is_the_report_of_a_year(e, kept)]
    for event in kept:
        if month_of_the_report(work, event):
            event.inspected = None
        if day_of_the_rating(work, event):
            event.inspected, event.published = None, event.inspected
    _leave_out_contradictions(work, kept)
    kept = [e for e in kept if has_substance(work, e)]
    main = next((e for e in kept if e.main), None) or next(
        (e for e in kept if not e.previous and not e.earlier), kept[0] if kept else None
    )
    told_as_main = main is not None and main.main
    for event in kept:
        event.main = event is main
    for event in kept:
        event.notes = []
        _complete_bodies(work, event, main)
        work_out_kind(work, event)
    link(kept, main, about.text, about.catalogue)
    link_by_day(work, kept)
    if (
        main is not None
        and told_as_main
        and work.family.voice == "inspectorate"
        and about.letter
        and is_from_inspectors(work)
        and main.published is None
        and about.published is not None
        and _TO_COME_OUT.search(about.text) is None
    ):
        main.published = about.published
    kept.sort(key=lambda e: min(s.start for s in e.spans))
    work.events = kept


def _is_the_report_of_a_year(event: Event, kept: list[Event]) -> bool:
    """ "Its 2019 report speaks for itself", where an inspection of 2019 has been told of: is it of that one?"""
    if event.called != "report" or event.kind != "unstated" or event.overall or event.aspects or event.inspected:
        return False
    if event.published is None or event.published.precision != "year" or event.published.earliest is None:
        return False
    if event.service_span is not None and any(event.service_span.within(each) for each in event.sentences):
        return False
    others = (e.any_date for e in kept if e is not event and e.slugs == event.slugs and e.service != event.service)
    return any(
        d is not None and d.earliest is not None and d.earliest.year == event.published.earliest.year for d in others
    )


def _told_again(work: Work, kept: list[Event]) -> list[Event]:
    """A grade told without a date, of a council and service whose inspections are told of with theirs, is one of them.

    It joins the one that has the same grade; where several have it, or none, it is a telling and no inspection.
    """
    out = list(kept)
    for event in kept:
        if event.any_date is not None or event.overall is None or event.aspects or event.kind in UNGRADED:
            continue
        if event.named_apart:
            continue
        if event.overall.tie == "move" and not event.previous:
            told = set(event.sentences)
            if any(e is not event and told & set(e.sentences) and e.slugs == event.slugs for e in out):
                continue  # "inadequate in 2014, and since then they have climbed to ...": two, and the later of no day
        peers = [
            e
            for e in out
            if e is not event
            and e.slugs == event.slugs
            and e.service == event.service
            and e.kind not in UNGRADED
            and not e.contradicted
            and (e.any_date is not None or e.aspects or e.overall is not None)
            and not _of_another_scale(e, event)
        ]
        if event.overall.tie == "no-longer" and len(event.slugs) > 1:
            out.remove(event)  # of a shared service, the grade may be another council's, abolished since
            why = "left out: the text does not say which inspection gave this grade"
            work.warnings.append(Warned("grade-passed-over", why, event.overall.span))
            continue
        if not peers:
            continue
        word = plain_grade(event.overall.word)
        same = [e for e in peers if e.overall is not None and plain_grade(e.overall.word) == word]
        if peers and all(came_again(e, event) for e in peers):
            continue  # "were rated inadequate. In 2017 Ofsted came back": of one before it, whose day is not told
        open_ = [e for e in peers if e.overall is None and not e.previous and not e.earlier and not event.previous]
        if len(same) == 1 or (same and all(e.any_date is None for e in same)):
            out.remove(event)
            _keep_words(same[0], event)
        elif same:
            out.remove(event)
        elif (
            len(open_) == 1
            and not event.previous
            and not (told_apart(event, open_[0]) or one_more(event, open_[0]))
            and not any(e.overall is not None and not (e.previous or e.earlier) for e in peers)
        ):
            out.remove(event)
            join(open_[0], event)
        elif _is_now(work, event) and all(e.any_date is not None for e in peers):
            continue  # "rated inadequate in 2015, are now good": of a later one, whose day is not told
        elif not (_one_earlier(event, peers) or all(e.previous or e.earlier for e in peers)):
            out.remove(event)
            why = "left out: the text does not say which inspection gave this grade"
            work.warnings.append(Warned("grade-passed-over", why, event.overall.span))
    return out


def _of_another_scale(event: Event, other: Event) -> bool:
    """Is one "performing well", as only the ratings of a few years are worded, and the other graded in other words?"""
    if event.overall is None or other.overall is None:
        return False
    return (event.overall.tie == "performs") != (other.overall.tie == "performs")


def _without_those_in_doubt(work: Work, kept: list[Event]) -> list[Event]:
    """What "on this occasion" tells of either of two inspections is of neither."""
    for event in kept:
        if IN_DOUBT in event.notes:
            why = "left out: the text does not say which inspection gave this grade"
            grades = [event.overall.span if event.overall else None, *(a.grade for a in event.aspects)]
            work.warnings += [Warned("grade-passed-over", why, span) for span in grades if span is not None]
    return [event for event in kept if IN_DOUBT not in event.notes]


_NOW = rule(r"\b(?:now|today|currently)\s+(?:(?:judged|rated|graded|deemed|found|to\s+be|as|been)\s+)*[‘“'\"]?$", re.I)


def _is_now(work: Work, event: Event) -> bool:
    """Is the grade said to be so now?"""
    if event.overall is None or event.previous:
        return False
    at = event.overall.span.start
    return _NOW.search(work.context.text[max(0, at - 40) : at]) is not None


def _one_earlier(event: Event, peers: list[Event]) -> bool:
    """Is this the one inspection that the text calls the one before?"""
    return event.previous and not any(e.previous or e.earlier for e in peers)


def _keep_words(into: Event, event: Event) -> None:
    """The words of a grade told again prove the same inspection; nothing else is taken from them."""
    into.also += [h for h in (event.overall, *event.also) if h is not None]
    into.spans += event.spans
    into.sentences += event.sentences
    into.main = into.main or event.main


def _leave_out_contradictions(work: Work, kept: list[Event]) -> None:
    """A text that gives one inspection two grades proves neither: both are left out, and named."""
    for first, second in contradict(kept):
        for event in (first, second):
            if event.overall is not None:
                message = "the text gives two grades for this inspection, and neither is taken"
                work.warnings.append(Warned("grades-disagree", message, event.overall.span))
    for first, second in contradict(kept):
        first.overall = second.overall = None
        first.contradicted = True
        first.also, second.also = [], []
        join(first, second)
        if second in kept:
            kept.remove(second)


def _in_its_time(used: Period, day: Mention) -> bool:
    """Did an inspectorate that ended, end after this day?"""
    return used.until is not None and used.overlaps(day.earliest, day.latest)


def _give_grades(work: Work, bodies: list[Noted], event: Event) -> bool:
    """Do these inspectorates together give a service an overall grade? Ofsted and the CQC never gave children's one."""
    known, slugs = work.context.catalogue.frameworks.values(), {b.slug for b in bodies}
    theirs = [f for f in known if event.service in f.services and set(f.inspectorates) == slugs]
    return not theirs or any(f.overall != "never" for f in theirs)


def _complete_bodies(work: Work, event: Event, main: Event | None) -> None:
    """An inspectorate not named: that of the same service's event, or the only one that inspects it."""
    if event.bodies:
        day = next((d for d in (event.inspected, event.published) if d is not None and d.known), None)
        covers = {
            b
            for f in work.context.catalogue.frameworks.values()
            if event.service in f.services
            and (day is None or f.used.overlaps(day.earliest, day.latest))
            and (event.kind == "unstated" or event.kind in f.kinds)
            for b in f.inspectorates
        }
        theirs = {
            b
            for f in work.context.catalogue.frameworks.values()
            if event.service in f.services
            for b in f.inspectorates
        }
        covers = covers or {
            b for f in work.context.catalogue.frameworks.values() if event.kind in f.kinds for b in f.inspectorates
        }
        fitting = [b for b in event.bodies if b.slug in covers] if covers else event.bodies
        if theirs and event.kind == "thematic":
            fitting = [b for b in fitting if b.slug in theirs]  # carried from a visit of others to another service
        if not fitting and event.own_bodies and day is not None:  # "In 2001 the SSI inspected": of no framework we know
            known = work.context.catalogue.inspectorates
            fitting = [b for b in event.bodies if b.slug in known and _in_its_time(known[b.slug].used, day)]
        if fitting and len(fitting) < len(event.bodies):
            event.joined += came_with(work.context.text, event.bodies, fitting)
        event.bodies = fitting or []
        if event.bodies:
            return
    if main is not None and main is not event and main.bodies and main.service == event.service:
        if len(main.bodies) == 1 or event.overall is None or _give_grades(work, main.bodies, event):
            event.bodies = list(main.bodies)
            return
    held = {b.slug: b for b in work.context.bodies}
    sole = {f.inspectorates for f in work.context.catalogue.frameworks.values() if event.service in f.services}
    single = {bodies for bodies in sole if len(bodies) == 1}
    options = [b for b in held.values() if (b.slug,) in single]
    if len(options) == 1:
        event.bodies = [options[0]]
    elif not options and len(held) == 1 and not work.of_rows:
        only = next(iter(held.values()))
        day = next((d for d in (event.inspected, event.published) if d is not None and d.known), None)
        inspect = [f for f in work.context.catalogue.frameworks.values() if event.service in f.services]
        then = [f for f in inspect if day is None or f.used.overlaps(day.earliest, day.latest)]
        apart = {f.inspectorates[0] for f in then or inspect if len(f.inspectorates) == 1}
        covers = apart or {f.inspectorates[0] for f in then or inspect}  # who inspects it alone, or else who leads
        if not covers or only.slug in covers:
            event.bodies = [only]
    elif len(sole) == 1 and all(b in held for b in next(iter(sole))):
        event.bodies = [held[b] for b in next(iter(sole))]
    elif len(sole) == 1 and event.kind == "joint-targeted" and len(set(held) & set(next(iter(sole)))) > 1:
        event.bodies = [b for b in held.values() if b.slug in next(iter(sole))]
