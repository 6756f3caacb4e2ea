"""The head of a paper: its datelines, and the month or season in which an issue came out."""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.dates import dates
from inspections.reading.dates.mentions import Mention
from inspections.reading.document import Document
from inspections.reading.inspectorates import naming_rule
from inspections.reading.segments import Segment
from inspections.text import Span

_LONG = 20_000  # characters; the dates of a longer stretch are not kept


def dates_of(document: Document, span: Span) -> tuple[Mention, ...]:
    """The dates in a stretch as printed, found once."""
    if span.end - span.start > _LONG:
        return dates(document.text, span)
    return document.once(("dates", span.start, span.end), lambda: dates(document.text, span))


# "The Argus, Thursday 17 June 2010, page 6"
_ONLY_ITS_PAGE = re.compile(
    r"[\W_]*(?:(?:pages?|pp?\.?)\s*\d+(?:\s*(?:and|&|-|–)\s*\d+)?|front\s+page|(?:late|early|city|final|evening|morning|print|weekend)\s+edition"
    r"|(?:issue|no\.?|number|edition|vol\.?)\s*\d+)?[\W_]*",
    re.I,
)
TITLES = 4  # lines at the top of a page


def ends_a_title(words: str, day: Span, start: int, catalogue: Catalogue) -> bool:
    """ "Head's letter home, 8 October 2015", "Closing report (9 May 2021)": a title, with nothing after its day."""
    before, after = words[: day.start - start], words[day.end - start :]
    return (
        len(words) < 130
        and _ONLY_ITS_PAGE.fullmatch(after) is not None
        and bool(_SET_OFF.search(before))
        and before.strip()[:1].isupper()
        and not _OF_AN_INSPECTION.of(catalogue).search(before)
    )


# a paper written for a sitting carries the day of it; the minutes, and the notice of it, do not
OF_A_SITTING = re.compile(
    r"\b(?:committee|panel|cabinet|executive|board|assembly|council|commission|forum|scrutiny)\b", re.I
)
A_PAPER = re.compile(r"\b(?:reports?|speech|statement|briefing|paper|letter|address)\b", re.I)
_SET_OFF = re.compile(r"(?:[,(\[|:]|\s[–—-])\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?$")
_OF_AN_INSPECTION = naming_rule(
    r"\b(?:@inspectorate|HMI|inspect\w*|visit\w*|judg\w+|rated|graded|grades?|ratings?|review\w*|revisit\w*|meeting|agenda"
    r"|minutes|council\s+of|deadline|due|expected|closes|dear|ref|from|between|since|until)\b",
    re.I,
)


def is_prose(words: str) -> bool:
    """A paragraph of sentences, with which what stands above a text ends."""
    return len(words) > 110 and bool(rules.search(r"[a-z][.!?:;,][”’\"')]?\s+[A-Za-z‘“\"']|[.!?][”’\"')]?$", words))


def lines_of(text: str, segment: Segment) -> tuple[Span, ...]:
    """The lines of a paragraph that is no prose ("A grade for Bury", and below it the day), or all of it."""
    words = segment.span.of(text)
    if segment.kind != "paragraph" or "\n" not in words or len(words) > 400 or is_prose(words):
        return (segment.span,)
    begun = segment.span.start
    return tuple(Span(begun + m.start(), begun + m.end()) for m in _LINE.finditer(words))


_LINE = re.compile(r"\S[^\n]*")
# of an issue, before its day: it was "sent by e-mail on 12 June 2020", or "went to press 8 April 2019"
_SENT = re.compile(
    r"\b(?:sent\s+(?:out\s+|home\s+)?(?:(?:by|in)\s+(?:the\s+)?(?:e-?mail|post|newsletter)\s+)?|(?:went|gone|goes|going)\s+to\s+press\s+|printed\s+)"
    r"(?:on\s+)?(?:[A-Z][a-z]+day,?\s+)?$"
)


def was_sent(before: str) -> bool:
    return _SENT.search(before) is not None


_BETWEEN_PARTS = re.compile(r"\s*(?:[|·•;*~/\t\n]|(?<=\s)[–—-](?=\s)|\s{3,})\s*")
# "by Ada Lee", "filed under: scrutiny", "6 min read", "newsletter of the joint committee": a part that is of no sitting
_WHOSE_PART = re.compile(
    r"(?:(?:(?:words|text|posted|published|produced|written|delivered|printed|brought\s+to\s+you)\s+)?by\s|filed\b|tags?\b|categor"
    r"|\d+[\s-]min|(?:the\s+)?(?:newsletter|magazine|bulletin|journal|paper|fortnightly|monthly|quarterly|weekly)\s+(?:of|for)\s)",
    re.I,
)
# "Issue 219, 9 May 2014", "Version 4, May 2025"
_ITS_NUMBER = re.compile(
    r"\b(?:issue|factsheet|leaflet|bulletin|newsletter|no\.?|number|vol(?:ume)?\.?|version|edition)\s*\d+\b\s*[.,:]?",
    re.I,
)
_TIME_OF_DAY = re.compile(r",?\s*(?:at\s+)?(?:\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)", re.I)


