"""Words that their speaker's sentence, or the one before, places somewhere carry the day told there, or none."""

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
GLAD = "“We are glad of every word of it”"


@pytest.fixture
def said_on(catalogue):
    def find(text):
        reading = read(hold_text("story.txt", PAGE.format(text).encode(), Sidecar()), catalogue)
        return [s.said.edtf if s.said else None for s in reading.statements if s.in_quotation_marks]

    return find


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{LEE}, came to our market stall yesterday. “I am glad of it all, and tired,” she said.", "2023-09-20"),
        (f"{LEE}, was in Bredbury on Tuesday when I asked her.\n\n“I am glad of it all,” she replied.", "2023-09-19"),
        (f"“I am glad of every word.” That’s {LEE}, who dropped in at our office on Monday.", "2023-09-18"),
        (f"“I am glad of every word of it,” {LEE}, told me on the steps of the library on Tuesday.", "2023-09-19"),
        (f"“I am glad of every word of it,” {LEE}, said outside the town hall on Monday.", "2023-09-18"),
        (f"It fell to {LEE}, to speak at Monday’s full council. It was long, she said, and “very hard”.", "2023-09-18"),
        (f"I put it to her at full council on 6 September. {LEE}, told me: “I am glad of it all.”", "2023-09-06"),
        (f"We gave {LEE}, other words. What she said was: “I am glad of every word of it.”", None),
        (f"{LEE}, is quoted in the Crier of 7 September as saying that she was “glad of it all”.", "2023-09-07"),
        (f"The letter is dated 6 June 2023. “We are glad of it all,” it begins. It is signed by {HILL}.", "2023-06-06"),
        (f"A letter has now been sent to members. “We are glad of it all,” writes {HILL}.", None),
        (f"{LEE}, did better on the radio the next morning: “I am glad of every word of it.”", None),
        (f"{LEE}, put it more shortly that night: “I am glad of every word of it.”", None),
        (f"{LEE}, rose to tell us that she was “glad of every word of it”.", None),
        (f"{LEE}, stood up in the chamber and said: “I am glad of every word of it.”", None),
        (f"{LEE}, is quoted on the website as saying that she is “glad of every word of it”.", None),
        (f"{LEE}, told this newspaper last month: “I am glad of every word of it.”", None),
        (f"Back in July {LEE}, said: “I am glad of every word of it.”", "2023-07"),
        (f"“I am glad of every word of it,” {LEE}, said cheerfully to a meeting in Marple.", None),
    ],
)
def test_words_carry_the_day_of_the_place_where_they_were_said(said_on, text, day):
    assert said_on(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        f"The report came out yesterday. {LEE}, was glad of it: “I am glad of every word of it.”",
        f"{LEE}, was at the school when the report came out on Tuesday. “I am glad of it all,” she says.",
        f"Inspectors came to the town hall on Monday. {LEE}, said: “I am glad of every word of it.”",
        f"{LEE}, said of a visit made on Tuesday that she was “glad of every word of it”.",
        f"{LEE}, said what we all hoped for: “I am glad of every word of it.”",
        f"{LEE}, said that that night was long: “I am glad of every word of it.”",
        f"{HILL}, said staff rose at five: “I am glad of every word of it.”",
        f"{HILL}, said the next morning would be harder: “I am glad of every word of it.”",
        f"A letter has been sent to members. “I am glad of every word of it,” said {HILL}.",
    ],
)
def test_what_happened_on_another_day_dates_no_words(said_on, text):
    assert said_on(text) == ["2023-09-21"]


def test_who_goes_on_a_line_below_goes_on_there(said_on):
    text = f"{LEE}, told the Echo on Tuesday that she was “glad of every word of it”.\n\n“Ask me in a year,” she added."
    assert said_on(text) == ["2023-09-19", "2023-09-19"]


def test_who_says_something_else_now_does_not_go_on_there(said_on):
    text = f"{LEE}, told the Echo on Tuesday that she was “glad of every word of it”.\n\n“Ask me in a year,” she says."
    assert said_on(text) == ["2023-09-19", "2023-09-21"]
