"""What the pages, the JSON and the CSV are made from: plain frozen objects that never ask the database.

``assembly`` fills them; templates read them; ``objects`` and ``exports`` write them out. One set of
values for every format, so that no two formats can disagree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import quote_plus

from inspections.directions import close_directions
from inspections.text import tidy
from inspections.tidy import GAP
from inspections.web.known import BASES, STANCES, VERIFICATIONS, abolished_since, field_words
from inspections.wording import kind_in_words

ROWS_SHOWN = 50  # of a table, on one page
NEXT_PARAGRAPH = 8  # characters between two paragraphs of one quotation: line breaks, spaces and marks
PARAGRAPH = "\n\n"
_LINE_END = re.compile(r"(?<=\S)[^\S\n]*\n[^\S\n]*(?=[^\s\u2022\u25aa\u25cf\u25e6\uf0b7])")
NOT_PRINTED = "not printed"  # how the note of a date begins that no source prints


@dataclass(frozen=True)
class Link:
    """A name that leads somewhere."""

    text: str
    url: str
    ref: str = ""
    note: str = ""


@dataclass(frozen=True)
class Proof:
    """Words of a source that prove one thing, and where they stand."""

    source: str
    source_slug: str
    source_title: str
    publisher: str
    field: str
    claim: str
    text: str
    start: int | None = None
    end: int | None = None
    page: int | None = None
    sheet: str = ""
    row: int | None = None
    cells: tuple[tuple[str, str], ...] = ()
    lead: str = ""  # the few characters of the source before the words

    @property
    def source_url(self) -> str:
        return f"/sources/{self.source}/{self.source_slug}/"

    @property
    def pieces(self) -> tuple[str, ...]:
        """Words that stood together where they come from: a tidy table hands on several such in one cell."""
        if self.cells and not any(header for header, _ in self.cells):
            return tuple(text for _, text in self.cells)
        return (self.text,)

    @property
    def anchor(self) -> str:
        if self.row is not None:
            return f"r{self.row}"
        return "" if self.start is None else f"p{self.start}-{self.end}"

    @property
    def place(self) -> str:
        """Where in a workbook: "sheet “History”, row 17"."""
        if self.row is None:
            return f"page {self.page}" if self.page else ""
        return f"sheet “{self.sheet}”, row {self.row}" if self.sheet else f"row {self.row}"

    @property
    def url(self) -> str:
        if self.row is not None:
            sheet = f"sheet={quote_plus(self.sheet)}&" if self.sheet else ""
            return f"{self.source_url}?{sheet}row={self.row}#{self.anchor}"
        return f"{self.source_url}#{self.anchor}" if self.anchor else self.source_url

    @property
    def field_words(self) -> str:
        return field_words(self.field)


@dataclass(frozen=True)
class Named:
    """A catalogue entry by slug and name."""

    slug: str
    name: str


@dataclass(frozen=True)
class ServiceCount(Named):
    """A kind of service at an authority, and how many inspections of it are held."""

    inspections: int = 0


@dataclass(frozen=True)
class AuthorityName:
    slug: str
    name: str
    gss: str
    dfe: str

    @property
    def url(self) -> str:
        return f"/authorities/{self.slug}/"


@dataclass(frozen=True)
class ServiceName:
    """The kind of service, and its name as printed when the source gives it one."""

    kind: str
    kind_name: str
    printed: str

    @property
    def name(self) -> str:
        return self.printed or self.kind_name

    @property
    def has_its_own_name(self) -> bool:
        """Whether the source calls it something else than its kind."""
        return bool(self.printed) and tidy(self.printed).text != tidy(self.kind_name).text


@dataclass(frozen=True)
class ProviderName:
    """Who was inspected where it is not the council."""

    id: str
    name: str
    kind: str

    @property
    def register(self) -> str:
        """ "URN 107809"."""
        name, _, number = self.id.partition("-")
        return f"{name.upper()} {number}"

    @property
    def url(self) -> str:
        return f"/inspections/?provider={self.id}"


@dataclass(frozen=True)
class WhenShown:
    """A date as known: its value, its words, and how we know."""

    edtf: str
    earliest: date | None
    latest: date | None
    basis: str
    note: str
    words: str
    proofs: tuple[Proof, ...] = ()

    @property
    def as_printed(self) -> tuple[str, ...]:
        """The date in the words of the sources; none when no source prints it."""
        if self.note.startswith(NOT_PRINTED):
            return ()
        return tuple(dict.fromkeys(proof.text for proof in self.proofs))

    @property
    def basis_words(self) -> str:
        return BASES.get(self.basis, self.basis)


@dataclass(frozen=True)
class Rung:
    """One grade of a scale as the ladder draws it: whole numbers only."""

    y: int
    tone: str
    judged: bool


@dataclass(frozen=True)
class GradeShown:
    """A grade in its place on its scale. ``grade`` is None when the source does not say which."""

    scale: str
    scale_name: str
    scale_kind: str
    grade: str | None
    label: str
    rank: int | None
    of: int
    tone: str
    meaning: str
    as_worded: str
    basis: str
    note: str
    rungs: tuple[Rung, ...] = ()
    proofs: tuple[Proof, ...] = ()

    @property
    def scale_url(self) -> str:
        return f"/scales/{self.scale}/"

    @property
    def height(self) -> int:
        return 7 * self.of + 1

    @property
    def place(self) -> str:
        """Where it stands, for those who do not see the ladder; outcome statements are never numbered."""
        if self.rank is None or self.scale_kind != "grade":
            return ""
        return f"{self.rank} of {self.of} on the scale, where 1 is best"


@dataclass(frozen=True)
class JudgementShown:
    aspect: str
    aspect_slug: str
    overall: bool
    grade: GradeShown

    @property
    def aspect_line(self) -> str:
        """The aspect on one line."""
        return " ".join(self.aspect.split())

    @property
    def proofs(self) -> tuple[Proof, ...]:
        return self.grade.proofs

    @property
    def passages(self) -> tuple[Proof, ...]:
        """Its proofs, each passage once."""
        return one_of_each(self.grade.proofs)


@dataclass(frozen=True)
class SourceName:
    ref: str
    slug: str
    title: str
    publisher: str

    @property
    def url(self) -> str:
        return f"/sources/{self.ref}/{self.slug}/"


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
        return GAP.join(_paragraphs(self.outcome))

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
class Run:
    """A paragraph of somebody's words; ``after_gap``: the source says other things before it."""

    text: str
    after_gap: bool


