"""A passage that somebody reads out, points to, copies or pins up: the report's words, and not the reader's."""

from __future__ import annotations

import re

from inspections.reading.inspectorates import naming_rule
from inspections.reading.people.reports import OTHER_REPORT
from inspections.reading.rules import rule
from inspections.reading.speakers.attribution import Attribution, Place
from inspections.reading.speakers.verbs import BODY_WORDS, SURE_VERBS
from inspections.text import Span

_NOUN = r"(?:passages?|sentences?|paragraphs?|lines?|extracts?|excerpts?|bits?|gems?)"
_SOME = r"(?:an?|one|two|three|four|some|another|this|these|that|the|(?:a\s+(?:few|couple\s+of|handful\s+of)))"
_SHOW = (
    r"(?:read(?:s|ing)?|quot(?:es?|ed|ing)|cit(?:es?|ed|ing)|draws?|drew|drawn|drawing|point(?:s|ed|ing)?|turn(?:s|ed|ing)?|refer(?:s|red|ring)?|show(?:s|ed|n|ing)?"
    r"|print(?:s|ed|ing)?|reprint\w*|reproduc\w+|cop(?:y|ies|ied|ying)|underlin\w+|mark(?:s|ed)|circle[sd]|highlight(?:s|ed)|pin(?:s|ned)?|remember(?:s|ed)?|know(?:s)?|knew|keep|kept|stick|stuck|frame[sd]?|chose|choose|pick(?:s|ed)?"
    r"|set\s+out|share[sd]?|found|find|commend(?:s|ed)?|contain(?:s|ed)|likes?|liked|love[sd]?|enjoy(?:s|ed)?|is|was|are|were)"
)
# he "read into the record one passage of the report", and there "is a sentence on page 3 that you should frame"
_SHOWN = rule(
    rf"\b{_SHOW}\b[^.;:“”\"]{{0,60}}?\b{_SOME}\s+(?:(?!of\b)[\w’'-]+\s+){{0,2}}?{_NOUN}\b(?P<more>[^.;:“”\"]{{0,120}}):\s*$",
    re.I,
)
# one sentence in the letter "was on the wall of her office:", "has stayed with me:"
_STANDS = rule(
    rf"\b{_SOME}\s+(?:[\w’'-]+\s+){{0,2}}?{_NOUN}(?P<more>\s+(?:of|in|from)\s+(?:the|their|its|that|this)\s+(?:[\w’'-]+\s+){{0,2}}?(?:report|letter|judge?ment|findings)"
    r"\s+(?:is|was|had|has|hangs|hung|stands|stood|stays|stayed|sticks|stuck|rang|struck|stopped|made)\b[^.;:“”\"]{0,90}):\s*$",
    re.I,
)
# lines without a verb, as "Three bits to pin up over the kettle:" and "Some gems, faithfully copied:" are
_LEADS = rule(
    rf"^\W*(?:{_SOME}\s+)?(?:[\w’'-]+\s+){{0,2}}?{_NOUN}\b(?!\s+\d)(?P<more>[^.;:“”\"]{{0,90}}):\s*$",
    re.I,
)
# "The passage was the one which said that"
_THE_ONE = rule(
    rf"^\W*(?:The|That|This)\s+{_NOUN}\s+(?:is|was)\s+(?:the\s+one|that)\s+(?:which|that|where)\s+(?P<more>(?:said|says|reads?|begins|ends|runs|they|it|inspectors)\b)",
    re.I,
)
# "He read it out:", "It was about the telephone:", of a passage shown in the sentence before
_OF_IT = rule(r"^\W*(?:It|This)\s+(?:is|was)\b[^.;:“”\"]{0,60}:\s*$")
_A_PASSAGE = rule(rf"\b{_SHOW}\b[^.;:“”\"]{{0,60}}?\b{_SOME}\s+(?:[\w’'-]+\s+){{0,2}}?{_NOUN}\b", re.I)
# of what else a passage may be, and whose words may be meant
_ELSEWHERE = re.compile(
    r"\b(?:poems?|speech(?:es)?|songs?|hymns?|novels?|books?|plays?|films?|e-?mails?|tweets?|posts?|motions?|minutes|leaflets?|newsletters?|website|press\s+release|articles?|columns?|editorials?"
    r"|strateg(?:y|ies)|plans?|polic(?:y|ies)|budgets?|manifestos?|diary|diaries|Bible|Hansard|Act|advice|cards?(?<!report\scard)(?<!report\scards)|notes?|poetry|psalm)\b",
    re.I,
)
_OWN = re.compile(
    r"\b(?:his|her|their|our|my|your)\s+(?:own\s+)?(?:[\w’'-]+\s+){0,2}?"
    + _NOUN
    + r"\b|\bof\s+(?:his|her|their|our|my)\s+own\b",
    re.I,
)
# as in "The council's line that is pinned up in every office"
_SOMEBODYS = re.compile(
    rf"\b(?:council|authority|leader|director|union|party|group|mayor|minister|MP|trust|opposition|Labour|Conservatives?|department|charity)[’']s?\s+(?:[\w-]+\s+){{0,2}}?{_NOUN}\b"
)
_NOT_THEIRS = re.compile(r"\b(?:not|never|nor|wrongly|falsely|misquot\w+)\b|n[’']t\b")
# "a line of the poet's", "a sentence by the leader": whose it is stands behind it
_WHOSE = naming_rule(
    r"^\s+(?:of|from|in|by)\s+(?!(?:it|them|which)\b)(?!(?:the\s+|that\s+|this\s+|its\s+|their\s+|an?\s+)?(?:[\w’'.-]+\s+){0,4}?(?:inspectors?|reports?|letters?|@inspectorate|inspectorates?|watchdogs?|judge?ment"
    r"|page|paragraph|section|front|opening|summary|conclusion|first|second|third|last|particular|bold|full|red)\b)",
    re.I,
)
# "She read a sentence of it and said:": her own words follow
_THEN_SAYS = re.compile(rf"(?:\band\s+|,\s+)(?:(?:then|also|later)\s+)?(?:{SURE_VERBS})\b")
_SHORTENED = re.compile(r"(?<=\b[Hh]on)\.|(?<=\b(?:Mr|Ms|Dr|St))\.|(?<=\bMrs)\.|(?<=\bCllr)\.")
_NEAR = 700  # characters before, in which the report must have been told of


