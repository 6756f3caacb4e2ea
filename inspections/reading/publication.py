"""When a source was published, as it says itself."""

from __future__ import annotations

import re
from datetime import date

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.dates import may_cite_a_year
from inspections.reading.dates.mentions import Mention, candidates
from inspections.reading.document import Document
from inspections.reading.inspectorates import naming_rule
from inspections.reading.mastheads import (
    A_PAPER,
    ABOUT_A_SITTING,
    OF_A_SITTING,
    TITLES,
    dates_of,
    ends_a_title,
    is_part_of_a_masthead,
    is_prose,
    lines_of,
    month_of_issue,
    was_sent,
)
from inspections.reading.segments import Segment
from inspections.reading.sittings import sat_on
from inspections.text import Span

_LABELLED = re.compile(
    r"^\W*(?:(?:date\s+)?(?:published|written|compiled|answered|statement\s+made)|publication\s+date|posted|date\s+posted|released|issued|date|(?:(?:these|draft|the)\s+)?minutes(?:\s*[-–—:,(]\s*|\s+)(?:were\s+)?(?:first\s+)?(?:published|posted|issued|uploaded)[^:\d]{0,70}"
    r"|(?:(?:this\s+)?page\s+)?(?:was\s+)?(?:last\s+)?(?:updated|reviewed)|added|news\s+release"
    r"|(?:(?:press|news|media)\s+release\W+)?for\s+immediate\s+(?:release|use))\b(?:\s+on|\s+at"
    r"|\s+by\s+[\w .]{2,40})?\s*[:\-–]?\s*",
    re.I,
)
_TODAY = re.compile(r"\btoday\s*[\(,]\s*$", re.I)
_UPDATED = re.compile(
    r"\b(?:updated|posted|published|added\s+to|amended|revised|put\s+online|uploaded|went\s+(?:live|online))\b[^.;\]]{0,40}?$",
    re.I,
)
_UPDATED_WORDS = ("updated", "posted", "published", "added", "amended", "revised", "online", "uploaded", "went live")
_BYLINE = re.compile(r"^(?:by\s+.{2,60}|.{0,40}\d{1,2}[:.]\d{2}.{0,40})", re.I)


# "Minutes issued 20 February 2019.", at the head of a block of lines that go on with whom to ask
_COMES_OUT = re.compile(
    r"(?:(?:These|Draft|The)\s+)?[Mm]inutes\s+(?:were\s+)?(?:published|posted|issued|uploaded)[^\n.;]{0,40}\d{4}(?=[\s.;])"
)
# in minutes the day of the sitting, where another label names the day on which they came out
_PLAIN = re.compile(r"^\W*date\b(?!\s+(?:of\s+)?(?:publi|post|written|compil|issue))", re.I)
# a meeting's day is not the day its minutes were published
_MEETING = re.compile(
    r"^\W*(?:held\s*(?::|on\b|at\b)|(?:date\s+of\s+)?(?:the\s+)?meeting|present\b|minutes\s+of\b)", re.I
)
_PLACE_AND_TIME = re.compile(r"\b(?:time|place|venue|location|present|chair(?:man)?)\s*:", re.I)
_MINUTED = re.compile(
    r"(?:R(?<!\w.)(?:ESOLVED|esolved)|P(?<!\w.)RESENT|P(?<=^.)resent|A(?<!\w.)pologies|I(?<!\w.)n\s+attendance"
    r"|D(?<!\w.)eclarations\s+of|M(?<!\w.)INUTES|DATE\s+OF\s+NEXT\s+MEETING)\b",
    re.M,
)
# "a letter that Ofsted published on ...": the report's day, not this page's
_OF_A_REPORT = naming_rule(
    r"\b(?:reports?|letters?|@inspectorate|inspect\w*|(?:re)?visit\w*|findings|outcome|grades?|ratings?|judge?ments?|verdicts?)\b[^.;\]]{0,150}$",
    re.I,
)


# "Northern Echo, 21 September 2016", "10 December 2009 | 4 minute read": a paper's or a page's dateline
_ABOUT_AN_EVENT = naming_rule(
    r"\b(?:inspect\w*|visit\w*|judg\w+|rated|graded|reports?|letters?|review\w*|meeting|committee|panel|cabinet"
    r"|executive|board|assembly|agenda|item|council\s+of"
    r"|from|between|since|until|by|on|in|at|for|@inspectorate|dear|ref|deadline|due|expected|accessed|retrieved|viewed"
    r"|downloaded|captured|consulted|checked|crawled)\b",
    re.I,
)


