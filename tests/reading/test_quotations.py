"""Quotations as they are really printed."""

import pytest

from inspections.reading.quotations import quotations
from inspections.reading.segments import segment
from inspections.text import legible


def quoted(text):
    legible_text = legible(text)
    body = [s for s in segment(legible_text) if not s.furniture]
    return [[span.of(text) for span in q.spans] for q in quotations(legible_text, body) if q.inside is None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “We know this, and we accept it.”", [["We know this, and we accept it."]]),
        ('He said: "We know this, and we accept it."', [["We know this, and we accept it."]]),
        ("He said: 'We know this, and we accept it.'", [["We know this, and we accept it."]]),
        ("He said: ‘We know this, and we accept it.’", [["We know this, and we accept it."]]),
        ("The report says «names are in the minutes» and more.", [["names are in the minutes"]]),
        ("Ofsted said ”Managers have not done it in time” again.", [["Managers have not done it in time"]]),
        ('It said “leaders are honest with staff" in the letter.', [["leaders are honest with staff"]]),
        ("It added: ‘‘Managers’ oversight is good.’’", [["Managers’ oversight is good."]]),
        ("The staff’s work and the councils' plans don't count.", []),
        ("It found “learners [are] not ready … for work” there.", [["learners [are] not ready … for work"]]),
        (
            "It said “leaders know their service” and “staff are proud of it” too.",
            [["leaders know their service"], ["staff are proud of it"]],
        ),
        (
            "He said: “She told me ‘I was heard at last’ and smiled.”",
            [["She told me ‘I was heard at last’ and smiled."]],
        ),
        (
            "She said: “The first paragraph ends here.\n\n“The second ends the quotation.”\n\nAnd so on.",
            [["The first paragraph ends here.", "The second ends the quotation."]],
        ),
        (
            "She said: “The first paragraph ends here.\n\n“The second is the last of a text cut off",
            [["The first paragraph ends here.", "The second is the last of a text cut off"]],
        ),
        (
            "She said: “The first paragraph ends here.\n\n“The second is never closed.\n\nIt will report back.",
            [["The first paragraph ends here.", "The second is never closed."]],
        ),
    ],
)
def test_the_words_between_marks(text, expected):
    assert quoted(text) == expected


def test_windows_line_ends_change_nothing():
    text = "She said: “The first paragraph ends here.\n\n“The second ends the quotation.”"
    assert quoted(text.replace("\n", "\r\n")) == quoted(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said: “ We are glad of it. ” She left.", " We are glad of it. "),
        ("She said: *“We are glad of it.”* She left.", "We are glad of it."),
        ("It is a crisis,“ she said. “We are glad of it.”", "We are glad of it."),
    ],
)
def test_marks_may_stand_off_their_words(text, words):
    assert quoted(text) == [[words]]
