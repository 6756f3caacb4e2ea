"""No text filled in from lists tells a fact that it does not tell, and most of what most of them tell is read."""

import pytest

from inspections.catalogue import load
from tests.reading.filled import filled, groups
from tests.reading.scoring_filled import verdict

CATALOGUE = load()
FILLED = list(filled(2024, 16))
# the share of each group in which all is read that is told
FLOORS = {
    "report cards, again": 0.5,
    "adult social care since 2023, again": 0.7,
    "councils that are gone": 0.7,
    "parts in running prose": 0.3,
    "parts of single inspections in running prose": 0.6,
    "grades before, with their days": 0.3,
    "several councils, one grade each": 0.3,
    "a grade beside the name": 0.5,
    "a headline and a day below": 0.1,
    "numbered items": 0.2,
}
FLOOR = 0.75  # of those not named here


@pytest.mark.parametrize("group", [group.name for group in groups()])
def test_a_filled_form_tells_nothing_else_and_most_of_what_it_tells_is_read(group):
    found = [(each.text, verdict(each, CATALOGUE)) for each in FILLED if each.group == group]
    assert [text for text, read in found if read.startswith("wrong")] == []
    assert sum(read == "right" for _, read in found) >= FLOORS.get(group, FLOOR) * len(found)
