"""How gunicorn serves: HOST, PORT and WORKERS may be set in the environment; none needs to be."""

import gc
import os
import signal
import socket
import sys
from functools import partial
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

try:
    from inspections import settings as checked  # noqa: F401 - a wrong variable is said here, in one line
except ImproperlyConfigured as wrong:
    sys.exit(f"{wrong}.")


def whole_number(variable: str, default: int, largest: int) -> int:
    """A number from the environment, from 1 to the largest; anything else stops the server."""
    value = os.environ.get(variable, "").strip() or str(default)
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= largest):
        sys.exit(f"{variable} is {value!r}. It should be a whole number from 1 to {largest}")
    return int(value)


def open_files() -> int:
    """How many files, and so connections, this process may have open; read, since a strict unit forbids the call."""
    limits = Path("/proc/self/limits")
    lines = limits.read_text(encoding="ascii").splitlines() if limits.exists() else []
    told = [line.split()[3] for line in lines if line.startswith("Max open files")]
    return int(told[0]) if told and told[0].isdigit() else 1024


bind = f"{os.environ.get('HOST', '').strip() or '127.0.0.1'}:{whole_number('PORT', 8000, 65535)}"
workers = whole_number("WORKERS", 2, 256)
worker_class = "inspections.web.worker.PatientWorker"  # a slow visitor holds no thread
threads = 4
worker_connections = max(64, min(4096, open_files() - 128))  # for each worker, those that say nothing included
preload_app = True  # the catalogue is loaded once and shared
keepalive = 5
timeout = 30
graceful_timeout = 30
limit_request_line = 8190  # the most there is: a pasted quotation of 2,000 characters stands in the address
limit_request_fields = 50
control_socket_disable = True  # it would be a file in somebody's home

# Workers prove that they live by touching a file; in memory, a read-only disk does no harm.
if Path("/dev/shm").is_dir():  # noqa: S108
    worker_tmp_dir = "/dev/shm"  # noqa: S108

logger_class = "inspections.web.access.AccessLogger"
accesslog = None

ENDING = {signal.SIGTERM, signal.SIGINT, signal.SIGQUIT}


def on_starting(server: Any) -> None:
    """The first visitor finds pages as quick as the next one; what makes them so is shared by all workers."""
    os.register_at_fork(after_in_parent=partial(signal.pthread_sigmask, signal.SIG_UNBLOCK, ENDING))
    if apps.ready:  # nothing to read where another program than the site is served with these settings
        from inspections.web.warming import warm_before_forking

        warm_before_forking()


def pre_fork(server: Any, worker: Any) -> None:
    """A worker told to end in its first moment is told again when it can hear it (``PatientWorker.init_signals``).

    Before that it would take the signal as the master does, go on, and be killed with its visitors 30 s later.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)


def post_worker_init(worker: Any) -> None:
    """New editions are made ready away from visitors."""
    gc.set_threshold(10_000, 20, 50)  # pages make thousands of small things and keep none
    if apps.ready:
        from inspections.web.warming import open_in_all, watch

        watch()
        open_in_all(worker.tpool, threads)


def when_ready(server: Any) -> None:
    """A connection that sends nothing takes no thread: the system hands it over when its request begins to come."""
    for listener in server.LISTENERS:
        if hasattr(socket, "TCP_DEFER_ACCEPT") and listener.sock.family in {socket.AF_INET, socket.AF_INET6}:
            listener.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, 30)
