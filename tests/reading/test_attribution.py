"""Who is said to have said a quotation, in the words of many kinds of page."""

from __future__ import annotations

import pytest

from inspections.catalogue import load
from inspections.reading.people import subject
from inspections.reading.people.objects import object_of
from tests.reading.said import said


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "role"),
    [
        (
            "Cllr Ann Lee, cabinet member for children, said: “We are glad of it.”",
            "person",
            "Ann Lee",
            "cabinet member for children",
        ),
        ("“We are glad of it,” said Ann Lee, the council’s leader.", "person", "Ann Lee", "leader"),
        (
            "“We are glad of it,” admitted Ann Lee, who heads the partnership.",
            "person",
            "Ann Lee",
            "heads the partnership",
        ),
        (
            "Director of Children’s Services Ann Lee added: “We are glad of it.”",
            "person",
            "Ann Lee",
            "Director of Children’s Services",
        ),
        (
            "Chief Inspector of Probation Ann Lee said: “We are glad of it.”",
            "person",
            "Ann Lee",
            "Chief Inspector of Probation",
        ),
        (
            "Cllr Ann Lee (Lab, Northtown), portfolio holder, said: “We are glad of it.”",
            "person",
            "Ann Lee",
            "portfolio holder",
        ),
        ("One parent told inspectors: “We are glad of it.”", "person", None, "parent"),
        ("A mother said: “We are glad of it.”", "person", None, "parent"),
        ("Kayleigh, 34, told this paper: “We are glad of it.”", "person", None, None),
        ("Jane Doe, a mother of two, said: “We are glad of it.”", "person", None, "parent"),
        ("Young people told inspectors that they felt “listened to but not heard”.", "person", None, "young people"),
        ("A spokesman for Kent Police, which helped, said: “We are glad of it.”", "organisation", None, "spokesman"),
        ("“Plans are read by children,” write the inspectors.", "report", None, None),
        ("The letter, published on Monday, says that plans are “late and thin at best”.", "report", None, None),
        ("Plans are “late and thin at best”, inspectors said in a letter.", "report", None, None),
        ("In the words of the report: “Plans are late and thin.”", "report", None, None),
        ("The commissioners’ report called the money “gone and not coming back”.", "unstated", None, None),
        ("A third “could not say when”, a phrase taken from a survey.", "unstated", None, None),
        ("Members asked about the term “edge of care plans” again.", "unstated", None, None),
    ],
)
def test_the_nearest_clause(text: str, kind: str, speaker: str | None, role: str | None) -> None:
    made = said(text)[0]
    assert (made.kind, made.speaker, made.role) == (kind, speaker, role)


def test_a_pronoun_is_the_person_last_named_in_the_paragraph() -> None:
    made = said(
        "Council leader Ann Lee said: “We did it.”\n\n"
        "But Cllr Bo Marsh, leader of the opposition, said it was nothing to boast of. “A child waits,” he said."
    )
    assert [m.speaker for m in made] == ["Ann Lee", "Bo Marsh"]


def test_a_pronoun_never_reaches_past_another_name() -> None:
    made = said(
        "Council leader Ann Lee said: “We did it.”\n\nBo Marsh of Anytown saw it too. “A child waits,” he said."
    )
    assert made[1].speaker != "Ann Lee"


def test_a_quotation_goes_on_after_the_clause_that_breaks_it() -> None:
    made = said("“We are not there,” admitted Ann Lee, who heads the team. “But nobody could say we stand still.”")
    assert made[1].continues and made[1].speaker == "Ann Lee"


@pytest.mark.parametrize(
    "words", ["the work of Ann Lee", "in North Somerset", "", "children’s services", "a letter and"]
)
def test_no_subject(words: str) -> None:
    found = subject(words, load())
    assert found is None or found.name is None


def test_object_is_cut_from_what_trails_it() -> None:
    found = object_of("Ann Lee, the chief executive, at a meeting on Tuesday", load())
    assert found is not None and (found.name, found.role) == ("Ann Lee", "chief executive")


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "role"),
    [
        ("The letter puts it plainly: “Referrals are counted and not read.”", "report", None, None),
        ("The inspectors’ letter is short: “Nobody is seen in time.”", "report", None, None),
        ("In it, a young person sums us up: “They ask, and then they do the thing.”", "person", None, "young person"),
        ("From Ann Lee, Director of Education: “Thank you, all of you.”", "person", "Ann Lee", "Director of Education"),
        ("A message from the leader, Cllr Ann Lee: “Thank you, all of you.”", "person", "Ann Lee", "leader"),
        ("Governors value the training and describe it as “clear and to the point”.", "person", None, "governors"),
        ("Inspectors did, however, commend “a clear-sighted and stable team”.", "report", None, None),
        ("The letter that followed said that it had begun, “though from a low base”.", "report", None, None),
        ("Cllr Ann Lee, who speaks for the town, said: “Good.”", "person", "Ann Lee", "speaks for the town"),
        ("Cllr Ann Lee, who was there, said: “We are glad of it.”", "person", "Ann Lee", None),
        ("Ann Lee, who manages it and was at Kent Council, said: “Good.”", "person", "Ann Lee", "manages it"),
        ("Ann Lee, whose eight-year-old son has no school, said: “It is a polite word.”", "person", None, "parent"),
        ("Ann Lee, who lives next door, said: “It is a polite word for it.”", "person", None, None),
    ],
)  # fmt: skip
def test_words_that_lead_to_a_quotation(text: str, kind: str, speaker: str | None, role: str | None) -> None:
    found = said(text)[0]
    assert (found.kind, found.speaker, found.role) == (kind, speaker, role)


