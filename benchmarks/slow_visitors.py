"""What slow visitors cost the others: idle, half-open, dripping and slow connections, on loopback.

    python benchmarks/slow_visitors.py [--many 1000] [--own-threads] [--nginx]

Each attack is held while an ordinary visitor asks for /healthz and the front page over new connections; printed is how
long that took, and how many asked in vain (no whole page within 5 seconds). The record is that of DATABASE_URL.
``--own-threads``: gunicorn's own worker instead of ours, for comparison. ``--nginx``: with nginx in front, as
deploy/nginx/patience.conf sets it; the attack then comes from many addresses, 20 connections from each.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.ports import free_port  # noqa: E402

ASKED = ("/healthz", "/") * 10
PATIENCE = 5.0
FROM_ONE_ADDRESS = 20
HEAD = b"GET %s HTTP/1.1\r\nHost: localhost\r\n"
NGINX = """daemon off; worker_processes 2; worker_rlimit_nofile 16384; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 8192; }}
http {{
    access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    limit_conn_zone $binary_remote_addr zone=visitors:10m;
    upstream inspection_record {{ server 127.0.0.1:{behind}; keepalive 16; }}
    server {{ listen 127.0.0.1:{port} backlog=4096; include {patience}; }}
}}
"""


@dataclass(frozen=True)
class Attack:
    """What each connection sends at first, and then one byte after another; a small ``buffer`` fills at once."""

    name: str
    sent: bytes
    dripping: bytes = b""
    buffer: int | None = None


ATTACKS = (
    Attack("idle", b""),
    Attack("half-open: a head without its end", HEAD % b"/" + b"X-A: "),
    Attack("dripping: a byte of the head each second", HEAD % b"/" + b"X-A: ", dripping=b"a"),
    Attack("a body that never comes", HEAD % b"/" + b"Content-Length: 900\r\n\r\n"),
    Attack("answered and never hung up", HEAD % b"/about/" + b"Connection: close\r\n\r\n"),
    Attack("slow readers of a page", HEAD % b"/inspections/" + b"\r\n", buffer=2048),
    Attack("slow readers of a list", HEAD % b"/sources.json" + b"\r\n", buffer=2048),
)


def visit(port: int) -> tuple[list[float], int]:
    """Milliseconds of each answer, and how many there were not."""
    took, vain = [], 0
    for address in ASKED:
        started = time.perf_counter()
        try:
            asked = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            asked.request("GET", address, headers={"Connection": "close"})
            answer = asked.getresponse()
            whole = answer.status == 200 and bool(answer.read())
            asked.close()
        except (OSError, http.client.HTTPException):
            whole = False
        if whole:
            took.append((time.perf_counter() - started) * 1000)
        else:
            vain += 1
    return took, vain


@contextlib.contextmanager
def held(port: int, many: int, attack: Attack) -> Iterator[int]:
    """So many connections that send this and then nothing, or a byte each second."""
    opened: list[socket.socket] = []
    for number in range(many):
        connection = socket.socket()
        if attack.buffer:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, attack.buffer)
        connection.settimeout(PATIENCE)
        address = number // FROM_ONE_ADDRESS
        with contextlib.suppress(OSError):
            connection.bind((f"127.1.{address // 250}.{address % 250 + 1}", 0))
            connection.connect(("127.0.0.1", port))
            connection.sendall(attack.sent)
            opened.append(connection)
    over = threading.Event()

    def drip() -> None:
        while not over.wait(1):
            for connection in opened:
                with contextlib.suppress(OSError):
                    connection.sendall(attack.dripping)

    dripping = threading.Thread(target=drip, daemon=True)
    if attack.dripping:
        dripping.start()
    try:
        yield len(opened)
    finally:
        over.set()
        if attack.dripping:
            dripping.join()
        for connection in opened:
            connection.close()


def say(name: str, many: int, port: int) -> None:
    took, vain = visit(port)
    told = f"median {statistics.median(took):6.1f} ms, worst {max(took):7.1f} ms" if took else "no answer"
    print(f"{name:<42} {many:>5} held: {told}; {vain} of {len(ASKED)} in vain", flush=True)


@contextlib.contextmanager
def running(words: list[str], port: int, **variables: str) -> Iterator[None]:
    """A server until it is no longer needed."""
    server = subprocess.Popen(words, cwd=ROOT, env=os.environ | variables, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait(timeout=60)


@contextlib.contextmanager
def nginx_before(behind: int) -> Iterator[int]:
    """nginx with the lines of ours, and its port."""
    port, patience = free_port(), ROOT / "deploy" / "nginx" / "patience.conf"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        told = Path(folder) / "nginx.conf"
        told.write_text(NGINX.format(folder=folder, behind=behind, port=port, patience=patience), encoding="utf-8")
        with running([shutil.which("nginx") or "/usr/sbin/nginx", "-c", str(told), "-p", folder], port):
            yield port


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--many", type=int, default=1000)
    parser.add_argument("--own-threads", action="store_true")
    parser.add_argument("--nginx", action="store_true")
    options = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 16384)), hard))
    behind = free_port()
    words = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "inspections.wsgi"]
    own = ["--worker-class", "gthread"] if options.own_threads else []
    with contextlib.ExitStack() as stack:
        stack.enter_context(running([*words[:-1], *own, words[-1]], behind, PORT=str(behind), HOST="127.0.0.1"))
        port = stack.enter_context(nginx_before(behind)) if options.nginx else behind
        time.sleep(1)
        visit(port)
        say("nobody else", 0, port)
        for attack in ATTACKS:
            with held(port, options.many, attack) as many:
                time.sleep(2)
                say(attack.name, many, port)
            time.sleep(2)
        say("afterwards", 0, port)


if __name__ == "__main__":
    main()
