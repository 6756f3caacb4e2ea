"""Words of somebody that are about no inspection told of: said to a survey, or of one that could not be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.authorities import called
from inspections.reading.by_names import fits_by_names
from inspections.reading.events import Event
from inspections.reading.events.periods import ends_before
from inspections.reading.other_places import names_another_place
from inspections.reading.quotations import Quotation
from inspections.reading.rules import rule
from inspections.reading.speakers.attribution import Attribution
from inspections.reading.speakers.verbs import BODY_WORDS
from inspections.reading.where_told import live_events, main_event, told_in_order
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_SURVEY = rule(
    r"\b(?:in|to|from|answered|completed|filled\s+in)\s+(?:our|the|a|its|their|this|last|an?)\s+(?:[\w’'-]+\s+){0,3}(?:survey|questionnaire|consultation|poll|focus\s+group)\b"
    r"|\b(?:respondents?|(?:we|the\s+\w+)\s+(?:surveyed|polled|asked\s+(?:[\w’'-]+\s+){0,3}(?:parents|residents|families|young\s+people|children|carers)))\b",
    re.I,
)
_MANY = 2


def said_to_a_survey(work: Work, quote: Quotation) -> bool:
    """Does the paragraph of a quotation tell of a survey before it, and of no inspection?"""
    about = work.context
    begins = about.document.segments[quote.segments[0]].span.start
    if any(begins <= at < quote.start for at, _ in told_in_order(work)):
        return False
    return _SURVEY.search(about.text, begins, quote.start) is not None


# "Of the capital as a whole, the report says that “...”": words on more than any one council
_OF_A_WIDER_PLACE = re.compile(
    r"(?:[.!?:;]|^)\s*(?:(?:But|And)\s+)?(?:(?:[Aa]cross|[Tt]hroughout|[Oo]f|[Ii]n|[Oo]n)\s+(?:all\s+(?:of\s+)?)?(?:the\s+)?(?:[Ww]hole\s+of\s+)?"
    r"(?:London|England|the\s+capital|capital|country|nation|region|sector|[Nn]orth(?:\s+[EeWw]est)?|[Ss]outh(?:\s+[EeWw]est)?|[Mm]idlands|national\s+picture)(?:\s+as\s+a\s+whole|\s+generally|\s+more\s+widely)?"
    r"|[Nn]ationally|[Nn]ationwide|[Cc]ountrywide)\b(?![’'])[^.!?]*$"
)


def of_a_wider_place(work: Work, quote: Quotation) -> bool:
    """Does the sentence that leads to a quotation begin with the country or the region that its words are on?"""
    text = work.context.text
    begins = max(work.context.document.segments[quote.segments[0]].span.start, quote.start - 200)
    return _OF_A_WIDER_PLACE.search(text[begins : quote.start]) is not None


_BEEN_BACK = rule(
    r"\b(?:(?:they|inspectors|Ofsted|who)(?:[’']ve|\s+have|\s+had)?\s+(?:now\s+|since\s+|just\s+)?(?:been\s+back|come\s+back|came\s+back|returned|revisited)"
    r"|(?:I|we)[’']ve\s+(?:got\s+)?the\s+new\s+(?:letter|report))\b",
    re.I,
)
_FAR = 1500  # characters


def been_back_since(work: Work, quote: Quotation, event: Event) -> bool:
    """ "They've now been back, and I've the new letter here", of which no day could be read: the words are of that."""
    told = [at for at, e in told_in_order(work) if at < quote.start]
    own = [at for at, e in told_in_order(work) if e is event and quote.start - _FAR < at < quote.start]
    if not own or told[-1] != own[-1] or event.inspected is None:
        return False
    number = work.before(own[0] + 1)
    ends = work.named[number - 1].span.end if number else own[0]  # of the sentence that tells of it
    found = _BEEN_BACK.search(work.context.text, ends, quote.start) if ends < quote.start else None
    return found is not None and event.inspected.span.start < found.start()


def told_since_and_unread(work: Work, quote: Quotation, event: Event) -> bool:
    """Has the section of a quotation told of an inspection of no council known, and of none that was read?"""
    document = work.context.document
    index = document.segments[quote.segments[0]].heading
    if index is None or (work.context.title is not None and index <= work.context.title.index):
        return False
    begins = document.segments[index].span.start
    if any(begins <= at < quote.start for at, _ in told_in_order(work)):
        return False
    return any(
        w.code == "event-passed-over" and w.span is not None and begins <= w.span.start < quote.start
        for w in work.warnings
    )


def of_one_passed_over(work: Work, quote: Quotation, event: Event) -> bool:
    """Is the inspection told of outside the paragraph of a quotation, after others that could not be read?

    What a page begins with is then not what was read of it, and what somebody speaks of may be the other.
    """
    begins = work.context.document.segments[quote.segments[0]].span.start
    places = [at for at, e in told_in_order(work) if e is event]
    if not places or any(begins <= at < quote.end for at in places):
        return False
    first = min(places)
    passed_over = [
        w.span.start
        for w in work.warnings
        if w.code == "event-passed-over" and w.span is not None and w.span.start < min(first, quote.start)
    ]
    alone = len(live_events(work)) == 1 and event.overall is None
    return len(passed_over) >= _MANY and (first > quote.start or alone)


_AFTER = 120  # characters
_KINDS = (
    (
        re.compile(r"\b(?:ILACS|SIF|single\s+inspection|full\s+inspection|standard\s+inspection)\b"),
        frozenset(("full", "short", "unstated")),
    ),
    (re.compile(r"\b(?:JTAI|joint\s+targeted)\b"), frozenset(("joint-targeted",))),
    (re.compile(r"\b(?:monitoring)\s+(?:visit|letter|report|inspection)\b"), frozenset(("monitoring-visit",))),
    (re.compile(r"\bfocused\s+visit\b"), frozenset(("focused-visit",))),
)


def of_another_kind(work: Work, quote: Quotation, said: Attribution, event: Event) -> bool:
    """ "The ILACS report says", where the inspection told of last is a joint targeted one: are the words another's?"""
    if said.span is None:
        return False
    text = work.context.text
    words = text[said.span.start : quote.start]
    if said.span.start >= quote.end:
        words = re.split(r"[.!?](?:\s|$)|\n", text[quote.end : said.span.end + _AFTER])[0]
    named = [kinds for pattern, kinds in _KINDS if pattern.search(words)]
    return len(named) == 1 and event.kind not in named[0]


