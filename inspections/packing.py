"""Long texts held compressed: a table of a million rows is read as a stream and never stands in memory as a whole."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

LEVEL = 1  # tables repeat themselves: the quickest level makes them a sixth as large
CHUNK = 1 << 20


class Packing:
    """A text being compressed piece by piece, with the hash of its bytes."""

    def __init__(self) -> None:
        self._out = io.BytesIO()
        self._into = gzip.GzipFile(fileobj=self._out, mode="wb", compresslevel=LEVEL, mtime=0)
        self._sha = hashlib.sha256()

    def add(self, data: bytes) -> None:
        self._sha.update(data)
        self._into.write(data)

    def done(self) -> tuple[bytes, str]:
        """The packed text and the SHA-256 of what was packed."""
        self._into.close()
        return self._out.getvalue(), self._sha.hexdigest()


def pack(text: str) -> bytes:
    packing = Packing()
    packing.add(text.encode())
    return packing.done()[0]


def lines_of(packed: bytes) -> IO[str]:
    """The lines of a packed text, each with the end it has; a byte-order mark is passed over."""
    return io.TextIOWrapper(gzip.GzipFile(fileobj=io.BytesIO(packed)), encoding="utf-8-sig", newline="")


def bytes_of(packed: bytes) -> Iterator[bytes]:
    with unpacking(), gzip.GzipFile(fileobj=io.BytesIO(packed)) as unpacked:
        while chunk := unpacked.read(CHUNK):
            yield chunk


@contextmanager
def unpacking() -> Iterator[None]:
    """What is no packed text, or no text once it is unpacked, is a ``ValueError``."""
    try:
        yield
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError(f"what is packed is damaged: {error}") from error


def hash_of(packed: bytes) -> str:
    """SHA-256 of the text, however it was compressed."""
    sha = hashlib.sha256()
    for chunk in bytes_of(packed):
        sha.update(chunk)
    return sha.hexdigest()
