"""Counts over the whole country: by scale and grade, by region and year, and by inspectorate and year.

A number is the number of inspections that the list gives at its address, by the list's own rules: any
judgement counts, overall or of one aspect, and a date that may be of several years counts under each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from inspections import national_questions as ask
from inspections.models import Inspection
from inspections.web.facets import years_meant
from inspections.web.filters import Question, of_choice, service_choices
from inspections.web.known import inspectorate_name, the_catalogue
from inspections.web.ladder import place_grade
from inspections.web.shown import GradeShown

NO_YEAR = "year not stated"
NO_GRADE, ANY, ANY_NAMED = "Not stated", "Any", "Any or none named"
Numbers = Mapping[tuple[str, ...], int]


class CountsQuestion(Question):
    """Counts of every service, or of one."""

    page = None
    service = of_choice("of_service", service_choices)

    class Meta:
        model = Inspection
        fields: list[str] = []


@dataclass(frozen=True)
class Number:
    """How many, and the list of just these; no address where the list cannot be asked for them."""

    many: int
    url: str
    label: str = ""  # of its column


@dataclass(frozen=True)
class Line:
    """A line of a table of counts, with its total last."""

    name: str
    numbers: tuple[Number, ...]
    total: Number


@dataclass(frozen=True)
class GradeColumn:
    slug: str  # "": judged, and the source does not say which grade
    label: str
    grade: GradeShown | None


@dataclass(frozen=True)
class ScaleCounts:
    """All judgements on one scale."""

    slug: str
    name: str
    compare: str
    columns: tuple[GradeColumn, ...]
    england: Line
    regions: tuple[Line, ...]
    years: tuple[Line, ...]

    @property
    def url(self) -> str:
        return f"/scales/{self.slug}/"


@dataclass(frozen=True)
class Tables:
    """A table with its columns named and its lines."""

    columns: tuple[tuple[str, str], ...]  # slug, name
    lines: tuple[Line, ...]
    total: Line


def list_url(**asked: str | None) -> str:
    """The list of inspections that a number counts."""
    given = [(name, value) for name, value in asked.items() if value]
    return f"/inspections/?{urlencode(given)}" if given else "/inspections/"


def count_scales(question: Question) -> tuple[ScaleCounts, ...]:
    """Six queries, whatever the record holds."""
    rows, service = question.rows(), question.value("service")
    years = rows.with_possible_years()
    graded = _numbers(ask.count_inspections(rows, *ask.GRADE))
    judged = _numbers(ask.count_inspections(rows, ask.GRADE[0]))
    graded_there = _numbers(ask.count_inspections(rows, *ask.GRADE, ask.REGION))
    judged_there = _numbers(ask.count_inspections(rows, ask.GRADE[0], ask.REGION))
    graded_then = _by_year(ask.count_inspections(years, *ask.GRADE, *ask.YEARS))
    judged_then = _by_year(ask.count_inspections(years, ask.GRADE[0], *ask.YEARS))
    found = []
    for scale in the_catalogue().scales.values():
        if (scale.slug,) not in judged:
            continue
        slugs = [g.slug for g in scale.grades] + ([""] if (scale.slug, "") in graded else [])

        line = partial(_line, scale.slug, slugs, service)
        regions = sorted({key[1] for key in judged_there if key[0] == scale.slug and key[1]})
        named = sorted({key[1] for key in judged_then if key[0] == scale.slug}, reverse=True)
        found.append(
            ScaleCounts(
                slug=scale.slug,
                name=scale.name,
                compare=scale.compare,
                columns=tuple(_column(scale.slug, slug) for slug in slugs),
                england=line("England", graded, judged),
                regions=tuple(line(r, graded_there, judged_there, r, region=r) for r in regions),
                years=tuple(line(y or NO_YEAR, graded_then, judged_then, y, year=y) for y in named),
            )
        )
    return tuple(found)


def _column(scale: str, slug: str) -> GradeColumn:
    if not slug:
        return GradeColumn("", NO_GRADE, None)
    grade = place_grade(scale, slug)
    return GradeColumn(slug, grade.label, grade)


def _line(
    scale: str,
    grades: Sequence[str],
    service: str | None,
    name: str,
    graded: Numbers,
    judged: Numbers,
    *place: str,
    **asked: str,
) -> Line:
    """A line's numbers; those without a year, and those without a grade, are no question the list knows."""
    askable = "" not in place
    labels = {grade.slug: grade.label for grade in the_catalogue().scales[scale].grades}
    numbers = (
        Number(
            graded.get((scale, slug, *place), 0),
            list_url(grade=f"{scale}:{slug}", service=service, **asked) if slug and askable else "",
            labels.get(slug, NO_GRADE),
        )
        for slug in grades
    )
    total = Number(
        judged.get((scale, *place), 0), list_url(scale=scale, service=service, **asked) if askable else "", ANY
    )
    return Line(name, tuple(numbers), total)


def _numbers(counted: Iterable[tuple[Any, ...]]) -> dict[tuple[str, ...], int]:
    return {tuple(part or "" for part in row[:-1]): row[-1] for row in counted if row[0] is not None}


def _by_year(counted: Iterable[tuple[Any, ...]]) -> dict[tuple[str, ...], int]:
    """Counts whose last two values are a first and last year, under every year meant; "" for none."""
    found: dict[tuple[str, ...], int] = defaultdict(int)
    for *key, first, last, many in counted:
        if key and key[0] is None:
            continue
        for year in map(str, years_meant(first or "", last or "")) if first or last else ("",):
            found[(*(part or "" for part in key), year)] += many
    return found


def count_coverage() -> Tables:
    """How many inspections each inspectorate and year has here: four queries."""
    every = Inspection.objects.in_order("newest")
    years = every.with_possible_years()
    there = _by_year(ask.count_inspections(years, "by__inspectorate", *ask.YEARS))
    all_years = _by_year(ask.count_inspections(years, *ask.YEARS))
    whole = _numbers(ask.count_inspections(every, "by__inspectorate"))
    columns = [(slug, inspectorate_name(slug)) for slug in the_catalogue().inspectorates if (slug,) in whole]
    span = [int(year) for (year,) in all_years if year]
    named = [str(year) for year in range(max(span), min(span) - 1, -1)] if span else []
    lines = []
    for year in [*named, *([""] if ("",) in all_years else [])]:
        asked = {"year": year}
        numbers = tuple(
            Number(there.get((slug, year), 0), list_url(inspectorate=slug, **asked) if year else "", name)
            for slug, name in columns
        )
        total = Number(all_years.get((year,), 0), list_url(**asked) if year else "", ANY_NAMED)
        lines.append(Line(year or NO_YEAR, numbers, total))
    total = Line(
        "All years",
        tuple(Number(whole[(slug,)], list_url(inspectorate=slug), name) for slug, name in columns),
        Number(every.count(), list_url(), ANY_NAMED),
    )
    return Tables(tuple(columns), tuple(lines), total)
