"""The national grid: for every authority and each service it runs itself, the newest outcome on its own scale.

Nothing is ranked and nothing is lent: a council that is no more stands apart with its own outcomes, and
one that followed it begins with none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import Any

from inspections.catalogue import Authority as Known
from inspections.models import Authority, Judgement, Latest
from inspections.periods import parse
from inspections.web.edition import held_by_edition
from inspections.web.fields import authority_kind_choices, of_choice, ordered, region_choices
from inspections.web.known import kind_words, name_apart, service_name, the_catalogue
from inspections.web.ladder import place_grade
from inspections.web.question import Question
from inspections.web.shown import Link
from inspections.web.shown.grades import GradeShown
from inspections.wording import NOT_STATED_SERVICE, when_in_words

STATES = {
    "graded": "graded",
    "aspects": "judged by aspect, no overall grade",
    "ungraded": "inspected, no grade given",
    "not-stated": "grade not stated",
    "disputed": "sources disagree about the grade",
    "open": "the dates leave open which outcome is the newest",
    "undated": "an outcome is held, and its date is not stated",
    "visits": "only visits, or inspections of a part or of no stated kind, are held",
}
SHORT = {
    "aspects": "By aspect only",
    "ungraded": "No grade given",
    "not-stated": "Grade not stated",
    "disputed": "Sources disagree",
    "open": "Newest not certain",
    "undated": "Date not stated",
    "visits": "No outcome held",
}
SMALL = frozenset({"and", "or", "and/or", "to", "be", "the", "of"})


def own_services() -> list[tuple[str, str]]:
    """The kinds of service that councils run themselves, and the one for what no source names."""
    own = [(s.slug, s.name) for s in the_catalogue().services.values() if not s.setting]
    return [*own, (NOT_STATED_SERVICE, service_name(NOT_STATED_SERVICE))]


class NationalQuestion(Question):
    """Which authorities, which service, in which order."""

    page = None
    region = of_choice("in_region", region_choices)
    kind = of_choice("of_kind", authority_kind_choices)
    service = of_choice("", own_services)
    orders = (("name", "by name"), ("region", "by region"), ("date", "newest first"))
    sort = ordered(*orders)

    def ask(self, queryset: Any, name: str, value: Any) -> Any:
        return queryset if name == "sort" else super().ask(queryset, name, value)

    class Meta:
        model = Authority
        fields: list[str] = []


@dataclass(frozen=True)
class When:
    """A day as known: what sorts it, the year or years to print, and the whole in words."""

    day: date | None
    years: str
    words: str
    edtf: str = ""
    published: bool = False  # only the publication is known


@dataclass(frozen=True)
class EventShown:
    """An inspection that a cell points at."""

    ref: str
    url: str
    kind: str
    framework: str
    when: When
    next_due: str = ""

    @property
    def kind_words(self) -> str:
        return kind_words(self.kind)


@dataclass(frozen=True)
class ScaleKey:
    """A scale as the key names it: a letter, and its grades as ladders."""

    letter: str
    slug: str
    name: str
    grades: tuple[GradeShown, ...]

    @property
    def url(self) -> str:
        return f"/scales/{self.slug}/"

    @property
    def lettered(self) -> tuple[tuple[GradeShown, str], ...]:
        letters = grade_letters(self.slug)
        return tuple((grade, letters[grade.grade or ""]) for grade in self.grades)


@dataclass(frozen=True)
class Cell:
    """The newest outcome of one service of one authority."""

    authority: str
    service: str
    service_name: str
    state: str
    grade: GradeShown | None
    brief: str  # the grade in few words, or what stands instead
    letters: str  # the same in one or two
    letter: str  # of its scale
    event: EventShown | None
    since: EventShown | None
    full: EventShown | None
    held: int
    undated: int

    @property
    def state_words(self) -> str:
        return STATES[self.state]

    @property
    def history(self) -> str:
        return f"/authorities/{self.authority}/{self.service}/"

    @property
    def url(self) -> str:
        """The inspection itself; its service's history where no single one is the newest."""
        return self.event.url if self.event and self.state != "open" else self.history

    @property
    def shown(self) -> EventShown | None:
        return self.event or self.since

    @property
    def later(self) -> bool:
        """Whether a visit came after the outcome."""
        return self.event is not None and self.since is not None

    @property
    def day(self) -> date | None:
        return self.shown.when.day if self.shown else None

    @property
    def symbol(self) -> str:
        """The drawing that stands for it."""
        return f"{self.grade.scale}-{self.grade.grade}" if self.grade and self.state == "graded" else "no-grade"


@dataclass(frozen=True)
class Row:
    """One authority across the services."""

    authority: Known
    cells: tuple[Cell | None, ...]
    before: tuple[Link, ...]
    after: tuple[Link, ...]

    @property
    def url(self) -> str:
        return f"/authorities/{self.authority.slug}/"

    @property
    def day(self) -> date | None:
        """Of its newest outcome."""
        return max((cell.day for cell in self.cells if cell and cell.day), default=None)


