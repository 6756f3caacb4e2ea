"""The drawing of a history: a lane for each service, years across, every mark as wide as what is known of its day.

Nothing here asks the record or the clock: events go in, whole numbers come out, and the template draws
them. No line joins two grades: scales differ, and a place on one is no place on another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from inspections.catalogue import Catalogue
from inspections.web.timeline_changes import draw_changes, draw_pauses
from inspections.web.timeline_events import Event, Line
from inspections.web.timeline_marks import measure, place_number, shape_size, stack, stack_margin
from inspections.web.timeline_shapes import EDGE, GUTTER, HEAD, LEADING, WIDTH, Axis, Box, Lane, Timeline, Year
from inspections.web.timeline_words import texts_of, wrap
from inspections.wording import service_in_words

MARGIN = 196  # the lane "year not stated"
LEAST_YEARS = 6
MOST_WORDED = 28  # marks of a lane that still have words beside them
MOST_MARKS = 200  # drawn one by one; a longer history is drawn as numbers by year and grade


def draw_timeline(
    events: Sequence[Event], catalogue: Catalogue, summed: bool = False, one_lane: bool = False
) -> Timeline | None:
    """None when there is nothing to draw. ``one_lane``: the page is about one service and names it already."""
    if not events:
        return None
    gutter = 0 if one_lane and not summed else GUTTER
    dated = [event for event in events if not event.without_year]
    has_margin = len(dated) < len(events)
    right = WIDTH - EDGE - (MARGIN if has_margin and dated else 0)
    axis = _make_axis(dated, gutter + EDGE, right)
    lanes: list[Lane] = []
    y = HEAD
    for slug in _lane_order(events):
        own = [event for event in events if event.lane == slug]
        draw = _draw_numbers if summed else _draw_lane
        lane = draw(slug, own, y, axis, bool(dated), gutter, catalogue)
        lanes.append(lane)
        y += lane.height
    pauses, height = draw_pauses(catalogue.gaps, axis, y) if dated else ((), y)
    margin = None
    if has_margin:
        left = right + EDGE if dated else gutter
        margin = Box(left, 0, WIDTH - left, y)
    years = _draw_years(axis) if dated else ()
    return Timeline(
        WIDTH, height + 2, gutter, axis.right if dated else gutter, y, years, tuple(lanes), pauses, margin, summed
    )


def _make_axis(dated: Sequence[Event], left: int, right: int) -> Axis:
    days = [day for event in dated for choice in event.choices for period in choice for day in period]
    first, last = (min(days).year, max(days).year) if days else (2020, 2020)
    while last - first + 1 < LEAST_YEARS:
        first, last = first - 1, last + 1
    return Axis(date(first, 1, 1), date(last, 12, 31), left, right)


def _lane_order(events: Iterable[Event]) -> list[str]:
    """The service with the newest event first; those whose years are not stated last."""
    newest: dict[str, date] = {}
    for event in events:
        latest = date.min if event.without_year else event.first
        newest[event.lane] = max(newest.get(event.lane, date.min), latest)
    return sorted(newest, key=lambda slug: (-newest[slug].toordinal(), slug))


def _draw_years(axis: Axis) -> tuple[Year, ...]:
    numbers = range(axis.first.year, axis.last.year + 1)
    every = 1 if (axis.right - axis.left) // len(numbers) >= 36 else 2 if len(numbers) <= 30 else 5
    years = []
    for number in numbers:
        x, after = axis.at(date(number, 1, 1)), axis.at(date(number + 1, 1, 1))
        years.append(Year(number, x, (x + after) // 2, (number - axis.first.year) % every == 0))
    return tuple(years)


def _draw_lane(
    slug: str, events: Sequence[Event], top: int, axis: Axis, has_axis: bool, gutter: int, catalogue: Catalogue
) -> Lane:
    worded = len(events) <= MOST_WORDED
    dated = [measure(event, axis, worded) for event in events if not event.without_year]
    undated = [event for event in events if event.without_year]
    in_order = sorted(dated, key=lambda s: (s.left, s.event.url))
    marks, bottom = stack([s for s in in_order if s.event.shape != "tick"], top + 18)
    ticks, bottom = stack([s for s in in_order if s.event.shape == "tick"], bottom)
    left = axis.right + 2 * EDGE + 6 if has_axis else gutter + EDGE
    in_margin, margin_bottom = stack_margin(undated, left, WIDTH, top + 18, worded)
    name = service_in_words(slug, catalogue)
    names = texts_of([Line("lane", part) for part in wrap(name, 22)], 0, top + 31, "start") if gutter else ()
    name_bottom = names[-1].y if names else top
    line = max(bottom, margin_bottom, name_bottom + 8, top + 40) + 2
    changes, end = draw_changes(slug, axis, line, catalogue) if has_axis else ((), line)
    return Lane(slug, name, names, top, end + 10 - top, line, (*marks, *ticks, *in_margin), changes)


def _draw_numbers(
    slug: str, events: Sequence[Event], top: int, axis: Axis, has_axis: bool, gutter: int, catalogue: Catalogue
) -> Lane:
    """Numbers by year and outcome: a row for each outcome, named once, and a column for each year."""
    name = service_in_words(slug, catalogue)
    names = list(texts_of([Line("lane", part) for part in wrap(name, 22)], 0, top + 31, "start"))
    y = names[-1].y + 16
    marks = []
    for row in sorted({event.row for event in events}, key=lambda row: (not row[0], row)):
        there = [event for event in events if event.row == row]
        label, _, scale = there[0].outcome.partition(" (")
        said = [Line("kind", part) for part in wrap(label, 22)]
        said += [Line("quiet", part) for part in wrap(scale.removesuffix(")"), 26) if part]
        names += texts_of(said, 0, y + 12, "start")
        tall = max(shape_size(there[0])[1] + LEADING, LEADING * len(said))
        marks += [place_number(event, axis, y) for event in there if not event.without_year]
        y += tall + 12
    left = axis.right + 2 * EDGE + 6 if has_axis else gutter + EDGE
    undated = [event for event in events if event.without_year]
    in_margin, margin_bottom = stack_margin(undated, left, WIDTH, top + 18, True)
    line = max(y, margin_bottom) + 2
    changes, end = draw_changes(slug, axis, line, catalogue) if has_axis else ((), line)
    return Lane(slug, name, tuple(names), top, end + 10 - top, line, (*marks, *in_margin), changes)
