"""The work in progress on one document, handed from step to step of reading prose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from inspections.reading.context import Context
from inspections.reading.events import Event
from inspections.reading.facts import Warned
from inspections.reading.naming import Naming
from inspections.reading.quotations import Quotation
from inspections.reading.speakers import Attribution
from inspections.text import Span


@dataclass(frozen=True)
class Family:
    """What a kind of document adds. ``voice``: whose page it is (inspectorate, council, party ...)."""

    kind: str
    reader: str
    voice: str


@dataclass
class Work:
    """The work in progress on one document."""

    context: Context
    family: Family
    named: tuple[Naming, ...]
    quotes: tuple[Quotation, ...]
    said: list[Attribution]
    events: list[Event] = field(default_factory=list)
    told: list[tuple[int, Event]] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    joint: dict[str, list[tuple[str, Span]]] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)  # where each sentence of ``named`` begins
    told_at: list[tuple[int, Event]] | None = None  # where each inspection that stands is told of, once settled

    def __post_init__(self) -> None:
        self.starts = [n.sentence.span.start for n in self.named]

    def beside(self, span: Span) -> tuple[Naming, ...]:
        """The sentences that overlap ``span``."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        near = self.named[first : bisect_left(self.starts, span.end, first)]
        return tuple(n for n in near if n.sentence.span.overlaps(span))

    def before(self, at: int) -> int:
        """How many sentences begin before ``at``."""
        return bisect_left(self.starts, at)
