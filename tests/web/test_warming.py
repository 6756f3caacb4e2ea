"""A new edition is served when it is ready, and its first page asks no more than the next."""

import shutil
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings

from inspections.recording.loading import record_readings
from inspections.sqlite_record.base import hold_back, serve_at_once
from inspections.web import warming
from inspections.web.edition import current_edition, forget_what_is_held
from inspections.web.selection import the_membership
from tests.world import news, report

NO_CACHE = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
ADDRESSES = (
    "/", "/inspections/", "/inspections/?sort=title", "/authorities/", "/authorities.atom", "/national/",
    "/national/map/", "/national/counts/", "/national/waiting/", "/national/coverage/", "/search/",
    "/feed.atom", "/inspections.json", "/inspections.csv",
)  # fmt: skip


@pytest.fixture
def served_again():
    """Whatever a test holds back, the next one is served."""
    yield
    serve_at_once()


@pytest.fixture
def publish(empty_record, catalogue):
    """A record of one edition; what is called puts the next in its place, as another process does."""
    record_readings([news()], [], catalogue)
    first, second = empty_record.with_name("first"), empty_record.with_name("second")
    shutil.copy(empty_record, first)
    record_readings([report()], [], catalogue)
    shutil.copy(empty_record, second)
    first.replace(empty_record)
    return lambda: second.replace(empty_record)


def number_served(client):
    return client.get("/sources.json").json()["edition"]["number"]


@pytest.mark.of_a_file
def test_a_file_that_is_held_back_is_not_served_before_it_is_let_go(publish, client, served_again):
    assert number_served(client) == 1
    asked = []
    hold_back(lambda file: not asked.append(file))
    publish()
    assert [number_served(client), number_served(client)] == [1, 1]
    assert set(asked) == {connection.file_identity()}
    serve_at_once()
    assert number_served(client) == 2


def test_a_process_that_has_no_file_open_serves_what_stands(world_record, client, served_again):
    connection.close()
    hold_back(lambda file: True)
    assert number_served(client) == 1


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_first_page_of_a_warm_edition_asks_what_the_next_one_asks(world_record, client, address):
    assert connection.features.supports_json_field  # which Django asks once in each process
    forget_what_is_held()
    warming.warm()
    with override_settings(CACHES=NO_CACHE):
        with CaptureQueriesContext(connection) as first:
            assert client.get(address).status_code == 200
        with CaptureQueriesContext(connection) as second:
            client.get(address)
    assert [query["sql"] for query in first] == [query["sql"] for query in second]


def test_the_counts_beside_one_filter_are_made_ahead(world_record, client):
    forget_what_is_held()
    warming.warm()
    assert not the_membership().beside
    for _ in warming.count_ahead():
        pass
    made = set(the_membership().beside)
    assert {"authority", "grade", "year"} <= {name for name, _, _ in made}
    year = client.get("/inspections.json").json()["results"][0]["inspected"]["edtf"][:4]
    with override_settings(CACHES=NO_CACHE):
        assert client.get(f"/inspections/?year={year}").status_code == 200
    assert set(the_membership().beside) == made


def test_without_a_record_there_is_nothing_to_warm(empty_record):
    warming.warm()
    assert current_edition() is None


def test_what_cannot_be_made_ready_ends_nothing(world_record, client, monkeypatch):
    done = []
    monkeypatch.setattr(warming, "LOOK_UPS", (lambda: 1 / 0, lambda: done.append(True)))
    warming.warm()
    assert done == [True]
    assert number_served(client) == 1


@pytest.fixture
def watching(monkeypatch, django_db_blocker):
    """Starts a watch that looks often and delays little."""
    monkeypatch.setattr(warming, "LOOK", 0.01)
    monkeypatch.setattr(warming, "PAUSE", 0.0)
    found = []

    def begin():
        found.append(warming.watch())
        return found[0]

    yield begin
    for each in found:
        warming.stop(each)


def until(true, seconds=20):
    end = time.monotonic() + seconds
    while not (found := true()) and time.monotonic() < end:
        time.sleep(0.01)
    return found


@pytest.mark.of_a_file
def test_a_new_edition_is_made_ready_and_then_served(empty_record, publish, client, watching, monkeypatch):
    monkeypatch.setattr(warming, "DELAY", 0.0)
    held, going_on = threading.Event(), threading.Event()
    monkeypatch.setattr(warming, "LOOK_UPS", (held.set, lambda: going_on.wait(20)))
    assert number_served(client) == 1
    watching()
    publish()
    assert held.wait(20)
    assert number_served(client) == 1  # it is being made ready
    going_on.set()
    assert until(lambda: number_served(client) == 2)


@pytest.mark.of_a_file
def test_all_processes_go_over_at_one_moment(empty_record, publish, client, watching, monkeypatch):
    monkeypatch.setattr(warming, "DELAY", 3600.0)
    assert number_served(client) == 1
    watch = watching()
    publish()
    assert until(lambda: watch.from_when)
    ((file, moment),) = watch.from_when.items()
    assert file == connection.file_identity()
    assert moment == pytest.approx(empty_record.stat().st_ctime + 3600)
    assert number_served(client) == 1


@pytest.mark.of_a_file
def test_no_file_is_held_back_for_ever(empty_record, publish, client, watching, monkeypatch):
    monkeypatch.setattr(warming, "LOOK_UPS", (lambda: time.sleep(1),))
    monkeypatch.setattr(warming, "LONGEST", 0.1)
    assert number_served(client) == 1
    watching()
    publish()
    assert until(lambda: number_served(client) == 2)


def test_every_thread_opens_the_record_before_its_first_visitor(world_record):
    opened = []
    with ThreadPoolExecutor(3) as threads:
        warming.open_in_all(threads, 3)
        together = threading.Barrier(3)

        def tell():
            together.wait(5)
            opened.append(connection.connection is not None)
            connection.close()

        for _ in range(3):
            threads.submit(tell)
    assert opened == [True] * 3
