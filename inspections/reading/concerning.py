"""Which inspections the words of somebody are about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading import not_about
from inspections.reading.authorities import called, on_day
from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.in_focus import in_focus, newest, of_service
from inspections.reading.loose_words import is_loose
from inspections.reading.other_business import of_other_business
from inspections.reading.other_places import names_another_place
from inspections.reading.part_of_page import is_told_in_its_part, told_as_a_neighbour, told_in_its_part
from inspections.reading.quotations import Quotation
from inspections.reading.report_quoted import report_event
from inspections.reading.rules import rule
from inspections.reading.speakers.attribution import Attribution
from inspections.reading.where_told import answers_another_question, live_events, main_event, told_in_order
from inspections.reading.whose_office import is_elsewhere
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_OF_A_SCHOOL = rule(
    r"\b(?:head\s?teacher|headmaster|headmistress|executive\s+head|nursery\s+manager|college\s+principal|fire\s?fighter"
    r"|fire\s+officer)\b",
    re.I,
)


def concerning(
    work: Work, keys: dict[int, str], quote: Quotation, said: Attribution, organisation: str | None
) -> tuple[str, ...]:
    """The keys of the inspections that a quotation is about; none when nobody can tell, or when it is about others."""
    if not_about.of_a_wider_place(work, quote):
        return ()
    if said.kind == "report":
        event = report_event(work, quote, said)
        event = told_in_its_part(work, quote.start, event) if event is not None else None
        if event is None or _long_past(work, quote, event) or _of_elsewhere(work, quote, event):
            return ()
        if _of_another_thing(work, quote, event) or _of_one_left_out(work, quote, event):
            return ()
        if _of_one_unread(work, quote, said, event) or not_about.told_since_and_unread(work, quote, event):
            return ()
        if not_about.of_another_kind(work, quote, said, event) or not_about.only_pointed_at(work, quote, said, event):
            return ()
        if not_about.of_another_service_named(work, quote, event):
            return ()
        if not_about.been_back_since(work, quote, event) or not_about.of_a_setting_inspected(work, quote):
            return ()
        return (keys[id(event)],)
    if said.span is not None and said_before(work.context.text, said.span):
        return ()
    if said.speaker and said.role and _OF_A_SCHOOL.search(said.role):
        return ()
    if is_elsewhere(work, said):
        return ()
    if said.span is not None and said.span.start < quote.start:
        if _OF_ANOTHER_COUNCIL.search(work.context.text, said.span.start, quote.start):
            return ()
    if answers_another_question(work, quote.start) or _of_words_taken_back(work, quote):
        return ()
    if not_about.said_to_a_survey(work, quote) or of_other_business(work, quote, said):
        return ()
    if work.family.voice == "party" and work.context.home is not None:
        found = [e for e in live_events(work) if work.context.home[0] in e.slugs] or list(work.events)
        main = main_event(work)
        found = [newest(work, quote, main)] if main is not None and any(e is main for e in found) else found
    else:
        base = of_service(work, quote, in_focus(work, quote, told_in_order(work)), organisation)
        base = _of_the_page(work, quote, base) if base is not None else None
        base = _of_the_speaker(work, quote, said, organisation, base) if base is not None else None
        base = newest(work, quote, base) if base is not None else None
        base = _of_its_section(work, quote, base) if base is not None else None
        told = told_in_its_part(work, quote.start, base) if base is not None else None
        base = told if told is base or told is None or not _of_another_office(said, told) else None
        if base is not None and said.speaker is None and _of_elsewhere(work, quote, base):
            return ()
        if base is not None and organisation is None and _of_another_place(work, quote, base):
            return ()
        found = [base] if base is not None else []
        if base is not None and said.kind == "person":
            found += [e for e in work.events if e is not base and _spoken_of(quote, e, base)]
        found = [not_about.of_the_letters_visit(work, quote, said, e) for e in found]
    if any(not_about.looked_again(work, quote, e) or not_about.of_another_kind(work, quote, said, e) for e in found):
        return ()
    of_a_year = [x for e in found for x in not_about.of_the_year_named(work, quote, e)]
    if of_a_year != found:
        return tuple(keys[id(e)] for e in of_a_year)
    if any(not_about.is_one_row_of_many(work, e) for e in found):
        return ()
    found = _of_the_stars(work, quote, found)
    if any(_of_one_unread(work, quote, said, e) for e in found) or not_about.of_a_head_in_passing(work, quote, said):
        return ()
    if any(_of_many(work, quote, said, organisation, e) for e in found):
        return ()
    if found and is_loose(work, quote, said, organisation, found[0]):
        return ()
    if found and not_about.of_another_place_named(work, quote, said, found[0]):
        return ()
    if found and not_about.after_a_turn_to_another(work, quote, found[0], organisation):
        return ()
    if any(not_about.told_since_and_unread(work, quote, e) for e in found):
        return ()
    if any(_of_no_visit(work, quote, e) or not_about.of_one_passed_over(work, quote, e) for e in found):
        return ()
    if any(_long_past(work, quote, e) and not not_about.names_its_year(work, quote, e) for e in found):
        later = [e for e in live_events(work) if e.slugs & found[0].slugs and e.service == found[0].service]
        found = [e for e in later if not _long_past(work, quote, e)][-1:] if len(later) > 1 else []
        found = [e for e in found if is_told_in_its_part(work, quote.start, e) is not False]
    return tuple(keys[id(e)] for e in sorted(found, key=lambda e: int(keys[id(e)])))


def _of_another_place(work: Work, quote: Quotation, event: Event) -> bool:
    """Do the words of somebody who speaks for nobody name a place, and not the one that was inspected?"""
    about = work.context
    begins = about.document.segments[quote.segments[0]].span.start
    each = (Span(quote.start, quote.end), Span(begins, quote.start))
    if not all(names_another_place(about.text, span, about.catalogue, set(event.slugs)) for span in each):
        return False
    own = {about.catalogue.authorities[slug].name for slug in event.slugs}
    return not any(name in about.text[quote.start : quote.end] for name in own)


def _of_one_left_out(work: Work, quote: Quotation, event: Event) -> bool:
    """Is the inspection told of only behind a quotation, and one before it of which nothing could be read?"""
    if any(at < quote.start for at, e in told_in_order(work) if e is event):
        return False
    left_out = (w.span for w in work.warnings if w.code == "event-passed-over" and w.span is not None)
    begins = work.context.document.segments[quote.segments[0]].span.start
    return any(begins <= span.start < quote.start for span in left_out)


_OF_A_VISIT = rule(r"\b(?:inspect\w*|visit\w*|letters?|reports?|assess\w*|review\w*|fieldwork|on\s+site)\b", re.I)
_IN_HAND = 120  # days from the inspection to its report


def _of_one_unread(work: Work, quote: Quotation, said: Attribution, event: Event) -> bool:
    """Does the paragraph, or the one before, tell since of an inspection of other days, which nothing was read of?"""
    about = work.context
    begins = about.document.segments[quote.segments[0]].span.start
    above = about.document.body_before(begins, 1)
    begins = above[0].span.start if above else begins
    told = told_in_order(work)
    last = max((at for at, e in told if e is event and at < quote.start), default=-1)
    places = [at for at, _ in told]
    for named in work.named[work.before(max(begins, last + 1)) : work.before(quote.start)]:
        own = named.span.start >= about.document.segments[quote.segments[0]].span.start
        if not named.dates or _OF_A_VISIT.search(named.span.of(about.text)) is None:
            continue
        if any(named.span.start <= at < named.span.end for at in places):
            continue
        days = [d for d in named.dates if d.span.end <= quote.start and not work.is_quoted(d.span)]
        if any(_of_other_days(work, d, event, later=not own or said.kind != "report") for d in days):
            return True
    return False


def _of_other_days(work: Work, day: Mention, event: Event, later: bool) -> bool:
    """Is a printed day, or month, none on which an inspection was made or reported? ``later``: and after it."""
    if day.relative or day.earliest is None or day.latest is None or day.precision not in ("day", "period", "month"):
        return False
    anchor, known = work.context.anchor, [d for d in (event.inspected, event.published) if d is not None]
    firsts = [d.earliest for d in known if d.earliest is not None]
    lasts = [d.latest for d in known if d.latest is not None]
    if not firsts or not lasts or (anchor is not None and day.earliest >= anchor):
        return False
    return (not later and day.latest < min(firsts)) or (day.earliest - max(lasts)).days > _IN_HAND


def _of_elsewhere(work: Work, quote: Quotation, event: Event) -> bool:
    """Does the paragraph name another council before a quotation, and tell of no inspection of this one's?"""
    about = work.context
    begins = about.document.segments[quote.segments[0]].span.start
    if any(begins <= at < quote.start for at, e in told_in_order(work) if e.slugs & event.slugs):
        return False
    named = {
        on_day(one, about.catalogue, about.anchor, about.anchor)
        for each in work.beside(Span(begins, quote.start))
        for one in each.authorities
        if begins <= one.span.start < quote.start and not work.is_quoted(one.span)
    } - {None}
    return bool(named) and not named & event.slugs


