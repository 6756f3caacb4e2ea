"""Tellings that say more of an inspection already told of."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.events import Event, aspect_of
from inspections.reading.events.occasions import NEW_REPORT, POINTS_AT_NEWEST
from inspections.reading.events.periods import ends_before, follows_soon, is_called_by_its_year, overlap, within
from inspections.reading.facts import InspectionKind
from inspections.reading.naming import Noted
from inspections.reading.other_places import names_another_place
from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.reading.visits import UNGRADED
from inspections.reading.walk import Walk
from inspections.reading.walk.footnotes import mark_of_note, noted_of
from inspections.reading.walk.parts_of import are_parts_of_others, assessed_by_sections
from inspections.reading.walk.services_meant import SERVICE_OF
from inspections.text import Span

_AT_THAT = rule(
    r"(?:At|In|On|After|Following|From)\s+that\s+(?:inspection|visit|time|occasion|report)\b|That\s+"
    r"(?:one|inspection|report)\b|Then\b"
)
# "The service was judged good overall then"
_THEN_BEHIND = re.compile(
    r"[’”'\"]?(?:\s+overall)?,?\s+(?:then|back\s+then|at\s+the\s+time|(?:at|on|in)\s+that\s+(?:time|occasion|inspection|year|report))\b"
    r"(?!\s+(?:by|of|that|which|when|and\s+now))",
    re.I,
)
# "Services were then judged inadequate"
_WERE_THEN = re.compile(
    r"\b(?:was|were|had)\s+then\s+(?:been\s+)?(?:judged|rated|graded|found|inadequate|good|outstanding)\b[^,;]{0,30}$"
)
_NOW = rule(r"\b(?:now|today)\b", re.I)
_THAT_YEARS = rule(r"(?:(?:At|In)\s+)?(?:[Tt]hat\s+(?:year|month|spring|summer|autumn|winter)[’']s)\b")
_REPORTS = rule(r"\b(?:publish\w*|released?|issued|letter|report|announce\w*)\b", re.I)


def take_date_above(walk: Walk, telling: Telling) -> None:
    """In a timeline the date of an inspection stands above it, on a line of its own."""
    named = telling.named
    index = named.segment.heading
    date = walk.dated.get(index) if index is not None else None
    if date is None or index in walk.dated_by or named.dates or telling.noun not in ("visit", "verb"):
        return
    if _REPORTS.search(named.span.of(walk.text)):
        return
    telling.inspected = date
    walk.dated_by.add(index or 0)


def at_that(walk: Walk, telling: Telling) -> bool:
    """ "At that inspection the service was judged ...": of the inspection named last."""
    index, event = walk.last
    named = telling.named
    if event is None or event.overall is not None or event.kind in UNGRADED:
        return False
    if walk.newest[1] not in (None, event) and POINTS_AT_NEWEST.search(walk.text, named.span.start, named.span.end):
        return False  # "In 2015 leadership was inadequate. This time they were judged good."
    of_that_year = event.inspected is not None and _THAT_YEARS.match(walk.text, named.span.start)
    if _others_named_since(walk, telling, event):
        return False
    if index != named.segment.index and not (of_that_year and named.segment.index - index == 1):
        return False
    if of_that_year and not (telling.inspected or telling.published or named.authorities):
        event.overall = telling.overall
        event.spans += telling.spans
        event.sentences.append(named.span)
        return True
    behind = telling.overall is not None and (
        _THEN_BEHIND.match(walk.text, telling.overall.span.end)
        or _WERE_THEN.search(walk.text, named.span.start, telling.overall.span.start)
    )
    if _judged_next(walk, telling, event) or _concluded(walk, telling, event):
        event.overall = telling.overall
        event.aspects += [aspect_of(words, hit) for words, hit in telling.aspects]
        event.spans += telling.spans
        event.sentences.append(named.span)
        return True
    if telling.inspected or telling.published or not (behind or _AT_THAT.match(walk.text, named.span.start)):
        return False
    if (behind and named.authorities) or _is_of_another_service(walk, telling, event):
        return False
    event.overall = telling.overall
    event.aspects += [aspect_of(words, hit) for words, hit in telling.aspects]
    event.spans += telling.spans
    event.sentences.append(named.span)
    return True


def _is_of_another_service(walk: Walk, telling: Telling, event: Event) -> bool:
    """ "At that time fostering was judged good", of an inspection of child protection: nothing of that one."""
    known = walk.work.context.catalogue.services
    if telling.overall is None or event.service not in known:
        return False
    held = {event.service, known[event.service].parent}
    return any(service.slug not in held for service in telling.overall.subjects or telling.services)


# "Services were again judged to require improvement", right after "The last full inspection was in October 2022."
_WERE_JUDGED = re.compile(
    r"\W*(?:(?:Again|This\s+time|Overall|Once\s+more|There|Then),?\s+)?(?:[Ss]ervices(?:\s+(?:for|in|to|across|there)\b[^.,;:]{0,60}?)?|[Tt]hey|[Ii]t|[Tt]he\s+(?:\w+\s+)?(?:services?|council|county|borough|city|authority)|(?:[Ii]ts\s+|[Tt]heir\s+)?[Cc]hildren[’']s\s+services)"
    r"\s+(?:was|were)\s+(?:again\s+|once\s+more\s+|also\s+|then\s+|still\s+|both\s+|all\s+)?(?:judged|rated|graded|found|assessed)\b"
)


def _judged_next(walk: Walk, telling: Telling, event: Event) -> bool:
    """Is a grade told right after an inspection that has its day and no grade, with nothing in between?"""
    named = telling.named
    if event.inspected is None or event.segment != named.segment.index or {"voice", "thin"} & set(event.notes):
        return False
    if telling.noun or telling.inspected or telling.published or telling.previous or named.authorities or named.visits:
        return False
    last = max(span.end for span in event.sentences)
    if walk.text[last : named.span.start].strip() or not _WERE_JUDGED.match(walk.text, named.span.start):
        return False
    known = walk.work.context.catalogue.services
    held = {event.service, known[event.service].parent} if event.service in known else {event.service}
    return all(service.slug in held for service in (*named.services, *telling.services))


# "It concluded that children's services in Warwickshire perform well."
_IT_CONCLUDED = re.compile(
    r"\W*(?:It|Ofsted|The\s+(?:\w+\s+)?(?:assessment|letter|report|rating))\s+(?:(?:has|had|also|then)\s+)*(?:concluded|found|says?|said|stated|judged|shows?|showed)\s+that\b"
)


def _concluded(walk: Walk, telling: Telling, event: Event) -> bool:
    """Does a sentence give the grade of the year's assessment that the sentences before it told of?"""
    named = telling.named
    if event.kind != "annual-assessment" or telling.overall is None or telling.overall.tie != "performs":
        return False
    if (
        event.any_date is None
        or telling.inspected
        or telling.published
        or telling.previous
        or any(v.noun != "report" for v in named.visits)
    ):
        return False
    if any(not event.slugs & set(each.slugs) for each in named.authorities):
        return False
    since = max(span.end for span in event.sentences)
    told = any(
        other.visits or other.dates
        for other in walk.work.beside(Span(since, named.span.start))
        if since < other.span.start < named.span.start
    )
    return not told and _IT_CONCLUDED.match(walk.text, named.span.start) is not None


