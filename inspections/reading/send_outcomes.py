"""The three outcome statements of an inspection of special needs in an area, since 2023."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from inspections.reading import rules
from inspections.reading.events import Event
from inspections.reading.grades.hits import GradeHit
from inspections.reading.inspectorates import naming_rule
from inspections.reading.rules import rule
from inspections.reading.tellings.date_roles import role
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.naming import Naming
    from inspections.reading.work import Work

_SEND_OUTCOMES = (
    (
        "typically-positive",
        rule(
            r"typically\s+(?:lead|leads|leading|led)\s+to\s+positive\s+experiences(?:\s+and\s+outcomes)?"
            r"|typically\s+positive\s+experiences\s+and\s+outcomes|typically\s+(?:have|had|get|enjoy)\s+positive\s+experiences\s+and\s+outcomes|experiences\s+and\s+outcomes\s+(?:are|were)\s+"
            r"typically\s+positive",
            re.I,
        ),
    ),
    (
        "inconsistent",
        rule(
            r"(?:lead\s+to\s+)?inconsistent\s+experiences\s+and\s+outcomes|experiences\s+and\s+outcomes\s+"
            r"(?:(?:for\s+[\w\s]{3,60}?\s+)?(?:are|were|had\s+been)\s+(?:found\s+to\s+be\s+|judged\s+(?:to\s+be\s+)?)?)"
            r"inconsistent",
            re.I,
        ),
    ),
    (
        "widespread-and-or-systemic-failings",
        rule(r"widespread\s+(?:and(?:\s*/\s*or|\s+or)?|or)\s+systemic\s+failings", re.I),
    ),
)

_TOLD = re.compile(
    r"\b(?:told|found|judged|concluded|rated|given|received|got|noted|said|says|saw|identif(?:y|ies|ied)|reported|reveal(?:s|ed)|uncovered|discovered"
    r"|highlight(?:s|ed)|confirm(?:s|ed)|determined|decided|ruled|resulted|ended|exposed|conclusion|verdict)\b",
    re.I,
)


def tells_an_outcome(words: str) -> bool:
    """Do words hold one of the three statements, which nobody but these inspectorates makes?"""
    return any(pattern.search(words) for _, pattern in _SEND_OUTCOMES)


def add_areas(work: Work) -> None:
    """Another area's outcome, told in one sentence: "The partnership in neighbouring X was told last year that ..."."""
    text, about = work.context.text, work.context
    frameworks = about.catalogue.frameworks.values()
    of_areas = {slug for f in frameworks if "area-send" in f.services for slug in f.inspectorates}
    for named in work.that_may_hold(*(pattern for _, pattern in _SEND_OUTCOMES)):
        words = named.span.of(text)
        found = [(slug, m) for slug, p in _SEND_OUTCOMES if (m := p.search(words))]
        places = {a.slugs: a for a in named.authorities}
        if len(found) != 1 or len(places) != 1 or not _TOLD.search(words):
            continue
        slugs, council = next(iter(places.items()))
        if (
            len(slugs) != 1
            or (
                about.home is not None
                and slugs[0] == about.home[0]
                and any(e.service == "area-send" for e in work.events)
            )
            or any(named.span.overlaps(s) and not _is_quoted(words, s, named) for q in work.quotes for s in q.spans)
        ):
            continue
        slug, m = found[0]
        left = words[: m.start()]
        if _NOT_SO.search(left) or _is_given_by_others(work, named, words, m):
            continue
        if _OF_SUCH_AREAS.search(left) or _of_some_children(left, m):
            continue
        span = Span(named.span.start + m.start(), named.span.start + m.end())
        event = Event(
            [(slugs[0], council.span)],
            "area-send",
            None,
            [b for b in about.bodies if b.slug in of_areas],
            "full",
            None,
            next((d for d in named.dates if d.edtf and role(text, named, d) == "inspected"), None),
            None,
            GradeHit(span, "send:" + slug, "outcome", "current"),
            spans=[span],
            sentences=[named.span],
            beside=True,
        )
        work.events.append(event)
        work.told.append((span.start, event))


