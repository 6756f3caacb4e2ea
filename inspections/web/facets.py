"""How many each choice of a filter would give, counted with the other filters applied: one query for all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from django.utils.safestring import SafeString

from inspections.web.edition import held_by_edition
from inspections.web.filters import PROVIDERS, InspectionQuestion
from inspections.web.known import (
    PUBLISHER_KINDS,
    STANCES,
    STATEMENT_KINDS,
    STATUSES,
    inspectorate_name,
    kind_words,
    service_name,
    the_catalogue,
)
from inspections.web.question import OTHERS, TOTAL, WHOLE, Question

WORDS = {"stance": STANCES, "status": STATUSES, "publisher_kind": PUBLISHER_KINDS}
MOST_KEPT = 40  # lists of inspections whose filters are kept for each edition
SHORT = 8  # choices shown before "more"


class Choice(NamedTuple):
    """One value of a filter, how many rows it would give, and the address that asks for it (or drops it)."""

    label: str
    count: int
    url: str
    chosen: bool = False


@dataclass(frozen=True)
class Group:
    """Choices that belong together: the grades of one scale, or all there are."""

    name: str
    url: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Facet:
    """One filter with its choices."""

    name: str
    legend: str
    groups: tuple[Group, ...]
    more: tuple[Choice, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Counted:
    """All filters of a list, and how many rows the question as asked has."""

    total: int
    whole: int  # how many the list has without any filter
    facets: tuple[Facet, ...]
    others: int = 0  # of schools, colleges and other providers, left out unless they are asked for
    drawn: dict[Any, SafeString] = field(default_factory=dict, compare=False)  # the filters as HTML, once drawn


@dataclass(frozen=True)
class Asks:
    """What to count for one filter: the fields whose values are its choices (inspections are counted without), and
    the filters left aside: its own, unless others are named."""

    name: str
    legend: str
    first: str = ""
    second: str = ""
    aside: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "aside", self.aside or (self.name,))


INSPECTIONS = (
    Asks("service", "Service"),
    Asks("grade", "Grade, on its scale", note="Any judgement: overall, or of one aspect."),
    Asks("year", "Year", note="When inspected, or published where that is not stated."),
    Asks("kind", "Kind"),
    Asks("authority", "Authority"),
    Asks("region", "Region"),
    Asks("inspectorate", "Inspectorate"),
    Asks("scale", "Scale", aside=("scale", "grade")),
)
STATEMENTS = (
    Asks("kind", "Kind", "kind"),
    Asks("stance", "Finding", "stance"),
    Asks("organisation", "Organisation", "organisation"),
    Asks("speaker", "Speaker", "speaker"),
    Asks("authority", "Authority", "inspections__services__authority__slug"),
    Asks("year", "Year said", "first_year", "last_year"),
    Asks("status", "Status", "status"),
)
AUTHORITIES = (
    Asks("service", "Service inspected", "services__kind"),
    Asks("region", "Region", "region"),
    Asks("kind", "Kind of authority", "kind"),
)
SOURCES = (
    Asks("publisher", "Publisher", "publisher"),
    Asks("publisher_kind", "Kind of publisher", "publisher_kind"),
    Asks("kind", "Kind of document", "kind"),
    Asks("year", "Year published", "first_year", "last_year"),
)


@held_by_edition
def _counted() -> dict[Any, Counted]:
    return {}


def count_choices(question: Question, asks: Sequence[Asks]) -> Counted:
    """Every facet's choices with their counts, and the total; those of inspections are kept for a list's next page."""
    if not isinstance(question, InspectionQuestion):
        return _count_choices(question, asks)
    kept, key = _counted(), tuple((name, tuple(values)) for name, values in question.given().items())
    if key not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[key] = _count_choices(question, asks)
    return kept[key]


def _count_choices(question: Question, asks: Sequence[Asks]) -> Counted:
    """In one query, or none."""
    found: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for facet, first, second, many in question.tally(asks):
        found[facet][first or "", second or ""] = many
    total = sum(found.pop(TOTAL, {}).values())
    facets = (_facet(question, a, found[a.name]) for a in asks)
    whole = sum(found.pop(WHOLE, {}).values())
    others = sum(found.pop(OTHERS, {}).values())
    return Counted(total, whole, tuple(facet for facet in facets if facet.groups), others)


def _facet(question: Question, asks: Asks, counts: dict[tuple[str, str], int]) -> Facet:
    if asks.name == "grade":
        return Facet(asks.name, asks.legend, _grades(question, counts), (), asks.note)
    note = asks.note
    if asks.name == "year":
        choices = _years(question, counts)
        undated = counts.get(("", ""), 0)
        note = " ".join(filter(None, [note, f"{undated} more without a year." if undated and choices else ""]))
    else:
        name, chosen = asks.name, question.value(asks.name)
        named = [
            (-many, _label(name, value), value) for (value, _), many in counts.items() if value and value != chosen
        ]
        named.sort()
        address = question.urls(name, *(("grade",) if name == "scale" else ()))
        choices = [Choice(label, -less, address(value)) for less, label, value in named]
        if chosen:
            dropped = question.url(**{name: None})
            choices.insert(0, Choice(_label(name, chosen), counts.get((chosen, ""), 0), dropped, True))
    groups = (Group("", "", tuple(choices[:SHORT])),) if choices else ()
    return Facet(asks.name, asks.legend, groups, tuple(choices[SHORT:]), note)


def _years(question: Question, counts: dict[tuple[str, str], int]) -> list[Choice]:
    """Newest first; a date that may be of several years counts under each."""
    by_year: dict[int, int] = defaultdict(int)
    for (first, last), many in counts.items():
        for year in years_meant(first, last):
            by_year[year] += many
    asked = question.value("year") or []
    address = question.urls("year")
    for year in asked:
        by_year.setdefault(year, 0)
    choices = []
    for year in sorted(by_year, reverse=True):
        others = [str(other) for other in asked if other != year]
        changed = others if year in asked else [*others, str(year)]
        url = question.url(year=changed) if asked else address(str(year))
        choices.append(Choice(str(year), by_year[year], url, year in asked))
    return choices


@lru_cache(4096)
def years_meant(first: str, last: str) -> frozenset[int]:
    """The years of a count: a range from first to last, or those that candidates name one by one."""
    if first.isdigit() and last.isdigit():
        return frozenset(range(int(first), int(last) + 1))
    return frozenset(int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", first))


def _grades(question: Question, counts: dict[tuple[str, str], int]) -> tuple[Group, ...]:
    """Grades under the scale that gives them their meaning, best first; those of two are never asked at once."""
    asked, only = question.value("grade") or [], question.value("scale")
    address = question.urls("grade")
    held = {scale for scale, _ in (*counts, *asked)}
    groups = []
    for scale in the_catalogue().scales.values():
        if scale.slug not in held or (only and only != scale.slug):
            continue
        choices = []
        for grade in scale.grades:
            key = (scale.slug, grade.slug)
            if counts.get(key) or key in asked:
                others = [f"{s}:{g}" for s, g in asked if s == scale.slug and g != grade.slug]
                changed = others if key in asked else [*others, f"{scale.slug}:{grade.slug}"]
                url = question.url(grade=changed) if asked else address(changed[0])
                choices.append(Choice(grade.label, counts.get(key, 0), url, key in asked))
        if choices:
            groups.append(Group(scale.name, f"/scales/{scale.slug}/", tuple(choices)))
    return tuple(groups)


@lru_cache(8192)
def _label(facet: str, value: str) -> str:
    known = the_catalogue()
    if facet == "authority":
        return known.authorities[value].name if value in known.authorities else value
    if facet == "service":
        return service_name(value)
    if facet == "inspectorate":
        return inspectorate_name(value)
    if facet == "scale":
        return known.scales[value].name if value in known.scales else value
    if facet in ("organisation", "speaker", "publisher", "region"):
        return value
    words = WORDS.get(facet, {})
    if value == "provider":
        return "inspection of a provider"
    return words.get(value) or STATEMENT_KINDS.get(value) or kind_words(value)


def name_filters(question: Question) -> tuple[Choice, ...]:
    """The filters as asked, in words, each with the address that drops it."""
    named = []
    for name, values in question.given().items():
        if name == "sort":
            continue
        for value in values:
            others = [other for other in values if other != value]
            named.append(Choice(_named(name, value), 0, question.url(**{name: others or None}), True))
    return tuple(named)


def _named(name: str, value: str) -> str:
    if name == "q":
        return f"words “{value}”"
    if name == "grade":
        scale_slug, _, grade = value.partition(":")
        scale = the_catalogue().scales[scale_slug]
        return f"{scale.grade(grade).label} on {scale.name}"
    if name == "providers":
        return PROVIDERS[value]
    if name == "year_from":
        return f"from {value}"
    if name == "year_to":
        return f"to {value}"
    return _label(name, value)