def _is_dateline(words: str, day: Span, start: int, catalogue: Catalogue) -> bool:
    """Does a short line hold nothing but a name, or a title after a colon, beside its date?"""
    before, after = words[: day.start - start], _COLUMN.sub("", words[day.end - start :])
    if len(words) > 130 or len(re.findall(r"\b(?:19|20)\d\d\b", words)) > 1:
        return False
    if not re.sub(r"\W", "", before):
        parted = rules.match(r"\s*(?:\||:|[–—-]\s)", after) or _WHOSE_PAGE.match(after)
        return bool(parted) and not rules.match(r"\s*[–—-]\s*\d", after)
    name = re.fullmatch(r"(?P<n>[^.;:?!]{3,70}?)\s*(?:,|\||[–—-]|:)?\s*(?:[A-Z][a-z]+day,?\s*)?", before)
    return (
        bool(name)
        and not re.sub(r"\W", "", after)
        and not _ABOUT_AN_EVENT.of(catalogue).search(before)
        and before.strip()[0].isupper()
    )


# "Commons Hansard, 22 October 2008, column 318W"
_COLUMN = re.compile(r"^,?\s*\(?(?:cols?\b\.?|columns?|cc?\b\.?)\s*\d+\w{0,3}(?:\s*[-–—]\s*\d*\w{0,3})?\)?\s*$")
# a day, and behind it who wrote the page and what it was filed under
_WHOSE_PAGE = re.compile(
    r"(?:\.|,|;)?\s+(?:(?:filed|posted)\s+(?:under|in|by)|words|text|pictures|categor(?:y|ies)|tags?|topics?"
    r"|reading\s+time|author|written\s+by)\b:?",
    re.I,
)


def publication(document: Document, letter: bool) -> Mention | None:
    """The publication date the source states: a dated label, a byline, a letter's date, "today (25 March 2015)".

    A day without a year stays without one, unless a weekday narrows it to candidates between the
    latest date the text cites and the day it was received.
    """
    text = document.text
    if letter and (told := _to_be_published(document)) is not None:
        return told
    best: Mention | None = None
    updated: Mention | None = None
    plain = False  # is the best one of a label that says no more than "date"?
    minuted = len({m.group().lower() for m in _MINUTED.finditer(text)}) >= 2 or sat_on(document) is not None
    for s in document.segments:
        if s.span.end - s.span.start > 160:
            line = _COMES_OUT.match(text, s.span.start, s.span.end)
            found = list(dates_of(document, Span(*line.span()))) if line is not None else []
            if len(found) == 1 and found[0].precision == "day" and found[0].known and best is None:
                best = found[0]
            continue
        words = s.span.of(text)
        label = _LABELLED.match(words)
        if (
            not label
            or _MEETING.match(words)
            or (_PLACE_AND_TIME.search(words) and rules.match(r"\W*date\b", words, re.I))
        ):
            continue
        found = [d for d in dates_of(document, s.span) if d.precision == "day" and not d.relative]
        if not found:
            continue
        if found[0].span.start - s.span.start <= label.end() + 14:
            if rules.match(r"^\W*(?:this\s+)?(?:page\s+)?(?:was\s+)?(?:last\s+)?(?:updated|reviewed)", words, re.I):
                updated = updated or found[0]
            elif best is None or (found[0].known and (not best.known or (plain and not _PLAIN.match(words)))):
                best, plain = found[0], minuted and _PLAIN.match(words) is not None
    if best is not None and best.known:
        return best
    best = best if minuted else _in_the_head(document, letter, best)
    if best is not None and best.known:
        return best
    for s in document.segments if "today" in document.lower else ():
        for d in dates_of(document, s.span) if "today" in s.span.of(text).lower() else ():
            if (
                d.precision == "day"
                and d.known
                and not d.relative
                and _TODAY.search(text[max(s.span.start, d.span.start - 12) : d.span.start])
            ):
                return d
    if updated is not None and updated.known:
        return updated
    if best is None and updated is None and not minuted and not letter and (month := month_of_issue(document)):
        return month
    if best is not None or updated is not None:
        return _narrowed(document, best or updated)
    if not any(word in document.lower for word in _UPDATED_WORDS):
        return None
    for s in document.segments:
        words = s.span.of(text)
        if not (words.startswith("[") or s.index < 4 or len(words) < 200):
            continue
        if not any(word in words.lower() for word in _UPDATED_WORDS):
            continue
        found = [
            d
            for d in dates_of(document, s.span)
            if d.precision == "day"
            and not d.relative
            and _UPDATED.search(text[max(s.span.start, d.span.start - 120) : d.span.start])
            and _OF_THIS_PAGE.search(text[s.span.start : d.span.start])
            and not _IN_AN_ASIDE.search(text[s.span.start : d.span.start])
            and not _OF_A_REPORT.of(document.catalogue).search(text[s.span.start : d.span.start])
        ]
        if found:
            return _narrowed(document, found[-1])
    return None


