"""The marks of a lane: each as wide as what is known of its day, none covering another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from inspections.web.timeline_events import Event, Line
from inspections.web.timeline_shapes import EDGE, LEADING, Axis, Box, DrawnRung, Mark, Shape, Text
from inspections.web.timeline_words import broken, text_width, texts_of

CHARACTERS = 26  # of a line of words, before it is broken
MARGIN_CHARACTERS = 21
GAP = 8  # between two marks of one row
RUNG = 6
LADDER = 18


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


def place_number(event: Event, axis: Axis, y: int) -> Mark:
    """In the middle of its year, the number under it."""
    since, until = event.choices[0][0]
    middle = (axis.at(since) + axis.at(until + timedelta(1))) // 2
    width, height = shape_size(event)
    text = Text(middle, y + height + 13, "middle", "number", event.lines[0].text)
    hit = Box(middle - 12, y - 3, 24, height + LEADING + 6)
    return Mark(event, hit, tuple(shapes_of(event, middle - width // 2, y)), (), (), "one", (text,))


def measure(event: Event, axis: Axis, worded: bool) -> _Sized:
    bands = []
    anchors = []
    for choice in event.choices:
        for since, until in choice:
            x, end = axis.at(since), axis.at(until + timedelta(1))
            bands.append(Box(x, 0, max(end - x, 3), 4))
        anchors.append((axis.at(choice[0][0]) + axis.at(choice[-1][1] + timedelta(1))) // 2)
    width, height = shape_size(event)
    lines = broken(event.lines, CHARACTERS) if worded else ()
    words = max((text_width(line) + 6 for line in lines), default=0)
    before = min(anchors[0] - width // 2, min(band.x for band in bands))
    after = max(anchors[-1] + width // 2, max(band.x + band.width for band in bands))
    flip = after + words > axis.right + EDGE and before - words >= axis.left - EDGE
    return _Sized(
        event, tuple(anchors), tuple(bands), lines, flip, before - 6 if flip else after + 6,
        max(height + 8, LEADING * len(lines)), before - words if flip else before, after if flip else after + words,
    )  # fmt: skip


def shape_size(event: Event) -> tuple[int, int]:
    if event.shape == "ladder":
        many = len(event.ladders)
        each = LADDER if many == 1 else 12
        return each * many + 4 * (many - 1), max(RUNG * len(steps.tones) + 1 for steps in event.ladders)
    return (14, 16) if event.shape == "visit" else (4, 18)


def stack(sized: Sequence[_Sized], top: int) -> tuple[list[Mark], int]:
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
    width, height = shape_size(sized.event)
    shapes: list[Shape] = []
    for anchor in sized.anchors:
        shapes += shapes_of(sized.event, anchor - width // 2, y)
    texts = texts_of(sized.lines, sized.words_at, y + 12, "end" if sized.flip else "start")
    bands = tuple(Box(band.x, y + height + 3, band.width, band.height) for band in sized.bands)
    joins = tuple(
        Box(one.x + one.width, one.y + 2, two.x - one.x - one.width, 0)
        for one, two in pairwise(bands)
        if two.x > one.x + one.width
    )
    hit = Box(sized.left - 3, y - 4, max(sized.right - sized.left + 6, 24), max(sized.tall + 6, 24))
    return Mark(sized.event, hit, tuple(shapes), bands, joins, "several" if len(sized.anchors) > 1 else "one", texts)


def stack_margin(events: Sequence[Event], left: int, right: int, top: int, worded: bool) -> tuple[list[Mark], int]:
    """Marks without a year, one under the other with their words; without words, as many across as fit."""
    marks = []
    x, y, tallest = left, top, 0
    for event in sorted(events, key=lambda e: (e.what, e.url)):
        width, height = shape_size(event)
        lines = broken(event.lines, MARGIN_CHARACTERS) if worded else ()
        tall = max(height, LEADING * len(lines))
        wide = width + (6 + max(text_width(line) for line in lines) if lines else 0)
        if x > left and x + wide + GAP > right:
            x, y, tallest = left, y + tallest + 16, 0
        shapes = shapes_of(event, x, y + (2 if event.shape == "visit" else 0))
        hit = Box(x - 3, y - 3, max(wide + 6, 24), max(tall + 6, 24))
        marks.append(Mark(event, hit, tuple(shapes), (), (), "one", texts_of(lines, x + width + 8, y + 12, "start")))
        tallest = max(tallest, tall)
        x += max(wide, 24) + GAP
    return marks, y + tallest + 8 if events else top


def shapes_of(event: Event, x: int, y: int) -> list[Shape]:
    width, height = shape_size(event)
    if event.shape != "ladder":
        return [Shape(event.shape, x, y, width, height)]
    each = LADDER if len(event.ladders) == 1 else 12
    found = []
    for place, steps in enumerate(event.ladders):
        rungs = tuple(DrawnRung(RUNG * at + 1, tone, at == steps.judged) for at, tone in enumerate(steps.tones))
        own = RUNG * len(rungs) + 1
        found.append(Shape("ladder", x + place * (each + 4), y + height - own, each, own, rungs))
    return found
