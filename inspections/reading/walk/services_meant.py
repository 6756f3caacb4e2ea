"""The services that a telling is of: named in its sentence, or spoken of before."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.events import Event
from inspections.reading.framework_names import behind_a_stop, by_framework_name
from inspections.reading.naming import Naming, Noted
from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk
from inspections.reading.walk.firm import named_in_passing, whole_by_then, whole_or_none
from inspections.reading.walk.services_carried import (
    goes_on_of_none,
    larger,
    of_childrens_company,
    only_one_told_of,
    or_the_local_area,
    unless_another,
    unless_others_below,
    unless_told_of_another_alone,
    unless_told_of_another_last,
)
from inspections.reading.walk.services_fit import (
    are_no_board,
    asked_of,
    inspected_by,
    is_no_area,
    is_of_something_else,
    joint,
    may_inspect,
    may_rate,
    of_two_unsaid,
    rated_by_ofsted,
    said_not_to_be,
    strange_to,
)
from inspections.text import Span

_CHILDREN = rule(r"\b(?:children|social\s+workers?|child\s+protection|care\s+leavers)\b", re.I)
_SEND = rule(
    r"\bwritten\s+statement\s+of\s+action\b|\bWSO?A\b|\bEHC\s+plans?\b|\bspecial\s+(?:educational\s+)?needs\b", re.I
)
# "adults in these two boroughs share a learning service"
_ADULTS_LEARN = rule(
    r"\badults\b[^.;:]{2,60}?\s(?:a|the|one|its|their|our)\s+(?:\w+\s+)?learning\s+service\b(?!\s+for\s+(?!adults))"
    r"|\blearning\s+service\s+for\s+(?:\w+\s+)?adults\b",
    re.I,
)
_THE_SAME = rule(r"\bthe\s+same\s+services?\b", re.I)
# "the overall judgement was inadequate, and that the board had also been judged so": of two services
_NEW_CLAUSE = rule(
    r"[;:]|,?\s+(?:and|but|while|whereas|though)\s+(?:(?:in|by|on|at)\s+[^,;.]{2,25}?,?\s+)?(?:that|the|its|their|our)\b"
)
# kinds of visit that can be of one service only
SERVICE_OF: dict[str, str] = {
    "annual-assessment": "childrens-services",
    "joint-area-review": "childrens-services",
    "joint-targeted": "multi-agency-response",
    "school-improvement": "school-improvement",
    "focused-visit": "childrens-services",
}


def services_of(walk: Walk, telling: Telling) -> list[Noted | None]:
    """Usually one; one for each where a sentence gives one grade or visit to several; None where none is named."""
    found = or_the_local_area(walk, telling, _services_of(walk, telling))
    if is_of_something_else(walk, telling):
        return [each if each is not None and each.span.within(telling.named.span) else None for each in found]
    strange = [each for each in found if each is not None and is_no_area(walk, telling, each)]
    if strange:  # of what it is, nothing says, unless children are named
        children = of_children(walk, telling.named)
        return [children] if children is not None else []
    return [_fitting(walk, telling, each) for each in found]


def _fitting(walk: Walk, telling: Telling, service: Noted | None) -> Noted | None:
    """The service, where those who came inspect it; else what they came for."""
    if service is None:
        return inspected_by(walk, telling)
    if said_not_to_be(walk, telling, service):
        whole = SERVICE_OF.get(telling.kind)
        return Noted(telling.spans[0], whole) if whole is not None and whole != service.slug else None
    service = whole_by_then(walk, telling, service)
    if not strange_to(walk, telling, service):
        return service
    named = telling.named
    other = inspected_by(walk, telling) or of_children(walk, named) or named_below(walk, named)
    return other if other is not None and not strange_to(walk, telling, other) else None


def _of_a_part_before(walk: Walk, telling: Telling) -> bool:
    """ "Slough's safeguarding was inadequate; Luton's was good": of that part, and not of the service as a whole."""
    index, event = walk.last
    if event is None or index != telling.named.segment.index or event.overall is not None or not event.aspects:
        return False
    first = next(iter(telling.named.authorities), None)
    return first is not None and _ITS_WAS.match(walk.text, first.span.end) is not None


def _just_assessed(walk: Walk, named: Naming) -> Noted | None:
    """What the yearly assessment told of last in this paragraph was of, else what the text has been speaking of."""
    index, event = walk.last
    if event is None or index != named.segment.index or event.kind != "annual-assessment" or named.authorities:
        return walk.service
    if event.service is None or event.service_span is None:
        return walk.service
    same = walk.service is not None and walk.service.slug == event.service
    return walk.service if same else Noted(event.service_span, event.service)


_SUCH = rule(r"\bsuch\s+(?:an?\s+)?(?:inspection|visit)\b", re.I)
_ITS_WAS = re.compile(r"[’']s?\s+(?:was|were|is|are|had\s+been|has\s+been)\b")


def _services_of(walk: Walk, telling: Telling) -> list[Noted | None]:
    named, text = telling.named, walk.text
    if telling.kind == "school-improvement":
        own = next((s for s in named.services if s.slug == "school-improvement"), None)
        return [own or Noted(telling.kind_span or telling.spans[0], "school-improvement")]
    if telling.kind == "joint-area-review":
        whole = _whole_of_childrens(walk.service, telling)
        return [next((s for s in named.services if s.slug == "childrens-services"), whole)]
    if telling.overall is not None and telling.services:
        return list(telling.services)
    if telling.kind == "annual-assessment" or (telling.overall is not None and telling.overall.tie == "performs"):
        own = next((s for s in named.services if s.slug == "childrens-services"), _just_assessed(walk, named))
        rated = {
            s
            for f in walk.work.context.catalogue.frameworks.values()
            if "annual-assessment" in f.kinds
            for s in f.services
        }
        called = by_framework_name(walk.work.context.catalogue, text, named.span)
        if called is not None and called.slug in rated and own is walk.service:
            return [called]
        if own is not None and own is walk.service:
            own = own if may_rate(walk, telling, own) and told_already(walk, own, named) else None
        if own is None and not rated_by_ofsted(walk, telling, rated):
            return [None]
        return [own if own is not None and own.slug in rated else _whole_of_childrens(None, telling)]
    words = named.span.of(text)
    if telling.overall is not None and not named.services and _of_a_part_before(walk, telling):
        return [None]
    if not named.services and _SUCH.search(words):  # "the last such inspection": as the section says
        return [of_section(walk, named)]
    if telling.overall is not None:
        if (
            walk.pair
            and named.segment.index == walk.paragraph
            and rules.search(
                r"\b(?:they\s+(?:are|were)\s+both|both\s+(?:are|were|services|agencies)|each)\b", words, re.I
            )
            and not named.services
        ):
            return list(walk.pair)
        if of_two_unsaid(walk, telling):
            return [None]
        near = [s for s in named.services if s.span.end <= telling.overall.span.start]
        if near:
            return [near[-1]]
        same = _THE_SAME.search(words)
        held = walk.newest[1].service if walk.newest[1] is not None else None
        if same and held and not named.services:
            return [Noted(Span(named.span.start + same.start(), named.span.start + same.end()), held)]
        if (
            not named.services
            and _CHILDREN.search(words)
            and walk.service is not None
            and walk.service.slug != "childrens-services"
        ):
            weak = _CHILDREN.search(words)
            if weak and telling.overall.tie in ("noun-after", "noun"):
                return [
                    Noted(Span(named.span.start + weak.start(), named.span.start + weak.end()), "childrens-services")
                ]
    behind = [s for s in named.services if telling.overall is not None and s.span.start >= telling.overall.span.end]
    if (
        behind
        and telling.overall is not None
        and not [s for s in named.services if s.span.end <= telling.overall.span.start]
    ):
        parted = _NEW_CLAUSE.search(text[telling.overall.span.end : behind[0].span.start])
    else:
        parted = None
    if named.services and parted is None:
        at = telling.at
        visit = telling.noun in ("visit", "report", "assessment")
        ranked = sorted(
            named.services,
            key=lambda s: (s.span.start < at and visit and abs(s.span.start - at) > 60, s.span.gap(Span(at, at))),
        )
        if (called := behind_a_stop(walk.work.context.catalogue, text, named, telling.at)) is not None:
            return [called]
        inside = [s for s in named.services if any(s.span.overlaps(x) for x in telling.spans)]
        return [inside[0] if inside else ranked[0]]
    if telling.kind == "joint-targeted" or joint(walk, named.inspectorates):
        return [Noted(telling.spans[0], "multi-agency-response")]
    if _SEND.search(words):
        m = _SEND.search(words)
        if m:
            return [Noted(Span(named.span.start + m.start(), named.span.start + m.end()), "area-send")]
    if (adults := _ADULTS_LEARN.search(words)) is not None:
        return [Noted(Span(named.span.start + adults.start(), named.span.start + adults.end()), "adult-learning")]
    if telling.kind in ("focused-visit",) and (
        walk.service is None or walk.service.slug not in ("childrens-services",)
    ):
        return [Noted(telling.spans[0], "childrens-services")]
    if (
        telling.inspected is not None
        and (weak := _CHILDREN.search(words))
        and walk.service is not None
        and walk.service.slug in ("adult-social-care", "adult-learning", "apprenticeships")
    ):
        return [Noted(Span(named.span.start + weak.start(), named.span.start + weak.end()), "childrens-services")]
    if (called := by_framework_name(walk.work.context.catalogue, text, named.span)) is not None:
        return [called]
    if (
        walk.local is not None
        and named.segment.index == walk.paragraph
        and not are_no_board(walk, telling, walk.local)
        and (
            telling.overall is not None
            or walk.service is None
            or walk.service.slug not in walk.named_here
            or _on_one_line(text, named, walk.local)
        )
    ):
        return [larger(walk, named, walk.local)]
    if (before := _of_the_one_before(walk, telling) or _come_back_to(walk, telling)) is not None:
        return [before]
    if (asked := asked_of(walk, named)) is not None:
        return [asked]
    above = _SEND.search(text, named.segment.span.start, named.span.start) if not walk.named_here else None
    if above is not None:  # "how it looks after children with special needs. They were in ..."
        return [Noted(Span(*above.span()), "area-send")]
    assumed = by_framework(walk, named) or of_section(walk, named)
    if assumed is None and goes_on_of_none(walk, telling):
        return [None]
    if assumed is None:
        assumed = unless_told_of_another_alone(walk, named, unless_another(walk, named, walk.service))
        assumed = unless_others_below(walk, named, unless_told_of_another_last(walk, named, assumed))
    if assumed is None:
        return [of_childrens_company(walk, named) or only_one_told_of(walk, named)]
    if (told := _told_of_so_far(walk, telling, assumed)) is not None:
        return [told]
    if not told_already(walk, assumed, named):
        children = of_children(walk, named)
        if children is not None and not may_inspect(walk, telling, children):
            return [inspected_by(walk, telling)]  # "a report by Ofsted and the CQC on children who need help at school"
        return [children or named_below(walk, named)]
    if telling.noun in ("visit", "verb") and not may_inspect(walk, telling, assumed):
        return [inspected_by(walk, telling)]
    whole = not_a_part(walk, assumed)
    return [None if named_in_passing(walk, whole) else whole_or_none(walk, telling, whole)]


def _on_one_line(text: str, named: Naming, local: Noted) -> bool:
    """Does a service stand before a sentence on its line, in a paragraph that is a list of lines?"""
    listed = "\n" in text[named.segment.span.start : local.span.start]
    return listed and local.span.end <= named.span.start and "\n" not in text[local.span.end : named.span.start]


# "That report, published on 21 April, praised", "The inspection was carried out in July": of the one told of before
_POINTS_AT_IT = rule(
    r"[‘“'\"]?(?:(?P<that>That|This)\s+(?:\w+\s+){0,1}(?:report|letter|inspection|visit|assessment|review)"
    r"|The\s+(?:inspection|visit|assessment|review)\s+(?:itself\s+)?(?:was\s+(?:carried|held|made|conducted)|took\s+place|ran|lasted))\b"
)


def _of_the_one_before(walk: Walk, telling: Telling) -> Noted | None:
    """What the inspection told of last was of, where a paragraph begins by pointing at it and gives it its day."""
    named, (index, event) = telling.named, walk.last
    if event is None or event.service is None or event.service_span is None or event.previous or event.earlier:
        return None
    if not 0 < named.segment.index - index <= 2 or named.sentence.position or named.authorities or named.services:
        return None
    points = _POINTS_AT_IT.match(walk.text, named.span.start)
    if telling.overall is not None or points is None or not (points["that"] or event.kind in SERVICE_OF):
        return None
    held, told = (event.inspected, telling.inspected) if telling.inspected else (event.published, telling.published)
    if told is None or held is not None:
        return None
    return Noted(event.service_span, event.service)


_THE_SERVICE = re.compile(
    r"\W*(?:The|This|That|Its?|Their)\s+(?:(?:joint|shared|combined|whole|full|overall)\s+)?(?:service|was|is|has|had|report|letter|inspectorate|inspectors"
    r"|grade|rating|judge?ment|verdict)\b"
)


def _told_of_so_far(walk: Walk, telling: Telling, assumed: Noted) -> Noted | None:
    """ "The service was rated good": what its paragraph has told an inspection of, and not what the page is about."""
    index, event = walk.last
    if event is None or event.service is None or telling.overall is None:
        return None
    if index != telling.named.segment.index and not _alone_of_its_council(walk, event):
        return None
    services = walk.work.context.catalogue.services
    if (services[assumed.slug].parent or assumed.slug) == (services[event.service].parent or event.service):
        return None
    if not _THE_SERVICE.match(walk.text, telling.named.span.start, telling.named.span.end):
        return None
    return Noted(event.service_span or event.spans[0], event.service)


def _alone_of_its_council(walk: Walk, event: Event) -> bool:
    """Is the inspection told of last of the council spoken of, of which none of another service is told?"""
    if walk.authority is None or event.slugs != {walk.authority[0]}:
        return False
    return {e.service for e in walk.work.events if e.slugs == event.slugs and e.service} == {event.service}


_BACK = re.compile(r"\b(?:(?:c[ao]me|were|went|been)\s+back|returned|revisited)\b")


def _come_back_to(walk: Walk, telling: Telling) -> Noted | None:
    """ "Then in November they came back": for what the paragraph has just told that they had come for."""
    index, event = walk.last
    if event is None or index != telling.named.segment.index:
        return None
    if telling.kind != "revisit" and not (
        telling.noun == "verb" and _BACK.search(walk.text, telling.at, telling.at + 40)
    ):
        return None
    if telling.named.services or event.service is None or event.service_span is None:
        return None
    held = next((s for s in (walk.local, walk.service) if s is not None and s.slug == event.service), None)
    return held or Noted(event.service_span, event.service)


def told_already(walk: Walk, service: Noted, named: Naming) -> bool:
    """Has the text named this service by now? One that it names only later is not what it has been speaking of."""
    title = walk.work.context.title
    if service.slug in walk.spoken:
        return True
    return service.span.start < named.span.end or (title is not None and service.span.within(title.span))


def not_a_part(walk: Walk, assumed: Noted) -> Noted:
    """A part of children's services named in passing is not what the whole text is about."""
    about = walk.work.context
    title, parent = about.title, about.catalogue.services[assumed.slug].parent
    passing = assumed is about.service and not (title is not None and assumed.span.within(title.span))
    told = any(e.service == assumed.slug and e.any_date is not None and e.authorities for e in walk.work.events)
    return Noted(assumed.span, parent) if passing and parent is not None and not told else assumed


