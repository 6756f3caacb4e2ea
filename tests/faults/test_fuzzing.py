"""Files changed at random, a few of each format, and every file that was once found to go wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspections.reading import READABLE
from tests.faults import fuzzing

ENDINGS = sorted(READABLE - {".htm"})
ONCE_WRONG = sorted(fuzzing.FOUND.glob("*")) if fuzzing.FOUND.is_dir() else []


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_changed_file_is_read_or_refused(ending):
    @settings(max_examples=6)
    @given(fuzzing.files(ending))
    def one(data):
        assert fuzzing.attempt(data, ending) in {"read", "refused"}

    one()


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".ods"])
def test_the_tables_that_are_changed_are_read_as_they_were(ending):
    """A change to a file that is refused anyhow would try nothing but its opening."""
    assert {fuzzing.attempt(data, ending) for data in fuzzing.made(ending)} == {"read"}


@given(st.binary(max_size=200))
def test_a_changed_sidecar_is_read_or_refused(data):
    assert fuzzing.attempt(fuzzing.PROSE[:300], ".txt", data) in {"read", "refused"}


@pytest.mark.parametrize("path", ONCE_WRONG, ids=lambda path: path.name)
def test_what_once_went_wrong_is_read_or_refused(path):
    data = path.read_bytes()
    if path.suffix == ".toml":
        assert fuzzing.attempt(fuzzing.PROSE, ".txt", data) in {"read", "refused"}
    else:
        assert fuzzing.attempt(data, path.suffix) in {"read", "refused"}
