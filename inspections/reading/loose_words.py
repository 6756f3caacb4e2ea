"""Words of somebody that nothing ties to an inspection, on a page that tells of much else.

A short page whose headline names an inspection is about it, and so is what people say there. On a long page of many
voices, in a debate, or paragraphs and other inspections away from where it was told of, people speak of anything: what
they say is about an inspection there only where it is named in their words, or where these are led in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.authorities import called
from inspections.reading.events import Event
from inspections.reading.quotations import Quotation
from inspections.reading.rules import rule
from inspections.reading.speakers.attribution import Attribution
from inspections.reading.where_told import main_event, told_in_order

if TYPE_CHECKING:
    from inspections.reading.work import Work

_OF_ONE = rule(
    r"\b(?:inspect\w*|Ofsted\w*|CQC|reports?|letters?|grades?|rating|rated|judgements?|judged|stars?|result|verdict"
    r"|findings?|assessments?|assessors?)\b",
    re.I,
)
_VOICES, _MANY_VOICES = 8, 14  # quotations that somebody is said to have said: of some voices, and of many
_LONG = 22  # paragraphs of a long page
_SENTENCE_ENDS = re.compile(r"[.!?:][”’\"')\s]*$")
_PARTED = 3  # paragraphs between an inspection and somebody who is not named


def is_loose(work: Work, quote: Quotation, said: Attribution, organisation: str | None, event: Event) -> bool:
    """Is there nothing that ties what somebody said to ``event``, so that it may be about anything?"""
    text = work.context.text
    told = [at for at, e in told_in_order(work) if e is event and at < quote.start]
    parted = _others_since(work, quote, event, told)
    if said.kind == "person" and said.speaker is None and event is not main_event(work):
        if not told or _paragraphs_since(work, quote, told[-1]) >= _PARTED:
            return True
    if _OF_ONE.search(quote.words(text)):
        return False
    if work.family.voice == "parliament":
        return True
    voices = sum(each.kind != "unstated" for each in work.said)
    if voices >= _VOICES and parted and not _told_in_section(work, quote, told):
        return True
    title = work.context.title
    if title is not None and _OF_ONE.search(text, title.span.start, title.span.end):
        return False
    led_in = said.span is not None and _OF_ONE.search(text, said.span.start, said.span.end) is not None
    if (voices >= _MANY_VOICES or (voices >= _VOICES and _paragraphs(work) >= _LONG)) and not led_in:
        return True
    return parted and not (_of_its_council(work, organisation, event) or _named_near(work, quote))


def _paragraphs(work: Work) -> int:
    """How many paragraphs the page has: not its headings, its menus and what stands in columns."""
    text, document = work.context.text, work.context.document
    return document.once(
        "paragraphs that end as sentences do",
        lambda: sum(
            s.kind in ("paragraph", "bullet")
            and _SENTENCE_ENDS.search(text[max(s.span.start, s.span.end - 6) : s.span.end]) is not None
            for s in document.body
        ),
    )


def _others_since(work: Work, quote: Quotation, event: Event, told: list[int]) -> bool:
    """Have other inspections been told of since this one was?"""
    return bool(told) and any(told[-1] < at < quote.start and e is not event for at, e in told_in_order(work))


def _paragraphs_since(work: Work, quote: Quotation, at: int) -> int:
    first = work.context.document.segment_at(at)
    return quote.segments[0] - first.index if first is not None else 0


def _told_in_section(work: Work, quote: Quotation, told: list[int]) -> bool:
    """Is it told of below the heading that the words stand below, or there?"""
    segments = work.context.document.segments
    heading = segments[quote.segments[0]].heading
    return heading is not None and any(at >= segments[heading].span.start for at in told)


def _of_its_council(work: Work, organisation: str | None, event: Event) -> bool:
    """Does somebody speak for a council that was inspected?"""
    return organisation is not None and bool(event.slugs & set(called(organisation, work.context.catalogue)))


def _named_near(work: Work, quote: Quotation) -> bool:
    """Is an inspection named before the words in their own paragraph, or in the one above?"""
    document, text = work.context.document, work.context.text
    begins = document.segments[quote.segments[0]].span.start
    above = document.body_before(begins, 1)
    return _OF_ONE.search(text, above[0].span.start if above else begins, quote.start) is not None
