"""Single inspection framework, November 2013 to early 2018, with the review of the safeguarding children board.

The first page gives the overall grade in a sentence and five grades in a table (two of them sub-judgements); until
August 2014 the board's grade in a sentence below it, later only in a heading far into the report. Headings of the
body repeat grades: where one disagrees with the first page, that grade is left out.
Framework: https://docsbay.net/doc/1294845/framework-and-evaluation-schedule-inspection-of-la-childrens-services
"""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import Graded, Judged, Reading, Stance, StatementFact, Warned
from inspections.reading.reports import assemble, boards, front, items, table
from inspections.reading.reports.layout import Flow, phrase
from inspections.reading.reports.opening import opening

KIND = "inspection report"
FRAMEWORK = "single-inspection-framework"

_FLAGS = re.IGNORECASE | re.MULTILINE
_TITLE = re.compile(
    rf"\b(?:re-?\s*)?{phrase('inspection of services for children in need of help and protection')}", _FLAGS
)
_ROWS = tuple(
    re.compile(rf"^(?:\d(?:\.\d)?[.]?\s*)?{phrase(words)}\b", _FLAGS)
    for words in ("children looked after and achieving permanence", "adoption performance")
)
_PROGRESS = rf"(?:The\s+)?{phrase('experiences and progress of')}\s+"
_IS = r"(?:\s+(?:is|are)\b|\s*:)?"
_GRADED = r"The\s+graded\s+judge?ment\s+(?:for|about|on|of)\s+(?:the\s+)?"
_THAT = r"\s+is(?:\s+that\s+(?:it|they))?(?:\s+(?:is|are)\b)?"
_HEADINGS = {
    "help-and-protection": rf"{_PROGRESS}{phrase('children who need help and protection')}{_IS}",
    "looked-after-and-permanence": rf"{_PROGRESS}{phrase('children looked after and achieving permanence')}{_IS}",
    "adoption-performance": rf"{_GRADED}adoption(?:\s+performance)?{_THAT}",
    "care-leavers": rf"{_GRADED}{phrase('experiences and progress of care leavers')}{_THAT}",
    "leadership": rf"{phrase('leadership, management and governance')}{_IS}",
}
_SECTION = re.compile(
    r"^(?:Recommendations|What\s+(?:does|do)\s+(?:the\s+)?.{1,60}?need\s+to\s+improve\??|"
    r"Priority\s+and\s+immediate\s+actions?|Areas?\s+for\s+improvement):?[ \t]*\d?[ \t]*$",
    _FLAGS,
)
_AFTER = re.compile(
    r"^(?:Recommendations[ \t]*$|What\s+(?:does|do)\s+(?:the\s+)?.{1,60}?need\s+to\s+improve|Summary\b|"
    r"Information\s+about|Inspection\s+(?:findings|judge?ments?)|The\s+.{0,30}strengths|Key\s+strengths|"
    r"Progress\s+since|Executive\s+summary|Section\s+\d|What\s+the\s+|(?:The\s+)?Local\s+Safeguarding\s+Children\s+Board|"
    rf"{_PROGRESS}|Priority\s+and\s+immediate\s+actions?[ \t]*$|Areas?\s+for\s+improvement[ \t]*$)",
    _FLAGS,
)


def recognises(document: Document) -> bool:
    if not assemble.is_pdf(document):
        return False
    found = assemble.flow_of(document)
    if _TITLE.search(found.text, 0, front.title_end(found)):
        return True
    dated = re.compile(front.INSPECTED, _FLAGS).search(found.text, 0, found.until_page(1))
    return bool(dated) and all(row.search(found.text, 0, found.until_page(2)) for row in _ROWS)


def read(document: Document, catalogue: Catalogue) -> Reading:
    front_page = opening(document, catalogue, FRAMEWORK, pages=2)
    found, grades, first = front_page.found, front_page.grades, front_page.first
    judged = table.judgements(found, table.asked(front_page.framework, _HEADINGS), grades, first)
    overall, overall_warnings = _overall(found, grades, judged.start or first)
    board = boards.judgement(found, grades)
    judgements = (*judged.judged, *_board_judged(found, grades, board))
    warnings = [
        *front_page.on_site.warnings,
        *front.running_dates(document.held, front_page.on_site),
        *front_page.title.warnings,
        *judged.warnings,
        *overall_warnings,
        *board.warnings,
    ]
    named = _TITLE.search(found.text)
    inspection = replace(
        front_page.event("childrens-services", "full", named, warnings),
        overall=overall,
        overall_absent=None if overall else "not stated",
        judgements=judgements,
    )
    statements = _recommendations(found, judged.end, board.section)
    return front_page.reading(__name__, KIND, (inspection,), statements, warnings)


