"""Who a pasted quotation is said to come from, and whether the words stand there: "(Ofsted, May 2016)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from inspections.models import Inspection, Source
from inspections.periods import parse
from inspections.quotes import fold, places
from inspections.web.known import the_catalogue

MONTHS = "january february march april may june july august september october november december".split()
_TAIL = re.compile(r"(?:\(([^()\n]{3,160})\)|[\u2014\u2013]\s*([^\n\u2014\u2013]{3,160}?))[\s.\"\u201d]*$")
_PERIOD = re.compile(rf"\b(?:(?:(\d{{1,2}})\s+)?({'|'.join(MONTHS)})\s+)?((?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Attribution:
    """Do the words stand where they are said to? ``state``: agrees, differs, unknown."""

    state: str
    asked: str


@dataclass(frozen=True)
class Claim:
    """Where a quotation is said to come from, as far as that is understood."""

    words: str
    inspectorates: frozenset[str] = frozenset()
    authorities: frozenset[str] = frozenset()
    earliest: date | None = None
    latest: date | None = None
    source: str = ""  # a source's id

    @property
    def understood(self) -> bool:
        return bool(self.inspectorates or self.authorities or self.earliest or self.source)

    def sum_up(self, judged: Iterable[Attribution]) -> Attribution:
        """One place that agrees is enough; one whose date is not known leaves it open."""
        states = {each.state for each in judged}
        return Attribution(next((s for s in ("agrees", "unknown", "differs") if s in states), "unknown"), self.words)


def read_claim(words: str) -> Claim:
    """Inspectorates, councils and a month or year that the words name."""
    known = the_catalogue()
    held = fold(words)
    inspectorates = {i.slug for i in known.inspectorates.values() if _named((i.short, i.name, i.slug), held)}
    authorities = {a.slug for a in known.authorities.values() if _named((a.name, a.official_name), held)}
    period = _PERIOD.search(words)
    if not period:
        return Claim(words, frozenset(inspectorates), frozenset(authorities))
    day, month, year = period.groups()
    edtf = year + (f"-{MONTHS.index(month.lower()) + 1:02d}" if month else "") + (f"-{int(day):02d}" if day else "")
    try:
        dated = parse(edtf)
    except ValueError:
        dated = parse(year)
    return Claim(words, frozenset(inspectorates), frozenset(authorities), dated.earliest, dated.latest)


def _named(names: Iterable[str], held: object) -> bool:
    return any(next(places(fold(name), held), None) is not None for name in names if name)  # type: ignore[arg-type]


def split_claim(text: str) -> tuple[str, Claim | None]:
    """A quotation and what stands behind it, where that names an inspectorate or a year; else the text as it is."""
    tail = _TAIL.search(text)
    if not tail or not text[: tail.start()].strip():
        return text, None
    claim = read_claim((tail.group(1) or tail.group(2)).strip())
    plausible = claim.inspectorates or (claim.earliest and re.search(r"[\"'\u201d\u2019]\s*$", text[: tail.start()]))
    return (text[: tail.start()].rstrip(), claim) if plausible else (text, None)


def judge(claim: Claim, source: Source, told: Sequence[Inspection]) -> Attribution:
    """Whether words in this source, about these inspections, are the words claimed."""
    if claim.source:
        return Attribution("agrees" if source.ref == claim.source else "differs", claim.words)
    states = []
    if claim.inspectorates:
        own = {slug for inspection in told for slug in inspection.inspectorates}
        publishers = {i.slug for i in the_catalogue().inspectorates.values() if i.slug in claim.inspectorates}
        by_name = any(
            _named((the_catalogue().inspectorates[slug].short,), fold(source.publisher)) for slug in publishers
        )
        states.append(
            "agrees" if by_name or own & claim.inspectorates else "differs" if own or source.publisher else "unknown"
        )
    if claim.authorities:
        services = {service.authority.slug for inspection in told for service in inspection.services.all()}
        states.append("unknown" if not services else "agrees" if services & claim.authorities else "differs")
    if claim.earliest and claim.latest:
        states.append(_judge_period(claim.earliest, claim.latest, source, told))
    state = "differs" if "differs" in states else "agrees" if states and set(states) == {"agrees"} else "unknown"
    return Attribution(state, claim.words)


def _judge_period(earliest: date, latest: date, source: Source, told: Sequence[Inspection]) -> str:
    """Does any date of the report overlap the period? A report is known by when it was made or published."""
    bounds = [(i.inspected_earliest, i.inspected_latest) for i in told]
    bounds += [(i.published_earliest, i.published_latest) for i in told]
    if not any(first or last for first, last in bounds):
        bounds.append((source.published_earliest, source.published_latest))
    known = [(first or last, last or first) for first, last in bounds if first or last]
    if not known:
        return "unknown"
    return "agrees" if any(first <= latest and earliest <= last for first, last in known) else "differs"
