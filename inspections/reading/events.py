"""From tellings to inspections: which sentences speak of one event, and what is known of it.

Two tellings are one event when council, service, kind and dates allow it and the grades do not
speak against it. When in doubt they stay apart, and an event with nothing but its name is dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from inspections.catalogue import Catalogue, Framework, Scale
from inspections.reading import rules
from inspections.reading.dates import Mention
from inspections.reading.facts import Graded, InspectionFact, InspectionKind, Judged, Name, When, Words
from inspections.reading.grades import GradeHit
from inspections.reading.naming import Noted
from inspections.reading.tellings import UNGRADED
from inspections.text import Span


@dataclass(slots=True)
class Aspect:
    """``words``: where the aspect is named; ``grade`` None when the source does not say which."""

    words: Span
    grade: Span | None
    word: str
    scale_kind: str = "grade"  # grade or progress
    scale: str | None = None
    grade_slug: str | None = None
    under: Span | None = None  # the heading that tells this aspect from one of the same name


def aspect_of(words: Span, hit: GradeHit) -> Aspect:
    return Aspect(words, hit.span, hit.word, under=hit.under)


@dataclass(slots=True)
class Event:
    authorities: list[tuple[str, Span]]
    service: str | None
    service_span: Span | None
    bodies: list[Noted]
    kind: InspectionKind
    kind_span: Span | None
    inspected: Mention | None
    published: Mention | None
    overall: GradeHit | None
    ordinal: int = 0
    earlier: bool = False
    previous: bool = False
    main: bool = False
    aspects: list[Aspect] = field(default_factory=list)
    outcome: list[Span] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    previous_of: Event | None = None
    follows: Event | None = None
    notes: list[str] = field(default_factory=list)
    own_bodies: bool = False
    named_apart: bool = False  # told in a row of a table or as a thing of its own: never joined to another row
    service_span_is_name: bool = True
    segment: int = -1  # where it was told of
    called: str = ""  # the last word it is called by: "inspection", "visit", "report"
    also: list[GradeHit] = field(default_factory=list)  # the same grade told again elsewhere
    voiced: list[Span] = field(default_factory=list)  # where somebody quoted speaks of it
    beside: bool = False  # told in passing, of another council than the page is about
    contradicted: bool = False  # the source gives it two grades, and neither is taken
    kind_note: str = ""  # how the kind was worked out, when no word of the source says it
    derived_grade: Span | None = None  # the grade is derived from these words ("sustained from 2010")

    @property
    def slugs(self) -> frozenset[str]:
        held = self.authorities
        return frozenset((held[0][0],)) if len(held) == 1 else frozenset([s for s, _ in held])

    @property
    def any_date(self) -> Mention | None:
        return next((d for d in (self.inspected, self.published) if d is not None), None)


def overlap(a: Mention | None, b: Mention | None) -> bool | None:
    """Could two dates be the same? None when either is unknown."""
    if a is None or b is None:
        return None
    if a.known and b.known:
        return bool(
            a.earliest and b.latest and b.earliest and a.latest and a.earliest <= b.latest and b.earliest <= a.latest
        )
    ours, theirs = _month_day(a), _month_day(b)
    if ours and theirs and ours[0]:
        return ours[0] == theirs[0] and (not ours[1] or not theirs[1] or ours[1] == theirs[1])
    return None


def _month_day(m: Mention) -> tuple[int, int] | None:
    found = rules.match(r"(?:\d{4}|XXXX)-(\d\d)(?:-(\d\d))?", m.edtf)
    return (int(found[1]), int(found[2] or 0)) if found else None


def finer(a: Mention | None, b: Mention | None) -> Mention | None:
    if a is None or b is None:
        return a or b
    order = ("unknown", "year", "season", "month", "week", "period", "day")
    if a.known != b.known:
        return a if a.known else b
    ranks = order.index(a.precision), order.index(b.precision)
    if ranks[0] == ranks[1] or {a.precision, b.precision} == {"period", "day"}:
        if a.precision != b.precision:
            return a if a.precision == "period" else b
        return a if a.basis == "stated" or b.basis != "stated" else b
    return a if ranks[0] > ranks[1] else b


def same_event(a: Event, b: Event) -> bool:
    """May these be one event? Every thing both say must agree."""
    if a.named_apart and b.named_apart:
        return False
    if a.slugs and b.slugs and a.slugs != b.slugs and not (a.slugs < b.slugs or b.slugs < a.slugs):
        return False
    if a.slugs != b.slugs and a.slugs and b.slugs and not (a.main or b.main):
        return False
    if a.service and b.service and a.service != b.service:
        return False
    if _called_otherwise(a, b) or _called_otherwise(b, a):
        return False
    if not kinds_agree(a.kind, b.kind):
        return False
    if a.ordinal != b.ordinal and ((a.ordinal and b.ordinal) or a.named_apart or b.named_apart):
        return False  # "the first visit" is not the full inspection in the row above
    if (a.earlier or a.previous) != (b.earlier or b.previous) and not _anchored(a, b):
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


def _cannot_carry(visit: Event, graded: Event) -> bool:
    """Visits that carry no grade; an inspection of school improvement is effective or ineffective."""
    if visit.kind not in UNGRADED or graded.overall is None:
        return False
    return not (visit.kind == "school-improvement" and graded.overall.word.lower().endswith("effective"))


def _anchored(a: Event, b: Event) -> bool:
    """Do both give the same date, or the same grade and no date that differs?"""
    if overlap(a.inspected, b.inspected) or overlap(a.published, b.published):
        return True
    return bool(overlap(a.inspected, b.published) or overlap(a.published, b.inspected))


def follows_soon(inspected: Mention, published: Mention) -> bool:
    """A report comes out after its visit, and within about eight months."""
    if not (
        inspected.known
        and published.known
        and inspected.earliest
        and published.latest
        and inspected.latest
        and published.earliest
    ):
        return True
    return inspected.earliest <= published.latest and published.earliest - inspected.latest <= timedelta(days=250)


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
    into.inspected = finer(into.inspected, other.inspected)
    into.published = finer(into.published, other.published)
    if into.overall is None:
        into.overall = other.overall
    elif other.overall is not None:
        into.also.append(other.overall)
    into.also += other.also
    into.ordinal = into.ordinal or other.ordinal
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
    for event in told:
        fits = [e for e in out if same_event(e, event)]
        strong = [e for e in fits if _anchored(e, event)]
        if len(strong) == 1:
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
        elif len(fits) > 1 and event.any_date is None and not event.named_apart:
            recent = max(fits, key=lambda e: (bool(event.overall) and bool(e.overall), max(s.start for s in e.spans)))
            join(recent, event)
        else:
            out.append(event)
    return out


def _may_follow(held: Event, event: Event) -> bool:
    """Without a date of its own a telling belongs to the event spoken of; with one it joins only an undated event."""
    if event.any_date is None:
        return not event.named_apart or held.any_date is None
    if held.any_date is None:
        return "thin" not in event.notes or not held.kind_span or held.segment == event.segment
    if held.inspected and event.published and held.published is None:
        return True
    return bool(held.published and event.inspected and held.inspected is None)


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


def resolve_grade(
    catalogue: Catalogue,
    word: str,
    body: str | None,
    service: str | None,
    framework: str | None,
    earliest: date | None,
    latest: date | None,
    limit: date | None,
) -> Scale | None:
    """The one scale on which this word could have been given then; None when there is not exactly one."""
    upper = latest or limit
    if earliest is None and upper is None:
        return catalogue.scale_for_word(word, body, service)  # a word of one scale only, whenever it was given
    tried = [(earliest, upper)]
    if earliest is None and upper is not None:
        tried += [(upper - timedelta(days=4 * 365), upper), (upper - timedelta(days=400), upper)]
    for since, until in tried:
        for chosen in (framework, None) if framework else (None,):
            scale = catalogue.scale_for_word(word, body, service, chosen, since, until)
            if scale is not None:
                return scale
    return None


def when(mention: Mention | None) -> When | None:
    return mention.when() if mention is not None and mention.edtf else None


def to_fact(
    event: Event, key: str, catalogue: Catalogue, limit: date | None, text: str, dropped: list[tuple[Span, str]]
) -> InspectionFact:
    """The event as a fact; grades whose scale is not certain are left out and named in ``dropped``."""
    bounds = next(
        ((d.earliest, d.latest) for d in (event.inspected, event.published) if d is not None and d.known), (None, None)
    )
    body = event.bodies[0].slug if event.bodies else None
    bodies = tuple(dict.fromkeys(b.slug for b in event.bodies))
    framework = None
    if bodies and (bounds[0] or limit):
        framework = catalogue.framework_for(bodies, event.service, event.kind, bounds[0] or None, bounds[1] or limit)
        if framework is None and event.kind == "unstated" and (event.overall or event.aspects):
            framework = _graded_framework(catalogue, bodies, event.service, bounds[0] or None, bounds[1] or limit)
        if framework is not None and event.kind == "unstated" and not (event.overall or event.aspects):
            framework = None
        if framework is not None and bounds[0] is None:
            framework = None
    slug = framework.slug if framework else None
    overall = None
    if event.overall is not None:
        overall = _graded(
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
    if overall is not None and _number_differs(catalogue, overall, [event.overall, *event.also]):
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
        if not (event.overall and event.overall.subjects and _heads(catalogue, framework, event.service)):
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
                    _aspect_label(text, aspect.words),
                    None,
                    Graded(scale_slug, None, Words((aspect.words,))),
                    Words((aspect.words,)),
                )
            )
            continue
        if aspect.scale and aspect.grade_slug:
            graded: Graded | None = Graded(aspect.scale, aspect.grade_slug, Words((aspect.grade,)))
        else:
            graded = _graded(
                catalogue, aspect.grade, aspect.word, body, event.service, slug, bounds, limit, dropped, event.previous
            )
        if graded is not None:
            label = _aspect_label(text, aspect.words)
            shown = (aspect.words,) if aspect.under is None else (aspect.under, aspect.words)
            if aspect.under is not None:
                label = f"{_aspect_label(text, aspect.under)}: {label}"
            judged.append(Judged(label, _aspect_slug(framework, label, text, aspect.words), graded, Words(shown)))
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
            event.kind_note = f"The kind is worked out: only one kind of visit is graded under {framework.name}."
        elif graded_kinds == ["full", "short"] and not _SHORT.search(text):
            kind = "full"
            event.kind_note = "The kind is worked out: it was graded, and the source tells of no short inspection."
    return InspectionFact(
        key=key,
        authorities=tuple(Name(s, Words((w,))) for s, w in event.authorities),
        service=Name(event.service, _service_words(event)) if event.service else None,
        service_name=_service_name(text, event.service_span if event.service_span_is_name else None),
        inspectorates=_names(event.bodies),
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


def _service_words(event: Event) -> Words:
    """What names the service; where none do, what it is worked out from: the kind of visit or the first telling."""
    span = event.service_span or event.kind_span or (min(event.sentences) if event.sentences else None)
    return Words((span,) if span else ())


def _heads(catalogue: Catalogue, framework: Framework, service: str | None) -> bool:
    """Does the framework give this service a grade of its own, as one of its parts?"""
    if service is None:
        return False
    entry = catalogue.services[service]
    names = {_plain_words(n) for n in (entry.name, *entry.names)}
    return any(_plain_words(w) in names for aspect in framework.aspects for w in (aspect.label, *aspect.wordings))


_SHORT = re.compile(r"(?i)\bshort\s+(?:[\w’'-]+\s+){0,3}inspections?\b|\bone[\s-]week\b")


def _graded_framework(
    catalogue: Catalogue, bodies: tuple[str, ...], service: str | None, earliest: date | None, latest: date | None
) -> Framework | None:
    """The one framework under which such a visit, kind not stated, can have had a grade."""
    kinds = {k for f in catalogue.frameworks.values() for k in f.kinds} - UNGRADED
    found = {
        f.slug: f for k in kinds if (f := catalogue.framework_for(bodies, service, k, earliest, latest)) is not None
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _number_differs(catalogue: Catalogue, overall: Graded, hits: list[GradeHit | None]) -> bool:
    """Does a source print another grade's number beside the word?"""
    if overall.grade is None:
        return False
    number = catalogue.scales[overall.scale].grade(overall.grade).number
    printed = {h.number for h in hits if h is not None and h.number is not None}
    return number is not None and bool(printed - {number})


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


