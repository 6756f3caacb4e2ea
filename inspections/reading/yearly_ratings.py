"""The day on which the ratings of a year came out: one day for all councils, told once for all that a page names.

"Ofsted published its annual ratings yesterday": of each rating of that year of which no day is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.events.periods import follows_soon
from inspections.reading.rules import rule
from inspections.reading.tellings.date_roles import role
from inspections.reading.tellings.taking_place import NOT_HELD
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.naming import Naming
    from inspections.reading.work import Work

_RATINGS = rule(
    r"\b(?:ratings|assessments|stars)\b(?!\s+(?:agency|agencies|officers?))(?:\s+of\s+(?:local\s+authority\s+|councils[’']\s+)?(?:children[’']s|adult|social)\s[\w\s’']{3,40}?)?"
    r"|^\W*(?:Those|The\s+(?:results|ones))\s+for\s+(?:19|20)\d\d\b",
    re.I,
)
_OUT = rule(
    r"\b(?:publish(?:ed|es)|issued|released|announced|made\s+public|came\s+out|appeared)\b",
    re.I,
)
# of which nobody can say that they are those of councils' services
_OF_OTHERS = rule(
    r"\b(?:Healthcare|Audit)\s+Commission\b|\b(?:hospitals?|trusts?|schools?|nurser\w+|care\s+homes?|children[’']?s\s+homes|police|fire|food|hygiene|corporate|CPA"
    r"|comprehensive|self[-\s]\w+|risk|impact|equality|needs|initial|core)\b(?![^.;]{0,30}\bservices\s+for\s+adults)",
    re.I,
)
_UNSURE = rule(
    r"\b(?:not|never|delay\w*|due|expected|would|will|could|might|should|whether|if|until|before)\b|n[’']t\b", re.I
)
_LATEST = 16  # months from the beginning of a year to the day on which its ratings come out


def add_yearly_ratings(work: Work) -> None:
    """Give each yearly rating without a day the one that a sentence tells of the ratings of its year."""
    yearly = [e for e in work.events if e.kind == "annual-assessment" and e.published is None]
    if not yearly:
        return
    text = work.context.text
    for named in work.that_may_hold(_OUT):
        if named.segment.kind in ("row", "heading") or not named.dates:
            continue
        said = named.span.of(text)
        if not _RATINGS.search(said) or NOT_HELD.search(said) or _UNSURE.search(said) or _OF_OTHERS.search(said):
            continue
        days = [d for d in named.dates if d.known and d.precision == "day" and _came_out(text, named, d)]
        if len(days) != 1 or any(span.overlaps(days[0].span) for q in work.quotes for span in q.spans):
            continue
        for event in yearly:
            if event.published is None and _is_theirs(work, named, days[0], event):
                event.published = days[0]
        _share_their_year(work, days[0])


def _share_their_year(work: Work, day: Mention) -> None:
    """Ratings that came out together are of one year, where the page tells it of one of them."""
    out = [e for e in work.events if e.kind == "annual-assessment" and e.published and e.published.edtf == day.edtf]
    for service in {e.service for e in out}:
        years = {e.inspected.edtf: e.inspected for e in out if e.service == service and e.inspected is not None}
        for event in out if len(years) == 1 else ():
            if event.service == service and event.inspected is None:
                event.inspected = next(iter(years.values()))


_OUT_BEFORE = rule(
    r"\b(?:publish(?:ed|es)|issued|released|announced|made\s+public|came\s+out|appeared)\b[^.;:]{0,90}$", re.I
)
_OUT_BEHIND = rule(r"^[^.;:]{0,20}\b(?:publish(?:ed|es)|issued|released|announced|made\s+public)\b", re.I)
_VISITED = rule(r"\b(?:re-?)?(?:inspect(?:ed|ion|ions)|visit\w*)\b", re.I)


def _came_out(text: str, named: Naming, day: Mention) -> bool:
    """Is a day that on which ratings came out: by what it is said to be, or by "today" beside a verb of publishing?"""
    if role(text, named, day) == "published":
        return True
    visited = _VISITED.finditer(text, named.span.start, named.span.end)
    bodies = [body.span for body in named.inspectorates]
    if not day.relative or any(not any(Span(*m.span()).within(body) for body in bodies) for m in visited):
        return False
    left, right = text[named.span.start : day.span.start], text[day.span.end : named.span.end]
    return bool(_OUT_BEFORE.search(left) or _OUT_BEHIND.search(right))


def _is_theirs(work: Work, named: Naming, day: Mention, event: Event) -> bool:
    """Is a rating one of those that came out on a day: by the inspectorate named, or spoken of, and of their year?"""
    if day.latest is None or event.contradicted or not _are_meant(work, named, event):
        return False
    if event.inspected is not None and not (event.inspected.known and follows_soon(event.inspected, day)):
        return False
    frameworks = [
        f
        for f in work.context.catalogue.frameworks.values()
        if "annual-assessment" in f.kinds and event.service in f.services and f.used.holds(day.latest)
    ]
    bodies = {b.slug for b in named.inspectorates} or {b.slug for b in event.bodies}
    if not any(bodies & set(f.inspectorates[:1]) for f in frameworks):
        return False
    years = [d for d in named.dates if d.precision == "year" and d.known and not d.relative and d is not day]
    told = event.inspected.latest.year if event.inspected is not None and event.inspected.latest is not None else None
    if years:
        return len(years) == 1 and years[0].latest is not None and told == years[0].latest.year
    if event.earlier or event.previous:
        return False
    if told is None:
        return True
    months = (day.latest.year - told) * 12 + day.latest.month
    alike = [e.inspected for e in work.events if e.kind == event.kind and e.service == event.service]
    newest = max((when.latest.year for when in alike if when is not None and when.latest is not None), default=told)
    return months <= _LATEST and told == newest


def _are_meant(work: Work, named: Naming, event: Event) -> bool:
    """Where a sentence names no inspectorate: do its words, or the page, know ratings of this kind alone?"""
    if named.inspectorates:
        return True
    if _STARS.search(work.context.text, named.segment.span.start, named.span.end):
        return event.overall is not None and _STARS.search(event.overall.word) is not None
    if len({e.service for e in work.events if e.kind == event.kind}) == 1:
        return True
    spoken_of = _named_last(work, named)
    return bool(spoken_of) and spoken_of <= {b.slug for b in event.bodies}


_NEAR = 3  # sentences


def _named_last(work: Work, named: Naming) -> set[str]:
    """The inspectorates that the last sentence naming any names, right before this one."""
    at = work.before(named.span.start)
    near = reversed(work.named[max(0, at - _NEAR) : at])
    return next(({b.slug for b in n.inspectorates} for n in near if n.inspectorates), set())


_STARS = rule(r"\bstars?\b", re.I)

__all__ = ["add_yearly_ratings"]
