"""Numbers that sentences give to the parts of a framework: "assessing needs got a 2, as did governance".

A number is read only beside a part by its own name, on the one scale in numbers that the text speaks of; a sentence in
which a number or a part stays without its other half is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from inspections.reading.dates.signs import signs_of, stands_in
from inspections.reading.events import Aspect, Event
from inspections.reading.grades.hits import GradeHit
from inspections.reading.lexicon import Lexicon, tokens
from inspections.reading.numbered import numbered_scale
from inspections.reading.numbers_said import assessment_of, event_of, of_its_year
from inspections.reading.rules import rule
from inspections.reading.untold import is_hearsay
from inspections.reading.visits import UNGRADED
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.catalogue import Catalogue, Framework, Scale
    from inspections.reading.naming import Naming
    from inspections.reading.work import Work

_SCORED = rule(
    r"\b(?:scor(?:e|es|ed|ing)|out\s+of\s+(?:four|4)|quality\s+statements?|annual\s+performance\s+assessment|APA)\b",
    re.I,
)
_NUMBER = re.compile(
    r"(?<![\w.,/£%-])[1-4](?![\w%/]|[.,]\d|\s*(?:per\s+cent|percent|to\s+[1-4]\b|out\s+of\s+(?!four|4)))"
)
_ASIDE = r"(?:\s+\((?:outstanding|good|adequate|inadequate)\))?"
_OF_FOUR = r"(?:\s+out\s+of\s+(?:a\s+possible\s+)?(?:four|4))?"
_FOR = re.compile(
    rf"{_ASIDE}{_OF_FOUR}(?:,|\s+each)?\s+(?:was\s+|were\s+|went\s+|given\s+|each\s+)*(?:for|in|on|to)\s+(?:both\s+)?(?:the\s+)?",
    re.I,
)
_AS_DID = re.compile(rf"{_ASIDE}{_OF_FOUR},?\s+as\s+(?:did|had|was|were|has|have)\s+(?:both\s+)?(?:the\s+)?", re.I)
_AND = re.compile(r"\s*(?:[,;]|,?\s*and|[,;]\s*and)\s*(?:for\s+|in\s+)?(?:the\s+)?", re.I)
_GOT = re.compile(
    r"(?:\s+(?:the\s+(?:council|county|city|borough|authority|services?)|we|they|it))?"
    r"(?:\s+(?:each|both|all))?(?:\s*[:–—-]\s*|\s*\(|\s+(?:also\s+|each\s+|both\s+|all\s+)*(?:got|gets?|received|scored|scores|had|has|earned|is|was|were"
    r"|(?:was|were|is|are|had\s+been|has\s+been|have\s+been)\s+(?:also\s+|each\s+|both\s+)*(?:given|scored|rated|awarded|graded|marked|at|on)|came\s+out\s+(?:at|with)|(?:stayed|remained)(?:\s+at)?|(?:also\s+|only\s+|again\s+)?(?:graded|rated|marked|scored|given|awarded|at))"
    r"(?:\s+(?:each|both|only|just|also))*\s+(?:an?\s+|the\s+)?(?:score\s+of\s+|scores\s+of\s+|grade\s+of\s+|grade\s+)?|\s+(?:at|an?)\s+(?:(?:score|grade|mark)\s+of\s+)?)",
    re.I,
)
_STANDS = re.compile(rf"{_ASIDE}{_OF_FOUR}\s*(?:[.,;)!]|$|(?:and|but|while|as|too|each|also|again|overall|in)\b)", re.I)
_OVERALL = re.compile(r"\s+(?=overall\b)", re.I)
_UNSURE = rule(
    r"\b(?:if|whether|would|could|should|will|hope\w*|expect\w*|aim\w*|target\w*|scale|highest\s+(?:score\s+)?(?:is|a\s+council)|not|never|no|nobody|self[-\s]\w+|peer"
    r"|pilot\w*|indicative|last\s+time|previous\w*|had\s+been|schools?|homes?)\b",
    re.I,
)


_HAD_BEEN = re.compile(r"\bhad\s+been(?=\s+(?:graded|rated|given|awarded|scored|marked)\b)")


@dataclass(frozen=True, slots=True)
class _Token:
    """A part, or the service as a whole; or a number."""

    span: Span
    number: bool


def add_scores_said(work: Work) -> None:
    """Read the scores of parts that sentences tell of into the document's events."""
    text = work.context.text
    if not _SCORED.search(text):
        return
    digits = signs_of(text).digits
    for named in work.named:
        if named.segment.kind in ("row", "heading") or named.settings or not stands_in(digits, named.span):
            continue
        if not _NUMBER.search(named.span.of(text)):
            continue
        if is_hearsay(named.span.of(text)):
            continue
        if _take_of_a_year(work, named):
            continue
        said = named.span.of(text)
        if work.family.voice == "minutes":
            said = _HAD_BEEN.sub("were", said)  # as minutes tell what is so now
        if _UNSURE.search(said) or any(named.span.overlaps(s) for q in work.quotes for s in q.spans):
            continue
        chosen = _framework(work, named)
        if chosen is None:
            continue
        framework, scale = chosen
        parts = _parts(framework, text, named.span)
        whole = _parts(framework, text, named.span, whole=True) if "annual-assessment" in framework.kinds else []
        given = _given(text, named, parts, whole) if parts or whole else []
        event = _event(work, named, framework) if given else None
        if event is None:
            continue
        for part, number in given:
            if part is not None and (word := _WORD_BESIDE.match(text, number.end)) is not None:
                _take_off(work, named, Span(*word.span("word")))
        for part, number in given:
            grade = next((g for g in scale.grades if str(g.number) == number.of(text)), None)
            if grade is None:
                continue
            work.plainly.add(number)
            if part is None:
                event.overall = event.overall or GradeHit(
                    number, grade.wordings[0], "row", "current", (), None, grade.number
                )
            elif not any(a.words.overlaps(part) for e in work.events for a in e.aspects):
                event.aspects.append(Aspect(part, number, number.of(text), "grade", scale.slug, grade.slug))
        if named.span not in event.sentences:
            event.sentences.append(named.span)


