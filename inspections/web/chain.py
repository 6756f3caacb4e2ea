"""The chain an inspection stands in: what it followed, what followed it, and what it may be the same as.

A judgement, the visits that looked at what was done about it, the inspection after: the links are those
that sources state. Nothing is put in the chain because it is near in time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from inspections.models import Inspection
from inspections.web.assembly import bare_rows, show_when
from inspections.web.shown import Link
from inspections.web.shown.inspections import InspectionRow

MOST_STEPS = 12  # shown around the inspection whose page it is


@dataclass(frozen=True)
class Step:
    """One inspection of a chain, and how it hangs on the one it follows."""

    row: InspectionRow
    title: str
    relation: str
    here: bool


@dataclass(frozen=True)
class Chain:
    """The steps in order, how many more there are on either side, and the possible twins."""

    steps: tuple[Step, ...]
    earlier: int
    later: int
    candidates: tuple[Link, ...]


def describe_chain(inspection: Inspection, is_linked: bool = True) -> Chain:
    """Two queries, however long the chain; none where no source links it with another (``is_linked``)."""
    if not is_linked and not inspection.candidates:
        return Chain((), 0, 0, ())
    linked = list(Inspection.objects.linked_with(inspection))
    whole = order_chain(inspection.pk, linked)
    here = next((place for place, each in enumerate(whole) if each.pk == inspection.pk), 0)
    first = max(0, min(here - MOST_STEPS // 2, len(whole) - MOST_STEPS))
    shown = whole[first : first + MOST_STEPS] if len(whole) > 1 else []
    named = {each.pk: each for each in whole}
    steps = tuple(
        Step(row, each.title, _relation(each, named), each.pk == inspection.pk)
        for each, row in zip(shown, bare_rows(shown), strict=True)
    )
    candidates = tuple(_link(each) for each in linked if each.ref in inspection.candidates)
    return Chain(steps, first if shown else 0, max(0, len(whole) - first - MOST_STEPS), candidates)


def order_chain(start: int, linked: Sequence[Any]) -> list[Any]:
    """All that links join to ``start``, each after what it follows, otherwise by date."""
    named = {each.pk: each for each in linked}
    before = {pk: {key for key in (each.previous_id, each.follows_id) if key in named} for pk, each in named.items()}
    beside: dict[int, set[int]] = {pk: set(keys) for pk, keys in before.items()}
    for pk, keys in before.items():
        for key in keys:
            beside[key].add(pk)
    joined, waiting = set(), [start]
    while waiting:
        pk = waiting.pop()
        if pk in named and pk not in joined:
            joined.add(pk)
            waiting += beside[pk]
    left = sorted(joined, key=lambda pk: (named[pk].sort_date or date.max, named[pk].ref))
    ordered: list[Any] = []
    placed: set[int] = set()
    while left:
        free = next((pk for pk in left if before[pk] <= placed), left[0])  # links that go in a circle do not stop it
        left.remove(free)
        placed.add(free)
        ordered.append(named[free])
    return ordered


def _relation(each: Any, named: dict[int, Any]) -> str:
    """How a source ties it to an earlier one of the chain."""
    if each.follows_id in named:
        when = _when(named[each.follows_id])
        return f"follows up the inspection of {when}" if when else "follows up the inspection before"
    return "the inspection after" if each.previous_id in named else ""


def _when(inspection: Any) -> str:
    shown = show_when(inspection.inspected_edtf, None, None, "", "")
    return shown.words if shown else ""


def _link(inspection: Any) -> Link:
    address = f"/inspections/{inspection.ref}/{inspection.slug}/"
    return Link(inspection.title, address, inspection.ref, _when(inspection))
