"""What an edition says of itself: its sums, its digest and its history, made of the record it is of.

With many plain inspections that takes as long as writing their rows, so it is made meanwhile and waited for.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

from inspections import models
from inspections.recording.aside import Aside
from inspections.recording.digests import Hashed, Names, digest_of, hash_units, sum_hashes
from inspections.recording.history import History
from inspections.recording.indexing import STEP
from inspections.recording.rows import KEY, Record

MANY = 20_000  # plain inspections that are worth a process of their own


class Account:
    """The sums and the history of a record; ``tell`` makes the history of its digest."""

    def __init__(self, record: Record, tell: Callable[[str], History]) -> None:
        self.record, self.tell = record, tell
        self.hashed: Sequence[Hashed] = list(hash_units(record))
        self.aside: Aside | None = None
        self.indexed: Future[Path] | None = None
        if record.plain and len(record.plain) >= MANY:
            self.aside = Aside(record.plain)
            self.pool = ThreadPoolExecutor(max_workers=3)
            self.waited_for = self.pool.submit(self._sum_up)

    def _sum_up(self) -> list[models.Sum]:
        names = Names().add(self.record)
        if self.aside:
            return self.aside.sum_up(self.hashed, names)
        return sum_hashes(self.hashed, self.record.plain, names)

    def begin(self, words: Path | None = None) -> None:
        """The history from now on, and the index of the words of plain inspections in a file of its own."""
        if self.aside is None:
            return
        self.told = self.pool.submit(lambda: self.tell(self.digest))
        if words:
            self.indexed = self.pool.submit(self._index, words)

    def _index(self, words: Path) -> Path:
        assert self.aside is not None
        entries = array(KEY, map(STEP.__mul__, self.record.plain_entries()))
        self.waited_for.result()
        self.aside.index_words(words, entries)
        return words

    @property
    def words(self) -> Path | None:
        """The file with that index, when it is finished; None where there is none."""
        return self.indexed.result() if self.indexed else None

    @cached_property
    def sums(self) -> list[models.Sum]:
        return self.waited_for.result() if self.aside else self._sum_up()

    @property
    def digest(self) -> str:
        return digest_of(self.sums)

    @cached_property
    def history(self) -> History:
        return self.told.result() if self.aside else self.tell(self.digest)

    def close(self) -> None:
        if self.aside:
            self.aside.close()
            self.pool.shutdown(cancel_futures=True)
