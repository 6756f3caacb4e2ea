"""Which part of an import runs at which moment, so that it can be killed in each of them, also in the shortest.

Run as a program it is a command of ours that tells a descriptor which part begins:

    python -m tests.faults.moments DESCRIPTOR import_sources ...
"""

from __future__ import annotations

import functools
import itertools
import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from tests.faults.place import Place

STARTING, READING, BUILDING, WRITING, AUDIT, SWAP, AFTER = PARTS = (
    "starting", "reading", "building", "writing", "audit", "swap", "after",
)  # fmt: skip
IN_TURN = (WRITING, AUDIT, SWAP, AFTER, BUILDING, READING, STARTING)  # to be killed in: what could hurt most first
DIFFERENCE = "by difference"  # told beside the parts, when that is how the edition is made


def tell_parts(tell: Callable[[str], None]) -> None:
    """Have the functions that make an edition say when they begin; what follows the audit is the swap or commit."""
    from inspections.recording import loading, publishing

    def told(holder: object, name: str, before: str, behind: str = "") -> None:
        function = getattr(holder, name)

        @functools.wraps(function)
        def telling(*given: Any, **named: Any) -> Any:
            tell(before)
            answer = function(*given, **named)
            if behind:
                tell(behind)
            return answer

        setattr(holder, name, telling)

    told(loading, "take_files", READING, BUILDING)
    told(loading, "write_growth", DIFFERENCE)
    for audit in ("audit_part", "audit_edition"):
        whole = getattr(loading, audit)
        setattr(loading, audit, lambda *given, whole=whole: list(whole(*given)))  # when it ends, it has found all
        told(loading, audit, AUDIT, SWAP)
    for publisher in (publishing.FilePublisher, publishing.TransactionPublisher):
        told(publisher, "grow", WRITING, AFTER)
        told(publisher, "publish", WRITING, AFTER)


class Watched:
    """An import that runs, and the parts that it has told, each with the second when it was heard."""

    def __init__(self, place: Place, *words: object) -> None:
        self.hears, tells = os.pipe()
        self.parts = [(STARTING, time.perf_counter())]
        self.process: subprocess.Popen[str] = place.start(
            tells, *words, program=("-m", "tests.faults.moments"), pass_fds=[tells]
        )
        os.close(tells)
        self.open = True

    def hear(self, *, wait: bool) -> None:
        """What it has told meanwhile; with ``wait`` at least one more, or its end."""
        os.set_blocking(self.hears, wait)
        try:
            told = os.read(self.hears, 4096)
        except BlockingIOError:
            return
        self.open = bool(told)
        self.parts += [(part, time.perf_counter()) for part in told.decode("ascii").split("\n") if part]

    def reach(self, part: str) -> bool:
        """Wait until it is in this part; False when it ended without."""
        while self.open and part not in dict(self.parts):
            self.hear(wait=True)
        return part in dict(self.parts)

    def part(self) -> str:
        """In which part it is."""
        if self.open:
            self.hear(wait=False)
        return next(part for part, _ in reversed(self.parts) if part in PARTS)

    def close(self) -> None:
        os.close(self.hears)


def rehearse(place: Place, *words: object) -> tuple[dict[str, float], bool]:
    """How many seconds each part takes, and whether the edition is made by difference."""
    watched = Watched(place, *words)
    while watched.open:
        watched.hear(wait=True)
    watched.close()
    _, said = watched.process.communicate()
    assert watched.process.returncode == 0, said
    begun = [*((part, at) for part, at in watched.parts if part in PARTS), ("", time.perf_counter())]
    taken = dict.fromkeys(PARTS, 0.0)
    for (part, at), (_, until) in itertools.pairwise(begun):
        taken[part] += until - at
    return taken, DIFFERENCE in dict(watched.parts)


def main() -> None:
    descriptor = int(sys.argv[1])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inspections.settings")
    import django
    from django.core.management import execute_from_command_line

    django.setup()
    tell_parts(lambda part: os.write(descriptor, f"{part}\n".encode("ascii")) and None)
    execute_from_command_line(["manage.py", *sys.argv[2:]])


if __name__ == "__main__":
    main()
