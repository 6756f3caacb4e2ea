"""The inspections that one telling begins: usually one, one for each service or council it names."""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event, aspect_of
from inspections.reading.events.joining import BEFORE_A_REVISIT, BESIDE_A_VISIT
from inspections.reading.events.occasions import (
    ANEW,
    ANOTHER,
    NEW_REPORT,
    NEWEST,
    POINTS_AT_NEWEST,
    again,
    note_when,
    of_a_year_before_its_letter,
    one_more,
)
from inspections.reading.events.periods import ends_before
from inspections.reading.facts import InspectionKind, Warned
from inspections.reading.naming import Naming, Noted
from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.reading.tellings.visits_told import AFTER_A
from inspections.reading.visits import UNGRADED
from inspections.reading.walk import Walk
from inspections.reading.walk.councils_beside import of_all_who_share
from inspections.reading.walk.councils_meant import councils_of
from inspections.reading.walk.firm import is_of_another_body, of_a_place
from inspections.reading.walk.footnotes import mark_of_note
from inspections.reading.walk.going_on import (
    at_that,
    goes_on,
    looked_back,
    part_of_last,
    spoken_of,
    take_date_above,
    told_of_before,
)
from inspections.reading.walk.happened import happened
from inspections.reading.walk.one_each import of_each
from inspections.reading.walk.parts_of import by_its_parts, is_excepted, part_of_what_is_unsaid
from inspections.reading.walk.same_days import same_day_out, same_days
from inspections.reading.walk.services_fit import joint
from inspections.reading.walk.services_meant import services_of
from inspections.reading.walk.told_on import told_on_to
from inspections.reading.walk.who_gave import carried_to, given_by
from inspections.text import Span

_ELSEWHERE = rule(r"\W*(?:(?:In|At)\s+)?(?:neighbouring|nearby|next\s+door|elsewhere|across\s+the\s+border)\b", re.I)


_CAME_BACK = re.compile(
    r"(?:(?:the\s+)?(?:inspectors|they|team|inspectorates|watchdogs|two)\s+)?(?:had\s+)?\b(?:returned|revisited|(?:c[ao]me|were|went|been)\s+back)\b",
    re.I,
)


# "By the time of the following visit, on 28 and 29 January", where "monitoring visits" have been told of
_THE_FOLLOWING = re.compile(
    r"\bthe\s+(?:following|next|last|latest|first|final|second|third|fourth|fifth|earlier|later)\s+visit$", re.I
)


def _one_of_many(walk: Walk, telling: Telling) -> bool:
    """Is a visit of no kind of its own, whose day is told, one of those that its paragraph has told of together?"""
    if telling.kind != "unstated" or telling.noun != "visit" or walk.many[0] != telling.named.segment.index:
        return False
    if telling.inspected is None or telling.overall is not None or telling.aspects or telling.named.authorities:
        return False
    return _THE_FOLLOWING.search(walk.text, telling.named.span.start, telling.spans[0].end) is not None


def _counted_before(walk: Walk, telling: Telling) -> Event | None:
    """ "The second was on 11 January", where the first monitoring visit has just been told of: that visit."""
    index, event = walk.last
    if event is None or index != telling.named.segment.index or event.kind not in UNGRADED or telling.named.authorities:
        return None
    return event if event.ordinal and event.ordinal == telling.ordinal - 1 else None


def _older(event: Event, held: Event | None) -> bool:
    """Is an inspection told of after another of the same council the earlier of the two?"""
    if held is not None and event.slugs and not event.slugs & held.slugs:
        return False  # one that names no council is of the same
    if held is not None and None not in (event.service, held.service) and event.service != held.service:
        return False  # of another service, which was inspected on its own account
    return held is not None and ends_before(event.any_date, held.known_date or held.any_date)


