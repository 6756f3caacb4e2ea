"""A source being read: its held text, the same text made legible and told once, and its segments, found once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from inspections.catalogue import Catalogue, load
from inspections.reading import rules
from inspections.reading.dates.signs import signs_of
from inspections.reading.facts import Held
from inspections.reading.lexicon import words_of
from inspections.reading.repeats import end_of_first, said_once
from inspections.reading.segments import Segment, Sentence, segment, sentences
from inspections.text import Span, legible

T = TypeVar("T")
_LONG = 100_000  # characters


@dataclass(frozen=True)
class Document:
    """What a reader is given. Every offset in ``text`` is an offset in ``held.text``."""

    held: Held
    catalogue: Catalogue = field(default_factory=load, repr=False, compare=False)  # whose names it is read with
    said_again: list[Span] = field(default_factory=list, init=False, repr=False, compare=False)  # in endless paragraphs
    _known: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, what: Hashable, find: Callable[[], T]) -> T:
        """The answer to a question about this document, worked out the first time it is asked."""
        try:
            return self._known[what]  # type: ignore[no-any-return]
        except KeyError:
            answer = self._known[what] = find()
            return answer

    @cached_property
    def text(self) -> str:
        text = legible(self.held.text)
        if not self.held.pages:
            text = text[: end_of_first(text)]
        rules.foresee_whole(text)
        return text

    def let_go(self) -> None:
        """Forget what was found out about a long text: the next one has the memory to itself."""
        if len(self.held.text) > _LONG:
            rules.forget()
            words_of.cache_clear()
            signs_of.cache_clear()

    @property
    def repeated(self) -> Span | None:
        """The end of the held text that says again what stands above it, and is not read."""
        span = Span(len(self.text), len(self.held.text)).stripped(self.held.text)
        return span if span.end > span.start else None

    @cached_property
    def lower(self) -> str:
        """The text in small letters: to see whether a word occurs at all."""
        return self.text.lower()

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        return segment(self.text)

    @cached_property
    def body(self) -> tuple[Segment, ...]:
        """The segments that are not furniture."""
        return tuple(s for s in self.segments if not s.furniture)

    @cached_property
    def page(self) -> tuple[Segment, ...]:
        """The segments from the first that is no line of a menu: where a masthead and a title are looked for."""
        menu = 0
        for s in self.segments:
            if not s.furniture or any(c.isdigit() for c in s.span.of(self.text)):
                break
            menu += 1
        return self.segments[menu:] or self.segments

    @cached_property
    def _beginnings(self) -> list[int]:
        return [s.span.start for s in self.segments]

    @cached_property
    def _beginnings_of_body(self) -> list[int]:
        return [s.span.start for s in self.body]

    def segment_at(self, place: int) -> Segment | None:
        """The segment in which the character at ``place`` stands."""
        at = bisect_right(self._beginnings, place) - 1
        return self.segments[at] if at >= 0 and place < self.segments[at].span.end else None

    def body_before(self, place: int, most: int) -> tuple[Segment, ...]:
        """The last segments, at most so many, that begin before ``place`` and are not furniture."""
        at = bisect_left(self._beginnings_of_body, place)
        return self.body[max(0, at - most) : at]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        found: list[Sentence] = []
        for s in self.body:
            read, again = said_once(self.text, sentences(self.text, s))
            found += read
            if again is not None:
                self.said_again.append(again)
        rules.foresee(self.text, [x.span for x in found if x.span != x.segment.span])
        return tuple(found)