def _is_quoted(words: str, quoted: Span, named: Naming) -> bool:
    """Is the outcome itself all that stands in marks: "given the outcome “inconsistent experiences and outcomes”"?"""
    said = words[max(0, quoted.start - named.span.start) : quoted.end - named.span.start]
    return any(
        m is not None and len(said) - len(m.group()) < _LITTLE for _, p in _SEND_OUTCOMES for m in [p.search(said)]
    )


_LITTLE = 4  # characters: marks, and a stop


def _of_others(work: Work, named: Naming, own: frozenset[str]) -> bool:
    """Is a paragraph about other areas, or does it explain the outcomes?"""
    text, here = work.context.text, work.beside(named.segment.span)
    told = {slug for slug, p in _SEND_OUTCOMES for n in here if p.search(n.span.of(text))}
    if len(told) > 1 and _LABELLED.match(text, named.span.start, named.span.end):
        return True
    councils = [a for n in here if n.span.start <= named.span.start for a in n.authorities]
    return bool(councils) and not own & set(councils[-1].slugs)


_CHOICE = rule(
    r"\b(?:three|possible|either|could|may|might)\s+(?:possible\s+)?(?:outcomes?|judgements?|verdicts?)\b|\bwhether\b|\bone\s+of\b"
    r"|\b(?:hope|expect|want)(?:s|ed)?\b",
    re.I,
)
# "escaped the finding of widespread failings", "one step up from": an outcome that was not given
_NOT_GIVEN = rule(
    r"\b(?:fear(?:s|ed|ing)?|escap(?:e|es|ed|ing)|avoid(?:s|ed|ing)?|spared|averted|short\s+of|(?:up|down|far|away|removed)\s+from|(?:above|below|better|worse)(?:\s+than)?"
    r"|instead\s+of|other\s+than|(?:in\s+danger|at\s+risk)\s+of)\b[^.;]{0,70}$",
    re.I,
)
# "the lowest outcome, widespread failings, was given to eight areas", "arrangements for the youngest", "nationally"
_GIVEN_TO_MANY = re.compile(
    r"[^.;]{0,20}\b(?:was|is|were)\s+(?:given|handed|reached)\s+(?:to|in|by|for)\s+(?:\w+\s+){0,2}(?:areas|partnerships|councils)\b"
)
_NOT_OF_ALL = rule(
    r"^\W*(?:Nationally|Across\s+(?:England|the\s+country|the\s+nation)|In\s+England|Elsewhere)\b|\b[Aa]rrangements\s+for\s+(?:the\s+)?(?:very\s+)?(?:young(?:est|er)|old(?:est|er)|some|many|most|pre-?school|under|post)\b[^.;]{0,60}$"
    r"|^\W*(?:(?:The|Our|Its|Local)\s+)?(?:[\w’-]+\s+){0,2}?(?:[Cc]hief\s+[Ee]xecutive|[Hh]ead|[Cc]hair|[Cc]ouncillors|[Ll]eaders?|[Dd]irector|[Cc]ouncil|[Mm]inisters?|[Oo]fficers|[Mm]anagers)\s+(?:(?:is|are|was|were)\s+(?:confident|sure|certain|clear|adamant|convinced)"
    r"|believe[sd]?|thinks?|thought|claim(?:s|ed)?|insist(?:s|ed)?|hope[sd]?|feels?|felt)\b"
)
# what parents or the council say is no outcome
_SAID_BY_OTHERS = naming_rule(
    r"^\W*(?:(?:The|Our|Many|Some|Most|Several|Local|A)\s+)*(?:[Pp]arents?|[Cc]arers?|[Ff]amil(?:y|ies)|[Cc]ampaigners?|[Cc]ritics|[Uu]nions?|MPs?|[Cc]ouncillors?|[Cc]harit(?:y|ies)|[Hh]eadteachers|[Tt]eachers|[Rr]esidents)\b"
    r"(?:(?!@inspectorate|[Ii]nspectors)[^.;]){0,60}?\b(?:say|says|said|believe[sd]?|think|thought|claim(?:s|ed)?|argue[sd]?|feel|felt|complain(?:s|ed)?|allege[sd]?)\b"
)
# "... experiences and outcomes, said the parent carer forum"
_SAYS_SOMEBODY = naming_rule(
    r"[^.;]{0,110}?[,”\"]\s+(?:said|says|claim(?:s|ed)|according\s+to|in\s+the\s+(?:view|words|opinion)\s+of)\s+"
    r"(?!(?:the\s+|their\s+|its\s+|both\s+)?(?:[\w’'-]+\s+){0,2}?(?:@inspectorate|[Ii]nspect|[Rr]eport|[Ll]etter|[Ww]atchdog|[Rr]egulator|[Jj]udge?ment)|it\b|they\b|that\b)"
)
_NOT_SO = rule(r"\b(?:not|no|never|whether|could|would|if|(?-i:may)|might|will|should)\b[^.;]{0,40}$", re.I)
# "An audit of the partnership concluded that": nobody's outcome, where no inspectorate stands in the sentence
_NO_INSPECTORS = rule(
    r"\b(?:audits?|auditors?|surveys?|polls?|petitions?|consultations?|peer\s+\w+|ombudsm\w+|consultants?|commissioners?|parents?|carers?|mothers?|fathers?"
    r"|famil(?:y|ies)|campaigners?|charit(?:y|ies)|unions?|(?:action|support|pressure|user)\s+groups?|parents[’']\s+groups?|forums?|teachers|head\s?teachers"
    r"|self-\w+|own\s+(?:review|assessment|evaluation)|independent\s+\w+)\b(?=[^.;]*\b(?:told|found|says?|said|conclude[sd]?|reported|identified|ended|revealed"
    r"|uncovered|highlighted|ruled|showed|noted|warned|complained|discovered|saw)\b)",
    re.I,
)


