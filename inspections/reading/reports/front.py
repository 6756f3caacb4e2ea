"""The front page of a report: its title, its labelled dates, and the authority in the title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from inspections.catalogue import Catalogue
from inspections.reading.facts import Held, Name, Warned, When, Words
from inspections.reading.reports.authority import among, named
from inspections.reading.reports.dates import DATES, DAY_OF_DATE, FULL_DATE, MONTH, NotADate, edtf, one_day, periods
from inspections.reading.reports.layout import Flow, lines

INSPECTED = (
    r"^(?:(?:Inspections?|Review|Visit)\s+dates?(?:\(s\))?|"
    r"Dates?(?:\(s\))?\s+of\s+(?:the\s+)?(?:inspection|review))\s*:?\s*(?=\S)"
)
PUBLISHED = r"^(?:Report\s+)?Published(?:\s+on)?\s*:?\s*"
_LABELS = (
    r"(?:Lead\s+inspectors?|Reporting\s+inspector|Lead\s+reviewer|Report\s+author|Report\s+published|Published|"
    r"Dates?\s+of\s+(?:the\s+)?(?:previous|last)|Previous\s+inspection|Inspection\s+outcome|Judgements?\b|Age\s+group|"
    r"The\s+overall\s+judgement|Children's\s+services|The\s+Local\s+Safeguarding|The\s+effectiveness|Inspection\s+(?:of|team)|"
    r"Contents|Information\s+about|There\s+(?:is|are)|Overall|Type\s+of\s+inspection|Section\s+\d|\d\.\s)"
)

_MORE_DATES = re.compile(
    rf"\n[ \t]*(?:(?:and|to)\b[^\n]*{MONTH}|(?:and|to|-)[ \t]*\n|-|"
    rf"\d{{1,2}}(?!\d|\.\s)[^\n]*{MONTH}|{DAY_OF_DATE}\s+{MONTH})",
    re.IGNORECASE,
)
_DATES = re.compile(DATES, re.IGNORECASE)
_INLINE = re.compile(
    r"\s+(?:Lead\s+inspector|Reporting\s+inspector|Report\s+published|Published|Judgements?\s+Grade)", re.IGNORECASE
)


@dataclass(frozen=True)
class Dated:
    """A labelled date, or why there is none."""

    when: When | None
    periods: tuple[tuple[date, date], ...] = ()
    warnings: tuple[Warned, ...] = ()


def inspected(found: Flow, until: int, label: str = INSPECTED) -> Dated:
    """What stands after the label “Inspection dates:”, when every word of it is understood."""
    match = re.compile(label, re.IGNORECASE | re.MULTILINE).search(found.text, 0, until)
    if match is None:
        return Dated(
            None, (), (Warned("no-dates", "no inspection dates are printed where reports of this kind print them"),)
        )
    error = ""
    for end in _ends(found.text, match.end(), until):
        words = found.text[match.end() : end]
        try:
            days = periods(words)
        except NotADate as problem:
            error = error or str(problem)
            continue
        if _MORE_DATES.match(found.text, end, until):
            error = error or "the next line has dates too"
            break
        place = found.words(match.end(), end)
        return Dated(When(edtf(days), days[0][0], days[-1][1], "stated", place), days)
    line_end = _line_end(found.text, match.end(), until)
    place = found.words(match.start(), line_end)
    printed = " ".join(found.text[match.start() : line_end].split())
    return Dated(
        None, (), (Warned("unclear-dates", f"the dates printed are not taken ({error}): “{printed}”", place.spans[0]),)
    )


def running_dates(held: Held, on_site: Dated) -> tuple[Warned, ...]:
    """A warning where a running header prints other days than the first page, which are the days taken."""
    if not on_site.periods:
        return ()
    ends = {on_site.periods[0][0], on_site.periods[-1][1]}
    for line in lines(held):
        printed = _DATES.search(line.text) if line.furniture and line.page > 1 else None
        if printed is None:
            continue
        try:
            days = periods(printed.group())
        except NotADate:
            continue
        if not {days[0][0], days[-1][1]} <= ends | {last for _, last in on_site.periods} | {
            d for d, _ in on_site.periods
        }:
            message = f"a running header says “{printed.group()}”; the days of the first page are taken"
            return (Warned("two-dates", message, line.span),)
    return ()


def _line_end(text: str, start: int, until: int) -> int:
    end = text.find("\n", start, until)
    return until if end < 0 else end


def _ends(text: str, start: int, until: int) -> list[int]:
    """Where a value may end: after up to three lines, the longest first, never across the next label."""
    ends: list[int] = []
    at = start
    for _ in range(3):
        line_end = _line_end(text, at, until)
        inline = _INLINE.search(text, at, line_end)
        ends.append(inline.start() if inline else line_end)
        if inline:
            break
        at = line_end + 1
        if at >= until or re.compile(_LABELS, re.IGNORECASE).match(text, at):
            break
    return ends[::-1]


def published(found: Flow, until: int) -> Dated:
    """The one publication date printed on the front page."""
    matches = list(
        re.compile(rf"{PUBLISHED}(?P<value>{FULL_DATE})", re.IGNORECASE | re.MULTILINE).finditer(found.text, 0, until)
    )
    days: dict[date, Words] = {}
    for match in matches:
        try:
            days.setdefault(one_day(match["value"]), found.words(*match.span("value")))
        except NotADate:
            continue
    if len(days) == 1:
        day, words = next(iter(days.items()))
        return Dated(When(day.isoformat(), day, day, "stated", words), ((day, day),))
    if days:
        spans = [words.spans[0] for words in days.values()]
        return Dated(None, (), (Warned("two-dates", "two publication dates on the front page, none taken", spans[0]),))
    return Dated(None)


_IN_NAME = re.compile(
    r"(?<!\d)(?P<iso>(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)|(?<!\d)(?P<day>\d{1,2}[ _](?:[a-z]+)[ _](?:19|20)\d{2})(?!\d)",
    re.IGNORECASE,
)


def derived_publication(held: Held, words: Words) -> When | None:
    """The publication date that the sidecar or the file's name gives; shown as derived, never as stated."""
    if held.sidecar.published:
        try:
            day = date.fromisoformat(held.sidecar.published)
        except ValueError:
            return None
        return When(
            day.isoformat(), day, day, "derived", words, "not printed; as recorded when the report was received"
        )
    days: set[date] = set()
    for match in _IN_NAME.finditer(held.name):
        try:
            days.add(date.fromisoformat(match["iso"]) if match["iso"] else one_day(match["day"].replace("_", " ")))
        except (ValueError, NotADate):
            continue
    if len(days) != 1:
        return None
    day = days.pop()
    return When(day.isoformat(), day, day, "derived", words, "not printed; from the file’s name")


