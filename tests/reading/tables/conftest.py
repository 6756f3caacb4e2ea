"""What tests of tables share: bytes as a file, read or refused."""

import pytest

from inspections.reading import read_file
from inspections.reading.facts import Unreadable


@pytest.fixture
def read_table(tmp_path, catalogue):
    def read(data, name="table.csv"):
        path = tmp_path / name
        path.write_bytes(data)
        return read_file(path, catalogue)

    return read


@pytest.fixture
def problems_of(read_table):
    """Every problem of a table that is refused."""

    def refuse(data, name="table.csv"):
        with pytest.raises(Unreadable) as refused:
            read_table(data, name)
        assert refused.value.name == name
        assert all(problem.remedy for problem in refused.value.problems)
        return refused.value.problems

    return refuse
