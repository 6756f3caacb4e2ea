"""A document's segments, asked for by place: the same as going round all of them."""

import pytest

from inspections.reading.document import Document
from inspections.reading.facts import Held

TEXT = (
    "  \n# Leeds rated good\n\nPosted on 3 May 2016\n\nOfsted judged it good. It said so.\n\n- one thing\n- another\n\n"
    "Share this page\n\n“We know this,” said the leader.\n\n"
)


@pytest.fixture
def document():
    return Document(Held("a.txt", "text/plain", "0" * 64, TEXT))


@pytest.mark.parametrize("place", range(len(TEXT) + 2))
def test_a_segment_is_found_by_any_place_in_it_and_none_between(document, place):
    around = [s for s in document.segments if s.span.start <= place < s.span.end]
    assert document.segment_at(place) == (around[0] if around else None)


@pytest.mark.parametrize("most", [1, 2, 4])
@pytest.mark.parametrize("place", range(0, len(TEXT) + 2, 5))
def test_what_stands_before_a_place_is_the_last_of_what_begins_before_it(document, place, most):
    assert list(document.body_before(place, most)) == [s for s in document.body if s.span.start < place][-most:]
