"""Who is said to have spoken on short pages, for whom and when."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

OPENING = (
    "Stockport Council\n\nPublished: 12 June 2019\n\nOfsted judged Stockport Council’s children’s services to be good "
    "after an inspection in May 2019. Its report is short.\n\n"
)
WORDS = "“Children are seen by somebody they know and like.”"
OURS = "“We have learned to see our children alone, and I am proud of that.”"
COUNCIL = "Stockport Metropolitan Borough Council"


@pytest.fixture
def said(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (OPENING + text).encode(), Sidecar()), catalogue)
        return [(s.attributed_to, s.speaker, s.role, s.organisation) for s in reading.statements]

    return find


@pytest.fixture
def days(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", (OPENING + text).encode(), Sidecar()), catalogue)
        return [s.said.edtf if s.said else None for s in reading.statements]

    return find


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            f"Ann Lee, Group Director of Children’s Services, added: {OURS}",
            ("person", "Ann Lee", "Group Director of Children’s Services", COUNCIL),
        ),
        (
            f"Councillor Ann Lee, Chair of the Children and Families Committee, said: {OURS}",
            ("person", "Ann Lee", "Chair of the Children and Families Committee", COUNCIL),
        ),
        (
            f"And Ann Lee, director of children’s services, said: {OURS}",
            ("person", "Ann Lee", "director of children’s services", COUNCIL),
        ),
        (
            f"Her words were echoed by our Head of Health, Schools and Care, Ann Lee. {OURS[:-1]},” she said.",
            ("person", "Ann Lee", "Head of Health, Schools and Care", COUNCIL),
        ),
        (
            f"His thanks were shared by the director, Ann Lee. {OURS[:-1]},” she said.",
            ("person", "Ann Lee", "director", COUNCIL),
        ),
        (
            f"Ann Lee, director of children’s services since 2016, put it down to other people.\n\n{OURS}",
            ("person", "Ann Lee", "director of children’s services", COUNCIL),
        ),
        (
            f"Cllr Ann Lee, cabinet member for children, welcomed it.\n\n{OURS}",
            ("person", "Ann Lee", "cabinet member for children", COUNCIL),
        ),
        (
            f"{OURS[:-1]},” said Ann Lee, who has run the service since 2016.",
            ("person", "Ann Lee", "has run the service", COUNCIL),
        ),
        (
            f"{OURS[:-1]},” said Ann Lee, who chairs the parent carer forum Loud Voices.",
            ("person", "Ann Lee", "chairs the parent carer forum", "Loud Voices"),
        ),
    ],
)
def test_it_names_who_speaks_in_office_and_for_whom(text, who, said):
    assert said(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        f"In their letter to the council the inspectors write: {WORDS}",
        f"In their letter to the director the inspectors say: {WORDS}",
        f"One sentence has stayed with me: {WORDS}",
        f"Another line made me put the kettle on: {WORDS}",
        f"The last sentence of it is the one to frame: {WORDS}",
        "On visits it is blunter – “too many children are seen late and nobody can say why”.",
        "About care leavers the report is warm – “they are seen by somebody they know and like”.",
    ],
)
def test_it_is_the_report_that_speaks(text, said):
    assert [who[0] for who in said(text)] == ["report"]


@pytest.mark.parametrize(
    "text",
    [
        f"Ann Lee, director of children’s services since 2016, left in May.\n\n{WORDS}",
        f"Ann Lee, director of children’s services, and Bo Marsh left in May.\n\n{OURS}",
        f"Ann Lee, whose son is nine, was less forgiving.\n\n{OURS}",
        f"The council’s response to the inspectors’ letter: {WORDS}",
        f"One sentence on a wall in the library, which is not from the report, reads: {WORDS}",
    ],
)
def test_nobody_named_is_said_to_have_said_it(text, said):
    assert [who for who in said(text) if who[1] or who[0] == "report"] == []


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        ("said Ann Lee, the chief executive of Stockport Council.", "2019-06-12"),
        ("said Ann Lee, the chief executive of Stockport Council, at the time.", None),
        ("said Ann Lee, the chief executive of Stockport Council, back then.", None),
        ("said Ann Lee, the chief executive of Stockport Council, that summer.", None),
    ],
)
def test_what_was_said_then_has_no_day(behind, day, days):
    assert days(f"{OURS[:-2]},” {behind}") == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Dr Ann Lee, the commissioner, reported to the minister in March 2019.\n\n“I doubt it no more,” she wrote.",
         "2019-03"),
        ("Dr Ann Lee, the commissioner, submitted her report on 3 April 2019. “I doubt it no more,” Dr Lee wrote.",
         "2019-04-03"),
        ("The plan was submitted on 3 April 2019. “I doubt it no more,” wrote Dr Ann Lee, the commissioner.",
         "2019-06-12"),
        ("Dr Ann Lee, the commissioner, reported in March 2019. “I doubt it no more,” she said.", "2019-06-12"),
    ],
)  # fmt: skip
def test_what_somebody_wrote_is_of_the_day_told_of_the_report(text, day, days):
    assert days(text) == [day]
