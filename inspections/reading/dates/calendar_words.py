"""The words for days, months, weekdays and seasons, and the days of the calendar they stand for."""

from __future__ import annotations

import calendar
from datetime import date

from inspections.reading import rules

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?"
)
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|ST|ND|RD|TH)?"
YEAR = r"(?:19|20)\d\d"
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
UNTIL = r"\s*(?:-|–|—|&|to|and|until|through|till|TO|AND|UNTIL)\s*(?:the\s+)?"


def month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def day_number(words: str) -> int:
    return int(rules.match(r"\d+", words).group())  # type: ignore[union-attr]


def real_day(year: int, month_: int, day: int) -> date | None:
    try:
        return date(year, month_, day)
    except ValueError:
        return None


def month_bounds(year: int, month_: int) -> tuple[date, date]:
    return date(year, month_, 1), date(year, month_, calendar.monthrange(year, month_)[1])


def weekday_number(words: str | None) -> int | None:
    if not words:
        return None
    key = words.lower()[:3]
    return next(n for name, n in WEEKDAYS.items() if name.startswith(key))


def season_bounds(year: int, season: int) -> tuple[date, date]:
    """March to May, June to August, September to November.

    A winter named with one year may mean its beginning or its end: it is not read (``scan_months``).
    """
    first = {21: 3, 22: 6, 23: 9}[season]
    return date(year, first, 1), month_bounds(year, first + 2)[1]
