"""One inspection as a document tells of it, while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from inspections.reading.dates.mentions import Mention
from inspections.reading.facts import InspectionKind
from inspections.reading.grades.hits import GradeHit
from inspections.reading.naming import Noted
from inspections.text import Span


@dataclass(slots=True)
class Aspect:
    """``words``: where the aspect is named; ``grade`` None when the source does not say which."""

    words: Span
    grade: Span | None
    word: str
    scale_kind: str = "grade"  # grade or progress
    scale: str | None = None
    grade_slug: str | None = None
    under: Span | None = None  # the heading that tells this aspect from one of the same name
    also: Span | None = (
        None  # the other half of its words: "significant progress in one theme and reasonable in another"
    )


def aspect_of(words: Span, hit: GradeHit) -> Aspect:
    return Aspect(words, hit.span, hit.word, under=hit.under)


@dataclass(slots=True)
class Event:
    authorities: list[tuple[str, Span]]
    service: str | None
    service_span: Span | None
    bodies: list[Noted]
    kind: InspectionKind
    kind_span: Span | None
    inspected: Mention | None
    published: Mention | None
    overall: GradeHit | None
    ordinal: int = 0
    earlier: bool = False
    previous: bool = False
    main: bool = False
    aspects: list[Aspect] = field(default_factory=list)
    outcome: list[Span] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    previous_of: Event | None = None
    follows: Event | None = None
    notes: list[str] = field(default_factory=list)
    own_bodies: bool = False
    named_apart: bool = False  # told in a row of a table or as a thing of its own: never joined to another row
    service_span_is_name: bool = True
    segment: int = -1  # where it was told of
    section: int | None = None  # the heading below which it was told of, where the page has several
    joined: list[Noted] = field(default_factory=list)  # inspectorates that "also took part"
    called: str = ""  # the last word it is called by: "inspection", "visit", "report"
    also: list[GradeHit] = field(default_factory=list)  # the same grade told again elsewhere
    voiced: list[Span] = field(default_factory=list)  # where somebody quoted speaks of it
    beside: bool = False  # told in passing, of another council than the page is about
    contradicted: bool = False  # the source gives it two grades, and neither is taken
    kind_note: str = ""  # how the kind was worked out, when no word of the source says it
    derived_grade: Span | None = None  # the grade is derived from these words ("sustained from 2010")

    @property
    def slugs(self) -> frozenset[str]:
        held = self.authorities
        return frozenset((held[0][0],)) if len(held) == 1 else frozenset([s for s, _ in held])

    @property
    def any_date(self) -> Mention | None:
        return self.inspected if self.inspected is not None else self.published

    @property
    def known_date(self) -> Mention | None:
        """The day of the visit, else that of its report: the first that has a year."""
        return next((day for day in (self.inspected, self.published) if day is not None and day.known), None)