def by_framework(walk: Walk, named: Naming) -> Noted | None:
    """ "The single inspection": a framework called by its name, in this paragraph, says what was inspected."""
    span = Span(named.segment.span.start, named.span.end)
    return by_framework_name(walk.work.context.catalogue, walk.text, span)


def spoken_of_here(walk: Walk, named: Naming) -> Noted | None:
    """The service of the framework, the section or the text, where a sentence names none."""
    said = by_framework(walk, named) or of_section(walk, named)
    if said is not None or walk.service is None or not told_already(walk, walk.service, named):
        return said
    index, event = walk.last
    if event is None or event.service is None or index != named.segment.index:
        return walk.service
    known = walk.work.context.catalogue.services
    same = (known[event.service].parent or event.service) == (known[walk.service.slug].parent or walk.service.slug)
    return walk.service if same else Noted(event.service_span or event.spans[0], event.service)


def of_section(walk: Walk, named: Naming) -> Noted | None:
    """The service of the section: the one its heading names, or the only one of the kind of visit named there."""
    above = walk.heading(named) if named.segment.kind != "heading" else None  # which begins a section of its own
    if above is None:
        return None
    if len({s.slug for s in above.services}) == 1:
        return above.services[0]
    if above.services:
        return None
    kinds = {v.kind: v.span for v in above.visits if v.kind in SERVICE_OF}
    if len(kinds) != 1:  # "ILACS: outcome"
        return by_framework_name(walk.work.context.catalogue, walk.text, above.span) if not kinds else None
    kind, span = next(iter(kinds.items()))
    return Noted(span, SERVICE_OF[kind])


