"""Every row of a record into empty tables, and the proof that they stand as they were handed over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from django.db import connections
from django.db.models import Model

from inspections import models
from inspections.recording.account import Account
from inspections.recording.earlier_changes import Earlier, find_earlier
from inspections.recording.history import Changes, new_values_of, values_of
from inspections.recording.indexing import INDEXED, Index, prove_index, write_index
from inspections.recording.inserting import indexes_later, insert, insert_table, insert_values, prove_written
from inspections.recording.latest import MADE, write_latest
from inspections.recording.read_model import READ_MODEL, prove_read_model, write_places, write_read_model
from inspections.recording.rows import HISTORY, OF_INSPECTIONS, TABLES, Record
from inspections.recording.staged_proof import prove_changes, prove_entries, prove_keys, prove_whole
from inspections.recording.staging import APART, Stage, take_words
from inspections.recording.unchanged import program_version

EVERYTHING: tuple[type[Model], ...] = (
    *TABLES, *HISTORY, *INDEXED, *MADE, *READ_MODEL, models.Sum, models.Make,
)  # fmt: skip


@dataclass(frozen=True)
class Written:
    """What was made beside a record, to be compared with what stands."""

    account: Account
    index: Index
    members: str  # a hash
    hashes: dict[type[Model], bytes]  # of the rows of each table, on SQLite
    stage: Stage | None  # of plain inspections, on SQLite
    earlier: Earlier | None  # changes that were copied

    def prove(self, alias: str) -> Iterator[str]:
        changes = self.account.history.changes
        apart = APART if self.stage else {}
        if self.stage and not _were_added(changes):
            apart = {table: others for table, others in apart.items() if table is not models.Change}
        if self.earlier:
            apart = {**apart, models.Change: self.earlier.others}
            yield from self.earlier.prove(alias)
        if connections[alias].vendor == "sqlite":
            yield from prove_written(self.hashes, alias, apart)
        yield from prove_index(self.index, alias, apart)
        yield from prove_read_model(self.members, alias)
        if self.stage:
            yield from prove_entries(self.stage)
            if _were_added(changes):
                yield from prove_changes(self.stage, changes)
            yield from prove_keys(self.stage)
            yield from prove_whole(self.stage, self.stage.standing(), self.account.whole)


def write_rows(record: Record, account: Account, alias: str) -> Written:
    """Every row of a record, its history and its index into empty tables."""
    stage = Stage(record, alias, account.aside) if record.plain and connections[alias].vendor == "sqlite" else None
    hashes: dict[type[Model], bytes] = {}
    with indexes_later(alias):
        for table in TABLES:
            if table is not models.Retired:
                hashes[table] = insert_table(table, record, alias)
                if stage and table in OF_INSPECTIONS:
                    stage.write(table)
        if stage:
            write_places(alias)
            stage.begin_proof()
            for table in INDEXED[:2]:
                stage.write(table)
        index = None if stage else write_index(record, alias)
        history = account.history
        models.Edition.objects.using(alias).bulk_create(_as_new(history.editions))
        hashes[models.Retired] = insert(models.Retired, _numbered(record.of(models.Retired), history.retired), alias)
        changes = history.changes
        earlier = find_earlier(changes, alias)
        if stage and _were_added(changes):
            hashes[models.Change] = insert_values(models.Change, changes.other_values(), alias)
            stage.write_changes(changes)
        elif earlier:
            earlier.copy(alias)
            hashes[models.Change] = insert_values(models.Change, new_values_of(changes), alias)
        else:
            hashes[models.Change] = insert_values(models.Change, values_of(changes), alias)
    index = index or _write_index(record, account, stage, alias)
    write_latest(alias, stage)
    members = write_read_model(alias, stage)
    hashes[models.Sum] = insert(models.Sum, account.sums, alias)
    models.Make._default_manager.using(alias).create(program=program_version())
    return Written(account, index, members, hashes, stage, earlier)


def _were_added(changes: Collection[Any]) -> TypeGuard[Changes]:
    """Is all that is told of plain inspections that the first edition added them? Then SQLite writes it itself."""
    return isinstance(changes, Changes) and changes.tells_of_all


def _write_index(record: Record, account: Account, stage: Stage | None, alias: str) -> Index:
    """What search looks through; of many plain inspections the words were put into a file of their own meanwhile."""
    words = stage and account.words
    if words:
        take_words(words, alias)
    return write_index(record, alias, bool(stage), bool(words))


def _numbered(aliases: Sequence[Any], retired: Iterable[Any]) -> Iterator[Any]:
    yield from aliases
    for number, row in enumerate(retired, len(aliases) + 1):
        row.pk = number
        yield row


def _as_new(editions: Sequence[models.Edition]) -> Sequence[models.Edition]:
    for edition in editions:
        edition._state.adding = True
    return editions
