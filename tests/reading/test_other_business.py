"""Words about other business of a council are about no inspection, on whatever page they stand."""

from __future__ import annotations

import pytest

from tests.reading.given import OPENINGS, reading_of

LEE = "Cllr Ann Lee, the cabinet member for children and families,"


@pytest.mark.parametrize(
    ("paragraph", "about"),
    [
        (f"{LEE} said of the new library: “It will be open to all by the spring.”", False),
        (f"On the bin strike, {LEE} said: “The talks will go on for a while yet.”", False),
        (f"Asked about the budget, {LEE} said: “Every council is in the same boat now.”", False),
        (f"The new swimming pool opened on Monday. {LEE} said: “It is a joy to see it full.”", False),
        (f"Separately, {LEE} spoke of the town hall. “The roof leaks like a sieve,” she said.", False),
        (f"In other news, {LEE} opened a school hall. “It is a joy to see it full,” she said.", False),
        (f"{LEE} said: “It is a joy to read it, and our staff have earned it.”", True),
        (f"Speaking at the new library, {LEE} said: “It is a joy to read it, and staff earned it.”", True),
        (f"On leadership, {LEE} said: “It is a joy to read it, and our staff have earned it.”", True),
        (f"Asked about the report, {LEE} said: “It is a joy to read it, and staff have earned it.”", True),
        (f"Asked about the budget, {LEE} said: “Ofsted told us that money was not the trouble.”", True),
        (f"The library was full when inspectors came. {LEE} said: “It is a joy, and staff earned it.”", True),
    ],
)
def test_other_business_is_of_no_inspection(catalogue, paragraph, about):
    (one,) = reading_of(f"{OPENINGS[0]}{paragraph}\n", catalogue).statements
    assert bool(one.about) is about
