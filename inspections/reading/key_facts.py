"""The days in a box of key facts: "Inspection dates: 4 to 15 March 2024" on a line beside those that give the grades.

Labelled lines that stand together are of one inspection; its days are taken where the grades of the lines have none, or
where a title that tells of an inspection stands right above them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.segments import Segment

if TYPE_CHECKING:
    from inspections.reading.dates.mentions import Mention
    from inspections.reading.events import Event
    from inspections.reading.rows import Table
    from inspections.reading.work import Work

_ENDS = r"(?:\s*\([^()]*\))?\s*(?:[:|–—]|\s-\s|\t|\s{2,})"
_INSPECTED = re.compile(
    r"\W*(?:(?:dates?\s+(?:of\s+)?(?:the\s+|our\s+)?)?(?:inspection|visit|fieldwork|assessment|on[\s-]site\s+\w+)(?:\s+(?:dates?|period|carried\s+out|took\s+place))?"
    rf"|inspected|visited|assessed|on\s+site|when(?:\s+(?:were\s+)?(?:we|it|they)(?:\s+was)?\s+inspected\??|\s+(?:it|inspected|they\s+came))?){_ENDS}",
    re.I,
)
_PUBLISHED = re.compile(
    r"\W*(?:(?:report|letter|outcome|result)s?\s+(?:was\s+)?(?:published|issued|out)|report(?:\s+date)?|date\s+of\s+(?:the\s+)?(?:report|publication)|published|publication(?:\s+date)?)"
    rf"{_ENDS}",
    re.I,
)
_LABELLED = re.compile(r"[^.!?]{2,40}(?::|\t|\s{2,}|\s[–—-]\s|\|)\s*\S")
_MOST = 12  # lines of a box
_FEW = 6  # lines below a title
_TITLE = 120  # characters


def take_days_of_facts(work: Work) -> None:
    """Give the inspections that labelled lines tell of the days that stand among those lines."""
    for event in work.events:
        if event.inspected is not None or event.previous or event.earlier or event.named_apart:
            continue
        lines = _box(work, event)
        titled = not lines
        if titled:
            lines = _below_title(work, event)
        if not lines:
            continue
        inspected, published = (_days(work, lines, label) for label in (_INSPECTED, _PUBLISHED))
        if len(inspected) != 1:
            continue
        if event.published is not None and any(d.edtf == event.published.edtf for d in inspected):
            continue
        if titled:  # the title and the day make it an inspection, whatever else the page tells
            event.notes = [note for note in event.notes if note != "thin"]
            event.main = event.main or not any(e.main for e in work.events)
        event.inspected = inspected[0]
        if event.published is None and len(published) == 1:
            event.published = published[0]
        event.sentences += [s.span for s in lines if event.inspected.span.within(s.span)]


def tells_of_an_inspection(text: str, table: Table) -> bool:
    """Does one line of such a box say when an inspection was, so that its rating is the inspection's?"""
    return any(_INSPECTED.match(text, row.segment.span.start, row.segment.span.end) for row in table.rows)


def _box(work: Work, event: Event) -> list[Segment]:
    """The labelled lines that stand together with those that give the grades of an inspection."""
    document, text = work.context.document, work.context.text
    spans = [event.overall.span if event.overall is not None and event.overall.tie == "row" else None]
    spans += [a.grade for a in event.aspects]
    rows = [s for span in spans if span is not None and (s := document.segment_at(span.start)) and s.kind == "row"]
    if not rows or len({s.heading for s in rows}) > 1:
        return []
    first, last = min(s.index for s in rows), max(s.index for s in rows)
    if last - first > _MOST:
        return []
    out = [s for s in document.segments[first : last + 1] if not s.furniture]
    for step, at in ((-1, first - 1), (1, last + 1)):
        while 0 <= at < len(document.segments) and abs(at - first) <= _MOST:
            segment = document.segments[at]
            if (segment.kind == "heading" and step > 0) or _LABELLED.match(segment.span.of(text)) is None:
                break
            if len(segment.span.of(text)) > 120 or (segment.kind == "row" and segment.furniture):
                break
            out.append(segment)
            at += step
    slugs = {slug for s in out for named in work.beside(s.span) for a in named.authorities for slug in a.slugs}
    services = {x.slug for s in out for n in work.beside(s.span) for x in n.services if n.span.start == x.span.start}
    return out if (not slugs or slugs & event.slugs) and services.isdisjoint(_others(work, event)) else []


def _below_title(work: Work, event: Event) -> list[Segment]:
    """The labelled lines right below a title that tells of the inspection: "Inspection dates", "Lead inspector"."""
    document, text = work.context.document, work.context.text
    if not 0 <= event.segment < len(document.segments) or event.overall is not None:
        return []
    title = document.segments[event.segment]
    words = title.span.of(text)
    if title.kind not in ("heading", "paragraph") or len(words) > _TITLE or words.endswith((".", "!", "?", ":", ",")):
        return []
    out = []
    for segment in document.segments[event.segment + 1 : event.segment + 1 + _FEW]:
        line = segment.span.of(text)
        if segment.furniture or len(line) > _TITLE or _LABELLED.match(line) is None:
            break
        out.append(segment)
    named = {slug for s in out for n in work.beside(s.span) for a in n.authorities for slug in a.slugs}
    return out if named <= event.slugs else []


def _others(work: Work, event: Event) -> set[str | None]:
    """The services of the other inspections of the text: a box that names one of them is not of this one alone."""
    return {e.service for e in work.events if e.slugs == event.slugs} - {event.service, None}


def _days(work: Work, lines: list[Segment], label: re.Pattern[str]) -> list[Mention]:
    """The day of each line with such a label, which has no other."""
    text, out = work.context.text, []
    for line in lines:
        m = label.match(text, line.span.start, line.span.end)
        days = [d for n in work.beside(line.span) for d in n.dates if d.span.within(line.span) and d.edtf and d.known]
        if m is not None and len(days) == 1 and days[0].span.start - m.end() < 16:
            out.append(days[0])
    return out
