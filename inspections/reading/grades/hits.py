"""A grade found in a sentence, and what it is of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from inspections.reading.naming import Noted
from inspections.text import Span

SETTING = "a school, home or other setting"  # why a grade is left out
ORDINARY = "an ordinary word"
# "good work", "outstanding support": no grade at all
_OF_A_NOUN = re.compile(
    r"\s+(?!(?:in|for|on|at|by|of|and|but|or|nor|with|when|where|while|as|to|from|after|before|since|until|that|than|which|overall|again|the|an?|both"
    r"|all|too|also|then|last|this|next|so|if|because|though|although|was|were|is|are|has|had|have"
    r"|spirits|shape|heart|form|order|health|company|hands|humour|voice)\b)[a-z]"
)


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


def with_days(text: str, found: Grades) -> tuple[Span, ...]:
    """The grades passed over that may have a day of their own, which is then no other inspection's."""
    return tuple(span for span, why in found.passed_over if why != ORDINARY or not _OF_A_NOUN.match(text, span.end))
