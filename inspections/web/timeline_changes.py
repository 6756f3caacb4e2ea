"""Days on a timeline from which another scale was in use, and the pauses in which nobody inspected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from inspections.catalogue import Catalogue, Gap
from inspections.web.timeline_events import Line
from inspections.web.timeline_shapes import EDGE, HEAD, LEADING, WIDTH, Axis, Box, Change, Pause, Text
from inspections.web.timeline_words import text_width
from inspections.wording import MONTHS


def draw_changes(slug: str, axis: Axis, y: int, catalogue: Catalogue) -> tuple[tuple[Change, ...], int]:
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


def draw_pauses(gaps: Sequence[Gap], axis: Axis, bottom: int) -> tuple[tuple[Pause, ...], int]:
    """Shaded over every lane, named below them."""
    inside = [
        gap
        for gap in sorted(gaps, key=lambda g: g.since)
        if gap.since <= axis.last and (gap.until or axis.last) >= axis.first
    ]
    boxes = [(axis.at(gap.since), axis.at((gap.until or axis.last) + timedelta(1))) for gap in inside]
    widths = [text_width(Line("pause", gap.name)) for gap in inside]
    before = [end - wide >= 0 for (_, end), wide in zip(boxes, widths, strict=True)]  # a name ends where its pause does
    drawn = []
    for number, (gap, (x, end), wide) in enumerate(zip(inside, boxes, widths, strict=True)):
        y = bottom + 20 + 16 * (number if any(before) else len(inside) - 1 - number)
        if before[number]:
            text = Text(end, y, "end", "pause", gap.name)
        else:
            text = Text(min(x, WIDTH - wide), y, "start", "pause", gap.name)
        drawn.append(Pause(gap.name, gap.about, Box(x, HEAD - 6, max(end - x, 2), text.y - 12 - HEAD + 6), text))
    return tuple(drawn), bottom + (14 + 16 * len(inside) if inside else 0)
