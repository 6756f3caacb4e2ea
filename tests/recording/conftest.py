"""What tests of recording share."""

import pytest

from inspections.catalogue import load


@pytest.fixture(scope="session")
def catalogue():
    return load()