def _is_given_by_others(work: Work, named: Naming, words: str, outcome: re.Match[str]) -> bool:
    """Does a sentence say that an outcome was not given, or that somebody else than the inspectorates speaks of it?"""
    left, catalogue = words[: outcome.start()], work.context.catalogue
    if _NOT_GIVEN.search(left) or _SAID_BY_OTHERS.of(catalogue).search(words):
        return True
    if not named.inspectorates and not _INSPECTED.search(left) and _NO_INSPECTORS.search(left):
        return True
    return _SAYS_SOMEBODY.of(catalogue).match(words, outcome.end()) is not None


_INSPECTED = rule(r"\binspect(?:ed|ions?|ors)\b", re.I)
# "for areas in which experiences and outcomes are inconsistent": what an outcome means
_OF_SUCH_AREAS = rule(
    r"\b(?:areas?|partnerships?|places?|councils?|those|ones?)\s+(?:(?:in|for|of)\s+(?:which|whom)|where|whose|that|which|with)\b[^.;]{0,80}$",
    re.I,
)
_CHILDREN_HAVE = re.compile(r"typically\s+(?:have|had|get|enjoy)\b", re.I)
# "children with SEND in Luton typically have": all those of the area, and not those of its nurseries
_ALL_CHILDREN = re.compile(
    r"\b(?:[Cc]hildren|[Yy]oung\s+people)(?:\s+and\s+(?:young\s+people|families))?\s+with\s+"
    r"(?:(?:special\s+(?:educational\s+)?needs(?:\s+and\s*/?\s*(?:or\s+)?disabilit(?:y|ies))?|SEND)(?:\s+\(SEND\))?)"
    r"(?:\s+(?:who\s+live\s+|living\s+)?(?:in|across|around)\s+(?:(?:the|our|this|its)\s+(?:local\s+)?(?:area|county|borough|city|town|district|island)"
    r"|(?:the\s+)?[A-Z][\w’'-]+(?:(?:\s+(?:and|with|upon|on|of|the|&))*\s+[A-Z][\w’'-]+)*))?\s*$"
)