def part_of_last(walk: Walk, telling: Telling) -> bool:
    """Grades of parts, in a sentence of their own: of the inspection this paragraph speaks of."""
    event = spoken_of(walk, telling)
    if event is None or (telling.previous and not (event.previous or event.earlier)):
        return False
    if not (event.previous or event.earlier) and told_of_before(walk, telling):
        return False
    event.aspects += [aspect_of(words, hit) for words, hit in telling.aspects]
    event.sentences.append(telling.named.span)
    if mark_of_note(walk, telling.named) is not None:
        walk.work.marked |= {hit.span for _, hit in telling.aspects}
    return True


# "which had been judged inadequate then", "which had been good before": at an inspection before
_HAD_BEEN = re.compile(
    r"\bhad\s+(?:all\s+|both\s+|each\s+|also\s+|previously\s+)*been\s+(?:judged|rated|graded|found|deemed)?\b[^.;:]{0,30}$"
)
_BEFORE = re.compile(
    r"[’”'\"]?(?:\s+overall)?,?\s+(?:then|before|previously|back\s+then|at\s+(?:the|that)\s+time|the\s+(?:last\s+)?time\s+before|(?:last|the\s+previous)\s+time)\b"
)


def told_of_before(walk: Walk, telling: Telling) -> bool:
    """Do the grades of parts look back, as "had been judged inadequate then" does, and name no inspection?"""
    start, end = telling.named.span.start, telling.named.span.end
    return any(
        _HAD_BEEN.search(walk.text, start, hit.span.start) and _BEFORE.match(walk.text, hit.span.end, end)
        for _, hit in telling.aspects
    )


