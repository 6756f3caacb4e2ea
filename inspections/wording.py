"""The record's own words for dates, kinds and services: said once, for recording and for web.

Plain, without adjectives, and never saying more than is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from inspections.catalogue import Catalogue
from inspections.periods import SEASONS, Dated, Part, Period, parse

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
KINDS = {
    "full": "inspection",
    "short": "short inspection",
    "focused-visit": "focused visit",
    "monitoring-visit": "monitoring visit",
    "revisit": "revisit",
    "annual-assessment": "annual assessment",
    "school-improvement": "school improvement inspection",
    "joint-targeted": "joint targeted area inspection",
    "joint-area-review": "joint area review",
    "unannounced": "unannounced inspection",
    "interim-visit": "interim visit",
    "thematic": "thematic visit",
    "ungraded": "ungraded inspection",
    "unstated": "inspection",
}
_DAYS = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:/(\d{4})-(\d\d)-(\d\d))?", re.ASCII).fullmatch
NOT_STATED_SERVICE = "not-stated"  # the kind of a Service whose sources name the authority only


def kind_in_words(kind: str) -> str:
    """ "monitoring-visit" -> "monitoring visit"; a kind added later reads as its slug does."""
    return KINDS.get(kind, kind.replace("-", " "))


def service_in_words(kind: str, catalogue: Catalogue) -> str:
    """The catalogue's name of a kind of service; one it does not know is "service not stated"."""
    known = catalogue.services.get(kind)
    return known.name if known else "service not stated"


def join_in_words(words: Iterable[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    parts = list(words)
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}" if parts else ""


def thousands(number: int) -> str:
    """A count for people: "62,217"."""
    return f"{number:,}"


def day_in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@lru_cache(maxsize=4096)
def when_in_words(edtf: str) -> str:
    """A date for people: "19 to 23 January 2015", "September, year not stated", "30 April 2019 or 30 April 2024"."""
    if (days := _DAYS(edtf)) is not None:  # most are one day, or from one to another
        try:
            first = date(*map(int, days.group(1, 2, 3)))
            last = date(*map(int, days.group(4, 5, 6))) if days[4] else None
        except ValueError:  # no days of the calendar: it is said why
            return dated_in_words(parse(edtf))
        if last is None or first < last:
            return _days_in_words(first, last)
    return dated_in_words(parse(edtf))


def _days_in_words(first: date, last: date | None) -> str:
    """As ``dated_in_words`` says it of a day, or from one to a later one."""
    if last is None:
        return day_in_words(first)
    if first.year != last.year:
        return f"{day_in_words(first)} to {day_in_words(last)}"
    begun = f"{first.day}" if first.month == last.month else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{begun} to {day_in_words(last)}"


def dated_in_words(dated: Dated) -> str:
    choices = (join_in_words(_period(period) for period in choice) for choice in dated.choices)
    words = join_in_words(choices, last="or")
    return f"{words}, year not stated" if dated.without_year else words


def _period(period: Period) -> str:
    start, end = period.start, period.end
    if start is None or end is None:
        return f"from {_part(start)}" if start else f"on or before {_part(end)}" if end else ""
    if start == end:
        return _part(start)
    same_year = start.year == end.year and not start.doubt
    same_month = same_year and start.month == end.month
    if same_month and start.day and end.day:
        return f"{start.day} to {_part(end)}"
    if same_year and start.month:
        return f"{_part(Part(None, start.month, start.day))} to {_part(end)}"
    return f"{_part(start)} to {_part(end)}"


def _part(part: Part) -> str:
    words = []
    if part.day:
        words.append(str(part.day))
    if part.month:
        words.append(SEASONS.get(part.month) or MONTHS[part.month - 1])
    if part.year:
        words.append(str(part.year))
    doubt = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(part.doubt, "")
    return doubt + " ".join(words)
