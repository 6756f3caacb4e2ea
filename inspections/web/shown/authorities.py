"""An authority as a list shows it, and with its history."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from inspections.web.shown import Link, ServiceCount
from inspections.web.shown.inspections import InspectionRow


@dataclass(frozen=True)
class AuthorityRow:
    pk: int
    slug: str
    name: str
    official_name: str
    other_names: tuple[str, ...]
    gss: str
    gss_codes: tuple[tuple[str, str | None, str | None], ...]
    dfe: str
    kind: str
    region: str
    opened: date | None
    closed: date | None
    inspections: int = 0
    services: tuple[ServiceCount, ...] = ()  # the council's own
    provided: tuple[ServiceCount, ...] = ()  # by schools, colleges and other providers of its area

    @property
    def provided_inspections(self) -> int:
        return sum(each.inspections for each in self.provided)

    @property
    def url(self) -> str:
        return f"/authorities/{self.slug}/"


@dataclass(frozen=True)
class AuthorityWhole(AuthorityRow):
    predecessors: tuple[Link, ...] = ()
    successors: tuple[Link, ...] = ()
    history: tuple[InspectionRow, ...] = field(default=())