def place(walk: Walk, telling: Telling, in_voice: bool) -> list[Event]:
    """The events one telling speaks of: usually one, one for each service or council it names."""
    work, named = walk.work, telling.named
    if named.segment.index != walk.paragraph:
        walk.authority = walk.home(named)
        walk.service = walk.service_to_begin_with(named)
    elif work.of_rows and named.authorities:
        walk.service = walk.service_to_begin_with(named)
    if not named.authorities and _ELSEWHERE.match(walk.text, named.span.start):
        return []
    if walk.strange == named.segment.index and not named.services and not walk.begins_a_line(named):
        return []  # "CQC – shared lives scheme. Inspected 2019. Outstanding."
    if is_of_another_body(walk, named) or of_a_place(walk, telling):
        if telling.overall is not None:
            why = "left out: a school, home or other setting"
            work.warnings.append(Warned("grade-passed-over", why, telling.overall.span))
        return []  # "Kent Police was inspected by HMICFRS. The report came out in May."
    if telling.counted:
        before = _counted_before(walk, telling)
        if walk.many[0] != named.segment.index and before is None:
            return []
        telling.kind = before.kind if before is not None else walk.many[1]
    if telling.ordinal and telling.kind == "unstated" and telling.noun == "visit":
        above = walk.heading(named)
        kinds = (
            {v.kind for v in above.visits if v.span.of(walk.text).lower().endswith("s")} if above is not None else set()
        )
        if len(kinds) == 1:
            telling.kind = kinds.pop()  # "The fourth visit", under "Monitoring visits"
        elif walk.monitored and telling.ordinal not in walk.monitored:
            telling.kind = "monitoring-visit"  # where a fifth has been told of that was one
    if _one_of_many(walk, telling):
        telling.kind = walk.many[1]
    take_date_above(walk, telling)
    if not happened(walk, telling) or of_each(walk, telling):
        return []
    if goes_on(walk, telling, in_voice):
        return []
    if telling.overall is None and telling.aspects and not telling.noun:
        if part_of_last(walk, telling):
            return []
        if looked_back(walk, telling) or told_of_before(walk, telling) or mark_of_note(walk, named) == -1:
            why = "left out: two inspections of different years stand before it"
            walk.work.warnings += [Warned("grade-passed-over", why, hit.span) for _, hit in telling.aspects]
            return []
    if telling.overall is not None and at_that(walk, telling):
        return []
    if telling.overall is not None and telling.overall.tie == "bare":
        target = spoken_of(walk, telling)
        other = {s.slug for s in telling.services} - {target.service if target is not None else None}
        told_on = target is not None and told_on_to(walk, telling, target)
        if target is not None and target.overall is None and told_on and not (other and target.service):
            target.overall = telling.overall
            target.aspects += [aspect_of(words, hit) for words, hit in telling.aspects]
            target.sentences.append(named.span)
        return []
    if telling.overall is not None and part_of_what_is_unsaid(walk, telling):
        return []
    if telling.earlier and telling.noun == "verb" and not any(_stands(e, named) for e in work.events):
        telling.earlier = not _LAST_INSPECTED.search(walk.text[max(0, telling.at - 8) : telling.at + 24])
    services = services_of(walk, telling)
    if services == [None] and telling.aspects and not (telling.overall or telling.noun):
        services = by_its_parts(walk, telling)
        if not services:
            why = "left out: a part of a service of which no one inspection is told"
            work.warnings += [Warned("grade-passed-over", why, hit.span) for _, hit in telling.aspects]
            return []
    if telling.overall is not None and (excepted := [s for s in services if s and is_excepted(walk, named, s)]):
        services = [s for s in services if s not in excepted]
        if not services:
            why = "left out: the judgement of a part of what was inspected"
            work.warnings.append(Warned("grade-passed-over", why, telling.overall.span))
            return []
    made: list[Event] = []
    for service in services:
        for places in councils_of(walk, telling):
            places = of_all_who_share(walk, telling, service, places)
            event = begin(walk, telling, places, service)
            event.main = (
                "thin" not in event.notes
                and not in_voice
                and not telling.previous
                and not telling.earlier
                and not any(e.main for e in work.events)
            )
            if in_voice and telling.overall is None:
                event.notes.append("voice")
            if not places and walk.abroad == named.segment.index:
                event.notes.append("elsewhere")
            if not telling.previous and not telling.earlier and not in_voice and telling.kind_span is not None:
                if service is not None and not (walk.several and service.slug == "multi-agency-response"):
                    walk.take_service(service, named)
            made.append(event)
    for event in made:
        work.events.append(event)
        if event.ordinal and event.kind == "monitoring-visit":
            walk.monitored.add(event.ordinal)
    if len({event.slugs for event in made}) > 1 and len({event.service for event in made}) == 1:
        walk.each = tuple(made)
    if made:
        _look_back_on_the_last(walk, made[-1])
        walk.last = (named.segment.index, made[-1])
        last = made[-1]
        if not (last.previous or last.earlier or last.kind in UNGRADED or "thin" in last.notes or in_voice):
            walk.newest = walk.last if not _older(last, walk.newest[1]) else walk.newest
    if named.authorities and not in_voice:
        walk.remember(named)
    return made


def _stands(event: Event, named: Naming) -> bool:
    """Is it an inspection that can be the newer one: of a day, or with a grade, and of no other council than named?"""
    own = {slug for each in named.authorities for slug in each.slugs}
    if own and event.slugs and not own & event.slugs:
        return False
    return event.kind not in UNGRADED and bool(event.overall or event.aspects or event.any_date)


