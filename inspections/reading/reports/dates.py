"""Dates as reports print them: one day, a period, two periods; with what the print leaves out filled in.

Strict: every word of the printed date must be understood, or there is no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import get_close_matches

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH = "(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" if name != "may" else "may" for name in MONTHS) + r"|sept)\.?"
DAY_OF_DATE = r"\d{1,2}(?:st|nd|rd|th)?"
# days that need not name their month or year, up to one that names both: "17, 18 and 24 May 2023"
DATES = (
    rf"{DAY_OF_DATE}(?:\s+{MONTH}(?:,?\s+\d{{4}})?)?"
    rf"(?:\s*(?:to|-|and|,|&)\s*{DAY_OF_DATE}(?:\s+{MONTH}(?:,?\s+\d{{4}})?)?){{0,5}}(?<=\d{{4}})"
)
FULL_DATE = rf"(?:{DAY_OF_DATE}\s+{MONTH}\s*,?\s*\d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"
_TOKEN = re.compile(
    rf"""(?P<numeric>\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d{{2}}))(?!\d)
    | (?P<month>{MONTH})(?![a-z])
    | (?P<year>(?:19|20)\d{{2}})(?!\d)
    | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)
    | (?P<to>to\b|until\b|through\b|-)
    | (?P<and>and\b|,|;|&)
    | (?P<noise>(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\s+|from\b|of\b|the\b|\(?inclusive\)?|\.(?=\s*$))
    | (?P<word>[a-z]{{3,}})
    | (?P<other>.)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Point:
    """A day of which the month or year may be left to its neighbour."""

    day: int
    month: int | None = None
    year: int | None = None


class NotADate(ValueError):
    """The words are not a date this module is sure about."""


def periods(words: str, longest: int = 60) -> tuple[tuple[date, date], ...]:
    """The periods these words name, in order; ``NotADate`` when any word is not understood."""
    groups: list[list[Point]] = [[]]
    waiting_for_end = False
    after_and = False
    for token in _TOKEN.finditer(words):
        kind = token.lastgroup
        text = token[kind] if kind else token.group()
        group = groups[-1]
        if kind == "noise":
            continue
        if kind == "word":
            kind, text = "month", _nearly_a_month(text)
        if kind == "other":
            raise NotADate(f"“{text}” is no part of a date")
        if kind == "to":
            if waiting_for_end or len(group) != 1:
                raise NotADate("a period with no beginning, or two ends")
            waiting_for_end = True
        elif kind == "and":
            if waiting_for_end:
                raise NotADate("a period with no end")
            after_and = bool(group)
        elif kind in ("day", "numeric"):
            if group and not waiting_for_end:
                if not after_and:
                    raise NotADate("two days with nothing between them")
                groups.append([])
                group = groups[-1]
            group.append(_point(text) if kind == "numeric" else Point(int(text)))
            waiting_for_end = after_and = False
        elif not group or waiting_for_end:
            raise NotADate(f"“{text}” with no day")
        elif kind == "month":
            if group[-1].month is not None:
                raise NotADate("two months for one day")
            group[-1] = replace(group[-1], month=_month(text))
            after_and = False
        else:
            if group[-1].year is not None:
                raise NotADate("two years for one day")
            group[-1] = replace(group[-1], year=int(text))
            after_and = False
    if waiting_for_end or not groups[0]:
        raise NotADate("no day, or a period with no end")
    return _settled(groups, longest)


def _month(text: str) -> int:
    return next(number for number, name in enumerate(MONTHS, start=1) if name.startswith(text.lower().rstrip(".")[:3]))


def _nearly_a_month(text: str) -> str:
    """The month that a misspelt word can only be: “Feburary”."""
    near = get_close_matches(text.lower(), MONTHS, n=2, cutoff=0.85)
    if len(near) != 1:
        raise NotADate(f"“{text}” is no part of a date")
    return near[0]


def _point(text: str) -> Point:
    day, month, year = (int(part) for part in re.split(r"[/.]", text))
    return Point(day, month, year if year > 99 else 2000 + year)


def _years_forward(group: list[Point]) -> list[Point]:
    """“4 February 2019 to 15 February”: the end is in the year of the beginning, when it follows it there."""
    first, last = group[0], group[-1]
    if (
        last.year is None
        and first.year
        and first.month
        and last.month
        and (last.month, last.day) >= (first.month, first.day)
    ):
        return [first, replace(last, year=first.year)]
    return group


def _settled(groups: list[list[Point]], longest: int) -> tuple[tuple[date, date], ...]:
    """Fill months and years from the end backwards: a December before a January is the year before."""
    month: int | None = None
    year: int | None = None
    later: date | None = None
    found: list[tuple[date, date]] = []
    for group in reversed([_years_forward(group) for group in groups]):
        ends: list[date] = []
        for point in reversed(group):
            stated_month = point.month if point.month is not None else month
            if stated_month is None:
                raise NotADate("no month")
            stated_year = point.year
            if stated_year is None:
                if year is None:
                    raise NotADate("no year")
                stated_year = year - 1 if month is not None and stated_month > month else year
            try:
                day = date(stated_year, stated_month, point.day)
            except ValueError as error:
                raise NotADate(str(error)) from None
            if later is not None and day > later:
                raise NotADate("the dates do not run forwards")
            month, year, later = stated_month, stated_year, day
            ends.append(day)
        found.append((ends[-1], ends[0]))
    found.reverse()
    found = _joined(found)
    if (found[-1][1] - found[0][0]).days > longest * (1 if len(found) == 1 else 3):
        raise NotADate("a longer time from first to last than any inspection takes")
    return tuple(found)


def _joined(found: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """“17 and 18 May”: a day and the day after it are one period."""
    joined = found[:1]
    for first, last in found[1:]:
        if first - joined[-1][1] == timedelta(days=1):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def one_day(words: str) -> date:
    """A single day, written in full."""
    found = periods(words)
    if len(found) != 1 or found[0][0] != found[0][1]:
        raise NotADate("not one day")
    return found[0][0]


def edtf(found: tuple[tuple[date, date], ...]) -> str:
    """The periods in the record's notation."""
    joint = "/" if len(found) == 1 else ".."  # ISO 8601-2 writes a range in a set with two dots
    spelt = [
        first.isoformat() if first == last else f"{first.isoformat()}{joint}{last.isoformat()}" for first, last in found
    ]
    return spelt[0] if len(spelt) == 1 else "{" + ",".join(spelt) + "}"
