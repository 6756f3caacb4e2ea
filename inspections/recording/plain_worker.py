"""Works on plain inspections beside the import: a script that ``inspections.recording.aside`` runs.

A request is a pickled tuple of our own program, its first part what is asked; its answer is pickled too.
"""

from __future__ import annotations

import pickle
import sqlite3
import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if __name__ == "__main__":  # isolated: the folder of our package is not among those searched
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    import django

    django.setup()

from inspections.membership import places_from_last
from inspections.querysets import ENTRY_WORDS
from inspections.reading.pdf_worker import end_with_parent
from inspections.recording.digests import Hashed, Names, sum_hashes
from inspections.recording.indexing import STEP
from inspections.recording.inserting import QUICKLY
from inspections.recording.latest import History
from inspections.recording.new_files import make_empty
from inspections.recording.plain_sets import plain_histories, plain_sets
from inspections.recording.read_model import Written

if TYPE_CHECKING:
    from inspections.recording.plain import Plain

WORDS_AT_A_TIME = 1 << 26  # bytes of words that are gathered before they are sorted and written
MERGED = 8  # pieces so written are merged into one: those of a million rows are fewer, and stay as they are


class Work:
    """The columns at hand, and what is made of them."""

    def empty(self, file: str) -> None:
        make_empty(Path(file))

    def sums(self, plain: Plain, hashed: Sequence[Hashed], names: Names) -> tuple[list[tuple[Any, ...]], bytes]:
        self.plain = plain
        rows, whole = sum_hashes(hashed, plain, names)
        return [astuple(row) for row in rows], whole  # type: ignore[call-overload]

    def words(self, file: str, firsts: array[int], authorities: int) -> None:
        """A file that holds nothing but the index of these words: authorities come before all inspections."""
        database = sqlite3.connect(file, isolation_level=None)
        try:
            for pragma in QUICKLY:
                database.execute(f"PRAGMA {pragma}")
            for statement in ENTRY_WORDS.statements_that_make_it("sqlite"):
                database.execute(statement)
            database.execute("BEGIN")
            name = ENTRY_WORDS.words_table
            for option, value in (("hashsize", WORDS_AT_A_TIME), ("automerge", MERGED)):
                database.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('{option}', {value})")  # noqa: S608
            words = self.plain.words(0, len(self.plain))
            database.executemany(
                f"INSERT INTO {name} (rowid, first, second) VALUES (?, ?, ?)",  # noqa: S608 (our own names)
                (
                    ((authorities + number) * STEP, first, second)
                    for number, (first, second) in zip(firsts, words, strict=True)
                ),
            )
            database.execute("COMMIT")
        finally:
            database.close()

    def histories(self) -> dict[int, History]:
        return plain_histories(self.plain)

    def sets(self, firsts: array[int], many: int, source: str, regions: Mapping[str, str]) -> Written:
        return plain_sets(self.plain, places_from_last(many, firsts), source, regions)


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    work = Work()
    while True:
        try:
            asked, *given = pickle.load(requests)  # noqa: S301 # nosec B301 (of the program that started it)
        except EOFError:
            return
        answer = getattr(work, asked)(*given)
        del given
        pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


if __name__ == "__main__":
    end_with_parent()
    serve(sys.stdin.buffer, sys.stdout.buffer)
