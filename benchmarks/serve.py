"""How fast a record of any size is served, page by page, beside Datasette over the same data.

    python benchmarks/make_record.py made.csv --inspections 1000000
    DATABASE_URL=sqlite:////path/made.sqlite3 python manage.py import_sources made.csv
    python benchmarks/serve.py --record /path/made.sqlite3 [--datasette] [--rounds 15] [--mix 300]

Two gunicorn workers, one client, warm, page cache off except where the page says so. Each address of the mix is asked
once of each server, one after the other, so that a slow moment of the machine falls on both; what compares machines is
the ratio. ``--datasette`` installs it into a scratch environment and serves a flat table with an index on every column
that is filtered, full text, and limits so wide that it always counts to the end.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import random
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
BUSIEST = "birmingham"
FILTERS = ("authority", "region", "service", "inspectorate", "kind", "scale", "grade", "year")
FLAT = """
CREATE TABLE inspections AS
SELECT p.position AS id, i.ref, i.title, a.slug AS authority, a.region, i.service_kind AS service, b.inspectorate,
       i.kind, j.scale, j.scale || ':' || j.grade AS grade, i.year_from AS year, i.inspected_edtf AS inspected
FROM record.inspections_place p JOIN record.inspections_inspection i ON i.id = p.inspection_id
LEFT JOIN record.inspections_judgement j ON j.inspection_id = i.id
LEFT JOIN (SELECT inspection_id, MIN(inspectorate) AS inspectorate FROM record.inspections_inspectedby
           GROUP BY inspection_id) b ON b.inspection_id = i.id
LEFT JOIN (SELECT inspection_id, MIN(service_id) AS service_id FROM record.inspections_inspection_services
           GROUP BY inspection_id) s ON s.inspection_id = i.id
