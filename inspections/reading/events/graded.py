"""The scale on which a grade word was given, and the part of a framework that a label names."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from inspections.catalogue import Catalogue, Framework, Scale
from inspections.reading.facts import Graded, Words
from inspections.reading.grades.hits import GradeHit
from inspections.reading.visits import UNGRADED
from inspections.text import Span


def resolve_grade(
    catalogue: Catalogue,
    word: str,
    body: str | None,
    service: str | None,
    framework: str | None,
    earliest: date | None,
    latest: date | None,
    limit: date | None,
    previous: bool = False,
) -> Scale | None:
    """The one scale on which this word could have been given then; None when there is not exactly one."""
    upper = latest or limit
    if earliest is None and upper is None:
        return catalogue.scale_for_word(word, body, service)  # a word of one scale only, whenever it was given
    tried = [(earliest, upper)]
    if earliest is None and upper is not None:
        tried += [(upper - timedelta(days=4 * 365), upper)]
        if not previous:  # one before it was given at nobody knows which time
            tried += [(upper - timedelta(days=400), upper)]
    for since, until in tried:
        for chosen in (framework, None) if framework else (None,):
            scale = catalogue.scale_for_word(word, body, service, chosen, since, until)
            if scale is not None:
                return scale
    return None


def heads_framework(catalogue: Catalogue, framework: Framework, service: str | None) -> bool:
    """Does the framework give this service a grade of its own, as one of its parts?"""
    if service is None:
        return False
    entry = catalogue.services[service]
    names = {_plain_words(n) for n in (entry.name, *entry.names)}
    return any(_plain_words(w) in names for aspect in framework.aspects for w in (aspect.label, *aspect.wordings))


def graded_framework(
    catalogue: Catalogue, bodies: tuple[str, ...], service: str | None, earliest: date | None, latest: date | None
) -> Framework | None:
    """The one framework under which such a visit, kind not stated, can have had a grade."""
    kinds = {k for f in catalogue.frameworks.values() for k in f.kinds} - UNGRADED
    found = {
        f.slug: f for k in kinds if (f := catalogue.framework_for(bodies, service, k, earliest, latest)) is not None
    }
    return next(iter(found.values())) if len(found) == 1 else None


def framework_called(
    catalogue: Catalogue,
    words: str,
    bodies: tuple[str, ...],
    service: str | None,
    bounds: tuple[date | None, date | None],
) -> Framework | None:
    """ "Arrangements for the protection of children": the one framework whose name the service is called by."""
    plain = _plain_words(words)
    found = [
        f
        for f in catalogue.frameworks.values()
        if plain in {_plain_words(n) for n in f.names}
        and set(bodies) <= set(f.inspectorates)
        and service in f.services
        and f.used.overlaps(*bounds)
    ]
    return found[0] if len(found) == 1 else None


def number_differs(catalogue: Catalogue, overall: Graded, hits: list[GradeHit | None]) -> bool:
    """Does a source print another grade's number beside the word?"""
    if overall.grade is None:
        return False
    number = catalogue.scales[overall.scale].grade(overall.grade).number
    printed = {h.number for h in hits if h is not None and h.number is not None}
    return number is not None and bool(printed - {number})


def aspect_label(text: str, span: Span) -> str:
    return " ".join(span.of(text).split()).strip(" :;.,")


def aspect_slug(framework: object, label: str, text: str, span: Span) -> str | None:
    """The framework's aspect of this name, with what it stands under or without."""
    for words in (label, span.of(text)):
        plain = _plain_words(words)
        for aspect in getattr(framework, "aspects", ()):
            if plain in {_plain_words(w) for w in (aspect.label, *aspect.wordings)}:
                return str(aspect.slug)
    return None


@lru_cache(maxsize=4096)
def _plain_words(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


def graded_as(
    catalogue: Catalogue,
    span: Span,
    word: str,
    body: str | None,
    service: str | None,
    framework: str | None,
    bounds: tuple[date | None, date | None],
    limit: date | None,
    dropped: list[tuple[Span, str]],
    previous: bool,
) -> Graded | None:
    if word.startswith("progress:") and service == "area-send":
        dropped.append((span, "progress in words that such a visit does not use"))
        return None
    if word.startswith("progress:"):
        return Graded("fe-monitoring-progress", word.removeprefix("progress:"), Words((span,)))
    if word.startswith("send:"):
        return Graded("area-send-outcome", word.removeprefix("send:"), Words((span,)))
    folded = re.sub(r"^perform\w*", "performs", " ".join(word.lower().replace("-", " ").split()))
    folded = re.sub(r"^requir\w+", "requires", folded)
    scale = resolve_grade(catalogue, folded, body, service, framework, bounds[0], bounds[1], limit, previous)
    derived = scale is None and bounds[0] is not None and bounds[1] is not None
    if derived:
        scale = catalogue.scale_last_in_use(folded, body, service, bounds[0], bounds[1])
        scale = scale or _begun_last(catalogue, folded, body, service, bounds[0], bounds[1])
    grade = scale.grade_worded(folded) if scale else None
    if scale is None or grade is None:
        dropped.append((span, "no single scale fits this word, service and date"))
        return None
    if derived:
        note = "the scale is worked out: the last of those that had this grade at the time"
        return Graded(scale.slug, grade.slug, Words((span,)), "derived", note)
    return Graded(scale.slug, grade.slug, Words((span,)))


def _begun_last(
    catalogue: Catalogue, word: str, body: str | None, service: str | None, earliest: date | None, latest: date | None
) -> Scale | None:
    """Where a framework and the one after it were both in use: the scale of the one begun last by that day."""
    found = []
    for framework in catalogue.frameworks.values():
        if service not in framework.services or "full" not in framework.kinds:
            continue
        if not framework.used.overlaps(earliest, latest) or (body is not None and body not in framework.inspectorates):
            continue
        scales = [s for slug in framework.scales if (s := catalogue.scales[slug]).grade_worded(word) is not None]
        found += [(framework.used.since, scale) for scale in scales]
    if earliest is None or any(since is None or since > earliest for since, _ in found):
        return None
    newest = max((since for since, _ in found if since is not None), default=None)
    last = [scale for since, scale in found if since == newest]
    return last[0] if len(last) == 1 else None