@dataclass(frozen=True)
class StatementShown:
    """Exact words of somebody, and where they stand."""

    pk: int
    ref: str
    kind: str
    stance: str
    text: str
    in_quotation_marks: bool
    attributed_to: str
    speaker: str
    role: str
    organisation: str
    said: WhenShown | None
    status: str
    verification: str
    source: SourceName
    inspections: tuple[Link, ...]
    proofs: tuple[Proof, ...] = ()
    # where it was compared with its report, and how it differs
    verified: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def verified_url(self) -> str:
        """The passage of the report that it was compared with."""
        if not self.verified:
            return ""
        place = f"{self.verified['start']}-{self.verified['end']}"
        return f"/sources/{self.verified['source']}/{self.verified['slug']}/?words={place}#p{place}"

    @property
    def url(self) -> str:
        return f"/statements/{self.ref}/"

    @property
    def words(self) -> tuple[Proof, ...]:
        """The proofs of the words themselves, in reading order."""
        return tuple(proof for proof in self.proofs if proof.field == "text")

    @property
    def runs(self) -> tuple[Run, ...]:
        """The words paragraph by paragraph; what the source says between them is never passed over in silence."""
        return join_runs(self.words) or tuple(Run(paragraph, False) for paragraph in _paragraphs(self.text))

    @property
    def parts(self) -> tuple[str, ...]:
        """Each run of words that stands together in the source, exactly as it stands."""
        parts = tuple(PARAGRAPH.join(proof.text for proof in run) for run in adjacent(self.words))
        return parts if len(parts) > 1 else (self.text,)

    @property
    def text_with_gaps(self) -> str:
        """The words with a mark wherever the source says other things between them."""
        return GAP.join(self.parts)

    @property
    def first_run(self) -> tuple[Run, ...]:
        return self.runs[:1]

    @property
    def in_one_line(self) -> str:
        return " ".join(f"[…] {run.text}" if run.after_gap else run.text for run in self.runs)

    @property
    def proof(self) -> Proof | None:
        return next(iter(self.words), None) or next(iter(self.proofs), None)

    @property
    def withdrawn(self) -> bool:
        return self.status == "withdrawn"

    @property
    def stance_words(self) -> str:
        return STANCES.get(self.stance, "")

    @property
    def verification_words(self) -> str:
        """How the words compare with their report; the report's own words need no comparing."""
        own_words = self.verification == "exact" and not self.in_quotation_marks
        return "" if own_words else VERIFICATIONS.get(self.verification, "")

    @property
    def who(self) -> str:
        """Who spoke, as far as the source says."""
        if self.speaker:
            return self.speaker
        if self.role:
            return self.role[:1].upper() + self.role[1:]
        return self.organisation or "speaker not stated"

    @property
    def is_anonymous(self) -> bool:
        return not (self.speaker or self.role or self.organisation)

    @property
    def who_more(self) -> str:
        parts = [self.role if self.speaker else "", self.organisation if self.organisation != self.who else ""]
        return ", ".join(close_directions(part) for part in parts if part)


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