# "Ofsted last inspected them in May", and no other told of before: the newest, and no earlier one
_LAST_INSPECTED = re.compile(r"\blast\s+(?:inspected|visited)\b", re.I)


def _section(walk: Walk, named: Naming) -> int | None:
    """The numbered heading that a sentence stands below: the item of minutes or of a report."""
    index = named.segment.heading
    if index is None:
        return None
    head = walk.work.context.document.segments[index].span
    return index if _NUMBERED.match(walk.text, head.start, head.end) else None


_NUMBERED = re.compile(r"\W*(?:(?:Item|Minute)\s+)?\d{1,3}(?:\.\d{1,2})*[.):]?\s+\S")


def _look_back_on_the_last(walk: Walk, event: Event) -> None:
    """ "Ofsted judged them inadequate. On Tuesday a new report was published": the one of no day is the one before."""
    index, last = walk.last
    if ANEW not in event.notes or last is None or index != event.segment or last.any_date is not None:
        return
    if last.overall is not None and last.slugs == event.slugs and last.service == event.service:
        last.previous = True


def begin(walk: Walk, telling: Telling, places: list[tuple[str, Span]], service: Noted | None) -> Event:
    """The inspection that a telling begins, of these councils and this service."""
    named = telling.named
    kind: InspectionKind = telling.kind
    slug = service.slug if service is not None else None
    called = telling.spans[0].of(walk.text).split()[-1].lower() if telling.spans else ""
    inspected = telling.inspected or same_days(walk, telling, places)
    published = telling.published or same_day_out(walk, telling, places)
    if kind == "annual-assessment" and inspected is None and published is not None and _is_its_year(walk, published):
        inspected, published = published, None
    if kind == "annual-assessment" and inspected is not None and inspected.relative and published is None:
        if inspected.precision != "year":
            inspected, published = None, inspected  # "this month's annual assessment": the month in which it came out
    if telling.overall is not None and telling.overall.tie == "performs" and inspected is None:
        if published is not None and published.precision == "year":
            inspected, published = published, None  # "in 2009 the rating was performs well": the year assessed
    if kind == "unstated" and slug == "school-improvement" and telling.noun in ("visit", "report", "verb"):
        kind = "school-improvement"
    yearly = _same_assessment_of_another_year(walk, telling, slug) if kind == "unstated" else None
    if yearly is not None:
        kind = yearly.kind
    own = given_by(telling, walk.text) or list(named.inspectorates)
    if not own and named.segment.index == walk.paragraph and walk.local_bodies:
        own = carried_to(walk, slug)
    bodies = own
    event = Event(
        list(places),
        slug,
        service.span if service is not None else None,
        list(bodies),
        kind,
        telling.kind_span or (yearly.kind_span if yearly is not None else None),
        inspected,
        published,
        telling.overall,
        telling.ordinal,
        telling.earlier
        or of_a_year_before_its_letter(walk.work.context, _kind_in_a_letter(walk, kind, slug), inspected),
        telling.previous or yearly is not None,
        spans=list(telling.spans),
        sentences=[named.span],
        own_bodies=bool(bodies),
        segment=named.segment.index,
        called=called,
        section=_section(walk, named),
    )
    if telling.overall is not None and telling.overall.tie == "performs":
        event.kind = "annual-assessment"
        event.kind_span = event.kind_span or telling.overall.span
    if service is not None and not is_name(walk.work.context.catalogue, service, walk.text):
        event.service_span_is_name = False
    if (
        telling.overall is None
        and not telling.aspects
        and telling.noun in ("report", "")
        and not own
        and not telling.kind_span
    ):
        event.notes.append("thin")
    short = len(named.span.of(walk.text).split()) <= 6 and not named.span.of(walk.text).endswith((".", "!", "?"))
    if (named.segment.kind == "heading" or short) and not (telling.overall or telling.inspected or telling.kind_span):
        event.notes.append("thin")  # the text below a headline tells it again, with its day
    if event.kind == "unstated" and _CAME_FIRST.search(walk.text, named.span.start, telling.at + 40):
        event.notes.append("first")
    if event.kind == "unstated" and any(v.kind == "revisit" and v.span.start > telling.at for v in named.visits):
        event.notes.append(BEFORE_A_REVISIT)
    if (
        inspected is None
        and published is None
        and kind in UNGRADED
        and AFTER_A.search(walk.text, named.span.start, telling.at)
    ):
        event.notes.append(BESIDE_A_VISIT)
    if telling.noun == "report" and NEW_REPORT.search(walk.text, named.span.start, named.span.end):
        event.notes.append(ANEW)
    more = again if telling.noun == "verb" else one_more
    if telling.noun in ("visit", "verb") and any(more(walk.text, each) for each in telling.spans):
        event.notes.append(ANOTHER)
    if POINTS_AT_NEWEST.search(walk.text, named.span.start, named.span.end):
        event.notes.append(NEWEST)
    note_when(event, walk.text, named)
    came_back = _CAME_BACK.match(walk.text, telling.at) or (
        telling.spans and _CAME_BACK.search(telling.spans[0].of(walk.text))
    )
    weaknesses = _TO_SEE_WEAKNESSES.search(walk.text, telling.at, named.span.end)
    if event.kind == "unstated" and slug == "area-send" and (came_back or weaknesses):
        event.kind, event.kind_span = "revisit", telling.spans[0]
    event.aspects = [aspect_of(words, hit) for words, hit in telling.aspects]
    if kind == "unstated" and telling.noun in ("visit", "verb") and slug == "multi-agency-response":
        event.kind, event.kind_span = "joint-targeted", None
    if (
        kind == "unstated"
        and telling.noun in ("visit", "verb")
        and joint(walk, own)
        and slug in ("multi-agency-response", None)
    ):
        event.kind, event.kind_span = "joint-targeted", None
    return event


