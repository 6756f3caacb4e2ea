"""How fast a record of any size is served, page by page, beside Datasette over the same data.

    python benchmarks/make_record.py made.csv --inspections 1000000
    DATABASE_URL=sqlite:////path/made.sqlite3 python manage.py import_sources made.csv
    python benchmarks/serve.py --record /path/made.sqlite3 [--smaller FILE] [--datasette] [--rounds 15] [--mix 300]

Two gunicorn workers, one client, warm, page cache off except where the page says so. Servers are asked in turn, and
each address of the mix once of each, so that a slow moment of the machine falls on all; what compares machines is the
ratio, page by page. A server that is slow is asked less often: none takes more than its seconds for a page.

``--datasette`` installs it into a scratch environment and serves a flat table twice: as shipped, and tuned with an
index on every column that is filtered, full text, and limits so wide that it always counts to the end. ``--smaller``
serves a smaller record too, and tells how pages grow.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import http.client
import io
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


SECONDS = 30.0  # for one page of one server
MIX_SECONDS = 400.0  # for the mix, of one server
LATE = b"timed out"  # what Datasette says where a count is missing


@dataclass(frozen=True)
class Answer:
    """Milliseconds to the last byte, and what came."""

    took: float
    status: int
    tag: str
    body: bytes


@dataclass(frozen=True)
class Server:
    port: int
    pid: int

    def ask(self, address: str, headers: dict[str, str] | None = None) -> Answer:
        """The connection is kept between questions."""
        connection = _connections.setdefault(self.port, http.client.HTTPConnection("127.0.0.1", self.port, timeout=60))
        started = time.perf_counter()
        try:
            connection.request("GET", address, headers=headers or {})
            response = connection.getresponse()
            body = response.read()
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):  # kept open for too long
            connection.close()
            return self.ask(address, headers)
        except TimeoutError:  # it was given a minute
            connection.close()
            return Answer((time.perf_counter() - started) * 1000, 0, "", b"")
        except OSError:
            connection.close()
            raise
        return Answer((time.perf_counter() - started) * 1000, response.status, response.headers["ETag"] or "", body)

    def memory(self) -> tuple[int, int]:
        """What one of its processes holds of its own, and what it has mapped of files and shares with all, in MB."""
        children = subprocess.run(["pgrep", "-P", str(self.pid)], capture_output=True, text=True, check=False)
        own, mapped = [0], [0]
        for pid in (self.pid, *map(int, children.stdout.split())):
            with contextlib.suppress(OSError):
                status = Path(f"/proc/{pid}/status").read_text()
                own.append(int(status.split("RssAnon:")[1].split()[0]) // 1024)
                mapped.append(int(status.split("RssFile:")[1].split()[0]) // 1024)
        return max(own), max(mapped)


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
                if found.ask(alive).status == 200:
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
def datasettes(record: Path, folder: Path) -> Iterator[dict[str, Server]]:
    """Datasette as shipped, and tuned."""
    python = folder / "venv" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "datasette"], check=True)
    wide = (
        "sql_time_limit_ms 30000", "facet_time_limit_ms 30000", "suggest_facets off", "max_returned_rows 20000",
        "num_sql_threads 2",
    )  # fmt: skip
    with contextlib.ExitStack() as servers:
        found = {}
        for name, settings in (("as shipped", ()), ("tuned", wide)):
            (folder / name).mkdir()
            flat = make_flat(record, folder / name / "flat.db", tuned=bool(settings))
            port = free_port()
            command = [str(python), "-m", "datasette", "serve", "-i", str(flat), "-p", str(port)]
            for setting in ("default_page_size 50", *settings):
                command += ["--setting", *setting.split()]
            found[name] = servers.enter_context(running(command, port, dict(os.environ), "/-/versions.json"))
        yield found


def make_flat(record: Path, flat: Path, tuned: bool) -> Path:
    """One table of the inspections, with full text; tuned: with an index on each column that is filtered."""
    database = sqlite3.connect(flat)
    database.execute("ATTACH ? AS record", [f"{record}"])
    database.execute(FLAT)
    for column in ("id", *FILTERS) if tuned else ("id",):
        database.execute(f"CREATE INDEX by_{column} ON inspections ({column}, id)")
    database.execute("CREATE VIRTUAL TABLE inspections_fts USING fts5(title, content='inspections')")
    database.execute("INSERT INTO inspections_fts (inspections_fts) VALUES ('rebuild')")
    database.commit()
    database.execute("DETACH record")
    if tuned:
        database.execute("ANALYZE")
        database.commit()
    database.close()
    return flat


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


ALONE = """
SELECT i.*, j.*, e.* FROM inspections_inspection i
LEFT JOIN inspections_judgement j ON j.inspection_id = i.id LEFT JOIN inspections_evidence e ON e.judgement_id = j.id
WHERE i.service_kind = ? AND i.year_from = ? AND i.year_to = ? ORDER BY i.id DESC
"""


def write_alone(record: Path, filters: Sequence[tuple[str, str]]) -> float:
    """Milliseconds of Python's sqlite3 and csv for rows as long as those of the download, without the site."""
    database = sqlite3.connect(record)
    database.execute(f"PRAGMA mmap_size = {8 << 30}")
    (_, service), (_, year) = filters
    times = []
    for _ in range(5):
        started = time.perf_counter()
        csv.writer(io.StringIO()).writerows(database.execute(ALONE, (service, int(year), int(year))))
        times.append((time.perf_counter() - started) * 1000)
    return min(times)


