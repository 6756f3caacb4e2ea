"""Who is near a quotation and did not say it."""

from __future__ import annotations

import pytest

from tests.reading.said import said


@pytest.mark.parametrize(
    "text",
    [
        "The report does not put it so: “The council is in ruins and always was.”",
        "The review was short and a man I met in town said: “The council is in ruins.”",
        "What the report was called in the town was “a whitewash from end to end”.",
    ],
)
def test_a_report_has_no_words_that_it_is_not_said_to_have(text: str) -> None:
    assert said(text)[0].kind != "report"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The council was described as “a ship without a rudder”.", "unstated"),
        ("Cllr Ann Lee was called “a disgrace to the town” in the street.", "unstated"),
        ("Members were told that “nobody knows how many are waiting”.", "unstated"),
        ("The service was described by inspectors as “a ship without a rudder”.", "report"),
        ("Cllr Ann Lee was quoted as saying: “We are glad of it.”", "person"),
    ],
)
def test_what_is_described_does_not_speak(text: str, kind: str) -> None:
    assert said(text)[0].kind == kind


def test_a_report_that_has_just_spoken_describes() -> None:
    text = "Inspectors say that staff are “proud to work here”. The hub is described as “a place of calm”."
    assert [a.kind for a in said(text)] == ["report", "report"]


def test_it_is_no_report_after_a_sentence_of_the_council() -> None:
    text = "Ofsted wrote to Kent. Kent Council’s own services were not inspected.\n\n“We stand by the staff,” it said."
    assert said(text)[0].kind != "report"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The report, published today, said", "report"),
        ("The report – published today – said", "report"),
        ("The findings, out this morning, said", "report"),
        ("Inspectors, led by a former director, said", "report"),
        ("Inspectors who wrote the report said", "report"),
        ("The letter to the council said", "report"),
        ("The council, which received the report today, said", "organisation"),
        ("The council, which inspectors visited in April, said", "organisation"),
        ("A mother whose son was named in the report said", "person"),
        ("The woman who leaked the letter said", "person"),
        ("Families named in the report said", "person"),
        ("The headteacher, whose letter to inspectors was leaked, said", "person"),
        ("Parents, who had met the inspectors, said", "person"),
        ("The union, which has seen the letter, said", "unstated"),
        ("Campaigners behind the report said", "unstated"),
        ("A source close to the inspectors said", "unstated"),
        ("The council’s response to the report said", "unstated"),
        ("Their reply to inspectors said", "unstated"),
    ],
)
def test_a_report_that_somebody_only_read_does_not_speak(words: str, kind: str) -> None:
    (made,) = said(f"{words}: “We are very glad of it.”")
    assert made.kind == kind


def test_whoever_asks_a_question_does_not_answer_it() -> None:
    text = (
        "Present: Mr Bo Marsh, Head of Quality\n\nThe Head of Quality replied that demand had risen. In answer to a "
        "question from Councillor Day he said that the last one “measured our procedures and this our lives”."
    )
    assert said(text)[0].speaker == "Bo Marsh"


def test_whoever_is_told_does_not_speak() -> None:
    text = "The leader, Cllr Bo Day, said he was “very proud”. He told Radio Humberside on Tuesday: “It is a first.”"
    assert said(text)[-1].speaker == "Bo Day"


def test_another_quotation_is_no_continuation() -> None:
    made = said("Ann Lee, the MP, said it was “not good enough”, adding: “My postbag tells a different story.”")
    assert [(m.speaker, m.continues) for m in made] == [("Ann Lee", False), ("Ann Lee", False)]
