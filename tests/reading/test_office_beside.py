"""The office of somebody whom one sentence names and the sentence beside it puts in office."""

import pytest

from tests.reading.said import last_said


def office(text):
    made = last_said(text)
    return made.speaker, made.role


@pytest.mark.parametrize(("text", "who"), [
    ("It fell to the lead member for children to explain. Cllr Wendy Moss took a breath. “We are late,” she said.",
     ("Wendy Moss", "lead member for children")),
    ("The job of saying so fell to the deputy leader. Cllr Bo Rigg said: “It is late in the day.”",
     ("Bo Rigg", "deputy leader")),
    ("The director of adult services was out of town. Reached by telephone, Marcus Hale said: “I am glad of it.”",
     ("Marcus Hale", "director of adult services")),
    ("“We know what to do,” Cllr Jemima Dale said. The cabinet member for skills was speaking at the Town Hall.",
     ("Jemima Dale", "cabinet member for skills")),
    ("“It is a start,” said Noel Parr. The branch secretary added that it was no more.", ("Noel Parr", ("branch "
     "secretary"))),
    ("I met Sybil Thorne at the station. She leads the Labour group in the city. “Ask me next year,” she said.",
     ("Sybil Thorne", "leads the Labour group in the city")),
    ("Hattie Crane was an officer in the county and is now our director of skills. “I am proud of it,” she says.",
     ("Hattie Crane", "our director of skills")),
    ("Cllr Pru Marsh has held the children’s portfolio since 2019. “They came on coaches,” Marsh said.",
     ("Pru Marsh", "has held the children’s portfolio")),
])  # fmt: skip
def test_the_sentence_beside_gives_the_office(text, who):
    speaker, role = office(text)
    assert speaker == who[0]
    assert role is not None
    assert role.startswith(who[1])


@pytest.mark.parametrize("text", [
    "The director of adult services was out of town. Cllr Marcus Hale said: “I am glad of it.”",
    "It fell to the leader, Ann Dale, to explain. Cllr Bo Rigg took a breath. “We are late,” he said.",
    "“It is a start,” said Cllr Noel Parr. The director has since resigned.",
    "“It is a start,” said Cllr Noel Parr. The leader, Ann Dale, was speaking at the Town Hall.",
    "The leader met the families on Monday. Cllr Bo Rigg said: “We are late.”",
    ("The lead member for skills, Ann Dale, was away.\n\nIt fell to the lead member for skills to explain. Cllr "
     "Bo Rigg "
     "said: “We are late.”"),
    "Cllr Bo Rigg met Sybil Thorne. She leads the Labour group. “We are late,” said Cllr Rigg.",
])  # fmt: skip
def test_an_office_that_may_be_anothers_is_not_given(text):
    assert office(text)[1] is None


@pytest.mark.parametrize(("text", "role"), [
    ("Back in October the cabinet member, Cllr Stan Moss, said: “It is safe.”", "cabinet member"),
    ("She is the director of services. Ann Dale, the director of services, a tall woman with a dog, said: “Good.”",
     "director of services"),
    ("“It hurts,” shrugged director of services Olive Tarn. “It is late,” she said.", "director of services"),
    ("Campaigner Martha Lee-Crane, chair of the forum, said: “They rang us.”", "Campaigner, chair of the forum"),
])  # fmt: skip
def test_an_office_is_told_without_what_stands_around_it(text, role):
    assert office(text)[1] == role
