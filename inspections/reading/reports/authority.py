"""Which authority a title names: the longest name of the catalogue that stands in it, on that date.

A title that names none, or two that do not lie one inside the other, has no authority here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from inspections.catalogue import Authority, Catalogue
from inspections.reading.facts import Name
from inspections.reading.reports.layout import Flow

_JOINED = re.compile(r"\s*(?:,|and|&|,\s*and)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """A name found in a title, and where in the flow."""

    authority: Authority
    start: int
    end: int


def named(found: Flow, start: int, end: int, catalogue: Catalogue, on: date | None) -> tuple[Name, ...]:
    """The authority named in ``found.text[start:end]``, or several that one “and” joins; otherwise nothing."""
    names = among(found.text[start:end], catalogue, on)
    once = {name.authority.slug: name for name in reversed(names)}
    joined = len(once) == len(names) and all(
        _JOINED.fullmatch(found.text, start + before.end, start + after.start) for before, after in pairwise(names)
    )
    if len(once) > 1 and not joined:
        return ()
    every = sorted(once.values(), key=lambda name: name.start)
    return tuple(Name(each.authority.slug, found.words(start + each.start, start + each.end)) for each in every)


def among(words: str, catalogue: Catalogue, on: date | None) -> tuple[Named, ...]:
    """Every authority named in these words that existed on the day; of names that overlap, the first and longest."""
    hits: list[Named] = []
    for pattern, authority in _patterns(tuple(catalogue.authorities.values())):
        if on is not None and not authority.life.holds(on):
            continue
        hits += [Named(authority, *match.span()) for match in pattern.finditer(words)]
    kept: list[Named] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif (hit.start, hit.end) == (kept[-1].start, kept[-1].end) and hit.authority != kept[-1].authority:
            kept.append(hit)  # two authorities of one name: the caller sees both
    return tuple(kept)


@lru_cache(maxsize=2)
def _patterns(authorities: tuple[Authority, ...]) -> tuple[tuple[re.Pattern[str], Authority], ...]:
    found: list[tuple[re.Pattern[str], Authority]] = []
    for authority in authorities:
        for name in authority.names:
            found.append((re.compile(rf"(?<![\w]){_spelt(name)}(?![\w])", re.IGNORECASE), authority))
    return tuple(found)


def _spelt(name: str) -> str:
    """A pattern for a name however it is broken over lines, hyphened, or joined with "&" or "and"."""
    plain = name.replace("’", "'").replace("–", "-")
    parts = re.findall(r"[^\W_]+|[&',.]|-", plain)
    pattern = ""
    for index, part in enumerate(parts):
        if part in ("&", "and", "And"):
            piece = r"(?:and|&)"
        elif part == "'":
            pattern = pattern.removesuffix(r"[\s-]+") + "'?"
            continue
        elif part in ",.":
            pattern = pattern.removesuffix(r"[\s-]+") + rf"{re.escape(part)}?[\s-]+"
            continue
        elif part == "-":
            continue
        else:
            piece = re.escape(part)
        pattern += piece + (r"[\s-]+" if index + 1 < len(parts) else "")
    return pattern.removesuffix(r"[\s-]+")
