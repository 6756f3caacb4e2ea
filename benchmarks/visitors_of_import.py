"""What visitors notice of an import of the largest set: every wait with it and without it, page by page of each kind.

    python benchmarks/visitors_of_import.py [--before PATH ...] [--sources PATH ...] [--window 10] [--workers 2]

A record of ``--before`` (default: the seeds) is served; then ``--sources`` (default: the seeds and all tables of
../shared/tables, where they are) are imported as anybody would, while visitors ask without pause for lists, things,
searches and national pages. The import is stopped for every other window of so many seconds and then goes on: so what
is usual is measured in the same minutes as what is not, whatever else the machine does. The seconds behind the swap,
with the first pages of the new edition, are told apart and compared with those that follow, since a longer record has
longer pages. Works in a temporary folder.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.serve_and_import import ROOT, ask, pages_of, served

TABLES = ROOT.parent / "shared" / "tables"
KINDS = (
    "/national/", "/national/?service=childrens-services", "/inspections/?year=2019",
    "/search/?q=leadership", "/authorities/?q=leeds", "/feed.atom",
)  # fmt: skip
USUAL, MEANWHILE, SWAP, AFTER = "import stopped", "import running", "after the swap", "later"
FIRST = 30.0  # seconds behind the swap that are told apart
NOTICED = 50.0  # milliseconds more than usual: such pages are named


class Visitors:
    """Some who ask for one page after another over kept connections; every wait with the moment it ended."""

    def __init__(self, host: str, port: int, pages: list[str], number: int) -> None:
        self.host, self.port, self.pages = host, port, pages
        self.waits: list[tuple[float, str, float]] = []  # when, page, milliseconds
        self.errors: list[str] = []
        self.over = threading.Event()
        self.threads = [threading.Thread(target=self._visit, args=(at,)) for at in range(number)]

    @contextlib.contextmanager
    def asking(self) -> Iterator[None]:
        for thread in self.threads:
            thread.start()
        try:
            yield
        finally:
            self.over.set()
            for thread in self.threads:
                thread.join()

    def _visit(self, first: int) -> None:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        asked = first * len(self.pages) // max(1, len(self.threads))  # each begins elsewhere
        while not self.over.is_set():
            page = self.pages[asked % len(self.pages)]
            asked += 1
            started = time.perf_counter()
            try:
                status, _, _ = ask(connection, page)
                if status != 200:
                    self.errors.append(f"{page} answered {status}")
            except (OSError, http.client.HTTPException) as error:
                self.errors.append(f"{page}: {type(error).__name__} {error}")
                connection.close()
            ended = time.perf_counter()
            self.waits.append((ended, page, (ended - started) * 1000))
            time.sleep(0.02)


def editions(record: Path) -> int:
    """The number of the edition that stands."""
    opened = sqlite3.connect(f"file:{record}?mode=ro&immutable=1", uri=True)
    try:
        return int(opened.execute("SELECT MAX(number) FROM inspections_edition").fetchone()[0])
    finally:
        opened.close()


def import_by_windows(
    words: list[str], environment: dict[str, str], record: Path, window: float
) -> list[tuple[float, str]]:
    """Run it to its end, stopped for every other window; the moments at which each state begins."""
    moments: list[tuple[float, str]] = [(time.perf_counter(), USUAL)]
    time.sleep(window)
    old = record.stat().st_ino
    importing = subprocess.Popen(
        words, cwd=ROOT, env=environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    swapped = 0.0
    moments.append((time.perf_counter(), MEANWHILE))
    until = time.perf_counter() + window
    while importing.poll() is None:
        time.sleep(0.05)
        now = time.perf_counter()
        if not swapped and record.stat().st_ino != old:
            swapped = now
            moments.append((now - 0.2, SWAP))
        elif not swapped and now >= until:
            stopped = moments[-1][1] == MEANWHILE
            os.killpg(importing.pid, signal.SIGSTOP if stopped else signal.SIGCONT)
            moments.append((now, USUAL if stopped else MEANWHILE))
            until = now + window
    assert importing.stderr is not None
    if importing.returncode:
        raise SystemExit(f"the import ended with {importing.returncode}: {importing.stderr.read()[-400:]!r}")
    time.sleep(max(0.0, swapped + FIRST - time.perf_counter()))
    moments.append((time.perf_counter(), AFTER))
    time.sleep(4 * window)
    return moments


def sort_waits(
    waits: list[tuple[float, str, float]], moments: list[tuple[float, str]]
) -> dict[str, list[tuple[float, str]]]:
    """Every wait under the state that it touched; the usual one only where it touched no other."""
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for ended, page, milliseconds in waits:
        begun = ended - milliseconds / 1000
        state = USUAL
        for (at, name), (until, _) in zip(moments, [*moments[1:], (float("inf"), "")], strict=True):
            if begun < until and ended >= at and name != USUAL:
                state = name
        found[state].append((milliseconds, page))
    return found


def told(waits: list[tuple[float, str]]) -> str:
    ordered = sorted(waits)
    at = {part: ordered[min(len(ordered) - 1, int(len(ordered) * part / 100))][0] for part in (50, 95, 99, 99.9)}
    longest = ", ".join(f"{wait:.0f} {page}" for wait, page in ordered[:-4:-1])
    return f"{len(waits):>7} {at[50]:>7.1f} {at[95]:>7.1f} {at[99]:>7.1f} {at[99.9]:>7.1f}   longest: {longest}"


def more_than_usual(waits: list[tuple[float, str]], usual: list[tuple[float, str]]) -> list[str]:
    """The pages that somebody waited for noticeably longer, the worst first."""
    longest, before = ({page: wait for wait, page in sorted(some)} for some in (waits, usual))
    more = sorted(((wait - before.get(page, 0), page) for page, wait in longest.items()), reverse=True)
    return [f"{by:>7.0f} ms more ({longest[page]:.0f})  {page}" for by, page in more if by > NOTICED]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", type=Path, nargs="+", default=[ROOT / "seeds"])
    parser.add_argument(
        "--sources", type=Path, nargs="+", default=[ROOT / "seeds", *([TABLES] if TABLES.is_dir() else [])]
    )
    parser.add_argument("--window", type=float, default=10)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--visitors", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.sqlite3"
        environment = {
            **os.environ, "DATABASE_URL": f"sqlite:///{record}", "PYTHONDONTWRITEBYTECODE": "1",
            "WORKERS": str(options.workers), "LOG_LEVEL": "warning",
        }  # fmt: skip
        command = [sys.executable, "manage.py", "import_sources"]
        subprocess.run(
            [*command, *map(str, options.before)], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
        )
        with served(environment) as (host, port):
            pages = [*pages_of(http.client.HTTPConnection(host, port, timeout=60)), *KINDS]
            refused = [
                page for page in pages if ask(http.client.HTTPConnection(host, port, timeout=60), page)[0] != 200
            ]
            if refused:
                raise SystemExit(f"no answer to {refused}: is there a folder staticfiles (make serve makes it)?")
            visitors = Visitors(host, port, pages, options.visitors)
            before, started = editions(record), time.perf_counter()
            with visitors.asking():
                words = [*command, *map(str, options.sources), "--skip-unreadable"]
                moments = import_by_windows(words, environment, record, options.window)
            took = time.perf_counter() - started
        size = record.stat().st_size / 1e6
        print(f"edition {before}, then {editions(record)} of {size:,.0f} MB; {took:.0f} s, half of it stopped;")
        print(f"{len(pages)} pages, {options.visitors} visitors, {options.workers} workers")
        print(f"errors: {len(visitors.errors)} {visitors.errors[:3]}\n")
        print(f"{'milliseconds':<16} {'number':>7} {'half':>7} {'95%':>7} {'99%':>7} {'99.9%':>7}")
        found = sort_waits(visitors.waits, moments)
        for state, waits in found.items():
            print(f"{state:<16} {told(waits)}")
        for state, usual in ((MEANWHILE, USUAL), (SWAP, AFTER)):
            print(f"\nlongest wait, {state}, over the longest of the same page, {usual}:")
            print("\n".join(more_than_usual(found[state], found[usual])) or f"none by {NOTICED:.0f} ms")


if __name__ == "__main__":
    main()
