"""Inspectorates named in a sentence of their own: those that took part, and those that only stand beside."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

HEAD = "Telford & Wrekin Council\n\n14 December 2006\n\n"
REVIEW = "The Joint Area Review of children’s services in Telford & Wrekin was carried out in September 2006. "


@pytest.fixture
def bodies(catalogue):
    def find(rest):
        inspections = read(hold_text("page.txt", f"{HEAD}{REVIEW}{rest}\n".encode(), Sidecar()), catalogue).inspections
        return [sorted({n.slug for n in i.inspectorates}) for i in inspections]

    return find


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("It was led by Ofsted; CSCI and HMI Probation also took part.", ["csci", "hmi-probation", "ofsted"]),
        ("It was led by Ofsted, and HMI Probation joined in.", ["hmi-probation", "ofsted"]),
        ("The team was drawn from Ofsted and HMI Probation.", ["hmi-probation", "ofsted"]),
        ("Ofsted led it. HMI Probation sent inspectors too.", ["hmi-probation", "ofsted"]),
        ("It was carried out by Ofsted. The Healthcare Commission and HMI Probation were also involved.",
         ["hmi-probation", "ofsted"]),
    ],
)  # fmt: skip
def test_those_who_took_part_are_named(rest, expected, bodies):
    assert bodies(rest) == [expected]


@pytest.mark.parametrize(
    "rest",
    [
        "It was led by Ofsted. HMI Probation did not take part.",
        "It was led by Ofsted. Staff contributed, and told HMI Probation so.",
        "It was led by Ofsted. HMI Probation may also be involved next time.",
        "It was led by Ofsted. In Shropshire HMI Probation also took part.",
        "It was led by Ofsted.\n\nThe review was usually led by Ofsted, and HMI Probation sometimes took part.",
    ],
)
def test_whoever_only_stands_beside_took_no_part(rest, bodies):
    assert all("hmi-probation" not in found for found in bodies(rest))


@pytest.mark.parametrize(
    ("sentence", "its"),
    [
        ("In 2001 the Social Services Inspectorate (SSI) inspected our children’s services.", True),
        ("In May 2002 children’s services were inspected by the SSI.", True),
        ("In 2011 the Social Services Inspectorate inspected our children’s services.", False),
    ],
)
def test_an_inspectorate_that_ended_has_what_it_inspected(sentence, its, bodies):
    assert (["ssi"] in bodies(f"It was led by Ofsted.\n\n{sentence}")) is its
