"""Inspection of looked after children services, 2013: four grades with “adequate” as the third.

The grades stand in the “Record of main findings” on the last page and in the body as “Grade 3 (Adequate)” under
each heading; the table that explains the scale is never read.
"""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.catalogue import Aspect, Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import Reading, Warned
from inspections.reading.reports import assemble, front, items, table
from inspections.reading.reports.layout import Flow, either, phrase
from inspections.reading.reports.opening import opening

KIND = "inspection report"
FRAMEWORK = "looked-after-children-2013"

_FLAGS = re.IGNORECASE | re.MULTILINE
_TITLE = re.compile(
    rf"^{phrase('inspection of')}\s+(?:services\s+for\s+)?looked[\s-]+after\s+children(?:\s+services)?", _FLAGS
)
_RECORD = re.compile(r"^Record\s+of\s+main\s+findings[ \t]*$", _FLAGS)
_GRADE = r"[^\n]*(?:\n[^\n]*)?\nGrade\s+\d\s*\("
_IMPROVE = re.compile(r"^Areas\s+for\s+improvement[ \t]*$", _FLAGS)


def recognises(document: Document) -> bool:
    if not assemble.is_pdf(document):
        return False
    found = assemble.flow_of(document)
    return bool(_TITLE.search(found.text, 0, front.title_end(found)))


def read(document: Document, catalogue: Catalogue) -> Reading:
    front_page = opening(document, catalogue, FRAMEWORK, pages=1)
    found, framework, grades = front_page.found, front_page.framework, front_page.grades
    record = list(_RECORD.finditer(found.text))
    start = record[-1].end() if record else len(found.text)
    judged = table.judgements(found, table.asked(framework), grades, len(found.text), start, body=False)
    warnings = [*front_page.on_site.warnings, *front_page.title.warnings, *judged.warnings]
    if not record:
        warnings.append(Warned("no-table", "the record of main findings is not in the text"))
    overall, kept = judged.overall, judged.judged
    for slug, said in _in_body(found, framework.aspects, grades).items():
        differs = [j for j in kept if j.aspect_slug == slug and j.grade.grade != said]
        if differs:
            kept = tuple(j for j in kept if j not in differs)
            warnings.append(
                Warned(
                    "two-grades",
                    "the record of main findings and a heading differ, and none is taken",
                    differs[0].aspect_words.spans[0],
                )
            )
        if framework.aspect(slug).overall and overall and overall.grade != said:
            warnings.append(Warned("two-grades", "two overall grades, and none is taken", overall.words.spans[0]))
            overall = None
    named = _TITLE.search(found.text)
    inspection = replace(
        front_page.event("looked-after-children", "full", named, warnings),
        overall=overall,
        overall_absent=None if overall else "not stated",
        judgements=kept,
    )
    statements = items.findings(found, _improvements(found), "improve", "improve-", "1")
    return front_page.reading(__name__, KIND, (inspection,), statements, warnings)


def _in_body(found: Flow, aspects: tuple[Aspect, ...], grades: table.Grades) -> dict[str, str]:
    """The grade in brackets under each heading of the body that has one."""
    said: dict[str, str] = {}
    for aspect in aspects:
        names = either(aspect.wordings)
        match = re.compile(rf"^{names}{_GRADE}(?P<grade>{grades.pattern})\)", _FLAGS).search(found.text)
        slug = grades.slug(match["grade"]) if match else None
        if slug:
            said[aspect.slug] = slug
    return said


def _improvements(found: Flow) -> tuple[items.Item, ...]:
    """The bullets under “Areas for improvement”, up to the next heading."""
    heading = _IMPROVE.search(found.text)
    if heading is None:
        return ()
    end = re.compile(
        rf"^(?:Outcomes\s+for\s+|{phrase('quality of provision')}|{phrase('leadership and management')})", _FLAGS
    ).search(found.text, heading.end())
    bullets = re.compile(r"^[^\w\s]", re.MULTILINE).search(found.text, heading.end())
    if end is None or bullets is None or bullets.start() > end.start():
        return ()
    return items.items(found, bullets.start(), end.start())
