"""Places and the sets of filters, changed where the record is: what comes finds a free place near, and few others move.

The inspections touched and those that move are taken out of every set, and put in where they are to be. A set that
holds none of them is not written again.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from django.db.models import Max
from pyroaring import BitMap

from inspections import models
from inspections.membership import ALL, BY_TITLE, FIRST, PLACE, RUN, read_set, write_run, write_set
from inspections.recording.inserting import insert
from inspections.recording.read_model import MANY, gather_places, index_later
from inspections.recording.rows import light
from inspections.recording.standing import in_pieces

if TYPE_CHECKING:
    from inspections.recording.difference import Difference

Value = tuple[str, str]  # a filter and one of its values
Moved = dict[int, int]  # from an old place to the new one


class Sets:
    """The sets of a database as they stand before a difference is written, and then as they are to be."""

    def __init__(self, alias: str, change: Difference) -> None:
        self.alias = alias
        gone = {row.pk for row in change.goes.of(models.Inspection)}
        come = {row.pk for row in change.comes.of(models.Inspection)}
        self.new = come - gone
        self.touched = sorted(come)
        self.titles = {row.pk: row.title for row in change.comes.of(models.Inspection)}
        self.told = gather_places(alias, sorted(gone))
        self.places = _places(alias, gone)
        self.lost = {self.places[key] for key in gone - come}

    def write(self, alias: str) -> None:
        """Every place and every set that changes, when the record's own rows are written."""
        held = {
            (name, value): bytes(written)
            for name, value, written in models.Members._default_manager.using(alias).values_list(
                "filter", "value", "places"
            )
        }
        kept = read_set(held[ALL, ""]) if (ALL, "") in held else BitMap()
        kept -= BitMap(self.lost)
        _take_out(self.lost, alias)
        moved, put = settle(kept, _following(self.new, alias))
        _write_places(moved, put, alias)
        written = dict(self._sets(held, gather_places(alias, self.touched), moved))
        runs = [held[key] for key in sorted(key for key in held if key[0] == BY_TITLE)]
        written |= self._by_title(runs, moved, alias)
        _write_members(held, written, alias)

    def _sets(
        self, held: dict[Value, bytes], put: dict[Value, array[int]], moved: Moved
    ) -> Iterator[tuple[Value, tuple[int, bytes]]]:
        """The sets that hold, or held, any of those that come, go or move."""
        old = BitMap(moved)
        for key in sorted(held.keys() | put.keys()):
            if key[0] == BY_TITLE:
                continue
            members = read_set(held[key]) if key in held else BitMap()
            taken = members & old
            told = BitMap(self.told.get(key, ()))
            if not (taken or told or key in put):
                continue
            members -= taken | told
            members |= BitMap([moved[place] for place in taken - told])
            members |= BitMap(put.get(key, ()))
            yield key, write_set(members.to_array())  # a set that was changed is written as if made at once

    def _by_title(self, runs: Sequence[bytes], moved: Moved, alias: str) -> Iterator[tuple[Value, tuple[int, bytes]]]:
        """All places in the order of titles again; what is touched is looked up anew."""
        ordered = array(PLACE)
        for run in runs:
            ordered.frombytes(run)
        taken = set(self.places.values())
        if moved:
            ordered = array(PLACE, [moved.get(place, place) for place in ordered if place not in taken])
        elif taken:
            ordered = array(PLACE, [place for place in ordered if place not in taken])
        find = _Titles(alias)
        for key, place in sorted(_places(alias, self.touched).items()):
            ordered.insert(bisect_left(ordered, (self.titles[key].encode(), -key), key=find), place)
        for number, start in enumerate(range(0, len(ordered), RUN)):
            piece = ordered[start : start + RUN]
            yield (BY_TITLE, f"{number:06}"), (len(piece), write_run(piece))