def join_lines(text: str) -> str:
    """The lines of each paragraph in one, as a page shows them; paragraphs and bullets keep their breaks."""
    return _LINE_END.sub(" ", text)


def _paragraphs(text: str) -> list[str]:
    return [paragraph.strip() for paragraph in text.replace("\r\n", "\n").split("\n\n") if paragraph.strip()]


def join_runs(proofs: Iterable[Proof]) -> tuple[Run, ...]:
    """Quoted passages of one source, paragraph by paragraph, each gap between them known."""
    runs: list[Run] = []
    for together in adjacent(proofs):
        gap = bool(runs)
        for proof in together:
            for number, piece in enumerate(proof.pieces):
                gap = gap or number > 0
                for paragraph in _paragraphs(piece):
                    runs.append(Run(paragraph, gap))
                    gap = False
    return tuple(runs)


def outcome_runs(outcome: str, proofs: Iterable[Proof]) -> tuple[Run, ...]:
    """The outcome as the source that it is quoted from has it, each gap marked."""
    by_source: dict[str, list[Proof]] = defaultdict(list)
    for proof in proofs:
        by_source[proof.source].append(proof)
    for quoted in by_source.values():
        runs = join_runs(sorted(one_of_each(quoted), key=lambda proof: proof.start or 0))
        if [run.text for run in runs] == _paragraphs(outcome):
            return runs
    return tuple(Run(paragraph, number > 0) for number, paragraph in enumerate(_paragraphs(outcome)))


def outcome_parts(outcome: str, proofs: Iterable[Proof]) -> tuple[str, ...]:
    """Each run of the outcome's words that stands together in the source."""
    parts: list[str] = []
    for run in outcome_runs(outcome, proofs):
        if parts and not run.after_gap:
            parts[-1] += PARAGRAPH + run.text
        else:
            parts.append(run.text)
    return tuple(parts) if len(parts) > 1 else (outcome,) if outcome else ()


def adjacent(proofs: Iterable[Proof]) -> tuple[tuple[Proof, ...], ...]:
    """Passages of one source, those together between which it has nothing but breaks and marks."""
    found: list[list[Proof]] = []
    for proof in proofs:
        if found and _follows(found[-1][-1], proof):
            found[-1].append(proof)
        else:
            found.append([proof])
    return tuple(map(tuple, found))


def _follows(before: Proof, proof: Proof) -> bool:
    apart = (proof.start or 0) - (before.end or 0)
    between = proof.lead[len(proof.lead) - apart :] if 0 < apart <= len(proof.lead) else ""
    return 0 <= apart <= NEXT_PARAGRAPH and not any(char.isalnum() for char in between)


def one_of_each(proofs: Iterable[Proof]) -> tuple[Proof, ...]:
    """The first proof of each passage."""
    found: dict[str, Proof] = {}
    for proof in proofs:
        found.setdefault(proof.url, proof)
    return tuple(found.values())


def join_names(names: Iterable[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    listed = list(names)
    return " and ".join(filter(None, [", ".join(listed[:-1]), listed[-1]])) if listed else ""
