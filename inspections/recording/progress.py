"""A line on the terminal that says how far an import is: count, rate, time left. Never in a pipe."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

WIDTH = 24
OFTEN = 0.1  # seconds between two drawings

Progress = Callable[[int, int], None]  # how many are done, of how many


def watch(stream: TextIO, clock: Callable[[], float] = time.monotonic) -> Progress | None:
    """A progress line on a terminal; None for anything else."""
    if not stream.isatty():
        return None
    started = clock()
    drawn = started - OFTEN

    def show(done: int, total: int) -> None:
        nonlocal drawn
        now = clock()
        if done == total:
            stream.write("\r\033[K")
        elif now - drawn >= OFTEN:
            drawn = now
            stream.write(f"\r\033[K{progress_line(done, total, now - started)}")
        stream.flush()

    return show


def progress_line(done: int, total: int, seconds: float) -> str:
    """ "[######------] 120 of 490, 40.0 a second, 9 s left"."""
    filled = WIDTH * done // total if total else WIDTH
    bar = f"[{'#' * filled}{'-' * (WIDTH - filled)}] {done} of {total}"
    if not done or seconds <= 0:
        return bar
    rate = done / seconds
    return f"{bar}, {rate:.1f} a second, {(total - done) / rate:.0f} s left"
