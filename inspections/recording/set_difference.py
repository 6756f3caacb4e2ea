"""Places and the sets of filters, changed where the record is: every later place moves, and most sets only shift.

The inspections touched are taken out of every set at their places in the edition before, the sets are shifted by what
comes and goes above each place, and the inspections are put in where the tables now say that they belong.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pyroaring import BitMap

from inspections import models
from inspections.membership import BY_TITLE, PLACE, RUN, read_set, write_run, write_set
from inspections.recording.inserting import insert
from inspections.recording.read_model import gather_places, number_again
from inspections.recording.rows import light
from inspections.recording.standing import in_pieces

if TYPE_CHECKING:
    from inspections.recording.difference import Difference

Value = tuple[str, str]  # a filter and one of its values


class Sets:
    """The sets of a database as they stand before a difference is written, and then as they are to be."""

    def __init__(self, alias: str, change: Difference) -> None:
        self.alias = alias
        self.gone = sorted(row.pk for row in change.goes.of(models.Inspection))
        self.come = sorted(row.pk for row in change.comes.of(models.Inspection))
        self.titles = {row.pk: row.title for row in change.comes.of(models.Inspection)}
        self.told = {key: array(PLACE, places) for key, places in gather_places(alias, self.gone).items()}
        self.places = _places(alias, self.gone)
        self.many = models.Place._default_manager.using(alias).count()

    def write(self, alias: str) -> None:
        """Every place and every set, when the record's own rows are written."""
        moves = [*(set(self.gone) ^ set(self.come))]
        if moves:
            number_again(alias, max(moves))
        shift = _Shift(
            sorted(place for key, place in self.places.items() if key not in set(self.come)),
            sorted(_places(alias, set(self.come) - set(self.gone)).values()),
            self.many,
        )
        held = {
            (name, value): bytes(written)
            for name, value, written in models.Members._default_manager.using(alias)
            .order_by("pk")
            .values_list("filter", "value", "places")
        }
        runs = [held.pop(key) for key in sorted(key for key in held if key[0] == BY_TITLE)]
        put = gather_places(alias, self.come)
        sets = self._sets(held, put, shift)
        rows = [*sets, *self._by_title(runs, shift, alias)]
        models.Members._default_manager.using(alias).all()._raw_delete(alias)
        make = light(models.Members)
        insert(
            models.Members,
            (
                make(id=number, filter=name, value=value, many=many, places=written)
                for number, (name, value, many, written) in enumerate(rows, 1)
            ),
            alias,
        )

    def _sets(
        self, held: dict[Value, bytes], put: dict[Value, array[int]], shift: _Shift
    ) -> Iterator[tuple[str, str, int, bytes]]:
        for name, value in sorted(held.keys() | put.keys()):
            written = held.get((name, value))
            members = read_set(written) if written is not None else BitMap()
            if taken := self.told.get((name, value)):
                members -= BitMap(taken)
            members = shift.of_set(members)
            members |= BitMap(put.get((name, value), ()))
            if members:
                yield (
                    name,
                    value,
                    *write_set(members.to_array()),
                )  # a set that was shifted is written as if made at once

    def _by_title(self, runs: Sequence[bytes], shift: _Shift, alias: str) -> Iterator[tuple[str, str, int, bytes]]:
        """All places in the order of titles again; what is touched is looked up anew."""
        ordered = array(PLACE)
        for run in runs:
            ordered.frombytes(run)
        taken = set(self.places.values())
        kept = array(PLACE, shift.of_list([place for place in ordered if place not in taken]))
        find = _Titles(alias)
        for key, place in sorted(_places(alias, self.come).items()):
            at = bisect_left(kept, (self.titles[key].encode(), -key), key=find)
            kept.insert(at, place)
        for number, start in enumerate(range(0, len(kept), RUN)):
            piece = kept[start : start + RUN]
            yield BY_TITLE, f"{number:06}", len(piece), write_run(piece)


class _Titles:
    """The title and the order of the inspection at a place, asked for when it is needed."""

    def __init__(self, alias: str) -> None:
        self.rows = models.Inspection._default_manager.using(alias)

    def __call__(self, place: int) -> tuple[bytes, int]:
        title, key = self.rows.filter(place=place).values_list("title", "pk").get()
        return title.encode(), -key


class _Shift:
    """Where each old place is, when some are gone and some have come."""

    def __init__(self, gone: Sequence[int], come: Sequence[int], many: int) -> None:
        self.pieces: list[tuple[int, int, int]] = []  # from an old place to before another: by how much it moves
        old = new = 0
        for place in [*gone, many]:
            while True:
                ahead = bisect_left(come, new)
                nearest = come[ahead] if ahead < len(come) else None
                if nearest is not None and nearest - new < place - old:
                    if nearest > new:
                        self.pieces.append((old, old + nearest - new, new - old))
                        old += nearest - new
                        new = nearest
                    new += 1
                    continue
                break
            if place > old:
                self.pieces.append((old, place, new - old))
                new += place - old
            old = place + 1

    def of_set(self, members: BitMap) -> BitMap:
        if all(by == 0 for _, _, by in self.pieces):
            return members
        found = BitMap()
        for start, end, by in self.pieces:
            some = members & BitMap(range(start, end))
            found |= some.shift(by) if by else some
        return found

    def of_list(self, places: Sequence[int]) -> list[int]:
        if all(by == 0 for _, _, by in self.pieces):
            return list(places)
        moved = array(PLACE)
        at = 0
        for start, end, by in self.pieces:
            moved.extend([0] * (start - at))
            moved.extend(range(start + by, end + by))
            at = end
        return list(map(moved.__getitem__, places))


def _places(alias: str, keys: Sequence[int] | set[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for some in in_pieces(keys):
        rows = models.Place._default_manager.using(alias).filter(inspection__in=some)
        found |= dict(rows.values_list("inspection_id", "position"))
    return found
