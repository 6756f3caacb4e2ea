"""The councils that a telling is of: named in its sentence, or spoken of before."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.by_names import fits_by_names
from inspections.reading.facts import Warned
from inspections.reading.naming import Naming
from inspections.reading.other_places import names_another_place
from inspections.reading.rules import rule
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk
from inspections.reading.walk.councils_beside import (
    each_in_a_list_behind,
    graded_in_turn,
    named_beside_what_is_told,
    of_a_clause_behind,
    on_another_side,
    the_two_just_named,
    with_its_day,
    with_own,
)
from inspections.reading.walk.councils_named import in_one_list, named_as_absent, slugs_of, taking_part, together
from inspections.reading.walk.one_each import one_each
from inspections.reading.walk.pointing import former_or_latter, named_there, speaks_for_another
from inspections.reading.walk.standing_then import day_of_paragraph, standing_then
from inspections.text import Span


def councils_of(walk: Walk, telling: Telling) -> list[list[tuple[str, Span]]]:
    """Councils of a telling: each inner list is inspected together."""
    named = telling.named
    mention = telling.inspected or telling.published or day_of_paragraph(walk, telling)
    part = taking_part(walk.text, named)
    if not named.authorities and walk.abroad == named.segment.index:
        return [[]]  # "Cardiff Council ... In its report of 9 July": of none of ours
    if (pointed_at := named_there(walk, telling)) is not None or (
        pointed_at := former_or_latter(walk, telling)
    ) is not None:
        return [pointed_at]
    if not part and named_as_absent(walk.text, named):
        return []  # "the reports came out in March, except that on Wigan"
    if not part and _told_of_one_beside(walk.text, telling):
        return [[]]
    if telling.overall is not None and graded_in_turn(walk.text, named.span, telling.overall.span):
        why = "left out: another council may be meant"
        walk.work.warnings.append(Warned("grade-passed-over", why, telling.overall.span))
        return [[]]
    if each := one_each(walk.text, named):
        return [[x] for x in slugs_of(walk.work, each, mention)]
    found = slugs_of(walk.work, part, mention)
    if part and not found:  # a name, and no council that it can be of on that day
        return [[]]
    unique = list({s: (s, span) for s, span in reversed(found)}.values())[::-1]
    if len(unique) <= 1:
        if unique and _stands_for_another(walk, telling, unique[0]):
            return [[]]
        if unique and _is_told_before(walk, telling, unique[0]):
            return [[]]
        if unique and not of_a_clause_behind(walk, telling, unique[0]):
            return [unique]
        if unique:
            why = "left out: another council may be meant"
            walk.work.warnings += [Warned("grade-passed-over", why, hit.span) for hit in (telling.overall,) if hit]
            return [[]]
        if _THE_SAME.search(named.span.of(walk.text)):
            return [_named_last(walk, telling)]
        if walk.shared and named.segment.index == walk.paragraph:
            return [walk.shared]
        if two := the_two_just_named(walk, telling):
            return [two]
        if len(walk.joint) == 1 and _THE_TWO.search(named.span.of(walk.text)):
            return [sharing(walk)]
        about = walk.work.context
        if not named.authorities and walk.authority and telling.noun != "report":
            own = {walk.authority[0]} | ({about.home[0]} if about.home else set())
            strange = about.home is None or about.home[0] != walk.authority[0]
            there = walk.elsewhere == named.segment.index or _of_a_place_unknown(walk, telling)
            there = there or on_another_side(walk, named)
            if (other := _ITSELF.match(walk.text, named.span.start)) is not None:
                so_far = walk.text[named.segment.span.start : named.span.start].lower()
                there = there or strange or f"the {other['what']}" in so_far
            if there or names_another_place(walk.text, named.span, about.catalogue, own):
                if telling.overall is not None:
                    why = "left out: another council may be meant"
                    walk.work.warnings.append(Warned("grade-passed-over", why, telling.overall.span))
                return [[]]
        if speaks_for_another(walk, telling):
            why = "left out: another council may be meant"
            walk.work.warnings += [Warned("grade-passed-over", why, hit.span) for hit in (telling.overall,) if hit]
            return [[]]
        if walk.authority is not None and _reports_on_another(walk, telling, walk.authority[0]):
            return [[]]
        if named_beside_what_is_told(walk, telling):
            return [[]]
        if telling.noun == "report" and walk.elsewhere == named.segment.index and not _told_of_so_far(walk, named):
            return [[]]  # "Essex: November 2018. The report was published in January": not that of the line above
        if walk.authority is not None and not _fits_by_names(walk, telling, walk.authority[0]):
            if telling.overall is not None:
                why = "left out: another council may be meant"
                walk.work.warnings.append(Warned("grade-passed-over", why, telling.overall.span))
            return [[]]
        if walk.authority is None and (both := of_the_heading(walk, telling)):
            return [both]
        if walk.authority is not None and _goes_on_about_another(walk, telling):
            if telling.overall is not None:
                why = "left out: another council may be meant"
                walk.work.warnings.append(Warned("grade-passed-over", why, telling.overall.span))
            return [[]]
        if walk.authority is not None and _another_below(walk, named, walk.authority):
            why = "left out: another council may be meant"
            walk.work.warnings += [Warned("grade-passed-over", why, hit.span) for hit in (telling.overall,) if hit]
            return [[]]
        return [[standing_then(walk, telling, walk.authority)]] if walk.authority else [sharing(walk)]
    if telling.overall is not None and each_in_a_list_behind(walk.text, telling.overall.span, found):
        why = "left out: another council may be meant"
        walk.work.warnings.append(Warned("grade-passed-over", why, telling.overall.span))
        return [[]]
    if mention is not None and (dated := with_its_day(walk.text, found, mention.span)) is not None:
        return [[dated]]
    first = min(s.start for s in telling.spans)
    last = max(s.end for s in telling.spans)
    before = [x for x in found if x[1].end <= first]
    inside = [x for x in found if first <= x[1].start < last]
    after = [x for x in found if x[1].start >= last]
    listed = _run_before(walk.text, found, telling)
    if len(listed) > 1 and together(walk.text, listed, named.span):
        return [with_own(walk, listed, named)]
    if (
        len(listed) > 1
        and telling.overall is not None
        and rules.search(r"\b(?:both|(?<!\bat\s)(?<!\bof\s)all|each)\b", named.span.of(walk.text), re.I)
    ):
        return [[x] for x in listed]
    if (
        len(listed) > 1
        and telling.overall is not None
        and 0 <= telling.overall.span.start - listed[-1][1].end < 60
        and _PLURAL.match(walk.text, listed[-1][1].end)
    ):
        return [[x] for x in listed]
    if (
        len(listed) > 1
        and telling.overall is None
        and telling.inspected is not None
        and _visited_all(walk, telling, listed)
    ):
        return [[x] for x in listed]
    anchor = telling.overall.span if telling.overall is not None else telling.spans[0]
    if telling.overall is not None and (given := _given_in(walk.text, anchor, found)):
        return [[x] for x in given]
    left = [x for x in found if x[1].end <= anchor.start]
    if left:
        return [[left[-1]]]
    if _stands_for_another(walk, telling, found[0]) or _is_told_before(walk, telling, found[0]):
        return [[]]
    right = [x for x in found if anchor.end <= x[1].start and _is_said_of(walk.text[anchor.end : x[1].start])]
    near = right or inside or (after if telling.overall is None else []) or before
    if not near and telling.overall is not None:
        why = "left out: another council may be meant"  # only a clause behind names one
        walk.work.warnings.append(Warned("grade-passed-over", why, telling.overall.span))
        return [[]]
    return [[near[0]]] if near else [[walk.authority]] if walk.authority else [[]]


def _told_of_so_far(walk: Walk, named: Naming) -> bool:
    """Has the paragraph told an inspection of the council spoken of?"""
    index, event = walk.last
    return (
        event is not None
        and index == named.segment.index
        and walk.authority is not None
        and walk.authority[0] in event.slugs
    )


def _reports_on_another(walk: Walk, telling: Telling, slug: str) -> bool:
    """ "Nelson has a report too. Its adult learning was inspected ...": none told of for the council before."""
    named = telling.named
    if named.authorities or telling.noun != "report" or walk.elsewhere != named.segment.index:
        return False
    own = named.services[-1] if named.services else walk.local if named.segment.index == walk.paragraph else None
    return own is not None and not any(slug in e.slugs and e.service == own.slug for e in walk.work.events)


_FARTHEST = 2000  # characters back to what a paragraph has called a place


def _fits_by_names(walk: Walk, telling: Telling, slug: str) -> bool:
    """Is the council spoken of what its paragraph has called a city, a Berkshire town ... since it named one?"""
    named = telling.named
    since = max(named.segment.span.start, named.span.start - _FARTHEST)
    for other in reversed(walk.work.beside(Span(since, named.span.end))):
        if other.authorities and other.segment.index == named.segment.index:
            since = other.span.end
            break
    end = max(s.end for s in telling.spans)
    return since >= end or fits_by_names(walk.text, Span(since, end), walk.work.context.catalogue, slug)


# what is told of a council named beside, as in "better than Leeds, which was inspected in 2017"
_WHICH = re.compile(r"(?:[’']s?)?(?:\s+\([^()]{2,40}\))?,\s+(?:which|who|where|whose)\b[^.;]*")


def _told_of_one_beside(text: str, telling: Telling) -> bool:
    """Is what is told said of a council that is only named beside the one spoken of?"""
    at = min(span.start for span in telling.spans)
    return any(_WHICH.fullmatch(text, each.span.end, at) for each in telling.named.authorities if each.span.end <= at)


# "The island itself was judged": another than the one that the sentence before was of
_ITSELF = re.compile(
    r"\W*(?:(?:But|And|While|As\s+for)\s+)?[Tt]he\s+(?P<what>island|city|town|county|borough|district|council|authority)\s+itself\b"
)


# "In 2016 the same council was judged ...": the one named last, whatever the page is about
_THE_SAME = rule(r"\b(?:the|that|this)\s+same\s+(?:council|authority|borough|county|city)\b(?!\s+council)", re.I)


def _goes_on_about_another(walk: Walk, telling: Telling) -> bool:
    """ "The service was rated good", in the paragraph after one that tells of a neighbour's: of which, is not said."""
    named, (index, event) = telling.named, walk.last
    if event is None or named.authorities or walk.authority is None or not 0 <= named.segment.index - index <= 1:
        return False
    about = walk.work.context
    own = about.catalogue.authorities[walk.authority[0]]
    if not event.slugs or event.slugs & {own.slug, *own.predecessors, *own.successors}:
        return False
    since = max(s.end for s in event.spans)
    return _OURS.search(walk.text, since, named.span.end) is None and not any(
        other.authorities for other in walk.work.beside(Span(since, named.span.end)) if other.span.start >= since
    )


