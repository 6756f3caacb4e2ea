"""Speeches in Parliament, and answers of officers in minutes: whose words a paragraph is that stands without marks."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text
from tests.reading.said import last_said

HOUSE = "House of Commons\n\nTuesday 14 June 2016\n\nWestminster Hall\n\nChildren’s Services\n\n2.30 pm\n\n"
JUDGED = "Ofsted inspected Bury Council’s children’s services in May 2015 and judged them inadequate."
ALSO = "Ofsted inspected Wigan Council’s children’s services in June 2015 and judged them good."


@pytest.fixture
def unmarked(catalogue):
    def find(text, name="debate.txt"):
        reading = read(hold_text(name, text.encode(), Sidecar()), catalogue)
        return [
            (s.speaker, s.role, s.words.of(reading.held.text)[0].split(" ")[0])
            for s in reading.statements
            if not s.in_quotation_marks
        ]

    return find


@pytest.mark.parametrize(("text", "found"), [
    (f"Ann Lee (Bury East) (Lab): I thank the House for its time.\n\n{JUDGED}\n\n2.41 pm\n\n{ALSO}",
     [("Ann Lee", "Member for Bury East", "Ofsted"), ("Ann Lee", "Member for Bury East", "Ofsted")]),
    (f"Ann Lee (Bury East) (Lab)\n\nI thank the House for its time today.\n\n{JUDGED}",
     [("Ann Lee", "Member for Bury East", "Ofsted")]),
    (f"Ann Lee (Bury East) (Lab): I give way.\n\nThe Minister for Children (Bo Rigg)\n\nIn short, {JUDGED}",
     [("Bo Rigg", "Minister for Children", "In")]),
    (f"Baroness Moss: My Lords, I am brief.\n\n{JUDGED}", [("Baroness Moss", None, "Ofsted")]),
    (f"The Parliamentary Under-Secretary of State (Baroness Moss): My Lords, I am brief.\n\n{JUDGED}",
     [("Baroness Moss", "Parliamentary Under-Secretary of State", "Ofsted")]),
    (f"Ann Lee (Bury East) (Lab): I give way.\n\nMr Bo Rigg (in the Chair): Order.\n\n{JUDGED}", []),
    (f"Ann Lee (Bury East) (Lab): I give way.\n\nSeveral hon. Members rose—\n\n{JUDGED}", []),
    (f"Ann Lee (Bury East) (Lab): I thank the House.\n\nQuestion put and agreed to.\n\n{JUDGED}", []),
    (f"Ann Lee (Bury East) (Lab): To ask the Secretary of State what she makes of it.\n\n{JUDGED}", []),
])  # fmt: skip
def test_a_turn_goes_on_until_another_begins(text, found, unmarked):
    assert unmarked(HOUSE + text) == found


HEAD = "WIGAN COUNCIL\n\nMinutes of the meeting of the Scrutiny Committee held on 16 June 2016\n\n"
COLUMNS = (
    "PRESENT             Councillors Kath Moss (Chairman), Peter Rigg, Ruth Dale (Vice Chairman)\n\n"
    "LEAD MEMBERS        Councillor Nick Hale (Children and Families)\n\n"
    "CHIEF OFFICER       Stuart Penn, Director of Children’s Services\n\n"
    "OTHER OFFICERS      Fay Lund, Assistant Director (Learning)\n"
    "                    Doug Parr, Head of Quality\n\n"
)
ITEM = f"4.   OFSTED INSPECTION\n\n4.1  The Committee had the report. {ALSO}\n\n"


@pytest.mark.parametrize(("text", "found"), [
    ("4.2  The Director cautioned that the frameworks of the two years were not the same.",
     [("Stuart Penn", "Director of Children’s Services", "the")]),
    ("4.2  Councillor Rigg asked why. Mr Parr said that he would rather be sure of good than hope for more.",
     [("Doug Parr", "Head of Quality", "he")]),
    ("4.2  In response, it was stated by the Head of Quality that the point on the records of visits was accepted.",
     [("Doug Parr", "Head of Quality", "the")]),
    ("4.2  The Lead Member for Children and Families emphasised that the staff had stayed the whole time.",
     [("Nick Hale", "Lead Member for Children and Families", "the")]),
    ("4.2  The Director said that it had been.", []),
    ("4.2  The Director said that two schools in the north of the borough had closed since.", []),
    ("4.2  Councillor Rigg said that he had sat on this Committee for eleven long years.", []),
    ("5.   ROADS\n\n5.1  The Director said that the work in Station Road would be done by March.", []),
])  # fmt: skip
def test_what_officers_answer_under_an_item_about_an_inspection(text, found, unmarked):
    assert unmarked(HEAD + COLUMNS + ITEM + text, "minutes.txt") == found


@pytest.mark.parametrize(("present", "role"), [
    ("Present: Councillor Ada Finch (Chair), Councillor Noel Rigg, Martin Dale (Director of Skills)", None),
    ("In attendance\nMrs Noel Rigg   Corporate Director, Adults\nMiss F Sale   Democratic Officer",
     "Corporate Director, Adults"),
])  # fmt: skip
def test_those_present_have_their_own_offices(present, role):
    made = last_said(f"{HEAD}{present}\n\n1  Apologies\n\nNoel Rigg said: “It is late in the day.”")
    assert made.role == role
