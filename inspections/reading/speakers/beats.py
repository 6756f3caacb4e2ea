"""What somebody does between their words: "She shrugs." stands for "she says" beside a quotation of whole sentences."""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading.people.subject import Subject
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.clauses import resolved
from inspections.text import Span

_DOES = (
    r"(?:shrug|laugh|smile|grin|sigh|nod|wince|grimace|hesitate|frown|chuckle|giggle|recite|count)(?:s|ed|d)?|grinned|shrugged|nodded|pauses?d?"
    r"|(?:shakes|shook|scratches|scratched|lowers|lowered|raises|raised)\s+(?:her|his)\s+(?:head|voice|eyebrows?|hand)"
    r"|(?:rolls|rolled)\s+(?:her|his)\s+eyes|(?:thinks|thought)\s+(?:about\s+it|for\s+a\s+(?:moment|while|second))|(?:leans|leaned)\s+(?:back|forward|in)"
    r"|(?:looks|looked)\s+(?:up|down|away|out\s+of\s+the\s+window)"
)
_BEAT = re.compile(rf"\s*(?P<who>She|He)\s+(?:just\s+|only\s+|then\s+)?(?:{_DOES})\b[^“”\"‘.!?:;]{{0,60}}[.!?]?\s*")
_OTHERS = re.compile(
    r"\b(?P<they>[Ss]he|[Hh]e|they|They)\b|\b(?:says?|said|asks?|asked|tells?|told|replie[sd]|answer(?:s|ed))\b"
)


def told_by_a_beat(place: Place, memory: Memory, earlier: str, following: str) -> Attribution | None:
    """Who acts right before a quotation (in ``earlier``, a sentence) or right after it; the rest tells of nobody."""
    words = place.quote.words(place.text)
    if not words[:1].isupper() or words.rstrip(" ”’\"'")[-1:] not in (".", "!", "?", "…"):
        return None
    before, after = place.before, place.after
    if earlier and (m := _BEAT.fullmatch(earlier)) is not None:
        return _by(m["who"], memory, Span(before.start, before.end).stripped(place.text))
    m = _BEAT.match(following) if place.joined is None and not place.before.of(place.text).strip() else None
    if m is None or not m.group().rstrip().endswith((".", "!", "?")):
        return None
    if following[m.end() :].strip() or after.end == place.segment.span.end:
        return None  # what she does closes the paragraph, or goes on: only between two of her own quotations
    rest = re.sub(r"[“\"][^“”\"]*[”\"]?", " ", place.text[after.end : place.segment.span.end])
    if _OTHERS.search(rest):
        return None
    return _by(m["who"], memory, Span(after.start, after.start + m.end()).stripped(place.text))


def _by(pronoun: str, memory: Memory, span: Span) -> Attribution | None:
    made = resolved(Subject("he", 0, called=pronoun.lower()), memory, span, True)
    return replace(made, carried=True) if made is not None and made.kind == "person" and made.speaker else None
