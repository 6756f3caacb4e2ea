"""The words of a text as both indexes hold them, each folded once however often it is looked for.

Search compares words without apostrophes and accents; the check of quotations compares them as printed, in runs
that overlap by half. Telephone numbers and e-mail addresses are covered before either.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from inspections import privacy
from inspections.fulltext import exact_key, plain_key
from inspections.quotes import Folded, fold
from inspections.text import Span

LONG = 256  # words of a stretch
STEP = LONG // 2  # to the next: any run of this many words lies whole in one stretch
REMEMBERED = 1 << 16  # words whose keys are not worked out again

_exact = lru_cache(REMEMBERED)(exact_key)
_plain = lru_cache(REMEMBERED)(plain_key)


@dataclass(frozen=True)
class Stretch:
    """Words of a text by their numbers, as they stand or (with ``hidden`` words) without its furniture."""

    numbers: range | tuple[int, ...]
    furniture: bool


class TextWords:
    """A held text, covered and folded."""

    def __init__(self, text: str) -> None:
        self.masked = privacy.mask(text)

    @cached_property
    def whole(self) -> Folded:
        return fold(self.masked)

    @cached_property
    def _plain(self) -> list[str]:
        return [_plain(word) for word in self.whole.words]

    @cached_property
    def _exact(self) -> list[str]:
        return [_exact(word) for word in self.whole.words]

    def plain(self, span: Span) -> str:
        """The words that begin in a span, as searches compare them; hyphenated ones also as one word."""
        return " ".join(filter(None, self.parts(span)))

    def parts(self, span: Span) -> tuple[str, str]:
        """The words that begin in a span, and those that hyphens join."""
        first, end = bisect_left(self.whole.starts, span.start), bisect_left(self.whole.starts, span.end)
        joined: list[str] = []
        if self.whole.joined:
            words = self.whole.words
            joined = [_plain(words[n] + words[n + 1]) for n in range(first, end - 1) if n in self.whole.joined]
        return " ".join(filter(None, self._plain[first:end])), " ".join(filter(None, joined))

    def stretches(self, furniture: Sequence[Span]) -> Iterator[Stretch]:
        """The words in overlapping runs: without the furniture, and around each piece of furniture with it."""
        count = len(self.whole.words)
        if not furniture:
            yield from (Stretch(run, False) for run in _runs(range(count)))
            return
        hidden = set(self._within(furniture))
        shown = tuple(number for number in range(count) if number not in hidden)
        yield from (Stretch(run, False) for run in _runs(shown))
        pieces = sorted(furniture)
        for run in _runs(range(count)):
            start, end = self.whole.starts[run[0]], self.whole.ends[run[-1]]
            if any(span.start < end and start < span.end for span in pieces):
                yield Stretch(run, True)

    def _within(self, furniture: Sequence[Span]) -> Iterator[int]:
        for span in furniture:
            yield from range(
                bisect_left(self.whole.starts, span.start), bisect_left(self.whole.starts, span.end)
            )  # fmt: skip

    def span_of(self, stretch: Stretch) -> Span:
        return Span(self.whole.starts[stretch.numbers[0]], self.whole.ends[stretch.numbers[-1]])

    def exact(self, stretch: Stretch) -> tuple[str, str]:
        """The words as printed, and again with every hyphenated pair as one, where there is such a pair."""
        words, joined = self.whole.words, self.whole.joined
        numbers = stretch.numbers
        keys = (
            self._exact[numbers[0] : numbers[-1] + 1]
            if isinstance(numbers, range)
            else [self._exact[number] for number in numbers]
        )
        if joined.isdisjoint(numbers[:-1]):
            return " ".join(keys), ""
        pairs: list[str] = []
        before = -1
        for number in numbers:
            if number - 1 == before and before in joined:
                pairs[-1] += words[number]
            else:
                pairs.append(words[number])
            before = number
        return " ".join(keys), " ".join(map(_exact, pairs))


def _runs(numbers: range | tuple[int, ...]) -> Iterator[range | tuple[int, ...]]:
    for first in range(0, len(numbers), STEP):
        yield numbers[first : first + LONG]
        if first + LONG >= len(numbers):
            return


def searchable(text: str) -> str:
    """The words of a short text as searches compare them."""
    words = TextWords(text)
    return words.plain(Span(0, len(text)))


def searchable_parts(text: str) -> tuple[str, str]:
    """The words of a short text, and those that hyphens join: of several texts in one the latter come last."""
    folded = fold(privacy.mask(text))
    words = folded.words
    joined = [_plain(words[number] + words[number + 1]) for number in sorted(folded.joined)]
    return " ".join(filter(None, map(_plain, words))), " ".join(filter(None, joined))
