"""Letters: to whom they begin, and how they close."""

from __future__ import annotations

import re

from inspections.reading.document import Document
from inspections.reading.lexicon import words_of
from inspections.reading.rules import rule
from inspections.reading.segments import Segment

_DEAR, _YOURS = frozenset({"dear"}), frozenset({"yours"})
_BY_TITLE = rule(r"^Dear\s+(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Cllr|Councillor|Professor|Prof|Lord|Lady|Baroness)\b", re.I)
_TO_PARTNERS = re.compile(
    r"^Dear\s+(?:all\s+)?(?:local\s+(?:area\s+)?|joint\s+)(?:safeguarding\s+)?(?:partnership|partners|leaders)\b", re.I
)
_DAY_ALONE = re.compile(r"^\W*(?:date:?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+(?:19|20)\d\d\W*$", re.I)
_CLOSING = rule(r"^Yours\s+(?:sincerely|faithfully)\b", re.I)


def is_letter(document: Document) -> bool:
    """Is it addressed to somebody, and signed; or, cut off before its end, addressed by title below a date?"""
    return document.once("letter", lambda: _is_letter(document))


def _is_letter(document: Document) -> bool:
    first = salutation(document)
    if first is None:
        return False
    if closings(document):
        return True
    head = [s.span.of(document.text) for s in document.segments if s.index < first]
    addressed = document.segments[first].span.of(document.text)
    titled = _BY_TITLE.match(addressed) or _TO_PARTNERS.match(addressed)
    return titled is not None and any(len(words) < 60 and _DAY_ALONE.search(words) for words in head)


def salutation(document: Document) -> int | None:
    begun = _begun_by(document, _DEAR)
    return next((s.index for s in begun if s.span.end - s.span.start < 120), None)


def closings(document: Document) -> list[Segment]:
    return [s for s in _begun_by(document, _YOURS) if _CLOSING.match(s.span.of(document.text))]


def _begun_by(document: Document, words: frozenset[str]) -> list[Segment]:
    """The segments that begin with one of these words."""
    places = set(words_of(document.text).begins(words))
    return [s for s in document.segments if s.span.start in places] if places else []
