"""The work in progress on one document, handed from step to step of reading prose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import or_
from typing import Literal

from inspections.reading import rules
from inspections.reading.context import Context
from inspections.reading.events import Event
from inspections.reading.facts import Warned
from inspections.reading.naming import Naming, Noted
from inspections.reading.quotations import Quotation
from inspections.reading.speakers.attribution import Attribution
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
    firsts: dict[str, dict[int, int]] = field(default_factory=dict)
    one_service: bool | None = None  # does the text speak of one service and its parts alone? once asked
    noted: set[int] = field(default_factory=set)  # the lines read as notes, each an inspection
    in_order: set[Span] = field(default_factory=set)  # sentences that give several councils their grades "respectively"
    plainly: set[Span] = field(default_factory=set)  # grades read by rules that know every word before them
    carried: set[tuple[Span, str]] = field(default_factory=set)  # grades said to be another council's too, and whose
    marked: set[Span] = field(default_factory=set)  # grades in a note whose mark stands where the inspection is told of
    headed: set[Span] = field(default_factory=set)  # grades in a row whose year stands in the header over them
    of_rows: dict[str, Noted] = field(default_factory=dict)  # the service that a table says of a council's inspection
    told_at: list[tuple[int, Event]] | None = None  # where each inspection that stands is told of, once settled

    def __post_init__(self) -> None:
        self.starts = [n.sentence.span.start for n in self.named]

    def beside(self, span: Span) -> tuple[Naming, ...]:
        """The sentences that overlap ``span``."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        near = self.named[first : bisect_left(self.starts, span.end, first)]
        return tuple(n for n in near if n.sentence.span.overlaps(span))

    def is_quoted(self, span: Span) -> bool:
        """Does ``span`` stand inside a quotation?"""
        last = bisect_right(self._quoted_from, span.start) - 1
        return last >= 0 and any(span.within(outer) for outer in self.quotes[last].outer)

    @cached_property
    def _quoted_from(self) -> list[int]:
        return [quote.start for quote in self.quotes]

    def before(self, at: int) -> int:
        """How many sentences begin before ``at``."""
        return bisect_left(self.starts, at)

    def that_may_hold(self, *tried: rules.Rule) -> Iterator[Naming]:
        """The sentences in which one of these rules may match: sooner told for all of them than asked of each."""
        anywhere = [each for each in tried if rules.may_by(each, self._signs_of_all)]
        if not anywhere:
            return
        each_needs = [rules.bits_of(each) for each in anywhere]
        for named, signs in zip(self.named, self.signs, strict=True):
            if rules.may_any(signs, each_needs):
                yield named

    @cached_property
    def signs(self) -> list[int]:
        """The rules that may match in each of the sentences."""
        return [rules.signs(named.span.of(self.context.text)) for named in self.named]

    @cached_property
    def _signs_of_all(self) -> int:
        return reduce(or_, self.signs, 0)

    def first_named(self, what: Literal["services", "settings"]) -> dict[int, int]:
        """For each segment that names a service (or a setting), where its first such sentence begins."""
        held = self.firsts.get(what)
        if held is None:
            held = self.firsts[what] = {}
            for named in self.named:
                if getattr(named, what):
                    held.setdefault(named.segment.index, named.span.start)
        return held

    @cached_property
    def service_slugs(self) -> frozenset[str]:
        """The services that the document names anywhere."""
        return frozenset(s.slug for named in self.named for s in named.services)
