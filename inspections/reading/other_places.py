"""Places that a sentence names beside the council it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.lexicon import words_of
from inspections.reading.rules import rule
from inspections.reading.segments import Segment
from inspections.text import Span


def names_another_place(text: str, span: Span, catalogue: Catalogue, own: set[str]) -> bool:
    """Does a stretch name a place that a council is called after, and not one of ``own``?"""
    pattern = _places(catalogue)[0]
    begins = begin_places(text, catalogue)
    at = bisect_left(begins, span.start)
    if at == len(begins) or begins[at] >= span.end:
        return False
    mine = " ".join(
        name for slug in own for name in (catalogue.authorities[slug].name, *catalogue.authorities[slug].careful)
    )
    mine = f"{mine} {mine.upper()}"
    return any(
        m.group() not in mine
        and not _OTHERWISE_CALLED.match(text[m.end() : m.end() + 90])
        and not _A_PERSON.search(text, max(0, m.start() - 45), m.start())
        for m in pattern.finditer(text, begins[at], span.end)
    )


def titled_otherwise(text: str, end: int, catalogue: Catalogue, slug: str) -> bool:
    """ "Minutes: Improvement Board, Herefordshire", up to ``end``, over a page that names Worcestershire in passing?"""
    own = catalogue.authorities[slug]
    return names_another_place(text, Span(0, end), catalogue, {slug, *own.predecessors, *own.successors})


def begin_places(text: str, catalogue: Catalogue) -> Sequence[int]:
    """Where in a text the words stand with which the places begin that councils are called after, in order."""
    return words_of(text).begins(_places(catalogue)[1])


# "Kingston" of Kingston upon Thames, "Bath" of Bath and North East Somerset
_FIRST_OF = re.compile(r"([A-Z][\w’']{3,})[\s-](?:upon|on|under)[\s-]")
_JOINED = re.compile(r",\s+|\s+(?:and|&|with)\s+")


def _parts(name: str) -> list[str]:
    """The places in a council's name by which people call it for short."""
    first = _FIRST_OF.match(name)
    parts = [first[1]] if first is not None else _JOINED.split(name)
    return [part for part in parts if part != name and len(part) > 3]


# councils of Wales, Scotland and Northern Ireland, by names that no place in England is called as well
BEYOND_ENGLAND = rule(
    r"\b(?:Cardiff|Swansea|Wrexham|Gwynedd|Conwy|Denbighshire|Flintshire|Powys|Ceredigion|Pembrokeshire|Carmarthenshire|Neath\s+Port\s+Talbot"
    r"|Bridgend|Rhondda\s+Cynon\s+Taf|Merthyr\s+Tydfil|Caerphilly|Blaenau\s+Gwent|Torfaen|Monmouthshire|Anglesey|Vale\s+of\s+Glamorgan"
    r"|Glasgow|Edinburgh|Aberdeen|Aberdeenshire|Dundee|Falkirk|Clackmannanshire|Lanarkshire|Ayrshire|Renfrewshire|Dunbartonshire|Argyll"
    r"|Midlothian|West\s+Lothian|East\s+Lothian|Scottish\s+Borders|Orkney|Shetland|Belfast|Fermanagh|Antrim)\b"
    r"(?!\s+(?:Road|Street|Lane|School|Academy|College|Park|House|Avenue|University|Gardens|Place|Close|Square))"
)
_PLACES: dict[int, tuple[Catalogue, re.Pattern[str], frozenset[str]]] = {}
# "Mr. Furness", "Cllr Ann Kent", "B. Halton": somebody called as a place is
_A_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Baroness|Cllrs?|Councillors?|Prof|Professor|Rev|Reverend|Alderman|Superintendent|Canon|Judge)\.?\s+"
    r"(?:[A-Z]\.?\s*|[A-Z][\w’'-]+\s+){0,2}$|(?<![\w.])[A-Z]\.\s?$"
)
# what a place name is part of when it is not the council's: "Bolton Road", "Mrs Kent"
_OTHERWISE_CALLED = rule(
    r"\s+(?:Road|Street|Lane|School|Academy|College|Park|House|Avenue|Grammar|Primary|High)\b|[’'](?!s\b)\w"
    # "Swindon and Wiltshire Integrated Care Board"
    r"|(?:(?:,\s+|,?\s+and\s+)[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2}?){0,3}\s+(?:NHS|Integrated\s+Care|ICB|CCG|Clinical\s+Commissioning)\b"
)


def _places(catalogue: Catalogue) -> tuple[re.Pattern[str], frozenset[str]]:
    """What councils are called, and the words that these names begin with."""
    held = _PLACES.get(id(catalogue))
    if held is None:
        plain = {name for each in catalogue.authorities.values() for name in (each.name, *each.careful)}
        plain |= {part for name in plain for part in _parts(name)}
        names = sorted({*plain, *(name.upper() for name in plain)}, key=len, reverse=True)
        titled = r"(?<!Mr )(?<!Mrs )(?<!Ms )(?<!Cllr )(?<!Councillor )(?<!Lord )(?<!Dr )"
        found = re.compile(rf"(?<![\w-]){titled}(?:{'|'.join(map(re.escape, names))})(?![\w-])")
        first = frozenset(re.split(r"\W", name.lower(), maxsplit=1)[0] for name in names)
        held = _PLACES[id(catalogue)] = (catalogue, found, first)
    return held[1], held[2]


_ITEM = re.compile(r"\W*(?:(?:Item|Minute)\s+)?\d{1,3}[.):]?\s+\S")


def named_within_an_item(document: Document, title: Segment | None, name: Span) -> bool:
    """Does the one council of a set of minutes stand only in one of its items, and not in the first?"""
    items = [s for s in document.body if s.kind == "heading" and _ITEM.match(document.text, s.span.start, s.span.end)]
    here = document.segment_at(name.start)
    under = [s for s in items if here is not None and s.index == here.heading]
    return len(items) > 1 and bool(under) and under[0] is not items[0] and under[0] is not title


_TOLD = rule(r"\b(?:inspected|inspections?|inspectors|judged|rated|graded|visited)\b", re.I)


def named_after_the_tale(document: Document, title: Segment | None, name: Span) -> bool:
    """Is the one council of a page that names it once first named when an inspection has been told of?

    In minutes that is not the committee's own council, which needs no name there: "A member asked about Coventry".
    """
    here = document.segment_at(name.start)
    if here is None or here.kind == "heading":
        return False
    told = (s for s in document.body if s.span.start < name.start and s.kind != "heading" and s is not title)
    return any(_TOLD.search(document.text, s.span.start, min(s.span.end, _sentence_at(document, name))) for s in told)


def _sentence_at(document: Document, name: Span) -> int:
    """Where the sentence begins in which a name stands."""
    return next((x.span.start for x in document.sentences if x.span.start <= name.start < x.span.end), name.start)
