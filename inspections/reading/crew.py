"""Files and held texts read by one process or several at once, answered in the order asked.

Each process has limits of time and memory. What ends the process that reads it is refused, and the next gets a new
one. When the reading is given up, by Ctrl-C or an error, every process is ended before anything else happens.
"""

from __future__ import annotations

import json
import os
import signal
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

from inspections.catalogue import load
from inspections.reading.columns import MARK, from_bytes
from inspections.reading.facts import Held, Problem, Reading, Unreadable
from inspections.reading.long_tables import read_long
from inspections.reading.processes import Ended, Process
from inspections.reading.readers import BrokenReader
from inspections.reading.serialise import from_json, read, write

SCRIPT = Path(__file__).with_name("reading_worker.py")
SECONDS = 600.0  # for one file, however busy the machine; the largest takes a few
PROCESSOR_SECONDS = 120  # for one file
MEGABYTES_OF_MEMORY = 2048  # of addresses, for one process; those it starts for PDFs and workbooks have no more
CORES = os.cpu_count() or 1
MOST = 256
AHEAD = 3  # files read ahead of the one that is asked for, for each process


def number_of_processes(given: str) -> int:
    """How many processes are asked for. Raises ``ValueError`` for what is no such number."""
    if not 1 <= int(given) <= MOST:
        raise ValueError(f"not from 1 to {MOST}: {given}")
    return int(given)


def read_many(given: Iterable[Path | Held], workers: int) -> Generator[Reading | Unreadable]:
    """Each file or held text in turn, read with the catalogue of this program, or refused."""
    crew = [Process(SCRIPT, (MEGABYTES_OF_MEMORY, PROCESSOR_SECONDS), SECONDS) for _ in range(workers)]
    idle: SimpleQueue[Process] = SimpleQueue()
    for process in crew:
        idle.put(process)

    def one(each: Path | Held) -> bytes | Unreadable:
        process = idle.get()
        try:
            return process.ask(_request(each))
        except Ended as ended:
            return Unreadable(each.name, (_ended(ended),))
        finally:
            idle.put(process)

    pool = ThreadPoolExecutor(max_workers=workers)
    due: deque[Future[bytes | Unreadable]] = deque()
    try:
        for each in given:
            due.append(pool.submit(one, each))
            if len(due) > workers * AHEAD:
                yield _understood(due.popleft().result())
        while due:
            yield _understood(due.popleft().result())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in crew:
            process.kill()
        pool.shutdown()
        for process in crew:
            process.stop()


def _request(given: Path | Held) -> bytes:
    told = {"held": write(given)} if isinstance(given, Held) else {"path": str(given.resolve())}
    return json.dumps(told).encode("ascii")


def _understood(answer: bytes | Unreadable) -> Reading | Unreadable:
    if isinstance(answer, Unreadable):
        return answer
    if answer.startswith(MARK):
        columns, told, packed = from_bytes(answer)
        del answer
        try:
            return read_long(replace(read(Held, told["held"]), packed=packed), load(), columns)
        except Unreadable as refused:
            return refused
    told = json.loads(answer)
    if "broken" in told:
        raise BrokenReader(told["broken"])
    if "reading" in told:
        return from_json(told["reading"])
    return Unreadable(told["refused"], tuple(read(Problem, each) for each in told["problems"]))


def _ended(ended: Ended) -> Problem:
    remedy = "check the file, or split it; if it is as it should be, leave it out and report its name"
    if ended.timed_out:
        return Problem(f"took longer than {SECONDS:g} seconds to read", remedy)
    if ended.code == -signal.SIGXCPU:
        return Problem(f"took more than {PROCESSOR_SECONDS} seconds of the processor to read", remedy)
    return Problem(f"the process that read it ended (code {ended.code}), or needed too much memory", remedy)
