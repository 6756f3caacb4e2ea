"""Whose part of a page a line above it or a label at its beginning tells it to be."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text
from tests.reading.said import said

OPENING = (
    "Stockport Council\n\nPublished: 12 June 2019\n\nOfsted judged Stockport Council’s children’s services to be good "
    "after an inspection in May 2019.\n\n"
)
PAPER = (
    "The Marple Gazette\n\n12 June 2019\n\nOfsted judged Stockport Council’s children’s services to be good after an "
    "inspection in May 2019.\n\n"
)
COUNCIL = "Stockport Metropolitan Borough Council"
PROUD = "We have learned to see our children alone, and I am proud of that."


@pytest.fixture
def statements(catalogue):
    def find(page):
        reading = read(hold_text("page.txt", page.encode(), Sidecar()), catalogue)
        text = reading.held.text
        return [
            (s.speaker or s.organisation, s.role, " ".join(s.words.of(text)), s.in_quotation_marks)
            for s in reading.statements
        ]

    return find


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("Statement by Councillor Ann Lee, Cabinet Member for Children", ("Ann Lee", "Cabinet Member for Children")),
        ("Statement from Bo Marsh, Director of Children’s Services", ("Bo Marsh", "Director of Children’s Services")),
        ("Full statement from Dr Ida Moss, chief nurse", ("Ida Moss", "chief nurse")),
        ("A message from Councillor Ann Lee, leader of the council", ("Ann Lee", "leader")),
        ("Statement from the Children in Care Council", ("Children in Care Council", None)),
    ],
)
def test_a_statement_stands_below_the_line_that_names_who_makes_it(head, who, statements):
    found = statements(f"{OPENING}{head}\n\n{PROUD}\n\nThere is more to do.\n\nNotes to editors\n\nRing us.")
    assert found == [(*who, f"{PROUD} There is more to do.", False)]


@pytest.mark.parametrize(
    "head",
    [
        "Statement of accounts",
        "Statement of Councillors’ interests",
        "A message from our sponsors",
        "Response to the report",
        "Statement by a parent",
        "Comments from residents",
    ],
)
def test_a_heading_that_names_nobody_in_office_is_nobodys_statement(head, statements):
    assert statements(f"{OPENING}{head}\n\n{PROUD}") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Councillor Ann Lee, Cabinet Member for Schools\n\n“We have met them.”", ("Ann Lee", None)),
        ("Dr Bo Marsh, Chief Medical Officer, NHS Kent Integrated Care Board\n\n“Our staff did this.”",
         ("Bo Marsh", "NHS Kent Integrated Care Board")),
        ("COUNCILLOR ANN LEE, LEADER:\n\n“We have met them.”", ("Ann Lee", None)),
        ("“We have met them.”\nCllr Ann Lee, cabinet member for schools", ("Ann Lee", None)),
        ("“We have met them.”\n\nBO MARSH, DIRECTOR OF SKILLS", ("Bo Marsh", None)),
        ("Lib Dem campaigner ANN LEE says: “We have met them.”", ("Ann Lee", None)),
        ("Treasurer Yusuf Patel said: “We have met them.”", ("Yusuf Patel", None)),
        ("Questions go to the lead member, Cllr Ann Lee, who answered in writing:\n\n“It is.”", ("Ann Lee", None)),
        ("Councillor Ann Lee, Cabinet Member for Schools\n\nA mother said: “We have met them.”", (None, None)),
        ("Councillor Ann Lee, Cabinet Member for Schools\n\nWhat happens next\n\n“We have met them.”", (None, None)),
        ("Ann Lee, a mother of two\n\n“We have met them.”", (None, None)),
        ("SEND SERVICES, SCHOOLS AND SKILLS\n\n“We have met them.”", (None, None)),
        ("“We have met them.”\nOrder your copy, free", (None, None)),
        ("“We have met them.”\n\nCllr Ann Lee, Leader of the Council\n\n“It is fair.”\n\nThe end.", (None, None)),
    ],
)  # fmt: skip
def test_a_quotation_below_a_name_and_an_office_is_theirs(text, who):
    made = said(text)[0]
    assert (made.speaker, made.organisation) == who


def test_an_office_is_not_all_that_stands_before_it():
    (made,) = said("In the meantime questions go to the lead member, Cllr Ann Lee, who said: “We are glad.”")
    assert made.role == "lead member"


FIRST_TWO = "Q: Was the grade right?\n\nA: No, not so.\n\nQ: Was the report right?\n\nA: It was, and we said so."
ASKED = "We spoke to Ann Lee, director of children’s services at Stockport Council.\n\n"


@pytest.mark.parametrize(
    "turns",
    [
        "Q: Were you surprised by the grade?\n\nA: {0}\n\nQ: What did inspectors see?\n\nA: {1}",
        "Q. Were you surprised by the grade?\n\nA. {0}\n\nQ. What did inspectors see?\n\nA. {1}",
        "MG: Were you surprised by the grade?\n\nAL: {0}\n\nMG: What did inspectors see?\n\nAL: {1}",
        "Gazette: Did the grade surprise you?\n\nAnn Lee: {0}\n\nGazette: What did inspectors see?\n\nAnn Lee: {1}",
        "GAZETTE: Were you surprised by the grade?\n\nLEE: {0}\n\nGAZETTE: What did inspectors see?\n\nLEE: {1}",
    ],
)
def test_the_answers_of_an_interview_are_of_whom_the_labels_name(turns, statements):
    answers = "No, and I told them so in May.", "They saw a service that works for children."
    role = "director of children’s services"
    found = statements(PAPER + ASKED + turns.format(*answers))
    assert found == [("Ann Lee", role, answer, False) for answer in answers]


def test_the_answers_to_printed_questions_are_of_the_one_who_is_asked(statements):
    page = "Were you surprised by the grade?\n\n“{0}”\n\nWhat did inspectors tell you?\n\n“{1}”"
    answers = "No, and I told them so in May.", "They saw a service that works for children."
    found = statements(PAPER + ASKED + page.format(*answers))
    assert found == [("Ann Lee", "director of children’s services", answer, True) for answer in answers]


@pytest.mark.parametrize(
    "page",
    [
        "Q: Were you surprised by the grade?\n\nA: No, and I told them so.\n\nQ: What next?\n\nA: We shall see.",
        ASKED + "Q: Were you surprised by the grade?\n\nA: No, and I told them so in May.",
        "Ann Lee, leader of Stockport Council, was at the hustings.\n\n" + FIRST_TWO,
        "We spoke to Ann Lee, director at Stockport Council, and Bo Marsh, its leader.\n\n" + FIRST_TWO,
        ASKED + FIRST_TWO.replace("Q:", "Monday:").replace("A:", "Tuesday:"),
        ASKED + "Q: What do you eat?\n\nA: Toast, and now and then an egg.\n\nQ: And drink?\n\nA: Tea, as a rule.",
    ],
)  # fmt: skip
def test_answers_that_nobody_in_office_gives_or_that_tell_of_something_else_are_left_out(page, statements):
    assert statements(PAPER + page) == []


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("Councillor Ann Lee, Cabinet Member for Children, has made the following statement:", ("Ann Lee", False)),
        ("The leader of the council, Ann Lee, said:", ("Ann Lee", False)),
        ("Questions go to the lead member, Cllr Ann Lee, who answered ours in writing:", ("Ann Lee", False)),
        ("A spokesperson for Stockport Council said:", (COUNCIL, False)),
        ("A mother of two said:", None),
        ("The leader of the council, Ann Lee, wrote to the minister and his reply said:", None),
        ("The report says:", None),
        ("Here is what happens next:", None),
        ("Councillor Ann Lee, Cabinet Member for Children, will be asked to agree the following:", None),
    ],
)
def test_the_paragraph_without_marks_below_who_said_it_is_theirs(lead, who, statements):
    found = statements(f"{OPENING}{lead}\n\n{PROUD}\n\nThe plan will be published in September.")
    assert [(name if name != "Stockport Council" else COUNCIL, marked) for name, _, _, marked in found] == (
        [who] if who else []
    )


@pytest.mark.parametrize(
    "below",
    ["The plan will be published in September.", "“Good is good.”", "• a plan\n\n• a budget", "A plan, our budget"],
)
def test_what_is_no_words_of_somebody_is_not_theirs(below, statements):
    assert not [s for s in statements(f"{OPENING}The leader of the council, Ann Lee, said:\n\n{below}") if not s[3]]
