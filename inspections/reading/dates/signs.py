"""Where in a text a date of each kind can begin: found once for each text, so that most of it is never searched."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from heapq import merge

from inspections.reading.dates.calendar_words import MONTH, MONTHS, SEASONS, WEEKDAY
from inspections.reading.lexicon import words_of
from inspections.text import Span

# the words with which a date of each kind can begin
_RELATIVE_BEGINS = frozenset(
    (*MONTHS, *"today this yesterday earlier later at late early last spring summer autumn".split())
)
_RELATIVE_AFTER = frozenset({"in", "on"})  # a month or a weekday must follow
_BARE_BEGINS = frozenset("in since during by until from early mid late of and for to".split())
_MONTH_NAMES = frozenset(MONTHS)
_MONTH_BEGINS = frozenset((*MONTHS, "early", "mid", "late"))
_SEASON_BEGINS = frozenset(SEASONS)
_NUMBER = re.compile(r"\d+")
_IN_NUMBERS = re.compile(r"\d[/.\-](?=\d)")  # as every date in numbers alone is written
_WEEKDAY = re.compile(r"Mon|Tue|Wed|Thu|Fri|Sat|Sun")
_THE_NUMBER = re.compile(r"the(?=\s+\d)")
_NAMED_DAY = re.compile(rf"\s+(?:{MONTH}|{WEEKDAY})")
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
        self.years = array("I")  # numbers of four digits
        self.long = array("I")  # and of four at least
        for m in _NUMBER.finditer(text):
            at, end = m.span()
            self.digits.append(at)
            if end - at < 3:
                short.append(at)
            elif end - at > 3:
                self.long.append(at)
                if end - at == 4:
                    self.years.append(at)
        weekdays = [m.start() for m in _WEEKDAY.finditer(text)]
        named = array("I", [*weekdays, *(m.start() for m in _THE_NUMBER.finditer(text))])
        self.numbers = short
        self.days = array("I", sorted([*short, *named])) if named else short
        self.months = array("I", [at for at in words.begins(_MONTH_NAMES) if text[at].isupper()])
        self.american = array("I", sorted({*self.months, *weekdays})) if weekdays else self.months
        self.month_begins = words.begins(_MONTH_BEGINS)
        self.relative = words.begins(_RELATIVE_BEGINS)
        after = [at for at in words.begins(_RELATIVE_AFTER) if _NAMED_DAY.match(text, at + 2)]
        if after:
            self.relative = array("I", sorted([*self.relative, *after]))
        self.bare = words.begins(_BARE_BEGINS)
        self.seasons = words.begins(_SEASON_BEGINS)
        self.weeks = words.begins(_WEEK_WORDS)
        self.ends = words.begins(_END_WORDS)
        self.numeric = array("I", [m.start() for m in _IN_NUMBERS.finditer(text)]) if self.digits else self.digits
        # a stretch without one of these holds no date
        self.every = array("I", merge(self.long, self.numeric, self.months, self.relative))


@lru_cache(maxsize=2)
def signs_of(text: str) -> Signs:
    return Signs(text)


def count_in(places: Sequence[int], span: Span) -> int:
    """How many of ``places`` are in ``span``."""
    first = bisect_left(places, span.start)
    return bisect_left(places, span.end, first) - first


def found_from(
    places: Sequence[int], pattern: re.Pattern[str], text: str, span: Span, taken: Sequence[Span] = ()
) -> Iterator[re.Match[str]]:
    """What ``pattern`` finds in ``span``, given every place where it can begin, but for what is ``taken``."""
    free = span.start
    beside, last = 0, len(taken)
    for number in range(bisect_left(places, span.start), bisect_left(places, span.end)):
        at = places[number]
        while beside < last and taken[beside].end <= at:
            beside += 1
        if beside < last and taken[beside].start <= at:
            continue
        if at >= free and (m := pattern.match(text, at, span.end)):
            yield m
            free = m.end()
