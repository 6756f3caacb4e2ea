"""Words that a sentence says somebody did not say are nobody's; "There's a new head" names no body."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

PAGE = "The Weekly Gazette\n\n4 February 2015\n\nOfsted judged children’s services in Walsall good in May 2014.\n\n"


@pytest.fixture
def said(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (PAGE + text + "\n").encode(), Sidecar()), catalogue)
        return [(s.words.of(reading.held.text)[0], s.speaker, s.organisation) for s in reading.statements]

    return find


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nor, whatever you read, did Ofsted say that social workers were “asleep at the wheel”.", []),
        ("At no point did the report call the service “a shambles from top to bottom”.", []),
        ("Never has an inspector written that children are “left to fend for themselves”.", []),
        (
            "Nor did inspectors find “any drift in the plans of children”.",
            [("any drift in the plans of children", None, "Ofsted")],
        ),
        (
            "There’s a new head of school improvement, Kirsten Vale. She told me: “Tell them the truth early.”",
            [("Tell them the truth early.", "Kirsten Vale", None)],
        ),
    ],
)
def test_what_was_not_said_is_nobodys(said, text, found):
    assert said(text) == found
