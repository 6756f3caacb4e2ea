"""What takes long of plain inspections, done by a process of its own while their rows are written.

A script of ours (``plain_worker``) is handed the columns once, and asked for the sums of the inspections and for the
index of their words. It knows no database of the record: the index is made in a file of its own.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inspections import models
from inspections.reading.processes import Ended, Process
from inspections.recording.digests import Hashed, Names
from inspections.recording.plain import Plain
from inspections.recording.rows import light

SCRIPT = Path(__file__).with_name("plain_worker.py")
SECONDS = 3600.0  # for one answer, however busy the machine; the largest table takes less than one


class Aside:
    """The process, as long as it is needed."""

    def __init__(self, plain: Plain) -> None:
        self.plain = plain
        self.process = Process(SCRIPT, (), SECONDS)

    def sum_up(self, hashed: Sequence[Hashed], names: Names) -> list[models.Sum]:
        """The sums of these units and of the plain inspections."""
        rows = self._ask("sums", self.plain.alone(), hashed, names)
        return [light(models.Sum)(*row) for row in rows]

    def index_words(self, file: Path, entries: Sequence[int]) -> None:
        """The words by which each is found, under these keys of entries, into a new file."""
        self._ask("words", str(file), entries)

    def close(self) -> None:
        self.process.stop()

    def _ask(self, *asked: object) -> Any:
        try:
            return pickle.loads(self.process.ask(pickle.dumps(asked, pickle.HIGHEST_PROTOCOL)))  # noqa: S301 (our own)
        except Ended as ended:
            raise OSError(f"a process that helps with it ended, {ended}: is there memory enough?") from ended
