"""Everything a source can say, as frozen values that each point at the words that prove them.

A fact never carries a value without evidence. Offsets are half-open, in characters of the held
text (``Held.text``); a fact from a table points at sheet, row and cells instead.
What a text does not say stays ``None``: silence is an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from inspections.text import Span

Basis = Literal["stated", "derived", "candidates"]
InspectionKind = Literal[
    "full",
    "short",
    "focused-visit",
    "monitoring-visit",
    "revisit",
    "annual-assessment",
    "school-improvement",
    "joint-targeted",
    "joint-area-review",
    "unannounced",
    "interim-visit",
    "thematic",
    "ungraded",
    "unstated",
]
KIND_WORKED_OUT = "The kind is worked out"  # how a note on it begins
StatementKind = Literal["finding", "response", "comment", "withdrawal"]
Stance = Literal["strength", "improve", "priority", "other"]


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What the text cannot say about itself, written by an editor in ``<name>.toml``."""

    title: str | None = None  # only for a source whose text prints none, as many tables do
    publisher: str | None = None
    publisher_kind: str | None = None  # council, inspectorate, party, local-area, news, parliament, other
    licence: str | None = None
    licence_url: str | None = None
    received: date | None = None
    published: str | None = None  # EDTF; only for a source whose text prints no date: always shown as derived
    url: str | None = None
    archived_url: str | None = None
    oddities: tuple[Oddity, ...] = ()


@dataclass(frozen=True, slots=True)
class Oddity:
    """A reviewed peculiarity of one source: its words stand in the text, and why they are accepted."""

    words: str
    reason: str
    code: str = ""  # the warning it answers, for example "unknown-name"
    means: str = ""  # for a misspelt name: the name the catalogue knows


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a PDF in the held text: ``number`` counts from 1, as a viewer's ``#page=`` does."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Held:
    """A source as held: the text every span counts in, and where it came from."""

    name: str  # the file's name as imported; a source keeps its identity by this name
    media_type: str  # text/plain, text/html, application/pdf, text/csv ...
    sha256: str  # of the original bytes
    text: str  # decoded UTF-8, exactly as received or as taken from the page; CRLF and BOM kept
    sidecar: Sidecar = field(default_factory=Sidecar)
    pages: tuple[Page, ...] = ()
    hidden: tuple[str, ...] = ()  # sheets that the workbook hides from its readers: not held, only named
    packed: bytes = b""  # of a table too long to be held as text: its text as ``packing`` compresses it


@dataclass(frozen=True, slots=True)
class Cells:
    """A place in a table: sheet name ("" for CSV), row as a spreadsheet counts it, (header, text) of each cell."""

    sheet: str
    row: int
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the source that prove something: one or more spans in reading order, or a row of a table."""

    spans: tuple[Span, ...] = ()
    cells: Cells | None = None
    also: tuple[Cells, ...] = ()  # the further rows that say the same, where a table repeats itself

    @property
    def rows(self) -> tuple[Cells, ...]:
        return (self.cells, *self.also) if self.cells else self.also

    def of(self, text: str) -> tuple[str, ...]:
        return tuple(span.of(text) for span in self.spans)


@dataclass(frozen=True, slots=True)
class Name:
    """A catalogue entry the source names: ``slug`` is the catalogue's."""

    slug: str
    words: Words


@dataclass(frozen=True, slots=True)
class Provider:
    """Who was inspected where it is not the council: a school, a college, a training company.

    ``id`` is its number in a register, with the register before it ("urn-107809", "ukprn-10003959"): names change.
    """

    id: str
    name: str
    kind: str  # in the source's words: "Community School", "Independent learning provider"
    words: Words
    names: tuple[str, ...] = ()  # others it has in the source, at other days


