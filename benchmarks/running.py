"""What a machine needs: requests a second and memory for each worker, disk, and what visitors notice of an import.

    python benchmarks/running.py [--seconds 20] [--sources FOLDER]

``--sources``: what is imported while visitors ask (default: ../shared/reports where it is, else the seeds again).
Works on a database of its own in a temporary folder; asks only this machine.
"""

from __future__ import annotations

import argparse
import http.client
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.serve_and_import import ROOT, ask, served

REPORTS = ROOT.parent / "shared" / "reports"
PAGES = ("/", "/inspections/", "/authorities/", "/inspections.json", "/healthz")


class Visitors:
    """Some who ask for one page after another over kept connections; ``waits`` in milliseconds."""

    def __init__(self, host: str, port: int, number: int, pause: float) -> None:
        self.waits: list[float] = []
        self.errors = 0
        self.over = threading.Event()
        self.threads = [threading.Thread(target=self._visit, args=(host, port, pause)) for _ in range(number)]

    def __enter__(self) -> Visitors:
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        for thread in self.threads:
            thread.join()

    def _visit(self, host: str, port: int, pause: float) -> None:
        connection = http.client.HTTPConnection(host, port, timeout=30)
        while not self.over.is_set():
            for page in PAGES:
                started = time.perf_counter()
                try:
                    self.errors += ask(connection, page)[0] != 200
                except (OSError, http.client.HTTPException):
                    self.errors += 1
                    connection = http.client.HTTPConnection(host, port, timeout=30)
                self.waits.append((time.perf_counter() - started) * 1000)
                time.sleep(pause)

    def told(self) -> str:
        waits = sorted(self.waits)
        places = ((part, int(len(waits) * part / 100) - 1) for part in (50, 95, 99, 99.9))
        parts = ", ".join(f"{part:g}% under {waits[at]:.0f}" for part, at in places)
        return f"{len(waits)} requests, {self.errors} errors, ms: {parts}, longest {waits[-1]:.0f}"


def memory_of_workers() -> list[float]:
    """Megabytes of each gunicorn process of this folder, shared pages counted in part (PSS)."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes()
            ours = b"gunicorn" in words and (process / "cwd").resolve() == ROOT
            if ours and "PPid" in (process / "status").read_text():
                rollup = (process / "smaps_rollup").read_text()
                found.append(int(rollup.split("Pss:")[1].split()[0]) / 1024)
        except (OSError, IndexError):
            continue
    return sorted(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--sources", type=Path, default=REPORTS if REPORTS.is_dir() else ROOT / "seeds")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.sqlite3"
        environment = {**os.environ, "DATABASE_URL": f"sqlite:///{record}", "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "manage.py", "import_sources"]
        subprocess.run([*command, "seeds"], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        for cache in ("off", "local"):
            with served(environment | {"WORKERS": "1", "PAGE_CACHE": cache}) as (host, port):
                with Visitors(host, port, 4, 0) as visitors:
                    time.sleep(options.seconds)
                print(f"one worker, page cache {cache}: {len(visitors.waits) / options.seconds:.0f} requests a second")
                print(f"    memory of master and worker, MB: {[round(each) for each in memory_of_workers()]}")
        with served(environment | {"WORKERS": "2", "PAGE_CACHE": "local"}) as (host, port):
            with Visitors(host, port, 2, 0.02) as usual:
                time.sleep(options.seconds)
            with Visitors(host, port, 2, 0.02) as meanwhile:
                started = time.perf_counter()
                words = ["nice", *command, str(options.sources), "--skip-unreadable"]
                subprocess.run(
                    words, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
                )
                took = time.perf_counter() - started
                time.sleep(2)
        print(f"visitors as usual: {usual.told()}")
        print(f"visitors during an import of {took:.0f} s at a lower priority: {meanwhile.told()}")
        print(f"the record: {record.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
