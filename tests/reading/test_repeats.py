"""A text that a page holds twice is read once; lines repeated under another heading are read."""

import pytest

from inspections.catalogue import load
from inspections.reading import read
from inspections.reading.facts import Held
from inspections.reading.repeats import end_of_first

CATALOGUE = load()
STORY = """Ofsted rates council's children's services good

Published on 14 March 2019

Ofsted inspected children's services at Bury Council in February 2019 and judged them good overall. Inspectors found
that children are seen often and that their wishes are written down.

Councillor Ann Ashby, cabinet member for children, said: "We are glad of this, and we know what has still to be done."

The report is on the website of Ofsted.
"""
MENU = "Home\nNews\nContact us\n\n"
FOOT = "\n\nShare this page\n\nAccessibility statement\n"


def reading_of(text):
    return read(Held("page.txt", "text/plain", "0" * 64, text), CATALOGUE)


@pytest.mark.parametrize(
    ("page", "copy"),
    [
        (STORY + "\n" + STORY, STORY + "\n"),
        (MENU + STORY + FOOT + STORY + FOOT, MENU + STORY + FOOT),
        (MENU + STORY + FOOT + MENU + STORY + FOOT, MENU + STORY + FOOT),
        (STORY + "\nPrint version\n\n" + STORY, STORY + "\nPrint version\n\n"),
        (STORY + "\n" + STORY + "\n" + STORY, STORY + "\n"),
        ((STORY + "\n" + STORY).replace("\n", "  \n"), (STORY + "\n").replace("\n", "  \n")),
    ],
)
def test_it_is_read_up_to_its_copy(page, copy):
    assert page[: end_of_first(page)] == copy
    reading = reading_of(page)
    assert len(reading.inspections) == 1 and len(reading.statements) == 1
    assert "repeat-passed-over" in {w.code for w in reading.warnings}
    last = reading.passages[-1]
    assert last.furniture and len(copy) <= last.span.start and last.span.end == len(page.rstrip())


GRADES = (
    "Overall effectiveness: Good\nLeadership and management: Good\nQuality of education: Requires improvement\n" * 4
)


@pytest.mark.parametrize(
    "page",
    [
        STORY,
        STORY + "\n" + STORY.replace("Bury", "Bolton"),  # the same words of another council
        STORY + "\n" + STORY + "\nIn May 2021 Ofsted came back to Bury Council and judged them outstanding.\n",
        "Bury Council was inspected by Ofsted in May 2016.\n\n" + GRADES + "\nBolton Council was next.\n\n" + GRADES,
        "Bury Council\n\n" + GRADES + "\nBolton Council\n\n" + GRADES,
        "Ofsted rates council's children's services good\n\n" * 3,  # a title, a heading and a line of the foot
        "a" * 5000,
        "",
        "\n" * 50,
    ],
)
def test_a_page_without_a_copy_is_read_to_its_end(page):
    assert end_of_first(page) == len(page)


def endless(times, between=""):
    """A paragraph that says two sentences again and again, and one between them once."""
    said = "Inspectors visited the service again and spoke to staff. Nobody was surprised by what they found. "
    return f"Ofsted inspected Bury Council in May 2016. {said * 210}{between}{said * times}\n"


def test_what_an_endless_paragraph_says_again_is_read_once_and_told():
    long, longer = reading_of(endless(100)), reading_of(endless(400))
    assert long.warnings == longer.warnings
    (told,) = [w for w in longer.warnings if w.code == "repeat-passed-over"]
    assert told.span.of(longer.held.text) == "Nobody was surprised by what they found."


def test_what_an_endless_paragraph_says_once_is_read():
    new = "In June 2019 Ofsted inspected Kent County Council’s children’s services and judged them good. "
    read_ = reading_of(endless(300, new))
    assert {i.authorities[0].slug for i in read_.inspections} == {"bury", "kent"}
    assert [i.overall.grade for i in read_.inspections if i.overall] == ["good"]


def test_a_paragraph_of_ordinary_length_is_read_to_its_end():
    assert not [
        w
        for w in reading_of(
            "Ofsted inspected Bury Council in May 2016. " + "Nobody was surprised by what they found. " * 390
        ).warnings
        if w.code == "repeat-passed-over"
    ]