def _aspect_label(text: str, span: Span) -> str:
    return " ".join(span.of(text).split()).strip(" :;.,")


def _aspect_slug(framework: object, label: str, text: str, span: Span) -> str | None:
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


def _graded(
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
    if word.startswith("progress:"):
        return Graded("fe-monitoring-progress", word.removeprefix("progress:"), Words((span,)))
    if word.startswith("send:"):
        return Graded("area-send-outcome", word.removeprefix("send:"), Words((span,)))
    folded = re.sub(r"^perform\w*", "performs", " ".join(word.lower().split()))
    folded = re.sub(r"^requir\w+", "requires", folded)
    scale = resolve_grade(catalogue, folded, body, service, framework, bounds[0], bounds[1], limit)
    derived = scale is None and bounds[0] is not None and bounds[1] is not None
    if derived:
        scale = catalogue.scale_last_in_use(folded, body, service, bounds[0], bounds[1])
    grade = scale.grade_worded(folded) if scale else None
    if scale is None or grade is None:
        dropped.append((span, "no single scale fits this word, service and date"))
        return None
    if derived:
        note = "the scale is worked out: the last of those that had this grade at the time"
        return Graded(scale.slug, grade.slug, Words((span,)), "derived", note)
    return Graded(scale.slug, grade.slug, Words((span,)))
