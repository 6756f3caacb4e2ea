"""Reads files and held texts in a process of its own, within limits: a script that ``inspections.reading.crew`` runs.

One request: eight bytes of length and JSON, ``{"path": file}`` or ``{"held": {..}}``. One answer: eight bytes of
length and JSON, ``{"reading": {..}}``, ``{"refused": name, "problems": [..]}`` or, of a file of readers/ that is no
reader, ``{"broken": what}``; of a long table a message of ``columns``. Of a very long one the second half is
read by another such process: ``{"path": file, "from": byte}``.
"""

from __future__ import annotations

import json
import signal
import sys
from dataclasses import replace
from pathlib import Path
from typing import IO

if __name__ == "__main__":  # isolated: the folder of our package is not among those searched
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from inspections import reading
from inspections.catalogue import Catalogue, load
from inspections.reading.columns import MARK, Columns, from_bytes, to_bytes
from inspections.reading.facts import Held, Unreadable
from inspections.reading.long_tables import is_long, take_long, take_rest
from inspections.reading.pdf_worker import LENGTH, allow_seconds, end_with_parent, limit_memory, read_exactly
from inspections.reading.processes import Ended, Process
from inspections.reading.readers import BrokenReader
from inspections.reading.serialise import read, to_json, write
from inspections.reading.sources import read_sidecar

SECONDS = 600.0  # for half a file, however busy the machine


def answer(request: bytes, catalogue: Catalogue) -> bytes:
    """What a source says; of a long table its columns, which the one who asks understands."""
    asked = json.loads(request)
    told: dict[str, object]
    try:
        if "held" in asked:
            told = {"reading": to_json(reading.read_held(read(Held, asked["held"]), catalogue))}
        elif "from" in asked:
            return to_bytes(take_rest(Path(asked["path"]), asked["from"]), {}, b"")
        elif is_long(path := Path(asked["path"])):
            held, columns = take_long(path, read_sidecar(path), ask_another)
            return to_bytes(columns, {"held": write(replace(held, packed=b""))}, held.packed)
        else:
            told = {"reading": to_json(reading.read_file(path, catalogue))}
    except Unreadable as refused:
        told = {"refused": refused.name, "problems": [write(problem) for problem in refused.problems]}
    except BrokenReader as broken:
        told = {"broken": str(broken)}
    return json.dumps(told).encode("ascii")


def ask_another(path: Path, begin: int) -> Columns:
    """The rows of a file from a byte on, by a process with the limits of this one."""
    process = Process(Path(__file__), sys.argv[1:3], SECONDS)
    try:
        message = process.ask(json.dumps({"path": str(path), "from": begin}).encode("ascii"))
    except Ended as ended:
        raise OSError("the process that reads the other half ended") from ended
    finally:
        process.stop()
    if not message.startswith(MARK):
        raise OSError("the other half cannot be read by itself")
    return from_bytes(message)[0]


def serve(requests: IO[bytes], answers: IO[bytes], seconds: int) -> None:
    catalogue = load()
    while True:
        try:
            request = read_exactly(requests, LENGTH.unpack(read_exactly(requests, LENGTH.size))[0])
        except EOFError:
            return
        allow_seconds(seconds)
        body = answer(request, catalogue)
        answers.write(LENGTH.pack(len(body)))
        answers.write(body)
        del body
        answers.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that asks, who ends this process
    end_with_parent()
    memory, cpu = (int(argument) for argument in sys.argv[1:3])
    limit_memory(memory)
    serve(sys.stdin.buffer, sys.stdout.buffer, cpu)
