"""A kept connection to a server that is only read from: what a page asks takes few journeys, and is planned once.

Each question is a journey to another process, which waits its turn on a busy machine. So a snapshot begins together
with its first question, nobody waits for its end, nothing is asked only to see whether the connection still stands, and
what is asked again and again is prepared by the server (``prepare_threshold``) and planned once, whatever its values. A
search is planned anew each time, with its words: which plan is the best depends on how common they are. So is what came
with an edition or since, which may be a million things or none.
"""

from __future__ import annotations

import select
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import DatabaseError, OperationalError, ProgrammingError
from django.db.backends.postgresql import base

from inspections.postgresql_record.addresses import Address, Addresses

# stand in questions for rows by their words, or by their editions
NUMBERS_APART = ("tsquery", '"edition_id" > ', '"edition_id" = ')
BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; "


def is_planned_anew(question: str) -> bool:
    """Do its values say how many rows it finds?"""
    return any(each in question for each in NUMBERS_APART)


class Cursor(base.ServerBindingCursor):  # type: ignore[misc]
    """Values go to the server apart from the words of a question, which can so be the same each time."""

    def execute(self, query: Any, params: Any = None, *, prepare: bool | None = None, **more: Any) -> Any:
        if params is not None and isinstance(query, str) and is_planned_anew(query):
            query, params, prepare = base.Database.ClientCursor(self.connection).mogrify(query, params), None, False
        return super().execute(query, params, prepare=prepare, **more)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection of one thread of a web process."""

    ending = False  # the end of a snapshot was sent, and what the server says to it is not read yet
    asked: Address | None = None  # of several servers, the one that this connection is to

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.told = self.settings_dict  # what holds for all addresses
        self.addresses: Addresses | None = self.told.get("ADDRESSES")

    def connect(self) -> None:
        """To the first of several servers that answers, the one that this process asks before any other."""
        if self.addresses is None:
            super().connect()
            return
        *others, last = self.addresses.in_turn()
        for address in others:
            with suppress(OperationalError, base.Database.OperationalError):
                self._connect_to(address, self.addresses)
                self.addresses.answered(address)
                return
        self._connect_to(last, self.addresses)
        self.addresses.answered(last)

    def _connect_to(self, address: Address, addresses: Addresses) -> None:
        self.settings_dict = {**self.told, **address}
        try:
            super().connect()
        except (OperationalError, base.Database.OperationalError):
            addresses.refused(address)
            self.close()
            raise
        self.asked = address

    def return_to_a_replica(self, holds_enough: Callable[[], bool]) -> None:
        """Where the primary stands in, away from visitors: one that answers again and holds enough takes its place."""
        for address in self.addresses.due() if self.addresses else ():
            self.close()
            with suppress(OperationalError, base.Database.OperationalError):
                self._connect_to(address, self.addresses)
                if holds_enough():
                    self.addresses.answered(address)
                    return
            self.close()

    def get_connection_params(self) -> dict[str, Any]:
        return super().get_connection_params() | {"cursor_factory": Cursor}

    def is_usable(self) -> bool:
        """A server that goes away says so: only where it has said something is it asked."""
        try:
            self.settle()
        except DatabaseError:
            return False
        if self.connection is None or self.connection.closed:
            return False
        if self.addresses is not None and self.asked is not self.addresses.present:
            return False  # the process has moved on
        said = select.poll()
        said.register(self.connection.fileno(), select.POLLIN)
        return bool(super().is_usable()) if self.errors_occurred or said.poll(0) else True

    @contextmanager
    def snapshot(self, first: str) -> Iterator[tuple[Any, ...] | None]:
        """One state of the database for all that is asked within, and what the ``first`` question finds in it.

        None as well where the tables of that question are not there.
        """
        self.close_if_health_check_failed()
        self.ensure_connection()
        self.settle()
        asked = self.connection
        cursor = base.Database.Cursor(asked)
        try:
            try:
                with self.wrap_database_errors:
                    cursor.execute(BEGIN + first, prepare=False)
                    cursor.nextset()
                    row = cursor.fetchone()
            except ProgrammingError:
                row = None
            yield row
        finally:
            if not asked.closed:
                with self.wrap_database_errors:
                    asked.pgconn.send_query(b"COMMIT")
                    asked.pgconn.flush()
                self.ending = True

    def settle(self) -> None:
        """Nothing of the last snapshot is left: what is asked next has the connection for itself."""
        if not self.ending:
            return
        self.ending = False
        if self.connection is None or self.connection.closed:
            return
        end = monotonic() + settings.ANSWER_SECONDS
        with self.wrap_database_errors:
            self._wait_for_a_result(end)
            while self.connection.pgconn.get_result() is not None:
                self._wait_for_a_result(end)

    def _wait_for_a_result(self, end: float) -> None:
        """What libpq waits for by itself keeps every thread of the process waiting; what is polled for, only this one.

        A server that says nothing for as long as an answer may take loses its connection: the next page has another.
        """
        server = self.connection.pgconn
        while server.is_busy():
            said = select.poll()
            said.register(server.socket, select.POLLIN)
            if not said.poll(max(0.0, end - monotonic()) * 1000):
                self.close()
                raise base.Database.OperationalError("the server does not say that the last snapshot has ended")
            server.consume_input()

    def create_cursor(self, name: str | None = None) -> Any:
        self.settle()
        return super().create_cursor(name)

    def _set_autocommit(self, autocommit: bool) -> None:
        self.settle()
        super()._set_autocommit(autocommit)

    def _close(self) -> None:
        self.ending = False
        super()._close()
