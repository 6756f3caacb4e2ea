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


@pytest.mark.parametrize(
    ("head", "role"),
    [
        (
            "Answer\n\nAnn Lee\nLabour\nMinister of State (Department for Education)\n\nAnswered on 18 July 2019",
            "Minister of State",
        ),
        (
            "Answer\n\nAnn Lee\nMinister of State (Skills)\nCommons\nAnswered on 18 July 2019",
            "Minister of State (Skills)",
        ),
        ("Answer\n\nAnswered by: Ann Lee\nAnswered on: 18 July 2019", None),
        (
            "Answer\n\nAnswered by Ann Lee, Minister of State (Department for Education)\n\nAnswered on 18 July 2019",
            "Minister of State",
        ),
    ],
)
def test_a_party_a_brief_or_answered_by_beside_the_name(head, role, answers):
    (said,), text = answers(page(head))
    assert (said.speaker, said.role, said.words.of(text)) == ("Ann Lee", role, SAID)


def test_who_asked_is_told_above_the_question(answers):
    head = "Answer\n\nAnn Lee\nMinister of State\n\nAnswered on 18 July 2019"
    text = page(head).replace("Bo Marsh (Stockport)", "Asked by Bo Marsh (Stockport, Labour)")
    (said,), text = answers(text)
    assert (said.speaker, said.words.of(text)) == ("Ann Lee", SAID)


HANSARD = (
    "House of Commons\n\nWritten Answers\n\n18 July 2019\n\nChildren: Social Services\n\n{}\n\n"
    "Next Section     Index     Home Page\n"
)
ASKS = "Bo Marsh (Northtown) (Lab): To ask the Secretary of State for Education what steps she is taking in {}. [20187]"
OTHER = "Of the settings on the early years register in the north, more than half were inspected in the last year."


@pytest.mark.parametrize(
    ("asked", "answered", "name", "role", "body"),
    [
        (ASKS.format("Stockport"), "Mrs Ann Lee: ", "Ann Lee", None, None),
        (
            "Baroness Hill asked Her Majesty’s Government:\n\nWhat steps they are taking in Stockport. [HL110]",
            "The Parliamentary Under-Secretary of State, Department for Education (Lord Ford): ",
            "Lord Ford",
            "Parliamentary Under-Secretary of State, Department for Education",
            "Department for Education",
        ),
    ],
)
def test_an_answer_behind_a_name_and_a_colon_is_all_of_its_paragraphs(asked, answered, name, role, body, answers):
    (said,), text = answers(HANSARD.format(f"{asked}\n\n{answered}{SAID[0]}\n\n{SAID[1]}"))
    assert (said.speaker, said.role, said.organisation) == (name, role, body)
    assert said.words.of(text) == SAID
    assert len(said.about) == 1


def test_of_two_answers_only_the_one_that_tells_of_an_inspection_is_about_it(answers):
    one = f"{ASKS.format('Stockport')}\n\nMrs Ann Lee: {SAID[0]}\n\n{SAID[1]}"
    two = f"{ASKS.format('nurseries')}\n\nMrs Ann Lee: {OTHER}"
    (said,), text = answers(HANSARD.format(f"{one}\n\nNurseries\n\n{two}"))
    assert said.words.of(text) == SAID


def test_a_question_that_two_answer_has_no_one_answer(answers):
    text = HANSARD.format(f"{ASKS.format('Stockport')}\n\nMrs Ann Lee: {SAID[1]}\n\nMr Tom Ford: {OTHER}")
    assert answers(text)[0] == []
