"""What every test shares."""

import fcntl
import os
import shutil
import sqlite3
from contextlib import closing, contextmanager
from inspect import signature
from pathlib import Path

import pytest
from django.db import connections
from django.test import override_settings
from hypothesis import HealthCheck, settings

from tests.postgresql import connected_as, records_on_a_server

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# The same examples each time, and as much time as a busy machine needs.
settings.register_profile(
    "repeatable", deadline=None, derandomize=True, database=None, max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
settings.load_profile("repeatable")


def pytest_addoption(parser):
    parser.addoption(
        "--database", choices=("sqlite", "postgresql"), default="sqlite",
        help="where the records stand that tests read and make: in files, or on a PostgreSQL server",
    )  # fmt: skip


def pytest_collection_modifyitems(config, items):
    """With a server only those tests that have a record there, or that choose their record while they run."""
    if config.getoption("--database") == "sqlite":
        return

    def has_a_record(item):
        return "opened" in item.fixturenames or "request" in signature(item.function).parameters

    kept = [item for item in items if has_a_record(item) and item.get_closest_marker("of_a_file") is None]
    others = set(items).difference(kept)
    items[:] = kept
    config.hook.pytest_deselected(items=others)


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """Every process has its tables in its own memory: no file needs a name that tells processes apart."""


@pytest.fixture(autouse=True, scope="session")
def _no_collected_files():
    """Tests serve styles from ``static/``: what ``collectstatic`` makes need not be there."""
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STATIC_ROOT=None, STORAGES=plain, WHITENOISE_USE_FINDERS=True):
        yield


@pytest.fixture(autouse=True)
def _nothing_held():
    """Tests make records of one number and digest: what is kept for an edition is not kept between tests."""
    from django.core.cache import cache

    from inspections.web.edition import forget_what_is_held

    forget_what_is_held()
    cache.clear()


@pytest.fixture
def shared():
    """The folder of examples beside the checkout; a test that needs it is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    return SHARED


@pytest.fixture(scope="session")
def catalogue():
    from inspections.catalogue import load

    return load()


def besides_the_edition(asked):
    """The queries of a page but that for its edition, which a server is asked each time and a file is not."""
    if connections["default"].vendor == "sqlite":
        return list(asked)
    return [query for query in asked if 'FROM "inspections_edition"' not in query["sql"]]


@contextmanager
def served_from(file):
    """The default connection reads this file, as a web process would, and may query at all."""
    connection, opened = connections.settings["default"], connections["default"]
    if opened.vendor != "sqlite":
        with connected_as({**connection, "ENGINE": "inspections.sqlite_record", "NAME": str(file), "OPTIONS": {}}):
            yield file
        return
    before, kept = connection["NAME"], None
    if opened.is_in_memory_db():  # which Django never closes: its tables would go
        kept, opened.connection = opened.connection, None
    else:
        opened.close()
    connection["NAME"] = str(file)
    try:
        yield file
    finally:
        opened.close()
        connection["NAME"] = before
        opened.connection = kept


@pytest.fixture
def empty_record(tmp_path, opened, django_db_blocker):
    """The path of a record that does not exist yet: tests of the import begin here."""
    with django_db_blocker.unblock(), opened(tmp_path / "record.sqlite3") as file:
        yield file


@pytest.fixture
def begin_with(empty_record, catalogue):
    """What makes the empty record a copy of one in a file, which may be imported into."""
    from inspections.recording.backups import restore

    def begin(file):
        if connections["default"].vendor == "sqlite":
            shutil.copyfile(file, empty_record)
        else:
            restore(file, catalogue)

    return begin


@pytest.fixture
def spoil(empty_record):
    """What changes rows of the empty record behind the program's back; the number of rows changed."""

    def change(sql):
        connection = connections["default"]
        if connection.vendor != "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(sql)
                return cursor.rowcount
        connection.close()
        with closing(sqlite3.connect(empty_record)) as file, file:
            return file.execute(sql).rowcount

    return change


@pytest.fixture(scope="session")
def opened(request):
    """What opens the record in a file; with ``--database postgresql`` the same record on a server, moved there once.

    Where the file does not exist yet, the record on a server is an empty database of its own.
    """
    if request.config.getoption("--database") == "sqlite":
        yield served_from
        return
    with records_on_a_server() as open_moved:
        yield open_moved


@pytest.fixture(scope="session")
def built_once(tmp_path_factory, django_db_blocker):
    """The file of a record that many tests read, made by the first process of the run that asks for it."""

    def build(name, make):
        folder = tmp_path_factory.getbasetemp()
        if "PYTEST_XDIST_WORKER" in os.environ:
            folder = folder.parent  # that of all processes of this run
        file = folder / f"built-{name}" / "record.sqlite3"
        file.parent.mkdir(exist_ok=True)
        with (folder / f"built-{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not file.exists():
                with django_db_blocker.unblock(), served_from(file.with_name("unfinished.sqlite3")) as unfinished:
                    make()
                unfinished.rename(file)
        return file

    return build


@pytest.fixture(scope="session")
def _world_file(built_once, catalogue):
    from inspections.recording.loading import record_readings
    from tests.world import world

    return built_once("world", lambda: record_readings(world(), [], catalogue))


@pytest.fixture
def world_record(_world_file, opened, django_db_blocker):
    """A record of the small world of tests/world.py, open for reading; nothing can change it."""
    with django_db_blocker.unblock(), opened(_world_file) as file:
        yield file


@pytest.fixture(scope="session")
def _seeds_file(built_once, catalogue):
    from inspections.recording.loading import import_sources

    return built_once("seeds", lambda: import_sources([ROOT / "seeds"], catalogue))


@pytest.fixture
def record(_seeds_file, opened, django_db_blocker):
    """A record of the project's seeds as the import makes it, open for reading; nothing can change it."""
    with django_db_blocker.unblock(), opened(_seeds_file) as file:
        yield file


@pytest.fixture(scope="session")
def _wide_file(built_once, catalogue):
    from inspections.recording.loading import record_readings
    from tests.web.wide_world import wide_world

    return built_once("wide", lambda: record_readings(wide_world(), [], catalogue))
