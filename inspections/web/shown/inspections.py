"""An inspection as a list shows it, and with everything the record holds about it."""

from __future__ import annotations

from dataclasses import dataclass

from inspections.directions import close_directions
from inspections.tidy import GAP
from inspections.web.known import abolished_since, field_words
from inspections.web.shown import AuthorityName, Link, Named, ProviderName, ServiceName, SourceName, join_names
from inspections.web.shown.dates import WhenShown
from inspections.web.shown.grades import GradeShown, JudgementShown
from inspections.web.shown.paragraphs import Run, outcome_parts, outcome_runs, paragraphs_of
from inspections.web.shown.proofs import Proof
from inspections.web.shown.statements import StatementShown
from inspections.wording import kind_in_words


@dataclass(frozen=True)
class InspectionRow:
    """An inspection as a list shows it."""

    pk: int
    ref: str
    slug: str
    title: str
    authorities: tuple[AuthorityName, ...]
    service: ServiceName
    inspectorates: tuple[Named, ...]
    kind: str
    kind_words: str
    framework: Named | None
    framework_basis: str
    inspected: WhenShown | None
    published: WhenShown | None
    judgements: tuple[JudgementShown, ...]
    overall_absent: str
    outcome: str
    provider: ProviderName | None = None  # None: the council's own service

    @property
    def what(self) -> str:
        """Who or what was inspected: a provider by its name, else the kind of service."""
        return self.provider.name if self.provider else self.service.kind_name

    @property
    def outcome_line(self) -> str:
        """The outcome on one line; passages that stand apart in the source stay apart."""
        return GAP.join(paragraphs_of(self.outcome))

    @property
    def url(self) -> str:
        return f"/inspections/{self.ref}/{self.slug}/"

    @property
    def overalls(self) -> tuple[GradeShown, ...]:
        """The overall grade; more than one where sources disagree."""
        return tuple(j.grade for j in self.judgements if j.overall)

    @property
    def overall(self) -> GradeShown | None:
        """The overall grade that the sources agree on: neither of two wins silently."""
        return self.overalls[0] if len(self.overalls) == 1 else None

    @property
    def graded_aspects(self) -> tuple[JudgementShown, ...]:
        return tuple(j for j in self.aspects if j.grade.grade)

    @property
    def aspects(self) -> tuple[JudgementShown, ...]:
        return tuple(j for j in self.judgements if not j.overall)

    @property
    def when(self) -> WhenShown | None:
        """What a list shows: when it was inspected, or published when that is not stated."""
        return self.inspected or self.published

    @property
    def year_from_publication(self) -> bool:
        """Whether the year filter has only the publication to go by."""
        return (self.inspected is None or self.inspected.earliest is None) and self.published is not None

    @property
    def when_label(self) -> str:
        return "inspected" if self.inspected else "published"

    @property
    def kind_name(self) -> str:
        """As a heading says it: a kind that is not stated is an inspection all the same."""
        return kind_in_words(self.kind)

    @property
    def authority_names(self) -> str:
        return join_names(a.name for a in self.authorities)

    @property
    def inspectorate_names(self) -> str:
        return join_names(i.name for i in self.inspectorates)

    @property
    def absent_words(self) -> str:
        """Why there is no overall grade, in words."""
        if self.overall_absent == "ungraded by design" and self.graded_aspects:
            return "No overall grade: each aspect is judged by itself"
        if self.overall_absent == "ungraded by design":
            return "No grade: none is given at an inspection of this kind"
        if self.overall_absent == "abolished":
            since = abolished_since(self.framework.slug if self.framework else "")
            return f"No overall judgement (abolished{f' {since}' if since else ''})"
        return "Overall grade not stated"


@dataclass(frozen=True)
class Claimed:
    """One of several values that sources give for the same thing."""

    value: str
    words: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True)
class Disputed:
    field: str
    aspect: str
    values: tuple[Claimed, ...]

    @property
    def field_words(self) -> str:
        return f"{close_directions(self.aspect)}: {field_words(self.field)}" if self.aspect else field_words(self.field)


@dataclass(frozen=True)
class InspectionWhole(InspectionRow):
    """An inspection with everything the record holds about it."""

    findings: tuple[StatementShown, ...] = ()
    statements: tuple[StatementShown, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    follows: Link | None = None
    next_due: WhenShown | None = None
    sources: tuple[SourceName, ...] = ()
    disputed: tuple[Disputed, ...] = ()
    candidates: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    is_linked: bool = False  # a source says that it came after another, or another after it

    @property
    def disputed_fields(self) -> frozenset[str]:
        return frozenset(dispute.field for dispute in self.disputed)

    def in_dispute(self, field: str) -> str:
        """Every value that the sources give for a field on which they disagree; "" where they do not."""
        values = (claimed.words for dispute in self.disputed if dispute.field == field for claimed in dispute.values)
        return " or ".join(dict.fromkeys(values))

    def proofs_of(self, *fields: str) -> tuple[Proof, ...]:
        return tuple(proof for proof in self.proofs if proof.field in fields)

    @property
    def outcome_runs(self) -> tuple[Run, ...]:
        return outcome_runs(self.outcome, self.proofs_of("outcome"))

    @property
    def outcome_parts(self) -> tuple[str, ...]:
        return outcome_parts(self.outcome, self.proofs_of("outcome"))

    @property
    def not_stated(self) -> tuple[str, ...]:
        """Names of the fields that no source states."""
        missing = {
            "authorities": not self.authorities,
            "inspectorates": not self.inspectorates,
            "kind": self.kind == "unstated",
            "framework": self.framework is None,
            "inspected": self.inspected is None,
            "inspected.year": self.inspected is not None and self.inspected.earliest is None,
            "published": self.published is None,
            "overall": self.overall_absent == "not stated" or (self.overall is not None and self.overall.grade is None),
            "judgements.grade": any(j.grade.grade is None for j in self.aspects),
        }
        return tuple(name for name, is_missing in missing.items() if is_missing)
