"""Who and what a sentence names: inspectorates, services, settings, kinds of visit, dates, authorities.

Each is found with the catalogue's own names; a misspelt name counts only when the source's sidecar
says, with a reason, what it means.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.authorities import Named, authorities, lexicon
from inspections.reading.catalogue_names import lexicons
from inspections.reading.dates import dates
from inspections.reading.dates.mentions import Mention
from inspections.reading.document import Document
from inspections.reading.inspectorates import naming_rule
from inspections.reading.lexicon import Stretch, Words, tokens, words_of
from inspections.reading.rules import rule
from inspections.reading.segments import Segment, Sentence
from inspections.reading.visited_itself import INSPECTED, visited_itself
from inspections.reading.visits import Visit, visits
from inspections.text import Span


@dataclass(frozen=True, slots=True)
class Noted:
    """A catalogue entry named at a place; ``words`` as printed."""

    span: Span
    slug: str


@dataclass(frozen=True, slots=True)
class Naming:
    """What one sentence names."""

    sentence: Sentence
    authorities: tuple[Named, ...]
    inspectorates: tuple[Noted, ...]
    services: tuple[Noted, ...]
    settings: tuple[Noted, ...]
    visits: tuple[Visit, ...]
    dates: tuple[Mention, ...]
    catalogue: Catalogue = field(repr=False, compare=False)
    span: Span = field(init=False, repr=False, compare=False)  # of the sentence
    segment: Segment = field(init=False, repr=False, compare=False)  # in which it stands
    nothing: bool = field(init=False, repr=False, compare=False)  # does it name nothing at all?

    def __post_init__(self) -> None:
        object.__setattr__(self, "span", self.sentence.span)
        object.__setattr__(self, "segment", self.sentence.segment)
        named = self.dates or self.visits or self.services or self.authorities or self.settings or self.inspectorates
        object.__setattr__(self, "nothing", not named)


# a home or a centre called by its name: "Kent House", "Severn Lodge"
_NAMED_SETTING = rule(
    r"\b(?!(?:The|Town|County|City|Civic|Council)\s)[A-Z][\w’'\-]{1,60}\s+(?:Police|Constabulary|House"
    r"|Lodge|Court|Hall|Grange|Manor"
    r"|Cottage|Villa|Farm|Nursery|Academy|School|College)\b"
)

# "The home was inspected in November": one of a council's, and not its service
_THE_HOME = re.compile(
    r"\W*(?:[A-Z]\w+,\s+)?(?P<home>(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Oo]ur|[Oo]ne|[Aa]|[Aa]nother|[Ee]ach|[Tt]heir)\s+(?:[\w’'-]+\s+){0,2}?home)(?:(?=\s+(?:(?:that|which)\s+)?(?:it|they|the\s+council)\s+(?:runs?|ran|owns?|owned)\b)|(?:\s+(?:in|at|near|on|for|of|run|owned|called|that|which|where)\b[^.;:]{2,80}?|,\s[^,.;:]{3,80},)?\s+"
    r"(?:(?:was|is|has|had|been|last|also|then|first|recently|itself)\s+){1,4}(?:inspected|visited|rated|judged|graded|found|seen|assessed|given|told)\b)"
)


@dataclass(frozen=True, slots=True)
class Names:
    """The catalogue's entries named in a stretch of a text, whatever the day."""

    authorities: tuple[Named, ...] = ()
    inspectorates: tuple[Noted, ...] = ()
    services: tuple[Noted, ...] = ()
    settings: tuple[Noted, ...] = ()


_NONE = Names()


def names(document: Document, catalogue: Catalogue, span: Span) -> Names:
    """What ``span`` names; found once for each stretch."""
    return document.once(("names", id(catalogue), span.start, span.end), lambda: _names(document, catalogue, span))


def name_all(
    document: Document, catalogue: Catalogue, anchor: date | None, sentences: tuple[Sentence, ...]
) -> tuple[Naming, ...]:
    return tuple(name(document, catalogue, anchor, s) for s in sentences)