def passage_shown(place: Place, tail: str, span: Span, lead: bool = False) -> Attribution | None:
    """Whose the words are of a passage that the words before them only show; None when they show none.

    The report's where the page tells of a report here, and nobody's where it does not: never the reader's.
    """
    tail = _SHORTENED.sub(" ", tail)
    m = _SHOWN.search(tail) or _STANDS.search(tail) or _LEADS.match(tail) or _THE_ONE.match(tail)
    shown = m is not None
    if m is None and _OF_IT.match(tail) and not lead:
        before = place.text[place.segment.span.start : place.quote.start][: -len(tail) or None]
        shown = _A_PASSAGE.search(before[-200:]) is not None
    if not shown:
        return None
    if _OWN.search(tail) or _SOMEBODYS.search(tail) or (m is not None and _THEN_SAYS.search(m["more"])):
        return None
    catalogue = place.document.catalogue
    elsewhere = _ELSEWHERE.search(tail) or OTHER_REPORT.search(tail) or _NOT_THEIRS.search(tail)
    if elsewhere or (m is not None and _WHOSE.of(catalogue).match(m["more"])):
        return Attribution("unstated", span)
    theirs = BODY_WORDS.of(catalogue)
    if theirs.search(tail) or theirs.search(_before(place)):
        return Attribution("report", span)
    return Attribution("unstated", span) if _LEADS.match(tail) is None else None


def _before(place: Place) -> str:
    """The paragraph so far and the two paragraphs above it."""
    at = place.order.get(place.segment.index, 0)
    begins = place.document.body[max(0, at - 2)].span.start
    return place.text[max(begins, place.quote.start - _NEAR) : place.quote.start]
