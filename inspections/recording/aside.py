"""What takes long of plain inspections, done by a process of its own while their rows are written.

A script of ours (``plain_worker``) makes the empty file that they go into, is handed their columns once, and answers
one request after another. It knows no record but that file: the index of words is made in another.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from array import array
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from inspections import models
from inspections.recording.digests import Hashed, Names, Summed
from inspections.recording.latest import History
from inspections.recording.plain import Plain
from inspections.recording.read_model import Written
from inspections.recording.rows import light

SCRIPT = Path(__file__).with_name("plain_worker.py")


class Aside:
    """The process, as long as it is needed. What it is asked is done in turn, beside the one that asks."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(  # noqa: S603 (our own script)
            [sys.executable, "-I", str(SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.pool = ThreadPoolExecutor(max_workers=1)

    def make_empty(self, file: Path) -> Future[None]:
        """The tables of this program, in a new file."""
        return self.pool.submit(self._ask, "empty", str(file))

    def sum_up(self, plain: Plain, hashed: Sequence[Hashed], names: Callable[[], Names]) -> Future[Summed]:
        """The sums of these units and of the plain inspections, which are handed over, and the hash of the latter."""

        def sum_up() -> Summed:
            rows, whole = self._ask("sums", plain.alone(), hashed, names())
            return [light(models.Sum)(*row) for row in rows], whole

        return self.pool.submit(sum_up)

    def index_words(self, file: Path, firsts: array[int], authorities: int) -> Future[Path]:
        """The words by which each is found into a new file; ``firsts``: their numbers among all inspections."""

        def index() -> Path:
            self._ask("words", str(file), firsts, authorities)
            return file

        return self.pool.submit(index)

    def find_histories(self) -> Future[dict[int, History]]:
        """What they come to for each service."""
        return self.pool.submit(self._ask, "histories")

    def find_sets(self, firsts: array[int], many: int, source: str, regions: Mapping[str, str]) -> Future[Written]:
        """The sets of their places, among ``many`` inspections."""
        return self.pool.submit(self._ask, "sets", firsts, many, source, regions)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self.pool.shutdown(cancel_futures=True)
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                with suppress(OSError):  # words for a process that is gone
                    stream.close()

    def _ask(self, *asked: object) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        try:
            pickle.dump(asked, self.process.stdin, pickle.HIGHEST_PROTOCOL)
            self.process.stdin.flush()
            return pickle.load(self.process.stdout)  # noqa: S301 # nosec B301 (our own)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            raise OSError("a process that helps with it ended: is there memory and room on the disk enough?") from error
