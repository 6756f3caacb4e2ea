"""How long ago each service was last inspected as a whole, and when the framework lets the next be expected.

Counted to the day the edition was published, never to today, so that a page stays what it was. What is
to come is an estimate: a framework's own rule, applied to the newest full inspection held here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inspections.catalogue import Due
from inspections.web.known import framework_name, service_name, the_catalogue
from inspections.web.national import Cell, EventShown, NationalQuestion, Row, days_of, make_grid
from inspections.wording import MONTHS, when_in_words


@dataclass(frozen=True)
class NextDue:
    """When the next inspection may come: stated by a source, or estimated by a framework's rule."""

    words: str
    what: str
    basis: str  # stated, estimate
    rule: str = ""
    source: str = ""
    earliest: date | None = None
    latest: date | None = None
    passed: bool = False  # that time was over on the day counted to


@dataclass(frozen=True)
class Wait:
    """One service of one authority."""

    row: Row
    cell: Cell
    event: EventShown | None  # the newest full inspection
    since: str  # in words
    months: tuple[int, int] | None  # whole months passed, at least and at most
    due: NextDue | None
    why_not: str  # why nothing is expected here

    @property
    def undated(self) -> int:
        """How many others have no year: any of them may be newer."""
        return self.cell.undated - (self.event is not None and self.event.when.day is None)


@dataclass(frozen=True)
class Waiting:
    service: str
    service_name: str
    as_at: date
    waits: tuple[Wait, ...]
    never: tuple[Row, ...]  # open authorities without a full inspection held
    rules: tuple[tuple[str, Due], ...]  # framework and rule, of those the service's frameworks state


def read_waiting(question: NationalQuestion, services: Iterable[tuple[str, int]], as_at: date) -> Waiting:
    most = max(services, key=lambda each: each[1], default=("", 0))[0]
    service = question.value("service") or most
    grid = make_grid(question)
    kinds = [slug for slug, _, _ in grid.services]
    at = kinds.index(service) if service in kinds else None
    rows = (*grid.rows, *grid.empty)
    waits, never = [], []
    for row in rows:
        cell = row.cells[at] if at is not None else None
        if cell and cell.full:
            waits.append(_wait(row, cell, cell.full, as_at))
        else:
            never.append(row)
    if question.value("sort") == "date":
        waits.sort(key=lambda wait: (wait.event.when.day if wait.event else None) or date.min, reverse=True)
    return Waiting(
        service, service_name(service) if service else "", as_at, tuple(waits), tuple(never), rules_of(service)
    )


def rules_of(service: str) -> tuple[tuple[str, Due], ...]:
    return tuple((f.name, due) for f in the_catalogue().frameworks.values() if service in f.services for due in f.due)


def _wait(row: Row, cell: Cell, event: EventShown, as_at: date) -> Wait:
    ranges = days_of(event.when.edtf) if event.when.edtf else ()
    months = None
    if ranges:
        first, last = min(r[0] for r in ranges), max(r[1] for r in ranges)
        months = months_between(last, as_at), months_between(first, as_at)
    due, why_not = expect_next(cell, event, as_at)
    return Wait(row, cell, event, months_in_words(months), months, due, why_not)


def expect_next(cell: Cell, event: EventShown, as_at: date) -> tuple[NextDue | None, str]:
    """What a source says comes next; else the framework's rule, where it has one and still applies."""
    if event.next_due:
        return NextDue(when_in_words(event.next_due), "next inspection", "stated"), ""
    framework = the_catalogue().frameworks.get(event.framework)
    if framework is None:
        return None, "framework not stated"
    if framework.used.until and framework.used.until < as_at:
        return None, f"{framework_name(framework.slug)} is no longer used"
    if not framework.due:
        return None, "the framework’s sources held here state no rhythm"
    on_scale = cell.grade and cell.state == "graded" and cell.event == event and cell.grade.scale == framework.scales[0]
    if not on_scale or cell.grade is None:
        return None, "no overall grade to count from"
    rule = framework.due_after(cell.grade.grade or "")
    if rule is None:
        return None, f"the framework fixes nothing after “{cell.grade.label.lower()}”"
    ranges = days_of(event.when.edtf) if event.when.edtf else ()
    if len(ranges) != 1 or event.when.published:
        return None, "the inspection’s own date is not stated"
    first, last = add_months(ranges[0][0], rule.months_from), add_months(ranges[0][1], rule.months_to)
    told, passed = window_in_words(first, last), add_months(last, 1) <= as_at
    return NextDue(told, rule.what, "estimate", rule.words, rule.source, first, last, passed), ""


def add_months(day: date, months: int) -> date:
    """The first of the month so many months later: an estimate is never finer than a month."""
    at = day.year * 12 + day.month - 1 + months
    return date(at // 12, at % 12 + 1, 1)


def window_in_words(first: date, last: date) -> str:
    one, other = (f"{MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    return one if one == other else f"{one} to {other}"


def months_between(day: date, as_at: date) -> int:
    """Whole months passed."""
    return max(0, (as_at.year - day.year) * 12 + as_at.month - day.month - (as_at.day < day.day))


def months_in_words(months: tuple[int, int] | None) -> str:
    """ "5 years 3 months"; "4 to 5 years" where the date is known to the year only."""
    if months is None:
        return "not known: the year is not stated"
    least, most = months
    if most - least <= 1:
        return _span(least)
    return f"{least // 12} to {-(-most // 12)} years"


def _span(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'' if years == 1 else 's'}"] if years else []
    if rest or not years:
        parts.append(f"{rest} month{'' if rest == 1 else 's'}")
    return " ".join(parts)
