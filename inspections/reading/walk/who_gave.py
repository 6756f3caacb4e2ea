"""Which of several inspectorates named in a sentence gave its grade: those that stand behind it."""

from __future__ import annotations

import re

from inspections.reading.naming import Noted
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk

_BY = re.compile(
    r"[’”'\"]?(?:\s+overall)?(?:\s+(?:in|last|this|earlier)\s[^,.;:]{2,24}?)?\s+by\s+(?:the\s+|both\s+)?(?:(?:His|Her)\s+Majesty[’']s\s+)?"
)
_AND_BY = re.compile(r"(?:\s+\([^)]*\))?,?\s+and\s+(?:by\s+)?(?:the\s+)?")


def given_by(telling: Telling, text: str) -> list[Noted]:
    """ "Its youth offending service was rated good by HMIP": of several inspectorates named, those behind the grade."""
    if telling.overall is None or len(telling.named.inspectorates) < 2:
        return []
    out: list[Noted] = []
    for body in telling.named.inspectorates:
        if body.span.start < telling.overall.span.end:
            continue
        at = out[-1].span.end if out else telling.overall.span.end
        if (_AND_BY if out else _BY).fullmatch(text, at, body.span.start) is None:
            break
        out.append(body)
    return out


def carried_to(walk: Walk, service: str | None) -> list[Noted]:
    """The inspectorates that the paragraph has named last, where none else is needed to inspect the service.

    "The CQC rated its adult care good. The area's special needs had been inspected in 2021": by no CQC alone.
    """
    bodies = {body.slug for body in walk.local_bodies}
    theirs = [f for f in walk.work.context.catalogue.frameworks.values() if service in f.services]
    fits = not theirs or any(set(f.inspectorates) <= bodies or f.inspectorates[0] in bodies for f in theirs)
    return list(walk.local_bodies) if fits else []
