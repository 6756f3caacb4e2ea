"""The inspection before, as an area SEND report prints it: a period, “not previously inspected”, or a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from inspections.catalogue import Catalogue
from inspections.reading.facts import InspectionFact, Name, When
from inspections.reading.reports.dates import DATES, NotADate, edtf, periods
from inspections.reading.reports.layout import Flow

_LABEL = re.compile(
    r"^Dates?(?:\(s\))?\s+of\s+(?:the\s+)?(?:previous|last)\s+(?:full\s+)?(?:(?:local\s+)?area\s+SEND\s+)?"
    r"inspections?(?:\(s\))?\s*:?\s*",
    re.IGNORECASE | re.MULTILINE,
)
_END = re.compile(r"^(?:Inspection\s+outcome|Information\s+about)", re.IGNORECASE | re.MULTILINE)
_DATES = re.compile(DATES, re.IGNORECASE)


@dataclass(frozen=True)
class Previous:
    """Earlier visits as facts, the key of the one before this, and what is printed but not understood."""

    facts: tuple[InspectionFact, ...] = ()
    previous: str | None = None
    notes: tuple[str, ...] = ()


def inspections(found: Flow, until: int, authorities: tuple[Name, ...], catalogue: Catalogue) -> Previous:
    """The earlier inspection and any revisit whose days are printed in full."""
    label = _LABEL.search(found.text, 0, until)
    if label is None:
        return Previous()
    end = _END.search(found.text, label.end())
    start, stop = label.end(), end.start() if end else label.end()
    printed = " ".join(found.text[start:stop].split())
    if not printed:
        return Previous()
    note = (f"Previous inspection, as printed: {printed}",)
    visits = _visits(found, start, stop)
    if visits is None:
        return Previous(notes=note)
    facts = tuple(
        _fact(str(number), found, visit, authorities, catalogue) for number, visit in enumerate(visits, start=2)
    )
    return Previous(facts, facts[0].key if facts else None, note)


@dataclass(frozen=True)
class Visit:
    start: int
    end: int
    days: tuple[tuple[date, date], ...]
    revisit: bool


def _visits(found: Flow, start: int, stop: int) -> tuple[Visit, ...] | None:
    """One inspection, and perhaps one revisit after it; None when it is not that plain."""
    text = found.text
    try:
        return (Visit(start, stop, periods(text[start:stop]), False),)
    except NotADate:
        pass
    visits: list[Visit] = []
    at = start
    for match in _DATES.finditer(text, start, stop):
        lead = text[at : match.start()].lower()
        tail = re.match(r"\s*\(?\s*(?:re-?visit)", text[match.end() : stop], re.IGNORECASE)
        try:
            days = periods(match.group())
        except NotADate:
            return None
        visits.append(
            Visit(*match.span(), days, bool(re.search(r"re-?visit", lead)) or bool(tail and not lead.strip()))
        )
        at = match.end()
    if re.search(r"\d", re.sub(_DATES, "", text[start:stop])):
        return None  # some number is not understood
    plain = [visit for visit in visits if not visit.revisit]
    if len(plain) != 1 or len(visits) > 2 or visits[0] is not plain[0]:
        return None
    return tuple(visits)


def _fact(key: str, found: Flow, visit: Visit, authorities: tuple[Name, ...], catalogue: Catalogue) -> InspectionFact:
    words = found.words(visit.start, visit.end)
    days = visit.days
    when = When(edtf(days), days[0][0], days[-1][1], "stated", words)
    frameworks = [
        framework
        for slug, framework in catalogue.frameworks.items()
        if "area-send" in framework.services and framework.used.holds(days[0][0])
    ]
    framework = frameworks[0] if len(frameworks) == 1 else None
    ungraded = framework is not None and framework.overall == "never"
    return InspectionFact(
        key=key,
        authorities=tuple(Name(name.slug, name.words) for name in authorities),
        service=Name("area-send", words),
        service_name=None,
        inspectorates=(),
        kind="revisit" if visit.revisit else "unstated",
        kind_words=words if visit.revisit else None,
        framework=Name(framework.slug, words) if framework else None,
        framework_basis="derived",
        inspected=when,
        overall_absent="ungraded by design" if ungraded or visit.revisit else "not stated",
        mentions=words.spans,
        follows="2" if visit.revisit else None,
    )
