"""Finished pages, kept by edition: asked again, a page is answered before any address is looked up.

An edition never changes, so nothing is ever invalidated: its number and digest, the whole address, the version of the
code and the day (a citation says when it was accessed) are the key. Bodies are kept compressed. A cache that does not
answer is a page that is made anew, never a page that fails.
"""

from __future__ import annotations

import gzip
import hashlib
import logging
import pickle
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils import timezone
from django.utils.http import parse_etags

from inspections.web import edition as editions

LARGEST = 2_000_000  # bytes of a body that is kept
SMALLEST = 200  # bytes that are worth compressing
MADE_ANEW = ("content-length", "content-encoding", "date", "server")
NOT_OF_304 = ("content-type", "content-disposition", "content-language")
DUMMY = "django.core.cache.backends.dummy.DummyCache"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Kept:
    """A finished page."""

    tag: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    compressed: bool

    def answer(self, request: HttpRequest) -> HttpResponse:
        asked = request.META.get("HTTP_IF_NONE_MATCH")
        if asked and self.tag in parse_etags(asked):
            response: HttpResponse = HttpResponseNotModified()
            for name, value in self.headers:
                if name.lower() not in NOT_OF_304:
                    response.headers[name] = value
            return response
        as_kept = self.compressed and "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
        body = self.body if as_kept or not self.compressed else gzip.decompress(self.body)
        response = HttpResponse(b"" if request.method == "HEAD" else body)
        for name, value in self.headers:
            response.headers[name] = value
        if as_kept:
            response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(body))
        return response


class PageCacheRouter:
    """Sends what Django's cache in a table reads and writes to the database that ``PAGE_CACHE`` names."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        return "pages" if model._meta.app_label == "django_cache" else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        return (db == "pages") if "pages" in (db, app_label) or app_label == "django_cache" else None


class PageCacheMiddleware:
    """The outermost: what it keeps has passed all the others, with the headers they gave it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        if "pages" in settings.DATABASES:
            with suppress(DatabaseError, CommandError):  # another process makes it just now, or it cannot be reached
                call_command("createcachetable", database="pages", verbosity=0)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _may_be_kept(request):
            return self.get_response(request)
        try:
            edition = editions.current_edition()
        except OperationalError:  # the record does not answer: the edition's own middleware says so
            edition = None
        if edition is None:
            return self.get_response(request)
        key = _key(request, edition)
        found = _read(key)
        if found is not None:
            return found.answer(request)
        response = self.get_response(request)
        if request.method == "GET" and getattr(request, "edition", None) == edition and (page := _keep(response)):
            _write(key, page)
        return response


def _may_be_kept(request: HttpRequest) -> bool:
    return (
        settings.CACHES["default"]["BACKEND"] != DUMMY
        and request.method in editions.ALLOWED
        and request.path_info != editions.ALIVE
        and not request.path_info.startswith(settings.STATIC_URL)
        and request.META.get("CONTENT_LENGTH", "") in ("", "0")
    )


def _key(request: HttpRequest, edition: editions.ServedEdition) -> str:
    """What says all there is to say about a page."""
    meta = request.META
    host = meta.get("HTTP_HOST") or meta.get("SERVER_NAME", "")
    parts = (
        str(edition.number), edition.digest, editions.code_version(), timezone.localdate().isoformat(),
        request.scheme or "", host, request.path_info, meta.get("QUERY_STRING", ""),
    )  # fmt: skip
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _keep(response: HttpResponseBase) -> Kept | None:
    """A page as it can be kept: whole, found, and allowed to be."""
    if not isinstance(response, HttpResponse) or response.status_code != 200 or response.cookies:
        return None
    if not response.headers.get("Cache-Control", "").startswith("public") or "ETag" not in response.headers:
        return None
    body, compressed = response.content, response.headers.get("Content-Encoding") == "gzip"
    if len(body) > LARGEST or (response.has_header("Content-Encoding") and not compressed):
        return None
    if not compressed and len(body) >= SMALLEST:
        body, compressed = gzip.compress(body, mtime=0), True
    headers = tuple((name, value) for name, value in response.headers.items() if name.lower() not in MADE_ANEW)
    return Kept(response.headers["ETag"], headers, body, compressed)


def _read(key: str) -> Kept | None:
    try:
        found = cache.get(key)
    except _failures() as error:
        log.warning("the page cache does not answer: %s", error)
        return None
    return found if isinstance(found, Kept) else None


def _write(key: str, page: Kept) -> None:
    with suppress(*_failures()):
        cache.set(key, page, None)


def _failures() -> tuple[type[Exception], ...]:
    """What a cache that cannot be reached raises; the client of another server has errors of its own."""
    found: tuple[type[Exception], ...] = (OSError, DatabaseError, pickle.UnpicklingError, ImproperlyConfigured)
    with suppress(ImportError):
        from redis.exceptions import RedisError

        found = (*found, RedisError)
    return found
