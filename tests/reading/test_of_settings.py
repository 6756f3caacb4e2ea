"""An inspection of a school or a college beside one of a council's service: each has its own day."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

NEWS = "Bexley News\nPublished: 30 January 2026\n\nOfsted and adult learning\n\n"
CARD = " Ofsted’s report on the service was published on 23 January 2026. Achievement was graded ‘strong standard’."


@pytest.fixture
def days(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (NEWS + text + CARD).encode(), Sidecar()), catalogue)
        return [fact.inspected.edtf for fact in reading.inspections if fact.inspected]

    return find


@pytest.mark.parametrize(
    "text",
    [
        (
            "Members were told that Bexley College had been given good in an inspection in November, and that "
            "Bexley Council’s adult learning service was inspected on 2 to 4 December 2025."
        ),
        (
            "The college was visited by inspectors in November 2025, while Bexley Council’s adult learning service "
            "was inspected on 2 to 4 December 2025."
        ),
        (
            "Oak Street School had an inspection in November 2025; Bexley Council’s adult learning service was "
            "inspected on 2 to 4 December 2025."
        ),
    ],
)
def test_the_day_of_the_colleges_inspection_is_not_the_councils(text, days):
    assert days(text) == ["2025-12-02/2025-12-04"]


@pytest.mark.parametrize(
    "text",
    [
        "Bexley Council’s adult learning service was inspected in December 2025, but no school was inspected there.",
        "Bexley Council’s adult learning service was inspected in December 2025, and so was the college.",
    ],
)
def test_a_setting_in_the_clause_of_the_service_takes_nothing_from_it(text, days):
    assert days(text) == ["2025-12"]
