"""The drawing of a history: a lane for each service, years across, every mark as wide as what is known of its day.

Nothing here asks the record or the clock: events go in, whole numbers come out, and the template draws
them. No line joins two grades: scales differ, and a place on one is no place on another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from inspections.catalogue import Catalogue, Gap
from inspections.web.timeline_events import Event, Line
from inspections.wording import MONTHS, service_in_words

WIDTH = 1088
GUTTER = 176  # where the lanes have their names
EDGE = 14  # between the gutter and the first year, and after the last
MARGIN = 196  # the lane "year not stated"
HEAD = 34  # where the years stand
LEADING = 15
CHARACTERS = 26  # of a line of words, before it is broken
MARGIN_CHARACTERS = 21
LEAST_YEARS = 6
MOST_WORDED = 28  # marks of a lane that still have words beside them
MOST_MARKS = 200  # drawn one by one; a longer history is drawn as numbers by year and grade
GAP = 8  # between two marks of one row
RUNG = 6
LADDER = 18


@dataclass(frozen=True)
class Box:
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Text:
    x: int
    y: int
    anchor: str
    style: str
    text: str


@dataclass(frozen=True)
class DrawnRung:
    y: int
    tone: str
    judged: bool


@dataclass(frozen=True)
class Shape:
    """A ladder, a visit's circle or a statement's tick, from its top left corner."""

    kind: str
    x: int
    y: int
    width: int
    height: int
    rungs: tuple[DrawnRung, ...] = ()


@dataclass(frozen=True)
class Mark:
    """One link of the drawing."""

    event: Event
    hit: Box
    shapes: tuple[Shape, ...]
    bands: tuple[Box, ...]
    joins: tuple[Box, ...]  # between candidates, or between periods of one inspection
    joined_as: str  # "several" for candidates, "one" for periods that all belong
    texts: tuple[Text, ...]


@dataclass(frozen=True)
class Change:
    """A day from which grades of a service were given on another scale, or no longer overall."""

    x: int
    text: Text


@dataclass(frozen=True)
class Lane:
    slug: str
    name: str
    names: tuple[Text, ...]
    y: int
    height: int
    axis: int
    marks: tuple[Mark, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Year:
    number: int
    x: int
    middle: int
    labelled: bool


@dataclass(frozen=True)
class Pause:
    name: str
    about: str
    box: Box
    text: Text


@dataclass(frozen=True)
class Timeline:
    width: int
    height: int
    left: int
    right: int
    bottom: int  # of the lanes
    years: tuple[Year, ...]
    lanes: tuple[Lane, ...]
    pauses: tuple[Pause, ...]
    margin: Box | None
    summed: bool  # numbers by year and grade instead of single marks

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything drawn, newest first, the undated last: what the list of a narrow screen shows."""
        every = [mark.event for lane in self.lanes for mark in lane.marks]
        dated = sorted((e for e in every if not e.without_year), key=lambda e: (e.first, e.url), reverse=True)
        return (*dated, *(e for e in every if e.without_year))

    @property
    def has_candidates(self) -> bool:
        return any(len(event.choices) > 1 for event in self.events)

    @property
    def has_statements(self) -> bool:
        return any(event.shape == "tick" for event in self.events)

    @property
    def by_year(self) -> tuple[tuple[str, tuple[Event, ...]], ...]:
        """The same under the first year each may belong to."""
        groups: dict[str, list[Event]] = {}
        for event in self.events:
            groups.setdefault("Year not stated" if event.without_year else str(event.first.year), []).append(event)
        return tuple((year, tuple(events)) for year, events in groups.items())


@dataclass(frozen=True)
class _Axis:
    """Days to whole pixels."""

    first: date
    last: date
    left: int
    right: int

    def at(self, day: date) -> int:
        span = (self.last - self.first).days + 1
        inside = min(max(day, self.first), self.last + timedelta(1))
        return self.left + (inside - self.first).days * (self.right - self.left) // span


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
    pauses, height = _draw_pauses(catalogue.gaps, axis, y) if dated else ((), y)
    margin = None
    if has_margin:
        left = right + EDGE if dated else gutter
        margin = Box(left, 0, WIDTH - left, y)
    years = _draw_years(axis) if dated else ()
    return Timeline(
        WIDTH, height + 2, gutter, axis.right if dated else gutter, y, years, tuple(lanes), pauses, margin, summed
    )


def _make_axis(dated: Sequence[Event], left: int, right: int) -> _Axis:
    days = [day for event in dated for choice in event.choices for period in choice for day in period]
    first, last = (min(days).year, max(days).year) if days else (2020, 2020)
    while last - first + 1 < LEAST_YEARS:
        first, last = first - 1, last + 1
    return _Axis(date(first, 1, 1), date(last, 12, 31), left, right)