@dataclass(frozen=True)
class Page:
    """The same question of this site and of Datasette ("": it has no such page)."""

    name: str
    ours: str
    theirs: str = ""


def pages_of(record: Path) -> list[Page]:
    database = sqlite3.connect(record)
    count = database.execute("SELECT COUNT(*) FROM inspections_inspection").fetchone()[0]
    question = (
        "SELECT ref, slug FROM inspections_inspection WHERE id IN "
        "(SELECT inspection_id FROM inspections_place WHERE position = ?)"
    )
    ref, slug = database.execute(question, [count // 3]).fetchone()
    grade = [("grade", "ofsted-four-point:good"), ("year", "2019")]
    chosen, rows = find_csv(record)
    alone = write_alone(record, chosen)
    print(f"{count:,} inspections in {record.name}; the CSV has {rows:,} rows: sqlite3 and csv alone {alone:.0f} ms.")
    return [
        Page("list, one grade and one year", f"/inspections/?{urlencode(grade)}", theirs(grade)),
        Page("list, unfiltered", "/inspections/", theirs(())),
        Page("list, its deepest page", f"/inspections/?page={-(-count // 50)}&providers=with"),
        Page("list, some words", "/inspections/?q=stockport"),
        Page("authority with the most inspections", f"/authorities/{BUSIEST}/", theirs([("authority", BUSIEST)])),
        Page("one inspection", f"/inspections/{ref}/{slug}/", f"/flat/inspections/{count // 3}"),
        Page("search, common word", "/search/?q=inspection", theirs((), _search="inspection")),
        Page("search, rare words", "/search/?q=stockport+adoption", theirs((), _search="stockport adoption")),
        Page("authorities", "/authorities/"),
        Page("national grid", "/national/"),
        Page("national counts", "/national/counts/"),
        Page("CSV of some 10,000 rows", f"/inspections.csv?{urlencode(chosen)}"),
        Page("alive, no page", "/healthz"),
    ]


def time_of(times: Sequence[float]) -> str:
    return f"{statistics.median(times):.1f}" if times else ""


def ratio(others: Sequence[float], ours: Sequence[float]) -> str:
    """How many times as long the others take, round by round."""
    return f"{statistics.median(b / a for a, b in zip(ours, others, strict=False)):.1f}" if others else ""


def row(name: str, ours: Sequence[float], beside: Sequence[Sequence[float]], note: str = "") -> None:
    late = sorted(ours)[int(len(ours) * 0.95)]
    cells = [f"{time_of(others)} ({ratio(others, ours)})" if others else "" for others in beside]
    print(f"| {' | '.join([name, time_of(ours), f'{late:.1f}', *cells, note])} |", flush=True)


def head(*columns: str) -> None:
    print(f"\n| {' | '.join(['page', 'median', '95% under', *columns, ''])} |\n|{'---|' * (len(columns) + 4)}")


def measure(server: Server, smaller: Server | None, record: Path, small: Path | None, others: dict[str, Server],
            rounds: int) -> None:  # fmt: skip
    """Each page of each server in turn, twice before it counts."""
    pages = pages_of(record)
    small_pages = pages_of(small) if small else pages
    print("\nMilliseconds, page cache off; in brackets how many times as long as ours, round by round.")
    head(*(["the smaller record"] if smaller else []), *(f"Datasette {name}" for name in others))
    for page, small_page in zip(pages, small_pages, strict=True):
        asked = [(server, page.ours)] + ([(smaller, small_page.ours)] if smaller else [])
        asked += [(other, page.theirs) for other in others.values()]
        times: list[list[float]] = [[] for _ in asked]
        spent = [0.0] * len(asked)
        for number in range(rounds + 2):
            for at, (each, address) in enumerate(asked):
                if not address or (spent[at] > SECONDS * 1000 and times[at]):
                    continue
                answer = each.ask(address)
                if at == 0 and answer.status != 200:
                    raise SystemExit(f"{address} answered {answer.status}")
                spent[at] += answer.took
                if number > 1 or spent[at] > SECONDS * 1000:
                    times[at].append(answer.took)
        row(page.name, times[0], times[1:])


def measure_mix(server: Server, others: dict[str, Server], record: Path, many: int) -> None:
    """Each address once of each server."""
    ours: list[float] = []
    times: dict[str, list[float]] = {name: [] for name in others}
    missing = dict.fromkeys(others, 0)
    head(*(f"Datasette {name}" for name in others))
    for filters in make_mix(record, many):
        ours.append(server.ask(f"/inspections/?{urlencode([*filters, ('providers', 'with')])}").took)
        for name, other in others.items():
            if sum(times[name]) < MIX_SECONDS * 1000:
                answer = other.ask(theirs(filters))
                times[name].append(answer.took)
                missing[name] += answer.status != 200 or LATE in answer.body
    note = "; ".join(f"{name}: {missing[name]} of {len(times[name])} without all counts" for name in others)
    row(f"mix of {many} filters, each once", ours, list(times.values()), note)


def measure_kept(server: Server, rounds: int) -> None:
    print("\nPage cache on: the same page again.")
    head()
    for _ in range(8):
        tag = server.ask("/inspections/").tag
    packed = {"Accept-Encoding": "gzip"}
    row("list again", [server.ask("/inspections/", packed).took for _ in range(rounds * 20)], [])
    held = {"If-None-Match": tag, **packed}
    row("list again, 304", [server.ask("/inspections/", held).took for _ in range(rounds * 20)], [])
    row("alive, no page", [server.ask("/healthz").took for _ in range(rounds * 20)], [])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--record", type=Path, required=True)
    parser.add_argument("--smaller", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--mix", type=int, default=300)
    parser.add_argument("--datasette", action="store_true")
    options = parser.parse_args()
    record, small = options.record.resolve(), options.smaller and options.smaller.resolve()
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as servers:
        others = servers.enter_context(datasettes(record, Path(folder))) if options.datasette else {}
        smaller = servers.enter_context(project(small, "off")) if small else None
        with project(record, "off") as server:
            measure(server, smaller, record, small, others, options.rounds)
            measure_mix(server, others, record, options.mix)
            own, mapped = server.memory()
            print(f"\nA process holds {own} MB at most, beside {mapped} MB of files that are mapped and shared.")
        with project(record, "local") as server:
            measure_kept(server, options.rounds)


if __name__ == "__main__":
    main()
