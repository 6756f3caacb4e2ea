"""Tables and labelled lines in prose: aspect and grade, or one visit to a row.

A table that explains a scale is not read; a row whose value is not exactly a grade of some scale is
passed over; a cancelled visit is no visit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.reading import rules
from inspections.reading.grades.words import GRADE
from inspections.reading.rules import rule
from inspections.reading.segments import BULLET, Segment
from inspections.text import Span

_VALUE = rule(
    rf"^\W*(?:(?:judged|rated|graded)\s+|(?P<n0>[1-4])\s*\()?(?P<g>{GRADE}|perform(?:s|ed)\s+(?:excellently|well|adequately"
    rf"|poorly)|(?:not\s+)?met|(?:significant|reasonable|insufficient)\s+progress)\s*"
    rf"(?:\((?P<number>[1-4])\)|[-–:]?\s*(?:grade\s*)?(?P<n2>[1-4]))?\s*\*?[.;,]?\W*"
    rf"(?:\((?:(?:19|20)\d\d|(?!\d)[^()]{{2,60}})\))?\W*$",
    re.I,
)
_SCALE_EXPLAINED = rule(
    r"\b(?:(?:four|five|three|point)[\s-]+(?:point\s+)?(?:scale|grades?)|scale\s*:|what\s+(?:the\s+)?"
    r"(?:inspection\s+)?(?:grades?|judgements?|ratings?)\s+mean|grades?\s+are|grade\s+descriptors?|key\b"
    r"|glossary|how\s+(?:we|ofsted)\s+(?:grade|judge))",
    re.I,
)
_OURS = rule(
    r"\b(?:ours|our\s+(?:results|grades|judgements|ratings)|came\s+out|as\s+follows|were\s+(?:judged|graded"
    r"|rated)|judge?ments\s+(?:were|are)|we\s+(?:were|got|received))\b",
    re.I,
)
_SETTING = rule(
    r"\b(?:school|academy|primary|secondary|nursery|college|infant|junior|home|centre|preschool|pre-school"
    r"|childminder|grammar|sixth\s+form|hospital|unit)\b",
    re.I,
)
COLUMN = {
    "setting": rule(
        r"^(?:name\s+of\s+)?(?:(?:the|our|local|secure|children[’']s|care|nursing|primary|secondary|special|high|fostering|adoption|registered"
        r"|police|fire|ambulance|nhs|hospital|early\s+years|residential|maintained|academy)\s+)*"
        r"(?:schools?|academ(?:y|ies)|homes?|nurser(?:y|ies)|pre-?schools?|playgroups?|colleges?|settings?|establishments?|institutions?"
        r"|agenc(?:y|ies)|hospitals?|hospices?|forces?|constabular(?:y|ies)|trusts?|surger(?:y|ies)|practices?|prisons?|childminders?"
        r"|centres?|hostels?|units?)\b(?!\s+(?:improvement|support|inspection))",
        re.I,
    ),
    "own": rule(
        r"\b(?:self[-\s](?:assess|evaluat|judge|grad|rat)\w+|targets?|predict(?:ed|ion)s?|forecasts?|aims?|goals?|ambitions?|mock|peers?|surveys?|polls?|LGA|hoped?"
        r"|draft|expect(?:ed|ation)s?\s+(?:grade|rating|outcome|judge?ment))\b|^(?:our|own|officers[’']|the\s+council[’']s)\s+(?:own\s+)?"
        r"(?:view|assessment|estimate|evaluation|opinion|verdict|score|mark)s?\b|^(?:sef|sed)\b|^possible\s+(?:grades?|ratings?|judge?ments?)\b",
        re.I,
    ),
    "others": rule(
        r"\b(?:average|neighbours|nationally|regionally)\b|^(?:england|national|region(?:al)?|similar|all\s+(?:england|councils)|london"
        r"|(?:north|south|east|west)(?:[-\s]?(?:east|west))?|statistical)\b(?!.*\b(?:council|borough|county)\b)",
        re.I,
    ),
    "before": rule(
        r"^(?:(?:the|its|our)\s+)?(?:previous(?:ly)?|before|prior|former(?:ly)?|earlier|last\s+time|was|then|old)\b"
        r"|\b(?:before|last\s+time|previously)$",
        re.I,
    ),
    "date": rule(
        r"^(?:(?:date|dates)(?!\s+(?:of\s+)?(?:(?:the\s+)?(?:report|letter)\s+)?publi)|when|inspection\s+dates?|visit\s+dates?|date\s+of\s+(?:visit|inspection)|inspected"
        r"|year|month|(?:dates?\s+|days?\s+)?on[\s-]site(?:\s+(?:dates?|days?))?|(?:dates?\s+of\s+)?fieldwork|visited|took\s+place)\b",
        re.I,
    ),
    "published": rule(
        r"^(?:published|publication(?:\s+date)?|report\s+published|date\s+published|letter\s+published"
        r"|dates?\s+of\s+(?:(?:the\s+)?(?:report|letter)\s+)?publication|report)\b",
        re.I,
    ),
    "visit": rule(
        r"^(?:visit|type|inspection|event|kind|activity|inspection\s+type|type\s+of\s+(?:visit|inspection)"
        r"|framework|what)\b",
        re.I,
    ),
    "outcome": rule(
        r"^(?:outcome|result|grade|rating|judge?ment|overall(?:\s+\w+)?|finding|status|overall\s+effectiveness"
        r"|ofsted\s+(?:grade|rating|judgement))\b",
        re.I,
    ),
    "authority": rule(r"^(?:council|authority|local\s+authority|area|la|borough|county|name)\b", re.I),
    "service": rule(r"^(?:service|remit|subject|team)\b", re.I),
    "year": rule(
        r"^(?:(?:ofsted|cqc|inspection|grade|rating|result)\s+(?:in\s+)?)?(?:19|20)\d\d(?:\s+(?:inspection|grade|rating|judge?ment))?$",
        re.I,
    ),
    "aspect": rule(
        r"^(?:aspect|judgement\s+area|area\s+(?:of|inspected)|theme|judgement|key\s+judgement|category"
        r"|priority)\b",
        re.I,
    ),
}


@dataclass(frozen=True)
class Row:
    segment: Segment
    cells: tuple[Span, ...]


@dataclass(frozen=True)
class Table:
    """Rows that stand together. ``columns``: what each column holds, from its header; () without one."""

    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    header: Row | None
    lead: Segment | None
    explains_scale: bool


_MARK = rule(r"(?::|\s[–—-]|\s?\.{3,})\s+")


def cells(text: str, segment: Segment) -> tuple[Span, ...]:
    words = segment.span.of(text)
    start = segment.span.start
    if "\t" in words and (bullet := BULLET.match(words)) is not None:
        words, start = words[bullet.end() :], start + bullet.end()
    mark = "\t" if "\t" in words else "|" if "|" in words else None
    out: list[Span] = []
    if mark:
        at = start
        for piece in words.split(mark):
            span = Span(at, at + len(piece)).stripped(text)
            at += len(piece) + 1
            out.append(span)
        if mark == "|":
            while out and out[0].start == out[0].end:
                out.pop(0)
            while out and out[-1].start == out[-1].end:
                out.pop()
        return tuple(out)
    gaps = list(re.finditer(r"\s{2,}", words))
    if len(spaced := _spaced(text, segment.span, gaps)) > 2:
        return spaced
    if gaps and value(text, Span(start + gaps[-1].end(), segment.span.end)):
        label = Span(start, start + gaps[-1].start()).stripped(text)
        return (label, Span(start + gaps[-1].end(), segment.span.end).stripped(text))
    found = [x for x in _MARK.finditer(words) if 2 <= x.start() <= 120]
    if not found:
        return (segment.span,)
    graded = [x for x in found if value(text, Span(start + x.end(), segment.span.end))]
    m = graded[-1] if graded else found[0]
    label = Span(start, start + m.start()).stripped(text)
    bullet = rules.match(r"[\s•◦▪■●*\-–]*\((?:[ivx]{1,4}|[a-h]|\d)(?:\.\d)?\)\s+|[\s•◦▪■●*\-–]+", label.of(text))
    if bullet:
        label = Span(label.start + bullet.end(), label.end)
    if (named := _GRADE_COLUMN.search(label.of(text))) is not None:
        label = Span(label.start, label.start + named.start())  # "Overall effectiveness      Grade: good"
    return (label, Span(segment.span.start + m.end(), segment.span.end).stripped(text))


# what stands over a column of a table that only spaces part
_OVER_A_COLUMN = rule(
    r"(?:(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?|(?:\w+\s+)?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s+(?:19|20)\d\d)",
    re.I,
)


_LONGEST_HEAD = 30  # characters


def _spaced(text: str, span: Span, gaps: list[re.Match[str]]) -> tuple[Span, ...]:
    """The cells of a row that only spaces part, where it has two grades or more, or is the header over such rows."""
    if not gaps:
        return ()
    edges = [0, *(x for gap in gaps for x in gap.span()), span.end - span.start]
    made = tuple(Span(span.start + a, span.start + b) for a, b in zip(edges[::2], edges[1::2], strict=True))
    made = tuple(each for each in made if each.start < each.end)
    if len(made) > 2 and all(value(text, each) for each in made[1:]):
        return made
    short = all(len(each.of(text)) <= _LONGEST_HEAD and not value(text, each) for each in made)
    if len(made) > 2 and short and not _OVER_A_COLUMN.fullmatch(made[0].of(text)):
        return made
    if len(made) > 1 and all(_OVER_A_COLUMN.fullmatch(each.of(text)) for each in made):
        return (Span(span.start, span.start), *made)  # nothing stands over the names
    return ()


_GRADE_COLUMN = re.compile(r"(?<=\w)(?:\s{2,}|\t)(?:Grade|Judge?ment|Rating|Outcome)\s*$", re.I)
_TOLD = rule(
    r"\b(?:inspected|visited|judged|rated|graded|found|assessed|took\s+place|was|were|visit|inspection)\b", re.I
)


# as in "Our service was inspected in February 2018: good."
_SENTENCE = rule(
    r"\b(?:was|were|been)\s+(?:\w+\s+)?(?:re-?)?(?:inspected|visited|assessed)\b"
    r"|\b(?:report|letter)\s+(?:came\s+out|was\s+published)\b",
    re.I,
)


def is_sentence(label: str) -> bool:
    """Does what stands before a grade tell of an inspection in a sentence, and name no part?"""
    return _SENTENCE.search(label) is not None


def is_told(text: str, segment: Segment) -> bool:
    """ "Devon: inspected January 2020. Inadequate.": a line of a list that speaks in words, and no row of cells."""
    words = segment.span.of(text)
    if "\t" in words or "|" in words or not _TOLD.search(words):
        return False
    made = cells(text, segment)
    if made and is_sentence(made[0].of(text)):
        return True
    return (
        len(made) < 3
        and not any(value(text, cell) for cell in made[1:])
        and words.rstrip("*_ ").endswith((".", ";", ")"))
    )


def value(text: str, span: Span, more: re.Pattern[str] | None = None) -> tuple[Span, str, int | None] | None:
    """The grade a cell holds and nothing else: its span, its words, the number printed beside it.

    ``more``: wordings of the catalogue's other scales.
    """
    if text[span.start : span.end + 1].rstrip("’”'\" ").endswith("?"):
        return None  # "Good?": nobody has judged it
    m = _VALUE.match(span.of(text))
    if not m:
        m = more.fullmatch(span.of(text)) if more is not None else None
        return (Span(span.start + m.start("g"), span.start + m.end("g")), m["g"], None) if m else None
    number = m["n0"] or m["number"] or m["n2"]
    return Span(span.start + m.start("g"), span.start + m.end("g")), m["g"], int(number) if number else None


def tables(text: str, segments: tuple[Segment, ...], more: re.Pattern[str] | None = None) -> tuple[Table, ...]:
    """Runs of rows and of bullets that are labelled grades ("Help and protection: good")."""
    out: list[Table] = []
    run: list[Row] = []
    by_index = {s.index: s for s in segments}
    headed = _headed(text, segments)
    for position, s in enumerate(segments):
        if s.index in headed:
            if run and run[0].segment.index not in headed:
                out.append(_table(text, run, by_index))
                run = []
            run.append(Row(s, headed[s.index]))
            continue
        if run and run[0].segment.index in headed:
            out.append(_table(text, run, by_index))
            run = []
        years_alone = s.furniture and _YEARS_ALONE.fullmatch(s.span.of(text)) is not None
        made = cells(text, s) if s.kind == "row" and (years_alone or not s.furniture) else ()
        if s.kind in ("bullet", "paragraph", "heading") and not s.furniture and len(s.span.of(text)) < 140:
            pair = _dashed(text, s, more)
            if pair is not None:
                made = pair
        if not made and run_ready(text, s):
            pair_ = _stacked(text, segments, position)
            if pair_ is not None:
                made = pair_
        if len(made) >= 2:
            if not re.fullmatch(r"[\s\-|:=]*", s.span.of(text)):
                run.append(Row(s, made))
            continue
        if run and s.furniture and s.kind == "row":
            continue
        if run and _between_stacked(text, segments, position):
            continue
        if run:
            out.append(_table(text, run, by_index))
            run = []
    if run:
        out.append(_table(text, run, by_index))
    return tuple(out)


_YEARS_ALONE = re.compile(r"(?:19|20)\d\d(?:\s{3,}(?:19|20)\d\d)+")
_SEPARATORS = (" – ", " — ", " - ", "; ", " / ", ": ")


def _headed(text: str, segments: tuple[Segment, ...]) -> dict[int, tuple[Span, ...]]:
    """The lines of tables whose cells no tab parts: under "Date – Type – Result", lines of as many parts."""
    out: dict[int, tuple[Span, ...]] = {}
    for position, s in enumerate(segments):
        words = s.span.of(text)
        if len(words) > 120 or s.furniture or s.index in out:
            continue
        for mark in _SEPARATORS:
            if words.count(mark) < 2:
                continue
            header = _parted(text, s.span, mark)
            if len(header) < 3 or not all(_column(c.of(text)) for c in header):
                continue
            lines: dict[int, tuple[Span, ...]] = {}
            for row in segments[position + 1 :]:
                made = _parted(text, row.span, mark) if len(row.span.of(text)) < 300 else ()
                if len(made) != len(header):
                    break
                lines[row.index] = made
            if lines:
                out |= {s.index: header, **lines}
                break
    return out


def _parted(text: str, span: Span, mark: str) -> tuple[Span, ...]:
    out, at = [], span.start
    for piece in span.of(text).split(mark):
        out.append(Span(at, at + len(piece)).stripped(text))
        at += len(piece) + len(mark)
    return tuple(out)


def run_ready(text: str, segment: Segment) -> bool:
    """Is this whole segment nothing but a grade: the lower of two stacked cells?"""
    return (
        not segment.furniture and segment.span.end - segment.span.start < 60 and value(text, segment.span) is not None
    )


def _stacked(text: str, segments: tuple[Segment, ...], position: int) -> tuple[Span, ...] | None:
    """The cell above a grade that stands on a line of its own: the aspect it is of."""
    segment, at = segments[position], position - 1
    while at >= 0 and segments[at].furniture:
        at -= 1
    if at < 0:
        return None
    above = segments[at]
    words = above.span.of(text)
    if (
        len(words) > 200
        or value(text, above.span) is not None
        or above.kind == "row"
        or re.fullmatch(r"\W*(?:judge?ment|grade|rating|outcome|result)s?\W*", words, re.I)
    ):
        return None
    if rules.search(r"[.!]$", words):
        return None
    if words.endswith("?") and not segment.span.of(text).lower().rstrip(" .*").endswith("progress"):
        return None  # asked and answered, and no label of a part
    return (above.span, segment.span)


def _between_stacked(text: str, segments: tuple[Segment, ...], position: int) -> bool:
    """A label whose grade follows on the next line, or a bare "Judgement" between two pairs."""
    segment = segments[position]
    after = [s for s in segments[position + 1 : position + 4] if not s.furniture]
    if not after:
        return False
    if re.fullmatch(r"\W*(?:judge?ment|grade|rating|outcome|result)s?\W*", segment.span.of(text), re.I):
        return True
    return run_ready(text, after[0]) and segment.span.end - segment.span.start < 200


_DASH = rule(
    r"^(?P<a>(?:[^:–—.]|\.(?!\s+[A-Z])){3,110}?)\s*(?::|\s[–—-]|\s?\.{3,})"
    r"\s+(?P<g>[‘“'\"]?[A-Za-z][\w ’”'\"()]{2,45}(?:\([^()]{2,60}\))?)\.?$"
)


_BETWEEN = (":", "–", "—", "-", "...")
_LONGEST_VALUE = 50


def _dashed(text: str, segment: Segment, more: re.Pattern[str] | None = None) -> tuple[Span, ...] | None:
    words = segment.span.of(text)
    last = max(words.rfind(mark) for mark in _BETWEEN)
    if last < 0 or len(words[last + 3 :].strip()) > _LONGEST_VALUE:
        return None
    start = segment.span.start
    bullet = rules.match(r"[\s•◦▪■●*·\-–]*\((?:[ivx]{1,4}|[a-h]|\d)(?:\.\d)?\)\s+|[\s•◦▪■●*·\-–]+", words)
    if bullet:
        start += bullet.end()
    m = _DASH.match(text[start : segment.span.end])
    if not m:
        return None
    pair = (
        Span(start + m.start("a"), start + m.end("a")).stripped(text),
        Span(start + m.start("g"), start + m.end("g")),
    )
    return pair if value(text, pair[1], more) else None


# two such cells or more head the columns of several inspections: "Judgement | May 2025 | March 2019"
_MONTH_OF_A_YEAR = rule(
    r"(?:[A-Za-z]+\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:19|20)\d\d",
    re.I,
)


# the header over the names of what was judged, whatever stands over the grades
_HEADS_LABELS = rule(
    r"\W*(?:(?:key|inspection)\s+)?(?:judge?ments?|aspects?|areas?|themes?|measures?|categor(?:y|ies)|what\s+was\s+(?:judged|inspected)"
    r"|judge?ment\s+areas?|areas?\s+(?:judged|inspected))\W*",
    re.I,
)


def _table(text: str, run: list[Row], by_index: dict[int, Segment]) -> Table:
    first = run[0]
    columns: tuple[str, ...] = ()
    header: Row | None = None
    names = [_column(c.of(text)) for c in first.cells]
    months = [i for i, c in enumerate(first.cells) if _MONTH_OF_A_YEAR.fullmatch(c.of(text))]
    if len(months) > 1:
        names = ["year" if i in months else each for i, each in enumerate(names)]
    if len(names) > 2 and first.cells[0].start == first.cells[0].end and set(names[1:]) == {"year"}:
        names[0] = "authority"  # or the parts judged: the rows say which
    heads = sum(bool(n) for n in names) >= 2 or (len(names) > 1 and _HEADS_LABELS.fullmatch(first.cells[0].of(text)))
    if len(run) > 1 and heads and not any(value(text, c) for c in first.cells):
        columns, header = tuple(names), first
        run = run[1:]
    lead = by_index.get(first.segment.lead if first.segment.lead is not None else -1)
    if lead is None and first.segment.heading is not None:
        lead = by_index.get(first.segment.heading)
    above = lead.span.of(text) if lead else ""
    graded_first = [value(text, r.cells[0]) or value(text, r.cells[1]) for r in run if len(r.cells) >= 2]
    explains = bool(_SCALE_EXPLAINED.search(above)) and not _OURS.search(above)
    numbered = sum(bool(re.fullmatch(r"(?:grade\s*)?[1-5]", r.cells[0].of(text), re.I)) for r in run)
    if len(run) >= 3 and numbered >= len(run) - 1:
        explains = True
    if len(run) >= 3 and sum(bool(value(text, r.cells[0])) for r in run) >= 3 and not columns:
        explains = True
    if columns and not {"authority", "service", "date", "year"} & set(columns) and _explains_each(text, run):
        explains = True
    words = [v[1].lower() for v in graded_first if v]
    if len(run) in (4, 5) and len(set(words)) == len(run) and numbered:
        explains = True
    return Table(tuple(run), columns, header, lead, explains)


def _explains_each(text: str, run: list[Row]) -> bool:
    """ "Good | Services do well for children": does every row begin with a grade of its own, and say what it means?"""
    grades = [v[1].lower() for r in run if (v := value(text, r.cells[0])) is not None]
    plain = [
        len(r.cells) > 1 and value(text, r.cells[1]) is None and re.search(r"\d", r.cells[1].of(text)) is None
        for r in run
    ]
    return len(grades) > 1 and len(grades) == len(set(grades)) == len(run) and all(plain)


def _column(words: str) -> str:
    plain = words.strip(" *_:")
    for name, pattern in COLUMN.items():
        if (pattern.search(plain) if name == "own" else pattern.match(plain)) and len(plain) < 45:
            return name
    return ""


def is_setting(words: str) -> bool:
    return bool(_SETTING.search(words))