def _of_some_children(left: str, outcome: re.Match[str]) -> bool:
    """Is what children "typically have" said of some of them, or of nobody knows whom?"""
    return _CHILDREN_HAVE.match(outcome.group()) is not None and _ALL_CHILDREN.search(left) is None


# "the middle of three possible outcomes": the one that was given
_CHOSEN = re.compile(r"\b(?:middle|second|third|first|best|worst|top|bottom|highest|lowest)\b", re.I)
# "the best of which is that ...", "the outcome above it is": what one of them says, and not that it was given
_SAYS_ONE = re.compile(
    r"(?<!is\sthe\s)(?<!was\sthe\s)\b(?:middle|second|third|first|last|next|best|worst|better|worse|good|bad|poor|top|bottom|highest|lowest|above|below)"
    r"(?:\s+\w+){0,5}\s+(?:is|are|being|mean|means|say|says)\b[^.:;]{0,80}$",
    re.I,
)
_GIVEN = re.compile(
    r"\b(?:told|found|judged|concluded|given|gave|received|got|reached|handed|placed|landed|ended|this\s+was|it\s+was|was\s+the)\b",
    re.I,
)
# of three possible outcomes "this was the last: inspectors found", whatever is told before the stop
_FOUND_BY_THEM = re.compile(
    r"[:;–—]\s+(?:the\s+)?(?:inspectors|inspectorates|watchdogs|they|it)\s+found\b[^:;]*$", re.I
)


def _explained(work: Work) -> set[Span]:
    """The lines of a list that only tells which outcomes there are: one under another, and no council in them."""
    text = work.context.text
    lines = [
        (named, slug)
        for named in work.that_may_hold(*(pattern for _, pattern in _SEND_OUTCOMES))
        for slug, pattern in _SEND_OUTCOMES
        if pattern.search(named.span.of(text)) and not named.authorities and not named.dates
    ]
    return {
        each.span
        for (before, was), (named, slug) in pairwise(lines)
        if was != slug
        and named.segment.index - before.segment.index == 1
        and all(_IN_A_LIST.match(text, each.span.start) for each in (before, named))
        for each in (before, named)
    }


_IN_A_LIST = re.compile(
    r"\W*(?:\(?[1-3a-c][.)]\s|(?:its|their|there\s+are|typically|inconsistent|widespread"
    r"|(?:(?:the|an?|local|area|partnership(?:[’']s)?|SEND)\s+){0,5}arrangements)\b)",
    re.I,
)
_LABELLED = re.compile(r"\W*(?:\w+\s+){0,2}\w+:\s")  # "Bottom: widespread and/or systemic failings"


def add_send_outcome(work: Work, event: Event) -> None:
    """The one outcome statement told of this inspection; two different ones in reach: none."""
    text = work.context.text
    bounds = event.inspected or event.published
    if bounds is not None and bounds.latest is not None and bounds.latest.year < 2023:
        return
    told = set(event.sentences)
    spans = [n for n in work.named if n.span in told] or []
    first = min((s.start for s in event.spans), default=0)
    begun = next((n.segment.span.start for n in work.named if n.span.start <= first < n.span.end), first)
    others = [min(s.start for s in e.spans) for e in work.events if e is not event]
    until = min((o for o in others if o > first), default=len(text)) if not event.main else len(text)
    if not any(begun <= o < first for o in others):
        first = begun
    near = [n for n in work.named if first <= n.span.start and n.span.end <= until]
    hits = _outcomes_told(work, event, spans + (list(work.named) if event.main else near))
    if event.main and len(hits) > 1:  # others' too: only up to where the next is told of
        elsewhere = [e for e in work.events if e.service == "area-send" and not event.slugs & e.slugs]
        until = min((o for e in elsewhere if (o := min(s.start for s in e.spans)) > first), default=len(text))
        near = [n for n in work.named if n.authorities or (first <= n.span.start and n.span.end <= until)]
        hits = _outcomes_told(work, event, spans + near)
    if len(hits) == 1:
        slug, span = next(iter(hits.items()))
        event.overall = GradeHit(span, "send:" + slug, "outcome", "current")
        event.kind = "full" if event.kind == "unstated" else event.kind