def _of_another_thing(work: Work, quote: Quotation, event: Event) -> bool:
    """ "Of Derby they wrote", "inspectors of a school wrote": does their sentence speak of that alone?"""
    about = work.context
    before = work.before(quote.start)
    named = work.named[before - 1] if before else None
    if named is None or not named.span.start <= quote.start < named.span.end:
        return False
    if any(named.span.start <= at < quote.start for at, e in told_in_order(work) if e is event):
        return False
    places = [each for each in named.authorities if each.span.end <= quote.start and not work.is_quoted(each.span)]
    theirs = {on_day(each, about.catalogue, about.anchor, about.anchor) for each in places} - {None}
    if theirs and not theirs & event.slugs:
        return True
    left = about.text[named.span.start : quote.start]
    return not theirs and (_OF_A_SETTING.search(left) or _OF_ANOTHER_COUNCIL.search(left)) is not None


# "wrote of the hospital", "inspectors of a school in Northtown"
_OF_A_SETTING = rule(
    r"\b(?:of|about|on|at|to)\s+(?:the|an?|one|its|another)\s+(?:[\w’'-]+\s+){0,2}(?:schools?|hospitals?|colleges?|nursery|academy|prison|care\s+home|children[’']s\s+home|police|force|trust)\b"
    r"(?!\s+(?:improvement|nurs\w+|readiness))[^.;“”]{0,60}[“\"‘]?$",
    re.I,
)
# "said of another council"
_OF_ANOTHER_COUNCIL = rule(
    r"\b(?:of|about|on)\s+(?:another|a\s+different|some\s+other|other|a\s+neighbouring|a\s+nearby)\s+(?:\w+\s+){0,2}(?:councils?|authorit(?:y|ies)|areas?|services?|count(?:y|ies)|boroughs?|cit(?:y|ies)|places?)\b"
    r"[^.;“”]{0,60}[“\"‘]?$",
    re.I,
)
_LEAFLET = rule(r"\b(?:leaflets?|flyers?|posters?|adverts?|advertisements?|banners?|billboards?|mailshots?)\b", re.I)


