"""Words of inspectors in a paragraph that has told last of a school's inspection are not about the council's."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

OPENING = (
    "News\n\n12 May 2015\n\nOfsted inspected children's services in Kent in January 2015 and published its report "
    "on 27 March 2015. "
    "They were judged inadequate overall.\n\n"
)


@pytest.fixture
def about(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (OPENING + text).encode(), Sidecar()), catalogue)
        return [bool(s.about) for s in reading.statements]

    return find


@pytest.mark.parametrize(
    "text",
    [
        "Wedmarsh First School was inspected in March. The inspector wrote that pupils “are ready with a question”.",
        "Little Otters nursery was rated outstanding. The inspector wrote that boys “come in singing every day”.",
        "Our primary school was inspected too. Inspectors said that pupils “are as ready to ask as to answer”.",
        "The children's home in Mill Lane was judged good. The report says that boys “have keys of their own”.",
        "The academy has been inspected since. Inspectors said that it “greets every child by name”.",
    ],
)
def test_they_are_about_no_inspection_of_the_council(text, about):
    assert about(text) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "The report said that school nurses “are as ready to ask as to answer”.",
        "Inspectors said that social workers “are as ready to ask as to answer”.",
        "Mill School was inspected too. Of children's services inspectors said that they “close files on a Friday”.",
        "Mill School was inspected too.\n\nInspectors said that social workers “close too many files on a Friday”.",
        "They were judged poor for their size. Inspectors said that “too many files are closed on a Friday”.",
    ],
)
def test_what_is_said_of_the_services_is(text, about):
    assert about(text) == [True]
