"""The day of a page, told apart from the days of what the page tells of."""

import pytest

from tests.reading.given import reading_of

STORY = "Ofsted judged Bury Council’s children’s services good in May 2007. The council says that it will go on."


@pytest.fixture
def day(catalogue):
    def find(text):
        published = reading_of(text, catalogue).published
        return published and published.edtf

    return find


@pytest.mark.parametrize(
    "line",
    [
        "Commons Hansard, 22 October 2008, column 318W",
        "Lords Hansard, 22 October 2008, cols 12-13",
        "This page was first published on 22 October 2008",
        "Story updated 22 October 2008",
        "[This article was amended on 22 October 2008 to correct a name.]",
    ],
)
def test_a_page_says_its_own_day(day, line):
    assert day(f"{line}\n\nInspections\n\n{STORY}\n") == "2008-10-22"


@pytest.mark.parametrize(
    "told",
    [
        "The annual performance assessment, published on 22 November 2007, gave it a 3.",
        "It was so in one, that of West Sussex, published on 22 November 2007.",
        "The strategy was published on 22 November 2007.",
        "The figures for the year, revised on 22 November 2007, were worse.",
    ],
)
def test_what_came_out_on_a_day_is_not_the_page(day, told):
    assert day(f"Bury news\n\n{STORY} {told}\n") is None
