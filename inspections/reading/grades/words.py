"""Which words are a grade, on any scale of the catalogue."""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading.rules import Rule, rule

GRADE = (
    r"outstanding|good|requir(?:ed|es?|ing)\s+improvement(?:\s+to\s+be\s+good)?|inadequate|satisfactory"
    r"|adequate|exceptional"
    r"|(?:strong|expected)\s+standard|needs\s+attention|urgent\s+improvement|ineffective|effective"
)
GRADE_WORD = rule(rf"(?<![\w-])(?P<q>[‘’“”'\"]?)(?P<g>{GRADE})(?P<q2>[‘’“”'\"]?)(?![\w-])", re.I)
QUOTED_GRADE = re.compile(rf"[‘“'\"]?\b(?:{GRADE})\b", re.I)
# the verbs that give one
JUDGED = (
    r"(?:judged|rated|graded|marked|found|categori[sz]ed|classed|assessed|deemed|considered|labelled|branded|described"
    r"|declared"
    r"|called)"
)
_BY_CATALOGUE: dict[int, tuple[Catalogue, Rule, re.Pattern[str] | None]] = {}


def grade_words(catalogue: Catalogue) -> tuple[Rule, re.Pattern[str] | None]:
    """What a grade may be worded as: the words above, and those of any other scale of the catalogue.

    The second pattern matches one of those other wordings alone; None when there are none.
    """
    held = _BY_CATALOGUE.get(id(catalogue))
    if held is None:
        plain = re.compile(rf"{GRADE}|perform\w*\s.*|(?:not\s+)?met|\W*\d*\W*", re.I)
        listed = {slug for framework in catalogue.frameworks.values() for slug in framework.scales}
        more = {
            words
            for scale in catalogue.scales.values()
            if scale.kind == "grade" and scale.slug in listed
            for grade in scale.grades
            for words in grade.wordings
            if not plain.fullmatch(words) and "…" not in words
        }
        if more:
            others = "|".join(
                r"[\s-]+".join(map(re.escape, w.split())) for w in sorted(more, key=lambda w: (-len(w), w))
            )
            every = rule(rf"(?<![\w-])(?P<q>[‘’“”'\"]?)(?P<g>{others}|{GRADE})(?P<q2>[‘’“”'\"]?)(?![\w-])", re.I)
            held = (catalogue, every, re.compile(rf"\W*(?:(?:judged|rated|graded)\s+)?(?P<g>{others})\W*", re.I))
        else:
            held = (catalogue, GRADE_WORD, None)
        _BY_CATALOGUE[id(catalogue)] = held
    return held[1], held[2]
