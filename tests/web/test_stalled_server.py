"""A server that is late with the end of a snapshot keeps one thread waiting, for as long as an answer may take."""

import socket
from types import SimpleNamespace

import pytest
from django.db import OperationalError, connections

from inspections.postgresql_record.base import DatabaseWrapper

COMMITTED = [b"COMMIT", None]


class LateServer:
    """What libpq knows of a connection: busy until the server has said something that was read."""

    def __init__(self, ours):
        self.ours, self.socket, self.left = ours, ours.fileno(), list(COMMITTED)
        self.busy = True

    def is_busy(self):
        return self.busy

    def consume_input(self):
        self.busy = not self.ours.recv(100)

    def get_result(self):
        assert not self.busy, "libpq would wait here with every thread of the process"
        return self.left.pop(0)


@pytest.fixture
def late():
    """A connection whose last snapshot's end was sent, and the server's side of its socket."""
    ours, its = socket.socketpair()
    with ours, its:
        record = DatabaseWrapper({**connections.settings["default"], "OPTIONS": {}})
        record.connection = SimpleNamespace(pgconn=LateServer(ours), closed=False, close=ours.close)
        record.ending = True
        yield record, its


def test_the_end_of_a_snapshot_is_polled_for_before_libpq_is_asked(late):
    record, its = late
    its.send(b"COMMIT")
    record.settle()
    assert record.connection.pgconn.left == []
    assert not record.ending


def test_a_server_that_stays_silent_loses_its_connection(late, settings):
    record, its = late
    settings.ANSWER_SECONDS = 0
    with pytest.raises(OperationalError, match="does not say"):
        record.settle()
    assert (record.connection, record.ending) == (None, False)  # the next page opens another
    assert its.recv(1) == b""


def test_a_connection_to_a_silent_server_is_not_usable(late, settings):
    settings.ANSWER_SECONDS = 0
    assert late[0].is_usable() is False
