"""Which inspection the words before a quotation speak of: in its paragraph, under its heading, on the page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inspections.reading import rules
from inspections.reading.events import Event
from inspections.reading.offices import council
from inspections.reading.quotations import Quotation
from inspections.reading.tellings.visits_told import AFTER_A
from inspections.reading.where_told import live_events, main_event, told_in_order

if TYPE_CHECKING:
    from inspections.reading.work import Work


def in_focus(work: Work, quote: Quotation, told: list[tuple[int, Event]]) -> Event | None:
    """The inspection that the words before a quotation speak of: in its paragraph, under its heading, on the page."""
    document = work.context.document
    segment = document.segments[quote.segments[0]]
    live = {id(e) for e in live_events(work)}
    main = main_event(work)
    near = _looked_forward(work, [(at, e) for at, e in told if at < quote.start], segment.span.start)
    here = [e for at, e in near if at >= segment.span.start]
    if here:
        alive = [e for e in here if id(e) in live]
        if alive or len({id(e) for e in here}) > 1:
            return _newer(work, quote, alive) if alive else main
        sentence = work.starts[work.before(quote.start + 1) - 1] if work.before(quote.start + 1) else segment.span.start
        told_in = any(at >= sentence for at, _ in near) or segment.span.start >= sentence
        if told_in or main is None:
            return here[-1]
        return main if here[-1].slugs == main.slugs else None
    if work.family.voice == "news" or len({e.slugs for e in work.events}) > 1:
        home, day = council(work, quote.start), work.context.anchor
        if home is not None and day is not None and not work.context.catalogue.authorities[home].life.holds(day):
            home = None  # gone by then: nobody speaks for it
        if (own := _come_back_to(work, near, quote)) is not None and own != home:
            return main if main is not None and main.slugs == near[-1][1].slugs else None
        fits = [e for _, e in near if id(e) in live and (home is None or home in e.slugs)]
        if fits:
            return fits[-1]
        fits = [e for e in live_events(work) if home is not None and home in e.slugs]
        return fits[0] if fits else near[-1][1] if near and id(near[-1][1]) in live else main
    heading = document.segments[segment.heading] if segment.heading is not None else None
    title = work.context.title
    if heading is not None and (title is None or heading.index > title.index):
        under = [e for at, e in near if at >= heading.span.start and id(e) in live]
        if under:
            return main if main is not None and any(e is main for e in under) else under[-1]
    if len(live_events(work)) > 1 and near:
        recent = [e for at, e in near if id(e) in live]
        if recent and main is not None and recent[-1] is not main and recent[-1].named_apart:
            return recent[-1]
    return main


def _come_back_to(work: Work, near: list[tuple[int, Event]], quote: Quotation) -> str | None:
    """The page's own council, where it is told of again after others, be it of years ago, and none is named since."""
    about = work.context
    if about.home is None or not near or about.home[0] not in near[-1][1].slugs:
        return None
    since = work.named[work.before(near[-1][0]) : work.before(quote.start)]
    others = (each for named in since for each in named.authorities if about.home[0] not in each.slugs)
    return about.home[0] if next(others, None) is None else None


# "A year ago the assessment judged them good", "At its last inspection", "had been judged inadequate"
_LOOKS_BACK = rules.rule(
    r"^\W*(?:(?:An?|One|Two|Three|Four|Five|Six|Seven|Ten|Several|Some|Many)\s+(?:few\s+)?years?\s+(?:ago|earlier|before|previously)"
    r"|(?:At|In|After|Under|On)\s+(?:its|the|their|our)\s+(?:last|previous|first|former|earlier|old)\b|(?:Previously|Before\s+that|Until\s+then)\b)"
    r"|\blast\s+inspected\b"
)
_HAD_BEEN = rules.rule(r"\bhad\s+(?:previously\s+|last\s+)?(?:been|judged|found|rated|graded|inspected)\b")


def looks_back(work: Work, at: int) -> bool:
    """Does the sentence of a place look back to an older inspection? Minutes tell all they tell of as what had been."""
    number = work.before(at + 1)
    words = work.named[number - 1].span.of(work.context.text) if number else ""
    return bool(_LOOKS_BACK.search(words) or (work.family.voice != "minutes" and _HAD_BEEN.search(words)))


def _looked_forward(work: Work, near: list[tuple[int, Event]], begins: int) -> list[tuple[int, Event]]:
    """Without what earlier paragraphs only look back to, where they tell of another of the same council and service."""
    out: list[tuple[int, Event]] = []
    for at, event in near:
        if at < begins and looks_back(work, at):
            same = (e for _, e in out if e.slugs == event.slugs and e.service == event.service)
            if any(e is not event for e in same) and not any(e is event for _, e in out):
                continue
        out.append((at, event))
    return out


_MUCH_LATER = 300  # days


