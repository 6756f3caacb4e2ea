"""The outcome of an inspection in the source's own words."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from inspections.reading import rules
from inspections.reading.events import Aspect, Event
from inspections.reading.rules import rule
from inspections.reading.send_outcomes import add_send_outcome
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.naming import Naming
    from inspections.reading.work import Work

_OUTCOME = rule(
    r"\b(?:(?:have|has|had)\s+(?:been\s+found\s+to\s+have\s+)?(?:not\s+)?(?:yet\s+)?made\s+"
    r"(?:in)?sufficient\s+progress|(?:in)?sufficient\s+progress\s+(?:(?:has|have|had)\s+been|was)\s+made"
    r"|(?:found|judged)\s+(?:that\s+there\s+(?:is|was|had\s+been)\s+)?(?:in)?sufficient\s+progress|been\s+found\s+to\s+have\s+made"
    r"|inspectors?\s+(?:have\s+)?(?:found|concluded|decided|judged|said)|(?:areas?"
    r"|area)\s+for\s+priority\s+action|written\s+statement\s+of\s+action"
    r"|found\s+(?:to\s+be\s+)?(?:either\s+)?(?:significantly|reasonably|clear\s+strengths|one\s+area"
    r"|no\s+areas?|that)|not\s+(?:yet\s+)?good\s+enough|gives?\s+no\s+grade|(?:strengths"
    r"|things\s+to\s+put\s+right)"
    r"|steady|progress\s+had\s+been|significant\s+(?:or\s+reasonable\s+)?weakness(?:es)?|effective\s+action"
    r"|ineffective)\b",
    re.I,
)
# what such a visit is held to find out: progress on weaknesses, priority action, whether arrangements are good enough
_ANSWERED = rule(
    r"\b(?:made\s+(?:in)?sufficient\s+progress|(?:in)?sufficient\s+progress\s+(?:(?:has|have|had)\s+been|was)\s+made"
    r"|(?:found|judged)\s+(?:that\s+there\s+(?:is|was|had\s+been)\s+)?(?:in)?sufficient\s+progress|not\s+(?:yet\s+)?made\s+sufficient|"
    r"(?:areas?)\s+for\s+priority\s+action|(?:still\s+)?not\s+(?:yet\s+)?good\s+enough"
    r"|further\s+improvements?\s+to\s+make|found\s+to\s+be\s+either|significantly\s+improving)\b",
    re.I,
)
_QUESTION = rule(
    r"\b(?:whether|to\s+(?:see|find\s+out|check)\s+(?:what|how|if)|remit|wanted\s+to\s+know|look\s+at\s+the|to\s+assess|asked\s+(?:if|whether))\b",
    re.I,
)


def add_outcomes(work: Work) -> None:
    text = work.context.text
    for event in work.events:
        if event.service == "area-send" and event.kind not in ("revisit", "monitoring-visit") and event.overall is None:
            add_send_outcome(work, event)
        if event.overall is not None or event.outcome:
            continue
        found: list[Span] = []
        visited = event.kind in (
            "revisit",
            "monitoring-visit",
            "focused-visit",
            "school-improvement",
            "joint-targeted",
        )
        told = (
            [n for n in work.named if n.segment.kind != "row"]
            if event.main and event.kind == "revisit"
            else _sentences_of(work, event)
        )
        for pattern in (_ANSWERED, _OUTCOME) if visited else (_OUTCOME,):
            for named in told:
                if (
                    _is_of_one_setting(named, text)
                    or _is_of_before(event, named, text)
                    or _DOUBTING.match(named.span.of(text))
                ):
                    continue
                if named.authorities and not any(event.slugs & set(a.slugs) for a in named.authorities):
                    continue
                if event.service != "area-send" and _OF_AN_AREA.search(named.span.of(text)):
                    continue
                if event.kind != "school-improvement" and _OF_HELP_FOR_SCHOOLS.search(named.span.of(text)):
                    continue
                if event.kind != "revisit" and rules.search(
                    r"\bha[sv]e?\s+(?:not\s+)?made\s+sufficient\s+progress\b", named.span.of(text), re.I
                ):
                    continue
                words = named.span.of(text)
                if (
                    len(found) < 2
                    and len(words) < 420
                    and pattern.search(words)
                    and not _QUESTION.search(words)
                    and named.span not in found
                ):
                    found.append(named.span)
            if found:
                break
        event.outcome = sorted(found)


# what only an area's inspection of special needs can ask for
_OF_AN_AREA = rule(r"\bwritten\s+statements?\s+of\s+action\b|\bWSO?As?\b", re.I)


def _is_of_one_setting(named: Naming, text: str) -> bool:
    """ "The college was told ...", but not "the city's schools": does a sentence speak of one setting?"""
    if _NEXT_DOOR.match(text, named.span.start, named.span.end):
        return True
    return any(not setting.span.of(text).lower().endswith("s") for setting in named.settings)


# "The provider next door", "Another service nearby"
_NEXT_DOOR = re.compile(
    r"\W*(?:(?:But|And|Meanwhile|Elsewhere),?\s+)?(?:Another|A\s+(?:neighbouring|nearby|different|rival)|The\s+(?:neighbouring|nearby|other|rival))\s+(?:[\w-]+\s+){0,2}(?:provider|service|council|authority|area|partnership|borough|county|city)\b"
    r"|\W*(?:The|A|An)\s+(?:[\w-]+\s+){0,2}(?:provider|service|council|authority|area|partnership|borough|county|city)\s+(?:next\s+door|nearby|(?:up|down|along|across)\s+the\s+(?:road|river|coast|border))\b"
)


# what only an inspection of school improvement finds
_OF_HELP_FOR_SCHOOLS = rule(
    r"\b(?:support|work|help|challenge|arrangements)\s+(?:for|with|to|in|of)\s+(?:[\w’'-]+\s+){0,2}schools?\b[^.;]{0,60}\b(?:ineffective|effective)\b",
    re.I,
)
_LONG_BEFORE = timedelta(days=300)


# "Parents doubt that sufficient progress has been made": what they say is no outcome
_DOUBTING = re.compile(
    r"\W*(?:(?:The|Our|Many|Some|Most|Several|Local|But|And)\s+)*(?:[Pp]arents?|[Cc]arers?|[Ff]amilies|[Cc]ampaigners?|[Cc]ritics|[Uu]nions?|MPs?|[Rr]esidents|[Tt]eachers|[Hh]eadteachers)\s+"
    r"(?:doubt|say|think|believe|feel|claim|fear|disagree|dispute|deny|complain|want|ask|hope)(?:s|ed)?\b"
)
_BEGINS = 12  # characters before which a day begins its sentence


_HAD = re.compile(r"\bhad\s+(?:been\s+)?(?:told|found|made|judged|said|seen|asked|warned)\b")


def _is_of_before(event: Event, named: Naming, text: str) -> bool:
    """ "In 2019 inspectors found significant weaknesses": not the outcome of a visit years later."""
    day = event.inspected or event.published
    if day is None or day.earliest is None or named.span in event.sentences or not named.dates:
        return False
    first = min(d.span.start for d in named.dates)
    if first - named.span.start > _BEGINS and not _HAD.search(text, named.span.start, first):
        return False
    return all(d.latest is not None and day.earliest - d.latest > _LONG_BEFORE for d in named.dates)


_SAFEGUARDED = rule(
    r"\b(?P<what>safeguarding)(?:\s+(?:standards?|requirements?|arrangements))?\s+(?:(?:was|were|is|are|(?:have|has|had)\s+(?:all\s+)?been)\s+)?(?:also\s+|all\s+|both\s+)?"
    r"(?:judged\s+(?:to\s+be\s+|as\s+)?)?[‘“'\"]?(?P<g>(?:not\s+)?met)[’”'\"]?(?=\W*$|\s*[,;.])",
    re.I,
)
_OF_A_CARD = re.compile(r"(?:strong|expected)\s+standard|needs\s+attention|urgent\s+improvement|exceptional", re.I)


def add_safeguarding(work: Work) -> None:
    """ "Safeguarding standards were met.": of the report card this paragraph has told of."""
    text = work.context.text
    for named in work.that_may_hold(_SAFEGUARDED):
        m = _SAFEGUARDED.search(named.span.of(text))
        if m is None or named.settings or named.segment.kind == "row":
            continue
        here = Span(named.segment.span.start, named.span.end)
        near = [
            e
            for at, e in work.told
            if (
                here.start <= at < here.end
                or any(a.grade is not None and a.grade.within(named.segment.span) for a in e.aspects)
            )
            and any(_OF_A_CARD.fullmatch(a.word) for a in e.aspects)
            and not any(_folded(a.words.of(text)) == "safeguarding" for a in e.aspects)
        ]
        if not near:
            continue
        what, grade = (Span(named.span.start + m.start(k), named.span.start + m.end(k)) for k in ("what", "g"))
        slug = "not-met" if m["g"].lower().startswith("not") else "met"
        near[-1].aspects.append(Aspect(what, grade, grade.of(text), "grade", "ofsted-safeguarding", slug))


def _folded(words: str) -> str:
    return " ".join(words.lower().split())


def _sentences_of(work: Work, event: Event) -> list[Naming]:
    """The sentences that tell of this event, then those after the first that tell of no other."""
    told = set(event.sentences)
    own = [n for n in work.named if n.span in told and n.segment.kind not in ("row",)]
    others = {s for e in work.events if e is not event for s in e.sentences}
    quoted = [s for q in work.quotes for s in q.spans if len(q.words(work.context.text).split()) > 6]
    if not event.main:
        follow = [
            n
            for n in work.named
            if own
            and n.segment.index == own[-1].segment.index
            and n.span.start > own[-1].span.start
            and n.span not in others
        ]
        if own and any(e.previous_of is event and own[-1].span in e.sentences for e in work.events):
            follow = []  # what follows is said of the other inspection that its sentence tells of
        return own + follow[:2]
    start = own[0].span.start if own else 0
    rest = [
        n
        for n in work.named
        if n.span.start > start
        and n.span not in others
        and n.segment.kind in ("paragraph", "bullet")
        and not any(n.span.overlaps(q) for q in quoted)
    ]
    title = work.context.title
    return [n for n in own if title is None or n.segment.index != title.index] + rest
