"""Words that somebody only reads out, points to, sends on or speaks for: whose they are."""

import pytest

from tests.reading.said import last_said

LETTER = "Ofsted wrote to Kent on 4 May 2021, and the letter has been published.\n\n"
SHOWN = [
    "Councillor Ann Lee asked leave to read one paragraph of it aloud: “Children wait, and nobody says for how long.”",
    "The Portfolio Holder, Cllr Bo Marsh, drew attention to a sentence on page nine: “Children wait too long.”",
    "There is one line that every minister should have framed: “Children wait, and nobody says for how long.”",
    "Ms Day had underlined a passage. It was about the telephone: “Children wait, and nobody says for how long.”",
    "Three bits to stick on the fridge:\n\n“Children wait, and nobody says for how long.”",
    "I will read members two sentences and then sit down: “Children wait. Nobody says for how long.”",
    "Dr Ann Lee read out the paragraph concerned: “Children wait, and nobody says for how long.”",
    "The passage was the one which said that children “wait, and nobody says for how long”.",
]
NOT_SHOWN = [
    ("Councillor Ann Lee had a line ready for the press: “We have waited long enough for this.”", "person", "Ann Lee"),
    ("The director, Bo Marsh, read out a line of a poem: “They moved me like a parcel in the rain.”", "unstated", None),
    ("Cllr Ann Lee read out a sentence from the minister's speech: “No child shall wait for help.”", "unstated", None),
    ("Cllr Ann Lee read one paragraph. “That is the part I shall ask about,” she said.", "person", "Ann Lee"),
    ("Cllr Ann Lee read a sentence and said: “That is the part I shall ask about.”", "person", "Ann Lee"),
    ("Cllr Ann Lee, who had printed a paragraph of it, told us: “I shall ask about that.”", "person", "Ann Lee"),
]


@pytest.mark.parametrize("text", SHOWN)
def test_words_that_are_only_shown_are_the_reports(text):
    assert last_said(LETTER + text).kind == "report"


@pytest.mark.parametrize(("text", "kind", "speaker"), NOT_SHOWN)
def test_words_of_something_else_are_not_the_reports(text, kind, speaker):
    made = last_said(LETTER + text)
    assert (made.kind, made.speaker) == (kind, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Ann Lee read out one paragraph: “They moved me like a parcel in the rain.”",
        "The mayor turned to a passage he had marked: “They moved me like a parcel in the rain.”",
    ],
)
def test_what_is_shown_where_no_report_is_told_of_is_nobodys(text):
    assert last_said(text).kind == "unstated"


@pytest.mark.parametrize(("text", "kind", "speaker"), [
    ("Cllr Ann Lee, the mayor, has sent a card. It reads: “Well done, and now go home.”", "person", "Ann Lee"),
    ("From Cllr Ann Lee, the mayor, there came a note. It said: “Well done, and now go home.”", "person", "Ann Lee"),
    ("Union rep Sgt Bo Marsh sent us a line. Here it is: “Well done, and now go home.”", "person", "Bo Marsh"),
    ("The mayor's card is on the wall. It reads: “Well done, and now go home.”", "unstated", None),
    ("Our letter was from Ofsted. It reads: “Children are seen often and known well.”", "report", None),
])  # fmt: skip
def test_what_somebody_sent_is_theirs(text, kind, speaker):
    made = last_said(LETTER + text)
    assert (made.kind, made.speaker) == (kind, speaker)


@pytest.mark.parametrize(("text", "kind"), [
    ("The town's two MPs have written a letter, in which they say that “families are worn out”.", "person"),
    ("Two parents from Deal wrote to us. In their letter they say “we have stopped opening the post”.", "person"),
    ("Inspectors have written a letter, in which they say that “families are worn out by it”.", "report"),
    ("A carer from Deal, who asked us not to name her, said that the grade was deserved, “but only just”.", "person"),
    ("The Chief Inspector wrote to my predecessor: “Fewer inspections must be earned.”", "person"),
    ("The lead inspector's letter adds: “Fewer children now wait for a social worker.”", "report"),
    ("The chief constable's office, asked if that was so, replied that “the force notes it”.", "organisation"),
    ("The mayor's office said “the mayor is abroad this week”.", "organisation"),
    ("The woman from the mayor's office said: “He is abroad this week.”", "person"),
])  # fmt: skip
def test_who_writes_and_who_speaks(text, kind):
    assert last_said(LETTER + text).kind == kind


@pytest.mark.parametrize(("text", "speaker", "role"), [
    ("Cllr Ann Lee was glad. The director, she says, shook her hand and told her, “You did it.”", None, "director"),
    ("Cllr Ann Lee was glad. The grade, she said, was “the reward of a long patience”.", "Ann Lee", None),
])  # fmt: skip
def test_an_aside_says_who_tells_and_not_who_spoke(text, speaker, role):
    made = last_said(LETTER + text)
    assert (made.speaker, made.role) == (speaker, role)
