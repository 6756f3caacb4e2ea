"""A site restarted while visitors ask: by HUP, and by a whole new server behind a socket that something else holds."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

from tests.conftest import ROOT
from tests.faults.place import PATIENCE, Place, ask, collect_static_files, in_a_file, wait_until_it_answers
from tests.soak.rows import Campaign, Row

VISITORS = 6
PAGE = "/about/"  # a light page: what is tried is the restart, on however busy a machine
SERVER = (sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "inspections.wsgi")


class Held:
    """A listening socket of ours, as systemd holds one, and the server that is behind it now."""

    def __init__(self, place: Place) -> None:
        self.listening = socket.socket()
        self.listening.bind(("127.0.0.1", 0))
        self.listening.listen(512)
        self.port = self.listening.getsockname()[1]
        self.environment = {**place.environment, "WORKERS": "2", "LISTEN_FDS": "1"}
        self.server = self._start()
        wait_until_it_answers(self.port)

    def _start(self) -> subprocess.Popen[bytes]:
        """The socket becomes the third descriptor of the server, as systemd's protocol asks."""
        number = self.listening.fileno()
        words = f'exec 3<&{number}; export LISTEN_PID=$$; exec "$@"'
        return subprocess.Popen(
            ["/bin/bash", "-c", words, "bash", *SERVER], cwd=ROOT, env=self.environment, pass_fds=[number],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def reload(self) -> None:
        os.kill(self.server.pid, signal.SIGHUP)

    def restart(self) -> None:
        self.stop()
        self.server = self._start()

    def stop(self) -> None:
        self.server.terminate()
        self.server.wait(timeout=PATIENCE)


@contextlib.contextmanager
def visitors(port: int, kept: bool, lost: list[str], waits: list[float]) -> Iterator[None]:
    """Several ask without pause: each time over a new connection, or over one that is kept as browsers do."""
    over = threading.Event()

    def visit() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        while not over.is_set():
            started = time.perf_counter()
            try:
                status = ask_again(connection) if kept else ask(port, PAGE)[0]
                if status != 200:
                    lost.append(f"a page answered {status}")
            except (OSError, http.client.HTTPException) as error:
                lost.append(f"a request was lost: {type(error).__name__} {error}")
            waits.append(time.perf_counter() - started)
        connection.close()

    threads = [threading.Thread(target=visit, daemon=True) for _ in range(VISITORS)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join(timeout=2 * PATIENCE)


def ask_again(connection: http.client.HTTPConnection) -> int:
    """As browsers do: a kept connection that the server has closed meanwhile is opened again, once."""
    for last in (False, True):
        try:
            connection.request("GET", PAGE)
            answer = connection.getresponse()
            answer.read()
            return answer.status
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            connection.close()
            if last:
                raise
    raise AssertionError("unreachable")


def under_load(name: str, act: Callable[[Held], None], times: int, kept: bool) -> Row:
    lost: list[str] = []
    waits: list[float] = []
    with in_a_file() as place:
        collect_static_files()
        held = Held(place)
        try:
            with visitors(held.port, kept, lost, waits):
                for _ in range(times):
                    time.sleep(1)
                    act(held)
                time.sleep(2)
            wait_until_it_answers(held.port)
        finally:
            held.stop()
            held.listening.close()
    how = "kept connections" if kept else "new connections"
    measured = f"{len(waits):,} requests by {VISITORS} visitors, longest wait {max(waits):.1f} s"
    return Row("Restart", f"{name}, {how}", times, tuple(lost), measured)


def by_reload(times: int, kept: bool) -> Row:
    return under_load("HUP under load", Held.reload, times, kept)


def by_restart(times: int, kept: bool) -> Row:
    return under_load("stop and start behind a held socket", Held.restart, times, kept)


CAMPAIGNS = [
    Campaign("restart-reload", lambda: [by_reload(15, kept) for kept in (False, True)]),
    Campaign("restart-whole", lambda: [by_restart(6, kept) for kept in (False, True)]),
]