# "the council" may be the neighbour just told of, and "our council" may not
_OURS = rule(r"\b(?:our|ours|we|us|here)\b", re.I)


def _another_below(walk: Walk, named: Naming, carried: tuple[str, Span]) -> bool:
    """ "The council was judged good. Derby's leader said": is the next sentence of somebody who speaks for another?"""
    if carried[1].start >= named.segment.span.start:
        return False
    at = walk.work.before(named.span.start)
    below = [each for each in walk.work.named[at : at + 3] if each.segment.index == named.segment.index]
    first = next((each for each in below if each.authorities and each is not named), None)
    if first is None or _SPEAKS_FOR_IT.match(walk.text, first.authorities[0].span.end) is None:
        return False
    own = walk.work.context.catalogue.authorities[carried[0]]
    line = {own.slug, *own.predecessors, *own.successors}
    return not any(line & set(each.slugs) for each in first.authorities)


# "Derby's cabinet member", "Hull City Council's leader"
_SPEAKS_FOR_IT = re.compile(
    r"(?:\s+(?:City|County|Borough|Council))*[’']s?\s+(?:[a-z]+\s+){0,2}(?:leader|cabinet|mayor|director|chief|councillors?|spokes\w+|deputy|portfolio|lead)\b"
)


def _named_last(walk: Walk, telling: Telling) -> list[tuple[str, Span]]:
    """The one council that the last sentence with a council's name has named."""
    named = walk.work.named
    before = next((n for n in reversed(named[: walk.work.before(telling.named.span.start)]) if n.authorities), None)
    held = slugs_of(walk.work, before.authorities, telling.inspected) if before is not None else []
    return held[:1] if len({slug for slug, _ in held}) == 1 else []


