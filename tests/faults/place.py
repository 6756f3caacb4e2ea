"""Where a fault is tried: a record in a file or a server, real commands against it, a real site in front of it.

``lost`` gathers what a visitor or the audit would have missed; an experiment that ends with it empty lost nothing.
"""

from __future__ import annotations

import contextlib
import functools
import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from django.db import connections

from tests.conftest import ROOT, served_from
from tests.ports import free_port
from tests.postgresql import running_server, served_by

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
BEFORE, AFTER = SEEDS[:3], SEEDS
PAGES = ("/inspections.json", "/", "/healthz")
PATIENCE = 120  # seconds: on a machine that others use as well, waiting is no loss, and the longest is told


@dataclass
class Place:
    """A database of its own, by its address, and how to put its first edition back."""

    address: str
    digests: tuple[str, str]  # of the record before and after the import that is tried
    base: str  # the file, or the name of the database, that holds the first edition
    live: str
    port: int = 0  # of the database server
    lost: list[str] = field(default_factory=list)

    @property
    def is_file(self) -> bool:
        return self.address.startswith("sqlite")

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "DATABASE_URL": self.address, "PYTHONDONTWRITEBYTECODE": "1", "KEPT_EDITIONS": "1"}

    def reset(self) -> None:
        """The first edition again, and nothing beside it."""
        if self.is_file:
            for path in Path(self.live).parent.glob(f"{Path(self.live).name}*"):
                if path != Path(self.live):
                    path.unlink()
            shutil.copyfile(self.base, f"{self.live}.fresh")
            Path(f"{self.live}.fresh").replace(self.live)
            return
        with admin(self.port) as server:
            server.execute(f"DROP DATABASE IF EXISTS {self.live} WITH (FORCE)")
            server.execute(f"CREATE DATABASE {self.live} TEMPLATE {self.base}")

    def start(
        self, *words: object, program: Sequence[str] = ("manage.py",), **options: Any
    ) -> subprocess.Popen[str]:  # fmt: skip
        """A command of ours, in a process group of its own."""
        return subprocess.Popen(
            [sys.executable, *program, *map(str, words)], cwd=ROOT, text=True, start_new_session=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **{"env": self.environment, **options},
        )  # fmt: skip

    def command(self, *words: object, **options: Any) -> tuple[int, str]:
        """A command to its end: its code, and all it said."""
        process = self.start(*words, **options)
        out, err = process.communicate(timeout=300)
        return process.returncode, out + err

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """The default connection of this process is to this place."""
        with served_from(self.live) if self.is_file else served_by(self.port, self.live):
            yield

    def check(self, trial: str) -> None:
        """A complete edition stands, old or new; it stands its audit; the next import works and gives the new one."""
        self.check_what_stands(trial)
        self.check_what_comes_next(trial)

    def check_what_stands(self, trial: str, only_new: bool = False) -> None:
        """A complete edition, old or new (or ``only_new``), that stands its audit."""
        from inspections.catalogue import load
        from inspections.recording.audit import audit_record

        with self.reading():
            digest = newest_digest()
            if digest not in self.digests[only_new:]:
                expected = "not the new one" if only_new else "neither the old nor the new one"
                self.lost.append(f"{trial}: the record is {expected}")
            if false := audit_record(load()).false:
                self.lost.append(f"{trial}: {false[0]}")

    def check_what_comes_next(self, trial: str) -> None:
        """The next import works and gives the new record."""
        code, said = self.command("import_sources", *AFTER)
        if code:
            self.lost.append(f"{trial}: the next import ended with {code}: {said[-200:]}")
        with self.reading():
            if newest_digest() != self.digests[1]:
                self.lost.append(f"{trial}: the next import gave another record")


def newest_digest() -> str:
    from inspections import models

    connections["default"].close()
    newest = models.Edition.objects.order_by("-number").first()
    return newest.digest if newest else ""