def test_who_is_never_somebody_named_before() -> None:
    text = "Cllr Ann Lee, the leader, said: “We know.”\n\nSomebody there, who spoke up, said: “You do not know.”"
    assert said(text)[1].speaker is None


def test_he_is_the_one_told_of_without_words_of_saying() -> None:
    text = (
        "Some parents said: “We still wait for a place.”\n\n"
        "Kent County Council’s cabinet member for children, Cllr Joe Day, apologised. “I am sorry,” he said."
    )
    assert (said(text)[1].speaker, said(text)[1].role) == ("Joe Day", "cabinet member for children")


def test_he_is_the_one_the_writer_asked() -> None:
    text = "I put all this to the leader, Cllr Joe Day. He wrote back: “I never said that we were ready.”"
    assert said(text)[0].speaker == "Joe Day"


def test_other_marks_begin_another_quotation() -> None:
    text = "‘Carers would recommend us to a friend,’ the inspectors write. “Children know their rights and use them.”"
    assert not said(text)[1].continues


def test_a_sentence_broken_off_goes_on_with_its_own_subject() -> None:
    text = "The report - described by one councillor as “a hatchet job” - says “leaders know what to do”."
    assert [a.kind for a in said(text)] == ["person", "report"]


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "role"),
    [
        ("Shadow member Ann Lee, who quit in protest in May, fumed: “Heads should roll for it.”", "person", "Ann Lee",
         "Shadow member"),
        ("Cllr Ann Lee, the leader, trumpeted: “We said so all along.”", "person", "Ann Lee", "leader"),
        ("Cllr Ann Lee (cabinet member for children) said: “We said so all along.”", "person", "Ann Lee",
         "cabinet member for children"),
        ("An inspection of the front door “found no areas for priority action”.", "report", None, None),
        ("The letter, which came in May, was short and found it “too slow”, a phrase that Cllr Lee liked.", "report",
         None, None),
    ],
)  # fmt: skip
def test_whatever_the_verb(text: str, kind: str, speaker: str | None, role: str | None) -> None:
    found = said(text)[0]
    assert (found.kind, found.speaker, found.role) == (kind, speaker, role)


def test_whole_sentences_go_on_after_the_end_of_one() -> None:
    text = "Cllr Ann Lee, the leader, said she was “chuffed to bits” and had a message. “I was told it was a luxury.”"
    assert [m.speaker for m in said(text)] == ["Ann Lee", "Ann Lee"]
    other = "Cllr Ann Lee, the leader, said she was “chuffed to bits” by what a parent told her. “They ring us back.”"
    assert said(other)[1].speaker is None


def test_he_is_not_she() -> None:
    text = (
        "Ms Ann Lee, the director, said: “We had the data.”\n\nPressed by Cllr Bo Day, she said “nobody will be”.\n\n"
        "“So who carries the can?” he asked.\n\n“I do, I suppose,” she said."
    )
    assert [m.speaker for m in said(text)] == ["Ann Lee", "Ann Lee", None, "Ann Lee"]
    known = "Ann Lee, the director, said: “We had the data.” She added: “All of it.”\n\n“And who carries it?” he asked."
    assert said(known)[-1].speaker is None


def test_one_of_them_is_one_of_the_group_before() -> None:
    text = "Inspectors heard from unpaid carers who felt “left out of it all”. One said: “Nobody asked me.”"
    assert said(text)[1].role == "unpaid carer"


def test_a_shortened_title_ends_no_sentence() -> None:
    made = said("‘This is as good as it gets,’ said Coun. Ann Lee, lead member since 2005. ‘Nobody is perfect.’")
    assert [(m.speaker, m.role, m.continues) for m in made] == [
        ("Ann Lee", "lead member", False),
        ("Ann Lee", "lead member", True),
    ]


def test_they_were_less_happy_are_the_inspectors() -> None:
    text = (
        "Inspectors wrote: “Care leavers are proud.”\n\nThey were less happy with plans, which are “too long to read”."
    )
    assert [m.kind for m in said(text)] == ["report", "report"]


def test_whoever_says_so_last_is_meant() -> None:
    text = (
        "The director, Ann Lee, said services were “getting there”. Her words ring hollow, says Labour's Bo Day.\n\n"
        "“Getting there from what?” he said."
    )
    assert said(text)[-1].speaker == "Bo Day"


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        (
            "Cllr Bo Day, the leader, spoke first. The hall was full. There was tea. He said: “We know it well.”",
            "Bo Day",
            "leader",
        ),
        ("Director Ann Lee opened it.\n\nIt rained.\n\nThe director said: “We know it well.”", "Ann Lee", "Director"),
        ("Cllr Ann Lee and Cllr Bo Lee came.\n\nIt rained.\n\n“We know it well,” said Cllr Bo Lee.", "Bo Lee", None),
        ("Ann Lee, leader, Bo Day, clerk, and Cy Fox, treasurer, said: “We know it well.”", None, None),
    ],
)
def test_sentences_in_between_take_nobodys_words_away(text: str, speaker: str | None, role: str | None) -> None:
    found = said(text)[-1]
    assert (found.kind, found.speaker, found.role) == ("person", speaker, role)
