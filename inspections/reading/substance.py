"""What is told of an inspection, and can be one: at a time when there were such, of a council that there was then."""

from __future__ import annotations

import re
from datetime import date, timedelta

from inspections.reading.dates.mentions import Mention
from inspections.reading.events import Event
from inspections.reading.facts import Warned
from inspections.reading.rules import rule
from inspections.reading.send_outcomes import tells_an_outcome
from inspections.reading.visits import UNGRADED
from inspections.reading.work import Work

_PAST = rule(
    r"\b(?:found|judged|said|concluded|took\s+place|visited|inspected|carried\s+out|looked\s+at|identified"
    r"|noted|reported|praised|revisited|spent|published|rated|were\s+with\s+us|came|was|were|had|has"
    r"|have)\b",
    re.I,
)


def has_substance(work: Work, event: Event) -> bool:
    """Is enough told of ``event`` to be one? Warns of what is left out."""

    def warn(why: str) -> bool:
        work.warnings.append(Warned("event-passed-over", why, event.spans[0]))
        return False

    if not event.authorities:
        return warn("no council is named for this")
    known = next((d for d in (event.inspected, event.published) if d is not None and d.known), None)
    if known is not None:
        councils = [work.context.catalogue.authorities[s] for s, _ in event.authorities]
        grace = timedelta(days=300) if event.inspected is None else timedelta(0)
        if not all(c.life.overlaps(known.earliest and known.earliest - grace, known.latest) for c in councils):
            return warn("the council named did not exist then")
        if known.latest is not None and _not_yet_inspected(work, event, known.latest):
            return warn("nobody inspected this service then")
        if _made_at_no_such_time(work, event, known):
            return warn("nobody made such inspections then")
    elif _over_before_it_began(work, event):
        return warn("the council named did not exist then")
    bare = event.overall is None and not event.aspects
    if event.service == _BOARD and bare and not _names_its_service(event):
        return warn("no service is named for this")  # a board is reviewed beside the services, and no visit is to it
    if event.service is None or _graded_as_none_is(work, event) or _of_another_part(work, event):
        return warn("no service is named for this")
    setting = work.context.catalogue.services.get(event.service)
    if setting is not None and setting.setting:
        return False
    if (
        event.service == "school-improvement"
        and event.overall is not None
        and not event.overall.word.lower().endswith("effective")
    ):
        return warn("an inspection of school improvement is effective or ineffective: this grade is of something else")
    if event.overall is not None or event.aspects:
        return True
    if _setting_graded_there(work, event):
        return warn("it was a school, a home or another setting that was inspected")
    if "thin" in event.notes and not event.kind_span:
        return bool(event.inspected or event.published) and event.main
    if event.contradicted:
        return True
    if event.kind == "annual-assessment":
        return False
    if event.inspected is not None or event.published is not None:
        return bool(event.bodies or work.context.bodies or _is_an_inspectorates(work, event))
    if event.kind in UNGRADED:
        if event.kind_span is not None and event.kind_span.of(work.context.text).lower().endswith(
            ("visits", "inspections")
        ):
            return False  # "after a lot of monitoring visits": how many, and when, nobody says
        return any(_PAST.search(s.of(work.context.text)) for s in event.sentences)
    return False


# visits that nobody else makes, and the officers who make them, where a page names no inspectorate
_THEIRS_ALONE: frozenset[str] = frozenset(("focused-visit", "joint-targeted", "joint-area-review"))
_OFFICERS = rule(r"\b(?:[Hh]er|[Hh]is)\s+Majesty[’']s\s+[Ii]nspectors?\b|\bHMI\b")
_INSPECTED = rule(r"\binspect(?:ed|ions?|ors)\b", re.I)
_AREA_SEND = rule(
    r"\b(?:area\s+SEND|SEND\s+local\s+area|local\s+area\s+SEND|SEND)\s+(?:full\s+)?(?:re-?)?inspection\b", re.I
)


def _is_an_inspectorates(work: Work, event: Event) -> bool:
    """Is an inspection an inspectorate's by its name, or by those who were there, on a page that names none?"""
    text = work.context.text
    if event.kind in _THEIRS_ALONE and event.kind_span is not None:
        return True
    if event.service == "area-send":
        told = [each.of(text) for each in event.sentences]
        if any(_AREA_SEND.search(words) or (_INSPECTED.search(words) and tells_an_outcome(words)) for words in told):
            return True
    return _OFFICERS.search(text) is not None


