"""Grades printed as numbers beside the parts of a framework: "Staying safe 3", with a column for each year if need be.

A number is read only in a run of lines whose labels are parts of one framework, and only on that framework's own
scale: 4 is the best grade on one, 1 on another, and a number alone says neither.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspections.reading.dates import dates
from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Aspect, Event
from inspections.reading.facts import Warned
from inspections.reading.grades.hits import GradeHit
from inspections.reading.rule_words import plain
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.catalogue import Catalogue, Framework, Scale
    from inspections.reading.document import Document
    from inspections.reading.segments import Segment
    from inspections.reading.work import Work

_LINE = re.compile(
    r"^(?P<label>[^\d\t|][^\t|]*?(?:\([^()\t|]*\))?)(?P<gap>\t+|\s*\|\s*|\s*[:–—]\s*|\s-\s|\s+)(?:(?:grade|score|scored?)\s+)?"
    r"(?P<numbers>\(?\d\)?(?:[\t |]+\(?\d\)?){0,5})\s*(?:\([A-Za-z ]{3,24}\)|[–—-]\s*[A-Za-z ]{3,24})?\W*$",
    re.I,
)
_ENDS = re.compile(r"\d\)?\s*(?:\([A-Za-z ]{3,24}\)|[–—-]\s*[A-Za-z ]{3,24})?\W*$")  # as such a line does
_YEARS = re.compile(r"^[^\d.]{0,40}(?:19|20)\d\d(?:[\t |]+(?:19|20)\d\d)*\W*$")
_APART = 3  # lines of something else that may stand between two lines of one table
REACH = 20_000  # characters above a table within which its framework is named
_FEWEST = 3  # a table of a framework's parts has at least as many lines


@dataclass(frozen=True)
class _Line:
    segment: Segment
    label: Span
    numbers: tuple[Span, ...]


def add_numbered(work: Work) -> None:
    """Read the tables of numbers of a document into its events."""
    for run in _runs(work):
        chosen = _framework(work, run)
        if chosen is None:
            for line in run:
                why = "left out: the text does not say which framework these numbers are of"
                work.warnings.append(Warned("grade-passed-over", why, line.numbers[0]))
            continue
        _take(work, run, *chosen)


def _runs(work: Work) -> Iterator[list[_Line]]:
    text, outside = work.context.text, work.context.letterhead
    known = _labels(work.context.catalogue)
    run: list[_Line] = []
    for segment in work.context.document.segments:
        if segment.furniture or segment.index in outside:
            continue
        line = _line(text, segment)
        if line is not None and _folded(line.label.of(text)) not in known:
            line = _wrapped(text, line, known)
        if line is None:
            continue
        if run and (segment.index - run[-1].segment.index > _APART or len(line.numbers) != len(run[0].numbers)):
            yield from _whole(run)
            run = []
        run.append(line)
    yield from _whole(run)


_LINES_OF_A_LABEL = 3  # that a label may be broken into, its number behind the last


def _wrapped(text: str, line: _Line, known: frozenset[str]) -> _Line | None:
    """ "The council's overall capacity to improve its services for / children    3": a label of more than one line."""
    start = line.label.start
    for _ in range(_LINES_OF_A_LABEL - 1):
        end = text.rfind("\n", 0, start)
        if end < 0 or text[end:start].strip():
            return None
        start = text.rfind("\n", 0, end) + 1
        label = Span(start, line.label.end).stripped(text)
        if start == end or _ENDS.search(text, start, end):
            return None  # an empty line, or a line with a number of its own
        if _folded(label.of(text)) in known:
            return _Line(line.segment, label, line.numbers)
    return None


def _whole(run: list[_Line]) -> Iterator[list[_Line]]:
    if len(run) >= _FEWEST:
        yield run


def _line(text: str, segment: Segment) -> _Line | None:
    words = segment.span.of(text)
    lead = re.match(r"[\s•◦▪■●*·]*(?:\d+(?:\.\d+)*[.)]?\s+)?", words)
    start = lead.end() if lead else 0
    m = _LINE.match(words[start:]) if len(words) < 260 and _ENDS.search(words, start + 1) else None
    if m is None:
        return None
    at = segment.span.start + start
    digits = tuple(
        Span(at + m.start("numbers") + d.start(), at + m.start("numbers") + d.end())
        for d in re.finditer(r"\d", m["numbers"])
    )
    return _Line(segment, Span(at + m.start("label"), at + m.end("label")).stripped(text), digits)


def _folded(words: str) -> str:
    """A label as compared: "the contribution of services to being healthy" is of being healthy."""
    plain = " ".join(words.lower().replace("’", "'").split()).strip(" .:;-–*")
    plain = _INCLUDING.sub(r"\g<what>", _WHOSE.sub("", plain))
    return _OF_ALL.sub("", _CONTRIBUTION.sub("", plain))


_WHOSE = re.compile(r"^(?:the\s+)?(?:council|local\s+authority|authority|service)'s\s+(?=capacity\b)")
_INCLUDING = re.compile(r"^(?P<what>capacity\s+to\s+improve),\s+including\s+.*$")
_CONTRIBUTION = re.compile(r"^(?:the\s+)?(?:[\w']+\s+){0,3}contribution\s+(?:of\s+[\w' ]{3,50}?\s+)?to\s+")
_OF_ALL = re.compile(
    r"\s+(?:for|of|in)\s+(?:the\s+|its\s+)?(?:council's\s+)?(?:children's\s+services|services\s+for\s+children.*)$"
)


def numbered_scale(catalogue: Catalogue, framework: Framework) -> Scale | None:
    """The one scale of a framework whose grades have numbers."""
    scales = [catalogue.scales[slug] for slug in framework.scales]
    held = [scale for scale in scales if all(grade.number is not None for grade in scale.grades)]
    return held[0] if len(held) == 1 else None


_LABELS: dict[int, tuple[Catalogue, frozenset[str]]] = {}


def _labels(catalogue: Catalogue) -> frozenset[str]:
    """What the parts of frameworks graded in numbers are called, worked out once for each catalogue."""
    held = _LABELS.get(id(catalogue))
    if held is None:
        found = frozenset(
            _folded(words)
            for framework in catalogue.frameworks.values()
            if numbered_scale(catalogue, framework) is not None
            for aspect in framework.aspects
            for words in (aspect.label, *aspect.wordings)
        )
        held = _LABELS[id(catalogue)] = (catalogue, found)
    return held[1]


def _framework(work: Work, run: list[_Line]) -> tuple[Framework, Scale] | None:
    """The one framework that has all these parts and that the text names; the one named last above when two fit."""
    text, catalogue = work.context.text, work.context.catalogue
    named = {b.slug for b in work.context.bodies}
    found: list[tuple[int, Framework, Scale]] = []
    for framework in catalogue.frameworks.values():
        scale = numbered_scale(catalogue, framework)
        if scale is None:
            continue
        labels = {_folded(w) for a in framework.aspects for w in (a.label, *a.wordings)}
        numbers = {g.number for g in scale.grades}
        if not all(_folded(x.label.of(text)) in labels for x in run):
            continue
        if not all(int(n.of(text)) in numbers for x in run for n in x.numbers):
            continue
        at_most = run[0].segment.span.start
        at = named_at(work.context.document, at_most, framework)
        if at < 0 and not (named & set(framework.inspectorates) and _alone(catalogue, framework)):
            continue
        found.append((at, framework, scale))
    if not found:
        return None
    found.sort(key=lambda f: f[0])
    if len(found) > 1 and found[-1][0] == found[-2][0]:
        return None
    return found[-1][1], found[-1][2]


def named_at(document: Document, until: int, framework: Framework) -> int:
    """Where a text has named a framework last, not far above a place; -1: nowhere."""
    places = document.once(("framework named", id(framework)), lambda: _places(document, framework))
    for end, start in reversed(places[: bisect_right(places, (until, until))]):
        if start >= until - REACH:
            return end
    return -1


def _places(document: Document, framework: Framework) -> list[tuple[int, int]]:
    """Where each name of a framework ends, in order, and where it begins."""
    small = document.once("plain", lambda: plain(document.text))
    names = [name for name in framework.names if plain(name) in small]
    return sorted((m.end(), m.start()) for name in names for m in _name_pattern(name).finditer(document.text))


def _name_pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}s?\b" if name.isupper() else rf"(?i)\b{re.escape(name)}")


def _alone(catalogue: Catalogue, framework: Framework) -> bool:
    """Is this the only framework its inspectorate has for its services?"""
    return (
        sum(
            bool(set(f.inspectorates) & set(framework.inspectorates) and set(f.services) & set(framework.services))
            for f in catalogue.frameworks.values()
        )
        == 1
    )


def _take(work: Work, run: list[_Line], framework: Framework, scale: Scale) -> None:
    text = work.context.text
    years = _years(work, run)
    columns = len(run[0].numbers)
    if columns > 1 and len(years) != columns:
        for line in run:
            why = "left out: the table does not say which year each column is of"
            work.warnings.append(Warned("grade-passed-over", why, line.numbers[0]))
        return
    for column in range(columns):
        event = _event(work, run, framework, years[column] if column < len(years) else None, columns > 1)
        if event is None:
            for line in run:
                work.warnings.append(
                    Warned("grade-passed-over", "left out: no inspection this row belongs to", line.numbers[column])
                )
            continue
        for line in run:
            span = line.numbers[column]
            grade = next(g for g in scale.grades if g.number == int(span.of(text)))
            whole = next(
                a.overall
                for a in framework.aspects
                if _folded(line.label.of(text)) in {_folded(w) for w in (a.label, *a.wordings)}
            )
            if whole:
                same = event.overall is not None and event.overall.word.lower() in grade.wordings
                if event.overall is None:
                    event.overall = GradeHit(span, grade.wordings[0], "row", "current", (), None, grade.number)
                elif not same:
                    message = "the text gives two overall grades for this inspection"
                    work.warnings.append(Warned("grades-disagree", message, span))
            elif not any(a.words == line.label for a in event.aspects):
                event.aspects.append(Aspect(line.label, span, span.of(text), "grade", scale.slug, grade.slug))
            event.sentences.append(line.segment.span)


def _years(work: Work, run: list[_Line]) -> list[Mention]:
    """The years printed over the columns."""
    text = work.context.text
    first = run[0].segment.index
    for segment in reversed(work.context.document.segments[max(0, first - _APART) : first]):
        if _YEARS.match(segment.span.of(text)):
            return [d for d in dates(text, segment.span) if d.precision == "year"]
    return []


def _event(work: Work, run: list[_Line], framework: Framework, year: Mention | None, new: bool) -> Event | None:
    """The inspection these lines are of: one told of above under this framework, or a new one of the council's."""
    about = work.context
    at = run[0].segment.span.start
    fits = [
        e
        for o, e in work.told
        if o < at
        and e.service in framework.services
        and (e.kind in framework.kinds or e.kind == "unstated")
        and not (e.previous or e.earlier or "voice" in e.notes)
    ]
    if fits and not new:
        own = [e for e in fits if e.kind in framework.kinds]
        event = next((e for e in reversed(own or fits) if e.overall is not None), (own or fits)[-1])
        if event.kind == "unstated" and event.overall is None:
            event.kind = framework.kinds[0]  # type: ignore[assignment]
        event.inspected = event.inspected or year
        return event
    if about.home is None:
        return None
    named = about.service
    span = named.span if named is not None and named.slug in framework.services else None
    event = Event(
        [about.home],
        framework.services[0],
        span,
        [b for b in about.bodies if b.slug == framework.inspectorates[0]],
        framework.kinds[0],  # type: ignore[arg-type]
        None,
        year,
        None,
        None,
        spans=[run[0].segment.span],
        sentences=[],
        main=not new and not any(e.main for e in work.events),
        named_apart=new,
    )
    work.events.append(event)
    work.told.append((at, event))
    return event
