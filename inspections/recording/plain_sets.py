"""Which plain inspections each value of each filter has, and the newest outcomes among them, taken from their columns.

What ``read_model`` and ``latest`` ask the database of each inspection is here asked once of each different entry.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from inspections.membership import (
    ALL,
    DATED,
    FROM_YEAR,
    OVERALL,
    OWN,
    PLACE,
    PROVED_BY,
    TO_YEAR,
    UNSTATED,
    write_set,
)
from inspections.querysets import CANDIDATES
from inspections.recording.latest import OPEN_END, WHOLE, Event, History
from inspections.recording.latest import UNSTATED as UNSTATED_KIND
from inspections.recording.plain import Plain
from inspections.recording.plain_entries import Dated
from inspections.recording.read_model import Places, Written, years_meant

Lists = dict[int, "array[int]"]


def plain_sets(plain: Plain, positions: array[int], source: str, regions: Mapping[str, str]) -> Written:
    """The sets of the places of plain inspections, as they are written."""
    return {key: write_set(found) for some in _places(plain, positions, source, regions) for key, found in some.items()}


def _places(plain: Plain, positions: array[int], source: str, regions: Mapping[str, str]) -> Iterator[Places]:
    """The places of plain inspections, those of some filters at a time; ``positions``: of each in the list of all."""
    yield from ({key: positions} for key in ((ALL, ""), (OWN, ""), (PROVED_BY, source)))  # type: ignore[misc]
    yield _of_whom(plain, positions, regions)
    yield _of_what(plain, positions)
    yield _of_grades(plain, positions)
    yield _of_dates(plain, positions)


def _nothing() -> Places:
    return defaultdict(lambda: array(PLACE))


def _of_whom(plain: Plain, positions: array[int], regions: Mapping[str, str]) -> Places:
    found = _nothing()
    for at, places in _by_entry(plain.places["who"], positions).items():
        for slug in plain.who[at].authorities:
            found["authority", slug].extend(places)
            if regions[slug]:
                found["region", regions[slug]].extend(places)
    return found


def _of_what(plain: Plain, positions: array[int]) -> Places:
    found = _nothing()
    for at, places in _by_entry(plain.places["what"], positions).items():
        what = plain.what[at]
        found["kind", what.columns[KIND]].extend(places)
        found["service" if what.kind else UNSTATED, what.kind].extend(places)
        for inspectorate in what.inspectorates:
            found["inspectorate", inspectorate].extend(places)
    return found


def _of_grades(plain: Plain, positions: array[int]) -> Places:
    found = _nothing()
    for at, places in _by_entry(plain.coming, positions).items():
        if plain.came[at].judgement:
            _, _, _, overall, scale, grade, *_ = plain.came[at].judgement
            found["scale", scale].extend(places)
            found["grade", f"{scale}:{grade}"].extend(places)
            if overall:
                found[OVERALL, f"{scale}:{grade}"].extend(places)
    return found


KIND = 6  # which of the columns of ``What`` it is


def _by_entry(entries: Iterable[int], positions: Iterable[int]) -> Lists:
    found: Lists = defaultdict(lambda: array(PLACE))
    for at, position in zip(entries, positions, strict=True):
        found[at].append(position)
    return found


def _of_dates(plain: Plain, positions: array[int]) -> Places:
    found = _nothing()
    begun = [each.earliest is not None for each in plain.inspected]
    alone: Lists = defaultdict(lambda: array(PLACE))
    pairs: dict[tuple[int, int], array[int]] = defaultdict(lambda: array(PLACE))
    for c, d, position in zip(plain.places["inspected"], plain.places["published"], positions, strict=True):
        if begun[c]:
            alone[c].append(position)
        else:
            pairs[c, d].append(position)
    for c, places in alone.items():
        dated = plain.inspected[c]
        _add_years(found, places, dated, _edtf(dated))
    for (c, d), places in pairs.items():
        dated, published = plain.inspected[c], plain.published[d]
        _add_years(found, places, dated if dated.years else published, _edtf(published))
    return found


def _edtf(dated: Dated) -> str:
    """What a date is written as, where it is one of several."""
    edtf, _, _, basis, _ = dated.columns
    return edtf if basis == CANDIDATES else ""


def _add_years(found: Places, places: array[int], dated: Dated, meant: str) -> None:
    if dated.day:
        found[DATED, ""].extend(places)
    first, last = dated.years or (None, None)
    if first is not None and last is not None:
        found[FROM_YEAR, str(first)].extend(places)
        found[TO_YEAR, str(last)].extend(places)
    for year in years_meant(first, last, meant):
        found["year", year].extend(places)


def plain_histories(plain: Plain) -> dict[int, History]:
    """The histories of services as far as plain inspections make them.

    Of the inspections of one kind only those are told singly that may be the newest, or may be newer than it, and of
    those without a year the last.
    """
    found: dict[int, History] = {}
    together: dict[tuple[int, int], array[int]] = defaultdict(lambda: array(PLACE))
    for at, pair in enumerate(zip(plain.places["who"], plain.places["what"], strict=True)):
        together[pair].append(at)
    days = _Days(plain)
    for (a, b), places in together.items():
        kind = plain.what[b].columns[KIND]
        spans = days.of(places)
        greatest = max((first for first, _ in spans if first), default="")
        undated = [at for at, (first, _) in zip(places, spans, strict=True) if first is None]
        kept = undated[-1] if undated and kind in WHOLE else None
        events = [
            Event(plain.keys[at], kind, first, last, days.overall(at, kind))
            for at, (first, last) in zip(places, spans, strict=True)
            if kind == UNSTATED_KIND
            or at == kept
            or (first is not None and (first >= greatest or (kind in WHOLE and (last or OPEN_END) >= greatest)))
        ]
        left_out = len(undated) - sum(event.earliest is None for event in events)
        for service in {plain.services[slug, plain.what[b].kind] for slug in plain.who[a].authorities}:
            history = found.setdefault(service, History())
            for event in events:
                history.add(event)
            history.held += len(spans) - len(events)
            history.undated += left_out
            history.last = max(history.last, plain.keys[places[-1]])
    return found


Days = tuple[str | None, str | None]


class _Days:
    """The first and the last day on which each may have been, as ``latest`` asks for them."""

    def __init__(self, plain: Plain) -> None:
        self.inspected: list[Days] = [(each.written[1], each.written[2]) for each in plain.inspected]
        self.published: list[Days] = [(each.written[1], each.written[2]) for each in plain.published]
        self.places = plain.places["inspected"], plain.places["published"]
        self.judged = [bool(each.judgement[3]) if each.judgement else None for each in plain.came]
        self.coming = plain.coming

    def of(self, places: Iterable[int]) -> list[Days]:
        """Of each in its turn: pairs of dates are nearly as many as rows, so none is kept for the next."""
        first, second = self.places
        inspected, published = self.inspected, self.published
        return [_between(inspected[first[at]], published[second[at]]) for at in places]

    def overall(self, at: int, kind: str) -> int | None:
        judged = self.judged[self.coming[at]] if kind == UNSTATED_KIND else None
        return None if judged is None else int(judged)


def _between(inspected: Days, published: Days) -> Days:
    first, last = inspected
    printed, closed = published
    if first or last:
        return first or last, last or closed or first
    return printed or closed, closed or printed
