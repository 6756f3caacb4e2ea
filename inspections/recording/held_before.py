"""What the record holds before an import, and its sources read again where what reads them has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property

import inspections.reading
from inspections import models
from inspections.catalogue import Catalogue
from inspections.reading.facts import Reading, Unreadable
from inspections.recording.checking import find_faulty
from inspections.recording.comparing import around_rows, find_news, need_rows
from inspections.recording.held_columns import read_without
from inspections.recording.history import History, next_history, read_history
from inspections.recording.ordering import read_in_order
from inspections.recording.rows import Record
from inspections.recording.standing_ids import StandingIds
from inspections.recording.summaries import NOTHING
from inspections.recording.unchanged import HeldReadings, find_held, find_read_with, read_sources, reading_version
from inspections.recording.withdrawing import find_gone


@dataclass
class Before:
    """What the record holds before the import."""

    database: str | None = None  # None where there is no record yet
    history: History = field(default_factory=History)
    readings: Mapping[str, Reading] = field(default_factory=dict)
    hashes: Mapping[str, str] = field(default_factory=dict)  # of their files
    digest: str = ""
    read_with: frozenset[str] = frozenset()  # every make of the reading code that reads it so

    def ids(self, readings: Sequence[Reading]) -> frozenset[str]:
        """Those for which a record of these readings is to have rows."""
        return frozenset(need_rows(readings, self.database, lambda: self.standing)) if self.database else frozenset()

    @cached_property
    def standing(self) -> StandingIds:
        """The inspections of the record that stands."""
        assert self.database
        return StandingIds(self.database)

    def next_history(self, after: Record, edition: models.Edition, sums: Sequence[models.Sum]) -> History:
        """With the edition that this record is, whose ``sums`` these are, compared with what stands."""
        if self.database is None:
            return next_history(self.history, None, after, edition)
        gone = find_gone(self.database, after)
        if after.plain is None and gone is None:
            return next_history(self.history, read_in_order(self.database), after, edition)
        before = read_without(self.database, self.standing, after.plain, gone)
        news = find_news(after.plain, before, after, self.database, self.standing, sums) if after.plain else None
        around = around_rows(before, self.database), NOTHING
        return next_history(self.history, before, after, edition, around, news, gone)


def find_before(database: str | None) -> Before:
    """What stands in this database; nothing where there is no record yet."""
    if database is None:
        return Before()
    history = read_history(database)
    if history.newest is None:
        return Before()
    hashes = {name: held.sha256 for name, held in find_held(database).items()}
    read_with = find_read_with(database)
    return Before(database, history, HeldReadings(database), hashes, history.newest.digest, read_with)


def read_again(standing: Before, others: set[str], catalogue: Catalogue) -> tuple[list[Reading], list[Unreadable]]:
    """The sources that stay: as read before, or read again when what reads them has changed."""
    stay = [name for name in standing.readings if name not in others]
    if reading_version() in standing.read_with or standing.database is None:
        return [standing.readings[name] for name in stay], []
    again, unreadable = [], []
    held = read_sources(stay, standing.database)
    with closing(inspections.reading.read_held_again(held, catalogue)) as answers:
        for answer in answers:
            if isinstance(answer, Unreadable):
                unreadable.append(answer)
            else:
                again.append(answer)
    faulty = find_faulty(again, catalogue)
    names = {each.name for each in faulty}
    return [reading for reading in again if reading.held.name not in names], [*unreadable, *faulty]
