"""What the record that stands says of the plain inspections of the next one: nothing, the same, or something else.

Another version of a long table says of most of its inspections what the one before said. Both are compared as streams;
rows are made only of what differs, some at a time, and told apart as every other change is.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db import connections
from django.db.models import Model

from inspections import models
from inspections.reading.columns import LONG_REF, NUMBER
from inspections.reading.facts import Reading
from inspections.reading.plain_facts import REF, Ids, PlainFacts, numbers_of
from inspections.recording.digests import GROUPED_BY, INSPECTION, read_sums
from inspections.recording.held_columns import held_rows
from inspections.recording.plain import Plain
from inspections.recording.rows import BATCH, InspectionService, Record, StatementInspection, canonical, light
from inspections.recording.standing import in_pieces, read_part
from inspections.recording.standing_ids import StandingIds, is_among
from inspections.recording.summaries import Around, Key, Summary, summarise

COMPARED = 5_000  # inspections that are made rows at a time
FEW_OF = 20  # one in so many is asked for singly; of more all rows are compared

Fields = list[dict[str, str]]


@dataclass(frozen=True)
class News:
    """The plain inspections of which the record that stands says nothing, or something else."""

    plain: Plain  # these alone
    changed: dict[int, Fields] = field(default_factory=dict)  # by their places; all others are new


def need_rows(readings: Iterable[Reading], database: str, standing: Callable[[], StandingIds]) -> set[str]:
    """The ids of a long table that may take the place of others: where one leads to is looked up among rows."""
    retired = models.Retired._default_manager.using(database).filter(kind="inspection")
    found = {ref for pair in retired.values_list("ref", "leads_to") for ref in pair if ref}
    long = [each.inspections for each in readings if isinstance(each.inspections, PlainFacts)]
    if not long:
        return found
    facts = max(long, key=len)
    if gone := _gone(facts, database, standing()):
        found |= _like(facts, standing().sorted(), _homes_of(gone, database))
    return found


def _gone(facts: PlainFacts, database: str, standing: StandingIds) -> set[int]:
    """The keys of inspections that long tables tell of, and this one does not."""
    here = array(REF, sorted(facts.refs))
    others = set(numbers_of("".join(fact.ref for _, fact in facts.others if fact.ref)))
    gone = [key for key, number in standing if not is_among(number, here) and number not in others]
    found: set[int] = set()
    for some in in_pieces(gone):
        rows = models.Evidence._default_manager.using(database).filter(source__long_text__isnull=False)
        found.update(rows.filter(inspection__in=some).order_by().values_list("inspection_id", flat=True).distinct())
    return found


def _homes_of(inspections: Iterable[int], database: str) -> set[tuple[tuple[str, ...], str]]:
    """The authorities and the kind of service of each."""
    found: dict[int, tuple[list[str], str]] = {}
    through = InspectionService._default_manager.using(database)
    for some in in_pieces(inspections):
        rows = through.filter(inspection__in=some).order_by("pk")
        for key, slug, kind in rows.values_list("inspection_id", "service__authority__slug", "service__kind"):
            found.setdefault(key, ([], kind))[0].append(slug)
    return {(tuple(sorted(slugs)), kind) for slugs, kind in found.values()}


def _like(facts: PlainFacts, standing: Ids, homes: set[tuple[tuple[str, ...], str]]) -> set[str]:
    """The new ids among the plain rows of these authorities and services."""
    who = [tuple(sorted(name.slug for name in fact.authorities)) for fact in facts.samples["who"]]
    what = [fact.service.slug if fact.service else "" for fact in facts.samples["what"]]
    places = facts.columns.places
    both = set(zip(places["who"], places["what"], strict=True))
    pairs = {pair for pair in both if (who[pair[0]], what[pair[1]]) in homes}
    return {
        ref
        for place, pair in enumerate(zip(places["who"], places["what"], strict=True))
        if pair in pairs and (ref := facts.columns.ref(place)) not in standing
    }


def find_news(
    plain: Plain, before: Record, after: Record, database: str, standing: StandingIds, sums: Sequence[models.Sum]
) -> News:
    """Which plain inspections are new, and which say something else now.

    ``before``: what stands beside them; ``standing``: the ids that stand; ``sums``: of the record ``after``.
    """
    doubtful = _doubtful(plain, database, sums)
    if len(doubtful) * FEW_OF <= len(plain):
        suspects = _standing_under(plain, doubtful, database)
        told_of = set(doubtful) - suspects.keys()
    else:
        held, suspects = _all_suspects(plain, before, database, standing)
        told_of = set(range(len(plain))) - held
    changed: dict[int, Fields] = {}
    known: dict[str, Fields] = {}  # of many the same is told
    ordered = sorted(suspects)
    for start in range(0, len(ordered), COMPARED):
        some = ordered[start : start + COMPARED]
        old = _summaries(read_part(database, inspections=[suspects[at] for at in some]), before, database)
        new = _summaries(_rows(plain.only(some)), after, database)
        for at in some:
            thing = "inspection", plain.ref(at)
            if told := new[thing].changes_from(old[thing]):
                changed[at] = known.setdefault(canonical(told), told)
    places = sorted(told_of | changed.keys())
    return News(
        plain if len(places) == len(plain) else plain.only(places),
        {number: changed[place] for number, place in enumerate(places) if place in changed},
    )


def _doubtful(plain: Plain, database: str, sums: Sequence[models.Sum]) -> Sequence[int]:
    """The places of those beside which anything differs: what has the same sum in both records says the same."""
    ours, theirs = (
        {row.begins: (row.many, row.digest) for row in rows if row.kind == INSPECTION}
        for rows in (sums, read_sums(database))
    )
    same = {begins for begins, summed in ours.items() if theirs.get(begins) == summed}
    refs = plain.refs
    return [at for at in range(len(plain)) if refs[at * LONG_REF : at * LONG_REF + GROUPED_BY] not in same]


def _standing_under(plain: Plain, places: Sequence[int], database: str) -> dict[int, int]:
    """Which of these stand, and under which keys."""
    refs = {plain.ref(at): at for at in places}
    found: dict[int, int] = {}
    for some in in_pieces(refs):
        rows = models.Inspection._default_manager.using(database).filter(ref__in=some)
        found |= {refs[ref]: key for key, ref in rows.values_list("pk", "ref")}
    return found


def _all_suspects(
    plain: Plain, before: Record, database: str, standing: StandingIds
) -> tuple[set[int], dict[int, int]]:
    """The places of all that stand; and of those that may say something else the keys under which they stand."""
    stand: array[int] = array(NUMBER)  # places of those that stand under the same key
    moved: dict[int, int] = {}  # places of others that stand, and their keys there
    numbers = numbers_of(plain.refs)
    for key, number in standing:
        place = plain.place(key)
        if place < len(plain) and plain.keys[place] == key and numbers[place] == number:
            stand.append(place)
        elif plain.holds_number(number):
            moved[key] = 0
    refs = {ref: key for key, ref in _refs(moved, database)}
    places = {refs[ref]: at for at, ref in _placed(plain, refs)} if refs else {}
    moved = {places[key]: key for key in moved}
    differing = _differing(plain, stand, before, database)
    return {*stand, *moved}, moved | {place: plain.keys[place] for place in differing}


def around_rows(part: Record, database: str) -> Around:
    """What the rows of a record that stands point at where it was read without some of its inspections."""
    inspections = part.of(models.Inspection)
    wanted = {key for row in inspections for key in (row.previous_id, row.follows_id) if key}
    wanted |= {pair.inspection_id for pair in part.rows[StatementInspection]}
    wanted -= {row.pk for row in inspections}
    inspected: dict[int, list[str]] = {}
    through = InspectionService._default_manager.using(database).order_by("pk")
    for some in in_pieces(wanted):
        pairs = through.filter(inspection__in=some).values_list("inspection_id", "service__authority__slug")
        for key, slug in pairs:
            inspected.setdefault(key, []).append(slug)
    return Around({}, {}, {}, dict(_refs(wanted, database)), inspected)


def _refs(keys: Iterable[int], database: str) -> Iterator[tuple[int, str]]:
    for some in in_pieces(keys):
        yield from models.Inspection._default_manager.using(database).filter(pk__in=some).values_list("pk", "ref")


def _placed(plain: Plain, refs: dict[str, int]) -> Iterator[tuple[int, str]]:
    return ((at, ref) for at in range(len(plain)) if (ref := plain.ref(at)) in refs)


def _differing(plain: Plain, stand: array[int], before: Record, database: str) -> set[int]:
    """The places of those whose rows do not say the same; who told of them may be another file now."""
    if not stand:
        return set()
    common = plain if len(stand) == len(plain) else plain.only(stand)
    slugs = {row.pk: row.slug for row in before.of(models.Authority)}
    standing = {(slugs[row.authority_id], row.kind): row.pk for row in before.of(models.Service)}
    common = common.with_services({pair: standing.get(pair, -key) for pair, key in plain.services.items()})
    file = plain.reading.held.name
    source = next((row.pk for row in before.of(models.Source) if row.file == file), None)
    if source is None:
        return set(stand)
    keys = set(_told_by_others(source, database))
    written = connections[database].vendor == "sqlite"
    for table in (models.Inspection, InspectionService, models.InspectedBy, models.Judgement):
        ours = common.rows(table, 0, len(common), 1, written)
        keys.update(_unlike(ours, held_rows(table, common, database), 0 if table is models.Inspection else 1))
    return {stand[common.place(key)] for key in keys if common.has_key(key)}


def _told_by_others(source: int, database: str) -> Iterator[int]:
    """The inspections that another source tells of."""
    rows = models.Evidence._default_manager.using(database).filter(inspection__isnull=False).exclude(source=source)
    yield from rows.order_by().values_list("inspection_id", flat=True).distinct().iterator(BATCH)


def _unlike(ours: Iterable[tuple[Any, ...]], theirs: Iterable[tuple[Any, ...]], at: int) -> Iterator[int]:
    """The keys of inspections whose rows differ; both come in their order, the first ``at`` columns say nothing."""
    inspection = itemgetter(at)
    one, other = (groupby(rows, key=inspection) for rows in (ours, theirs))
    values: Callable[[Any], Any] = lambda group: [row[at:] for row in group[1]] if group else None  # noqa: E731
    mine, held = next(one, None), next(other, None)
    while mine or held:
        if held is None or (mine is not None and mine[0] < held[0]):
            assert mine is not None
            yield mine[0]
            mine = next(one, None)
        elif mine is None or held[0] < mine[0]:
            yield held[0]
            held = next(other, None)
        else:
            if values(mine) != values(held):
                yield mine[0]
            mine, held = next(one, None), next(other, None)


def _rows(few: Plain) -> Record:
    found = Record()
    tables: tuple[type[Model], ...] = (models.Inspection, InspectionService, models.Judgement)
    for table in tables:
        found.rows[table] = [light(table)(*values) for values in few.rows(table, 0, len(few), 1, written=False)]
    proofs = few.evidence(0, len(few), 1, 1, written=False)
    found.rows[models.Evidence] = [light(models.Evidence)(*values) for values in proofs]
    return found


def _summaries(part: Record, whole: Record, database: str) -> dict[Key, Summary]:
    """Of the inspections of a part of a record, whose authorities, services and sources stand in the whole."""
    slugs = {row.pk: row.slug for row in whole.of(models.Authority)}
    linked = {key for row in part.of(models.Inspection) for key in (row.previous_id, row.follows_id) if key}
    around = Around(
        slugs,
        {row.pk: slugs[row.authority_id] for row in whole.of(models.Service)},
        {row.pk: row.file for row in whole.of(models.Source)},
        dict(_refs(linked, database)),
        {},
    )
    part.rows[models.Statement] = []
    return summarise(part, around)
