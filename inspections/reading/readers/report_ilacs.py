"""Inspection of local authority children’s services (ILACS), standard and short, from January 2018.

The table on the first page gives a grade for each aspect, and until March 2026 an overall grade. Aspects:
children in care and care leavers together in inspections begun before January 2023, apart since. Whether an
inspection was standard (two weeks) or short (one) is never printed; it is derived from the days on site.
Framework: https://www.gov.uk/government/publications/inspecting-local-authority-childrens-services-from-2018
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import InspectionKind, Name, Reading, Warned
from inspections.reading.reports import assemble, front, items, table
from inspections.reading.reports.layout import Flow, phrase
from inspections.reading.reports.opening import opening

KIND = "inspection report"
FRAMEWORK = "ilacs"

_ROW = re.compile(
    rf"^(?:\d[.)]?\s*)?(?:the\s+)?{phrase('impact of leaders on social work')}", re.IGNORECASE | re.MULTILINE
)
_TITLE = re.compile(r"\bInspection\s+of\s+(?:[^\n]+\s+){0,3}?children's\s+(?:social\s+care\s+)?services", re.IGNORECASE)
# what a council that copies the table into a paper of its own does not copy
_SIGNED = re.compile(
    r"^(?:Lead|Reporting)\s+inspectors?\b|Office\s+for\s+Standards\s+in\s+Education|Crown\s+copyright", re.MULTILINE
)
_LETTER = re.compile(r"^Dear\s+[A-Z]", re.MULTILINE)
_IMPROVE = re.compile(r"^What\s+(?:does\s+.{1,60}?\s+)?needs?\s+to\s+improve\b[^\n]*$", re.IGNORECASE | re.MULTILINE)
_SHORT = 7  # working days on site: a short inspection takes five, a standard one ten; both can be cut or resumed


def recognises(document: Document) -> bool:
    if not assemble.is_pdf(document):
        return False
    found = assemble.flow_of(document)
    first = found.until_page(2)
    return (
        (
            bool(_ROW.search(found.text, 0, first))
            or bool(_TITLE.search(found.text, 0, first) and _ROW.search(found.text))
        )
        and bool(re.compile(front.INSPECTED, re.IGNORECASE | re.MULTILINE).search(found.text, 0, first))
        and bool(_SIGNED.search(found.text))
        and not _LETTER.search(found.text, 0, found.until_page(1))
    )


def read(document: Document, catalogue: Catalogue) -> Reading:
    front_page = opening(document, catalogue, FRAMEWORK, pages=2)
    found, framework, first, on_site = front_page.found, front_page.framework, front_page.first, front_page.on_site
    heading = _IMPROVE.search(found.text)
    until = min(first, heading.start() if heading else first)
    judged = table.judgements(found, table.asked(framework), front_page.grades, until)
    warnings = [
        *on_site.warnings,
        *front.running_dates(document.held, on_site),
        *front_page.title.warnings,
        *judged.warnings,
    ]
    overall_absent: Literal["not stated", "abolished"] | None = None
    began = front_page.began
    if judged.overall is None:
        named = re.search(r"overall\s+effectiveness", found.text[judged.start : judged.end + 80], re.IGNORECASE)
        abolished = began is not None and not framework.overall_on(began) and not named
        overall_absent = "abolished" if abolished else "not stated"
        if not abolished and not any(warned.code == "two-grades" for warned in judged.warnings):
            warnings.append(Warned("no-overall", "no overall grade can be read in the judgement table"))
    kind, note = _kind(on_site.periods)
    title_words = front_page.title_words
    inspection = replace(
        front_page.event("childrens-services", kind, None, warnings),
        kind_words=on_site.when.words if on_site.when else None,
        framework=Name(FRAMEWORK, found.words(judged.start, judged.end) if judged.end > judged.start else title_words),
        framework_basis="derived",
        overall=judged.overall,
        overall_absent=overall_absent,
        judgements=judged.judged,
        notes=(note,) if note else (),
    )
    findings = items.findings(found, improvements(found, judged.end), "improve", "improve-", "1")
    return front_page.reading(__name__, KIND, (inspection,), findings, warnings)


def improvements(found: Flow, after: int) -> tuple[items.Item, ...]:
    """The list under “What needs to improve?”, which ends at the first heading of the body."""
    heading = _IMPROVE.search(found.text, after)
    if heading is None:
        return ()
    end = re.compile(
        rf"^(?:(?:The\s+)?{phrase('experiences and progress of')}|(?:The\s+)?{phrase('impact of leaders')}|"
        r"Summary\b|Main\s+findings|Inspection\s+findings|1\.\s)",
        re.IGNORECASE | re.MULTILINE,
    ).search(found.text, heading.end())
    if end is None:
        return ()
    return items.asking(found, items.items(found, heading.end(), end.start()))


def _kind(periods: tuple[tuple[date, date], ...]) -> tuple[InspectionKind, str]:
    if not periods:
        return "unstated", ""
    days = sum(
        (first + timedelta(days=n)).weekday() < 5 for first, last in periods for n in range((last - first).days + 1)
    )
    if days <= _SHORT:
        return "short", f"short: derived from {days} working days on site; the report does not say which kind it was"
    return "full", f"standard: derived from {days} working days on site; the report does not say which kind it was"
