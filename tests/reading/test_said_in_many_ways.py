"""Whose words they are where several could have said them, and which words are nobody's."""

from __future__ import annotations

import pytest

from tests.reading.said import said

GLAD = "“We are glad of it all now.”"


def who(text):
    return [(each.kind, each.speaker or each.organisation) for each in said(text) if not each.disowned]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Cllr Ann Lee, cabinet member for children's services, welcomed the findings, saying: {GLAD}", "Ann Lee"),
        (f"Cllr Ann Lee, the leader, who had read the report, defended the council, saying: {GLAD}", "Ann Lee"),
        (f"Cllr Ann Lee, cabinet member, apologised for what the report called failings, adding: {GLAD}", "Ann Lee"),
        (f"The council apologised to parents, saying: {GLAD}", "the council"),
        ("The report praises social workers, saying “they know their families well”.", "report"),
        ("Inspectors praised foster carers, saying that they “never gave up on children”.", "report"),
        (f"A parent criticised Cllr Ann Lee, the leader, saying: {GLAD}", "person"),
        (f"Parents criticised the report, saying: {GLAD}", "person"),
        (f"Ofsted blamed the council and the leader, Cllr Ann Lee, apologised to all, saying: {GLAD}", "unstated"),
    ],
)  # fmt: skip
def test_a_participle_goes_on_from_the_subject_of_its_sentence(text, found):
    assert [name or kind for kind, name in who(text)] == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Cllr Ann Lee, the leader, defended Mary Day, the director. {GLAD[:-2]},” she said.", "Ann Lee"),
        (
            f"Cllr Ann Lee, cabinet member for children's services, thanked Mary Day, the director. She said: {GLAD}",
            None,
        ),
        (
            f"Mary Day, director of children's services, criticised Cllr Ann Lee, the leader. {GLAD[:-2]},” she said.",
            "Mary Day",
        ),
        (f"Cllr Ann Lee, cabinet member for children's services, took over from Mary Day. She said: {GLAD}", "Ann Lee"),
        (f"Inspectors praised Mary Day, director of children's services. She said: {GLAD}", "Mary Day"),
        (f"The report was given to Cllr Ann Lee, the leader, by Mary Day, the director. She said: {GLAD}", None),
        (f"Like Kwame Hughes, the director, Cllr Ann Lee was pleased. {GLAD[:-2]},” she said.", None),
        (f"Cllr Ann Lee, sitting beside Mary Day, said: {GLAD}", "Ann Lee"),
        (f"Cllr Ann Lee, deputising for Mary Day, told the meeting: {GLAD}", "Ann Lee"),
        (f"Cllr Ann Lee, the leader, appointed by Mary Day in 2021, said: {GLAD}", "Ann Lee"),
    ],
)
def test_who_is_only_spoken_of_does_not_speak(text, found):
    assert [each.speaker for each in said(text)] == [found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Cllr Ann Lee, the leader, referred to the report's finding that “plans are late”.", "report"),
        ("Cllr Ann Lee, the leader, pointed to the words of the inspectors: “Plans are late.”", "report"),
        ("Cllr Ann Lee, the leader, rejected Ofsted’s conclusion that “plans are late”.", "report"),
        ("Cllr Ann Lee, the leader, said that there was “drift and delay”, as inspectors put it.", "report"),
        ("Cllr Ann Lee, the leader, said that there was “drift and delay”, as she put it.", "person"),
        ("According to Cllr Ann Lee, the leader, inspectors said “plans are late”.", "report"),
        ("According to Cllr Ann Lee, the leader, “plans are late”.", "person"),
        ("There was “drift and delay” found by inspectors in every team.", "report"),
        ("Inspectors issued their letter in May. It said: “Plans are late and thin.”", "report"),
        ("The council has issued a statement. It said: “We are glad of it all now.”", "organisation"),
        ("Cllr Ann Lee, the leader, has issued a statement. It reads: “We are glad of it all now.”", "person"),
    ],
)
def test_words_are_the_reports_where_somebody_only_repeats_them(text, kind):
    assert [each.kind for each in said(text)] == [kind]


