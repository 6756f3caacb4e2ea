"""Marks as they are really printed: where a quotation begins and ends."""

from __future__ import annotations

import pytest

from inspections.reading.document import Document
from inspections.reading.facts import Held
from inspections.reading.quotations import quotations


def document(text: str) -> Document:
    return Document(Held(name="x.txt", media_type="text/plain", sha256="", text=text))


def quoted(text: str) -> list[str]:
    held = document(text)
    return [q.words(held.text) for q in quotations(held.text, held.body)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Inspectors said: “Plans are late.” That is all.", ["Plans are late."]),
        ("Inspectors said: ”Plans are late.” That is all.", ["Plans are late."]),
        ('Inspectors said: "Plans are late.” That is all.', ["Plans are late."]),
        ("Inspectors said: «Plans are late.» That is all.", ["Plans are late."]),
        ("Inspectors said: ``Plans are late.'' That is all.", ["Plans are late."]),
        ("It was ''slow and, at times, unsafe'' in places.", ["slow and, at times, unsafe"]),
        ("They said: ‘The families’ word is kept’ to the end.", ["The families’ word is kept"]),
        ("The council's plan isn't late, and the boys' club is open.", []),
        (
            "They said: ‘One told us: ‘It was Tuesday.’ That is rare.’ So be it.",
            ["One told us: ‘It was Tuesday.’ That is rare."],
        ),
        (
            "He said: “Nobody should hide behind a “good” from long ago.” Then he left.",
            ["Nobody should hide behind a “good” from long ago."],
        ),
        (
            "She said: “We are not there yet.\n\n“We will be.”\n\nThe end of it came.",
            ["We are not there yet.\n\nWe will be."],
        ),
        (
            "She said: “We are not there yet.\n\n“We will be.\n\nThe end of it came.",
            ["We are not there yet.\n\nWe will be."],
        ),
        (
            "He said: “There is a line that says ‘they know who we are and “what we are for”’, and I read it.”",
            ["There is a line that says ‘they know who we are and “what we are for”’, and I read it."],
        ),
        (
            "He said: “Somebody said ‘try “early help”’, and I did. Now I ring.\n\n“I do.”",
            ["Somebody said ‘try “early help”’, and I did. Now I ring.\n\nI do."],
        ),
        ("It says that they “are stubborn, and children notice'.", ["are stubborn, and children notice"]),
        ("The “good rating was a long time ago and nobody there speaks of it now.", []),
    ],
)
def test_words_between_marks(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_inner_words_hang_below_the_outer_ones() -> None:
    held = document("She said: “One man told us ‘they rang when they said’ and that is rare.”")
    (found,) = quotations(held.text, held.body)
    assert [q.words(held.text) for q in found.nested] == ["they rang when they said"]


@pytest.mark.parametrize("unit", ['"', "“", "' ", "“a ", '"a b" '])
def test_nothing_but_marks_is_survived(unit: str) -> None:
    held = document(unit * (300_000 // len(unit)))
    found = quotations(held.text, held.body)
    assert all(span.end <= len(held.text) for quotation in found for span in quotation.spans)
