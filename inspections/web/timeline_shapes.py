"""What a timeline is made of: whole numbers that the template draws, and the measures they are worked out with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from inspections.web.timeline_events import Event

WIDTH = 1088
GUTTER = 176  # where the lanes have their names
EDGE = 14  # between the gutter and the first year, and after the last
HEAD = 34  # where the years stand
LEADING = 15


@dataclass(frozen=True)
class Box:
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Text:
    x: int
    y: int
    anchor: str
    style: str
    text: str


@dataclass(frozen=True)
class DrawnRung:
    y: int
    tone: str
    judged: bool


@dataclass(frozen=True)
class Shape:
    """A ladder, a visit's circle or a statement's tick, from its top left corner."""

    kind: str
    x: int
    y: int
    width: int
    height: int
    rungs: tuple[DrawnRung, ...] = ()


@dataclass(frozen=True)
class Mark:
    """One link of the drawing."""

    event: Event
    hit: Box
    shapes: tuple[Shape, ...]
    bands: tuple[Box, ...]
    joins: tuple[Box, ...]  # between candidates, or between periods of one inspection
    joined_as: str  # "several" for candidates, "one" for periods that all belong
    texts: tuple[Text, ...]


@dataclass(frozen=True)
class Change:
    """A day from which grades of a service were given on another scale, or no longer overall."""

    x: int
    text: Text


@dataclass(frozen=True)
class Lane:
    slug: str
    name: str
    names: tuple[Text, ...]
    y: int
    height: int
    axis: int
    marks: tuple[Mark, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Year:
    number: int
    x: int
    middle: int
    labelled: bool


@dataclass(frozen=True)
class Pause:
    name: str
    about: str
    box: Box
    text: Text


@dataclass(frozen=True)
class Timeline:
    width: int
    height: int
    left: int
    right: int
    bottom: int  # of the lanes
    years: tuple[Year, ...]
    lanes: tuple[Lane, ...]
    pauses: tuple[Pause, ...]
    margin: Box | None
    summed: bool  # numbers by year and grade instead of single marks

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything drawn, newest first, the undated last: what the list of a narrow screen shows."""
        every = [mark.event for lane in self.lanes for mark in lane.marks]
        dated = sorted((e for e in every if not e.without_year), key=lambda e: (e.first, e.url), reverse=True)
        return (*dated, *(e for e in every if e.without_year))

    @property
    def has_candidates(self) -> bool:
        return any(len(event.choices) > 1 for event in self.events)

    @property
    def has_statements(self) -> bool:
        return any(event.shape == "tick" for event in self.events)

    @property
    def by_year(self) -> tuple[tuple[str, tuple[Event, ...]], ...]:
        """The same under the first year each may belong to."""
        groups: dict[str, list[Event]] = {}
        for event in self.events:
            groups.setdefault("Year not stated" if event.without_year else str(event.first.year), []).append(event)
        return tuple((year, tuple(events)) for year, events in groups.items())


@dataclass(frozen=True)
class Axis:
    """Days to whole pixels."""

    first: date
    last: date
    left: int
    right: int

    def at(self, day: date) -> int:
        span = (self.last - self.first).days + 1
        inside = min(max(day, self.first), self.last + timedelta(1))
        return self.left + (inside - self.first).days * (self.right - self.left) // span
