"""When a page says that words were said: a day beside the verb of saying, or the day of a meeting they were said at.

A day that the page only leans on ("last night") counts from the page's own; one that cannot be told leaves the
words without a day, since the page says that they were not said on its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from inspections.reading.dates import dates
from inspections.reading.dates.calendar_words import MONTH, WEEKDAY, month, month_bounds
from inspections.reading.dates.mentions import Mention
from inspections.reading.dates.relative import from_anchor
from inspections.reading.facts import When
from inspections.reading.quotations import Quotation
from inspections.reading.rules import rule
from inspections.reading.said_elsewhere import elsewhere, with_its_year
from inspections.reading.said_there import goes_on, said_there, weekday_before
from inspections.reading.speakers.attribution import Attribution
from inspections.reading.speakers.verbs import SURE_VERBS
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_SITTING = (
    r"(?:meeting|committee|cabinet|council|executive|panel|board|conference|members|councillors|MPs|assembly|briefing"
    r"|chamber|hearing|debate|hustings|session|summit|forum|rally|event|launch)"
)
_AT_A_SITTING = rule(
    r"\b(?:told|addressed|addressing|said\s+(?:at|to)|speaking\s+(?:at|to))\s+(?:an?\s+|the\s+|last\s+|fellow\s+|his\s+|her\s+|our\s+|their\s+|its\s+)?"
    rf"(?:[\w’'\-]+\s+){{0,5}}?{_SITTING}\b[^.“”\"]{{0,60}}?$",
    re.I,
)
_SAID_ON = rule(r"\b(?:statement|said|speaking|meeting|interview|on|of|letter|email|press\s+release)\b[^.;]{0,20}$")
# "told the Echo on", "said in a statement late": right before a day
_SAID_THEN = rule(
    rf"\b(?:told\s+(?:us|me|them|him|her|reporters|journalists|staff|members|councillors|parents|residents|MPs|peers|listeners"
    r"|viewers|(?:the|this|our|an?)\s+[\w’'\-]+(?:\s+[A-Z][\w’'\-]*){0,3}|[A-Z][\w’'\-]*(?:\s+[A-Z][\w’'\-]*){0,3})"
    rf"|speaking(?:\s+to\s+(?:us|the\s+\w+))?|{SURE_VERBS})(?:\s+(?:on|via)\s+(?:social\s+media|LinkedIn|Facebook|Twitter|X|Instagram|Bluesky|Mastodon"
    r"|(?:his|her|its|their|the\s+[\w’']+)\s+(?:[a-z]+\s+){0,2}(?:page|blog|account|website|feed)))?\s*,?\s*"
    r"(?:on\s+|late\s+|earlier\s+|in\s+an?\s+(?:[a-z]+\s+)?(?:statement|e-?mail|letter|tweet|post|interview)\s+(?:issued\s+|made\s+|sent\s+)?(?:on\s+)?)?$"
)
# "told me on the steps of the town hall on": where it was said, before the day
_SAID_THERE = rule(
    rf"\b(?:told\s+(?:us|me|him|her|them|reporters|staff|parents|members|the\s+[A-Z]\w+)|speaking|{SURE_VERBS})\s+(?:on|at|in|outside|inside|by|near|from|over|beside)\s+"
    r"(?:(?!(?:publish|inspect|report|letter|issue|releas|visit|held|met)\w*)[\w’'\-]+\s+){1,9}?(?:on\s+)?$"
)
# "In an e-mail to this website last night Ann Lee wrote"
_IN_A_LETTER = re.compile(
    r"\W*In\s+an?\s+(?:[\w-]+\s+){0,2}(?:e-?mail|letter|note|message|statement|post|tweet|interview)(?:\s+(?:to|with|on|for|issued|sent)(?:\s+(?!publish|inspect|report)[\w’']+){1,4})?\s+(?:on\s+)?"
)
_OF_A_STATEMENT = re.compile(
    r"\b(?:statement|letter|speech|e-?mail|interview|release|post|tweet|message|blog)\s+(?:(?:to\s+\w+\s+)?(?:of|on|dated|issued\s+on|published\s+on|sent\s+on))\s*$"
)
# "At Tuesday's meeting", "told last Thursday's cabinet"
_SITTING_OF_A_DAY = re.compile(
    rf"\b(?P<last>last\s+)?(?P<day>{WEEKDAY})(?:[’']s)?\s+(?:night[’']?s?\s+)?(?:[\w\-]+\s+){{0,3}}?{_SITTING}\b"
)
# "told our October meeting"
_SITTING_OF_A_MONTH = re.compile(
    rf"\b(?:told|said|speaking|addressing|addressed)\b[^.;“”\"]{{0,60}}?\b(?:our|the|its|their|an?)\s+(?P<month>{MONTH})\s+(?:[a-z]+\s+){{0,2}}?{_SITTING}\b"
)
# "told staff on the day the report arrived": another day than the page's
_ANOTHER_DAY = re.compile(
    r"\b(?:told|said|wrote|speaking|announced)\b[^.;“”\"]{0,60}?\bon\s+the\s+(?:day|morning|afternoon|evening|night)\s+(?:(?:that|when)\s+)?"
    r"(?:the|it|its|our|they|we|inspectors|Ofsted)\b"
)
# "Speaking in 2016", "Speaking last Thursday"
_SPEAKING_THEN = re.compile(
    r"\b[Ss]peaking\s+(?:(?:back|earlier|late|just|only|again)\s+)*(?:(?:in|on|during)\s+)?(?:early\s+|late\s+)?$"
)
# "In March 2016 Ann Lee said": right before the one who said it
_OPENS = re.compile(r"\W*(?:Back\s+)?(?:(?:[Ii]n|[Dd]uring|[Aa]s\s+long\s+ago\s+as)\s+)?(?:[Ee]arly\s+|[Ll]ate\s+)?")
_CLOSE = 4  # characters: a comma and a space
# "At full council on 23 January Cllr Lee said"
_AT_ONE_THAT_DAY = re.compile(
    rf"\W*(?:At|In|During|Addressing)\s+(?:the\s+|a\s+|our\s+|its\s+)?(?:[\w’'\-]+\s+){{0,5}}?{_SITTING}\s+(?:meeting\s+|debate\s+)?(?:held\s+)?(?:on|of)\s+(?:the\s+)?"
)
# "A month ago Ann Lee said"
_AGO = re.compile(
    r"\W*(?:(?:(?:just|only|some|about|almost|nearly|over|(?:more|less)\s+than)\s+)*(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|\d{1,2}"
    r"|a\s+(?:few|couple\s+of))\s+(?:days?|weeks?|months?|years?|decades?)\s+(?:ago|earlier|before|previously)"
    r"|the\s+(?:day|week|month|year)\s+before|last\s+(?:week|month|year|spring|summer|autumn|winter|time)|earlier\s+this\s+(?:week|month|year))\W+",
    re.I,
)
_AHEAD_OF = re.compile(r"\b(?:before|ahead\s+of|prior\s+to|in\s+advance\s+of)\s+(?:the\s+)?$", re.I)
_STOPS = re.compile(r"\s*(?:[.:,;!?“\"]|$)")
_LONGEST_AFTER = 110  # characters


def told_when(work: Work, quote: Quotation, said: Attribution) -> When | Literal["another day"] | None:
    """The day on which the page says it was said; ``another day`` when it was on one that nobody can tell."""
    about = work.context
    if said.span is None:
        return None
    for d in dates(about.text, said.span, about.anchor):
        left = about.text[max(said.span.start, d.span.start - 50) : d.span.start]
        if d.precision == "day" and d.edtf and not d.relative and _SAID_ON.search(left):
            return (with_its_year(work, d) if d.edtf.startswith("XXXX") else None) or d.when()
    if (signed := _behind_the_name(work, quote, said)) is not None:
        return signed
    there = None
    if said.speaker is not None or said.kind == "organisation":
        there = _at_a_sitting(work, quote, said) or _beside_the_verb(work, quote, said)
    there = there or elsewhere(work, quote, said) or said_there(work, quote, said)
    if there is None and (before := goes_on(work, quote, said)) is not None:
        return told_when(work, *before)
    return there or _written_then(work, quote, said)


_WROTE = re.compile(r"\b(?:wrote|writes|written)\b")
_REPORTED = re.compile(r"\b(?:reported|wrote|submitted|sent\s+(?:her|his|a|the)\s+report)\b[^.!?]*$")


def _written_then(work: Work, quote: Quotation, said: Attribution) -> When | Literal["another day"] | None:
    """ "Ms Lee reported in May 2023. “...,” she wrote": the day told of what she wrote, in the paragraphs above."""
    about, name = work.context, (said.speaker or "").split()[-1:]
    if not name or said.span is None or _WROTE.search(said.span.of(about.text)) is None:
        return None
    begins = about.document.segments[quote.segments[0]].span.start
    above = about.document.body_before(begins, 2)
    before = Span(above[0].span.start if above else begins, quote.start)
    for d in dates(about.text, before, about.anchor):
        left = about.text[max(before.start, d.span.start - 120) : d.span.start]
        told = _REPORTED.search(left)
        if told is not None and name[0] in left[: told.start()].split(". ")[-1]:
            return d.when() if d.edtf and d.known and not d.edtf.startswith("XXXX") else "another day"
    return None


# "– Ann Lee, leader, February 2024" below the words, or "(Cllr Ann Lee, press statement, 24 January)" behind them
_A_SIGNATURE = re.compile(r"\W*(?:[–—―-]\s*)?[A-Z]")


def _behind_the_name(work: Work, quote: Quotation, said: Attribution) -> When | Literal["another day"] | None:
    """The day, month or year with which the line ends that names whoever said what stands above it, or before it."""
    about = work.context
    assert said.span is not None
    if said.span.start < quote.end or not _A_SIGNATURE.match(about.text, said.span.start):
        return None
    between = about.text[quote.end : said.span.start]
    if re.search(r"[^\W_]", between) or not ("\n" in between or re.search(r"[(–—―]", between)):
        return None
    found = [
        d for d in dates(about.text, said.span, about.anchor) if not about.text[d.span.end : said.span.end].strip(" .)")
    ]
    if (
        not found
        or not re.search(r"\d", found[-1].span.of(about.text))
        or about.text[: found[-1].span.start].rstrip()[-1:] != ","
    ):
        return None
    day = found[-1]
    if day.known and day.edtf and not day.edtf.startswith("XXXX"):
        return day.when()
    return with_its_year(work, day) or "another day"


def _clause(work: Work, quote: Quotation, said: Attribution) -> Span:
    """The words that say who said it, to the end of their sentence, and what stands before them in it."""
    text = work.context.text
    assert said.span is not None
    segments = work.context.document.segments
    if said.span.start < quote.start:
        near = work.context.document.segment_at(said.span.start)
        begins = max(near.span.start if near else said.span.start, said.span.start - _LONGEST_AFTER)
        stop = max(text.rfind(mark, begins, said.span.start) for mark in (". ", "? ", "! ", "”", "\n"))
        return Span(stop + 1 if stop >= 0 else begins, max(said.span.end, said.span.start + 1))
    ends = max(said.span.end, min(said.span.end + _LONGEST_AFTER, segments[quote.segments[-1]].span.end))
    stop = re.search(r"[.!?](?:\s|$)|[“\"]", text[said.span.start : ends])  # type: ignore[assignment]
    return Span(said.span.start, said.span.start + stop.start() if stop else ends)  # type: ignore[attr-defined]


def _beside_the_verb(work: Work, quote: Quotation, said: Attribution) -> When | Literal["another day"] | None:
    about, clause = work.context, _clause(work, quote, said)
    words = clause.of(about.text)
    for d in dates(about.text, clause, about.anchor):
        left = about.text[clause.start : d.span.start]
        if d.precision == "day" and _OF_A_STATEMENT.search(left):
            return d.when() if d.edtf else "another day"
        opens = said.span is not None and _OPENS.fullmatch(left) and 0 < said.span.start - d.span.end < _CLOSE
        if d.precision == "day" and not d.relative and _AT_ONE_THAT_DAY.fullmatch(left):
            return d.when() if d.edtf else "another day"
        if _SPEAKING_THEN.search(left) or (opens and d.precision in ("month", "year")):
            return d.when() if d.edtf else "another day"
        if about.text.startswith(("’s", "'s"), d.span.end) or d.precision not in ("day", "unknown") or not d.relative:
            continue
        if _IN_A_LETTER.fullmatch(left):
            return d.when() if d.edtf else "another day"
        if _SAID_THERE.search(left) and _STOPS.match(about.text, d.span.end):
            return d.when() if d.edtf else "another day"
        if _SAID_THEN.search(re.sub(r"\bon\s+$", "", left)) or not re.sub(r"\W|\b[Oo]n\b", "", left):
            return d.when() if d.edtf else "another day"
    if said.span is not None and _AGO.fullmatch(about.text, clause.start, max(clause.start, said.span.start)):
        return "another day"
    if (m := _SITTING_OF_A_DAY.search(words)) is not None:
        if _AHEAD_OF.search(words, 0, m.start()):
            return "another day"
        where = Span(clause.start + m.start("day"), clause.start + m.end("day"))
        return weekday_before(work, m["day"], where, last=bool(m["last"])) or "another day"
    if (m := _SITTING_OF_A_MONTH.search(words)) is not None:
        return _month_before(work, m, clause) or "another day"
    return "another day" if _ANOTHER_DAY.search(words) else None


def _month_before(work: Work, m: re.Match[str], clause: Span) -> When | None:
    """The last such month that had begun when the page was published."""
    anchor, number = work.context.anchor, month(m["month"])
    if anchor is None:
        return None
    year = anchor.year - (number > anchor.month)
    where = Span(clause.start + m.start("month"), clause.start + m.end("month"))
    first, last = month_bounds(year, number)
    return Mention(
        where, f"{year}-{number:02}", first, last, "month", None, True, from_anchor(anchor), "derived"
    ).when()


def _at_a_sitting(work: Work, quote: Quotation, said: Attribution) -> When | None:
    """The day of the meeting at which the paragraph says that its one speaker spoke."""
    about, segments = work.context, work.context.document.segments
    before = Span(segments[quote.segments[0]].span.start, quote.start)
    after = Span(quote.end, min(quote.end + 200, segments[quote.segments[-1]].span.end))
    led_in = said.span if said.span is not None and said.span.end <= before.start else None
    for led in (after, before, *([led_in] if led_in else ())):
        if led is before and (said.speaker is None or said.speaker.split()[-1] not in led.of(about.text)):
            continue
        if led is after and not (said.span is not None and said.span.start >= quote.end - 1):
            continue  # no "..., she told a meeting of the council on Monday"
        for d in dates(about.text, led, about.anchor):
            left = re.sub(r"\bon\s+$", "", about.text[max(led.start, d.span.start - 140) : d.span.start])
            if d.precision in ("day", "month") and d.edtf and _AT_A_SITTING.search(left):
                return d.when()
    return None
