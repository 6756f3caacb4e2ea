"""What a party says of its own leaflet."""

import pytest

from inspections.reading import read
from inspections.reading.facts import Sidecar
from inspections.reading.sources import hold_text

PAGE = (
    "STOCKPORT FORWARD\nfor every ward\n\nSETTING IT STRAIGHT\n\n17 June 2019\n\n{text}\n\n"
    "In May 2019 Ofsted inspected Stockport Council’s children’s services and judged them to be good overall.\n\n"
    "Promoted by T. Hoo for Stockport Forward, 1 Example Road, Stockport.\n"
)
WORDS = "“turned its back on its most vulnerable children”"


@pytest.fixture
def stances(catalogue):
    def find(text):
        whole = PAGE.format(text=text)
        reading = read(hold_text("page.txt", whole.encode(), Sidecar()), catalogue)
        return [(s.kind, s.organisation, s.words.of(whole)) for s in reading.statements if not s.in_quotation_marks]

    return find


def test_a_party_takes_its_own_leaflet_back(stances):
    text = f"Our leaflet quoted Ofsted as saying that the council had {WORDS}. Ofsted never said it. We are Stockport."
    ((kind, organisation, words),) = stances(text)
    assert (kind, organisation, len(words)) == ("withdrawal", "Stockport Forward", 2)
    assert words[1] == "Ofsted never said it."


def test_it_does_not_take_back_the_leaflets_of_others(stances):
    text = f"The blue leaflet quoted Ofsted as saying that the council had {WORDS}. Ofsted never said it."
    assert [kind for kind, _, _ in stances(text)] == []