def name(document: Document, catalogue: Catalogue, anchor: date | None, sentence: Sentence) -> Naming:
    text, span = document.text, sentence.span
    whole = span == sentence.segment.span  # a part of a segment is asked for here alone, and not kept
    found = names(document, catalogue, span) if whole else _names(document, catalogue, span)
    return Naming(
        sentence,
        found.authorities,
        found.inspectorates,
        found.services,
        found.settings,
        _visits(text, span, found, catalogue),
        dates(text, span, anchor),
        catalogue,
    )


_CAME = re.compile(
    r"\)?(?:\s+\([^)]*\))?(?:[’']s)?\s+(?:(?:inspectors|inspection\s+team|team|people|staff|assessors|lot)\s+)?(?:jointly\s+|also\s+|then\s+|together\s+|first\s+|last\s+|both\s+|had\s+|have\s+)*"
    r"(?P<verb>looked\s+(?:at|into)|c[ao]me\s+(?:to|in|back)|(?:were|been|was)\s+(?:in|with|here|back)|went\s+(?:(?:in)?to|back)|returned"
    r"|marked|called\s+on(?!\s+(?:[\w’'-]+\s+){1,5}?to\s+(?!look|see|inspect|examine|check|find))|assessed|examined|checked|spent)\b(?!\s+(?:touch|discussion\w*|talks|contact|favour|agreement))",
    re.I,
)

# "Thurrock's turn came in May, when Ofsted"
_TURN_CAME = re.compile(
    r"(?:[’']s|\b[Ii]ts|\b[Tt]heir|\b[Oo]ur|\bthe\s+(?:turn\s+of|next|last|first|second|third)\b[^.,;:]{0,40})\s+(?P<verb>turn\s+(?:came|was|to\s+be\s+(?:seen|inspected|visited)\s+came))\b(?=[^.;:“”]{0,60}\b(?:when|with)\s+(?:the\s+)?$)",
    re.I,
)
# as in: a different team (Ofsted with the CQC), it came in December 2017
_AND_CAME = re.compile(
    r"\)?,\s+(?:and\s+)?(?:it|they|who|which)\s+(?:had\s+|first\s+|last\s+)*(?P<verb>came|called|visited)\b"
    r"(?=\s+(?:in|on|between|from)\s+(?:\d|(?:(?:early|late|mid)[\s-])?[A-Z][a-z]+\s+\d|the\s+(?:spring|summer|autumn|winter)))"
)


# "Consultants who know the ways of Ofsted examined it": they, and no inspectors
_WAYS_OF = re.compile(
    r"\b(?:ways?|methods?|rules|standards|style|language|eyes|expectations|demands|criteria|frameworks?)\s+(?:of|used\s+by)\s+(?:the\s+)?\Z",
    re.I,
)
# "went back in October to see what had changed since the inspection of 2016"
_LOOKS_BACK = re.compile(r"\b(?:since|after|following)\s+(?:[\w’']+\s+){0,6}$", re.I)


def _visits(text: str, span: Span, found: Names, catalogue: Catalogue) -> tuple[Visit, ...]:
    """The words for events, or what inspectorates are said to have done where there are none."""
    bodies = [b.span for b in found.inspectorates]
    told = visits(text, span, catalogue)
    if found.services:  # "the Commission for Social Care Inspection": its name, and no inspection
        told = tuple(v for v in told if not any(v.span.within(b) for b in bodies))
    if not bodies:
        return told
    m = _AND_CAME.match(text, bodies[-1].end, span.end) if all(v.noun == "judgement" for v in told) else None
    if m is None and told and not _LOOKS_BACK.search(text[bodies[-1].end : told[0].span.start]):
        return told
    m = m or _TURN_CAME.search(text, span.start, bodies[0].start)
    if not any(_WAYS_OF.search(text, span.start, body.start) for body in bodies):
        m = m or _CAME.match(text, bodies[-1].end, span.end)
    return (Visit(Span(*m.span("verb")), "unstated", "verb"), *told) if m is not None else told