_WORD_BESIDE = re.compile(r"\s+\((?P<word>outstanding|good|adequate|inadequate)\)", re.I)


def _take_off(work: Work, named: Naming, word: Span) -> None:
    """A grade in words beside the number of a part is that part's, and no grade of a service."""
    for _, event in work.told:
        if event.overall is not None and event.overall.span.overlaps(word) and named.span in event.sentences:
            event.overall = None


def _framework(work: Work, named: Naming) -> tuple[Framework, Scale] | None:
    """The framework graded in numbers that the text speaks of: the annual assessment named last, or the only other."""
    catalogue = work.context.catalogue
    bodies = {b.slug for b in work.context.bodies}
    held = [
        (framework, scale)
        for framework in catalogue.frameworks.values()
        if "annual-assessment" not in framework.kinds
        and bodies & set(framework.inspectorates)
        and any(e.service in framework.services and e.kind not in UNGRADED for e in work.events)
        and (scale := _scores(catalogue, framework)) is not None
    ]
    if len(held) == 1:
        return held[0]
    return assessment_of(work, named)


def _scores(catalogue: Catalogue, framework: Framework) -> Scale | None:
    """The scale of bare numbers, as the parts of such a framework are scored on it."""
    scale = numbered_scale(catalogue, framework)
    return scale if scale is not None and all(str(g.number) in g.wordings for g in scale.grades) else None


_LEXICONS: dict[tuple[str, bool], Lexicon[str]] = {}


def _parts(framework: Framework, text: str, span: Span, whole: bool = False) -> list[Span]:
    """Where a sentence names the parts of a framework, or the service as a whole."""
    held = _LEXICONS.get((framework.slug, whole))
    if held is None:
        held = _LEXICONS[framework.slug, whole] = Lexicon(
            (words, aspect.slug)
            for aspect in framework.aspects
            if aspect.overall == whole
            for words in (aspect.label, *aspect.wordings, *aspect.beside_numbers)
        )
    return [hit.span for hit in held.find(tokens(text, span))]