def of_the_letters_visit(work: Work, quote: Quotation, said: Attribution, event: Event) -> Event:
    """In inspectors' letters: whom they met and do not name spoke at the visit of the letter, not at one before it."""
    if work.family.voice != "inspectorate" or not work.context.letter or said.kind != "person" or said.speaker:
        return event
    main = main_event(work)
    if (
        main is None
        or event is main
        or not (event.previous or event.earlier or ends_before(event.any_date, main.any_date))
    ):
        return event
    at = work.before(quote.start)
    sentence = work.named[at - 1].span if at else None
    return event if sentence is not None and sentence in event.sentences else main


# "when we looked again this autumn a young woman told my inspectors"
_LOOKED_AGAIN = rule(
    r"\b(?:(?:looked|came|went|visited|called|inspected|checked)\s+(?:back|again)|(?:on|at|during)\s+(?:their|our|its|his|her|that)\s+(?:return|next|second|later)(?:\s+visit)?)\b",
    re.I,
)


def looked_again(work: Work, quote: Quotation, event: Event) -> bool:
    """Does the sentence of a quotation tell of a visit after the one told of, and is that not the event?"""
    at = work.before(quote.start)
    named = work.named[at - 1] if at else None
    if named is None or not named.span.start <= quote.start < named.span.end + 2:
        return False
    found = _LOOKED_AGAIN.search(work.context.text, named.span.start, quote.start)
    return found is not None and not any(
        named.span.start <= x < named.span.end for x, e in told_in_order(work) if e is event
    )


_THE_REPORT_OF = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Ii]ts|[Tt]heir|[Oo]ur)\s+(?P<year>(?:19|20)\d\d)\s+(?:Ofsted\s+|CQC\s+)?(?:report|inspection|letter|visit|review|assessment)\b"
)


