"""Which inspections the words of somebody are about."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from inspections.reading import rules
from inspections.reading.authorities import called, on_day
from inspections.reading.dates import dates
from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.events.periods import overlap
from inspections.reading.offices import council
from inspections.reading.quotations import Quotation
from inspections.reading.rules import rule
from inspections.reading.speakers.attribution import Attribution
from inspections.reading.tellings.date_roles import role
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work


def _live(work: Work) -> list[Event]:
    """The inspections that a page may be quoting: not those it only looks back to."""
    followed = {id(e.previous_of) for e in work.events if e.previous_of is not None and not e.previous_of.main}
    now = [e for e in work.events if not (e.previous or e.earlier or e.beside or id(e) in followed or _gone(work, e))]
    return now or list(work.events)


def _gone(work: Work, event: Event) -> bool:
    """Was every council of it abolished before the page, which is of another, was published?"""
    day, known, home = work.context.anchor, work.context.catalogue.authorities, work.context.home
    if home is not None and home[0] in event.slugs:
        return False
    return day is not None and bool(event.slugs) and not any(known[s].life.holds(day) for s in event.slugs)


def _main(work: Work) -> Event | None:
    live = _live(work)
    return next((e for e in live if e.main), live[0] if live else None)


def told_in_order(work: Work) -> list[tuple[int, Event]]:
    """Where each inspection that stands is told of, in order."""
    return _told_at(work)


def _told_at(work: Work) -> list[tuple[int, Event]]:
    """Where each inspection that stands is told of, in order; worked out once, when all of them are known."""
    if work.told_at is None:
        work.told_at = _all_told(work)
    return work.told_at


def _all_told(work: Work) -> list[tuple[int, Event]]:
    standing = {id(e) for e in work.events}
    at_span: dict[Span, list[int]] = {}
    for number, event in enumerate(work.events):
        for span in event.spans:
            at_span.setdefault(span, []).append(number)
    out: dict[tuple[int, int], Event] = {}
    for offset, event in work.told:
        found = event if id(event) in standing else _joined(work, event, at_span)
        if found is not None:
            out[offset, id(found)] = found
    for event in work.events:
        for span in event.spans:
            out.setdefault((span.start, id(event)), event)
    return sorted(((at, e) for (at, _), e in out.items()), key=lambda x: x[0])


def events_told(work: Work, words: Span) -> list[Event]:
    """The inspections that a stretch of text tells of."""
    out: list[Event] = []
    for at, event in _told_at(work):
        if words.start <= at < words.end and not any(e is event for e in out):
            out.append(event)
    return out


def _joined(work: Work, told: Event, at_span: dict[Span, list[int]]) -> Event | None:
    """The event a telling was joined to: the first that has one of its spans and is of its service."""
    numbers = sorted({n for s in told.spans for n in at_span.get(s, ())})
    fits = (work.events[n] for n in numbers)
    return next((e for e in fits if e.service == (told.service or e.service)), None)


def _focus(work: Work, quote: Quotation, told: list[tuple[int, Event]]) -> Event | None:
    """The inspection that the words before a quotation speak of: in its paragraph, under its heading, on the page."""
    document = work.context.document
    segment = document.segments[quote.segments[0]]
    live = {id(e) for e in _live(work)}
    main = _main(work)
    near = [(at, e) for at, e in told if at < quote.start]
    here = [e for at, e in near if at >= segment.span.start]
    if here:
        alive = [e for e in here if id(e) in live]
        if alive or len({id(e) for e in here}) > 1:
            return alive[-1] if alive else main
        sentence = work.starts[work.before(quote.start + 1) - 1] if work.before(quote.start + 1) else segment.span.start
        told_in = any(at >= sentence for at, _ in near) or segment.span.start >= sentence
        if told_in or main is None:
            return here[-1]
        return main if here[-1].slugs == main.slugs else None
    if work.family.voice == "news" or len({e.slugs for e in work.events}) > 1:
        home, day = council(work, quote.start), work.context.anchor
        if home is not None and day is not None and not work.context.catalogue.authorities[home].life.holds(day):
            home = None  # gone by then: nobody speaks for it
        fits = [e for _, e in near if id(e) in live and (home is None or home in e.slugs)]
        if fits:
            return fits[-1]
        fits = [e for e in _live(work) if home is not None and home in e.slugs]
        return fits[0] if fits else near[-1][1] if near and id(near[-1][1]) in live else main
    heading = document.segments[segment.heading] if segment.heading is not None else None
    title = work.context.title
    if heading is not None and (title is None or heading.index > title.index):
        under = [e for at, e in near if at >= heading.span.start and id(e) in live]
        if under:
            return main if main is not None and any(e is main for e in under) else under[-1]
    if len(_live(work)) > 1 and near:
        recent = [e for at, e in near if id(e) in live]
        if recent and main is not None and recent[-1] is not main and recent[-1].named_apart:
            return recent[-1]
    return main


def report_event(work: Work, quote: Quotation, said: Attribution) -> Event | None:
    """The inspection whose report a quotation is from; None when the report is dated and no inspection has the date."""
    dated, stated = _dated_event(work, quote, said)
    if dated is not None or stated:
        return dated
    counted = _ordinal_event(work, quote)
    if counted is not None:
        return counted
    base = _of_service(work, quote, _focus(work, quote, _told_at(work)), None)
    return _newest(work, quote, base) if base is not None else None


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_ORDINAL = rule(rf"\b(?P<which>{'|'.join(_ORDINALS)})\s+(?:[\w\-]+\s+){{0,2}}?visit\b", re.I)


def _ordinal_event(work: Work, quote: Quotation) -> Event | None:
    """ "First visit: ... inspectors said": the visit that the paragraph counts."""
    segment = work.context.document.segments[quote.segments[0]]
    numbers = [
        _ORDINALS.index(m["which"].lower()) + 1
        for m in _ORDINAL.finditer(work.context.text, segment.span.start, quote.start)
    ]
    if not numbers:
        return None
    fits = [e for e in work.events if e.ordinal == numbers[-1]]
    if len(fits) == 1:
        return fits[0]
    visits = [e for e in work.events if e.kind == "monitoring-visit"]
    if fits or not all(e.inspected and e.inspected.earliest for e in visits):
        return None
    visits.sort(key=lambda e: e.inspected.earliest if e.inspected and e.inspected.earliest else date.min)
    if any(e.ordinal not in (0, i) for i, e in enumerate(visits, 1)):
        return None
    return visits[numbers[-1] - 1] if len(visits) >= numbers[-1] else None


def _of_service(work: Work, quote: Quotation, focus: Event | None, organisation: str | None) -> Event | None:
    """A passing word of another service does not change what a page is about, unless the speaker is of that service."""
    if organisation and rules.search(r"Safeguarding\s+Children", organisation):
        return next((e for e in _live(work) if e.service == "lscb"), focus)
    main = _main(work)
    if main is None or focus is None or focus is main or not focus.slugs & main.slugs or focus.service == main.service:
        return focus
    segment = work.context.document.segments[quote.segments[0]]
    if _under_its_own_heading(work, quote, focus) or _as_recent(focus, main):
        return focus
    here = any(segment.span.start <= at < quote.start for at, e in _told_at(work) if e is focus)
    heading = work.context.document.segments[segment.heading] if segment.heading is not None else None
    under = heading is not None and any(
        at in range(heading.span.start, heading.span.end) for at, e in _told_at(work) if e is focus
    )
    return focus if here or under else main


def _as_recent(focus: Event, main: Event) -> bool:
    """Is an inspection with judgements of its own no older than the one that a page begins with?"""
    one, other = focus.any_date, main.any_date
    if not (focus.overall or focus.aspects) or one is None or other is None or one.edtf == other.edtf:
        return False
    return one.latest is not None and other.earliest is not None and one.latest >= other.earliest


def _under_its_own_heading(work: Work, quote: Quotation, event: Event) -> bool:
    """Is the service of ``event`` what the heading of a quotation's section, not the page's own, is named after?"""
    document, title = work.context.document, work.context.title
    segment = document.segments[quote.segments[0]]
    heading = document.segments[segment.heading] if segment.heading is not None else None
    if heading is None or (title is not None and heading.index <= title.index):
        return False
    return {s.slug for n in work.beside(heading.span) for s in n.services} == {event.service}


_OF_A_SCHOOL = rule(
    r"\b(?:head\s?teacher|headmaster|headmistress|executive\s+head|nursery\s+manager|college\s+principal)\b",
    re.I,
)


def concerning(
    work: Work, keys: dict[int, str], quote: Quotation, said: Attribution, organisation: str | None
) -> tuple[str, ...]:
    """The keys of the inspections that a quotation is about; none when nobody can tell, or when it is about others."""
    if said.kind == "report":
        event = report_event(work, quote, said)
        if event is None or _long_past(work, quote, event) or _of_elsewhere(work, quote, event):
            return ()
        return (keys[id(event)],)
    if said.span is not None and said_before(work.context.text, said.span):
        return ()
    if said.speaker and said.role and _OF_A_SCHOOL.search(said.role):
        return ()
    if work.family.voice == "party" and work.context.home is not None:
        found = [e for e in _live(work) if work.context.home[0] in e.slugs] or list(work.events)
        main = _main(work)
        found = [_newest(work, quote, main)] if main is not None and any(e is main for e in found) else found
    else:
        base = _of_service(work, quote, _focus(work, quote, _told_at(work)), organisation)
        base = _of_the_page(work, quote, base) if base is not None else None
        base = _of_the_speaker(work, quote, said, organisation, base) if base is not None else None
        base = _newest(work, quote, base) if base is not None else None
        if base is not None and said.speaker is None and _of_elsewhere(work, quote, base):
            return ()
        found = [base] if base is not None else []
        if base is not None and said.kind == "person":
            found += [e for e in work.events if e is not base and _spoken_of(quote, e, base)]
    found = _of_the_stars(work, quote, found)
    if any(_of_many(work, quote, said, organisation, e) for e in found):
        return ()
    if any(_of_no_visit(work, quote, e) for e in found):
        return ()
    if any(_long_past(work, quote, e) for e in found):
        later = [e for e in _live(work) if e.slugs & found[0].slugs and e.service == found[0].service]
        found = [e for e in later if not _long_past(work, quote, e)][-1:] if len(later) > 1 else []
    return tuple(keys[id(e)] for e in sorted(found, key=lambda e: int(keys[id(e)])))


def _of_elsewhere(work: Work, quote: Quotation, event: Event) -> bool:
    """Does the paragraph name another council before a quotation, and tell of no inspection of this one's?"""
    about = work.context
    begins = about.document.segments[quote.segments[0]].span.start
    if any(begins <= at < quote.start for at, e in _told_at(work) if e.slugs & event.slugs):
        return False
    named = {
        on_day(one, about.catalogue, about.anchor, about.anchor)
        for each in work.beside(Span(begins, quote.start))
        for one in each.authorities
        if begins <= one.span.start < quote.start and not work.is_quoted(one.span)
    } - {None}
    return bool(named) and not named & event.slugs


