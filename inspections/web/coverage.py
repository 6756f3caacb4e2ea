"""What the record covers, in numbers: said on the front page and wherever nothing was found."""

from __future__ import annotations

from dataclasses import dataclass

from inspections.membership import FROM_YEAR, TO_YEAR
from inspections.models import Source, Statement
from inspections.web.edition import held_by_edition
from inspections.web.selection import the_membership
from inspections.web.shown import Link, join_names
from inspections.web.table_pages import left_out

LEFT_SHOWN = 12


@dataclass(frozen=True)
class Coverage:
    own: int  # inspections of the councils' own services, each number that of the list its link leads to
    providers: int  # of schools, colleges and other providers
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


@dataclass(frozen=True)
class TableRead:
    """A held table, and what was not taken of it."""

    link: Link
    file: str
    left: tuple[str, ...]
    more: int


def tables_read() -> tuple[TableRead, ...]:
    """One query."""
    return tuple(
        TableRead(
            Link(row["title"], f"/sources/{row['ref']}/{row['slug']}/", row["ref"]),
            row["file"],
            left_out(row["warnings"], LEFT_SHOWN),
            max(0, len(row["warnings"]) - LEFT_SHOWN),
        )
        for row in Source.objects.tables()
    )


@held_by_edition
def describe_coverage() -> Coverage:
    """Two queries, once for each edition."""
    membership = the_membership()
    publishers = tuple(Source.objects.publishers())
    return Coverage(
        own=len(membership.own),
        providers=len(membership.providers),
        authorities=len(membership.sets.get("authority", {})),
        statements=Statement.objects.count(),
        sources=sum(many for _, many in publishers),
        first_year=min(map(int, membership.sets.get(FROM_YEAR, {})), default=None),
        last_year=max(map(int, membership.sets.get(TO_YEAR, {})), default=None),
        publishers=tuple((name, many) for name, many in publishers if name),
    )
