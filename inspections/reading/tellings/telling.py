"""What one sentence tells of one inspection."""

from __future__ import annotations

from dataclasses import dataclass, field

from inspections.reading.dates.mentions import Mention
from inspections.reading.facts import InspectionKind
from inspections.reading.grades.hits import GradeHit
from inspections.reading.naming import Naming, Noted
from inspections.text import Span


@dataclass(slots=True)
class Telling:
    """``grades`` are of the service as a whole, ``aspects`` of a part of it, each with the words that name the part."""

    named: Naming
    at: int
    kind: InspectionKind = "unstated"
    kind_span: Span | None = None
    earlier: bool = False
    ordinal: int = 0
    noun: str = ""
    services: tuple[Noted, ...] = ()
    inspected: Mention | None = None
    published: Mention | None = None
    overall: GradeHit | None = None
    aspects: list[tuple[Span, GradeHit]] = field(default_factory=list)
    previous: bool = False
    spans: list[Span] = field(default_factory=list)
    bodies: tuple[Noted, ...] = ()
    counted: bool = False  # "the second", of visits told of before