def _over_before_it_began(work: Work, event: Event) -> bool:
    """Had those who gave a grade of no day, or the scale it is on, ended before the council named began?"""
    catalogue = work.context.catalogue
    body = event.bodies[0].slug if event.bodies else None
    held = catalogue.inspectorates.get(body) if body is not None else None
    scale = catalogue.scale_for_word(event.overall.word.lower(), body, event.service) if event.overall else None
    times = [each.used for each in (held, scale) if each is not None and each.used.until is not None]
    councils = [catalogue.authorities[s] for s, _ in event.authorities]
    return any(not c.life.overlaps(used.since, used.until) for used in times for c in councils)


_BEFORE_IT_BEGAN = timedelta(days=60)  # a pilot


def _not_yet_inspected(work: Work, event: Event, day: date) -> bool:
    """Is a day before the first inspection of what several inspectorates look at together, as they do at SEND?"""
    known = [f for f in work.context.catalogue.frameworks.values() if event.service in f.services]
    since = [f.used.since for f in known if f.used.since is not None]
    if not known or len(since) < len(known) or any(len(f.inspectorates) < 2 for f in known):
        return False
    return day < min(since) - _BEFORE_IT_BEGAN


_JOINT: frozenset[str] = frozenset(("joint-area-review", "joint-targeted"))
_ABOUT_THAT_TIME = timedelta(days=300)


def _made_at_no_such_time(work: Work, event: Event, day: Mention) -> bool:
    """Is a joint inspection dated long before those who make it could come together, or long after the last?"""
    if event.kind not in _JOINT or day.earliest is None or day.latest is None:
        return False
    catalogue = work.context.catalogue
    for framework in catalogue.frameworks.values():
        if event.kind not in framework.kinds:
            continue
        times = [framework.used, *(catalogue.inspectorates[b].used for b in framework.inspectorates)]
        since = max((used.since for used in times if used.since is not None), default=None)
        until = framework.used.until
        early = since is not None and day.latest < since - _ABOUT_THAT_TIME
        if not early and not (until is not None and day.earliest > until + _ABOUT_THAT_TIME):
            return False
    return True


def _graded_as_none_is(work: Work, event: Event) -> bool:
    """Is a grade told of a service that is never given any, and that no sentence on it names?"""
    told = event.overall is not None and event.service_span is not None
    if not told or any(event.service_span.within(each) for each in event.sentences if event.service_span):
        return False
    known = [f for f in work.context.catalogue.frameworks.values() if event.service in f.services]
    return bool(known) and all(f.overall == "never" and not f.scales for f in known)


def _of_another_part(work: Work, event: Event) -> bool:
    """Is all that was judged another part of a service than the part carried on from before?

    "Looked after children were let down in Kent. In Haringey safeguarding was rated good": they, and not these.
    """
    known = work.context.catalogue.services
    kind = known.get(event.service or "")
    if kind is None or kind.parent is None or event.overall is not None or not event.aspects:
        return False
    if event.service_span is None or _names_its_service(event):
        return False
    others = [s for s in known.values() if s.parent == kind.parent and s is not kind]
    names = {name.lower() for s in others for name in (s.name, *s.names)}
    return all(a.words.of(work.context.text).lower().replace("’", "'") in names for a in event.aspects)


_BOARD = "lscb"


def _names_its_service(event: Event) -> bool:
    """Does a sentence that tells of an inspection name its service?"""
    span = event.service_span
    return span is not None and any(span.within(each) for each in event.sentences)


def _setting_graded_there(work: Work, event: Event) -> bool:
    """ "An agency that finds families for Rutland was rated inadequate after an inspection in June": the agency was."""
    span = event.service_span
    if _names_its_service(event) and span is not None and span.of(work.context.text).lower() not in _NO_SERVICE:
        return False
    graded = [w.span for w in work.warnings if w.message.endswith(_OF_A_SETTING) and w.span is not None]
    return any(span.within(told) for span in graded for told in event.sentences)


_NO_SERVICE = frozenset(("children", "adults", "young people"))
_OF_A_SETTING = "a school, home or other setting"
