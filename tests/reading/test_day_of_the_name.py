"""The day on which words were said, told behind the name below them, or as the day that was told of just before."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

PAGE = (
    "Stockport Council\n\nInspections of our services\n\nPublished Thursday 21 September 2023\n\n"
    "Ofsted inspected Stockport Council’s children’s services in May 2023 and judged them good.\n\n{}\n"
)
WE = "“We are glad of every word that they wrote.”"
LEE = "Cllr Ann Lee, the leader of Stockport Council"


@pytest.fixture
def said_on(catalogue):
    def find(text):
        reading = read(hold_text("page.txt", PAGE.format(text).encode(), Sidecar()), catalogue)
        return [(s.said.edtf if s.said else None, s.role) for s in reading.statements if s.in_quotation_marks][-1]

    return find


@pytest.mark.parametrize(("text", "day"), [
    (f"{WE} – Ann Lee, Head of Skills, February 2023", "2023-02"),
    (f"{WE}\n\n– Ann Lee, Head of Skills, 3 July 2023", "2023-07-03"),
    (f"{WE} (Cllr Ann Lee, leader, press statement, 24 July)", "2023-07-24"),
    (f"{WE} – Ann Lee, Head of Skills", "2023-09-21"),
    (f"On 9 August 2023 the leader of the union said no. {LEE}, said the same day: {WE}",
     "2023-08-09"),
    (f"It came out on 9 August 2023.\n\n{LEE}, said that same evening: {WE}", "2023-08-09"),
    (f"It came out in August.\n\n{LEE}, said the same day: {WE}", None),
    (f"I asked about it at full council on 12 July. {LEE}, told me: {WE}", "2023-07-12"),
    (f"I asked about it in a café on 12 July. {LEE}, told me: {WE}", "2023-09-21"),
])  # fmt: skip
def test_the_day_is_told_with_the_name(text, day, said_on):
    assert said_on(text)[0] == day


@pytest.mark.parametrize("text", [
    f"{WE} – Ann Lee, Head of Skills, February 2023",
    f"{WE}\n\n– Ann Lee, Head of Skills, 3 July 2023",
])  # fmt: skip
def test_the_day_is_no_part_of_the_office(text, said_on):
    assert said_on(text)[1] == "Head of Skills"