_WEEKDAY = 12  # characters
# "It will be published on the Ofsted website on 8 July 2022": the letter itself, whose own date is that of its writing
_WILL_COME_OUT = re.compile(
    r"\b(?:[Tt]his|[Mm]y|[Tt]he)\s+letter\b[^.;]{0,120}?(?:[.;]\s+It\s+|\s+(?:and|which|that)\s+(?:it\s+)?)?\b(?:will|is\s+to|is\s+due\s+to)\s+be\s+(?:made\s+public|published|placed|put)"
    r"(?:\s+on\s+(?:the\s+|our\s+|its\s+)?(?:[\w’']+\s+){0,2}(?:website|site|web\s+page))?,?\s+on\s+(?:[A-Z][a-z]+day,?\s+)?(?=\d)"
)


def _to_be_published(document: Document) -> Mention | None:
    """The day on which a letter says that it will be published itself."""
    for s in document.body if " be " in document.lower else ():
        if document.text.find("letter", s.span.start, s.span.end) < 0:
            continue
        told = _WILL_COME_OUT.search(document.text, s.span.start, s.span.end)
        found = [d for d in dates_of(document, s.span) if told and abs(d.span.start - told.end()) < _WEEKDAY]
        if told is not None and found and found[0].precision == "day" and found[0].known and not found[0].relative:
            return found[0]
    return None


# the page, or nothing, was published then: not "The assessment, published on 22 November 2007, gave it a 3"
_OF_THIS_PAGE = re.compile(
    r"(?:^|[.!?;:\[(|\n–—]|\s{3})\W*(?:(?:[\w’'-]+\s+){0,4}?(?:pages?|articles?|stor(?:y|ies)|items?|posts?|news|releases?|statements?|information|entr(?:y|ies)|notes?"
    r"|blogs?|content|version|text|piece|column|update|bulletin|newsletter|leaflet|document|notice|minutes|agenda|papers|answer|this|it|we)(?:\s+(?:no\.?\s*|number\s+)?\d+)?,?\s+)?"
    r"(?:(?:first|last|originally|next|also|then|has|had|have|been|was|were|is|are|here|online)\s+)*"
    r"(?:updated|posted|published|added|amended|revised|put|uploaded|went)\b[^.;\]]{0,60}$",
    re.I,
)
# "Rotherham (June and July 2022, published 9 September): good": a report's day
_IN_AN_ASIDE = re.compile(
    r"\w\s*\([^()]*[\d;][^()]*$"
    r"|\b(?:in\s+(?:\w+\s+)?(?:19|20)\d\d|inspect(?:ed|ions?|ors)|visit(?:ed|s)?|assess(?:ed|ments?)|judged|rated|graded|reports?|letters?|outstanding|good|adequate|inadequate|improvement|overall)"
    r"\b[^\n()]{0,120}\((?!\W*(?:posted|updated|added|uploaded|amended)\b)[^()]*$",
    re.I,
)


# "Closing date: noon on Monday 10 March", "Interviews on 4 April": of what is to come
_TO_APPLY_BY = re.compile(
    r"\b(?:clos(?:ing\s+date|es\s+(?:on|at))|deadline|applications?\s+(?:by|must|should|close)|apply\s+by|interviews?(?:\s+on|:))",
    re.I,
)
# "Vote on Thursday 5 May"
_TO_VOTE_ON = re.compile(r"\b(?:vote|votes|voting|polls|polling\s+day|election\s+day)\b", re.I)