def of_the_year_named(work: Work, quote: Quotation, event: Event) -> list[Event]:
    """Who speaks of "the 2012 report" speaks of that, and not of the one told of last; of none, if none is told of."""
    years = {m["year"] for m in _THE_REPORT_OF.finditer(quote.words(work.context.text))}
    if not years or years & _years_of(event):
        return [event]
    return [e for e in work.events if e.slugs == event.slugs and years & _years_of(e)][:1]


def names_its_year(work: Work, quote: Quotation, event: Event) -> bool:
    """ "It was in black and white in 2012": do the words name the year of the inspection, however long ago it was?"""
    years = set(_YEAR.findall(quote.words(work.context.text)))
    return bool(years) and years <= _years_of(event)


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _years_of(event: Event) -> set[str]:
    return {
        str(day.latest.year) for day in (event.inspected, event.published) if day is not None and day.latest is not None
    }


# "its head, Mr Tom Ford, says": somebody of a school that is told of in passing
_ITS_HEAD = rule(
    r"\b(?:its|whose|the\s+(?:school|home|college|academy|nursery)[’']s)\s+(?:new\s+|own\s+|former\s+)?"
    r"(?:head|principal|manager|owner|chair\s+of\s+governors)\b(?!\s+of\s+(?:service|children|adult|youth|learning))"
)


def of_a_head_in_passing(work: Work, quote: Quotation, said: Attribution) -> bool:
    """Do the words belong to somebody of a school or a home that their sentence tells of in passing?"""
    before = work.before(quote.start + 1)
    named = work.named[before - 1] if before else None
    if said.span is None or named is None or not any(s.span.end <= quote.start for s in named.settings):
        return False
    return _ITS_HEAD.search(work.context.text, named.span.start, max(said.span.end, quote.start)) is not None


def of_a_setting_inspected(work: Work, quote: Quotation) -> bool:
    """Has the paragraph told last that a school or a home was inspected or judged, and of no service since?

    "Wedmarsh First School was judged good. The inspector wrote that pupils “are as ready with a question ...”"
    """
    text = work.context.text
    begins = work.context.document.segments[quote.segments[0]].span.start
    for named in reversed(work.named[work.before(begins) : work.before(quote.start + 1)]):
        if named.span.start < begins:
            return False
        if any(s.span.start < quote.start for s in named.services) or any(
            a.span.start < quote.start
            for a in named.authorities
            if not any(a.span.overlaps(s.span) for s in named.settings)
        ):
            return False
        judged = _WAS_INSPECTED.search(text, named.span.start, min(named.span.end, quote.start))
        if judged is not None and named.settings:
            return any(s.span.end <= judged.start() for s in named.settings)
    return False


_WAS_INSPECTED = rule(
    r"\b(?:was|is|has\s+been|had\s+been)\s+(?:\w+\s+)?(?:inspected|visited|judged|rated|graded)\b", re.I
)


_ON_A_PAGE = re.compile(r"\b(?:[Pp]age|[Pp]aragraph|[Ss]ection)\s+[\w.-]+")


def only_pointed_at(work: Work, quote: Quotation, said: Attribution, event: Event) -> bool:
    """Are words of a report shown without its name, far from where one of several inspections is told of?"""
    about = work.context
    words = said.span.of(about.text) if said.span is not None else ""
    if not _ON_A_PAGE.search(words) or BODY_WORDS.of(about.catalogue).search(words):
        return False
    if len({(e.slugs, e.service) for e in live_events(work)}) < _MANY or said.carried:
        return False
    begins = about.document.segments[quote.segments[0]].span.start
    above = about.document.body_before(begins, 1)
    near = above[0].span.start if above else begins
    return not any(near <= at < quote.start for at, e in told_in_order(work) if e is event)


# who speaks of "us" speaks of their own
_US = re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Uu]s|I|[Mm]y|[Mm]e|[Tt]hey)\b")


_IN_ONE = re.compile(r"\W*(?:In|At|For|Of)\s+(?P<where>[A-Z][\w-]+(?:\s(?:and\s|upon\s|of\s)?[A-Z][\w-]+)*)")
_WHOSE = re.compile(r"(?P<whose>[A-Z][\w-]+(?:\s(?:and\s|upon\s|of\s)?[A-Z][\w-]+)*)[’']s?\s")