def is_part_of_a_masthead(words: str, day: Span, start: int) -> bool:
    """ "Issue 14 – Friday 27 March 2026", "For all staff | 17 April 2024 | Issue 212": the date is one of the parts."""
    if len(words) > 150:
        return False
    before, after = words[: day.start - start], words[day.end - start :]
    numbered = _ITS_NUMBER.search(before) is not None
    parts = [_ITS_NUMBER.sub("", part) for part in _BETWEEN_PARTS.split(words) if _WHOSE_PART.match(part) is None]
    if any(ABOUT_A_SITTING.search(part) for part in parts):
        return False
    first = [m.end() for m in _BETWEEN_PARTS.finditer(before)]
    last = _BETWEEN_PARTS.search(after)
    left = _ITS_NUMBER.sub("", _DAY_OF_THE_WEEK.sub("", before[first[-1] if first else 0 :]))
    right = _TIME_OF_DAY.sub("", after[: last.start()] if last else after, count=1)
    return bool(first or last or numbered) and not re.sub(r"[\W_]", "", left + right)


_DAY_OF_THE_WEEK = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?", re.I)
# a day in the head of papers for a meeting is the meeting's
ABOUT_A_SITTING = re.compile(
    r"\b(?:meeting|committee|cabinet|executive|panel|board|assembly|council\s+of|forum|scrutiny|agenda|item|minutes|session"
    r"|inspect\w*|visit\w*|deadline|due|expected|until|by|from|between)\b|[.!?]\s+[A-Z]",
    re.I,
)


def month_of_issue(document: Document) -> Mention | None:
    """ "April 2025", "Issue 14 | Spring 2019": the month or season that a masthead, above all prose, gives alone."""
    text = document.text
    if sum(_is_a_date_alone(document, s.span) for s in document.page[:_LINES]) > 1:
        return None  # a timeline: each is the date of what stands below it
    page = document.page[: 2 * TITLES + 1]
    rows = {i for i, s in enumerate(page) if s.kind == "row" and dates_of(document, s.span)}
    listed = rows | {
        i for i, s in enumerate(page) if "   " in s.span.of(text)
    }  # a line of a table, with rows beside it
    head = [s for i, s in enumerate(page) if not (i in listed and rows & {i - 1, i + 1})][: 2 * TITLES]
    for span in (span for s in head for span in lines_of(text, s)):
        words = span.of(text)
        if is_prose(words) or len(words) > 200:
            return None
        found = dates_of(document, span)
        if _OF_A_GRADE.search(words):
            continue
        if len(found) != 1 or found[0].precision not in ("month", "season") or not found[0].known or found[0].relative:
            continue
        day = found[0].span
        if _TERM.search(day.of(text)):
            continue  # its months are not those of the season
        posted = _POSTED.fullmatch(words[: day.start - span.start])
        fills = len(re.sub(r"\W", "", words)) <= len(re.sub(r"\W", "", day.of(text)))
        ends = ends_a_title(words, day, span.start, document.catalogue) and not OF_A_SITTING.search(words)
        issued = _ISSUED.search(words) is not None
        if fills or posted or (ends and issued):
            return found[0]
        told = _OF_AN_INSPECTION.of(document.catalogue).search(words)  # "Ofsted - Leeds - May 2019 - what it means"
        if is_part_of_a_masthead(words, day, span.start) and (issued or not told):
            return found[0]
    return None


_TERM = re.compile(r"\bterm\b", re.I)
_POSTED = re.compile(r"\W*(?:posted|published|written|issued|last\s+updated|updated)\s+(?:in\s+)?", re.I)
_LINES = 60  # of a page, among which the dates of a timeline are looked for


_OF_A_GRADE = re.compile(
    r"\b(?:outstanding|good|inadequate|adequate|satisfactory|requires\s+improvement|performs?|inspections?|inspected|visits?)\b",
    re.I,
)


def _is_a_date_alone(document: Document, span: Span) -> bool:
    """Is a line nothing but a month or a year, or a day?"""
    words = span.of(document.text)
    found = dates_of(document, span) if len(words) < 40 else ()
    return len(found) == 1 and len(re.sub(r"\W", "", words)) <= len(re.sub(r"\W", "", found[0].span.of(document.text)))


_ISSUED = re.compile(
    r"\b(?:issue|newsletter|bulletin|edition|news|magazine|no\.?\s*\d+|volume|update|focus|leaflet)\b", re.I
)