_STARS = re.compile(r"\b(?:no|one|two|three|zero|\d)[\s-]+stars?\b", re.I)


def _of_the_stars(work: Work, quote: Quotation, found: list[Event]) -> list[Event]:
    """Who speaks of "two stars" speaks of the newest rating in stars of the council, where it is the only one."""
    if len(found) != 1 or not _STARS.search(quote.words(work.context.text)):
        return found
    text = work.context.text
    own = [e for e in _live(work) if e.slugs & found[0].slugs]
    starred = [e for e in own if e.overall is not None and "star" in e.overall.span.of(text).lower()]
    return starred if len(starred) == 1 else found


_MANY_COUNCILS = 3


def _of_many(work: Work, quote: Quotation, said: Attribution, organisation: str | None, event: Event) -> bool:
    """On a page of many councils: words of somebody of none of them, where none is told of near."""
    about = work.context
    councils = {e.slugs for e in _live(work)}
    if len(councils) < _MANY_COUNCILS or not organisation or called(organisation, about.catalogue):
        return False
    segments = about.document.segments
    begins = segments[quote.segments[0]].span.start
    above = [s.span.start for s in about.document.body if s.span.start < begins][-4:]
    near = above[0] if above else begins
    return not any(near <= at < quote.end for at, e in _told_at(work) if e.slugs == event.slugs)


