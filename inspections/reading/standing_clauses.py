"""Clauses that stand whatever their sentence says besides: "it would be wrong to compare this with our last inspection,
in March 2020, when the service was judged good".

What a sentence denies, asks or expects is not what such a clause tells: it is read as a sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from inspections.catalogue import Catalogue
from inspections.reading.dates.calendar_words import MONTH
from inspections.reading.document import Document
from inspections.reading.grades.words import GRADE
from inspections.reading.naming import Naming, name
from inspections.reading.rules import rule
from inspections.text import Span

_WHEN = rf"(?:(?:the\s+)?(?:spring|summer|autumn|winter)\s+(?:of\s+)?|(?:{MONTH})\s+)?(?:19|20)\d\d"
_INSPECTION = r"(?:full\s+|short\s+|graded\s+|Ofsted\s+){0,2}(?:inspection|assessment)"
_WHOSE = r"(?:[Oo]ur|[Ii]ts|[Tt]heir|[Tt]he(?:\s+\w+[’']s)?)"
_THE_LAST = rf"{_WHOSE}\s+(?:last|previous|most\s+recent|latest)\s+{_INSPECTION}"
_GRADED = rf"[‘“'\"]?(?:{GRADE})\b[’”'\"]?(?:\s+overall)?"
_JUDGED = r"(?:judged|rated|graded|found)"
_SUBJECT = r"(?:it|they|we|(?:the|its|our|their)\s+(?:[\w’'-]+\s+){0,3}?(?:services?|council|provision))"
# behind what is denied or asked
_LAST_OF_ALL = rule(
    rf"(?P<clause>{_THE_LAST}(?:\s+by\s+[\w\s]{{3,30}})?,?\s+(?:which\s+was\s+)?in\s+{_WHEN},\s+(?:when|at\s+which)\s+"
    rf"{_SUBJECT}\s+(?:was|were|had\s+been)\s+{_JUDGED}\s+(?:to\s+be\s+|to\s+|as\s+)?{_GRADED})(?=\s*[.;!]|$)"
)
_DENIED = rule(
    r"\b(?:not|never|nor|no|cannot|wrong|whether|if|would|could|asked?|compar\w+|how|why|hard|difficult|unwise|meaningless)\b|n[’']t\b",
    re.I,
)
# what somebody claims, thinks or passes on may be wrong in all it says
_SAID = rule(
    r"\b(?:claim\w*|said|says|(?<!wrong\sto\s)say|saying|told|tells?|according|believe\w*|think\w*|thought|rumou?r\w*|leaflets?|alleg\w+|suggest\w*|insist\w*|pretend\w*"
    r"|heard|reported|reports|newspapers?|papers?|if\s+only|suppos\w+|imagin\w+|myth)\b",
    re.I,
)
# before what is expected, or what somebody thinks of it
_FIRST_OF_ALL = rule(
    rf"\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:But\s+|And\s+)?(?P<clause>{_THE_LAST},?\s+(?:which\s+was\s+)?in\s+{_WHEN},?\s+"
    rf"(?:(?:had|has|also|again)\s+){{0,2}}{_JUDGED}\s+(?:[^,.;:“”\"()]{{2,60}}?\s+)?(?:to\s+be\s+|to\s+|as\s+)?{_GRADED})"
    r"(?P<rest>,\s+(?:and\s+(?:this|that|it)|so(?:\s+that)?|but|although|though|which)\b)"
)
_UNSURE = rule(
    r"\b(?:likely|expected|would|could|might|hope\w*|put\s+it|says?|said|thought|nobody|not|never|will)\b", re.I
)


def part_clauses(
    document: Document, catalogue: Catalogue, anchor: date | None, named: tuple[Naming, ...]
) -> tuple[Naming, ...]:
    """The sentences of a text, with such a clause parted from the rest of its sentence."""
    out: list[Naming] = []
    for each in named:
        if each.dates and each.visits and each.segment.kind not in ("row", "heading"):
            out += _parted(document, catalogue, anchor, each)
        else:
            out.append(each)
    return tuple(out)


def _parted(document: Document, catalogue: Catalogue, anchor: date | None, named: Naming) -> Iterator[Naming]:
    text, start, end = document.text, named.span.start, named.span.end
    cut = _cut(text, start, end)
    if cut is None:
        yield named
        return
    for i, span in enumerate((Span(start, cut), Span(cut, end))):
        part = replace(named.sentence, span=span.stripped(text), position=named.sentence.position + i)
        yield name(document, catalogue, anchor, part)


def _cut(text: str, start: int, end: int) -> int | None:
    """Where a sentence is parted; None: it is left whole."""
    said = text[start:end]
    if "“" in said or '"' in said:
        return None
    if (last := _LAST_OF_ALL.search(said)) is not None and last.start("clause") > 0:
        before = said[: last.start("clause")]
        graded = re.search(rf"\b(?:{GRADE})\b", before, re.I) is not None
        return None if graded or _SAID.search(before) or not _DENIED.search(before) else start + last.start("clause")
    first = _FIRST_OF_ALL.match(said)
    if first is not None and _UNSURE.search(said, first.start("rest")):
        return start + first.end("clause")
    return None


def is_end_of_a_sentence(text: str, before: Naming, named: Naming) -> bool:
    """Was what is read as a sentence parted from the one before, and is only the end of it?"""
    if before.segment.index != named.segment.index or text[named.span.start].isupper():
        return False
    return not text[before.span.end : named.span.start].strip() and text[before.span.end - 1].isalnum()
