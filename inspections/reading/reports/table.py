"""The judgement table of a report, and the headings of its body that repeat the grades.

A row is an aspect of the framework followed by a grade of its scale and the end of the line: nothing
else is a row, whatever it says. Where the table and a heading of the body disagree, there is no grade.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from inspections.catalogue import Aspect, Framework, Scale
from inspections.reading.facts import Graded, Judged, Warned, Words
from inspections.reading.reports.layout import GLYPHS, Flow, either
from inspections.text import Span

NOT_JUDGED = "not judged"
NEVER = r"(?!)"
_CAPITAL = r"(?-i:(?=[A-Z]))"  # a row begins like a title, a line of prose may not
END_OF_CELL = r"(?=[ \t]*[.*†]?[ \t]*\d?[ \t]*(?:\n|\Z))"
END_OF_SENTENCE = rf"(?:(?=\.\s+[A-Z])|{END_OF_CELL})"
_NUMBER = r"(?:\(?\d(?:\.\d)?[.)]?[ \t]*\n?[ \t]*)?"
_BULLET_ABOVE = re.compile(rf"[{GLYPHS}][ \t]*\n\Z")
_FARTHEST = 900  # characters from one row to the next over a page break, with footnotes between
_NEAR = 160  # on one page, with a row that cannot be read between

Place = tuple[int, int]  # offsets of a flow


@dataclass(frozen=True)
class Asked:
    """An aspect as a kind of report prints it."""

    aspect: Aspect
    row: str  # pattern of its name in the table
    heading: str  # pattern of its name, and what joins it to the grade, in the body


@dataclass(frozen=True)
class Grades:
    """The grades of one scale as patterns."""

    scale: Scale

    @property
    def pattern(self) -> str:
        return either([*(words for grade in self.scale.grades for words in grade.wordings), NOT_JUDGED])

    def slug(self, words: str) -> str | None:
        """The grade these words are; None: the aspect was not judged."""
        grade = self.scale.grade_worded(words)
        return grade.slug if grade else None

    def are(self, words: str) -> bool:
        """Are these words a whole grade, or “not judged”?"""
        return self.scale.grade_worded(words) is not None or words.lower() == NOT_JUDGED

    def graded(self, found: Flow, *at: Place) -> Graded:
        slug = self.slug(" ".join(found.text[slice(*place)] for place in at))
        return Graded(self.scale.slug, slug, words_at(found, at), note="" if slug else NOT_JUDGED)


@dataclass(frozen=True)
class Cell:
    """A grade printed for an aspect, in the table or in a heading; in parts, where a table is cut line by line."""

    asked: Asked
    grade: str | None
    aspect_at: tuple[Place, ...]
    grade_at: tuple[Place, ...]

    @property
    def begin(self) -> int:
        return self.aspect_at[0][0]

    @property
    def end(self) -> int:
        return max(self.aspect_at[-1][1], self.grade_at[-1][1])


@dataclass(frozen=True)
class Judgements:
    """What a report judged, what it says twice in different words, and where its table stands in the flow."""

    judged: tuple[Judged, ...]
    overall: Graded | None
    warnings: tuple[Warned, ...]
    start: int
    end: int


def words_at(found: Flow, at: Iterable[Place]) -> Words:
    return Words(tuple(span for place in at for span in found.spans(*place)))


def asked(framework: Framework, headings: dict[str, str] | None = None) -> tuple[Asked, ...]:
    """The aspects of a framework. ``headings`` gives the patterns of the body's headings, where there are any;
    without it, a heading is the name of an aspect, a colon or a verb, and the grade.
    """
    found = []
    for aspect in framework.aspects:
        row = either(_own_wordings(framework, aspect))
        joined = rf"{row}[ \t]*(?::|\s(?:is|are)\b\s*:?)?"
        found.append(Asked(aspect, row, joined if headings is None else headings.get(aspect.slug, NEVER)))
    return tuple(found)


def _own_wordings(framework: Framework, aspect: Aspect) -> list[str]:
    """The names of an aspect that do not end another's, as “care leavers” ends “in care and care leavers”."""
    others = [words for other in framework.aspects if other is not aspect for words in other.wordings]
    return [words for words in aspect.wordings if not any(other.endswith(words) for other in others)]


def rows(found: Flow, aspects: tuple[Asked, ...], grades: Grades, start: int, until: int) -> list[Cell]:
    """Every row that can be read between two places of the flow, in order; a row inside a longer one is none."""
    cells: list[Cell] = []
    for aspect in aspects:
        pattern = re.compile(
            rf"^[ \t]*{_NUMBER}{_CAPITAL}(?P<aspect>{aspect.row})[ \t]*\d?[.]?\s+"
            rf"(?P<grade>{grades.pattern}){END_OF_CELL}",
            re.IGNORECASE | re.MULTILINE,
        )
        for match in pattern.finditer(found.text, start, until):
            cells.append(Cell(aspect, grades.slug(match["grade"]), (match.span("aspect"),), (match.span("grade"),)))
    return _outermost([*cells, *_cut_rows(found, aspects, grades, start, until)])


def _cut_rows(found: Flow, aspects: tuple[Asked, ...], grades: Grades, start: int, until: int) -> list[Cell]:
    """Rows printed line by line across both columns: some of the aspect, some of the grade, on each of their lines."""
    lines = [
        [(match.group().lower(), match.start() + at, match.end() + at) for match in re.finditer(r"\S+", line.text)]
        for line, at in zip(found.lines, found.starts, strict=True)
        if start <= at < until
    ]
    cells = []
    for aspect in aspects:
        for wording in aspect.aspect.wordings:
            for index in range(len(lines)):
                cell = _cut_row(found, aspect, wording.split(), lines[index : index + 4], grades)
                if cell:
                    cells.append(cell)
    return cells


