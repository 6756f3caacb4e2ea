"""A review of a local safeguarding children board published on its own, 2013 to 2017.

The title names the board, a line below it gives the grade. Reviews that were published with the report of the
authority belong to that report's reader.
Regulations: https://www.legislation.gov.uk/uksi/2013/2299/contents/made
"""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import Reading, StatementFact, Warned
from inspections.reading.readers import report_single_inspection
from inspections.reading.reports import assemble, boards, front, items
from inspections.reading.reports.layout import Flow, phrase
from inspections.reading.reports.opening import opening

KIND = "inspection report"
FRAMEWORK = "lscb-review"

_TITLE = re.compile(
    rf"^{phrase('review of the effectiveness of the local safeguarding children')}(?:\s+board)?",
    re.IGNORECASE | re.MULTILINE,
)
_RECOMMENDED = re.compile(
    r"^(?:Recommendations|What\s+does\s+the\s+LSCB\s+need\s+to\s+improve\??)[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_AFTER = re.compile(
    r"^(?:Inspection\s+(?:findings|judge?ment)|Summary\b|Information\s+about|Executive\s+summary|What\s+the\s+)",
    re.IGNORECASE | re.MULTILINE,
)


def recognises(document: Document) -> bool:
    if not assemble.is_pdf(document) or report_single_inspection.recognises(document):
        return False
    found = assemble.flow_of(document)
    title = found.text[: front.title_end(found)]
    return bool(_TITLE.search(title)) and not re.search(
        r"children\s+looked\s+after|care\s+leavers", title, re.IGNORECASE
    )


def read(document: Document, catalogue: Catalogue) -> Reading:
    front_page = opening(document, catalogue, FRAMEWORK, pages=1)
    found, grades = front_page.found, front_page.grades
    board = boards.judgement(found, grades)
    warnings = [*front_page.on_site.warnings, *front_page.title.warnings, *board.warnings]
    if board.grade_at is None and not board.warnings:
        warnings.append(Warned("no-overall", "no line gives the grade of the board"))
    named = _TITLE.search(found.text)
    inspection = replace(
        front_page.event("lscb", "full", named, warnings),
        overall=grades.graded(found, board.grade_at) if board.grade_at else None,
        overall_absent=None if board.grade_at else "not stated",
    )
    statements = _recommendations(found)
    return front_page.reading(__name__, KIND, (inspection,), statements, warnings)


def _recommendations(found: Flow) -> tuple[StatementFact, ...]:
    heading = _RECOMMENDED.search(found.text)
    end = _AFTER.search(found.text, heading.end()) if heading else None
    if heading is None or end is None:
        return ()
    entries = items.asking(found, items.items(found, heading.end(), end.start()))
    return items.findings(found, entries, "improve", "improve-", "1")
