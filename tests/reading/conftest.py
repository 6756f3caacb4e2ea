"""What tests of reading ask again and again."""

import pytest

from tests.reading.given import reading_of


@pytest.fixture
def page(catalogue):
    """What is read of a page, given as text."""
    return lambda text: reading_of(text, catalogue)


@pytest.fixture
def told(page):
    """Council (several joined by "+"), service, days of the visit and of the report, and grade of each inspection."""

    def tell(text):
        return [
            (
                "+".join(sorted(authority.slug for authority in fact.authorities)),
                fact.service.slug,
                fact.inspected.edtf if fact.inspected else "",
                fact.published.edtf if fact.published else "",
                fact.overall.grade if fact.overall else "",
            )
            for fact in page(text).inspections
        ]

    return tell
