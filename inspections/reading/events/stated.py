"""An inspection as a fact: what stands about it in the source, with the words that prove it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from inspections.catalogue import Catalogue
from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.events.graded import (
    aspect_label,
    aspect_slug,
    framework_called,
    graded_as,
    graded_framework,
    heads_framework,
    number_differs,
)
from inspections.reading.events.joining import plain_grade
from inspections.reading.facts import (
    KIND_WORKED_OUT,
    Graded,
    InspectionFact,
    InspectionKind,
    Judged,
    Name,
    When,
    Words,
)
from inspections.reading.naming import Noted
from inspections.reading.rules import rule
from inspections.reading.visits import UNGRADED
from inspections.text import Span


def when(mention: Mention | None) -> When | None:
    return mention.when() if mention is not None and mention.edtf else None


def _was_there(catalogue: Catalogue, slug: str, bounds: tuple[date | None, date | None]) -> bool:
    """Was there an inspectorate of this name on the days of a visit, and not one before or after it?"""
    body = catalogue.inspectorates.get(slug)
    return body is None or body.used.overlaps(bounds[0], bounds[1])


def _was_used(catalogue: Catalogue, scale: str, bounds: tuple[date | None, date | None]) -> bool:
    """Was a scale of what is met or not in use on the days of a visit, where they are known?"""
    held = catalogue.scales[scale]
    return held.kind != "met" or bounds[0] is None or held.used.overlaps(bounds[0], bounds[1])


def to_fact(
    event: Event, key: str, catalogue: Catalogue, limit: date | None, text: str, dropped: list[tuple[Span, str]]
) -> InspectionFact:
    """The event as a fact; grades whose scale is not certain are left out and named in ``dropped``."""
    bounds = next(
        ((d.earliest, d.latest) for d in (event.inspected, event.published) if d is not None and d.known), (None, None)
    )
    if bounds[0] is not None:
        event.bodies = [b for b in event.bodies if _was_there(catalogue, b.slug, bounds)]
    body = event.bodies[0].slug if event.bodies else None
    bodies = tuple(dict.fromkeys(b.slug for b in event.bodies))
    framework = None
    if bodies and (bounds[0] or limit):
        framework = catalogue.framework_for(bodies, event.service, event.kind, bounds[0] or None, bounds[1] or limit)
        if framework is None and event.kind == "unstated" and (event.overall or event.aspects):
            framework = graded_framework(catalogue, bodies, event.service, bounds[0] or None, bounds[1] or limit)
        if framework is not None and event.kind == "unstated" and not (event.overall or event.aspects):
            framework = None
        if framework is not None and bounds[0] is None:
            framework = None
        if framework is None and event.service_span is not None and bounds[0]:
            framework = framework_called(catalogue, event.service_span.of(text), bodies, event.service, bounds)
    slug = framework.slug if framework else None
    overall = None
    if event.overall is not None:
        overall = graded_as(
            catalogue,
            event.overall.span,
            event.overall.word,
            body,
            event.service,
            slug,
            bounds,
            limit,
            dropped,
            event.previous,
        )
    if overall is not None and event.overall is not None and event.overall.also is not None:
        overall = replace(overall, words=Words(tuple(sorted((event.overall.span, event.overall.also)))))
    if overall is not None and number_differs(catalogue, overall, [event.overall, *event.also]):
        dropped.append((overall.words.spans[0], "the number printed beside it is another grade's"))
        overall = None
    if overall is not None:
        again = [h.span for h in event.also if event.overall and plain_grade(h.word) == plain_grade(event.overall.word)]
        overall = replace(overall, words=Words(tuple(sorted({*overall.words.spans, *again}))))
    if (
        overall is not None
        and framework is not None
        and framework.overall == "never"
        and overall.scale not in ("fe-monitoring-progress", "area-send-outcome", "lasi-effectiveness")
    ):
        if not (event.overall and event.overall.subjects and heads_framework(catalogue, framework, event.service)):
            dropped.append(
                (overall.words.spans[0], "inspections of this kind have no overall grade, and no part of it is named")
            )
            overall = None
    if overall is not None and event.derived_grade is not None:
        overall = replace(
            overall,
            basis="derived",
            words=Words((event.derived_grade, *overall.words.spans)),
            note="from words that say the result stayed the same",
        )
    judged = []
    for aspect in event.aspects:
        if aspect.grade is None:
            scale_slug = aspect.scale or "fe-monitoring-progress"
            judged.append(
                Judged(
                    aspect_label(text, aspect.words),
                    None,
                    Graded(scale_slug, None, Words((aspect.words,))),
                    Words((aspect.words,)),
                )
            )
            continue
        if aspect.scale and aspect.grade_slug and not _was_used(catalogue, aspect.scale, bounds):
            dropped.append((aspect.grade, "its scale was not in use on the day of the inspection"))
            continue
        if aspect.scale and aspect.grade_slug:
            proof = (aspect.grade,) if aspect.also is None else tuple(sorted((aspect.grade, aspect.also)))
            graded: Graded | None = Graded(aspect.scale, aspect.grade_slug, Words(proof))
        else:
            graded = graded_as(
                catalogue, aspect.grade, aspect.word, body, event.service, slug, bounds, limit, dropped, event.previous
            )
        if graded is not None:
            label = aspect_label(text, aspect.words)
            shown = (aspect.words,) if aspect.under is None else (aspect.under, aspect.words)
            if aspect.under is not None:
                label = f"{aspect_label(text, aspect.under)}: {label}"
            judged.append(Judged(label, aspect_slug(framework, label, text, aspect.words), graded, Words(shown)))
    absent = None
    if overall is None:
        if event.kind in UNGRADED or (framework is not None and framework.overall == "never"):
            absent = "ungraded by design"
        elif framework is not None and framework.overall_until and bounds[0] and bounds[0] > framework.overall_until:
            absent = "abolished"
        else:
            absent = "not stated"
    kind = event.kind
    if kind == "unstated" and (overall is not None or judged) and framework is not None:
        graded_kinds = [k for k in framework.kinds if k not in UNGRADED or k == "school-improvement"]
        graded_kinds = graded_kinds[:1] if "school-improvement" in graded_kinds else graded_kinds
        if len(graded_kinds) == 1:
            kind = graded_kinds[0]  # type: ignore[assignment]
            event.kind_note = f"{KIND_WORKED_OUT}: only one kind of visit is graded under {framework.name}."
        elif graded_kinds == ["full", "short"] and not _SHORT.search(text):
            kind = "full"
            event.kind_note = f"{KIND_WORKED_OUT}: it was graded, and the source tells of no short inspection."
    if (
        kind == "unstated"
        and overall is not None
        and (
            event.inspected is not None
            or event.published is not None
            or _has_one_framework(catalogue, overall.scale, event.service)
        )
        and (only := _graded_by_one_kind(catalogue, overall.scale, event.service))
    ):
        kind = only
        event.kind_note = f"{KIND_WORKED_OUT}: on this scale no other visit is graded."
    return InspectionFact(
        key=key,
        authorities=tuple(Name(s, Words((w,))) for s, w in event.authorities),
        service=Name(event.service, _service_words(event)) if event.service else None,
        service_name=_service_name(text, event.service_span if event.service_span_is_name else None),
        inspectorates=_names([*event.bodies, *event.joined]),
        kind=kind,
        kind_words=Words((event.kind_span,)) if event.kind_span else None,
        framework=Name(framework.slug, Words()) if framework else None,
        framework_basis="derived",
        inspected=when(event.inspected),
        published=when(event.published),
        overall=overall,
        overall_absent=absent,  # type: ignore[arg-type]
        outcome=Words(tuple(event.outcome)) if event.outcome else None,
        judgements=tuple(judged),
        mentions=tuple(sorted(set(event.sentences))),
        notes=(*event.notes, *((event.kind_note,) if event.kind_note else ())),
    )


def _graded_by_one_kind(catalogue: Catalogue, scale: str, service: str | None) -> InspectionKind | None:
    """The one kind of visit that has its grade on this scale, for this service."""
    kinds = {k for f in catalogue.frameworks.values() if scale in f.scales and service in f.services for k in f.kinds}
    if "school-improvement" in kinds:
        return "school-improvement"
    kinds -= UNGRADED
    return kinds.pop() if len(kinds) == 1 else None  # type: ignore[return-value]


def _has_one_framework(catalogue: Catalogue, scale: str, service: str | None) -> bool:
    """Is a scale or a service of one framework alone, so that no day is needed to know which?"""
    frameworks = catalogue.frameworks.values()
    return sum(scale in f.scales for f in frameworks) == 1 or sum(service in f.services for f in frameworks) == 1


def _service_words(event: Event) -> Words:
    """What names the service; where none do, what it is worked out from: the kind of visit or the first telling."""
    span = event.service_span or event.kind_span or (min(event.sentences) if event.sentences else None)
    return Words((span,) if span else ())


_SHORT = rule(r"\bshort\s+(?:[\w’'-]+\s+){0,3}inspections?\b|\bone[\s-]week\b", re.I)


def _names(bodies: list[Noted]) -> tuple[Name, ...]:
    spans: dict[str, list[Span]] = {}
    for body in bodies:
        spans.setdefault(body.slug, [])
        if body.span.end and body.span not in spans[body.slug]:
            spans[body.slug].append(body.span)
    return tuple(Name(slug, Words(tuple(found[:3]))) for slug, found in spans.items())


def _service_name(text: str, span: Span | None) -> str | None:
    if span is None:
        return None
    return " ".join(span.of(text).split())
