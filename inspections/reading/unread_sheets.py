"""Which sheets of a workbook nothing was taken from, and why: told with the account of the file, never passed over."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from inspections.reading.facts import InspectionFact, Problem, Reading, Warned, Words
from inspections.reading.headers import Layout, best_header, folded
from inspections.reading.sheets import Sheet

CODE = "sheet-not-read"
ABOUT = re.compile(
    r"^(?:cover|contents|guidance|notes?|key|glossary|read ?me|introduction|meta ?data|accessibility)\b", re.IGNORECASE
)
HIDDEN = "the workbook hides it from its readers, so nothing of it is held; if it was published, show it and save again"
BLANK = "there is nothing on it"
SAYS_WHAT_IT_IS = "what the file is and what its words mean; no inspection"
UNKNOWN = "none of the tables that are known stands on it; look whether an inspection does"

Apart = Sequence[tuple[str, str]]  # a regular expression that the folded name of a sheet matches, and what stands there


def name_unread(reading: Reading, sheets: Sequence[Sheet], apart: Apart) -> Iterator[Warned]:
    """One warning for each reason, with the sheets it is true of."""
    read = set(_sheets_of(reading))
    reasons: dict[str, list[str]] = {}
    for sheet in sheets:
        if sheet.name and sheet.name not in read:
            reasons.setdefault(_reason(sheet, apart), []).append(f"“{sheet.name}”")
    for name in reading.held.hidden:
        reasons.setdefault(HIDDEN, []).append(f"“{name}”")
    for reason, names in reasons.items():
        yield Warned(CODE, f"{'sheet' if len(names) == 1 else 'sheets'} not read: {', '.join(names)}: {reason}")


def find_misnamed(layouts: Iterable[Layout], sheets: Sequence[Sheet], read: Container[str]) -> Iterator[Problem]:
    """The sheets that are not read and have the columns of a table that is: under a name nobody publishes it under."""
    known = tuple(layouts)
    for sheet in sheets:
        if not sheet.name or sheet.name in read:
            continue
        found = [header for layout in known if (header := best_header(layout, sheet))]
        best = max(found, key=lambda header: (header.share, len(header.places)), default=None)
        if best is not None:
            yield Problem(
                f"sheet “{sheet.name}”: has in row {best.number} the columns of {best.layout.name}, which "
                "its publisher puts on a sheet of another name",
                "give the sheet the name that its publisher gave it, or take it away; if that is its new name, the "
                "layout has to learn it",
                best.number,
                1,
                sheet.name,
            )


def _reason(sheet: Sheet, apart: Apart) -> str:
    if not any(cell.strip() for row in sheet.rows for cell in row):
        return BLANK
    if ABOUT.match(folded(sheet.name)):
        return SAYS_WHAT_IT_IS
    return next((what for name, what in apart if re.search(name, folded(sheet.name))), UNKNOWN)


def _sheets_of(reading: Reading) -> Iterator[str]:
    """The sheets whose cells prove something."""
    for fact in reading.inspections:
        for words in _words_of(fact):
            yield from (row.sheet for row in words.rows)


def _words_of(fact: InspectionFact) -> Iterator[Words]:
    yield from (name.words for name in (*fact.authorities, *fact.inspectorates))
    yield from (when.words for when in (fact.inspected, fact.published) if when)
    grades = (fact.overall, *(judged.grade for judged in fact.judgements))
    yield from (grade.words for grade in grades if grade)
    if fact.outcome:
        yield fact.outcome