def _of_no_visit(work: Work, quote: Quotation, event: Event) -> bool:
    """Is what a page begins with a visit that was not made, and the inspection told of later, or years older?"""
    not_made = [w.span.start for w in work.warnings if w.code in _NOT_MADE and w.span and w.span.start < quote.start]
    first = min((at for at, e in _told_at(work) if e.slugs & event.slugs), default=None)
    if not not_made or first is None or first < min(not_made):
        return False
    anchor, told = work.context.anchor, event.any_date
    old = anchor is not None and told is not None and told.latest is not None and (anchor - told.latest).days > 365
    begins = work.context.document.segments[quote.segments[0]].span.start
    return first > quote.start or (
        old and not any(begins <= at < quote.start for at, e in _told_at(work) if e is event)
    )


_NOT_MADE = frozenset(("visit-not-held", "visit-to-come"))
_FIRST = 4  # paragraphs of a page that tell what it is about
_YEARS = 3


def _long_past(work: Work, quote: Quotation, event: Event) -> bool:
    """Is an inspection years older than the page, which tells of it late and in passing, and not here?"""
    anchor, told = work.context.anchor, event.any_date
    if anchor is None or told is None or told.latest is None or anchor.year - told.latest.year < _YEARS:
        return False
    body, title = work.context.document.body, work.context.title
    after = [s for s in body if title is None or s.index >= title.index][: _FIRST + 1]
    where = [at for at, e in _told_at(work) if e is event]
    paragraph = work.context.document.segments[quote.segments[0]].span
    above = [s.span.start for s in body if s.span.start < paragraph.start][-2:]
    begins = above[0] if above else paragraph.start
    early = not after or any(at < after[-1].span.end for at in where)
    return not early and not any(begins <= at < paragraph.end for at in where)


