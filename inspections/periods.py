"""EDTF values as this record writes them, and the days they may mean. Standard library only.

The forms are those of ISO 8601-2 level 2 that sources need: a day, month, season or year; an
interval; several periods ``{a..b,c..d}``; candidates ``[a,b]``; no year ``XXXX-09``. Nothing is padded:
a value without a year has no bounds at all.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_PART = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<doubt>[~?%]?)")


class NotADate(ValueError):
    """A text that is none of the forms above."""


@dataclass(frozen=True)
class Part:
    """A day, month, season or year; ``year`` None: not stated."""

    year: int | None
    month: int | None = None  # 21 to 24: a season
    day: int | None = None
    doubt: str = ""  # "~" about, "?" uncertain, "%" both

    @property
    def first(self) -> date | None:
        if self.year is None:
            return None
        if self.month is None:
            return date(self.year, 1, 1)
        if self.month in SEASONS:
            return date(self.year, 3 * (self.month - 20), 1)
        return date(self.year, self.month, self.day or 1)

    @property
    def last(self) -> date | None:
        if self.year is None:
            return None
        if self.month is None:
            return date(self.year, 12, 31)
        if self.month in SEASONS:  # winter ends in the year after
            year, month = (self.year + 1, 2) if self.month == 24 else (self.year, 3 * (self.month - 20) + 2)
            return date(year, month, monthrange(year, month)[1])
        return date(self.year, self.month, self.day or monthrange(self.year, self.month)[1])

    @property
    def precision(self) -> str:
        if self.day is not None:
            return "day"
        if self.month is None:
            return "year"
        return "season" if self.month in SEASONS else "month"


@dataclass(frozen=True)
class Period:
    """From ``start`` to ``end``, both included; the same part twice for a single one; None: open."""

    start: Part | None
    end: Part | None

    @property
    def first(self) -> date | None:
        return self.start.first if self.start else None

    @property
    def last(self) -> date | None:
        return self.end.last if self.end else None

    @property
    def without_year(self) -> bool:
        return any(part is not None and part.year is None for part in (self.start, self.end))

    @property
    def days(self) -> int | None:
        """How many days it spans; None when its bounds are not both known."""
        first, last = self.first, self.last
        return (last - first).days + 1 if first and last else None

    @property
    def precision(self) -> str:
        return self.start.precision if self.start and self.start == self.end else "interval"


@dataclass(frozen=True)
class Dated:
    """What a value means: one of ``choices``, each of them one or more periods that all belong to it."""

    choices: tuple[tuple[Period, ...], ...]

    @property
    def without_year(self) -> bool:
        return any(period.without_year for choice in self.choices for period in choice)

    @property
    def ranges(self) -> tuple[tuple[date, date], ...]:
        """First and last day of each choice that is bounded on both sides."""
        found = []
        for choice in self.choices:
            firsts, lasts = [p.first for p in choice if p.first], [p.last for p in choice if p.last]
            if len(firsts) == len(lasts) == len(choice):
                found.append((min(firsts), max(lasts)))
        return tuple(found)

    @property
    def earliest(self) -> date | None:
        firsts = [period.first for choice in self.choices for period in choice]
        known = [first for first in firsts if first]
        return min(known) if known and len(known) == len(firsts) else None

    @property
    def latest(self) -> date | None:
        lasts = [period.last for choice in self.choices for period in choice]
        known = [last for last in lasts if last]
        return max(known) if known and len(known) == len(lasts) else None

    @property
    def days(self) -> int | None:
        """How wide the knowledge is: days from the first to the last that may be meant."""
        return (self.latest - self.earliest).days + 1 if self.earliest and self.latest else None


def parse_part(text: str) -> Part:
    match = _PART.fullmatch(text)
    if not match:
        raise NotADate(f"{text!r} is not a day, month, season or year such as 2019-06-10, 2019-06, 2024-23 or XXXX-09")
    year = None if match["year"] == "XXXX" else int(match["year"])
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] else None
    if year is None and month is None:
        raise NotADate(f"{text!r} says neither year nor month")
    if year == 0 or (month is not None and not 1 <= month <= 12 and (month not in SEASONS or day is not None)):
        raise NotADate(f"{text!r} is no date of the calendar")
    # a leap day without its year is possible: 2000 had one
    if day is not None and not 1 <= day <= monthrange(2000 if year is None else year, month or 1)[1]:
        raise NotADate(f"{text!r} is no date of the calendar")
    return Part(year, month, day, match["doubt"])


def parse_period(text: str) -> Period:
    if "/" not in text:
        part = parse_part(text)
        return Period(part, part)
    ends = text.split("/")
    if len(ends) != 2 or ends == ["..", ".."]:
        raise NotADate(f"{text!r} is not an interval such as 2015-01-19/2015-01-23")
    start, end = (None if each == ".." else parse_part(each) for each in ends)
    period = Period(start, end)
    if period.first and period.last and period.first > period.last:
        raise NotADate(f"{text!r} ends before it begins")
    return period


@lru_cache(maxsize=1 << 14)  # a table of a million rows has some 13,000 dates, each asked for four times
def parse(edtf: str) -> Dated:
    """The meaning of an EDTF value; ``NotADate`` for anything else."""
    if edtf.startswith("{") and edtf.endswith("}"):
        return Dated((tuple(parse_period(each.replace("..", "/")) for each in edtf[1:-1].split(",")),))
    if edtf.startswith("[") and edtf.endswith("]"):
        return Dated(tuple((parse_period(each),) for each in edtf[1:-1].split(",")))
    return Dated(((parse_period(edtf),),))