_SETTING_WORDS = frozenset(
    "police constabulary house lodge court hall grange manor cottage villa farm nursery academy school college "
    "home".split()
)
_SETTING_OR_INSPECTED = _SETTING_WORDS | INSPECTED


def _may_name(words: Stretch, catalogue: Catalogue) -> bool:
    """Does a name of the catalogue begin in a stretch?"""
    places = _numbers_of_names(words.words, catalogue)
    at = bisect_left(places, words.first)
    return at < len(places) and places[at] < words.last


def _numbers_of_names(words: Words, catalogue: Catalogue) -> Sequence[int]:
    """The numbers of the words with which a name of the catalogue begins, in order; found once."""
    key = ("names", id(catalogue))
    places: Sequence[int] | None = words.held.get(key)
    if places is None:
        lex = lexicons(catalogue)
        each = (lex.services, lex.inspectorates, lex.settings, lexicon(catalogue))
        places = words.held[key] = array("I", sorted(at for one in each for at in one.begins(words)))
    return places


def _places_of_names(document: Document, catalogue: Catalogue) -> Sequence[int]:
    """Where in a text the words stand with which a name begins, or that name a setting, in order; found once."""
    words = words_of(document.text)
    key = ("places of names", id(catalogue))
    places: Sequence[int] | None = words.held.get(key)
    if places is None:
        starts = words.starts
        begun = [starts[number] for number in _numbers_of_names(words, catalogue)]
        places = words.held[key] = array("I", sorted([*begun, *words.begins(_SETTING_OR_INSPECTED)]))
    return places


def _begins_and_ends_outside_words(text: str, span: Span) -> bool:
    start, end = span.start, span.end
    return (not start or text[start - 1].isspace()) and (end == len(text) or text[end].isspace())


def _names(document: Document, catalogue: Catalogue, span: Span) -> Names:
    text = document.text
    if _begins_and_ends_outside_words(text, span) and not document.held.sidecar.oddities:
        begun = _places_of_names(document, catalogue)
        at = bisect_left(begun, span.start)
        if at == len(begun) or begun[at] >= span.end:
            return _NONE
    words = tokens(text, span)
    places = words_of(text).begins(_SETTING_WORDS)
    homely = bisect_left(places, span.start) < bisect_left(places, span.end)
    inspected = words_of(text).begins(INSPECTED)
    told = bisect_left(inspected, span.start) < bisect_left(inspected, span.end)
    if not (homely or told or _may_name(words, catalogue) or document.held.sidecar.oddities):
        return _NONE
    lex = lexicons(catalogue)
    services = [
        Noted(f.span, f.values[0])
        for f in lex.services.find(words)
        if len(f.values) == 1 and _service_fits(text, f.span, f.words, catalogue)
    ]
    bodies = [
        Noted(f.span, f.values[0])
        for f in lex.inspectorates.find(words)
        if len(f.values) == 1 and _body_fits(text, f.span)
    ]
    covered = ([x.span for x in services], [x.span for x in bodies])
    if document.held.sidecar.oddities:
        bodies = _longest(bodies + _misspelt(document, catalogue, span))
        covered = (covered[0], [x.span for x in bodies])
    settings = [
        Noted(f.span, f.values[0])
        for f in lex.settings.find(words)
        if not any(f.span.within(x) for x in _beside(covered[0], f.span))
        and not any(f.span.overlaps(x) for x in _beside(covered[1], f.span))
    ]
    homes: list[Noted] = []
    councils = authorities(text, words, catalogue)
    owned = {x.span.end for x in councils} | {x.span.end for x in bodies}
    named_after = [
        s for s in services if _in_a_proper_name(text, s.span) or _ends_a_proper_name(text, span.start, s.span, owned)
    ]
    if named_after:
        services = [s for s in services if s not in named_after]
        settings = sorted(settings + [Noted(s.span, "setting") for s in named_after], key=lambda n: n.span)
    if homely:
        homes = [Noted(Span(*m.span()), "setting") for m in _NAMED_SETTING.finditer(text, span.start, span.end)]
        if (home := _THE_HOME.match(text, span.start, span.end)) is not None:
            homes.insert(0, Noted(Span(*home.span("home")), "setting"))
    elsewhere = visited_itself(text, span, [*(n.span for c in (councils, bodies, services) for n in c)], catalogue)
    if elsewhere is not None:
        settings = sorted([*settings, Noted(elsewhere, "setting")], key=lambda n: n.span)
    if not (councils or bodies or services or settings or homes):
        return _NONE
    longer = ([x.span for x in settings], [x.span for x in homes])
    return Names(
        councils,
        tuple(bodies),
        tuple(s for s in services if not any(_longer(x, s.span) for spans in longer for x in _beside(spans, s.span))),
        tuple(sorted(settings + homes, key=lambda n: n.span)) if homes else tuple(settings),
    )


