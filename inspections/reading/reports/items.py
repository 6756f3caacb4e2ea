"""Lists in a report: recommendations, areas for improvement, what needs to improve.

The first mark of a list sets its kind: numbers with bullets inside are numbered items, bullets with other
bullets inside are the outer bullets. A list without marks is one paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.reading.facts import Stance, StatementFact
from inspections.reading.reports.layout import GLYPHS, Flow

_MARK = re.compile(
    rf"^[ \t]*(?:(?P<number>\d{{1,3}})[.)][ \t]*(?=[^\s\d]|$)|(?P<glyph>[{GLYPHS}]|-(?=\s|$)|o(?=\s[a-z]))[ \t]*)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Item:
    """One entry of a list: where its words begin and end in the flow, without its mark."""

    start: int
    end: int
    number: str = ""


def items(found: Flow, start: int, end: int) -> tuple[Item, ...]:
    """The entries of the list that stands between two places of the flow."""
    text = found.text
    marks = list(_MARK.finditer(text, start, end))
    if not marks:  # one paragraph, which asks for something
        whole = trimmed(text, start, end)
        return (Item(*whole),) if whole[0] < whole[1] else ()
    first = marks[0]
    if first["number"]:
        outer, expected = [], int(first["number"])
        for mark in marks:
            if mark["number"] and int(mark["number"]) == expected:
                outer.append(mark)
                expected += 1
    else:
        outer = [mark for mark in marks if mark["glyph"] == first["glyph"]]
    stops = [*(mark.start() for mark in outer[1:]), end]
    found_items = []
    for mark, stop in zip(outer, stops, strict=True):
        at = trimmed(text, mark.end(), _without_heading(text, mark.end(), stop, last=stop == end))
        if at[0] < at[1]:
            found_items.append(Item(*at, number=mark["number"] or ""))
    return tuple(found_items)


def has_mark(found: Flow, at: int) -> bool:
    """Does the line that begins here begin with a number or a bullet?"""
    return bool(_MARK.match(found.text, at))


_NOTHING = re.compile(r"(?:There\s+(?:are|is|were|was)\b|None\b|No\s+(?:areas|recommendations))", re.IGNORECASE)


def asking(found: Flow, entries: tuple[Item, ...]) -> tuple[Item, ...]:
    """Without the entries that only say what there is, or that there is nothing to do."""
    return tuple(entry for entry in entries if not _NOTHING.match(found.text, entry.start))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same place of a text, without white space or a bullet at its ends."""
    while start < end and (text[start].isspace() or text[start] in GLYPHS):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _without_heading(text: str, start: int, end: int, last: bool) -> int:
    """Leave out lines at the end of an item that are the heading of the next group of items."""
    start, end = trimmed(text, start, end)
    while True:
        line = text.rfind("\n", start, end) + 1
        if line <= start:
            return end
        before = text[start:line].rstrip()
        words = text[line:end].strip()
        heading = (
            before.endswith((".", "?", "!")) and words[:1].isupper() and len(words) < 90 and words[-1] not in ".;,)"
        )
        if not heading or (last and len(words.split()) < 2):
            return end
        end = len(before) + start


def findings(
    found: Flow, entries: tuple[Item, ...], stance: Stance, key: str, about: str, first: int = 1
) -> tuple[StatementFact, ...]:
    """Each entry as a finding of the report about one inspection."""
    return tuple(
        StatementFact(
            key=f"{key}{number}",
            kind="finding",
            stance=stance,
            words=found.words(entry.start, entry.end),
            in_quotation_marks=False,
            attributed_to="report",
            about=(about,),
        )
        for number, entry in enumerate(entries, start=first)
    )
