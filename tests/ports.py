"""A port for a server of our own, in tests and in benchmarks."""

import socket


def free_port() -> int:
    """A port of this machine on which nobody listens at this moment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
