"""Who "I" is, in a council's debate, a letter to a paper or an article; and what is said in such a debate."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text
from tests.reading.said import last_said

CHAMBER = (
    "BURY COUNCIL\n\nReport of proceedings\n\nMeeting of the Council, Thursday 26 September 2019\n\n"
    "Councillor Ann Moss (Elton): I beg to move the motion in my name.\n\n"
    "Ofsted inspected Bury Council’s children’s services in May 2019 and judged them inadequate.\n\n"
    "The Mayor: Order.\n\nCouncillor Cy Dunn (Tottington): I second it, and I reserve my right.\n\n"
    "Councillor Bo Rigg (Holyrood), Cabinet Member for Children: I have held this post for five months now.\n\n"
)
SAID = "I wrote to each of them that night. If I may, this is what I said: “The word is ours, and it is not yours.”"


@pytest.mark.parametrize(("text", "who"), [
    (f"{CHAMBER}{SAID}", ("Bo Rigg", "Cabinet Member for Children")),
    (f"{CHAMBER}Councillor Moss: {SAID}", ("Ann Moss", "Councillor")),
    (f"{CHAMBER}The Chairman: {SAID}", (None, None)),
    (f"{CHAMBER}THE VOTE\n\n{SAID}", (None, None)),
    (f"Councillor Ann Moss: “We are late.”\n\n{SAID}", (None, None)),
    (f"SIR – As one who was there I must write.\n\n{SAID}\n\nYours\n\nDr Ida Hale, Director of Skills",
     ("Ida Hale", "Director of Skills")),
    (f"SIR – As one who was there I must write.\n\n{SAID}\n\n(Councillor) Ida Hale\n\nMill Lane", ("Ida Hale", None)),
    (f"SIR – As one who was there I must write.\n\n{SAID}\n\nA. Gorse\n\nQuarry Bank", (None, None)),
    (f"A word on the report\n\nBy Lucian Hope, Strategic Director of Skills\n\n{SAID}",
     ("Lucian Hope", "Strategic Director of Skills")),
    (f"A word on the report\n\nBy Lucian Hope, political editor\n\n{SAID}", (None, None)),
    (f"A word on the report\n\nBy Lucian Hope\n\n{SAID}", (None, None)),
])  # fmt: skip
def test_whoever_speaks_signs_or_writes_is_meant(text, who):
    made = last_said(text)
    assert (made.speaker, made.role) == who


@pytest.mark.parametrize(("text", "found"), [
    ("", [("Ann Moss", "Councillor", None)]),
    ("In May 2019 Ofsted judged Bury Council’s children’s services inadequate, and I am sorry for it.",
     [("Ann Moss", "Councillor", None),
      ("Bo Rigg", "Cabinet Member for Children", "Bury Metropolitan Borough Council")]),
    ("The Mayor: In May 2019 Ofsted judged Bury Council’s children’s services inadequate.",
     [("Ann Moss", "Councillor", None)]),
])  # fmt: skip
def test_a_councils_debate_is_told_turn_by_turn(text, found, catalogue):
    debate = f"{CHAMBER}{text}\n\nCouncillor Moss: I ask for a recorded vote on this motion.\n"
    reading = read(hold_text("debate.txt", debate.encode(), Sidecar()), catalogue)
    assert [(s.speaker, s.role, s.organisation) for s in reading.statements if not s.in_quotation_marks] == found
    assert {s.said.edtf for s in reading.statements if s.said is not None} == {"2019-09-26"}