def _newer(work: Work, quote: Quotation, told: list[Event]) -> Event:
    """The one told of last before a quotation, or, where only another sentence looks back to it, a much newer one."""
    last = told[-1]
    day = last.any_date.latest if last.any_date is not None else None
    before = work.before(quote.start + 1)
    since = work.starts[before - 1] if before else 0
    if day is None or any(since <= at < quote.start for at, e in told_in_order(work) if e is last):
        return last
    later = [
        (e.any_date.earliest, e)
        for e in told
        if e.slugs == last.slugs and e.service == last.service and e.any_date is not None and e.any_date.earliest
    ]
    later = [each for each in later if (each[0] - day).days > _MUCH_LATER]
    return max(later, key=lambda each: each[0])[1] if later else last


def of_service(work: Work, quote: Quotation, focus: Event | None, organisation: str | None) -> Event | None:
    """A passing word of another service does not change what a page is about, unless the speaker is of that service."""
    if organisation and rules.search(r"Safeguarding\s+Children", organisation):
        return next((e for e in live_events(work) if e.service == "lscb"), focus)
    main = main_event(work)
    if main is None or focus is None or focus is main or not focus.slugs & main.slugs or focus.service == main.service:
        return focus
    segment = work.context.document.segments[quote.segments[0]]
    if _under_its_own_heading(work, quote, focus) or _as_recent(focus, main) or _alone_in_section(work, quote, focus):
        return focus
    here = any(segment.span.start <= at < quote.start for at, e in told_in_order(work) if e is focus)
    heading = work.context.document.segments[segment.heading] if segment.heading is not None else None
    under = heading is not None and any(
        at in range(heading.span.start, heading.span.end) for at, e in told_in_order(work) if e is focus
    )
    return focus if here or under else main


def _alone_in_section(work: Work, quote: Quotation, focus: Event) -> bool:
    """Is it the only inspection told of, before a quotation, below a heading that names one of its councils?"""
    document, title = work.context.document, work.context.title
    index = document.segments[quote.segments[0]].heading
    if index is None or (title is not None and index <= title.index):
        return False
    heading = document.segments[index].span
    named = {slug for each in work.beside(heading) for one in each.authorities for slug in one.slugs}
    told = {id(e) for at, e in told_in_order(work) if heading.start <= at < quote.start}
    return bool(named & focus.slugs) and told == {id(focus)}


def _as_recent(focus: Event, main: Event) -> bool:
    """Is an inspection with judgements of its own no older than the one that a page begins with?"""
    one, other = focus.any_date, main.any_date
    if not (focus.overall or focus.aspects) or one is None or other is None or one.edtf == other.edtf:
        return False
    last = one.earliest if one.precision == "year" else one.latest  # some day of a year is not known to be as late
    return last is not None and other.earliest is not None and last >= other.earliest


def _under_its_own_heading(work: Work, quote: Quotation, event: Event) -> bool:
    """Is the service of ``event`` what the heading of a quotation's section, not the page's own, is named after?"""
    document, title = work.context.document, work.context.title
    segment = document.segments[quote.segments[0]]
    heading = document.segments[segment.heading] if segment.heading is not None else None
    if heading is None or (title is not None and heading.index <= title.index):
        return False
    return {s.slug for n in work.beside(heading.span) for s in n.services} == {event.service}


def newest(work: Work, quote: Quotation, base: Event) -> Event:
    """Somebody asked speaks of the newest inspection told of so far, not of one the page looks back to in passing."""
    near = [(at, e) for at, e in told_in_order(work) if at < quote.start]
    begins = work.context.document.segments[quote.segments[0]].span.start
    last = max((at for at, e in near if e is base), default=None)
    if last is None or last >= begins:
        return base
    graded = base.kind in _GRADED
    own = [e for _, e in near if e.slugs == base.slugs and e.service == base.service and (e.kind in _GRADED) == graded]
    main = main_event(work)
    if main is not None and any(e is main for _, e in near) and _told_in_passing(work, base):
        if (main.slugs, main.service) == (base.slugs, base.service):
            return main  # "It comes two years after a focused visit"
    dated = [e for e in own if _latest(e) is not None]
    if not any(e is base for e in dated):
        return base
    return max(dated, key=lambda e: _latest(e) or date.min)


def _told_in_passing(work: Work, event: Event) -> bool:
    """Is it an ungraded visit of no day, told only as what came before or after another?"""
    if event.kind in _GRADED or event.any_date is not None or not event.spans or not event.sentences:
        return False
    return AFTER_A.search(work.context.text, event.sentences[0].start, event.spans[0].start) is not None


def _latest(event: Event) -> date | None:
    """The last day on which it was made, or came out where it was made on a day of no year."""
    days = (day.latest for day in (event.inspected, event.published) if day is not None and day.latest is not None)
    return next(days, None)


_GRADED = frozenset(
    ("full", "short", "annual-assessment", "unstated", "joint-area-review", "school-improvement", "revisit")
)
