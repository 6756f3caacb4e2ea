"""Dates in prose: what is printed, how precise it is, and what it rests on.

Nothing is padded: a month stays a month, a day without a year stays without one. Relative words
("earlier this month", "last July") are resolved only from a publication date the source states,
and then marked as derived from it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from inspections.reading.dates.mentions import Mention
from inspections.reading.dates.printed import scan_days, scan_months, scan_periods, scan_years
from inspections.reading.dates.relative import scan_bare_months, scan_relative
from inspections.reading.dates.signs import count_in, signs_of, stands_in
from inspections.text import Span

# a stretch of nothing but dates, more than so many and one at least in so many characters, tells of nothing
_MOST, _NO_PROSE = 60, 30


def dates(text: str, span: Span, anchor: date | None = None) -> tuple[Mention, ...]:
    """Every date in ``span`` of ``text`` (legible), in order, none overlapping, longest first.

    ``anchor`` is the stated publication date; relative words and dates without a year are resolved
    from it, to the latest such day or month not after it, and marked derived.
    """
    signs = signs_of(text)
    first = bisect_left(signs.every, span.start)
    if first == len(signs.every) or signs.every[first] >= span.end:
        return ()
    months, years = stands_in(signs.months, span), stands_in(signs.long, span)
    if months and len(signs.months) > _MOST:
        many = count_in(signs.months, span)
        if many > _MOST and many * _NO_PROSE > span.end - span.start:
            return ()
    dated = months and stands_in(signs.digits, span)
    found: list[Mention] = []
    taken: list[Span] = []
    for scan, possible in (
        (scan_periods, dated),
        (scan_days, dated or stands_in(signs.numeric, span)),
        (scan_months, years and (months or stands_in(signs.seasons, span))),
        (scan_relative, stands_in(signs.relative, span)),
        (scan_bare_months, months),
        (scan_years, years),
    ):
        if not possible:
            continue
        alone = scan in (scan_periods, scan_months)
        fresh = False
        for mention in scan(text, span, anchor, taken):
            if not _clash(mention.span, taken) and not (
                alone and any(mention.span.overlaps(f.span) for f in found[-3:])
            ):
                found.append(mention)
                fresh = True
        if fresh:
            taken = [m.span for m in found]
            taken.sort(key=_place)
    found = [m for m in found if m.precision != "year" or not _one_of_two(text, m.span)]
    if len(found) > 1:
        found.sort(key=lambda m: _place(m.span))
        return tuple(_join_periods(text, found))
    return tuple(found)


def may_cite_a_year(text: str, span: Span) -> bool:
    """Can there be a date with its year in a stretch?"""
    signs = signs_of(text)
    return stands_in(signs.long, span) or stands_in(signs.numeric, span)


# "2011 or 12", "in 2011 or 2012": which of them is not said
_OR_ANOTHER = re.compile(r"\s+or\s+(?:in\s+|even\s+|perhaps\s+)?[’']?\d")
_ONE_OR = re.compile(r"\d\s+or\s+(?:in\s+|even\s+|perhaps\s+)?$")


def _one_of_two(text: str, year: Span) -> bool:
    return bool(_OR_ANOTHER.match(text, year.end) or _ONE_OR.search(text[max(0, year.start - 16) : year.start]))


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _clash(span: Span, taken: list[Span]) -> bool:
    if not taken:
        return False
    at = bisect_left(taken, _place(span), key=_place)
    return any(taken[i].overlaps(span) for i in (at - 1, at) if 0 <= i < len(taken))


_BETWEEN_PERIODS = re.compile(r"\s*(?:,|and|, and|&|;)\s*(?:then\s+)?(?:from\s+)?$")


def _next_month(text: str, here: Mention, after: Mention) -> bool:
    """ "In January and February this year": one stretch over two months that follow each other."""
    if here.precision != "month" or after.precision != "month":
        return False
    if here.latest is None or after.earliest is None:
        return _next_month_of_no_year(text, here, after)
    between = text[here.span.end : after.span.start]
    return after.earliest - here.latest == timedelta(days=1) and bool(
        re.fullmatch(r"\s*(?:and|to|into|-|–|/)\s*", between)
    )


def _of_the_year_behind(text: str, here: Mention, after: Mention) -> Mention:
    """ "In May and June 2016": the May of that year."""
    one = _OF_NO_YEAR.fullmatch(here.edtf)
    if one is None or after.precision != "month" or after.earliest is None:
        return here
    before = after.earliest - timedelta(days=1)
    if before.month != int(one[1]) or not re.fullmatch(r"\s+(?:and|to)\s+", text[here.span.end : after.span.start]):
        return here
    return replace(here, edtf=f"{before.year}-{one[1]}", earliest=before.replace(day=1), latest=before)


_OF_NO_YEAR = re.compile(r"XXXX-(\d\d)")


def _next_month_of_no_year(text: str, here: Mention, after: Mention) -> bool:
    """ "In November and December", of a year that is not told."""
    one, other = _OF_NO_YEAR.fullmatch(here.edtf), _OF_NO_YEAR.fullmatch(after.edtf)
    joined = re.fullmatch(r"\s+and\s+", text[here.span.end : after.span.start])
    return bool(one and other and joined and int(other[1]) - int(one[1]) == 1)


def _day_to_day(text: str, here: Mention, after: Mention) -> bool:
    """ "11/10/2019 - 25/10/2019": both days of a period in full."""
    if here.precision != "day" or after.precision != "day" or here.relative or after.relative:
        return False
    if here.earliest is None or after.earliest is None or not 0 < (after.earliest - here.earliest).days < 100:
        return False
    return bool(re.fullmatch(r"\s*(?:-|–|—|to|until)\s*", text[here.span.end : after.span.start]))


def _join_periods(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Two periods joined by "and", the year on the last alone: one date with two parts."""
    at = 0
    while at < len(found):
        here = found[at]
        if at + 1 < len(found):
            here = _of_the_year_behind(text, here, found[at + 1])
        if at + 1 < len(found) and _next_month(text, here, found[at + 1]):
            after = found[at + 1]
            yield replace(
                here,
                span=Span(here.span.start, after.span.end),
                edtf=f"{here.edtf}/{after.edtf}",
                latest=after.latest,
                relative=here.relative or after.relative,
                basis="derived" if "derived" in (here.basis, after.basis) else "stated",
                note=here.note or after.note,
            )
            at += 2
            continue
        if at + 1 < len(found) and _day_to_day(text, here, found[at + 1]):
            after = found[at + 1]
            where = Span(here.span.start, after.span.end)
            yield replace(here, span=where, edtf=f"{here.edtf}/{after.edtf}", latest=after.latest, precision="period")
            at += 2
            continue
        if (
            at + 1 < len(found)
            and here.precision == "period"
            and found[at + 1].precision == "period"
            and _BETWEEN_PERIODS.fullmatch(text[here.span.end : found[at + 1].span.start])
        ):
            after = found[at + 1]
            first = here.edtf
            if not here.known and after.earliest is not None:
                first = here.edtf.replace("XXXX", str(after.earliest.year))
            if "XXXX" not in first and after.latest is not None:
                start = date.fromisoformat(first.split("/")[0])
                if after.earliest is not None and start < after.earliest:
                    yield replace(
                        here,
                        span=Span(here.span.start, after.span.end),
                        edtf=f"{{{first},{after.edtf}}}".replace("/", ".."),
                        earliest=start,
                        latest=after.latest,
                        basis=after.basis,
                        note=after.note,
                    )
                    at += 2
                    continue
        yield here
        at += 1
