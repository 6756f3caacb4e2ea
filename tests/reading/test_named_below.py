"""Who said it, told below a quotation, in brackets behind it, or by the question that it answers."""

import pytest

from tests.reading.said import last_said, said

NEWS = "Ofsted inspected the council’s services in May.\n\n"


@pytest.mark.parametrize(("text", "who"), [
    ("“The worst is over.” (Cllr Alwyn Pett, leader of the council, 3 October 2016)", ("person", "Alwyn Pett")),
    ("“The worst is over.” (Dr Ida Moss, chair, press statement, 24 January)", ("person", "Ida Moss")),
    ("“We never rang again.” (Carer B)", ("person", None)),
    ("“Children wait too long.” (Ofsted report, March 2016)", ("report", None)),
    ("“Children wait too long.” (June 2017)", ("report", None)),
    ("“Children wait too long.” (Bury Gazette, 2016)", ("unstated", None)),
    ("“Children wait too long.” (the survey by the union, 2016)", ("unstated", None)),
])  # fmt: skip
def test_what_stands_in_brackets_behind_it(text, who):
    made = last_said(NEWS + text)
    assert (made.kind, made.speaker) == who


@pytest.mark.parametrize(("text", "who"), [
    (("WHAT THEY SAY\n\n“I would do it again.”\n\nLearner, City College\n\n“It is a good day.”\n\nCllr Ola "
     "Marsh, Cabinet "
     "Member for Skills"), [("person", None), ("person", "Ola Marsh")]),
    ("WHAT THEY SAY\n\n“The tutors plan with care.”\n\nOfsted report\n\n“It is a good day.”\n\nDr Ola Marsh, director",
     [("report", None), ("person", "Ola Marsh")]),
    ("WHAT THEY SAY\n\nDr Ola Marsh, director\n\n“It is a good day.”\n\nMr Bo Rigg, chair\n\n“So it is.”\n\nThe end.",
     [("person", "Ola Marsh"), ("person", "Bo Rigg")]),
    ("“It is a good day.”\n\nDr Ola Marsh, director, was away.", [("unstated", None)]),
    ("“It is a good day.”\n\nA park, a bench and a view", [("unstated", None)]),
])  # fmt: skip
def test_a_line_below_names_whoever_said_it(text, who):
    assert [(made.kind, made.speaker) for made in said(NEWS + text)] == who


@pytest.mark.parametrize(("text", "who"), [
    ("The director, Hal Moss, was asked what came next. His answer? “More of the same.”", "Hal Moss"),
    ("“We knew,” said the chair, Ida Parr. And her verdict on the report? “It reads like us.”", "Ida Parr"),
    ("“You saw it coming,” said the branch secretary, Norma Dale. What did she mean? “It was slow.”", "Norma Dale"),
    ("The director, Hal Moss, sat down. Would he do it again? “I would.”", "Hal Moss"),
    ("Asked whether he would go, the cabinet member, Ezra Lund, laughed. Asked again, he stopped: “I have said so.”",
     "Ezra Lund"),
    ("Asked the same, the director, Hattie Lund, did not laugh at all. “That is for others.”", "Hattie Lund"),
    ("The director, Hal Moss, sat down. Was the council ready? “It was not.”", None),
    ("The director, Hal Moss, sat down. Would he do it again? “I would,” said a voice at the back.", None),
    ("The director, Hal Moss, sat down. What does “it is late” mean?", None),
])  # fmt: skip
def test_a_question_is_answered_by_whom_it_asks(text, who):
    assert last_said(NEWS + text).speaker == who


@pytest.mark.parametrize(("text", "who"), [
    ("“It came from them. They turned up.” That’s Imogen Falk, the council’s director, who came to see us.",
     ("person", "Imogen Falk")),
    ("“A fair cop”: that was how Gerald Rimm, managing director, summed it up.", ("person", "Gerald Rimm")),
    ("The group was not won over; “a mark that gets you sent home”, in the phrase of its leader, Lewis Crane.",
     ("person", "Lewis Crane")),
    ("A source at the council said morale was “on the floor and digging”.", ("person", None)),
    ("A spokesman would say only that it “accepts the report in full”.", ("person", None)),
    ("The cabinet member, Cllr Tam Hay, had read the report “until the print came off”.", ("person", "Tam Hay")),
    ("The cabinet member, Cllr Tam Hay, read from the report: “Children wait too long.”", ("report", None)),
    ("The director, Jo Lund, remembers a line of its letter by heart: “Staff no longer wait; they ring.”",
     ("report", None)),
    ("These are the inspectors’ words, not ours:\n\n“Managers said that all was well. It was not.”", ("report", None)),
])  # fmt: skip
def test_other_ways_of_saying_who(text, who):
    made = last_said(NEWS + text)
    assert (made.kind, made.speaker) == who
