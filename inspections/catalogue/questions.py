"""Which scale holds this word, which framework fits this visit: exactly one answer, or none.

Everything is looked up in the data: a framework says which inspectorates, services and years it covers
and which scales it grades on; a scale says in which years it was used and how its grades are worded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from inspections.catalogue.types import Catalogue, Framework, Scale

Item = TypeVar("Item")

_MARKS = str.maketrans(dict.fromkeys("‘’“”'\"`´.,", "") | dict.fromkeys("-–—‐‑/", " "))


def folded_words(words: str) -> str:
    """Grade words as the catalogue keeps them: lower case, single spaces, no marks around them."""
    return " ".join(words.lower().replace("’", "'").split()).strip(" '\"‘“”.,;:")


def folded_name(name: str) -> str:
    """A name for comparison: lower case, "&" as "and", no points, hyphens as spaces, no leading "the"."""
    plain = " ".join(name.lower().replace("&", " and ").translate(_MARKS).split())
    return re.sub(r"^the ", "", plain)


def grouped(pairs: Iterable[tuple[str, Item]]) -> dict[str, tuple[Item, ...]]:
    found: dict[str, tuple[Item, ...]] = {}
    for key, item in pairs:
        found[key] = (*found.get(key, ()), item)
    return found


def scales_for_word(
    catalogue: Catalogue,
    word: str,
    inspectorate: str | None,
    service: str | None,
    framework: str | None,
    earliest: date | None,
    latest: date | None,
) -> tuple[Scale, ...]:
    """Every scale on which the word can have been given: see ``Catalogue.scales_for_word``."""
    inspectorates = () if inspectorate is None else (inspectorate,)
    slugs = {
        slug
        for entry in _fitting(catalogue, inspectorates, service, earliest, latest)
        if framework in (None, entry.slug)
        for slug in entry.scales
        if catalogue.scales[slug].used.overlaps(earliest, latest)
        and catalogue.scales[slug].grade_worded(word) is not None
    }
    return tuple(catalogue.scales[slug] for slug in sorted(slugs))


def framework_for(
    catalogue: Catalogue,
    inspectorates: tuple[str, ...],
    service: str | None,
    kind: str,
    earliest: date | None,
    latest: date | None,
) -> Framework | None:
    """The one framework, or None: see ``Catalogue.framework_for``."""
    found = [
        entry
        for entry in _fitting(catalogue, inspectorates, service, earliest, latest)
        if kind == "unstated" or kind in entry.kinds
    ]
    return found[0] if len(found) == 1 else None


def _fitting(
    catalogue: Catalogue,
    inspectorates: tuple[str, ...],
    service: str | None,
    earliest: date | None,
    latest: date | None,
) -> Iterable[Framework]:
    return (
        entry
        for entry in catalogue.frameworks.values()
        if set(inspectorates) <= set(entry.inspectorates)
        and (service is None or service in entry.services)
        and entry.used.overlaps(earliest, latest)
    )
