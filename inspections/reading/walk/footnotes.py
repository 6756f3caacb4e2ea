"""Notes at the foot of a page: "¹ Resettlement was rated good" is of what the sentence with that mark tells of."""

from __future__ import annotations

import re

from inspections.reading.events import Event
from inspections.reading.naming import Naming
from inspections.reading.walk import Walk

_MARKS = "¹²³⁴⁵⁶⁷⁸⁹†‡§*"
_NUMBERS = _MARKS[:9]  # what begins with one of these is a note, wherever its mark may be
_MARK = re.compile(rf"(?P<m>[{_MARKS}]{{1,3}}|\[\d{{1,2}}\])\s*(?=[“‘\"'(]?[A-Z])")
_BEHIND = re.compile(r"[\w.,;:!?)”’\"']")  # what a mark stands right behind: a word, or its stop


def mark_of_note(walk: Walk, named: Naming) -> int | None:
    """Where the mark stands whose note a sentence is in: -1 where that is not clear; None: it is in no note."""
    note = _MARK.match(walk.text, named.segment.span.start, named.segment.span.end)
    if note is None:
        return None
    mark, places = note["m"], []
    at = walk.text.find(mark)
    while at >= 0:
        end = at + len(mark)
        before, after = walk.text[max(0, at - 1) : at], walk.text[end : end + 1]
        if after not in _MARKS or not after:
            if at != note.start() and _BEHIND.fullmatch(before):
                places.append(at)
            elif at != note.start() and before not in _MARKS:
                return None  # a list with such marks before its items
        at = walk.text.find(mark, end)
    if len(places) == 1 and places[0] < note.start():
        return places[0]
    return -1 if mark[0] in _NUMBERS else None


def noted_of(walk: Walk, at: int) -> Event | None:
    """The inspection that the sentence with a mark at ``at`` has told of; None where that is none, or several."""
    marked = walk.work.context.document.segment_at(at) if at >= 0 else None
    if marked is None:
        return None
    told = [
        (max(starts), event)
        for event in walk.work.events
        if (starts := [s.start for s in event.sentences if marked.span.start <= s.start < at])
    ]
    last = max((start for start, _ in told), default=0)
    found = [event for start, event in told if start == last]
    return found[0] if len(found) == 1 else None
