"""Servers to be measured beside each other: this site, Datasette over the same data, and the least that Django does.

Each is asked by one client over a kept connection. An answer is told in milliseconds of the clock and of the
processor: on a machine that others use too, only the second says what a page costs.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.ports import free_port  # noqa: E402

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
WIDE = (
    "sql_time_limit_ms 30000", "facet_time_limit_ms 30000", "suggest_facets off", "max_returned_rows 20000",
    "num_sql_threads 2",
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """Milliseconds to the last byte, milliseconds of the processor, and what came."""

    took: float
    worked: float
    status: int
    tag: str
    body: bytes


@dataclass(frozen=True)
class Server:
    port: int
    pid: int
    database: str = ""  # its server's processes work for it too

    def ask(self, address: str, headers: dict[str, str] | None = None) -> Answer:
        """The connection is kept between questions."""
        connection = _connections.setdefault(self.port, http.client.HTTPConnection("127.0.0.1", self.port, timeout=60))
        before, started = self.worked(), time.perf_counter()
        try:
            connection.request("GET", address, headers=headers or {})
            response = connection.getresponse()
            body = response.read()
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):  # kept open for too long
            connection.close()
            return self.ask(address, headers)
        except TimeoutError:  # it was given a minute
            connection.close()
            return Answer((time.perf_counter() - started) * 1000, self.worked() - before, 0, "", b"")
        except OSError:
            connection.close()
            raise
        took = (time.perf_counter() - started) * 1000
        return Answer(took, self.worked() - before, response.status, response.headers["ETag"] or "", body)

    def processes(self) -> tuple[int, ...]:
        children = subprocess.run(["pgrep", "-P", str(self.pid)], capture_output=True, text=True, check=False)
        return self.pid, *map(int, children.stdout.split()), *backends(self.database)

    def worked(self) -> float:
        """Milliseconds of the processor that all its threads have had so far."""
        spent, pids = 0, _processes.get(self.port, ())
        if not all(Path(f"/proc/{pid}").exists() for pid in pids):  # a worker was replaced
            pids = _processes[self.port] = self.processes()
        for pid in pids:
            for thread in Path(f"/proc/{pid}/task").glob("*/schedstat"):
                with contextlib.suppress(OSError):
                    spent += int(thread.read_text().split()[0])
        return spent / 1e6

    def memory(self) -> tuple[int, int]:
        """What one of its processes holds of its own, and what it has mapped of files and shares with all, in MB."""
        own, mapped = [0], [0]
        for pid in self.processes():
            with contextlib.suppress(OSError):
                status = Path(f"/proc/{pid}/status").read_text()
                own.append(int(status.split("RssAnon:")[1].split()[0]) // 1024)
                mapped.append(int(status.split("RssFile:")[1].split()[0]) // 1024)
        return max(own), max(mapped)


def backends(database: str) -> list[int]:
    """The processes of a PostgreSQL server on this machine that answer for a database; none of a record in a file."""
    if not database.startswith("postgresql:"):
        return []
    question = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with psycopg.connect(database, autocommit=True) as connection:
        return [row[0] for row in connection.execute(question)]


_connections: dict[int, http.client.HTTPConnection] = {}
_processes: dict[int, tuple[int, ...]] = {}


@contextlib.contextmanager
def running(
    command: Sequence[str], port: int, environment: dict[str, str], alive: str, folder: Path = ROOT, database: str = ""
) -> Iterator[Server]:
    server = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    found = Server(port, server.pid, database)
    try:
        for _ in range(300):
            with contextlib.suppress(OSError):
                if found.ask(alive).status == 200:
                    break
            if server.poll() is not None:
                raise SystemExit(f"{command[0]} ended before it answered")
            time.sleep(0.2)
        _processes[port] = found.processes()
        yield found
    finally:
        server.terminate()
        server.wait(20)


@contextlib.contextmanager
def project(database: str, page_cache: str, downloads: Path | None = None) -> Iterator[Server]:
    """This site over the database of this address, with the downloads of a folder or with none."""
    port = free_port()
    environment = os.environ | {
        "DATABASE_URL": database, "PAGE_CACHE": page_cache, "DEBUG": "false", "WORKERS": "2", "HOST": "127.0.0.1",
        "PORT": str(port), "DOWNLOADS": str(downloads or "no-downloads"),
    }  # fmt: skip
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(collect, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "inspections.wsgi"]
    with running(command, port, environment, "/healthz", database=database) as server:
        yield server


@contextlib.contextmanager
def bare() -> Iterator[Server]:
    """``bare.py``, by gunicorn's own threads."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--workers", "2", "--threads", "4", "--keep-alive", "60"]
    command += ["--bind", f"127.0.0.1:{port}", "--no-control-socket", "bare:application"]
    with running(command, port, dict(os.environ), "/hello", ROOT / "benchmarks") as server:
        yield server


@contextlib.contextmanager
def datasettes(record: Path, folder: Path, python: Path | None) -> Iterator[dict[str, Server]]:
    """Datasette as shipped, and tuned; ``python`` has it installed already."""
    if python is None:
        python = folder / "venv" / "bin" / "python"
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "datasette"], check=True)
    with contextlib.ExitStack() as servers:
        found = {}
        for name, settings in (("as shipped", ()), ("tuned", WIDE)):
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
