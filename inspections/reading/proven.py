"""Do a source's own words bear out what was read of it? What they do not is left out and named.

A service needs words that tell of it, a stated grade words that say it and no other, a speaker and a role words of the
text. The record asks the same of every row before it is published, so a fact that would be refused there never
leaves the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from inspections.catalogue import Catalogue, Scale
from inspections.reading.facts import Graded, InspectionFact, Reading, StatementFact, Warned
from inspections.text import Span, Tidied, find, tidy

_APART = " … "  # between the halves of a wording
_MOST_BETWEEN = 90  # characters
_PARTS = re.compile(r"[.;:!?]|\b(?:not|never|no|nor|neither|without|less|hardly)\b", re.I)
_MEMBER_FOR = "Member for "  # how Hansard's "Ann Lee (Wyre)" is told
_KIN = (
    r"(?:(?:step|grand)?(?:parent|mother|father|mum|mummy|dad|daddy|mam|son|daughter|child|children|boy|girl|twin)s?)"
    r"(?:\s+of\s+\w+)?"
)
_ONE_OF = {  # one of a group: as a role says it, as the text may
    "parent": _KIN,
    "grandparent": _KIN,
    "child": r"child(?:ren)?",
    "person": r"(?:person|people)",
    "family": r"famil(?:y|ies)",
    "woman": r"wom[ae]n",
    "man": r"m[ae]n",
}


def read_grade(words: str, scale: Scale) -> str | None:
    """The one grade that these words say; None where none or two do. A wording within a longer one is not counted.

    A wording of two halves ("outcomes … inconsistent") is said where few words of one sentence stand between them, none
    of which denies it.
    """
    bare = re.sub(r"(?<=\w)-(?=star\b)", " ", re.sub(r"[‘’“”'\"]", "", words))
    held = tidy(bare)
    said = [
        (span, grade.slug)
        for grade in scale.grades
        for wording in grade.wordings
        for span in (_said_apart(wording, held, bare) if _APART in wording else find(wording, held))
    ]
    grades: set[str] = set()
    outer: Span | None = None  # of those that begin no later, the one that ends last
    for span, slug in sorted(said, key=lambda each: (each[0].start, -each[0].end)):
        if outer is None or span == outer or span.end > outer.end:
            outer = span
            grades.add(slug)
    grades |= {grade.slug for grade in scale.grades if grade.number is not None and held.text == str(grade.number)}
    return grades.pop() if len(grades) == 1 else None


def _said_apart(wording: str, held: Tidied, words: str) -> Iterator[Span]:
    first, _, last = wording.partition(_APART)
    ends = list(find(last, held))
    for begun in find(first, held) if ends else ():
        for ended in ends:
            between = words[begun.end : ended.start] if begun.end < ended.start else ""
            if between and len(between) <= _MOST_BETWEEN and not _PARTS.search(between):
                yield Span(begun.start, ended.end)


def tells_role(role: str, text: str) -> bool:
    """Does a text tell of this role: in these words, of a group of such people, or as the kin of a child?"""
    told = role.removeprefix(_MEMBER_FOR)
    if _stands_as_printed(told, text):
        return True
    return _role_pattern(told).search(text) is not None or stands(told, text)


def _stands_as_printed(words: str, text: str) -> bool:
    """Is it in a text to the letter, as it mostly is? That is soon seen."""
    at = text.find(words) if words[:1].isalnum() and words[-1:].isalnum() else -1
    while at >= 0:
        end = at + len(words)
        if not (at and _in_a_word(text[at - 1])) and not (end < len(text) and _in_a_word(text[end])):
            return True
        at = text.find(words, at + 1)
    return False


def _in_a_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def stands(words: str, text: str) -> bool:
    """Do these words stand in a text, however they are typeset?"""
    if _stands_as_printed(words, text) or re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text):
        return True
    return any(True for _ in find(words, text))


@lru_cache(maxsize=1024)
def _role_pattern(role: str) -> re.Pattern[str]:
    words = [_ONE_OF.get(word.lower(), rf"{re.escape(word)}s?") for word in role.split()]
    return re.compile(r"\b" + r"\s+".join(words) + r"\b" if words else r"(?!)", re.I)


def keep_proven(reading: Reading, catalogue: Catalogue) -> Reading:
    """The reading without what its words do not bear out, and a warning for each fact that was left out."""
    warnings: list[Warned] = []
    inspections = tuple(_keep_inspection(fact, reading.held.text, catalogue, warnings) for fact in reading.inspections)
    statements = tuple(_keep_statement(fact, reading.held.text, warnings) for fact in reading.statements)
    if not warnings:
        return reading
    return replace(reading, inspections=inspections, statements=statements, warnings=(*reading.warnings, *warnings))


def _keep_inspection(fact: InspectionFact, text: str, catalogue: Catalogue, warnings: list[Warned]) -> InspectionFact:
    where = fact.mentions[0] if fact.mentions else None
    if fact.service is not None and not (fact.service.words.spans or fact.service.words.rows):
        warnings.append(
            Warned("service-passed-over", f"left out: no words name the service {fact.service.slug}", where)
        )
        fact = replace(fact, service=None)
    overall = fact.overall
    if overall is not None and not _is_said(overall, text, catalogue, warnings):
        fact = replace(fact, overall=None, overall_absent="not stated")
    judged = tuple(each for each in fact.judgements if _is_said(each.grade, text, catalogue, warnings))
    return fact if len(judged) == len(fact.judgements) else replace(fact, judgements=judged)


def _is_said(graded: Graded, text: str, catalogue: Catalogue, warnings: list[Warned]) -> bool:
    scale = catalogue.scales.get(graded.scale)
    if graded.grade is None or graded.basis != "stated" or not graded.words.spans or scale is None:
        return True
    words = " … ".join(graded.words.of(text))
    if read_grade(words, scale) == graded.grade:
        return True
    message = f"left out: “{words}” does not say {graded.scale}:{graded.grade} and nothing else"
    warnings.append(Warned("grade-passed-over", message, graded.words.spans[0]))
    return False


def _keep_statement(fact: StatementFact, text: str, warnings: list[Warned]) -> StatementFact:
    where = fact.words.spans[0] if fact.words.spans else None
    if fact.speaker and not stands(fact.speaker, text):
        warnings.append(Warned("speaker-passed-over", f"left out: the speaker {fact.speaker} is named nowhere", where))
        fact = replace(fact, speaker=None, role=None, organisation=None)
    if fact.role and not tells_role(fact.role, text):
        warnings.append(Warned("speaker-passed-over", f"left out: the text tells of no {fact.role}", where))
        fact = replace(fact, role=None)
    return fact
