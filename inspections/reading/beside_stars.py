"""What was judged beside the stars of a council: "delivering good outcomes", "capacity for improvement: promising".

The judgements have words of their own, which are ordinary words anywhere else ("excellent", "promising", "poor"). They
are read only where a page speaks of stars, and only right beside a part that the framework of the stars names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspections.reading.events import Aspect, Event
from inspections.reading.lexicon import Lexicon, tokens
from inspections.reading.rules import rule
from inspections.reading.stars_said import speaks_of_stars
from inspections.reading.untold import is_hearsay
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.catalogue import Catalogue, Framework, Grade, Scale
    from inspections.reading.naming import Naming
    from inspections.reading.work import Work

_CAPACITY = "capacity-to-improve"
_OUTCOMES = "delivering-outcomes"
_LITTLE = r"(?:also|again|still|now|both|then|only|just|each|all|as|to|be|being|been|the|a|an|overall)"
_IS = re.compile(
    rf"(?:\s+for\s+(?:people|adults|older\s+people)(?:\s+who\s+use\s+(?:its\s+)?services)?)?,?(?:\s+{_LITTLE})*\s+(?:is|are|was|were|had|has|have|got|received|gets|remains?|remained|scored)"
    rf"(?:\s+(?:{_LITTLE}|judged|rated|graded|found|considered|described|given|assessed|deemed|marked))*\s+[‘“'\"]?"
)
_AND_JUDGED = re.compile(r"\s+(?:judged|rated|graded|found|considered|assessed)(?:\s+(?:to\s+be|as))?\s+[‘“'\"]?")
# "On delivering outcomes, your council was judged good"
_YOUR_COUNCIL_IS = re.compile(
    r",?\s+(?:(?:your|the|our)\s+(?:council|authority)|we|it|you)\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:judged|rated|graded|found|considered|assessed)"
    r"(?:\s+(?:to\s+be|as))?\s+[‘“'\"]?"
)
_MARK = re.compile(r"\s*(?:[:–—|\t-]|\.{3,}|(?:\s\.){3,}|\s{2,})\s*[‘“'\"]?")
_FOR = re.compile(r"[’”'\"]?\s+(?:for|on|in|at)\s+(?:(?:its|the|their|both)\s+)*")
_ENDS = re.compile(
    r"[’”'\"]?\s*(?:[.,;)]|$|\n|\s(?:and|but|while|with|in|by|for|this|last|again|too|overall|though|although|whereas)\b)"
)
_DELIVERS = re.compile(
    r"\bdeliver(?:s|ed|ing)?\s+[‘“'\"]?(?P<g>excellent|good|adequate|poor)[’”'\"]?\s+(?P<p>outcomes)\b"
)
_THE_OUTCOMES = re.compile(
    r"\b(?:(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?=outcomes\s+(?:was|were)\s+(?:judged|rated|graded|found)\b)"
    r"|(?:judged|found|concluded)\s+that\s+(?=outcomes\s+were\s+(?:excellent|good|adequate|poor)\b))(?P<p>outcomes)"
)
_UNSURE = rule(
    r"\b(?:if|whether|would|could|should|will|might|hop\w+|expect\w*|aim\w*|want\w*|target\w*|possible|scale|not|never|no\s+longer|nobody|neither|nor"
    r"|self[-\s]\w+|peer|survey\w*|we\s+(?:think|believe|feel)|homes?|schools?|predict\w*|next\s+year|need\w*|claim\w*|Audit\s+Commission|CPA)\b",
    re.I,
)
_NEAR = 40  # characters from a judgement to the part that it is of
_LINE = 110  # characters of a line that is a part and its judgement
_FEWEST = 2  # such lines


@dataclass(frozen=True, slots=True)
class _Beside:
    part: Span
    grade: Span
    slug: str  # of the part


def add_judged_beside_stars(work: Work) -> None:
    """Read the judgements that stood beside a council's stars into the document's events."""
    text = work.context.text
    framework = _framework(work) if speaks_of_stars(text) else None
    if framework is None:
        return
    known = _lexicon(framework)
    for named in work.named:
        if named.segment.furniture or named.settings or _UNSURE.search(named.span.of(text)):
            continue
        found = [] if named.segment.kind == "row" else _in_sentence(work, named, known, framework)
        event = _event_of(work, named, found[0].part.start, framework) if found else None
        for each in found if event is not None else ():
            _take(work, event, each, framework)  # type: ignore[arg-type]
    _add_lines(work, known, framework)


def _framework(work: Work) -> Framework | None:
    bodies = {b.slug for b in work.context.bodies}
    for framework in work.context.catalogue.frameworks.values():
        if bodies & set(framework.inspectorates) and any(a.slug == _OUTCOMES for a in framework.aspects):
            return framework
    return None


_HELD: dict[str, tuple[Framework, Lexicon[str]]] = {}


def _lexicon(framework: Framework) -> Lexicon[str]:
    held = _HELD.get(framework.slug)
    if held is None or held[0] is not framework:
        pairs = [(w, a.slug) for a in framework.aspects if not a.overall for w in (a.label, *a.wordings)]
        held = _HELD[framework.slug] = framework, Lexicon(pairs)
    return held[1]


def _scale(catalogue: Catalogue, framework: Framework, part: str) -> Scale:
    """Of the scales that stood beside the stars, the one called after a part, else that of the outcomes."""
    beside = [s for s in catalogue.scales.values() if s.inspectorate in framework.inspectorates]
    beside = [s for s in beside if s.slug not in framework.scales]
    own = [scale for scale in beside if scale.slug.endswith(part)]
    return own[0] if own else next(scale for scale in beside if scale.slug.endswith("outcomes"))


def _grade_at(work: Work, framework: Framework, part: str, at: int, end: int) -> Span | None:
    """The word of a judgement of this part that stands at a place."""
    for grade in _scale(work.context.catalogue, framework, part).grades:
        for words in grade.wordings:
            span = Span(at, at + len(words))
            if span.end <= end and span.of(work.context.text).lower() == words:
                return span
    return None


def _in_sentence(work: Work, named: Naming, known: Lexicon[str], framework: Framework) -> list[_Beside]:
    text, start, end = work.context.text, named.span.start, named.span.end
    if is_hearsay(named.span.of(text)):
        return []
    places = [(hit.span, hit.values[0]) for hit in known.find(tokens(text, named.span))]
    places += [(Span(*m.span("p")), _OUTCOMES) for m in _THE_OUTCOMES.finditer(text, start, end)]
    out = [_Beside(Span(*m.span("p")), Span(*m.span("g")), _OUTCOMES) for m in _DELIVERS.finditer(text, start, end)]
    for part, slug in sorted(places):
        grade = _behind(work, framework, part, slug, end) or _before(work, framework, part, slug, start)
        if grade is not None:
            out.append(_Beside(part, grade, slug))
    quoted = [s for q in work.quotes for s in q.spans if s.end - s.start > _LINE // 2]
    return [each for each in out if not any(each.grade.within(s) for s in quoted)]


def _behind(work: Work, framework: Framework, part: Span, slug: str, end: int) -> Span | None:
    text = work.context.text
    for between in (_IS, _AND_JUDGED, _YOUR_COUNCIL_IS):
        opens = between.match(text, part.end, end)
        grade = _grade_at(work, framework, slug, opens.end(), end) if opens is not None else None
        if grade is not None and _ENDS.match(text, grade.end):
            return grade
    return None


def _before(work: Work, framework: Framework, part: Span, slug: str, start: int) -> Span | None:
    """ "promising capacity to improve", "judged good for delivering outcomes and promising for capacity to improve"."""
    text = work.context.text
    for grade in _scale(work.context.catalogue, framework, slug).grades:
        for words in grade.wordings:
            at = work.context.document.lower.rfind(words, max(start, part.start - _NEAR), part.start)
            if at < 0 or text[at - 1].isalpha():
                continue
            span = Span(at, at + len(words))
            if _FOR.fullmatch(text, span.end, part.start):
                return span
            if slug == _CAPACITY and text[span.end : part.start].strip("’”'\"") == " ":
                return span
    return None


def _event_of(work: Work, named: Naming, at: int, framework: Framework) -> Event | None:
    """The rating that a sentence tells of before its part, or the one told of last above it."""
    told = sorted((p, i) for i, (p, e) in enumerate(work.told) if _is_starred(e, framework))
    here = [i for p, i in told if named.span.start <= p < at]
    if here:
        return work.told[here[-1]][1]
    councils = {slug for each in named.authorities for slug in each.slugs}
    before = [work.told[i][1] for p, i in told if p < named.span.start]
    now = [e for e in before if not (e.previous or e.earlier) and not _is_of_a_year_before(e, before)]
    fits = [e for e in now if not councils or e.slugs <= councils]
    later_here = any(at <= p < named.span.end for p, _ in told)
    if not fits or later_here or len({e.slugs for e in now}) > 1 or any(d.known for d in named.dates):
        return None
    return fits[-1]


def _is_starred(event: Event, framework: Framework) -> bool:
    hit = event.overall
    return event.service in framework.services and hit is not None and hit.word.lower().rstrip("s").endswith("star")


def _is_of_a_year_before(event: Event, told: list[Event]) -> bool:
    """Does another, told of before, stand for a later year?"""
    return event.inspected is not None and any(e is not event and e.inspected is None and not e.previous for e in told)


def _take(work: Work, event: Event, each: _Beside, framework: Framework) -> None:
    scale = _scale(work.context.catalogue, framework, each.slug)
    word = each.grade.of(work.context.text)
    grade: Grade | None = scale.grade_worded(word)
    if grade is None or any(a.scale is not None and a.words.overlaps(each.part) for a in event.aspects):
        return
    for other in work.events:  # plain rules have found the word, and no scale for it
        other.aspects = [a for a in other.aspects if a.scale is not None or not a.words.overlaps(each.part)]
    work.plainly.add(each.grade)
    work.events = [e for e in work.events if e is event or e.overall is None or not e.overall.span.overlaps(each.grade)]
    event.aspects.append(Aspect(each.part, each.grade, word, "grade", scale.slug, grade.slug))


def _add_lines(work: Work, known: Lexicon[str], framework: Framework) -> None:
    """Lines that stand together, each a part and its judgement: of the one rating that the page tells of."""
    run: list[_Beside] = []
    runs: list[list[_Beside]] = []
    for segment in work.context.document.segments:
        each = None if segment.furniture else _line(work, segment.span, known, framework)
        if each is not None:
            run.append(each)
        elif run:
            runs.append(run)
            run = []
    runs.append(run)
    for lines in runs:
        if len(lines) < _FEWEST:
            continue
        told = {id(e): e for p, e in work.told if p < lines[0].part.start and _is_starred(e, framework)}
        now = [e for e in told.values() if not (e.previous or e.earlier)]
        if len({e.slugs for e in now}) != 1 or len({e.overall.word.lower().rstrip("s") for e in now if e.overall}) != 1:
            continue
        for each in lines:
            _take(work, now[0], each, framework)


def _line(work: Work, span: Span, known: Lexicon[str], framework: Framework) -> _Beside | None:
    text = work.context.text
    if span.end - span.start > _LINE:
        return None
    hits = list(known.find(tokens(text, span)))
    if len(hits) != 1 or re.search(r"[A-Za-z]", text[span.start : hits[0].span.start]):
        return None
    opens = _MARK.match(text, hits[0].span.end, span.end)
    grade = _grade_at(work, framework, hits[0].values[0], opens.end(), span.end) if opens is not None else None
    if grade is None or re.search(r"\w", text[grade.end : span.end]):
        return None
    return _Beside(hits[0].span, grade, hits[0].values[0])
