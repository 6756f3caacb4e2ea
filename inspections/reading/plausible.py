"""Whether what a published table says can be: its days, and each inspection told once.

A day before its framework began or after its file was published is refused with its cell. A publication before its
visit began is a slip of the publisher’s where it is rare: that inspection is left out by name, for nothing tells which
of the two days is wrong; where it is common, the columns are not what their headers say, and the file is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from inspections.periods import NotADate, parse
from inspections.reading.cell_days import read_day, read_printed_day
from inspections.reading.facts import Graded, InspectionFact, Problem, When, Words
from inspections.reading.headers import folded

if TYPE_CHECKING:
    from inspections.catalogue import Catalogue
    from inspections.reading.entries import Desk

FEW = 3  # slips that any table may have
RARE = 100  # beyond them, one in so many inspections
TOO_EARLY = "correct the day; if it is right, the catalogue has to learn what was in use then"
PUBLISHED_ON = "published on"  # what a cover sheet says before the day of its file


def check_facts(desk: Desk) -> None:
    """What cannot be is told as a problem, or left out and told where the publisher may have slipped."""
    last = _edition_of(desk)
    begun = _beginnings(desk.catalogue)
    for fact in desk.inspections:
        for when in filter(None, (fact.inspected, fact.published)):
            since = _since(fact, desk.catalogue, begun)
            if since and when.earliest and when.earliest < since[0]:
                _tell(desk, when, f"is before {since[1]} began, on {since[0].isoformat()}", TOO_EARLY)
            elif last and when.earliest and when.earliest > last[0]:
                _tell(desk, when, f"is after {last[1]}, {last[0].isoformat()}", "correct the day")
    _leave_out_early(desk)
    _tell_repeats(desk)


# -- days -----------------------------------------------------------------------------------------


def _edition_of(desk: Desk) -> tuple[date, str] | None:
    """The last day that the file can tell of, and what it is: the file's own words, else its sidecar's."""
    sidecar = desk.held.sidecar
    own = [*_printed(desk), *([desk.edition] if desk.edition else [])]
    days = [(day, "the day on which the file says it was published") for day in own]
    if sidecar.received:
        days.append((sidecar.received, "the day on which the file was received"))
    if sidecar.published:
        try:
            latest = parse(sidecar.published).latest
        except NotADate:
            latest = None
        days += [(latest, "the day on which its sidecar says it was published")] if latest else []
    return min(days, default=None)


def _printed(desk: Desk) -> Iterator[date]:
    """The days behind "Published on:" on the sheets about the file."""
    for sheet in desk.sheets:
        for row in sheet.rows[:60] if sheet.name else ():
            filled = [cell.strip() for cell in row if cell.strip()]
            if len(filled) > 1 and folded(filled[0]) == PUBLISHED_ON:
                day = read_day(filled[1]) or next(iter(read_printed_day(filled[1])), None)
                yield from [day] if day else []


def _beginnings(catalogue: Catalogue) -> dict[str, date]:
    """When the first framework of each inspectorate began."""
    found: dict[str, date] = {}
    for framework in catalogue.frameworks.values():
        for slug in framework.inspectorates if framework.used.since else ():
            assert framework.used.since is not None
            found[slug] = min(found.get(slug, framework.used.since), framework.used.since)
    return found


@lru_cache(maxsize=4)
def first_day(catalogue: Catalogue) -> date:
    """When the first of all frameworks began."""
    return min(_beginnings(catalogue).values())


def _since(fact: InspectionFact, catalogue: Catalogue, begun: dict[str, date]) -> tuple[date, str] | None:
    framework = catalogue.frameworks[fact.framework.slug] if fact.framework else None
    if framework and framework.used.since:
        return framework.used.since, framework.name
    first = [(begun[each.slug], f"any framework of {catalogue.inspectorates[each.slug].short}")
             for each in fact.inspectorates if each.slug in begun]  # fmt: skip
    return min(first, default=None)


def _tell(desk: Desk, when: When, message: str, remedy: str) -> None:
    """The cell that a day stands in, told once."""
    cells = when.words.rows[0]
    name, words = cells.cells[0]
    header = desk.headers.get(cells.sheet)
    key = next((key for key, printed in header.names.items() if printed == name), name) if header else name
    if (cells.sheet, cells.row, key) in desk.told:
        return
    desk.told.add((cells.sheet, cells.row, key))
    column = header.places[key] + 1 if header and key in header.places else 1
    sheet = f"sheet “{cells.sheet}”: " if cells.sheet else ""
    place = f"{sheet}row {cells.row}, column “{name}”: "
    desk.problems.append(Problem(f"{place}{message}", remedy, cells.row, column, words))


def _leave_out_early(desk: Desk) -> None:
    """Inspections published before they began are left out, each told; where they are many, each is a problem."""
    both = [fact for fact in desk.inspections if fact.inspected and fact.published]
    early = [fact for fact in both if _first(fact.published) < _first(fact.inspected)]
    if len(early) > max(FEW, len(both) // RARE):
        for fact in early:
            assert fact.published and fact.inspected
            first = _first(fact.inspected).isoformat()
            _tell(desk, fact.published, f"is before the visit began, on {first}", "put the days back in their columns")
        return
    told = [
        f"{_place(fact)}: left out: published on {_first(fact.published).isoformat()}, before the visit began on "
        f"{_first(fact.inspected).isoformat()}: one of the two days is wrong, and nothing tells which"
        for fact in early
    ]
    _leave_out(desk, dict.fromkeys(fact.key for fact in early), told)


def _first(when: When | None) -> date:
    return (when.earliest if when else None) or date.max


# -- each inspection once -------------------------------------------------------------------------


def _tell_repeats(desk: Desk) -> None:
    """Rows that tell again of an inspection: counted once where they say the same, else a problem."""
    first: dict[tuple[object, ...], InspectionFact] = {}
    again: list[InspectionFact] = []
    told = []
    for fact in desk.inspections:
        known = first.setdefault(_event(fact), fact)
        if known is fact or not (fact.inspected or fact.published):
            continue
        which = f" {fact.number}" if fact.number else ""
        if _said(known) == _said(fact):
            again.append(fact)
            told.append(f"{_place(fact)}: tells again of the inspection{which} of {_place(known)}: counted once")
        else:
            message = f"{_place(fact)}: tells otherwise of the inspection{which} that {_place(known)} tells of"
            remedy = "rows of one inspection must agree: correct one of the two, or take it away"
            desk.problems.append(Problem(message, remedy, _row(fact), 1))
    _leave_out(desk, {fact.key: first[_event(fact)].key for fact in again}, told)


def _event(fact: InspectionFact) -> tuple[object, ...]:
    """What makes an inspection of a table the same as another: its number, else who, what and when."""
    if fact.number:
        return fact.number, fact.kind
    when = fact.inspected or fact.published
    who = fact.provider.id if fact.provider else tuple(name.slug for name in fact.authorities)
    what = fact.service and fact.service.slug, fact.framework and fact.framework.slug
    return who, *what, fact.kind, when and when.edtf, bool(fact.inspected)


def _said(fact: InspectionFact) -> tuple[object, ...]:
    """What a fact says, wherever it stands."""
    judged = [(each.aspect_slug or each.aspect, _grade(each.grade)) for each in fact.judgements]
    days = [when and when.edtf for when in (fact.inspected, fact.published)]
    outcome = [text for cells in fact.outcome.rows for _, text in cells.cells] if fact.outcome else []
    who = [name.slug for name in fact.authorities], fact.provider and fact.provider.id
    return (*who, fact.service and fact.service.slug, fact.kind, days, _grade(fact.overall), judged, outcome)


def _grade(graded: Graded | None) -> tuple[str, str | None] | None:
    return (graded.scale, graded.grade) if graded else None


# -- leaving out ----------------------------------------------------------------------------------


def _leave_out(desk: Desk, instead: Mapping[str, str | None], told: Iterable[str]) -> None:
    """Inspections taken away, each told; what pointed at one points at the other that says the same, or at none."""
    for message in told:
        desk.warn("left-out", message)
    if instead:
        desk.inspections[:] = [
            replace(fact, previous=_led(fact.previous, instead), follows=_led(fact.follows, instead))
            for fact in desk.inspections
            if fact.key not in instead
        ]


def _led(key: str | None, instead: Mapping[str, str | None]) -> str | None:
    return instead.get(key, key) if key else None


def _place(fact: InspectionFact) -> str:
    cells = _words(fact).rows[0]
    return f"sheet “{cells.sheet}”, row {cells.row}" if cells.sheet else f"row {cells.row}"


def _row(fact: InspectionFact) -> int:
    return _words(fact).rows[0].row


def _words(fact: InspectionFact) -> Words:
    when = fact.inspected or fact.published
    assert when is not None
    return when.words
