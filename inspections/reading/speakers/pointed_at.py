"""Words of the report that a page points at: "That is page 11.", "From the report:", "My least favourite is “...”".

Only where the page tells of a report, and where nothing nearer says who said them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading.inspectorates import naming_rule
from inspections.reading.people.reports import OTHER_REPORT
from inspections.reading.people.roles import OFFICE
from inspections.reading.rules import rule
from inspections.reading.segments import Segment
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.sentences import sentence_start, sentences_of
from inspections.reading.speakers.verbs import BODY_WORDS
from inspections.text import Span

_BODY = (
    r"(?:inspectors?|assessors?|@inspectorate|inspectorates?|watchdogs?|reports?|letters?|report\s+card"
    r"|judge?ment)(?:[’']s?)?"
)
_WORDS = r"(?:words|passages?|sentences?|lines?|phrases?|paragraphs?|bits?|comments?|remarks?)"
# as "From the report:" and "Also from the letter, though you would not know it:"
_FROM_IT = naming_rule(
    r"^\W*(?:(?:Also|And|This|First|Next|Again|More)\s+)?(?:[Ff]rom|[Ii]n)\s+(?:the|their|its)\s+(?:(?:same|new|full|inspectors[’']|@inspectorate(?:[’']s)?)\s+)*(?:report|letter|report\s+card)\b[^:“”\".;]{0,70}:\s*$"
)
# as in "What is there, at the foot of page three, is this:", "The verdict on page 4 is this:"
_ON_PAGE_IS_THIS = re.compile(
    r"\b(?:page|paragraph|section)\s+[\w.-]+,?\s+(?:is|was|reads?|says?|runs?|ran)\s*(?:this|these|as\s+follows)?\s*:\s*$"
)
# "In the assessors' own words", "their comment that"
_THEIR_WORDS = naming_rule(
    rf"\b(?:[Ii]n|[Tt]o\s+(?:use|quote|borrow))\s+the\s+(?:inspectors|assessors|@inspectorate|reviewers)(?:[’']s?)?\s+(?:own\s+)?{_WORDS},?\s*$"
    rf"|\b(?:the\s+(?:inspectors|assessors|reviewers|report|letter|@inspectorate)(?:[’']s?)?)\s+(?:own\s+)?(?:explanation|comment|description|summary|account|reason|verdict|conclusion|remark|observation|complaint)\s+(?:is|was)\s+(?:[\w-]+\s*){{0,3}}:\s*$",
    re.I,
)
_THEIR_COMMENT = re.compile(
    r"\b(?:their|its)\s+(?:own\s+)?(?:comments?|remarks?|observations?|conclusions?|findings?|verdict|view|statement)\s+that\s*$"
)
# "We were glad to read that", "It is good to read that"
_GLAD_TO_READ = re.compile(
    r"\b(?:glad|pleased|sorry|proud|sad|delighted|relieved|good|surprised|shocked|struck|moved|heartened|ashamed)\s+to\s+(?:read|see\s+it\s+written)\s+that\s*$"
)
# as in "drew attention to paragraph 23 of the inspectors' report (“...”)"
_PARAGRAPH_OF = naming_rule(
    rf"\b(?:paragraph|page|para|section|line|sentence|passage)s?\s+(?:\w+\s+)?(?:of|in|from|on)\s+(?:the|their|its)\s+(?:[\w’'-]+\s+){{0,2}}?{_BODY}\s*[,(:–—-]\s*$",
    re.I,
)
_PARAGRAPH_N_OF = naming_rule(
    rf"\b(?:paragraph|page|para\.?|section)\s+\d[\d.]*\s+(?:of|in|from)\s+(?:the|their|its)\s+(?:[\w’'-]+\s+){{0,2}}?{_BODY}\s*[,(:–—-]*\s*$",
    re.I,
)
# as in "The team gets a glowing write-up, and so does the work with elders (“...”)"
_PRAISED_IN_BRACKETS = naming_rule(
    rf"(?:\bwrite-?up\b|\b(?:strengths?|weaknesses|areas?|points|things)\s+(?:that\s+(?:are|were)\s+)?(?:picked\s+out|listed|named|noted|singled\s+out|highlighted|identified|praised|criticised)\s+(?:in|by)\s+(?:the\s+)?{_BODY}"
    rf"|\b{_BODY}\s+(?:praises?|praised|commends?|commended|highlights?|highlighted|criticises?|criticised|picks?\s+out|picked\s+out|lists?|listed|singles?\s+out)\b)[^“”\".;]{{0,200}}\(\s*$",
    re.I,
)
# behind the words: "That is page 11.", ", which is page 14", "That's from the inspectors."
_IS_A_PAGE = re.compile(
    r"\W*(?:(?:That|This|It)(?:[’']s|\s+is|\s+was)|which\s+(?:is|was|comes?|stands?))\s+(?:on\s+|from\s+|at\s+)?(?:(?:the\s+)?(?:foot|top)\s+of\s+)?(?:page|paragraph)\s+[\w-]+\b"
)
_IS_FROM_THEM = naming_rule(
    r"\W*(?:And\s+)?(?:That|This|All\s+(?:that|this)|Those|These|Both)(?:[’']s|\s+is|\s+was|\s+are|\s+were)?\s+(?:all\s+|both\s+|straight\s+|taken\s+)*(?:from|what|the\s+words\s+of|by)\s+"
    r"(?:the\s+)?(?:inspectors|assessors|@inspectorate|report|letter|watchdog)\b"
)
# before them: "Page 40 is no better."
_A_PAGE_IS = re.compile(r"\W*(?:And\s+|But\s+|Then\s+)?[Pp]age\s+[\w-]+\s+(?:is|was|has|goes|makes|does|gives)\b")
# as in "And this one, about our family hubs:", "My least favourite is", "You may like this bit less."
_ANOTHER_ONE = re.compile(
    r"^\W*(?:And\s+|Then\s+|Or\s+)*(?:(?:[Tt]his|[Tt]hat|[Aa]nother)(?:\s+one)?(?:,\s+[^:“”\"]{2,60})?:"
    rf"|(?:[Mm]y|[Oo]ur|[Tt]he)\s+(?:own\s+|other\s+|second\s+)?(?:least\s+|next\s+|other\s+|most\s+)?(?:favourite|best|worst|second|other|kindest|harshest)(?:\s+(?:one|{_WORDS}))?\s+(?:though\s+|however\s+)?(?:is|was)(?:\s+(?:that|about\s+[^:“”\"]{{2,50}}:|this(?:\s+one)?:?))?)\s*$"
)
_LIKE_LESS = re.compile(
    rf"\b(?:like|love|hate|dislike|enjoy)\s+(?:this|the\s+(?:next|other|second))\s+(?:one|{_WORDS})\b[^“”\"]{{0,30}}$"
)
# as in "Two sentences in the report I have already learned by heart."
_SOME_OF_IT = naming_rule(
    rf"\b(?:one|two|three|four|some|a\s+few|these|this|the)\s+(?:\w+\s+)?{_WORDS}\s+(?:of|in|from)\s+(?:the|their|its)\s+(?:[\w’'-]+\s+){{0,2}}?(?:report|letter|report\s+card)\b",
    re.I,
)
_WHAT_DID_IT_SAY = rule(
    r"(?:^|[.!?]\s+)\W*(?:So\s+)?(?:[Ww]hat|[Aa]nd\s+what)\s+(?:did|does|do)\s+(?:it|they|the\s+(?:report|letter|inspectors)|inspectors)\s+(?:actually\s+|really\s+)?(?:say|find|write|conclude)\s*\?\s*$"
)
_NOT_THEIRS = re.compile(r"\b(?:not|never|no|nor|nowhere|wrongly|falsely)\b|n[’']t\b")
_OTHERS = re.compile(
    r"\b(?:surveys?|polls?|petitions?|leaflets?|newsletters?|pamphlets?|brochures?|magazines?|albums?|press\s+release|plans?|strateg(?:y|ies)|motions?|books?|e-?mails?|tweets?|minutes|speech|statement|article|paper[’']s)\b",
    re.I,
)
_NEAR = 900  # characters before, in which a report must be told of


def pointed_at(place: Place, memory: Memory, tail: str, following: str) -> Attribution | None:
    """The report, where the words beside a quotation only point at where it stands; None where they do not."""
    catalogue = memory.catalogue
    span = Span(place.before.end - len(tail), place.before.end).stripped(place.text) if tail.strip() else None
    if span is not None and _FROM_IT.of(catalogue).match(tail) and not OTHER_REPORT.search(tail):
        return Attribution("report", span)
    named = any(
        each.of(catalogue).search(tail) for each in (_THEIR_WORDS, _PARAGRAPH_OF, _PARAGRAPH_N_OF, _PRAISED_IN_BRACKETS)
    )
    if named and span is not None and not _NOT_THEIRS.search(tail[-90:]) and not _of_others(tail):
        return Attribution("report", span)
    if _is_of_a_report(place, memory):
        pointed = _ON_PAGE_IS_THIS.search(tail) or _GLAD_TO_READ.search(tail) or _THEIR_COMMENT.search(tail)
        if pointed and span is not None and not OTHER_REPORT.search(tail):
            return Attribution("report", span)
        if (page := _IS_A_PAGE.match(following)) is not None:
            at = place.after.start
            return Attribution("report", Span(at + page.start(), at + page.end()).stripped(place.text))
        if (led := _by_what_stands_before(place, memory, tail)) is not None:
            return led
    return _shown_below(place, memory)


def _of_others(words: str) -> bool:
    return bool(OTHER_REPORT.search(words) or _OTHERS.search(words))


def _is_of_a_report(place: Place, memory: Memory) -> bool:
    """Has the page, near before, told of a report, and of nobody else's words since?"""
    thing = memory.thing
    if (thing is not None and thing.kind != "report") or not memory.told_of_a_report:
        return False
    if _OTHERS.search(place.text, place.segment.span.start, place.quote.start):
        return False
    before = place.text[max(0, place.quote.start - _NEAR) : place.quote.start]
    return BODY_WORDS.of(memory.catalogue).search(before) is not None