# "visited in September to see how the area was putting right the weaknesses found in 2019"
_TO_SEE_WEAKNESSES = re.compile(
    r"\bto\s+(?:see|check|find\s+out|judge|assess|establish|test|decide|look\s+at)\s+(?:how|whether|what|if)\b[^.;:]{0,90}\bweakness(?:es)?\s+"
    r"(?:(?:that\s+)?(?:they|it|inspectors)\s+(?:had\s+)?|(?:that\s+)?(?:had\s+been\s+|were\s+)?)(?:found|identified|seen|named|listed|set\s+out|told\s+of)\b"
)


def _kind_in_a_letter(walk: Walk, kind: InspectionKind, service: str | None) -> InspectionKind:
    """What an inspection of no kind of its own is, in a letter that is headed as an annual assessment's."""
    if kind != "unstated" or not walk.work.context.letter:
        return kind
    yearly = (e for e in walk.work.events if e.kind == "annual-assessment" and e.main and e.any_date is None)
    return "annual-assessment" if any(e.service == service for e in yearly) else kind


_FOR_A_YEAR = re.compile(r"\b(?:assessments?|ratings?|APA)\s+(?:for|of)\s+(?:the\s+year\s+)?$", re.I)


def _is_its_year(walk: Walk, day: Mention) -> bool:
    """ "In its annual assessment for 2011", "the 2008 assessment": the year assessed, whatever is said of it then."""
    if day.precision != "year" or day.relative:
        return False
    before = walk.text[max(0, day.span.start - 40) : day.span.start]
    return bool(_FOR_A_YEAR.search(before) or _OF_A_YEAR.match(walk.text, day.span.end))


_FAR = 40  # segments
_OF_A_YEAR = re.compile(
    r"\s+(?:annual\s+)?(?:performance\s+)?(?:assessment|ratings?|APA)\b", re.I
)  # "the 2005 assessment"


def _same_assessment_of_another_year(walk: Walk, telling: Telling, service: str | None) -> Event | None:
    """ "In 2005 the services were judged adequate", after the annual assessment of 2006: that of the year before."""
    day, index = telling.inspected, telling.named.segment.index
    if telling.noun or telling.overall is None or telling.named.authorities:
        return None
    if day is None or day.precision != "year" or day.basis != "stated" or not day.known:
        return None
    called = _OF_A_YEAR.match(walk.text, day.span.end) if day is not None else None
    far = _FAR if called is not None else 2
    near = (e for e in reversed(walk.work.events) if e.kind == "annual-assessment" and 0 <= index - e.segment <= far)
    event = next((e for e in near if e.service == service and not e.previous), None)
    if event is None or event.inspected is None or event.inspected.precision != "year":
        return None
    if day.edtf >= event.inspected.edtf:
        return None
    frameworks = walk.work.context.catalogue.frameworks.values()
    held = any(
        "annual-assessment" in f.kinds and service in f.services and f.used.overlaps(day.earliest, day.latest)
        for f in frameworks
    )
    return event if held else None


# "Inspectors first came in May 2018": this is not the revisit that the page is about
_CAME_FIRST = rule(
    r"\b(?:first|originally|initially)\s+(?:came|inspected|visited|looked|went|called|assessed|arrived)\b", re.I
)


def is_name(catalogue: Catalogue, service: Noted, text: str) -> bool:
    """Do the words name the service, or only point at it ("children", "written statement of action")?"""
    words = service.span.of(text).lower().replace("’", "'")
    entry = catalogue.services[service.slug]
    return any(n.lower().replace("’", "'") in words for n in (entry.name, *entry.names))