def _lane_order(events: Iterable[Event]) -> list[str]:
    """The service with the newest event first; those whose years are not stated last."""
    newest: dict[str, date] = {}
    for event in events:
        latest = date.min if event.without_year else event.first
        newest[event.lane] = max(newest.get(event.lane, date.min), latest)
    return sorted(newest, key=lambda slug: (-newest[slug].toordinal(), slug))


def _draw_years(axis: _Axis) -> tuple[Year, ...]:
    numbers = range(axis.first.year, axis.last.year + 1)
    every = 1 if (axis.right - axis.left) // len(numbers) >= 36 else 2 if len(numbers) <= 30 else 5
    years = []
    for number in numbers:
        x, after = axis.at(date(number, 1, 1)), axis.at(date(number + 1, 1, 1))
        years.append(Year(number, x, (x + after) // 2, (number - axis.first.year) % every == 0))
    return tuple(years)


# -- a lane ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Sized:
    """An event with its place across and its size, before it has a row."""

    event: Event
    anchors: tuple[int, ...]  # middles of its shapes
    bands: tuple[Box, ...]
    lines: tuple[Line, ...]
    flip: bool  # words stand before the mark, not after it
    words_at: int
    tall: int
    left: int
    right: int


def _draw_lane(
    slug: str, events: Sequence[Event], top: int, axis: _Axis, has_axis: bool, gutter: int, catalogue: Catalogue
) -> Lane:
    worded = len(events) <= MOST_WORDED
    dated = [_size(event, axis, worded) for event in events if not event.without_year]
    undated = [event for event in events if event.without_year]
    in_order = sorted(dated, key=lambda s: (s.left, s.event.url))
    marks, bottom = _stack([s for s in in_order if s.event.shape != "tick"], top + 18)
    ticks, bottom = _stack([s for s in in_order if s.event.shape == "tick"], bottom)
    left = axis.right + 2 * EDGE + 6 if has_axis else gutter + EDGE
    in_margin, margin_bottom = _stack_margin(undated, left, WIDTH, top + 18, worded)
    name = service_in_words(slug, catalogue)
    names = _texts([Line("lane", part) for part in _wrap(name, 22)], 0, top + 31, "start") if gutter else ()
    name_bottom = names[-1].y if names else top
    line = max(bottom, margin_bottom, name_bottom + 8, top + 40) + 2
    changes, end = _draw_changes(slug, axis, line, catalogue) if has_axis else ((), line)
    return Lane(slug, name, names, top, end + 10 - top, line, (*marks, *ticks, *in_margin), changes)


def _draw_numbers(
    slug: str, events: Sequence[Event], top: int, axis: _Axis, has_axis: bool, gutter: int, catalogue: Catalogue
) -> Lane:
    """Numbers by year and outcome: a row for each outcome, named once, and a column for each year."""
    name = service_in_words(slug, catalogue)
    names = list(_texts([Line("lane", part) for part in _wrap(name, 22)], 0, top + 31, "start"))
    y = names[-1].y + 16
    marks = []
    for row in sorted({event.row for event in events}, key=lambda row: (not row[0], row)):
        there = [event for event in events if event.row == row]
        label, _, scale = there[0].outcome.partition(" (")
        said = [Line("kind", part) for part in _wrap(label, 22)]
        said += [Line("quiet", part) for part in _wrap(scale.removesuffix(")"), 26) if part]
        names += _texts(said, 0, y + 12, "start")
        tall = max(_shape_size(there[0])[1] + LEADING, LEADING * len(said))
        marks += [_place_number(event, axis, y) for event in there if not event.without_year]
        y += tall + 12
    left = axis.right + 2 * EDGE + 6 if has_axis else gutter + EDGE
    undated = [event for event in events if event.without_year]
    in_margin, margin_bottom = _stack_margin(undated, left, WIDTH, top + 18, True)
    line = max(y, margin_bottom) + 2
    changes, end = _draw_changes(slug, axis, line, catalogue) if has_axis else ((), line)
    return Lane(slug, name, tuple(names), top, end + 10 - top, line, (*marks, *in_margin), changes)


def _place_number(event: Event, axis: _Axis, y: int) -> Mark:
    """In the middle of its year, the number under it."""
    since, until = event.choices[0][0]
    middle = (axis.at(since) + axis.at(until + timedelta(1))) // 2
    width, height = _shape_size(event)
    text = Text(middle, y + height + 13, "middle", "number", event.lines[0].text)
    hit = Box(middle - 12, y - 3, 24, height + LEADING + 6)
    return Mark(event, hit, tuple(_shapes(event, middle - width // 2, y)), (), (), "one", (text,))


def _size(event: Event, axis: _Axis, worded: bool) -> _Sized:
    bands = []
    anchors = []
    for choice in event.choices:
        for since, until in choice:
            x, end = axis.at(since), axis.at(until + timedelta(1))
            bands.append(Box(x, 0, max(end - x, 3), 4))
        anchors.append((axis.at(choice[0][0]) + axis.at(choice[-1][1] + timedelta(1))) // 2)
    width, height = _shape_size(event)
    lines = _broken(event.lines, CHARACTERS) if worded else ()
    words = max((text_width(line) + 6 for line in lines), default=0)
    before = min(anchors[0] - width // 2, min(band.x for band in bands))
    after = max(anchors[-1] + width // 2, max(band.x + band.width for band in bands))
    flip = after + words > axis.right + EDGE and before - words >= axis.left - EDGE
    return _Sized(
        event, tuple(anchors), tuple(bands), lines, flip, before - 6 if flip else after + 6,
        max(height + 8, LEADING * len(lines)), before - words if flip else before, after if flip else after + words,
    )  # fmt: skip


def _shape_size(event: Event) -> tuple[int, int]:
    if event.shape == "ladder":
        many = len(event.ladders)
        each = LADDER if many == 1 else 12
        return each * many + 4 * (many - 1), max(RUNG * len(steps.tones) + 1 for steps in event.ladders)
    return (14, 16) if event.shape == "visit" else (4, 18)


def _stack(sized: Sequence[_Sized], top: int) -> tuple[list[Mark], int]:
    """Marks in as many rows as they need so that none covers another; a row is as tall as its tallest."""
    rows: list[list[_Sized]] = []
    for each in sized:
        row = next((row for row in rows if row[-1].right + GAP <= each.left), None)
        if row is None:
            rows.append([each])
        else:
            row.append(each)
    marks = []
    y = top
    for row in rows:
        tall = max(each.tall for each in row)
        marks += [_place(each, y) for each in row]
        y += tall + 12
    return marks, y


def _place(sized: _Sized, y: int) -> Mark:
    """A mark in its row: its words beside it, the line of its date under it."""
    width, height = _shape_size(sized.event)
    shapes: list[Shape] = []
    for anchor in sized.anchors:
        shapes += _shapes(sized.event, anchor - width // 2, y)
    texts = _texts(sized.lines, sized.words_at, y + 12, "end" if sized.flip else "start")
    bands = tuple(Box(band.x, y + height + 3, band.width, band.height) for band in sized.bands)
    joins = tuple(
        Box(one.x + one.width, one.y + 2, two.x - one.x - one.width, 0)
        for one, two in pairwise(bands)
        if two.x > one.x + one.width
    )
    hit = Box(sized.left - 3, y - 4, max(sized.right - sized.left + 6, 24), max(sized.tall + 6, 24))
    return Mark(sized.event, hit, tuple(shapes), bands, joins, "several" if len(sized.anchors) > 1 else "one", texts)


def _stack_margin(events: Sequence[Event], left: int, right: int, top: int, worded: bool) -> tuple[list[Mark], int]:
    """Marks without a year, one under the other with their words; without words, as many across as fit."""
    marks = []
    x, y, tallest = left, top, 0
    for event in sorted(events, key=lambda e: (e.what, e.url)):
        width, height = _shape_size(event)
        lines = _broken(event.lines, MARGIN_CHARACTERS) if worded else ()
        tall = max(height, LEADING * len(lines))
        wide = width + (6 + max(text_width(line) for line in lines) if lines else 0)
        if x > left and x + wide + GAP > right:
            x, y, tallest = left, y + tallest + 16, 0
        shapes = _shapes(event, x, y + (2 if event.shape == "visit" else 0))
        hit = Box(x - 3, y - 3, max(wide + 6, 24), max(tall + 6, 24))
        marks.append(Mark(event, hit, tuple(shapes), (), (), "one", _texts(lines, x + width + 8, y + 12, "start")))
        tallest = max(tallest, tall)
        x += max(wide, 24) + GAP
    return marks, y + tallest + 8 if events else top


def _shapes(event: Event, x: int, y: int) -> list[Shape]:
    width, height = _shape_size(event)
    if event.shape != "ladder":
        return [Shape(event.shape, x, y, width, height)]
    each = LADDER if len(event.ladders) == 1 else 12
    found = []
    for place, steps in enumerate(event.ladders):
        rungs = tuple(DrawnRung(RUNG * at + 1, tone, at == steps.judged) for at, tone in enumerate(steps.tones))
        own = RUNG * len(rungs) + 1
        found.append(Shape("ladder", x + place * (each + 4), y + height - own, each, own, rungs))
    return found


# -- changes of scale, pauses ----------------------------------------------------------------------------------------


def _draw_changes(slug: str, axis: _Axis, y: int, catalogue: Catalogue) -> tuple[tuple[Change, ...], int]:
    """On the lane's own line: the days within the drawing from which another scale was in use."""
    drawn: list[Change] = []
    taken: list[tuple[int, int, int, int]] = []  # day, row, start and end of the words of those further right
    inside = [(day, words) for day, words in scale_changes(slug, catalogue) if axis.first < day <= axis.last]
    for day, words in reversed(inside):
        x, wide = axis.at(day), text_width(Line("change", words))
        flip = x + 6 + wide > axis.right + EDGE
        start, end = (x - 6 - wide, x - 6) if flip else (x + 6, x + 6 + wide)
        row = max((r + 1 for at, r, since, until in taken if at <= end or (since <= end and start <= until)), default=0)
        taken.append((x, row, start, end))
        text = Text(end if flip else start, y + 14 + LEADING * row, "end" if flip else "start", "change", words)
        drawn.append(Change(x, text))
    rows = max((row + 1 for _, row, _, _ in taken), default=0)
    return tuple(reversed(drawn)), y + LEADING * rows + (4 if rows else 0)


def scale_changes(slug: str, catalogue: Catalogue) -> list[tuple[date, str]]:
    """Days from which a service was graded on a scale it was not graded on before, or no longer overall.

    The first scale of a framework is that of its grades; what is said beside them, such as safeguarding, is not drawn.
    """
    known: set[str] = set()
    found: list[tuple[date, str]] = []
    for framework in sorted(catalogue.frameworks.values(), key=lambda f: f.used.since or date.min):
        if slug not in framework.services:
            continue
        new = [catalogue.scales[scale].name for scale in framework.scales[:1] if scale not in known]
        known |= set(framework.scales[:1])
        if new and framework.used.since:
            found.append(
                (framework.used.since, f"{_month(framework.used.since, framework.reserved)}: {', '.join(new)}")
            )
        if framework.overall_until:
            day = framework.overall_until + timedelta(1)
            found.append((day, f"{_month(day, False)}: no overall grade any more"))
    return sorted(found)


def _month(day: date, reserved: bool) -> str:
    """A first of January stands for a year; what is not confirmed is said to be about then."""
    words = str(day.year) if (day.month, day.day) == (1, 1) else f"{MONTHS[day.month - 1]} {day.year}"
    return f"from about {words}" if reserved else f"from {words}"


def _draw_pauses(gaps: Sequence[Gap], axis: _Axis, bottom: int) -> tuple[tuple[Pause, ...], int]:
    """Shaded over every lane, named below them."""
    inside = [
        gap
        for gap in sorted(gaps, key=lambda g: g.since)
        if gap.since <= axis.last and (gap.until or axis.last) >= axis.first
    ]
    boxes = [(axis.at(gap.since), axis.at((gap.until or axis.last) + timedelta(1))) for gap in inside]
    widths = [text_width(Line("pause", gap.name)) for gap in inside]
    before = all(end - wide >= 0 for (_, end), wide in zip(boxes, widths, strict=True))  # names end at their pause
    drawn = []
    for number, (gap, (x, end)) in enumerate(zip(inside, boxes, strict=True)):
        row = number if before else len(inside) - 1 - number
        text = Text(end if before else x, bottom + 20 + 16 * row, "end" if before else "start", "pause", gap.name)
        drawn.append(Pause(gap.name, gap.about, Box(x, HEAD - 6, max(end - x, 2), text.y - 12 - HEAD + 6), text))
    return tuple(drawn), bottom + (14 + 16 * len(inside) if inside else 0)


# -- words -----------------------------------------------------------------------------------------------------------

_NARROW, _WIDE = frozenset("iIjl.,:;'’‘|!()[] ftr"), frozenset("mwMWACDGHNOQUV—…")
_SIZES = {
    "grade": 145,
    "kind": 142,
    "said": 130,
    "lane": 140,
    "quiet": 115,
    "number": 125,
    "change": 115,
    "pause": 115,
}  # tenths of a pixel


def text_width(line: Line) -> int:
    """About as wide as the browser will draw it, rather too wide than too narrow."""
    units = sum(36 if char in _NARROW else 86 if char in _WIDE else 60 for char in line.text)
    return units * _SIZES[line.style] // 1000 + 2


def _broken(lines: Iterable[Line], most: int) -> tuple[Line, ...]:
    return tuple(Line(line.style, part) for line in lines for part in _wrap(line.text, most))


def _wrap(text: str, most: int) -> list[str]:
    """Lines of at most this many characters, broken between words."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def _texts(lines: Sequence[Line], x: int, y: int, anchor: str) -> tuple[Text, ...]:
    return tuple(Text(x, y + LEADING * number, anchor, line.style, line.text) for number, line in enumerate(lines))
