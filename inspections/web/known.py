"""The catalogue as the pages use it, and the words for what the record holds as short codes."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from functools import cache

from inspections import catalogue, wording
from inspections.catalogue import Catalogue

KINDS = wording.KINDS | {"full": "full inspection", "unstated": "inspection, kind not stated"}
STATEMENT_KINDS = {"finding": "finding", "response": "response", "comment": "comment", "withdrawal": "withdrawal"}
STANCES = {"strength": "strength", "improve": "to improve", "priority": "priority action", "other": "other finding"}
STATUSES = {"stands": "stands", "withdrawn": "withdrawn"}
VERIFICATIONS = {
    "exact": "Word for word in the report, which this record holds",
    "altered": "Differs from the report, which this record holds",
    "not-found": "Not found in the report, which this record holds",
    "primary-not-held": "The report it is said to come from is not held here, so the wording could not be checked",
}
BASES = {"stated": "stated", "derived": "worked out", "candidates": "several possible"}
PUBLISHER_KINDS = {
    "council": "council",
    "inspectorate": "inspectorate",
    "party": "political party",
    "local-area": "local area partnership",
    "news": "news publisher",
    "parliament": "Parliament",
    "other": "other publisher",
}
FIELDS = {
    "authority": "authority",
    "service": "service",
    "provider": "who was inspected",
    "kind": "kind of inspection",
    "inspectorate": "inspectorate",
    "framework": "framework",
    "inspected": "when inspected",
    "published": "when published",
    "grade": "grade",
    "overall": "overall grade",
    "aspect": "aspect judged",
    "outcome": "outcome",
    "previous": "earlier inspection",
    "follows": "what it follows up",
    "next_due": "next inspection due",
    "text": "words",
    "speaker": "speaker",
    "role": "role",
    "organisation": "organisation",
    "attribution": "who said it",
    "said": "when said",
    "status": "withdrawal",
    "title": "title",
    "mention": "mention",
    "judgements": "judgements",
}


@cache
def the_catalogue() -> Catalogue:
    """Loaded once in each process."""
    return catalogue.load()


def kind_words(kind: str) -> str:
    return KINDS.get(kind, kind.replace("-", " "))


def field_words(field: str) -> str:
    return FIELDS.get(field, field.replace("_", " ").replace("-", " "))


def name_apart(name: str, official_name: str) -> str:
    """An authority's name; the name in full where there is, or was, another of that name."""
    return official_name if name in _names_given_twice() else name


@cache
def _names_given_twice() -> frozenset[str]:
    given = Counter(authority.name for authority in the_catalogue().authorities.values())
    return frozenset(name for name, many in given.items() if many > 1)


def service_name(kind: str) -> str:
    return wording.service_in_words(kind, the_catalogue())


@cache
def abolished_since(framework: str) -> str:
    """The month from which inspections of a framework have no overall grade: "April 2026"."""
    known = the_catalogue().frameworks.get(framework)
    if known is None or known.overall_until is None:
        return ""
    day = known.overall_until + timedelta(1)
    return f"{wording.MONTHS[day.month - 1]} {day.year}"


def is_setting(kind: str) -> bool:
    """Schools, colleges, homes: inspected on their own account, never the council's own service."""
    known = the_catalogue().services.get(kind)
    return known is not None and known.setting


def inspectorate_name(slug: str) -> str:
    known = the_catalogue().inspectorates.get(slug)
    return known.short if known else slug


def framework_name(slug: str) -> str:
    known = the_catalogue().frameworks.get(slug)
    return known.name if known else slug.replace("-", " ")
