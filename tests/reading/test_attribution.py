"""Who is said to have said a quotation, in the words of many kinds of page."""

from __future__ import annotations

import pytest

from inspections.reading.document import Document
from inspections.reading.facts import Held
from inspections.reading.people import object_of, subject
from inspections.reading.quotations import quotations
from inspections.reading.speakers import Attribution, attribute


def said(text: str) -> list[Attribution]:
    held = Document(Held(name="x.txt", media_type="text/plain", sha256="", text=text))
    return attribute(held, quotations(held.text, held.body))


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


def test_an_office_is_looked_up_among_those_present() -> None:
    made = said(
        "In attendance: Ms Ann Lee, Executive Director; Mr Bo Marsh, Head of Quality.\n\n"
        "The Executive Director replied that “it will not be a day longer than need be”."
    )
    assert made[0].speaker == "Ann Lee"


def test_what_a_page_takes_back_is_disowned() -> None:
    made = said(
        "Our leaflet told residents that Ofsted had called it “a shambles all through”. No Ofsted report says that."
    )
    assert made[0].disowned
    kept = said("The report says: “Plans do not say what must change.” It is blunt.")
    assert not kept[0].disowned


@pytest.mark.parametrize(
    "words", ["the work of Ann Lee", "in North Somerset", "", "children’s services", "a letter and"]
)
def test_no_subject(words: str) -> None:
    found = subject(words)
    assert found is None or found.name is None


def test_object_is_cut_from_what_trails_it() -> None:
    found = object_of("Ann Lee, the chief executive, at a meeting on Tuesday")
    assert found is not None and (found.name, found.role) == ("Ann Lee", "chief executive")