def _of_words_taken_back(work: Work, quote: Quotation) -> bool:
    """Does somebody answer for words that the same paragraph has just taken back: a leaflet's, or a poster's?"""
    begins = work.context.document.segments[quote.segments[0]].span.start
    told = any(begins <= at < quote.start for at, _ in told_in_order(work))
    if told or _LEAFLET.search(work.context.text[begins : quote.start]) is None:
        return False
    pairs = zip(work.quotes, work.said, strict=True)
    return any(s.disowned and begins <= q.start < quote.start for q, s in pairs)


def _of_its_section(work: Work, quote: Quotation, base: Event) -> Event | None:
    """Under a heading that names other councils alone: the last inspection of theirs that is told of there."""
    about = work.context
    segment = about.document.segments[quote.segments[0]]
    above = about.document.segments[segment.heading] if segment.heading is not None else None
    if above is None or above is about.title or about.home is not None:
        return base
    named = {slug for n in work.beside(above.span) for each in n.authorities for slug in each.slugs}
    if not named or named & base.slugs:
        return base
    here = [e for at, e in told_in_order(work) if above.span.start <= at < quote.start]
    if any(e is base for e in here):
        return base
    return here[-1] if here and here[-1].slugs & named else base


_STARS = re.compile(r"\b(?:no|one|two|three|zero|\d)[\s-]+stars?\b", re.I)


