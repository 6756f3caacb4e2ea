"""Whose words those of a letter are: its writer's, never an inspectorate's for that it is called "the letter"."""

import pytest

from tests.reading.said import last_said

INSPECTED = "Ofsted inspected Bury’s children’s services in May and wrote to the council.\n\n"


def whose(text):
    made = last_said(INSPECTED + text)
    return made.kind, made.speaker


@pytest.mark.parametrize("text", [
    ("Joan Petty has fostered for thirty years. In August she wrote to the leader. She has a copy. “Nobody has rung us "
     "since Easter,” the letter says."),
    ("The Member said that the letter she valued most had not come from Ofsted. It was from a woman of 30 who had left "
     "care, and Councillor Dale read a part of it to the Panel: “You kept my room for me, and I thank you.”"),
    ("Councillor Mrs Bligh said that she had had a letter from a retired nurse in her ward, and quoted from it: "
     "‘We rang "
     "and we rang until we stopped.’"),
    ("A learner at the Whitby centre, Milena, wrote to us after the visit. “I was asked what I can do,” her "
    "letter said."),
    ("My neighbour e-mailed the director about it last week. She showed me. “We are all of us tired of waiting,” it "
     "says."),
])  # fmt: skip
def test_a_letter_is_of_the_person_who_wrote_it(text):
    assert whose(text) == ("person", None)


@pytest.mark.parametrize(("text", "speaker"), [
    (("The letter hangs in the kitchen. It is addressed to every member of staff. “You will read much about us "
     "today,” it "
     "begins. It is signed by the then director, Alwyn Moss."), "Alwyn Moss"),
    (("The chief executive, Dr Una Penn, wrote to every foster carer on Friday. “I have read it twice,” the "
     "letter says."),
     "Una Penn"),
])  # fmt: skip
def test_a_letter_is_of_whoever_is_told_to_have_written_or_signed_it(text, speaker):
    assert whose(text) == ("person", speaker)


@pytest.mark.parametrize("text", [
    "The letter was published on Monday. “Children wait too long for help,” it says.",
    "Inspectors wrote to the director in June. “Children wait too long for help,” the letter says.",
    "The letter from that visit came in June. It says that “children no longer wait too long for help”.",
    "Ofsted’s letter to the council is three pages long. “Children wait too long for help,” the letter says.",
    ("Councillor Dale had read the letter from the October visit and pointed to one passage in it: “Staff now "
     "stay, and "
     "children notice.”"),
])  # fmt: skip
def test_a_letter_of_the_inspectors_is_a_report(text):
    assert whose(text)[0] == "report"
