"""A place told of only to say where another is: "Trafford, next door to Manchester, was inspected"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from inspections.text import Span

_SIDE = r"(?:north|south|east|west)(?:[\s-](?:east|west))?"
_BESIDE = (
    r"(?:(?:over|across|beyond)\s+the\s+(?:[\w-]+\s+){1,2}?(?:in|from)|next\s+(?:door\s+)?to|close\s+to|near(?:\s+to)?|neighbouring|adjoining|bordering|borders"
    r"|adjacent\s+to|adjoins|beside|opposite|just\s+outside|outside|not\s+far\s+from|(?:[\w-]+\s+){1,2}miles\s+from|(?:up|down|along)\s+the\s+(?:road|coast|river|line|motorway|valley)\s+(?:in|from)"
    rf"|(?:in|at|on|to)\s+the\s+(?:heart|middle|corner|edge|centre|outskirts|border|borders|boundary|{_SIDE})\s+(?:of|with)|{_SIDE}\s+of"
    r"|(?:a\s+)?(?:small\s+|near\s+|close\s+)?(?:neighbour|part)\s+of|carved\s+out\s+of|surrounded\s+by|like|unlike)"
)
_OPENS = r"(?:,\s+(?:[^,.;:()“”\"]{3,50},\s+)?|\s+\(|\s+[–—-]\s+)"
_WHERE_IT_IS = re.compile(
    rf"{_OPENS}(?:which\s+(?:is|was|lies|sits|stands)\s+)?(?:(?:just|right|once|now|still|also|formerly|long)\s+)*{_BESIDE}\s+(?:the\s+)?(?:neighbouring\s+|nearby\s+)?"
)
# "the borough - next to Essex, which is outstanding - was inspected"
_OF_THE_COUNCIL = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Oo]ur)\s+(?:[a-z]+\s+)?(?:borough|council|city|county|town|authority|area|service|island|district)s?{_WHERE_IT_IS.pattern}$"
)
_IN_IT = re.compile(rf"{_OPENS}(?:which\s+(?:is|was|lies|sits|stands)\s+)?in\s+")
_ALSO_IN = re.compile(r"\b[Ii]n\s+$")
_CLOSES = re.compile(
    r"(?:[’']s)?(?:\s+(?:city|county|borough|[Cc]ouncil))*(?:,\s+(?!(?:and|or)\s+(?:[a-z]+\s+)?[A-Z])|\)|\s+[–—-]\s)"
)
_LONGEST = 120  # characters


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


def told_beside(text: str, named: Sequence[_Placed], place: Span) -> bool:
    """Does ``place`` only say, between commas, where the last of those ``named`` before it is, or what it is like?"""
    if _OF_THE_COUNCIL.search(text, max(0, place.start - _LONGEST), place.start) and _CLOSES.match(text, place.end):
        return True
    if not named or not 0 < place.start - named[-1].span.end < _LONGEST:
        return False
    before = named[-1].span
    if _CLOSES.match(text, place.end) is None:
        return False
    if _WHERE_IT_IS.fullmatch(text, before.end, place.start):
        return True
    listed = _ALSO_IN.search(text, max(0, before.start - 4), before.start)  # "in Bury, in Bolton, and in Wigan"
    return listed is None and _IN_IT.fullmatch(text, before.end, place.start) is not None
