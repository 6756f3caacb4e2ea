"""Long texts held compressed: a table of a million rows is read as a stream and never stands in memory as a whole.

The text is compressed in blocks, each a gzip file of its own, and one after another they are gzip too. The header of
each tells how long the block is and which row of a CSV it begins in, so that a few rows are found without the others.
Texts that were packed as one block tell nothing of it, and are read from their beginning.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

LEVEL = 1  # tables repeat themselves: the quickest level makes them a sixth as large
CHUNK = 1 << 20
BLOCK = 1 << 17  # bytes of text that are compressed together

# a gzip header without a time, then a field of our own: how long the block is, how many rows end before it, and
# whether quotation marks are open where it begins
_HEADER = struct.Struct("<4sIBBH2sHIIB")
_GZIP, _NO_TIME, _QUICKEST, _ANY_SYSTEM = b"\x1f\x8b\x08\x04", 0, 4, 255
_NAME, _OWN, _EXTRA = b"IR", 9, 13  # of our field: its name, its bytes, and those with its name and length
_END = struct.Struct("<II")


@dataclass(frozen=True)
class Block:
    """Where a block stands in a packed text, and what of the table stands before it."""

    start: int
    end: int
    rows: int  # that end before it
    quoted: bool  # does it begin between quotation marks?


class Packing:
    """A text being compressed piece by piece, with the hash of its bytes."""

    def __init__(self) -> None:
        self._out = io.BytesIO()
        self._sha = hashlib.sha256()
        self._left = b""
        self._rows, self._quoted = 0, False

    def add(self, data: bytes) -> None:
        self._sha.update(data)
        held = self._left + data
        whole = len(held) - len(held) % BLOCK
        for start in range(0, whole, BLOCK):
            self._write(held[start : start + BLOCK])
        self._left = held[whole:]

    def _write(self, text: bytes) -> None:
        into = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        body = into.compress(text) + into.flush()
        size = _HEADER.size + len(body) + _END.size
        kind = (_GZIP, _NO_TIME, _QUICKEST, _ANY_SYSTEM, _EXTRA, _NAME, _OWN)
        self._out.write(_HEADER.pack(*kind, size, self._rows, self._quoted))
        self._out.write(body)
        self._out.write(_END.pack(zlib.crc32(text), len(text)))
        between = text.split(b'"')
        self._rows += sum(some.count(b"\n") for some in between[self._quoted :: 2])
        self._quoted ^= len(between) % 2 == 0

    def done(self) -> tuple[bytes, str]:
        """The packed text and the SHA-256 of what was packed."""
        if self._left or not self._out.tell():
            self._write(self._left)
            self._left = b""
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


def blocks_of(packed: bytes) -> Sequence[Block]:
    """The blocks of a packed text; none where it does not tell them."""
    found: list[Block] = []
    start = 0
    while start < len(packed):
        if start + _HEADER.size > len(packed):
            return ()
        *kind, size, rows, quoted = _HEADER.unpack_from(packed, start)
        if kind != [_GZIP, _NO_TIME, _QUICKEST, _ANY_SYSTEM, _EXTRA, _NAME, _OWN] or size <= _HEADER.size:
            return ()
        found.append(Block(start, start + size, rows, bool(quoted)))
        start += size
    return found if start == len(packed) else ()


def unpack(packed: bytes, block: Block) -> bytes:
    """The text of one block."""
    with unpacking():
        return gzip.decompress(packed[block.start : block.end])


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
