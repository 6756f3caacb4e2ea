"""What search and the check of quotations look through, changed where the record is.

An entry stands in the order of inspections, statements and texts by its key, so a new one gets a key between those of
its neighbours. Where no key is left between two, everything is built whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Min, Model, QuerySet

from inspections import models
from inspections.fulltext import WordIndex
from inspections.querysets import ENTRY_WORDS, STRETCH_WORDS
from inspections.recording.indexing import (
    STEP,
    EntryService,
    Index,
    Related,
    add_inspection,
    add_statement,
    add_text,
)
from inspections.recording.inserting import insert_values
from inspections.recording.rows import Record, light, values_in
from inspections.recording.standing import HeldSource, Unsure, in_pieces, read_where
from inspections.recording.words import Stretch, TextWords
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.recording.difference import Difference

INSPECTIONS = ("inspection", "provider")


@dataclass(frozen=True)
class Found:
    """One row of the index, its words, and the services it is about; it has no key yet."""

    columns: dict[str, Any]
    words: tuple[str, str]
    services: tuple[int, ...] = ()

    @property
    def owner(self) -> int:
        return int(next(self.columns[name] for name in OWNERS if self.columns.get(name)))


OWNERS = ("inspection_id", "statement_id", "source_id")


class Gathered(Index):
    """Rows of the index kept in hand."""

    worded = True

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Found] = []
        self.stretches: list[Found] = []

    def add_entry(self, words: Callable[[], tuple[str, str]], services: Iterable[int] = (), **columns: Any) -> None:
        self.entries.append(Found(columns, words(), tuple(sorted(set(services)))))

    def add_stretch(self, source: int, words: TextWords, stretch: Stretch) -> None:
        span: Span = words.span_of(stretch)
        columns = {"source_id": source, "start": span.start, "end": span.end, "furniture": stretch.furniture}
        self.stretches.append(Found(columns, words.exact(stretch)))

    def of(self, kinds: Collection[str]) -> list[Found]:
        return [each for each in self.entries if each.columns["kind"] in kinds]


def replace_entries(change: Difference, services: Collection[int], alias: str) -> None:
    """Every entry of what differs, and of the authorities whose services may."""
    goes = _gather(change, change.goes, change.standing)
    comes = _gather(change, change.comes, change.after)
    keys = _keys_of_inspections(change.goes, alias)
    statements = _keys_of_statements(change.goes, alias)
    _take_out(goes, alias)
    order = _order_of_sources(alias)
    changed = {row.pk for part in (change.goes, change.comes) for row in part.of(models.Source)}
    said_in = {row.pk: row.source_id for row in change.comes.of(models.Statement)}
    refs = {row.pk: row.ref for row in change.comes.of(models.Statement)}
    stay = [(keys[each.owner], each) for each in comes.of(INSPECTIONS) if each.owner in keys]
    stay += [
        (statements[refs[each.owner]], each) for each in comes.of(("statement",)) if said_in[each.owner] not in changed
    ]
    _write(stay, models.Entry, alias)  # they keep their places, between which the others are put
    _put_inspections([each for each in comes.of(INSPECTIONS) if each.owner not in keys], alias)
    for source in sorted(changed.intersection(said_in.values()), key=order.index):
        said = [each for each in comes.of(("statement",)) if said_in[each.owner] == source]
        _put(said, models.Entry, _statement_before(source, order, alias), alias)
    for source in sorted((row.pk for row in change.comes.of(models.Source)), key=order.index):
        passages = [each for each in comes.of(("passage",)) if each.owner == source]
        before = _before(models.Entry, order, source, alias, kind="passage")
        if before is None:
            before = _last(models.Entry.objects.using(alias).exclude(kind="passage"))
        _put(passages, models.Entry, before, alias)
        stretches = [each for each in comes.stretches if each.owner == source]
        _put(stretches, models.Stretch, _before(models.Stretch, order, source, alias) or 0, alias)
    _name_services(services, alias)


def _gather(change: Difference, part: Record, whole: Record) -> Gathered:
    """The rows of the index of a part, told apart from others by all that stands around it."""
    related = Related(whole)
    related.sources = {**change.sources, **{row.pk: row for row in whole.of(models.Source)}}
    for key, services in change.services_about.items():
        related.services[key] = list(services)
    found = Gathered()
    for inspection in part.of(models.Inspection):
        add_inspection(found, inspection, related)
    for statement in part.of(models.Statement):
        add_statement(found, statement, related)
    passages: dict[int, list[models.Passage]] = {}
    for passage in part.of(models.Passage):
        passages.setdefault(passage.source_id, []).append(passage)
    for source in part.of(models.Source):
        add_text(found, source, passages.get(source.pk, []), related)
    return found


def _keys_of_inspections(goes: Record, alias: str) -> dict[int, int]:
    found: dict[int, int] = {}
    for some in in_pieces(row.pk for row in goes.of(models.Inspection)):
        rows = models.Entry.objects.using(alias).filter(inspection__in=some)
        found |= dict(rows.values_list("inspection_id", "pk"))
    return found


def _keys_of_statements(goes: Record, alias: str) -> dict[str, int]:
    refs = {row.pk: row.ref for row in goes.of(models.Statement)}
    found: dict[str, int] = {}
    for some in in_pieces(refs):
        rows = models.Entry.objects.using(alias).filter(statement__in=some)
        found |= {refs[statement]: key for statement, key in rows.values_list("statement_id", "pk")}
    return found


def _take_out(goes: Gathered, alias: str) -> None:
    held: dict[tuple[str, Any], list[int]] = {}
    for kinds, owner in ((INSPECTIONS, "inspection_id"), (("statement",), "statement_id"), (("passage",), "source_id")):
        found = goes.of(kinds)
        for row in read_where(models.Entry, alias, owner, {each.owner for each in found}, kind__in=kinds):
            held.setdefault((kinds[0], _place(row, owner)), []).append(row.pk)
        rows = [
            (_only(held.get((kinds[0], _place(each, owner)), [])), *each.words) for each in found
        ]  # fmt: skip
        _forget(models.Entry, ENTRY_WORDS, rows, alias)
    sources = {each.owner for each in goes.stretches}
    standing = {_place(row, "source_id"): row.pk for row in read_where(models.Stretch, alias, "source_id", sources)}
    rows = [(standing.get(_place(each, "source_id"), 0), *each.words) for each in goes.stretches]
    if 0 in (key for key, _, _ in rows) or len(standing) != len(rows):
        raise Unsure("the index of quotations is not the one that its texts give")
    _forget(models.Stretch, STRETCH_WORDS, rows, alias)


def _place(row: Any, owner: str) -> tuple[Any, ...]:
    get = row.columns.get if isinstance(row, Found) else lambda name: getattr(row, name, None)
    return get(owner), get("start"), get("end"), bool(get("furniture"))


def _only(keys: Sequence[int]) -> int:
    if len(keys) != 1:
        raise Unsure("the index of words is not the one that the record gives")
    return keys[0]


def _forget(table: type[Model], index: WordIndex, rows: Sequence[tuple[int, str, str]], alias: str) -> None:
    index.take_out(rows, alias)
    keys = [key for key, _, _ in rows]
    for some in in_pieces(keys):
        if table is models.Entry:
            EntryService._default_manager.using(alias).filter(entry__in=some)._raw_delete(alias)
        table._default_manager.using(alias).filter(pk__in=some)._raw_delete(alias)


def _put_inspections(found: Sequence[Found], alias: str) -> None:
    """In the order of their keys."""
    for each in sorted(found, key=lambda each: each.owner):
        rows = models.Entry.objects.using(alias).filter(inspection__lt=each.owner).order_by("-inspection_id")
        earlier = rows.values_list("pk", flat=True).first()
        if earlier is None:
            earlier = _last(models.Entry.objects.using(alias).filter(kind="authority"))
        _put([each], models.Entry, earlier, alias)


def _statement_before(source: int, order: list[int], alias: str) -> int:
    """The key of the entry that those of a source's statements come after."""
    for earlier in reversed(order[: order.index(source)]):
        rows = models.Entry.objects.using(alias).filter(statement__source=earlier)
        if (last := rows.aggregate(most=Max("pk"))["most"]) is not None:
            return int(last)
    return _last(models.Entry.objects.using(alias).filter(kind__in=("authority", *INSPECTIONS)))


