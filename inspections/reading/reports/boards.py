"""The grade of a local safeguarding children board, wherever a report gives it: first page, heading, title.

Only a line that says it and stops is taken: the pages that explain what each grade means speak of “an LSCB that is
good”, and are never read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.reading.facts import Warned
from inspections.reading.reports.layout import Flow
from inspections.reading.reports.table import END_OF_CELL, END_OF_SENTENCE, Grades

_NAME = (
    r"(?:The\s+judge?ment\s+(?:for|on|of|about)\s+(?:the\s+)?(?:effectiveness\s+of\s+(?:the\s+)?)?|"
    r"(?:The\s+)?[Ee]ffectiveness\s+of\s+(?:the\s+)?|The\s+)"
    r"(?:(?:[A-Z][\w'-]*|and|upon|of|the|with)\s+){0,8}?"
    r"(?:[Ss]afeguarding\s+[Cc]hildren(?:'s)?(?:\s+[Bb]oard)?|LSCB)(?:\s*\(\w+\))?"
)
_LINE_END = re.compile(END_OF_CELL)
_JOINED = r"(?:\s*:|\s+is(?:\s+that\s+it(?:\s+is)?)?:?|(?=\s+requires?\s))\s+"


@dataclass(frozen=True)
class Board:
    """Where the board's name and grade stand in the flow, if one grade was found; where its section begins."""

    aspect_at: tuple[int, int] | None
    grade_at: tuple[int, int] | None
    section: int | None
    warnings: tuple[Warned, ...] = ()


def judgement(found: Flow, grades: Grades) -> Board:
    """The one grade of the board; two that differ are none."""
    sentence = re.compile(
        rf"^(?P<name>{_NAME}){_JOINED}(?P<grade>(?i:{grades.pattern})){END_OF_SENTENCE}", re.MULTILINE
    )
    front = found.until_page(2)
    matches = [m for m in sentence.finditer(found.text) if m.end() < front or _LINE_END.match(found.text, m.end())]
    if not matches:
        return Board(None, None, _section(found))
    section = next((match.start() for match in matches if found.page(match.start()) > 2), _section(found))
    if len({grades.slug(match["grade"]) for match in matches}) > 1:
        words = " and ".join(dict.fromkeys(f"“{' '.join(match.group().split())}”" for match in matches))
        place = found.words(*matches[0].span()).spans[0]
        warned = Warned(
            "two-grades", f"two grades for the safeguarding children board, and none is taken: {words}", place
        )
        return Board(None, None, section, (warned,))
    first = matches[0]
    return Board(first.span("name"), first.span("grade"), section)


def _section(found: Flow) -> int | None:
    """The last heading that names the board alone, past the first pages."""
    heading = re.compile(
        r"^(?:Section\s+\d:?\s+)?The\s+(?:effectiveness\s+of\s+the\s+)?"
        r"Local\s+Safeguarding\s+Children(?:\s+Board)?(?:\s*\(LSCB\))?[ \t]*$",
        re.IGNORECASE | re.MULTILINE,
    )
    places = [match.start() for match in heading.finditer(found.text) if found.page(match.start()) > 3]
    return places[-1] if places else None