@dataclass(frozen=True)
class Grid:
    services: tuple[tuple[str, str, int], ...]  # slug, name, authorities of which anything is held
    rows: tuple[Row, ...]
    abolished: tuple[Row, ...]
    empty: tuple[Row, ...]  # open authorities of which nothing is held
    gone: tuple[Row, ...]  # abolished ones of which nothing is held
    scales: tuple[ScaleKey, ...]

    @property
    def open(self) -> int:
        """Open authorities that the question asks for."""
        return len(self.rows) + len(self.empty)

    @property
    def width(self) -> str:
        """Whether a grade is shown in words, or in letters because there are many columns."""
        many = len(self.services)
        return "few" if many <= 7 else "many"

    @property
    def cells(self) -> Iterable[Cell]:
        return (cell for row in (*self.rows, *self.abolished) for cell in row.cells if cell)

    @property
    def states(self) -> tuple[tuple[str, str], ...]:
        """What stands in a cell without a grade, as far as any does."""
        present = {cell.state for cell in self.cells}
        return tuple((SHORT[state], STATES[state]) for state in SHORT if state in present)

    @property
    def symbols(self) -> tuple[tuple[str, GradeShown], ...]:
        """Each drawing once, whatever the number of cells that use it."""
        graded = {cell.symbol: cell.grade for cell in self.cells if cell.grade and cell.state == "graded"}
        return tuple(sorted(graded.items()))


def make_grid(question: NationalQuestion) -> Grid:
    """The authorities that the question asks for, and their outcomes: one query or two."""
    known = the_catalogue().authorities
    asked = [known[slug] for (slug,) in question.rows().addresses("slug") if slug in known]
    found = read_cells(question)
    wanted = question.value("service")
    kinds = [kind for kind, _ in own_services() if (kind in found.kinds if not wanted else kind == wanted)]
    rows = [
        Row(
            a,
            tuple(found.cells.get((a.slug, kind)) for kind in kinds),
            link_authorities(a.predecessors),
            link_authorities(a.successors),
        )
        for a in asked
    ]
    rows = sort_rows(rows, question.value("sort") or "name")
    told = [row for row in rows if any(row.cells)]
    silent = [row for row in rows if not any(row.cells)]
    many = Counter(cell.service for row in told for cell in row.cells if cell)
    return Grid(
        services=tuple((kind, service_name(kind), many[kind]) for kind in kinds),
        rows=tuple(row for row in told if not row.authority.closed),
        abolished=tuple(row for row in told if row.authority.closed),
        empty=tuple(row for row in silent if not row.authority.closed),
        gone=tuple(row for row in silent if row.authority.closed),
        scales=found.scales,
    )


def sort_rows(rows: Sequence[Row], order: str) -> list[Row]:
    """By name, by region, or by the newest date; never by grade."""
    by_name = sorted(rows, key=lambda row: (row.authority.name, row.authority.slug))
    if order == "region":
        return sorted(by_name, key=lambda row: row.authority.region)
    if order == "date":
        return sorted(by_name, key=lambda row: row.day or date.min, reverse=True)
    return by_name


def link_authorities(slugs: Iterable[str]) -> tuple[Link, ...]:
    known = [the_catalogue().authorities[slug] for slug in slugs]
    return tuple(Link(name_apart(a.name, a.official_name), f"/authorities/{a.slug}/", a.slug) for a in known)


@dataclass(frozen=True)
class Cells:
    """Every outcome that a question finds, by authority and service."""

    cells: Mapping[tuple[str, str], Cell]
    kinds: frozenset[str]
    scales: tuple[ScaleKey, ...]


@held_by_edition
def every_cell() -> tuple[tuple[str, Cell], ...]:
    """Every outcome beside its scale, lettered as they are all together: two queries."""
    found = list(Latest.objects.for_grid())
    graded = [row["inspection"] for row in found if row["state"] == "graded"]
    told = {key: (words, "derived", note) for key, words, note in Judgement.objects.worked_out(graded)}
    letters = {key.slug: key.letter for key in name_scales(row["scale"] for row in found)}
    return tuple((row["scale"], _cell(row, _grade(row, told), letters.get(row["scale"], ""))) for row in found)


def _cells_at(question: NationalQuestion) -> Sequence[tuple[str, Cell]]:
    """Those of the authorities that the question asks for: one query more where it does not ask for all."""
    if not question.value("region") and not question.value("kind"):
        return every_cell()
    asked = {slug for (slug,) in question.rows().addresses("slug")}
    return [(scale, cell) for scale, cell in every_cell() if cell.authority in asked]


def count_services(question: NationalQuestion) -> list[tuple[str, int]]:
    """How many of the authorities asked for have anything of each kind of service."""
    return sorted(Counter(cell.service for _, cell in _cells_at(question)).items())