@dataclass(frozen=True, slots=True)
class When:
    """A date as known. ``edtf`` is ISO 8601-2 level 2 as used here:

    ``2015-01-19``, ``2016-05``, ``2018``, ``2015-01-19/2015-01-23``, two periods
    ``{2019-07-08..2019-07-12,2019-08-07..2019-08-08}``, no year ``XXXX-09`` or ``XXXX-04-30``,
    candidates ``[2019-04-30,2024-04-30]``, seasons ``2024-23`` (21 spring to 24 winter).
    ``earliest`` and ``latest`` bound it (inclusive), both None when the year is not known.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    basis: Basis
    words: Words
    note: str = ""  # for derived and candidates: from what, in words a visitor can read


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade on its scale; ``grade`` None: judged, but the source does not say which grade."""

    scale: str
    grade: str | None
    words: Words
    basis: Basis = "stated"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """One aspect's judgement. ``aspect`` is the words printed; ``aspect_slug`` the framework's aspect if it is one."""

    aspect: str
    aspect_slug: str | None
    grade: Graded
    aspect_words: Words


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field on which the sources of another record disagree, with every value, as its tidy table tells it."""

    field: str
    values: tuple[str, ...]
    words: Words
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class InspectionFact:
    """One event as one source tells it. ``key`` is local to the reading ("1", "2" ... in order of appearance)."""

    key: str
    authorities: tuple[Name, ...]
    service: Name | None  # kind of service, catalogue slug
    service_name: str | None  # as printed, "Continuing Education service"; None when only the kind is known
    inspectorates: tuple[Name, ...]
    kind: InspectionKind
    kind_words: Words | None
    framework: Name | None = None
    framework_basis: Basis = "stated"
    inspected: When | None = None
    published: When | None = None
    overall: Graded | None = None
    overall_absent: Literal["not stated", "ungraded by design", "abolished"] | None = None
    outcome: Words | None = None  # the outcome in the source's words
    judgements: tuple[Judged, ...] = ()
    previous: str | None = None  # key of the earlier inspection this source says came before
    follows: str | None = None  # key of the inspection this visit follows up
    next_due: When | None = None
    mentions: tuple[Span, ...] = ()  # where the source speaks of this inspection at all
    notes: tuple[str, ...] = ()  # how something was derived, in words a visitor can read
    provider: Provider | None = None  # None: the council's own service
    number: str = ""  # its inspectorate's own number of this inspection
    ref: str = ""  # the id that another record gave it; blank: it gets one of its own
    disputes: tuple[Dispute, ...] = ()  # told by another record


@dataclass(frozen=True, slots=True)
class StatementFact:
    """Exact words of somebody. ``words.spans`` are the paragraphs or runs quoted, marks outside."""

    key: str
    kind: StatementKind
    stance: Stance | None
    words: Words
    in_quotation_marks: bool
    attributed_to: Literal["report", "person", "organisation", "unstated"]
    speaker: str | None = None  # a person, as printed without title; no individual inspector
    private: bool = False  # the speaker holds no office: named beside the words, never indexed, counted or ranked
    role: str | None = None
    organisation: str | None = None
    attribution: Words | None = None  # the words that say who said it
    said: When | None = None
    status: Literal["stands", "withdrawn"] = "stands"
    status_words: Words | None = None
    about: tuple[str, ...] = ()  # keys of inspections


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, bullet, heading or table row of the held text: the unit that search finds."""

    span: Span
    furniture: bool = False
    heading: bool = False
    number: str = ""  # as printed before a numbered paragraph
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Warned:
    """What was seen and left out or taken with care. ``span`` marks the words; None for the whole text."""

    code: str  # short and stable: "grade-passed-over", "unknown-name", "two-dates" ...
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source says."""

    held: Held
    reader: str
    kind: str  # of document, in words: "press release", "council news page", "inspection report" ...
    title: Words | None
    published: When | None
    inspections: Sequence[InspectionFact] = ()  # a tuple; of a long table what makes each when it is asked for
    statements: tuple[StatementFact, ...] = ()
    passages: tuple[Passage, ...] = ()
    warnings: tuple[Warned, ...] = ()


class Unreadable(Exception):
    """A source that cannot be taken: every problem at once, each with place, words and remedy."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{name}: {p.message}" for p in problems))
        self.name = name
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a source. ``line`` and ``column`` count from 1; 0 when the whole file is meant."""

    message: str
    remedy: str
    line: int = 0
    column: int = 0
    words: str = ""
