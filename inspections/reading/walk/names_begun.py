"""Headings that name a place by the beginning of its name, which may be the beginning of several."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from inspections.catalogue import Catalogue
from inspections.reading.authorities import Named
from inspections.reading.naming import Naming
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_BETWEEN_NAMES = re.compile(r"\s*(?:,|&|\band\b)\s*", re.I)
_NO_NAME = frozenset({"north", "south", "east", "west", "central", "city", "isle", "county", "the", "greater", "royal"})


def names_begun(catalogue: Catalogue, heading: str, home: tuple[str, Span] | None) -> bool:
    """ "KINGSTON AND RICHMOND": is a heading nothing but beginnings of councils' names, which may be several's?"""
    parts = [part.casefold() for part in _BETWEEN_NAMES.split(heading.strip(" #*:-–—")) if part]
    own = catalogue.authorities[home[0]].name.casefold() if home is not None else ""
    begun = _beginnings(catalogue)
    return bool(parts) and all(part in begun for part in parts) and not any(own.startswith(part) for part in parts)


_BEGINS_ITS_LINE = re.compile(r"\W*(?P<name>[A-Z][\w’'& -]{2,40}?)(?::|\s[–—-])\s+(?=\S)")


def with_those_they_begin_with(work: Work, headings: dict[int, Naming]) -> dict[int, Naming]:
    """ "Essex: the long haul", over a section that names the county: a heading that begins with the bare name of it."""
    out = dict(headings)
    for index, named in headings.items():
        begins = _BEGINS_ITS_LINE.match(work.context.text, named.span.start, named.span.end)
        if begins is None or named.authorities or named.settings:
            continue
        slugs = {each.slug for each in work.context.catalogue.authorities_named(begins["name"])}
        own = [a for n in work.named if n.segment.heading == index for a in n.authorities if slugs & set(a.slugs)]
        if slugs and own:
            council = Named(Span(*begins.span("name")), own[0].slugs, False, False)
            out[index] = replace(named, authorities=(council,))
    return out


def _beginnings(catalogue: Catalogue) -> frozenset[str]:
    held = _BEGINNINGS.get(id(catalogue))
    if held is None or held[0] is not catalogue:
        names = [each.name.casefold().split() for each in catalogue.authorities.values()]
        held = catalogue, frozenset(words[0] for words in names if len(words) > 1) - _NO_NAME
        _BEGINNINGS[id(catalogue)] = held
    return held[1]


_BEGINNINGS: dict[int, tuple[Catalogue, frozenset[str]]] = {}