def _of_a_place_unknown(walk: Walk, telling: Telling) -> bool:
    """ "Newcastle was inspected in 2021": a name that is nobody's for certain is still not the council before."""
    m = _A_PLACE_WAS.match(walk.text, telling.named.span.start, telling.named.span.end)
    if m is None or any(b.span.start < m.end("place") for b in telling.named.inspectorates):
        return False
    return not any(s.span.start < m.end("place") for s in telling.named.services)


_A_PLACE_WAS = re.compile(
    r"\W*(?:(?:In|But|And|Meanwhile|Nearby|Neighbouring),?\s+)?"
    r"(?!(?:It|They|This|That|These|Those|Both|Each|All|Its|The|Their|Our|We|He|She|Services?|Children|Inspectors|Adult|Provision"
    r"|Leadership|Governance|Safeguarding|Adoption|Fostering|Overall|Help|Care|Practice|Work|Staff|Which|What|Who|There|One|None)\b)"
    r"(?P<place>[A-Z][a-z]+(?:(?:\s(?:and|upon|on|under)\s|[-\s])[A-Z][a-z]+)?)(?:,\s[^,.;]{3,60},)?"
    r"\s+(?:is|was|were|has\s+been|had\s+been)\s+(?:last\s+|also\s+|then\s+|first\s+)?"
    r"(?:inspected|visited|judged|rated|graded|assessed|found)\b"
)


