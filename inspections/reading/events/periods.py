"""Whether two dates can be of one visit, which of two says more, and whether a report can follow so soon."""

from __future__ import annotations

import re
from datetime import timedelta

from inspections.reading import rules
from inspections.reading.dates.mentions import Mention


def overlap(a: Mention | None, b: Mention | None) -> bool | None:
    """Could two dates be the same? None when either is unknown."""
    if a is None or b is None:
        return None
    if a.known and b.known:
        return bool(
            a.earliest and b.latest and b.earliest and a.latest and a.earliest <= b.latest and b.earliest <= a.latest
        )
    ours, theirs = _month_day(a), _month_day(b)
    if ours and theirs and ours[0]:
        return ours[0] == theirs[0] and (not ours[1] or not theirs[1] or ours[1] == theirs[1])
    return None


def _month_day(m: Mention) -> tuple[int, int] | None:
    found = rules.match(r"(?:\d{4}|XXXX)-(\d\d)(?:-(\d\d))?", m.edtf)
    return (int(found[1]), int(found[2] or 0)) if found else None


def finer(a: Mention | None, b: Mention | None) -> Mention | None:
    if a is None or b is None:
        return a or b
    order = ("unknown", "year", "season", "month", "week", "period", "day")
    if a.known != b.known:
        return a if a.known else b
    ranks = order.index(a.precision), order.index(b.precision)
    if ranks[0] == ranks[1] or {a.precision, b.precision} == {"period", "day"}:
        if a.precision != b.precision:
            return a if a.precision == "period" else b
        return a if a.basis == "stated" or b.basis != "stated" else b
    return a if ranks[0] > ranks[1] else b


def ends_before(a: Mention | None, b: Mention | None) -> bool:
    """Is the first of two dates over before the second begins? Not where either is unknown."""
    return bool(a and b and a.latest and b.earliest and a.latest < b.earliest)


def within(a: Mention, b: Mention) -> bool:
    """Does one date lie in the other, a longer one?"""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return False
    return b.earliest <= a.earliest and a.latest <= b.latest and a.latest - a.earliest < b.latest - b.earliest


def follows_soon(inspected: Mention, published: Mention) -> bool:
    """A report comes out after its visit, and within about eight months."""
    if not (
        inspected.known
        and published.known
        and inspected.earliest
        and published.latest
        and inspected.latest
        and published.earliest
    ):
        return True
    return inspected.earliest <= published.latest and published.earliest - inspected.latest <= timedelta(days=250)


_REPORT_BEHIND = re.compile(r"\s+(?:\w+\s+){0,2}?(?:reports?|letters?)\b")


def is_called_by_its_year(text: str, published: Mention, inspected: Mention | None) -> bool:
    """ "The 2010 report", of a visit in July 2010: is the year that of the visit, and nothing said of publishing?"""
    of_a_year = published.precision == "year" and _REPORT_BEHIND.match(text, published.span.end) is not None
    return of_a_year and overlap(published, inspected) is True