def _in_the_head(document: Document, letter: bool, best: Mention | None) -> Mention | None:
    """The date of a masthead, a dateline, a byline or a letter; ``best``: one of a label, perhaps without a year."""
    text = document.text
    head = [s for s in document.page if s.kind in ("row", "heading", "paragraph", "bullet")][:28]
    begins = next((i for i, s in enumerate(head) if is_prose(s.span.of(text))), len(head))
    alone: list[Mention] = []  # below the beginning: one line of a date is its date, and several are of sections
    for i, s, span in [(i, each, span) for i, each in enumerate(head) for span in lines_of(text, each)]:
        words = span.of(text)
        if not letter and len(words) > 200 and _letters(words) > 100:
            continue  # no day fills it
        if _MEETING.match(words) or (s.kind == "bullet" and i >= begins) or _TO_APPLY_BY.search(words):
            continue
        found = [d for d in dates_of(document, span) if d.precision == "day" and not d.relative]
        if not found:
            continue
        covered = len(re.sub(r"\W", "", found[0].span.of(text)))
        fills = covered >= len(re.sub(r"\W", "", words)) - 10 and _one_day(words, found[0].span, span.start)
        if not letter and fills and (ABOUT_A_SITTING.search(words) or _TO_VOTE_ON.search(words)):
            continue
        if fills and (found[0].known or best is None):
            if i < begins or letter:
                return found[0]
            alone.append(found[0])
            continue
        if alone:
            continue
        if letter and rules.search(r"\bdate\b|^our\s+ref", words, re.I) and found[0].known:
            return found[0]
        if best is None and not letter and found[0].known and len(found) == 1 and not _is_of_a_table(document, s):
            if _is_dateline(words, found[0].span, span.start, document.catalogue):
                return found[0]
            if i < begins and is_part_of_a_masthead(words, found[0].span, span.start):
                return found[0]
            if i < min(begins, 2 * TITLES) and was_sent(words[: found[0].span.start - span.start]):
                return found[0]
            if i < min(begins, TITLES) and ends_a_title(words, found[0].span, span.start, document.catalogue):
                if A_PAPER.search(words) or not OF_A_SITTING.search(words):
                    return found[0]
        if best is None and _BYLINE.match(words) and len(words) < 110 and not letter:
            return found[0]
    return alone[0] if len({d.edtf for d in alone}) == 1 else best


def _begins_with_a_day(document: Document, segment: Segment) -> bool:
    first = next(iter(dates_of(document, segment.span)), None) if len(segment.span.of(document.text)) < 160 else None
    return first is not None and first.precision == "day" and first.span.start - segment.span.start < 5


def _is_of_a_table(document: Document, segment: Segment) -> bool:
    """Does a row with a day stand beside another row with a day of its own, or a line that begins with one?"""
    beside = [s for s in document.segments[max(0, segment.index - 1) : segment.index + 2] if s is not segment]
    if segment.kind != "row":
        return _begins_with_a_day(document, segment) and any(_begins_with_a_day(document, s) for s in beside)
    return any(s.kind == "row" and [d.precision for d in dates_of(document, s.span)] == ["day"] for s in beside)


def _one_day(words: str, day: Span, start: int) -> bool:
    """Is the date all of it, and not the end of "16 and 17 October 2018"?"""
    return not rules.search(r"\d(?:st|nd|rd|th)?\s*(?:and|to|&|[-–—])\s*$", words[: day.start - start], re.I)


def _narrowed(document: Document, mention: Mention | None) -> Mention | None:
    if mention is None or mention.known:
        return mention
    cited = latest_cited(document, mention.span)
    return candidates(mention, cited, document.held.sidecar.received)


def _letters(words: str) -> int:
    """How many letters and digits: those of the beginning when they are many."""
    begun = sum(map(len, _LETTERS.findall(words, 0, 1000)))
    return begun if begun > 100 else sum(map(len, _LETTERS.findall(words)))


_LETTERS = re.compile(r"\w+")


def latest_cited(document: Document, apart_from: Span | None = None) -> date | None:
    """The earliest day that is not before any date the text cites as past."""
    text = document.text
    latest: date | None = None
    for s in document.body:
        for d in dates_of(document, s.span) if may_cite_a_year(text, s.span) else ():
            if (
                d.known
                and not d.relative
                and d.earliest
                and d.span != apart_from
                and (latest is None or d.earliest > latest)
            ):
                if rules.search(
                    r"\b(?:by|until|before|due|expected|next)\b[^.]{0,30}$",
                    text[max(s.span.start, d.span.start - 40) : d.span.start],
                    re.I,
                ):
                    continue
                latest = d.earliest
    return latest
