"""Days that inspections have from the others of their page: the newest, those of one round, the month of a report."""

from __future__ import annotations

import re

from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.rules import rule
from inspections.reading.visits import UNGRADED
from inspections.reading.work import Work

_CAME = rule(
    r"\b(?:(?:re-?)?inspect\w*|(?:re-?)?visit\w*|came|come|spent|on[\s-]+site|fieldwork|took\s+place|reviews?|reviewed|monitor\w*"
    r"|carried\s+out|assess\w*|looked|returned|went|there|back)\b",
    re.I,
)


def month_of_the_report(work: Work, event: Event) -> bool:
    """ "Found inadequate in May", in a sentence that tells of no visit, where the report came out in that May."""
    day, out = event.inspected, event.published
    if day is None or out is None or day.precision != "month" or out.precision != "day":
        return False
    if not (day.known and out.known) or not (day.earliest <= out.earliest <= out.latest <= day.latest):  # type: ignore[operator]
        return False
    sentence = next((n.span for n in work.beside(day.span)), None)
    return sentence is not None and _CAME.search(sentence.of(work.context.text)) is None


_FULL = re.compile(r"\bfull\b")  # no visit since takes its place
_LAST = re.compile(r"\W*(?:last|latest|most\s+recent)\b", re.I)


def last_is_newest(work: Work) -> None:
    """ "The last inspection was in March 2024": the earlier one only where the text tells of a later."""
    text = work.context.text
    for event in work.events:
        day = event.any_date
        if not event.earlier or event.previous or day is None or day.earliest is None:
            continue
        if not any(_LAST.match(s.of(text)) for s in event.spans):
            continue
        later = [
            e
            for e in work.events
            if e is not event
            and not (e.kind in UNGRADED and e.spans[0] > event.spans[0] and _FULL.search(event.spans[0].of(text)))
            and e.slugs == event.slugs
            and e.service == event.service
            and (
                e.any_date is not None
                or e.kind_span is not None
                or (e.overall is not None and event.overall is not None)
            )
            and not (e.any_date and e.any_date.latest and e.any_date.latest <= day.earliest)
        ]
        event.earlier = bool(later)
        mains = [e for e in work.events if e.main]
        if not later and all(e.spans[0] > event.spans[0] for e in mains):
            for other in mains:
                other.main = False
            event.main = True


def same_round(work: Work) -> None:
    """Ratings given to many councils at once, once a year: those of one source share the day it states for them."""
    year = _year_of_the_stars(work)
    for event in work.events:
        if (
            year is not None
            and event.any_date is None
            and _is_of_stars(event)
            and not (event.previous or event.earlier)
        ):
            event.inspected = year
    rounds = [e for e in work.events if e.kind == "annual-assessment" and not (e.previous or e.earlier)]
    given = [e for e in rounds if e.overall is not None and e.overall.tie == "performs"]
    inspected = {e.inspected.edtf: e.inspected for e in given if e.inspected is not None and not _had_once(work, e)}
    published = {e.published.edtf: e.published for e in rounds if e.published is not None}
    released = {e.inspected.edtf: e.published for e in rounds if e.inspected is not None and e.published is not None}
    for event in given:
        if event.inspected is not None and event.published is None:
            event.published = released.get(event.inspected.edtf)
    years = {e.inspected.edtf for e in rounds if e.inspected is not None}
    for event in rounds:
        if event.any_date is None and event in given:
            if len(inspected) == 1 and years <= set(inspected):
                event.inspected = next(iter(inspected.values()))
            if len(published) == 1:
                event.published = next(iter(published.values()))


_HAD_BEEN = re.compile(r"\b(?:had|has|have)\s+(?:\w+\s+)?been\b")


def _had_once(work: Work, event: Event) -> bool:
    """ "Bury had been rated as performing poorly in 2009": a year that those rated since do not share."""
    if event.overall is None or not event.sentences:
        return False
    return _HAD_BEEN.search(work.context.text, event.sentences[0].start, event.overall.span.start) is not None


_RATINGS_FOR = re.compile(r"\b(?:ratings?|stars|(?<!performance\s)assessments?),?\s+(?:are\s+)?for\s+$", re.I)
_RATINGS_AFTER = re.compile(r"\s+(?:star\s+|performance\s+)*ratings?\b", re.I)


def _is_of_stars(event: Event) -> bool:
    return event.overall is not None and event.overall.word.lower().rstrip("s").endswith("star")


def _year_of_the_stars(work: Work) -> Mention | None:
    """The one year that "star ratings for 2006" are said to be of."""
    text = work.context.text
    if not any(_is_of_stars(event) for event in work.events):
        return None
    years = {
        day.edtf: day
        for named in work.named
        for day in named.dates
        if day.precision == "year"
        and not day.relative
        and (
            _RATINGS_FOR.search(text[max(named.span.start, day.span.start - 40) : day.span.start])
            or _RATINGS_AFTER.match(text, day.span.end, named.span.end)
        )
    }
    return next(iter(years.values())) if len(years) == 1 else None


# what would say of an annual rating that somebody came for it
_CAME_FOR_IT = rule(
    r"\b(?:carried\s+out|conducted|undertaken|visit\w*|on[\s-]+site|fieldwork|took\s+place|meetings?|period|inspect(?:ed|ion|ions))\b"
)


def day_of_the_rating(work: Work, event: Event) -> bool:
    """ "Awarded two stars on 27 November 2008": the day, or month, an annual rating came out; nobody came on it."""
    day = event.inspected
    starred = event.overall is not None and event.overall.word.lower().rstrip("s").endswith("star")
    if day is None or event.published is not None or day.precision == "year" or not day.known:
        return False
    if event.kind != "annual-assessment" and not (starred and event.kind == "unstated"):
        return False
    if day.earliest != day.latest and day.precision != "month":
        return False
    sentence = next((n.span for n in work.beside(day.span)), None)
    return sentence is not None and _CAME_FOR_IT.search(sentence.of(work.context.text)) is None
