"""Letters that report a visit: their date, the days of the visit, what was looked at, what to improve.

A letter gives no grade: sentences that recall earlier grades are never read for one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from inspections.catalogue import Catalogue, Framework
from inspections.reading.document import Document
from inspections.reading.facts import (
    Graded,
    InspectionFact,
    InspectionKind,
    Judged,
    Name,
    Reading,
    Stance,
    StatementFact,
    Warned,
    When,
    Words,
)
from inspections.reading.reports import assemble, authority, front, items
from inspections.reading.reports.dates import DATES, FULL_DATE, NotADate, edtf, one_day, periods
from inspections.reading.reports.layout import Flow

_FLAGS = re.IGNORECASE | re.MULTILINE
_DEAR = re.compile(r"^Dear\s+[A-Z]", re.MULTILINE)
_TOPIC = re.compile(
    r"(?:^|(?<=[.:]\s))(?:During\s+(?:the\s+course\s+of\s+)?this\s+visit,\s+)?(?:Inspectors|The\s+inspectors|This\s+visit|The\s+visit|We)\s+(?:also\s+)?(?:looked\s+at|reviewed|evaluated|considered|"
    r"focused\s+on|concentrated\s+on)\s+(?:the\s+)?(?:(?:local\s+)?authority's\s+arrangements\s+for|progress\s+made\s+in|quality\s+and\s+impact\s+of|"
    r"areas?\s+of|following\s+areas)?(?P<topic>[^.]{5,500})\.",
    _FLAGS,
)
_HEADED: tuple[tuple[str, str, Stance], ...] = (
    (r"^Strengths[ \t]*:?[ \t]*$", "strength-", "strength"),
    (r"^Areas?\s+(?:for|of)\s+priority\s+action[ \t]*:?[ \t]*$", "priority-", "priority"),
    (r"^What\s+needs\s+to\s+improve\b[^\n.]{0,80}$", "improve-", "improve"),
    (r"^Areas?\s+for\s+(?:improvement|development)[ \t]*:?[ \t]*$", "improve-", "improve"),
)
_NEXT_HEADING = re.compile(
    r"^(?:Main\s+findings|Findings|Headline\s+findings|Overview|Strengths|The\s+effectiveness\s+of|The\s+inspection\s+raises|"
    r"Areas?\s+(?:for|of)\s+(?:priority\s+action|improvement|development)|What\s+needs\s+to\s+improve\b[^\n]*|"
    r"Evaluation\s+of\s+progress|Findings\s+and\s+evaluation[^\n]*|Summary|Ofsted\s+will\s+take|I\s+am\s+copying|"
    r"Yours\s+sincerely)[^\n]{0,60}$",
    _FLAGS,
)


@dataclass(frozen=True)
class Letter:
    """A kind of letter: its title line, the sentence that dates the visit, and what it is about."""

    kind: str
    title: re.Pattern[str]
    visited: re.Pattern[str]
    visit: InspectionKind
    framework: str | None
    service: str
    outcome: re.Pattern[str] | None = None  # the sentence that says what followed


def is_letter(document: Document, title: re.Pattern[str]) -> bool:
    """Has the first page a salutation and, near it, this title?"""
    if not assemble.is_pdf(document):
        return False
    found = assemble.flow_of(document)
    end = found.until_page(1)
    return bool(_DEAR.search(found.text, 0, end)) and bool(title.search(found.text, 0, end))


def read(document: Document, catalogue: Catalogue, letter: Letter, reader: str) -> Reading:
    found = assemble.flow_of(document)
    end = found.until_page(1)
    warnings: list[Warned] = []
    titled = letter.title.search(found.text, 0, end)
    at = titled.span() if titled else (0, 0)
    title = found.words(*at)
    visited = _visited(found, letter, end, warnings)
    dated = _dated(found, end)
    on = visited.earliest if visited else dated.earliest if dated else None
    authorities = authority.named(found, *at, catalogue, on)
    if not authorities:
        printed = " ".join(found.text[slice(*at)].split())
        warnings.append(
            Warned("unknown-name", f"the title names no one authority of the catalogue: “{printed}”", title.spans[0])
        )
    framework = catalogue.frameworks[letter.framework] if letter.framework else None
    outcome = letter.outcome.search(found.text) if letter.outcome else None
    topic = _TOPIC.search(found.text, 0, found.until_page(2))
    inspection = InspectionFact(
        key="1",
        authorities=authorities,
        service=Name(letter.service, title),
        service_name=None,
        inspectorates=assemble.named_inspectorates(
            found, framework.inspectorates if framework else ("ofsted",), catalogue
        ),
        kind=letter.visit,
        kind_words=title,
        framework=Name(framework.slug, title) if framework else None,
        framework_basis="derived",
        inspected=visited,
        published=front.derived_publication(document.held, title),
        overall_absent="ungraded by design",
        outcome=found.words(*outcome.span()) if outcome else None,
        judgements=_progress(found, catalogue, framework) if letter.visit == "revisit" else (),
        mentions=title.spans,
        notes=(f"Looked at, in the letter’s words: {' '.join(topic.group().split())}",) if topic else (),
    )
    return assemble.reading(
        document, reader, letter.kind, title, dated, (inspection,), _asked_for(found), tuple(warnings)
    )


def _visited(found: Flow, letter: Letter, end: int, warnings: list[Warned]) -> When | None:
    """The days in the sentence that opens the letter."""
    match = letter.visited.search(found.text, 0, end)
    if match is None:
        warnings.append(Warned("no-dates", "no sentence of the first page says when the visit was"))
        return None
    try:
        days = periods(re.sub(r"\band\b(?=\s)", "to", match["dates"]) if match["between"] else match["dates"])
    except NotADate as problem:
        place = found.words(*match.span("dates")).spans[0]
        warnings.append(Warned("unclear-dates", f"the days of the visit are not taken ({problem})", place))
        return None
    return When(edtf(days), days[0][0], days[-1][1], "stated", found.words(*match.span("dates")))


def _dated(found: Flow, end: int) -> When | None:
    """The letter’s date: the one date that has a line of the first page to itself."""
    days: dict[date, Words] = {}
    for match in re.compile(rf"^(?:Date:?\s*)?({FULL_DATE})[ \t]*$", _FLAGS).finditer(found.text, 0, end):
        try:
            days.setdefault(one_day(match[1]), found.words(*match.span(1)))
        except NotADate:
            continue
    if len(days) != 1:
        return None
    day, words = next(iter(days.items()))
    return When(day.isoformat(), day, day, "stated", words, "the date of the letter")


_WEAKNESS = re.compile(
    r"\bfound\s+that:?\s+(?P<what>(?:(?!\bfound\s+that\b|\bsufficient\s+progress\b).){15,700}?)\n"
    r"(?:The\s+(?:local\s+)?area|(?:Area\s+)?[Ll]eaders)\s+ha(?:s|ve)\s+(?P<progress>(?:not\s+)?(?:yet\s+)?made\s+sufficient\s+progress)\b",
    re.DOTALL,
)


def _progress(found: Flow, catalogue: Catalogue, framework: Framework | None) -> tuple[Judged, ...]:
    """At a revisit: each weakness of the first visit with the sentence that answers it, sufficient progress or not."""
    if framework is None or not framework.scales:
        return ()
    scale = catalogue.scales[framework.scales[0]]
    judged: list[Judged] = []
    for match in _WEAKNESS.finditer(found.text):
        words = match["progress"].replace(" yet ", " ")
        grade = scale.grade_worded(" ".join(words.split()))
        at = items.trimmed(found.text, *match.span("what"))
        if grade is None:
            continue
        aspect = " ".join(found.text[slice(*at)].split())
        graded = Graded(scale.slug, grade.slug, found.words(*match.span("progress")))
        judged.append(Judged(aspect, None, graded, found.words(*at)))
    return tuple(judged)


def _asked_for(found: Flow) -> tuple[StatementFact, ...]:
    statements: list[StatementFact] = []
    counts: dict[str, int] = {}
    for pattern, key, stance in _HEADED:
        for heading in re.compile(pattern, re.MULTILINE).finditer(found.text):
            stop = _NEXT_HEADING.search(found.text, heading.end())
            if stop is None or stop.start() - heading.end() > 6000:
                continue
            entries = items.asking(found, items.items(found, heading.end(), stop.start()))
            statements += items.findings(found, entries, stance, key, "1", counts.get(key, 0) + 1)
            counts[key] = counts.get(key, 0) + len(entries)
    return tuple(statements)


def visit_title(words: str) -> re.Pattern[str]:
    """A pattern for the title line of a letter: “‹words› to Kent children’s services”."""
    ends = r"(?:children's\s+(?:social\s+care\s+)?services|[Cc]ouncil)"
    return re.compile(rf"^(?:{words})\s+(?:to|of)\s+[^\n]+?(?:\n[^\n]+?)??{ends}[ \t]*$", re.MULTILINE)


def visit_sentence(words: str) -> re.Pattern[str]:
    """A pattern for “… findings of the ‹words› … on ‹dates›”, or “between ‹dates›”."""
    return re.compile(
        rf"findings\s+of\s+(?:the|a|your|our|this)\s+(?:[\w-]+\s+){{0,3}}?{words}\b.{{0,250}}?\s(?:on|from|(?P<between>between))\s+(?P<dates>{DATES})",
        re.IGNORECASE | re.DOTALL,
    )