def _in_a_proper_name(text: str, span: Span) -> bool:
    """ "One Adoption West Yorkshire": an agency called after what it does, and no council's own service."""
    words = text[span.start : span.end]
    if " " in words or not words.istitle():
        return False
    after = rules.match(
        r"\s+(?!Services?\b|Agency\b|Agencies\b|Teams?\b|Panel\b)[A-Z][a-z]", text[span.end : span.end + 24]
    )
    before = rules.search(
        r"\b(?!The|Our|Their|Its|Council|And|For|In|Of|Local|Borough|City|County)[A-Z][a-z]+\s$",
        text[max(0, span.start - 24) : span.start],
    )
    return bool(after and before)


# "Harbour Lights Fostering has been rated outstanding"
_PROPER = re.compile(r"(?:[A-Z][a-z’']+(?:\s+|-)){1,4}$")
_NO_PROPER = re.compile(
    r"(?:The|Our|Their|Its|His|Her|A|An|Council|City|County|Borough|Local|Authority|And|For|In|Of|Both|This|That|Children[’']s|Adult|Social|Care"
    r"|Services?|Inspections?|Report|Independent|Private|Kinship|Foster|Friends|Family)\b"
)
_IS_RATED = re.compile(
    r"\s+(?:has\s+been|have\s+been|was|were|is|are|had\s+been)\s+(?:\w+\s+)?(?:rated|judged|graded|found|given|awarded)\b"
)


def _ends_a_proper_name(text: str, start: int, span: Span, owned: set[int]) -> bool:
    """A fostering agency with a name of its own, where no council's or inspectorate's name stands in it."""
    if text[span.start : span.end] not in ("Fostering", "Adoption") or _IS_RATED.match(text, span.end) is None:
        return False
    name = _PROPER.search(text[max(start, span.start - 60) : span.start])
    if name is None or _NO_PROPER.search(name.group()):
        return False
    return not any(span.start - len(name.group()) < end <= span.start for end in owned)


def _beside(spans: list[Span], span: Span) -> list[Span]:
    """Those of ``spans`` (in order, none overlapping) that can overlap ``span``."""
    at = bisect_left(spans, span.start, key=_start)
    return spans[max(0, at - 1) : bisect_left(spans, span.end, at, key=_start)]


def _start(span: Span) -> int:
    return span.start


def _longer(other: Span, span: Span) -> bool:
    return other.overlaps(span) and other.end - other.start > span.end - span.start


# "the Office for Standards in Education, Children's Services and Skills (Ofsted)": no service
_NO_SERVICE_AFTER = naming_rule(
    r"\s+and\s+skills\b|\s+(?:\(@inspectorate\)|directorate|committee|scrutiny|overview|portfolio|board\b"
    r"|directors?\b|improvement\s+board|trust\b)",
    re.I,
)


