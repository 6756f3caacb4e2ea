"""Where a web process finds the record: one of several replicas, and the primary where none of them answers.

All threads of a process ask the same server, since two servers may be an edition apart. Each process chooses anew when
it is forked. Nothing is asked while all is well: only a connection that cannot be made moves the process on.
A replica that is passed over is told in the log once, and once more when it answers again.
"""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import Any

LOG = logging.getLogger(__name__)
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
        self.told: set[int] = set()  # the places of those that the log says are silent

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
        place = next((place for place, each in enumerate(self.replicas) if each is address), None)
        if place in self.told:
            self.told.discard(place)
            LOG.warning("A replica answers again", extra={"told": {"replica": in_words(address)}})

    def refused(self, address: Address) -> None:
        """No connection could be made."""
        if address is self.primary:
            return
        place = self.replicas.index(address)
        self.silent[place] = monotonic()
        if place not in self.told:
            self.told.add(place)
            LOG.warning("A replica does not answer and is passed over", extra={"told": {"replica": in_words(address)}})

    def due(self) -> list[Address]:
        """The replicas to try again: none while one of them is asked."""
        if self.present is not self.primary:
            return []
        silent = list(self._lately_silent())
        return [each for each in self.replicas if each not in silent]


def in_words(address: Address) -> str:
    """Host, port and name of a database, and nothing of who asks it or how."""
    host, port, name = (str(address.get(key) or "") for key in ("HOST", "PORT", "NAME"))
    return f"{host or 'localhost'}{f':{port}' if port else ''}{f'/{name}' if name else ''}"
