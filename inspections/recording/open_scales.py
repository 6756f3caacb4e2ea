"""Reports of the weeks when one scale took the place of another: the day of their visit says on which scale they are.

A table that gives only the day of publication prints a number, and which of two scales it is on stays open. Where
another source gives the first day of the one visit that such a report can be of, and every number that both give stands
in the same place on its scale, the report's grades stand on the visit's scale. Whether they are one event is then
decided as ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from inspections.catalogue import load
from inspections.catalogue.types import Scale
from inspections.reading.facts import Graded, InspectionFact
from inspections.reading.skills import OPEN
from inspections.recording.fitting import first_day, is_out_in_time
from inspections.wording import when_in_words


def is_open(fact: InspectionFact) -> bool:
    """Is it a report whose scale the source leaves open?"""
    return fact.inspected is None and fact.published is not None and OPEN in fact.notes


def settle(report: InspectionFact, others: Sequence[InspectionFact]) -> InspectionFact:
    """The report on the scale of the one visit among these that it can be of; as it is where none or several fit."""
    out = first_day(report.published)
    visits = []
    for other in others:
        day = first_day(other.inspected)
        if out and day and other.published is None and is_out_in_time(day, out) and _agree(other, report):
            visits.append(other)
    if len(visits) != 1:
        return report
    visit = visits[0]
    assert visit.overall and visit.inspected
    scale = load().scales[visit.overall.scale]
    since = when_in_words(visit.inspected.edtf)

    def placed(graded: Graded) -> Graded:
        number = _number(graded)
        if graded.grade or number is None:
            return graded
        grade = scale.grades[number - 1]
        note = f"the table prints “{number}”, which is “{grade.label}” on the scale of the visit {since}"
        return replace(graded, scale=scale.slug, grade=grade.slug, basis="derived", note=note)

    return replace(
        report,
        overall=placed(report.overall) if report.overall else None,
        judgements=tuple(replace(judged, grade=placed(judged.grade)) for judged in report.judgements),
        notes=tuple(note for note in report.notes if note != OPEN),
    )


def _agree(visit: InspectionFact, report: InspectionFact) -> bool:
    """Do both give an overall grade, and every grade that both give in the same place of a scale of as many?"""
    if not (visit.overall and report.overall and visit.overall.grade and _number(report.overall)):
        return False
    said = {judged.aspect_slug: judged.grade for judged in visit.judgements}
    pairs = [(visit.overall, report.overall)]
    pairs += [(said[each.aspect_slug], each.grade) for each in report.judgements if each.aspect_slug in said]
    return all(_same_place(one, other) for one, other in pairs)


def _same_place(one: Graded, other: Graded) -> bool:
    scales = load().scales
    number = _number(other)
    if number is None or not one.grade or other.grade:
        return one.grade is None or (one.scale, one.grade) == (other.scale, other.grade)
    return _alike(scales[one.scale], scales[other.scale]) and scales[one.scale].grade(one.grade).rank == number


def _alike(one: Scale, other: Scale) -> bool:
    return one.kind == other.kind == "grade" and len(one.grades) == len(other.grades)


def _number(graded: Graded) -> int | None:
    """The number that a table prints for a grade, where it is one of its scale's places."""
    cells = graded.words.rows[0].cells if graded.words.rows else ()
    text = cells[0][1] if len(cells) == 1 else ""
    if not (text.isascii() and text.isdigit()):
        return None
    return int(text) if 0 < int(text) <= len(load().scales[graded.scale].grades) else None
