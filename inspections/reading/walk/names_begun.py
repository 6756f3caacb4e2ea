"""Headings that name a place by the beginning of its name, which may be the beginning of several."""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.text import Span

_BETWEEN_NAMES = re.compile(r"\s*(?:,|&|\band\b)\s*", re.I)
_NO_NAME = frozenset({"north", "south", "east", "west", "central", "city", "isle", "county", "the", "greater", "royal"})


def names_begun(catalogue: Catalogue, heading: str, home: tuple[str, Span] | None) -> bool:
    """ "KINGSTON AND RICHMOND": is a heading nothing but beginnings of councils' names, which may be several's?"""
    parts = [part.casefold() for part in _BETWEEN_NAMES.split(heading.strip(" #*:-–—")) if part]
    own = catalogue.authorities[home[0]].name.casefold() if home is not None else ""
    begun = _beginnings(catalogue)
    return bool(parts) and all(part in begun for part in parts) and not any(own.startswith(part) for part in parts)


def _beginnings(catalogue: Catalogue) -> frozenset[str]:
    held = _BEGINNINGS.get(id(catalogue))
    if held is None or held[0] is not catalogue:
        names = [each.name.casefold().split() for each in catalogue.authorities.values()]
        held = catalogue, frozenset(words[0] for words in names if len(words) > 1) - _NO_NAME
        _BEGINNINGS[id(catalogue)] = held
    return held[1]


_BEGINNINGS: dict[int, tuple[Catalogue, frozenset[str]]] = {}
