"""Counts over the whole country: by scale and grade, by region and year, and by inspectorate and year.

A number is the size of the set that the list at its address shows, cut from the same sets by the same rules:
any judgement counts, overall or of one aspect, and a date that may be of several years counts under each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pyroaring import BitMap

from inspections.membership import Membership
from inspections.querysets import PROVIDERS_ONLY
from inspections.web.edition import held_by_edition
from inspections.web.filters import InspectionQuestion
from inspections.web.known import inspectorate_name, the_catalogue
from inspections.web.ladder import place_grade
from inspections.web.question import pair
from inspections.web.selection import the_membership
from inspections.web.shown.grades import GradeShown

NO_YEAR, WHOLE, ENGLAND = "year not stated", "All years", "England"
MOST_KEPT = 16  # questions whose counts are kept for each edition, about a megabyte each
NO_GRADE, ANY, ANY_NAMED = "Not stated", "Any", "Any or none named"


class CountsQuestion(InspectionQuestion):
    """Counts of every service or of one, of the councils' own or of their providers too."""

    page = q = authority = region = inspectorate = kind = scale = grade = None
    year = year_from = year_to = provider = sort = None


class Number(NamedTuple):
    """How many, and the list of just these; no address where the list cannot be asked for them."""

    many: int
    url: str
    label: str  # of its column


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
class YearCounts:
    """Inspections by inspectorate and year: the councils' own, or their providers'."""

    whose: str  # own, providers
    columns: tuple[tuple[str, str], ...]  # slug, name
    lines: tuple[Line, ...]
    total: Line


def list_url(asked: Mapping[str, str | None]) -> str:
    """The list of inspections that a number counts."""
    given = [pair(name, value) for name, value in asked.items() if value]
    return f"/inspections/?{'&'.join(given)}" if given else "/inspections/"


@held_by_edition
def _counted() -> dict[Any, tuple[ScaleCounts, ...]]:
    return {}


def count_scales(question: CountsQuestion) -> tuple[ScaleCounts, ...]:
    """Every scale that anything asked for was judged on; kept for whoever asks the same of an edition."""
    kept, key = _counted(), tuple((name, tuple(values)) for name, values in question.given().items())
    if key not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[key] = _count_scales(question)
    return kept[key]


def _count_scales(question: CountsQuestion) -> tuple[ScaleCounts, ...]:
    membership, among = the_membership(), question.rows().places
    asked = {name: values[0] for name, values in question.given().items()}
    counted = (_Scale(membership, among, slug, asked) for slug in the_catalogue().scales)
    return tuple(each.count() for each in counted if each.judged)


class _Scale:
    """The sets of one scale, and the lines they give."""

    def __init__(self, membership: Membership, among: BitMap, slug: str, asked: dict[str, str]) -> None:
        self.membership, self.slug, self.asked = membership, slug, asked
        self.judged = among & membership.of("scale", slug)
        grades = [grade.slug for grade in the_catalogue().scales[slug].grades]
        graded = {grade: among & membership.of("grade", f"{slug}:{grade}") for grade in (*grades, "")}
        self.graded = {grade: places for grade, places in graded.items() if grade or places}

    def count(self) -> ScaleCounts:
        scale = the_catalogue().scales[self.slug]
        everywhere, years = self.judged, self.membership.sets.get("year", {})
        regions = self.membership.sets.get("region", {})
        named = sorted(filter(None, years), reverse=True)
        return ScaleCounts(
            slug=self.slug,
            name=scale.name,
            compare=scale.compare,
            columns=tuple(self.column(slug) for slug in self.graded),
            england=self.line(ENGLAND, everywhere, {}),
            regions=self.lines([(region, regions[region], {"region": region}) for region in sorted(regions)]),
            years=self.lines([(year or NO_YEAR, years[year], {"year": year}) for year in (*named, *self.yearless())]),
        )

    def yearless(self) -> tuple[str, ...]:
        return ("",) if "" in self.membership.sets.get("year", {}) else ()

    def column(self, slug: str) -> GradeColumn:
        grade = place_grade(self.slug, slug) if slug else None
        return GradeColumn(slug, grade.label if grade else NO_GRADE, grade)

    def lines(self, places: Sequence[tuple[str, BitMap, dict[str, str]]]) -> tuple[Line, ...]:
        lines = (self.line(name, where, asked) for name, where, asked in places)
        return tuple(line for line in lines if line.total.many)

    def line(self, name: str, where: BitMap, asked: dict[str, str]) -> Line:
        """A line's numbers; those without a year, and those without a grade, are no question the list knows."""
        askable = all(asked.values())
        numbers = (
            Number(
                places.intersection_cardinality(where),
                list_url({"grade": f"{self.slug}:{slug}", **asked, **self.asked}) if slug and askable else "",
                self.column(slug).label,
            )
            for slug, places in self.graded.items()
        )
        url = list_url({"scale": self.slug, **asked, **self.asked}) if askable else ""
        return Line(name, tuple(numbers), Number(self.judged.intersection_cardinality(where), url, ANY))


@held_by_edition
def count_coverage() -> tuple[YearCounts, ...]:
    """The councils' own services, and their providers where any is held."""
    membership = the_membership()
    providers = membership.everything - membership.own
    own = _count_years("own", membership, membership.own, {})
    return (
        (own, _count_years("providers", membership, providers, {"providers": PROVIDERS_ONLY})) if providers else (own,)
    )


def _count_years(whose: str, membership: Membership, among: BitMap, asked: dict[str, str]) -> YearCounts:
    held = {slug: among & membership.of("inspectorate", slug) for slug in the_catalogue().inspectorates}
    columns = [(slug, inspectorate_name(slug)) for slug, places in held.items() if places]
    years = membership.count("year", among)
    span = [int(year) for year in years if year]
    named = [str(year) for year in range(max(span), min(span) - 1, -1)] if span else []

    def line(name: str, where: BitMap, when: dict[str, str]) -> Line:
        askable = all(when.values())
        numbers = (
            Number(
                held[slug].intersection_cardinality(where),
                list_url({"inspectorate": slug, **when, **asked}) if askable else "",
                label,
            )
            for slug, label in columns
        )
        many = among.intersection_cardinality(where)
        return Line(name, tuple(numbers), Number(many, list_url({**when, **asked}) if askable else "", ANY_NAMED))

    lines = [
        line(year or NO_YEAR, membership.of("year", year), {"year": year}) for year in (*named, *({""} & set(years)))
    ]
    return YearCounts(whose, tuple(columns), tuple(lines), line(WHOLE, among, {}))
