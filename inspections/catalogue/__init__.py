"""Who inspects what, on which scale, and which authorities exist: facts in TOML and CSV.

Everything here is data checked once at load. A new inspectorate, framework or scale is a new
entry in one TOML file; no Python changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """Years or days in use, both ends inclusive; None: open."""

    since: date | None
    until: date | None

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def overlaps(self, earliest: date, latest: date) -> bool:
        return (self.since is None or self.since <= latest) and (self.until is None or earliest <= self.until)


@dataclass(frozen=True)
class Grade:
    """One rung. ``rank`` 1 is best. ``wordings`` are all the ways sources print it, label included, lower case."""

    slug: str
    label: str
    rank: int
    meaning: str
    wordings: tuple[str, ...]
    number: int | None = None  # the number printed beside it, where the scale has numbers
    tone: str = ""  # best, good, weak, worst, none: which of the five tones draws it


@dataclass(frozen=True)
class Scale:
    """Grades best first, with when and where they were used."""

    slug: str
    name: str
    inspectorate: str
    kind: str  # "grade", "outcome" (statements, never numbered), "progress", "met"
    grades: tuple[Grade, ...]
    used: Period
    about: str  # what it is, one or two sentences
    direction: str  # "best first; printed numbers run 4 (best) to 1"
    compare: str  # what it must not be compared with
    replaced_by: str | None
    source: str  # an address
    reserved: bool = False  # True where domain.md marks it unconfirmed

    def grade(self, slug: str) -> Grade: ...


@dataclass(frozen=True)
class Aspect:
    slug: str
    label: str
    wordings: tuple[str, ...]
    used: Period
    overall: bool = False


@dataclass(frozen=True)
class Framework:
    slug: str
    name: str
    inspectorates: tuple[str, ...]
    services: tuple[str, ...]
    kinds: tuple[str, ...]
    scales: tuple[str, ...]  # first is the one grades without further sign are on
    aspects: tuple[Aspect, ...]
    used: Period
    overall: str  # "yes", "never" (ungraded by design or no single overall)
    overall_until: date | None  # last inspection day with an overall grade, where it was abolished
    cycle: str
    source: str
    names: tuple[str, ...] = ()  # what sources call it


@dataclass(frozen=True)
class Inspectorate:
    slug: str
    name: str
    short: str
    names: tuple[str, ...]  # as sources write it, misspellings excluded
    used: Period
    url: str
    predecessor: str | None = None


@dataclass(frozen=True)
class ServiceKind:
    slug: str
    name: str
    names: tuple[str, ...]  # as sources write it, longest first
    parent: str | None  # "fostering" is part of "childrens-services"
    setting: bool = False  # schools, homes, colleges: never a council's own service


@dataclass(frozen=True)
class Authority:
    slug: str
    gss: str  # the newest code
    gss_codes: tuple[tuple[str, date | None, date | None], ...]  # code, from, to
    dfe: str
    name: str  # "Stockport"
    official_name: str  # "Stockport Metropolitan Borough Council"
    other_names: tuple[str, ...]
    kind: str
    region: str
    opened: date | None
    closed: date | None
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]


@dataclass(frozen=True)
class Gap:
    """A named pause in inspection or publication."""

    slug: str
    name: str
    since: date
    until: date | None
    source: str


@dataclass(frozen=True)
class Catalogue:
    inspectorates: dict[str, Inspectorate]
    frameworks: dict[str, Framework]
    scales: dict[str, Scale]
    services: dict[str, ServiceKind]
    authorities: dict[str, Authority]
    gaps: tuple[Gap, ...]


def load() -> Catalogue: ...