def _given(text: str, named: Naming, parts: list[Span], whole: list[Span]) -> list[tuple[Span | None, Span]]:
    """Each part with its number; nothing where one of either is left over. None: the service as a whole."""
    days = [d.span for d in named.dates]
    numbers = [Span(*m.span()) for m in _NUMBER.finditer(text, named.span.start, named.span.end)]
    numbers = [n for n in numbers if not any(n.overlaps(s) for s in (*days, *parts)) and not _of_four(text, n)]
    beside = {m.end() for n in numbers if (m := _OVERALL.match(text, n.end)) is not None}  # "a grade 3 overall"
    whole = [w for w in whole if w.start not in beside and not any(w.overlaps(p) for p in parts)]
    parts = sorted((*parts, *whole))
    sequence = sorted([_Token(p, False) for p in parts] + [_Token(n, True) for n in numbers], key=lambda t: t.span)
    out: list[tuple[Span | None, Span]] = []
    taken: set[Span] = set()
    listed = _is_a_list(text, named, sequence)
    for i, token in enumerate(sequence):
        if not token.number:
            continue
        number = token.span
        after = [t.span for t in _until_number(sequence[i + 1 :])]
        before = [t.span for t in _until_number(sequence[:i][::-1])][::-1]
        before = [p for p in before if p not in taken]
        run: list[Span] = []
        goes_on = listed or (bool(out and before) and _goes_on(text, out[-1][1], before[0]))
        if before and (_GOT_OR_SPACE if goes_on else _GOT).fullmatch(text, before[-1].end, number.start):
            stands = _STANDS.match(text, number.end, named.span.end)
            run = before if stands and len(_run(text, before)) == len(before) else []
        if after:
            opens = _FOR if not run else _AS_DID
            if opens.fullmatch(text, number.end, after[0].start):
                run += _run(text, after)
        if _OVERALL.match(text, number.end) and not run:
            out.append((None, number))
        elif not run:
            return []
        taken |= set(run)
        out += [(None if part in whole else part, number) for part in run]
    return out if len(taken) == len(parts) else []


# as in "The grades were: being healthy 3; staying safe 2; enjoying and achieving 2"
_BEGUN = re.compile(r"[^.;]{0,90}(?::|[–—-])\s+")
_NEXT = re.compile(rf"{_ASIDE}\s*(?:[,;]|,?\s+and|[,;]\s+and)\s+(?:(?:to|for)\s+)?(?:the\s+)?")
_GOT_OR_SPACE = re.compile(rf"{_GOT.pattern}|\s+", re.I)
_GRADED_FIRST = re.compile(
    r"\s+(?:was|were|is|are|had\s+been|has\s+been)\s+(?:graded|rated|marked|scored|given|awarded)\s+(?:an?\s+)?(?:grade\s+)?"
)
_OPENS_A_LIST = re.compile(
    r"\W*(?:(?:[Tt]he|[Ii]ts|[Tt]heir)\s+)?(?:(?:[\w’'-]+\s+){0,3}contribution\s+to\s+(?:the\s+)?)?", re.I
)
_FEWEST = 3  # parts with their numbers


# "In the 2006 assessment staying safe had been graded 3, and the fall to 2 was ..."
_IN_THE_YEARS = re.compile(
    r"\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:But\s+|And\s+)?[Ii]n\s+the\s+(?P<year>(?:19|20)\d\d)\s+(?:annual\s+)?(?:performance\s+)?(?:assessment|APA),?\s+(?:the\s+)?"
)
_HAD_BEEN_GRADED = re.compile(
    r"\s+(?:was|were|had\s+been)\s+(?:also\s+|only\s+)?(?:graded|rated|marked|given)\s+(?:an?\s+)?(?:grade\s+)?(?=[1-4]\b)"
)


