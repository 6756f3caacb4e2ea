"""What takes long of plain inspections, done by a process of its own while their rows are written.

A script of ours (``plain_worker``) is handed the columns once, and asked for the sums of the inspections and for the
index of their words. It knows no database of the record: the index is made in a file of its own.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from inspections import models
from inspections.recording.digests import Hashed, Names
from inspections.recording.plain import Plain
from inspections.recording.rows import light

SCRIPT = Path(__file__).with_name("plain_worker.py")


class Aside:
    """The process, as long as it is needed."""

    def __init__(self, plain: Plain) -> None:
        self.plain = plain
        self.process = subprocess.Popen(  # noqa: S603 (our own script)
            [sys.executable, "-I", str(SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def sum_up(self, hashed: Sequence[Hashed], names: Names) -> list[models.Sum]:
        """The sums of these units and of the plain inspections."""
        rows = self._ask("sums", self.plain.alone(), hashed, names)
        return [light(models.Sum)(*row) for row in rows]

    def index_words(self, file: Path, entries: Sequence[int]) -> None:
        """The words by which each is found, under these keys of entries, into a new file."""
        self._ask("words", str(file), entries)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
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
