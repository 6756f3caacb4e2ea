"""Where the sentences around a quotation begin and end."""

from __future__ import annotations

import re

from inspections.reading.segments import Segment
from inspections.reading.speakers.attribution import Place

LONGEST_TAIL = 420  # characters before a quotation in which its attribution is looked for
_STOP = re.compile(
    r"[.!?](?=[”’\"']?\s+[A-Z“”‘’\"'*(\[«`])(?<!\bMr.)(?<!\bMrs.)(?<!\bMs.)(?<!\bDr.)(?<!\bSt.)(?<!\bCllr.)(?<!\bRev.)(?<!\bCoun.)(?<!\bProf.)(?<!\b[Hh]on.)(?<!\bSupt.)(?<!\bInsp.)(?<!\bSgt.)(?<!\bRevd.)(?<!\bAld.)"
    r"(?<!\bNo.)(?<!\b[A-Z].)"
)


def paragraphs_between(place: Place) -> list[Segment]:
    """The last two paragraphs before this one that come after the quotation before."""
    at = place.order.get(place.segment.index, 0)
    since = place.previous.end if place.previous is not None else 0
    return [
        s
        for s in place.document.body[max(0, at - 2) : at]
        if s.span.start >= since and s.kind in ("paragraph", "bullet")
    ]


def placed_sentences(words: str, cut: int, start: int) -> list[tuple[int, str]]:
    """The sentences before ``cut``, with where each begins in the text."""
    at, out = max(0, cut - 700), []
    for stop in sentences_of(words[at:cut]):
        found = words.find(stop, at)
        at = found if found >= 0 else at
        out.append((start + at, stop))
    return out


def sentences_of(words: str) -> list[str]:
    out, at = [], 0
    for m in _STOP.finditer(words):
        out.append(words[at : m.start()])
        at = m.end()
    out.append(words[at:].rstrip(" .!?\n"))
    return [x for x in out if x.strip()]


def sentence_start(words: str) -> int:
    """Where the sentence that the end of ``words`` belongs to begins."""
    stops = [m.end() for m in _STOP.finditer(words[-900:])]
    tail = words.rstrip()
    if tail.endswith((".", "!", "?")) and not tail.endswith(("Cllr.", "Coun.", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.")):
        return len(words)
    return len(words) - len(words[-900:]) + stops[-1] if stops else 0


def first_sentence(following: str) -> str:
    m = _STOP.search(following, 2)
    return following[: m.start()] if m else following.rstrip()
