"""A grade found in a sentence, and what it is of."""

from __future__ import annotations

from dataclasses import dataclass, field

from inspections.reading.naming import Noted
from inspections.text import Span

SETTING = "a school, home or other setting"  # why a grade is left out


@dataclass(frozen=True, slots=True)
class GradeHit:
    """A grade tied to a service. ``word`` as printed without its marks; ``span`` covers it exactly.

    ``subject``: the services it is of, as named in the sentence ([] : the service spoken of).
    ``polarity``: current, or previous (given as the grade before).
    """

    span: Span
    word: str
    tie: str
    polarity: str
    subjects: tuple[Noted, ...] = ()
    aspect: Span | None = None
    number: int | None = None
    also: Span | None = None  # the word that a number leaves out: "from one star to two"
    under: Span | None = None  # of two things each graded twice, the one whose part ``aspect`` is


@dataclass(slots=True)
class Grades:
    hits: list[GradeHit] = field(default_factory=list)
    passed_over: list[tuple[Span, str]] = field(default_factory=list)
