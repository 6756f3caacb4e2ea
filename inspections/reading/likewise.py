""" "So was Calderdale", "as did Kent", "Bolton got the same grade": a council that has what another was just given.

The grade is the one given last, in the sentence itself or in the one before; the day is the council's own, or none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading import rules
from inspections.reading.authorities import Named
from inspections.reading.events import Aspect, Event
from inspections.reading.grades.words import grade_words
from inspections.reading.naming import Naming
from inspections.reading.parts import parts
from inspections.reading.rules import rule
from inspections.reading.tellings.date_roles import role
from inspections.reading.visits import UNGRADED
from inspections.reading.walk import Walk
from inspections.reading.walk.councils_named import slugs_of
from inspections.text import Span

_DID = r"(?:was|were|is|are|did|has|have|had)"
_THE = r"(?:(?:both\s+)?(?:the\s+)?(?:neighbouring\s+|nearby\s+)?)?"
# before the council, at the beginning of a sentence or behind the grade
_SO_WAS = rule(
    rf"(?:^\W*(?:And\s+)?|[,;]?\s+and\s+|;\s+)so,?\s+(?:too,?\s+|also\s+)?{_DID}\s+{_THE}$|,\s+as\s+(?:also\s+)?{_DID}\s+{_THE}$",
    re.I,
)
# behind a council that begins its sentence or its clause
_WAS_TOO = rule(
    rf"(?:[’']s)?\s+(?:{_DID}\s+(?:too|as\s+well|likewise)\b|(?:was|were|has\s+been|got|received|had)\s+(?:also\s+)?(?:given\s+)?the\s+(?:very\s+)?same"
    r"\s+(?:grade|rating|judge?ment|verdict|result|outcome)\b"
    r"|(?:has|had)\s+(?:held|kept|had|enjoyed)\s+the\s+same\s+(?:grade|rating|judge?ment)(?=\s+since\b))",
    re.I,
)
_OPENS = re.compile(r"(?:.*(?:,\s+(?:and|while|but)|;)\s+|\W*(?:And\s+)?)(?:(?:[Nn]eighbouring|[Nn]earby)\s+)?", re.S)
_OWN = re.compile(r"(?:[’']s)?(?:\s+(?:[Cc]ouncil|children[’']?s\s+services))?[’']?")
_ASIDE = re.compile(r"(?:,\s+(?:which\s+was\s+)?(?:inspected|visited|assessed)\s+[^,.;]{3,40}(?:,|(?=[.;]|$)))?")
_REST = re.compile(r"\s*(?:[.;!]|$|,?\s*\(?(?:in|on|when|after|following|inspected|at|since)\b|,)")
_STOP = re.compile(r",\s+(?:when|where|and|but)\b|[“\"‘]")
_NO = rule(
    r"\b(?:not|never|no|nor|neither|if|would|could|should|will|hope\w*|until|unless|but\s+for|nobody|none|nothing|hardly)\b",
    re.I,
)


def tell_likewise(walk: Walk, named: Naming) -> list[Event]:
    """The inspection of a council that is said to have fared as the one before; none where it is not understood."""
    text, work = walk.text, walk.work
    if not named.authorities or named.settings or named.segment.kind == "heading":
        return []
    said = named.span.of(text)
    if not (rules.may(_SO_WAS, said) or rules.may(_WAS_TOO, said)):
        return []
    for name in named.authorities:
        begins = _begins(text, named, name)
        if begins is None:
            continue
        like = _given_before(walk, named, begins)
        place = slugs_of(work, (name,), None)
        if like is None or like.overall is None or not place or place[0][0] in like.slugs:
            return []
        clause = Span(name.span.start, named.span.end)
        later = [a for a in named.authorities if a.span.start > name.span.start]
        if later or any(s.span.within(clause) and s.slug != like.service for s in named.services):
            return []
        stop = _STOP.search(text, name.span.end, named.span.end)
        denied = _NO.search(text, begins, stop.start() if stop is not None else named.span.end)
        if denied or _another_grade(walk, Span(begins, named.span.end)):
            return []
        days = [d for d in named.dates if d.span.within(clause) and d.edtf]
        if len(days) > 1:
            return []
        since = bool(days) and text[named.span.start : days[0].span.start].endswith(" since ")
        what = "inspected" if since else role(text, named, days[0]) if days else ""
        event = Event(
            [place[0]],
            like.service,
            like.service_span,
            list(like.bodies),
            "unstated",
            None,
            days[0] if what == "inspected" else None,
            days[0] if what == "published" else None,
            like.overall,
            spans=[name.span],
            sentences=[named.span],
            own_bodies=like.own_bodies,
            segment=named.segment.index,
            named_apart=True,
        )
        work.carried.add((like.overall.span, place[0][0]))
        return [event]
    return []


_SO_WAS_A_PART = rule(
    r"\W*(?:And\s+)?(?:[Ss]o,?\s+(?:too,?\s+|also\s+)?(?:was|were|is|are)"
    r"|[Tt]he\s+same\s+(?:(?:grade|judge?ment|verdict)\s+)?(?:was\s+(?:given\s+to|true\s+of)|went\s+(?:to|for)"
    r"|goes\s+for|is\s+true\s+of|applied\s+to|applies\s+to))"
    r"\s+(?P<what>[^.;:?!“”\"]{4,140}?)(?:,?\s+too)?\s*[.!]?$"
)
_WAS_THE_SAME = rule(
    r"\W*(?P<what>[^.;:?!“”\"]{4,140}?)\s+(?:was|were)\s+(?:(?:judged|graded|rated)\s+)?(?:the\s+same|likewise)\s*(?:[.!;]|$)",
    re.I,
)
# "It had the same judgement for help and protection and for the impact of leaders."
_THE_SAME_FOR = rule(
    r"\W*(?:It|They|The\s+(?:council|county|city|borough|service|services|authority))\s+(?:had|got|received|was\s+given|were\s+given|earned|was\s+awarded)\s+the\s+same"
    r"\s+(?:grade|rating|judge?ment|verdict)\s+(?=for\s)(?P<what>[^.;:?!“”\"]{4,140}?)\s*[.!;]?$",
    re.I,
)


# "... judged good, and so was the impact of leaders", "as had the capacity to improve", "and the same for adoption"
_AND_SO_WAS = rule(
    r"[’”'\"]*,?\s+(?:and\s+so,?\s+(?:too,?\s+|also\s+)?(?:was|were|is|are)|as\s+(?:also\s+)?(?:was|were|had|did)"
    r"|(?:and|with)\s+the\s+(?:very\s+)?same\s+(?:(?:grade|judge?ment|verdict)\s+)?(?:for|on))"
    r"\s+(?P<what>[^.;:?!“”\"]{4,140}?)(?:,?\s+too)?\s*(?:[.!;]|$)"
)


def may_fare_alike(signs: int) -> bool:
    """Can a sentence with these words tell of a part that fared as the one before?"""
    return (
        rules.may_by(_SO_WAS_A_PART, signs) or rules.may_by(_WAS_THE_SAME, signs) or rules.may_by(_THE_SAME_FOR, signs)
    )


def add_part_likewise(walk: Walk, named: Naming) -> None:
    """ "So was the impact of leaders": a part that has the grade which the sentence before gave to a part last."""
    text = walk.text
    index, event = walk.last
    if event is None or named.settings:
        return
    if index != named.segment.index and not any(
        named.segment.span.start <= s.start and s.end <= named.span.start for s in event.sentences
    ):
        return
    if _AND_SO_WAS.search(text, named.span.start, named.span.end) is not None:
        _add_in_the_sentence(walk, named)
    if named.authorities:
        return
    at, end = named.span.start, named.span.end
    found = (
        _SO_WAS_A_PART.match(text, at, end) or _WAS_THE_SAME.match(text, at, end) or _THE_SAME_FOR.match(text, at, end)
    )
    if found is None:
        return
    what = Span(*found.span("what")).stripped(text)
    given = _given_last(event, at)
    if given is None or given.grade is None or _another_grade(walk, Span(given.grade.end, found.end())):
        return
    services = {s.slug for s in named.services} | ({event.service} if event.service else set())
    known = [p for p in parts(text, what, walk.work.context.catalogue, services) if not p.overall]
    before = max((s.end for s in event.sentences if s.end <= at), default=-1)
    if not known or before < 0 or text[before:at].strip() or _NO.search(text, at, found.end()):
        return
    event.aspects += [replace(given, words=words) for words in ([what] if len(known) == 1 else [p.span for p in known])]
    event.sentences.append(named.span)


def _add_in_the_sentence(walk: Walk, named: Naming) -> None:
    """Give what "and so was" names the one grade that stands in its sentence right before."""
    text, catalogue = walk.text, walk.work.context.catalogue
    for found in _AND_SO_WAS.finditer(text, named.span.start, named.span.end):
        what = Span(*found.span("what")).stripped(text)
        told = [(given, e) for e in walk.work.events if (given := _given_last(e, found.start() + 1)) is not None]
        here = [(a, e) for a, e in told if a.grade is not None and a.grade.within(named.span)]
        if not here or any(each.span.within(what) for each in named.authorities) or _OTHERS.search(what.of(text)):
            continue
        given, event = max(here, key=lambda pair: pair[0].grade.end if pair[0].grade is not None else -1)
        if given.grade is None or _BESIDE_IT.fullmatch(text, given.grade.end, found.start()) is None:
            continue
        if event.previous or event.kind in UNGRADED or _another_grade(walk, Span(given.grade.end, found.end())):
            continue
        services = {s.slug for s in named.services} | ({event.service} if event.service else set())
        known = [p for p in parts(text, what, catalogue, services) if not p.overall]
        if not known or _NO.search(text, named.span.start, found.end()):
            continue
        if any(a.words.overlaps(what) for a in event.aspects):
            continue
        event.aspects += [replace(given, words=w) for w in ([what] if len(known) == 1 else [p.span for p in known])]


_OTHERS = re.compile(
    r"\b(?:councils|authorities|boroughs|counties|cities|neighbours?|others|elsewhere|anybody|everybody)\b", re.I
)
_BESIDE_IT = re.compile(r"[’”'\")]*(?:\s+\([^()]{3,20}\)|\s+overall|\s+as\s+well|\s+too|\s+for\s+[^,.;:]{3,60})?")


def _given_last(event: Event, before: int) -> Aspect | None:
    """The last grade that stands before a place: of a part, or of the whole."""
    told = [a for a in event.aspects if a.grade is not None and a.grade.end <= before]
    last = max(told, key=lambda a: a.grade.start if a.grade is not None else -1, default=None)
    hit = event.overall
    if hit is None or hit.span.end > before or hit.tie == "performs" or event.kind in UNGRADED:
        return last
    whole = Aspect(hit.span, hit.span, hit.word)
    return whole if last is None or last.grade is None or last.grade.start < hit.span.start else last


def _begins(text: str, named: Naming, name: Named) -> int | None:
    """Where the words begin that say it of this council."""
    left = text[named.span.start : name.span.start]
    before = _SO_WAS.search(left)
    own = _OWN.match(text, name.span.end, named.span.end)
    end = own.end() if own is not None else name.span.end
    aside = _ASIDE.match(text, end, named.span.end)
    if before is not None and aside is not None and _REST.match(text, aside.end(), named.span.end):
        return named.span.start + before.start()
    too = _WAS_TOO.match(text, aside.end() if aside else end, named.span.end)
    if too is not None and _OPENS.fullmatch(left):
        return name.span.start if _REST.match(text, too.end(), named.span.end) else None
    return None


def _given_before(walk: Walk, named: Naming, begins: int) -> Event | None:
    """The one inspection that has been given its grade right before: in this sentence, or in the sentence before."""
    here = [e for at, e in walk.work.told if named.span.start <= at < begins and e.overall is not None]
    if begins > named.span.start + 3:
        return here[-1] if len({id(e) for e in here}) == 1 and here[-1].overall and not here[-1].previous else None
    told = [e for at, e in walk.work.told if at < named.span.start and e.segment == named.segment.index]
    event = told[-1] if told else None
    if event is None or event.overall is None or event.previous or event.kind in UNGRADED:
        return None
    between = walk.text[event.sentences[-1].end : named.span.start]
    return event if not between.strip() and _last_grade(walk, event, named) else None


def _last_grade(walk: Walk, event: Event, named: Naming) -> bool:
    """Is the grade of the inspection the last that stands before this sentence?"""
    if event.overall is None:
        return False
    since = event.overall.span.end
    return not _another_grade(walk, Span(since, named.span.start))


def _another_grade(walk: Walk, span: Span) -> bool:
    return grade_words(walk.work.context.catalogue)[0].search(walk.text, span.start, span.end) is not None
