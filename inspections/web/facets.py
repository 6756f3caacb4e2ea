"""The filters of each list with their choices, counted with the other filters applied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from inspections.web.choices import Asks, Choice, Counted, Facet, Group, label_of
from inspections.web.counting import count_by_query
from inspections.web.edition import held_by_edition
from inspections.web.filters import PROVIDERS, InspectionQuestion
from inspections.web.known import the_catalogue
from inspections.web.offered import count_by_sets
from inspections.web.question import Question

__all__ = ["Asks", "Choice", "Counted", "Facet", "Group", "count_choices", "name_filters"]

MOST_KEPT = 40  # lists of inspections whose filters are kept for each edition

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
        return count_by_query(question, asks)
    kept, key = _counted(), tuple((name, tuple(values)) for name, values in question.given().items())
    if key not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[key] = count_by_sets(question, asks)
    return kept[key]


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
    return label_of(name, value)