def _newest(work: Work, quote: Quotation, base: Event) -> Event:
    """Somebody asked speaks of the newest inspection told of so far, not of one the page looks back to in passing."""
    near = [(at, e) for at, e in _told_at(work) if at < quote.start]
    begins = work.context.document.segments[quote.segments[0]].span.start
    last = max((at for at, e in near if e is base), default=None)
    if last is None or last >= begins:
        return base
    graded = base.kind in _GRADED
    own = [e for _, e in near if e.slugs == base.slugs and e.service == base.service and (e.kind in _GRADED) == graded]
    dated = [e for e in own if e.any_date is not None and e.any_date.latest is not None]
    if not any(e is base for e in dated):
        return base
    return max(dated, key=lambda e: e.any_date.latest if e.any_date and e.any_date.latest else date.min)


_GRADED = frozenset(
    ("full", "short", "annual-assessment", "unstated", "joint-area-review", "school-improvement", "revisit")
)


_SAYING = r"(?:said|told|wrote|called|described|claimed|warned|promised|admitted|insisted|spoke)"
_BEFORE = rule(
    rf"\b(?:once|previously)\s+{_SAYING}\b"
    rf"|\b{_SAYING}\b[^“”\"]{{0,40}}?\b(?:in\s+the\s+past|at\s+the\s+time|years?\s+ago|back\s+then|last\s+year|in\s+(?:19|20)\d\d)\b",
    re.I,
)


def said_before(text: str, attribution: Span) -> bool:
    """Does the source say that it was said at another time than it tells of ("once said", "said in 2017")?"""
    return bool(_BEFORE.search(text, attribution.start, attribution.end))


