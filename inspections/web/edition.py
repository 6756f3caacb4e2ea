"""Which edition a page belongs to: the visitor's proof of freshness, and the end of every other method.

An edition never changes, so edition, address and code version say all there is to say about a page:
they are its ``ETag``, and who already holds the page gets 304 before any view is asked.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache, wraps
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.db import DatabaseError, OperationalError, connection, transaction
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
    HttpResponseNotModified,
    StreamingHttpResponse,
)
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from inspections import models

ALLOWED = ("GET", "HEAD")
CACHE_CONTROL = "public, no-cache"  # may be kept anywhere, is asked for again: a new edition shows
Made = TypeVar("Made")
ALIVE = "/healthz"
NO_RECORD = "There is no record yet. Run: python manage.py import_sources\n"
NO_ANSWER = "The record cannot be reached just now. Try again in a minute.\n"


@dataclass(frozen=True)
class ServedEdition:
    """The edition that answers a request."""

    number: int
    published: datetime
    digest: str


class EditionMiddleware:
    """Gives each request its edition, and each response its ``ETag``; sets no cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in ALLOWED:
            return HttpResponseNotAllowed(ALLOWED)
        try:
            response = self.answer(request)
        except OperationalError:  # a server that does not answer; what fails inside a view is the view's
            response = _unavailable(NO_ANSWER)
        finally:
            _serving.edition = None
        return _without_body(response) if request.method == "HEAD" else response

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """The view's response, or the one that needs no view."""
        with one_view_of_the_record():
            edition = current_edition()
            request.edition = edition  # type: ignore[attr-defined]
            _serving.edition = edition
            if request.path == ALIVE:
                return _not_kept(self.get_response(request))
            if edition is None:
                return _unavailable(NO_RECORD)
            tag = make_etag(edition, request)
            if tag in parse_etags(request.headers.get("If-None-Match", "")):
                return _kept(HttpResponseNotModified(), tag)
            response = self.get_response(request)
        if isinstance(response, StreamingHttpResponse):
            response.streaming_content = _written_from(edition, iter(response.streaming_content))
        return _kept(response, tag) if response.status_code < 500 else _not_kept(response)


def _written_from(edition: ServedEdition, parts: Iterator[bytes]) -> Iterator[bytes]:
    """What is written after the view has answered is of the same edition: a new one breaks a download off."""
    with one_view_of_the_record() as is_new:
        if is_new and current_edition() != edition:
            raise OperationalError("a new edition was published: ask again")
        _serving.edition = edition
        try:
            yield from parts
        finally:
            _serving.edition = None


@contextmanager
def one_view_of_the_record() -> Iterator[bool]:
    """All queries of a request see one edition: a file stays open as it was; a server is asked for one snapshot.

    True where a snapshot was asked for. A web process's connection to a server begins it with the newest edition.
    """
    if connection.vendor == "sqlite" or connection.in_atomic_block:
        yield False
        return
    if hasattr(connection, "snapshot"):
        with connection.snapshot(NEWEST) as newest:
            _serving.newest = (ServedEdition(*newest) if newest else None,)
            try:
                yield True
            finally:
                _serving.newest = None
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield True


NEWEST = "SELECT number, published, digest FROM inspections_edition ORDER BY number DESC LIMIT 1"
HELD = 2  # editions: the one that is served, and the next while it is made ready
_seen: dict[object, ServedEdition] = {}  # the edition of each file that was served, the newest only


def current_edition() -> ServedEdition | None:
    """The newest edition; a record in a file is asked once for each file, a server once for each request."""
    if _serving.newest is not None:
        return _serving.newest[0]
    opened = connection.refresh() if hasattr(connection, "refresh") else None
    if opened is not None and opened in _seen:
        return _seen[opened]
    try:
        newest = models.Edition.objects.values_list("number", "published", "digest").first()
    except DatabaseError:  # no file, or no tables yet
        return None
    edition = ServedEdition(*newest) if newest else None
    if opened is not None and edition is not None:
        _make_room(_seen)
        _seen[opened] = edition
    return edition


def _make_room(kept: dict[Any, Any]) -> None:
    """For one more edition: the oldest goes."""
    while len(kept) >= HELD:
        kept.pop(next(iter(kept)), None)


class _Serving(threading.local):
    """The edition that this thread is answering from, and the newest of the snapshot it asks."""

    edition: ServedEdition | None = None
    newest: tuple[ServedEdition | None] | None = None


_serving = _Serving()
_held: list[dict[ServedEdition, object]] = []  # what is kept for the newest edition, by what makes it


def held_by_edition(make: Callable[[], Made]) -> Callable[[], Made]:
    """What does not change while an edition stands is made once in each process, and kept with it."""
    kept: dict[ServedEdition, Made] = {}
    _held.append(kept)  # type: ignore[arg-type]

    @wraps(make)
    def held() -> Made:
        edition = _serving.edition or current_edition()
        if edition is None:
            return make()
        if edition not in kept:
            found = make()
            _make_room(kept)
            kept[edition] = found
            return found
        return kept[edition]

    return held


def forget_other_editions(edition: ServedEdition) -> None:
    """What is held of editions that nobody is served from any more."""
    for kept in _held:
        for other in [other for other in kept if other != edition]:
            kept.pop(other, None)


def forget_what_is_held() -> None:
    """For tests, whose records are not editions apart."""
    for kept in _held:
        kept.clear()
    _seen.clear()


def make_etag(edition: ServedEdition, request: HttpRequest) -> str:
    """Edition, whole address, code version and day (a citation says when it was accessed).

    Weak, since a compressed page is the same page.
    """
    address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
    day = timezone.localdate().isoformat()
    parts = "\n".join((str(edition.number), edition.digest, address, code_version(), day))
    return f'W/"{hashlib.sha256(parts.encode()).hexdigest()[:24]}"'


@cache
def code_version() -> str:
    """SHA-256 of all that makes a page of a record: code, templates and styles."""
    sha = hashlib.sha256()
    for folder in (Path(__file__).parent.parent, settings.ROOT / "templates", settings.ROOT / "static"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                sha.update(path.name.encode() + b"\0" + path.read_bytes())
    return sha.hexdigest()


def _kept(response: HttpResponseBase, tag: str) -> HttpResponseBase:
    response.headers.setdefault("ETag", tag)
    response.headers.setdefault("Cache-Control", CACHE_CONTROL)
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _not_kept(response: HttpResponseBase) -> HttpResponseBase:
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def _without_body(response: HttpResponseBase) -> HttpResponseBase:
    """What HEAD is answered: the headers of GET, the length of its body, and no body."""
    if isinstance(response, StreamingHttpResponse):
        response.streaming_content = ()
    elif isinstance(response, HttpResponse) and response.content:
        response.headers.setdefault("Content-Length", str(len(response.content)))
        response.content = b""
    return response


def _unavailable(words: str) -> HttpResponseBase:
    return _not_kept(HttpResponse(words, status=503, content_type="text/plain; charset=utf-8"))
