"""Councils listed behind the stars they share: "In 2006 the boroughs with one star were Haringey and Southwark"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspections.reading.rules import rule
from inspections.reading.walk.councils_named import in_one_list, slugs_of
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.dates.mentions import Mention
    from inspections.reading.naming import Naming
    from inspections.reading.walk import Walk

_N = r"(?:(?:only|just)\s+)?(?P<n>no|zero|one|two|three|[0-3])\s+stars?\b"
_YEAR = r"(?:\s+(?:in|for)\s+(?:the\s+year\s+)?(?:19|20)\d\d)?"
_COUNCILS = r"(?:boroughs|councils|authorities|counties|cities|unitaries|ones)"
_WHICH = (
    r"(?:with|on|at|holding|receiving|(?:awarded|given|rated|judged)(?:\s+at|\s+as)?"
    r"|(?:that|which)\s+(?:had|got|held|received|were\s+(?:awarded|given|rated|on)))"
)
_IN_A_YEAR = r"^\W*(?:(?:And|But),?\s+)?(?:(?:In|For)\s+(?:19|20)\d\d,?\s+)?"
_WERE = r"\s+(?:were|are|was|is)(?:\s+as\s+follows)?\s*:?\s+(?:the\s+)?$"
_LED_IN = rule(
    rf"{_IN_A_YEAR}(?:(?:the|those|all|only|these)\s+)*(?:[\w’'-]+\s+){{0,3}}?(?:{_COUNCILS}|those)\s+"
    rf"(?:in\s+(?:the\s+)?[A-Z][\w\s]{{2,30}}?\s+)?{_WHICH}\s+{_N}{_YEAR}{_WERE}",
    re.I,
)
# "One star was awarded to Barnet and Brent in 2006", "One-star councils in 2006 were Barnet and Brent"
_GIVEN_TO = rule(
    rf"{_IN_A_YEAR}{_N}{_YEAR}\s+(?:was|were|went)\s+(?:(?:only|also|again)\s+)*(?:awarded\s+|given\s+)?to\s+(?:the\s+)?$"
    rf"|{_IN_A_YEAR}(?:(?:the|all)\s+)*(?P<m>no|zero|one|two|three|[0-3])-star\s+{_COUNCILS}{_YEAR}{_WERE}",
    re.I,
)
# "In 2005 they were ...", behind a sentence of the same stars
_THEY_WERE = re.compile(
    rf"^\W*(?:And\s+)?(?:[Ii]n|[Ff]or)\s+(?:19|20)\d\d,?\s+(?P<they>they|these|those|it|the\s+{_COUNCILS})\s+(?:were|was)\s+(?:the\s+)?$"
)
_BEHIND = re.compile(r"(?:\s+(?:in|for)\s+(?:the\s+year\s+)?(?:19|20)\d\d)?\W*")
_A_STAR = re.compile(r"[\s-]stars?\b", re.I)


@dataclass(frozen=True, slots=True)
class Listed:
    """Councils that share their stars: the words that give them, those that only point to them, and the year."""

    councils: tuple[tuple[str, Span], ...]
    number: Span
    pointing: Span | None
    year: Mention | None


def listed_behind(walk: Walk, named: Naming) -> Listed | None:
    """The councils that a sentence lists behind the stars they have; None where it is no such list."""
    text = walk.text
    found = slugs_of(walk.work, named.authorities, None)
    if not found or _BEHIND.fullmatch(text, found[-1][1].end, named.span.end) is None:
        return None
    if len(found) > 1 and len(in_one_list(text, found)) != len(found):
        return None
    years = [d for d in named.dates if d.precision == "year" and d.known and not d.relative]
    if len(named.dates) != len(years) or len(years) > 1:
        return None
    lead = text[named.span.start : found[0][1].start]
    year = years[0] if years else None
    for pattern in (_LED_IN, _GIVEN_TO):
        if (m := pattern.search(lead)) is not None:
            which = "n" if m["n"] else "m"
            star = _A_STAR.match(text, named.span.start + m.end(which))
            if star is None:
                return None
            number = Span(named.span.start + m.start(which), star.end())
            walk.stars_listed = named.segment.index, number
            return Listed(tuple(found), number, None, year)
    held = walk.stars_listed
    if held is None or held[0] != named.segment.index or (they := _THEY_WERE.match(lead)) is None or year is None:
        return None
    pointing = Span(named.span.start + they.start("they"), named.span.start + they.end("they"))
    return Listed(tuple(found), held[1], pointing, year)
