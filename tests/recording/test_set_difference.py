"""Who comes into the list finds a place in its order, and nobody moves who is not in the way."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pyroaring import BitMap

from inspections.membership import FIRST, FREE, TOGETHER, place_of, places_from_last, places_of
from inspections.recording.set_difference import settle

SETTLED = {  # the places kept, what comes before which of them, who moves, and where what comes stands
    "into nothing": ([], [(None, "ab")], {}, {"a": FIRST, "b": FIRST + 1}),
    "before all": ([9, 10], [(9, "ab")], {}, {"a": 7, "b": 8}),
    "before all, where there is no room": ([1, 2, 5], [(1, "ab")], {1: 2, 2: 3}, {"a": 0, "b": 1}),
    "after all": ([3, 4], [(None, "ab")], {}, {"a": 5, "b": 6}),
    "where a place is free": ([3, 5], [(5, "a")], {}, {"a": 4}),
    "where none is free": ([3, 4, 5, 8], [(4, "a")], {4: 5, 5: 6}, {"a": 4}),
    "more than there is room for": ([3, 5, 6, 9], [(5, "abc")], {5: 7, 6: 8}, {"a": 4, "b": 5, "c": 6}),
    "two that meet": ([3, 4, 5, 6], [(4, "a"), (6, "b")], {4: 5, 5: 6, 6: 8}, {"a": 4, "b": 7}),
    "two that do not": ([3, 4, 7, 8], [(4, "a"), (8, "b")], {4: 5, 8: 9}, {"a": 4, "b": 8}),
    "before one that has moved": ([3, 4, 5], [(4, "a"), (5, "b"), (None, "c")], {4: 5, 5: 7}, {"a": 4, "b": 6, "c": 8}),
}


@pytest.mark.parametrize(("kept", "coming", "moved", "put"), SETTLED.values(), ids=SETTLED)
def test_who_comes_finds_a_place(kept, coming, moved, put):
    assert settle(BitMap(kept), coming) == (moved, put)


@given(some.sets(some.integers(0, 40)), some.lists(some.integers(0, 45), max_size=12))
def test_the_order_stays_and_each_place_is_of_one(kept, points):
    """``points``: whatever comes stands before the first kept place that is no less."""
    groups = {}
    for number, point in enumerate(sorted(points)):
        groups.setdefault(min((place for place in kept if place >= point), default=None), []).append(f"new {number}")
    moved, put = settle(BitMap(kept), groups.items())
    listed = [
        *(each for place in sorted(kept) for each in (*groups.get(place, ()), place)),
        *groups.get(None, ()),
    ]
    places = [put[each] if isinstance(each, str) else moved.get(each, each) for each in listed]
    assert all(one < other for one, other in pairwise(places))
    assert all(place >= 0 for place in places)
    assert all(one != other for one, other in moved.items())


@pytest.mark.parametrize("many", [0, 1, TOGETHER - 1, TOGETHER, TOGETHER + 1, 3 * TOGETHER])
def test_places_stand_together_and_leave_some_free(many):
    places = [place for each in places_of(many) for place in each]
    assert places == [place_of(number) for number in range(many)]
    assert list(places_from_last(many, range(many, 0, -1))) == places
    steps = {one: other - one for one, other in pairwise(places)}
    assert set(steps.values()) <= {1, FREE + 1}
    assert sum(step > 1 for step in steps.values()) == max(0, (many - 1) // TOGETHER)
