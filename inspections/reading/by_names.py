"""By-names: "the city", "the Berkshire town", "the county council": do they fit the council spoken of?"""

from __future__ import annotations

import re

from inspections.catalogue import Authority, Catalogue
from inspections.reading.rules import Rule, rule
from inspections.text import Span

_KINDS = "city|town|county|borough|island|isle|resort|port"
_OTHERS = "council|authority|district|area|unitary|region"


def fits_by_names(text: str, span: Span, catalogue: Catalogue, slug: str) -> bool:
    """Does every by-name in a stretch fit the council? No by-name: yes."""
    authority = catalogue.authorities[slug]
    return all(
        _lies_in(m["where"], catalogue, authority) and _is_called(m["what"] or m["alone"], catalogue, authority)
        for m in _by_names(catalogue).finditer(text, span.start, span.end)
    )


def is_by_name(words: str, catalogue: Catalogue) -> bool:
    """ "The south London borough": are the words nothing but the name of a council's place by where it lies?"""
    found = _by_names(catalogue).match(words)
    return found is not None and found["where"] is not None and found.end() == len(words)


# "the town hall", "the city centre", "the county's schools": a thing of the place, and not the place as a whole
_A_THING = (
    r"(?![\s-]+(?:hall|halls|centre|centres|court|courts|wide|ward|wards|cricket|football|fire|road|roads|map|library|farm"
    r"|championships?|seats?|school|college|elections?|MP|academy|station|show|town|towns|lines?|boundar\w+|border|of)\b)(?![\w-])"
)
_BY_CATALOGUE: dict[int, tuple[Catalogue, Rule]] = {}


def _by_names(catalogue: Catalogue) -> Rule:
    held = _BY_CATALOGUE.get(id(catalogue))
    if held is None:
        counties, regions = (sorted(each, key=len, reverse=True) for each in (catalogue.counties, _regions(catalogue)))
        where = f"{'|'.join(map(_spelt, counties))}|(?i:{'|'.join(map(_spelt, regions))})"
        side = r"(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Mm]id|[Cc]entral|[Ii]nner|[Oo]uter)"
        compass = rf"(?:{side}(?:[\s-]?(?:east|west))?(?:ern)?[\s-]+)?"
        before = r"(?:(?:small|old|little|same|seaside|coastal|market|mill|new|former|proud|whole)\s+)?"
        found = rule(
            rf"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s+{before}(?:{compass}(?P<where>{where})\s+(?P<what>{_KINDS}|{_OTHERS})"
            rf"|(?P<alone>{_KINDS})){_A_THING}"
        )
        held = _BY_CATALOGUE[id(catalogue)] = (catalogue, found)
    return held[1]


def _spelt(name: str) -> str:
    return r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", name)))


def _regions(catalogue: Catalogue) -> set[str]:
    """ "North West", "London": as the list of authorities names them."""
    return {each.region for each in catalogue.authorities.values()}


def _lies_in(where: str | None, catalogue: Catalogue, authority: Authority) -> bool:
    """Is the council in the county or the region of this name? None: none is said."""
    if where is None:
        return True
    plain = " ".join(where.replace("-", " ").split()).lower()
    counties = {name for name, slugs in catalogue.counties.items() if authority.slug in slugs}
    return plain in {name.lower() for name in (*counties, authority.region)}


def _is_called(what: str, catalogue: Catalogue, authority: Authority) -> bool:
    """Can a council's area be called a city, a county ...?"""
    if what == "city":
        return authority.slug in catalogue.cities
    if what == "county":
        return authority.kind in ("county", "unitary") and "City" not in authority.official_name
    if what in ("borough", "town"):
        return authority.kind != "county"
    if what in ("island", "isle"):
        return "isl" in authority.slug
    return True
