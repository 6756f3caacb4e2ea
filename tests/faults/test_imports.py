"""The faults of an import, each tried a few times; `make soak` tries each many times."""

import pytest

from tests.faults import imports, power
from tests.faults.place import in_a_file


@pytest.fixture(autouse=True)
def _may_ask_the_record(django_db_blocker):
    with django_db_blocker.unblock():
        yield


def test_a_killed_import_loses_nothing_and_visitors_see_no_error():
    assert imports.kill_at_random(in_a_file, 3).lost == ()


def test_a_file_that_may_grow_no_further_loses_nothing():
    assert imports.limit_files(1).lost == ()


def test_imports_at_once_lose_nothing():
    assert imports.many_at_once(in_a_file, 1).lost == ()


def test_a_clock_moved_back_publishes_nothing():
    assert imports.clock_moved_back(in_a_file, 1).lost == ()


def test_a_power_cut_loses_nothing():
    assert [row.lost for row in imports.power_cuts(1)] in ([()], [(), ()])


def test_a_power_cut_on_a_disk_that_notes_its_writes_loses_nothing():
    assert [row.lost for row in power.cut_the_power(2, ways=power.WAYS[1:])] == [()]


def test_a_full_and_a_read_only_disk_lose_nothing():
    if not imports.may_mount():
        pytest.skip("a disk of a certain size needs root")
    assert imports.fill_the_disk(1).lost == ()
    assert imports.read_only_target(1).lost == ()
