"""Names found in a text: the longest at each place, possessive or not."""

import pytest

from inspections.reading.lexicon import Lexicon, tokens
from inspections.text import Span

NAMES = Lexicon(
    [
        ("Derby", "city"),
        ("Derby City", "city"),
        ("Derby City Council", "council"),
        ("Derby and Sons", "firm"),
        ("Brighton and Hove", "brighton"),
        ("fostering", "fostering"),
        ("derby", "match"),
    ]
)
FOUND = [
    ("Derby won.", [("Derby", ("city", "match"))]),
    ("Derby City won.", [("Derby City", ("city",))]),
    ("Derby City’s fostering is good.", [("Derby City", ("city",)), ("fostering", ("fostering",))]),
    ("Derby City Council’s own", [("Derby City Council", ("council",))]),
    ("Derby’s City Council", [("Derby", ("city", "match"))]),
    ("Derby & Sons", [("Derby & Sons", ("firm",))]),
    ("Derby and Sonning", [("Derby", ("city", "match"))]),
    ("Brighton-and-Hove; Brighton", [("Brighton-and-Hove", ("brighton",))]),
    ("Derby. City", [("Derby. City", ("city",))]),
    ("fostering's", [("fostering", ("fostering",))]),
    ("Brighton", []),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_the_longest_name_at_each_place_is_found(text, found):
    hits = NAMES.find(tokens(text, Span(0, len(text))))
    assert [(hit.span.of(text), hit.values) for hit in hits] == found


def test_a_name_that_leaves_its_stretch_gives_way_to_a_shorter_one():
    text = "Derby City Council"
    assert [hit.span.of(text) for hit in NAMES.find(tokens(text, Span(0, 10)))] == ["Derby City"]
