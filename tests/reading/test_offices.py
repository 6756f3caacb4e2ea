"""Who somebody is: their name, their office and the body they speak for."""

from __future__ import annotations

import pytest

from tests.reading.said import said


def test_an_office_is_looked_up_among_those_present() -> None:
    made = said(
        "In attendance: Ms Ann Lee, Executive Director; Mr Bo Marsh, Head of Quality.\n\n"
        "The Executive Director replied that “it will not be a day longer than need be”."
    )
    assert made[0].speaker == "Ann Lee"


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "role", "organisation"),
    [
        ("“They ring when they say,” said Ann Lee, from Armley.", "person", None, None, None),
        ("Ann (not her real name) said: “They ring when they say.”", "person", None, None, None),
        ("Mrs A. Lee, 71, who cares for her husband, said: “They ring.”", "person", None, None, None),
        ("“They ring.”\n\n– Cllr Ann Lee, leader of Leeds Council", "person", "Ann Lee", "leader", "Leeds Council"),
        ("Quote from Cllr Ann Lee, the leader:\n\n“They always ring.”", "person", "Ann Lee", "leader", None),
        ("“We agree,” said Ann Lee, chief nurse at NHS Leeds.", "person", "Ann Lee", "chief nurse", "NHS Leeds"),
        ("Labour's Ann Lee said it was “a day of shame for us all”.", "person", "Ann Lee", None, "Labour"),
        ("Inspectors heard from one child that “my worker knows me”.", "person", None, "child", None),
        ("The report quotes a tutor as saying “I am never alone”.", "person", None, "tutor", None),
        ("The council was asked to comment. “No comment,” it said.", "organisation", None, None, "the council"),
    ],
)  # fmt: skip
def test_names_are_kept_of_those_who_speak_in_office(
    text: str, kind: str, speaker: str | None, role: str | None, organisation: str | None
) -> None:
    found = said(text)[0]
    assert (found.kind, found.speaker, found.role, found.organisation) == (kind, speaker, role, organisation)


def test_a_role_ends_with_its_clause() -> None:
    text = "Mrs Ann Lee, who runs York House, fell out with it and said inspectors had “got the wrong end of it”."
    assert said(text)[0].role == "runs York House"


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "role", "organisation"),
    [
        ("Cllr Ann Lee, the leader, and Bo Marsh, chief executive, said: “We accept it.”", "person",
         "Ann Lee and Bo Marsh", "leader; chief executive", None),
        ("Council leader Ann Lee and director Bo Marsh said: “We accept it.”", "person",
         "Ann Lee and Bo Marsh", "Council leader; director", None),
        ("Mum-of-three Kelly, from Armley, whose son waited for an assessment, said: “I will believe it.”", "person",
         None, "parent", None),
        ("A mother of a disabled teenager, who gave no name, said: “I have given up.”", "person", None, "parent", None),
        ("Learner Sadiq, 42, told the Echo: “I came for the English.”", "person", None, "learner", None),
        ("“I nearly cried,” said tutor Ann Lee.", "person", "Ann Lee", "tutor", None),
        ("“I nearly cried,” said Ann Lee, a mum of two from Armley.", "person", None, "parent", None),
        ("One of our young people put it best: “They ask us first.”", "person", None, "young person", None),
        ("UNISON branch secretary Ann Lee said: “We saw it coming.”", "person", "Ann Lee",
         "branch secretary", "UNISON"),
        ("Ann Lee, regional secretary of the NASUWT, said: “We saw it coming.”", "person", "Ann Lee",
         "regional secretary", "NASUWT"),
        ("NSPCC head of policy Ann Lee said: “We saw it coming.”", "person", "Ann Lee", "head of policy", "NSPCC"),
        ("Kent’s MP, Ann Lee, said: “We saw it coming.”", "person", "Ann Lee", "Kent’s MP", None),
        ("Parents in Touch, the parent carer forum, said: “We were heard.”", "organisation", None, None,
         "Parents in Touch"),
        ("The Director of Education wrote to staff on 9 July, saying it was “a fair one”.", "person", None,
         "Director of Education", None),
        ("Ann Lee, chief nurse for NHS Cornwall and Isles of Scilly, said: “They are right.”", "person", "Ann Lee",
         "chief nurse", "NHS Cornwall and Isles of Scilly"),
        ("Question from Councillor Ann Lee: “When will it be done?”", "person", "Ann Lee", None, None),
    ],
)  # fmt: skip
def test_people_together_and_people_in_ordinary_offices(
    text: str, kind: str, speaker: str | None, role: str | None, organisation: str | None
) -> None:
    found = said(text)[0]
    assert (found.kind, found.speaker, found.role, found.organisation) == (kind, speaker, role, organisation)


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("Cllr Kate Day, the whip, said: “We know it.”\n\n“Parents deserve better,” said Kate.", "Kate Day", "whip"),
        ("Kelly, 34, a mother of two, said: “We know it.”\n\n“I rang for a week,” said Kelly.", None, "parent"),
        ("Ann Lee, leader, and Bo Day, clerk, said: “We know.”\n\n“It was late,” Mr Day added.", "Bo Day", "clerk"),
        ("Ann Lee, leader, and Bo Day, clerk, said: “We know.”\n\n“It was late,” she added.", None, None),
        ("A tutor told us: “I like it here.” Another said it was “a place of calm”.", None, "tutor"),
        (
            "Mr Day’s opposite number, Cllr Ann Lee, was less kind. “It is a shambles,” she said.",
            "Ann Lee",
            "opposite number",
        ),
    ],
)
def test_they_are_known_again(text: str, speaker: str | None, role: str | None) -> None:
    found = said(text)[-1]
    assert (found.kind, found.speaker, found.role) == ("person", speaker, role)


