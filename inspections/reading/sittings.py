"""On which day a meeting sat whose minutes a document is: what is said in minutes was said on it."""

from __future__ import annotations

import re

from inspections.reading.dates import dates
from inspections.reading.dates.mentions import Mention
from inspections.reading.document import Document
from inspections.text import Span

_HEAD = 10  # segments
_LONGEST = 400  # characters
_OF_THE_MEETING = re.compile(
    r"\b(?:minutes|meeting|held|committee|panel|board|cabinet|executive|commission|scrutiny|council|date)\b", re.I
)
_PUBLISHED = re.compile(r"\b(?:published|issued|printed|updated|uploaded)\b", re.I)
# the day of another meeting
_OF_ANOTHER = re.compile(
    r"\b(?:last|previous|next|minutes\s+of\s+the\s+meeting\s+held\s+on|minutes\s+of\s+(?:the\s+)?(?:\w+day,?\s+)?\d+(?:st|nd|rd|th)?|approved|resolved|to\s+follow)\b",
    re.I,
)


# "AGREED the minutes of the meeting held on 25 June": never this meeting
_TAKEN_AS_READ = re.compile(
    r"\b(?:agreed|resolved|approved|confirmed|received|noted|signed)\b[^.;]{0,60}\bminutes\b"
    r"|\bminutes\b[^.;]{0,90}\b(?:agreed|approved|confirmed|signed|correct\s+record|accurate\s+record)\b",
    re.I,
)


def sitting(document: Document) -> Mention | None:
    """The one day that the head of a set of minutes gives; None when it gives none, or several."""
    return document.once(("sitting",), lambda: _sitting(document))


def sat_on(document: Document) -> Mention | None:
    """The day of the meeting, where the head of a document calls it minutes."""
    return (
        sitting(document) if any(_MINUTES.match(document.text, s.span.start) for s in document.page[:_FIRST]) else None
    )


def printed_on(document: Document, day: Span) -> bool:
    """Is a day in the head of minutes the one on which they were published?"""
    begins = max(0, document.text.rfind("\n", 0, day.start))
    return _PUBLISHED.search(document.text, begins, day.start) is not None


_FIRST = 4  # segments
_MINUTES = re.compile(
    r"\W*(?:draft\s+|unconfirmed\s+|public\s+)?minutes\b(?!\s+of\s+(?:the\s+)?(?:last|previous))", re.I
)


def _sitting(document: Document) -> Mention | None:
    text = document.text
    found: list[Mention] = []
    for s in document.page[:_HEAD]:
        words = s.span.of(text)
        if len(words) > _LONGEST:
            break
        days = [d for d in dates(text, s.span) if d.precision == "day" and d.known and not d.wrong_weekday]
        since = [s.span.start, *(d.span.end for d in days)]
        if days and _TAKEN_AS_READ.search(words):
            continue
        days = [d for begins, d in zip(since, days, strict=False) if _sat(text, begins, d)]
        alone = days and len(re.sub(r"\W", "", words)) <= len(re.sub(r"\W", "", days[0].span.of(text)))
        prose = _PROSE.search(words) is not None
        clock = not prose and any(_AT_AN_HOUR.match(text, d.span.end) for d in days)
        met = (_MET if prose else _OF_THE_MEETING).search(words)  # "the Council should cease to exist on 31 March"
        if days and (alone or clock or met) and not (found and _OF_ANOTHER.search(words)):
            found += days
    return found[0] if len({d.edtf for d in found}) == 1 else None


def _sat(text: str, since: int, day: Mention) -> bool:
    """Is a day that of the meeting, and not the one on which its minutes were published?"""
    before, after = text[since : day.span.start], text[day.span.end : day.span.end + 30]
    published = _PUBLISHED.search(before)
    if published is not None and not _HELD.search(before, published.end()):
        return False
    return _PUBLISHED_THEN.match(after) is None


# "Wednesday, 12 March 2025 7:00 pm": the hour at which a meeting begins
_HOUR = r"\d{1,2}(?:[.:]\d{2})?"
_AT_AN_HOUR = re.compile(
    rf"[ \t]*[,(–-]?[ \t]*(?:at[ \t]+|from[ \t]+)?{_HOUR}(?:[ \t]*(?:[-–]|to)[ \t]*{_HOUR})?[ \t]*"
    r"(?:[ap]\.?m\b|hrs\b|o[’']clock)",
    re.I,
)
_PROSE = re.compile(r"[a-z]{3}[.;](?:\s|$)|\b(?:will|was|were|had|has|have|are|said|that|should|would)\b")
_HELD = re.compile(r"\b(?:held|meeting)\b", re.I)
_MET = re.compile(r"\b(?:held|meeting|met|sat)\b", re.I)
_PUBLISHED_THEN = re.compile(r"[ \t]*[(,]?[ \t]*(?:published|issued|date\s+of\s+publication)\b", re.I)