@functools.cache
def imported(sources: tuple[Path, ...]) -> tuple[bytes, str]:
    """The file and the digest of a record of these sources."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place(f"sqlite:///{folder}/record.sqlite3", ("", ""), "", f"{folder}/record.sqlite3")
        code, said = place.command("import_sources", *sources)
        assert code == 0, said
        with place.reading():
            return Path(place.live).read_bytes(), newest_digest()


def digests() -> tuple[str, str]:
    """Of the record of the first sources, and of all."""
    return imported(tuple(BEFORE))[1], imported(tuple(AFTER))[1]


@contextlib.contextmanager
def in_a_file(parent: Path | None = None) -> Iterator[Place]:
    """A record in a file of a new folder; ``parent`` when the folder must lie on a certain file system."""
    with tempfile.TemporaryDirectory(dir=parent) as folder, tempfile.TemporaryDirectory() as elsewhere:
        live, base = f"{folder}/record.sqlite3", f"{elsewhere}/base.sqlite3"
        for path in (live, base):
            Path(path).write_bytes(imported(tuple(BEFORE))[0])
        yield Place(f"sqlite:///{live}", digests(), base, live)


@contextlib.contextmanager
def in_a_server() -> Iterator[Place]:
    """A record in a PostgreSQL server of its own. Skips where none is installed."""
    with running_server() as port:
        with admin(port) as server:
            server.execute("CREATE DATABASE base")
        place = Place(f"postgresql://postgres@127.0.0.1:{port}/base", digests(), "base", "live", port)
        code, said = place.command("import_sources", *BEFORE)
        assert code == 0, said
        place.address = f"postgresql://postgres@127.0.0.1:{port}/live"
        place.reset()
        yield place


def admin(port: int) -> Any:
    return psycopg.connect(f"host=127.0.0.1 port={port} user=postgres dbname=postgres", autocommit=True)


def stop(process: subprocess.Popen[Any], how: int = signal.SIGKILL) -> None:
    """End a command and everything it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, how)
    process.communicate()


@contextlib.contextmanager
def site(place: Place, **variables: str) -> Iterator[int]:
    """gunicorn in front of a place; its port."""
    collect_static_files()
    port = free_port()
    environment = {**place.environment, "HOST": "127.0.0.1", "PORT": str(port), "WORKERS": "1", **variables}
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "inspections.wsgi"],
        cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        wait_until_it_answers(port)
        yield port
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=PATIENCE)


@functools.cache
def collect_static_files() -> None:
    """What a page asks for by a name made of its content, as ``make serve`` does."""
    if not (ROOT / "staticfiles" / "staticfiles.json").exists():
        words = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
        subprocess.run(words, cwd=ROOT, check=True)


def wait_until_it_answers(port: int, seconds: float = PATIENCE) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(OSError, http.client.HTTPException):
            if ask(port, "/healthz")[0] == 200:
                return
        time.sleep(0.1)
    raise AssertionError("the site did not start")


def ask(port: int, address: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


class Visitors:
    """Somebody who asks for one page after another, and notes what is not a whole page of a whole edition."""

    def __init__(self, place: Place, port: int) -> None:
        self.place, self.port = place, port
        self.asked = 0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._visit, daemon=True)

    def __enter__(self) -> Visitors:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join(timeout=60)

    def _visit(self) -> None:
        while not self.over.is_set():
            for page in PAGES:
                try:
                    status, body = ask(self.port, page)
                    told = self._wrong(page, status, body)
                except (OSError, http.client.HTTPException, ValueError) as error:
                    told = f"{page}: {type(error).__name__} {error}"
                self.asked += 1
                if told:
                    self.place.lost.append(f"a visitor: {told}")
            time.sleep(0.2)

    def _wrong(self, page: str, status: int, body: bytes) -> str:
        if status != 200:
            return f"{page} answered {status}"
        if page.endswith(".json"):
            told = json.loads(body)
            if told["edition"]["digest"] not in self.place.digests:
                return f"{page} is of an edition that never was"
            if told["count"] != len(told["results"]):
                return f"{page} is not whole"
        elif page == "/" and not body.rstrip().endswith(b"</html>"):
            return "/ is not whole"
        return ""
