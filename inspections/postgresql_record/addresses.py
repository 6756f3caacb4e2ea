"""Where a web process finds the record: one of several replicas, and the primary where none of them answers.

All threads of a process ask the same server, since two servers may be an edition apart. Each process chooses anew when
it is forked. Nothing is asked while all is well: only a connection that cannot be made moves the process on.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import Any

AGAIN = 10.0  # seconds after which a replica that did not answer is tried again

Address = dict[str, Any]


class Addresses:
    """What a process knows of its servers: which one it asks, and which of them did not answer."""

    def __init__(self, replicas: Sequence[Address], primary: Address) -> None:
        self.replicas, self.primary = list(replicas), primary
        self.choose()
        os.register_at_fork(after_in_child=self.choose)

    def choose(self) -> None:
        """Any of the replicas, and an order of its own for the others: many processes share the work."""
        secrets.SystemRandom().shuffle(self.replicas)
        self.present = self.replicas[0] if self.replicas else self.primary
        self.silent: dict[int, float] = {}  # since when, by the place of the replica

    def in_turn(self) -> list[Address]:
        """Whom to ask for a connection: the present one, other replicas, the primary, then those that were silent."""
        silent = list(self._lately_silent())
        others = [each for each in self.replicas if each not in silent]
        return [self.present, *(each for each in (*others, self.primary, *silent) if each is not self.present)]

    def _lately_silent(self) -> Iterator[Address]:
        now = monotonic()
        for place, replica in enumerate(self.replicas):
            if now - self.silent.get(place, -AGAIN) < AGAIN:
                yield replica

    def answered(self, address: Address) -> None:
        """The process asks this one from now on."""
        self.present = address

    def refused(self, address: Address) -> None:
        """No connection could be made."""
        if address is not self.primary:
            self.silent[self.replicas.index(address)] = monotonic()

    def due(self) -> list[Address]:
        """The replicas to try again: none while one of them is asked."""
        if self.present is not self.primary:
            return []
        silent = list(self._lately_silent())
        return [each for each in self.replicas if each not in silent]
