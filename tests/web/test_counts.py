"""A count is written for people: with separators, wherever it stands."""

import pytest
from django.template.loader import render_to_string

from inspections.web.drawn import draw_choices
from inspections.web.facets import Choice


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (62217, "62,217"), (1234567, "1,234,567")]
)
def test_it_separates_thousands_of_a_filter_and_of_the_record(count, shown):
    assert f'<span class="n">{shown}</span>' in draw_choices([Choice("Good", count, "/inspections/?grade=good")])
    covered = {"own": count, "authorities": 1, "statements": 1, "sources": 1}
    assert f'<a href="/inspections/">{shown}</a>' in render_to_string("pages/home.html", {"coverage": covered})
