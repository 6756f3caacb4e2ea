"""Inspectorates that are said to have taken part in an inspection, in a sentence behind the one that tells of it.

"It was led by Ofsted; CSCI and HM Inspectorate of Probation also took part." They are named on the inspection beside
those whose framework it was, and say nothing about its service, its scale or its kind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.rules import rule

if TYPE_CHECKING:
    from inspections.reading.naming import Noted
    from inspections.reading.work import Work

_TOOK_PART = rule(
    r"\b(?:(?:also|each|all|both)\s+)?(?:took\s+part|joined\s+in|joined\s+(?:them|it|the\s+team)|(?:was|were)\s+(?:also\s+)?(?:involved|represented)"
    r"|contributed|helped|sent\s+(?:inspectors|people|teams)|(?:was|were)\s+on\s+the\s+team)\b",
    re.I,
)
_LED = rule(
    r"\W*(?:It|This|The\s+(?:review|inspection|visit|team|assessment)|They|Inspectors|The\s+inspectors)\s+(?:was|were|had\s+been)\s+"
    r"(?:(?:jointly|also)\s+)?(?:led|carried\s+out|conducted|made|run|done|drawn|made\s+up)\s+(?:by|from)\b",
    re.I,
)
_NOT = rule(
    r"\b(?:not|never|no|nor|neither|declined|without|instead|should|will|would|could|may|might|if|unless|usually|normally|sometimes|can)\b|\?",
    re.I,
)
_STRANGE = rule(
    r"\b(?:staff|officers|leaders|parents|children|young\s+people|partners|governors|schools?|residents)\b", re.I
)


# "with colleagues from HMICFRS, the Care Quality Commission and Ofsted"
_COLLEAGUES = re.compile(
    r"\b(?:with|alongside|joined\s+by|accompanied\s+by|together\s+with)\s+(?:its\s+|their\s+|two\s+|three\s+)?(?:colleagues|inspectors|people|staff|teams?)"
    r"\s+from\s+(?:the\s+)?$"
)
_NEXT = re.compile(r"(?:\s+\([^()]{2,12}\))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+|from\s+)*")


def came_with(text: str, bodies: list[Noted], own: list[Noted]) -> list[Noted]:
    """Those of the inspectorates named that came as colleagues of ``own``, whose framework it was."""
    out: list[Noted] = []
    for body in sorted(bodies, key=lambda b: b.span):
        if body in own:
            continue
        begins = _COLLEAGUES.search(text, max(0, body.span.start - 60), body.span.start) is not None
        if begins or (out and _NEXT.fullmatch(text, out[-1].span.end, body.span.start)):
            out.append(body)
    return out


def add_those_who_took_part(work: Work) -> None:
    """Name on an inspection those who came with its inspectorate, where the sentence behind it says so."""
    text = work.context.text
    for named in work.that_may_hold(_TOOK_PART, _LED):
        words = named.span.of(text)
        if (
            not named.inspectorates
            or named.visits
            or named.authorities
            or named.settings
            or not named.sentence.position
        ):
            continue
        if _NOT.search(words) or _STRANGE.search(words):
            continue
        if not (_TOOK_PART.search(text, named.inspectorates[0].span.end, named.span.end) or _LED.match(words)):
            continue
        here = [e for at, e in work.told if named.segment.span.start <= at < named.span.start]
        if not here or here[-1].kind in ("monitoring-visit", "annual-assessment") or here[-1].previous:
            continue
        held = {body.slug for body in (*here[-1].bodies, *here[-1].joined)}
        here[-1].joined += [body for body in named.inspectorates if body.slug not in held]
        here[-1].sentences.append(named.span)
