"""Words that the sentence of their speaker, or the one before it, places somewhere: there, and not on the page.

"That is Ann Lee, who came to our coffee morning yesterday", "rose to tell us", "is quoted on the website as saying",
"What she said was": the day is the one told there, and nobody's guess where none is told.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from inspections.reading.dates import dates
from inspections.reading.dates.calendar_words import WEEKDAY, weekday_number
from inspections.reading.dates.mentions import Mention
from inspections.reading.dates.relative import LastOfMonth, from_anchor
from inspections.reading.facts import When
from inspections.reading.quotations import Quotation
from inspections.reading.rules import rule
from inspections.reading.said_elsewhere import (
    ANY_OCCASION,
    Elsewhere,
    by_pronoun,
    own_sentence,
    sentences_before,
    with_its_year,
)
from inspections.reading.speakers.attribution import Attribution
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_ENDS = r"(?=\s*(?:[.:,;!?“\"‘]|$))"
# "is quoted on the council's website as saying"
_QUOTED = rule(r"\b(?:is|was|are|were)\s+(?:\w+ly\s+)?quoted\b")
# "What he said, at a meeting on 9 April, was": a page puts right what it told before
_PUT_RIGHT = rule(
    r"\b[Ww]hat\s+(?:he|she|they|(?:[A-Z][\w’'\-]+\s+){1,3}?)\s*(?:actually\s+|really\s+|in\s+fact\s+|did\s+)?(?:said|say|wrote|told)\b"
)
# "on the radio the next morning", "she said that night"
_DAY_AFTER = re.compile(
    r"\b(?:(?:the|that)\s+(?:next|following)\s+(?:morning|day|afternoon|evening|week|month)"
    rf"|that\s+(?:morning|afternoon|evening|night|week|month|spring|summer|autumn|winter)|(?:the\s+)?(?:day|night|week)\s+before){_ENDS}"
)
# "rose to tell us", "stood up in the chamber and said"
_ROSE = rule(
    r"\b(?:rose|got\s+up|stood\s+up|got\s+to\s+(?:his|her|their)\s+feet)\s+(?:to\s+(?:tell|say|reply|answer|speak)\b|[^.;“”\"]{0,60}?\band\s+(?:said|told|asked|answered|replied)\b)"
)
_TO_A_MEETING = rule(r"\b(?:told|to)\s+an?\s+(?:[a-z]+\s+)?(?:meeting|rally|hustings|vigil|assembly)\b")
_PRESENT = (
    r"(?:came\s+(?:to|in|along|round)|was\s+(?:in|at|on)|were\s+(?:in|at|on)|stood\s+(?:in|on|at|outside)|dropped\s+in|popped\s+in"
    r"|turned\s+up|sat\s+(?:in|down|with)|looked\s+in|called\s+(?:in|round)|joined\s+us|opened)"
)
_THERE = rule(rf"\b{_PRESENT}\b[^.;“”\"]{{0,60}}?\b(?P<day>[Yy]esterday|[Ll]ast\s+night|on\s+{WEEKDAY}){_ENDS}?")
_NO_PRESENCE = re.compile(r"\b(?:inspect\w*|Ofsted|CQC|report|letter|it)\b")
_BY_LETTER = re.compile(
    r"\b(?:letter|e-?mail|note|memo|card)\b[^“”\"]*?\b(?:sent|dated|went\s+out|addressed|pinned|delivered)\b"
)
_IN_IT = re.compile(
    r"\b(?:[Ii]t|[Hh]e|[Ss]he)\s+(?:begins?|began|ends?|ended|reads?|concludes?|concluded|opens?|writes|wrote)\b|\bwrites\b|\bwrote\b"
)
_I_PUT = re.compile(r"\b(?:I|we)\s+(?:\w+\s+)?(?:put|asked|raised|pressed|challenged)\b[^.;“”\"]{0,60}?\bat\b")
_ANSWERED = re.compile(r"\b(?:told|answered|replied|said|assured)\s+(?:me|us)\b")
_SITTING_OF_A_DAY = re.compile(
    rf"\b(?P<last>last\s+)?(?P<day>{WEEKDAY})[’']s\s+(?:night[’']?s?\s+)?(?:[\w\-]+\s+){{0,3}}?"
    r"(?:meeting|committee|cabinet|council|executive|panel|board|conference|debate|hustings|summit|forum)\b"
)
_SAYS_NOW = re.compile(r"\b(?:says|adds|writes|insists|tells|asks|admits|explains)\b")


def said_there(work: Work, quote: Quotation, said: Attribution) -> Elsewhere:
    """The day of the place and hour at which words were said; ``another day`` when they were, and none is told."""
    if said.span is None:
        return None
    text, own = work.context.text, own_sentence(work, quote, said)
    words = own.of(text)
    if _QUOTED.search(words) or (own.start < quote.start and _PUT_RIGHT.search(words)):
        return _day_told(work, own) or "another day"
    if _DAY_AFTER.search(words) or _TO_A_MEETING.search(words):
        return "another day"
    before = sentences_before(work, quote, said)
    if _ROSE.search(words):
        return _day_told(work, own) or "another day"
    if _SAYS_NOW.search(words) and not _IN_IT.search(words):
        return None
    return (
        _by_letter(work, own, before[:2])
        or _in_answer(work, own, before[:1])
        or _who_was_there(work, quote, said, [own, *before])
        or _at_a_sitting_of(work, own, said, before)
    )


def _day_told(work: Work, where: Span) -> When | None:
    """The one day that a sentence tells."""
    days = [d for d in dates(work.context.text, where, work.context.anchor) if d.precision == "day"]
    return with_its_year(work, days[0]) if len(days) == 1 else None


def _by_letter(work: Work, own: Span, before: list[Span]) -> Elsewhere:
    """ "It is dated 12 April. “…,” it begins", "A letter has been sent. “…,” writes the chief executive" """
    text = work.context.text
    if not _IN_IT.search(text, own.start, own.end):
        return None
    told = next((span for span in before if _BY_LETTER.search(span.of(text)) or _DATED.search(span.of(text))), None)
    return None if told is None else _day_told(work, told) or "another day"


_DATED = re.compile(r"\bdated\s+\d")


def _in_answer(work: Work, own: Span, before: list[Span]) -> Elsewhere:
    """ "when I put that to him at full council on 25 April? Cllr Lee told me" """
    text = work.context.text
    for span in before:
        if _ANSWERED.search(text, own.start, own.end) and _I_PUT.search(text, span.start, span.end):
            if ANY_OCCASION.search(text, span.start, span.end):
                return _day_told(work, span) or "another day"
    return None


def _who_was_there(work: Work, quote: Quotation, said: Attribution, told: list[Span]) -> Elsewhere:
    """The day on which somebody is said to have come, been or stood where they were heard."""
    about = work.context
    name = said.speaker.split()[-1] if said.speaker else None
    above = about.document.body_before(about.document.segments[quote.segments[0]].span.start, 1)
    if name is None:
        return None
    for where in (*told, *(s.span for s in above)):
        m = _THERE.search(about.text, where.start, where.end)
        if m is None or work.is_quoted(Span(m.start(), m.end())):
            continue
        left = about.text[max(where.start, m.start() - 90) : m.start()]
        if name not in left or _NO_PRESENCE.search(left[left.rindex(name) :]):
            continue
        at = Span(m.start("day"), m.end("day"))
        found = [d for d in dates(about.text, at, about.anchor) if d.precision == "day" and d.edtf]
        return found[0].when() if found else "another day"
    return None


def _at_a_sitting_of(work: Work, own: Span, said: Attribution, before: list[Span]) -> Elsewhere:
    """The day of "Monday's full council", where the same speaker goes on in it."""
    text = work.context.text
    name = said.speaker.split()[-1] if said.speaker else None
    for span in before:
        m = _SITTING_OF_A_DAY.search(text, span.start, span.end)
        if m is None or not by_pronoun(text, own, said) or name is None or name not in span.of(text):
            continue
        if re.search(r"\b(?:before|ahead\s+of|until|next|due|will)\b[^.;]*$", text[span.start : m.start()]):
            return None
        return weekday_before(work, m["day"], Span(m.start("day"), m.end("day")), last=bool(m["last"])) or "another day"
    return None


def goes_on(work: Work, quote: Quotation, said: Attribution) -> tuple[Quotation, Attribution] | None:
    """The quotation just before, of the same speaker, that this one goes on from: "she added", a line or two below."""
    text = work.context.text
    if said.span is None or said.speaker is None:
        return None
    own = own_sentence(work, quote, said)
    if not by_pronoun(text, own, said) or _SAYS_NOW.search(own.of(text)):
        return None
    number = next((i for i, each in enumerate(work.quotes) if each is quote), 0)
    if not number:
        return None
    before, spoke = work.quotes[number - 1], work.said[number - 1]
    near = quote.segments[0] - before.segments[-1] <= 1
    return (before, spoke) if near and spoke.speaker == said.speaker and spoke.kind == said.kind else None


def weekday_before(work: Work, day: str, where: Span, *, last: bool = False) -> When | None:
    """The last such day of the week before the page's own; on the day itself nobody can tell which.

    ``last``: the page says "last Monday", which may be the one before that.
    """
    anchor, number = work.context.anchor, weekday_number(day)
    if anchor is None or isinstance(anchor, LastOfMonth) or number is None:
        return None
    back = (anchor.weekday() - number) % 7
    if not back or (last and number <= anchor.weekday()):
        return None
    then = anchor - timedelta(days=back)
    return Mention(where, str(then), then, then, "day", None, True, from_anchor(anchor), "derived").when()