def _of_the_stars(work: Work, quote: Quotation, found: list[Event]) -> list[Event]:
    """Who speaks of "two stars" speaks of the newest rating in stars of the council, where it is the only one."""
    if len(found) != 1 or not _STARS.search(quote.words(work.context.text)):
        return found
    text = work.context.text
    own = [e for e in live_events(work) if e.slugs & found[0].slugs]
    starred = [e for e in own if e.overall is not None and "star" in e.overall.span.of(text).lower()]
    return starred if len(starred) == 1 else found


_MANY_COUNCILS = 3


def _of_many(work: Work, quote: Quotation, said: Attribution, organisation: str | None, event: Event) -> bool:
    """On a page of many councils: words of somebody of none of them, where none is told of near."""
    about = work.context
    councils = {e.slugs for e in live_events(work)}
    if len(councils) >= _MANY_COUNCILS and not organisation and len(_told_with(work, event)) >= _MANY_COUNCILS:
        return not any(
            about.catalogue.authorities[slug].name in about.text[quote.start : quote.end] for slug in event.slugs
        )
    if len(councils) < _MANY_COUNCILS or not organisation or called(organisation, about.catalogue):
        return False
    segments = about.document.segments
    begins = segments[quote.segments[0]].span.start
    above = about.document.body_before(begins, 4)
    near = above[0].span.start if above else begins
    return not any(near <= at < quote.end for at, e in told_in_order(work) if e.slugs == event.slugs)


def _told_with(work: Work, event: Event) -> set[frozenset[str]]:
    """The councils whose inspections are told of in a sentence with an event, its own among them."""
    own = set(event.sentences)
    return {e.slugs for e in work.events if own & set(e.sentences)}


def _of_no_visit(work: Work, quote: Quotation, event: Event) -> bool:
    """Is what a page begins with a visit that was not made, and the inspection told of later, or years older?"""
    not_made = [w.span.start for w in work.warnings if w.code in _NOT_MADE and w.span and w.span.start < quote.start]
    first = min((at for at, e in told_in_order(work) if e.slugs & event.slugs), default=None)
    if not not_made or first is None or first < min(not_made):
        return False
    anchor, told = work.context.anchor, event.any_date
    old = anchor is not None and told is not None and told.latest is not None and (anchor - told.latest).days > 365
    begins = work.context.document.segments[quote.segments[0]].span.start
    return first > quote.start or (
        old and not any(begins <= at < quote.start for at, e in told_in_order(work) if e is event)
    )


_NOT_MADE = frozenset(("visit-not-held", "visit-to-come"))
_FIRST = 4  # paragraphs of a page that tell what it is about
_YEARS = 3