class _Titles:
    """The title and the order of the inspection at a place, asked for when it is needed."""

    def __init__(self, alias: str) -> None:
        self.rows = models.Inspection._default_manager.using(alias)

    def __call__(self, place: int) -> tuple[bytes, int]:
        title, key = self.rows.filter(place=place).values_list("title", "pk").get()
        return title.encode(), -key


def settle(kept: BitMap, coming: Iterable[tuple[int | None, Sequence[int]]]) -> tuple[Moved, dict[int, int]]:
    """The places that change among those ``kept``, and the place of each that comes, by its key.

    ``coming``: in the order of the list those that come, together with the kept place which they stand before; None at
    the end. Who comes stands right behind the one before, and whoever is in the way goes on to the next free place.
    """
    moved: Moved = {}
    put: dict[int, int] = {}
    last = at = -1  # the last place given, and from where on it may stand in the way

    def give_way(until: int | None) -> None:
        nonlocal last
        for place in kept.iter_equal_or_larger(at) if at >= 0 else ():
            if place > last or (until is not None and place >= until):
                return
            last += 1
            moved[place] = last

    for before, keys in coming:
        give_way(before)
        rank = len(kept) if before is None else kept.rank(before) - 1
        if rank:
            start = moved.get(kept[rank - 1], kept[rank - 1]) + 1
        else:
            start = FIRST if before is None else max(0, before - len(keys))
        for place, key in enumerate(keys, start):
            put[key] = last = place
        at = -1 if before is None else before
    give_way(None)
    return moved, put


def _following(new: Iterable[int], alias: str) -> Iterator[tuple[int | None, list[int]]]:
    """Keys in the order of the list, those together that stand before the same inspection, and its place."""
    places = models.Place._default_manager.using(alias)
    together: dict[int | None, list[int]] = {}
    for key in sorted(new, reverse=True):
        after = places.filter(inspection_id__lt=key).aggregate(most=Max("inspection_id"))["most"]
        together.setdefault(after, []).append(key)
    found = _places(alias, {key for key in together if key is not None})
    for after, keys in together.items():
        yield (None if after is None else found[after]), keys


def _take_out(places: Iterable[int], alias: str) -> None:
    for some in in_pieces(places):
        models.Place._default_manager.using(alias).filter(position__in=some)._raw_delete(alias)


def _write_places(moved: Moved, put: dict[int, int], alias: str) -> None:
    rows = models.Place._default_manager.using(alias)
    keys: dict[int, int] = {}
    for some in in_pieces(moved):
        keys |= dict(rows.filter(position__in=some).values_list("position", "inspection_id"))
    stand = {moved[place]: key for place, key in keys.items()} | {place: key for key, place in put.items()}
    with index_later(alias) if len(stand) >= MANY else nullcontext():
        _take_out(moved, alias)
        make = light(models.Place)
        insert(models.Place, (make(position=place, inspection_id=stand[place]) for place in sorted(stand)), alias)


def _write_members(held: dict[Value, bytes], written: dict[Value, tuple[int, bytes]], alias: str) -> None:
    """Of the sets that were made again those that are others now; a set of nothing is not kept."""
    rows = models.Members._default_manager.using(alias)
    gone = {key for key in held if key[0] == BY_TITLE and key not in written}
    gone |= {key for key, (many, places) in written.items() if key in held and held[key] != places}
    for name in {name for name, _ in gone}:
        for some in in_pieces(value for each, value in gone if each == name):
            rows.filter(filter=name, value__in=some)._raw_delete(alias)
    free = (rows.aggregate(most=Max("pk"))["most"] or 0) + 1
    fresh = sorted(key for key, (many, places) in written.items() if many and held.get(key) != places)
    make = light(models.Members)
    insert(
        models.Members,
        (
            make(id=number, filter=key[0], value=key[1], many=written[key][0], places=written[key][1])
            for number, key in enumerate(fresh, free)
        ),
        alias,
    )


def _places(alias: str, keys: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for some in in_pieces(keys):
        rows = models.Place._default_manager.using(alias).filter(inspection__in=some)
        found |= dict(rows.values_list("inspection_id", "position"))
    return found