# "the other outcomes are ...", "neither of those was ours"
_THE_OTHERS = rule(
    r"\b(?:other|remaining)\s+(?:two\s+|possible\s+)?(?:outcomes?|judge?ments?|verdicts?|statements?)\b|\bneither\b"
    r"|\bthe\s+(?:other|remaining)\s+(?:two|one|pair)?\s*(?:[,(–—][^,()–—.;]{1,60}[,)–—]\s*)?(?:is|are|mean|means|say|says)\b"
    r"|^\W*(?:the\s+)?(?:other|remaining)s?(?:\s+(?:two|ones?|pair))?\b(?!\s+[a-z]+s\b(?!,))",
    re.I,
)


def _outcomes_told(work: Work, event: Event, pool: list[Naming]) -> dict[str, Span]:
    """The outcomes that sentences tell of an inspection's area, each with the first words that say so."""
    text, told, hits = work.context.text, set(event.sentences), dict[str, Span]()
    own, explained = event.slugs, _explained(work)
    for named in pool:
        words = named.span.of(text)
        if named.span in explained or sum(bool(p.search(words)) for _, p in _SEND_OUTCOMES) != 1:
            continue  # most sentences tell of no outcome; of two, nobody can tell which
        if named.span not in told and _of_others(work, named, own):
            continue
        if named.authorities and not any(own & set(a.slugs) for a in named.authorities):
            continue  # another area's
        if _THE_OTHERS.search(words):
            continue
        spoken = _spoken(work, named)
        if event.main and any(
            n.span == named.span for e in work.events if e is not event for n in [named] if named.span in e.sentences
        ):
            continue
        for slug, pattern in _SEND_OUTCOMES:
            if m := pattern.search(words):
                if rules.search(r"\b(?:not|no|never|rather\s+than)\b[^.;]{0,30}$", words[: m.start()]):
                    continue
                if _GIVEN_TO_MANY.match(words, m.end()) or _NOT_OF_ALL.search(words[: m.start()]):
                    continue
                if _is_given_by_others(work, named, words, m):
                    continue
                place = Span(named.span.start + m.start(), named.span.start + m.end())
                if any(place.overlaps(each) for each in spoken):
                    continue
                if _OF_SUCH_AREAS.search(words[: m.start()]) or _of_some_children(words[: m.start()], m):
                    continue
                left = words[: m.start()]
                if _SAYS_ONE.search(left) and not _GIVEN.search(left):
                    continue
                if _CHOICE.search(left) and not (_CHOSEN.search(left) or _FOUND_BY_THEM.search(left)):
                    continue
                hits.setdefault(slug, place)
    return hits


def _spoken(work: Work, named: Naming) -> list[Span]:
    """What somebody who is no inspectorate says in a sentence, in marks: the director's word is no outcome."""
    return [
        span
        for quote, said in zip(work.quotes, work.said, strict=True)
        if said.kind == "person"
        for span in quote.spans
        if span.overlaps(named.span)
        and not _INSPECTORS_SAY.of(named.catalogue).search(work.context.text, named.span.start, span.start)
    ]


_INSPECTORS_SAY = naming_rule(
    r"\b(?:@inspectorate|[Ii]nspectors|[Rr]eport|[Ll]etter|[Ww]atchdogs?)\b[^.;“”\"]{0,60}[“\"‘]?$"
)