def spoken_of(walk: Walk, telling: Telling) -> Event | None:
    """The inspection a sentence goes on about: of its day, and one whose service has parts where parts are told of."""
    mark = mark_of_note(walk, telling.named)
    event = _told_just_above(walk, telling) if mark is None else noted_of(walk, mark)
    if event is None or overlap(telling.inspected, event.inspected) is False:
        return None
    if are_parts_of_others(walk, telling, event):
        return None
    head = walk.heading(telling.named)
    if head is not None and telling.aspects and telling.aspects[0][0].within(head.span):
        return assessed_by_sections(walk, telling)
    if not telling.aspects or has_parts(walk, event):
        return event
    for other in reversed(walk.work.events):
        if telling.named.segment.index - other.segment > 3:
            return None
        fits = other.slugs == event.slugs and not (other.previous or other.earlier or other.kind in UNGRADED)
        if fits and has_parts(walk, other):
            return other
    return None


def has_parts(walk: Walk, event: Event) -> bool:
    """Does a framework grade parts of this service? Not of a safeguarding board."""
    known = walk.work.context.catalogue.frameworks.values()
    return event.service is None or any(
        event.service in f.services and any(not aspect.overall for aspect in f.aspects) for f in known
    )


def _told_just_above(walk: Walk, telling: Telling) -> Event | None:
    """The inspection told of last in this paragraph, or the newest of the paragraphs just above."""
    named = telling.named
    index, event = walk.last
    if named.authorities:
        return None
    if event is not None and index == named.segment.index and event.previous and walk.newest[0] == index:
        event = walk.newest[1]  # "a step up from inadequate. Help and protection was also good": of this one
    if event is not None and index == named.segment.index:
        if _others_named_since(walk, telling, event):
            return None
        if looked_back(walk, telling):
            return _of_two_years(walk, telling)
        return event if event.kind not in UNGRADED else None
    index, event = walk.newest
    if event is None or named.segment.index - index > 3 or telling.inspected or telling.published:
        return None
    if _is_of_another(walk, event):
        return None
    if event.service is not None and walk.named_here - {event.service} and not whole_of(walk, event):
        return None
    return event


def _others_named_since(walk: Walk, telling: Telling, event: Event) -> bool:
    """Has the paragraph named several other councils since it told of an inspection? What follows is of theirs."""
    start = telling.named.span.start
    since = max((span.end for span in event.sentences if span.end <= start), default=start)
    if not event.slugs or since >= start:
        return False
    between = [other for other in walk.work.beside(Span(since, start)) if since <= other.span.start < start]
    named = [set(each.slugs) for other in between for each in other.authorities]
    return len(named) > 1 and not any(event.slugs & slugs for slugs in named)


def looked_back(walk: Walk, telling: Telling) -> bool:
    """ "Graded good in 2014. In 2011 it was satisfactory. Teaching was good": may either of the two be meant?"""
    (index, event), (newest_at, newest) = walk.last, walk.newest
    if event is None or newest is None or newest is event or not index == newest_at == telling.named.segment.index:
        return False
    if event.previous or event.overall is None or newest.overall is None or event.service != newest.service:
        return False
    if (event.slugs and not event.slugs & newest.slugs) or telling.inspected or telling.named.authorities:
        return False
    return ends_before(event.any_date, newest.any_date)


# "That is an improvement: in 2011 the service was graded satisfactory": of the newest, whose grade it compares
_COMPARES = re.compile(
    r"\W*(?:That|This|Which|It)\s+(?:is|was|marks?|marked|represents?|represented|means|meant|makes)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:improvements?|steps?|rise|fall|drop|turnaround|advance|climb|slide|slip|decline|jump|leap|progress|promotion|demotion|upgrade|downgrade|better|worse)\b"
)


def _of_two_years(walk: Walk, telling: Telling) -> Event | None:
    """Where a paragraph has looked back: the older by "at that inspection" or "then", the newer by "this time"."""
    start, end = telling.named.span.start, telling.named.span.end
    if _AT_THAT.match(walk.text, start) or _WERE_THEN.search(walk.text, start, end):
        return walk.last[1]
    older = walk.last[1]
    if older is not None and all(_COMPARES.match(walk.text, told.start, told.end) for told in older.sentences):
        return walk.newest[1]
    of_newest = POINTS_AT_NEWEST.search(walk.text, start, end) or _NOW.search(walk.text, start, end)
    return walk.newest[1] if of_newest else None


def _is_of_another(walk: Walk, event: Event) -> bool:
    """Is an inspection told of above that of another council than the one now spoken of, and of none it came from?"""
    if walk.authority is None or not event.slugs or walk.authority[0] in event.slugs:
        return False
    now = walk.work.context.catalogue.authorities[walk.authority[0]]
    return not event.slugs & {*now.predecessors, *now.successors}


def whole_of(walk: Walk, event: Event) -> bool:
    """Are the services this paragraph names parts of the one the inspection is of?"""
    services = walk.work.context.catalogue.services
    return all(services[s].parent == event.service for s in walk.named_here - {event.service})


