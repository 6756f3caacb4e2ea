"""The bounds of every question: how long an address may be, how many parameters it has, how much time it gets.

A filter bounds its own values (``filters``). Here stands what holds for every address, before any view is
asked, and the clock that stops a question to the database which takes too long, so that one visitor's
question is never another's wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import local
from time import monotonic, thread_time
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import render

from inspections.web.style import style_sheet

LONGEST_PATH = 2_000  # characters
LONGEST_QUESTION = 8_000  # characters; a pasted quotation of 2,000 characters stands in the address
PIECE_SECONDS = 20.0  # of work, for one piece of a download
WAITING = 6  # times as long as the work may take, for a machine that is busy with other things
STEPS = 20_000  # of the database between two looks at the clock, about a millisecond
PROBLEM = "application/problem+json"

TITLES = {
    400: "The question was not understood",
    413: "Nothing can be sent to this record",
    414: "The address is too long",
    503: "This question takes too long",
}
BODY = "Questions stand in the address; a request with a body is not read."
PATH = f"An address of this record has at most {LONGEST_PATH:,} characters before its “?”."
QUESTION = f"A question has at most {LONGEST_QUESTION:,} characters after the “?”, as they are sent."
LATE = "It was stopped after %s seconds of work. Ask for less: fewer words, one authority, or fewer years."


class TookTooLong(OperationalError):
    """The time of a question ran out before it was put to the database."""


class _Clock(local):
    """When the question of this thread must be answered, in work and in time; None outside of questions.

    Work is processor time: what other visitors and other programs take is not held against this one.
    """

    work: float | None = None
    end: float = 0.0

    def has_run_out(self) -> bool:
        return self.work is not None and (thread_time() > self.work or monotonic() > self.end)


_clock = _Clock()


@contextmanager
def answered_within(seconds: float) -> Iterator[None]:
    """Questions to the database that go on for longer are stopped; between two of them the clock is looked at too."""
    before = _clock.work, _clock.end
    _clock.work, _clock.end = thread_time() + seconds, monotonic() + seconds * WAITING
    try:
        with connection.execute_wrapper(_look_at_the_clock):
            yield
    finally:
        _clock.work, _clock.end = before


def _look_at_the_clock(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """PostgreSQL stops a long question by itself (``inspections/wsgi.py``); SQLite asks here while it works."""
    if _clock.has_run_out():
        raise TookTooLong
    asked = context["connection"]
    if asked.vendor == "sqlite":
        asked.connection.set_progress_handler(_clock.has_run_out, STEPS)
    return execute(sql, params, many, context)


class LimitsMiddleware:
    """Refuses what is out of bounds, and gives what is within them its time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        refused = self.refuse(request)
        if refused is not None:
            return refused
        with answered_within(settings.ANSWER_SECONDS):
            response = self.get_response(request)
        if isinstance(response, StreamingHttpResponse) and not response.is_async:
            response.streaming_content = piece_by_piece(response.streaming_content)  # type: ignore[arg-type]
        return response

    def refuse(self, request: HttpRequest) -> HttpResponse | None:
        """The answer to what no address of this record can be asked; None for all else."""
        question = request.META.get("QUERY_STRING", "")
        parameters = question.count("&") + 1
        most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
        if request.method not in {"GET", "HEAD"}:
            return None  # is refused for that, whatever it brings
        if request.META.get("CONTENT_LENGTH", "") not in {"", "0"} or "HTTP_TRANSFER_ENCODING" in request.META:
            return refuse(request, 413, BODY)
        if len(request.path_info) > LONGEST_PATH:
            return refuse(request, 414, PATH)
        if len(question) > LONGEST_QUESTION:
            return refuse(request, 414, QUESTION)
        if parameters > most:
            return refuse(request, 400, f"A question has at most {most} parameters; this one has {parameters:,}.")
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A question that was stopped is refused in words; every other failure is the site's own."""
        if isinstance(exception, OperationalError) and was_stopped(exception):
            return refuse(request, 503, LATE % settings.ANSWER_SECONDS)
        return None


def was_stopped(failure: OperationalError) -> bool:
    """Whether the clock ended it: ours, or that of the server (57014, a cancelled query)."""
    return _clock.has_run_out() or getattr(failure.__cause__, "sqlstate", None) == "57014"


def piece_by_piece(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """A download, each piece within its time: it may be long, but never stands still in the database."""
    rest = iter(pieces)
    while True:
        with answered_within(PIECE_SECONDS):
            piece = next(rest, None)
        if piece is None:
            return
        yield piece


def refuse(request: HttpRequest, status: int, detail: str) -> HttpResponse:
    """What is out of bounds, said in the form that was asked for; the database is not."""
    title = TITLES[status]
    if request.path_info.endswith((".json", ".csv", ".atom")):
        body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        response: HttpResponse = JsonResponse(
            body, status=status, content_type=PROBLEM, json_dumps_params={"ensure_ascii": False}
        )
    else:
        context = {"title": title, "detail": detail, "style": style_sheet()}
        response = render(request, "refused.html", context, status=status)
    response["Cache-Control"] = "no-store"
    if status == 503:
        response["Retry-After"] = "60"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 of what cannot be a question of this site: another host's name, an address that is none."""
    return refuse(request, 400, "The request names another host, or is not one that a browser makes.")
