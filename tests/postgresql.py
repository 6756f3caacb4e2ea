"""A PostgreSQL server of the tests' own, from the programs of the machine, on loopback, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from django.db import connections

from tests.ports import free_port

INSTALLED = Path("/usr/lib/postgresql")
IN_ENGLISH = "TEMPLATE template0 LOCALE 'C.utf8' LOCALE_PROVIDER icu ICU_LOCALE 'en-GB'"  # letters sort otherwise


def find_programs():
    """The folder with initdb and pg_ctl; None where PostgreSQL is not installed."""
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent  # all programs stand together, links need not
    versions = sorted(INSTALLED.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return versions[-1].parent if versions else None


def as_ordinary_user(command):
    """The server refuses to run as root: Debian's package made a user for it."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


@contextmanager
def running_server(replicated=False):
    """The port of a fresh server whose user ``postgres`` needs no password; ``replicated``: that others may follow."""
    programs = find_programs()
    if programs is None or (os.geteuid() == 0 and not shutil.which("runuser")):
        pytest.skip("no PostgreSQL server is installed here")
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        make = [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"]
        options = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off"
        options += " -c wal_level=replica -c max_wal_senders=4" if replicated else ""
        log = Path(folder) / "log"
        run(as_ordinary_user([*make]))
        run(as_ordinary_user([programs / "pg_ctl", "-D", data, "-o", options, "-l", log, "-w", "start"]))
        try:
            yield port
        finally:
            run(as_ordinary_user([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"]))


@contextmanager
def running_replica(primary):
    """The port of a server that follows the one on the port ``primary`` by streaming."""
    programs = find_programs()
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        copy = [programs / "pg_basebackup", "-h", "127.0.0.1", "-p", primary, "-U", "postgres", "-D", data, "-R"]
        options = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c hot_standby=on -c fsync=off"
        run(as_ordinary_user([*copy, "-X", "stream", "-c", "fast", "--no-sync"]))
        start = [programs / "pg_ctl", "-D", data, "-o", options, "-l", Path(folder) / "log", "-w", "start"]
        run(as_ordinary_user(start))
        try:
            yield port
        finally:
            run(as_ordinary_user([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"]))


def run(command):
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, timeout=180, check=False, cwd="/"
    )
    assert done.returncode == 0, done.stderr


@contextmanager
def served_by(port, name="postgres"):
    """The default connection is one to this server."""
    before = connections.settings["default"]
    server = {
        **before, "ENGINE": "django.db.backends.postgresql", "NAME": name, "USER": "postgres",
        "PASSWORD": "", "HOST": "127.0.0.1", "PORT": str(port), "OPTIONS": {},
    }  # fmt: skip
    with connected_as(server):
        yield


@contextmanager
def connected_as(database):
    """The default connection is one with these settings, and then what it was before."""
    before = connections.settings["default"]
    connect_as(database)
    try:
        yield
    finally:
        connect_as(before)


def connect_as(database):
    """From now on the default connection is one with these settings."""
    connections["default"].close()
    connections.settings["default"] = database
    del connections["default"]


@contextmanager
def records_on_a_server():
    """What opens the record in a file as a web process does, after it was moved to a database set up for English.

    Where there is no such file yet, an empty database is opened, as an import does.
    """
    import psycopg

    from inspections.catalogue import load
    from inspections.recording.backups import restore
    from inspections.wsgi import for_reading  # makes the application: not before the tests have set it up

    with running_server() as port:
        moved = {}
        numbers = count()

        def make_database():
            name = f"record_{next(numbers)}"
            with psycopg.connect(f"host=127.0.0.1 port={port} user=postgres dbname=postgres", autocommit=True) as admin:
                admin.execute(f"CREATE DATABASE {name} {IN_ENGLISH}")
            return name

        @contextmanager
        def open_moved(file):
            if not file.exists():
                with served_by(port, make_database()):
                    yield file
                return
            if file not in moved:
                moved[file] = make_database()
                with served_by(port, moved[file]):
                    restore(file, load())
            with served_by(port, moved[file]):
                connect_as(for_reading(connections.settings["default"]))
                yield file

        yield open_moved
