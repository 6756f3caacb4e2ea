"""Hashes of the packed texts of long tables, made by a thread from when they are read: that needs next to no Python."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from inspections.packing import hash_of
from inspections.reading.facts import Reading


class TextHashes:
    """The SHA-256 of each text, told when it is made."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.pool = ThreadPoolExecutor(max_workers=1)
        packed = [reading.held.packed for reading in readings if reading.held.packed]
        self.made: list[tuple[bytes, Future[str]]] = [(each, self.pool.submit(hash_of, each)) for each in packed]

    def of(self, packed: bytes) -> str:
        """Of the very bytes that were read; any others are hashed now."""
        for each, made in self.made:
            if each is packed:
                return made.result()
        return hash_of(packed)

    def close(self) -> None:
        self.pool.shutdown(cancel_futures=True)
