"""Whose words stand beside sentences that tell of one person, and whose "a spokesman" and "the councillor" are."""

import pytest

from tests.reading.said import last_said, said


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Then there was Cllr Ann Lee, the leader of the group. It is from her e-mail of 20 March:\n\n“I am glad.”",
         "Ann Lee"),
        ("The director, Bo Marsh, has gone. We found it in his letter to staff:\n\n“I am sorry to leave you.”",
         "Bo Marsh"),
        ("Dr Ida Moss, the director of services, began in May. We asked her for a word and got one: “I am glad.”",
         "Ida Moss"),
        ("Then Cllr Ann Lee, the executive member for skills, who is nobody’s fool: “I rang a school.”", "Ann Lee"),
        ("The lead member is Cllr Bo Marsh. He had clearly not slept:\n\n“I shall be brief.”", "Bo Marsh"),
        ("Questions go to the lead member, Cllr Ann Lee. On the verdict she is briefer: “It was too fast.”",
         "Ann Lee"),
        ("I asked our director, Bo Marsh, about the girl. He does not hide.\n\n“I know who she is.”", "Bo Marsh"),
        ("Cllr Ann Lee, the leader, was asked how it was done. She is not to be hurried.\n\n“I will tell you.”",
         "Ann Lee"),
        ("Bo Day, regional officer of the GMB, says that nine told them so. Was that in the report? “I have it here.”",
         "Bo Day"),
        ("Opposition leader Viv Hart was not amused. “It is drift,” the Tory group leader said.", "Viv Hart"),
        ("Councillor Penn rang it on a Sunday. “Nobody came,” the councillor reported.", "Penn"),
        ("It rains on Mill Road and Ann Lee, chief executive of Bury Council, has a chart.\n\n“It is old,” says Lee.",
         "Ann Lee"),
        ("Not a great deal, according to Professor Bo Marsh, of the University of Kent. “It is a word,” he said.",
         "Bo Marsh"),
        ("Kit Raven, our candidate for Hale Barns, is retired. She says: “I knocked on doors.”", "Kit Raven"),
        ("Dr Una Penn, who studies care at the University of Pennine Lancashire, doubts it. “It is a word,” she said.",
         "Una Penn"),
        ("Cllr Ann Lee, one of our three ward members, came and put it in her own way: “We move.”",
         "Ann Lee"),
        ("Cllr Bo Marsh, who is paid £9,000 to look after schools, said the report was “not a surprise”.", "Bo Marsh"),
        ("The letter is to Mr Bo Marsh, the director of services at Bury Council.\n\nMr Marsh is calm. “So,” he says.",
         "Bo Marsh"),
    ],
)  # fmt: skip
def test_somebody_told_of_beside_the_words_says_them(text, who):
    assert last_said(text).speaker == who


@pytest.mark.parametrize(
    "text",
    [
        "The leader, Cllr Ann Lee, read out a line from the report:\n\n“Children wait, and we do not know why.”",
        "Cllr Ann Lee, the leader, remembered what a carer had asked:\n\n“Why did you move my boy from us?”",
        "The director, Bo Marsh, met a mother in May. She had a letter:\n\n“I am told that my boy must move.”",
        "I asked our director, Bo Marsh, about Ann Lee. She does not hide.\n\n“I know who she is.”",
        "Cllr Ann Lee, the leader, was asked how it was done. A carer was there. She wept.\n\n“I was told to wait.”",
        "Cllr Ann Lee and Cllr Bo Day were there. “Nobody came,” the councillor reported.",
        "The director, Ann Lee, was late. “Nobody came,” the chief executive said.",
        "Councillor Penn met a director. “Nobody came,” the director said.",
        "Cllr Ann Lee, the leader, sat by a carer. She had been told nothing:\n\n“I have had nineteen children.”",
        "Here is what happens next:\n\n“I will come and see you on Monday.”",
    ],
)
def test_where_somebody_else_may_be_meant_nobody_is_named(text):
    assert last_said(text).speaker is None


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Department for Education said that it would watch. A spokesman added: “We will see.”",
         "Department for Education"),
        ("Bury Council declined an interview. A spokeswoman said: “We accept it.”", "Bury Council"),
        ("Bury Council has a trust to run its services. A spokeswoman said: “We accept it.”", None),
        ("The director was away. A spokeswoman said: “We accept it.”", None),
        ("Bury Council declined.\n\nA spokeswoman said: “We accept it.”", None),
    ],
)  # fmt: skip
def test_a_spokesman_speaks_for_the_body_with_which_the_sentence_before_begins(text, body):
    assert last_said(text).organisation == body


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Present: Councillors Ann Lee (Chair), Bo Marsh and Una Penn (Vice-Chair).\n\nCouncillor Marsh said: “No.”",
         None),
        ("Councillors Ann Lee (Chair), Bo Day, Una Penn (Vice-Chair) and Ida Moss met.\n\nCllr Moss said: “No.”", None),
        ("The Director of Skills (Ms Ann Lee) spoke. Ms Lee said: “No.”", "Director of Skills"),
    ],
)  # fmt: skip
def test_an_office_in_brackets_is_of_the_one_before_it(text, role):
    assert said(text)[0].role == role