def _long_past(work: Work, quote: Quotation, event: Event) -> bool:
    """Is an inspection years older than the page, which tells of it late and in passing, and not here?"""
    anchor, told = work.context.anchor, event.any_date
    if anchor is None or told is None or told.latest is None or anchor.year - told.latest.year < _YEARS:
        return False
    if is_told_in_its_part(work, quote.start, event):
        return False
    body, title = work.context.document.body, work.context.title
    after = [s for s in body if title is None or s.index >= title.index][: _FIRST + 1]
    where = [at for at, e in told_in_order(work) if e is event]
    paragraph = work.context.document.segments[quote.segments[0]].span
    above = work.context.document.body_before(paragraph.start, 2)
    begins = above[0].span.start if above else paragraph.start
    early = not after or any(at < after[-1].span.end for at in where)
    return not early and not any(begins <= at < paragraph.end for at in where)


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
    main = main_event(work)
    if main is None or base.slugs & main.slugs:
        return base
    if told_as_a_neighbour(work, quote.segments[0], quote.start, base, main):
        return main
    if work.family.voice in ("news", "parliament"):
        return base
    if work.context.home is None:
        return base  # a page on several councils, and none of them its own
    begins = work.context.document.segments[quote.segments[0]].span.start
    return base if any(begins <= at < quote.start for at, e in told_in_order(work) if e is base) else main


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
            known = catalogue.authorities
            before = {slug for each in own for slug in known[each].predecessors}
            if base.slugs & before and _is_told_in(work, quote, base):
                return base  # of the council that the speaker's came from, which the paragraph tells of
            of_own = [e for e in live_events(work) if own & e.slugs]
            return _last_of(work, quote, of_own, told=True)
    business = next((b for b, office in _OFFICES_OF.items() if office.search(said.role or "")), "")
    theirs = _BUSINESS_OF.get(base.service or "", business)
    if business and theirs != business and (theirs, business) != ("youth", "children"):  # who answers for both
        others = [
            e for e in live_events(work) if e.slugs & base.slugs and _BUSINESS_OF.get(e.service or "") == business
        ]
        return _last_of(work, quote, others) if others else base
    return base


def _of_another_office(said: Attribution, event: Event) -> bool:
    """Is the speaker's office that of another service than was inspected?"""
    business = next((b for b, office in _OFFICES_OF.items() if office.search(said.role or "")), "")
    theirs = _BUSINESS_OF.get(event.service or "", business)
    return bool(business) and theirs != business and (theirs, business) != ("youth", "children")


def _is_told_in(work: Work, quote: Quotation, event: Event) -> bool:
    begins = work.context.document.segments[quote.segments[0]].span.start
    return any(begins <= at < quote.start for at, e in told_in_order(work) if e is event)


# whose business a service is, where a speaker's office says which of them is theirs
_BUSINESS_OF = {
    "adult-social-care": "adults",
    "adult-learning": "learning",
    "childrens-services": "children",
    "youth-justice": "youth",
}
_OFFICES_OF = {
    "youth": rule(r"\byouth\s+(?:justice|offending)\b", re.I),
    "learning": rule(r"\badult\s+(?:and\s+community\s+)?(?:learning|education|skills)\b", re.I),
    "adults": rule(r"^(?!.*\b(?:child|people))(?=.*\b(?:adults?|social\s+(?:care|services))\b)", re.I | re.S),
    "children": rule(r"^(?!.*\b(?:adult|people))(?=.*\bchild)", re.I | re.S),
}


def _last_of(work: Work, quote: Quotation, events: list[Event], told: bool = False) -> Event | None:
    """Of ``events`` the one told of last before a quotation; the only one, when none was yet and not ``told``."""
    chosen = {id(e) for e in events}
    near = [e for at, e in told_in_order(work) if at < quote.start and id(e) in chosen]
    return near[-1] if near else events[0] if len(events) == 1 and not told else None


def _spoken_of(quote: Quotation, event: Event, base: Event) -> bool:
    """Does the speaker name the day of another inspection of the same service ("the inspection last July")?"""
    outer = Span(quote.start, quote.end)
    dates = [d.span for d in (event.inspected, event.published) if d is not None]
    return (
        event.slugs == base.slugs
        and event.service == base.service
        and (any(d.overlaps(outer) for d in dates) or any(s.overlaps(outer) for s in event.voiced))
    )