LEFT JOIN record.inspections_service v ON v.id = s.service_id
LEFT JOIN record.inspections_authority a ON a.id = v.authority_id
ORDER BY p.position
"""


@dataclass(frozen=True)
class Server:
    port: int
    pid: int

    def ask(self, address: str, headers: dict[str, str] | None = None) -> tuple[float, int, http.client.HTTPMessage]:
        """Milliseconds to the last byte, status and headers; the connection is kept between questions."""
        connection = _connections.setdefault(self.port, http.client.HTTPConnection("127.0.0.1", self.port, timeout=60))
        started = time.perf_counter()
        try:
            connection.request("GET", address, headers=headers or {})
            response = connection.getresponse()
            response.read()
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):  # kept open for too long
            connection.close()
            return self.ask(address, headers)
        except OSError:
            connection.close()
            raise
        return (time.perf_counter() - started) * 1000, response.status, response.headers

    def memory(self) -> int:
        """The most that any of its processes held, in MB."""
        children = subprocess.run(["pgrep", "-P", str(self.pid)], capture_output=True, text=True, check=False)
        peaks = []
        for pid in (self.pid, *map(int, children.stdout.split())):
            with contextlib.suppress(OSError):
                status = Path(f"/proc/{pid}/status").read_text()
                peaks.append(int(status.split("VmHWM:")[1].split()[0]) // 1024)
        return max(peaks, default=0)


_connections: dict[int, http.client.HTTPConnection] = {}


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextlib.contextmanager
def running(command: Sequence[str], port: int, environment: dict[str, str], alive: str) -> Iterator[Server]:
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = Server(port, server.pid)
    try:
        for _ in range(300):
            with contextlib.suppress(OSError):
                if found.ask(alive)[1] == 200:
                    break
            if server.poll() is not None:
                raise SystemExit(f"{command[0]} ended before it answered")
            time.sleep(0.2)
        yield found
    finally:
        server.terminate()
        server.wait(20)


@contextlib.contextmanager
def project(record: Path, page_cache: str) -> Iterator[Server]:
    port = free_port()
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{record}", "PAGE_CACHE": page_cache, "DEBUG": "false", "WORKERS": "2",
        "HOST": "127.0.0.1", "PORT": str(port),
    }  # fmt: skip
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(collect, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "inspections.wsgi"]
    with running(command, port, environment, "/healthz") as server:
        yield server


@contextlib.contextmanager
def datasette(record: Path, folder: Path) -> Iterator[Server]:
    python = folder / "venv" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "datasette"], check=True)
    flat = folder / "flat.db"
    database = sqlite3.connect(flat)
    database.execute("ATTACH ? AS record", [f"{record}"])
    database.execute(FLAT)
    for column in ("id", *FILTERS):
        database.execute(f"CREATE INDEX by_{column} ON inspections ({column}, id)")
    database.execute("CREATE VIRTUAL TABLE inspections_fts USING fts5(title, content='inspections')")
    database.execute("INSERT INTO inspections_fts (inspections_fts) VALUES ('rebuild')")
    database.commit()
    database.execute("DETACH record")
    database.execute("ANALYZE")
    database.commit()
    database.close()
    port = free_port()
    settings = (
        "sql_time_limit_ms 30000", "facet_time_limit_ms 30000", "suggest_facets off", "default_page_size 50",
        "max_returned_rows 20000", "num_sql_threads 2",
    )  # fmt: skip
    command = [str(python), "-m", "datasette", "serve", "-i", str(flat), "-p", str(port)]
    for setting in settings:
        command += ["--setting", *setting.split()]
    with running(command, port, dict(os.environ), "/-/versions.json") as server:
        yield server


def theirs(filters: Sequence[tuple[str, str]], **more: str) -> str:
    """The same question of Datasette: filters, the newest fifty, a count for every other filter."""
    facets = [("_facet", name) for name in FILTERS]
    return f"/flat/inspections?{urlencode([*filters, *facets, ('_sort', 'id'), ('_size', '50'), *more.items()])}"


def make_mix(record: Path, many: int) -> list[list[tuple[str, str]]]:
    """Filters of one, two or three kinds that visitors may put together, each found in the record."""
    database = sqlite3.connect(record)
    chance = random.Random(11)
    held = "SELECT filter, value FROM inspections_members WHERE filter IN ({}) AND value <> '' AND value NOT LIKE '%:'"
    marks = ",".join("?" * len(FILTERS))
    values: dict[str, list[str]] = {name: [] for name in FILTERS}
    for name, value in database.execute(f"{held.format(marks)} ORDER BY filter, value", FILTERS):
        if name != "year" or int(value) >= 1990:
            values[name].append(value)
    mix = []
    while len(mix) < many:
        names = chance.sample(FILTERS, chance.choice((1, 1, 2, 2, 2, 3)))
        if {"scale", "grade"} <= set(names):
            continue
        mix.append([(name, chance.choice(values[name])) for name in names])
    return mix


def find_csv(record: Path) -> tuple[list[tuple[str, str]], int]:
    """The service and year whose list is nearest to 10,000 rows."""
    database = sqlite3.connect(record)
    question = (
        "SELECT service_kind, year_from, COUNT(*) AS many FROM inspections_inspection WHERE service_kind <> '' AND "
        "year_from = year_to GROUP BY service_kind, year_from ORDER BY ABS(COUNT(*) - 10000) LIMIT 1"
    )
    service, year, many = database.execute(question).fetchone()
    return [("service", service), ("year", str(year))], many


def line(page: str, ours: Sequence[float], others: Sequence[float] = (), note: str = "") -> None:
    ratio = f"{statistics.median(b / a for a, b in zip(ours, others, strict=True)):.1f}" if others else ""
    beside = f"{statistics.median(others):.1f}" if others else ""
    late = sorted(ours)[int(len(ours) * 0.95)] if len(ours) > 1 else ours[0]
    print(f"| {page} | {statistics.median(ours):.1f} | {late:.1f} | {beside} | {ratio} | {note} |", flush=True)


def measure(server: Server, other: Server | None, record: Path, rounds: int, many: int) -> None:
    database = sqlite3.connect(record)
    count = database.execute("SELECT COUNT(*) FROM inspections_inspection").fetchone()[0]
    ref, slug = database.execute(
        "SELECT ref, slug FROM inspections_inspection WHERE id IN (SELECT inspection_id FROM inspections_place "
        "WHERE position = ?)", [count // 3]
    ).fetchone()  # fmt: skip
    grade = [("grade", "ofsted-four-point:good"), ("year", "2019")]
    csv, rows = find_csv(record)
    last = -(-count // 50)
    pages = (
        ("list, one grade and one year", f"/inspections/?{urlencode(grade)}", theirs(grade)),
        ("list, unfiltered", "/inspections/", theirs(())),
        ("list, its deepest page", f"/inspections/?page={last}", None),
        ("authority with the most inspections", f"/authorities/{BUSIEST}/", theirs([("authority", BUSIEST)])),
        ("one inspection", f"/inspections/{ref}/{slug}/", f"/flat/inspections/{count // 3}"),
        ("search, common word", "/search/?q=inspection", theirs((), _search="inspection")),
        ("search, rare words", "/search/?q=stockport+adoption", theirs((), _search="stockport adoption")),
        ("authorities", "/authorities/", None),
        (f"CSV of {rows:,} rows", f"/inspections.csv?{urlencode(csv)}", None),
        ("alive, no page", "/healthz", None),
    )
    print(f"\n{count:,} inspections; milliseconds, page cache off.\n")
    print("| page | median | 95% under | Datasette | ratio | |\n|---|---|---|---|---|---|")
    for name, ours, beside in pages:
        times: list[float] = []
        others: list[float] = []
        for number in range(rounds + 2):
            took, status, _ = server.ask(ours)
            if status != 200:
                raise SystemExit(f"{ours} answered {status}")
            asked = other.ask(beside)[0] if other and beside else None
            if number > 1:
                times.append(took)
                others += [asked] if asked is not None else []
        line(name, times, others)
    ours_mix, others_mix = [], []
    for filters in make_mix(record, many):
        more = [("providers", "with")]
        ours_mix.append(server.ask(f"/inspections/?{urlencode([*filters, *more])}")[0])
        if other:
            others_mix.append(other.ask(theirs(filters))[0])
    line(f"mix of {many} filters, each once", ours_mix, others_mix)
    print(f"\nMost memory of a process: {server.memory()} MB.")


def measure_kept(server: Server, rounds: int) -> None:
    print("\nPage cache on: the same page again.\n\n| page | median | 95% under | | | |\n|---|---|---|---|---|---|")
    for _ in range(8):
        tag = server.ask("/inspections/")[2]["ETag"]
    packed = {"Accept-Encoding": "gzip"}
    line("list again", [server.ask("/inspections/", packed)[0] for _ in range(rounds * 20)])
    held = {"If-None-Match": tag, **packed}
    line("list again, 304", [server.ask("/inspections/", held)[0] for _ in range(rounds * 20)])
    line("alive, no page", [server.ask("/healthz")[0] for _ in range(rounds * 20)])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--record", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--mix", type=int, default=300)
    parser.add_argument("--datasette", action="store_true")
    options = parser.parse_args()
    record = options.record.resolve()
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as running_servers:
        other = running_servers.enter_context(datasette(record, Path(folder))) if options.datasette else None
        with project(record, "off") as server:
            measure(server, other, record, options.rounds, options.mix)
        with project(record, "local") as server:
            measure_kept(server, options.rounds)


if __name__ == "__main__":
    main()