def test_the_director_is_not_a_deputy() -> None:
    text = (
        "Present: Cllr A Day (Chair), Cllr Mo Hill\n"
        "In attendance: Mr Bo Marsh, Director of Education; Ms Ann Lee, Assistant Director\n\n"
        "The Director replied that “all but two” were. The Chair said that it was “a list and no verdict”."
    )
    assert [(m.speaker, m.role) for m in said(text)] == [("Bo Marsh", "Director of Education"), ("A Day", "Chair")]


@pytest.mark.parametrize(
    ("text", "speaker", "role", "organisation"),
    [
        ("Director of Education Ann Lee MBE said: “We know we must.”", "Ann Lee", "Director of Education", None),
        ("Ann Lee OBE, the chair, said: “We know we must.”", "Ann Lee", "chair", None),
        ("Ann Lee MP said: “We know we must.”", "Ann Lee", "MP", None),
        ("Ann Lee, Cabinet Member, who was appointed in May, said: “We must.”", "Ann Lee", "Cabinet Member", None),
        ("The Association of Heads hit back. Its president, Ann Lee, said: “We must.”", "Ann Lee", "president",
         "Association of Heads"),
        ("Thanks were echoed by the Executive Director, Ann Lee, who said: “We must.”", "Ann Lee", "Executive Director",
         None),
        ("Mr Day’s opposite number, Ann Lee, said: “We know we must.”", "Ann Lee", "opposite number", None),
    ],
)  # fmt: skip
def test_offices_and_what_is_written_about_them(text: str, speaker: str, role: str, organisation: str | None) -> None:
    found = said(text)[0]
    assert (found.speaker, found.role, found.organisation) == (speaker, role, organisation)


