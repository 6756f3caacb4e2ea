"""A source being read: its held text, the same text made legible, and its segments, found once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from inspections.reading.facts import Held
from inspections.reading.segments import Segment, Sentence, segment, sentences
from inspections.text import legible


@dataclass(frozen=True)
class Document:
    """What a reader is given. Every offset in ``text`` is an offset in ``held.text``."""

    held: Held

    @cached_property
    def text(self) -> str:
        return legible(self.held.text)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        return segment(self.text)

    @cached_property
    def body(self) -> tuple[Segment, ...]:
        """The segments that are not furniture."""
        return tuple(s for s in self.segments if not s.furniture)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(x for s in self.body for x in sentences(self.text, s))
