"""The plain inspections of a long table as columns: rows are made of them as they are wanted, and never kept.

A plain inspection stands in one row of one table, and no other source tells of the same authorities and service:
so nothing is merged or disputed, and all that varies from row to row are a few entries, each understood and merged
once by the code for every fact. Everything else of the table goes the common way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import count
from typing import Any

from django.db.models import Model

from inspections import models
from inspections.evidence import ROW
from inspections.reading.columns import LONG_REF
from inspections.recording.plain_entries import UNDATED, extra_columns, following, in_json, published_as, years_shown
from inspections.recording.plain_order import Ordered
from inspections.recording.plain_units import NONE, REMEMBERED, SLUG, told_before_cells, told_of_origins
from inspections.recording.rows import InspectionService
from inspections.recording.words import searchable, searchable_parts


class Plain(Ordered):
    """The plain inspections, in the order of their keys."""

    def rows(self, table: type[Model], start: int, stop: int, key: int, written: bool) -> Iterator[tuple[Any, ...]]:
        """The rows of a table that these inspections have, from ``key`` on; ``written``: as SQLite has them."""
        make: dict[type[Model], Callable[[int, int, int, bool], Iterator[tuple[Any, ...]]]] = {
            models.Inspection: self._inspections, InspectionService: self._service_pairs,
            models.InspectedBy: self._inspected_by, models.Judgement: self._judgements,
        }  # fmt: skip
        return make[table](start, stop, key, written)

    def titles(self, start: int, stop: int) -> Iterator[tuple[str, str]]:
        """Each with its id."""
        for at, name, _ in self._named(start, stop):
            yield self.ref(at), name

    def titles_in_json(self, start: int, stop: int) -> Iterator[str]:
        """The same as JSON with a comma between the two."""
        who, whats, inspected, published = self._names_in_json
        places, refs = self.places, self.refs
        for at, a, b, c, d in zip(
            range(start * LONG_REF, stop * LONG_REF, LONG_REF), places["who"][start:stop], places["what"][start:stop],
            places["inspected"][start:stop], places["published"][start:stop], strict=True,
        ):  # fmt: skip
            yield f'"{refs[at : at + LONG_REF]}",{who[a]}{whats[b]}{inspected[c] or published[d]}'

    @cached_property
    def _names_in_json(self) -> tuple[list[str], list[str], list[str], list[str]]:
        return (
            [f"{in_json([each.name])[:-1]}: " for each in self.who],
            [f"{in_json([each.name])[1:-1]}, " for each in self.what],
            [in_json([each.name])[1:] if each.name else "" for each in self.inspected],
            [in_json([published_as(each)[0]])[1:] for each in self.published],
        )

    @cached_property
    def _names(self) -> tuple[list[tuple[str, str]], ...]:
        """How each entry stands in titles and in slugs."""
        return (
            [(each.name, each.slug) for each in self.who],
            [(each.name, each.slug) for each in self.what],
            [(each.name, each.slug) for each in self.inspected],
            [published_as(each) for each in self.published],
        )

    def _named(self, start: int, stop: int) -> Iterator[tuple[int, str, str]]:
        """The place, title and slug of each."""
        who, whats, inspected, published = self._names
        places = self.places
        for at, a, b, c, d in zip(
            range(start, stop), places["who"][start:stop], places["what"][start:stop],
            places["inspected"][start:stop], places["published"][start:stop], strict=True,
        ):  # fmt: skip
            name, slug = who[a]
            what_name, what_slug = whats[b]
            dated = inspected[c]
            if not dated[0]:
                dated = published[d]
            whole = f"{slug}-{what_slug}-{dated[1]}"
            yield at, f"{name}: {what_name}, {dated[0]}", whole if len(whole) <= SLUG else whole[:SLUG].rstrip("-")

    def _inspections(self, start: int, stop: int, key: int, written: bool) -> Iterator[tuple[Any, ...]]:
        del key
        whats = [each.written if written else each.columns for each in self.what]
        inspected = [each.written if written else each.columns for each in self.inspected]
        published = [each.written if written else each.columns for each in self.published]
        years = [[years_shown(each, written) for each in side] for side in self.dates]
        extra = [extra_columns(each, written) for each in self.extra]
        absents = [each.absent for each in self.came]
        refs, places = self.refs, self.places
        sliced = (
            self.keys[start:stop], places["what"][start:stop], places["inspected"][start:stop],
            places["published"][start:stop], places["extra"][start:stop], self.coming[start:stop],
        )  # fmt: skip
        for (at, name, slug), row_key, b, c, d, x, j in zip(self._named(start, stop), *sliced, strict=True):
            ref = refs[at * LONG_REF : (at + 1) * LONG_REF]
            dated = years[0][c] or years[1][d] or NONE
            yield (row_key, ref, slug, name, *whats[b], *inspected[c], *published[d], *dated, absents[j], *extra[x])

    def _service_pairs(self, start: int, stop: int, key: int, written: bool) -> Iterator[tuple[Any, ...]]:
        del written
        numbers = count(key)
        who, whats, services = self.who, self.what, self.services
        known: dict[tuple[int, int], tuple[int, ...]] = {}
        for row_key, *pair in zip(
            self.keys[start:stop], self.places["who"][start:stop], self.places["what"][start:stop], strict=True
        ):
            found = known.get(both := (pair[0], pair[1]))
            if found is None:
                kind = whats[pair[1]].kind
                found = known[both] = tuple(services[slug, kind] for slug in who[pair[0]].authorities)
            for service in found:
                yield next(numbers), row_key, service

    def _inspected_by(self, start: int, stop: int, key: int, written: bool) -> Iterator[tuple[Any, ...]]:
        del written
        numbers = count(key)
        crews = [each.inspectorates for each in self.what]
        for row_key, b in zip(self.keys[start:stop], self.places["what"][start:stop], strict=True):
            for inspectorate in crews[b]:
                yield next(numbers), row_key, inspectorate

    def _judgements(self, start: int, stop: int, key: int, written: bool) -> Iterator[tuple[Any, ...]]:
        del written
        numbers = count(key)
        judgements = [each.judgement for each in self.came]
        for row_key, j in zip(self.keys[start:stop], self.coming[start:stop], strict=True):
            if judgements[j]:
                yield (next(numbers), row_key, *judgements[j])

    def evidence(self, start: int, stop: int, key: int, judgement: int, written: bool) -> Iterator[tuple[Any, ...]]:
        """``judgement``: the key of the first judgement among these."""
        source, judgements = self.source, count(judgement)
        has = [bool(each.judgement) for each in self.came]
        nothing: Any = "[]" if written else []
        places = self.places
        tell: Callable[..., Any] = self._teller_of_json() if written else self._tell
        sliced = (self.keys[start:stop], self.numbers[start:stop], self.coming[start:stop])
        entries = (places[group][start:stop] for group in ("who", "origin", "what", "inspected", "published", "extra"))
        for number, row_key, row, j, *told in zip(count(key), *sliced, *entries, strict=False):
            yield (
                number, source, row_key, next(judgements) if has[j] else None, None, ROW, "", 0, None, None, "", row,
                nothing, tell(j, *told),
            )  # fmt: skip

    def _tell(self, j: int, a: int, origin: int, b: int, c: int, d: int, x: int) -> list[list[Any]]:
        """All claims of one inspection, in the order in which merging makes them."""
        cells = self.origins[origin]
        who = [[name, value, [*held, *cells], judged] for name, value, held, judged in self.who[a].told]
        dates = [*self.inspected[c].told, *self.published[d].told]
        return [*who, *self.what[b].told, *dates, *self.extra[x].told, *self.came[j].told]

    def _teller_of_json(self) -> Callable[[int, int, int, int, int, int, int], str]:
        """The same as JSON, pasted together of what each entry tells."""
        who, origins = told_before_cells(self), told_of_origins(self)
        what, came = [following(each.told) for each in self.what], [following(each.told) for each in self.came]
        inspected, published = ([following(each.told) for each in side] for side in self.dates)
        extra = [following(each.told) for each in self.extra]
        known: dict[tuple[int, int], str] = {}

        def tell(j: int, a: int, origin: int, b: int, c: int, d: int, x: int) -> str:
            names = known.get((a, origin))
            if names is None:
                if len(known) >= REMEMBERED:
                    known.clear()
                after = origins[origin]
                names = known[a, origin] = ",".join([each + after for each in who[a]])
            return f"[{names}{what[b]}{inspected[c]}{published[d]}{extra[x]}{came[j]}]"

        return tell

    # -- searching --------------------------------------------------------------------------------

    def words(self, start: int, stop: int) -> Iterator[tuple[str, str]]:
        """What each is found by: the words of its title, and others."""
        places = self.places
        undated = searchable_parts(UNDATED[0])
        published = [searchable_parts(f"published {each.name}") if each.name else undated for each in self.published]
        inspected = [each.words if each.name else None for each in self.inspected]
        who, what = [each.words for each in self.who], [each.words for each in self.what]
        for a, b, c, d, x in zip(
            places["who"][start:stop], places["what"][start:stop], places["inspected"][start:stop],
            places["published"][start:stop], places["extra"][start:stop], strict=True,
        ):  # fmt: skip
            one, other, dated = who[a], what[b], inspected[c] or published[d]
            first = f"{one[0]} {other[0]} {dated[0]}"
            for joined in (one[1], other[1], dated[1]):
                if joined:
                    first = f"{first} {joined}"
            yield first, self._searched(b, x)

    def _searched(self, b: int, x: int) -> str:
        found = self.searched.get((b, x))
        if found is None:
            if len(self.searched) >= REMEMBERED:
                self.searched.clear()
            name, *more = self.what[b].searched
            found = self.searched[b, x] = searchable(" ".join([name, self.extra[x].outcome, *more]))
        return found

    def found_under(self, start: int, stop: int) -> Iterator[tuple[int, tuple[int, ...], int | None, int | None]]:
        """Key, services and years of each, as the index of searches has them."""
        places = self.places
        years = [[each.years for each in side] for side in self.dates]
        known: dict[tuple[int, int], tuple[int, ...]] = {}
        for key, a, b, c, d in zip(
            self.keys[start:stop], places["who"][start:stop], places["what"][start:stop],
            places["inspected"][start:stop], places["published"][start:stop], strict=True,
        ):  # fmt: skip
            found = known.get((a, b))
            if found is None:
                kind = self.what[b].kind
                found = known[a, b] = tuple(sorted({self.services[slug, kind] for slug in self.who[a].authorities}))
            first, last = years[0][c] or years[1][d] or (None, None)
            yield key, found, first, last
