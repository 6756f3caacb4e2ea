"""A process that answers one request after another, and never outlives the one that asks.

What may crash, hang or eat memory runs in it: it is ended when its time is up, and replaced when it has ended.
"""

from __future__ import annotations

import atexit
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from inspections.reading.pdf_worker import LENGTH, read_exactly


class Ended(Exception):
    """The process ended before it had answered."""

    def __init__(self, code: int, timed_out: bool) -> None:
        super().__init__(f"ended with {code}")
        self.code = code
        self.timed_out = timed_out


class Process:
    """A script of ours as a process: started when first asked, started anew after it has ended."""

    def __init__(self, script: Path, arguments: Sequence[object], seconds: float) -> None:
        self.command = [sys.executable, "-I", str(script), *map(str, arguments)]
        self.seconds = seconds
        self.running: subprocess.Popen[bytes] | None = None
        self.over = False

    def ask(self, request: bytes) -> bytes:
        """Its answer. Raises ``Ended`` when there is none within the time allowed."""
        if self.over:
            raise Ended(0, False)
        process = self._started()
        stopped = threading.Event()

        def stop_it() -> None:
            stopped.set()
            process.kill()

        timer = threading.Timer(self.seconds, stop_it)
        timer.daemon = True
        timer.start()
        try:
            return _exchange(process, request)
        except (EOFError, OSError, ValueError):  # ValueError: its streams were closed by ``stop``
            raise Ended(self.stop(), stopped.is_set()) from None
        finally:
            timer.cancel()

    def _started(self) -> subprocess.Popen[bytes]:
        if self.running is None or self.running.poll() is not None:
            self.stop()
            self.running = subprocess.Popen(  # noqa: S603 - our own script
                self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self.running

    def kill(self) -> None:
        """End it at once and for good, whoever is waiting for its answer."""
        self.over = True
        process = self.running
        if process is not None:
            process.kill()

    def stop(self) -> int:
        """End the process and wait for it; the code it ended with."""
        process, self.running = self.running, None
        if process is None:
            return 0
        if process.poll() is None:
            process.kill()
        code = process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue  # words for a process that is gone: nothing is lost
        return code


def _exchange(process: subprocess.Popen[bytes], request: bytes) -> bytes:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(LENGTH.pack(len(request)))
    process.stdin.write(request)
    process.stdin.flush()
    size = LENGTH.unpack(read_exactly(process.stdout, LENGTH.size))[0]
    return read_exactly(process.stdout, size)


_OF_THREAD = threading.local()


def process_of_this_thread(script: str, arguments: Sequence[object], seconds: float) -> Process:
    """The process that this thread keeps for a script of this folder; another one when its limits have changed."""
    kept: dict[str, Process] = _OF_THREAD.__dict__.setdefault("kept", {})
    wanted = Process(Path(__file__).with_name(script), arguments, seconds)
    held = kept.get(script)
    if held is not None and (held.command, held.seconds) == (wanted.command, wanted.seconds):
        return held
    if held is not None:
        held.stop()
    kept[script] = wanted
    atexit.register(wanted.stop)
    return wanted
