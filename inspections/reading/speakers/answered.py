"""Words that answer a question put just before them: "His answer? “...”", "What did she mean? “...”"."""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading.people.objects import object_of
from inspections.reading.people.subject import Subject
from inspections.reading.rules import rule
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.clauses import resolved
from inspections.text import Span

_ANSWER = (
    r"(?:answer|reply|response|verdict|view|advice|message|explanation|excuse|conclusion|opinion|reaction|promise|plea"
    r"|warning|summary)"
)
# "His answer?", "And her verdict on the report?"
_WHOSE_ANSWER = rule(
    rf"\W*(?:And\s+|But\s+)?(?:(?P<whose>[Hh]is|[Hh]er)|(?P<who>[^“”\"?.!;:]{{3,90}}?)[’']s?)\s+(?:own\s+|only\s+|first\s+|last\s+|blunt\s+|short\s+)*{_ANSWER}"
    r"(?:\s+(?:to|on|about|for)\s+[^“”\"?.!;:]{2,60})?\s*[?:]\s*"
)
# "What did she mean?", "Would he do it again?"
_ASKS_HIM = rule(
    r"\W*(?:And\s+|But\s+|So\s+)?(?:(?:[Aa]nd\s+)?(?:What|Why|How|When|Where|Which)\b[^?.!“”\"]{0,60}?\s+)?"
    r"(?:Did|Does|Would|Will|Is|Was|Has|Had|Could|Can|Should|did|does|would|will|is|was|has|had|could|can|should)(?:n[’']t)?\s+(?P<it>he|she)\b[^?.!“”\"]{2,110}\?\s*"
)


def answering(place: Place, memory: Memory, words: str) -> Attribution | None:
    """Whoever the question is put to that ``words``, all before a quotation in its paragraph, end with."""
    told = words.rstrip()
    if told[-1:] not in ("?", ":"):
        return None
    asked = told[max(told.rfind(mark, 0, -1) for mark in '.!?”"') + 1 :]
    span = Span(place.before.end - len(words) + words.rfind(asked), place.before.end).stripped(place.text)
    if (answer := _WHOSE_ANSWER.fullmatch(asked)) is not None:
        if answer["whose"]:
            return _by("he" if answer["whose"].lower() == "his" else "she", memory, span)
        who = object_of(answer["who"], memory.catalogue)
        return resolved(who, memory, span, True) if who is not None and who.kind == "person" else None
    if (him := _ASKS_HIM.fullmatch(asked)) is None or not _is_all(place):
        return None
    return _by(him["it"], memory, span)


def _is_all(place: Place) -> bool:
    """Is the answer whole sentences, with which the paragraph ends or which another quotation follows?"""
    words = place.quote.words(place.text)
    whole = words[:1].isupper() and words.rstrip(" ”’\"'")[-1:] in (".", "!", "?", "…")
    return whole and not re.search(r"[^\W_]", place.after.of(place.text))


def _by(pronoun: str, memory: Memory, span: Span) -> Attribution | None:
    made = resolved(Subject("he", 0, called=pronoun), memory, span, True)
    return replace(made, carried=True) if made is not None and made.kind == "person" else None
