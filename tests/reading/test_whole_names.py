"""The whole name of somebody called by a last name, where the page has it."""

import pytest

from inspections.reading.document import Document
from inspections.reading.facts import Held
from inspections.reading.speakers.whole_names import whole_name
from tests.reading.said import last_said

WORDS = " said: “We have read every page of it twice.”"


@pytest.mark.parametrize(("told", "called", "name"), [
    ("Present: Councillors Ann Lee (Chairman), Robert Ardley and Mo Hill.", "Councillor Ardley", "Robert Ardley"),
    ("Portfolio: Children (Councillor Daphne Marl).", "Councillor Marl", "Daphne Marl"),
    ("The board has a chair, Dr Everard Lingard-Bell.", "Dr Lingard-Bell", "Everard Lingard-Bell"),
    ("The Chief Inspector, Dame Rosamund Asker, came.", "Dame Rosamund", "Rosamund Asker"),
    ("The Chief Inspector, Sir Crispin Ude, came.", "Sir Crispin", "Crispin Ude"),
    ("Present: Mr L Himley (Chairman), Mrs V Royle.", "Councillor Himley", "L Himley"),
    ("Present: Cllr V Royle. Councillor Vera Royle took the chair.", "Councillor Royle", "Vera Royle"),
    ("Nobody else was there.", "Councillor Ardley", "Ardley"),
    ("The meeting was held at Robert Ardley School.", "Councillor Ardley", "Ardley"),
    ("Present: Mrs Doreen Ardley.", "Sir Ardley", "Ardley"),
])  # fmt: skip
def test_the_one_person_of_that_name(told, called, name):
    assert last_said(f"{told}\n\n{called}{WORDS}").speaker == name


@pytest.mark.parametrize(("told", "called", "name"), [
    ("Anne Drew leads the council. Peter Drew leads the opposition.", "Councillor Drew", None),
    ("Anne Drew leads the council. Peter Drew leads the opposition.", "Mrs Drew", "Anne Drew"),
    ("Anne Drew leads the council. " + "It rained all day in the town. " * 40 + "\n\nCllr Peter Drew spoke.",
     "Councillor Drew", "Peter Drew"),
])  # fmt: skip
def test_of_two_of_that_name_nobody_is_taken_unless_the_lines_before_tell(told, called, name):
    text = f"{told}\n\n{called}{WORDS}"
    document = Document(Held(name="x.txt", media_type="text/plain", sha256="", text=text))
    assert whole_name(document, called.split()[-1], called, text.index("“")) == name


@pytest.mark.parametrize(("text", "speaker"), [
    ("Cllr Alasdair Roe leads the council.\n\n“It is late,” she said.", None),
    ("Cllr Philippa Amble leads the council.\n\n“It is late for a change of mind,” she said.", "Philippa Amble"),
    ("Sir Lucian Farthing pays.\n\nLady Farthing reads. “They read the headline,” she says.", "Farthing"),
])  # fmt: skip
def test_a_first_name_tells_whom_she_cannot_be(text, speaker):
    assert last_said(text).speaker == speaker