def test_a_report_between_two_persons_words_is_nobody_elses():
    first, second = said("Despite “drift” being found by inspectors, Cllr Ann Lee, the leader, said “we will mend it”.")
    assert (first.kind, second.speaker) == ("report", "Ann Lee")


@pytest.mark.parametrize("name", ["led the inspection", "headed the inspection team", "conducted the visit"])
def test_who_led_an_inspection_is_an_inspector(name):
    assert [(each.kind, each.role) for each in said(f"Ann Lee, who {name}, wrote: “Plans are late and thin.”")] == [
        ("person", "lead inspector")
    ]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("It is not true that Cllr Ann Lee said “we will fail”.", False),
        ("It is a myth that inspectors said “we will fail”.", False),
        ("It is true that Cllr Ann Lee said “we will fail”.", True),
        ("The council has withdrawn a press release in which Cllr Ann Lee was quoted as saying “we will fail”.", False),
        ("The council has put out a press release in which Cllr Ann Lee was quoted as saying “we will fail”.", True),
    ],
)
def test_words_that_are_taken_back_are_nobodys(text, stands):
    assert [not each.disowned for each in said(text)] == [stands]


def test_a_name_that_was_chosen_is_nobodys_words():
    assert who("Children chose the name “The Den” for the centre, Cllr Ann Lee said.") == [("unstated", None)]


def test_an_office_ends_before_the_next_clause():
    (one,) = said("According to Cllr Ann Lee, the leader, the report is “late and thin”.")
    assert (one.speaker, one.role) == ("Ann Lee", "leader")


FAMILIES = "cabinet member for children, families and lifelong learning"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (f"Kent Council {FAMILIES} Ann Lee said: {GLAD}", FAMILIES),
        (f"The council's {FAMILIES}, Ann Lee, has said: {GLAD}", FAMILIES),
        (f"“We are glad of it,” said Kent Council's {FAMILIES}, Ann Lee.", FAMILIES),
        (f"Ann Lee, {FAMILIES}, said: {GLAD}", FAMILIES),
        (
            f"Cabinet Member for Education, Skills and Inclusion Ann Lee said: {GLAD}",
            "Cabinet Member for Education, Skills and Inclusion",
        ),
        (f"In the words of Cllr Ann Lee, cabinet member for children: {GLAD}", "cabinet member for children"),
        (f"Ann Lee took up her post as director of children's services in May. She said: {GLAD}",
         "director of children's services"),
        (f"{GLAD[:-2]},” said Cllr Ann Lee, the leader; “it was a fair report.”", "leader"),
        (f"{GLAD[:-2]},” said Cllr Ann Lee, the leader, and added: “It was a fair report.”", "leader"),
    ],
)  # fmt: skip
def test_an_office_is_whole(text, role):
    assert {(each.speaker, each.role) for each in said(text)} == {("Ann Lee", role)}


