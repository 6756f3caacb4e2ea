"""When reports came out, where a sentence says only that and tells of no visit.

"It was published on 13 November" is about the inspection told of just before it; "Both reports were published on ..."
about several. A date that is said to lean on the one before it ("that December") is worked out here too.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from inspections.reading.dates.calendar_words import MONTHS, month, month_bounds, real_day
from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.events.periods import follows_soon, is_called_by_its_year, overlap, within
from inspections.reading.lexicon import words_of
from inspections.reading.naming import Naming
from inspections.reading.other_places import names_another_place
from inspections.reading.others_reports import RATED_BY_OTHERS, is_of_others
from inspections.reading.rules import rule
from inspections.reading.tellings.date_roles import role
from inspections.reading.tellings.days_of_others import named_aside, of_one_of_several
from inspections.reading.tellings.taking_place import NOT_HELD
from inspections.reading.visited_itself import begins_with_a_setting
from inspections.reading.visits import UNGRADED
from inspections.reading.where_told import events_told, told_in_order
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_NAMES = "|".join(name.capitalize() for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
_THAT_MONTH = rule(rf"\b(?:[Tt]hat|the\s+same)\s+(?P<m>{_NAMES})\b(?!\s+\d)")
_THAT = frozenset({"that", "same"})
_A_MONTH_OR_YEAR = frozenset((*MONTHS, "year", "month"))
_THE_MONTH_ITSELF = rule(r"\b(?:in\s+|during\s+)?that\s+(?:same\s+)?month\b", re.I)
_MANY = rule(
    r"\b(?:both|all|(?:two|three|four|five|six|the)\s+(?:reports|letters|assessments|ratings|results|judgements))\b",
    re.I,
)
_OF_A_REPORT = rule(
    r"\b(?:reports?|letters?|assessments?|ratings?|findings|judgements?|results?|outcomes?|it|they|both|theirs|its)\b",
    re.I,
)
_OF_SOMETHING_ELSE = rule(
    r"^\W*(?:Theirs|Yours|Hers|His)\s+(?:was|were|is|are|came)\b|\b(?:guidance|frameworks?|handbooks?|action\s+plans?|plans?|strateg\w+|statements?|overview|consultation|article|story|blog"
    r"|newsletters?|minutes|agenda|polic\w+|statistics|figures|data|peer|audit|ombudsman|schools?|accounts|tables?|(?:white|green)\s+papers?|papers|inquir(?:y|ies)"
    r"|(?:case|practice|independent|spending)\s+reviews?|reviews?\s+by|manifestos?|budgets?|books?|memoirs?|bills?|GCSEs?|A-levels?|exam\w*|adverts?|posters?|leaflets?)\b",
    re.I,
)


def lean_on_the_one_before(text: str, named: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """The same sentences, with "that December" as the December of, or after, the date told before it."""
    if not words_of(text).meet(_THAT, _A_MONTH_OR_YEAR):
        return named
    out: list[Naming] = []
    before: Mention | None = None
    for here, after in pairwise((*named, None)):
        assert here is not None
        found = list(here.dates)
        for m in _THAT_MONTH.finditer(text, here.span.start, here.span.end):
            last = next((d for d in reversed(found) if d.span.end <= m.start() and d.known), before)
            if last is None or last.latest is None or any(d.span.overlaps(Span(*m.span())) for d in found):
                continue
            number = month(m["m"])
            of_year = last.precision == "year"
            year = last.latest.year + (number < last.latest.month and not of_year)
            told = str(year) if of_year else f"{calendar.month_name[last.latest.month]} {last.latest.year}"
            note = f"from the date told before it, {told}"
            found.append(
                Mention(
                    Span(*m.span()),
                    f"{year}-{number:02}",
                    *month_bounds(year, number),
                    "month",
                    None,
                    True,
                    note,
                    "derived",
                )
            )
        found += _that_month(text, here, found, before)
        found = [_in_that_year(text, d, found, before) for d in found]
        out.append(
            replace(here, dates=tuple(sorted(found, key=lambda d: d.span.start)))
            if tuple(found) != here.dates
            else here
        )
        before = next((d for d in reversed(found) if d.known), before)
        if after is None or after.segment.index != here.segment.index:
            before = None
    return tuple(out)


def _that_month(text: str, here: Naming, found: list[Mention], before: Mention | None) -> list[Mention]:
    """ "Inspectors had come that month": the month told of just before."""
    m = _THE_MONTH_ITSELF.search(text, here.span.start, here.span.end)
    if m is None:
        return []
    last = next((d for d in reversed(found) if d.span.end <= m.start() and d.known), before)
    if last is None or last.earliest is None or last.precision not in ("day", "month"):
        return []
    year, number = last.earliest.year, last.earliest.month
    note = f"from the date told before it, {calendar.month_name[number]} {year}"
    bounds = month_bounds(year, number)
    return [Mention(Span(*m.span()), f"{year}-{number:02}", *bounds, "month", None, True, note, "derived")]


def _in_that_year(text: str, day: Mention, found: list[Mention], before: Mention | None) -> Mention:
    """ "Published in March 2019, and carried out in February of that year": the February of 2019."""
    bare = _BARE.fullmatch(day.edtf)
    if bare is None or _OF_THAT_YEAR.match(text, day.span.end) is None:
        return day
    last = next((d for d in reversed(found) if d.span.end <= day.span.start and d.known), before)
    if last is None or last.earliest is None or last.latest is None or last.earliest.year != last.latest.year:
        return day
    year = last.latest.year
    earliest, latest = month_bounds(year, int(bare[1]))
    if bare[2]:
        exact = real_day(year, int(bare[1]), int(bare[2]))
        if exact is None:
            return day
        earliest = latest = exact
    note = f"from the year told before it, {year}"
    return replace(
        day,
        edtf=day.edtf.replace("XXXX", str(year)),
        earliest=earliest,
        latest=latest,
        basis="derived",
        note=note,
        relative=True,
    )


_OF_THAT_YEAR = re.compile(r",?\s+(?:(?:of|in)\s+)?(?:that|the\s+same)\s+year\b")
_BARE = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")


def _of_one_left_out(work: Work, sentence: Span) -> bool:
    """Does a sentence tell of an inspection that has no substance, and of none that stands?"""
    told = [e for at, e in work.told if sentence.start <= at < sentence.end]
    if any("elsewhere" in e.notes for e in told):
        return True  # of a council that is none of ours
    told = [e for e in told if e.overall is not None]
    return bool(told) and not any(sentence in e.sentences for e in work.events)


# "Ofsted's report on the Oaks, published in June": not the report on the council
_REPORT_ON = re.compile(r"\b(?:reports?|letters?|findings)\s+(?:on|into|about|of|for)\s+(?:[\w’'-]+\s+){0,3}$")


def add_releases(work: Work) -> None:
    """Give a stated day of publication to the inspection, or the inspections, that it is said of."""
    text = work.context.text
    for named in work.named:
        if named.segment.kind in ("row", "heading") or not named.dates:
            continue
        words = named.span.of(text)
        if not _OF_A_REPORT.search(words) or NOT_HELD.search(words):
            continue
        if "Commission" in words and not named.inspectorates and RATED_BY_OTHERS.search(words):
            continue
        days = [d for d in named.dates if d.known and role(text, named, d) == "published"]
        if len(days) != 1 or _taken(work, days[0]) or named_aside(text, days[0].span, ()):
            continue
        left = text[named.span.start : days[0].span.start]
        if _BUT_ONE.match(text, days[0].span.end, named.span.end) or of_one_of_several(text, days[0].span):
            continue
        if _of_one_left_out(work, named.span) or _OF_SOMETHING_ELSE.search(left) or _is_of_others(work, named):
            continue
        services = {service.slug for service in named.services}
        if begins_with_a_setting(text, named):
            continue
        if not services and any(_REPORT_ON.search(text, named.span.start, each.span.start) for each in named.settings):
            continue
        for event in _meant(work, named, days[0], bool(_MANY.search(left))):
            if is_called_by_its_year(text, days[0], event.inspected) or _came_from_another(named, event):
                continue
            if not services or event.service is None or event.service in services:
                event.published = days[0]
    _same_report(work)
    work.told_at = None


# "published on 12 March, except that on Wigan"
_BUT_ONE = re.compile(
    r",?\s+(?:except(?:ing)?|apart\s+from|other\s+than|bar|save)\s+(?:for\s+)?(?:that|those|the\s+one|ours|theirs|[A-Z])"
)
_REPORT = rule(r"\b(?:reports?|letters?|findings)\b", re.I)


def _came_from_another(named: Naming, event: Event) -> bool:
    """Does the sentence say that it came from an inspectorate, and none of those that made the inspection?"""
    said, made = {each.slug for each in named.inspectorates}, {each.slug for each in event.bodies}
    return bool(said and made) and not said & made


def _is_of_others(work: Work, named: Naming) -> bool:
    """Is every report that a sentence names one of somebody who does not inspect?"""
    about, span = work.context, named.span
    found = list(_REPORT.finditer(about.text, span.start, span.end))
    return bool(found) and all(
        is_of_others(about.text, span.start, m.start(), m.end(), span.end, about.catalogue) for m in found
    )


def _taken(work: Work, day: Mention) -> bool:
    """Is it the day of an inspection already, or of a visit that is left out because its service is not told?"""
    nameless = (e for _, e in work.told if e.service is None and e.kind in UNGRADED)
    events = (*work.events, *nameless)
    return any(d is not None and d.span.overlaps(day.span) for e in events for d in (e.published, e.inspected))


def _meant(work: Work, named: Naming, day: Mention, many: bool) -> list[Event]:
    """The inspections whose report a sentence without any of its own can mean."""
    council = {s for n in named.authorities for s in n.slugs}
    before = events_told(work, Span(named.segment.span.start, named.span.end))
    if council and before and not (before := [e for e in before if council & e.slugs]):
        return []  # "Bolton's report, published on 2 June", in a paragraph about another council
    fits = [e for e in before if _may_be_of(e, day)]
    last = [a for a in named.authorities if a.span.end <= day.span.start][-1:]
    if last and not many:  # "Swindon was judged good in June, and Devon was lifted out of inadequate in July"
        fits = [e for e in fits if set(last[0].slugs) & e.slugs]
    if before:
        return fits if many or len(fits) < 2 else fits[-1:] if fits[-1] is before[-1] else []
    live = [e for e in work.events if not (e.previous or e.earlier)]
    if _FOR_SEVERAL.search(named.span.of(work.context.text)):
        return [e for e in live if e.inspected is None and e.service != "lscb" and not e.beside and _may_be_of(e, day)]
    told = [e for at, e in told_in_order(work) if at < named.span.start and not (e.previous or e.earlier or e.beside)]
    here = work.beside(Span(named.segment.span.start, named.span.end))
    elsewhere = {s for n in here for a in n.authorities for s in a.slugs}
    spoken_of = {service.slug for n in here for service in n.services}
    live = [e for e in live if not spoken_of or e.service in spoken_of | _wholes(work, spoken_of)]
    if told and len({id(e) for e in told}) == 1 and told[0].main and not elsewhere - told[0].slugs:
        of_it = _may_be_of(told[0], day) and (bool(elsewhere) or not _in_another_place(work, named, told[0]))
        return [told[0]] if of_it else []  # none but the one is told of above
    if elsewhere and not any(elsewhere & e.slugs for e in live):
        return []
    chosen = [e for e in live if e.main and _may_be_of(e, day) and (not elsewhere or elsewhere & e.slugs)]
    chosen = [e for e in chosen if elsewhere or not _in_another_place(work, named, e)]
    return chosen if len(live) == 1 or named.segment.index <= _first_told(work) else []


def _in_another_place(work: Work, named: Naming, event: Event) -> bool:
    """ "Essex: November 2018. The report came out in January": does the paragraph name a place that is not its own?"""
    about, here = work.context, Span(named.segment.span.start, named.span.end)
    return names_another_place(about.text, here, about.catalogue, set(event.slugs))


def _wholes(work: Work, parts: set[str]) -> set[str]:
    services = work.context.catalogue.services
    return {parent for slug in parts if (parent := services[slug].parent) is not None}


# "Ofsted today publishes reports on six local authorities"
_FOR_SEVERAL = rule(
    r"\b(?:reports|letters)\s+(?:on|for|of|about|into)\s+(?:the\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|these)\s+"
    r"(?:\w+\s+){0,3}(?:authorities|councils|boroughs|areas)\b",
    re.I,
)


def _first_told(work: Work) -> int:
    return min((e.segment for e in work.events if e.segment >= 0), default=-1)


def _may_be_of(event: Event, day: Mention) -> bool:
    """Has it no day of publication, and could the report of its visit have come out on this one?"""
    if event.previous or event.contradicted:
        return False
    if event.published is not None and not within(day, event.published):
        return False
    return event.inspected is None or (event.inspected.known and follows_soon(event.inspected, day))


_SAME_TIME = rule(
    r"\b(?:(?:at|in)\s+the\s+same\s+(?:time|report|inspection|visit|document|letter)|alongside|one\s+report\s+covers\s+both"
    r"|(?:also|were\s+both)\s+reviewed|reviewed\s+together)\b",
    re.I,
)
_AT_ONCE = "the source says that the board was reviewed at the same time"


def _same_report(work: Work) -> None:
    """A safeguarding board said to be reviewed at the same time as its council's services shares their days."""
    for event in work.events:
        if event.service != "lscb" or event.previous or not _at_the_same_time(work, event):
            continue
        beside = [
            e
            for e in work.events
            if e.service == "childrens-services" and e.slugs == event.slugs and not (e.previous or e.earlier)
        ]
        full = [e for e in beside if e.kind in ("full", "unstated")]
        if len(full) != 1:
            continue
        inspected, published = full[0].inspected, full[0].published
        if not _reviewed_then(work, inspected):
            continue
        if event.inspected is None and event.published is None and inspected is not None:
            event.inspected = replace(inspected, note=_AT_ONCE)
        if event.published is None and published is not None and overlap(event.inspected, inspected):
            event.published = replace(published, note=_AT_ONCE)


def _reviewed_then(work: Work, day: Mention | None) -> bool:
    """Were boards reviewed at that time, as the catalogue knows it?"""
    if day is None or day.earliest is None or day.latest is None:
        return False
    known = [f for f in work.context.catalogue.frameworks.values() if "lscb" in f.services]
    return any(f.used.holds(day.earliest) and f.used.holds(day.latest) for f in known)


def _at_the_same_time(work: Work, event: Event) -> bool:
    text = work.context.text
    return any(_SAME_TIME.search(n.span.of(text)) for span in event.sentences or event.spans for n in work.beside(span))
