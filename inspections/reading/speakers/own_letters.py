"""A letter that somebody else than an inspectorate wrote: "She wrote to the leader. “...,” the letter says" is hers.

"The letter", "it" and "her letter" are an inspectorate's only where the paragraph does not tell that a person wrote
the letter, signed it or sent it, or whom at the council it was addressed to.
"""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading.people.objects import object_of
from inspections.reading.people.subject import Subject
from inspections.reading.rules import rule
from inspections.reading.sentence_subjects import sentence_subject
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.clauses import resolved
from inspections.reading.speakers.sentences import sentences_of
from inspections.reading.speakers.verbs import BODY_WORDS

_PAPER = r"(?:letters?|e-?mails?|notes?|messages?|cards?|postcards?)"
_MAY_BE_A_LETTER = re.compile(
    rf"\b(?:it|It|(?:the|The|her|Her|his|His|a|one)\s+(?:\w+\s+){{0,1}}{_PAPER}|part\s+of\s+it|from\s+it)\b"
)
# "a letter from a retired nurse", "It was from a young woman of 22"
_FROM_WHOM = re.compile(
    rf"\b(?:{_PAPER}\s+(?:which\s+(?:[\w’'-]+\s+){{1,4}}?)?|[Ii]t\s+(?:was|is|came|had\s+come)\s+|(?:came|come)\s+)(?:from|by)\s+"
    r"(?P<who>(?!(?:her|him|them|it|the\s+(?:chief\s+)?inspect\w+|Ofsted|CQC)\b)[^.;:“”\"]{3,110})"
)
# "signed by a man who was gone by the summer, the then director, Ann Lee"
_SIGNED_BY = re.compile(
    r"\b(?:[Ii]t|[Tt]he\s+letter)\s+(?:is|was|had\s+been)\s+(?:signed|written|sent)\s+by\s+(?P<who>[^.;:“”\"]{3,140})"
)
_TO_WHOM = rule(
    r"\b(?:letter|note|memo|it)\s+(?:is|was|had\s+been)?\s*(?:\w+\s+){0,2}?(?:addressed|sent|written)\s+to\s+"
    r"(?:every|all|each|the\s+staff|staff|parents|residents|members|colleagues|foster\s+carers|families)\b",
    re.I,
)
_WROTE = re.compile(
    r"(?<!\breport\s)(?<!\binspectors\s)\b(?:wrote|has\s+written|had\s+written|e-?mailed|sent\s+(?:a|an|the)\s+(?:[\w’'-]+\s+){0,2}?"
    rf"{_PAPER})(?:\s+(?:back|again))?\b(?!\s+(?:that|in|of|about\s+the\s+report)\b)"
)
_LAST = re.compile(
    r"(?:,\s+|\b(?:is|was)\s+)(?P<who>(?:the|a|an|its)\s+(?:then\s+)?[^,.;:“”\"]{3,60},\s+"
    r"(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\s+)?[A-Z][\w’'-]+\s+[A-Z][\w’'-]+)\s*$"
)


def by_letter(place: Place, memory: Memory, made: Attribution) -> Attribution | None:
    """Whose words those of a letter are that ``made`` takes for a report's, or for whoever reads it; None: as made."""
    if made.span is None or made.kind not in ("report", "person", "unstated") or made.carried:
        return None
    said = made.span.of(place.text)
    letter = _MAY_BE_A_LETTER.search(said)
    catalogue = memory.catalogue
    if letter is None or BODY_WORDS.of(catalogue).search(re.sub(rf"\b{_PAPER}\b", "", said)):
        return None
    if made.kind != "report" and not re.search(
        rf"\b(?:[Hh]er|[Hh]is|part\s+of\s+it|from\s+it|{_PAPER}\s+from)\b", said
    ):
        return None
    start, end = place.segment.span.start, place.quote.start
    told = [_without_marks(each) for each in sentences_of(place.text[start:end])]
    own = told.pop() if made.span.start < end and len(told) > 1 else ""
    if any(BODY_WORDS.of(catalogue).search(re.sub(rf"\b{_PAPER}\b", "", each)) for each in told[-1:]):
        if _FROM_WHOM.search(told[-1]) is None and _FROM_WHOM.search(own) is None:
            return None
    for each in reversed([*told[-3:], own]):
        if (sender := _FROM_WHOM.search(each)) is not None:
            return _of(sender["who"], memory, made) or made
        if (wrote := _WROTE.search(each)) is not None:
            return _writer(each, wrote, memory, made)
    after = _without_marks(place.text[place.quote.end : place.segment.span.end])
    if (signed := _SIGNED_BY.search(after) or _SIGNED_BY.search(" ".join(told))) is not None:
        return _of(signed["who"], memory, made) or Attribution("unstated", made.span)
    if made.kind == "report" and any(_TO_WHOM.search(each) for each in told):
        return Attribution("unstated", made.span)
    return None


def _without_marks(words: str) -> str:
    return re.sub(r"[“\"][^“”\"]*[”\"]", " ", words)


def _of(who: str, memory: Memory, made: Attribution) -> Attribution | None:
    """Somebody told of as the writer; None where it is no person: "the letter from the October visit"."""
    last = _LAST.search(who)
    found = object_of(last["who"] if last else re.split(r"\s+who\b|,\s+(?:and|with)\b", who)[0], memory.catalogue)
    told = resolved(found, memory, made.span, True) if found is not None and made.span is not None else None
    return told if told is not None and told.kind in ("person", "organisation") else None


def _writer(sentence: str, wrote: re.Match[str], memory: Memory, made: Attribution) -> Attribution:
    """The subject of "wrote to the leader"."""
    assert made.span is not None
    pronoun = re.search(r"\b(?P<it>[Ss]he|[Hh]e)\s+(?:\w+\s+){0,2}$", sentence[: wrote.start()])
    if pronoun is not None:
        told = resolved(Subject("he", 0, called=pronoun["it"].lower()), memory, made.span, True)
        return told if told is not None else Attribution("person", made.span)
    begun = sentence_subject(sentence, memory.catalogue)
    if begun is None or begun.who.kind not in ("person", "organisation"):
        return Attribution("person", made.span)
    told = resolved(begun.who, memory, made.span, True)
    return replace(told, carried=False) if told is not None else Attribution("person", made.span)