@pytest.mark.parametrize(
    "text",
    [
        f"The report was presented by Cllr Ann Lee, the leader, who said: {GLAD}",
        f"The meeting heard from Ann Lee, the leader, who told members: {GLAD}",
        f"Then Ann Lee, the leader: {GLAD}",
        f"And Ann Lee, Kent Council's leader: {GLAD}",
        f"Ann Lee – the leader: {GLAD}",
        f"Reaction from Ann Lee, the leader: {GLAD}",
        f"The last word to Ann Lee, the leader: {GLAD}",
        f"The response of Ann Lee, the leader: {GLAD}",
        f"**Ann Lee, the leader:** {GLAD}",
        f"Ann Lee, the leader, said: *{GLAD}*",
        "“We are glad of it all now!” said a delighted Ann Lee, the leader.",
        f"Ann Lee, the leader, opened the meeting with the words: {GLAD}",
        f"Asked about rumours that she would go, Ann Lee, the leader, said: {GLAD}",
        f"Cllr Ann Lee, clearly moved, said: {GLAD}",
        f"Cllr Ann Lee, of the Green group, said: {GLAD}",
        f"{GLAD}\nCllr Ann Lee, the leader\nKent Council",
    ],
)
def test_somebody_is_named_in_many_ways(text):
    assert [(each.speaker, each.disowned) for each in said(text)] == [("Ann Lee", False)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In the inspectors' words, there was “drift and delay in many cases”.", "report"),
        ("In Ofsted's view, there was “drift and delay in many cases”.", "report"),
        ("Among the strengths noted by inspectors: “Staff know their families very well.”", "report"),
        ("Among the strengths noted by the mayor: “Staff know their families very well.”", "person"),
        ("Inspectors were told by one foster carer: “They always ring me back.”", "person"),
        ("A former employee said: “They never rang me back.”", "person"),
        ("Staff wore badges with the words “Ask me about Ofsted”.", "unstated"),
        ("A rumour that Cllr Ann Lee said “we will fail” went round.", "disowned"),
        ("Cllr Ann Lee, Cllr Bo Day, Cllr Mo Hill said “we will fail”.", "nobody alone"),
    ],
)
def test_whose_words_they_are_otherwise(text, kind):
    (one,) = said(text)
    if kind == "nobody alone":
        assert one.speaker != "Ann Lee"
    else:
        assert ("disowned" if one.disowned else one.kind) == kind


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"J. P. Norton, director of children's services, said: {GLAD}", ["J. P. Norton"]),
        (f"Pat Read, director of children's services: {GLAD}", ["Pat Read"]),
        (
            "Inspectors saw “drift”. Cllr Ann Lee, Cabinet Member for Children and Young People, said: “We know.”",
            [None, "Ann Lee"],
        ),
        (f"Lead Member for Children's Services Cllr Ann Lee denied it.\n\n{GLAD[:-2]},” she said.", ["Ann Lee"]),
        (
            f"Chris Wood, the director, said: {GLAD}\n\nCllr J. P. Norton, the leader, agreed. “It is so,” he said.",
            ["Chris Wood", "J. P. Norton"],
        ),
        (f"{GLAD} Those were the words of Rosie van der Berg, the director, in 2019.", ["Rosie van der Berg"]),
    ],
)
def test_names_of_any_kind_are_whole(text, speakers):
    assert [each.speaker for each in said(text)] == speakers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A letter from the minister to the council says: “Plans are late and thin.”", "person"),
        ("A letter from the inspectors to the council says: “Plans are late and thin.”", "report"),
        ("“They always ring me back in the end.” (Foster carer)", "person"),
        ("“They always ring me back in the end.” (Care leaver, 19)", "person"),
        ("“They always ring families back in the end.” (Ofsted report)", "report"),
        ("Ofsted's verdict was damning: “Plans are late and thin.”", "report"),
        ("The council's verdict was damning: “Plans are late and thin.”", "unstated"),
        ("An email from Ann Lee, the director, to staff, seen by this paper, says: “Plans are late.”", "person"),
    ],
)
def test_whose_paper_it_is(text, kind):
    assert [each.kind for each in said(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("“We are glad of it,” said a spokesman for Cllr Ann Lee, the leader.", "person", None),
        ("“We are glad of it,” said Cllr Ann Lee, a spokesman for the group.", "person", "Ann Lee"),
        ("A letter to Ann Lee, the director, said: “Plans are late and thin.”", "unstated", None),
        ("The letter to Ann Lee, the director, said: “Plans are late and thin.”", "report", None),
        ("The union's letter to Ann Lee, the director, said: “Plans are late and thin.”", "unstated", None),
        ("The letter, signed by Ann Lee, the director, says: “Plans are late and thin.”", "unstated", None),
        ("Ofsted's letter, signed by Ann Lee, its regional director, says: “Plans are late.”", "report", None),
        ("We asked Cllr Ann Lee, the leader, what came next.\n\n“Every child will have a plan.”", "person", "Ann Lee"),
        ("Cllr Ann Lee, the leader, said the council was glad.\n\n“Every child has a plan.”", "person", "Ann Lee"),
        ("Cllr Ann Lee, the leader, said the report was fair.\n\n“Every child has a plan.”", "unstated", None),
        ("Cllr Ann Lee, the leader, said: “ We are glad of it. ” She left.", "person", "Ann Lee"),
    ],
)
def test_who_is_named_beside_words_may_not_have_said_them(text, kind, speaker):
    assert [(each.kind, each.speaker) for each in said(text)] == [(kind, speaker)]