def read_cells(question: NationalQuestion) -> Cells:
    """Those of the service that is asked for, if any, lettered by the scales among them."""
    found = _cells_at(question)
    if service := question.value("service"):
        found = [(scale, cell) for scale, cell in found if cell.service == service]
    keys = name_scales(scale for scale, _ in found)
    letters = {key.slug: key.letter for key in keys}
    cells = {
        (cell.authority, cell.service): cell
        if not cell.letter or cell.letter == letters[scale]
        else replace(cell, letter=letters[scale])
        for scale, cell in found
    }
    return Cells(cells, frozenset(kind for _, kind in cells), keys)


def name_scales(used: Iterable[str]) -> tuple[ScaleKey, ...]:
    """The scales in use, in the catalogue's order, each with a letter of its own."""
    present = set(used)
    slugs = [slug for slug in the_catalogue().scales if slug in present]
    return tuple(
        ScaleKey(chr(ord("A") + number), slug, scale.name, tuple(place_grade(slug, g.slug) for g in scale.grades))
        for number, slug in enumerate(slugs)
        for scale in (the_catalogue().scales[slug],)
    )


def _grade(row: Mapping[str, Any], told: Mapping[int, tuple[str, str, str]]) -> GradeShown | None:
    """The grade of an outcome, with the words that a table has for it where they are others."""
    known = told.get(row["inspection"], ("", "stated", ""))
    return place_grade(row["scale"], row["grade"], *known) if row["scale"] else None


def _cell(row: Mapping[str, Any], grade: GradeShown | None, letter: str) -> Cell:
    return Cell(
        authority=row["service__authority__slug"],
        service=row["service__kind"],
        service_name=service_name(row["service__kind"]),
        state=row["state"],
        grade=grade if row["grade"] else None,
        brief=_brief(row, grade),
        letters=grade_letters(row["scale"])[row["grade"]] if row["state"] == "graded" else "",
        letter=letter if row["state"] == "graded" else "",
        event=_event(row, "inspection"),
        since=_event(row, "since"),
        full=_event(row, "full"),
        held=row["held"],
        undated=row["undated"],
    )


def _brief(row: Mapping[str, Any], grade: GradeShown | None) -> str:
    if row["state"] != "graded":
        return SHORT[row["state"]]
    return f"“{grade.printed}”" if grade and grade.printed else brief_grade(row["scale"], row["grade"])


def brief_grade(scale: str, grade: str) -> str:
    return the_catalogue().scales[scale].grade(grade).brief


@cache
def grade_letters(scale: str) -> dict[str, str]:
    """One or two letters for each grade of a scale, all different: the first of the words that tell them apart."""
    grades = the_catalogue().scales[scale].grades
    words = {g.slug: [w for w in g.label.lower().split() if w not in SMALL] for g in grades}
    shared = set.intersection(*(set(each) for each in words.values())) if len(grades) > 1 else set()
    letters = {slug: "".join(w[0] for w in each if w not in shared)[:2].upper() for slug, each in words.items()}
    twice = {each for each, many in Counter(letters.values()).items() if many > 1}
    return {slug: str(rank) if each in twice else each for rank, (slug, each) in enumerate(letters.items(), 1)}


def _event(row: Mapping[str, Any], name: str) -> EventShown | None:
    ref = row[f"{name}__ref"]
    if ref is None:
        return None
    return EventShown(
        ref=ref,
        url=f"/inspections/{ref}/{row[f'{name}__slug']}/",
        kind=row[f"{name}__kind"],
        framework=row[f"{name}__framework"],
        when=show_when(row[f"{name}__inspected_edtf"], row[f"{name}__published_edtf"], row[f"{name}__sort_date"]),
        next_due=row[f"{name}__next_due_edtf"],
    )


@lru_cache(8192)
def show_when(inspected: str, published: str, day: date | None) -> When:
    """As inspected; as published where no inspection date with a year is known."""
    if inspected and days_of(inspected):
        return When(day, years_of(inspected), when_in_words(inspected), inspected)
    if published and days_of(published):
        return When(day, years_of(published), f"published {when_in_words(published)}", published, published=True)
    edtf = inspected or published
    return When(day, "year not stated", when_in_words(edtf) if edtf else "date not stated", edtf)


@lru_cache(8192)
def days_of(edtf: str) -> tuple[tuple[date, date], ...]:
    """First and last day of each choice; of one whose end is not stated, the first and last day it may have begun."""
    found = []
    for choice in parse(edtf).choices:
        starts = [period.start for period in choice if period.start]
        firsts, lasts = [s.first for s in starts if s.first], [p.last for p in choice if p.last]
        begun = [s.last for s in starts if s.last]
        if len(firsts) == len(choice) and begun:
            found.append((min(firsts), max(lasts) if len(lasts) == len(choice) else max(begun)))
    return tuple(found)


def years_of(edtf: str) -> str:
    """The year, or those it may be."""
    spans = [str(a.year) if a.year == b.year else f"{a.year} to {b.year}" for a, b in days_of(edtf)]
    return " or ".join(dict.fromkeys(spans))


def by_scale(cells: Iterable[Cell]) -> dict[str, Counter[str]]:
    """How many authorities stand at each grade of each scale."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for cell in cells:
        if cell.grade and cell.state == "graded":
            found[cell.grade.scale][cell.grade.grade or ""] += 1
    return found
