""" "For care leavers it was worse. Their experiences were judged inadequate": of the part named just before."""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading.grades.hits import GradeHit, Grades
from inspections.reading.naming import Naming
from inspections.reading.parts import parts
from inspections.reading.work import Work

_THEIRS = re.compile(
    r"(?:\W*(?:But|And|Yet|Only)\s+)?(?:(?P<their>Their|Its)\s+(?P<what>experiences?|outcomes|progress|support|provision)"
    r"(?:\s+and\s+(?:experiences?|outcomes|progress|support))?)\s+(?:was|were|is|are|has|had|have)\b"
)


def take_part_before(work: Work, before: Naming | None, named: Naming, found: Grades) -> None:
    """Give the grade of such a sentence the part it points back to; where that is not one, nothing."""
    text, catalogue = work.context.text, work.context.catalogue
    points = _THEIRS.match(text, named.span.start, named.span.end)
    if points is None or not any(_points(hit, points) for hit in found.hits):
        return
    near = before is not None and before.segment.index == named.segment.index and not before.settings
    known = parts(text, before.span, catalogue, work.service_slugs) if before is not None and near else []
    held = [p for p in known if not p.overall]
    if len(held) != 1:
        return
    found.hits = [replace(hit, aspect=held[0].span) if _points(hit, points) else hit for hit in found.hits]


def _points(hit: GradeHit, points: re.Match[str]) -> bool:
    """Is the part of this grade named by nothing but such words?"""
    return hit.aspect is not None and points.start("their") <= hit.aspect.start and hit.aspect.end <= points.end()