@dataclass(frozen=True)
class Title:
    """The words of a title, and the authority they name."""

    words: Words | None
    authorities: tuple[Name, ...] = ()
    warnings: tuple[Warned, ...] = ()


def title_end(found: Flow, label: str = INSPECTED) -> int:
    """Where the title ends: at the label of the inspection dates, or with the first page."""
    match = re.compile(label, re.IGNORECASE | re.MULTILINE).search(found.text, 0, found.until_page(2))
    return match.start() if match else found.until_page(1)


def title(found: Flow, until: int, catalogue: Catalogue, on: date | None, label: str = INSPECTED) -> Title:
    """Everything above the inspection dates, page numbers apart, and the one authority named in it."""
    match = re.compile(label, re.IGNORECASE | re.MULTILINE).search(found.text, 0, until)
    end = match.start() if match else found.text.find("\n", 0, until)
    words = found.words(0, max(end, 0))
    authorities = named(found, 0, end, catalogue, on) or _in_sentence(found, end, until, catalogue, on)
    if not words.spans:
        return Title(None, authorities, (Warned("no-title", "no title was found above the inspection dates"),))
    if authorities:
        return Title(words, authorities)
    printed = " ".join(found.text[:end].split())
    others = sorted({each.authority.name for each in among(found.text[:end], catalogue, on)})
    why = "names several authorities: " + ", ".join(others) if others else "names no authority of the catalogue"
    return Title(words, (), (Warned("unknown-name", f"the title {why}: “{printed}”", words.spans[0]),))


def _in_sentence(found: Flow, start: int, until: int, catalogue: Catalogue, on: date | None) -> tuple[Name, ...]:
    """The one authority of “children’s services in …” or “inspection of …”, where the title has none."""
    hits = [
        hit
        for hit in among(found.text[start:until], catalogue, on)
        if re.search(
            r"(?:services\s+in|inspection\s+of)\s+(?:the\s+)?\Z", found.text[start : start + hit.start], re.IGNORECASE
        )
    ]
    if len({hit.authority.slug for hit in hits}) != 1:
        return ()
    first = hits[0]
    return (Name(first.authority.slug, found.words(start + first.start, start + first.end)),)
