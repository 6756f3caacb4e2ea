"""Lists of notes, an inspection to a line: "June 2019, ILACS inspection: good", "Kent / adult learning / good (2022)".

Such a line is nothing but a day, a council, a service, a kind of visit, an inspectorate and a grade, in any order,
and the words that hold them together. A line with anything else in it is prose or a row of a table, and left to those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.events.joining import plain_grade
from inspections.reading.framework_names import by_framework_name
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.performs import PERFORMS
from inspections.reading.grades.words import grade_words
from inspections.reading.headings_of_columns import COLUMN
from inspections.reading.naming import Naming, Noted
from inspections.reading.visits import UNGRADED, Visit
from inspections.reading.walk.councils_named import slugs_of
from inspections.reading.walk.services_meant import SERVICE_OF
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.catalogue import Catalogue
    from inspections.reading.segments import Segment
    from inspections.reading.work import Work

_LONGEST = 200  # characters of such a line
_APART = 3  # lines; others of the list may stand between two of them
_FEWEST = 2  # such lines are a list
_HOLDING = re.compile(
    r"\b(?:the|a|an|our|its|their|in|on|of|by|for|was|were|is|are|last|latest|most|recent|first|full|overall|rated|judged|graded"
    r"|rating|grade|judgement|outcome|result|report|published|inspected|inspection|inspections|visited|visit|visits|assessed"
    r"|assessment|both|and|again|also|council|borough|city|county|re-?inspected|single|standard|short|number|performs?"
    r"|performed|service|services|department|with|no|found|to|be|as)\b|\b[1-4]\b",
    re.I,
)
_PUBLISHED = re.compile(r"\b(?:published|report)\b[^()]*$", re.I)


_BOTH = re.compile(r"\b(?:both|all|each)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Note:
    named: Naming
    grades: tuple[GradeHit, ...]
    day: Mention
    service: Noted | None
    visit: Visit | None
    place: tuple[str, Span] | None


def add_notes(work: Work) -> None:
    """Read the lists of notes of a document into its events; ``work.noted`` holds the lines that are read."""
    for run in _runs(work):
        for note in run:
            made = _events(work, note)
            if made:
                work.noted.add(note.named.segment.index)
                work.events += made
                work.told += [(note.named.span.start, event) for event in made]


def _runs(work: Work) -> Iterator[list[_Note]]:
    run: list[_Note] = []
    for named in work.named:
        note = _note(work, named)
        if note is None:
            if run and named.segment.index == run[-1].named.segment.index:
                run = []  # the line goes on
            continue
        if run and note.named.segment.index - run[-1].named.segment.index > _APART:
            if len(run) >= _FEWEST:
                yield run
            run = []
        run.append(note)
    if len(run) >= _FEWEST:
        yield run


def _note(work: Work, named: Naming) -> _Note | None:
    """The line as a note; None when it is anything else."""
    text, catalogue = work.context.text, work.context.catalogue
    segment = named.segment
    if named.span.end - named.span.start > _LONGEST or segment.furniture or named.settings:
        return None
    if named.sentence.position or len(named.authorities) > 1:
        return None
    days = [d for d in named.dates if d.edtf]
    if len(days) != 1 or len(named.dates) != 1:
        return None
    grades = _grades(text, named, catalogue)
    if not grades or len({plain_grade(g.word) for g in grades}) < len(grades) > 1 or _is_headed(work, segment):
        return None
    framework = by_framework_name(catalogue, text, named.span)
    spans = [
        *(a.span for a in named.authorities),
        *(b.span for b in named.inspectorates),
        *(s.span for s in named.services),
        *(v.span for v in named.visits),
        *(d.span for d in named.dates),
        *(g.span for g in grades),
        *([framework.span] if framework else []),
    ]
    if re.search(r"[^\W\d_]", _HOLDING.sub(" ", _without(text, named.span, spans))):
        return None
    visit = next((v for v in named.visits if v.kind != "unstated"), None)
    place = None
    if named.authorities:
        found = slugs_of(work, named.authorities, days[0])
        if not found:
            return None
        place = found[0]
    of_kind = SERVICE_OF.get(visit.kind) if visit is not None else None
    service = next(iter(named.services), None) or framework
    if service is None and visit is not None and of_kind is not None:
        service = Noted(visit.span, of_kind)
    return _Note(named, grades, days[0], service, visit, place)


def _without(text: str, span: Span, taken: list[Span]) -> str:
    """The words of a line that are none of those understood."""
    out, at = [], span.start
    for each in sorted(taken):
        out.append(text[at : max(at, each.start)])
        at = max(at, each.end)
    return " ".join((*out, text[at : span.end]))


def _grades(text: str, named: Naming, catalogue: Catalogue) -> tuple[GradeHit, ...]:
    found = [
        GradeHit(Span(*m.span("g")), m["g"], "row", "current", number=_number(text, m.end()))
        for m in grade_words(catalogue)[0].finditer(text, named.span.start, named.span.end)
    ]
    found += [
        GradeHit(Span(*m.span("g")), m["g"], "performs", "current")
        for m in PERFORMS.finditer(text, named.span.start, named.span.end)
    ]
    return tuple(sorted(found, key=lambda hit: hit.span))


def _number(text: str, at: int) -> int | None:
    found = re.match(r"\s*\(([1-4])\)", text[at : at + 8])
    return int(found[1]) if found else None


def _is_headed(work: Work, segment: Segment) -> bool:
    """Does a line of columns stand above, so that this is a row of its table?"""
    document = work.context.document
    for above in reversed(document.segments[max(0, segment.index - 40) : segment.index]):
        if document.once(("columns", above.index), partial(_names_columns, document.text, above.span)):
            return True
        if above.kind == "heading":
            return False
    return False


def _names_columns(text: str, line: Span) -> bool:
    parts = [part.strip(" *_:") for part in re.split(r"[|\t]|\s[–—/-]\s|;\s", line.of(text))]
    return len(parts) > 1 and sum(any(p.match(x) and len(x) < 45 for p in COLUMN.values()) for x in parts) > 1


def _events(work: Work, note: _Note) -> list[Event]:
    text = work.context.text
    place, service = _of_the_section(work, note)
    if place is None or service is None:
        return []
    if len(note.grades) > 1:
        return _of_each(work, note, place)
    hit, named = note.grades[0], note.named
    if len(named.services) > 1:
        both = _BOTH.search(text, named.span.start, hit.span.start) is not None
        return (
            [_event(text, place, s, note, replace(hit, subjects=(s,)), "unstated") for s in named.services]
            if both
            else []
        )
    annual = hit.tie == "performs"
    kind = "annual-assessment" if annual else note.visit.kind if note.visit is not None else "unstated"
    if kind in UNGRADED and kind != "school-improvement":
        return []  # no such visit has a grade: what is meant is not understood
    if annual:
        service = Noted(service.span, "childrens-services")
    return [_event(text, place, service, note, hit, kind)]


def _of_the_section(work: Work, note: _Note) -> tuple[tuple[str, Span] | None, Noted | None]:
    """The council and the service of a line: its own, or those of the heading above it, or of the page."""
    about, index = work.context, note.named.segment.heading
    above = next((n for n in work.named if n.segment.index == index), None) if index is not None else None
    if above is not None and (above.dates or _grades(work.context.text, above, about.catalogue)):
        above = None  # a line of the list that looks like a heading
    councils = slugs_of(work, above.authorities, note.day) if above is not None else []
    place = note.place or (councils[0] if len(councils) == 1 else None if councils else about.home)
    services = above.services if above is not None else ()
    return place, note.service or (services[0] if len({s.slug for s in services}) == 1 else about.service)


def _of_each(work: Work, note: _Note, place: tuple[str, Span]) -> list[Event]:
    """ "June 2012: safeguarding good, looked after children outstanding": each service with the grade behind it."""
    text, named = work.context.text, note.named
    pairs: list[tuple[Noted, GradeHit]] = []
    for hit in note.grades:
        before = [s for s in named.services if s.span.end <= hit.span.start]
        between = text[before[-1].span.end : hit.span.start] if before else "x"
        if not re.fullmatch(r"(?:\s+services?)?\s*(?::|–|—|-)?\s*(?:was\s+|is\s+)?[‘“'\"]?", between):
            return []
        pairs.append((before[-1], hit))
    if len({s.slug for s, _ in pairs}) < len(pairs):
        return []
    return [
        _event(text, place, s, note, GradeHit(h.span, h.word, "row", "current", (s,)), "unstated") for s, h in pairs
    ]


def _event(text: str, place: tuple[str, Span], service: Noted, note: _Note, hit: GradeHit, kind: str) -> Event:
    named, day = note.named, note.day
    left = named.span
    published = kind == "annual-assessment" and day.precision in ("month", "day")
    published = published or _PUBLISHED.search(text[left.start : day.span.start]) is not None
    return Event(
        [place],
        service.slug,
        service.span,
        list(named.inspectorates),
        kind,  # type: ignore[arg-type]
        note.visit.span if note.visit is not None else None,
        None if published else day,
        day if published else None,
        hit,
        spans=[left],
        sentences=[left],
        own_bodies=bool(named.inspectorates),
        named_apart=True,
        segment=named.segment.index,
    )
