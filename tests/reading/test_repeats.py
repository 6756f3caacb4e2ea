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