def of_another_place_named(work: Work, quote: Quotation, said: Attribution, event: Event) -> bool:
    """Do the words, or who says them, name the place of another council, on a page of several that is none's own?

    "Ann Lee, who chairs Bury's committee", "the county council's lead member", where the inspection was of a city.
    """
    about = work.context
    if about.home is not None or not event.slugs:
        return False
    own = set(event.slugs)
    names = [name for s in own for one in (about.catalogue.authorities[s],) for name in (one.name, *one.careful)]
    words = about.text[quote.start : quote.end]
    if not _US.search(words) and not any(name in words for name in names):
        if names_another_place(about.text, Span(quote.start, quote.end), about.catalogue, own):
            return True
    number = work.before(quote.start + 1)
    opens = _IN_ONE.match(about.text, work.starts[number - 1]) if number else None
    if opens is not None and opens.end() <= quote.start and (there := called(opens["where"], about.catalogue)):
        return not own & there  # "In Bolton, he said, waits were “too long”"
    if said.span is None or len(own) > 1:
        return False
    theirs = [called(m["whose"], about.catalogue) for m in _WHOSE.finditer(about.text, said.span.start, said.span.end)]
    if any(theirs) and not any(own & each for each in theirs):
        return True
    return not fits_by_names(about.text, said.span, about.catalogue, next(iter(own)))


_BEGINS_WITH = 40  # characters


def after_a_turn_to_another(work: Work, quote: Quotation, event: Event, organisation: str | None) -> bool:
    """ "York is still waiting. “We expect them in May,” said ...": does a place come between, not the speaker's own?

    A sentence of the quotation's paragraph, after the inspection was told of, that begins with another council's name.
    """
    about = work.context
    if organisation and called(organisation, about.catalogue) & event.slugs:
        return False
    begins = about.document.segments[quote.segments[0]].span.start
    last = max((at for at, e in told_in_order(work) if e is event and at < quote.start), default=-1)
    for named in work.named[work.before(begins) : work.before(quote.start)]:
        if named.span.start < max(begins, last + 1) or work.is_quoted(named.span):
            continue
        opening = Span(named.span.start, min(named.span.start + _BEGINS_WITH, quote.start, named.span.end))
        if names_another_place(about.text, opening, about.catalogue, set(event.slugs)):
            return True
    return False


# "On SEND, the letter is damning", "The SEND letter is damning"
_ON_IT = re.compile(
    r"\W*(?:(?:And|But|Meanwhile),?\s+)?(?:On|As\s+(?:for|to)|Regarding|Concerning|Turning\s+to)\s+(?:the\s+|its\s+|our\s+)?(?:[\w’'-]+\s+){0,2}"
)
_ITS_REPORT = re.compile(r"\s+(?:report|letter|inspection|review|revisit)\b")


def of_another_service_named(work: Work, quote: Quotation, event: Event) -> bool:
    """ "On SEND, the letter is damning. “Parents have lost trust,” it says": is that report of another service?

    One that the paragraph of a quotation names before it, where it names none of the event's, nor tells of the event.
    """
    about, known = work.context, work.context.catalogue.services
    begins = about.document.segments[quote.segments[0]].span.start
    if any(begins <= at < quote.start for at, e in told_in_order(work) if e is event):
        return False
    before = Span(begins, quote.start)
    wholes = {
        known[s.slug].parent or s.slug
        for n in work.beside(before)
        for s in n.services
        if s.span.within(before) and not known[s.slug].setting and not work.is_quoted(s.span)
        if _ON_IT.fullmatch(about.text, n.span.start, s.span.start) or _ITS_REPORT.match(about.text, s.span.end)
    }
    own = known[event.service].parent or event.service if event.service is not None else None
    return bool(wholes) and own not in wholes


_MANY_ROWS = 4  # inspections of one council, each in a row of a table


def is_one_row_of_many(work: Work, event: Event) -> bool:
    """Is it told of only in a table of several of its council? Words in prose do not say which of those they mean."""

    def in_a_row(each: Event) -> bool:
        places = [work.context.document.segment_at(span.start) for span in each.sentences]
        return bool(places) and all(place is not None and place.kind == "row" for place in places)

    return in_a_row(event) and sum(e.slugs == event.slugs and in_a_row(e) for e in work.events) >= _MANY_ROWS
