"""Parts of lists that are drawn here and not by a page's own template."""

import re
from types import SimpleNamespace

import pytest

from inspections.web.drawn import draw


@pytest.mark.parametrize(("judged", "last"), [(6, "Part 5: Good"), (8, "and 2 more")])
def test_a_line_says_how_many_judgements_it_leaves_out(judged, last):
    aspects = [
        SimpleNamespace(aspect_line=f"Part {at}", grade=SimpleNamespace(label="Good", printed=""))
        for at in range(judged)
    ]
    row = SimpleNamespace(overalls=(), graded_aspects=aspects, absent_words="No overall grade", outcome="")
    spans = re.findall(r'<span class="aspect">(.*?)</span>', draw("outcome", row=row))
    assert re.sub(r"<[^>]+>", "", spans[-1]) == last
    assert len(spans) == min(judged, 7)
