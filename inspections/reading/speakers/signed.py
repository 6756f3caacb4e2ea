"""Whose name stands on a line of its own below a quotation that is a paragraph of its own.

"— Ann Lee, the leader" and "Those are the words of Ann Lee" say so; "Cllr Ann Lee, cabinet member" and "Learner, City
College" do where names stand below the quotations of their run, and not above them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading import rules
from inspections.reading.people.names import in_small_letters
from inspections.reading.people.objects import object_of
from inspections.reading.people.roles import OFFICE, PRIVATE, STAFF, kin
from inspections.reading.rules import rule
from inspections.reading.segments import Segment
from inspections.reading.speakers.attribution import Attribution, Memory, Place
from inspections.reading.speakers.clauses import resolved
from inspections.text import Span

_SIGNED = rule(r"^\s*[–—―~-]+\s*(?P<who>[^“”\"\n]{3,140})$")
# "So says Ann Lee, head of adult learning.", "Those are the words of Ann Lee, the leader."
_SAID_ABOVE = rule(
    r"^\s*(?:(?:So|Thus)\s+(?:says|said|speaks|spoke|writes|wrote|runs|ran)|(?:The|Those|These)\s+(?:words\s+)?(?:is|are|was|were)\s+"
    r"(?:the\s+(?:\w+\s+)?words\s+|those\s+)?of|(?:That|This)\s+(?:is|was)\s+(?:the\s+(?:\w+\s+)?(?:verdict|view|message|reaction|response|reply|answer"
    r"|opinion)\s+(?:of|from)|how))\s+(?P<who>[^“”\"\n:;]{3,140}?)(?:\s+(?:sees?|saw|put|puts|summed|sums)\s+(?:it|things|them)(?:\s+up)?)?\.?\s*$"
)
# "Cllr Ann Lee, Cabinet Member for Skills", "Learner, City College", "Ofsted report, page 3"
_NAME_LINE = re.compile(r"\s*(?P<who>[A-Z][^“”\"‘\n:;.!?]{3,150}?)\s*")
_A_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|said|says|told|can|did|does|do|be|been|get|got|see)\b")
_THE_REPORT = re.compile(
    r"(?:(?:Ofsted|CQC|HMICFRS|Inspectors?[’']?s?|Inspection)\s+)+(?:report|letter|card|report\s+card)(?:,?\s+(?:page\s+\d+|(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d))?|The\s+inspectors|Inspectors|Ofsted",
)
_MOST_IN_A_RUN = 12  # lines and quotations, one by one


def signed(place: Place, memory: Memory) -> Attribution | None:
    """The line below a quotation that stands alone, when it is a dash and who said it, says who did, or names them."""
    if (in_its_lines := _named_behind(place, memory)) is not None:
        return in_its_lines
    at = place.order.get(place.quote.segments[-1])
    body = place.document.body
    if at is None or not _whole(place) or at + 1 >= len(body):
        return None
    below = body[at + 1].span
    words = below.of(place.text) if below.end - below.start < 160 else ""
    said = _SAID_ABOVE.match(words)
    m = said or _SIGNED.match(words)
    if m is None:
        return _named_below(place, memory, at)
    who = object_of(m["who"], memory.catalogue)
    if who is not None and said is not None and who.kind == "report":
        return resolved(who, memory, below, True)
    if who is None or who.kind != "person" or not (who.role or who.titled):
        return None
    return resolved(who, memory, below, True)


# the name, the office and the body may each have a line of their own
_ON_THE_NEXT_LINE = re.compile(r"[^\S\n]*\n\s*(?P<line>\S[^\n]{3,118}(?:\n[^\S\n]*[^\s“”\"‘][^\n]{2,80}){0,3})\s*")


def _named_behind(place: Place, memory: Memory) -> Attribution | None:
    """The line right behind a quotation, in one paragraph with it and nothing else, that is nothing but who said it."""
    begun = place.text[place.segment.span.start : place.quote.start]
    m = _ON_THE_NEXT_LINE.fullmatch(place.text, place.quote.end, place.after.end)
    if m is None or rules.search(r"[^\W_]", begun) or place.quote.segments[-1] != place.segment.index:
        return None
    return _who_is_named(place, memory, replace(place.segment, span=Span(m.start("line"), m.end("line"))))


def _named_below(place: Place, memory: Memory, at: int) -> Attribution | None:
    """The line below that is nothing but who said it, in a run of quotations that begins with one."""
    body, text = place.document.body, place.text
    here = _who_is_named(place, memory, body[at + 1])
    if here is None:
        return None
    if at + 2 < len(body) and _is_quoted(text, body[at + 2]):
        if at + 3 >= len(body) or _who_is_named(place, memory, body[at + 3]) is None:
            return None  # a quotation below the name has none below it: names may stand above
    first = place.order.get(place.segment.index, at)
    for back in range(first - 1, max(-1, first - 1 - _MOST_IN_A_RUN), -1):
        above = body[back]
        if (first - back) % 2:
            if _who_is_named(place, memory, above) is None:
                return None if text.endswith(":", 0, above.span.end) else here
        elif not _is_quoted(text, above):
            return None  # the run begins with a name: names stand above
    return here


def _who_is_named(place: Place, memory: Memory, line: Segment) -> Attribution | None:
    words = in_small_letters(re.sub(r",?\s*\n\s*", ", ", line.span.of(place.text).strip()))
    m = _NAME_LINE.fullmatch(words) if len(words) < 160 and line.kind != "row" else None
    if m is None or _A_VERB.search(words):
        return None
    if _THE_REPORT.fullmatch(m["who"]):
        return Attribution("report", line.span)
    head = m["who"].split(",")[0].strip()
    if "," not in m["who"] and "(" not in m["who"]:
        return None
    plain = head.split()
    bare = len(plain) == 1 or (len(plain) < 5 and plain[-1].islower())  # "Assistant director, a county in the north"
    if bare and any(each.search(head) for each in (PRIVATE, STAFF, OFFICE)):
        return Attribution("person", line.span, None, kin(head[:1].lower() + head[1:]))
    who = object_of(m["who"], memory.catalogue)
    if who is None or who.kind != "person" or who.private or not who.name or not (who.role or who.titled):
        return None
    return resolved(who, memory, line.span, True)


def _is_quoted(text: str, segment: Segment) -> bool:
    words = segment.span.of(text).strip()
    return words[:1] in "“\"‘'”" and words[-1:] in "”\"’'“"


def _whole(place: Place) -> bool:
    """Is the paragraph nothing but the quotation?"""
    text = place.text
    outside = text[place.segment.span.start : place.quote.start] + text[place.quote.end : place.after.end]
    return not rules.search(r"[^\W_]", outside)
