"""What somebody says without marks in a part of the page that is theirs: a statement, an interview's answers.

"Statement by Councillor Ann Lee, leader" and the paragraphs below it; "AL:" and what follows; "made the following
statement:" and the paragraph that it leads in. One statement for each part, or for each answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from inspections.reading.facts import StatementFact
from inspections.reading.inspectorates import naming_rule
from inspections.reading.quotations import Quotation
from inspections.reading.segments import Segment
from inspections.reading.speakers import attribute
from inspections.reading.speakers.attribution import Attribution
from inspections.reading.speakers.parts_spoken import Part, parts_spoken
from inspections.reading.statements import statement_of
from inspections.reading.where_told import events_told, live_events
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_FEWEST = 5  # words of an answer
_LONG = 6  # words: as many in marks are somebody's, and told with them
_OF_AN_INSPECTION = naming_rule(
    r"\b(?:@inspectorate|inspect\w*|re-?inspect\w*|reports?|letters?|report\s+card|rat(?:ed|ings?)|grad(?:e[sd]?|ings?)|judge?ments?|judged|visit(?:ed|s)?|assess(?:ed|ment|ments)"
    r"|findings?|outstanding|inadequate|requires\s+improvement|good)\b",
    re.I,
)


def own_words(work: Work, keys: dict[int, str]) -> tuple[StatementFact, ...]:
    """The statements of the parts of a page that tell whose they are."""
    if work.family.voice in ("parliament", "inspectorate") or not work.events:
        return ()
    out = _led_in(work, keys)
    for run in _parts(work):
        part = run[0][0]
        assert part.who is not None
        spans = [Span(each.begins, s.span.end).stripped(work.context.text) for each, s in run]
        if sum(len(span.of(work.context.text).split()) for span in spans) < _FEWEST:
            continue
        if not part.stated and (part.asked is None or not _is_about_it(work, part, spans)):
            continue
        said = Attribution(
            part.who.kind, part.head, part.who.speaker, part.who.role, part.who.organisation,
            titled=part.who.titled, sex=part.who.sex,
        )  # fmt: skip
        words = Quotation(spans, spans, "double", [s.index for _, s in run])
        made = replace(statement_of(work, keys, words, said), in_quotation_marks=False)
        if part.stated or made.about:
            out.append(made)
    return tuple(out)


_LEADS_IN = re.compile(
    r"\b(?:said|says|added|adds|wrote|writes|told|commented|explained|replied|answered|responded|continued|statement|writing|e-?mail|message|reply)\b[^“”\"]{0,60}:$"
)
_NOT_YET = re.compile(
    r"\b(?:his|her|their|the\s+\w+[’']s)\s+(?:reply|letter|answer|response|e-?mail|note|message)\s+\w+:$|\b(?:will|should|must|could|would|can|may|might)\s[^.?!]*:$"
)
_OF_ONESELF = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Ww]e|[Ww]e[’'](?:re|ve|ll|d)|[Mm]y|[Oo]ur|[Mm]e|[Uu]s)\b")


def _led_in(work: Work, keys: dict[int, str]) -> list[StatementFact]:
    """The one paragraph, without marks, below "Ann Lee, the leader, made the following statement:", as "I" or "we"."""
    about = work.context
    text, body = about.text, about.document.body
    found: list[Quotation] = []
    for above, s in pairwise(body):
        if above.kind != "paragraph" or s.kind != "paragraph" or not text.endswith(":", 0, above.span.end) or s.notes:
            continue
        words = s.span.of(text)
        last = above.span.of(text)[-_LONGEST_LEAD:]
        if words[:1] in _MARKS or words[-1:] not in (".", "!", "?", "…") or not _OF_ONESELF.search(words):
            continue
        if _LEADS_IN.search(last) and not _NOT_YET.search(last) and not _is_in_marks(work, s):
            found.append(Quotation([s.span], [s.span], "double", [s.index]))
    if not found:
        return []
    quotes = tuple(sorted((*work.quotes, *found), key=lambda quote: quote.start))
    out = []
    for quote, said in zip(quotes, attribute(about.document, quotes), strict=True):
        led = any(quote is each for each in found) and said.span is not None and said.span.end <= quote.start
        if led and not said.disowned and (said.speaker or (said.kind == "organisation" and said.role)):
            out.append(replace(statement_of(work, keys, quote, said), in_quotation_marks=False))
    return out


_LONGEST_LEAD = 240  # characters
_MARKS = "“”\"‘'’«"


def _parts(work: Work) -> Iterator[list[tuple[Part, Segment]]]:
    """The paragraphs of each part, as far as they stand in no marks; of an interview each answer is one."""
    parts = parts_spoken(work.context.document)
    run: list[tuple[Part, Segment]] = []
    for s in work.context.document.body if parts else ():
        part = parts.get(s.index)
        own = part is not None and part.who is not None and not _is_in_marks(work, s)
        if run and not (own and part is not None and _same(part, run[0][0])):
            yield run
            run = []
        if own and part is not None:
            run.append((part, s))
    if run:
        yield run


def _same(part: Part, other: Part) -> bool:
    return (part.who, part.head, part.asked) == (other.who, other.head, other.asked)


def _is_in_marks(work: Work, s: Segment) -> bool:
    """Is a paragraph, or the most of it, words in marks?"""
    marked = sum(
        min(q.end, s.span.end) - max(q.start, s.span.start)
        for q in work.quotes
        if Span(q.start, q.end).overlaps(s.span) and len(q.words(work.context.text).split()) >= _LONG
    )
    return marked * 2 > s.span.end - s.span.start


def _is_about_it(work: Work, part: Part, spans: list[Span]) -> bool:
    """Does an answer, or the question to it, speak of an inspection, and of no other service and no other council?"""
    about, text = work.context, work.context.text
    words = " ".join(span.of(text) for span in spans)
    theirs = _OF_AN_INSPECTION.of(about.catalogue)
    asked = part.asked
    if theirs.search(words) is None and (asked is None or theirs.search(asked.of(text)) is None):
        return False
    told = [e for span in spans for e in events_told(work, span)] or live_events(work)
    slugs = {slug for e in told for slug in e.slugs}
    for span in (*spans, *((asked,) if asked is not None else ())):
        for named in work.beside(span):
            if any(one.slugs and not set(one.slugs) & slugs for one in named.authorities if one.span.within(span)):
                return False
            if any(e.service not in (None, one.slug) for e in told for one in named.services if one.span.within(span)):
                return False
    return True