@pytest.mark.parametrize(
    ("text", "speaker", "organisation"),
    [
        ("Ann Lee from Kent Parent Carer Forum said: “We are in the middle.”", "Ann Lee", "Kent Parent Carer Forum"),
        ("Ann Lee from the GMB said: “We are in the middle.”", "Ann Lee", "GMB"),
        ("“We are in the middle,” said Dr Ann Lee of Kent NHS Trust.", "Ann Lee", "Kent NHS Trust"),
        ("Ann Lee from Armley said: “We are in the middle.”", None, None),
    ],
)
def test_the_body_that_somebody_is_from(text: str, speaker: str | None, organisation: str | None) -> None:
    found = said(text)[0]
    assert (found.speaker, found.organisation) == (speaker, organisation)


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "role"),
    [
        ("Ann Lee, Labour MP for Northtown and Sunderland West, said: “I am glad.”", "person", "Ann Lee",
         "Labour MP for Northtown and Sunderland West"),
        ("Education Secretary Ann Lee MP said: “We are glad of it.”", "person", "Ann Lee", "Education Secretary"),
        ("Councillor Ann Lee, who is not related to the director, said: “I am glad.”", "person", "Ann Lee", None),
        ("In 2015 the then director, Ann Lee, said services were “getting there in the end”.", "person", "Ann Lee",
         "director"),
        ("An Ofsted inspector told the Mail that the council “could not run a bath”.", "person", None, "inspector"),
    ],
)  # fmt: skip
def test_one_person_and_one_office(text: str, kind: str, speaker: str | None, role: str | None) -> None:
    found = said(text)[0]
    assert (found.kind, found.speaker, found.role) == (kind, speaker, role)


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "organisation"),
    [
        ("The Kent NHS Trust, which helps, said it would “play its part”.", "organisation", None, "Kent NHS Trust"),
        ("NHS Greater Manchester said: “We accept the findings.”", "organisation", None, "NHS Greater Manchester"),
        ("The Parent Carer Forum said it was “not at all surprised”.", "organisation", None, "Parent Carer Forum"),
        ("“We know,” said director of children's services Ann Lee.", "person", "Ann Lee", None),
        ("“We're sorry.” That was the message from the leader, Ann Lee, last night.", "person", "Ann Lee", None),
        ("Opposition leader Cllr Ann Lee was less happy. “People knew what good was.”", "person", "Ann Lee", None),
        ("Cllr Ann Lee, the leader, held up the letter. “People knew what good was.”", "unstated", None, None),
        ("Cllr Ann Lee, the leader, read from the report. “Nobody knows them.”", "report", None, None),
        ("Cllr Ann Lee quoted the report: “Leaders know what to do.”", "report", None, None),
        ("“Leaders know what to do,” Cllr Ann Lee quoted the report as saying.", "report", None, None),
    ],
)  # fmt: skip
def test_who_speaks_and_for_whom(text: str, kind: str, speaker: str | None, organisation: str | None) -> None:
    found = said(text)[0]
    assert (found.kind, found.speaker, found.organisation) == (kind, speaker, organisation)


@pytest.mark.parametrize(
    ("text", "kind", "role", "organisation"),
    [
        ("A social worker, speaking on condition of anonymity, said: “It is no use.”", "person", "social worker", None),
        ("The Chair, on behalf of the Committee, thanked all and said: “Let us go on.”", "person", "Chair", None),
        ("Becky, whose nine-year-old son is autistic, told us: “It is not news.”", "person", "parent", None),
        ("Her friend Joanne agreed: “I have a drawer full of letters.”", "person", None, None),
        ("Campaign group Families First Kent said in a post: “We are tired.”", "organisation", None,
         "Families First Kent"),
        ("The charity Home Start Kent said: “We are tired of being right.”", "organisation", None, "Home Start Kent"),
        ("A spokesman for Kent Council, whose letter is late, said it would “in time”.", "person", "spokesman",
         "Kent Council"),
    ],
)  # fmt: skip
def test_private_people_and_bodies_by_what_they_are(
    text: str, kind: str, role: str | None, organisation: str | None
) -> None:
    found = said(text)[0]
    assert (found.kind, found.speaker, found.role, found.organisation) == (kind, None, role, organisation)


@pytest.mark.parametrize(
    ("listed", "who", "role"),
    [
        ("Officers: Ann Lee (Director of Care), Ross Marsh (Head of Access)", "Mr Marsh", "Head of Access"),
        ("In attendance: Bo Marsh (Head of Quality), and Ann Lee (Director of Law)", "Ms Lee", "Director of Law"),
        ("Officers: Bo Day (clerk), Ann Lee (Director of Law), Ross Marsh (Head of Law)", "Ms Lee", "Director of Law"),
    ],
)  # fmt: skip
def test_each_of_a_list_with_offices_in_brackets_is_present(listed: str, who: str, role: str) -> None:
    found = said(f"{listed}\n\n“We stop well,” {who} said, “and we say goodbye.”\n")[-1]
    assert ((found.speaker or "").split()[-1], found.role) == (who.split()[-1], role)
