"""A worker of gunicorn whose threads answer, and never wait for a visitor who is slow to ask or slow to leave.

gunicorn's own threads read a request as it comes, however slowly, and its main loop waits two seconds for a visitor
who does not hang up. Here a thread is given a request when its head has come whole; until then, and after the answer,
a connection costs an entry in the worker's lists and no more. It overrides what gunicorn calls its own: the tests
hold it to that with real sockets.
"""

from __future__ import annotations

import contextlib
import select
import selectors
import signal
import socket
import struct
import time
from functools import partial
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

END_OF_HEAD = b"\r\n\r\n"
LARGEST_HEAD = 65_536  # bytes looked at; the parser says what is wrong with a larger one
HEAD_SECONDS = 10.0  # for the head of a request, from when it is first waited for
TAKING_SECONDS = 20  # that a visitor may take nothing of an answer
LEAVING_SECONDS = 2.0  # until a visitor has hung up
SENT_AT_ONCE = 1 << 20  # bytes of an answer that the system may take over from a thread
OVER = select.POLLRDHUP | select.POLLHUP | select.POLLERR


class PatientWorker(ThreadWorker):
    """gunicorn's worker with threads, for visitors of any speed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaving: dict[TConn, float] = {}

    def init_signals(self) -> None:
        """From here on it can be told to end: gunicorn.conf.py has held back whoever told it before."""
        super().init_signals()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGINT, signal.SIGQUIT})

    def enqueue_req(self, conn: TConn) -> None:
        """Every request comes by here, new or on a kept connection: to a thread, or back to wait."""
        try:
            if not hasattr(conn, "head_until"):
                conn.head_until = None
                conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SENT_AT_ONCE)
                conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", TAKING_SECONDS, 0))
            if self._is_here(conn):
                conn.head_until, conn.data_ready = None, True
                super().enqueue_req(conn)
            else:
                self._wait(conn)
        except OSError:
            self._let_go(conn)

    def _is_here(self, conn: TConn) -> bool:
        """Has the head of a request come whole, or will nothing more come?"""
        read = conn.parser.unreader.buf.getvalue() if conn.parser is not None else b""
        conn.sock.setblocking(False)
        come = b""
        with contextlib.suppress(BlockingIOError):
            come = conn.sock.recv(LARGEST_HEAD, socket.MSG_PEEK)
        whole = END_OF_HEAD in (read + come).lstrip(b"\r\n") or len(come) == LARGEST_HEAD
        here = whole or _is_over(conn.sock)
        # the system wakes us for more than has come already, so that one who drips costs one look for each drop
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, 1 if here else len(come) + 1)
        return here

    def _wait(self, conn: TConn) -> None:
        now = time.monotonic()
        if conn.head_until is None:
            conn.head_until = now + HEAD_SECONDS
        if now >= conn.head_until:
            self._leave(conn)
            return
        conn.timeout = conn.head_until
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))

    def _keepalive_after(self, conn: TConn, keepalive: bool) -> bool:
        """A visitor who announced a body that nobody wants is not waited for: the connection is closed."""
        announced = {name for name, _ in conn.parser.mesg.headers} & {"CONTENT-LENGTH", "TRANSFER-ENCODING"}
        return False if announced else super()._keepalive_after(conn, keepalive)

    def finish_request(self, conn: TConn, fs: Any) -> None:
        """A connection that is over is left to go without anybody waiting for it."""
        if not fs.cancelled() and fs.exception() is None and fs.result() is False:
            self._leave(conn)
        else:
            super().finish_request(conn, fs)

    def _leave(self, conn: TConn) -> None:
        """Our side is closed at once, the other when the visitor has read all and hung up, or has had the time."""
        try:
            conn.sock.setblocking(False)
            conn.sock.shutdown(socket.SHUT_WR)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._hear_out, conn))
        except (OSError, KeyError, ValueError):
            self._let_go(conn)
        else:
            self.leaving[conn] = time.monotonic() + LEAVING_SECONDS

    def _hear_out(self, conn: TConn, sock: socket.socket) -> None:
        try:
            if sock.recv(LARGEST_HEAD):
                return
        except BlockingIOError:
            return
        except OSError:
            pass  # broken off: gone as well
        self._let_go(conn)

    def _let_go(self, conn: TConn) -> None:
        self.leaving.pop(conn, None)
        with contextlib.suppress(OSError, KeyError, ValueError):
            self.poller.unregister(conn.sock)
        self.nr_conns -= 1
        conn.close()

    def murder_pending(self) -> None:
        """Called in each turn of the main loop: whoever has had the time to leave is let go."""
        super().murder_pending()
        now = time.monotonic()
        for conn in [conn for conn, until in self.leaving.items() if until < now]:
            self._let_go(conn)


def _is_over(sock: socket.socket) -> bool:
    """Has the visitor closed, or was the connection broken?"""
    asked = select.poll()
    asked.register(sock, OVER)
    return bool(asked.poll(0))