# "all the judgements had been inadequate, and so had the LSCB": beside what was inspected
_AND_SO_HAD = re.compile(r"\b(?:and|as)\s+(?:so\s+)?(?:had|has|was|were|did|is)\s+(?:the\s+|its\s+)?$")
# "needs attention for achievement in apprenticeships": a part of what was inspected
_ACHIEVED_IN = re.compile(
    r"\b(?:[Aa]chievement|[Pp]articipation|[Dd]evelopment|[Cc]urriculum|[Tt]raining|[Tt]eaching|[Ii]nclusion|[Ll]eadership|[Gg]overnance|[Aa]ttendance)\s+(?:in|for|of|on|across)\s+(?:its\s+|the\s+)?$"
)


def _service_fits(text: str, span: Span, words: str, catalogue: Catalogue) -> bool:
    after = text[span.end : span.end + 40]
    if words == "send" and text[span.start : span.end] != "SEND":
        return False
    if _NO_SERVICE_AFTER.of(catalogue).match(after):
        return False
    if words == "services for children" and rules.match(r"\s+in\s+care\b", after):
        return False  # a part of them
    before = text[max(0, span.start - 60) : span.start]
    if words.startswith(("lscb", "local safeguarding")) and _AND_SO_HAD.search(before):
        return False
    if words.startswith("apprenticeship") and _ACHIEVED_IN.search(before):
        return False
    if words == "safeguarding" and not (
        rules.match(r"\s+(?:services|arrangements|and\s+(?:services|looked|children\s+looked))\b", after, re.I)
        or rules.search(r"\b(?:effectiveness\s+of|inspections?\s+of|both)\s+$", before, re.I)
    ):
        return False
    return not rules.search(
        r"\b(?:directors?|member|portfolio\s+holder|lead\s+member|head|manager|spokes\w+|minister|cabinet"
        r"|secretary|assistant\s+director|committee|Standards\s+in\s+Education,)\b[^.]{0,12}\b(?:of|for|,)\s+"
        r"(?:the\s+)?$|Standards\s+in\s+Education,\s*$",
        before,
        re.I,
    )


_TOOK_NO_PART = rule(
    r"(?:\s+\([^)]*\))?\s+(?:did\s+not\s+take\s+part|took\s+no\s+part|(?:was|were)\s+not\s+(?:involved|part\s+of)|played\s+no\s+part)\b"
)


def _body_fits(text: str, span: Span) -> bool:
    """ "HM Inspectorate of Probation, not Ofsted, looked at ...": the one denied took no part."""
    if _TOOK_NO_PART.match(text, span.end):
        return False
    return not rules.search(
        r"\b(?:not|nor|rather\s+than|instead\s+of)\s+(?:by\s+|from\s+)?(?:the\s+)?$",
        text[max(0, span.start - 24) : span.start],
        re.I,
    )


def _misspelt(document: Document, catalogue: Catalogue, span: Span) -> list[Noted]:
    out: list[Noted] = []
    for oddity in document.held.sidecar.oddities:
        if not oddity.means:
            continue
        slug = next(
            (
                i.slug
                for i in catalogue.inspectorates.values()
                if oddity.means.lower() in {n.lower() for n in (i.name, i.short, *i.names)}
            ),
            None,
        )
        if slug is None:
            continue
        for m in re.finditer(re.escape(oddity.words), document.text[span.start : span.end]):
            out.append(Noted(Span(span.start + m.start(), span.start + m.end()), slug))
    return out


def _longest(notes: list[Noted]) -> list[Noted]:
    """In order, without those that lie inside a longer one."""
    out: list[Noted] = []
    for note in sorted(notes, key=lambda n: (n.span.start, -n.span.end)):
        if not out or note.span == out[-1].span or note.span.end > out[-1].span.end:
            out.append(note)
    return out
