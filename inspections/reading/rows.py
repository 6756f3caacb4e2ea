"""Tables and labelled lines in prose: aspect and grade, or one visit to a row.

A table that explains a scale is not read; a row whose value is not exactly a grade of some scale is
passed over; a cancelled visit is no visit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.reading import rules
from inspections.reading.cells import cells, dashed, parted, value
from inspections.reading.headings_of_columns import HEADS_LABELS, MONTH_OF_A_YEAR, column_of, dated_column_of
from inspections.reading.rules import rule
from inspections.reading.segments import Segment
from inspections.text import Span


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
            pair = dashed(text, s, more)
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
            header = parted(text, s.span, mark)
            if len(header) < 3 or not all(column_of(c.of(text)) for c in header):
                continue
            lines: dict[int, tuple[Span, ...]] = {}
            for row in segments[position + 1 :]:
                made = parted(text, row.span, mark) if len(row.span.of(text)) < 300 else ()
                if len(made) != len(header):
                    break
                lines[row.index] = made
            if lines:
                out |= {s.index: header, **lines}
                break
    return out


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
    if rules.search(r"[.!]$", words) or _is_below_its_grade(text, segments, at, segment):
        return None
    if words.endswith("?") and not segment.span.of(text).lower().rstrip(" .*").endswith("progress"):
        return None  # asked and answered, and no label of a part
    return (above.span, segment.span)


def _is_below_its_grade(text: str, segments: tuple[Segment, ...], at: int, below: Segment) -> bool:
    """Does a grade stand right above a label, and a blank line part the label from the grade below it?"""
    label, over = segments[at], segments[at - 1] if at else None
    if over is None or over.furniture or value(text, over.span) is None:
        return False
    near = text[over.span.end : label.span.start].count("\n") == 1
    return near and text[label.span.end : below.span.start].count("\n") > 1


def _between_stacked(text: str, segments: tuple[Segment, ...], position: int) -> bool:
    """A label whose grade follows on the next line, or a bare "Judgement" between two pairs."""
    segment = segments[position]
    after = [s for s in segments[position + 1 : position + 4] if not s.furniture]
    if not after:
        return False
    if re.fullmatch(r"\W*(?:judge?ment|grade|rating|outcome|result)s?\W*", segment.span.of(text), re.I):
        return True
    return run_ready(text, after[0]) and segment.span.end - segment.span.start < 200


_SCALE_EXPLAINED = rule(
    r"\b(?:(?:four|five|three|point)[\s-]+(?:point\s+)?(?:scale|grades?)|scale\s*:|what\s+(?:the\s+)?"
    r"(?:inspection\s+)?(?:grades?|judgements?|ratings?)\s+mean|grades?\s+are|grade\s+descriptors?|key\b"
    r"|glossary|how\s+(?:we|ofsted)\s+(?:grade|judge))",
    re.I,
)
_OURS = rule(
    r"\b(?:ours|our\s+(?:results|grades|judgements|ratings)|came\s+out|as\s+follows|(?:was|were)\s+(?:judged|graded"
    r"|rated|scored)|how\s+(?:we|our\s+\w+)\s+(?:did|scored|fared)|judge?ments\s+(?:were|are)|we\s+(?:were|got|received)"
    r"|(?:inspectors|ofsted|inspectorate|commission|they|it|and)\s+(?:has\s+|have\s+)?(?:rated|graded|judged|marked)\s+(?:them|these|those|each|all)(?!\s+(?:councils?|authorit|services))\b)",
    re.I,
)


def _table(text: str, run: list[Row], by_index: dict[int, Segment]) -> Table:
    first = run[0]
    columns: tuple[str, ...] = ()
    header: Row | None = None
    names = [column_of(c.of(text)) for c in first.cells]
    months = [i for i, c in enumerate(first.cells) if MONTH_OF_A_YEAR.fullmatch(c.of(text))]
    if len(months) > 1:
        names = ["year" if i in months else each for i, each in enumerate(names)]
    if "date" in names:
        names = [dated_column_of(c.of(text)) or each for c, each in zip(first.cells, names, strict=True)]
    if len(names) > 2 and first.cells[0].start == first.cells[0].end and set(names[1:]) == {"year"}:
        names[0] = "authority"  # or the parts judged: the rows say which
    heads = sum(bool(n) for n in names) >= 2 or (len(names) > 1 and HEADS_LABELS.fullmatch(first.cells[0].of(text)))
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
