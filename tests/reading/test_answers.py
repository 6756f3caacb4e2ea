"""Who answered a written question, when, and with what words."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

SAID = (
    "Ofsted inspected Stockport Council’s children’s services in May 2019 and judged them to be good overall.",
    "The Department meets the council every month and will decide upon the next step in the autumn.",
)
FOOT = (
    "Grouped Questions: none\n\nAbout written questions\n"
    "Find out how written questions work and how to search for them by day."
)


def page(head, said=SAID):
    return (
        "UK Parliament\nWritten questions, answers and statements\n\nChildren: Social Services (Stockport)\n\n"
        "Question for Department for Education\n\nUIN 4417, tabled on 10 July 2019\n\nQuestion\n\n"
        "Bo Marsh (Stockport)\n\n"
        "To ask the Secretary of State for Education, what steps she is taking in Stockport.\n\n"
        + head
        + "\n\n"
        + "\n\n".join(said)
        + "\n\n"
        + FOOT
    )


@pytest.fixture
def answers(catalogue):
    def find(text):
        reading = read(hold_text("answer.txt", text.encode(), Sidecar()), catalogue)
        return [s for s in reading.statements if not s.in_quotation_marks], text

    return find


@pytest.mark.parametrize(
    ("head", "speaker", "role"),
    [
        (
            "Answer\n\nAnn Lee\nParliamentary Under-Secretary (Department for Education)\n\nAnswered on 18 July 2019",
            "Ann Lee",
            "Parliamentary Under-Secretary",
        ),
        (
            "Answer\n\nAnn Lee\nThe Minister of State, Department for Education\nAnswered on\n18 July 2019",
            "Ann Lee",
            "Minister of State",
        ),
        (
            "Baroness Lee\nThe Minister of State, Department for Education\nAnswered on 18 July 2019",
            "Baroness Lee",
            "Minister of State",
        ),
        (
            "Answered on 18 July 2019\n\nAnswer\nAnn Lee, Minister of State for Vulnerable Children and Families",
            "Ann Lee",
            "Minister of State for Vulnerable Children and Families",
        ),
        (
            "Answer\n\nMrs Ann Lee MP\nMinister of State\n\nAnswered on 18 July 2019",
            "Ann Lee",
            "Minister of State",
        ),
    ],
)
def test_the_minister_and_the_whole_answer(head, speaker, role, answers):
    (said,), text = answers(page(head))
    assert (said.attributed_to, said.speaker, said.role) == ("person", speaker, role)
    assert said.organisation == "Department for Education"
    assert said.words.of(text) == SAID
    assert said.said.edtf == "2019-07-18"
    assert len(said.about) == 1


@pytest.mark.parametrize(
    "head",
    [
        "Answer\n\nAnswered on 18 July 2019",  # nobody is told
        "Answer\n\nAnn Lee\n\nCorrected on 18 July 2019",  # nor an office, nor that she answered
        "Answer\n\nMinister of State\n\nAnswered on 18 July 2019",  # nor a name
        "Answer\n\nOfsted North West\nMinister of State\n\nAnswered on 18 July 2019",  # no name of a person
    ],
)
def test_nobody_is_guessed(head, answers):
    said, _ = answers(page(head))
    assert said == []


@pytest.mark.parametrize("name", ["Ann Lee", "Ann Lee MP", "Ann Lee (Northtown)"])
def test_who_is_named_right_above_the_day_of_the_answer_gave_it(name, answers):
    (said,), text = answers(page(f"Answer\n\n{name}\n\nAnswered on 18 July 2019"))
    assert (said.speaker, said.role, said.words.of(text)) == ("Ann Lee", None, SAID)


def test_an_answer_signed_below(answers):
    (said,), text = answers(page("", (*SAID, "Answered by: Ann Lee (Minister of State)")))
    assert (said.speaker, said.role, said.words.of(text)) == ("Ann Lee", "Minister of State", SAID)


def test_two_questions_on_a_page_have_no_one_answer(answers):
    head = "Answer\n\nAnn Lee\nMinister of State\n\nAnswered on 18 July 2019"
    other = page(head).replace("what steps she is taking", "what plans she has").replace("UIN 4417", "UIN 4418")
    said, _ = answers(page(head) + "\n\n" + other)
    assert said == []