def _overall(found: Flow, grades: table.Grades, until: int) -> tuple[Graded | None, tuple[Warned, ...]]:
    """The sentence above the table; where there is none, the same sentence at the head of the summary."""
    matches = _sentences(found, grades, 0, until, rf"(?:\s+overall)?(?-i:{table.END_OF_SENTENCE})")
    warnings: tuple[Warned, ...] = ()
    if not matches:
        ending = rf"(?:\s+overall)?(?:(?-i:{table.END_OF_SENTENCE})|\s+because\b)"
        summary = _sentences(found, grades, until, found.until_page(_SUMMARY), ending)
        matches = [match for match in summary if re.match(r"\s+in\s", match["middle"])]
        message = "no sentence above the table of judgements gives the overall grade"
        place = found.words(*matches[0].span()).spans[0] if matches else None
        taken = ": it is taken from the summary" if matches else ""
        warnings = (Warned("overall-from-summary" if matches else "no-overall", message + taken, place),)
    said = {grades.slug(match["grade"]) for match in matches}
    if len(said) == 1:
        return grades.graded(found, matches[0].span("grade")), warnings
    if not said:
        return None, warnings
    words = " and ".join(f"“{' '.join(match.group().split())}”" for match in matches)
    place = found.words(*matches[0].span()).spans[0]
    return None, (Warned("two-grades", f"two overall grades, and none is taken: {words}", place),)


_SUMMARY = 7  # the page by which a summary has begun


def _sentences(found: Flow, grades: table.Grades, start: int, until: int, ending: str) -> list[re.Match[str]]:
    """“The overall judgement is …”, “Children’s services in … are …”: what is so now, never what was or is not."""
    sentence = re.compile(
        r"^(?P<subject>(?:The\s+)?(?:judge?ment\s+(?:for|of|on)\s+)?overall\s+(?:judge?ment|effectiveness)|"
        r"(?:The\s+)?(?:local\s+authority\s+)?children'?s'?(?:\s+social\s+care)?\s+services)"
        r"(?P<middle>(?:\s+(?:St\.|[\w'&,()/-]+)){0,16}?)"
        r"(?:\s*:|\s+(?:is|are|remains?)(?:\s+that\s+(?:it|they)\s+(?:is|are))?(?:\s+judged\s+(?:to\s+be|as))?:?|"
        rf"(?=\s+requires?\s))\s+(?P<grade>{grades.pattern}){ending}",
        _FLAGS,
    )
    other = re.compile(r"\b(?:not|no|was|were|previous|previously|last|when|if)\b", re.IGNORECASE)
    return [match for match in sentence.finditer(found.text, start, until) if not other.search(match["middle"])]


def _board_judged(found: Flow, grades: table.Grades, board: boards.Board) -> tuple[Judged, ...]:
    if board.aspect_at is None or board.grade_at is None:
        return ()
    words = found.words(*board.aspect_at)
    printed = " ".join(found.text[slice(*board.aspect_at)].split())
    return (Judged(printed, "lscb", grades.graded(found, board.grade_at), words),)


def _recommendations(found: Flow, after: int, board_from: int | None) -> tuple[StatementFact, ...]:
    """The lists of recommendations and areas for improvement, the authority's and then the board's."""
    statements: list[StatementFact] = []
    counts = {"improve-": 0, "lscb-": 0}
    for heading in _SECTION.finditer(found.text, after):
        if re.match(r"\s*\d+\s*(?:\n|$)", found.text[heading.end() :]):
            continue  # a line of the contents
        end = _AFTER.search(found.text, heading.end())
        entries = items.asking(found, items.items(found, heading.end(), end.start() if end else heading.end()))
        key = "lscb-" if board_from is not None and heading.start() >= board_from else "improve-"
        stance: Stance = "priority" if heading.group().lower().startswith("priority") else "improve"
        statements += items.findings(found, entries, stance, key, "1", counts[key] + 1)
        counts[key] += len(entries)
    return tuple(statements)
