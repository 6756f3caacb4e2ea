"""What the cell of an outcome says: a grade, a grade behind its kind of inspection, or the grades of its parts.

"Good"; "Standard inspection: Good"; "Overall grade 3 (good)"; "Safeguarding: Good. Looked after children: Good". A
cell of which one stretch is none of these says nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspections.reading.cells import value
from inspections.reading.events import Aspect
from inspections.reading.grades.words import grade_words
from inspections.reading.rules import rule
from inspections.reading.standing.labels import OVERALL_LABEL
from inspections.reading.standing.lists_of_others import is_known_part
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work


@dataclass(frozen=True)
class Outcome:
    """``overall``: the grade's span, its words, the number printed beside it; ``parts``: those that have their own."""

    overall: tuple[Span, str, int | None] | None = None
    parts: tuple[Aspect, ...] = ()


# "Annual performance assessment", "Standard inspection", "ILACS": what was made, and no part of what was judged
_KIND = rule(
    r"\W*(?:(?:the|our|ofsted|cqc|single|standard|full|short|core|annual|yearly|performance|joint|local|area|star|children[’']?s|services|first|second|new|re-?"
    r"|ilacs|sif|apa|jar|framework)\s+)*(?:(?:re-?)?inspections?|ratings?|assessments?|reviews?|ilacs|sif|apa|jar|framework)\W*",
    re.I,
)
_OVERALL = re.compile(
    r"\W*(?:(?:rated|judged|graded)\s+)?overall(?:\s+(?:grade|rating|judge?ment|effectiveness|outcome|performance))?\s*[-–—]?\s*",
    re.I,
)
_STRETCHES = re.compile(r"(?<=[A-Za-z)])(?:[.;]\s+(?=[A-Z])|\s*[;/]\s+)")
_COLON = re.compile(r":\s+|\s+[–—-]\s+")
_MOST = 8  # parts of one inspection in one cell


def outcome_of(work: Work, cell: Span) -> Outcome:
    """The grades that the cell of an outcome gives, and no other words."""
    text, more = work.context.text, grade_words(work.context.catalogue)[1]
    if (alone := value(text, cell, more)) is not None:
        return Outcome(alone)
    stretches = _parted(text, cell)
    if len(stretches) == 1:
        return Outcome(_behind_its_kind(text, cell, more))
    found = [_labelled(text, each, more) for each in stretches]
    if len(stretches) > _MOST or any(each is None for each in found):
        return Outcome()
    overall, parts = [], []
    for label, graded in [each for each in found if each is not None]:
        if OVERALL_LABEL.match(label.of(text)):
            overall.append(graded)
        elif is_known_part(work, label):
            parts.append(Aspect(label, graded[0], graded[1]))
        else:
            return Outcome()
    words = [part.words.of(text).lower() for part in parts]
    return (
        Outcome(next(iter(overall), None), tuple(parts))
        if len(overall) < 2 and len(set(words)) == len(words)
        else Outcome()
    )


def _parted(text: str, cell: Span) -> list[Span]:
    at, out = cell.start, []
    for m in _STRETCHES.finditer(text, cell.start, cell.end):
        out.append(Span(at, m.start()))
        at = m.end()
    return [*out, Span(at, cell.end)]


def _labelled(text: str, span: Span, more: re.Pattern[str] | None) -> tuple[Span, tuple[Span, str, int | None]] | None:
    """What stands before a colon, and the grade behind it."""
    marks = list(_COLON.finditer(text, span.start, span.end))
    if len(marks) != 1:
        return None
    graded = value(text, Span(marks[0].end(), span.end), more)
    return (Span(span.start, marks[0].start()).stripped(text), graded) if graded is not None else None


def _behind_its_kind(text: str, cell: Span, more: re.Pattern[str] | None) -> tuple[Span, str, int | None] | None:
    """The grade behind "Standard inspection:", "Overall grade", or both."""
    start = cell.start
    marks = list(_COLON.finditer(text, cell.start, cell.end))
    if len(marks) == 1:
        label = text[cell.start : marks[0].start()]
        if not (_KIND.fullmatch(label) or OVERALL_LABEL.match(label)):
            return None
        start = marks[0].end()
    elif marks:
        return None
    overall = _OVERALL.match(text, start, cell.end)
    if overall is not None and overall.end() > start:
        start = overall.end()
    return value(text, Span(start, cell.end), more) if start > cell.start else None
