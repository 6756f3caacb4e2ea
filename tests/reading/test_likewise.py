"""A council that has what another has just been given: "so was Calderdale", "as did Kent"."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

LEEDS = "10 March 2016\n\nOfsted judged children’s services in Leeds to be good in its inspection of January 2015"


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return [
            (i.authorities[0].slug, i.overall.grade, i.inspected.edtf if i.inspected else None)
            for i in reading.inspections
            if i.overall
        ]

    return find


@pytest.mark.parametrize(
    ("rest", "council", "day"),
    [
        (". So was Calderdale in November 2015.", "calderdale", "2015-11"),
        (". So too was Calderdale.", "calderdale", None),
        (", as was Bradford in June 2015.", "bradford", "2015-06"),
        (", and so were Bradford’s.", "bradford", None),
        (". Bradford, inspected in June 2015, got the same rating.", "bradford", "2015-06"),
        (". Kirklees was too.", "kirklees", None),
        (". Kirklees has held the same grade since 2014.", "kirklees", "2014"),
    ],
)
def test_it_has_the_same_grade_and_a_day_of_its_own(rest, council, day, told):
    assert told(LEEDS + rest) == [("leeds", "good", "2015-01"), (council, "good", day)]


@pytest.mark.parametrize(
    "rest",
    [
        ". So was the weather in Bradford.",
        ", as was adult learning in Bradford.",
        ". A children’s home there was rated inadequate. So was Bradford.",
        ". So, one day, will Bradford.",
        ". So was Bradford, if its director is to be believed.",
        ", as was never true of Bradford.",
        ".\n\nSo was Bradford.",
    ],
)
def test_anything_else_is_of_the_first_council_alone(rest, told):
    assert told(LEEDS + rest) == [("leeds", "good", "2015-01")]
