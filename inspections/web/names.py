"""Authorities by what visitors call them: their names, past and present, and their codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from inspections.catalogue import Authority
from inspections.fulltext import plain_key
from inspections.quotes import fold
from inspections.web.known import the_catalogue

MOST_BEST = 5
LEAST_PREFIX = 3  # letters of a name that lead to it


@dataclass(frozen=True)
class Best:
    """An authority whose name was typed."""

    name: str
    url: str
    note: str


def name_authorities(text: str) -> tuple[Best, ...]:
    """Authorities of this name, past or present; else those whose name begins so."""
    wanted = _keys(text)
    if not wanted:
        return ()
    exact, begun = [], []
    for authority, name, known_as in _authority_names():
        if wanted in known_as:
            exact.append(authority)
        elif len(wanted) >= LEAST_PREFIX and name.startswith(wanted):
            begun.append(authority)
    chosen = sorted(exact or begun, key=lambda authority: authority.name)[:MOST_BEST]
    return tuple(
        Best(a.name, f"/authorities/{a.slug}/", f"{a.kind}, until {a.closed.year}" if a.closed else a.kind)
        for a in chosen
    )


def slugs_named(text: str) -> list[str]:
    """The authorities whose name, past or present, or code this is."""
    wanted = _keys(text)
    return [authority.slug for authority, _, known_as in _authority_names() if wanted in known_as]


@cache
def _authority_names() -> tuple[tuple[Authority, str, frozenset[str]], ...]:
    """Each authority with its name as searches compare it, and with all its names and codes."""
    found = []
    for authority in the_catalogue().authorities.values():
        names = [_keys(name) for name in (authority.name, authority.official_name, *authority.other_names)]
        codes = {authority.gss.lower(), authority.dfe.lower(), *(code.lower() for code, _, _ in authority.gss_codes)}
        found.append((authority, names[0], frozenset({*names, *codes} - {""})))
    return tuple(found)


def _keys(text: str) -> str:
    return " ".join(filter(None, map(plain_key, fold(text).words)))
