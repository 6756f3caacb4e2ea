"""The judgement table of a report, and the headings of its body that repeat the grades.

A row is an aspect of the framework followed by a grade of its scale and the end of the line: nothing
else is a row, whatever it says. Where the table and a heading of the body disagree, there is no grade.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from inspections.catalogue import Aspect, Framework, Scale
from inspections.reading.facts import Graded, Judged, Warned
from inspections.reading.reports.layout import GLYPHS, Flow, either
from inspections.text import Span

NOT_JUDGED = "not judged"
NEVER = r"(?!)"
END_OF_CELL = r"(?=[ \t]*[.]?[ \t]*\d?[ \t]*(?:\n|\Z))"
_NUMBER = r"(?:\(?\d(?:\.\d)?[.)]?[ \t]*\n?[ \t]*)?"
_BULLET_ABOVE = re.compile(rf"[{GLYPHS}][ \t]*\n\Z")
_FARTHEST = 900  # characters from one row to the next, with a footnote or a row that cannot be read between


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

    def graded(self, found: Flow, at: tuple[int, int]) -> Graded:
        slug = self.slug(found.text[slice(*at)])
        return Graded(self.scale.slug, slug, found.words(*at), note="" if slug else NOT_JUDGED)


@dataclass(frozen=True)
class Cell:
    """A grade printed for an aspect, in the table or in a heading. Offsets are the flow's."""

    asked: Asked
    grade: str | None
    aspect_at: tuple[int, int]
    grade_at: tuple[int, int]

    @property
    def slug(self) -> str:
        return self.asked.aspect.slug


@dataclass(frozen=True)
class Judgements:
    """What a report judged, what it says twice in different words, and where its table ends in the flow."""

    judged: tuple[Judged, ...]
    overall: Graded | None
    warnings: tuple[Warned, ...]
    start: int
    end: int


def asked(framework: Framework, headings: dict[str, str] | None = None) -> tuple[Asked, ...]:
    """The aspects of a framework, those left out that only ``headings`` can ask for: patterns of the body's headings.

    Without ``headings``, a heading is the name of an aspect, a colon or a verb, and the grade.
    """
    found = []
    for aspect in framework.aspects:
        others = [words for other in framework.aspects if other is not aspect for words in other.wordings]
        own = [words for words in aspect.wordings if not any(other.endswith(words) for other in others)]
        row = either(own)
        joined = rf"{row}[ \t]*(?::|\s(?:is|are)\b\s*:?)?"
        found.append(Asked(aspect, row, joined if headings is None else headings.get(aspect.slug, NEVER)))
    return tuple(found)


def rows(found: Flow, aspects: tuple[Asked, ...], grades: Grades, start: int, until: int) -> list[Cell]:
    """Every row that can be read between two places of the flow, in order; a row inside a longer one is none."""
    cells: list[Cell] = []
    for aspect in aspects:
        pattern = re.compile(
            rf"^[ \t]*{_NUMBER}(?P<aspect>{aspect.row})[ \t]*\d?[.]?\s+(?P<grade>{grades.pattern}){END_OF_CELL}",
            re.IGNORECASE | re.MULTILINE,
        )
        for match in pattern.finditer(found.text, start, until):
            cells.append(Cell(aspect, grades.slug(match["grade"]), match.span("aspect"), match.span("grade")))
    return _outermost(cells)


def headings(found: Flow, aspects: tuple[Asked, ...], grades: Grades, after: int) -> list[Cell]:
    """Headings of the body that give an aspect and its grade, on lines of their own: “Aspect: good”, “Aspect is good”."""
    cells: list[Cell] = []
    for aspect in aspects:
        pattern = re.compile(
            rf"^(?P<aspect>{aspect.heading})[ \t]*\n?[ \t]*(?P<grade>{grades.pattern}){END_OF_CELL}",
            re.IGNORECASE | re.MULTILINE,
        )
        for match in pattern.finditer(found.text, after):
            if not _BULLET_ABOVE.search(found.text, max(0, match.start() - 4), match.start()):
                cells.append(Cell(aspect, grades.slug(match["grade"]), match.span("aspect"), match.span("grade")))
    return _outermost(cells)


def judgements(
    found: Flow, aspects: tuple[Asked, ...], grades: Grades, until: int, start: int = 0, body: bool = True
) -> Judgements:
    """The table before ``until``, checked against the headings of the body after it."""
    run = max(_runs(rows(found, aspects, grades, start, until)), key=len, default=[])
    begin, end = (run[0].aspect_at[0], run[-1].grade_at[1]) if run else (start, start)
    later = headings(found, aspects, grades, end if run else until) if body else []
    judged: list[Judged] = []
    overall: Graded | None = None
    warnings: list[Warned] = []
    for aspect in aspects:
        in_table = [cell for cell in run if cell.asked is aspect]
        in_body = [cell for cell in later if cell.asked is aspect]
        said = in_table + in_body
        if not said:
            continue
        if len({cell.grade for cell in said}) > 1:
            warnings.append(disagreement(found, said))
            continue
        cell = said[0]
        if not in_table:
            warnings.append(
                Warned(
                    "grade-from-heading",
                    f"no row of the judgement table can be read for this; a heading says “{spoken(found, cell)}”",
                    place(found, cell),
                )
            )
        graded = grades.graded(found, cell.grade_at)
        if aspect.aspect.overall:
            overall = graded
        else:
            words = found.words(*cell.aspect_at)
            judged.append(Judged(" ".join(found.text[slice(*cell.aspect_at)].split()), cell.slug, graded, words))
    judged.sort(key=lambda each: each.aspect_words.spans[0].start)
    return Judgements(tuple(judged), overall, tuple(warnings), begin, end)


def disagreement(found: Flow, cells: list[Cell]) -> Warned:
    words = dict.fromkeys(f"“{spoken(found, cell)}”" for cell in cells)
    return Warned(
        "two-grades",
        "the document gives different grades for one judgement, and none is taken: " + " and ".join(words),
        place(found, cells[0]),
    )


def spoken(found: Flow, cell: Cell) -> str:
    return " ".join(found.text[cell.aspect_at[0] : cell.grade_at[1]].split())


def place(found: Flow, cell: Cell) -> Span:
    return found.words(cell.aspect_at[0], cell.grade_at[1]).spans[0]


def _outermost(cells: list[Cell]) -> list[Cell]:
    """In order, without a cell that lies inside a longer one, and each place once."""

    def whole(cell: Cell) -> tuple[int, int]:
        return cell.aspect_at[0], cell.grade_at[1]

    kept: list[Cell] = []
    for cell in sorted(cells, key=lambda cell: (whole(cell)[0], -whole(cell)[1])):
        if kept and whole(cell)[1] <= whole(kept[-1])[1]:
            continue
        kept.append(cell)
    return kept


def _runs(cells: list[Cell]) -> Iterable[list[Cell]]:
    run: list[Cell] = []
    for cell in cells:
        if run and cell.aspect_at[0] - run[-1].grade_at[1] > _FARTHEST:
            yield run
            run = []
        run.append(cell)
    if run:
        yield run