_STANDS_FOR_IT = re.compile(
    r"(?:It|They|Both|Ours|(?:The|That)\s+(?:assessment|rating|review|verdict|judge?ment|result|outcome)s?)$"
)
_THIS_WAS = rule(r"(?:This|That|It)\s+(?:was|is|had\s+been)\s+(?:only\s+|just\s+|also\s+)?(?:an?|the|its|their|our)\b")


def _says_its_kind(walk: Walk, telling: Telling, event: Event) -> bool:
    """ "This was a monitoring visit": what the visit told of just before was."""
    named = telling.named
    begins = _THIS_WAS.match(walk.text, named.span.start)
    if begins is None or telling.kind_span is None or not 0 <= telling.kind_span.start - begins.end() < 30:
        return False
    if event.kind not in ("unstated", telling.kind) or event.inspected is None or event.overall is not None:
        return False
    if telling.inspected is not None or named.authorities or event.previous:
        return False
    its_own = event.service_span is not None and any(event.service_span.within(s) for s in event.sentences)
    if event.service is not None and its_own and not _comes_to(walk, telling.kind, event.service):
        return False
    event.kind, event.kind_span = telling.kind, telling.kind_span
    event.ordinal = event.ordinal or telling.ordinal
    carried = event.service is not None and not _comes_to(walk, telling.kind, event.service)
    if telling.kind in SERVICE_OF and (event.service is None or carried):
        event.service, event.service_span = SERVICE_OF[telling.kind], telling.kind_span
        event.service_span_is_name = False
        if carried:
            walk.take_service(Noted(telling.kind_span, event.service), named)
    elif carried:
        event.service, event.service_span = None, None
    event.spans += telling.spans
    event.sentences.append(named.span)
    return True


def _comes_to(walk: Walk, kind: InspectionKind, service: str) -> bool:
    """Does any framework make visits of this kind to this service, or to what it is a part of?"""
    catalogue = walk.work.context.catalogue
    slugs = {service, catalogue.services[service].parent}
    return any(kind in f.kinds and slugs & set(f.services) for f in catalogue.frameworks.values())


def goes_on(walk: Walk, telling: Telling, in_voice: bool) -> bool:
    """ "The letter, published on 4 November, said ...": more of the inspection this paragraph speaks of."""
    index, event = walk.last
    named = telling.named
    if (mark := mark_of_note(walk, named)) is not None:
        index, event = named.segment.index, noted_of(walk, mark)
    if event is None or index != named.segment.index or in_voice or telling.overall is not None or telling.aspects:
        return False
    if _says_its_kind(walk, telling, event):
        return True
    if (
        event.overall is not None
        and event.any_date is None
        and NEW_REPORT.search(walk.text, named.span.start, named.span.end)
    ):
        return False
    if (
        telling.kind_span
        or telling.ordinal
        or telling.earlier
        or telling.previous
        or telling.noun not in ("report", "visit", "verb")
    ):
        return False
    if named.authorities or any(s.slug != event.service for s in named.services):
        return False
    if names_another_place(walk.text, named.span, walk.work.context.catalogue, set(event.slugs)):
        return False
    before = walk.text[max(named.span.start, telling.spans[0].start - 12) : telling.spans[0].start]
    at = telling.spans[0].start
    theirs = any(rules.match(r"[’']s?\s+$", walk.text[b.span.end : at]) for b in named.inspectorates if b.span.end < at)
    stands_for = telling.noun == "report" and (
        theirs or _STANDS_FOR_IT.match(telling.spans[0].of(walk.text)) is not None
    )
    if not stands_for and not rules.search(r"\b(?:the|this|that|its|their|his|her)\s*(?:\w+\s)?$", before, re.I):
        return False
    if (
        telling.inspected is not None
        and event.inspected is not None
        and overlap(telling.inspected, event.inspected) is not True
    ):
        return False
    if (
        telling.published is not None
        and event.published is not None
        and overlap(telling.published, event.published) is not True
    ):
        return False
    inspected, published = event.inspected or telling.inspected, event.published or telling.published
    if event.published is None and published and is_called_by_its_year(walk.text, published, event.inspected):
        published = None
    if inspected is not None and telling.inspected is not None and within(telling.inspected, inspected):
        inspected = telling.inspected  # "in early 2012 ... It lasted from 16 to 27 January"
    if inspected is not None and published is not None and not follows_soon(inspected, published):
        return False
    event.inspected, event.published = inspected, published
    if telling.inspected is not None and telling.noun in ("visit", "verb"):
        event.notes = [note for note in event.notes if note != "thin"]  # a report, and the days of its visit
    event.spans += telling.spans
    if named.span not in event.sentences:
        event.sentences.append(named.span)
    return True
