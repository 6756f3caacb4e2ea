"""A grade of a council as a whole, whatever is said behind it of the assessment that gave it, is none of a service."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text


@pytest.mark.parametrize(
    ("sentence", "graded"),
    [
        ("Slough Council is rated one star and improving well under the Comprehensive Performance Assessment.", 0),
        ("Slough was given two stars by the Audit Commission.", 0),
        ("Slough Council’s adult social care was given one star, beside its Comprehensive Performance Assessment.", 1),
        ("Slough was given two stars for adult social care.", 1),
    ],
)
def test_stars_of_the_whole_council_are_none_of_a_service(catalogue, sentence, graded):
    before = "The Weekly Gazette\n\n4 December 2008\n\nIn 2007 CSCI gave adult social care in Barnet two stars.\n\n"
    text = f"{before}{sentence}\n"
    found = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue).inspections
    assert sum(each.authorities[0].slug == "slough" and each.overall is not None for each in found) == graded
