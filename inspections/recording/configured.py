"""What is configured, and does it work here? Asked before the site is started, or when it does not answer."""

from __future__ import annotations

import os
import re
import runpy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError, connections
from django.http.request import validate_host

from inspections import models
from inspections.recording.publishing import FilePublisher, Unpublished, find_publisher, open_record

VARIABLES = (
    "DATABASE_URL", "REPLICA_URLS", "PAGE_CACHE", "ALLOWED_HOSTS", "SITE_URL", "HTTPS_ONLY", "KEPT_EDITIONS",
    "LOG_LEVEL", "SECRET_KEY", "DEBUG", "HOST", "PORT", "WORKERS",
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at, in a sentence; ``wrong`` stops a start."""

    words: str
    wrong: bool = False


def check_configuration() -> Iterator[Finding]:
    """The variables that are set, and what was found when each was tried."""
    for name in VARIABLES:
        if value := os.environ.get(name, "").strip():
            yield Finding(f"{name} is set: {'(not shown)' if name == 'SECRET_KEY' else _masked(value)}")
    yield _server()
    yield from _database()
    yield _page_cache()
    yield from _addresses()
    if settings.DEBUG:
        yield Finding("DEBUG is on: failures would show the program to visitors; set DEBUG=false", wrong=True)
    elif not (Path(settings.STATIC_ROOT or "") / "staticfiles.json").exists():
        yield Finding("the styles are not collected: run python manage.py collectstatic --noinput", wrong=True)


def _masked(value: str) -> str:
    return re.sub(r"//[^/@,]*@", "//***@", value)


def _server() -> Finding:
    """gunicorn's own settings, which gunicorn.conf.py checks."""
    try:
        chosen: dict[str, Any] = runpy.run_path(str(settings.ROOT / "gunicorn.conf.py"))
    except SystemExit as wrong:
        return Finding(str(wrong.code), wrong=True)
    return Finding(
        f"gunicorn would listen on {chosen['bind']}, {chosen['workers']} workers, {chosen['threads']} threads each"
    )


def _database() -> Iterator[Finding]:
    try:
        with open_record() as database:
            newest = models.Edition.objects.using(database).order_by("-number").first()
    except Unpublished as error:
        yield Finding(str(error), wrong=True)
        return
    if newest is None:
        yield Finding("the database answers and holds no edition yet: run import_sources", wrong=True)
        return
    yield Finding(f"edition {newest.number} of {newest.published:%Y-%m-%d %H:%M} UTC can be read")
    publisher = find_publisher()
    if isinstance(publisher, FilePublisher):
        writable = os.access(publisher.live.parent, os.W_OK)
        yield Finding(
            f"{publisher.live.parent} can {'' if writable else 'not '}be written to by an import as this user"
        )
    for number, replica in enumerate(settings.REPLICAS, 1):
        yield _replica(number, replica, newest.number)


def _replica(number: int, replica: dict[str, Any], newest: int) -> Finding:
    alias = f"replica {number}"
    connections.settings[alias] = {**connections.settings["default"], **replica}
    try:
        held = models.Edition.objects.using(alias).order_by("-number").values_list("number", flat=True).first()
    except DatabaseError as error:
        return Finding(f"REPLICA_URLS: {alias} does not answer ({str(error).splitlines()[0]})", wrong=True)
    finally:
        connections[alias].close()
        del connections.settings[alias]
    return Finding(f"REPLICA_URLS: {alias} holds edition {held}{'' if held == newest else f', the primary {newest}'}")


def _page_cache() -> Finding:
    cache = caches["default"]
    kind = type(cache).__name__
    if kind != "RedisCache":
        return Finding(f"finished pages are kept {'nowhere' if kind == 'DummyCache' else 'in each process'}")
    try:
        cache.get("check_config")
    except Exception as error:  # noqa: BLE001 - each client of a cache has failures of its own
        return Finding(f"PAGE_CACHE does not answer ({type(error).__name__}: {error})", wrong=True)
    return Finding("the shared cache of finished pages answers")


def _addresses() -> Iterator[Finding]:
    host = urlsplit(settings.SITE_URL).hostname
    if host and not validate_host(host, settings.ALLOWED_HOSTS):
        yield Finding(
            f"SITE_URL names {host}, which is not in ALLOWED_HOSTS: every visitor would be refused", wrong=True
        )
    elif not host:
        yield Finding("SITE_URL is not set: feeds and citations name whatever host a visitor asked for")
