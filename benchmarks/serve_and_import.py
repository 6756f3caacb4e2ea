"""Time and memory of importing the seeds, and the latency of each page from a warm gunicorn.

    python benchmarks/serve_and_import.py [--rounds 200] [--workers 2]

Works on a database of its own in a temporary folder. Pages are asked in turn, round after round, over one kept
connection, so that a slow moment of the machine falls on all of them alike; each is given as a ratio to
``/healthz`` in the same run, because milliseconds differ between machines and ratios hardly do.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.ports import free_port  # noqa: E402


def run_measured(arguments: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Run a program to its end: seconds, and the most memory it held, in megabytes."""
    started = time.perf_counter()
    program = subprocess.Popen(arguments, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(program.pid, 0)
    program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {program.returncode}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


@contextlib.contextmanager
def served(environment: dict[str, str]) -> Iterator[tuple[str, int]]:
    """The site on a free port of this machine, until the block ends."""
    port = free_port()
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gunicorn",
            "--config",
            "gunicorn.conf.py",
            "--log-level",
            "warning",
            "inspections.wsgi",
        ],
        cwd=ROOT,
        env=environment | {"HOST": "127.0.0.1", "PORT": str(port)},
    )
    try:
        for _ in range(100):
            with contextlib.suppress(OSError):
                ask(http.client.HTTPConnection("127.0.0.1", port, timeout=5), "/healthz")
                break
            time.sleep(0.1)
        else:
            raise SystemExit("the site did not start")
        yield "127.0.0.1", port
    finally:
        server.terminate()
        server.wait(timeout=30)


def ask(connection: http.client.HTTPConnection, address: str, **headers: str) -> tuple[int, bytes, str]:
    """One request: status, body as sent, ETag."""
    connection.request("GET", address, headers={"Accept-Encoding": "gzip"} | headers)
    answer = connection.getresponse()
    return answer.status, answer.read(), answer.headers.get("ETag", "")


def pages_of(connection: http.client.HTTPConnection) -> list[str]:
    """The fixed addresses, and the first detail page of each kind that the lists lead to."""
    connection.request("GET", "/inspections.json")
    inspections = json.loads(connection.getresponse().read())["results"]
    connection.request("GET", "/statements.json")
    statements = json.loads(connection.getresponse().read())["results"]
    graded = next(each["overall"] for each in inspections if each["overall"] and each["overall"]["grade"])
    authority = inspections[0]["authorities"][0]["slug"]
    return [
        "/healthz",
        "/",
        "/authorities/",
        f"/authorities/{authority}/",
        f"/authorities/{authority}/{inspections[0]['service']['kind']}/",
        "/inspections/",
        f"/inspections/?grade={graded['scale']}:{graded['grade']}",
        "/inspections.json",
        "/inspections.csv",
        local(inspections[0]["url"]),
        f"/inspections/{inspections[0]['id']}.json",
        "/statements/",
        local(statements[0]["url"]),
        "/sources/",
        local(inspections[0]["sources"][0]["url"]),
        "/scales/",
        f"/scales/{graded['scale']}/",
        "/data/",
        "/editions/",
        "/about/",
    ]


def local(url: str) -> str:
    """The path of one of the site's own addresses."""
    return "/" + url.split("://", 1)[-1].split("/", 1)[1] if "://" in url else url


def measure(host: str, port: int, rounds: int) -> list[tuple[str, list[float], int]]:
    """Milliseconds of every page in every round, and its bytes over the wire."""
    connection = http.client.HTTPConnection(host, port, timeout=30)
    pages = pages_of(connection)
    taken: dict[str, list[float]] = {page: [] for page in pages}
    weights: dict[str, int] = {}
    for page in pages * 3:  # warm
        status, body, _ = ask(connection, page)
        if status != 200:
            raise SystemExit(f"{page} answered {status}")
        weights[page] = len(body)
    _, _, tag = ask(connection, "/inspections/")
    unchanged = "/inspections/ again, with its ETag"
    taken[unchanged], weights[unchanged] = [], 0
    for _ in range(rounds):
        for page in pages:
            started = time.perf_counter()
            ask(connection, page)
            taken[page].append((time.perf_counter() - started) * 1000)
        started = time.perf_counter()
        status, _, _ = ask(connection, "/inspections/", **{"If-None-Match": tag})
        taken[unchanged].append((time.perf_counter() - started) * 1000)
        if status != 304:
            raise SystemExit(f"the page with its own ETag answered {status}")
    return [(page, times, weights[page]) for page, times in taken.items()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ) | {
            "DATABASE_URL": f"sqlite:///{folder}/record.sqlite3",
            "PAGE_CACHE": "off",
            "DEBUG": "false",
            "WORKERS": str(chosen.workers),
        }
        importing = [sys.executable, "manage.py", "import_sources", "seeds"]
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {chosen.workers} workers, page cache off\n")
        print(f"{'import of seeds/':<44} {'seconds':>8} {'MB':>8}")
        for name in ("first, into no record", "again, nothing changed"):
            seconds, megabytes = run_measured(importing, environment)
            print(f"{name:<44} {seconds:>8.2f} {megabytes:>8.0f}")
        with served(environment) as (host, port):
            rows = measure(host, port, chosen.rounds)

    lightest = statistics.median(rows[0][1])
    print(f"\n{f'page, {chosen.rounds} requests each':<60} {'median ms':>9} {'95% under':>9} {'ratio':>6} {'bytes':>7}")
    for page, times, weight in rows:
        median, high = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        print(f"{page[:60]:<60} {median:>9.2f} {high:>9.2f} {median / lightest:>6.1f} {weight:>7}")


if __name__ == "__main__":
    main()
