"""Questions and answers: "What was the overall judgement for children's services? Inadequate."

What an answer leaves out its question has named: the council, the service, the part. A question that supposes, hopes or
looks ahead, or asks what somebody else thinks, gives its answer nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from inspections.reading.grades.hits import GradeHit, Grades
from inspections.reading.grades.words import grade_words
from inspections.reading.naming import Naming
from inspections.reading.parts import parts
from inspections.reading.rules import rule
from inspections.reading.visits import Visit
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_ASKS = rule(
    r"\b(?:rat(?:ed|ings?|e)|grad(?:ed?|es?|ings?)|judg(?:ed?|e?ments?)|verdicts?|results?|outcomes?|scored?|fared?|conclu\w+|decided?|find|found|findings?"
    r"|says?|said|think|came?\s+out|get|do(?:ne)?)\b|\bwhat\s+about\b|\band\s+(?:for|in|on)\b",
    re.I,
)
_SUPPOSES = rule(
    r"\b(?:would|could|should|might|may|if|whether|will|hope\w*|expect\w*|aim\w*|next|ever|want\w*|means?|meant|not|never|n[’']t|scale|possible"
    r"|parents?|carers?|families|staff|residents|survey|you|your|yourselves|self[-\s]\w+|draft|provisional|pilot|any|best|worst|which)\b",
    re.I,
)
_BEFORE = rule(r"\b(?:last\s+time|previous(?:ly)?|before|earlier|used\s+to|original(?:ly)?|first)\b", re.I)
_PUBLISHED = rule(r"\bpublish\w*|\breport\b", re.I)
_ANSWER = re.compile(
    r"\W*(?:A(?:nswer)?\s*[.:)–—-]\s*)?(?:(?i:it|they|that|this)\s+(?i:was|were|is|are)\s+|(?i:a|an)\s+)?[‘“'\"]?"
)
_OVER = re.compile(r"[’”'\"]?\s*(?:(?i:overall|again|too|also|as\s+well)\s*)?(?:[.,;!()–—-]|$)")
_PRONOUN = re.compile(
    r"\W*(?:A(?:nswer)?\s*[.:)–—-]\s*)?(?i:it|they|that|this|these|those)\s+(?i:was|were|is|are|had\s+been|has\s+been|got|received)\b"
)


def question_of(work: Work, before: Naming | None, named: Naming) -> Naming | None:
    """The sentence before, where it asks for a grade and supposes nothing."""
    text = work.context.text
    if before is None or named.segment.index - before.segment.index > 1 or before.settings or before.segment.furniture:
        return None
    asked = before.span.of(text)
    if not asked.rstrip("’”\"'* ").endswith("?") or len(asked) > 200:
        return None
    if not _ASKS.search(asked) or _SUPPOSES.search(asked) or grade_words(work.context.catalogue)[0].search(asked):
        return None
    return before


_INSPECTED_BEFORE = rule(
    r"\b(?:(?:were|was|have|has|had)\s+(?:[\w’'-]+\s+){1,4}?(?:not\s+)?(?:been\s+)?(?:ever\s+|not\s+)?(?:inspected|visited)(?:\s+(?:before|previously|earlier))"
    r"|(?:is|was)\s+(?:this|it|that)\s+(?:not\s+)?(?:the|our|your|its|their)\s+(?:first|only)\s+(?:[\w-]+\s+)?inspection)\b[^?]{0,40}\?",
    re.I,
)
_YES = re.compile(
    r"\W*(?:A(?:nswer)?\s*[.:)–—-]\s*)?(?P<yes>Yes|No)\b[,.:;–—-]*\s+(?:once,?\s+)?(?=(?:in|on|from|between)\s)", re.I
)


def with_a_visit_before(work: Work, before: Naming | None, named: Naming) -> Naming:
    """ "Were we not inspected before? Yes, in March 2019": an answer tells of the inspection that was asked about."""
    text = work.context.text
    if before is None or named.visits or named.settings or len([d for d in named.dates if d.edtf]) != 1:
        return named
    near = named.segment.index - before.segment.index <= 1 and not before.settings
    asked = before.span.of(text)
    said = _YES.match(text, named.span.start, named.span.end) if near else None
    if said is None or _INSPECTED_BEFORE.search(asked) is None or said.end() != named.dates[0].span.start - len("in "):
        return named
    first = re.search(r"\b(?:first|only)\b", asked, re.I) is not None
    if (said["yes"].lower() == "no") is not first:
        return named
    return replace(named, visits=(Visit(Span(*said.span("yes")), "unstated", "verb", earlier=True),))


def with_question(work: Work, asked: Naming | None, named: Naming) -> Naming:
    """The answer, naming what it leaves to its question."""
    if asked is None or named.settings:
        return named
    dates = (
        asked.dates
        if asked.dates and not named.dates and not _PUBLISHED.search(asked.span.of(work.context.text))
        else ()
    )
    return replace(
        named,
        authorities=named.authorities or asked.authorities,
        services=named.services or asked.services,
        inspectorates=named.inspectorates or asked.inspectorates,
        dates=named.dates or dates,
    )


def answer(work: Work, asked: Naming | None, named: Naming, found: Grades) -> None:
    """Tie the grade that is all of an answer to what was asked; ``found`` is changed in place."""
    if asked is None or named.settings:
        return
    text, catalogue = work.context.text, work.context.catalogue
    held = [p for p in parts(text, asked.span, catalogue, work.service_slugs) if not p.overall]
    own = {s.span for s in asked.services}
    held = [p for p in held if not any(p.span.overlaps(s) for s in own)]
    if len(held) > 1 or len({s.slug for s in asked.services}) > 1 or len({a.slugs for a in asked.authorities}) > 1:
        found.hits.clear()
        return
    if held or not _ONLY_NAMES.match(asked.span.of(text)):
        pass
    elif asked.services:
        found.hits.clear()  # "What about adoption?": a part of this inspection, or one of its own, nobody says
        return
    if len(found.hits) == 1 and held and found.hits[0].aspect is None and _PRONOUN.match(text, named.span.start):
        found.hits[0] = replace(found.hits[0], aspect=held[0].span, subjects=())
        return
    opening = _ANSWER.match(text, named.span.start, named.span.end)
    word = grade_words(catalogue)[0].match(text, opening.end(), named.span.end) if opening is not None else None
    others = [h for h in found.hits if word is None or h.span.start != word.start("g")]
    if word is None or others or not _OVER.match(text, word.end("g"), named.span.end):
        return
    if asked.dates and not named.dates:
        return  # "What did it get in the report of 2019?": of a day that is not understood
    span = Span(*word.span("g"))
    polarity = "previous" if _BEFORE.search(asked.span.of(text)) else "current"
    aspect = held[0].span if held else None
    if aspect is None and not (asked.services or asked.authorities or _OF_IT.search(asked.span.of(text))):
        return
    found.passed_over = [each for each in found.passed_over if each[0] != span]
    of = () if aspect is not None else named.services[-1:]
    found.hits = [GradeHit(span, word["g"], "verb", polarity, of, aspect)]


_ONLY_NAMES = rule(
    r"\W*(?:Q(?:uestion)?\s*[.:)–—-]\s*)?(?:(?:and\s+)?(?:what|how)\s+about|and(?:\s+(?:for|in|on))?)\s+"
    r"(?:(?!(?:did|does|is|was|were|are|has|had|do)\b)[\w’'-]+\s*){1,8}\?",
    re.I,
)
_OF_IT = rule(r"\b(?:overall|council|service|services|authority|inspection|ofsted|inspectors)\b", re.I)

__all__ = ["answer", "question_of", "with_question"]
