"""Somebody whose office stands in another sentence than the words they are said to have said."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

OPENING = (
    "Stockport Council\n\nPublished: 12 June 2019\n\nOfsted judged Stockport Council’s children’s services to be good "
    "after an inspection in May 2019.\n\n"
)
WORDS = "“It is not a shock to any of us at all.”"
STOCKPORT = "Stockport Metropolitan Borough Council"


@pytest.fixture
def speaker(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (OPENING + text).encode(), Sidecar()), catalogue)
        (said,) = [s for s in reading.statements if s.in_quotation_marks] or [None]
        if said is None:
            return None
        return said.attributed_to, None if said.private else said.speaker, said.role, said.organisation

    return find


@pytest.mark.parametrize(
    ("text", "name", "role", "organisation"),
    [
        (
            f"Ann Lee chairs the Kent Parent Carer Forum. She told us: {WORDS}",
            "Ann Lee",
            "chairs",
            "Kent Parent Carer Forum",
        ),
        (
            f"Ann Lee, who chairs the South Tees Youth Justice Service management board, said: {WORDS}",
            "Ann Lee",
            "chairs",
            "South Tees Youth Justice Service management board",
        ),
        (
            f"Ann Lee, who chairs the Dorset Combined Youth Justice Partnership Board, said: {WORDS}",
            "Ann Lee",
            "chairs",
            "Dorset Combined Youth Justice Partnership Board",
        ),
        (
            f"Councillor Bo Marsh is the cabinet member for children at Stockport Council. He said: {WORDS}",
            "Bo Marsh",
            "cabinet member for children",
            "Stockport Council",
        ),
        (
            f"Ann Lee is Chair of Families Together, the parent forum. She said: {WORDS}",
            "Ann Lee",
            "Chair",
            "Families Together",
        ),
        (f"Union rep Ann Lee had no doubt about it. She said: {WORDS}", "Ann Lee", "Union rep", None),
        (
            f"Our Strategic Director for Children, Ann Lee, won’t be drawn. {WORDS} she says.",
            "Ann Lee",
            "Strategic Director for Children",
            STOCKPORT,
        ),
        (
            f"I asked Ann Lee, a professor of social work, what she tells her students. {WORDS} she said.",
            "Ann Lee",
            "professor of social work",
            None,
        ),
        (
            f"Ann Lee, who speaks for the campaign group Families Unheard, said: {WORDS}",
            "Ann Lee",
            "speaks for the campaign group",
            "Families Unheard",
        ),
        (
            f"{WORDS} said Ann Lee.\n\nAnn Lee is chief executive of the Kent Trust.",
            "Ann Lee",
            "chief executive",
            "Kent Trust",
        ),
        (
            f"The co-chair of the parents’ panel, Ann Lee, a teacher in Leeds until she came home, said: {WORDS}",
            "Ann Lee",
            "co-chair of the parents’ panel",
            None,
        ),
        (
            f"The branch secretary, Bo Marsh, has written to the chief executive. {WORDS} his letter says.",
            "Bo Marsh",
            "branch secretary",
            None,
        ),
        (f"A word from the Chief Executive\n\nAnn Lee writes: {WORDS}", "Ann Lee", "Chief Executive", STOCKPORT),
        (
            f"{WORDS} says Ann Lee, our curriculum manager for ESOL.",
            "Ann Lee",
            "curriculum manager for ESOL",
            STOCKPORT,
        ),
        (
            f"Ann Lee, Chief Nurse at the Kent, Surrey and Sussex Integrated Care Board, said: {WORDS}",
            "Ann Lee",
            "Chief Nurse",
            "Kent, Surrey and Sussex Integrated Care Board",
        ),
        (
            f"It met the Stockport Youth Justice Service. Ann Lee, who chairs the service’s board, said: {WORDS}",
            "Ann Lee",
            "chairs the service’s board",
            "Stockport Youth Justice Service",
        ),
        (
            f"The former director, Ann Lee, left in May. The new one, Bo Marsh, has begun.\n\nMs Lee said: {WORDS}",
            "Ann Lee",
            "former director",
            None,
        ),
    ],
)
def test_one_person_has_one_office_over_the_whole_page(text, name, role, organisation, speaker):
    assert speaker(text) == ("person", name, role, organisation)


@pytest.mark.parametrize(
    "text",
    [
        f"Ann Lee chairs the Kent Forum. Bo Marsh runs the Kent Charity. She said: {WORDS}",
        f"Ann Lee is the mother of two boys. She said: {WORDS}",
        f"Ann Lee was chair of the forum until 2017. She said: {WORDS}",
        f"Ann Lee is the director’s sister. She said: {WORDS}",
        f"Ann Lee is not the director. She said: {WORDS}",
        f"Ann Lee is tipped to be the next director. She said: {WORDS}",
        f"Ann Lee runs the tea room at the town hall. She said: {WORDS}",
        f"Ann Lee leads walks. She said: {WORDS}",
        f"Ann Lee told the chief executive, Bo Marsh, what she thought. {WORDS} she said.",
        f"Kate Lee is the director of Kent Forum. It rained.\n\n{WORDS} said Ann Lee.",
        f"Cllr Ann Lee, the council leader, welcomed it.\n\nMr Lee, a parent, said: {WORDS}",
        f"A word from our readers\n\nAnn Lee writes: {WORDS}",
        f"A word from the Director\n\nBo Marsh and Ann Lee met for tea.\n\nAnn Lee writes: {WORDS}",
        f"{WORDS} said Ann Lee.\n\nAnn Lee is chief executive of one trust.\n\nAnn Lee is the treasurer of another.",
    ],
)
def test_nobody_is_named_who_holds_no_office_for_certain(text, speaker):
    kind, name, _, _ = speaker(text)
    assert (kind, name) == ("person", None)


def test_two_of_one_last_name_lend_each_other_no_office(speaker):
    text = f"Cllr Lee said: {WORDS}\n\nThe leader, Cllr Ann Lee, and the deputy leader, Cllr Tom Lee, were there."
    assert speaker(text) == ("person", "Lee", None, None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"The lead inspector, Ann Lee, wrote to us. {WORDS} her letter says.", ("report", None, None, "Ofsted")),
        (
            f"The director, Ann Lee, sent a report. The inspectors’ report says: {WORDS}",
            ("report", None, None, "Ofsted"),
        ),
        (f"Ofsted published it. {WORDS} his letter says.", None),
    ],
)
def test_whose_a_letter_is(text, found, speaker):
    assert speaker(text) == found


def test_the_council_is_not_a_town_that_somebody_speaks_of(catalogue):
    text = (
        "The Anytown Echo\nHome | News | Sport\n\nInspectors call\nBy Jo Writer\n12 June 2019\n\n"
        "Ofsted judged children’s services in Rochdale to be good after an inspection in May 2019.\n\n"
        "A mother was less happy. “I would not take him to Blackpool for it,” she said.\n\n"
        f"The council’s chief executive, Ann Lee, said: {WORDS}"
    )
    reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
    (said,) = [s for s in reading.statements if s.speaker]
    assert said.organisation == "Rochdale Metropolitan Borough Council"


def test_the_council_is_the_only_one_that_a_page_has_named(catalogue):
    text = (
        "The Anytown Echo\nHome | News | Sport\n\nInspectors call\nBy Jo Writer\n12 June 2019\n\n"
        "Ofsted judged children’s services in Rochdale to be good after an inspection in May 2019.\n\n"
        + "It rained.\n\n" * 12
        + f"Cllr Ann Lee, the cabinet member for children, said: {WORDS}"
    )
    reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
    (said,) = [s for s in reading.statements if s.speaker]
    assert said.organisation == "Rochdale Metropolitan Borough Council"
