"""Words that a page takes from a letter, a meeting or another day carry that day, or none; never the page's own."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

PAGE = (
    "The Anytown Echo\nBy Jo Writer, Local Democracy Reporter\nPublished Thursday 21 September 2023\n\n"
    "Ofsted inspected Stockport Council’s children’s services in May 2023 and judged them good.\n\n{}"
)
LEE = "Cllr Ann Lee, the leader of Stockport Council"
HILL = "Jo Hill, the director of children’s services at Stockport Council"


@pytest.fixture
def said_on(catalogue):
    def find(text, page=PAGE):
        reading = read(hold_text("story.txt", page.format(text).encode(), Sidecar()), catalogue)
        return [s.said.edtf if s.said else None for s in reading.statements if s.in_quotation_marks]

    return find


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{LEE}, wrote to every parent on 4 September. Her letter ends: “We are glad of it all.”", "2023-09-04"),
        (f"{LEE}, wrote in a letter of 4 July 2023: “We are glad of every word of it.”", "2023-07-04"),
        (f"{LEE}, moved the motion at the town hall on 4 July 2023. “I am glad of it all,” she said.", "2023-07-04"),
        (f"{HILL}, apologised on Tuesday. “I am sorry for every word of it,” he said.", "2023-09-19"),
        (f"{HILL}, faced the scrutiny committee on Monday. “I am sorry for all of it,” he said.", "2023-09-18"),
        (f"“We are glad of every word of it,” {LEE}, said in July.", "2023-07"),
        (f"The fire authority met on Monday. {HILL}, told the authority it was “a very hard read”.", "2023-09-18"),
        (f"The fire authority met on Monday.\n\n{HILL}, told the authority:\n\n“It was a hard read.”", "2023-09-18"),
    ],
)
def test_words_of_a_letter_or_a_meeting_carry_its_day(said_on, text, day):
    assert said_on(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEE}, writes in her foreword: “We are glad of every word of it.”",
        f"“We are glad of every word of it,” warned {LEE}, in her last report to ministers.",
        f"{LEE}, wrote to parents last week. Her letter ended: “We are glad of every word of it.”",
        f"{LEE}, wrote me a kind letter, in which she said: “We are glad of every word of it.”",
        f"{LEE}, told us last week that it was true. “I am glad of every word of it,” she said.",
        f"In 2016 things were worse, and {LEE}, told the cabinet of the day that it was “a very bad dream”.",
        f"{LEE}, said after the November inspection: “We are glad of every word of it.”",
        "One mother told inspectors: “They rang me back on the very day.”",
        f"{LEE}, said at the time: “We are glad of every word of it.”",
    ],
)
def test_words_of_another_day_that_is_not_told_carry_none(said_on, text):
    assert said_on(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEE}, wrote to us: “We are glad of every word of it.”",
        f"{LEE}, said in a statement: “We are glad of every word of it.”",
        f"{LEE}, said of the letter: “We are glad of every word of it.”",
        f"{LEE}, was at the town hall on 4 July 2023. “I am glad of every word of it,” she says.",
        f"{LEE}, met inspectors in July. “I am glad of every word of it,” she told the Echo.",
        f"{LEE}, said that staff would be meeting on Tuesday. “I am glad of every word of it,” she added.",
        f"{LEE}, whose report goes to cabinet on Monday, said: “We are glad of every word of it.”",
    ],
)
def test_words_said_to_the_page_carry_its_own_day(said_on, text):
    assert said_on(text) == ["2023-09-21"]


DEBATE = (
    "House of Commons\n\nTuesday 3 June 2014\n\nChild Protection\n\nMr Tom Ford (Northtown) (Lab): Ofsted inspected "
    "Stockport Council’s children’s services in May 2013 and judged them good. {}\n\nQuestion put and agreed to.\n"
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I asked the director, Jo Hill, how it was done. “There was no secret to it,” he told me.", None),
        ("The director, Jo Hill, wrote to me on 6 May. His letter says: “There was no secret to it.”", "2014-05-06"),
    ],
)
def test_who_is_quoted_in_the_house_spoke_on_another_day(said_on, text, day):
    assert said_on(text, DEBATE) == [day]


MINUTES = (
    "Stockport Council\n\nMinutes: Children’s Scrutiny Panel\nWednesday, 12 March 2025 7:00 pm (Town Hall)\n"
    "Published: 24 March 2025\n\nAttendance: Cllr Ann Lee (Chair), Cllr Tom Ford\n\n1. Apologies\nNone.\n\n"
    "2. Ofsted\nOfsted inspected the council’s children’s services in May 2024 and judged them good. {}\n"
)


def test_words_in_minutes_carry_the_day_of_the_meeting_and_not_of_the_printing(said_on):
    assert said_on("Cllr Ann Lee said: “I am glad of every word of it.”", MINUTES) == ["2025-03-12"]
