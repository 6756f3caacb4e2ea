"""Rows in the section of one council on a page of several: "Kent", then "Overall: Good (previous: Poor, 2016)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspections.reading.authorities import Named
from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Aspect, Event
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import GRADE
from inspections.reading.naming import Naming, Noted, name
from inspections.reading.rows import Row, Table
from inspections.reading.rules import rule
from inspections.reading.segments import Segment, Sentence
from inspections.reading.standing.belonging import council_of
from inspections.reading.standing.columns_graded import Earlier
from inspections.reading.visits import UNGRADED
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_MORE = 24  # characters that a heading may have beside the council's name
_LONGEST = 80


def council_above(work: Work, table: Table, row: Row) -> tuple[str, Span] | None:
    """The council that the line right above a table is the name of, or, on a page of several, the heading over it."""
    segments, index = work.context.document.segments, table.rows[0].segment.index - 1
    while index >= 0 and segments[index].furniture:
        index -= 1
    if index >= 0 and (line := _council_of_line(work, segments[index], 3)) is not None:
        return line
    heading = row.segment.heading
    if heading is None or work.context.home is not None:
        return None
    return _council_of_line(work, segments[heading], _MORE)


def councils_over(work: Work, table: Table) -> tuple[Named, ...]:
    """The councils that the nearest heading over a table names, where it names any: whose visits it lists."""
    segments = work.context.document.segments
    index = (table.header or table.rows[0]).segment.heading
    while index is not None:
        named = _named_by(work, segments[index])
        if named.authorities:
            return named.authorities if not named.settings else ()
        index = segments[index].heading
    return ()


def is_section_of(work: Work, council: Named) -> bool:
    """Does a heading hold a council's name and little besides, or say that it is of its inspections?"""
    segment = work.context.document.segment_at(council.span.start)
    if segment is None or segment.span.end - segment.span.start > _LONGEST:
        return False
    words = segment.span.of(work.context.text)
    if _LIKENED.search(words):
        return False
    more = (segment.span.end - segment.span.start) - (council.span.end - council.span.start)
    return more <= _MORE or _OF_INSPECTIONS.search(words) is not None


_LIKENED = re.compile(
    r"\b(?:compare[sd]?|comparison|neighbours?|beside|like|lessons|learn\w*|versus|vs|others?)\b", re.I
)
_OF_INSPECTIONS = re.compile(r"\b(?:inspect\w*|visits?|ofsted|judge?ments|grades|ratings|reports)\b", re.I)


def _named_by(work: Work, segment: Segment) -> Naming:
    about = work.context
    return name(about.document, about.catalogue, None, Sentence(segment.span, segment, 0))


def _council_of_line(work: Work, segment: Segment, more: int) -> tuple[str, Span] | None:
    """The council that a line names with hardly a word besides."""
    if segment.kind not in ("heading", "paragraph") or segment.span.end - segment.span.start > _LONGEST:
        return None
    named = _named_by(work, segment)
    if len(named.authorities) != 1 or named.settings:
        return None
    council = named.authorities[0]
    if (segment.span.end - segment.span.start) - (council.span.end - council.span.start) > more:
        return None
    slug = council_of(work, council)
    return (slug, council.span) if slug is not None else None


def inspection_of_section(work: Work, row: Row, council: tuple[str, Span], service: Noted | None) -> Event | None:
    """The one inspection told of in the section of a row that can have its grades, or a new one of its council."""
    heading, segments = row.segment.heading, work.context.document.segments
    of_council = [
        e for e in work.events if e.slugs == {council[0]} and e.kind not in UNGRADED and not (e.previous or e.earlier)
    ]
    told = [e for e in of_council if e.segment >= 0 and segments[e.segment].heading == heading] or of_council
    if len({e.inspected.edtf for e in told if e.inspected is not None}) > 1 or len({e.service for e in told}) > 1:
        return None
    told.sort(key=lambda e: e.inspected is None)
    if told:
        return told[0]
    if service is None or not work.context.bodies:
        return None
    event = Event(
        [council],
        service.slug,
        service.span,
        list(work.context.bodies[:1]),
        "unstated",
        None,
        None,
        None,
        None,
        spans=[row.segment.span],
        sentences=[row.segment.span],
        segment=row.segment.index,
    )
    work.events.append(event)
    work.told.append((row.segment.span.start, event))
    return event


_BEFORE = rule(
    rf"\(\s*(?:previous(?:ly)?(?:\s+(?:rated|judged|graded|grade|rating|judge?ment))?|was|up\s+from|down\s+from|formerly|before|last\s+time)\s*:?\s+"
    rf"[‘“'\"]?(?P<g>{GRADE})[’”'\"]?(?:,?\s+(?:in\s+)?[^()]{{4,20}})?\s*\)\W*$",
    re.I,
)


def add_one_before(work: Work, focus: Event, row: Row, named: Naming) -> None:
    """ "Overall: Good (previous: Inadequate, 2015)": the inspection before, with the day that stands beside it."""
    found = _BEFORE.search(row.segment.span.of(work.context.text))
    if found is None:
        return
    at = row.segment.span.start
    grade, beside = Span(at + found.start("g"), at + found.end("g")), Span(at + found.start(), at + found.end())
    days = [d for d in named.dates if d.edtf and d.span.within(beside)]
    if len(days) > 1:
        return
    _add(work, focus, row, GradeHit(grade, found["g"], "row", "previous"), beside, days[0] if days else None)


def add_earlier(work: Work, focus: Event, row: Row, earlier: tuple[Earlier, ...]) -> None:
    """The overall grades of the inspections before, each in a column of its own: "Overall | Good | Inadequate"."""
    for each in earlier:
        span, word, number = each.cell
        if each.day is not None:
            work.headed.add(span)
        _add(work, focus, row, GradeHit(span, word, "row", "previous", number=number), span, each.day)


@dataclass(frozen=True)
class Before:
    """The grade that a part of a service had at an inspection before, in a column of its own."""

    words: Span
    earlier: Earlier
    row: Row


def add_parts_before(work: Work, first: int, found: list[Before]) -> None:
    """Give the parts of earlier columns to the one inspection that their table (from event ``first``) tells of."""
    for each in found:
        day = each.earlier.day.edtf if each.earlier.day is not None else None
        rows = [e for e in work.events[first:] if e.previous and e.overall is not None and e.overall.tie == "row"]
        told = [e for e in rows if (e.inspected.edtf if e.inspected is not None else None) == day]
        if len(told) != 1:
            continue  # of which of them is not said
        span, word, _ = each.earlier.cell
        if day is not None:
            work.headed.add(span)
        told[0].aspects.append(Aspect(each.words, span, word))
        told[0].sentences.append(each.row.segment.span)


def _add(work: Work, focus: Event, row: Row, hit: GradeHit, beside: Span, day: Mention | None) -> None:
    event = Event(
        list(focus.authorities),
        focus.service,
        focus.service_span,
        list(focus.bodies),
        "unstated",
        None,
        day,
        None,
        hit,
        previous=True,
        spans=[beside],
        sentences=[row.segment.span],
        segment=row.segment.index,
        named_apart=True,
    )
    work.events.append(event)
    work.told.append((beside.start, event))
