"""Area SEND inspection of a local area partnership, by Ofsted and the Care Quality Commission, from 2023.

The outcome is one of three statements, never a grade. The report prints the inspection before, when the next is due,
areas for priority action (with the bodies responsible) and areas for improvement. Monitoring inspections, which
follow the third outcome, have no outcome of their own.
Framework: https://www.gov.uk/government/publications/area-send-framework-and-handbook
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from inspections.catalogue import Catalogue, Scale
from inspections.reading.document import Document
from inspections.reading.facts import Graded, Reading, StatementFact, Warned, When
from inspections.reading.reports import assemble, cells, front, items, previous
from inspections.reading.reports.layout import Flow, either
from inspections.reading.reports.opening import opening

KIND = "inspection report"
FRAMEWORK = "area-send-2023"

_FLAGS = re.IGNORECASE | re.MULTILINE
_TITLE = re.compile(
    r"^(?:Joint\s+|Full\s+)?(?:local\s+)?Area\s+(?:SEND|special\s+educational\s+needs[^\n]{0,50}?)\s+"
    r"(?:full\s+|(?P<monitoring>monitoring\s+))?inspection\s+of\s",
    _FLAGS,
)
_OUTCOME = re.compile(r"^Inspection\s+outcome[ \t]*$", _FLAGS)

_NEXT = re.compile(
    r"The\s+next\s+(?:full\s+)?(?:area\s+SEND\s+)?(?:full\s+)?(?:re-?)?inspection[^.]{0,60}?(?:within|in)\s+(?:approximately\s+|about\s+|around\s+)?"
    r"(?P<years>\d|one|two|three|four|five|six)\s+years?",
    _FLAGS,
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PRIORITY = re.compile(r"^(?:Responsible\s+bod(?:y|ies)\s+)?Areas?\s+for\s+priority\s+action[ \t]*$", _FLAGS)
_IMPROVE = re.compile(r"^(?:Responsible\s+bod(?:y|ies)\s+)?Areas?\s+for\s+improvement[ \t]*$", _FLAGS)
_END = re.compile(
    r"^(?:Local\s+area\s+partnership\s+details|Information\s+about\s+this\s+inspection|Local\s+authority\s+Integrated)",
    _FLAGS,
)


def recognises(document: Document) -> bool:
    if not assemble.is_pdf(document):
        return False
    found = assemble.flow_of(document)
    return bool(_TITLE.search(found.text, 0, front.title_end(found)))


def read(document: Document, catalogue: Catalogue) -> Reading:
    front_page = opening(document, catalogue, FRAMEWORK, pages=2)
    found, first, on_site = front_page.found, front_page.first, front_page.on_site
    titled = _TITLE.search(found.text)
    monitoring = bool(titled and titled["monitoring"])
    warnings = [*on_site.warnings, *front.running_dates(document.held, on_site), *front_page.title.warnings]
    section = _section(found, first)
    outcome = None if monitoring else _outcome(found, section, front_page.grades.scale, warnings)
    event = front_page.event("area-send", "monitoring-visit" if monitoring else "full", titled, warnings)
    before = previous.inspections(found, first, event.authorities, catalogue)
    inspection = replace(
        event,
        overall=outcome,
        overall_absent=None if outcome else "ungraded by design" if monitoring else "not stated",
        outcome=found.words(*section) if section and not monitoring else None,
        previous=before.previous,
        next_due=_next(found, section, on_site.when),
        notes=before.notes,
    )
    return front_page.reading(__name__, KIND, (inspection, *before.facts), _asked_for(found), warnings)


def _section(found: Flow, until: int) -> tuple[int, int] | None:
    """The words under “Inspection outcome”."""
    heading = _OUTCOME.search(found.text, 0, until)
    if heading is None:
        return None
    end = re.compile(r"^(?:Information\s+about|What\s+is\s+it\s+like)", _FLAGS).search(found.text, heading.end())
    return heading.end(), end.start() if end else min(until, heading.end() + 2000)


def _outcome(found: Flow, section: tuple[int, int] | None, scale: Scale, warnings: list[Warned]) -> Graded | None:
    """The one statement of the scale that the section makes."""
    if section is None:
        warnings.append(Warned("no-outcome", "there is no section with the inspection’s outcome"))
        return None
    stated: dict[str, tuple[int, int]] = {}
    for grade in scale.grades:
        match = re.compile(either(grade.wordings), re.IGNORECASE).search(found.text, *section)
        if match:
            stated[grade.slug] = match.span()
    if len(stated) != 1:
        place = found.words(*section).spans
        many = (
            "states more than one outcome" if stated else "states none of the three outcomes in words this record knows"
        )
        warnings.append(Warned("unclear-outcome", f"the outcome section {many}", place[0] if place else None))
        return None
    slug, at = next(iter(stated.items()))
    return Graded(scale.slug, slug, found.words(*at))


def _next(found: Flow, section: tuple[int, int] | None, inspected: When | None) -> When | None:
    """The year in which the next inspection falls, counted from the end of this one as the report says."""
    if section is None or inspected is None or inspected.latest is None:
        return None
    said = list(_NEXT.finditer(found.text, *section))
    years = {int(m["years"]) if m["years"].isdigit() else _NUMBERS[m["years"].lower()] for m in said}
    if len(years) != 1:
        return None
    count = years.pop()
    year = inspected.latest.year + count
    note = f"within about {count} years of the inspection, as the report says: counted from its last day"
    return When(str(year), date(year, 1, 1), date(year, 12, 31), "derived", found.words(*said[0].span()), note)


def _asked_for(found: Flow) -> tuple[StatementFact, ...]:
    """Areas for priority action, then areas for improvement, each entry a finding."""
    end = _END.search(found.text)
    stop = end.start() if end else 0
    priority = list(_PRIORITY.finditer(found.text, 0, stop))
    improve = list(_IMPROVE.finditer(found.text, priority[-1].end() if priority else 0, stop))
    statements: list[StatementFact] = []
    if priority:
        until = improve[0].start() if improve else stop
        listed = items.asking(found, _entries(found, priority, until))
        statements += items.findings(found, listed, "priority", "priority-", "1")
    if improve:
        listed = items.asking(found, _entries(found, improve, stop))
        statements += items.findings(found, listed, "improve", "improve-", "1")
    return tuple(statements)


def _entries(found: Flow, headings: list[re.Match[str]], stop: int) -> tuple[items.Item, ...]:
    """The entries between a heading and ``stop``; the heading repeats above each part of the table."""
    starts = [heading.end() for heading in headings]
    stops = [*(heading.start() for heading in headings[1:]), stop]
    return tuple(entry for at, end in zip(starts, stops, strict=True) for entry in cells.entries(found, at, end))
