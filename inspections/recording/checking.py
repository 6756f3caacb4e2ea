"""Does a reading hold together before anything is built of it? A reader's fault is named like a source's.

Spans lie in the text, dates are dates with their own bounds, keys lead to facts of the same reading,
and every name is the catalogue's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import PurePath
from typing import Any

from edtf import EDTFParseException, parse_edtf

from inspections.catalogue import Catalogue
from inspections.periods import NotADate, parse
from inspections.reading.facts import Graded, InspectionFact, Name, Problem, Reading, Unreadable, When, Words
from inspections.reading.plain_facts import PlainFacts
from inspections.reading.serialise import is_table
from inspections.text import Span

_DATE = r"[0-9]{4}(?:-[0-9]{2}){0,2}"
_DAYS = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:\.\.[0-9]{4}-[0-9]{2}-[0-9]{2})?"
_EVERYDAY = re.compile(rf"{_DATE}(?:/{_DATE})?|\[{_DAYS}(?:,{_DAYS})+\]|\{{{_DAYS}(?:,{_DAYS})+\}}")
PLAIN = (str, int, type(None), date)
MADE = date(2026, 11, 21)  # this check was written on this day: a clock that shows an earlier one was never set
FIRST = date(1839, 1, 1)  # the first inspectors of schools were appointed in that year
MOST = 40  # problems told of one table
REMEDY = "this is a fault of the reader: leave the source out and report its name"


def find_faulty(readings: Iterable[Reading], catalogue: Catalogue) -> list[Unreadable]:
    """The readings that cannot be recorded, each with all that is wrong."""
    checked = ((reading, tuple(check_reading(reading, catalogue))) for reading in readings)
    return [
        Unreadable(reading.held.name, tuple(Problem(fault, REMEDY) for fault in faults))
        for reading, faults in checked
        if faults
    ]


def find_early(readings: Iterable[Reading], today: date) -> list[Unreadable]:
    """The sources whose sidecars say that they were received on a day that is yet to come."""
    last = max(today, MADE)
    return [
        Unreadable(
            reading.held.name,
            (
                Problem(
                    f"its sidecar says that it was received on {received}, which is later than today",
                    f"correct received in {PurePath(reading.held.name).stem}.toml: today is {last}",
                ),
            ),
        )
        for reading in readings
        if (received := reading.held.sidecar.received) and received > last
    ]


def find_impossible(readings: Iterable[Reading], today: date) -> list[Unreadable]:
    """The tables that tell of an inspection on a day that is yet to come, or from before anybody inspected."""
    last = max(today, MADE) + timedelta(days=1)  # the day may have begun where the table was made
    found = []
    for reading in filter(is_table, readings):
        faults = tuple(_impossible_days(reading, last))
        if faults:
            found.append(Unreadable(reading.held.name, faults[:MOST]))
    return found


def _impossible_days(reading: Reading, last: date) -> Iterator[Problem]:
    facts: Iterable[InspectionFact] = reading.inspections
    if isinstance(facts, PlainFacts):  # each entry of its columns once
        facts = (*facts.understood(), *(fact for _, fact in facts.others))
    for fact in facts:
        for when in filter(None, (fact.inspected, fact.published)):
            cells = when.words.rows[0]
            sheet = f"sheet “{cells.sheet}”: " if cells.sheet else ""
            told = (
                f"{sheet}row {cells.row}, column “{cells.cells[0][0]}”: " if cells.cells[0][0] else f"row {cells.row}: "
            )
            if when.earliest and when.earliest > last:
                yield Problem(f"{told}is a day that is yet to come", "correct the day", cells.row, 1, cells.cells[0][1])
            elif (when.latest or when.earliest or FIRST) < FIRST:
                message = "is a day from before anybody inspected"
                yield Problem(f"{told}{message}", "correct the day", cells.row, 1, cells.cells[0][1])


def check_reading(reading: Reading, catalogue: Catalogue) -> Iterator[str]:
    """Everything wrong with one reading."""
    length = len(reading.held.text)
    facts: Iterable[InspectionFact] = reading.inspections
    alone: tuple[InspectionFact, ...] = ()
    if isinstance(facts, PlainFacts):  # each entry of its columns once
        facts = alone = (*facts.understood(), *(fact for _, fact in facts.others))
    for value in _within((reading, *alone)):
        if isinstance(value, Span) and value.end > length:
            yield f"the span {value.start}-{value.end} leaves the text of {length} characters"
        elif isinstance(value, When):
            yield from _check_date(value)
        elif isinstance(value, Graded):
            yield from _check_grade(value, catalogue)
    for fact in facts:
        yield from _check_names(fact, catalogue)
    if not alone:  # a long table's keys are told apart, and its links looked at, when it is taken apart
        yield from _check_keys(reading)


def _within(value: object) -> Iterator[object]:
    """A value and every dataclass in it, at any depth."""
    if isinstance(value, tuple):
        for each in value:
            yield from _within(each)
    elif isinstance(value, Words) and not value.spans:
        return  # cells have nothing that could be checked here
    elif is_dataclass(value) and not isinstance(value, type):
        yield value
        for name in _names(type(value)):
            each = getattr(value, name)
            if each and not isinstance(each, PLAIN):
                yield from _within(each)


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@lru_cache(maxsize=4096)
def _is_edtf(value: str) -> bool:
    """Is this how ISO 8601-2 writes it? Asked of the notation's own library, but for days, intervals and lists of days.

    The library takes milliseconds for a list, and of a long table each different date is asked.
    """
    if _EVERYDAY.fullmatch(value):
        return True
    try:
        parse_edtf(value)
    except EDTFParseException:
        return False
    return True


def _check_date(when: When) -> Iterator[str]:
    try:
        meant = parse(when.edtf)
    except NotADate as error:
        yield f"a date is none: {error}"
        return
    if not _is_edtf(when.edtf):
        yield f"the date {when.edtf} is not written as EDTF"
    if (meant.earliest, meant.latest) != (when.earliest, when.latest):
        yield f"the date {when.edtf} has the bounds {when.earliest} and {when.latest}, which are not its own"
    if when.basis != "stated" and not when.note:
        yield f"the date {when.edtf} is {when.basis} without saying from what"


def _check_grade(graded: Graded, catalogue: Catalogue) -> Iterator[str]:
    scale = catalogue.scales.get(graded.scale)
    if scale is None:
        yield f"no scale {graded.scale!r} in the catalogue"
    elif graded.grade is not None and graded.grade not in {grade.slug for grade in scale.grades}:
        yield f"no grade {graded.grade!r} on the scale {graded.scale}"


def _check_names(fact: InspectionFact, catalogue: Catalogue) -> Iterator[str]:
    named: tuple[tuple[str, Iterable[Name], Iterable[str]], ...] = (
        ("authority", fact.authorities, catalogue.authorities),
        ("service", (fact.service,) if fact.service else (), catalogue.services),
        ("inspectorate", fact.inspectorates, catalogue.inspectorates),
        ("framework", (fact.framework,) if fact.framework else (), catalogue.frameworks),
    )
    for what, names, known in named:
        for name in names:
            if name.slug not in known:
                yield f"no {what} {name.slug!r} in the catalogue"
    if fact.provider and not (fact.service and catalogue.services[fact.service.slug].setting):
        yield f"the provider {fact.provider.id} is inspected for a service that is the council's own"


def _check_keys(reading: Reading) -> Iterator[str]:
    keys = Counter(fact.key for fact in reading.inspections)
    for key, times in keys.items():
        if times > 1:
            yield f"two inspections have the key {key!r}"
    links = [(fact.key, link) for fact in reading.inspections for link in (fact.previous, fact.follows) if link]
    links += [(statement.key, link) for statement in reading.statements for link in statement.about]
    for key, link in links:
        if link not in keys:
            yield f"{key!r} is about an inspection {link!r} that the reading does not tell of"
