"""What slow visitors cost the others: idle, half-open and slow connections to gunicorn on loopback.

    python benchmarks/slow_visitors.py [--idle 1000] [--half 100] [--readers 100]

Each attack is held while an ordinary visitor asks for /healthz and the front page; printed is how long that took, and
how many asked in vain (no answer within 5 seconds). The record is that of DATABASE_URL.
"""

from __future__ import annotations

import argparse
import http.client
import os
import resource
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ASKED = ("/healthz", "/") * 5
PATIENCE = 5.0


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def visit(port: int) -> tuple[list[float], int]:
    """Milliseconds of each answer, and how many there were not."""
    took, vain = [], 0
    for address in ASKED:
        started = time.perf_counter()
        try:
            asked = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            asked.request("GET", address, headers={"Connection": "close"})
            asked.getresponse().read()
            took.append((time.perf_counter() - started) * 1000)
        except OSError:
            vain += 1
    return took, vain


def hold(port: int, many: int, sent: bytes, buffer: int | None = None) -> list[socket.socket]:
    """So many connections that send this and then nothing; with a small buffer, what is answered fills it."""
    held = []
    for _ in range(many):
        opened = socket.socket()
        if buffer:
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        opened.settimeout(PATIENCE)
        try:
            opened.connect(("127.0.0.1", port))
            opened.sendall(sent)
        except OSError:
            opened.close()
            continue
        held.append(opened)
    return held


def say(name: str, held: int, port: int) -> None:
    took, vain = visit(port)
    told = f"median {statistics.median(took):.1f} ms, worst {max(took):.1f} ms" if took else "no answer"
    print(f"{name:<34} {held:>5} held: {told}; {vain} of {len(ASKED)} in vain", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("idle", 1000), ("half", 100), ("readers", 100)):
        parser.add_argument(f"--{name}", type=int, default=default)
    options = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 8192)), hard))
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "inspections.wsgi"], cwd=ROOT,
        env=os.environ | {"PORT": str(port), "HOST": "127.0.0.1"}, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(200):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        visit(port)
        say("nobody else", 0, port)
        attacks = (
            ("idle connections", options.idle, b"", None),
            ("half-open: a request without its end", options.half, b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ", None),
            ("slow readers of a page", options.readers, b"GET /sources.json HTTP/1.1\r\nHost: localhost\r\n\r\n", 2048),
        )
        for name, many, sent, buffer in attacks:
            held = hold(port, many, sent, buffer)
            time.sleep(1)
            say(name, len(held), port)
            for each in held:
                each.close()
            time.sleep(1)
        say("afterwards", 0, port)
    finally:
        server.terminate()
        server.wait(timeout=60)


if __name__ == "__main__":
    main()
