"""The cells of one line: by tabs, bars, dashes or spaces, and the grade that a cell holds.

A cell whose words are not exactly a grade of some scale holds none.
"""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.grades.words import GRADE
from inspections.reading.rules import rule
from inspections.reading.segments import BULLET, Segment
from inspections.text import Span

_VALUE = rule(
    rf"^\W*(?:(?:judged|rated|graded)\s+|(?P<n0>[1-4])\s*\()?(?P<g>{GRADE}|perform(?:s|ed)\s+(?:excellently|well|adequately"
    rf"|poorly)|(?:not\s+)?met|(?:significant|reasonable|insufficient)\s+progress)\s*"
    rf"(?:\((?P<number>[1-4])\)|[-–:]?\s*(?:grade\s*)?(?P<n2>[1-4]))?\s*\*?[.;,]?\W*"
    rf"(?:\((?:(?:19|20)\d\d|(?!\d)[^()]{{2,60}})\))?\W*$",
    re.I,
)
_MARK = rule(r"(?::|\s[–—-]|\s?\.{3,}|(?:\s\.){3,})\s+")


def cells(text: str, segment: Segment) -> tuple[Span, ...]:
    words = segment.span.of(text)
    start = segment.span.start
    if "\t" in words and (bullet := BULLET.match(words)) is not None:
        words, start = words[bullet.end() :], start + bullet.end()
    mark = "\t" if "\t" in words else "|" if "|" in words else None
    out: list[Span] = []
    if mark:
        at = start
        for piece in words.split(mark):
            span = Span(at, at + len(piece)).stripped(text)
            at += len(piece) + 1
            out.append(span)
        if mark == "|":
            while out and out[0].start == out[0].end:
                out.pop(0)
            while out and out[-1].start == out[-1].end:
                out.pop()
        return tuple(out)
    gaps = list(re.finditer(r"\s{2,}", words))
    if len(spaced := _spaced(text, segment.span, gaps)) > 2:
        return spaced
    for gap in reversed(gaps[-2:]):  # behind the grade its number may stand in a column of its own
        if value(text, Span(start + gap.end(), segment.span.end)):
            label = Span(start, start + gap.start()).stripped(text)
            return (label, Span(start + gap.end(), segment.span.end).stripped(text))
    found = [x for x in _MARK.finditer(words) if 2 <= x.start() <= 120]
    if not found:
        return (segment.span,)
    graded = [x for x in found if value(text, Span(start + x.end(), segment.span.end))]
    m = graded[-1] if graded else found[0]
    label = Span(start, start + m.start()).stripped(text)
    bullet = rules.match(r"[\s•◦▪■●*\-–]*\((?:[ivx]{1,4}|[a-h]|\d)(?:\.\d)?\)\s+|[\s•◦▪■●*\-–]+", label.of(text))
    if bullet:
        label = Span(label.start + bullet.end(), label.end)
    if (named := _GRADE_COLUMN.search(label.of(text))) is not None:
        label = Span(label.start, label.start + named.start())  # "Overall effectiveness      Grade: good"
    return (label, Span(segment.span.start + m.end(), segment.span.end).stripped(text))


# what stands over a column of a table that only spaces part
_OVER_A_COLUMN = rule(
    r"(?:(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?|(?:\w+\s+)?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s+(?:19|20)\d\d)",
    re.I,
)


_LONGEST_HEAD = 30  # characters


def _spaced(text: str, span: Span, gaps: list[re.Match[str]]) -> tuple[Span, ...]:
    """The cells of a row that only spaces part, where it has two grades or more, or is the header over such rows."""
    if not gaps:
        return ()
    edges = [0, *(x for gap in gaps for x in gap.span()), span.end - span.start]
    made = tuple(Span(span.start + a, span.start + b) for a, b in zip(edges[::2], edges[1::2], strict=True))
    made = tuple(each for each in made if each.start < each.end)
    if len(made) > 2 and all(value(text, each) for each in made[1:]):
        return made
    short = all(len(each.of(text)) <= _LONGEST_HEAD and not value(text, each) for each in made)
    if len(made) > 2 and short and not _OVER_A_COLUMN.fullmatch(made[0].of(text)):
        return made
    if len(made) > 1 and all(_OVER_A_COLUMN.fullmatch(each.of(text)) for each in made):
        return (Span(span.start, span.start), *made)  # nothing stands over the names
    return ()


