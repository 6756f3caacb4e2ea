"""Of which council somebody is a councillor: of the one whose minutes list them among the councillors present."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.offices import official
from inspections.reading.sittings import sat_on
from inspections.reading.speakers.attribution import Attribution

if TYPE_CHECKING:
    from inspections.reading.work import Work

_HEAD = 16  # segments in which those present are listed
_COUNCILLORS = re.compile(r"\b(?:Councillors?|Cllrs?)\b")
# a councillor who is listed as somebody from elsewhere
_FROM_ELSEWHERE = re.compile(
    r"\b(?:invit\w+|witness\w*|guests?|observers?|public|parish|town\s+council|apolog\w+)\b", re.I
)


def councillor_of(work: Work, said: Attribution) -> str | None:
    """The council in whose minutes the speaker is called a councillor and listed as present; None elsewhere."""
    about = work.context
    minutes = work.family.voice == "minutes" or (work.family.voice == "council" and sat_on(about.document) is not None)
    last = (said.speaker or "").split()[-1:]
    if not minutes or about.home is None or said.kind != "person" or not last:
        return None
    called = rf"\b(?:Councillor|Cllr)\.?\s+(?:[A-Z][\w’'.-]*\s+){{0,2}}{re.escape(last[0])}\b"
    if re.search(called, about.text) is None:
        return None
    lists = [s.span.of(about.text) for s in about.document.body[:_HEAD]]
    present = any(last[0] in words for words in lists if _lists(words) and not _FROM_ELSEWHERE.search(words))
    return official(work, about.home[0]) if present else None


def _lists(words: str) -> bool:
    """Does a paragraph list councillors, or is it a line with the name of one?"""
    if _ALL_OF_THEM.search(words) is not None:
        return True
    return len(words) < _LINE and not words.rstrip().endswith(".") and _COUNCILLORS.search(words) is not None


_ALL_OF_THEM = re.compile(
    r"\b(?:Councillors|Cllrs)\s+(?:[A-Z][\w’'.-]*|the)|\b(?:Present|Members|PRESENT|MEMBERS)\b[^.]{0,20}:"
)
_LINE = 90  # characters
