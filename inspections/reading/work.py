"""The work in progress on one document, handed from step to step of reading prose."""

from __future__ import annotations

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
    told_at: list[tuple[int, Event]] | None = None  # where each inspection that stands is told of, once settled
