"""A spokesman of whom nobody says whose he is: the words are those of the one body that the paragraph tells of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.inspectorates import known_as
from inspections.reading.offices import COUNCIL_WORDS, council, inspectorates_in, official
from inspections.reading.speakers.attribution import Attribution
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_ANOTHER_BODY = re.compile(
    r"\b(?:trust|academy|school|college|university|union|charity|company|forum|board|police|force|constabulary|NHS|partnership|government|department|ministry|group|newspaper|paper"
    r"|provider|firm|agency|home|hospital|association|federation|party|campaign|network)\b",
    re.I,
)
_BARE_SPOKES = re.compile(
    r"(?:(?:an?|the|its|unnamed|official)\s+)*(?:spokes(?:man|woman|person)|press\s+officer)", re.I
)


def is_bare_spokesperson(said: Attribution) -> bool:
    unnamed = said.kind == "person" and not (said.speaker or said.organisation)
    return unnamed and bool(said.role and _BARE_SPOKES.fullmatch(said.role))


def body_told_of(work: Work, said: Attribution, at: int) -> str | None:
    """The one body, an inspectorate or a council, of which a paragraph tells up to the words of "a spokesman"."""
    about = work.context
    here = about.document.segment_at(at)
    if here is None or said.span is None:
        return None
    words = about.text[here.span.start : max(at, said.span.end)]
    if _ANOTHER_BODY.search(words):
        return None
    inspecting = inspectorates_in(work, words)
    theirs = {known_as(body) for body in inspecting if body is not None}
    council_told = COUNCIL_WORDS.search(words) is not None or any(
        n.authorities for n in work.beside(Span(here.span.start, at))
    )
    if len(theirs) == 1 and not council_told:
        return theirs.pop()
    return official(work, council(work, at)) if council_told and not theirs else None