def _stands_for_another(walk: Walk, telling: Telling, council: tuple[str, Span]) -> bool:
    """ "They were judged good, as is the case in Bolton": a pronoun stands for the council before, not for this one."""
    if telling.overall is None or walk.authority is None or walk.authority[0] == council[0]:
        return False
    grade, start = telling.overall.span, telling.named.span.start
    if council[1].start < grade.end or not _PRONOUN_FIRST.match(walk.text, start, grade.start):
        return False
    if _IN_COUNCIL.fullmatch(walk.text[grade.end : council[1].start]):
        return False
    why = "left out: another council may be meant"
    walk.work.warnings.append(Warned("grade-passed-over", why, grade))
    return True


_PRONOUN_FIRST = re.compile(
    r"\W*(?:(?:But|And|Overall|Again|Then|This\s+time|Now),?\s+)?(?:[Tt]hey|[Ii]t|[Tt]hese|[Bb]oth|[Tt]he\s+(?:services?|council|authority))"
    r"\s+(?:\w+\s+){0,3}(?:is|are|was|were|has|have|had|got|received)\b"
)


def _is_told_before(walk: Walk, telling: Telling, one: tuple[str, Span]) -> bool:
    """ "Last spring's visit found it outstanding; Haringey was told to improve": is a visit told of before the stop?"""
    held = walk.authority
    if telling.overall is not None or (held and held[0] == one[0] and held[1].start < telling.named.span.start):
        return False
    first = telling.spans[0].end
    return first < one[1].start and ";" in walk.text[first : one[1].start]


