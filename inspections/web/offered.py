"""The choices of the filters of inspections, from the sets of the edition: no query.

What is the same on every page, which values an edition holds and how they are called and written, is made once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from inspections.web.choices import SHORT, Asks, Choice, Column, Counted, Facet, Group, Offered, label_of
from inspections.web.counting import choose_grades, choose_years
from inspections.web.edition import held_by_edition
from inspections.web.filters import InspectionQuestion
from inspections.web.known import the_catalogue
from inspections.web.question import pair
from inspections.web.selection import the_membership

Numbers = Sequence[int]  # how many each value of a filter would give, in the order of its sets


@dataclass(frozen=True)
class Scale:
    """The grades of one scale, best first: where their sets stand."""

    slug: str
    name: str
    grades: tuple[int, ...]


@dataclass(frozen=True)
class Held:
    """The values of one filter, in the order of its sets."""

    values: tuple[str, ...]
    column: Column
    order: tuple[int, ...]  # of choices that are equally many: by name; years from the newest, grades by scale
    scales: tuple[Scale, ...] = ()


@held_by_edition
def _held() -> dict[str, Held]:
    return {}


def _values_of(name: str) -> Held:
    kept = _held()
    if name not in kept:
        kept[name] = _hold(name, the_membership().values(name))
    return kept[name]


def _hold(name: str, values: tuple[str, ...]) -> Held:
    pairs = tuple(pair(name, value) for value in values)
    if name == "grade":
        scales, labels = _find_grades(values)
        return Held(values, Column(pairs, labels), (), scales)
    labels = tuple(label_of(name, value) if name != "year" else value for value in values)
    order = sorted((at for at, value in enumerate(values) if value), key=lambda at: (labels[at], values[at]))
    return Held(values, Column(pairs, labels), tuple(reversed(order) if name == "year" else order))


def _find_grades(values: Sequence[str]) -> tuple[tuple[Scale, ...], tuple[str, ...]]:
    """Those that the catalogue knows, scale by scale; and what each value is called."""
    places, labels, scales = {value: at for at, value in enumerate(values)}, list(values), []
    for scale in the_catalogue().scales.values():
        held = [(places[key], grade) for grade in scale.grades if (key := f"{scale.slug}:{grade.slug}") in places]
        for at, grade in held:
            labels[at] = grade.label
        scales.append(Scale(scale.slug, scale.name, tuple(at for at, _ in held)))
    return tuple(scales), tuple(labels)


def count_by_sets(question: InspectionQuestion, asks: Sequence[Asks]) -> Counted:
    """Every facet's choices with their counts, and the totals."""
    facets = [_facet(question, each, question.numbers(each.name, each.aside)) for each in asks]
    total, whole, others = question.totals()
    return Counted(total, whole, tuple(facet for facet in facets if facet.groups), others)


def _facet(question: InspectionQuestion, asks: Asks, numbers: Numbers) -> Facet:
    make = {"grade": _grades, "year": _years}.get(asks.name, _choices)
    return make(question, asks, numbers, _values_of(asks.name))


def _choices(question: InspectionQuestion, asks: Asks, numbers: Numbers, held: Held) -> Facet:
    """Those that most have first; before them what is asked already."""
    name, chosen = asks.name, question.value(asks.name)
    at = [at for at in held.order if numbers[at] and held.values[at] != chosen]
    at.sort(key=numbers.__getitem__, reverse=True)
    offered = _offer(question, name, numbers, held)(at)
    if not chosen:
        return _shown(asks, offered[:SHORT], offered[SHORT:])
    count = numbers[held.values.index(chosen)] if chosen in held.values else 0
    first = Choice(label_of(name, chosen), count, question.url(**{name: None}), True)
    return _shown(asks, (first, *offered[: SHORT - 1]), offered[SHORT - 1 :])


def _years(question: InspectionQuestion, asks: Asks, numbers: Numbers, held: Held) -> Facet:
    """Newest first."""
    choices: Sequence[Choice]
    if question.value("year"):
        counted = {(year, year): many for year, many in zip(held.values, numbers, strict=True) if many}
        choices = choose_years(question, counted)
    else:
        choices = _offer(question, asks.name, numbers, held)([at for at in held.order if numbers[at]])
    undated = numbers[held.values.index("")] if "" in held.values else 0
    unsaid = f"{undated} more without a year." if undated and choices else ""
    return _shown(asks, choices[:SHORT], choices[SHORT:], " ".join(filter(None, [asks.note, unsaid])))


def _grades(question: InspectionQuestion, asks: Asks, numbers: Numbers, held: Held) -> Facet:
    """Grades under the scale that gives them their meaning, best first."""
    if question.value("grade"):
        counted = zip(held.values, numbers, strict=True)
        named = {(value.partition(":")[0], value.partition(":")[2]): many for value, many in counted if many}
        return Facet(asks.name, asks.legend, choose_grades(question, named), (), asks.note)
    offer, only, groups = _offer(question, asks.name, numbers, held), question.value("scale"), []
    for scale in held.scales:
        if (not only or scale.slug == only) and (at := [at for at in scale.grades if numbers[at]]):
            groups.append(Group(scale.name, f"/scales/{scale.slug}/", offer(at)))
    return Facet(asks.name, asks.legend, tuple(groups), (), asks.note)


def _offer(question: InspectionQuestion, name: str, numbers: Numbers, held: Held) -> partial[Offered]:
    """What makes choices of values, each with its own address."""
    before, after = question.around(name, *(("grade",) if name == "scale" else ()))
    return partial(Offered, held.column, counts=numbers, before=before, after=after)


def _shown(asks: Asks, first: Sequence[Choice], more: Sequence[Choice], note: str = "") -> Facet:
    return Facet(asks.name, asks.legend, (Group("", "", first),) if first else (), more, note or asks.note)
