"""Quotations as they are really printed: re-opened paragraphs, wrong-way and mixed marks, marks within marks.

A mark is judged by where it stands (what is on either side of it), its shape only breaks ties.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from inspections.reading.segments import Segment
from inspections.text import Span

DOUBLE = '“”„‟"«»'
SINGLE = "‘’‚‛'`"
_MARK = re.compile(f"[{DOUBLE}{SINGLE}](?:(?<=`)`|(?<=')')?")  # of two alike both
_MARK_TWICE = re.compile(f"[{DOUBLE}{SINGLE}](?:(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’)?")  # where “‘‘” opens as “ does
_MOST_MARKS = 2000
_DEEPEST = 4  # marks within marks
_OPENERS = " \t\n([{-–—/:;,\u00a0|>*_"
_REPORTING = re.compile(
    r",?\s*(?:(?:it|he|she|they|(?:the\s+)?(?:report|letter|inspectors?|ofsted|council))\s+(?:says?|said|adds?|added"
    r"|notes?|noted|continues?|continued|found|finds|concludes?)"
    r"|(?:says?|said|adds?|added)\s)",
    re.I,
)


@dataclass(slots=True)
class Quotation:
    """``spans`` are the words between the marks, one for each paragraph; ``outer`` the marks included."""

    spans: list[Span]
    outer: list[Span]
    family: str  # double or single
    segments: list[int]
    closed: bool = True
    inside: Quotation | None = None
    nested: list[Quotation] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.outer[0].start

    @property
    def end(self) -> int:
        return self.outer[-1].end

    def words(self, text: str) -> str:
        return "\n\n".join(s.of(text) for s in self.spans)


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    end: int
    family: str
    opens: bool
    closes: bool


def _marks(text: str, span: Span) -> Iterator[_Mark]:
    twice = text.find("‘‘", span.start, span.end) >= 0
    for m in (_MARK_TWICE if twice else _MARK).finditer(text, span.start, span.end):
        char = m.group()[0]
        family = "double" if char in DOUBLE or len(m.group()) == 2 else "single"
        before = text[m.start() - 1] if m.start() > span.start else " "
        after = text[m.end()] if m.end() < span.end else " "
        if family == "single" and before.isalnum() and after.isalnum():
            continue  # an apostrophe
        free_before = before in _OPENERS or before in DOUBLE + SINGLE
        free_after = after.isspace() or after in ".,;:!?)]}-–—/…*_" or after in DOUBLE + SINGLE
        opens = (
            free_before and not after.isspace() and (after.isalnum() or after in "[(£…." or after in DOUBLE + SINGLE)
        )
        closes = (
            not before.isspace()
            and free_after
            and (before.isalnum() or before in ".,;:!?…)]%-–—*" or before in DOUBLE + SINGLE)
        )
        if (
            family == "single"
            and opens
            and not closes
            and char in "’'"
            and re.match(r"(?:tis|twas|til|em|cause|n|\d\ds)\b", text[m.end() : m.end() + 6])
        ):
            continue
        if char == "“" and before.isspace() and after == " " and text[m.end() + 1 : m.end() + 2].isalnum():
            opens = True  # “ with a space behind it ”
        if (
            before == " "
            and not opens
            and ((char == "”" and free_after) or (family == "double" and m.end() >= span.end))
        ):
            closes = True
        if opens and closes:  # between two marks: its own shape decides
            if char in "“„‘‚«":
                closes = False
            elif char in "”’»":
                opens = before in DOUBLE + SINGLE and after.isalnum()
                closes = not opens
        yield _Mark(m.start(), m.end(), family, opens, closes)


def quotations(text: str, body: Iterable[Segment]) -> tuple[Quotation, ...]:
    """Every quotation in ``body`` (segments without furniture), outermost first; nested ones hang below theirs."""
    found: list[Quotation] = []
    open_: Quotation | None = None
    part_of: dict[int, Segment] = {}
    for part in body:
        part_of[part.index] = part
        if _no_prose(text, part.span):
            continue
        marks = [m for m in _marks(text, part.span) if m.opens or m.closes]
        if open_ is not None:
            first = marks[0] if marks else None
            reopened = (
                first is not None
                and first.opens
                and first.at <= _first_word(text, part.span)
                and first.family == open_.family
            )
            if first is None or not reopened or part.kind == "row":
                _leave_open(text, part_of, open_, found)
                open_ = None
            else:
                open_.spans.append(Span(first.end, part.span.end))
                open_.outer.append(Span(first.at, part.span.end))
                open_.segments.append(part.index)
                marks = marks[1:]
        open_ = _scan(text, part, marks, open_, found)
    if open_ is not None:
        _leave_open(text, part_of, open_, found)
    return tuple(sorted(found, key=lambda q: q.start))


def _no_prose(text: str, span: Span) -> bool:
    """Does a paragraph hold more marks than any prose would?"""
    if span.end - span.start <= _MOST_MARKS:
        return False
    counted = islice(_MARK.finditer(text, span.start, span.end), _MOST_MARKS)
    return sum(1 for _ in counted) == _MOST_MARKS


def _leave_open(text: str, parts: dict[int, Segment], quotation: Quotation, found: list[Quotation]) -> None:
    """Never closed: it ends with its last paragraph, if it was plainly led in; else nobody can tell what it was."""
    quotation.closed = False
    part = parts[quotation.segments[0]]
    mark = _Mark(quotation.outer[0].start, quotation.spans[0].start, quotation.family, True, False)
    again = len(quotation.segments) > 1  # paragraphs re-opened: a quotation, whatever leads it in
    if found and found[-1] is quotation and not again and not _introduced(text, part, mark):
        found.pop()


def _first_word(text: str, span: Span) -> int:
    m = re.compile(r"[^\W_]").search(text, span.start, span.end)
    return m.start() if m else span.start


def _scan(
    text: str, part: Segment, marks: list[_Mark], open_: Quotation | None, found: list[Quotation]
) -> Quotation | None:
    if not marks:
        if open_ is not None:
            open_.spans[-1] = Span(open_.spans[-1].start, part.span.end)
        return open_
    inner: list[_Mark] = []  # the marks opened within the quotation and not yet closed, the last one innermost
    lasting_single = _last_closing(marks, "single")
    lasting_double = _last_closing(marks, "double")
    lasting_opening = _last_opening(marks)
    closers, openers = _counts(text, marks)
    for i, mark in enumerate(marks):
        if open_ is None:
            if not mark.opens:
                continue
            partner = max(lasting_single, lasting_double) > mark.at
            if mark.family == "single" and not partner and not _introduced(text, part, mark):
                continue
            open_ = Quotation(
                [Span(mark.end, part.span.end)], [Span(mark.at, part.span.end)], mark.family, [part.index]
            )
            found.append(open_)
            inner = []
            continue
        if inner and mark.family == inner[-1].family and mark.closes:
            if mark.family == "single" and _plural_possessive(text, mark) and lasting_single > mark.at:
                continue
            begun = inner.pop()
            open_.nested.append(
                Quotation(
                    [Span(begun.end, mark.at)], [Span(begun.at, mark.end)], begun.family, [part.index], inside=open_
                )
            )
            continue
        if mark.closes and mark.family == open_.family:
            if mark.family == "single" and _plural_possessive(text, mark):
                if mark.at < lasting_single or (
                    not _sentence_closes(text, mark) and _word_follows(text, mark, part.span)
                ):
                    continue
            _close(open_, mark)
            open_ = None
            inner = []
            continue
        if mark.closes and mark.family != open_.family and not inner:
            mixed = mark.family == "double" and mark.at >= lasting_double and lasting_single < mark.at
            broken = (
                mark.family == "single"
                and (text[mark.at - 1] in ",.?!" or text[mark.end : mark.end + 1] == ",")
                and _REPORTING.match(text, mark.end, min(part.span.end, mark.end + 160))
            )
            ended = (
                mark.family == "single"
                and max(lasting_double, lasting_opening) < mark.at
                and lasting_single == mark.at
                and text[mark.end : mark.end + 1] in ".,;"
                and _ends_here(text, mark, part.span)
            )
            if mixed or broken or ended:
                _close(open_, mark)
                open_ = None
                continue
        if inner and mark.opens and not mark.closes and len(inner) < _DEEPEST and mark.family != inner[-1].family:
            if _nests(marks, i, inner[-1].family):
                inner.append(mark)
            continue
        if mark.opens and not inner:
            more = closers[mark.family][i + 1]
            if mark.family != open_.family:
                inner = [mark] if more else []
            elif not mark.closes and more > openers[mark.family][i + 1] + 1:
                inner = [mark]  # the same marks within the marks: one closing mark for each, and one for the outer
            elif not mark.closes and mark.family == "double" and text[mark.at] in '“«„"' and more:
                if found and found[-1] is open_:
                    found.pop()
                open_ = Quotation(
                    [Span(mark.end, part.span.end)], [Span(mark.at, part.span.end)], mark.family, [part.index]
                )
                found.append(open_)  # the one before was never closed: nobody can tell where it ended
    if open_ is not None:
        open_.spans[-1] = Span(open_.spans[-1].start, part.span.end)
    return open_


def _counts(text: str, marks: list[_Mark]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """How many marks that only close, and that only open, stand at or after each mark, by family."""
    closers = {"single": [0] * (len(marks) + 1), "double": [0] * (len(marks) + 1)}
    openers = {"single": [0] * (len(marks) + 1), "double": [0] * (len(marks) + 1)}
    for i in range(len(marks) - 1, -1, -1):
        mark = marks[i]
        ends = mark.closes and not mark.opens
        if ends and mark.family == "single" and _plural_possessive(text, mark) and not _sentence_closes(text, mark):
            ends = False
        for family in ("single", "double"):
            own = mark.family == family
            closers[family][i] = closers[family][i + 1] + (own and ends)
            openers[family][i] = openers[family][i + 1] + (own and mark.opens and not mark.closes)
    return closers, openers


def _nests(marks: list[_Mark], at: int, around: str) -> bool:
    """Is the mark closed by one of its own family, and what it stands in closed after that?"""
    for i in range(at + 1, min(at + 9, len(marks))):
        if marks[i].closes and not marks[i].opens and marks[i].family == marks[at].family:
            return any(m.closes and m.family == around for m in marks[i + 1 : i + 9])
    return False


def _ends_here(text: str, mark: _Mark, span: Span) -> bool:
    """Is a full stop, or the end of the paragraph, all that follows?"""
    return not re.search(r"[^\W_]", text[mark.end : span.end]) or text[mark.at - 1] in ".!?"


def _last_opening(marks: list[_Mark]) -> int:
    return max((m.at for m in marks if m.opens and not m.closes and m.family == "double"), default=-1)


def _last_closing(marks: list[_Mark], family: str) -> int:
    return max((m.at for m in marks if m.closes and m.family == family), default=-1)


def _close(quotation: Quotation, mark: _Mark) -> None:
    quotation.spans[-1] = Span(quotation.spans[-1].start, mark.at)
    quotation.outer[-1] = Span(quotation.outer[-1].start, mark.end)


def _plural_possessive(text: str, mark: _Mark) -> bool:
    return text[mark.at - 1] in "sS" and text[mark.end : mark.end + 1] == " " and text[mark.at] in "’'"


def _sentence_closes(text: str, mark: _Mark) -> bool:
    return text[mark.at - 1] in ".!?,;"


def _word_follows(text: str, mark: _Mark, span: Span) -> bool:
    return bool(re.match(r"\s+[a-z]", text[mark.end : min(mark.end + 4, span.end)]))


def _introduced(text: str, part: Segment, mark: _Mark) -> bool:
    """A mark with no partner in its paragraph opens one only after a colon or a verb of saying, or at the start."""
    before = text[max(part.span.start, mark.at - 12) : mark.at]
    outset = (
        not re.search(r"[^\W_]", text[part.span.start : min(mark.at, part.span.start + 40)])
        and mark.at - part.span.start < 12
    )
    return outset or bool(re.search(r"(?:[:,]|\b(?:that|said|says|added|writes|wrote))\s*$", before))