def _take_of_a_year(work: Work, named: Naming) -> bool:
    """Take the grade that a part had in the assessment of another year, with which a sentence begins."""
    text = work.context.text
    begun = _IN_THE_YEARS.match(text, named.span.start, named.span.end)
    chosen = assessment_of(work, named) if begun is not None else None
    if begun is None or chosen is None or any(named.span.overlaps(s) for q in work.quotes for s in q.spans):
        return False
    framework, scale = chosen
    parts = _parts(framework, text, named.span)
    if not parts or parts[0].start != begun.end():
        return False
    graded = _HAD_BEEN_GRADED.match(text, parts[0].end, named.span.end)
    year = next((d for d in named.dates if d.span.within(Span(*begun.span("year"))) and d.known), None)
    if graded is None or year is None:
        return False
    number = Span(graded.end(), graded.end() + 1)
    grade = next((g for g in scale.grades if str(g.number) == number.of(text)), None)
    event = of_its_year(work, named, framework, year) if grade is not None else None
    if event is None or grade is None or any(_same(text, a.words, parts[0]) for a in event.aspects):
        return False
    work.plainly.add(number)
    event.previous = event.previous or event.overall is None
    event.aspects.append(Aspect(parts[0], number, number.of(text), "grade", scale.slug, grade.slug))
    return True


def _same(text: str, words: Span, part: Span) -> bool:
    return words.of(text).lower() == part.of(text).lower()


def _is_a_list(text: str, named: Naming, sequence: list[_Token]) -> bool:
    """Is a sentence, behind its first colon, nothing but parts, each with its number right behind it?

    So is one whose first part alone has the verb: "Being healthy was graded 3, staying safe 2 and enjoying 2".
    """
    pairs = list(zip(sequence[::2], sequence[1::2], strict=False))
    if len(pairs) < _FEWEST or 2 * len(pairs) != len(sequence) or any(a.number or not b.number for a, b in pairs):
        return False
    first, number = pairs[0]
    graded = _GRADED_FIRST.fullmatch(text, first.span.end, number.span.start)
    opens = _OPENS_A_LIST.fullmatch(text, named.span.start, first.span.start) if graded is not None else None
    if opens is None and _BEGUN.fullmatch(text, named.span.start, first.span.start) is None:
        return False
    return all(_NEXT.fullmatch(text, b.span.end, c.span.start) for (_, b), (c, _) in pairwise(pairs))


def _goes_on(text: str, number: Span, part: Span) -> bool:
    """ "Safeguarding was scored 2 and governance 3": does a part stand right behind the number of the one before?"""
    return _NEXT.fullmatch(text, number.end, part.start) is not None


def _until_number(sequence: list[_Token]) -> list[_Token]:
    stop = next((k for k, t in enumerate(sequence) if t.number), len(sequence))
    return sequence[:stop]


def _run(text: str, parts: list[Span]) -> list[Span]:
    """The first of these parts, and those that are joined to it."""
    breaks = (k + 1 for k, (a, b) in enumerate(pairwise(parts)) if not _AND.fullmatch(text, a.end, b.start))
    return parts[: next(breaks, len(parts))]


def _of_four(text: str, number: Span) -> bool:
    return re.search(r"\bout\s+of\s+(?:a\s+possible\s+)?$", text[max(0, number.start - 24) : number.start]) is not None


def _event(work: Work, named: Naming, framework: Framework) -> Event | None:
    """The inspection whose parts a sentence scores: the last told of before it, of the council that it names."""
    if "annual-assessment" in framework.kinds:
        return event_of(work, named, framework)
    slugs = {slug for a in named.authorities for slug in a.slugs}
    fits = [
        e
        for e in work.events
        if e.service in framework.services
        and e.kind not in UNGRADED
        and not (e.previous or e.earlier or e.beside)
        and min(s.start for s in e.spans) < named.span.end
        and (not slugs or e.slugs <= slugs)
    ]
    return fits[-1] if fits and len({e.slugs for e in fits if e.segment >= fits[-1].segment}) == 1 else None
