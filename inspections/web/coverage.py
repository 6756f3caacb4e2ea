"""What the record covers, in numbers: said on the front page and wherever nothing was found."""

from __future__ import annotations

from dataclasses import dataclass

from inspections.models import Authority, Inspection, Source, Statement
from inspections.web.shown import join_names


@dataclass(frozen=True)
class Coverage:
    inspections: int
    authorities: int
    statements: int
    sources: int
    first_year: int | None
    last_year: int | None
    publishers: tuple[tuple[str, int], ...]

    @property
    def years(self) -> str:
        if self.first_year is None:
            return "years not stated"
        return str(self.first_year) if self.first_year == self.last_year else f"{self.first_year} to {self.last_year}"

    @property
    def publisher_names(self) -> str:
        return join_names(name for name, _ in self.publishers)


def describe_coverage() -> Coverage:
    """Four queries."""
    span = Inspection.objects.span_of_years()
    publishers = tuple(Source.objects.publishers())
    return Coverage(
        inspections=span["count"],
        authorities=Authority.objects.with_inspections().count(),
        statements=Statement.objects.count(),
        sources=sum(many for _, many in publishers),
        first_year=span["first"],
        last_year=span["last"],
        publishers=tuple((name, many) for name, many in publishers if name),
    )
