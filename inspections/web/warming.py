"""A new edition is made ready before anybody is served from it, so that no visitor waits for what its pages keep.

A process that serves looks for a new file every now and then. While its sets, its look-ups and its national tables are
read, step by step with pauses for visitors, everybody is still answered from the edition before, whose file stays open;
then all processes go over at the same moment. On a database server an edition shows at once, and is made ready behind
its visitors.
"""

from __future__ import annotations

import contextlib
import gc
import io
import logging
import math
import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from itertools import chain, islice
from pathlib import Path

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.db import connection, connections
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import resolve

from inspections.sqlite_record.base import FileIdentity, hold_back, serve_at_once
from inspections.web.assembly import inspections_named, inspections_spoken_of, the_authorities
from inspections.web.authorities import services_held
from inspections.web.corrections import ever_changed
from inspections.web.coverage import describe_coverage
from inspections.web.edition import EditionMiddleware, ServedEdition, current_edition, forget_other_editions
from inspections.web.feeds import told_in_editions, told_of_authorities
from inspections.web.histories import places_spoken_of
from inspections.web.national import every_cell
from inspections.web.national_counts import count_coverage
from inspections.web.selection import count_beside_each, count_everything, the_membership

LOOK, LOOK_AT_A_SERVER = 0.25, 1.0  # seconds between two looks for a new edition
PAUSE = 0.1  # seconds between two steps, for visitors
SHORT_PAUSE, AT_ONCE = 0.005, 20  # between two steps of what an edition is served without; how many are made at once
DELAY = 3.0  # seconds after which all processes serve a new file, if they are ready
LONGEST = 20.0  # seconds that a new file is kept back at most, ready or not
KEPT = 30.0  # seconds that what is held of the edition before is still kept: a download may be on its way
LOOK_UPS: tuple[Callable[[], object], ...] = (
    the_membership, count_everything, services_held, the_authorities, told_of_authorities, every_cell,
    places_spoken_of, describe_coverage, inspections_spoken_of, inspections_named, ever_changed, count_coverage,
    told_in_editions,
)  # fmt: skip
PAGES = (
    "/", "/inspections/", "/authorities/", "/national/", "/national/map/", "/national/waiting/", "/national/counts/",
    "/national/coverage/", "/statements/", "/sources/", "/search/?q=inspection", "/quote-check/", "/data/",
    "/editions/", "/inspections/?sort=title", "/inspections.json", "/authorities.atom",
)  # fmt: skip
DOWNLOADS = ("/feed.atom", "/inspections.json", "/inspections.csv")
log = logging.getLogger(__name__)


def warm(pause: float = 0.0) -> None:
    """What the pages of the newest edition keep, made in this process; a step that fails is a visitor's to see."""
    answer = EditionMiddleware(lambda _: HttpResponse(status=_make(pause)))
    answer(_ask("/"))