def _by_what_stands_before(place: Place, memory: Memory, tail: str) -> Attribution | None:
    """The report, by the words of it right before in the same paragraph, or by a sentence that points at it."""
    words = place.before.of(place.text)
    cut = sentence_start(words)
    earlier = sentences_of(words[max(0, cut - 400) : cut])
    last = earlier[-1] if earlier else ""
    span = Span(place.before.start, place.before.end).stripped(place.text)
    joined = place.joined
    if (
        joined is not None
        and joined.kind == "report"
        and (_ANOTHER_ONE.match(tail) or (not tail.strip() and _LIKE_LESS.search(last)))
    ):
        return replace(joined, carried=True, continues=False)
    if (
        tail.strip()
        or not last
        or OFFICE.search(last)
        or _of_others(last)
        or _NOT_THEIRS.search(_NO_BETTER.sub("", last))
    ):
        return None
    if _A_PAGE_IS.match(last) or _SOME_OF_IT.of(memory.catalogue).search(last):
        return Attribution("report", span)
    return None


_NO_BETTER = re.compile(r"\bno\s+(?:better|worse|kinder|different)\b")


def _shown_below(place: Place, memory: Memory) -> Attribution | None:
    """Paragraphs of nothing but quotations, below "What did it say?" or above "That's from the inspectors."."""
    if not _alone(place, place.quote.start, place.quote.end):
        return None
    body, at = place.document.body, place.order.get(place.segment.index, 0)
    for above in reversed(body[max(0, at - _MOST) : at]):
        words = above.span.of(place.text)
        if _QUOTED.fullmatch(words):
            continue
        asked = _WHAT_DID_IT_SAY.search(words)
        if asked and _told_just_above(place, memory, above, words[: asked.start()]) and _is_of_a_report(place, memory):
            return Attribution("report", above.span)
        break
    for below in body[at + 1 : at + 1 + _MOST]:
        words = below.span.of(place.text)
        if _QUOTED.fullmatch(words):
            continue
        if _IS_FROM_THEM.of(memory.catalogue).match(words):
            return Attribution("report", below.span)
        break
    return None


def _told_just_above(place: Place, memory: Memory, asked: Segment, before: str) -> bool:
    """Is what stands right before "What did it say?" of a report, and of no other paper?"""
    if not before.strip():
        above = place.document.body_before(asked.span.start, 1)
        before = above[0].span.of(place.text) if above else ""
    return BODY_WORDS.of(memory.catalogue).search(before) is not None and not _OTHERS.search(before)


_QUOTED = re.compile(r"\s*[“\"‘'][^“”\"]+[”\"’']\s*", re.S)
_MOST = 8  # paragraphs


def _alone(place: Place, start: int, end: int) -> bool:
    """Is the paragraph nothing but the quotation?"""
    outside = place.text[place.segment.span.start : start] + place.text[end : place.after.end]
    return not re.search(r"[^\W_]", outside)