def named_below(walk: Walk, named: Naming) -> Noted | None:
    """ "They came in May. They judged children's services good": the one service its paragraph goes on to name."""
    here = [
        service
        for other in walk.work.beside(named.segment.span)
        if other.span.start > named.span.start
        for service in other.services
    ]
    whole = {slug for service in here if walk.work.context.catalogue.services[slug := service.slug].parent is None}
    return here[0] if len({service.slug for service in here}) == 1 and whole else None  # never a part, or a board


def of_children(walk: Walk, named: Naming) -> Noted | None:
    """Social workers and care leavers are of children's services, though nobody calls them so."""
    weak = _CHILDREN.search(named.span.of(walk.text)) or _CHILDREN.search(
        walk.text[named.segment.span.start : named.span.start]
    )
    if weak is None:
        return None
    inside = _CHILDREN.search(named.span.of(walk.text)) is not None
    at = (named.span if inside else named.segment.span).start + weak.start()
    return Noted(Span(at, at + len(weak.group())), "childrens-services")


def _whole_of_childrens(service: Noted | None, telling: Telling) -> Noted:
    """A joint area review is of all of a council's services for children, whatever part a sentence names."""
    if service is not None and service.slug == "childrens-services":
        return service
    return Noted(telling.kind_span or telling.spans[0], "childrens-services")
