"""A letter is one without its end too: its head says who wrote it, to whom and when."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

LETTER = """Ofsted

10 December 2014

Mr Fergal Marsh
Director of Children's Services
Kirklees Council

{salutation}

Inspection of local authority arrangements for supporting school improvement

Following the visit by two of Her Majesty's Inspectors to Kirklees Council between 3 and 7 November 2014, I am writing \
to confirm the findings.

The local authority's arrangements for supporting school improvement are effective.

Governors are given information about the achievement of pupils in time for them to
"""


@pytest.mark.parametrize(
    ("salutation", "found"),
    [
        ("Dear Mr Marsh", [("kirklees", "2014-11-03/2014-11-07", "effective")]),
        ("Dear Dr Marsh", [("kirklees", "2014-11-03/2014-11-07", "effective")]),
        ("Dear friends", []),
    ],
)
def test_it_is_read_as_a_letter_when_it_is_addressed_by_title(salutation, found, catalogue):
    reading = read(hold_text("page.txt", LETTER.format(salutation=salutation).encode(), Sidecar()), catalogue)
    told = [
        (fact.authorities[0].slug, fact.inspected.edtf, fact.overall.grade)
        for fact in reading.inspections
        if fact.overall is not None
    ]
    assert told == found
    assert reading.reader == ("inspectors_letter" if found else "page")
