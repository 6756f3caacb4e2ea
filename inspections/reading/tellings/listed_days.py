"""Short lines of council pages: a label with a day and a grade, and visits told of by nothing but their days."""

from __future__ import annotations

import re

from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import GRADE
from inspections.reading.naming import Naming
from inspections.reading.tellings.date_roles import role
from inspections.reading.tellings.telling import Telling
from inspections.text import Span

# a label such as "Previous inspection: September 2019, requires improvement to be good"
_BEFORE = re.compile(
    r"\W*(?:Our\s+|The\s+)?(?:[Pp]revious|[Ll]ast|[Ee]arlier)\s+(?:(?:full|graded|Ofsted|CQC)\s+)?inspection\s*(?::|[–—-])\s*"
)
_GRADE = re.compile(
    rf"\s*[,:;–—-]\s*(?:(?:judged|rated|graded)\s+)?[‘“'\"]?(?P<g>{GRADE})[’”'\"]?(?:\s+overall)?\W*", re.I
)


def add_labelled_before(text: str, named: Naming, out: list[Telling], hits: list[GradeHit]) -> None:
    """Give the inspection before, told of in a line that says no more than its day and its grade, that grade."""
    if len(out) != 1 or hits or out[0].overall or len(named.dates) != 1 or not named.dates[0].known:
        return
    day = named.dates[0].span
    if not out[0].earlier or _BEFORE.fullmatch(text, named.span.start, day.start) is None:
        return
    found = _GRADE.fullmatch(text, day.end, named.span.end)
    if found is None or named.settings or named.authorities:
        return
    span = Span(found.start("g"), found.end("g"))
    out[0].overall, out[0].previous = GradeHit(span, found["g"], "verb", "previous"), True
    out[0].inspected = named.dates[0]
    out[0].spans.append(span)


_VISITED_ON = re.compile(r"[^\n:]*\b(?:[Vv]isited|[Cc]ame|[Ii]nspectors|visits)\b[^\n:.]{0,60}:\s*\n")
_LINE = re.compile(r"[ \t•*–-]*(?=\S)(?P<line>[^\n]+)")
_LETTER = re.compile(
    r"\s*[(,;–—-]\s*(?:letter|report|findings)\s+(?:was\s+|were\s+)?(?:published|issued|released|out)\s+(?:on\s+|in\s+)?"
)


def visited_in_a_list(text: str, named: Naming, out: list[Telling]) -> list[Telling]:
    """A telling for each line of "They visited us on:", where every line begins with the days of a visit.

    What kind of visits they were, the paragraph has said: else the tellings stay as they were.
    """
    start, end = named.span.start, named.span.end
    if len(named.dates) < 2 or text.find("\n", start, end) < 0 or any(t.overall or t.aspects for t in out):
        return out
    head = _VISITED_ON.match(text, start, end)
    if head is None:
        return out
    told: list[Telling] = []
    for line in _LINE.finditer(text, head.end(), end):
        days = [d for d in named.dates if line.start("line") <= d.span.start < line.end("line")]
        if not days or days[0].span.start != line.start("line") or not days[0].known or len(days) > 2:
            return out
        published = days[1] if len(days) > 1 else None
        if published is not None and _LETTER.fullmatch(text, days[0].span.end, published.span.start) is None:
            return out
        if published is None and role(text, named, days[0]) == "published":
            return out
        span = days[0].span
        told.append(
            Telling(named, span.start, noun="visit", inspected=days[0], published=published, spans=[span], counted=True)
        )
    return told if len(told) > 1 else out
