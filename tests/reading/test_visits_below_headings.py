"""A table of visits that names no council: of the page's, or of the one that the heading over it names."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

OPENING = (
    "Inspection history\n\nWe work for two councils, Kent and Medway, and Ofsted inspects the services of both.\n\n"
)
TABLE = (
    "\n\n| When | What | Result |\n"
    "| February 2016 | Ofsted inspection of children's services | Requires improvement |\n"
    "| 2 and 3 October 2018 | Ofsted focused visit | Not graded |\n\n"
)


@pytest.fixture
def told(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
        return {
            (i.authorities[0].slug, i.inspected.edtf, i.overall.grade if i.overall else "")
            for i in reading.inspections
            if i.authorities and i.inspected
        }

    return find


@pytest.mark.parametrize(
    ("heading", "council"),
    [
        ("Kent County Council", "kent"),
        ("Before 2021: Kent County Council", "kent"),
        ("Kent", "kent"),
        ("Inspections of children's services in Medway", "medway"),
        ("Visits to Medway Council", "medway"),
    ],
)
def test_the_rows_are_of_the_council_of_the_heading(heading, council, told):
    found = told(f"{OPENING}{heading}{TABLE}Both councils have asked us to keep this list.\n")
    assert found == {(council, "2016-02", "requires-improvement"), (council, "2018-10-02/2018-10-03", "")}


@pytest.mark.parametrize(
    "heading",
    [
        "All the visits so far",
        "Kent and Medway",
        "How our neighbours in Kent compare",
        "What Kent taught its neighbours",
        "Kingsmead School, Kent",
    ],
)
def test_a_heading_of_nobody_or_of_two_gives_them_to_none(heading, told):
    assert told(f"{OPENING}{heading}{TABLE}Both councils have asked us to keep this list.\n") == set()


def test_below_the_name_of_another_they_are_not_the_pages(told):
    page = "Stockport Council\n\nInspections of children's services in Stockport\n\nOfsted inspects them.\n\n"
    assert {council for council, *_ in told(f"{page}Trafford{TABLE}")} <= {"trafford"}
    assert {council for council, *_ in told(f"{page}What they found{TABLE}")} == {"stockport"}
