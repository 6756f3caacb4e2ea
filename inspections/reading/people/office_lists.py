"""Offices of several matters with commas between: "cabinet member for children, families and lifelong learning"."""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading.people.subject import Subject

_MATTER = (
    r"(?i:children(?:[’']s)?|young|people|families|family|education|learning|lifelong|skills|schools?|early|years|youth|adults?|health|wellbeing"
    r"|well-being|social|care|communit(?:y|ies)|safeguarding|inclusion|inclusive|housing|culture|leisure|libraries|sport|prevention|send"
    r"|employment|public|digital|aspiration|attainment|achievement|opportunit(?:y|ies)|equality|equalities|corporate|parenting|services?|support|help|protection"
    r"|further|higher|special|needs|life|chances|standards|environment|transport|economy|growth|jobs|regeneration|safety)"
)
_COMMA = "ˏ"  # stands for a comma, and counts as a letter
_IN_A_LIST = re.compile(
    rf"\b(?:for|of|and|&|{_COMMA}|{_MATTER})\s+{_MATTER}(?P<comma>,)(?=\s+(?:{_MATTER}\s+){{0,3}}{_MATTER}(?:,?\s+(?:and|&)\s+{_MATTER}|,\s+{_MATTER})\b)"
)


def as_one(words: str) -> str:
    """The words, of the same length, in which no comma parts the matters of an office."""
    if "," not in words:
        return words
    for _ in range(4):
        found = list(_IN_A_LIST.finditer(words))
        if not found:
            break
        for m in found:
            words = f"{words[: m.start('comma')]}{_COMMA}{words[m.end('comma') :]}"
    return words


def with_commas(who: Subject | None) -> Subject | None:
    """Somebody read from such words, as the text has them."""
    if who is None or _COMMA not in f"{who.role}{who.organisation}":
        return who
    role, organisation = (each.replace(_COMMA, ",") if each else each for each in (who.role, who.organisation))
    return replace(who, role=role, organisation=organisation)


def without_comma(word: str) -> str:
    """A word of such an office without the comma behind it."""
    return word.rstrip(_COMMA)