def _of_the_page(work: Work, quote: Quotation, base: Event) -> Event:
    """A page that is no news is about its own council: a neighbour told of in passing is not what is spoken of."""
    main = _main(work)
    if work.family.voice in ("news", "parliament") or main is None or base.slugs & main.slugs:
        return base
    begins = work.context.document.segments[quote.segments[0]].span.start
    return base if any(begins <= at < quote.start for at, e in _told_at(work) if e is base) else main


def _of_the_speaker(
    work: Work, quote: Quotation, said: Attribution, organisation: str | None, base: Event
) -> Event | None:
    """``base``, or the one told of last that is the speaker's own business; None when none on the page is."""
    catalogue = work.context.catalogue
    if organisation:
        body = {i.slug for i in catalogue.inspectorates.values() if organisation in (i.name, i.short, *i.names)}
        if body and base.bodies and not body & {b.slug for b in base.bodies}:
            return None
        day = work.context.anchor
        own = {s for s in called(organisation, catalogue) if day is None or catalogue.authorities[s].life.holds(day)}
        if own and base.slugs and not own & base.slugs:
            return _last_of(work, quote, [e for e in _live(work) if own & e.slugs])
    business = next((b for b, office in _OFFICES_OF.items() if office.search(said.role or "")), "")
    if business and _BUSINESS_OF.get(base.service or "", business) != business:
        others = [e for e in _live(work) if e.slugs & base.slugs and _BUSINESS_OF.get(e.service or "") == business]
        return _last_of(work, quote, others) if others else base
    return base


# whose business a service is, where a speaker's office says which of them is theirs
_BUSINESS_OF = {"adult-social-care": "adults", "adult-learning": "learning", "childrens-services": "children"}
_OFFICES_OF = {
    "learning": rule(r"\badult\s+(?:and\s+community\s+)?(?:learning|education|skills)\b", re.I),
    "adults": rule(r"^(?!.*\b(?:child|people))(?=.*\b(?:adults?|social\s+(?:care|services))\b)", re.I | re.S),
    "children": rule(r"^(?!.*\b(?:adult|people))(?=.*\bchild)", re.I | re.S),
}


def _last_of(work: Work, quote: Quotation, events: list[Event]) -> Event | None:
    """Of ``events`` the one told of last before a quotation; the only one, when none was told of yet."""
    chosen = {id(e) for e in events}
    near = [e for at, e in _told_at(work) if at < quote.start and id(e) in chosen]
    return near[-1] if near else events[0] if len(events) == 1 else None


def _spoken_of(quote: Quotation, event: Event, base: Event) -> bool:
    """Does the speaker name the day of another inspection of the same service ("the inspection last July")?"""
    outer = Span(quote.start, quote.end)
    dates = [d.span for d in (event.inspected, event.published) if d is not None]
    return (
        event.slugs == base.slugs
        and event.service == base.service
        and (any(d.overlaps(outer) for d in dates) or any(s.overlaps(outer) for s in event.voiced))
    )


def _dated_event(work: Work, quote: Quotation, said: Attribution) -> tuple[Event | None, bool]:
    """The event whose date an attribution prints: "(Ofsted, May 2016)", "the 2016 report concluded"; is any printed?"""
    text = work.context.text
    printed = False
    begins = work.context.document.segments[quote.segments[0]].span.start
    for span in (said.span, said.named):
        if span is None or (span is not said.span and span.start < begins):
            continue
        wide = Span(max(0, span.start - 3), span.end)
        for named in work.beside(wide):
            for d in named.dates:
                if d.span.within(wide) and role(text, named, d) in ("published", "inspected"):
                    fits = [e for e in work.events if _agrees(e, d)]
                    if len(fits) == 1:
                        return fits[0], True
        for d in dates(text, wide, work.context.anchor):
            fits = [e for e in work.events if _agrees(e, d)]
            if len(fits) == 1:
                return fits[0], True
            printed = printed or (
                not fits and bool(d.edtf) and not d.relative and d.precision in ("year", "month", "day")
            )
    return None, printed


def _agrees(event: Event, d: Mention) -> bool:
    return bool(overlap(event.published, d) or overlap(event.inspected, d))
