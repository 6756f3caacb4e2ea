"""No request is lost while the site is restarted; `make soak` restarts it more often."""

import pytest

from tests.faults import restarts


@pytest.fixture(autouse=True)
def _records_may_be_asked(django_db_blocker):
    with django_db_blocker.unblock():
        yield


@pytest.mark.parametrize("kept", [False, True])
def test_a_reload_under_load_loses_no_request(kept):
    assert restarts.by_reload(1, kept).lost == ()


def test_a_restart_behind_a_held_socket_loses_no_request():
    assert restarts.by_restart(1, kept=False).lost == ()