def _last(entries: QuerySet[models.Entry]) -> int:
    return entries.order_by("-pk").values_list("pk", flat=True).first() or 0


def _order_of_sources(alias: str) -> list[int]:
    columns = [*HeldSource.__dataclass_fields__][:-1]
    rows = models.Source.objects.using(alias).values_list(*columns)
    return [held.pk for held in sorted((HeldSource(*[*row, False]) for row in rows), key=lambda held: held.place)]


def _before(table: type[Model], order: list[int], source: int, alias: str, **only: str) -> int | None:
    """The greatest key of the nearest earlier source that has any."""
    for earlier in reversed(order[: order.index(source)]):
        rows = table._default_manager.using(alias).filter(source=earlier, **only)
        if (last := rows.aggregate(most=Max("pk"))["most"]) is not None:
            return int(last)
    return None


def _put(found: Sequence[Found], table: type[Model], before: int, alias: str) -> None:
    """Rows under keys between this one and the next that stands."""
    after = table._default_manager.using(alias).filter(pk__gt=before).aggregate(least=Min("pk"))["least"]
    step = STEP if after is None else (after - before) // (len(found) + 1)
    if not step:
        raise Unsure("no key is left between two entries of the index")
    _write([(before + step * number, each) for number, each in enumerate(found, 1)], table, alias)


def _write(rows: Sequence[tuple[int, Found]], table: type[Model], alias: str) -> None:
    values = values_in(table)
    make = light(table)
    insert_values(table, [values(make(id=key, **each.columns)) for key, each in rows], alias)
    if table is models.Entry:
        free = (EntryService._default_manager.using(alias).aggregate(most=Max("pk"))["most"] or 0) + 1
        pairs = [(key, service) for key, each in rows for service in each.services]
        insert_values(EntryService, [(number, *pair) for number, pair in enumerate(pairs, free)], alias)
    index = ENTRY_WORDS if table is models.Entry else STRETCH_WORDS
    index.fill([(key, *each.words) for key, each in rows], alias)


def _name_services(services: Collection[int], alias: str) -> None:
    """An authority's entry is about all its services."""
    rows = models.Authority.objects.using(alias).filter(services__in=list(services)).distinct()
    for authority in rows.values_list("pk", flat=True):
        entry = (
            models.Entry.objects.using(alias).values_list("pk", flat=True).get(kind="authority", authority=authority)
        )
        own = models.Service.objects.using(alias).filter(authority=authority).order_by("pk")
        wanted = list(own.values_list("pk", flat=True))
        EntryService._default_manager.using(alias).filter(entry=entry)._raw_delete(alias)
        free = (EntryService._default_manager.using(alias).aggregate(most=Max("pk"))["most"] or 0) + 1
        insert_values(EntryService, [(free + at, entry, service) for at, service in enumerate(wanted)], alias)
