"""The plain inspections of a long table as columns: rows are made of them as they are wanted, and never kept.

A plain inspection stands in one row of one table, and no other source tells of the same authorities and service:
so nothing is merged or disputed, and all that varies from row to row are a few entries, each understood and merged
once by the code for every fact. Everything else of the table goes the common way.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate, count
from typing import Any

from django.db.models import Model
from django.utils.text import slugify

from inspections import models
from inspections.catalogue import Catalogue
from inspections.evidence import ROW
from inspections.reading.columns import GROUPS, LONG_REF, NUMBER
from inspections.reading.facts import InspectionFact, Reading, When
from inspections.reading.plain_facts import Ids, PlainFacts, numbers_of
from inspections.recording.columns import date_columns, years_of
from inspections.recording.identity import Event, Told
from inspections.recording.inserting import write_json
from inspections.recording.merging import Claim, Merged, merge
from inspections.recording.refs import REF_BITS
from inspections.recording.rows import InspectionService, canonical
from inspections.recording.titles import what, whom
from inspections.recording.words import searchable, searchable_parts
from inspections.tidy import unprotect
from inspections.wording import kind_in_words, when_in_words

KEY = "q"
REST = (1 << REF_BITS) - 1
SLUG = 120
REMEMBERED = 1 << 16  # pairs of entries whose words for a search are not worked out again
UNDATED = ("date not stated", "date-not-stated")
NONE = (None, None, None)


@dataclass(frozen=True)
class Who:
    authorities: tuple[str, ...]
    name: str
    slug: str
    words: tuple[str, str]
    told: list[list[Any]]


@dataclass(frozen=True)
class What:
    kind: str  # of service
    columns: tuple[Any, ...]
    written: tuple[Any, ...]
    name: str
    slug: str
    words: tuple[str, str]
    told: list[list[Any]]
    inspectorates: tuple[str, ...]
    until: date | None  # the last day on which its framework gives an overall grade
    searched: tuple[str, ...]


@dataclass(frozen=True)
class Dated:
    columns: tuple[Any, ...]
    written: tuple[Any, ...]
    told: list[list[Any]]
    name: str  # in a title
    slug: str
    words: tuple[str, str]
    years: tuple[int, int] | None
    day: date | None
    earliest: date | None


@dataclass(frozen=True)
class Extra:
    outcome: str
    next_due: str
    notes: list[str]
    told: list[list[Any]]


@dataclass(frozen=True)
class Came:
    """What rows of one kind come to: their judgement, and why there is no overall grade."""

    judgement: tuple[Any, ...]  # from its position on; () where nothing is judged
    told: list[list[Any]]
    absent: str


def _told(claims: Sequence[Claim], judged: int) -> list[list[Any]]:
    """Claims as ``Evidence.told`` has them."""
    return [
        [each.field, each.value, [list(cell) for cell in each.words.rows[0].cells], judged]
        for each in claims
        if each.words.rows
    ]


class Plain:
    """The plain inspections, in the order of their keys."""

    def __init__(self, reading: Reading, facts: PlainFacts, chosen: array[int], catalogue: Catalogue) -> None:
        self.reading, self.facts, self.catalogue = reading, facts, catalogue
        samples = {group: [self._merged(fact) for fact in facts.samples[group]] for group in GROUPS}
        self.who = [self._who(merged) for merged in samples["who"]]
        self.what = [self._what(merged) for merged in samples["what"]]
        self.inspected = [_dated("inspected", merged.inspected, merged) for merged in samples["inspected"]]
        self.published = [_dated("published", merged.published, merged) for merged in samples["published"]]
        self.extra = [
            Extra(
                merged.outcome, merged.next_due.edtf if merged.next_due else "", merged.notes,
                _told([claim for claim in merged.claims if claim.field in ("next_due", "outcome")], 0),
            )
            for merged in samples["extra"]
        ]  # fmt: skip
        self.origins = [
            [[key, text] for key, cell in zip(GROUPS["origin"], entry, strict=True) if (text := unprotect(cell))]
            for entry in facts.columns.entries["origin"]
        ]
        self._arrange(chosen)
        self._judge(chosen)
        self.source = 0  # the keys of rows that stand elsewhere: set when these are made
        self.services: Mapping[tuple[str, str], int] = {}
        self.searched: dict[tuple[int, int], str] = {}

    def __len__(self) -> int:
        return len(self.keys)

    # -- what each entry comes to ---------------------------------------------------------------

    def _merged(self, fact: InspectionFact) -> Merged:
        return merge(Event((Told(self.reading, fact, fact.ref, 0),)), self.catalogue)

    def _who(self, merged: Merged) -> Who:
        name = whom(merged, self.catalogue)
        claims = [claim for claim in merged.claims if claim.field == "authority"]
        return Who(merged.authorities, name, slugify(name), searchable_parts(name), _told(claims, 0))

    def _what(self, merged: Merged) -> What:
        name = what(merged, self.catalogue)
        framework = self.catalogue.frameworks.get(merged.framework)
        shared = (merged.service_kind, merged.service_name, "", "", "")
        after = (merged.kind, merged.framework, merged.framework_basis)
        inspectorates = list(merged.inspectorates)
        more = (merged.service_name, kind_in_words(merged.kind), *merged.inspectorates, merged.framework)
        return What(
            merged.service_kind, (*shared, inspectorates, *after), (*shared, write_json(inspectorates), *after), name,
            slugify(name), searchable_parts(name), _told(merged.claims, 0), merged.inspectorates,
            framework.overall_until if framework else None, more,
        )  # fmt: skip

    # -- order ------------------------------------------------------------------------------------

    def _arrange(self, chosen: array[int]) -> None:
        """By key: a greater one is shown earlier. The columns are put into this order once."""
        columns = self.facts.columns
        refs = self.facts.refs
        shift = 5 * LONG_REF - REF_BITS
        days = [[(dated.day.toordinal() if dated.day else 0) << REF_BITS for dated in each] for each in self._dates]
        inspected, published = columns.places["inspected"], columns.places["published"]
        keys = array(
            KEY,
            ((days[0][inspected[at]] or days[1][published[at]]) | REST - (refs[at] >> shift) for at in chosen),
        )
        order = sorted(range(len(keys)), key=keys.__getitem__)
        rows = array(NUMBER, map(chosen.__getitem__, order))
        self.keys = array(KEY, map(keys.__getitem__, order))
        self.refs = "".join(map(columns.ref, rows))
        self.numbers = array(NUMBER, map(columns.numbers.__getitem__, rows))
        self.places = {group: array(NUMBER, map(held.__getitem__, rows)) for group, held in columns.places.items()}

    @property
    def _dates(self) -> tuple[list[Dated], list[Dated]]:
        return self.inspected, self.published

    def _judge(self, chosen: array[int]) -> None:
        """What each row comes to, and how many rows of other tables stand before it."""
        known: dict[tuple[int, int, bool | None], int] = {}
        self.came: list[Came] = []
        self.coming = array(NUMBER)
        places = self.places
        rows = zip(places["what"], places["judged"], places["inspected"], strict=True)
        for at, (what_at, judged_at, inspected_at) in enumerate(rows):
            until, earliest = self.what[what_at].until, self.inspected[inspected_at].earliest
            late = earliest > until if until and earliest else None
            place = known.get((what_at, judged_at, late))
            if place is None:
                place = known[what_at, judged_at, late] = len(self.came)
                self.came.append(self._came(at))
            self.coming.append(place)
        self.count_before()

    def count_before(self) -> None:
        """How many rows of other tables stand before each."""
        places = self.places
        judged = [1 if each.judgement else 0 for each in self.came]
        self.before: dict[type[Model], array[int]] = {
            models.Judgement: _before(judged[each] for each in self.coming),
            InspectionService: _before(map([len(each.authorities) for each in self.who].__getitem__, places["who"])),
            models.InspectedBy: _before(
                map([len(each.inspectorates) for each in self.what].__getitem__, places["what"])
            ),
        }

    def _came(self, at: int) -> Came:
        columns = self.facts.columns
        merged = self._merged(self.facts.plain(bisect_left(columns.numbers, self.numbers[at])))
        if not merged.judgements:
            return Came((), [], merged.overall_absent)
        (one,) = merged.judgements
        row = (0, one.aspect, one.aspect_slug, one.overall, one.scale, one.grade, one.as_worded, one.basis, one.note)
        return Came(row, _told(one.claims, 1), merged.overall_absent)

    def pairs(self) -> set[tuple[str, str]]:
        """The authorities and kinds of service that they are of."""
        found = set(zip(self.places["who"], self.places["what"], strict=True))
        return {(slug, self.what[b].kind) for a, b in found for slug in self.who[a].authorities}

    def ref(self, at: int) -> str:
        return self.refs[at * LONG_REF : (at + 1) * LONG_REF]

    def place(self, key: int) -> int:
        """How many have a lesser key."""
        return bisect_left(self.keys, key)

    def has_key(self, key: int) -> bool:
        """Is this the integer key of one of these?"""
        at = bisect_left(self.keys, key)
        return at < len(self.keys) and self.keys[at] == key

    def same_as(self, other: Plain) -> bool:
        """Do these columns say the same?"""
        columns = ("keys", "refs", "numbers", "places", "coming")
        entries = ("who", "what", "inspected", "published", "extra", "came", "origins")
        return all(getattr(self, name) == getattr(other, name) for name in (*columns, *entries))

    def holds(self, ref: str) -> bool:
        """Is this the id of one of these?"""
        return ref in self._ids

    @cached_property
    def _ids(self) -> Ids:
        return Ids(array("Q", sorted(numbers_of(self.refs))), {})

    def twice(self) -> str:
        """The first of two that would get one key; "" where all is well."""
        keys = self.keys
        return next((self.ref(at) for at in range(1, len(keys)) if keys[at] == keys[at - 1]), "")

    def count(self, table: type[Model], until: int) -> int:
        """How many rows of a table the inspections before this place have."""
        before = self.before.get(table)
        return before[until] if before else until

    # -- rows -------------------------------------------------------------------------------------

    def witnesses(self) -> Iterator[int]:
        """Places among which every entry, and everything that a row comes to, stands at least once."""
        seen: set[tuple[int, int]] = set()
        columns = [*self.places.values(), self.coming]
        for at, entries in enumerate(zip(*columns, strict=True)):
            new = [pair for pair in enumerate(entries) if pair not in seen]
            if new:
                seen.update(new)
                yield at

    def alone(self) -> Plain:
        """The same without the facts that they were made of: enough for another process."""
        some = copy(self)
        for name in ("facts", "reading", "catalogue", "before", "_ids"):
            some.__dict__.pop(name, None)
        return some

    def only(self, kept: Sequence[int]) -> Plain:
        """These alone, in their order."""
        some = copy(self)
        some.keys = array(KEY, (self.keys[at] for at in kept))
        some.refs = "".join(map(self.ref, kept))
        some.numbers = array(NUMBER, (self.numbers[at] for at in kept))
        some.places = {group: array(NUMBER, (held[at] for at in kept)) for group, held in self.places.items()}
        some.coming = array(NUMBER, (self.coming[at] for at in kept))
        some.count_before()
        return some

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
        who = [f"{_inner([each.name])[:-1]}: " for each in self.who]
        whats = [f"{_inner([each.name])[1:-1]}, " for each in self.what]
        inspected = [_inner([each.name])[1:] if each.name else "" for each in self.inspected]
        published = [_inner([f"published {each.name}" if each.name else UNDATED[0]])[1:] for each in self.published]
        places, refs = self.places, self.refs
        for at, a, b, c, d in zip(
            range(start * LONG_REF, stop * LONG_REF, LONG_REF), places["who"][start:stop], places["what"][start:stop],
            places["inspected"][start:stop], places["published"][start:stop], strict=True,
        ):  # fmt: skip
            yield f'"{refs[at : at + LONG_REF]}",{who[a]}{whats[b]}{inspected[c] or published[d]}'

    def _named(self, start: int, stop: int) -> Iterator[tuple[int, str, str]]:
        """The place, title and slug of each."""
        who = [(each.name, each.slug) for each in self.who]
        whats = [(each.name, each.slug) for each in self.what]
        inspected = [(each.name, each.slug) for each in self.inspected]
        published = [
            (f"published {each.name}", f"published-{each.slug}") if each.name else UNDATED for each in self.published
        ]
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
        years = [[_years(each, written) for each in side] for side in self._dates]
        extra = [_extra(each, written) for each in self.extra]
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
        who = [
            [f"{write_json(told)[: -len(AFTER_CELLS)]}" for told in each.told] for each in self.who
        ]  # without the end of the cells, for the origin's to follow
        origins = ["".join(f",{write_json(cell)}" for cell in cells) + AFTER_CELLS for cells in self.origins]
        what, came = [following(each.told) for each in self.what], [following(each.told) for each in self.came]
        inspected, published = ([following(each.told) for each in side] for side in self._dates)
        extra = [following(each.told) for each in self.extra]

        def tell(j: int, a: int, origin: int, b: int, c: int, d: int, x: int) -> str:
            after = origins[origin]
            names = ",".join([each + after for each in who[a]])
            return f"[{names}{what[b]}{inspected[c]}{published[d]}{extra[x]}{came[j]}]"

        return tell

    # -- digest -----------------------------------------------------------------------------------

    def units(self, sources: Mapping[int, str], services: Mapping[int, tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
        """The id of each, and what ``digests`` hashes of it: pasted together of what each entry comes to."""
        named = _pasted_titles(self)
        whats = [_inner(each.columns) for each in self.what]
        inspected, published = ([_inner(each.columns) for each in side] for side in self._dates)
        years = [[_inner(years) if (years := _years(each, True)) else "" for each in side] for side in self._dates]
        extra = [_inner(_without_links(_extra(each, False))) for each in self.extra]
        absents = [canonical(each.absent) for each in self.came]
        judged = [canonical([each.judgement] if each.judgement else []) for each in self.came]
        positions = ["0" if each.judgement else "null" for each in self.came]
        crews = [canonical(list(each.inspectorates)) for each in self.what]
        homes: dict[tuple[int, int], str] = {}
        source, none = canonical(sources[self.source]), _inner(NONE)
        tell, places, refs = self._teller_of_json(), self.places, self.refs
        groups = (places[group] for group in ("who", "origin", "what", "inspected", "published", "extra"))
        for at, (row, j, a, o, b, c, d, x) in enumerate(zip(self.numbers, self.coming, *groups, strict=True)):
            home = homes.get((a, b))
            if home is None:
                pairs = [(slug, self.what[b].kind) for slug in self.who[a].authorities]
                home = homes[a, b] = canonical([services[self.services[pair]] for pair in pairs])
            ref = refs[at * LONG_REF : (at + 1) * LONG_REF]
            dated = years[0][c] or years[1][d] or none
            written = (
                f'["inspection",["{ref}",{named(a, b, c, d)},{whats[b]},{inspected[c]},{published[d]},{dated},'
                f'{absents[j]},{extra[x]}],"","",{home},{crews[b]},{judged[j]},[[{source},{positions[j]},"{ROW}","",0,'
                f'null,null,"",{row},[],{tell(j, a, o, b, c, d, x)}]]]'
            )
            yield ref, written.encode()

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
        years = [[each.years for each in side] for side in self._dates]
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


AFTER_CELLS = "],0]"  # how a claim ends behind its cells


def _inner(values: Iterable[Any]) -> str:
    """Values as canonical JSON without the brackets around them."""
    return canonical(list(values))[1:-1]


def _without_links(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """What ``_extra`` gives, without the keys of other inspections."""
    return values[0], *values[3:]


def _pasted_titles(plain: Plain) -> Callable[[int, int, int, int], str]:
    """What writes the slug and the title of an inspection as JSON."""
    who = [(each.slug, _inner([each.name])[:-1]) for each in plain.who]
    whats = [(each.slug, _inner([each.name])[1:-1]) for each in plain.what]
    inspected = [(each.slug, _inner([each.name])[1:]) for each in plain.inspected]
    published = [
        (f"published-{each.slug}", _inner([f"published {each.name}"])[1:])
        if each.name
        else (UNDATED[1], _inner([UNDATED[0]])[1:])
        for each in plain.published
    ]
    dated = [bool(each.name) for each in plain.inspected]

    def write(a: int, b: int, c: int, d: int) -> str:
        (slug, name), (what_slug, what_name) = who[a], whats[b]
        when_slug, when = inspected[c] if dated[c] else published[d]
        whole = f"{slug}-{what_slug}-{when_slug}"
        return f'"{whole if len(whole) <= SLUG else whole[:SLUG].rstrip("-")}",{name}: {what_name}, {when}'

    return write


def following(told: Sequence[list[Any]]) -> str:
    """Claims as JSON behind others."""
    return "".join(f",{write_json(each)}" for each in told)


def _before(counts: Iterable[int]) -> array[int]:
    """How many there are before each place, and in all."""
    return array(NUMBER, accumulate(counts, initial=0))


def _dated(name: str, dated: When | None, merged: Merged) -> Dated:
    columns = tuple(date_columns(name, dated).values())
    written = tuple(each.isoformat() if isinstance(each, date) else each for each in columns)
    said = when_in_words(dated.edtf) if dated else ""
    told = _told([claim for claim in merged.claims if claim.field == name], 0)
    day = (dated.earliest or dated.latest) if dated else None
    words = searchable_parts(said)
    return Dated(
        columns, written, told, said, slugify(said), words, years_of(dated), day, dated.earliest if dated else None
    )


def _years(dated: Dated, written: bool) -> tuple[Any, ...] | None:
    """Years and the day by which it is sorted; None where the date has none."""
    if dated.years is None or dated.day is None:
        return None
    return (*dated.years, dated.day.isoformat() if written else dated.day)


def _extra(extra: Extra, written: bool) -> tuple[Any, ...]:
    """The columns of an inspection from its outcome on: nothing is disputed, and nothing comes before."""
    notes: Any = write_json(extra.notes) if written else extra.notes
    nothing: Any = "[]" if written else []
    return (extra.outcome, None, None, extra.next_due, notes, nothing, nothing)
