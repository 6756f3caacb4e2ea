"""Progress judgements told in sentences: "reasonable progress in governance and insufficient progress in teaching".

Each theme of a monitoring visit of learning has its own; how many themes had it says nothing of any.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.events import Aspect, Event
from inspections.reading.grades.hits import GradeHit
from inspections.reading.inspectorates import naming_rule
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.untold import is_hearsay
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_HOW = r"(?:significant|reasonable|insufficient)"
_FOUND = r"(?:(?:judged|found|said|considered)\s+)?(?:to\s+be\s+|as\s+)?[‘“'\"]?"
_PROGRESS = rule(
    rf"\b(?P<a>(?P<g>{_HOW})\s+progress)\b"
    rf"|\b(?P<c>progress\s+(?:in\s+(?P<what>[^,.;:“”]{{3,60}}?)\s+)?(?:is|was|were|had\s+been)\s+(?:also\s+)?{_FOUND}(?P<h>{_HOW}))\b"
    rf"|(?<=\band\s)(?P<d>(?P<i>{_HOW}))(?=[’”'\"]?\s+(?:in|on|for|with|against)\s)",
    re.I,
)
_MADE = rule(
    r"\b(?:mak(?:e|es|ing)|made|found|judged|showed|shown|demonstrat\w+|achiev\w+|given|gave|rated|identified|saw"
    r"|noted|reported|received|concluded|there\s+(?:is|was|had\s+been|has\s+been))\b[^.;]{0,50}$",
    re.I,
)
_WAS_MADE = re.compile(
    r"[’”'\"]?\s+(?:has|have|had|was|is|were)\s+(?:also\s+|now\s+)?(?:been\s+)?(?:made|found|identified|seen)\b", re.I
)
_DENIED = rule(
    r"\b(?:or|either|not|never|no|nor|without|whether|if|until|would|could|should|must|can|hope\w*|expect\w*|need\w*)\b"
    r"[^,.;]{0,30}$",
    re.I,
)
# "the council believes it has made significant progress"
_OWN_VIEW = rule(
    r"\b(?:council|authority|service|leaders?|managers?|director|councillors?|cllr|we|I)\b[^,.;]{0,40}?\s(?:believes?|thinks?|feels?|felt"
    r"|claim(?:s|ed)?|insist(?:s|ed)?|considers?|hopes?|expects?|thought|says?|said)\b|\bself[-\s](?:assess|evaluat)\w+|\bin\s+(?:its|their|our|his|her)\s+(?:own\s+)?(?:opinion|view|eyes|judge?ment)\b",
    re.I,
)
# "At the last visit insufficient progress was found": not in the visit told of now
_BACK = re.compile(
    r"\W*(?:(?:At|In|On|During|After)\s+(?:the|its|their|our)\s+(?:last|previous|first|earlier)\s+(?:\w+\s+)?(?:visit|inspection|one|time|letter|report)|Last\s+time|Previously|Before\s+then)\b"
    r"(?!.*\b(?:now|this\s+time|but|whereas|while)\b)",
    re.S,
)
# "learners make significant progress in their English": what learners do, and no theme
_OF_LEARNERS = re.compile(
    r"\b(?:learners?|students?|apprentices?|pupils|they|adults|people|participants|residents|who|most|many|some)\s+(?:(?:now|also|all|typically|often|usually|then)\s+)*(?:make|makes|made|are\s+making|were\s+making|have\s+made|had\s+made)\s+[‘“'\"]?$",
    re.I,
)
_BEHIND = re.compile(
    r"(?:[’”'\"]?\s+(?:has|have|had|was|is|were)\s+(?:also\s+|now\s+)?(?:been\s+)?(?:made|found|identified|seen))?"
    r"[’”'\"]?,?\s+(?:in|against|for|on|with|across|under)\s+(?P<what>[^.;“”]{4,200})",
    re.I,
)
_BEFORE = re.compile(
    r"(?:^|[,;]|\band|\bbut|\bwhile)\s*(?:in|on|for|with)\s+(?P<what>[^,.;:“”()]{3,80}),\s*[‘“'\"]?$", re.I
)
# "found that leaders' oversight had made significant progress"
_HAD_MADE = re.compile(r"\bthat\s+(?P<what>[^,.;:“”()]{4,80}?)\s+(?:has|have|had)\s+made\s+[‘“'\"]?$", re.I)
_WHO = re.compile(
    r"(?:(?:the|its|their|our|senior|and|local|new)\s+)*(?:it|they|we|council|authority|service|services|provider|leaders|managers|governors|tutors|staff|team"
    r"|partnership)(?:\s.*)?",
    re.I,
)
_CUT = re.compile(
    r",?\s+(?:and|but|while|whereas|with|although|though)(?:,?\s+(?:that\s+)?(?:(?:it|they|we|leaders|managers)\s+)?(?:had\s+|has\s+|have\s+)?(?:made|found|only|just)?)?"
    r"(?:,?\s+(?:in|on|for|with)\s+[^,.;]{3,80},)?\s*[‘“'\"]?$"
    r"|,?\s+(?:but|while|whereas|although|though)\s+.*$|,\s+(?:which|who|where|when)\b.*$|\s+(?:and\s+)?(?:found|said)\s+that\b.*$"
    r"|,?\s+(?:and|but)\s+(?:(?:ask|call|look|hop|wait|press|push)(?:e?s|ed|ing)?\s+for|hopes?|hoped|want(?:s|ed)?|expect(?:s|ed)?|need(?:s|ed)?)\b.*$",
    re.I | re.S,
)
_NUMBERS = {"one": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_THEMES = (
    r"(?:themes?|areas?|headings?|strands?|aspects?|respects|questions|them|these|those|points|topics|judge?ments)"
)
_ALL = re.compile(
    rf"(?:all|both|every(?:\s+one)?)\b[^,.;:]{{0,30}}\b{_THEMES}\b|each\s+of\s+(?:its|the|their|these|those)\b[^,.;:]{{0,14}}\b{_THEMES}\b",
    re.I,
)
_BUT_ONE = re.compile(
    r"\s*(?:,\s+|\(|[–—-]\s+)?(?:but|except|bar|apart\s+from|save|other\s+than|barring|excluding)\b(?!\s+(?:also|that|said))",
    re.I,
)
_SOME = re.compile(
    rf"(?P<n>one|two|three|four|five|six)\b(?:\s+of\s+(?:the|its|their|our|these|those))?(?:\s+\w+)?(?:\s+{_THEMES})?"
    r"(?:\s+(?:that\s+)?(?:were\s+)?(?:looked\s+at|inspected|reviewed))?"
    r"(?P<named>\s*(?::|,\s+(?:namely\s+)?|\(|\s[–—-]\s)\s*)?",
    re.I,
)
_LAST_ONE = re.compile(
    rf"(?:the|an?)\s+(?:first|second|third|fourth|fifth|other|last|remaining)(?:\s+{_THEMES})?(?P<named>\s*(?::|,\s+|\(|\s[–—-]\s))?",
    re.I,
)
_BETWEEN = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
# "and asked for significant progress by May": what is wanted was not judged
_NOT_YET = re.compile(
    r"\b(?:next|needs?|must|hop(?:es?|ed|ing)|want(?:s|ed)?|wish(?:es|ed)?|would|will|could|should|promis\w+|plan(?:s|ned)?|aim\w*|expect\w*"
    r"|(?:ask|call|look|push|press|wait)(?:s|ed|ing)?\s+for|seeks?|sought|demand\w*|requir\w+|urg(?:es|ed))\b",
    re.I,
)
_LEARNING = ("adult-learning", "apprenticeships")


def monitored(work: Work, kinds: tuple[str, ...], service: str | None, at: int) -> Event | None:
    """The visit of one of these kinds that the text has told of last."""
    fits = [
        e
        for e in work.events
        if e.kind in kinds and (service is None or e.service in (service, None)) and "voice" not in e.notes
    ]
    before = [e for e in fits if min(s.start for s in e.spans) <= at]
    return before[-1] if before else fits[0] if fits else None


def add_themes(work: Work) -> None:
    """Read the progress that sentences tell of into the monitoring visits of the document."""
    text = work.context.text
    for named in work.that_may_hold(_PROGRESS):
        if named.segment.kind == "row" or _OWN_VIEW.search(named.span.of(text)) or _BACK.match(named.span.of(text)):
            continue
        if is_hearsay(named.span.of(text)):
            continue
        words, end, chained = named.span.of(text), 0, False
        found = list(_PROGRESS.finditer(words))
        for i, m in enumerate(found):
            left, before = words[: m.start()], end
            wanted = bool(i) and _NOT_YET.search(words[before : m.start()]) is not None
            goes_on = chained and not wanted and not re.search(r"[;:]", words[before : m.start()])
            end = m.end()
            chained = (
                bool(m["c"]) or goes_on or _MADE.search(left) is not None or _WAS_MADE.match(words, m.end()) is not None
            ) and not (wanted or _DENIED.search(left[max(before, m.start() - 60) :]))
            if not chained or (m["d"] and not goes_on) or _OF_LEARNERS.search(left):
                chained = False
                continue
            event = _visit(work, named, named.span.start + m.start(), words)
            if event is None:
                continue
            until = found[i + 1].start() if i + 1 < len(found) else len(words)
            half = found[i - 1] if m["d"] else None
            which = next(k for k in ("a", "c", "d") if m[k])
            grade = Span(named.span.start + m.start(which), named.span.start + m.end(which))
            also = _progress_of(named, words, half) if half is not None else None
            slug = (m["g"] or m["h"] or m["i"]).lower()
            told = _told(words, m, before, until)
            if told is None:
                event.overall = event.overall or GradeHit(grade, "progress:" + slug, "progress", "current")
                continue
            for begin, stop in told:
                part = Span(named.span.start + begin, named.span.start + stop).stripped(text)
                if not any(a.words.overlaps(part) for a in event.aspects):
                    event.aspects.append(
                        Aspect(part, grade, grade.of(text), "progress", "fe-monitoring-progress", slug, also=also)
                    )


def _progress_of(named: Naming, words: str, before: re.Match[str]) -> Span:
    """The word "progress" of the grade before, which one that leaves it out shares."""
    at = named.span.start + words.lower().index("progress", before.start())
    return Span(at, at + len("progress"))


def _told(words: str, m: re.Match[str], before: int, until: int) -> list[tuple[int, int]] | None:
    """The themes that have this progress; None: all of them."""
    if m["what"]:
        return [m.span("what")]
    behind = _BEHIND.match(words, m.end(), until)
    if behind is None:
        ahead = _BEFORE.search(words, before, m.start())
        if ahead is None:
            made = _HAD_MADE.search(words, before, m.start())
            return [made.span("what")] if made is not None and not _WHO.fullmatch(made["what"]) else []
        return [ahead.span("what")]
    start, end = behind.span("what")
    cut = _CUT.search(words, start, end)
    end = cut.start() if cut is not None else end
    if every := _ALL.match(words, start, end):
        return [] if _BUT_ONE.match(words, every.end()) else None
    count = _SOME.match(words, start, end) or _LAST_ONE.match(words, start, end)
    if count is None:
        return _each(words, start, end)
    if not count["named"]:
        return []
    listed = _list(words, count.end(), end)
    number = _NUMBERS.get(count.groupdict().get("n", "one").lower(), 1)
    return listed if len(listed) == number else []


def _list(words: str, start: int, end: int) -> list[tuple[int, int]]:
    """Things named one after another, up to where brackets or another clause ends them."""
    close = words.find(")", start, end)
    end = close if close >= 0 else end
    out, at = [], start
    for m in _BETWEEN.finditer(words, start, end):
        out.append((at, m.start()))
        at = m.end()
    return [each for each in (*out, (at, end)) if each[1] - each[0] > 2]


def _each(words: str, start: int, end: int) -> list[tuple[int, int]]:
    """ "in governance and in teaching": each theme that has its own "in"."""
    out, at = [], start
    for m in re.compile(r",?\s+and\s+(?:in|for|on|with)\s+").finditer(words, start, end):
        out.append((at, m.start()))
        at = m.end()
    return [*out, (at, end)]


_INSPECTORS = naming_rule(
    r"\b(?:inspectors?|@inspectorate|report|letter|visit|judged|themes?|they\s+(?:found|judged|said)|was\s+found"
    r"|were\s+found)\b",
    re.I,
)


def _visit(work: Work, named: Naming, at: int, words: str) -> Event | None:
    """The monitoring visit of learning that a sentence tells of."""
    event = next(
        (e for o, e in work.told if named.span.start <= o < named.span.end and e.kind == "monitoring-visit"), None
    )
    if event is None and (_INSPECTORS.of(named.catalogue).search(words) or _JUST_TOLD.match(words)):
        settings = work.first_named("settings").get(named.segment.index, named.span.end) <= named.span.start
        if not settings and not named.settings:  # or a school or a college, whose progress it may be
            event = monitored(work, ("monitoring-visit",), None, at)
    if event is None or event.kind != "monitoring-visit" or event.service not in _LEARNING:
        return None
    return event


_JUST_TOLD = re.compile(r"\W*(?:It|They|Progress|There|Leaders|The\s+(?:letter|visit))\b")