_GRADE_COLUMN = re.compile(r"(?<=\w)(?:\s{2,}|\t)(?:Grade|Judge?ment|Rating|Outcome)\s*$", re.I)
_TOLD = rule(
    r"\b(?:inspected|visited|judged|rated|graded|found|assessed|took\s+place|was|were|visit|inspection)\b", re.I
)


# as in "Our service was inspected in February 2018: good."
_SENTENCE = rule(
    r"\b(?:was|were|been)\s+(?:\w+\s+)?(?:re-?)?(?:inspected|visited|assessed)\b"
    r"|\b(?:report|letter)\s+(?:came\s+out|was\s+published)\b",
    re.I,
)


def is_sentence(label: str) -> bool:
    """Does what stands before a grade tell of an inspection in a sentence, and name no part?"""
    return _SENTENCE.search(label) is not None


def is_told(text: str, segment: Segment) -> bool:
    """ "Devon: inspected January 2020. Inadequate.": a line of a list that speaks in words, and no row of cells."""
    words = segment.span.of(text)
    if "\t" in words or "|" in words or not _TOLD.search(words):
        return False
    made = cells(text, segment)
    if made and is_sentence(made[0].of(text)):
        return True
    return (
        len(made) < 3
        and not any(value(text, cell) for cell in made[1:])
        and words.rstrip("*_ ").endswith((".", ";", ")"))
    )


def value(text: str, span: Span, more: re.Pattern[str] | None = None) -> tuple[Span, str, int | None] | None:
    """The grade a cell holds and nothing else: its span, its words, the number printed beside it.

    ``more``: wordings of the catalogue's other scales.
    """
    if text[span.start : span.end + 1].rstrip("’”'\" ").endswith("?"):
        return None  # "Good?": nobody has judged it
    m = _VALUE.match(span.of(text))
    if not m:
        m = more.fullmatch(span.of(text)) if more is not None else None
        return (Span(span.start + m.start("g"), span.start + m.end("g")), m["g"], None) if m else None
    number = m["n0"] or m["number"] or m["n2"]
    return Span(span.start + m.start("g"), span.start + m.end("g")), m["g"], int(number) if number else None


def parted(text: str, span: Span, mark: str) -> tuple[Span, ...]:
    out, at = [], span.start
    for piece in span.of(text).split(mark):
        out.append(Span(at, at + len(piece)).stripped(text))
        at += len(piece) + len(mark)
    return tuple(out)


_DASH = rule(
    r"^(?P<a>(?:[^:–—.]|\.(?!\s+[A-Z])){3,110}?)\s*(?::|\s[–—-]|\s?\.{3,}|(?:\s\.){3,})"
    r"\s+(?P<g>[‘“'\"]?[A-Za-z][\w ’”'\"()]{2,45}(?:\([^()]{2,60}\))?)\.?$"
)


_BETWEEN = (":", "–", "—", "-", "...", ". . .")
_LONGEST_VALUE = 90


def dashed(text: str, segment: Segment, more: re.Pattern[str] | None = None) -> tuple[Span, ...] | None:
    words = segment.span.of(text)
    last = max(words.rfind(mark) for mark in _BETWEEN)
    if last < 0 or len(words[last + 3 :].strip()) > _LONGEST_VALUE:
        return None
    start = segment.span.start
    bullet = rules.match(r"[\s•◦▪■●*·\-–]*\((?:[ivx]{1,4}|[a-h]|\d)(?:\.\d)?\)\s+|[\s•◦▪■●*·\-–]+", words)
    if bullet:
        start += bullet.end()
    m = _DASH.match(text[start : segment.span.end])
    if not m:
        return None
    pair = (
        Span(start + m.start("a"), start + m.end("a")).stripped(text),
        Span(start + m.start("g"), start + m.end("g")),
    )
    return pair if value(text, pair[1], more) else None
