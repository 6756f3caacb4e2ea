"""One worker with two threads, and more slow visitors than threads: the quick ones are answered all the same."""

import contextlib
import http.client
import socket
import subprocess
import sys
import time

import pytest

from tests.conftest import ROOT
from tests.ports import free_port

QUICK = """
import sys
from inspections.web import worker
worker.HEAD_SECONDS, worker.LEAVING_SECONDS = 4.0, 1.0
from gunicorn.app.wsgiapp import run
sys.exit(run())
"""
OPTIONS = "--worker-class inspections.web.worker.PatientWorker --workers 1 --threads 2 --no-control-socket".split()
HEAD = b"GET /%s HTTP/1.1\r\nHost: localhost\r\n"
ANSWER = b"asked for /"


def app(environ, start_response):
    """What is served here: the path that was asked for."""
    answer = ANSWER + environ["PATH_INFO"].removeprefix("/").encode()
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(answer)))])
    return [answer]


@pytest.fixture(scope="module")
def port():
    number = free_port()
    words = [sys.executable, "-c", QUICK, *OPTIONS, "--bind", f"127.0.0.1:{number}", "tests.web.test_worker:app"]
    server = subprocess.Popen(words, cwd=ROOT, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", number)).close()
            break
        except OSError:
            time.sleep(0.05)
    yield number
    server.terminate()
    server.wait(timeout=120)


def ask(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", "/quick")
    answer = connection.getresponse().read()
    connection.close()
    return answer


def opened(port, sent):
    connection = socket.create_connection(("127.0.0.1", port), timeout=120)
    connection.sendall(sent)
    return connection


def read_all(connection):
    """All that comes until the server hangs up."""
    with connection:
        parts = []
        while part := connection.recv(65_536):
            parts.append(part)
        return b"".join(parts)


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"G",
        HEAD % b"slow",
        HEAD % b"first" + b"\r\n" + HEAD % b"slow",
        b"\r\n\r\n" + HEAD % b"slow",
        HEAD % b"slow" + b"Content-Length: 9\r\n\r\n",
        HEAD % b"slow" + b"Transfer-Encoding: chunked\r\n\r\n",
        HEAD % b"slow" + b"Connection: close\r\n\r\n",
    ],
    ids=["nothing", "a letter", "half a head", "one and a half", "empty lines", "no body", "no chunk", "no goodbye"],
)
def test_more_slow_visitors_than_threads_hinder_nobody(port, sent):
    slow = [opened(port, sent) for _ in range(12)]
    assert ask(port) == b"asked for /quick"
    for each in slow:
        each.close()
    assert ask(port) == b"asked for /quick"


def test_a_head_that_comes_letter_by_letter_is_answered(port):
    connection = opened(port, b"")
    for letter in HEAD % b"letters" + b"Connection: close\r\n\r\n":
        connection.sendall(bytes([letter]))
        time.sleep(0.002)
    assert read_all(connection).endswith(b"asked for /letters")


def test_requests_sent_together_are_answered_in_turn(port):
    connection = opened(port, HEAD % b"one" + b"\r\n" + HEAD % b"two" + b"\r\n" + HEAD % b"thr")
    connection.sendall(b"Connection: close\r\n\r\n")
    told = read_all(connection)
    assert [part.partition(b"HTTP/1.1")[0].strip() for part in told.split(ANSWER)[1:]] == [b"one", b"two", b"thr"]


def test_a_visitor_who_has_said_all_and_closed_that_side_is_answered(port):
    connection = opened(port, HEAD % b"said" + b"\r\n")
    connection.shutdown(socket.SHUT_WR)
    assert read_all(connection).endswith(b"asked for /said")


def test_a_kept_connection_is_asked_again(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    for path in ("/a", "/b"):
        connection.request("GET", path)
        assert connection.getresponse().read() == b"asked for " + path.encode()
    connection.close()


def test_a_head_that_never_ends_is_hung_up_on(port):
    for connection in [opened(port, sent) for sent in (b"G", HEAD % b"never")]:
        with contextlib.suppress(ConnectionResetError):  # as the system hangs up on what nobody has read
            assert read_all(connection) == b""


LATE = """
import time

graceful_timeout = 600

def post_fork(server, worker):
    print("forked", flush=True)
    time.sleep(1)
"""


def test_a_worker_told_to_end_before_it_can_hear_ends_all_the_same(tmp_path):
    """Without a word from it the master would wait ``graceful_timeout``, and then kill it with its visitors."""
    settings = tmp_path / "late.py"
    settings.write_text((ROOT / "gunicorn.conf.py").read_text(encoding="utf-8") + LATE, encoding="utf-8")
    words = [sys.executable, "-m", "gunicorn", "--config", str(settings), "--bind", "127.0.0.1:0", "--workers", "1"]
    server = subprocess.Popen(
        [*words, "tests.web.test_worker:app"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        assert server.stdout.readline() == b"forked\n"
        server.terminate()
        assert server.wait(timeout=120) == 0
    finally:
        server.kill()
        server.stdout.close()
        server.wait()
