"""On which day a page says that words were said; its own day, derived, where it says nothing of it."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

PAGE = (
    "The Anytown Echo\nBy Jo Writer, Local Democracy Reporter\nPublished Thursday 21 September 2023\n\n"
    "Ofsted inspected Stockport Council’s children’s services in May 2023 and judged them good.\n\n{}"
)
LEE = "Cllr Ann Lee, the leader of Stockport Council"


@pytest.fixture
def said_on(catalogue):
    def find(text):
        reading = read(hold_text("story.txt", PAGE.format(text).encode(), Sidecar()), catalogue)
        return [s.said.edtf if s.said else None for s in reading.statements if s.in_quotation_marks]

    return find


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{LEE}, said yesterday: “We are glad of every word of it.”", "2023-09-20"),
        (f"“We are glad of every word of it,” {LEE}, said yesterday.", "2023-09-20"),
        (f"{LEE}, told the full council last night: “We are glad of every word of it.”", "2023-09-20"),
        (f"{LEE}, told the Echo on Tuesday that it was “glad of every word of it”.", "2023-09-19"),
        (f"{LEE}, told a press conference on Monday:\n\n“We are glad of every word of it.”", "2023-09-18"),
        (f"{LEE}, told Tuesday's cabinet meeting: “We are glad of every word of it.”", "2023-09-19"),
        ("At Monday’s meeting of the council the leader, Cllr Ann Lee, said: “We are glad of it all.”", "2023-09-18"),
        (f"{LEE}, told our July conference: “We are glad of every word of it.”", "2023-07"),
        (f"In a statement of 3 July 2023 {LEE}, said: “We are glad of every word of it.”", "2023-07-03"),
        (f"{LEE}, said: “We are glad of every word of it.”", "2023-09-21"),
        (f"{LEE}, said of the report that came out yesterday: “We are glad of every word of it.”", "2023-09-21"),
        (f"{LEE}, said yesterday’s report left her “glad of every word of it”.", "2023-09-21"),
    ],
)
def test_words_carry_the_day_told_beside_them(said_on, text, day):
    assert said_on(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEE}, told staff on the day the report arrived: “We are glad of every word of it.”",
        f"{LEE}, told Thursday’s cabinet meeting: “We are glad of every word of it.”",
        f"{LEE}, once said: “We are glad of every word of it.”",
    ],
)
def test_words_of_another_day_that_nobody_can_tell_carry_none(said_on, text):
    assert said_on(text) == [None]


@pytest.mark.parametrize(
    "term",
    [
        "Their letter asks that ‘later life’ letters reach children before they move.",
        "The letter looked at work in the ‘front door’, with partners.",
        "You will have had a leaflet. It calls the service “a disgrace to the whole town”.",
    ],
)
def test_a_thing_named_in_marks_and_a_leaflet_s_words_are_nobody_s_statement(said_on, term):
    assert said_on(term) == []


def test_a_line_that_another_line_of_speech_follows_is_read(said_on):
    assert said_on('Inspector "drift and delay".\n"It is no pleasure to read," said the chief executive, Erin Hill.')
