"""Reads files and held texts in a process of its own, within limits: a script that ``inspections.reading.crew`` runs.

One request: eight bytes of length and JSON, ``{"path": file}`` or ``{"held": {..}}``. One answer: eight bytes of
length and JSON, ``{"reading": {..}}`` or ``{"refused": name, "problems": [..]}``.
"""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import IO

if __name__ == "__main__":  # isolated: the folder of our package is not among those searched
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from inspections import reading
from inspections.catalogue import Catalogue, load
from inspections.reading.facts import Held, Unreadable
from inspections.reading.pdf_worker import LENGTH, allow_seconds, end_with_parent, limit_memory, read_exactly
from inspections.reading.serialise import read, to_json, write


def answer(request: bytes, catalogue: Catalogue) -> dict[str, object]:
    told = json.loads(request)
    try:
        if "held" in told:
            return {"reading": to_json(reading.read_held(read(Held, told["held"]), catalogue))}
        return {"reading": to_json(reading.read_file(Path(told["path"]), catalogue))}
    except Unreadable as refused:
        return {"refused": refused.name, "problems": [write(problem) for problem in refused.problems]}


def serve(requests: IO[bytes], answers: IO[bytes], seconds: int) -> None:
    catalogue = load()
    while True:
        try:
            request = read_exactly(requests, LENGTH.unpack(read_exactly(requests, LENGTH.size))[0])
        except EOFError:
            return
        allow_seconds(seconds)
        body = json.dumps(answer(request, catalogue)).encode("ascii")
        answers.write(LENGTH.pack(len(body)) + body)
        answers.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that asks, who ends this process
    end_with_parent()
    memory, cpu = (int(argument) for argument in sys.argv[1:3])
    limit_memory(memory)
    serve(sys.stdin.buffer, sys.stdout.buffer, cpu)
