"""Whose words a spokesman's are, where nobody says for whom he speaks."""

import pytest

from tests.reading.given import reading_of

OPENING = (
    "Published: 12 June 2019\n\nOfsted judged Stockport Council’s children’s services to be good after an inspection "
    "in May 2019.\n\n"
)


@pytest.mark.parametrize(("text", "who"), [
    ("Ofsted would not be interviewed. A spokeswoman said: “It speaks for itself.”", ("organisation", "Ofsted")),
    ("The council would not be drawn. “We have nothing to add to it,” said a spokesman.",
     ("organisation", "Stockport Metropolitan Borough Council")),
    ("A spokesman for Unison said: “The report speaks for itself, and for us.”", ("organisation", "Unison")),
    ("The Peaks Trust runs the home. A spokesman said: “The report is out.”", ("organisation", "Peaks Trust")),
    ("Ofsted met the council on Friday. A spokesman said: “The report speaks for itself.”", ("person", None)),
    ("Nobody answered the telephone. A spokesman said: “The report speaks for itself.”", ("person", None)),
])  # fmt: skip
def test_the_one_body_of_the_paragraph_speaks(text, who, catalogue):
    (found,) = [s for s in reading_of(OPENING + text, catalogue).statements if s.in_quotation_marks]
    assert (found.attributed_to, found.organisation) == who
