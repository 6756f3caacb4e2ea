"""The inspection that a row of grades belongs to."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from inspections.reading.authorities import Named, on_day
from inspections.reading.dates import dates
from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import GRADE_WORD
from inspections.reading.naming import Naming, Noted
from inspections.reading.rows import Row
from inspections.reading.tellings.date_roles import role
from inspections.reading.visits import UNGRADED

if TYPE_CHECKING:
    from inspections.reading.work import Work

_UNGRADED_ROWS = UNGRADED - {"monitoring-visit"}  # a monitoring visit of learning gives each theme its progress


def led_in(work: Work, row: Row) -> Event | None:
    """The inspection, though it be an earlier one, that the sentence with a colon right above rows is about.

    "At the inspection in July 2019 the following judgements were made:", and not "Since the inspection in July 2019".
    """
    segments, index = work.context.document.segments, row.segment.index - 1
    while index >= 0 and (segments[index].furniture or segments[index].kind == "row"):
        index -= 1
    if index < 0 or segments[index].kind != "paragraph":
        return None
    last = next((n for n in reversed(work.beside(segments[index].span)) if n.segment.index == index), None)
    if last is None or not last.span.of(work.context.text).rstrip().endswith(":"):
        return None
    told = {id(e): e for o, e in work.told if last.span.start <= o < last.span.end and "voice" not in e.notes}
    dated = [e for e in told.values() if e.inspected is not None and e.inspected.span.within(last.span)]
    if len(told) != 1 or len(dated) != 1 or dated[0].kind in UNGRADED or dated[0].inspected is None:
        return None
    before = work.context.text[last.span.start : dated[0].inspected.span.start]
    return dated[0] if _AT_IT.match(before) and not _SINCE_THEN.search(before) else None


_AT_IT = re.compile(r"\W*(?:At|In|During|On|The|Its|Our|Their)\s")
_SINCE_THEN = re.compile(r"\b(?:since|before|until|after|following|compared|than|unlike|without|not|now)\b", re.I)

_BY_THE_YEAR = "annual-assessment"


def latest_day(event: Event) -> date:
    """The last day an event may have been: a table stands under the newest inspection told of, not an older one."""
    days = [d.latest for d in (event.inspected, event.published) if d is not None and d.latest is not None]
    return max(days, default=date.min)


def inspection_above(work: Work, at: int, word: str = "") -> Event | None:
    """The inspection a table belongs to: the one told of last before it, else the first after.

    ``word``: the grade of its row; a monitoring visit gives none but "reasonable progress" and the like.
    """
    ungraded = UNGRADED if GRADE_WORD.fullmatch(word) else _UNGRADED_ROWS
    carrying = [
        (o, e)
        for o, e in work.told
        if not e.previous and not e.earlier and e.kind not in ungraded and not {"voice", "thin"} & set(e.notes)
    ]
    carrying.sort(key=lambda each: each[0])  # rows are read after all sentences
    before = [e for o, e in carrying if o < at]
    if before:
        last = before[-1]
        home = work.context.home
        if home is not None and last.slugs != {
            home[0]
        }:  # "North Yorkshire County Council was outstanding too, in 2018"
            own = [e for e in before if e.slugs == {home[0]} and e.service == last.service]
            newest = max(own, key=latest_day, default=None)
            if newest is not None and last.any_date is not None and latest_day(last) < latest_day(newest):
                last = newest
        same = [e for e in before if e.slugs == last.slugs and e.service == last.service]
        if last.kind != _BY_THE_YEAR:  # beside which a year's assessment is no newer inspection
            same = [e for e in same if e.kind != _BY_THE_YEAR]
        return max(same, key=lambda e: (latest_day(e), e is last))
    return carrying[0][1] if carrying else None


def first_date(text: str, named: Naming, what: str) -> Mention | None:
    """The first such date of a row; one in brackets beside a grade ("same as 2009") is another year's."""
    for d in named.dates:
        left = text[named.span.start : d.span.start]
        aside = left.rfind("(") > left.rfind(")")
        alone = left.endswith("(") and text[d.span.end : d.span.end + 1] == ")"
        if d.edtf and role(text, named, d) == what and (not aside or alone or _OF_THIS.search(left)):
            return d
    return None


_OF_THIS = re.compile(r"\((?:[^()]*\b)?(?:publish\w*|report|inspect\w*|visit\w*|judged|dated)\b[^()]*$", re.I)


def council_of(work: Work, named: Named, mention: Mention | None = None) -> str | None:
    """The council that a name is of: on the day of a date in its row, else on the day of the source or on any."""
    about = work.context
    if mention is not None and mention.earliest is not None:
        return on_day(named, about.catalogue, mention.earliest, mention.latest)
    return on_day(named, about.catalogue, about.anchor, about.anchor) or on_day(named, about.catalogue, None, None)


def of_the_page(work: Work) -> Event | None:
    about = work.context
    if about.home is None or about.service is None:
        return None
    event = Event(
        [about.home],
        about.service.slug,
        about.service.span,
        list(about.bodies),
        "unstated",
        None,
        None,
        None,
        None,
        spans=[about.title.span if about.title else about.service.span],
        sentences=[],
        main=not work.events,
    )
    work.events.append(event)
    work.told.append((0, event))
    return event


def of_a_service(work: Work, service: Noted, hit: GradeHit, row: Row, named: Naming) -> Event | None:
    about = work.context
    if about.home is None:
        return None
    annual = hit.word.lower().startswith("perform")
    event = Event(
        [about.home],
        service.slug,
        service.span,
        list(about.bodies[:1]),
        "annual-assessment" if annual else "unstated",
        None,
        None,
        None,
        hit,
        spans=[row.segment.span],
        sentences=[row.segment.span],
        main=not work.events,
    )
    if annual:
        event.service = "childrens-services"
        event.inspected = _assessment_year(work, row)
    else:
        event.inspected = next((d for d in named.dates if d.edtf), None)
    return event


def _assessment_year(work: Work, row: Row) -> Mention | None:
    """The year printed in the heading over an annual assessment's table, or in the row itself."""
    about = work.context
    heading = row.segment.lead if row.segment.lead is not None else row.segment.heading
    for index in (row.segment.index, heading):
        if index is None:
            continue
        segment = about.document.segments[index]
        years = [d for d in dates(about.text, segment.span) if d.precision == "year"]
        if len(years) == 1:
            return years[0]
    return None
