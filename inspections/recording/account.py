"""What an edition says of itself: its sums, its digest and its history, made of the record it is of.

With many plain inspections that takes as long as writing their rows, so it is made meanwhile and waited for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property, partial
from pathlib import Path

from inspections import models
from inspections.recording.aside import Aside
from inspections.recording.digests import Hashed, Names, Summed, digest_of, hash_units, sum_hashes
from inspections.recording.history import History
from inspections.recording.rows import Record

MANY = 20_000  # plain inspections that are worth a process of their own


class Account:
    """The sums and the history of a record; ``tell`` makes the history of its sums."""

    def __init__(
        self, record: Record, tell: Callable[[Sequence[models.Sum]], History], aside: Aside | None = None
    ) -> None:
        self.record, self.tell, self.aside = record, tell, aside
        self.hashed: Sequence[Hashed] = list(hash_units(record))
        if self.aside is None and record.plain and len(record.plain) >= MANY:
            self.aside = Aside()
        if self.aside and record.plain is None:
            self.aside.close()
            self.aside = None
        self.indexed: Future[Path] | None = None
        self.told: Future[History] | None = None
        self.pool = ThreadPoolExecutor(max_workers=1)
        if self.aside and record.plain:
            self.summed = self.aside.sum_up(record.plain, self.hashed, partial(Names().add, record))

    def begin(self, words: Path | None = None) -> None:
        """The history from now on, and for a file the index of the words of plain inspections in one of its own."""
        if self.aside is None:
            return
        if "history" not in self.__dict__:
            self.told = self.pool.submit(lambda: self.tell(self.sums))
        if words:
            record = self.record
            firsts = record.first_keys(models.Inspection)
            self.indexed = self.aside.index_words(words, firsts, len(record.rows[models.Authority]))

    @property
    def words(self) -> Path | None:
        """The file with that index, when it is finished; None where there is none."""
        return self.indexed.result() if self.indexed else None

    @cached_property
    def _all(self) -> Summed:
        if self.aside:
            return self.summed.result()
        return sum_hashes(self.hashed, self.record.plain, Names().add(self.record))

    @property
    def sums(self) -> list[models.Sum]:
        return self._all[0]

    @property
    def whole(self) -> bytes:
        """The hash of plain inspections in the order of their keys."""
        return self._all[1]

    @property
    def digest(self) -> str:
        return digest_of(self.sums)

    @cached_property
    def history(self) -> History:
        return self.told.result() if self.told else self.tell(self.sums)

    def close(self) -> None:
        if self.aside:
            self.aside.close()
        self.pool.shutdown(cancel_futures=True)
