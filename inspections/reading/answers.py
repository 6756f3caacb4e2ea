"""The answer to a written question: the paragraphs of it, and the minister who gave it, as one statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from inspections.reading import rules
from inspections.reading.dates import dates
from inspections.reading.facts import StatementFact, When
from inspections.reading.people import subject
from inspections.reading.people.names import is_name
from inspections.reading.people.roles import OFFICE
from inspections.reading.rules import Match, rule
from inspections.reading.segments import Segment
from inspections.reading.turns import TURN, Speaker, speaker_of, spoken
from inspections.reading.where_told import events_told
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.work import Work

_QUESTION = rule(r"(?:To\s+ask|Asked\s+(?:the|by|if|what|how|whether))\b", re.I)
_ANSWERED_BY = rule(r"^(?:Answered|Replied)\s+by\s*:?\s*(?P<who>[^()\n]{3,60}?)\s*\((?P<role>[^()\n]{3,110})\)", re.I)
_DEPARTMENT = rule(
    r"\b(?:Department|Ministry)[ \t]+(?:for|of)[ \t]+[A-Z]\w+(?:(?:,|[ \t]+and|,[ \t]+and)?[ \t]+[A-Z]\w+)*"
)
_MINISTER = rule(
    r"^(?:the\s+)?(?P<role>(?:(?:parliamentary|permanent)\s+)?(?:under-?\s?secretary|minister|secretary\s+of\s+state|solicitor[\s-]general"
    r"|attorney[\s-]general|chancellor)\b[^.:;()]{0,90}?(?:\s\((?!Department|Ministry)[A-Z][^().;:]{3,60}\))?)(?:,?\s*\(?(?P<of>Department\s+(?:for|of)\s+[^().;:]{3,60})\)?)?$",
    re.I,
)
_NAME_THEN_OFFICE = rule(r"^(?P<who>[^,()]{3,60}),\s+(?P<rest>.+)$")
_PEER = rule(r"^(?:The\s+)?(?:Baroness|Lord|Lady|Earl|Viscount(?:ess)?|Countess)\s+(?:of\s+)?[A-Z]")
_NO_WORDS = rule(r"(?:\d+\.|Notes?:|Answered|Answer$|Question$|UIN\b)", re.I)
# the foot of the page, below the answer
_FOOT = rule(
    r"(?:Grouped\s+questions?|Attachments?|Related|About\b|Find\s+out|Share|Contact|Print|Back\s+to|Next|Previous"
    r"|Parliamentary\s+data|©|Copyright)\b",
    re.I,
)
_SAYS_BY = re.compile(r"^(?:Answered|Replied)\s+by\s*:?\s*", re.I)
_A_PARTY = re.compile(
    r"\W*(?:Labour|Conservative|Liberal\s+Democrat|Green(?:\s+Party)?|Independent|Crossbench|Reform\s+UK|Non-affiliated|Plaid\s+Cymru|Scottish\s+National\s+Party)"
    r"(?:\s*\([\w-]+\))?\W*|Commons|Lords",
    re.I,
)
# as "Mrs Ann Lee: To ask the Secretary of State" and "Baroness Hill asked Her Majesty's Government:"
_ASKED_IN_LINE = re.compile(
    r"[A-Z][^:“”\n]{3,110}?(?::\s+To\s+ask\b|\s+asked\s+(?:Her|His)\s+Majesty[’']s\s+Government\b)"
)
_TO_ASK = re.compile(r"\W*To\s+ask\b")
_SAYS_WHO_ASKED = re.compile(r"\W*Asked\s+by\b", re.I)
_NOT_SAID = re.compile(r"\W*(?:Source\s*:|.{0,40}\bColumns?\s+\w+)")
_ANSWERED_ON = re.compile(r"\s*Answered\s+on\b", re.I)
_MOST_LINES = 8  # from the question to the answer
_PARAGRAPH = 8  # words


def written_answer(work: Work, keys: dict[int, str]) -> tuple[StatementFact, ...]:
    """The answer to the one written question of a page, where it is told who gave it."""
    if work.family.voice != "parliament" or not work.events:
        return ()
    text = work.context.text
    body = [s for s in work.context.document.body if s.kind != "row"]
    asked = [i for i, s in enumerate(body) if _QUESTION.match(s.span.of(text))]
    by = next((i for i, s in enumerate(body) if _ANSWERED_BY.match(s.span.of(text))), None)
    below = _signed_below(work, keys, body, asked, by) if by is not None else ()
    if below:
        return below
    alone = [i for i in asked if not _SAYS_WHO_ASKED.match(body[i].span.of(text))]
    return _headed_above(work, keys, body, alone[0]) if len(alone) == 1 else ()


def _signed_below(
    work: Work, keys: dict[int, str], body: list[Segment], asked: list[int], by: int
) -> tuple[StatementFact, ...]:
    """The paragraphs between the question and the line that says who answered it."""
    text = work.context.text
    m = _ANSWERED_BY.match(body[by].span.of(text))
    before = [i for i in asked if i < by]
    if m is None or not before:
        return ()
    named = subject(m["who"], work.context.catalogue)
    said = [
        s.span for s in body[before[0] + 1 : by] if s.kind in ("paragraph", "bullet") and _is_paragraph(s.span.of(text))
    ]
    if named is None or named.name is None or not said:
        return ()
    return (_answer(work, keys, Speaker(named.name, m["role"]), None, body[by].span, said, None),)


def _headed_above(work: Work, keys: dict[int, str], body: list[Segment], asked: int) -> tuple[StatementFact, ...]:
    """The paragraphs below the lines of who answered, in what office and when."""
    text = work.context.text
    first = next(
        (i for i in range(asked + 1, min(asked + 2 + _MOST_LINES, len(body))) if _is_paragraph(body[i].span.of(text))),
        None,
    )
    if first is None:
        return ()
    head = [s.span for s in body[asked + 1 : first]]
    found = _minister(text, head)
    if found is None:
        return ()
    speaker, department, named = found
    said: list[Span] = []
    for s in body[first:]:
        words = s.span.of(text)
        if _FOOT.match(words) or (not _is_paragraph(words) and s.kind == "heading"):
            break
        if _is_paragraph(words):
            said.append(s.span)
    days = [d for span in head for d in dates(text, span, work.context.anchor) if d.precision == "day" and d.known]
    return (_answer(work, keys, speaker, department, named, said, days[0].when() if len(days) == 1 else None),)


def answered_in_line(work: Work, keys: dict[int, str]) -> tuple[StatementFact, ...]:
    """The answers of a record that prints who asked and who answered before a colon: all the paragraphs of each."""
    if work.family.voice != "parliament" or not work.events:
        return ()
    text = work.context.text
    body = [s for s in work.context.document.body if s.kind != "row"]
    asked = [i for i, s in enumerate(body) if _ASKED_IN_LINE.match(text, s.span.start, s.span.end)]
    named = _named_turns(work, body) if asked else []
    out: list[StatementFact] = []
    for first, following in pairwise((*asked, len(body))):
        answers = [each for each in named if first < each[0] < following]
        if len(answers) != 1:
            continue
        at, m, speaker = answers[0]
        ends = body[following].span.start if following < len(body) else len(text)
        now = [e for e in events_told(work, Span(m.end(), ends)) if not e.previous]
        if now:
            said = [Span(m.end(), body[at].span.end).stripped(text), *_paragraphs(work, body[at + 1 : following])]
            made = _answer(work, keys, speaker, None, Span(body[at].span.start, m.end()).stripped(text), said, None)
            of_one = rules.search(_DEPARTMENT.pattern, m.group())  # the office before the colon says of which
            of_now = tuple(keys[id(e)] for e in sorted(now, key=lambda e: int(keys[id(e)])))
            out.append(replace(made, about=of_now, organisation=of_one.group() if of_one else None))
    return tuple(out)


def _paragraphs(work: Work, below: list[Segment]) -> Iterator[Span]:
    """The paragraphs of an answer below its first, to the foot of the page."""
    for s in below:
        words = s.span.of(work.context.text)
        if _FOOT.match(words) or _TO_ASK.match(words):
            return
        if _is_paragraph(words) and not _NOT_SAID.match(words):
            yield s.span


def _named_turns(work: Work, body: list[Segment]) -> list[tuple[int, Match, Speaker]]:
    """The paragraphs that begin with the name of a speaker and a colon."""
    known: dict[str, Speaker] = {}
    out: list[tuple[int, Match, Speaker]] = []
    for i, s in enumerate(body):
        m = TURN.match(work.context.text, s.span.start, min(s.span.end, s.span.start + 260))
        speaker = speaker_of(m, known, work.context.catalogue) if m is not None else None
        if m is not None and speaker is not None:
            out.append((i, m, speaker))
    return out


def _is_paragraph(words: str) -> bool:
    ended = words.rstrip(" ”’\"')")[-1:] in ".:;?!"
    return len(words.split()) > (_PARAGRAPH if ended else 2 * _PARAGRAPH) and not _NO_WORDS.match(words)


def _minister(text: str, head: list[Span]) -> tuple[Speaker, str | None, Span] | None:
    """The line with an office and the name before it, or above it."""
    for i, span in enumerate(head):
        line = _SAYS_BY.sub("", span.of(text).strip())
        both = _NAME_THEN_OFFICE.match(line)
        if both is not None and (m := _MINISTER.match(both["rest"])) and (name := _name(both["who"])):
            return Speaker(name, m["role"].strip(" ,")), m["of"], span
        above = [each for each in head[max(0, i - 2) : i] if not _A_PARTY.fullmatch(each.of(text).strip())]
        if (m := _MINISTER.match(line)) and above and (name := _name(_SAYS_BY.sub("", above[-1].of(text).strip()))):
            return Speaker(name, m["role"].strip(" ,")), m["of"], Span(above[-1].start, span.end)
        if _SAYS_BY.match(span.of(text).strip()) and (name := _name(line)):
            return Speaker(name, None), None, span
    for line_above, below in pairwise(head):
        who, _, office = line_above.of(text).strip().rstrip(")").partition(" (")
        if _ANSWERED_ON.match(below.of(text)) and (name := _name(_SAYS_BY.sub("", who))):
            return Speaker(name, office.strip() if OFFICE.search(office) else None), None, line_above
    return None


def _name(line: str) -> str | None:
    line = line.strip()
    if _PEER.match(line):
        return re.sub(r"^The\s+", "", line)
    bare = re.sub(r"^(?:The\s+)?(?:Rt\.?\s+Hon\.?\s+)?(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s+)*", "", line)
    bare = re.sub(r"\s+(?:MP|KC|QC|CBE|OBE|MBE)$", "", bare)
    return bare if 1 < len(bare.split()) < 5 and is_name(bare) else None


def _answer(
    work: Work, keys: dict[int, str], speaker: Speaker, department: str | None, named: Span,
    spans: list[Span], said: When | None,
) -> StatementFact:  # fmt: skip
    printed = rules.search(_DEPARTMENT.pattern, work.context.text) if department is None else None
    organisation = department.strip() if department else printed.group() if printed else None
    in_words = {id(e) for span in spans for e in events_told(work, span)}
    told = [e for e in work.events if not e.previous and id(e) in in_words]
    if not told:  # a table tells of them, and of boards reviewed beside them
        now = [e for e in work.events if not e.previous]
        told = [e for e in now if e.service != "lscb"] or now
    return spoken(work, keys, speaker, organisation, spans[0], named, told, tuple(spans), said)