def _cut_row(
    found: Flow, aspect: Asked, wanted: list[str], lines: list[list[tuple[str, int, int]]], grades: Grades
) -> Cell | None:
    said: list[str] = []
    aspect_at: list[Place] = []
    grade_at: list[Place] = []
    at = 0
    for number, tokens in enumerate(lines):
        words = tokens[1:] if number == 0 and tokens and re.fullmatch(r"\(?\d(?:\.\d)?[.)]?", tokens[0][0]) else tokens
        taken = 0
        while taken < len(words) and at < len(wanted) and words[taken][0].strip(",") == wanted[at].strip(","):
            taken, at = taken + 1, at + 1
        rest = words[taken:]
        if taken:
            aspect_at.append((words[0][1], words[taken - 1][2]))
        elif number == 0 or at < len(wanted):
            return None
        if rest:
            said += [word for word, _, _ in rest]
            grade_at.append((rest[0][1], rest[-1][2]))
        spoken = " ".join(said)
        if at == len(wanted) and grades.are(spoken):
            longer = lines[number + 1][0][0] if number + 1 < len(lines) and lines[number + 1] else ""
            if any(w.startswith(f"{spoken} {longer} ") for g in grades.scale.grades for w in g.wordings if longer):
                continue
            return Cell(aspect, grades.slug(spoken), tuple(aspect_at), tuple(grade_at)) if len(aspect_at) > 1 else None
    return None


def headings(found: Flow, aspects: tuple[Asked, ...], grades: Grades, after: int) -> list[Cell]:
    """Headings of the body that give an aspect and its grade on lines of their own: “Aspect: good”."""
    cells: list[Cell] = []
    for aspect in aspects:
        pattern = re.compile(
            rf"^{_CAPITAL}(?P<aspect>{aspect.heading})[ \t]*\n?[ \t]*(?P<grade>{grades.pattern}){END_OF_CELL}",
            re.IGNORECASE | re.MULTILINE,
        )
        for match in pattern.finditer(found.text, after):
            if not _BULLET_ABOVE.search(found.text, max(0, match.start() - 4), match.start()):
                cells.append(Cell(aspect, grades.slug(match["grade"]), (match.span("aspect"),), (match.span("grade"),)))
    return _outermost(cells)


def judgements(
    found: Flow, aspects: tuple[Asked, ...], grades: Grades, until: int, start: int = 0, body: bool = True
) -> Judgements:
    """The table before ``until``, checked against the headings of the body after it."""
    run = max(_runs(found, rows(found, aspects, grades, start, until)), key=len, default=[])
    begin, end = (run[0].begin, run[-1].end) if run else (start, start)
    later = headings(found, aspects, grades, end if run else until) if body else []
    judged: list[Judged] = []
    overall: Graded | None = None
    warnings: list[Warned] = []
    for aspect in aspects:
        in_table = [cell for cell in run if cell.asked is aspect]
        said = in_table + [cell for cell in later if cell.asked is aspect]
        if not said:
            continue
        if len({cell.grade for cell in said}) > 1:
            warnings.append(_disagreement(found, said))
            continue
        cell = said[0]
        if not in_table:
            message = "no row of the judgement table can be read for this; a heading says"
            warnings.append(Warned("grade-from-heading", f"{message} “{_spoken(found, cell)}”", _place(found, cell)))
        graded = grades.graded(found, *cell.grade_at)
        if aspect.aspect.overall:
            overall = graded
        else:
            printed = " ".join(" ".join(found.text[slice(*at)] for at in cell.aspect_at).split())
            judged.append(Judged(printed, aspect.aspect.slug, graded, words_at(found, cell.aspect_at)))
    judged.sort(key=lambda each: each.aspect_words.spans[0].start)
    return Judgements(tuple(judged), overall, tuple(warnings), begin, end)


_SENTENCE = re.compile(r"[a-z]{3,}\.\s+[A-Z]|\w+\s+\w+\s+\w+\s+\w+\.\s*\Z")


def _disagreement(found: Flow, cells: list[Cell]) -> Warned:
    words = dict.fromkeys(f"“{_spoken(found, cell)}”" for cell in cells)
    return Warned(
        "two-grades",
        "the document gives different grades for one judgement, and none is taken: " + " and ".join(words),
        _place(found, cells[0]),
    )


def _spoken(found: Flow, cell: Cell) -> str:
    return " ".join(found.text[cell.begin : cell.end].split())


def _place(found: Flow, cell: Cell) -> Span:
    return found.words(cell.begin, cell.end).spans[0]


def _outermost(cells: list[Cell]) -> list[Cell]:
    """In order, without a cell that lies inside a longer one, and each place once."""
    kept: list[Cell] = []
    for cell in sorted(cells, key=lambda cell: (cell.begin, -cell.end)):
        if not kept or cell.end > kept[-1].end:
            kept.append(cell)
    return kept


def _runs(found: Flow, cells: list[Cell]) -> Iterable[list[Cell]]:
    """Rows that follow one another with no prose between."""
    run: list[Cell] = []
    for cell in cells:
        if run:
            between = found.text[run[-1].end : cell.begin]
            broken = found.page(run[-1].end - 1) != found.page(cell.begin)
            if len(between) > (_FARTHEST if broken else _NEAR) or (not broken and _SENTENCE.search(between)):
                yield run
                run = []
        run.append(cell)
    if run:
        yield run
