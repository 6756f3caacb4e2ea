"""Quotations whose page calls them the report's without a clause of saying, and what only looks so."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

OPENING = (
    "Stockport Council\n\nPublished: 12 June 2019\n\nOfsted judged Stockport Council’s children’s services to be good "
    "after an inspection in May 2019.\n\n"
)
WORDS = "“Children are seen by somebody they know and like.”"
INNER = "“children are seen by somebody they know and like”"


@pytest.fixture
def speakers(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (OPENING + text).encode(), Sidecar()), catalogue)
        return [(s.attributed_to, s.speaker, s.role) for s in reading.statements if s.in_quotation_marks]

    return find


REPORT = ("report", None, None)


@pytest.mark.parametrize(
    "text",
    [
        f"She drew attention to the words of the inspectors on page 4 of their report, that {INNER}.",
        f"Members will know the passage that reads, {INNER}.",
        f"{WORDS}\n\nSo says the report.",
        f"{WORDS}\n\nSo wrote the inspectors in May.",
        f"{WORDS}\n\nThat is our favourite line in the report.",
        f"{WORDS}\n\nThose are the words of the inspectors and not ours.",
        f"Here is what it says, in the inspectors’ own words.\n\n{WORDS} (page 2)\n\nAnd so on.",
        f"Here is what the report says.\n\n{WORDS} (p. 5)",
        f"The line of their letter I have on my fridge is this\n\n{WORDS}",
        f"The letter was short. It also said social workers felt {INNER}.",
        f"Inspectors visiting in May said that {INNER}.",
        f"She turned to paragraph 46 of the inspectors’ report, which stated that {INNER}.",
        f"The letter of June gives no grade and says that {INNER}.",
        f"The report itself says that {INNER}.",
        "On enquiries the report is sharp. “Nobody could tell us who held the list’, it says, and I believe it.",
    ],
)
def test_it_is_the_report_that_says_so(text, speakers):
    assert speakers(text) == [REPORT]


def test_one_line_leads_in_a_run_of_paragraphs(speakers):
    text = (
        f"This is what the inspectors wrote.\n\n{WORDS} (page 2)\n\n“Plans are late.” (p. 5)\n\n“Staff stay for years.”"
    )
    assert speakers(text) == [REPORT] * 3


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS}\n\nSo says the leaflet.",
        f"{WORDS}\n\nThat is our favourite line in the song.",
        f"These are not the words of the inspectors, that {INNER}.",
        f"Here is what the report says.\n\nIt is long.\n\n{WORDS}",
        f"Here is what the council’s own report says.\n\n{WORDS}",
        f"Here is what our readers say.\n\n{WORDS}",
        f"She drew attention to the words of the song, that {INNER}.",
        f"Peer reviewers thought that {INNER}.",
    ],
)
def test_nobody_is_said_to_have_said_it(text, speakers):
    assert speakers(text) == []


def test_a_name_with_a_hyphen_is_a_name(speakers):
    text = f"Our Strategic Director for Children, Ann Loxley-Brook, won’t be drawn. {WORDS} she says."
    assert speakers(text) == [("person", "Ann Loxley-Brook", "Strategic Director for Children")]


def test_what_the_report_adds_is_another_quotation(catalogue):
    text = (
        OPENING
        + "“Children are known here by name,” the inspectors wrote, adding that “caseloads are simply too high”."
    )
    reading = read(hold_text("page.txt", text.encode(), Sidecar()), catalogue)
    assert [s.words.of(text) for s in reading.statements] == [
        ("Children are known here by name,",),
        ("caseloads are simply too high",),
    ]