def read_ahead(file: Path) -> None:
    """Have the system read a record into its memory before visitors ask for pieces of it; not one that fills half."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    with file.open("rb") as record:
        if file.stat().st_size <= memory // 2:
            os.posix_fadvise(record.fileno(), 0, 0, os.POSIX_FADV_WILLNEED)


def _make(pause: float) -> int:
    if getattr(connection, "opened", None) is not None:
        with contextlib.suppress(OSError, AttributeError):  # a system without it reads as it is asked
            read_ahead(Path(connection.settings_dict["NAME"]))
    for make in LOOK_UPS:
        with contextlib.suppress(Exception):
            make()
        time.sleep(pause)
    for address in DOWNLOADS:
        with contextlib.suppress(Exception):
            _begin(_view(_ask(address)))
        time.sleep(pause)
    return 200


def count_ahead() -> Iterator[None]:
    """The counts of lists with one filter, step by step: they are made when they are asked for, or here before."""
    return chain(count_beside_each(own=True), count_beside_each(own=False))


def _begin(response: HttpResponseBase) -> None:
    """Make the first piece of an answer; the rest of a long one costs no more than it will later."""
    if response.streaming:
        next(iter(response), None)  # type: ignore[call-overload]
    response.close()


def warm_before_forking() -> None:
    """For the process that starts the others: they share what it has made, and no connection of it."""
    warm()
    with contextlib.suppress(Exception):
        for _ in count_ahead():
            pass
    answer = EditionMiddleware(_view)
    for address in PAGES:  # templates are read, and questions put into SQL
        with contextlib.suppress(Exception):
            answer(_ask(address))
    connections.close_all()
    gc.collect()
    gc.freeze()  # what all share is not looked through again, and so not copied


def _ask(address: str) -> WSGIRequest:
    path, _, question = address.partition("?")
    host = settings.ALLOWED_HOSTS[0].lstrip("*.") if settings.ALLOWED_HOSTS else ""
    return WSGIRequest({
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": question, "SERVER_NAME": host or "localhost",
        "SERVER_PORT": "80", "wsgi.input": io.BytesIO(), "wsgi.url_scheme": "http",
    })  # fmt: skip


def _view(request: HttpRequest) -> HttpResponseBase:
    match = resolve(request.path_info)
    found: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
    return found


def look_to_the_server(edition: ServedEdition | None) -> None:
    """A connection that broke is made again, and a replica that answers again is asked instead of the primary."""

    def holds_it() -> bool:
        held = current_edition()
        return held is not None and (edition is None or held.number >= edition.number)

    connection.close_if_unusable_or_obsolete()
    connection.close_if_health_check_failed()
    if hasattr(connection, "return_to_a_replica"):
        connection.return_to_a_replica(holds_it)


class Watch:
    """What this process knows of the files that were put in place since it began."""

    def __init__(self) -> None:
        self.from_when: dict[FileIdentity, float] = {}  # files that are ready, and when they are served
        self.noticed: dict[FileIdentity, float] = {}
        self.edition = current_edition()
        self.own = threading.local()
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.look, name="warming", daemon=True)

    def is_held_back(self, file: FileIdentity) -> bool:
        """Asked by a visitor's thread that has the file before this one still open."""
        if getattr(self.own, "looks", False):
            return False
        if time.monotonic() - self.noticed.setdefault(file, time.monotonic()) > LONGEST:
            return False
        return file not in self.from_when or time.time() < self.from_when[file]

    def look(self) -> None:
        """What the thread does until it is over."""
        self.own.looks = True
        edition, forget_at = self.edition, math.inf
        ahead: Iterator[None] = iter(())
        while not self.over.wait(LOOK if connection.vendor == "sqlite" else LOOK_AT_A_SERVER):
            try:
                if connection.vendor != "sqlite":
                    look_to_the_server(edition)
                newest = current_edition()
                if newest is not None and newest != edition:
                    edition = newest
                    self.make_ready()
                    forget_at = time.monotonic() + KEPT
                    ahead = count_ahead()
                elif edition is not None and time.monotonic() > forget_at:
                    forget_other_editions(edition)
                    forget_at = math.inf
                for _ in islice(ahead, AT_ONCE):
                    time.sleep(SHORT_PAUSE)
            except Exception:  # whatever it is, visitors are served without it
                log.exception("a new edition could not be made ready")
        connection.close()

    def make_ready(self) -> None:
        opened = connection.opened if connection.vendor == "sqlite" else None
        warm(PAUSE)
        if opened is not None:
            put = Path(connection.settings_dict["NAME"]).stat().st_ctime
            self.from_when, self.noticed = {opened: put + DELAY}, {}


def watch() -> Watch:
    """For a process that serves: a thread that looks for new editions."""
    found = Watch()
    hold_back(found.is_held_back)
    found.thread.start()
    return found


def stop(watch: Watch) -> None:
    """New files are served at once again."""
    serve_at_once()
    watch.over.set()
    watch.thread.join()


def open_in_all(threads: Executor, many: int) -> None:
    """Every thread of a process opens the record before its first visitor."""
    together = threading.Barrier(many)

    def open_one() -> None:
        with contextlib.suppress(threading.BrokenBarrierError):
            together.wait(5)
        current_edition()

    for _ in range(many):
        threads.submit(open_one)
