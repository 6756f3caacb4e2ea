"""Where in a text a date of each kind can begin: found once for each text, so that most of it is never searched."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import merge
from itertools import chain

from inspections.reading.dates.calendar_words import MONTHS, SEASONS
from inspections.reading.lexicon import Words, words_of
from inspections.text import Span

# the words with which a date that leans on another can begin; most of them with a word of time close behind
_ALONE = frozenset({"today", "yesterday"})
_LEANING = frozenset((*MONTHS, *"this earlier later late early last at".split()))
_TIMES = frozenset((*MONTHS, *SEASONS, *"morning afternoon evening night month year week".split()))
_NEAR = 5  # words: "at the beginning of this month"
_SEASON_BEGINS = frozenset(SEASONS)
_BEFORE_WEEKDAY = frozenset({"last", "this", "on"})
_BARE_BEGINS = frozenset("in since during by until from early mid late of and for to".split())
_PARTS = frozenset({"early", "mid", "late"})
_MONTH_NAMES = frozenset(MONTHS)
_FAR = 12  # words: "Monday, the 3rd, 2018, to the Friday, the 7th of May"
_NUMBER = re.compile(r"\d+")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_THE_NUMBER = re.compile(r"the(?=\s+\d)")
# words without one of which there is no such period
_WEEK_WORDS = frozenset({"week", "weeks", "fortnight", "w"})
_END_WORDS = frozenset(
    "ended ending finished finishing concluded concluding completed completing closed closing left until".split()
)


class Signs:
    """Where in a text something stands without which no date of a kind can: found once for each text."""

    def __init__(self, text: str) -> None:
        words = words_of(text)
        self.digits = array("I")
        short = array("I")  # numbers that can be days
        self.slashed = array("I")  # and those of them that a mark and a digit follow
        self.dashed = array("I")  # years that a dash and a digit follow
        self.years = array("I")  # numbers of four digits
        self.long = array("I")  # and of four at least
        self.numeric = array("I")  # the last digit before a mark and a digit, as every date in numbers alone has
        for at, end in _numbers(text, words):
            self.digits.append(at)
            if end - at < 3:
                short.append(at)
            elif end - at > 3:
                self.long.append(at)
                if end - at == 4:
                    self.years.append(at)
            if text[end : end + 1] in ("/", ".", "-") and text[end + 1 : end + 2].isdecimal():
                self.numeric.append(end - 1)
                if end - at < 3:
                    self.slashed.append(at)
                elif end - at == 4:
                    self.dashed.append(at)
        weekdays = _weekdays(text)
        named = [*weekdays, *(m.start() for m in _THE_NUMBER.finditer(text))]
        self.listed = array("I", sorted([*short, *named])) if named else short  # where a list of days can begin
        self.months = array("I", [at for at in words.begins(_MONTH_NAMES) if text[at].isupper()])
        months = words.holding(_MONTH_NAMES)
        self.days = _followed(self.listed, words, months)
        self.american = _with_a_day_behind(words, months, weekdays)
        parts = [n - 1 for n in months if n and words.last_piece(n - 1) in _PARTS]
        self.month_begins = array("I", sorted([*self.months, *map(words.begin_last, parts)])) if parts else self.months
        before = [n - 1 for n in (*months, *parts) if n and words.last_piece(n - 1) in _BARE_BEGINS]
        self.bare = array("I", sorted(map(words.begin_last, before)))
        self.relative = array("I", sorted(chain(_leaning(words), _before_weekdays(words, weekdays))))
        self.seasons = words.begins(_SEASON_BEGINS)
        self.weeks = words.begins(_WEEK_WORDS)
        self.ends = words.begins(_END_WORDS)
        # a stretch without one of these holds no date
        self.every = array("I", merge(self.long, self.numeric, self.months, self.relative))


def _numbers(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """The runs of digits, in order."""
    held = [number for word, numbers in words.places.items() if not word.isalpha() for number in numbers]
    for number in sorted(held):
        for m in _NUMBER.finditer(text, words.starts[number], words.ends[number]):
            yield m.span()


def _weekdays(text: str) -> list[int]:
    """Where the name of a weekday begins, in order."""
    found = []
    for name in _WEEKDAYS:
        at = text.find(name)
        while at >= 0:
            found.append(at)
            at = text.find(name, at + 3)
    return sorted(found)


def _followed(places: Sequence[int], words: Words, months: Sequence[int]) -> array[int]:
    """Those of the places where a day can begin that have a month close behind them."""
    near = _close_before(words, months, _FAR)
    starts = words.starts
    # a place inside a word, as that of "5" in "x5", belongs to the word that begins before it
    return array("I", [at for at in places if near[bisect_right(starts, at) - 1]])


def _with_a_day_behind(words: Words, months: Sequence[int], weekdays: Sequence[int]) -> array[int]:
    """Where "May 5" and "Monday, May 5" can begin."""
    last = len(words.folded) - 1
    behind = array("I", [n for n in months if n < last and words.folded[n + 1][0].isdigit()])
    if not behind:
        return behind
    followed = _close_before(words, [n + 1 for n in behind], 1)
    named = [at for at in weekdays if followed[bisect_right(words.starts, at)]]
    return array("I", sorted(chain(map(words.begin_last, behind), named)))


def _close_before(words: Words, numbers: Sequence[int], far: int) -> bytearray:
    """For each word of a text, does one of these stand within so many words after it? One byte for each."""
    held = bytearray(len(words.folded) + 1)
    for number in numbers:
        first = max(0, number - far)
        held[first:number] = b"\1" * (number - first)
    return held


def _leaning(words: Words) -> Iterator[int]:
    """Where a date that leans on the day of the source can begin, but for a weekday."""
    yield from words.begins(_ALONE)
    near = _close_before(words, words.holding(_TIMES), _NEAR)
    yield from (words.starts[number] for number in words.among(_LEANING) if near[number])
    yield from words.begins_beside(_LEANING)
    yield from (words.starts[n] for n in words.among(_SEASON_BEGINS) if n and words.last_piece(n - 1) == "the")
    yield from words.begins_beside(_SEASON_BEGINS)


def _before_weekdays(words: Words, weekdays: Sequence[int]) -> Iterator[int]:
    """Where "on Monday", "last Monday" and "this Monday" begin."""
    for at in weekdays:
        number = bisect_right(words.starts, at) - 1
        if number > 0 and words.last_piece(number - 1) in _BEFORE_WEEKDAY:
            yield words.begin_last(number - 1)


@lru_cache(maxsize=2)
def signs_of(text: str) -> Signs:
    return Signs(text)


def count_in(places: Sequence[int], span: Span) -> int:
    """How many of ``places`` are in ``span``."""
    first = bisect_left(places, span.start)
    return bisect_left(places, span.end, first) - first


def stands_in(places: Sequence[int], span: Span) -> bool:
    """Is one of ``places`` in ``span``?"""
    at = bisect_left(places, span.start)
    return at < len(places) and places[at] < span.end


def found_from(
    places: Sequence[int], pattern: re.Pattern[str], text: str, span: Span, taken: Sequence[Span] = ()
) -> Iterable[re.Match[str]]:
    """What ``pattern`` finds in ``span``, given every place where it can begin, but for what is ``taken``."""
    first = bisect_left(places, span.start)
    if first == len(places) or places[first] >= span.end:
        return ()
    return _found_from(places, first, pattern, text, span, taken)


def _found_from(
    places: Sequence[int], first: int, pattern: re.Pattern[str], text: str, span: Span, taken: Sequence[Span]
) -> Iterator[re.Match[str]]:
    free = span.start
    beside, last = 0, len(taken)
    for number in range(first, bisect_left(places, span.end, first)):
        at = places[number]
        while beside < last and taken[beside].end <= at:
            beside += 1
        if beside < last and taken[beside].start <= at:
            continue
        if at >= free and (m := pattern.match(text, at, span.end)):
            yield m
            free = m.end()
