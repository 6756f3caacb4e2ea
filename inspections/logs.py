"""What a log says: one line for each event, as JSON where a program reads it, as words on a terminal.

Nothing in it tells who asked or what for: no visitor's address, no question, no words of an exception that may repeat
one. What went wrong is told by its kind and its place in the program.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

TOLD_IN_WORDS = (OSError, ImportError, MemoryError)  # a disk that is full says so; its words repeat no visitor
# What gunicorn writes of a request it could not read or answer, with the visitor's address or question in it.
OF_A_VISITOR = (
    (re.compile(r"^Invalid request from .*", re.DOTALL), "A request could not be understood"),
    (re.compile(r"^Error handling request .*", re.DOTALL), "A request could not be answered"),
    (re.compile(r"^Invalid HTTP_HOST header.*", re.DOTALL), "A request named a host that is not in ALLOWED_HOSTS"),
    (re.compile(r"\?\S*"), "?…"),
)
PLACES = 6  # of a failure, the innermost


class JsonLines(logging.Formatter):
    """An event as one JSON object: time, level, logger, event, and what the event itself tells."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": words_of(record),
            **getattr(record, "told", {}),
            **failure_of(record),
        }
        return json.dumps(told, ensure_ascii=False, default=str)


class WordLines(logging.Formatter):
    """The same for somebody at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        told = {**getattr(record, "told", {}), **failure_of(record)}
        said = " ".join([words_of(record), *(f"{name}={value}" for name, value in told.items() if value is not None)])
        return f"{datetime.fromtimestamp(record.created, UTC):%H:%M:%S} {record.levelname.lower()} {said}"


def chosen_lines() -> logging.Formatter:
    """Words where somebody looks at standard error, JSON where a program does."""
    return WordLines() if sys.stderr.isatty() else JsonLines()


def words_of(record: logging.LogRecord) -> str:
    words = record.getMessage()
    for of_a_visitor, instead in OF_A_VISITOR:
        words = of_a_visitor.sub(instead, words)
    return words


def failure_of(record: logging.LogRecord) -> dict[str, Any]:
    """The kind of a failure and where it happened; its words only where no visitor can have written them."""
    failure = record.exc_info[1] if record.exc_info else None
    if failure is None:
        return {}
    places = traceback.extract_tb(failure.__traceback__)[-PLACES:]
    told: dict[str, Any] = {
        "failure": type(failure).__name__,
        "at": [f"{Path(place.filename).name}:{place.lineno} {place.name}" for place in places],
    }
    if isinstance(failure, TOLD_IN_WORDS) or type(failure).__name__ in {"OperationalError", "InterfaceError"}:
        told["words"] = words_without_questions(str(failure))
    return told


def words_without_questions(words: str) -> str:
    return re.sub(r"\?\S*", "?…", words.strip().split("\n", 1)[0])
