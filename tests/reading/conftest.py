"""What tests of reading ask again and again."""

import pytest

from tests.reading.given import reading_of


@pytest.fixture
def page(catalogue):
    """What is read of a page, given as text."""
    return lambda text: reading_of(text, catalogue)
