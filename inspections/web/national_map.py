"""The map: one equal hexagon for each open authority, one service and one scale at a time.

Whole numbers for the drawing; the same outcomes stand beside it as a table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from inspections.catalogue.hexagons import Hexagon, read_hexagons
from inspections.models import Authority
from inspections.web.fields import of_choice, ordered, scale_choices
from inspections.web.known import the_catalogue
from inspections.web.national import (
    Cell,
    NationalQuestion,
    Row,
    brief_grade,
    grade_letters,
    link_authorities,
    read_cells,
    sort_rows,
)
from inspections.web.shown.grades import GradeShown

ACROSS, DOWN, EDGE = 26, 45, 34  # half a hexagon's width, a row's height, the margin around the drawing
OTHER, NO_GRADE, NOTHING = "other", "without", "nothing"
LETTERS = {OTHER: "≠", NO_GRADE: "–", NOTHING: ""}
WORDS = {
    OTHER: "newest outcome on another scale",
    NO_GRADE: "inspected or visited, with no grade that stands alone",
    NOTHING: "nothing held here",
}


class MapQuestion(NationalQuestion):
    """Which service, on which scale; the map always shows every open authority."""

    region = None
    kind = None
    scale = of_choice("", scale_choices)
    orders = (("name", "by name"), ("region", "by region"), ("date", "newest first"))
    sort = ordered(*orders)

    class Meta:
        model = Authority
        fields: list[str] = []


@dataclass(frozen=True)
class HexagonShown:
    """One authority's hexagon: where it is drawn, what fills it, and what it is called."""

    row: Row
    cell: Cell | None
    fill: str  # the tone of its grade, or other, without, nothing
    letter: str
    x: int
    y: int
    words: str

    @property
    def url(self) -> str:
        return self.cell.url if self.cell else self.row.url

    @property
    def letter_y(self) -> int:
        return self.y + 6


@dataclass(frozen=True)
class KeyLine:
    """A line of the key: what a hexagon means, and how many there are."""

    fill: str
    letter: str
    words: str
    many: int
    grade: GradeShown | None = None


@dataclass(frozen=True)
class HexagonMap:
    service: str
    service_name: str
    scale: str
    scale_name: str
    scales: tuple[tuple[str, str, int], ...]  # those that newest outcomes of this service are on, with how many
    hexagons: tuple[HexagonShown, ...]
    key: tuple[KeyLine, ...]
    width: int
    height: int


def draw_map(question: MapQuestion, services: Iterable[tuple[str, int]]) -> HexagonMap:
    """The service asked for, or the one most is held of; the scale asked for, or the one most outcomes are on."""
    most = max(services, key=lambda each: each[1], default=("", 0))[0]
    service = question.value("service") or most
    known = the_catalogue()
    found = {slug: cell for (slug, kind), cell in read_cells(question).cells.items() if kind == service}
    open_cells = [cell for slug, cell in found.items() if not known.authorities[slug].closed]
    tallied = Counter(cell.grade.scale for cell in open_cells if cell.grade and cell.state == "graded")
    scale = question.value("scale") or max(tallied, key=lambda slug: (tallied[slug], slug), default="")
    places = {each.slug: each for each in read_hexagons()}
    rows = [
        Row(known.authorities[slug], (found.get(slug),), link_authorities(known.authorities[slug].predecessors), ())
        for slug in places
        if slug in known.authorities
    ]
    top = max(each.r for each in places.values())
    letters = grade_letters(scale) if scale else {}
    hexagons = tuple(
        _hexagon(row, places[row.authority.slug], top, scale, letters)
        for row in sort_rows(rows, question.value("sort") or "name")
    )
    name = next((s.name for s in known.services.values() if s.slug == service), "")
    return HexagonMap(
        service=service,
        service_name=name or "service not stated",
        scale=scale,
        scale_name=known.scales[scale].name if scale else "",
        scales=tuple((slug, known.scales[slug].name, many) for slug, many in tallied.most_common()),
        hexagons=hexagons,
        key=_key(hexagons, scale, letters),
        width=(2 * max(each.q for each in places.values()) + 1) * ACROSS + 2 * EDGE,
        height=top * DOWN + 2 * EDGE,
    )


def _hexagon(row: Row, place: Hexagon, top: int, scale: str, letters: dict[str, str]) -> HexagonShown:
    cell = row.cells[0]
    name, fill, letter = row.authority.name, NOTHING, LETTERS[NOTHING]
    if cell is None:
        said = WORDS[NOTHING]
    elif cell.grade and cell.state == "graded" and cell.grade.scale == scale:
        fill, letter = cell.grade.tone, letters[cell.grade.grade or ""]
        said = f"{cell.grade.told}, {cell.event.when.words if cell.event else ''}"
    elif cell.grade and cell.state == "graded":
        fill, letter = OTHER, LETTERS[OTHER]
        said = f"{cell.grade.told} on another scale, {cell.grade.scale_name}"
    else:
        fill, letter, said = NO_GRADE, LETTERS[NO_GRADE], cell.state_words
    x = EDGE + (2 * place.q + place.r % 2) * ACROSS
    return HexagonShown(row, cell, fill, letter, x, EDGE + (top - place.r) * DOWN, f"{name}: {said}")


def _key(hexagons: Iterable[HexagonShown], scale: str, letters: dict[str, str]) -> tuple[KeyLine, ...]:
    """Every grade of the scale, used or not, and every other filling that is used."""
    on_scale: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for each in hexagons:
        if each.fill in LETTERS:
            others[each.fill] += 1
        elif each.cell and each.cell.grade:
            on_scale[each.cell.grade.grade or ""] += 1
    graded = the_catalogue().scales[scale].grades if scale else ()
    lines = [KeyLine(g.tone or "none", letters[g.slug], brief_grade(scale, g.slug), on_scale[g.slug]) for g in graded]
    return (*lines, *(KeyLine(fill, LETTERS[fill], WORDS[fill], others[fill]) for fill in LETTERS if others[fill]))
