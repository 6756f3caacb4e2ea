"""On which day a meeting sat, and not on which its minutes came out."""

import pytest

from inspections.reading.document import Document
from inspections.reading.facts import Sidecar
from inspections.reading.sittings import sitting
from inspections.reading.sources import hold_text


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Minutes of the meeting held on 19 January 2011\n(Minutes published on 27 January 2011)", "2011-01-19"),
        ("Draft minutes, 13 July 2023, Town Hall\nPublished: 20 July 2023", "2023-07-13"),
        ("Minutes published 27 January 2011\n\nMeeting of the panel on 19 January 2011", "2011-01-19"),
        ("Children’s panel\n\n19 January 2011\n\nIssued 27 January 2011", "2011-01-19"),
        ("Published minutes of the meeting held on 19 January 2011", "2011-01-19"),
        ("Children’s panel, 27 January 2011 (date of publication)", None),
        ("Published: 27 January 2011", None),
        ("Minutes of the meetings held on 19 January 2011 and 2 February 2011", None),
    ],
)
def test_the_day_of_a_meeting_is_not_that_of_its_minutes(head, day, catalogue):
    text = f"BURY COUNCIL\n\n{head}\n\nPresent: Councillor B Marsh (Chair)\n\n1 Apologies\nNone.\n"
    met = sitting(Document(hold_text("minutes.txt", text.encode(), Sidecar()), catalogue))
    assert (met.edtf if met else None) == day
