"""A fostering or adoption agency with a name of its own is no council's service."""

import pytest

from inspections.catalogue import load
from inspections.reading import read
from inspections.reading.facts import Held

BEFORE = "Kent County Council’s fostering service was inspected by Ofsted in May 2019. "


def graded(sentence):
    held = Held("page.txt", "text/plain", "0" * 64, f"Fostering in Kent\n\n{BEFORE}{sentence}\n")
    return [i.overall.grade for i in read(held, load()).inspections if i.overall and i.overall.grade]


@pytest.mark.parametrize(
    "sentence",
    [
        "Harbour Lights Fostering has been rated outstanding and tells everybody.",
        "Down the road, Bright Futures Adoption was judged good.",
        "Green Lane Fostering is rated outstanding by Ofsted.",
        "Riverbank Fostering was found to be inadequate in December.",
        "Two Rivers Adoption had been graded good.",
    ],
)
def test_it_leaves_out_the_grade_of_an_agency(sentence):
    assert graded(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kent Fostering was judged good.",
        "The fostering service was judged good.",
        "Our Fostering was rated good.",
        "Fostering was judged good.",
        "The Council’s Fostering Service was judged good.",
    ],
)
def test_it_keeps_the_grade_of_the_council(sentence):
    assert graded(sentence) == ["good"]
