"""Cells of the tidy table as they stand between two commas: quoted as Python's ``csv`` quotes them, and harmless."""

from __future__ import annotations

import re
import string

from inspections.tidy import protect

PLAINLY_BEGUN = frozenset((*string.ascii_letters, *string.digits))  # no spreadsheet takes it for a formula
_is_quoted = re.compile(r"[\",\r\n]").search


def write_cell(text: str) -> str:
    """A cell as it stands between two commas."""
    if not text:
        return text
    if text[0] not in PLAINLY_BEGUN:
        text = protect(text)
    if _is_quoted(text) is None:
        return text
    return f'"{text.replace(QUOTE, TWO_QUOTES)}"' if QUOTE in text else f'"{text}"'


def write_cells(*texts: str) -> str:
    return ",".join(map(write_cell, texts))


QUOTE, TWO_QUOTES = '"', '""'
