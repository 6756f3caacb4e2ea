"""The stars of a letter: a line of its own, below "Your council's overall performance rating is", or a plain sentence.

The letter is of the one council that it is written to, so that nobody names it again. "In our letter of last year the
rating was one star" is the rating before.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from inspections.reading.events import Event
from inspections.reading.grades.hits import GradeHit
from inspections.reading.inspectorates import naming_rule
from inspections.reading.rules import rule
from inspections.reading.stars_said import speaks_of_stars
from inspections.reading.untold import is_hearsay
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.catalogue import Framework
    from inspections.reading.work import Work

_ALONE = re.compile(r"\W*(?P<g>(?:no|zero|one|two|three|[0-3])[\s-]stars?)\W*", re.I)
_RATING = (
    r"\b(?:your|the|its|our|this)\s+(?:(?:council|authority)[’']s\s+)?(?:(?:overall|star|performance|annual|current|final|present)\s+)*"
    r"(?:rating|judge?ment|assessment)(?:\s+(?:for|in|of)\s+(?:the\s+year\s+)?(?:19|20)\d\d(?:[-–/]\d{2,4})?)?"
)
_LEADS = rule(rf"{_RATING}\s*(?:(?:is|was|therefore|now|again|:|as\s+follows)\s*)*\W*$", re.I)
_SAID = rule(
    rf"{_RATING}\s+(?:is|was|remains|had\s+been)\s+(?:again\s+|only\s+|now\s+)?(?P<g>(?:no|zero|one|two|three|[0-3])[\s-]stars?)(?=\s*[.,;]|\s*$)",
    re.I,
)
_LAST_YEAR = rule(
    r"\b(?:last\s+year|the\s+(?:previous\s+year|year\s+before)|a\s+year\s+ago|in\s+our\s+(?:last|previous)\s+letter)\b",
    re.I,
)
_UNSURE = naming_rule(
    r"\b(?:if|whether|would|could|should|will|might|may|hop\w+|expect\w*|aim\w*|target\w*|not|never|Audit\s+Commission|CPA|comprehensive|homes?"
    r"|agency|hospitals?|trusts?|schools?|next\s+year)\b",
    re.I,
)


def add_star_lines(work: Work) -> None:
    """Read the stars of a letter, or of a page of one council, that gives them without the council's name."""
    about = work.context
    text = about.text
    framework = _framework(work) if speaks_of_stars(text) and about.letter and about.home is not None else None
    if framework is None:
        return
    starred = [e for _, e in work.told if e.overall is not None and e.overall.word.lower().rstrip("s").endswith("star")]
    if any(not (e.previous or e.earlier) for e in starred):
        return
    found = _line(work) or _sentence(work, earlier=False)
    if found is None:
        return
    _add(work, framework, found, earlier=False)
    if not starred and (before := _sentence(work, earlier=True)) is not None:
        _add(work, framework, before, earlier=True)


def _framework(work: Work) -> Framework | None:
    bodies = {b.slug for b in work.context.bodies}
    for framework in work.context.catalogue.frameworks.values():
        if bodies & set(framework.inspectorates) and any(_is_of_stars(work, slug) for slug in framework.scales):
            return framework
    return None


def _is_of_stars(work: Work, scale: str) -> bool:
    return all(g.slug.endswith(("star", "stars")) for g in work.context.catalogue.scales[scale].grades)


def _line(work: Work) -> Span | None:
    """The one line that is nothing but stars, right below words that lead up to it."""
    text, segments = work.context.text, work.context.document.segments
    lines = [
        (above, Span(below.span.start + m.start("g"), below.span.start + m.end("g")))
        for above, below in pairwise(segments)
        if (m := _ALONE.fullmatch(below.span.of(text))) and not below.furniture
    ]
    if len(lines) != 1:
        return None
    above, stars = lines[0]
    words = above.span.of(text)[-200:]
    return stars if _LEADS.search(words) and not _doubted(work, words) else None


def _sentence(work: Work, *, earlier: bool) -> Span | None:
    """The one sentence that says what the rating is, or what it was a year before."""
    text, out = work.context.text, []
    for named in work.named:
        words = named.span.of(text)
        m = _SAID.search(words)
        if m is None or (_LAST_YEAR.search(words) is not None) != earlier or named.segment.furniture:
            continue
        if named.settings or _doubted(work, words):
            continue
        out.append(Span(named.span.start + m.start("g"), named.span.start + m.end("g")))
    return out[0] if len({s.of(text).lower() for s in out}) == 1 else None


def _doubted(work: Work, words: str) -> bool:
    return is_hearsay(words) or _UNSURE.of(work.context.catalogue).search(words) is not None


def _add(work: Work, framework: Framework, stars: Span, *, earlier: bool) -> None:
    about = work.context
    assert about.home is not None
    word = " ".join(stars.of(about.text).lower().replace("-", " ").split())
    named = next((n for n in work.beside(stars)), None)
    sentence = named.span if named is not None else stars
    hit = GradeHit(stars, word, "stars", "previous" if earlier else "current")
    service = about.service if about.service is not None and about.service.slug in framework.services else None
    within = [e for e in work.events if e.overall is None and not e.aspects and any(s == sentence for s in e.sentences)]
    if len(within) == 1 and within[0].slugs == {about.home[0]} and within[0].service in framework.services:
        within[0].overall, within[0].kind, within[0].notes = hit, "annual-assessment", []
        within[0].previous = earlier
        work.told.append((stars.start, within[0]))
        work.told.sort(key=lambda each: each[0])
        work.plainly.add(stars)
        return
    held = next(
        (
            e
            for e in work.events
            if e.overall is None and e.service in framework.services and e.slugs == {about.home[0]}
        ),
        None,
    )
    if held is not None and not earlier and not (held.previous or held.earlier) and _is_yearly(held):
        held.overall, held.kind = hit, "annual-assessment"
        work.told.append((stars.start, held))
    else:
        event = Event(
            [about.home], framework.services[0], service.span if service is not None else stars,
            [b for b in about.bodies if b.slug in framework.inspectorates], "annual-assessment", None, None, None, hit,
            previous=earlier, spans=[stars], sentences=[sentence],
            segment=named.segment.index if named is not None else -1, service_span_is_name=service is not None,
        )  # fmt: skip
        event.main = not earlier and not any(e.main for e in work.events)
        work.events.append(event)
        work.told.append((stars.start, event))
    work.plainly.add(stars)
    work.told.sort(key=lambda each: each[0])


def _is_yearly(event: Event) -> bool:
    return event.kind == "annual-assessment"