def _run_before(text: str, found: list[tuple[str, Span]], telling: Telling) -> list[tuple[str, Span]]:
    """The councils named in one list: of two lists, the one that stands nearest before the telling."""
    anchor = telling.overall.span if telling.overall is not None else telling.spans[0]
    first = in_one_list(text, found)
    if not first and len(found) > 2 and found[1][1].end <= anchor.start:
        return _run_before(text, found[1:], telling)
    if not first or first[-1] is found[-1]:
        return first
    rest = found[found.index(first[-1]) + 1 :]
    if rest[0][1].end > anchor.start:
        return first
    return _run_before(text, rest, telling) or rest[:1]


def _is_said_of(between: str) -> bool:
    """ "rated good in Leeds", and not "rated good, had lost some staff to Leeds": may a grade be of what follows it?"""
    return len(between) < 80 and _NEW_CLAUSE.search(between) is None


_NEW_CLAUSE = re.compile(r"[;:]|,\s+(?:had|has|have|was|were|is|are|lost|took|gave|sent|said|told)\b", re.I)


def _given_in(text: str, grade: Span, found: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """ "good in Leeds and Calderdale, inadequate in Bradford": the councils that stand behind each grade."""
    behind = [x for x in found if x[1].start >= grade.end]
    if not behind or not _IN_COUNCIL.fullmatch(text[grade.end : behind[0][1].start]):
        return []
    return in_one_list(text, behind) or behind[:1]


_IN_COUNCIL = re.compile(
    r"[’”'\"]?\s+(?:overall\s+)?(?:in|at|for)\s+(?:both\s+)?(?:the\s+)?(?:neighbouring\s+)?"
    r"|[’”'\"]?\s+(?:rating|grade|judge?ment|verdict|mark)\s+(?:(?:given|awarded|handed|made)\s+)?(?:of|for|on|to|in|won\s+by)\s+(?:the\s+)?(?:neighbouring\s+|nearby\s+)?"
    r"(?:(?:[a-z’'-]+\s+){1,4}(?:in|of|at)\s+)?"
)


def _visited_all(walk: Walk, telling: Telling, listed: list[tuple[str, Span]]) -> bool:
    """ "inspected children's services in Leeds, Bradford and Wakefield in 2018": each of them was."""
    between = walk.text[telling.spans[0].end : listed[0][1].start] if telling.spans[0].end < listed[0][1].start else ""
    return telling.noun == "verb" and _IN_EACH.fullmatch(between) is not None


_IN_EACH = re.compile(r"[^,.;:()]{0,60}\b(?:in|of|at)\s+(?:the\s+)?|\s+(?:the\s+)?")


def of_the_heading(walk: Walk, telling: Telling) -> list[tuple[str, Span]]:
    """ "The service, which covers both boroughs", under a heading that names the two of them."""
    above = walk.heading(telling.named)
    if above is None:
        return []
    held = in_one_list(walk.text, slugs_of(walk.work, above.authorities, telling.inspected or telling.published))
    paragraph = walk.text[telling.named.segment.span.start : telling.named.segment.span.end]
    return held if len(held) > 1 and _BOTH_BOROUGHS.search(paragraph) else []


_BOTH_BOROUGHS = re.compile(
    r"\b(?:both|the\s+two|the\s+three|all\s+three)\s+(?:boroughs|councils|authorities|areas|counties|cities)\b|\b(?:shared|jointly)\b",
    re.I,
)


def sharing(walk: Walk) -> list[tuple[str, Span]]:
    """Councils that share the one service spoken of, where no council is named alone."""
    held = next(iter(walk.joint.values())) if len(walk.joint) == 1 else []
    return list(held) if walk.named_last <= {slug for slug, _ in held} else []  # the text has gone on to others


# "two visits to the two new councils": those that share the service spoken of
_THE_TWO = rule(r"\b(?:the|these|both)\s+(?:two\s+|both\s+)?(?:new\s+|successor\s+)?(?:councils|authorities)\b", re.I)
_PLURAL = re.compile(
    r"(?:\s+(?:councils|authorities))?\s+(?:both\s+|all\s+|each\s+)?(?:were|are|have|perform(?:ed)?)\b", re.I
)
