"""One line for each request answered: how long it took and what it was for, never who asked or what they looked for."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from django.urls import Resolver404, resolve
from gunicorn.glogging import Logger

from inspections.logs import chosen_lines

METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
ACCESS = logging.getLogger("inspections.access")
STATIC = "/static/"


class AccessLogger(Logger):  # type: ignore[misc]
    """gunicorn's log in the form that every log of ours has."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(chosen_lines())

    @property
    def access_log_enabled(self) -> bool:
        return ACCESS.isEnabledFor(logging.INFO)

    def access(self, resp: Any, req: Any, environ: dict[str, Any], request_time: timedelta) -> None:
        if not self.access_log_enabled:
            return
        ACCESS.info("request", extra={"told": told_of(resp, environ, request_time)})


def told_of(resp: Any, environ: dict[str, Any], request_time: timedelta) -> dict[str, Any]:
    method, status = environ.get("REQUEST_METHOD"), resp.status
    return {
        "method": method if method in METHODS else "other",
        "path": known_path(environ.get("PATH_INFO", "")),
        "status": int(status.split(None, 1)[0]) if isinstance(status, str) else status,
        "bytes": getattr(resp, "sent", None),
        "ms": round(request_time.total_seconds() * 1000, 1),
    }


def known_path(path: str) -> str | None:
    """A path of this site as it is; anything else may be somebody's own words."""
    if path.startswith(STATIC):
        return STATIC
    try:
        resolve(path)
    except Resolver404:
        return None
    return path
