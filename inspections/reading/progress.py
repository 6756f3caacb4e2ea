"""Progress judgements: of weaknesses at a SEND revisit, of themes at a monitoring visit. Never a grade."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading import rules
from inspections.reading.events import Aspect
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.segments import Segment
from inspections.reading.themes import add_themes, monitored
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_ANSWER = rule(
    r"\b(?:area|partnership|leaders?|council)\s+ha(?:s|ve)\s+(?P<not>not\s+)?"
    r"(?:yet\s+)?made\s+(?P<g>sufficient\s+progress)\s+(?:to\s+improve|in\s+(?:improving|addressing)|with"
    r"|against|on)\s+(?:this|the)\b",
    re.I,
)
# a sentence behind what was weak: "Sufficient progress has not been made."
_MADE_OR_NOT = rule(
    r"\W*(?P<g>sufficient\s+progress)\s+ha(?:s|d)\s+(?:now\s+)?(?:(?P<not>not)\s+(?:yet\s+)?)?been\s+(?P<made>made)\W*$",
    re.I,
)
_WHICH = re.compile(r",\s+(?:which|where|who)\b")
_FOUND_THEN = rule(
    r"\b(?:we|inspectors|(?:initial|first|original|previous)\s+inspection)\s+(?:had\s+)?found\s+(?:that\s+)?(?P<what>.+?)\.?$",
    re.I | re.S,
)
_CONSIDERED = rule(
    r"\b(?:areas?|themes?|questions?)\b[^.]{0,40}\b(?:considered|looked\s+at|covered|inspected"
    r"|were)\b[^:]{0,80}\bprogress\b[^:]*:\s*$",
    re.I,
)


def add_progress(work: Work) -> None:
    _weaknesses(work)
    _weaknesses_listed(work)
    add_themes(work)
    _unjudged_themes(work)


def _weaknesses(work: Work) -> None:
    """Each weakness of a revisit letter: the words that name it, and the sentence that answers it."""
    text = work.context.text
    naming: tuple[Span, Segment] | None = None
    told_by = (_LABELLED, _ON_EACH, _ANSWER, _MADE_OR_NOT)
    answered = next(work.that_may_hold(*told_by), None)
    each_needs = [rules.bits_of(each) for each in told_by]
    for named, signs in zip(work.named, work.signs, strict=True) if answered is not None else ():
        if named.segment.kind != "bullet" and not rules.may_any(signs, each_needs):
            continue
        words = named.span.of(text)
        if labelled := _LABELLED.match(words) or _ON_EACH.match(words):
            _add_labelled(work, named, labelled)
            continue
        if named.segment.kind == "bullet" and (m := _FOUND_THEN.search(words)):
            naming = (
                Span(named.span.start + m.start("what"), named.span.start + m.end("what")).stripped(text),
                named.segment,
            )
            continue
        answer = _ANSWER.search(words) or _MADE_OR_NOT.match(words)
        if answer is None and named.segment.kind == "bullet" and named.sentence.position == 0:
            opening = re.match(r"(?:In|By|At|Since)\s+[^,]{2,40},\s+", words)
            start = named.span.start + (opening.end() if opening else 0)
            aside = _WHICH.search(text, start, named.span.end)
            end = aside.start() if aside is not None else named.span.end
            naming = Span(start, end), named.segment
            continue
        if (
            answer
            and naming is not None
            and not rules.search(r"\bof\s+the\s+\w+\s+(?:significant\s+)?weaknesses\b", words)
        ):
            event = monitored(work, ("revisit",), "area-send", named.span.start)
            if event is not None:
                told = [
                    answer.span(part) for part in ("g", "not", "made") if answer["not"] and part in answer.groupdict()
                ]
                told = told or [answer.span("g")]
                start, end = min(told)[0], max(told)[1]
                span = Span(named.span.start + start, named.span.start + end)
                slug = "not-sufficient" if answer["not"] else "sufficient"
                event.aspects.append(Aspect(naming[0], span, span.of(text), "progress", "send-revisit-progress", slug))
            naming = None


# what was weak, a colon, and the answer: "Joint commissioning: the area has made sufficient progress"
_LABELLED = rule(
    r"^\W*(?P<what>[A-Z][^:.;?!]{3,160}):\s+(?:(?:the|this)\s+(?:\w+\s+)?(?:area|partnership)\s+ha(?:s|ve)\s+)?"
    r"(?P<not>not\s+)?(?:yet\s+)?(?:made\s+)?(?P<g>(?P<in>in)?sufficient\s+progress)\b(?![^:;]*\b(?:said|says?|not|claim\w*|according|hope\w*|expected|told|view|never)\b)[^:;]{0,60}$",
    re.I,
)


# "On speech and language the area had made sufficient progress."
_ON_EACH = rule(
    r"^\W*(?:On|In|With|For)\s+(?P<what>[^,.:;]{3,90}?),?\s+(?:the\s+(?:\w+\s+)?(?:area|partnership)|it|they)\s+"
    r"(?:has|have|had)\s+(?P<not>not\s+)?(?:yet\s+)?made\s+(?P<g>sufficient\s+progress)\b[^:;,]{0,40}$"
)


def _add_labelled(work: Work, named: Naming, m: re.Match[str]) -> None:
    event = monitored(work, ("revisit",), "area-send", named.span.start)
    if event is None:
        return
    at = named.span.start
    span = Span(at + (m.start("not") if m["not"] else m.start("g")), at + m.end("g"))
    what = Span(at + m.start("what"), at + m.end("what"))
    lacking = m["not"] or m.groupdict().get("in")
    slug = "not-sufficient" if lacking else "sufficient"
    event.aspects.append(Aspect(what, span, span.of(work.context.text), "progress", "send-revisit-progress", slug))


_LISTED = rule(
    r"\b(?P<not>not\s+(?:yet\s+)?)?(?:been\s+)?(?:made\s+)?(?P<g>sufficient\s+progress)(?:\s+(?:has|have"
    r"|had)\s+been\s+made)?"
    r"\s+(?:in|on|with|against)\s+(?:(?:addressing|improving|tackling|relation\s+to)\s+)?(?P<what>[^.;“”]{2,400})",
    re.I,
)
_THIS_ONE = re.compile(r"(?:this|that|these|those)\s+(?:\w+\s+)?(?:weakness|weaknesses|area|concern)s?\b", re.I)
# one weakness and the other: each with what was said of it, in brackets or behind a comma
_THE_ONE = rule(
    r"\b(?P<not>not\s+(?:yet\s+)?)?(?:been\s+)?made\s+(?P<g>sufficient\s+progress)\s+(?:in|on|with|against)\s+(?:addressing\s+)?"
    r"(?:one|another|(?:the|a)\s+(?:other|first|second|third|remaining))(?:\s+of\s+(?:the|these|those|them|its)(?:\s+(?:two|three|four|five|six))?)?"
    r"(?:\s+(?:significant\s+|serious\s+)?(?:weakness(?:es)?|areas?|concerns?|failings?|matters?|one))?"
    r"(?:\s+\((?P<p>[^()]{4,120})\)|(?:,|:|\s[–—-])\s+(?P<c>(?!and\b|but\b|or\b|the\s+(?:other|first|second|third)\b)[^;.()“”]{4,120}?)(?=,?\s+(?:and|but|while|although)\s"
    r"(?:had|has|have|not|it|that|the\s+area|they)\b|[.;(]|,\s+(?:and|but|while|although)\b|$))",
    re.I,
)
_COUNT = re.compile(
    r"(?:(?:only|just|barely|nearly|almost|at\s+least|at\s+most|no\s+more\s+than|fewer\s+than)\s+)?"
    r"(?:all|both|one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|most|many|several|few|half|a\s+(?:few|third|quarter|majority|minority|number)|none|neither|each|every|the\s+(?:majority|rest|other|others|remaining|remainder))\b[^:,]{0,60}(?P<colon>:\s*|,\s+(?:namely"
    r"|including)\s+)?",
    re.I,
)
_NONE = re.compile(r"(?:none|neither|few|no\s)\b", re.I)
_DOUBTED = re.compile(
    r"\b(?:whether|if|to\s+see|would|should|could|or|hope\w*|until|assess)\b[^.;]{0,60}$"
    r"|\b(?:sure|certain|confident|convinced|adamant|believe[sd]?|thinks?|thought|feels?|felt|claim(?:s|ed)?|insist(?:s|ed)?|doubt(?:s|ed)?|argue[sd]?|disagree[sd]?)\s+(?:that\s)[^.;]{0,60}$",
    re.I,
)


def _weaknesses_listed(work: Work) -> None:
    """ "Sufficient progress has been made in three of them: the way ..., the quality of ...": each that is named."""
    text = work.context.text
    for named in work.that_may_hold(_LISTED):
        words = named.span.of(text)
        if _one_and_the_other(work, named):
            continue
        for m in _LISTED.finditer(words):
            if _DOUBTED.search(words[: m.start()]) or re.search(r"\binsufficient\b", words):
                continue
            if _THIS_ONE.match(m["what"]):
                continue  # named in the sentence before
            at = named.span.start + m.start("what")
            count = _COUNT.match(m["what"])
            if count is not None and (count["colon"] is None or _NONE.match(m["what"])):
                continue  # how many, and not which
            start = at + (count.end() if count is not None else 0)
            end = named.span.start + m.end("what")
            event = monitored(work, ("revisit",), "area-send", named.span.start)
            if event is None or any(a.scale == "send-revisit-progress" and a.grade is None for a in event.aspects):
                continue
            grade = Span(
                named.span.start + (m.start("not") if m["not"] else m.start("g")), named.span.start + m.end("g")
            )
            slug = "not-sufficient" if m["not"] else "sufficient"
            pieces = _items(text, Span(start, end), count is not None)
            for span in pieces:
                if not any(a.words.overlaps(span) for a in event.aspects):
                    event.aspects.append(Aspect(span, grade, grade.of(text), "progress", "send-revisit-progress", slug))


def _one_and_the_other(work: Work, named: Naming) -> bool:
    """ "With one weakness (...) and not with the other, ...": each with what was said of it; all of them, or none."""
    text = work.context.text
    words = _PLANS.sub(lambda m: "x" * len(m.group()), named.span.of(text))
    found = list(_THE_ONE.finditer(words))
    if not found or len(found) < len(list(_LISTED_ONCE.finditer(words))):
        return bool(found)
    if any(_DOUBTED.search(words[: m.start()]) for m in found):
        return True
    event = monitored(work, ("revisit",), "area-send", named.span.start)
    if event is None or event.aspects:
        return True
    for m in found:
        at, group = named.span.start, "p" if m["p"] else "c"
        grade = Span(at + (m.start("not") if m["not"] else m.start("g")), at + m.end("g"))
        what = Span(at + m.start(group), at + m.end(group)).stripped(text)
        slug = "not-sufficient" if m["not"] else "sufficient"
        event.aspects.append(Aspect(what, grade, grade.of(text), "progress", "send-revisit-progress", slug))
    return True


_PLANS = re.compile(r"education,\s+health\s+and(?:\s+social)?\s+care", re.I)
_LISTED_ONCE = rule(r"\bsufficient\s+progress\b", re.I)


def _items(text: str, span: Span, listed: bool) -> list[Span]:
    """The things named one after another; "education, health and care" is one of them."""
    words = re.sub(
        r"education,\s+health\s+and(?:\s+social)?\s+care", lambda m: "x" * len(m.group()), span.of(text), flags=re.I
    )
    if not listed:
        stop = re.search(r",", words)
        return [Span(span.start, span.start + (stop.start() if stop else len(words))).stripped(text)]
    mark = (
        r"[,;]\s+(?:and\s+)?(?=(?:the|how|its|a|an)\b)"
        if re.match(r"(?:the|how|its|a|an)\b", words)
        else r",\s+(?:and\s+)?|\s+and\s+"
    )
    out, start = [], span.start
    for m in re.finditer(mark, words, re.I):
        out.append(Span(start, span.start + m.start()))
        start = span.start + m.end()
    return [s.stripped(text) for s in (*out, Span(start, span.end)) if s.end - s.start > 3]


def _unjudged_themes(work: Work) -> None:
    """A list of the themes a visit looked at, whose single progress the source does not say."""
    text = work.context.text
    segments = work.context.document.segments
    for lead in segments:
        if lead.furniture or not _CONSIDERED.search(lead.span.of(text)):
            continue
        event = monitored(work, ("monitoring-visit",), None, lead.span.start)
        if (
            event is None
            or event.service not in ("adult-learning", "apprenticeships")
            or any(a.scale_kind == "progress" for a in event.aspects)
        ):
            continue
        for s in segments[lead.index + 1 :]:
            if s.kind != "bullet":
                break
            span = Span(s.span.start + len(s.span.of(text)) - len(s.span.of(text).lstrip("•◦▪■●*·-– \t")), s.span.end)
            event.aspects.append(Aspect(span, None, "", "progress", "fe-monitoring-progress"))
