"""The words of what somebody sent: "Cllr Lee has sent a card. It reads: “...”" are Cllr Lee's."""

from __future__ import annotations

import re

from inspections.reading.people.objects import object_of
from inspections.reading.rules import rule
from inspections.reading.sentence_subjects import sentence_subject
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.clauses import resolved
from inspections.reading.speakers.sentences import sentences_of
from inspections.text import Span

_READS = rule(
    r"^\W*(?:And\s+)?(?:Here\s+it\s+is(?:\s+in\s+full)?|It\s+(?:just\s+|simply\s+|only\s+)?(?:reads?|says?|said|went|goes|ran|runs))\s*[:,]\s*$"
)
_THING = (
    r"(?:line|(?:press\s+)?statement|response|comment|(?<!report\s)card|postcard|note|e-?mail|message|text|reply|tweet|poem"
    r"|voicemail)"
)
_SENT = rule(
    rf"\b(?:sent|sends|wrote|written|texted|e-?mailed|left|issued|offered|posted|handed|put)\b[^.;:“”\"]{{0,60}}?\b(?:an?|one|two|this|some|the\s+following)\s+(?:[\w’'-]+\s+){{0,2}}?{_THING}s?\b",
    re.I,
)
_CAME_FROM = rule(
    rf"^\W*From\s+(?P<first>[^;:“”\"]{{3,160}}?),?\s+(?:there\s+)?(?:came|comes|arrived|is|was)\s+an?\s+(?:[\w’'-]+\s+){{0,2}}?{_THING}\b"
    rf"|\b{_THING}\s+(?:[\w’'-]+\s+){{0,2}}?from\s+(?P<then>[^;:“”\"]{{3,160}})$"
)
# "Town councillor Ann Lee sent us an email about it": the office before a name that begins the sentence
_SENDER = rule(
    r"^\W*(?P<who>[^;:“”\"]{3,140}?)\s+(?:[\w’'-]+\s+){0,6}?(?:has\s+|have\s+)?(?:sent|wrote|left|issued|offered|texted)\b"
)


def sent_by(place: Place, memory: Memory, tail: str, span: Span) -> Attribution | None:
    """The person who sent what the words before a quotation say that it reads; None where nothing was sent."""
    if not _READS.match(tail):
        return None
    words = place.before.of(place.text)
    earlier = sentences_of(words[: len(words) - len(tail)][-500:])
    if not earlier:
        return None
    catalogue = memory.catalogue
    if came := _CAME_FROM.search(earlier[-1]):
        who = object_of(came["first"] or came["then"], catalogue)
    elif _SENT.search(earlier[-1]):
        told = sentence_subject(earlier[-1], catalogue, denied=True)
        who = told.who if told is not None else None
        if who is None and (sender := _SENDER.match(earlier[-1])) is not None:
            who = object_of(sender["who"], catalogue)
    else:
        return None
    if who is None or who.kind not in ("person", "organisation"):
        return Attribution("unstated", span)
    return resolved(who, memory, Span(place.before.start, span.end).stripped(place.text), True)
