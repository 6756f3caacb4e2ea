"""Whose letter it is: an inspectorate's own, or one that a council sends on to parents, colleagues or members."""

from __future__ import annotations

import re

from inspections.reading.naming import Noted, names
from inspections.reading.segments import Segment
from inspections.reading.work import Work

_TO_THE_PUBLIC = re.compile(
    r"^Dear\b.{0,60}\b(?:parents?|carers?|families|colleagues?|residents?|members?|foster\w*|students?|learners?|all)\b",
    re.I,
)


def is_from_inspectors(work: Work) -> bool:
    """Not so a letter on a council's own paper, or one to parents, colleagues or members."""
    about = work.context
    outside = [s for s in about.document.segments if s.index in about.letterhead and not s.furniture]
    if outside and any(b.span == outside[0].span.stripped(about.text) for b in _bodies_of(work, outside[0])):
        return True  # on an inspectorate's own paper, to all the partners of an area
    if any(_TO_THE_PUBLIC.match(s.span.of(about.text)) for s in outside):
        return False
    head = names(about.document, about.catalogue, outside[0].span) if outside else None
    return head is None or not any(n.official for n in head.authorities)


def _bodies_of(work: Work, line: Segment) -> tuple[Noted, ...]:
    return names(work.context.document, work.context.catalogue, line.span).inspectorates
